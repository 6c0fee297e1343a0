//! A block's tokens with their classes, as the grammar reads them.

use alpheus_text::{Span, Token};

use crate::lexicon::Word;

/// The tokens of a block, side by side with their classes.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a [Word],
    pub(crate) text: &'a str,
}

impl Cursor<'_> {
    /// The class of token `i`; [`Word::Other`] past the ends.
    pub(crate) fn word(&self, i: usize) -> Word {
        self.words.get(i).copied().unwrap_or(Word::Other)
    }

    /// The class of the token before `i`.
    pub(crate) fn before(&self, i: usize) -> Word {
        if i == 0 { Word::Other } else { self.word(i - 1) }
    }

    /// Whether token `i` is this mark.
    pub(crate) fn mark(&self, i: usize, mark: char) -> bool {
        self.word(i) == Word::Mark(mark)
    }

    /// Whether token `i` is a hyphen or a dash.
    pub(crate) fn dash(&self, i: usize) -> bool {
        matches!(self.word(i), Word::Mark('-' | '–'))
    }

    /// Whether token `i` stands right after the one before it.
    pub(crate) fn tight(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// The span of tokens `from..to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.tokens[from].span.start, self.tokens[to - 1].span.end)
    }

    /// The text of token `i`, empty past the ends.
    pub(crate) fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &self.text[t.span.range()])
    }

    /// The text of tokens `from..to`.
    pub(crate) fn text_of(&self, from: usize, to: usize) -> &str {
        &self.text[self.span(from, to).range()]
    }

    /// The value of the digits at `i` and how many there are.
    pub(crate) fn digits(&self, i: usize) -> Option<(u64, usize)> {
        let token = self.tokens.get(i)?;
        Some((token.number()?, token.span.len() as usize))
    }

    /// A number that stands alone: no "1,234", "12.5", "A4", "$12", "#7".
    pub(crate) fn alone(&self, i: usize) -> bool {
        let sign = i > 0
            && self.tight(i)
            && matches!(
                self.word(i - 1),
                Word::Mark('$' | '£' | '€' | '#' | '%' | '&' | '=')
            );
        let spaced_sign =
            i > 0 && matches!(self.word(i - 1), Word::Mark('$' | '£' | '€'));
        let glued = i > 0 && self.tight(i) && self.tokens[i - 1].is_word();
        let tail =
            self.tight(i + 1) && self.tokens.get(i + 1).is_some_and(Token::is_word);
        !(sign
            || spaced_sign
            || glued
            || tail
            || self.decimal_after(i)
            || self.decimal_before(i))
    }

    /// Whether ",5" or ".5" follows the digits at `i` without a space.
    pub(crate) fn decimal_after(&self, i: usize) -> bool {
        matches!(self.word(i + 1), Word::Mark('.' | ',' | ':'))
            && self.tight(i + 1)
            && self.tight(i + 2)
            && self.word(i + 2) == Word::Digits
            || matches!(self.word(i + 1), Word::Mark('%' | '°' | '½' | '¼' | '¾'))
    }

    fn decimal_before(&self, i: usize) -> bool {
        i > 1
            && self.tight(i)
            && self.tight(i - 1)
            && matches!(self.word(i - 1), Word::Mark('.' | ',' | ':'))
            && self.word(i - 2) == Word::Digits
    }

    /// Skips the full stop of an abbreviation.
    pub(crate) fn stop(&self, i: usize) -> usize {
        if self.mark(i, '.') && self.tight(i) { i + 1 } else { i }
    }

    /// Skips a comma.
    pub(crate) fn comma(&self, i: usize) -> usize {
        if self.mark(i, ',') { i + 1 } else { i }
    }
}
