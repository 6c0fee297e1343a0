//! Inventories given twice: "The college offers 4 masters degrees, 45 bachelors degrees and
//! 11 diplomas", and other numbers of the same three things a few pages on.
//!
//! An article says in the present tense what its own theme has, and says it again in a
//! section further down; when the numbers are brought up to date, one of the two places is
//! forgotten. A list of three or more things told by their full names is hardly ever of two
//! holders in one article, if both sentences speak of what its title names.

use super::{
    Sentence,
    counted::{counted, stem},
};
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Found, Hedge, Interval, Measure};
use alpheus_text::{Lexicon, Span, Token};
use alpheus_time::TimexKind;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// What one holder has, listed in two places.
#[derive(Clone, Debug, PartialEq)]
pub struct Inventory {
    /// The things that both lists count; never fewer than three.
    pub things: Box<[Thing]>,
}

/// One thing with its two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thing {
    /// Where it is counted first.
    pub first: Span,
    /// Where it is counted again.
    pub second: Span,
    /// The two numbers.
    pub values: [f64; 2],
}

impl Thing {
    /// Whether the two numbers are not the same.
    pub fn differs(&self) -> bool {
        !Interval::point(self.values[0]).contains(self.values[1])
    }
}

/// Two lists have at least so many things in common, and each counts as many.
const COMMON: usize = 3;
/// A title has no more words than this.
const LONGEST_TITLE: usize = 16;
/// A subject reaches no farther back from its verb.
const REACH: usize = 12;

/// What is had now; a past tense would be of its own day.
static HOLDS: Lexicon<(), 64> = Lexicon::new(&[(
    "offers offer has have includes include comprises comprise contains contain operates \
     operate maintains maintain owns own employs employ runs run provides provide holds \
     hold houses house numbers number",
    (),
)]);

/// One thing of a list.
#[derive(Clone, Copy)]
struct Item {
    thing: u64,
    span: Span,
    value: f64,
}

/// The lists of a document that may be told again.
#[derive(Default)]
pub(crate) struct Inventories {
    /// The words of the document's title; `None` before the first block.
    title: Option<Vec<u64>>,
    lists: Vec<Vec<Item>>,
}

impl Inventories {
    /// Learns what the document is about from its first block.
    pub(crate) fn entitle(&mut self, tokens: &[Token]) {
        self.title.get_or_insert_with(|| {
            let words = tokens.iter().filter(|token| token.is_word());
            let words: Vec<u64> = words.map(|token| token.key).collect();
            if words.len() <= LONGEST_TITLE { words } else { Vec::new() }
        });
    }

    /// Keeps the list of a sentence, if it tells what the document's theme has now.
    pub(crate) fn sentence(&mut self, sentence: &Sentence<'_>) {
        if sentence.figures.len() < COMMON || !self.is_inventory(sentence) {
            return;
        }
        let items = sentence.figures.iter().filter_map(|found| item(sentence, found));
        let items: Vec<_> = items.collect();
        if items.len() >= COMMON {
            self.lists.push(items);
        }
    }

    fn is_inventory(&self, sentence: &Sentence<'_>) -> bool {
        let first = sentence.figures[0].first;
        let Some(verb) = first.checked_sub(1) else { return false };
        let scene = sentence.scene;
        HOLDS.has(scene.tokens[verb].key)
            && verb > sentence.tokens.start
            && verb - sentence.tokens.start <= REACH
            && self.is_theme(sentence, verb)
            && !sentence.tokens.clone().any(|at| {
                scene.time(at).is_some_and(|time| {
                    let timex = scene.timex(time);
                    timex.kind == TimexKind::Date && timex.written.year.is_some()
                })
            })
    }

    /// Whether each word of weight before the verb is one of the title's.
    fn is_theme(&self, sentence: &Sentence<'_>, verb: usize) -> bool {
        /// Shorter words are articles and the like.
        const SHORTEST: u32 = 4;
        let title = self.title.as_deref().unwrap_or_default();
        let scene = sentence.scene;
        let mut subject = (sentence.tokens.start..verb).filter(|&at| {
            let token = &scene.tokens[at];
            let adverb = scene.doc.slice(token.span).ends_with("ly");
            token.is_word() && token.span.len() >= SHORTEST && !adverb
        });
        let mut named = false;
        let themes = subject.all(|at| {
            named = true;
            title.contains(&scene.tokens[at].key)
        });
        named && themes
    }

    /// States each list with the one that it repeats.
    pub(crate) fn finish(self, out: &mut Vec<Statement>) {
        for (index, second) in self.lists.iter().enumerate() {
            let again =
                self.lists[..index].iter().find_map(|first| common(first, second));
            out.extend(again.map(statement));
        }
    }
}

/// A thing that is counted without a hedge, under its full name.
fn item(sentence: &Sentence<'_>, found: &Found) -> Option<Item> {
    let figure = &found.figure;
    let exact = matches!(figure.hedge, Hedge::Plain | Hedge::Exactly);
    if !exact || figure.measure != Measure::Count || figure.is_range() {
        return None;
    }
    let counted = counted(sentence.scene, &sentence.tokens, found);
    let noun = counted.noun.filter(|&noun| noun >= found.end && !counted.supposed)?;
    let mut hasher = FxHasher::default();
    for at in found.end..=noun {
        stem(sentence.scene, at).hash(&mut hasher);
    }
    Some(Item { thing: hasher.finish(), span: figure.span, value: figure.value })
}

/// What two lists both count, if it is enough.
fn common(first: &[Item], second: &[Item]) -> Option<Box<[Thing]>> {
    let things = second.iter().filter_map(|b| {
        let a = first.iter().find(|a| a.thing == b.thing)?;
        Some(Thing { first: a.span, second: b.span, values: [a.value, b.value] })
    });
    let things: Box<[Thing]> = things.collect();
    (things.len() >= COMMON).then_some(things)
}

fn statement(things: Box<[Thing]>) -> Statement {
    let last = things.len() - 1;
    let span = things[0].second.cover(things[last].second);
    Statement {
        assertion: Assertion::Inventory(Inventory { things }),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}
