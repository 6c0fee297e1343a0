//! A measure and the same told in another unit: "20 miles (32 km)".

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Currency, Figure, Found, Measure};
use alpheus_text::{Lexicon, Token, TokenKind, key};
use std::ops::Range;

/// A measure and what it is said to be in another unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// The measure that is told first.
    pub given: Figure,
    /// The same, converted.
    pub converted: Figure,
    /// Why the second may be another measure.
    pub doubt: Option<&'static str>,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    // The point of "500 lb. (230 kg)" may seem to end a sentence: all figures are looked at.
    let begin = sentence.figures[0].first;
    let given = sentence.all.partition_point(|found| found.first < begin);
    let reader = Reader { tokens: sentence.scene.tokens, figures: sentence.all };
    for given in given..given + sentence.figures.len() {
        reader.read(given, out);
    }
}

/// The tokens and figures of a block.
struct Reader<'a> {
    tokens: &'a [Token],
    figures: &'a [Found],
}

impl Reader<'_> {
    /// Reads the conversions of the figure `given`.
    fn read(&self, given: usize, out: &mut Vec<Statement>) {
        let Some([first, second]) = self.figures.get(given..given + 2) else { return };
        let (Measure::Unit(_) | Measure::Money(_)) = first.figure.measure else { return };
        let one = given..given + 1;
        let next = given + 1..given + 2;
        match link(self.tokens, first.end, second.first) {
            Some(Link::Equal) if old_money(first, second) => self.convert(one, next, out),
            Some(Link::Bracket) => self.bracket(given, out),
            Some(Link::Equal | Link::Or) if other_system(first, second) => {
                self.convert(one, next, out);
            }
            _ => {}
        }
    }

    /// Reads the conversions in the bracket behind a measure.
    fn bracket(&self, given: usize, out: &mut Vec<Statement>) {
        let givens = self.list_to(given);
        let mut first = given + 1;
        while first < self.figures.len() {
            let group = self.list_from(first);
            let last = &self.figures[group.end - 1];
            if !alike(&self.figures[given], last) || !ends(self.tokens, last.end) {
                break;
            }
            let alone = group.len() == 1 && !last.figure.is_range();
            let from = if alone { given..given + 1 } else { givens.clone() };
            first = group.end;
            self.convert(from, group, out);
            let next = self.figures.get(first);
            if !next.is_some_and(|next| parted(self.tokens, last.end, next.first)) {
                break;
            }
        }
    }

    /// The figures that share the unit of the last, which is `last`: "18 by 24 inches".
    fn list_to(&self, last: usize) -> Range<usize> {
        let least = last.saturating_sub(LONGEST_LIST);
        let mut first = last;
        while first > least && listed(self.tokens, &self.figures[first - 1..]) {
            first -= 1;
        }
        first..last + 1
    }

    /// The figures from `first` on that share the unit of the last of them.
    fn list_from(&self, first: usize) -> Range<usize> {
        let mut last = first;
        while last - first < LONGEST_LIST && listed(self.tokens, &self.figures[last..]) {
            last += 1;
        }
        first..last + 1
    }

    /// Puts down that the figures of one list are those of another, one by one.
    fn convert(
        &self,
        given: Range<usize>,
        converted: Range<usize>,
        out: &mut Vec<Statement>,
    ) {
        let [mut from, mut to] = [given, converted].map(|list| self.of_one_unit(list));
        // "8 to 75 cm" may be two figures, and "3 to 30 inches" be one.
        match (from.as_slice(), to.as_slice()) {
            ([range], [_, _]) => from = both_ends(*range),
            ([_, _], [range]) => to = both_ends(*range),
            _ => {}
        }
        if from.len() == to.len() {
            out.extend(from.into_iter().zip(to).map(|(from, to)| statement(from, to)));
        }
    }

    /// The figures of a list, all with the unit of the last; none if one is not whole.
    fn of_one_unit(&self, list: Range<usize>) -> Vec<Figure> {
        let measure = self.figures[list.end - 1].figure.measure;
        let list = &self.figures[list];
        if !list.iter().all(|found| is_whole(self.tokens, found)) {
            return Vec::new();
        }
        list.iter().map(|found| Figure { measure, ..found.figure }).collect()
    }
}

fn both_ends(range: Figure) -> Vec<Figure> {
    vec![Figure { to: range.value, ..range }, Figure { value: range.to, ..range }]
}

fn statement(given: Figure, converted: Figure) -> Statement {
    let doubt = (given.is_range() != converted.is_range())
        .then_some("one is a range, the other is not");
    Statement {
        span: given.span.cover(converted.span),
        assertion: Assertion::Conversion(Conversion { given, converted, doubt }),
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

/// Whether a figure is not only the end of a number: "7⁄8 in", "1/300 m".
fn is_whole(tokens: &[Token], found: &Found) -> bool {
    let Some(before) = found.first.checked_sub(1).map(|at| &tokens[at]) else {
        return true;
    };
    tokens[found.first].spaced || !matches!(before.kind, TokenKind::Mark('.' | '⁄' | '/'))
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

/// Whether the two measure the same thing in different units.
fn alike(a: &Found, b: &Found) -> bool {
    match (a.figure.measure, b.figure.measure) {
        (Measure::Unit(a), Measure::Unit(b)) => a != b && a.dimension() == b.dimension(),
        _ => false,
    }
}

/// Whether they are alike and one is metric, the other not.
fn other_system(a: &Found, b: &Found) -> bool {
    match (a.figure.measure, b.figure.measure) {
        (Measure::Unit(c), Measure::Unit(d)) => {
            alike(a, b) && c.is_metric() != d.is_metric()
        }
        _ => false,
    }
}

/// Whether both are pounds, shillings and pence.
fn old_money(a: &Found, b: &Found) -> bool {
    let pounds = Measure::Money(Currency::Pound);
    a.figure.measure == pounds && b.figure.measure == pounds
}

/// How a measure follows another.
enum Link {
    /// In a bracket.
    Bracket,
    /// Behind "or" or a stroke.
    Or,
    /// Behind an equals sign, "that is", "equal to".
    Equal,
}

static WORDS: Lexicon<Word, 128> = Lexicon::new(&[
    ("high tall long wide broad deep thick across square", Word::Size),
    ("in length height width depth diameter weight area thickness", Word::Size),
    (
        "about around approximately roughly circa c ca approx nearly almost over some",
        Word::Hedge,
    ),
    ("or", Word::Or),
    ("equals equal equivalent i ie", Word::Equal),
    ("to e", Word::On),
]);

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Size,
    Hedge,
    Or,
    Equal,
    /// Goes on with "equal" and "i".
    On,
}

/// What stands between two measures, if it makes the second the first.
fn link(tokens: &[Token], from: usize, to: usize) -> Option<Link> {
    let (mut bracket, mut link) = (false, None);
    for (at, token) in (from..to).zip(&tokens[from..to]) {
        let word = token.is_word().then(|| WORDS.get(token.key)).flatten();
        match (token.kind, word) {
            (TokenKind::Mark('(' | '['), _) if !bracket => bracket = true,
            (TokenKind::Mark('.' | '-'), _) if at == from => {}
            (TokenKind::Mark('.'), _) if bracket || link.is_some() => {}
            (TokenKind::Mark(','), _) if !bracket => {}
            (TokenKind::Mark('~' | '≈'), _) => {}
            (TokenKind::Mark('='), _) | (_, Some(Word::Equal)) => {
                link = Some(Link::Equal);
            }
            (TokenKind::Mark('/'), _) if to == from + 1 => link = Some(Link::Or),
            (_, Some(Word::Or)) => link = Some(Link::Or),
            (_, Some(Word::On)) if link.is_some() => {}
            (_, Some(Word::Size)) if !bracket && link.is_none() => {}
            (_, Some(Word::Hedge)) if bracket || link.is_some() => {}
            _ => return None,
        }
    }
    if bracket { Some(Link::Bracket) } else { link }
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
