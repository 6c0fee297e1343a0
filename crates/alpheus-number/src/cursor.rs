//! A place to look at tokens from, which answers past the ends too.

use alpheus_text::{Token, TokenKind};
use std::cell::OnceCell;

use crate::convention::Convention;

/// The tokens of a block up to where something else begins, and the text they stand in.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// The first token that no figure has taken yet, nor anything else.
    pub(crate) free: usize,
    pub(crate) convention: &'a OnceCell<Convention>,
}

impl<'a> Cursor<'a> {
    pub(crate) fn get(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The token `back` before `at`.
    pub(crate) fn before(self, at: usize, back: usize) -> Option<&'a Token> {
        self.tokens.get(at.checked_sub(back)?)
    }

    /// The key of the word at `at`; 0 where none is.
    pub(crate) fn word(self, at: usize) -> u64 {
        self.get(at).filter(|token| token.is_word()).map_or(0, |token| token.key)
    }

    /// The key of the word `back` before `at`; 0 where none is.
    pub(crate) fn word_before(self, at: usize, back: usize) -> u64 {
        at.checked_sub(back).map_or(0, |at| self.word(at))
    }

    pub(crate) fn is_word(self, at: usize, key: u64) -> bool {
        self.word(at) == key
    }

    pub(crate) fn number(self, at: usize) -> Option<u64> {
        self.get(at).and_then(Token::number)
    }

    /// The number at `at` as a float.
    #[expect(clippy::cast_precision_loss, reason = "digits beyond 2^53 mean little")]
    pub(crate) fn value(self, at: usize) -> Option<f64> {
        self.number(at).map(|number| number as f64)
    }

    /// What the digits at `at` are divided by behind a point: 100 for "25". Markup within a
    /// number is none of its digits.
    pub(crate) fn places(self, at: usize) -> f64 {
        let digits = self.slice(at).bytes().filter(u8::is_ascii_digit);
        digits.fold(1.0, |places, _| places * 10.0)
    }

    pub(crate) fn mark(self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(crate) fn is(self, at: usize, mark: char) -> bool {
        self.mark(at) == Some(mark)
    }

    /// Whether a token stands here with no space before it.
    pub(crate) fn tight(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether this mark stands here, with no space before it.
    pub(crate) fn joins(self, at: usize, mark: char) -> bool {
        self.is(at, mark) && self.tight(at)
    }

    /// Whether this mark joins the tokens on its two sides.
    pub(crate) fn links(self, at: usize, mark: char) -> bool {
        self.joins(at, mark) && self.tight(at + 1)
    }

    pub(crate) fn slice(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| &self.text[token.span.range()])
    }

    /// The text between a token and the one after it.
    pub(crate) fn gap(self, at: usize) -> &'a str {
        match (self.get(at), self.get(at + 1)) {
            (Some(a), Some(b)) => &self.text[a.span.end as usize..b.span.start as usize],
            _ => "",
        }
    }

    /// How the document writes its numbers, looked up when it is first asked for.
    pub(crate) fn convention(self) -> Convention {
        *self.convention.get_or_init(|| Convention::of(self.text))
    }

    /// The past of the text: the same tokens without those from `end` on.
    pub(crate) fn until(self, end: usize) -> Self {
        Cursor { tokens: &self.tokens[..end.min(self.tokens.len())], ..self }
    }
}
