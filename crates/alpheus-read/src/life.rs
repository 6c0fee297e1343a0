//! Births, deaths and ages: "was born at Roth on …", "d. in 1744", "in his 53rd year".

use crate::{
    lexicon::Class,
    persons::Persons,
    scene::{LONGEST_SENTENCE, Scene},
    statement::{
        Age, Assertion, LifeDate, LifeEnd, Modality, Speaker, Statement, Subject, When,
    },
};
use alpheus_text::{Token, numeral};
use alpheus_time::{Part, TimexKind};

/// A date of a birth or a death stands within so many tokens of the verb.
const REACH: usize = 26;
/// Nobody is older.
const OLDEST: u32 = 125;

/// The words at which a statement of this kind is looked for.
const TRIGGERS: Class = Class::BORN
    .or(Class::DIED)
    .or(Class::B)
    .or(Class::D)
    .or(Class::AGED)
    .or(Class::AGE)
    .or(Class::HIS)
    .or(Class::THEN)
    .or(Class::DEED);

/// Reads the births, deaths and ages of a block.
pub(crate) fn read(scene: &Scene<'_>, persons: &mut Persons, out: &mut Vec<Statement>) {
    let mut start = 0;
    let mut quoted = false;
    for at in 0..scene.tokens.len() {
        let token = &scene.tokens[at];
        quoted ^= token.is('"');
        if token.starts_sentence || at - start > LONGEST_SENTENCE {
            start = at;
        }
        if !scene.has(at, TRIGGERS) {
            continue;
        }
        let speaker = if quoted { Speaker::Quoted } else { Speaker::Author };
        if let Some(end) = life_verb(scene, at) {
            out.extend(life(scene, persons, start, at, end, speaker));
        } else if let Some((age, next)) = age(scene, at) {
            out.extend(aged(scene, persons, start, at, next, age, speaker));
        } else if scene.has(at, Class::DEED) {
            out.extend(deed(scene, persons, start, at, speaker));
        }
    }
}

/// Which end of a life the word at `at` tells of.
fn life_verb(scene: &Scene<'_>, at: usize) -> Option<LifeEnd> {
    let stopped = || scene.is(at + 1, '.') && !scene.tokens[at].capital;
    if scene.has(at, Class::BORN) {
        let told = (at.saturating_sub(5)..at).any(|before| scene.has(before, Class::BE));
        told.then_some(LifeEnd::Birth)
    } else if scene.has(at, Class::DIED) {
        Some(LifeEnd::Death)
    } else if scene.has(at, Class::B) && stopped() {
        (at > 0 && scene.has(at - 1, Class::BE)).then_some(LifeEnd::Birth)
    } else if scene.has(at, Class::D) && stopped() && at > 0 {
        let before = &scene.tokens[at - 1];
        let noun = scene.has(at - 1, Class::ARTICLE.or(Class::HIS));
        (!noun && (before.is_word() || before.is('.') || before.is(',')))
            .then_some(LifeEnd::Death)
    } else {
        None
    }
}

fn life(
    scene: &Scene<'_>,
    persons: &mut Persons,
    start: usize,
    at: usize,
    end: LifeEnd,
    speaker: Speaker,
) -> Option<Statement> {
    let bracketed =
        (start..at).rev().find(|&before| scene.is(before, '(') || scene.is(before, ')'));
    if bracketed.is_some_and(|mark| scene.is(mark, '(')) {
        return None;
    }
    if is_said_of_a_thing(scene, at) {
        return None;
    }
    let (time, from) = date_after(scene, at + 1)?;
    let rough = (from.saturating_sub(2)..scene.after_time(from))
        .any(|before| scene.has(before, Class::ABOUT.or(Class::CIRCA)))
        || (from..(from + 6).min(scene.tokens.len()))
            .any(|after| scene.has(after, Class::OR));
    let date = LifeDate { when: When::Time(time), rough };
    let modality = modality(scene, start, at);
    let known = persons.any();
    let mut person = match persons.head_subject(scene, at) {
        Some(head) if end == LifeEnd::Birth => Subject::Person(head),
        _ => persons.subject(scene, start, at),
    };
    if end == LifeEnd::Birth
        && modality == Modality::Asserted
        && !known
        && let Some(name) = subject_name(scene, start, at)
    {
        let born = persons.born(scene, name, date);
        person = born.map_or(person, Subject::Person);
    }
    if let (Subject::Person(person), Modality::Asserted) = (person, modality) {
        persons.learn(person, end, date);
    }
    Some(Statement {
        assertion: Assertion::Life { person, end, date },
        span: scene.span(at, scene.after_time(from) - 1),
        modality,
        speaker,
    })
}

/// "The idea was born", "thirty died": the word before the verb is no person.
fn is_said_of_a_thing(scene: &Scene<'_>, verb: usize) -> bool {
    let mut before = verb;
    let skipped = Class::BE.or(Class::ADVERB);
    while before > 0 && scene.has(before - 1, skipped) {
        before -= 1;
    }
    let Some(token) = before.checked_sub(1).map(|at| &scene.tokens[at]) else {
        return false;
    };
    let word = scene.doc.slice(token.span);
    let noun =
        token.is_word() && !token.capital && scene.class(before - 1) == Class::NONE;
    scene.has(before - 1, Class::COUNT)
        || token.number().is_some() && scene.time(before - 1).is_none()
        || noun && word.len() > 2 && !word.ends_with("ly")
}

/// "he moved to Leipzig in 1723", "in 1723 he moved".
fn deed(
    scene: &Scene<'_>,
    persons: &mut Persons,
    start: usize,
    at: usize,
    speaker: Speaker,
) -> Option<Statement> {
    let before = at.checked_sub(1).filter(|_| persons.any())?;
    let agent =
        scene.has(before, Class::HE.or(Class::SHE)) || scene.tokens[before].capital;
    let leading = || {
        let first = (start..(start + 4).min(at)).find_map(|at| scene.time(at))?;
        is_date(scene, first).then_some(first)
    };
    let governed = || date_after(scene, at + 1).map(|(time, _)| time);
    let time = agent.then(|| leading().or_else(governed))??;
    let person = persons.subject(scene, start, at);
    Some(Statement {
        assertion: Assertion::Deed { person, time },
        span: scene.span(before, at),
        modality: modality(scene, start, at),
        speaker,
    })
}

/// The first date after a verb that the verb can govern.
fn date_after(scene: &Scene<'_>, from: usize) -> Option<(u32, usize)> {
    let end = scene.sentence_end(from.saturating_sub(1)).min(from + REACH);
    let mut at = from;
    while at < end {
        if let Some(time) = scene.time(at) {
            if is_date(scene, time) {
                return Some((time, at));
            }
            at = scene.after_time(at);
            continue;
        }
        let joined = scene.has(at, Class::AND)
            && !scene.tokens.get(at + 1).is_some_and(|token| token.capital);
        let stop = joined
            || scene.is(at, ';')
            || scene.is(at, '(')
            || scene.has(at, STOPS)
            || scene.tokens[at].is('"')
            || scene.is(at, ',') && begins_clause(scene, at + 1);
        if stop {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a new subject with its verb stands after a comma: ", Keble became".
fn begins_clause(scene: &Scene<'_>, from: usize) -> bool {
    let capital = |at: usize| {
        scene.tokens.get(at).is_some_and(|token| token.is_word() && token.capital)
    };
    let mut at = from;
    while capital(at) || scene.has(at, Class::PARTICLE) || at > from && scene.is(at, '.')
    {
        at += 1;
    }
    let verb = scene.tokens.get(at).is_some_and(Token::is_word)
        && scene.time(at).is_none()
        && !scene.has(at, Class::PREP.or(Class::OF).or(Class::ABOUT).or(Class::AND));
    scene.has(from, Class::HE.or(Class::SHE))
        || capital(from) && scene.time(from).is_none() && verb
}

const STOPS: Class = Class::BIRTHDAY.or(Class::HAD).or(REST_STOPS);
const REST_STOPS: Class =
    Class::CLAUSE.or(Class::WHO).or(Class::DIED).or(Class::BORN).or(Class::LIMIT);

fn is_date(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    timex.kind == TimexKind::Date && timex.written.year.is_some()
}

/// The name that "was born" is said of, at the front of its sentence.
fn subject_name(
    scene: &Scene<'_>,
    start: usize,
    at: usize,
) -> Option<std::ops::Range<usize>> {
    if scene.has(at - 1, Class::BE)
        && at >= 2
        && scene.has(at - 2, Class::HE.or(Class::SHE))
    {
        return last_name(scene, at - 2);
    }
    let first = (start..at)
        .find(|&first| !scene.has(first, Class::TITLE) && !scene.is(first, '.'))?;
    let capital = |at: usize| scene.tokens[at].is_word() && scene.tokens[at].capital;
    let mut end = first;
    while end < at
        && (capital(end) || scene.has(end, Class::PARTICLE) || scene.is(end, '.'))
    {
        end += 1;
    }
    let pronoun =
        Class::HE.or(Class::SHE).or(Class::HIS).or(Class::ARTICLE).or(Class::PREP);
    let named = end > first
        && !scene.has(first, pronoun)
        && scene.has(end, Class::BE.or(Class::BORN));
    named.then_some(first..end)
}

/// The last full name before a token, whom "he" at the front of the next sentence means:
/// two capitals or more, or one after a title; of places, one that hangs on no preposition.
fn last_name(scene: &Scene<'_>, before: usize) -> Option<std::ops::Range<usize>> {
    let capital = |at: usize| {
        scene.tokens[at].is_word()
            && scene.tokens[at].capital
            && scene.time(at).is_none()
            && !scene.has(at, Class::TITLE)
    };
    let mut end = before;
    while end > 0 {
        let mut first = end;
        while first > 0 && capital(first - 1) {
            first -= 1;
        }
        let title = first > 0
            && (scene.has(first - 1, Class::TITLE)
                || first > 1
                    && scene.is(first - 1, '.')
                    && scene.has(first - 2, Class::TITLE));
        if end - first >= 2 || end > first && title {
            return Some(first..end);
        }
        end = if first < end { first } else { end - 1 };
    }
    None
}

/// Doubts and hearsay stand close to the verb.
fn modality(scene: &Scene<'_>, start: usize, at: usize) -> Modality {
    let near = start.max(at.saturating_sub(6))..scene.sentence_end(at).min(at + 5);
    let hedged = near.into_iter().any(|at| scene.has(at, Class::HEDGE));
    if hedged { Modality::Reported } else { Modality::Asserted }
}

/// An age told at `at`, and the token after it.
fn age(scene: &Scene<'_>, at: usize) -> Option<(Part<Age>, usize)> {
    if scene.has(at, Class::AGED) {
        let next = skip(scene, at + 1, Class::ONLY);
        cardinal_age(scene, next)
    } else if scene.has(at, Class::AGE) {
        let limit =
            (at.saturating_sub(4)..at).any(|before| scene.has(before, Class::LIMIT));
        if limit {
            return None;
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
        bare_age(scene, next)
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

/// "was then 80,": a figure that nothing follows, or "years old".
fn bare_age(scene: &Scene<'_>, from: usize) -> Option<(Part<Age>, usize)> {
    let (age, next) = cardinal_age(scene, from)?;
    let aged = scene.has(next, Class::YEAR)
        && (scene.has(next + 1, Class::OLD)
            || scene.has(next + 1, Class::OF) && scene.has(next + 2, Class::AGE));
    let ends = [',', '.', ';', ')'].into_iter().any(|mark| scene.is(next, mark));
    (aged || ends && age.value.years > 4).then_some((age, next))
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

fn aged(
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
    let first = if then { 0 } else { start };
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
