//! Makes text safe and plain for a terminal.
//!
//! A text under test may hold anything: escape sequences that recolour or retitle the
//! terminal, marks that turn the direction of writing around. They are shown, never obeyed.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// What is shown for a character, `None` where nothing is (a soft hyphen, a joiner).
///
/// Every kind of white space becomes one space, so that a character of the text takes
/// as many columns as [`columns`] says.
pub fn shown(c: char) -> Option<char> {
    match c {
        ' '..='~' => Some(c),
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{e000}'..='\u{f8ff}' => Some('\u{fffd}'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

/// `text` on one line, with nothing in it that a terminal would obey.
///
/// # Example: an escape sequence is shown, not obeyed
/// ```
/// assert_eq!(alpheus_report::clean::clean("a\x1b[31mb\nc"), "a␛[31mb c");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == Some(c)) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter_map(shown).collect())
    }
}

/// How many columns of a terminal `text` takes, once cleaned.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// How many columns of a terminal a cleaned character takes.
pub(crate) fn width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Breaks `text` into lines of at most `width` columns, at spaces; a longer word keeps its
/// line to itself.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in text.split_whitespace() {
        let needs = columns(word);
        match lines.last_mut() {
            Some(line) if needs < room => {
                line.push(' ');
                line.push_str(word);
                room -= needs + 1;
            }
            _ => {
                lines.push(word.to_owned());
                room = width.saturating_sub(needs);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_comes_through() {
        let all: String = (0..0x3000).filter_map(char::from_u32).collect();
        let cleaned = clean(&all).into_owned();
        assert!(!cleaned.chars().any(char::is_control));
        assert!(!cleaned.contains(['\u{202e}', '\u{2066}', '\u{9b}']));
        assert_eq!(clean(&cleaned), cleaned);
    }

    #[test]
    fn lines_are_broken_at_spaces() {
        assert_eq!(wrap("a bb  ccc dddd", 6), ["a bb", "ccc", "dddd"]);
        assert_eq!(wrap("a bb ccc", 8), ["a bb ccc"]);
        assert_eq!(wrap("unbreakable it is", 4), ["unbreakable", "it", "is"]);
        assert_eq!(wrap("", 4), Vec::<String>::new());
    }
}
