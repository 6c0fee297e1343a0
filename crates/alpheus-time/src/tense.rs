//! The tense of the clause that an expression stands in, as far as single words tell it.
//!
//! In news, "Friday" is the last one or the next one by what the clause says of it: the
//! nearest verb before the expression decides, or the first one after it.

use crate::{cursor::Cursor, lexicon::Word};

/// The tense of a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    /// "had": before what is told.
    Pluperfect,
    #[default]
    Present,
    Future,
}

/// How far a verb is looked for, in tokens.
const REACH: usize = 25;

/// The tense of the clause around token `i`.
pub(crate) fn tense(c: Cursor<'_>, i: usize) -> Tense {
    let told = before(c, i).or_else(|| after(c, i)).unwrap_or_default();
    match c.before(i) {
        Word::Since => Tense::Past,
        Word::Until | Word::By if told == Tense::Present => Tense::Future,
        _ => told,
    }
}

fn before(c: Cursor<'_>, i: usize) -> Option<Tense> {
    for k in (i.saturating_sub(REACH)..i).rev() {
        if let Some(tense) = verb(c, k) {
            return Some(tense);
        }
        if c.tokens[k].starts_sentence {
            break;
        }
    }
    None
}

fn after(c: Cursor<'_>, i: usize) -> Option<Tense> {
    (i..(i + REACH).min(c.words.len()))
        .take_while(|&k| k == i || !c.tokens[k].starts_sentence)
        .find_map(|k| verb(c, k))
}

fn verb(c: Cursor<'_>, k: usize) -> Option<Tense> {
    match c.word(k) {
        Word::Will => Some(Tense::Future),
        Word::Was => Some(Tense::Past),
        Word::Had => Some(Tense::Pluperfect),
        Word::Is => Some(Tense::Present),
        Word::To if infinitive(c, k + 1) => Some(Tense::Future),
        Word::Other => open(c, k),
        _ => None,
    }
}

/// "to leave", not "to France", "to the", "according to officials said".
fn infinitive(c: Cursor<'_>, k: usize) -> bool {
    let verb = c.tokens.get(k).is_some_and(|t| t.is_word() && !t.capital);
    verb && c.word(k) == Word::Other && !c.text(k).ends_with('s')
}

/// The tense of a verb that is no auxiliary.
fn open(c: Cursor<'_>, k: usize) -> Option<Tense> {
    if c.tokens[k].capital && !c.tokens[k].starts_sentence {
        return None;
    }
    match c.text(k) {
        "could" | "should" | "must" | "might" | "can" | "ll" | "due" | "expected"
        | "scheduled" | "planned" | "plans" | "slated" | "intends" | "hopes" | "aims"
        | "wants" | "upcoming" | "deadline" | "expects" => Some(Tense::Future),
        "said" | "told" | "began" | "won" | "lost" | "fell" | "rose" | "took"
        | "made" | "met" | "left" | "came" | "went" | "sold" | "held" | "got" | "hit"
        | "led" | "saw" | "found" | "gave" | "ran" | "kept" | "paid" | "built"
        | "bought" | "sent" | "spoke" | "wrote" | "became" | "grew" | "brought"
        | "stood" | "shot" | "fought" | "struck" | "broke" | "chose" | "drew"
        | "flew" | "knew" | "threw" => Some(perfect(c, k)),
        text if text.len() > 4 && text.ends_with("ed") => participle(c, k, text),
        _ => None,
    }
}

/// "signed", "was signed"; in "will be signed" the auxiliary tells.
fn participle(c: Cursor<'_>, k: usize, text: &str) -> Option<Tense> {
    if matches!(text, "indeed" | "hundred" | "exceed" | "proceed" | "succeed" | "sacred")
        || matches!(c.text(k.wrapping_sub(1)), "be" | "being" | "is" | "are")
    {
        return None;
    }
    Some(perfect(c, k))
}

/// "has signed", "has been signed" tell of the present.
fn perfect(c: Cursor<'_>, k: usize) -> Tense {
    let at = if c.text(k.wrapping_sub(1)) == "been" { k - 1 } else { k };
    if c.before(at) == Word::Is { Tense::Present } else { Tense::Past }
}
