//! What names no point: "now", "recently", "this period", "at the same time".

use crate::{
    Unit,
    cursor::Cursor,
    expr::{Expr, Reference},
    lexicon::Word,
};

/// A reference at `i`.
pub(crate) fn vague(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let reference = |r| Some(Expr::Reference(r));
    let (expr, end) = match c.word(i) {
        Word::Present => (reference(Reference::Present), i + 1),
        Word::Current => (reference(Reference::Present), i + 1),
        Word::PastRef => (reference(Reference::Past), i + 1),
        Word::FutureRef => (reference(Reference::Future), i + 1),
        Word::The if c.word(i + 1) == Word::FutureRef && closing(c, i + 2) => {
            (reference(Reference::Future), i + 2)
        }
        Word::AtHand => return at_hand(c, i, i),
        Word::ToDate => return to_date(c, i),
        Word::The if c.word(i + 1) == Word::AtHand => return at_hand(c, i, i + 1),
        Word::A if c.word(i + 1) == Word::Short => return short(c, i),
        Word::These
            if c.text(i) == "these" && c.word(i + 1) == Word::Units(Unit::Day) =>
        {
            (reference(Reference::Present), i + 2)
        }
        Word::The if c.text(i + 1) == "past" && crate::duration::closes(c, i + 2) => {
            (reference(Reference::Past), i + 2)
        }
        Word::Climate if c.text(i + 1) == "season" => (Some(Expr::Vague), i + 2),
        Word::Previous if c.word(i + 1) == Word::Span => (Some(Expr::Vague), i + 2),
        Word::The | Word::This | Word::That | Word::These => return period(c, i),
        _ => return None,
    };
    expr.map(|e| (e, end))
}

/// "present day", "the present time", "at present".
fn at_hand(c: Cursor<'_>, start: usize, i: usize) -> Option<(Expr, usize)> {
    let end = match c.word(i + 1) {
        Word::Unit(Unit::Day) | Word::Span => i + 2,
        Word::Mark('-') if c.word(i + 2) == Word::Unit(Unit::Day) => i + 3,
        Word::Mark(_) | Word::And if c.before(start) == Word::At => i + 1,
        _ => return None,
    };
    Some((Expr::Reference(Reference::Present), end))
}

/// The "date" of "to date", but not of "to date the find".
fn to_date(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let verb = matches!(
        c.word(i + 1),
        Word::The
            | Word::A
            | Word::This
            | Word::That
            | Word::These
            | Word::Its
            | Word::From
    );
    let up = i > 1 && c.word(i - 2) == Word::Up;
    (c.before(i) == Word::To && !verb && !up)
        .then_some((Expr::Reference(Reference::Present), i + 1))
}

/// "a short time", "a brief period of time", "a short time later".
fn short(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let span = c.word(i + 2) == Word::Span || c.text(i + 2) == "while";
    let end = i + 3;
    match c.word(end) {
        _ if !span => None,
        Word::Later => Some((Expr::Reference(Reference::Future), end + 1)),
        Word::After if crate::duration::closes(c, end + 1) => {
            Some((Expr::Reference(Reference::Future), end + 1))
        }
        Word::Earlier | Word::Before if crate::duration::closes(c, end + 1) => {
            Some((Expr::Reference(Reference::Past), end + 1))
        }
        Word::Of if c.word(end + 1) == Word::Span => Some((Expr::Vague, end + 2)),
        _ => Some((Expr::Vague, end)),
    }
}

/// Whether the noun phrase ends here.
fn closing(c: Cursor<'_>, i: usize) -> bool {
    c.word(i) != Word::Other || !c.tokens.get(i).is_some_and(|t| t.capital)
}

/// "this period", "that time", "the same time", "this point".
fn period(c: Cursor<'_>, i: usize) -> Option<(Expr, usize)> {
    let same = c.word(i + 1) == Word::Same;
    let at = if same { i + 2 } else { i + 1 };
    let the = c.word(i) == Word::The;
    match c.word(at) {
        Word::Span if !the || same => Some((Expr::Vague, at + 1)),
        Word::Span if c.before(i) == Word::At && closes(c, at + 1) => {
            Some((Expr::Reference(Reference::Present), at + 1))
        }
        Word::Juncture if !the && c.before(i) == Word::At => Some((Expr::Vague, at + 1)),
        _ => None,
    }
}

fn closes(c: Cursor<'_>, i: usize) -> bool {
    c.word(i) != Word::Of
}
