//! Blocks: the paragraphs, headings, list items, table rows that a text is made of.

use crate::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running prose; line ends within it are spaces.
    Paragraph,
    /// A heading, 1 the highest.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// A note at the foot or the end.
    Note,
    /// Quoted from elsewhere, as a block.
    Quote,
}

/// A stretch of text in which sentences do not run over the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}
