//! What an account says of a quotation: whose words they are, and of when.
//!
//! Only what stands beside the quotation counts: "Marsh wrote: “…”", "according to Marsh, “…”",
//! "“…” (Marsh 1871)". Everything else is left unsaid rather than guessed.

use crate::When;
use alpheus_text::{Document, Span};

/// Who and when, as the account says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The last of the author's names.
    pub author: Option<(String, Span)>,
    /// The date.
    pub date: Option<(When, Span)>,
}

/// How far before a quotation its author is looked for, in bytes.
const BEFORE: usize = 160;

const SAYING: &[&str] = &[
    "wrote",
    "writes",
    "said",
    "says",
    "declared",
    "declares",
    "stated",
    "states",
    "noted",
    "notes",
    "observed",
    "observes",
    "remarked",
    "remarks",
    "recorded",
    "records",
    "reported",
    "reports",
    "recalled",
    "recalls",
    "claimed",
    "claims",
    "argued",
    "argues",
    "complained",
    "put",
];

/// The words between quotation marks in a document: “…” and "…" within one block.
///
/// # Example: one quotation
/// ```
/// use alpheus_text::Document;
/// let doc = Document::plain("memo", "Marsh wrote: “The toll was a penny.” It was not.");
/// let found = alpheus_trace::marked(&doc);
/// assert_eq!(doc.slice(found[0]), "The toll was a penny.");
/// ```
pub fn marked(doc: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    for block in doc.blocks() {
        let text = &doc.prose()[block.span.range()];
        let mut open: Option<(char, u32)> = None;
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let here = block.span.start + at as u32;
            let opens =
                before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-');
            match (open, c) {
                (None, '“') => open = Some((c, here + c.len_utf8() as u32)),
                // A straight mark opens after a space, whatever stood open before.
                (None | Some(('"', _)), '"') if opens => open = Some((c, here + 1)),
                (Some(('“', start)), '”') | (Some(('"', start)), '"') => {
                    found.push(Span::new(start, here));
                    open = None;
                }
                _ => {}
            }
            before = c;
        }
    }
    found
}

/// What a text says of the words of a span.
pub fn claim(text: &str, quotation: Span) -> Claim {
    let before = before(text, quotation.start as usize);
    let after = text.get(quotation.end as usize..).unwrap_or_default();
    let bracket = bracket(after, quotation.end);
    let in_text = author_before(before, quotation.start);
    let (author, date) = match bracket {
        Some((author, date)) => (author.or(in_text), date),
        None => (in_text, None),
    };
    let date = date.or_else(|| year_before(before, quotation.start));
    Claim { author, date }
}

/// The sentence before a quotation, as far as it is looked at.
fn before(text: &str, end: usize) -> &str {
    let start = (end.saturating_sub(BEFORE)..=end).find(|&at| text.is_char_boundary(at));
    let near = text.get(start.unwrap_or(end)..end).unwrap_or_default();
    let cut = near.rmatch_indices(['.', '!', '?', '\n']).find(|&(at, end)| {
        end == "\n"
            || near[at..].chars().nth(1).is_some_and(char::is_whitespace)
                && !is_initial(&near[..at])
    });
    cut.map_or(near, |(at, end)| &near[at + end.len()..])
}

/// Whether a full stop only shortens a name or title.
fn is_initial(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().count() <= 2
        || matches!(word, "Mrs" | "Gen" | "Col" | "Rev" | "Prof" | "Sir")
}

/// "Ann Marsh wrote:", "according to Marsh,".
fn author_before(before: &str, end: u32) -> Option<(String, Span)> {
    let words: Vec<&str> = before.split_whitespace().collect();
    let bare = |word: &str| -> String {
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let saying = words.iter().rposition(|word| SAYING.contains(&bare(word).as_str()));
    let to = words
        .windows(2)
        .rposition(|pair| pair[0].eq_ignore_ascii_case("according") && pair[1] == "to");
    let name = match (saying, to) {
        (Some(verb), _) if words.len() - verb <= 7 => words[..verb].last(),
        (_, Some(at)) => {
            let name = words[at + 2..]
                .iter()
                .take_while(|word| word.starts_with(char::is_uppercase));
            name.last()
        }
        _ => None,
    }?;
    let word = bare(name);
    if !is_name(&word) {
        return None;
    }
    let at = before.rfind(word.as_str())?;
    let start = end - (before.len() - at) as u32;
    let length = word.len() as u32;
    Some((word, Span::new(start, start + length)))
}

fn is_name(word: &str) -> bool {
    const NEVER: &[&str] = &[
        "He", "She", "It", "They", "We", "I", "You", "Who", "One", "The", "This", "That",
        "As", "And", "But", "Others", "Some", "Many",
    ];
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.clone().next().is_some()
        && chars.all(|c| c.is_lowercase() || c.is_uppercase() || c == '-' || c == '’')
        && !NEVER.contains(&word)
}

/// "(Marsh 1871)", "(1871)", "(Marsh, Ferries, 1871, p. 3)" right after a quotation.
type Bracket = (Option<(String, Span)>, Option<(When, Span)>);

fn bracket(after: &str, from: u32) -> Option<Bracket> {
    let skipped =
        after.trim_start_matches(['”', '"', '’', '\'', '.', ',', ' ', '\u{a0}']);
    let inner = skipped.strip_prefix('(')?;
    let inner = &inner[..inner.find(')')?];
    if inner.len() > 120 || after.len() - skipped.len() > 8 {
        return None;
    }
    let base = from + (after.len() - skipped.len()) as u32 + 1;
    let at = |word: &str| {
        let start = base + (word.as_ptr().addr() - inner.as_ptr().addr()) as u32;
        Span::new(start, start + word.len() as u32)
    };
    let words = || inner.split(|c: char| !c.is_alphanumeric() && c != '-');
    let year = words().find(|word| is_year(word));
    let author = words().next().filter(|word| is_name(word));
    let author =
        author.filter(|_| year.is_some()).map(|word| (word.to_owned(), at(word)));
    let date = year.and_then(|word| Some((When::parse(word)?, at(word))));
    (author.is_some() || date.is_some()).then_some((author, date))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// "In 1871 Marsh wrote: “…”".
fn year_before(before: &str, end: u32) -> Option<(When, Span)> {
    let words: Vec<&str> = before.split_whitespace().collect();
    let says = words
        .iter()
        .any(|word| SAYING.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())));
    let year = words.windows(2).rev().find_map(|pair| {
        let year = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
        (pair[0].eq_ignore_ascii_case("in") && is_year(year)).then_some(year)
    });
    let year = year.filter(|_| says)?;
    let start = end - (before.len() - before.rfind(year)?) as u32;
    Some((When::parse(year)?, Span::new(start, start + 4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Option<String>, Option<i32>) {
        let doc = Document::plain("x", text);
        let span = marked(&doc)[0];
        let claim = claim(text, span);
        if let Some((author, span)) = &claim.author {
            assert_eq!(doc.slice(*span), author);
        }
        (claim.author.map(|(name, _)| name), claim.date.map(|(when, _)| when.year))
    }

    #[test]
    fn who_is_said_to_have_said_it() {
        assert_eq!(
            said("Ann Marsh wrote: “The toll was a penny.”"),
            (Some("Marsh".to_owned()), None)
        );
        assert_eq!(
            said("According to A. B. Marsh, “the toll was a penny.”"),
            (Some("Marsh".to_owned()), None)
        );
        assert_eq!(
            said("It was cheap: “the toll was a penny” (Marsh 1871)."),
            (Some("Marsh".to_owned()), Some(1871))
        );
        assert_eq!(
            said("In 1871 Marsh wrote that “the toll was a penny”."),
            (Some("Marsh".to_owned()), Some(1871))
        );
    }

    #[test]
    fn what_is_not_said_is_not_guessed() {
        for text in [
            "He wrote: “The toll was a penny.”",
            "Marsh was a ferryman. “The toll was a penny.”",
            "The sign said “no toll” (see above).",
            "In 1871 the sign was new: “No toll.”",
        ] {
            assert_eq!(said(text), (None, None), "{text}");
        }
    }
}
