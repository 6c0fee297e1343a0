//! A text under test, as read from a file.

use crate::{Block, Span, Token, block, sentence, token};

/// A document: its name, its text, and the blocks that it is made of.
#[derive(Clone, Debug)]
pub struct Document {
    name: String,
    text: String,
    blocks: Vec<Block>,
    created: Option<String>,
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
        let text = text.into();
        let blocks = block::plain(&text);
        Document { name: name.into(), text, blocks, created: None }
    }

    /// The same document, written on a day (`YYYY-MM-DD`).
    #[must_use]
    pub fn dated(mut self, day: Option<&str>) -> Self {
        self.created = day.map(str::to_owned);
        self
    }

    /// What it is called in messages: a path, or the id of a JSON line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text that all spans point into.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with its markup masked: as long as [`text`](Self::text), byte for byte.
    pub fn prose(&self) -> &str {
        &self.text
    }

    /// When it was written (`YYYY-MM-DD`), if the input says so.
    pub fn created(&self) -> Option<&str> {
        self.created.as_deref()
    }

    /// Its blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
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
}
