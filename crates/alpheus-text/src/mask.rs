//! Masks: the prose of a text with markup, and its blocks, as a reader of markup finds them.
//!
//! The mask begins as fillers all over. A reader keeps what is prose, puts what stands for an
//! entity, and opens a block of another kind where one begins; a block reaches from the first
//! byte kept in it to the last.

use std::ops::Range;

use crate::{
    Anchor, Block, BlockKind, Comment, Span,
    document::{PageBreak, Parts},
};

pub(crate) struct Mask<'t> {
    text: &'t str,
    prose: Vec<u8>,
    kind: BlockKind,
    open: Option<Range<usize>>,
    parts: Parts,
}

impl<'t> Mask<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let prose = vec![0; text.len()];
        Mask {
            text,
            prose,
            kind: BlockKind::Paragraph,
            open: None,
            parts: Parts::default(),
        }
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Ends the open block; what is kept next begins one of this kind.
    pub(crate) fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.kind = kind;
    }

    /// Ends the open block, if there is one.
    pub(crate) fn end(&mut self) {
        if let Some(open) = self.open.take() {
            let span = Span::new(open.start as u32, open.end as u32);
            self.parts.blocks.push(Block { span, kind: self.kind });
        }
    }

    /// Keeps a range of the text as prose.
    pub(crate) fn keep(&mut self, range: Range<usize>) {
        self.prose[range.clone()].copy_from_slice(&self.text.as_bytes()[range.clone()]);
        let words = &self.text[range.clone()];
        let start = range.start + (words.len() - words.trim_start().len());
        let end = range.start + words.trim_end().len();
        if start < end {
            self.extend(start..end);
        }
    }

    /// Has `words` stand where `range` stands, as far as they fit.
    pub(crate) fn put(&mut self, range: Range<usize>, words: &str) {
        if words.len() > range.len() || words.is_empty() {
            return;
        }
        self.prose[range.start..range.start + words.len()]
            .copy_from_slice(words.as_bytes());
        if !words.trim().is_empty() {
            self.extend(range);
        }
    }

    /// Has a space or a mark stand at `at`, if nothing does: what is on both sides is parted.
    pub(crate) fn part(&mut self, at: usize, by: u8) {
        if let Some(byte @ 0) = self.prose.get_mut(at)
            && self.text.is_char_boundary(at)
            && self.text.is_char_boundary(at + 1)
        {
            *byte = by;
        }
    }

    fn extend(&mut self, range: Range<usize>) {
        self.open = Some(match self.open.take() {
            Some(open) => open.start..range.end.max(open.end),
            None => range,
        });
    }

    pub(crate) fn comment(&mut self, range: Range<usize>, words: &str) {
        let span = Span::new(range.start as u32, range.end as u32);
        self.parts.comments.push(Comment { span, words: words.trim().to_owned() });
    }

    /// Notes a link inside the text, or where one leads.
    pub(crate) fn anchor(&mut self, range: Range<usize>, label: &str, is_target: bool) {
        let span = Span::new(range.start as u32, range.end as u32);
        self.parts.anchors.push(Anchor { span, label: label.to_owned(), is_target });
    }

    /// Notes that a page of a printed book begins.
    pub(crate) fn page(&mut self, range: Range<usize>, label: &str) {
        let span = Span::new(range.start as u32, range.end as u32);
        let label = label.to_owned();
        if self.parts.pages.last().is_none_or(|last| last.label != label) {
            self.parts.pages.push(PageBreak { span, label });
        }
    }

    /// Notes when the text says it was written, if that is an ISO date.
    pub(crate) fn created(&mut self, date: &str) {
        if self.parts.created.is_none() {
            self.parts.created = day(date);
        }
    }

    pub(crate) fn finish(mut self) -> Parts {
        self.end();
        self.parts.prose = Some(
            String::from_utf8(self.prose)
                .expect("whole characters were kept, put and left out"),
        );
        self.parts
    }
}

/// The `YYYY-MM-DD` that a string begins with, perhaps in quotes.
pub(crate) fn day(date: &str) -> Option<String> {
    let day = date.trim().trim_matches(['"', '\'']).get(..10)?;
    let shape = |(i, byte): (usize, u8)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    day.bytes().enumerate().all(shape).then(|| day.to_owned())
}
