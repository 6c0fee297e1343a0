//! Where an expression can begin: what has to stand there before the grammar is tried.
//!
//! Nearly every word of a text fails here, and quickly: by its own class, by that of the word
//! after it, or because nothing that an expression needs follows close enough. A word passes
//! if the grammar could take it; the grammar alone says whether it does.

use crate::{Unit, cursor::Cursor, date::era, lexicon::Word};

/// Whether an expression can begin at `i`.
pub(crate) fn opens(c: Cursor<'_>, i: usize) -> bool {
    match c.word(i) {
        Word::Other => numbered_century(c, i),
        word => may_begin(word) && begins(c, i),
    }
}

/// Whether a word can begin an expression by its own class alone. Of [`Word::Other`] only
/// capitals can, before a [`numbers`].
pub(crate) fn may_begin(word: Word) -> bool {
    match word {
        Word::Other => false,
        Word::Mark(mark) => mark == '\'',
        word => !joins(word),
    }
}

/// Whether a word, of the commonest, only joins others.
fn joins(word: Word) -> bool {
    matches!(
        word,
        Word::Of
            | Word::And
            | Word::In
            | Word::To
            | Word::For
            | Word::By
            | Word::On
            | Word::Or
            | Word::From
            | Word::Than
            | Word::Was
            | Word::Had
            | Word::Is
            | Word::Will
            | Word::Plural
            | Word::Counted
            | Word::Numbered
            | Word::Before
            | Word::After
            | Word::Other2
            | Word::Whole
            | Word::Least
            | Word::Most
            | Word::Very
    )
}

/// Whether an expression can begin at `i`, where a word [may begin](may_begin) one.
pub(crate) fn begins(c: Cursor<'_>, i: usize) -> bool {
    let next = c.word(i + 1);
    match c.word(i) {
        // A century in Roman figures.
        Word::Other => true,
        Word::Mark(_) => next == Word::Digits,
        Word::Digits => figures(c, i),
        // "A.D. 64"
        Word::A if c.text(i + 2) == "D" => true,
        Word::A => matches!(next, Word::Over | Word::Only) || determined(c, i + 1),
        Word::The | Word::This | Word::That | Word::These | Word::Its => {
            determined(c, i + 1)
        }
        Word::At => matches!(next, Word::Least | Word::Most) && counts(c, i),
        Word::Up => next == Word::To && counts(c, i),
        Word::More | Word::Less => next == Word::Than && counts(c, i),
        Word::About if dated(next) => true,
        Word::Over | Word::About | Word::Only | Word::Nearly => {
            !blank(next) && counts(c, i)
        }
        Word::One | Word::Cardinal(_) => counts(c, i) || letter(c, i + 1),
        Word::Vague | Word::Ordinal(_) | Word::Second => counts(c, i),
        Word::Suffix => c.text(i) == "St",
        Word::Month(_)
        | Word::MonthShort(_)
        | Word::Weekday(_)
        | Word::WeekdayShort(_)
        | Word::Feast => capital(c, i),
        Word::Last | Word::Previous | Word::Next | Word::Following | Word::Latter => {
            !blank(next)
        }
        Word::Every => !blank(next),
        Word::Start | Word::End | Word::Multitude => next == Word::Of,
        Word::Final => matches!(next, Word::Quarter | Word::Mark(_)),
        Word::Quarter => {
            matches!(next, Word::Last | Word::After | Word::To | Word::Before)
        }
        Word::Once => matches!(next, Word::A | Word::Every | Word::Per | Word::Rate(_)),
        Word::Anno => next == Word::Lord,
        Word::ToDate => c.before(i) == Word::To,
        word => leads(word),
    }
}

/// Whether a word needs nothing after it to open an expression, or so much that the grammar
/// had better look.
fn leads(word: Word) -> bool {
    matches!(
        word,
        Word::Units(_)
            | Word::Rate(_)
            | Word::Season(_)
            | Word::Scale
            | Word::Decade(_)
            | Word::Half
            | Word::Couple
            | Word::Same
            | Word::Current
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::Later
            | Word::Earlier
            | Word::DayPart(_)
            | Word::Moment(_)
            | Word::Present
            | Word::PastRef
            | Word::FutureRef
            | Word::Today(_)
            | Word::Tonight
            | Word::Climate
            | Word::AtHand
            | Word::Ad
            | Word::Circa
    )
}

/// Whether an article or a pronoun before `i` can point at what stands there.
fn determined(c: Cursor<'_>, i: usize) -> bool {
    match c.word(i) {
        Word::Other => numbered_century(c, i),
        Word::Digits => c.word(i + 1) == Word::Suffix || figures(c, i),
        Word::Cardinal(_) | Word::Ordinal(_) | Word::Vague => counts(c, i),
        Word::Start | Word::End | Word::Rest | Word::Multitude => {
            c.word(i + 1) == Word::Of
        }
        Word::Unit(_)
        | Word::Weekend
        | Word::Second
        | Word::One
        | Word::Quarter
        | Word::Quarters
        | Word::Last
        | Word::Final
        | Word::Previous
        | Word::Next
        | Word::Following
        | Word::Latter
        | Word::Month(_)
        | Word::MonthShort(_)
        | Word::Weekday(_)
        | Word::WeekdayShort(_)
        | Word::Feast
        | Word::Whole
        | Word::More
        | Word::Long
        | Word::Short
        | Word::Very
        | Word::Fiscal
        | Word::Span
        | Word::Juncture => true,
        word => leads(word),
    }
}

/// Whether a year can stand right behind "about": "about 1900", "around Christmas 1914".
fn dated(word: Word) -> bool {
    matches!(word, Word::Digits | Word::A | Word::Ad | Word::Season(_) | Word::Feast)
}

/// How far from its first word the unit of a length can stand, in tokens.
const COUNT: usize = 10;

/// Whether a unit, or what else a number can count towards, follows close enough for a
/// number or its modifier at `i` to open an expression.
fn counts(c: Cursor<'_>, i: usize) -> bool {
    let reach = c.words.len().min(i + COUNT);
    c.words.get(i + 1..reach).is_some_and(|words| words.iter().any(|&word| counted(word)))
}

/// Whether a number can count a word, or be the day of it.
fn counted(word: Word) -> bool {
    matches!(
        word,
        Word::Unit(_)
            | Word::Units(_)
            | Word::Second
            | Word::Quarter
            | Word::Quarters
            | Word::Half
            | Word::Part
            | Word::Month(_)
            | Word::MonthShort(_)
            | Word::Inst(_)
            | Word::Rate(_)
            | Word::DayPart(_)
            | Word::Anniversary
            | Word::Bc
            | Word::Ad
            | Word::Meridiem(_)
            | Word::Clock
            | Word::Zone(_)
    )
}

/// Whether figures at `i` can be a year, a time of day, or the count or the day of what
/// follows close enough.
fn figures(c: Cursor<'_>, i: usize) -> bool {
    /// "1914"; in "195X" and "64 B.C." something stands behind them.
    const YEAR: u32 = 4;
    c.tokens[i].span.len() >= YEAR
        || c.tokens.get(i + 1).is_some_and(|next| next.upper)
        || letter(c, i + 1)
        || parted(c, i + 1)
        || ends_era(c, i + 2)
        || counts(c, i)
}

/// "8 a.m.", "7 o'clock", "64 B.C.", "195X", "1920s"
fn letter(c: Cursor<'_>, i: usize) -> bool {
    c.tokens.get(i).is_some_and(|token| token.is_word() && token.span.len() == 1)
}

/// "5:34", "5.34 a.m.", "9/11", "20's", "984~"
fn parted(c: Cursor<'_>, i: usize) -> bool {
    match c.word(i) {
        Word::Mark(':' | '/' | '\'' | '~') => true,
        Word::Mark('.') => c.tight(i) && c.tight(i + 1) && c.word(i + 1) == Word::Digits,
        _ => false,
    }
}

/// The "493 B.C." of "499–493 B.C."
fn ends_era(c: Cursor<'_>, i: usize) -> bool {
    let i = if c.dash(i) { i + 1 } else { i };
    c.word(i) == Word::Digits && era(c, i + 1).is_some()
}

/// Whether a word is part of no expression, or a mark.
fn blank(word: Word) -> bool {
    matches!(word, Word::Other | Word::Mark(_))
}

fn capital(c: Cursor<'_>, i: usize) -> bool {
    c.tokens.get(i).is_some_and(|token| token.capital)
}

/// "XVIII century", also with "th".
fn numbered_century(c: Cursor<'_>, i: usize) -> bool {
    numbers(c.word(i + 1)) && capital(c, i)
}

/// Whether what stands before can be the number of a century.
pub(crate) fn numbers(word: Word) -> bool {
    matches!(
        word,
        Word::Unit(Unit::Century | Unit::Millennium)
            | Word::Units(Unit::Century)
            | Word::Mark('-')
    )
}
