//! Lengths: "three days", "a year and a half", "the past two years", "24-year", and the
//! steps made of them: "two days later", "six years ago".

use crate::{
    Modifier, Unit,
    cursor::Cursor,
    expr::{Expr, From, Length, Pointing, Shift},
    lexicon::Word,
    number::{Amount, amount, cardinal, ordinal},
};

/// A length at `i`, or a step that starts with one.
pub(crate) fn length_or_shift(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let (length, end) = period(c, i).or_else(|| length(c, i))?;
    if let Some((shift, end)) = shift(c, length, end) {
        return Some((Expr::Shift(shift), end));
    }
    Some((Expr::Length(length), end))
}

/// "a period of twelve months".
fn period(c: Cursor<'_>, i: usize) -> Option<(Length, usize)> {
    let a_period = matches!(c.word(i), Word::A | Word::The)
        && c.word(i + 1) == Word::Span
        && c.word(i + 2) == Word::Of;
    a_period.then(|| length(c, i + 3)).flatten()
}

/// A length at `i`.
pub(crate) fn length(c: Cursor<'_>, i: usize) -> Option<(Length, usize)> {
    let (modifier, at) = modifier(c, i);
    let (pointing, bare) = pointing(c, at);
    let (mut length, end) = counted(c, bare, pointing)?;
    length.modifier = modifier;
    length.pointing = pointing;
    Some((length, end))
}

/// "nearly", "more than", "at least", "up to", "only".
fn modifier(c: Cursor<'_>, i: usize) -> (Option<Modifier>, usize) {
    match (c.word(i), c.word(i + 1)) {
        (Word::More, Word::Than) => (Some(Modifier::MoreThan), i + 2),
        (Word::Less, Word::Than) => (Some(Modifier::LessThan), i + 2),
        (Word::At, Word::Least) => (Some(Modifier::EqualOrMore), i + 2),
        (Word::At, Word::Most) | (Word::Up, Word::To) => {
            (Some(Modifier::EqualOrLess), i + 2)
        }
        (Word::Only | Word::A, Word::Over) => (Some(Modifier::MoreThan), i + 2),
        (Word::Only, Word::About) => (Some(Modifier::Approx), i + 2),
        (Word::A | Word::Only, Word::Only) => (None, i + 2),
        // "over the next months" is no more than them.
        (Word::Over, Word::The | Word::These | Word::This | Word::Its) => (None, i),
        (Word::Over, _) => (Some(Modifier::MoreThan), i + 1),
        (Word::Nearly, _) => (Some(Modifier::LessThan), i + 1),
        (Word::About | Word::Circa, _) => (Some(Modifier::Approx), i + 1),
        (Word::Only, _) => (None, i + 1),
        _ => (None, i),
    }
}

/// "the past", "the next", "the following", "the first", "these".
fn pointing(c: Cursor<'_>, i: usize) -> (Option<Pointing>, usize) {
    let det = matches!(
        c.word(i),
        Word::The | Word::These | Word::Its | Word::This | Word::That
    );
    let at = if det { i + 1 } else { i };
    let found = match c.word(at) {
        Word::Last => Some((Pointing::Last, at + 1)),
        Word::Previous => Some((Pointing::Previous, at + 1)),
        Word::Next => Some((Pointing::Next, at + 1)),
        Word::Following => Some((Pointing::Following, at + 1)),
        Word::Same => Some((Pointing::Same, at + 1)),
        Word::Early | Word::Late | Word::Final
            if det && matches!(c.word(at + 1), Word::Units(_) | Word::Unit(_)) =>
        {
            Some((Pointing::The, at + 1))
        }
        _ if det => ordinal(c, at)
            .filter(|&(n, end)| n == 1 && end == at + 1)
            .map(|(_, end)| (Pointing::The, end))
            .or(Some((Pointing::The, at))),
        _ => None,
    };
    found.map_or((None, i), |(p, end)| (Some(p), end))
}

/// The count and the unit.
fn counted(
    c: Cursor<'_>,
    i: usize,
    pointing: Option<Pointing>,
) -> Option<(Length, usize)> {
    if let Some(found) = single(c, i, pointing) {
        return Some(found);
    }
    if let Some((count, at)) = amount(c, i) {
        return plural(c, i, count, at);
    }
    if let Some(found) = one_of(c, i, pointing) {
        return Some(found);
    }
    let Word::Units(unit) = c.word(i) else { return None };
    let named =
        c.before(i) != Word::Digits && c.word(i + 1) != Word::Digits && !old(c, i + 1);
    named.then(|| (plain(Amount::Vague, unit), i + 1))
}

/// "a week", "half a year", "an entire day", "one and a half years" is elsewhere.
fn single(
    c: Cursor<'_>,
    i: usize,
    pointing: Option<Pointing>,
) -> Option<(Length, usize)> {
    if let Some(found) = quarter_of(c, i) {
        return Some(found);
    }
    let (value, at) = match (c.word(i), c.word(i + 1)) {
        (Word::Half, Word::A) => (0.5, i + 2),
        (Word::A, Word::Half) => (0.5, i + 2),
        (Word::Half, Word::Mark('-')) => (0.5, i + 2),
        (Word::A, _) if pointing.is_none() => (1.0, i + 1),
        (Word::Whole, _) if pointing.is_some() => (1.0, i),
        _ => return None,
    };
    let at = if c.dash(at) { at + 1 } else { at };
    let at = adjectives(c, at);
    let unit = unit(c, at).filter(|_| !another(c, at))?;
    let half = c.word(at + 1) == Word::And
        && c.word(at + 2) == Word::A
        && c.word(at + 3) == Word::Half;
    if half {
        return Some((plain(Amount::Exact(value + 0.5), unit), at + 4));
    }
    let end = if c.word(at + 1) == Word::Long { at + 2 } else { at + 1 };
    let end = if c.dash(at + 1) && c.word(at + 2) == Word::Long { at + 3 } else { end };
    Some((plain(Amount::Exact(value), unit), end))
}

/// "a quarter of a century", "three quarters of an hour".
fn quarter_of(c: Cursor<'_>, i: usize) -> Option<(Length, usize)> {
    let (quarters, of) = match (c.word(i), c.word(i + 1)) {
        (Word::A, Word::Quarter) => (1.0, i + 2),
        (Word::Cardinal(3), Word::Quarters) => (3.0, i + 2),
        (Word::Cardinal(3), Word::Mark('-')) if c.word(i + 2) == Word::Quarters => {
            (3.0, i + 3)
        }
        _ => return None,
    };
    let at = if c.dash(of) { of + 1 } else { of };
    let at =
        if c.word(at) == Word::Of && c.word(at + 1) == Word::A { at + 2 } else { at };
    let Word::Unit(unit) = c.word(at) else { return None };
    let dashed = c.dash(of) || at == of + 2;
    (dashed || unit == Unit::Century)
        .then(|| (plain(Amount::Exact(quarters / 4.0), unit), at + 1))
}

/// "a second attempt": one more, and no unit.
fn another(c: Cursor<'_>, i: usize) -> bool {
    let noun = c.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.starts_sentence);
    let measured = matches!(
        c.word(i + 1),
        Word::Later | Word::Earlier | Word::Ago | Word::Before | Word::After | Word::And
    );
    c.word(i) == Word::Second && noun && !measured
}

/// "the first year of the war", "the last month of his reign".
fn one_of(
    c: Cursor<'_>,
    i: usize,
    pointing: Option<Pointing>,
) -> Option<(Length, usize)> {
    let edge = i > 1
        && matches!(pointing, Some(Pointing::The | Pointing::Last))
        && matches!(c.word(i - 1), Word::Ordinal(1) | Word::Last | Word::Final);
    let Word::Unit(unit) = c.word(i) else { return None };
    let told = matches!(c.word(i + 2), Word::Other | Word::The | Word::Its | Word::A)
        && (c.word(i + 2) == Word::Other || c.word(i + 3) == Word::Other);
    (edge && unit > Unit::Day && c.word(i + 1) == Word::Of && told)
        .then(|| (plain(Amount::Exact(1.0), unit), i + 1))
}

fn unit(c: Cursor<'_>, i: usize) -> Option<Unit> {
    match c.word(i) {
        Word::Unit(unit) | Word::Units(unit) => Some(unit),
        Word::Quarters
            if c.word(i + 1) != Word::Of
                && matches!(c.before(i), Word::Whole | Word::Last) =>
        {
            Some(Unit::Quarter)
        }
        Word::Second => Some(Unit::Second),
        _ => None,
    }
}

/// "three days", "three more days", "three-day", "3 year long".
fn plural(c: Cursor<'_>, i: usize, count: Amount, at: usize) -> Option<(Length, usize)> {
    if c.word(i) == Word::Digits
        && i > 0
        && c.tight(i)
        && matches!(c.before(i), Word::Mark('$' | '£' | '.' | ','))
    {
        return None;
    }
    let hyphen = c.dash(at) && c.tight(at) && !c.mark(at, '–');
    let noun = if hyphen { at + 1 } else { adjectives(c, at) };
    // "two bloody weeks"
    let noun = if described(c, i, noun) { noun + 1 } else { noun };
    let unit = unit(c, noun)?;
    if pointed_singular(c, noun, count) {
        return None;
    }
    let mut end = noun + 1;
    if c.dash(end) && c.word(end + 1) == Word::Long {
        end += 2;
    } else if c.word(end) == Word::Long {
        end += 1;
    } else if old(c, end) {
        return None;
    }
    let mut length = plain(count, unit);
    if c.word(end) == Word::And
        && let Some((more, after)) = cardinal(c, end + 1)
        && let Some(small) = self::unit(c, after)
        && small < unit
    {
        length.more = Some((more, small));
        end = after + 1;
    }
    Some((length, end))
}

/// "rose 15,000 last week": the count is of something else.
fn pointed_singular(c: Cursor<'_>, noun: usize, count: Amount) -> bool {
    matches!(c.word(noun), Word::Unit(_))
        && matches!(
            c.before(noun),
            Word::Last | Word::Previous | Word::Next | Word::Following
        )
        && count != Amount::Exact(1.0)
}

/// Whether an adjective in lower case stands between a count in words and its unit.
fn described(c: Cursor<'_>, i: usize, noun: usize) -> bool {
    matches!(c.word(i), Word::Cardinal(_))
        && noun == i + 1
        && c.word(noun) == Word::Other
        && c.tokens.get(noun).is_some_and(|token| token.is_word() && !token.capital)
        && matches!(c.word(noun + 1), Word::Units(unit) if unit >= Unit::Day)
}

/// "old", "-old", "and older": an age, which is no length in the story.
fn old(c: Cursor<'_>, i: usize) -> bool {
    let at =
        if c.dash(i) || matches!(c.word(i), Word::And | Word::Or) { i + 1 } else { i };
    c.word(at) == Word::Old && (at == i || c.dash(i) || c.text(at).len() > 3)
}

/// "full", "more", "long": what may stand between the count and the unit.
fn adjectives(c: Cursor<'_>, mut i: usize) -> usize {
    while matches!(
        c.word(i),
        Word::Whole
            | Word::More
            | Word::Long
            | Word::Last
            | Word::Previous
            | Word::Following
            | Word::Next
            | Word::Short
    ) {
        i += 1;
    }
    i
}

fn plain(amount: Amount, unit: Unit) -> Length {
    Length { amount, unit, more: None, modifier: None, pointing: None }
}

/// "later", "ago", "earlier", "before", "after" behind a length.
fn shift(c: Cursor<'_>, length: Length, end: usize) -> Option<(Shift, usize)> {
    let (forward, from, after) = match c.word(end) {
        Word::Ago => (false, From::Now, end + 1),
        Word::Later => (true, From::Story, end + 1),
        Word::Earlier if c.word(end + 1) != Word::Than => (false, From::Story, end + 1),
        Word::Previous if c.word(end + 1) != Word::To => (false, From::Story, end + 1),
        Word::Before | Word::After | Word::Following => {
            let forward = c.word(end) != Word::Before;
            if closes(c, end + 1) {
                (forward, From::Story, end + 1)
            } else {
                (forward, From::Event, end)
            }
        }
        Word::Previous => (false, From::Event, end),
        Word::From if c.word(end + 1) == Word::Present => (true, From::Now, end + 2),
        _ => return None,
    };
    Some((Shift { length, forward, from, time: None }, after))
}

/// Whether nothing follows that "before" or "after" could govern.
pub(crate) fn closes(c: Cursor<'_>, i: usize) -> bool {
    let Some(token) = c.tokens.get(i) else { return true };
    token.starts_sentence
        || matches!(
            c.word(i),
            Word::Mark(',' | '.' | ';' | ':' | ')' | '–' | '!' | '?')
                | Word::And
                | Word::Was
                | Word::Had
                | Word::Will
                | Word::Is
        )
}
