//! Feasts and holidays: days that the calendar has a name for, fixed ("Christmas Eve") or
//! computed ("Good Friday", "Labor Day").
//!
//! A name is a run of words; apostrophes, a possessive "s" and the stop of "St." are passed
//! over. Days that a country moved over the years fall here as they do now.

use crate::{Weekday, calendar::Feast, cursor::Cursor, lexicon::Word};

/// Names, and the days they are. The first word of each has the class [`Word::Feast`].
const NAMES: &[(&[&str], Feast)] = {
    use Feast::{Easter, Fixed, Nth};
    use Weekday::{Monday, Thursday};
    &[
        (&["easter", "sunday"], Easter(0)),
        (&["easter", "day"], Easter(0)),
        (&["easter", "monday"], Easter(1)),
        (&["easter", "tuesday"], Easter(2)),
        (&["easter", "eve"], Easter(-1)),
        (&["easter"], Easter(0)),
        (&["good", "friday"], Easter(-2)),
        (&["maundy", "thursday"], Easter(-3)),
        (&["holy", "thursday"], Easter(-3)),
        (&["holy", "saturday"], Easter(-1)),
        (&["palm", "sunday"], Easter(-7)),
        (&["ash", "wednesday"], Easter(-46)),
        (&["shrove", "tuesday"], Easter(-47)),
        (&["ascension", "day"], Easter(39)),
        (&["whit", "sunday"], Easter(49)),
        (&["whit", "monday"], Easter(50)),
        (&["whit", "tuesday"], Easter(51)),
        (&["whitsunday"], Easter(49)),
        (&["whitsuntide"], Easter(49)),
        (&["whitsun"], Easter(49)),
        (&["pentecost"], Easter(49)),
        (&["trinity", "sunday"], Easter(56)),
        (&["corpus", "christi"], Easter(60)),
        (&["new", "year", "day"], Fixed(1, 1)),
        (&["new", "years", "day"], Fixed(1, 1)),
        (&["new", "year", "eve"], Fixed(12, 31)),
        (&["new", "years", "eve"], Fixed(12, 31)),
        (&["epiphany"], Fixed(1, 6)),
        (&["candlemas"], Fixed(2, 2)),
        (&["valentine", "day"], Fixed(2, 14)),
        (&["lady", "day"], Fixed(3, 25)),
        (&["may", "day"], Fixed(5, 1)),
        (&["independence", "day"], Fixed(7, 4)),
        (&["bastille", "day"], Fixed(7, 14)),
        (&["lammas"], Fixed(8, 1)),
        (&["michaelmas"], Fixed(9, 29)),
        (&["halloween"], Fixed(10, 31)),
        (&["all", "saints", "day"], Fixed(11, 1)),
        (&["all", "souls", "day"], Fixed(11, 2)),
        (&["armistice", "day"], Fixed(11, 11)),
        (&["remembrance", "day"], Fixed(11, 11)),
        (&["veterans", "day"], Fixed(11, 11)),
        (&["martinmas"], Fixed(11, 11)),
        (&["christmas", "eve"], Fixed(12, 24)),
        (&["christmas", "day"], Fixed(12, 25)),
        (&["christmas"], Fixed(12, 25)),
        (&["xmas"], Fixed(12, 25)),
        (&["boxing", "day"], Fixed(12, 26)),
        (&["st", "valentine", "day"], Fixed(2, 14)),
        (&["st", "patrick", "day"], Fixed(3, 17)),
        (&["st", "george", "day"], Fixed(4, 23)),
        (&["st", "john", "day"], Fixed(6, 24)),
        (&["st", "bartholomew", "day"], Fixed(8, 24)),
        (&["st", "crispin", "day"], Fixed(10, 25)),
        (&["st", "andrew", "day"], Fixed(11, 30)),
        (&["st", "stephen", "day"], Fixed(12, 26)),
        (&["memorial", "day"], Nth(-1, Monday, 5)),
        (&["labor", "day"], Nth(1, Monday, 9)),
        (&["columbus", "day"], Nth(2, Monday, 10)),
        (&["thanksgiving", "day"], Nth(4, Thursday, 11)),
        (&["thanksgiving"], Nth(4, Thursday, 11)),
    ]
};

/// A feast's name at `i`, with the token after it.
pub(crate) fn feast(c: Cursor<'_>, i: usize) -> Option<(Feast, usize)> {
    if !c.tokens.get(i)?.capital {
        return None;
    }
    // Every capital month is asked, so most names are passed over by their length; "Saint" is
    // written "St." too.
    let first = c.text(i);
    let length = if first.eq_ignore_ascii_case("saint") { 2 } else { first.len() };
    let mut names = NAMES.iter().filter(|(words, _)| words[0].len() == length);
    names
        .find_map(|&(words, feast)| Some((feast, name(c, i, words)?)))
        .or_else(|| ides(c, i))
}

/// Whether the words stand at `i`; the token after them.
fn name(c: Cursor<'_>, i: usize, words: &[&str]) -> Option<usize> {
    let mut at = i;
    for (n, word) in words.iter().enumerate() {
        at = if n == 0 { at } else { passed(c, at) };
        let saint = *word == "st" && c.text(at).eq_ignore_ascii_case("saint");
        if !saint && !c.text(at).eq_ignore_ascii_case(word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Passes over what stands between the words of a name.
fn passed(c: Cursor<'_>, i: usize) -> usize {
    if !c.tight(i) {
        return i;
    }
    match c.word(i) {
        Word::Mark('\'') if c.word(i + 1) == Word::Plural && c.tight(i + 1) => i + 2,
        Word::Mark('\'' | '.') => i + 1,
        _ => i,
    }
}

/// "Ides of March": the middle of a Roman month.
fn ides(c: Cursor<'_>, i: usize) -> Option<(Feast, usize)> {
    let Word::Month(month) = c.word(i + 2) else { return None };
    let named = c.text(i) == "Ides" && c.word(i + 1) == Word::Of;
    let day = if matches!(month, 3 | 5 | 7 | 10) { 15 } else { 13 };
    named.then_some((Feast::Fixed(month, day), i + 3))
}
