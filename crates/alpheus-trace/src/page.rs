//! The page that a place of a source is on, where its text marks pages.
//!
//! Marks are read that transcriptions commonly use: `[p. 12]`, `[pg 12]`, `[page xii]`, `{12}`,
//! and form feeds, which are counted from one. The last mark before a place tells. A number in
//! square brackets alone may as well be a note's, and is no mark.

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

/// The number in the mark that ends a text.
fn label(text: &str) -> Option<&str> {
    let open = if text.ends_with('}') { '{' } else { '[' };
    let inner = &text[..text.len() - 1];
    let inner = inner[inner.rfind(open)? + 1..].trim();
    let names = ["page", "pg.", "pg", "p."];
    let number = names.iter().find_map(|name| {
        let head = inner.get(..name.len())?;
        head.eq_ignore_ascii_case(name).then(|| inner[name.len()..].trim_start())
    });
    let number = number.or_else(|| (open == '{').then_some(inner))?;
    is_number(number).then_some(number)
}

fn is_number(text: &str) -> bool {
    let roman = |c: char| "ivxlcdmIVXLCDM".contains(c);
    (1..=8).contains(&text.len())
        && (text.chars().all(|c| c.is_ascii_digit()) || text.chars().all(roman))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_mark_tells() {
        assert_eq!(page("[p. 11] One. [p. 12] Two [sic] and"), Some("12".to_owned()));
        assert_eq!(page("{3} One. {iv} Two"), Some("iv".to_owned()));
        assert_eq!(page("[Pg 7]\nOne. [7] Two"), Some("7".to_owned()));
        assert_eq!(page("One.\u{c}Two.\u{c}Three"), Some("3".to_owned()));
    }

    #[test]
    fn other_brackets_are_no_pages() {
        for text in ["", "One [12] two {see above}", "[p. ] [page of it]", "]}"] {
            assert_eq!(page(text), None, "{text}");
        }
    }
}
