//! A measure and the same told in another unit: "20 miles (32 km)".

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Measure, Unit, unit::Dimension};
use alpheus_text::{Lexicon, Token, TokenKind, key};

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
    let figures = sentence.figures;
    let mut given = 0;
    while given + 1 < figures.len() {
        let told = converted(sentence, given);
        for next in 1..=told {
            push(sentence, &figures[given], &figures[given + next], out);
        }
        // The last may be given in yet another unit: "2,000 ha (20 km² (7.7 sq mi))".
        given += told.max(1);
    }
}

fn measure(found: &Found) -> Option<(Figure, Unit)> {
    match found.figure.measure {
        Measure::Unit(unit) => Some((found.figure, unit)),
        _ => None,
    }
}

fn push(
    sentence: &Sentence<'_>,
    given: &Found,
    converted: &Found,
    out: &mut Vec<Statement>,
) {
    let tokens = sentence.scene.tokens;
    let (Some(given), Some(converted)) = (whole(tokens, given), whole(tokens, converted))
    else {
        return;
    };
    let span = given.0.span.cover(converted.0.span);
    let conversion = Conversion { given, converted, doubt: None };
    out.push(Statement {
        assertion: Assertion::Conversion(conversion),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    });
}

/// A measure with its sign; none if it is only the end of a number: "7/8 in", ".5 miles".
fn whole(tokens: &[Token], found: &Found) -> Option<(Figure, Unit)> {
    let (mut figure, unit) = measure(found)?;
    let Some(before) = found.first.checked_sub(1).map(|at| &tokens[at]) else {
        return Some((figure, unit));
    };
    let joined = !tokens[found.first].spaced;
    match before.kind {
        TokenKind::Mark('.' | '⁄') if joined => return None,
        TokenKind::Mark('/') if joined && found.first > 1 => {
            if tokens[found.first - 2].number().is_some() {
                return None;
            }
        }
        TokenKind::Mark('-' | '–')
            if joined && unit.dimension() == Dimension::Temperature && before.spaced =>
        {
            figure.value = -figure.value;
            figure.to = -figure.to;
        }
        _ => {}
    }
    Some((figure, unit))
}

/// How many of the figures behind this one convert it.
fn converted(sentence: &Sentence<'_>, given: usize) -> usize {
    let tokens = sentence.scene.tokens;
    let figures = sentence.figures;
    let [first, second] = [&figures[given], &figures[given + 1]];
    if !alike(first, second) {
        return 0;
    }
    match link(tokens, first.end, second.first) {
        Some(Link::Bracket) => in_bracket(tokens, &figures[given..]),
        Some(Link::Beside) => usize::from(other_system(first, second)),
        None => 0,
    }
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
            TokenKind::Mark('.') if at == from => {}
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

/// How many figures of the bracket that begins behind the first convert it.
fn in_bracket(tokens: &[Token], figures: &[Found]) -> usize {
    let mut told = 0;
    for pair in figures.windows(2) {
        let [before, figure] = pair else { break };
        let joined = told == 0 || parted(tokens, before.end, figure.first);
        if !joined || !alike(&figures[0], figure) || !ends(tokens, figure.end) {
            break;
        }
        told += 1;
    }
    told
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
