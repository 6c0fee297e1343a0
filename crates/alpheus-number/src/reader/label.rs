//! Numbers that count nothing: labels, names, references, clock times, scores, pronouns.

use super::number;
use crate::cursor::Cursor;
use alpheus_text::{Lexicon, Token, TokenKind, key, numeral};

/// How sure a word before a number is to make it a label.
#[derive(Clone, Copy, PartialEq)]
enum Label {
    /// "page", "No.": whatever it looks like, and those listed after it.
    Any,
    /// "Company", "Hill": with a capital, and no group of digits.
    Capital,
    /// "boat 6", "round 2": without a capital too, where nothing that is counted follows.
    Either,
}

use Label::{Any, Capital, Either};

static LABELS: Lexicon<Label, 512> = Lexicon::new(&[
    (
        "no nos nr chapter chapters chap chaps ch page pages p pp pg pgs volume vol vols bk \
         pt section sec sect article art arts nn footnote footnotes endnote fig figs \
         appendix verses vv ll canto psalm ps folio fol fols bd bull cf opus op isbn \
         issn tel telephone phone fax extension ext item clause paragraph par para lat latitude long longitude \
         stanza sonnet pl annex doc docs ibid id",
        Any,
    ),
    (
        "book part note figure plate table act scene line lines verse column case file document \
         number channel apartment suite flat cell block barrack barracks hut camp ward \
         gate hill height point peak route road highway interstate motorway track platform \
         flight run hole lot grave plot mark mk model \
         version season episode week day area zone sector district region precinct \
         station company regiment division battalion brigade squadron battery army corps \
         fleet group unit detachment kommando einsatzgruppe sonderkommando einsatzkommando \
         pier dock berth engine lodge local symphony sonata order directive decree \
         resolution law rule proposition form exhibit box apollo boeing airbus ju bf fw \
         step question lesson exercise problem theorem equation category chart map sheet \
         amendment title schedule studio windows junkers messerschmitt heinkel dornier \
         panzer tiger formula top news catch",
        Capital,
    ),
    ("room boat lifeboat round heat series stage phase level class grade type", Either),
]);

/// Names in capitals that counts often stand behind.
static STATES: Lexicon<(), 16> = Lexicon::new(&[("us usa uk un eu uae", ())]);

/// If the digits at `at` count nothing: the token after them and what belongs to them.
pub(crate) fn digits(c: Cursor<'_>, at: usize) -> Option<usize> {
    if joined_before(c, at) || enumerates(c, at) || is_base(c, at) {
        return Some(chain(c, at));
    }
    if labelled(c, at) {
        return Some(listed(c, chain(c, at)));
    }
    if odd_shape(c, at) {
        return Some(chain(c, at));
    }
    bracketed(c, at).or_else(|| indexed(c, at))
}

/// Whether something stands right before a number that makes it part of a name or a
/// reference: "T-34", "B17", "'14", "§4", "killed.12".
fn joined_before(c: Cursor<'_>, at: usize) -> bool {
    let Some(prev) = c.before(at, 1) else { return false };
    if matches!(prev.kind, TokenKind::Mark('#' | '§' | '№' | '¶' | '@')) {
        return true;
    }
    if !c.tight(at) {
        return false;
    }
    let opened = matches!(c.mark(at.wrapping_sub(2)), Some('(' | '['));
    let joined = c.tight(at - 1) && at > 1 && !opened;
    match prev.kind {
        TokenKind::Word => true,
        TokenKind::Mark('/' | ':' | '_' | '=' | '*' | '^' | '~') => joined,
        TokenKind::Mark('-') => {
            joined && c.before(at, 2).is_some_and(Token::is_word) && !of_tries(c, at)
        }
        TokenKind::Mark('.' | ',') => joined && !c.before(at, 2).is_some_and(closes),
        TokenKind::Mark('\'') => c.get(at).is_some_and(|token| token.span.len() == 2),
        TokenKind::Number | TokenKind::Mark(_) => false,
    }
}

/// "30-for-81": hits and tries.
fn of_tries(c: Cursor<'_>, at: usize) -> bool {
    let number = at.checked_sub(4).is_some_and(|at| c.number(at).is_some());
    number
        && c.links(at - 3, '-')
        && (c.is_word(at - 2, const { key("for") })
            || c.is_word(at - 2, const { key("of") }))
}

fn closes(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(')' | ']' | '"' | '\''))
}

/// "2.14 per 1,000": what a rate is told by.
fn is_base(c: Cursor<'_>, at: usize) -> bool {
    at > 0 && c.is_word(at - 1, const { key("per") })
}

/// Whether the block or the sentence is numbered with it: "1. The", "(2) the".
fn enumerates(c: Cursor<'_>, at: usize) -> bool {
    let small = c.get(at).is_some_and(|token| token.span.len() <= 3);
    let ended = |mark| c.joins(at + 1, mark) && c.number(at + 2).is_none();
    if !small {
        return false;
    }
    if at == 0 {
        return ended('.') || ended(')');
    }
    let opened = c.is(at - 1, '(') && c.joins(at + 1, ')') && c.tight(at);
    let fresh = at == 1
        || c.number(at) == Some(1)
        || c.get(at + 2).is_some_and(|word| word.capital)
        || c.before(at, 2).is_some_and(|token| {
            matches!(token.kind, TokenKind::Mark(_)) || is_joiner(token.key)
        })
        || c.get(at - 1).is_some_and(|token| token.starts_sentence);
    opened && fresh && c.get(at + 2).is_some_and(Token::is_word)
}

static JOINERS: Lexicon<(), 8> = Lexicon::new(&[("and or", ())]);

fn is_joiner(key: u64) -> bool {
    JOINERS.has(key)
}

/// Whether a word before it says that it numbers something.
fn labelled(c: Cursor<'_>, at: usize) -> bool {
    if c.is(at.wrapping_sub(1), ',') {
        return c.before(at, 2).is_some_and(|word| small_roman(c, word));
    }
    let dot = usize::from(at > 0 && (c.is(at - 1, '.') || c.is(at - 1, ':')));
    let Some(word) = c.before(at, 1 + dot).filter(|token| token.is_word()) else {
        return false;
    };
    let grouped = c.links(at + 1, ',') && c.number(at + 2).is_some();
    match LABELS.get(word.key) {
        // "Said no. 300 men", but "No. 300" and "no. 3".
        Some(Any) => {
            dot == 1
                || word.key != const { key("no") }
                || word.capital && !word.starts_sentence
        }
        Some(Capital) => dot == 0 && word.capital && !grouped,
        Some(Either) => dot == 0 && !grouped && (word.capital || !counts_next(c, at)),
        None => {
            let letters = word.span.len();
            let name = dot == 0
                && word.upper
                && letters <= 3
                && !grouped
                && !STATES.has(word.key)
                && c.get(at).is_some_and(|token| token.span.len() <= 3);
            name || roman(c, at, word, dot)
        }
    }
}

/// "iii. 33", "vii. c. 33", "Moniteur, X. 132".
fn roman(c: Cursor<'_>, at: usize, word: &Token, dot: usize) -> bool {
    let chapter = word.key == const { key("c") }
        && dot == 1
        && matches!(c.mark(at.wrapping_sub(3)), Some('.' | ',' | ')' | ';'))
        && !counts_next(c, at);
    let ends = c.word(at + 1) == 0 && !c.tokens[at].starts_sentence;
    chapter
        || small_roman(c, word)
        || dot == 1
            && ends
            && word.capital
            && numeral::roman(&c.text[word.span.range()]).is_some()
}

/// "vol. ii, 33": a volume in small Roman numerals.
fn small_roman(c: Cursor<'_>, word: &Token) -> bool {
    let word = &c.text[word.span.range()];
    word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l'))
        && numeral::roman(word).is_some()
}

/// The end of the numbers that stand in one list with a label: "pp. 12, 13–15 and 20".
fn listed(c: Cursor<'_>, mut end: usize) -> usize {
    loop {
        let mut at = end;
        while matches!(c.mark(at), Some(',' | ';' | '-' | '–' | '&'))
            || is_joiner(c.word(at))
            || c.is_word(at, const { key("to") })
        {
            at += 1;
        }
        if at == end || c.number(at).is_none() || counts_next(c, at) {
            return end;
        }
        end = chain(c, at);
    }
}

/// Whether a word that may be counted stands behind the number at `at`.
fn counts_next(c: Cursor<'_>, at: usize) -> bool {
    c.get(at + 1).is_some_and(|next| {
        next.is_word() && next.spaced && next.span.len() > 2 && !is_joiner(next.key)
    }) || c.links(at + 1, ',') && c.number(at + 2).is_some()
}

/// Whether the digits have the shape of something else: "007", "100.5.2", "1914/15", "10:30",
/// "12-pounder".
fn odd_shape(c: Cursor<'_>, at: usize) -> bool {
    let digits = c.slice(at);
    if digits.len() > 1 && digits.starts_with('0') {
        return true;
    }
    let then = |at: usize, mark: char| c.links(at, mark) && c.number(at + 1).is_some();
    let chained = |mark| then(at + 1, mark) && then(at + 3, mark);
    if chained('.') && !number::is_grouped(c, at) {
        return true;
    }
    chained('/')
        || chained('-')
        || chained('–')
        || then(at + 1, ':') && c.number(at + 2) != Some(1)
        || then(at + 1, ':') && c.before(at, 1).is_some_and(|token| token.capital)
        || is_calibre(c, at + 1)
}

static CALIBRES: Lexicon<(), 16> =
    Lexicon::new(&[("pounder pounders pdr pdrs gauge calibre caliber", ())]);

/// Whether what stands at `at` makes the number before it a calibre or a time of day.
pub(super) fn is_other(c: Cursor<'_>, at: usize) -> bool {
    is_calibre(c, at) || is_clock(c, at)
}

/// "o'clock", "a.m."
pub(super) fn is_clock(c: Cursor<'_>, at: usize) -> bool {
    if c.is_word(at, const { key("oclock") }) {
        return true;
    }
    if c.is_word(at, const { key("o") }) {
        return c.is(at + 1, '\'') && c.is_word(at + 2, const { key("clock") });
    }
    let noon = c.is_word(at, const { key("a") }) || c.is_word(at, const { key("p") });
    noon && c.links(at + 1, '.') && c.is_word(at + 2, const { key("m") })
        || c.is_word(at, const { key("am") }) && c.tight(at)
        || c.is_word(at, const { key("pm") })
}

/// "-pounder"
fn is_calibre(c: Cursor<'_>, at: usize) -> bool {
    let hyphen = usize::from(c.links(at, '-'));
    CALIBRES.has(c.word(at + hyphen))
}

/// "[12]", "{12}", "[12, 13]": a mark of a note or a page.
fn bracketed(c: Cursor<'_>, at: usize) -> Option<usize> {
    let open = at.checked_sub(1)?;
    let close = match c.mark(open)? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let mut end = at + 1;
    while c.number(end).is_some() || matches!(c.mark(end), Some(',' | '-' | '–')) {
        end += 1;
    }
    c.is(end, close).then_some(end + 1)
}

/// The pages of an entry in an index: "Lee, General, 12, 40–43, 77".
fn indexed(c: Cursor<'_>, at: usize) -> Option<usize> {
    /// Fewer numbers may be counts.
    const PAGES: usize = 3;
    let entry = c.is(at.checked_sub(1)?, ',')
        && c.before(at, 2).is_some_and(|name| !is_number(name));
    let (mut next, mut last, mut pages) = (at, 0, 0);
    while let Some(page) =
        c.number(next).filter(|&page| entry && last < page && page < 2000)
    {
        last = page;
        pages += 1;
        next += 1;
        if matches!(c.mark(next), Some('-' | '–'))
            && c.tight(next)
            && c.number(next + 1).is_some()
        {
            next += 2;
        }
        if !c.joins(next, ',') || c.tight(next + 1) {
            break;
        }
        next += 1;
    }
    let counts = c.get(next).is_some_and(|word| word.is_word() && !word.capital);
    (pages >= PAGES && !counts).then_some(next)
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// The end of what is written in one with the token at `at`: "10:30", "100.5.2", "1914/15".
pub(crate) fn chain(c: Cursor<'_>, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        if c.tight(end) && (c.number(end).is_some() || c.word(end) != 0) {
            end += 1;
        } else if matches!(c.mark(end), Some('.' | ':' | '/' | '-' | '–' | ','))
            && c.tight(end)
            && c.tight(end + 1)
            && c.number(end + 1).is_some()
        {
            end += 2;
        } else {
            return end;
        }
    }
}

/// If the number in words from `at` to `end` counts nothing.
pub(crate) fn words(c: Cursor<'_>, at: usize, end: usize) -> bool {
    let Some(first) = c.get(at) else { return true };
    let prev = c.before(at, 1);
    // Two hyphens are a dash: "moderate--four officers".
    let dash = at > 1 && c.mark(at - 2) == Some('-');
    let joined = at > 1 && c.tight(at) && c.links(at - 1, '-') && !dash;
    let named =
        first.capital && !first.upper && !first.starts_sentence && follows_word(prev);
    joined
        || named
        || end == at + 1 && alone(c, at)
        || c.links(end, '-') && c.word(end + 1) != 0 && !measured(c, end)
        || is_past(c, at)
        || LABELS.get(c.word_before(at, 1)) == Some(Any)
        || prev.is_some_and(|prev| {
            LABELS.get(prev.key) == Some(Capital) && prev.capital && !prev.starts_sentence
        })
}

/// "a quarter-past three", "half past two".
fn is_past(c: Cursor<'_>, at: usize) -> bool {
    let joined = usize::from(c.is(at.wrapping_sub(2), '-'));
    let part = c.word_before(at, 2 + joined);
    c.is_word(at.wrapping_sub(1), const { key("past") })
        && (part == key("quarter") || part == key("half") || part == key("minutes"))
}

fn follows_word(prev: Option<&Token>) -> bool {
    prev.is_some_and(|prev| match prev.kind {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Mark(mark) => matches!(mark, ',' | '-' | ')'),
    })
}

/// Whether a unit or the like is joined on by the hyphen at `at`.
fn measured(c: Cursor<'_>, at: usize) -> bool {
    crate::unit::read(c.tokens, at).is_some()
        || super::measure::percent(c, at).is_some()
        || super::measure::multiple(c, at).is_some()
        || c.is_word(at + 1, const { key("odd") })
        || c.is_word(at + 1, const { key("and") })
}

static VAGUE: Lexicon<(), 32> = Lexicon::new(&[(
    "several few many couple numerous countless various of per these",
    (),
)]);

/// A word of one token: "one" as a pronoun, "score" and "hundred" with no number before.
fn alone(c: Cursor<'_>, at: usize) -> bool {
    if c.is_word(at, const { key("one") }) {
        return pronoun(c, at);
    }
    let bare_scale = numeral::scale(c.word(at)).is_some();
    bare_scale
        && (VAGUE.has(c.word_before(at, 1))
            || c.is_word(at, const { key("score") })
            || c.is_word(at + 1, const { key("of") })
                && !c.is_word(at, const { key("dozen") }))
}

static BEFORE_ONE: Lexicon<(), 256> = Lexicon::new(&[(
    "no this that any every each some which the such another last next first other little \
     old new great good all many as not anyone if when what how whom why where because \
     though although whether unless while these those his her its their my your our loved \
     evil young big small large long short high right wrong same better best worst largest \
     smallest greatest latter former second third final single quite like",
    (),
)]);

static AFTER_ONE: Lexicon<(), 256> = Lexicon::new(&[(
    "of another who whom that which whose myself himself herself themselves is was can could may might must should would will has \
     had have does did day side hand thing time end such else after and by to in on at as \
     for from with knows sees feels finds thinks says hears sometimes never always ever \
     cannot or nor the a he she it they we i you morning evening night afternoon week year \
     summer winter spring autumn sunday monday tuesday wednesday thursday friday saturday \
     wonders if when where then also only even alone being were are be but \
     so than not now way",
    (),
)]);

static COUNTING: Lexicon<(), 32> =
    Lexicon::new(&[("of by to least most than exactly but and or", ())]);

/// Whether "one" at `at` stands for someone or something instead of counting.
fn pronoun(c: Cursor<'_>, at: usize) -> bool {
    let again = c.is_word(at.wrapping_sub(2), const { key("one") });
    let only = c.is_word(at.wrapping_sub(2), const { key("the") })
        && c.is_word(at.wrapping_sub(1), const { key("only") });
    if again || only || BEFORE_ONE.has(c.word_before(at, 1)) {
        return true;
    }
    match c.get(at + 1) {
        Some(_) if c.links(at + 1, '-') && measured(c, at + 1) => false,
        Some(next) if next.is_word() => AFTER_ONE.has(next.key),
        _ => !COUNTING.has(c.word_before(at, 1)),
    }
}
