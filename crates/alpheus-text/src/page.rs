//! Where a page of a printed book begins, as markup says it.
//!
//! Read are ids (`Page_12`, `pg-xii`), elements with the type `pagebreak` of EPUB or the role
//! `doc-pagebreak`, and the class `pagenum` that transcriptions use for the number in the margin.

/// What the attributes of an element say of a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Whether it is nothing but the mark of a page.
    pub(crate) is_mark: bool,
    /// Whether its tag ends itself.
    pub(crate) is_empty: bool,
    title: Option<String>,
}

impl Page {
    /// Takes an attribute into account.
    pub(crate) fn attribute(&mut self, name: &[u8], value: &str) {
        let has =
            |words: &[&str]| value.split_whitespace().any(|word| words.contains(&word));
        match name {
            b"class" => {
                self.is_mark |= has(&["pagenum", "pageno", "pagenumber", "page-number"]);
            }
            b"epub:type" => self.is_mark |= has(&["pagebreak"]),
            b"role" => self.is_mark |= has(&["doc-pagebreak"]),
            b"title" | b"aria-label" => self.title = Some(value.to_owned()),
            _ => {}
        }
    }

    /// The number of the page, by the id or the title of the element.
    pub(crate) fn label<'p>(&'p self, id: Option<&'p str>) -> Option<&'p str> {
        let names = ["page", "pg"];
        let named = id.and_then(|id| names.iter().find_map(|name| behind(id, name)));
        if !self.is_mark {
            return named;
        }
        let id = || id.and_then(|id| behind(id, "p"));
        named.or_else(id).or_else(|| self.title.as_deref().and_then(number))
    }
}

/// The number in "12", "[Pg 12]", "{xii}", "p. 12".
pub(crate) fn number(text: &str) -> Option<&str> {
    let bare = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let named = ["page", "pg", "p"].iter().find_map(|name| behind(bare, name));
    named.or_else(|| is_page_number(bare).then_some(bare))
}

/// The number behind a name and a mark.
fn behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let head = text.get(..name.len())?;
    let rest = text[name.len()..].trim_start_matches(['_', '-', '.', ' ', '\u{a0}']);
    (head.eq_ignore_ascii_case(name) && is_page_number(rest)).then_some(rest)
}

/// Whether this can be the number of a page, in digits or Roman.
///
/// # Example: digits or letters, and few of them
/// ```
/// use alpheus_text::is_page_number;
/// assert!(is_page_number("12") && is_page_number("xii"));
/// assert!(!is_page_number("12a") && !is_page_number(""));
/// ```
pub fn is_page_number(text: &str) -> bool {
    let roman = |c: char| "ivxlcdmIVXLCDM".contains(c);
    (1..=8).contains(&text.len())
        && (text.chars().all(|c| c.is_ascii_digit()) || text.chars().all(roman))
}

#[cfg(test)]
mod tests {
    use crate::{Document, Format};

    fn pages(text: &str, format: Format) -> (Vec<String>, String) {
        let doc = Document::parse("", text, format);
        let labels = doc.pages().iter().map(|page| page.label.clone()).collect();
        (labels, doc.prose().replace('\0', ""))
    }

    #[test]
    fn ids_types_and_classes_are_read() {
        let text = "<p><a id=\"Page_11\"></a>One<span class=\"pagenum\"><a id='Page_12'>[12]\
            </a></span> two<span class='pagenum'>[Pg 13]</span> three\
            <span epub:type=\"pagebreak\" id=\"p14\"/> four\
            <span role='doc-pagebreak' aria-label=' xv. '></span> five</p>";
        let (labels, prose) = pages(text, Format::Html);
        assert_eq!(labels, ["11", "12", "13", "14", "xv"]);
        assert_eq!(prose, "One two three four five");
    }

    #[test]
    fn other_elements_are_no_pages() {
        let text = "<div id='page'><p id='p12' class='page-break' title='3'>One \
            <span class='pagination'>12</span></p></div>";
        let (labels, prose) = pages(text, Format::Html);
        assert!(labels.is_empty(), "{labels:?}");
        assert_eq!(prose.trim(), "One 12");
    }

    #[test]
    fn markdown_may_have_them_too() {
        let text = "One <a id=\"page_7\"></a>two.\n\n<a id=\"page_8\"></a>\n\nThree.";
        let (labels, _) = pages(text, Format::Markdown);
        assert_eq!(labels, ["7", "8"]);
    }
}
