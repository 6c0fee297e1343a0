//! The differences of a passage from its source, word by word.
//!
//! Words that share most of their letters in the alignment belong together; what lies between
//! them was changed, added or dropped. A difference in spelling is one that leaves most letters
//! in place and makes no other word of the language.

use crate::{
    Folded,
    align::{Run, Step},
    chance::Pair,
    distance::distance,
    fold::shape,
    words::Model,
};
use alpheus_text::Span;
use std::ops::Range;

/// How words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The same word, spelt or printed otherwise.
    Spelling,
    /// Other words.
    Changed,
    /// Words that the source does not have.
    Added,
    /// Words of the source that are left out.
    Dropped,
}

/// A difference from the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// How the words differ.
    pub change: Change,
    /// The words in the account; where they were dropped, an empty span where they would stand.
    pub here: Span,
    /// The words in the source; where none are, an empty span.
    pub there: Span,
}

/// Older forms and the words that stand for them today. Who modernises a text changes these.
const MODERN: &[(&str, &str)] = &[
    ("upon", "on"),
    ("shall", "will"),
    ("should", "would"),
    ("unto", "to"),
    ("hath", "has"),
    ("doth", "does"),
    ("thou", "you"),
    ("thee", "you"),
    ("ye", "you"),
    ("thy", "your"),
    ("thine", "your"),
    ("art", "are"),
    ("hast", "have"),
    ("dost", "do"),
    ("wilt", "will"),
    ("whilst", "while"),
    ("amongst", "among"),
    ("betwixt", "between"),
    ("toward", "towards"),
    ("an", "a"),
    ("mine", "my"),
    ("sith", "since"),
    ("spake", "spoke"),
    ("oft", "often"),
    ("plough", "plow"),
    ("gaol", "jail"),
    ("draught", "draft"),
    ("cheque", "check"),
    ("programme", "program"),
];

/// The differences that an alignment shows, in order.
pub(crate) fn differences(
    model: &Model<'_>,
    pair: &Pair<'_>,
    runs: &[Run],
) -> Vec<Difference> {
    let groups = groups(pair, runs);
    let changes: Vec<_> = groups.iter().map(|group| group.change(model, pair)).collect();
    // Where some words are misprinted, so are those that a misprint makes another word.
    let misprints = changes.contains(&Some(Change::Spelling));
    let here = words_of(pair.query, &pair.query_letters);
    let there = words_of(pair.target, &pair.target_letters);
    let mut found = Vec::new();
    let (mut at_here, mut at_there) = (here.start, there.start);
    for (group, mut change) in groups.iter().zip(changes) {
        between(pair, at_here..group.here.start, at_there..group.there.start, &mut found);
        if change == Some(Change::Changed) && misprints && group.is_slight(pair) {
            change = Some(Change::Spelling);
        }
        let whole = change.map(|change| Difference {
            change,
            here: span(pair.query, &group.here),
            there: span(pair.target, &group.there),
        });
        let part = group.part(pair).filter(|_| change == Some(Change::Changed));
        found.extend(part.or(whole));
        (at_here, at_there) = (group.here.end, group.there.end);
    }
    between(pair, at_here..here.end, at_there..there.end, &mut found);
    let found = slid(found, pair);
    if !misprints {
        return found;
    }
    let misread = found.iter().filter(|one| one.change == Change::Spelling).count();
    let worn = misread * WORN >= here.len();
    found.into_iter().map(|one| one.forgiven(model, pair, worn)).collect()
}

/// Where one word in so many is misprinted, a scanner may also lose a short word, or misread
/// several letters so that they make another word.
const WORN: usize = 10;

/// Where a word was aligned with another of the source, and words of the source beside it were
/// dropped that end or begin with the very word, only the others were dropped.
fn slid(found: Vec<Difference>, pair: &Pair<'_>) -> Vec<Difference> {
    let mut out: Vec<Difference> = Vec::with_capacity(found.len());
    for one in found {
        match out.last_mut() {
            Some(last)
                if last.change != Change::Dropped && one.change == Change::Dropped =>
            {
                match one.without_last(last, pair) {
                    Some(dropped) => *last = dropped,
                    None => out.push(one),
                }
            }
            _ => out.push(one),
        }
    }
    out
}

impl Difference {
    fn letters<'p>(text: &'p Folded<'_>, span: Span) -> &'p [u8] {
        &text.letters()[text.letter_from(span.start)..text.letter_from(span.end)]
    }

    /// The dropped words of the source with those that `before` has in their place, if the last
    /// of them are its words.
    fn without_last(&self, before: &Difference, pair: &Pair<'_>) -> Option<Difference> {
        let here = Self::letters(pair.query, before.here);
        let first = pair.target.letter_from(before.there.start);
        let end = pair.target.letter_from(self.there.end);
        let follows = before.here.end <= self.here.start
            && pair.target.letter_from(before.there.end)
                == pair.target.letter_from(self.there.start)
            && pair.query.letter_from(before.here.end)
                == pair.query.letter_from(self.here.start);
        let rest = pair.target.letters().get(first..end)?.strip_suffix(here)?.len();
        let word = pair.target.words().binary_search(&((first + rest) as u32)).is_ok();
        (follows && word && rest > 0 && !here.is_empty()).then(|| Difference {
            change: Change::Dropped,
            here: Span::new(before.here.start, before.here.start),
            there: pair.target.span(first..first + rest),
        })
    }

    /// Among misprints, a scrap that is no word is one too, and in a worn text a short word that
    /// is gone or a word that has half of the letters.
    fn forgiven(mut self, model: &Model<'_>, pair: &Pair<'_>, worn: bool) -> Self {
        let here = Self::letters(pair.query, self.here);
        let there = Self::letters(pair.target, self.there);
        if is_number(here) && is_number(there) {
            return self;
        }
        let scrap = here.len() == 1 || !here.is_empty() && !model.knows(here);
        let near = here.len().abs_diff(there.len()) <= 2;
        let lost = worn && here.is_empty() && there.len() == 1;
        let misread = worn
            && !here.is_empty()
            && distance(here, there) * 2 <= here.len().max(there.len());
        if scrap && near || lost || misread {
            self.change = Change::Spelling;
        }
        self
    }
}

pub(crate) fn words_of(text: &Folded<'_>, letters: &Range<usize>) -> Range<usize> {
    if letters.is_empty() {
        return 0..0;
    }
    text.word_of(letters.start)..text.word_of(letters.end - 1) + 1
}

/// The bytes of some words; of none, the place where they would begin.
fn span(text: &Folded<'_>, words: &Range<usize>) -> Span {
    let start = text.word(words.start).start;
    if words.is_empty() {
        return text.span(start..start);
    }
    text.span(start..text.word(words.end - 1).end)
}

/// What stands between two groups.
fn between(
    pair: &Pair<'_>,
    here: Range<usize>,
    there: Range<usize>,
    found: &mut Vec<Difference>,
) {
    let change = match (here.is_empty(), there.is_empty()) {
        (true, true) => return,
        (false, false) if is_modern(pair, &here, &there) => Change::Spelling,
        (false, false) => Change::Changed,
        (false, true) => Change::Added,
        (true, false) => Change::Dropped,
    };
    let (here, there) = (span(pair.query, &here), span(pair.target, &there));
    found.push(Difference { change, here, there });
}

fn letters<'p>(text: &'p Folded<'_>, words: &Range<usize>) -> &'p [u8] {
    let end = text.word(words.end.saturating_sub(1)).end;
    &text.letters()[text.word(words.start).start..end]
}

fn is_number(letters: &[u8]) -> bool {
    !letters.is_empty() && letters.iter().all(u8::is_ascii_digit)
}

fn is_modern(pair: &Pair<'_>, here: &Range<usize>, there: &Range<usize>) -> bool {
    let (here, there) = (letters(pair.query, here), letters(pair.target, there));
    let is = |(old, new): &(&str, &str)| {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        (old, new) == (there, here) || (old, new) == (here, there)
    };
    MODERN.iter().any(is) || ends_otherwise(here, there)
}

/// "Centre" for "center", or the other way round.
fn ends_otherwise(here: &[u8], there: &[u8]) -> bool {
    let stem = |word: &'_ [u8], end: &[u8]| word.strip_suffix(end).map(<[u8]>::len);
    let swapped = stem(here, b"re").is_some() && stem(there, b"er").is_some()
        || stem(here, b"er").is_some() && stem(there, b"re").is_some();
    swapped && here.len() > 4 && here.len() == there.len() && {
        let stem = here.len() - 2;
        here[..stem] == there[..stem]
    }
}

/// Words on both sides that belong together.
struct Group {
    here: Range<usize>,
    there: Range<usize>,
    equal: usize,
}

impl Group {
    /// How its words differ, if they do.
    fn change(&self, model: &Model<'_>, pair: &Pair<'_>) -> Option<Change> {
        let (here, there) =
            (letters(pair.query, &self.here), letters(pair.target, &self.there));
        if here == there {
            return None;
        }
        let longest = here.len().max(there.len());
        let slice = pair.query.text();
        let span = span(pair.query, &self.here);
        let contracted =
            slice.get(span.range()).is_some_and(|words| words.contains(['\'', '’']));
        if is_number(here) && is_number(there) {
            return Some(Change::Changed);
        }
        // What makes another word of the language has to be very like to be a misprint.
        let word = self.here.len() == 1
            && self.there.len() == 1
            && (here.len() > 1 || matches!(here, b"a" | b"i" | b"o"))
            && model.knows(here);
        let likeness = if contracted || !word { 2 } else { 4 };
        let alike = self.equal * likeness >= longest * (likeness - 1);
        let spelling = alike
            || is_modern(pair, &self.here, &self.there)
            || self.is_slight(pair) && model.is_far_rarer(here, there);
        Some(if spelling { Change::Spelling } else { Change::Changed })
    }
}

impl Group {
    /// Where the words of one side are those of the other and some more, only these differ.
    fn part(&self, pair: &Pair<'_>) -> Option<Difference> {
        let (here, there) = (&self.here, &self.there);
        let more = there.len() > here.len();
        let both = here.len().min(there.len());
        let alike = |here: Range<usize>, there: Range<usize>| {
            letters(pair.query, &here) == letters(pair.target, &there)
        };
        let (here_rest, there_rest) = if here.len() == there.len() {
            return None;
        } else if alike(here.start..here.start + both, there.start..there.start + both) {
            (here.start + both..here.end, there.start + both..there.end)
        } else if alike(here.end - both..here.end, there.end - both..there.end) {
            (here.start..here.end - both, there.start..there.end - both)
        } else {
            return None;
        };
        Some(Difference {
            change: if more { Change::Dropped } else { Change::Added },
            here: span(pair.query, &here_rest),
            there: span(pair.target, &there_rest),
        })
    }

    /// Whether no more than one letter is wrong, put in or left out. A digit is never slight.
    fn is_slight(&self, pair: &Pair<'_>) -> bool {
        let (here, there) =
            (letters(pair.query, &self.here), letters(pair.target, &self.there));
        let numbers = is_number(here) && is_number(there);
        !numbers && here.len().max(there.len()) <= self.equal + 1
    }
}

/// The groups of words that share most letters of the shorter word, in order.
fn groups(pair: &Pair<'_>, runs: &[Run]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for Link { here, there, equal, alike } in links(pair, runs) {
        let shorter = pair.query.word(here).len().min(pair.target.word(there).len());
        if (equal + alike) * 2 < shorter || equal + alike == 0 {
            continue;
        }
        match groups.last_mut() {
            Some(last) if last.here.end > here || last.there.end > there => {
                last.here.end = last.here.end.max(here + 1);
                last.there.end = last.there.end.max(there + 1);
                last.equal += equal;
            }
            _ => groups.push(Group {
                here: here..here + 1,
                there: there..there + 1,
                equal,
            }),
        }
    }
    groups
}

/// Words that face each other.
struct Link {
    here: usize,
    there: usize,
    /// Their equal letters.
    equal: usize,
    /// Those that a scanner takes for each other.
    alike: usize,
}

/// The pairs of words that face each other, in order.
fn links(pair: &Pair<'_>, runs: &[Run]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let (mut query, mut target) = (pair.query_letters.start, pair.target_letters.start);
    for run in runs {
        let count = run.count as usize;
        if matches!(run.step, Step::Equal | Step::Differ) {
            for letter in 0..count {
                let here = pair.query.word_of(query + letter);
                let there = pair.target.word_of(target + letter);
                if links
                    .last()
                    .is_none_or(|last| (last.here, last.there) != (here, there))
                {
                    links.push(Link { here, there, equal: 0, alike: 0 });
                }
                let looks = |text: &Folded<'_>, at: usize| shape(text.letters()[at]);
                let same_shape = looks(pair.query, query + letter)
                    == looks(pair.target, target + letter);
                if let Some(last) = links.last_mut() {
                    last.equal += usize::from(run.step == Step::Equal);
                    last.alike += usize::from(run.step == Step::Differ && same_shape);
                }
            }
        }
        query += if run.step == Step::Target { 0 } else { count };
        target += if run.step == Step::Query { 0 } else { count };
    }
    links
}
