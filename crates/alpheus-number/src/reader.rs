//! Reads figures off the tokens of a block.
//!
//! Every token is looked at once; only where a number may begin do the readers of its parts
//! come in: the bare [`number`], what it is given in ([`measure`]), the second end of a
//! [`range`], and the hedges. [`label`] knows the numbers that count nothing.

mod label;
mod measure;
pub(crate) mod number;
mod part;
mod range;
mod row;

use crate::{
    Figure, Hedge, Measure, compound, convention::Convention, cursor::Cursor, hedge,
    money,
};
use alpheus_text::{
    Document, Span, Token, TokenKind, key,
    numeral::{self, Start},
};
use measure::Amount;
use range::Second;
use row::Row;
use std::cell::OnceCell;

/// A figure with the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The figure.
    pub figure: Figure,
    /// Its first token.
    pub first: usize,
    /// The token after it.
    pub end: usize,
}

/// Reads the figures of one document, block by block.
#[derive(Debug, Default)]
pub struct Reader {
    /// How the document writes its numbers, once that is asked.
    convention: OnceCell<Convention>,
}

/// All figures of a document, in one call.
pub fn figures(doc: &Document) -> Vec<Figure> {
    figures_beside(doc, &[])
}

/// All figures of a document but those in other mentions, such as dates: their spans, in the
/// order of the text.
///
/// # Example: no figure in a date
/// ```
/// use alpheus_number::figures_beside;
/// use alpheus_text::{Document, Span};
/// let doc = Document::plain("memo", "On 3 May 1808 they shot 43 men.");
/// let read = figures_beside(&doc, &[Span::new(3, 13)]);
/// assert_eq!(read.len(), 1);
/// assert_eq!(read[0].value, 43.0);
/// ```
pub fn figures_beside(doc: &Document, taken: &[Span]) -> Vec<Figure> {
    let mut reader = Reader::default();
    let mut tokens: Vec<Token> = Vec::new();
    let mut found = Vec::new();
    let mut figures = Vec::new();
    for block in doc.blocks() {
        doc.tokenize(block, &mut tokens);
        let after = |at: usize| {
            let start = tokens[at].span.start;
            let span = taken.get(taken.partition_point(|span| span.end <= start))?;
            let inside = |token: &&Token| token.span.start < span.end;
            (span.start <= start)
                .then(|| at + tokens[at..].iter().take_while(inside).count())
        };
        reader.block(doc, &tokens, after, &mut found);
        figures.extend(found.iter().map(|found| found.figure));
    }
    figures
}

/// What was read from a token on.
enum Read {
    /// A figure, and how much one of the names behind it is worth: a cent a hundredth.
    Figure(Found, f64),
    /// Nothing that counts, up to this token.
    Passed(usize),
}

impl Reader {
    /// Reads the figures of a block into `found`, which is cleared first.
    ///
    /// `taken` says of a token that it belongs to something else, a date for one, and which
    /// token comes after that.
    pub fn block(
        &mut self,
        doc: &Document,
        tokens: &[Token],
        taken: impl Fn(usize) -> Option<usize>,
        found: &mut Vec<Found>,
    ) {
        found.clear();
        let mut c =
            Cursor { text: doc.prose(), tokens, free: 0, convention: &self.convention };
        let mut at = 0;
        while at < tokens.len() {
            if !may_begin(&tokens[at]) {
                at += 1;
                continue;
            }
            if let Some(after) = taken(at) {
                at = after.max(at + 1);
                c.free = at;
                continue;
            }
            at = match untaken(c, at, &taken) {
                None => at + 1,
                Some(Read::Passed(end)) => end.max(at + 1),
                Some(Read::Figure(read, worth)) => {
                    found.push(read);
                    share_measure(c, found, worth);
                    c.free = read.end;
                    read.end.max(at + 1)
                }
            };
        }
        compound::join(tokens, found);
    }
}

/// The one look at every token.
#[inline]
fn may_begin(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number | TokenKind::Mark('$') => true,
        TokenKind::Word => numeral::start(token.key).is_some(),
        TokenKind::Mark(mark) => !mark.is_ascii(),
    }
}

/// What begins at `at`, read without the tokens that belong to something else.
fn untaken(
    mut c: Cursor<'_>,
    at: usize,
    taken: impl Fn(usize) -> Option<usize>,
) -> Option<Read> {
    if at > c.free && taken(at - 1).is_some() {
        c.free = at;
    }
    let read = read(c, at)?;
    let (Read::Figure(Found { end, .. }, _) | Read::Passed(end)) = read;
    match (at + 1..end).find(|&at| taken(at).is_some()) {
        None => Some(read),
        Some(cut) => self::read(c.until(cut), at),
    }
}

fn read(c: Cursor<'_>, at: usize) -> Option<Read> {
    let token = c.get(at)?;
    match token.kind {
        TokenKind::Number => Some(digits(c, at)),
        TokenKind::Mark(mark) if money::sign(mark).is_some() => {
            let amount = measure::signed(c, at)?;
            Some(figure(c, at, amount))
        }
        TokenKind::Mark(_) => {
            let amount = measure::amount(c, at)?;
            Some(figure(c, at, part::of_one(amount)))
        }
        TokenKind::Word => match numeral::start(token.key)? {
            Start::Cardinal => words(c, at),
            Start::Article => article(c, at),
            Start::Half => part::half(c, at).or_else(|| {
                let amount = measure::amount(c, at)?;
                Some(figure(c, at, amount))
            }),
            Start::Ordinal => row::read(c, at).map(|row| in_row(c, at, row)),
            Start::Multiple(times) => multiple(c, at, times),
        },
    }
}

/// A number in digits.
fn digits(c: Cursor<'_>, at: usize) -> Read {
    if let Some(end) = label::digits(c, at) {
        return Read::Passed(end);
    }
    if let Some(row) = row::read(c, at) {
        return in_row(c, at, row);
    }
    let Some(amount) = ratio(c, at).or_else(|| measure::amount(c, at)) else {
        return Read::Passed(label::chain(c, at));
    };
    let bare = amount.measure == Measure::Count;
    if bare && label::is_clock(c, amount.end) {
        return Read::Passed(amount.end);
    }
    let slash = c.links(amount.end, '/') && c.number(amount.end + 1).is_some();
    if bare && (slash || c.word(amount.end) != 0 && c.tight(amount.end)) {
        return Read::Passed(label::chain(c, at));
    }
    if let Some(end) = coordinate(c, amount.bare) {
        return Read::Passed(end);
    }
    if let Some(currency) = money::before(c, at).filter(|_| bare) {
        let measure = Measure::Money(currency);
        return figure(c, at, Amount { measure, ..amount });
    }
    let (at, amount) = signed(c, at, amount);
    figure(c, at, part::of_one(amount))
}

/// "3:1"
fn ratio(c: Cursor<'_>, at: usize) -> Option<Amount> {
    let of_one = c.links(at + 1, ':') && c.number(at + 2) == Some(1);
    let value = c.value(at).filter(|_| of_one)?;
    Some(Amount::of(value, 1.0, Measure::Multiple, at + 3))
}

/// Degrees with minutes or a quarter of the sky: a place, not a measure.
fn coordinate(c: Cursor<'_>, at: usize) -> Option<usize> {
    let sky = |at| matches!(c.slice(at), "N" | "S" | "E" | "W");
    let sign = matches!(c.mark(at), Some('°' | 'º'));
    let word =
        c.is_word(at, const { key("degrees") }) || c.is_word(at, const { key("deg") });
    if !sign && !word || c.number(at + 1).is_none() && !sky(at + 1) {
        return None;
    }
    let belongs = |&at: &usize| {
        c.number(at).is_some()
            || sky(at)
            || matches!(c.mark(at), Some('°' | 'º' | '\'' | '"' | '.'))
    };
    Some((at + 1..c.tokens.len()).take_while(belongs).last().unwrap_or(at) + 1)
}

/// Takes in the sign or the point right before a number: "-40", ".250".
fn signed(c: Cursor<'_>, at: usize, mut amount: Amount) -> (usize, Amount) {
    let Some(sign) = c.before(at, 1).filter(|_| c.tight(at)) else { return (at, amount) };
    let opened = matches!(c.mark(at.wrapping_sub(2)), Some('(' | '['));
    let apart = c.before(at, 2).is_none_or(|token| token.number().is_none());
    let free = c.free < at && (opened || sign.spaced && apart);
    if !free || at == 1 && !sign.is('.') {
        return (at, amount);
    }
    match c.slice(at - 1) {
        "-" | "\u{2212}" => amount.value = -amount.value,
        "." => {
            let places = c.places(at);
            amount.value /= places;
            amount.step /= places;
        }
        _ => return (at, amount),
    }
    (at - 1, amount)
}

/// A number in words.
fn words(c: Cursor<'_>, at: usize) -> Option<Read> {
    if let Some(fraction) = part::fraction(c, at) {
        return Some(fraction);
    }
    let alone = if apart(c, at) { c.until(at + 1) } else { c };
    let amount = measure::amount(alone, at)?;
    if let Some(read) = after_cardinal(c, at, amount) {
        return Some(read);
    }
    if label::words(c, at, amount.bare) || label::is_other(c, amount.bare) {
        return Some(Read::Passed(amount.bare));
    }
    Some(figure(c, at, amount))
}

/// The ordinal or the year said in pairs that a cardinal only begins.
fn after_cardinal(c: Cursor<'_>, at: usize, amount: Amount) -> Option<Read> {
    if amount.measure != Measure::Count {
        return None;
    }
    if let Some(row) = row::read(c, at) {
        return Some(in_row(c, at, row));
    }
    let (year, used) = numeral::paired(&c.tokens[at..])?;
    (year >= 1000 && amount.bare < at + used).then_some(Read::Passed(at + used))
}

/// Whether the word at `at` is a number by itself: "between five and twenty" has two.
fn apart(c: Cursor<'_>, at: usize) -> bool {
    c.is_word(at + 1, const { key("and") }) && range::is_between(c, at)
}

/// "a hundred", "a third of".
fn article(c: Cursor<'_>, at: usize) -> Option<Read> {
    let next = c.get(at + 1).filter(|token| token.is_word())?;
    if numeral::scale(next.key).is_some() {
        return words(c, at);
    }
    part::fraction(c, at)
}

fn in_row(c: Cursor<'_>, at: usize, row: Row) -> Read {
    match row {
        Row::Nothing(end) => Read::Passed(end),
        Row::Nth(value, end) => {
            let value = f64::from(value);
            let amount = Amount::of(value, 1.0, Measure::Ordinal, end);
            Read::Figure(found(c, at, amount, amount, Hedge::Plain), 1.0)
        }
    }
}

/// "twice as many", "threefold".
fn multiple(c: Cursor<'_>, at: usize, times: u32) -> Option<Read> {
    let fold = c.slice(at).ends_with("fold");
    if !fold && !measure::compares(c, at + 1) {
        return None;
    }
    let value = f64::from(times);
    let end = at + 1;
    let amount = Amount::of(value, 1.0, Measure::Multiple, end);
    Some(figure(c, at, amount))
}

/// The figure of an amount, with its second end and its hedge.
fn figure(c: Cursor<'_>, at: usize, amount: Amount) -> Read {
    let (first, last) = match range::second(c, at, amount) {
        Second::None => (amount, amount),
        Second::Range(first, last) => (first, last),
        Second::Apart(first) => (first, Amount { value: first.value, ..amount }),
        Second::Nothing(end) => return Read::Passed(end),
    };
    let hedge = match hedge::before(c, at) {
        Hedge::Plain => hedge::behind(c, last.end),
        hedge => hedge,
    };
    Read::Figure(found(c, at, first, last, hedge), last.worth)
}

fn found(c: Cursor<'_>, at: usize, first: Amount, last: Amount, hedge: Hedge) -> Found {
    let figure = Figure {
        span: c.tokens[at].span.cover(c.tokens[last.end - 1].span),
        value: first.value,
        to: last.value,
        step: first.step.max(last.step),
        hedge,
        measure: first.measure,
        in_words: c.tokens[at].is_word(),
    };
    Found { figure, first: at, end: last.end }
}

/// Gives the measure of the last figure to those before it that it stands for too: "12 and 15
/// per cent", "6, 8 or 10 miles".
fn share_measure(c: Cursor<'_>, found: &mut [Found], worth: f64) {
    let Some((last, before)) = found.split_last_mut() else { return };
    let measure = last.figure.measure;
    if !matches!(measure, Measure::Percent | Measure::Unit(_) | Measure::Money(_))
        || money::sign(c.mark(last.first).unwrap_or(' ')).is_some()
    {
        return;
    }
    let mut next = last.first;
    let mut joined = last.figure.is_range();
    for other in before.iter_mut().rev() {
        let and = other.end + 1 == next && numeral_joint(c, other.end);
        let comma = joined && other.end + 1 == next && c.is(other.end, ',');
        let alike = other.figure.measure == Measure::Count
            && other.figure.in_words == last.figure.in_words
            && !other.figure.may_be_year();
        if !alike || !(and || comma) {
            return;
        }
        joined = true;
        let figure = &mut other.figure;
        figure.measure = measure;
        figure.value *= worth;
        figure.to *= worth;
        figure.step *= worth;
        next = other.first;
    }
}

fn numeral_joint(c: Cursor<'_>, at: usize) -> bool {
    c.is_word(at, const { key("and") }) || c.is_word(at, const { key("or") })
}
