//! A list taken apart at its commas and its "and".

use super::{
    head::{Head, Opening, is_dash},
    words::{Role, role},
};
use crate::{figures::Sentence, scene::Scene};
use alpheus_text::TokenKind;

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// It is the first.
    Nothing,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// "and" or "or".
    Joiner,
    /// A comma and "and".
    CommaJoiner,
    /// A semicolon and "and".
    SemicolonJoiner,
}

impl Before {
    pub(super) fn joins(self) -> bool {
        use Before::{CommaJoiner, Joiner, SemicolonJoiner};
        matches!(self, Joiner | CommaJoiner | SemicolonJoiner)
    }
}

/// What may be one item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// What stands before it.
    pub(super) before: Before,
    /// Its first token.
    pub(super) first: usize,
    /// The token after its last.
    pub(super) end: usize,
}

/// A list taken apart.
#[derive(Clone, Debug)]
pub(super) struct Items {
    /// The pieces.
    pub(super) items: Vec<Item>,
    /// The token that ends the list, a mark or the end of the sentence.
    pub(super) end: usize,
}

/// The most pieces that a list is read to.
const MOST: usize = 24;

/// The longest list, in tokens.
const LONGEST: usize = 160;

impl Items {
    /// Takes the list behind `head` apart; `None` where no list stands there.
    pub(super) fn read(sentence: &Sentence<'_>, head: &Head) -> Option<Items> {
        let limit = sentence.tokens.end.min(head.list + LONGEST);
        let mut cutter = Cutter {
            scene: sentence.scene,
            limit,
            opening: head.opening,
            items: Vec::new(),
            before: Before::Nothing,
            first: head.list,
            at: head.list,
        };
        let end = cutter.run()?;
        (cutter.items.len() > 1).then_some(Items { items: cutter.items, end })
    }
}

struct Cutter<'a, 'b> {
    scene: &'a Scene<'b>,
    limit: usize,
    opening: Opening,
    items: Vec<Item>,
    before: Before,
    first: usize,
    at: usize,
}

impl Cutter<'_, '_> {
    /// Cuts to the end of the list, and returns the token that ends it.
    fn run(&mut self) -> Option<usize> {
        while self.at < self.limit {
            if self.items.len() > MOST {
                return None;
            }
            match self.scene.tokens[self.at].kind {
                TokenKind::Mark('(' | '[') => self.at = self.after_bracket()?,
                TokenKind::Mark('"') => self.quoted()?,
                TokenKind::Mark(mark @ (',' | '，' | '、' | ';')) => {
                    let mark = if mark == ';' { ';' } else { ',' };
                    if self.ends_at_mark(mark) {
                        break;
                    }
                    self.cut(mark);
                }
                TokenKind::Mark('&') => self.cut('&'),
                TokenKind::Word if self.is_joiner(self.at) => self.cut('&'),
                TokenKind::Mark(')' | ']' | ':' | '!' | '?' | '…') => break,
                TokenKind::Mark('.') if self.is_stop() => break,
                TokenKind::Mark('–' | '-') if is_dash(self.scene, self.at) => break,
                _ => self.at += 1,
            }
        }
        let end = self.at.min(self.limit);
        self.push(end);
        Some(end)
    }

    /// A full stop, and no point behind an initial.
    fn is_stop(&self) -> bool {
        let next =
            self.scene.tokens.get(self.at + 1).filter(|_| self.at + 1 < self.limit);
        next.is_none_or(|next| is_dash(self.scene, self.at + 1) && !next.is('.'))
    }

    fn is_joiner(&self, at: usize) -> bool {
        self.scene.tokens.get(at).is_some_and(|token| {
            token.is('&') || !token.capital && role(token) == Some(Role::Joiner)
        })
    }

    /// A comma or semicolon behind the item that "and" led in ends the list, but before
    /// another "and".
    fn ends_at_mark(&self, mark: char) -> bool {
        let joined = self.before.joins();
        // "George, John, Samuel; and Betty": the semicolon only sets the last item off.
        let closes = joined || mark == ';' && self.opening.is_weak();
        let goes_on = if mark == ';' && !self.opening.is_weak() {
            self.goes_on_after_semicolon(joined)
        } else {
            self.is_joiner(self.at + 1) && (mark == ',' || !joined)
        };
        closes && !goes_on
    }

    /// "Lords and Commons; clergy and laity; and the towns": a last "; and" is still to come.
    fn goes_on_after_semicolon(&self, joined: bool) -> bool {
        if self.is_joiner(self.at + 1) {
            let parts = self.items.iter().any(|item| item.before == Before::Semicolon);
            return !joined || parts || self.before == Before::Semicolon;
        }
        (self.at + 1..self.limit)
            .any(|at| self.scene.is(at, ';') && self.is_joiner(at + 1))
    }

    fn cut(&mut self, mark: char) {
        let end = self.at;
        let joined = mark == '&' || self.is_joiner(self.at + 1);
        self.push(end);
        self.before = match (mark, joined) {
            ('&', _) => Before::Joiner,
            (',', true) => Before::CommaJoiner,
            (',', false) => Before::Comma,
            (_, true) => Before::SemicolonJoiner,
            (_, false) => Before::Semicolon,
        };
        self.at += if mark != '&' && joined { 2 } else { 1 };
        self.first = self.at;
    }

    fn push(&mut self, end: usize) {
        if end > self.first {
            self.items.push(Item { before: self.before, first: self.first, end });
        }
    }

    /// The token after the bracket that opens here.
    fn after_bracket(&self) -> Option<usize> {
        const LONGEST: usize = 40;
        let close = if self.scene.is(self.at, '(') { ')' } else { ']' };
        (self.at + 1..self.limit.min(self.at + LONGEST))
            .find(|&at| self.scene.is(at, close))
            .map(|at| at + 1)
    }

    /// Goes over a quoted title; a comma before its closing mark parts items.
    fn quoted(&mut self) -> Option<()> {
        const LONGEST: usize = 30;
        let close = (self.at + 1..self.limit.min(self.at + LONGEST))
            .find(|&at| self.scene.is(at, '"'))?;
        self.at = close + 1;
        if self.scene.is(close - 1, ',') && self.at < self.limit {
            let joined = self.is_joiner(self.at);
            if self.before.joins() && !joined {
                self.limit = self.at;
                return Some(());
            }
            self.push(self.at);
            self.before = if joined { Before::CommaJoiner } else { Before::Comma };
            self.at += usize::from(joined);
            self.first = self.at;
        }
        Some(())
    }
}
