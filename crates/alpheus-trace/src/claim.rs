//! A quotation of an account, and what the account says of it: whose words they are, and of when.

use crate::When;
use alpheus_text::Span;

/// Words that an account gives as somebody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// The words without the marks; several stretches where "he said" or the end of a paragraph
    /// stands between.
    pub parts: Vec<Span>,
    /// What the account says of them.
    pub claim: Claim,
}

/// Who and when, as the account says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The last of the author's names.
    pub author: Option<(String, Span)>,
    /// The date.
    pub date: Option<(When, Span)>,
}

impl Quoted {
    /// From the first to the last of the words.
    pub fn span(&self) -> Span {
        let end = self.parts.last().map_or(0, |part| part.end);
        Span::new(self.parts.first().map_or(end, |part| part.start), end)
    }

    /// Whether some words, or the place where words are missing, are in the quotation and not
    /// between two parts of it.
    pub(crate) fn has(&self, words: Span) -> bool {
        // Where a part begins, no words of it are missing yet.
        let begins =
            words.is_empty() && self.parts.iter().any(|part| part.start == words.start);
        !begins && self.is_one(words)
            || self.parts.iter().any(|part| part.overlaps(words))
    }

    /// Whether some words are in one part of the quotation.
    pub(crate) fn is_one(&self, words: Span) -> bool {
        self.parts.iter().any(|part| part.start <= words.start && words.end <= part.end)
    }
}

impl From<Span> for Quoted {
    fn from(span: Span) -> Self {
        Quoted { parts: vec![span], claim: Claim::default() }
    }
}
