//! The page that a place of a source is on, where its text marks pages.
//!
//! Marks are read that transcriptions commonly use: `[p. 12]`, `[pg 12]`, `[page xii]`, `{12}`,
//! `{#page_12}`, and form feeds, which are counted from one. The last mark before a place tells. A
//! number in square brackets alone may as well be a note's, and is no mark.
//!
//! Pages end amid sentences, so a mark is no word of the text ([`mark`]).

use alpheus_text::is_page_number;
use std::borrow::Cow;

/// The longest mark, in bytes.
const LONGEST: usize = 32;
/// How far before a place its page's mark may stand, in bytes: a large page holds less.
const FAR: usize = 40_000;

/// The page that the text after `before` is on.
pub(crate) fn page(before: &str) -> Option<String> {
    let mut from = before.len().saturating_sub(FAR);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let near = &before[from..];
    let mark = near.rfind(['\u{c}', ']', '}'])?;
    let mut rest = &near[..=mark];
    loop {
        if rest.ends_with('\u{c}') {
            return Some((1 + before.matches('\u{c}').count()).to_string());
        }
        if let Some(label) = label(rest) {
            return Some(label.to_owned());
        }
        let next = rest[..rest.len() - 1].rfind(['\u{c}', ']', '}'])?;
        rest = &rest[..=next];
    }
}

/// How long the mark is that a text begins with, if one does.
pub(crate) fn mark(text: &str) -> Option<usize> {
    let close = match text.as_bytes().first()? {
        b'[' => b']',
        b'{' => b'}',
        _ => return None,
    };
    let end = text.bytes().take(LONGEST).position(|byte| byte == close)? + 1;
    label(&text[..end]).map(|_| end)
}

/// A text without its marks.
pub(crate) fn unmarked(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed("");
    let mut from = 0;
    for (at, _) in text.match_indices(['[', '{']) {
        if let Some(length) = mark(&text[at..]) {
            out += &text[from..at];
            from = at + length;
        }
    }
    out + &text[from..]
}

/// The number in the mark that ends a text.
fn label(text: &str) -> Option<&str> {
    let open = if text.ends_with('}') { '{' } else { '[' };
    let inner = &text[..text.len() - 1];
    let inner = inner[inner.rfind(open)? + 1..].trim();
    let names = ["page", "pg.", "pg", "p."];
    let id = inner.split_whitespace().find_map(|word| word.strip_prefix('#'));
    let named = id.unwrap_or(inner);
    let number = names.iter().find_map(|name| {
        let head = named.get(..name.len())?;
        let rest = named[name.len()..].trim_start_matches([' ', '_', '-']);
        head.eq_ignore_ascii_case(name).then_some(rest)
    });
    let number = number.or_else(|| (open == '{').then_some(inner))?;
    is_page_number(number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_mark_tells() {
        assert_eq!(page("[p. 11] One. [p. 12] Two [sic] and"), Some("12".to_owned()));
        assert_eq!(page("{3} One. {iv} Two"), Some("iv".to_owned()));
        assert_eq!(page("[Pg 7]\nOne. [7] Two"), Some("7".to_owned()));
        assert_eq!(page("[]{#page_8 .break} Two"), Some("8".to_owned()));
        assert_eq!(page("One.\u{c}Two.\u{c}Three"), Some("3".to_owned()));
    }

    #[test]
    fn marks_are_left_out() {
        assert_eq!(mark("[p. 12] Two"), Some(7));
        assert_eq!(mark("{xii}"), Some(5));
        assert_eq!(mark("[sic]"), None);
        assert_eq!(mark("[é"), None);
        assert_eq!(unmarked("the [p. 12]ferry [sic] {3}left"), "the ferry [sic] left");
    }

    #[test]
    fn other_brackets_are_no_pages() {
        for text in ["", "One [12] two {see above}", "[p. ] [page of it]", "]}"] {
            assert_eq!(page(text), None, "{text}");
        }
    }
}
