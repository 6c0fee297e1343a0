//! A measure and the same told in another unit: "20 miles (32 km)".

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Measure, Unit, unit::Dimension};
use alpheus_text::{Lexicon, Token, TokenKind, key};
use std::ops::Range;

/// A measure and what it is said to be in another unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// The measure that is told first.
    pub given: (Figure, Unit),
    /// The same, converted.
    pub converted: (Figure, Unit),
    /// Why the second may be another measure.
    pub doubt: Option<&'static str>,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    let tokens = sentence.scene.tokens;
    for (given, pair) in sentence.figures.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if measure(first).is_none() {
            continue;
        }
        match link(tokens, first.end, second.first) {
            Some(Link::Bracket) => bracket(sentence, given, out),
            Some(Link::Beside) if other_system(first, second) => {
                convert(sentence, given..given + 1, given + 1..given + 2, out);
            }
            _ => {}
        }
    }
}

/// Reads the conversions in the bracket behind a measure.
fn bracket(sentence: &Sentence<'_>, given: usize, out: &mut Vec<Statement>) {
    let (tokens, figures) = (sentence.scene.tokens, sentence.figures);
    let givens = list_to(tokens, figures, given);
    let mut first = given + 1;
    while first < figures.len() {
        let group = list_from(tokens, figures, first);
        let last = &figures[group.end - 1];
        if !alike(&figures[given], last) || !ends(tokens, last.end) {
            break;
        }
        let from = if group.len() == 1 { given..given + 1 } else { givens.clone() };
        first = group.end;
        convert(sentence, from, group, out);
        let goes_on = figures
            .get(first)
            .is_some_and(|next| parted(tokens, figures[first - 1].end, next.first));
        if !goes_on {
            break;
        }
    }
}

/// The figures that share the unit of the last, which is `last`: "18 by 24 inches".
fn list_to(tokens: &[Token], figures: &[Found], last: usize) -> Range<usize> {
    let mut first = last;
    while first > 0
        && last - first < LONGEST_LIST
        && listed(tokens, &figures[first - 1..])
    {
        first -= 1;
    }
    first..last + 1
}

/// The figures from `first` on that share the unit of the last of them.
fn list_from(tokens: &[Token], figures: &[Found], first: usize) -> Range<usize> {
    let mut last = first;
    while last - first < LONGEST_LIST && listed(tokens, &figures[last..]) {
        last += 1;
    }
    first..last + 1
}

/// No measure has more sides, and no list of heights that is told in brackets more members.
const LONGEST_LIST: usize = 4;

/// Whether the first figure is in one list with the second.
fn listed(tokens: &[Token], figures: &[Found]) -> bool {
    let [a, b, ..] = figures else { return false };
    let between = tokens.get(a.end..b.first).unwrap_or_default();
    let same = a.figure.measure == Measure::Count || a.figure.measure == b.figure.measure;
    same && (1..=4).contains(&between.len())
        && between.iter().all(|token| match token.kind {
            TokenKind::Mark(mark) => matches!(mark, '-' | '–' | '×' | ','),
            TokenKind::Word => {
                LISTS.has(token.key) || WORDS.get(token.key) == Some(Word::Size)
            }
            TokenKind::Number => false,
        })
}

static LISTS: Lexicon<(), 16> = Lexicon::new(&[("to by x and or", ())]);

fn measure(found: &Found) -> Option<(Figure, Unit)> {
    match found.figure.measure {
        Measure::Unit(unit) => Some((found.figure, unit)),
        _ => None,
    }
}

/// Puts down that the figures of one list are those of another, one by one.
fn convert(
    sentence: &Sentence<'_>,
    given: Range<usize>,
    converted: Range<usize>,
    out: &mut Vec<Statement>,
) {
    let unit = |list: &Range<usize>| Some(measure(&sentence.figures[list.end - 1])?.1);
    let (Some(from), Some(to)) = (unit(&given), unit(&converted)) else { return };
    if given.len() != converted.len() {
        return;
    }
    for (given, converted) in given.zip(converted) {
        let [a, b] = [given, converted].map(|at| &sentence.figures[at]);
        let tokens = sentence.scene.tokens;
        if let (Some(a), Some(b)) = (whole(tokens, a, from), whole(tokens, b, to)) {
            out.push(statement((a, from), (b, to)));
        }
    }
}

fn statement(given: (Figure, Unit), converted: (Figure, Unit)) -> Statement {
    let doubt = (given.0.is_range() != converted.0.is_range())
        .then_some("one is a range, the other is not");
    Statement {
        span: given.0.span.cover(converted.0.span),
        assertion: Assertion::Conversion(Conversion { given, converted, doubt }),
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

/// A figure with its sign; none if it is only the end of a number: "7⁄8 in", ".5 miles".
fn whole(tokens: &[Token], found: &Found, unit: Unit) -> Option<Figure> {
    let mut figure = found.figure;
    let Some(before) = found.first.checked_sub(1) else { return Some(figure) };
    if tokens[found.first].spaced {
        return Some(figure);
    }
    let digits = |at: usize| tokens.get(at).is_some_and(|token| token.number().is_some());
    match tokens[before].kind {
        TokenKind::Mark('.' | '⁄') => return None,
        TokenKind::Mark('/') if before > 0 && digits(before - 1) => return None,
        TokenKind::Mark('-' | '–') if tokens[before].spaced || before == 0 => {
            if unit.dimension() == Dimension::Temperature {
                figure.value = -figure.value;
                figure.to = -figure.to;
            }
        }
        _ => {}
    }
    Some(figure)
}

/// Whether the two measure the same thing in different units.
fn alike(a: &Found, b: &Found) -> bool {
    match (measure(a), measure(b)) {
        (Some((_, a)), Some((_, b))) => a != b && a.dimension() == b.dimension(),
        _ => false,
    }
}

/// Whether one is metric and the other is not.
fn other_system(a: &Found, b: &Found) -> bool {
    match (measure(a), measure(b)) {
        (Some((_, a)), Some((_, b))) => a.is_metric() != b.is_metric(),
        _ => false,
    }
}

/// How a measure follows another.
enum Link {
    /// In a bracket.
    Bracket,
    /// Behind "or", "that is", an equals sign or a stroke.
    Beside,
}

static WORDS: Lexicon<Word, 128> = Lexicon::new(&[
    ("high tall long wide broad deep thick across square", Word::Size),
    ("in length height width depth diameter weight area thickness", Word::Size),
    (
        "about around approximately roughly circa c ca approx nearly almost over some",
        Word::Hedge,
    ),
    ("or equals", Word::Is),
    ("equal equivalent", Word::Equal),
    ("to", Word::To),
]);

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Size,
    Hedge,
    Is,
    Equal,
    To,
}

/// What stands between two measures, if it makes the second the first.
fn link(tokens: &[Token], from: usize, to: usize) -> Option<Link> {
    let mut bracket = false;
    let mut beside = false;
    for at in from..to {
        let token = &tokens[at];
        match token.kind {
            TokenKind::Mark('(' | '[') if !bracket => bracket = true,
            TokenKind::Mark('.' | '-') if at == from => {}
            TokenKind::Mark('~' | '≈') => {}
            TokenKind::Mark('.') if bracket => {}
            TokenKind::Mark('=') => beside = true,
            TokenKind::Mark('/') if to == from + 1 => beside = true,
            TokenKind::Mark(',') if !bracket => {}
            TokenKind::Word => match WORDS.get(token.key)? {
                Word::Size if !bracket && !beside => {}
                Word::Hedge if bracket || beside => {}
                Word::Is | Word::Equal => beside = true,
                Word::To if beside => {}
                _ => return None,
            },
            _ => return None,
        }
    }
    match (bracket, beside) {
        (true, _) => Some(Link::Bracket),
        (_, true) => Some(Link::Beside),
        _ => None,
    }
}

/// Whether only a mark or "or" parts two conversions.
fn parted(tokens: &[Token], from: usize, to: usize) -> bool {
    tokens[from..to].iter().all(|token| match token.kind {
        TokenKind::Mark(';' | ',' | '/' | '.') => true,
        TokenKind::Word => {
            token.key == const { key("or") } || WORDS.get(token.key) == Some(Word::Hedge)
        }
        _ => false,
    })
}

/// Whether a measure in a bracket stands by itself.
fn ends(tokens: &[Token], at: usize) -> bool {
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.is('.')));
    tokens.get(at).is_some_and(|token| match token.kind {
        TokenKind::Mark(mark) => matches!(mark, ')' | ']' | ';' | ',' | '/' | '('),
        _ => token.key == const { key("or") },
    })
}
