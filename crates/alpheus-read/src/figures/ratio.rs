//! Ratios told beside the two figures that they are of: "40 ships, or twice the 20 of last
//! year", "33,908 miles, and later 72,741, or more than double", "for twice as long (107 days
//! to 48)".
//!
//! Only these shapes are read. A ratio elsewhere in the sentence is mostly of something that
//! is not told in figures.

use super::{
    Sentence,
    change_words::spoils,
    counted::{counted, stem},
    lead::before_hedges,
};
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Hedge, Measure};
use alpheus_text::{Lexicon, Span, TokenKind, key};

/// Two figures, and how many times one is said to be the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The words that tell it.
    pub span: Span,
    /// So many times, at least 1: for "half as many" it is 2.
    pub times: f64,
    /// How it is hedged: "more than half as many" is under 2 times.
    pub hedge: Hedge,
    /// The worth of its last place.
    pub step: f64,
    /// The two figures, in the order of the text.
    pub figures: [Figure; 2],
}

/// The words of a ratio among the tokens.
struct Told {
    times: f64,
    step: f64,
    hedge: Hedge,
    first: usize,
    end: usize,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    if sentence.figures.len() < 2 {
        return;
    }
    let multiples = sentence.figures.iter().filter_map(multiple);
    let words = sentence.tokens.clone().filter_map(|at| word(sentence, at));
    for told in multiples.chain(words) {
        let pair = behind_both(sentence, &told)
            .or_else(|| bracketed(sentence, &told))
            .or_else(|| between(sentence, &told));
        let Some(pair) = pair.filter(|pair| alike(sentence, pair)) else { continue };
        let span = sentence.scene.span(told.first, told.end - 1);
        let figures = pair.map(|found| found.figure);
        let Told { times, step, hedge, .. } = told;
        out.push(Statement {
            assertion: Assertion::Ratio(Ratio { span, times, hedge, step, figures }),
            span: span.cover(figures[0].span).cover(figures[1].span),
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        });
    }
}

static WORDS: Lexicon<f64, 32> = Lexicon::new(&[
    ("double twice", 2.0),
    ("treble triple thrice", 3.0),
    ("quadruple", 4.0),
    ("half", 0.5),
]);

/// "twice as many", "three times", "two to one", where it is read as a figure.
fn multiple(found: &Found) -> Option<Told> {
    let Figure { value, step, hedge, .. } = found.figure;
    let plain = !found.figure.is_range() && value >= 1.0;
    (is_multiple(found) && plain).then_some(Told {
        times: value,
        step,
        hedge,
        first: found.first,
        end: found.end,
    })
}

/// "double", "half" at a token, where it closes a clause or compares.
fn word(sentence: &Sentence<'_>, at: usize) -> Option<Told> {
    let token = sentence.scene.tokens[at];
    let value = WORDS.get(token.key).filter(|_| token.kind == TokenKind::Word)?;
    let next = sentence.scene.tokens.get(at + 1)?;
    let closed = matches!(next.kind, TokenKind::Mark(',' | '.' | ';' | ')'));
    let read =
        || sentence.figures.iter().any(|found| found.first == at && is_multiple(found));
    if !closed && !LINKS.has(next.key) || read() {
        return None;
    }
    let hedge = hedge_before(sentence, at);
    let (times, hedge) =
        if value < 1.0 { (value.recip(), turned(hedge)) } else { (value, hedge) };
    Some(Told { times, step: 1.0, hedge, first: at, end: at + 1 })
}

fn is_multiple(found: &Found) -> bool {
    found.figure.measure == Measure::Multiple
}

/// A hedge on a part of one, as one on its reciprocal.
fn turned(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Over | Hedge::AtLeast => Hedge::Under,
        Hedge::Nearly | Hedge::Under | Hedge::AtMost => Hedge::Over,
        hedge => hedge,
    }
}

fn hedge_before(sentence: &Sentence<'_>, at: usize) -> Hedge {
    let word = |back: usize| {
        at.checked_sub(back).map_or(0, |before| sentence.scene.tokens[before].key)
    };
    match HEDGES.get(word(1)) {
        Some(Hedge::Over) if word(2) == const { key("less") } => Hedge::Under,
        Some(hedge) => hedge,
        None => Hedge::Plain,
    }
}

static HEDGES: Lexicon<Hedge, 32> = Lexicon::new(&[
    ("than over", Hedge::Over),
    ("least", Hedge::AtLeast),
    ("nearly almost scarcely hardly", Hedge::Nearly),
    ("under", Hedge::Under),
    ("most", Hedge::AtMost),
    ("about around roughly approximately some", Hedge::About),
]);

/// "33,908 miles, and later 72,741, or more than double": the ratio follows both figures,
/// which are the only ones before it.
fn behind_both(sentence: &Sentence<'_>, told: &Told) -> Option<[Found; 2]> {
    let scene = sentence.scene;
    let lead = before_hedges(scene, told.first)?;
    let or = scene.tokens[lead].key == const { key("or") };
    if !or || lead == 0 || !scene.is(lead - 1, ',') {
        return None;
    }
    let before = sentence.figures.iter().filter(|found| found.end < told.first);
    let mut both = before.filter(|found| found.figure.measure != Measure::Ordinal);
    let pair = [*both.next()?, *both.next()?];
    (both.next().is_none()).then_some(pair)
}

/// "for twice as long (107 days to 48)".
fn bracketed(sentence: &Sentence<'_>, told: &Told) -> Option<[Found; 2]> {
    /// So many tokens may stand between the ratio and its bracket.
    const NEAR: usize = 14;
    let scene = sentence.scene;
    let end = sentence.tokens.end.min(told.end + NEAR);
    let open = (told.end..end).find(|&at| scene.is(at, '('))?;
    let mut inside =
        sentence.figures.iter().skip_while(|found| found.first < told.end).copied();
    let pair = [inside.next()?, inside.next()?];
    let opens = pair[0].first > open && before_hedges(scene, pair[0].first) == Some(open);
    let linked = VERSUS.has(scene.tokens[before_hedges(scene, pair[1].first)?].key);
    let closes = (pair[1].end..pair[1].end + 3).any(|at| scene.is(at, ')'));
    (opens && linked && closes).then_some(pair)
}

const OF: u64 = key("of");

static VERSUS: Lexicon<(), 16> = Lexicon::new(&[("to against versus with v vs", ())]);

/// "60 guns, twice the 30 of the enemy": the ratio stands between the two.
fn between(sentence: &Sentence<'_>, told: &Told) -> Option<[Found; 2]> {
    /// So many tokens may stand between the first figure and the ratio,
    const BEFORE: usize = 6;
    /// and between it and the second.
    const BEHIND: usize = 6;
    let scene = sentence.scene;
    let first = sentence.figures.iter().rev().find(|found| found.end <= told.first)?;
    let second = sentence.figures.iter().find(|found| found.first >= told.end)?;
    let comma = (first.end..told.first).any(|at| scene.is(at, ','));
    let link = told.end..second.first;
    let linked = link.clone().all(|at| LINKS.has(scene.tokens[at].key));
    let the = scene.tokens[second.first.saturating_sub(1)].key == const { key("the") };
    let near =
        told.first - first.end <= BEFORE && link.len() <= BEHIND && !link.is_empty();
    (comma && linked && the && near).then_some([*first, *second])
}

static LINKS: Lexicon<(), 32> = Lexicon::new(&[(
    "as many much large great strong long the of number numerous high heavy",
    (),
)]);

/// Whether the two figures are of one kind, as far as it is told.
fn alike(sentence: &Sentence<'_>, pair: &[Found; 2]) -> bool {
    let scene = sentence.scene;
    let noun = |found: &Found| {
        let of = scene.tokens.get(found.end).is_some_and(|next| next.key == OF);
        let noun = counted(scene, &sentence.tokens, found).noun;
        noun.filter(|&at| at >= found.end && !of).map(|at| stem(scene, at))
    };
    let [a, b] = pair.map(|found| found.figure);
    let counts = !matches!(
        a.measure,
        Measure::Multiple | Measure::Fraction | Measure::Ordinal | Measure::Percent
    );
    let sober = a.value > 0.0
        && b.value > 0.0
        && !a.is_range()
        && !b.is_range()
        && !pair.iter().any(|found| spoils(scene, found));
    let nouns = pair.each_ref().map(noun);
    let same = a.measure != Measure::Count
        || matches!(nouns, [None, _] | [_, None])
        || nouns[0] == nouns[1];
    a.measure == b.measure && counts && sober && same
}
