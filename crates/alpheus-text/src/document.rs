//! A text under test, as read from a file.

use std::{borrow::Cow, ops::Range, sync::OnceLock};

use crate::{
    Block, Error, Format, Lines, Place, Span, Token, disk::DiskMap, encoding,
    error::Kind, html, markdown, plain, sentence, span::floor, token,
};

/// A document: its name, its text, and the blocks that it is made of.
#[derive(Clone, Debug)]
pub struct Document {
    name: String,
    origin: String,
    format: Format,
    text: String,
    parts: Parts,
    disk: DiskMap,
    lines: OnceLock<Lines>,
}

/// A comment in the markup of a document, as suppressions are written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands, marks and all.
    pub span: Span,
    /// What it says, without the marks and the space around it.
    pub words: String,
}

/// A link inside a document, or where one leads: the mark of a footnote, or the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The markup that makes it.
    pub span: Span,
    /// What the two ends have in common: the label of a footnote, the id of an element.
    pub label: String,
    /// Whether it is where a link leads, and not the link.
    pub is_target: bool,
}

/// Where markup says that a page of a printed book begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageBreak {
    /// The markup that says so.
    pub span: Span,
    /// The number of the page, as it is printed: `12`, `xii`.
    pub label: String,
}

/// What a reader of a format finds in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    /// The text with its markup masked, where there is any.
    pub(crate) prose: Option<String>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) comments: Vec<Comment>,
    pub(crate) anchors: Vec<Anchor>,
    pub(crate) pages: Vec<PageBreak>,
    pub(crate) created: Option<String>,
}

impl Document {
    /// A document of plain text.
    ///
    /// # Example: two paragraphs
    /// ```
    /// let doc = alpheus_text::Document::plain("memo", "One.\n\nTwo.");
    /// assert_eq!(doc.blocks().len(), 2);
    /// ```
    pub fn plain(name: impl Into<String>, text: impl Into<String>) -> Self {
        Document::parse(name, text, Format::Plain)
    }

    /// A document of text in a format. A line of JSON is read by [`JsonLines`]; here it is
    /// plain text.
    ///
    /// Text from 4 GiB on is cut off; [`decode`](Self::decode) refuses it.
    ///
    /// # Example: markup is masked, not removed
    /// ```
    /// use alpheus_text::{Document, Format};
    /// let doc = Document::parse("memo", "On *Friday*.", Format::Markdown);
    /// assert_eq!(doc.prose(), "On \0Friday\0.");
    /// ```
    ///
    /// [`JsonLines`]: crate::JsonLines
    pub fn parse(
        name: impl Into<String>,
        text: impl Into<String>,
        format: Format,
    ) -> Self {
        let mut text = text.into();
        text.truncate(floor(&text, u32::MAX as usize - 1));
        Document::of(name.into(), text, DiskMap::same(0), format)
    }

    /// A document of the bytes of a file.
    ///
    /// # Errors
    /// If the bytes are not text, break their encoding, or are too many.
    ///
    /// # Example: an old encoding
    /// ```
    /// use alpheus_text::{Document, Format};
    /// let bytes = b"The caf\xe9 closed in 1931.".to_vec();
    /// let doc = Document::decode("memo.txt", bytes, Format::Plain)?;
    /// let year = doc.text().find("1931").unwrap() as u32;
    /// let span = alpheus_text::Span::new(year, year + 4);
    /// assert_eq!(year, 20);
    /// assert_eq!(doc.disk(span), 19..23);
    /// # Ok::<(), alpheus_text::Error>(())
    /// ```
    pub fn decode(
        name: impl Into<String>,
        bytes: Vec<u8>,
        format: Format,
    ) -> Result<Self, Error> {
        let name = name.into();
        match encoding::decode(bytes) {
            Ok((text, disk)) => Ok(Document::of(name, text, disk, format)),
            Err(kind) => Err(Error::new(name, kind)),
        }
    }

    fn of(name: String, text: String, disk: DiskMap, format: Format) -> Self {
        let parts = match format {
            Format::Plain | Format::JsonLines => plain::read(&text),
            Format::Markdown => markdown::read(&text),
            Format::Html => html::read(&text),
        };
        let origin = name.clone();
        Document { name, origin, format, text, parts, disk, lines: OnceLock::new() }
    }

    /// The document of a line of JSON.
    pub(crate) fn of_line(
        (name, origin): (String, &str),
        text: String,
        disk: DiskMap,
        created: Option<String>,
    ) -> Result<Self, Kind> {
        if text.len() >= u32::MAX as usize {
            return Err(Kind::TooLarge);
        }
        let mut doc = Document::of(name, text, disk, Format::Plain);
        origin.clone_into(&mut doc.origin);
        doc.parts.created = created;
        Ok(doc)
    }

    /// The same document, written on a day (`YYYY-MM-DD`).
    #[must_use]
    pub fn dated(mut self, day: Option<&str>) -> Self {
        self.parts.created = day.map(str::to_owned);
        self
    }

    /// What it is called in messages: a path, or the id of a JSON line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The path of the file that it was read from, of which it may be a line.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The format that it was read from; of a line of JSON, that of its text.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The text that all spans point into.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with its markup masked: as long as [`text`](Self::text), byte for byte.
    ///
    /// NUL bytes stand where nothing is: words on both sides of them are joined.
    pub fn prose(&self) -> &str {
        self.parts.prose.as_ref().unwrap_or(&self.text)
    }

    /// The words of a span as a reader sees them, without markup.
    ///
    /// # Example: a tag within a quotation
    /// ```
    /// use alpheus_text::{Document, Format, Span};
    /// let doc = Document::parse("a.html", "<p>The <i>old</i> mill.</p>", Format::Html);
    /// assert_eq!(doc.words(Span::new(3, 13)), "The old");
    /// ```
    pub fn words(&self, span: Span) -> Cow<'_, str> {
        unmasked(self.prose().get(span.range()).unwrap_or_default())
    }

    /// When it was written (`YYYY-MM-DD`), if the input says so.
    pub fn created(&self) -> Option<&str> {
        self.parts.created.as_deref()
    }

    /// Its blocks, in order and apart.
    pub fn blocks(&self) -> &[Block] {
        &self.parts.blocks
    }

    /// The comments in its markup, in order.
    pub fn comments(&self) -> &[Comment] {
        &self.parts.comments
    }

    /// The links inside it and where they lead, in order; of Markdown, its footnotes.
    ///
    /// # Example: a footnote
    /// ```
    /// use alpheus_text::{Document, Format};
    /// let text = "It fell in 1453.[^1]\n\n[^1]: On 29 May.\n";
    /// let doc = Document::parse("memo", text, Format::Markdown);
    /// let ends: Vec<_> =
    ///     doc.anchors().iter().map(|end| (end.label.as_str(), end.is_target)).collect();
    /// assert_eq!(ends, [("1", false), ("1", true)]);
    /// ```
    pub fn anchors(&self) -> &[Anchor] {
        &self.parts.anchors
    }

    /// Where the pages of a printed book begin, in the order of the text, where its markup says so.
    pub fn pages(&self) -> &[PageBreak] {
        &self.parts.pages
    }

    /// The words under a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Reads the tokens of a block into `tokens`, which is cleared first.
    pub fn tokenize(&self, block: &Block, tokens: &mut Vec<Token>) {
        tokens.clear();
        token::tokenize(self.prose(), block.span, tokens);
        sentence::mark_starts(tokens);
    }

    /// Where a span stands in the file on disk, in bytes.
    pub fn disk(&self, span: Span) -> Range<u64> {
        self.disk.at(&self.text, span.start)..self.disk.at(&self.text, span.end)
    }

    /// The lines of the text, counted when they are first asked for.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// The line, column and code point of the byte at `offset`; past the end, of the end.
    pub fn place(&self, offset: u32) -> Place {
        self.lines().place(&self.text, offset)
    }

    /// The bytes of line `number` (from 1), without its end; empty where there is no such line.
    pub fn line(&self, number: u32) -> Span {
        self.lines().line(&self.text, number)
    }

    /// A span in code points.
    pub fn chars(&self, span: Span) -> Range<u32> {
        let lines = self.lines();
        lines.chars_before(&self.text, span.start)
            ..lines.chars_before(&self.text, span.end)
    }
}

/// Prose without the NUL bytes that stand where its markup was: see [`Document::prose`].
pub fn unmasked(prose: &str) -> Cow<'_, str> {
    if prose.contains('\0') {
        Cow::Owned(prose.replace('\0', ""))
    } else {
        Cow::Borrowed(prose)
    }
}
