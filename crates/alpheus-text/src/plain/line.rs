//! A line of plain text, and what it looks like by itself.

use crate::numeral::roman;

/// The longest heading, in bytes.
const HEADING: usize = 90;

/// A line without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) start: u32,
    pub(super) end: u32,
    /// How many bytes of space are before it.
    pub(super) indent: u32,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = trimmed(&rest[..end], from);
        from = (from + end + 1).min(text.len());
        Some(line)
    })
}

fn trimmed(line: &str, from: usize) -> Line {
    let space = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0');
    let words = line.trim_start_matches(space);
    let indent = line.len() - words.len();
    let start = (from + indent) as u32;
    let end = start + words.trim_end_matches(space).len() as u32;
    Line { start, end, indent: indent as u32 }
}

impl Line {
    pub(super) fn is_blank(self) -> bool {
        self.start == self.end
    }

    pub(super) fn words(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    pub(super) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// How far it reaches on the page.
    pub(super) fn reach(self) -> usize {
        self.len() + self.indent as usize
    }

    pub(super) fn first_word(self, text: &str) -> usize {
        self.words(text).bytes().position(|byte| byte == b' ').unwrap_or(self.len())
    }

    pub(super) fn begins_small(self, text: &str) -> bool {
        self.words(text).starts_with(char::is_lowercase)
    }

    /// Whether it ends with a hyphen after a small letter.
    pub(super) fn breaks_word(self, text: &str) -> bool {
        matches!(self.words(text).as_bytes(), [.., b'a'..=b'z', b'-'])
    }

    pub(super) fn ends_sentence(self, text: &str) -> bool {
        self.ends_with(text, &['.', '!', '?', ':', '…'])
    }

    pub(super) fn ends_clause(self, text: &str) -> bool {
        self.ends_with(text, &['.', '!', '?', ':', ';', '…'])
    }

    pub(super) fn ends_with(self, text: &str, marks: &[char]) -> bool {
        self.words(text)
            .trim_end_matches(['"', '\'', '”', '’', ')', ']', '_', '*'])
            .ends_with(marks)
    }

    /// A line drawn of dashes, stars or the like.
    pub(super) fn is_rule(self, text: &str) -> bool {
        let bytes = self.words(text).as_bytes();
        let drawn = |byte: &u8| {
            matches!(byte, b'-' | b'=' | b'_' | b'*' | b'~' | b'+' | b'|' | b' ' | b':')
        };
        bytes.len() > 2 && bytes.iter().all(drawn)
    }

    /// The level of a heading that begins with `#`.
    pub(super) fn hashes(self, text: &str) -> Option<u8> {
        let words = self.words(text);
        let level = words.bytes().take_while(|&byte| byte == b'#').count();
        ((1..=6).contains(&level) && words[level..].starts_with(' '))
            .then_some(level as u8)
    }

    /// A heading in capitals.
    pub(super) fn is_caps(self, text: &str) -> bool {
        let words = self.words(text);
        if words.len() > HEADING || !words.starts_with(|c: char| !c.is_lowercase()) {
            return false;
        }
        let capitals = words.chars().filter(|c| c.is_uppercase()).count();
        let numeral = roman(words.trim_end_matches('.')).is_some();
        (capitals > 2 || numeral) && !words.contains(char::is_lowercase)
    }

    /// A few words that begin with a capital and end without a stop.
    pub(super) fn is_title(self, text: &str) -> bool {
        let words = self.words(text);
        words.len() <= HEADING
            && words.starts_with(|c: char| {
                !c.is_lowercase() && (c.is_alphanumeric() || c == '"' || c == '“')
            })
            && words.contains(char::is_alphabetic)
            && !words.ends_with(['.', ',', ';', ':', '!', '?', '-', '"', '”', '\''])
            && words.split_ascii_whitespace().count() <= 12
    }

    /// Begins with the mark or number of an item.
    pub(super) fn is_item(self, text: &str) -> bool {
        let words = self.words(text);
        let Some((mark, _)) = words.split_once(' ') else { return false };
        match mark.as_bytes() {
            [b'-' | b'*' | b'+'] => true,
            [label @ .., b'.'] => is_number(label),
            [b'(', label @ .., b')'] | [label @ .., b')'] => {
                is_number(label) || matches!(label, [b'a'..=b'z'])
            }
            _ => matches!(mark, "•" | "–" | "‣" | "·" | "◦" | "—"),
        }
    }

    /// Begins with the marks of a quotation in a letter; ">From" is none.
    pub(super) fn is_quoted(self, text: &str) -> bool {
        let words = self.words(text);
        let inner = words.trim_start_matches('>');
        inner.len() < words.len() && (inner.is_empty() || inner.starts_with(' '))
    }

    /// Begins with the mark of a note: `[12]`, `[Footnote 3:`, `†`.
    pub(super) fn is_note(self, text: &str) -> bool {
        let words = self.words(text);
        if let Some(inner) = words.strip_prefix('[') {
            let number = inner.bytes().take(5).position(|byte| byte == b']');
            return inner.starts_with("Footnote") || number.is_some_and(|at| at > 0);
        }
        if let Some(rest) = words.strip_prefix('*') {
            return rest.starts_with(char::is_uppercase) && !rest.contains('*');
        }
        words.starts_with(['†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
    }

    /// Has cells: bars, tabs, wide gaps, or dots that lead to a number.
    pub(super) fn is_row(self, text: &str) -> bool {
        let words = self.words(text);
        if words.contains('\t') || has_four(words, b' ') {
            return true;
        }
        if words.contains('|') && words.matches('|').count() > 1 {
            return true;
        }
        words.ends_with(|c: char| c.is_ascii_digit())
            && (has_four(words, b'.') || words.contains(". . . ."))
    }
}

/// Whether a byte stands four times in a row; nearly every line of a text is asked, and a
/// search for a string costs more to set up than a line has bytes. Of four in a row two at
/// least make one of the pairs that a line is parted into, and most lines have none such.
fn has_four(words: &str, byte: u8) -> bool {
    let (pairs, _) = words.as_bytes().as_chunks();
    // All are compared, as that goes many at once; to stop at the first goes one by one.
    let double = pairs.iter().fold(0, |found, pair| found | u8::from(*pair == [byte; 2]));
    double != 0 && words.as_bytes().windows(4).any(|four| four == [byte; 4])
}

/// Whether these are one digit or two.
fn is_number(label: &[u8]) -> bool {
    matches!(label.len(), 1 | 2) && label.iter().all(u8::is_ascii_digit)
}
