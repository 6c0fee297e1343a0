//! A sentence as the detectors see it.

use super::words::Words;
use crate::scene::Scene;
use alpheus_number::Found;
use std::ops::Range;

/// The tokens of a cue, as indices into the block's.
pub(super) type Cue = Range<usize>;

/// One sentence, with the classes of its words and the figures of its block.
pub(super) struct View<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) words: &'a [Words],
    pub(super) figures: &'a [Found],
    /// The tokens of the sentence.
    pub(super) tokens: Range<usize>,
}

impl View<'_> {
    /// Whether the token is in the sentence and of one of these classes.
    pub(super) fn has(&self, at: usize, class: Words) -> bool {
        self.tokens.contains(&at) && self.words[at].any(class)
    }

    /// Whether the token so many steps before is of one of these classes.
    pub(super) fn before(&self, at: usize, steps: usize, class: Words) -> bool {
        at.checked_sub(steps).is_some_and(|at| self.has(at, class))
    }

    /// Whether one of so many tokens before is of one of these classes.
    pub(super) fn any_before(&self, at: usize, steps: usize, class: Words) -> bool {
        (1..=steps).any(|steps| self.before(at, steps, class))
    }

    /// The first of so many tokens from `from` on that is of one of these classes.
    pub(super) fn find(&self, from: usize, steps: usize, class: Words) -> Option<usize> {
        (from..from + steps).find(|&at| self.has(at, class))
    }

    /// Whether the token is a word in small letters.
    pub(super) fn is_small(&self, at: usize) -> bool {
        let in_sentence = self.tokens.contains(&at);
        in_sentence && self.scene.tokens[at].is_word() && !self.scene.tokens[at].capital
    }

    /// Whether the token is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.contains(&at) && self.scene.tokens[at].is_word()
    }

    /// Whether the token is a capital that the beginning of a sentence does not explain.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let in_sentence = self.tokens.contains(&at);
        in_sentence && self.scene.tokens[at].capital && at != self.first_word()
    }

    /// The first word of the sentence; its first token where it has none.
    pub(super) fn first_word(&self) -> usize {
        let word = self.tokens.clone().find(|&at| self.scene.tokens[at].is_word());
        word.unwrap_or(self.tokens.start)
    }

    /// Whether a clause begins at the token.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        let mark = |before: usize| {
            [',', ';', ':', '–', '('].iter().any(|&mark| self.scene.is(before, mark))
        };
        at <= self.first_word() || at.checked_sub(1).is_some_and(mark)
    }

    /// Whether a figure begins at the token.
    pub(super) fn is_figure(&self, at: usize) -> bool {
        let found = self.figures.partition_point(|found| found.first < at);
        self.figures.get(found).is_some_and(|found| found.first == at)
    }

    /// Whether the author tells of himself in the clause up to the token.
    pub(super) fn is_memoir(&self, at: usize) -> bool {
        let first = at.saturating_sub(12).max(self.tokens.start);
        (first..at).any(|at| self.has(at, Words::AUTHOR))
    }

    /// Whether the author speaks of himself or to the reader just before the token.
    pub(super) fn is_own(&self, at: usize) -> bool {
        self.any_before(at, 3, Words::SPEAKER)
    }
}
