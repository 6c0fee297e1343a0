//! What names no point: "now", "recently", "this period", "at the same time".

use crate::{
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
        Word::The | Word::This | Word::That | Word::These => return period(c, i),
        _ => return None,
    };
    expr.map(|e| (e, end))
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
