//! A cell: a figure, nothing, a mark, or words.

use super::Entry;
use alpheus_text::{Lexicon, Span, key};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Field {
    /// A figure.
    Number(Number),
    /// Dashes, as many as told: nothing, or a rule that is drawn in the cell.
    Dashes(usize),
    /// A brace, a mark of repetition: nothing to add.
    Mark,
    /// Words.
    Words,
}

/// A figure in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) entry: Entry,
    /// Words follow it in the cell.
    pub(super) tailed: bool,
    /// A rule is drawn before it in the cell.
    pub(super) ruled: bool,
    /// In brackets, queried, "about", or written in a way that can be read otherwise.
    pub(super) odd: bool,
}

/// Marks that may stand before a figure.
const BEFORE: [char; 14] =
    ['{', '}', '(', '[', '?', '+', '=', '~', '£', '$', '€', '*', '†', '‡'];
/// Marks that may stand behind one.
const BEHIND: [char; 22] = [
    '.', ',', ';', ':', '*', '†', '‡', '§', ')', ']', '}', '{', '%', '?', '"', '”', '„',
    '“', '\'', '’', '¶', '_',
];

/// Reads a cell; `at` is where it begins in the text.
pub(super) fn field(words: &str, at: u32) -> Field {
    let bare = words.trim_matches(space);
    if bare.is_empty() {
        return Field::Mark;
    }
    let dashes = bare.chars().take_while(|&c| is_dash(c)).count();
    let rest = bare.trim_start_matches(is_dash).trim_start_matches(space);
    if dashes > 0 && without_note(rest).is_empty() {
        return Field::Dashes(dashes);
    }
    if dashes == 1 && !bare.starts_with('=') {
        return Field::Words;
    }
    number(rest, dashes > 1).map_or_else(
        || {
            if past_note(bare).chars().any(char::is_alphanumeric) {
                Field::Words
            } else {
                Field::Mark
            }
        },
        |(mut number, start)| {
            let offset = rest.as_ptr() as usize - words.as_ptr() as usize;
            let start = at + (offset + start) as u32;
            let len = number.entry.span.len();
            number.entry.span = Span::new(start, start + len);
            Field::Number(number)
        },
    )
}

fn space(c: char) -> bool {
    c.is_whitespace() || c == '\0'
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '_' | '=' | '─' | '━' | '═')
}

/// Where the figures of a cell begin that holds nothing but figures: pounds, shillings and
/// pence, or columns that stand close. None in "12 345 678", which is one.
pub(super) fn figures(words: &str) -> impl Iterator<Item = usize> {
    let figure = |word: &str| {
        let bare = word.trim_start_matches(['£', '$']);
        value(bare).is_some_and(|(_, _, len)| len == bare.len())
    };
    let many = words.split(' ').count() > 1 && words.split(' ').all(figure);
    let one = words.split(' ').skip(1).all(|word| word.len() == 3);
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    [0].into_iter().chain(starts).filter(move |_| many && !one)
}

/// A figure with where it begins in `words`.
fn number(words: &str, ruled: bool) -> Option<(Number, usize)> {
    let mut odd = false;
    let mut rest = words;
    loop {
        rest = past_note(rest.trim_start_matches(space));
        let Some(mark) = rest.chars().next().filter(|c| BEFORE.contains(c)) else {
            break;
        };
        odd |= matches!(mark, '(' | '[' | '?' | '~' | '+');
        rest = &rest[mark.len_utf8()..];
    }
    if let Some(after) = about(rest) {
        (rest, odd) = (after, true);
    }
    let braced = words.starts_with(['{', '}']);
    let (value, places, len) = value(rest)?;
    let tail = without_note(&rest[len..]);
    let tail = tail.trim_start_matches(|c| BEHIND.contains(&c) || space(c));
    let brace = rest[len..].trim_start_matches(space).starts_with(['{', '}']);
    let tailed = !tail.is_empty() && !brace;
    if tailed && (braced || rest != words || !is_tail(&rest[len..])) {
        return None;
    }
    // "23.186" may be thousands.
    odd |= places == 3;
    let span = Span::new(0, len as u32);
    let entry = Entry { value, places, span };
    Some((Number { entry, tailed, ruled, odd }, words.len() - rest.len()))
}

/// What follows the mark of a note: "[3]857".
fn past_note(words: &str) -> &str {
    let note = words.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match note {
        Some((mark, rest)) if mark.len() <= 3 => rest,
        _ => words,
    }
}

/// What follows "about".
fn about(words: &str) -> Option<&str> {
    let (word, rest) = words.split_once(' ')?;
    let word = word.trim_end_matches('.');
    let known = ["about", "abt", "say", "ca", "c", "circa", "nearly", "some", "over"];
    known.iter().any(|w| word.eq_ignore_ascii_case(w)).then(|| rest.trim_start())
}

/// The value, its decimals, and how many bytes it takes.
fn value(words: &str) -> Option<(f64, u8, usize)> {
    let bytes = words.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut len = digits(0);
    if len == 0 || len > 15 {
        return None;
    }
    if len <= 3 {
        while bytes.get(len) == Some(&b',') && digits(len + 1) == 3 && len < 16 {
            len += 4;
        }
    }
    let mut value = bytes[..len]
        .iter()
        .filter(|b| b.is_ascii_digit())
        .fold(0.0, |value, b| value * 10.0 + f64::from(b - b'0'));
    let mut places = 0;
    if bytes.get(len) == Some(&b'.') && (1..=4).contains(&digits(len + 1)) {
        let count = digits(len + 1);
        let fraction = bytes[len + 1..=len + count]
            .iter()
            .fold(0.0, |value, b| value * 10.0 + f64::from(b - b'0'));
        value += fraction / 10_f64.powi(i32::from(count as u8));
        places = count as u8;
        len += 1 + count;
    } else if let Some((share, more)) = vulgar(&words[len..]) {
        value += share;
        places = 2;
        len += more;
    }
    Some((value, places, len))
}

/// "½" and the like, with its length.
fn vulgar(words: &str) -> Option<(f64, usize)> {
    let sign = words.chars().next()?;
    let share = match sign {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        _ => return None,
    };
    Some((share, sign.len_utf8()))
}

/// Whether what follows a figure leaves it one: a unit or a short remark, no "th" nor "/60".
fn is_tail(tail: &str) -> bool {
    let begins = tail.starts_with(|c| space(c) || BEHIND.contains(&c));
    let words = tail.split(space).filter(|word| word.chars().any(char::is_alphanumeric));
    let digits = tail.bytes().any(|b| b.is_ascii_digit());
    let remark = tail.trim_start().starts_with('(');
    begins && (remark || (!digits && words.count() <= 3))
}

/// Without the mark of a note: "--[654]".
fn without_note(words: &str) -> &str {
    let bare = words.trim_matches(space);
    let inner =
        bare.strip_prefix(['[', '(']).and_then(|rest| rest.split_once([']', ')']));
    match inner {
        Some((mark, rest)) if mark.len() <= 4 => rest.trim_start_matches(space),
        _ => bare,
    }
}

/// What a word does in a label.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Says {
    Total,
    /// Makes a total of what stands with it at the beginning: "whole number".
    Begins,
    Less,
}

static SAYS: Lexicon<Says, 64> = Lexicon::new(&[
    ("total totals subtotal aggregate altogether", Says::Total),
    ("sum together whole", Says::Begins),
    ("less minus deduct deducting subtract", Says::Less),
]);

fn says(label: &str) -> impl Iterator<Item = Says> {
    let words = label.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.enumerate().filter_map(|(at, word)| match SAYS.get(key(word)) {
        Some(Says::Total) => Some(Says::Total),
        says => says.filter(|_| at == 0),
    })
}

/// Whether a label is that of a total.
pub(super) fn is_total(label: &str) -> bool {
    let lead = label.trim_start_matches(|c: char| !c.is_alphabetic());
    let in_all = ["in all", "all told"].iter().any(|words| {
        lead.get(..words.len()).is_some_and(|l| l.eq_ignore_ascii_case(words))
    });
    in_all || says(label).any(|says| says != Says::Less)
}

/// Whether a label tells that its figure is taken off.
pub(super) fn is_less(label: &str) -> bool {
    says(label).next() == Some(Says::Less)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(words: &str) -> Option<f64> {
        match field(words, 7) {
            Field::Number(number) => {
                let span = number.entry.span;
                let text = &words[span.start as usize - 7..span.end as usize - 7];
                assert!(text.starts_with(|c: char| c.is_ascii_digit()), "{text}");
                Some(number.entry.value)
            }
            _ => None,
        }
    }

    #[test]
    fn figures_stand_with_their_marks() {
        for (words, value) in [
            ("1,234", 1234.0),
            ("10014", 10014.0),
            ("} 1,450", 1450.0),
            ("615 } Leon", 615.0),
            ("1,755 { 1, 2 Leon.", 1755.0),
            ("£9,532", 9532.0),
            ("24,361   „", 24361.0),
            ("140 all ranks.", 140.0),
            ("22  (5th to 26th).", 22.0),
            ("880[3]", 880.0),
            ("[3]857", 857.0),
            ("(253)", 253.0),
            ("---- 2,262", 2262.0),
            ("12½", 12.5),
            ("37.4%", 37.4),
            ("about 3,000", 3000.0),
        ] {
            assert_eq!(value_of(words), Some(value), "{words}");
        }
    }

    #[test]
    fn words_with_numbers_in_them_are_no_figures() {
        for words in [
            "1st",
            "5/60th Foot",
            "{ 1, 2 Leon",
            "} 3 Leon",
            "1861-62",
            "10s. 6d.",
            "Nov. 1",
            "1,23",
            "4 guns and 20 men",
            "-5",
            "1 company 2/3 Foot",
        ] {
            assert_eq!(value_of(words), None, "{words}");
        }
    }

    #[test]
    fn dashes_are_nothing() {
        assert_eq!(field("--", 0), Field::Dashes(2));
        assert_eq!(field("—", 0), Field::Dashes(1));
        assert_eq!(field("--[654]", 0), Field::Dashes(2));
        assert_eq!(field("„", 0), Field::Mark);
        assert_eq!(field("[5]", 0), Field::Mark);
        assert_eq!(field("}", 0), Field::Mark);
    }

    #[test]
    fn labels_of_totals() {
        for label in [
            "Total",
            "GRAND TOTAL,",
            "Total as above",
            "In all",
            "Divisional Total",
            "Whole number",
            "Aggregate",
        ] {
            assert!(is_total(label), "{label}");
        }
        assert!(!is_total("Totally destroyed") && !is_total("The whole corps"));
        assert!(is_less("Less detached") && !is_less("Detached, less sick"));
    }
}
