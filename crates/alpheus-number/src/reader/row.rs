//! Ordinals: which in a row, and when they are a part of a name or say something of time.

use crate::cursor::Cursor;
use alpheus_text::{Lexicon, Token, key, numeral};

/// An ordinal as it was read.
#[derive(Clone, Copy)]
pub(crate) enum Row {
    /// Which one, and the token after it.
    Nth(u32, usize),
    /// "the 5th Brigade", "at first": it counts nothing, up to this token.
    Nothing(usize),
}

/// The ordinal that begins at `at`.
pub(crate) fn read(c: Cursor<'_>, at: usize) -> Option<Row> {
    let (value, used) = numeral::ordinal(&c.tokens[at..], c.text)?;
    let end = at + used;
    let first = c.get(at)?;
    let digits = first.number().is_some();
    let nothing = if digits {
        is_name(c, end)
    } else {
        first.capital && !first.starts_sentence
            || is_kind(c, end)
            || used == 1 && value <= 2 && !is_one_of_a_row(c, at)
    };
    Some(if nothing { Row::Nothing(end) } else { Row::Nth(value, end) })
}

/// "the 5th Brigade", "56th Street": a name goes on behind it.
fn is_name(c: Cursor<'_>, end: usize) -> bool {
    c.get(end).is_some_and(|next| {
        next.is_word() && next.spaced && next.capital && !next.starts_sentence
    })
}

/// "third-class", "first-rate", but "third-largest" tells a place in a row.
fn is_kind(c: Cursor<'_>, end: usize) -> bool {
    c.links(end, '-')
        && c.get(end + 1).is_some_and(Token::is_word)
        && !c.is_word(end + 1, const { key("most") })
        && !c.slice(end + 1).ends_with("est")
}

static LEADS: Lexicon<(), 32> = Lexicon::new(&[(
    "the a his her its their our my your this that these those every each whose",
    (),
)]);

/// Offices and times: "the first lieutenant", "a second later".
static OTHERS: Lexicon<(), 64> = Lexicon::new(&[(
    "lieutenant lieutenants lord lords mate mates minister secretary lady sergeant consul \
     officer cousin cousins hand floor half or and later before ago when of per",
    (),
)]);

/// "first" or "second" with an article or the like before it, and a noun to come.
fn is_one_of_a_row(c: Cursor<'_>, at: usize) -> bool {
    let possessive =
        c.is_word(at.wrapping_sub(1), const { key("s") }) && c.tight(at.wrapping_sub(1));
    let led = LEADS.has(c.word_before(at, 1)) || possessive;
    let unit = c.is_word(at, const { key("second") });
    let other = match c.word(at + 1) {
        0 => true,
        next if next == const { key("of") } || next == const { key("and") } => unit,
        next => OTHERS.has(next),
    };
    led && !other
}
