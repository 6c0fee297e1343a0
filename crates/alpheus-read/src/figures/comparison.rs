//! Comparisons of two figures that both stand there: "more than 500 (480)", "the larger, at
//! 300, against 400", "lost 300 men, more than the 400 of the enemy", "the 4,000 outnumbered
//! the 6,000".

use super::{Sentence, change_words::spoils, lead::before_hedges};
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Hedge, Measure};
use alpheus_text::{Lexicon, Span, TokenKind, key};

/// Two figures, one of which is said to be the greater.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The words that say so.
    pub word: Span,
    /// The figure that is said to be the greater.
    pub greater: Figure,
    /// The figure that is said to be the less.
    pub less: Figure,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    for pair in sentence.figures.windows(2) {
        let [a, b] = pair else { continue };
        let found = bracketed(sentence, a, b)
            .or_else(|| measured_against(sentence, a, b))
            .or_else(|| than(sentence, a, b))
            .or_else(|| outdone(sentence, a, b));
        let Some((word, first_greater)) = found.filter(|_| alike(sentence, a, b)) else {
            continue;
        };
        let (greater, less) = if first_greater { (a, b) } else { (b, a) };
        let word = sentence.scene.tokens[word].span;
        let (greater, less) = (greater.figure, less.figure);
        out.push(Statement {
            assertion: Assertion::Comparison(Comparison { word, greater, less }),
            span: word.cover(greater.span).cover(less.span),
            modality: Modality::Asserted,
            speaker: Speaker::Author,
        });
    }
}

/// The token that compares, and whether the first of the two figures is the greater.
type Verdict = (usize, bool);

/// Words that compare what stands before them with what follows.
static WORDS: Lexicon<bool, 32> = Lexicon::new(&[
    ("more larger greater higher bigger stronger longer heavier", true),
    ("fewer less smaller lower weaker shorter lighter", false),
]);

static VERSUS: Lexicon<(), 8> = Lexicon::new(&[("against versus", ())]);

/// "more than 500 (480)": the number that stands in the bracket should keep to the bound.
fn bracketed(sentence: &Sentence<'_>, bound: &Found, exact: &Found) -> Option<Verdict> {
    /// A number of quite another size is a note or counts something else.
    const SIZES: std::ops::Range<f64> = 0.6..1.6;
    let scene = sentence.scene;
    let open = exact.first.checked_sub(1).filter(|&at| scene.is(at, '('))?;
    let near = open >= bound.end && open - bound.end <= 2;
    let size = exact.figure.value / bound.figure.value;
    let bare = scene.is(exact.end, ')') && exact.figure.is_plain();
    let year = exact.figure.may_be_year();
    if !near || !bare || year || !SIZES.contains(&size) {
        return None;
    }
    match bound.figure.hedge {
        Hedge::Over | Hedge::AtLeast => Some((open, false)),
        Hedge::Under | Hedge::Nearly | Hedge::AtMost => Some((open, true)),
        Hedge::Plain | Hedge::Exactly | Hedge::About => None,
    }
}

/// "the larger, at 300, against 400", "fewer votes, 600 as against 500".
fn measured_against(sentence: &Sentence<'_>, a: &Found, b: &Found) -> Option<Verdict> {
    /// Between the comparing word and the first figure stand so many tokens,
    const BEFORE: usize = 4;
    /// and between the figures so many.
    const BETWEEN: usize = 6;
    let scene = sentence.scene;
    let versus = before_hedges(scene, b.first)?;
    if !VERSUS.has(scene.tokens[versus].key) || b.first - a.end > BETWEEN {
        return None;
    }
    let start = sentence.tokens.start.max(a.first.saturating_sub(BEFORE));
    let word = (start..a.first).rev().find(|&at| WORDS.has(scene.tokens[at].key))?;
    let than = scene.tokens[word + 1].key == const { key("than") };
    let parted = (word..a.first).any(|at| scene.is(at, ',') || scene.is(at, '–'));
    (!than && parted).then(|| Some((word, WORDS.get(scene.tokens[word].key)?))).flatten()
}

/// "lost 300 men, more than the 400 of the enemy".
fn than(sentence: &Sentence<'_>, a: &Found, b: &Found) -> Option<Verdict> {
    let scene = sentence.scene;
    let tokens = scene.tokens;
    let than = (a.end..b.first).find(|&at| tokens[at].key == const { key("than") })?;
    let word = than - 1;
    let greater = WORDS.get(tokens[word].key)?;
    let comma = word > a.end && scene.is(word - 1, ',');
    let last = tokens[b.first - 1];
    let owned = last.key == const { key("the") } || last.key == const { key("s") };
    let near = word - a.end <= 4 && b.first - than <= 4 && b.first - than > 1;
    (comma && owned && near).then_some((word, greater))
}

/// "the 4,000 outnumbered the 6,000".
fn outdone(sentence: &Sentence<'_>, a: &Found, b: &Found) -> Option<Verdict> {
    let scene = sentence.scene;
    let tokens = scene.tokens;
    let word = (a.end..b.first).find(|&at| OUTDONE.has(tokens[at].key))?;
    let lead = before_hedges(scene, b.first)?;
    let by = tokens[lead].key == const { key("by") };
    let beside = lead == word || by && lead == word + 1;
    let the = tokens[b.first - 1].key == const { key("the") };
    let denied = (a.end..word).any(|at| {
        const { [key("not"), key("never"), key("nor"), key("to")] }
            .contains(&tokens[at].key)
            || matches!(tokens[at].kind, TokenKind::Mark(_))
    });
    (beside && the && !denied && word - a.end <= 4).then_some((word, !by))
}

static OUTDONE: Lexicon<(), 16> =
    Lexicon::new(&[("outnumbered outnumber exceeded exceed surpassed", ())]);

/// Whether both are plain amounts in one measure.
fn alike(sentence: &Sentence<'_>, a: &Found, b: &Found) -> bool {
    let counts = !matches!(
        a.figure.measure,
        Measure::Multiple | Measure::Ordinal | Measure::Fraction
    );
    let sober = [a, b].iter().all(|found| {
        found.figure.value > 0.0
            && !found.figure.is_range()
            && !spoils(sentence.scene, found)
    });
    counts && sober && a.figure.measure == b.figure.measure
}
