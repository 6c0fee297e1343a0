//! The formats that documents are read from.

use std::path::Path;

/// How a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown with tables and footnotes.
    Markdown,
    /// HTML.
    Html,
    /// A document a line: `{"id": …, "text": …, "dct": …}`.
    JsonLines,
}

impl Format {
    /// All formats, with the name and the file extensions of each.
    pub const ALL: [(Format, &'static str, &'static [&'static str]); 4] = [
        (Format::Plain, "plain", &["txt", "text"]),
        (Format::Markdown, "markdown", &["md", "markdown", "mdown", "mkd"]),
        (Format::Html, "html", &["html", "htm", "xhtml"]),
        (Format::JsonLines, "jsonl", &["jsonl", "ndjson"]),
    ];

    /// The format that a path's extension stands for.
    ///
    /// # Example: case is folded
    /// ```
    /// use alpheus_text::Format;
    /// assert_eq!(Format::of("notes.MD"), Some(Format::Markdown));
    /// assert_eq!(Format::of("README"), None);
    /// ```
    pub fn of(path: impl AsRef<Path>) -> Option<Format> {
        let extension = path.as_ref().extension()?.to_str()?.to_ascii_lowercase();
        let known = Self::ALL.iter().find(|row| row.2.contains(&extension.as_str()))?;
        Some(known.0)
    }

    /// The format with this name.
    pub fn named(name: &str) -> Option<Format> {
        Self::ALL.iter().find(|row| row.1 == name).map(|row| row.0)
    }
}
