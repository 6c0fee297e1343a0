//! Ages: "aged 74", "at the early age of sixteen", "in his 53rd year", "was then 80"; and
//! the dates that say when.

use crate::{
    lexicon::Class,
    life::modality,
    persons::Persons,
    scene::{LONGEST_SENTENCE, Scene},
    statement::{Age, Assertion, Speaker, Statement, Subject},
};
use alpheus_text::numeral;
use alpheus_time::{Part, TimexKind};

/// Nobody is older.
const OLDEST: u32 = 125;

/// An age told at `at`, and the token after it.
pub(crate) fn age(scene: &Scene<'_>, at: usize) -> Option<(Part<Age>, usize)> {
    if scene.has(at, Class::AGED) {
        let next = skip(scene, at + 1, Class::ONLY);
        cardinal_age(scene, next)
    } else if scene.has(at, Class::AGE) {
        let limit =
            (at.saturating_sub(4)..at).any(|before| scene.has(before, Class::LIMIT));
        if limit {
            return None;
        }
        if at > 0 && scene.has(at - 1, Class::HIS) {
            return year_of_his_age(scene, at);
        }
        if scene.has(at + 1, Class::OF) {
            at_the_age(scene, at).then(|| cardinal_age(scene, at + 2))?
        } else {
            let plain = at > 0 && !scene.has(at - 1, Class::ARTICLE.or(Class::HIS));
            plain.then(|| cardinal_age(scene, at + 1))?
        }
    } else if scene.has(at, Class::HIS) {
        year_of_life(scene, at)
    } else if scene.has(at, Class::THEN) && at > 0 && scene.has(at - 1, Class::BE) {
        let next = skip(scene, at + 1, Class::ONLY);
        let (age, end) = cardinal_age(scene, next)?;
        let stops = [',', '.', ';', ')'].into_iter().any(|mark| scene.is(end, mark));
        (is_years_old(scene, end) || stops && age.value.years > 4).then_some((age, end))
    } else if scene.has(at, Class::BE) {
        let next = skip(scene, at + 1, Class::ONLY);
        scene.tokens.get(next)?.number().or_else(|| {
            // A number word is no class of its own; what follows it is looked at first.
            (next..next + 4).any(|at| scene.has(at, Class::YEAR)).then_some(0)
        })?;
        cardinal_age(scene, next).filter(|&(_, end)| is_years_old(scene, end))
    } else {
        None
    }
}

fn skip(scene: &Scene<'_>, mut at: usize, class: Class) -> usize {
    while scene.has(at, class) {
        at += 1;
    }
    at
}

/// "at the age of", "at the early age of".
fn at_the_age(scene: &Scene<'_>, age: usize) -> bool {
    let mut at = age;
    while at > 0 && scene.has(at - 1, Class::RIPE) {
        at -= 1;
    }
    at >= 2 && scene.has(at - 1, Class::ARTICLE) && scene.has(at - 2, Class::PREP)
}

/// "74", "about seventy-four", "18 years"; not "18 months", "16 to 20".
fn cardinal_age(scene: &Scene<'_>, from: usize) -> Option<(Part<Age>, usize)> {
    let at = skip(scene, from, Class::ABOUT.or(Class::ONLY));
    let (value, used) = numeral::cardinal(scene.tokens.get(at..)?, scene.doc.prose())?;
    let next = at + used;
    let years = whole_age(value)?;
    let many = scene
        .has(next, Class::FRACTION.or(Class::TO).or(Class::OR).or(Class::AND))
        || scene.is(next, '-')
        || scene.is(next, '–')
        || scene.is(next, '/');
    if many {
        return None;
    }
    let rough = (from..at).any(|at| scene.has(at, Class::ABOUT));
    let age = Age { years, ordinal: false, rough };
    Some((Part { value: age, span: scene.span(at, next - 1) }, next))
}

fn whole_age(value: f64) -> Option<u16> {
    let whole = value >= 1.0 && value <= f64::from(OLDEST) && value.fract() == 0.0;
    // In range and whole, so that nothing is lost.
    #[allow(clippy::cast_sign_loss)]
    whole.then_some(value as u16)
}

/// "years old", "years of age" after a figure.
fn is_years_old(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(at, Class::YEAR)
        && (scene.has(at + 1, Class::OLD)
            || scene.has(at + 1, Class::OF) && scene.has(at + 2, Class::AGE))
}

/// "the 53rd year of his age".
fn year_of_his_age(scene: &Scene<'_>, at: usize) -> Option<(Part<Age>, usize)> {
    let year = at.checked_sub(3)?;
    if !scene.has(year, Class::YEAR) || !scene.has(at - 2, Class::OF) {
        return None;
    }
    (year.saturating_sub(4)..year).find_map(|first| {
        let (value, used) =
            numeral::ordinal(&scene.tokens[first..year], scene.doc.prose())?;
        let years = u16::try_from(value).ok().filter(|_| first + used == year)?;
        let age = Age { years, ordinal: true, rough: false };
        Some((Part { value: age, span: scene.span(first, year - 1) }, at + 1))
    })
}

/// "his 53rd year", "her fifty-third year", "the 53rd year of his age".
fn year_of_life(scene: &Scene<'_>, his: usize) -> Option<(Part<Age>, usize)> {
    if his == 0 || !scene.has(his - 1, Class::PREP.or(Class::AGED)) {
        return None;
    }
    let (value, used) =
        numeral::ordinal(scene.tokens.get(his + 1..)?, scene.doc.prose())?;
    let next = his + 1 + used;
    // A low year is one of an office or a reign.
    let of_life = scene.has(next, Class::YEAR) && (12..=OLDEST).contains(&value);
    let reign = scene.has(next + 1, Class::OF.or(Class::PREP))
        && !scene.has(next + 1, Class::PREP);
    if !of_life || reign {
        return None;
    }
    let years = u16::try_from(value).ok()?;
    let age = Age { years, ordinal: true, rough: false };
    Some((Part { value: age, span: scene.span(his + 1, next - 1) }, next))
}

pub(crate) fn aged(
    scene: &Scene<'_>,
    persons: &mut Persons,
    start: usize,
    at: usize,
    next: usize,
    age: Part<Age>,
    speaker: Speaker,
) -> Option<Statement> {
    if !persons.any() {
        return None;
    }
    let person = match persons.neighbour(scene, start, at) {
        Some(reason) => Subject::Unknown(reason),
        None => persons.subject(scene, start, at),
    };
    let times = times_near(scene, start, at, next);
    Some(Statement {
        assertion: Assertion::Age { person, age, times },
        span: scene.span(at, next - 1),
        modality: modality(scene, start, at),
        speaker,
    })
}

/// The dates of a sentence that may say when, the likeliest first. The first of them is
/// tied to the age: no clause begins between them.
fn times_near(scene: &Scene<'_>, start: usize, at: usize, next: usize) -> Vec<u32> {
    let mut times = Vec::new();
    let mut keep = |time: Option<u32>| {
        if let Some(time) = time.filter(|&time| is_event_date(scene, time))
            && !times.contains(&time)
        {
            times.push(time);
        }
    };
    let Some(tied) = tied_after(scene, next, 3)
        .or_else(|| tied_before(scene, start, at))
        .or_else(|| tied_after(scene, next, 22))
    else {
        return times;
    };
    keep(Some(tied));
    for before in (start..at).rev() {
        keep(scene.time(before));
    }
    for after in next..scene.sentence_end(at) {
        keep(scene.time(after));
    }
    times
}

/// The nearest date before an age, within its clause; a sentence that only tells the age
/// ("Weber was then 80") speaks of the date told last.
fn tied_before(scene: &Scene<'_>, start: usize, at: usize) -> Option<u32> {
    let then = scene.has(at, Class::THEN);
    let first = if then { start.saturating_sub(LONGEST_SENTENCE) } else { start };
    let mut depth = 0;
    for before in (first..at).rev() {
        depth += i32::from(scene.is(before, ')')) - i32::from(scene.is(before, '('));
        // An age within a bracket belongs to the date before it.
        depth = depth.max(0);
        if depth > 0 {
            continue;
        }
        if let Some(time) = scene.time(before).filter(|&time| is_event_date(scene, time))
        {
            return Some(time);
        }
        let joined = scene.has(before, Class::AND) && !scene.tokens[before + 1].capital;
        let parted = joined
            && scene.time(before + 1).is_none()
            && !scene.has(before + 1, Class::PREP);
        let earlier = Class::UNTIL.or(Class::HAD);
        if parted && !then || scene.is(before, ';') || scene.has(before, earlier) {
            return None;
        }
    }
    None
}

/// The nearest date after an age, with nothing between but places and times.
fn tied_after(scene: &Scene<'_>, next: usize, reach: usize) -> Option<u32> {
    let end = scene.sentence_end(next.saturating_sub(1)).min(next + reach);
    let mut words = 0;
    let mut depth = 0;
    for after in next..end {
        if let Some(time) = scene.time(after) {
            if is_event_date(scene, time) {
                return Some(time);
            }
            continue;
        }
        if scene.is(after, '(') {
            depth += 1;
        } else if scene.is(after, ')') {
            depth -= 1;
        }
        if depth > 0 {
            continue;
        }
        let token = &scene.tokens[after];
        let place = token.span.len() == 1
            || scene.has(
                after,
                Class::PREP.or(Class::ARTICLE).or(Class::HIS).or(Class::YEAR),
            );
        words += usize::from(token.is_word() && !token.capital && !place);
        let clause =
            Class::CLAUSE.or(Class::WHO).or(Class::HE).or(Class::SHE).or(Class::AND);
        if words > 2 || scene.has(after, clause) || token.is(';') {
            return None;
        }
    }
    None
}

fn is_event_date(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    timex.kind == TimexKind::Date
        && timex.written.weekday.is_none_or(|_| timex.written.day.is_some())
}
