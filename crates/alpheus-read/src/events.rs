//! Event mentions: what a sentence with a full date tells, as a set of words.
//!
//! Whether two sentences tell the same event is judged later, by the names, the predicates
//! and the other words that they share; so a mention keeps the stems of the words around
//! its date, each with its role.

use crate::{lexicon::Class, scene::Scene, statement::Modality, stops::Stop, zone};
use alpheus_text::{Lexicon, Span, Token, key};
use alpheus_time::TimexKind;

/// What a word does in a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A capital: a name, or part of one.
    Name,
    /// A verb in the past: what happened.
    Predicate,
    /// Any other word of weight.
    Other,
}

/// A sentence with a full date: what it tells, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Index of the time expression.
    pub time: u32,
    /// The words around the date.
    pub span: Span,
    /// The stems of these words (as the lower halves of their [`key`]s: a long text has
    /// thousands of events) with their roles, in the order of the keys.
    pub words: Box<[(u32, Role)]>,
    /// How it is meant.
    pub modality: Modality,
    /// Whether the words tell of the night or of a time zone, so that its day may be another
    /// elsewhere.
    pub zoned: bool,
}

/// Words farther from the date than this belong to something else.
const REACH: usize = 24;
/// Shorter words carry no weight.
const SHORTEST: usize = 4;

/// Reads the dated events of a block.
pub(crate) fn read(scene: &Scene<'_>, out: &mut Vec<Event>) {
    if !scene.has_times() {
        return;
    }
    let (mut start, mut next) = (0, 0);
    for at in scene.stops(Stop::TIME.or(Stop::SENTENCE)) {
        if at < next {
            continue;
        }
        if scene.tokens[at].starts_sentence {
            start = at;
        }
        let Some(time) = scene.time(at) else { continue };
        next = scene.after_time(at);
        if is_full_date(scene, time) && !as_of(scene, at) && !bounds_stretch(scene, at) {
            out.extend(event(scene, time, start, at..next));
        }
    }
}

fn is_full_date(scene: &Scene<'_>, time: u32) -> bool {
    let timex = scene.timex(time);
    let written = &timex.written;
    timex.kind == TimexKind::Date
        && written.day.is_some()
        && written.month.is_some()
        && written.year.is_some()
}

/// "As of 3 May 2020": a count at a day, taken again on others.
fn as_of(scene: &Scene<'_>, at: usize) -> bool {
    at >= 2 && scene.has(at - 1, Class::OF) && scene.has(at - 2, Class::CLAUSE)
}

/// "The year ended 30 June 1885": the day bounds a stretch that is told of again every year.
fn bounds_stretch(scene: &Scene<'_>, at: usize) -> bool {
    /// Between the stretch and the word for its end there are no more words than this.
    const NEAR: usize = 4;
    let filler =
        |&at: &usize| ["on", "with", "the"].map(key).contains(&scene.tokens[at].key);
    let ends = (0..at).rev().find(|at| !filler(at));
    ends.filter(|&at| ENDS.has(scene.tokens[at].key)).is_some_and(|ends| {
        let before = ends.saturating_sub(NEAR)..ends;
        before.into_iter().any(|at| STRETCHES.has(scene.tokens[at].key))
    })
}

static ENDS: Lexicon<(), 32> = Lexicon::new(&[(
    "ending ended ends end closing closed beginning commencing expiring expired",
    (),
)]);

static STRETCHES: Lexicon<(), 64> = Lexicon::new(&[(
    "year years month months week weeks quarter quarters half period periods term session \
     season decade",
    (),
)]);

fn event(
    scene: &Scene<'_>,
    time: u32,
    start: usize,
    date: std::ops::Range<usize>,
) -> Option<Event> {
    let parted = |at: &usize| scene.is(*at, ';');
    let first = start.max(date.start.saturating_sub(REACH));
    let first = (first..date.start).rev().find(parted).map_or(first, |at| at + 1);
    let last = scene.sentence_end(date.start).min(date.end + REACH);
    let last = (date.end..last).find(parted).unwrap_or(last);
    let mut words: Vec<_> = (first..last).filter_map(|at| word(scene, at)).collect();
    words.sort_unstable();
    words.dedup_by_key(|word| word.0);
    let told = words.iter().any(|word| word.1 == Role::Predicate);
    let doubtful = (first..last).any(|at| scene.has(at, Class::HEDGE.or(Class::PLAN)));
    told.then(|| Event {
        time,
        span: scene.span(first, last - 1),
        words: words.into_boxed_slice(),
        modality: if doubtful { Modality::Planned } else { Modality::Asserted },
        zoned: zone::is_told(scene, first..last),
    })
}

fn word(scene: &Scene<'_>, at: usize) -> Option<(u32, Role)> {
    let token = &scene.tokens[at];
    let word = scene.doc.slice(token.span);
    let weighty = token.is_word() && word.len() >= SHORTEST && scene.time(at).is_none();
    if !weighty || scene.has(at, Class::COMMON) {
        return None;
    }
    let stem = stem(word);
    Some((key(stem) as u32, role(scene, at, token, word)))
}

fn role(scene: &Scene<'_>, at: usize, token: &Token, word: &str) -> Role {
    let opens = token.starts_sentence && scene.class(at) != Class::NONE;
    if scene.has(at, Class::TITLE) {
        Role::Other
    } else if token.capital && !opens {
        Role::Name
    } else if scene.has(at, Class::PAST) || word.ends_with("ed") && !token.capital {
        Role::Predicate
    } else {
        Role::Other
    }
}

/// A word without its inflection, roughly.
pub(crate) fn stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s", "d", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() >= SHORTEST - 1);
    cut.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflections_share_a_stem() {
        assert_eq!(stem("released"), stem("release"));
        assert_eq!(stem("opened"), stem("opening"));
        assert_eq!(stem("Pyongyang"), "Pyongyang");
    }
}
