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

/// Splits plain text at blank lines.
pub(crate) fn plain(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = None;
    let mut at = 0;
    let mut last = 0;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if blank {
            if let Some(from) = start.take() {
                blocks.push(paragraph(from, last));
            }
        } else {
            start.get_or_insert(at + (line.len() - line.trim_start().len()));
            last = at + line.trim_end().len();
        }
        at += line.len();
    }
    if let Some(from) = start {
        blocks.push(paragraph(from, last));
    }
    blocks
}

fn paragraph(start: usize, end: usize) -> Block {
    Block { span: Span::new(start as u32, end as u32), kind: BlockKind::Paragraph }
}
