//! Named events and lives with their dates: "the Treaty of Frankfurt (10 May 1871)", "the
//! Battle of Sedan was fought on 1 September 1870", "Ada Byron (1815–1852)".
//!
//! A name in full is what another account or a reference knows a thing by. So only a name
//! of two words or more counts, and only where the date is surely its own: in a bracket
//! right behind it, or with a verb that says that it began, ended or happened.

use crate::{
    heads,
    lexicon::Class,
    life,
    names::is_possessive,
    scene::Scene,
    statement::{LifeDate, Modality, When},
    stops::Stop,
    zone,
};
use alpheus_text::{Lexicon, Span, key};
use alpheus_time::TimexKind;
use std::ops::Range;

/// What a date is to what is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// It began then, or was born.
    Begin,
    /// It ended then, or died.
    End,
    /// It happened then.
    When,
}

/// A name with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The name, in full.
    pub name: Span,
    /// Whether the name says that it is an event ("battle", "treaty"), and no person.
    pub event: bool,
    /// What the date is to it.
    pub aspect: Aspect,
    /// The date.
    pub date: LifeDate,
    /// How it is meant.
    pub modality: Modality,
    /// Whether the words tell of the night or of a time zone.
    pub zoned: bool,
}

/// Nouns of what happens once, and is known by a name.
static EVENTS: Lexicon<(), 128> = Lexicon::new(&[(
    "battle siege treaty peace war revolution rebellion rising uprising mutiny revolt \
     armistice convention congress conference campaign fall capture surrender capitulation \
     relief storming sack massacre coronation expedition crusade raid offensive invasion \
     assassination funeral coup pact truce",
    (),
)]);

/// Verbs after which stands the day of what is named.
static HAPPENS: Lexicon<(), 16> =
    Lexicon::new(&[("fought signed occurred happened place", ())]);

/// The longest name, in tokens.
const LONGEST: usize = 9;
/// A date stands within so many tokens of its verb.
const REACH: usize = 10;
/// So many tokens of weight at least make a full name.
const SHORTEST: usize = 2;

/// A name: its tokens, and whether one of them is a noun of happening.
struct Name {
    tokens: Range<usize>,
    event: bool,
}

/// Reads the occasions of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Occasion>) {
    let mut next = 0;
    for at in scene.stops_from(1, Stop::TIME.or(Stop::BRACKET)) {
        if at < next {
            continue;
        }
        if scene.is(at, '(') {
            bracket(scene, at, out);
        } else if let Some(time) = scene.time(at) {
            out.extend(verb(scene, at, time));
            next = scene.after_time(at);
        }
    }
}

/// "Ada Byron (1815–1852)", "the Treaty of Frankfurt (10 May 1871)".
fn bracket(scene: &Scene<'_>, open: usize, out: &mut Vec<Occasion>) {
    let inside = scene.time(open + 1).is_some()
        || (open + 1..open + 5)
            .any(|at| scene.tokens.get(at).is_some_and(|t| t.number().is_some()));
    let Some(name) = inside.then(|| name_before(scene, open)).flatten() else { return };
    let told = |aspect, date| {
        let close = scene.sentence_end(open).min(open + LONGEST);
        occasion(scene, &name, aspect, date, open..close)
    };
    if in_a_title(scene, name.tokens.start) || in_a_head(scene, name.tokens.start) {
        return;
    }
    if name.event
        && let Some(date) = alone(scene, open)
    {
        out.push(told(Aspect::When, date));
        return;
    }
    // "King George III (1760–1820)": the years of a reign.
    let ruler = Class::PERSONAGE.or(Class::TITLE);
    let around = name.tokens.start.saturating_sub(1)..name.tokens.end;
    if !name.event
        && (!heads::is_life(scene, open)
            || around.into_iter().any(|at| scene.has(at, ruler)))
    {
        return;
    }
    let Some((begin, end)) = heads::dates(scene, open) else { return };
    out.extend(begin.map(|date| told(Aspect::Begin, date)));
    out.extend(end.map(|date| told(Aspect::End, date)));
}

/// Whether a name goes on with another before it: "Reflections on the French Revolution
/// (1790)" is a book.
fn in_a_title(scene: &Scene<'_>, first: usize) -> bool {
    let article = first > 0 && scene.has(first - 1, Class::ARTICLE);
    let lead = first.checked_sub(1 + usize::from(article));
    let Some(lead) = lead.filter(|&lead| lead > 0) else { return false };
    let joined = Class::PREP.or(Class::OF).or(Class::AND).or(Class::TO).or(Class::FROM);
    let before = &scene.tokens[lead - 1];
    scene.has(lead, joined)
        && before.is_word()
        && before.capital
        && !scene.tokens[lead].capital
}

/// Whether a name is the given name of a dictionary's head: "EULER, LEONHARD (1707–1783)",
/// which is read where persons are.
fn in_a_head(scene: &Scene<'_>, first: usize) -> bool {
    first >= 2 && scene.is(first - 1, ',') && scene.tokens[first - 2].upper
}

/// The date that is all that a bracket holds.
fn alone(scene: &Scene<'_>, open: usize) -> Option<LifeDate> {
    let time = scene.time(open + 1)?;
    let close = scene.after_time(open + 1);
    (is_date(scene, time) && scene.is(close, ')'))
        .then_some(LifeDate { when: When::Time(time), rough: false })
}

/// "The Battle of Sedan was fought on 1 September 1870", with the date at `at`.
fn verb(scene: &Scene<'_>, at: usize, time: u32) -> Option<Occasion> {
    if !is_date(scene, time) {
        return None;
    }
    let (verb, aspect) = verb_before(scene, at)?;
    let between = Class::BE.or(Class::HAD).or(Class::WHO).or(Class::CLAUSE);
    let took = |at: usize| scene.tokens[at].key == const { key("took") };
    let mut end = verb;
    while end > 0 && verb - end < 4 {
        let before = end - 1;
        if !(scene.has(before, between) || took(before) || scene.is(before, ',')) {
            break;
        }
        end = before;
    }
    // "place" alone is no verb.
    if scene.tokens[verb].key == const { key("place") } && !(end < verb && took(verb - 1))
    {
        return None;
    }
    let name = name_before(scene, end)?;
    if name.event && scene.has(verb, Class::BORN.or(Class::DIED)) {
        return None;
    }
    let rough = (verb..scene.after_time(at))
        .any(|at| scene.has(at, Class::ABOUT.or(Class::CIRCA).or(Class::OR)));
    let date = LifeDate { when: When::Time(time), rough };
    Some(occasion(scene, &name, aspect, date, end..scene.after_time(at)))
}

/// The verb that governs a date: right before it, or with no more between than who did it
/// and where ("was signed by Bismarck and Favre at Frankfurt on").
fn verb_before(scene: &Scene<'_>, date: usize) -> Option<(usize, Aspect)> {
    let lead = date.checked_sub(1)?;
    let mut verb = date;
    while verb > 0 && date - verb < REACH && !scene.tokens[verb].starts_sentence {
        verb -= 1;
        let aspect = match () {
            () if scene.has(verb, Class::BEGAN.or(Class::BORN)) => Some(Aspect::Begin),
            () if scene.has(verb, Class::ENDED.or(Class::DIED)) => Some(Aspect::End),
            () if HAPPENS.has(scene.tokens[verb].key) => Some(Aspect::When),
            () => None,
        };
        if let Some(aspect) = aspect {
            return (verb > 0 && !scene.tokens[verb].starts_sentence)
                .then_some((verb, aspect));
        }
        let between = Class::PREP.or(Class::ARTICLE).or(Class::AND).or(Class::COMPANY);
        let hour = || scene.time(verb).is_some_and(|time| is_hour(scene, time));
        let passes = if hour() {
            true
        } else if verb == lead {
            scene.has(verb, Class::PREP.or(Class::ARTICLE))
        } else {
            scene.has(verb, between)
                || scene.tokens[verb].capital && scene.time(verb).is_none()
        };
        if !passes {
            return None;
        }
    }
    None
}

/// A date with its year, perhaps with the hour.
fn is_date(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    let dated = matches!(timex.kind, TimexKind::Date | TimexKind::Time);
    dated && timex.written.year.is_some() && timex.modifier.is_none()
}

/// An hour without a date: "at midnight".
fn is_hour(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    timex.kind == TimexKind::Time
        && timex.written.day.is_none()
        && timex.written.year.is_none()
}

fn occasion(
    scene: &Scene<'_>,
    name: &Name,
    aspect: Aspect,
    date: LifeDate,
    told: Range<usize>,
) -> Occasion {
    let start = scene.sentence(name.tokens.start).start;
    Occasion {
        name: scene.span(name.tokens.start, name.tokens.end - 1),
        event: name.event,
        aspect,
        date,
        modality: life::modality(scene, start, told.start.min(scene.tokens.len() - 1)),
        zoned: zone::is_told(scene, told),
    }
}

/// The full name that ends before token `end`.
fn name_before(scene: &Scene<'_>, end: usize) -> Option<Name> {
    let mut first = end;
    let mut weight = 0;
    while first > 0 && end - first < LONGEST {
        let at = first - 1;
        let starts = first < end && scene.tokens[first].starts_sentence;
        if starts || !(is_part(scene, at) || joins(scene, at)) {
            break;
        }
        first = at;
    }
    while first < end && !opens(scene, first) {
        first += 1;
    }
    // A name ends with a word of its own.
    if first == end || !is_part(scene, end - 1) || is_possessive(scene, end - 1) {
        return None;
    }
    let mut event = false;
    for at in first..end {
        weight += usize::from(is_part(scene, at));
        // "the Boer War", "the Battle of Sedan"; not "the War Office".
        let heads = at + 1 == end || scene.has(at + 1, Class::OF);
        event |= heads && EVENTS.has(scene.tokens[at].key);
    }
    (weight >= SHORTEST).then_some(Name { tokens: first..end, event })
}

/// A word of a name: a capital, a number in figures, or a noun of happening.
fn is_part(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    if !token.is_word() || scene.time(at).is_some() && !names_an_event(scene, at) {
        return false;
    }
    token.capital
        && !scene.has(at, Class::ARTICLE.or(Class::HE).or(Class::SHE).or(Class::HIS))
        || EVENTS.has(token.key)
}

/// "the October Revolution": a month that is part of a name.
fn names_an_event(scene: &Scene<'_>, at: usize) -> bool {
    let bare = scene.time(at).is_some_and(|time| {
        let written = &scene.timex(time).written;
        written.year.is_none() && written.day.is_none()
    });
    let next = scene.tokens.get(at + 1);
    bare && scene.tokens[at].capital
        && next.is_some_and(|n| n.capital && EVENTS.has(n.key))
}

/// What may stand between the words of a name.
fn joins(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    scene.has(at, Class::OF.or(Class::ARTICLE).or(Class::PARTICLE)) && !token.capital
        || (token.is('-') || token.is('\'') || token.is('.'))
            && at > 0
            && scene.tokens[at - 1].is_word()
}

/// A word that a name may open with: none that has its capital from the sentence alone.
fn opens(scene: &Scene<'_>, at: usize) -> bool {
    let small = Class::PREP
        .or(Class::COMMON)
        .or(Class::CLAUSE)
        .or(Class::FUNCTION)
        .or(Class::AND)
        .or(Class::OF)
        .or(Class::FROM)
        .or(Class::TO);
    let own = EVENTS.has(scene.tokens[at].key) || names_an_event(scene, at);
    is_part(scene, at) && (own || !scene.has(at, small))
}
