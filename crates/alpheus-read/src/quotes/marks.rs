//! Which marks open a quotation and which close it.
//!
//! A mark's form and the space around it say what it may be; what is open before it and what
//! comes after it decide. Apostrophes, possessives, elided letters, and the marks of inches
//! and minutes are none.

use super::words::Word;
use crate::{scene::Scene, stops::Stop};
use alpheus_text::{Block, BlockKind, TokenKind};

/// The form of the opening mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `"…"`.
    StraightDouble,
    /// `“…”`, `„…“`, and ` ``…'' `.
    CurlyDouble,
    /// `'…'`.
    StraightSingle,
    /// `‘…’`, `‚…‘`.
    CurlySingle,
    /// `«…»`, `»…«`, `‹…›`.
    Guillemet,
    /// None: a block set apart.
    Unmarked,
}

impl Mark {
    /// Whether either may close what the other opens.
    pub(super) fn pairs(self, other: Mark) -> bool {
        self.family() == other.family()
    }

    fn family(self) -> u8 {
        match self {
            Mark::StraightDouble | Mark::CurlyDouble => 0,
            Mark::StraightSingle | Mark::CurlySingle => 1,
            Mark::Guillemet => 2,
            Mark::Unmarked => 3,
        }
    }

    pub(super) fn is_single(self) -> bool {
        self.family() == 1
    }
}

/// What a mark may do, by its form and the space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// It closes, unless the word before it only lost a letter or owns something.
    Weak,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The token.
    at: usize,
    mark: Mark,
    side: Side,
}

/// A quotation in a block: the tokens of its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) open: usize,
    pub(super) close: usize,
    pub(super) mark: Mark,
}

/// What the marks of a block come to.
#[derive(Debug, Default)]
pub(super) struct Marks {
    candidates: Vec<Candidate>,
    stack: Vec<Candidate>,
    /// In the order of their opening marks.
    pub(super) pairs: Vec<Pair>,
    /// An opening mark that nothing in the block closes.
    pub(super) running: Option<(usize, Mark)>,
    /// Marks with no partner: the tokens, and whether they open.
    pub(super) strays: Vec<(usize, bool)>,
}

impl Marks {
    /// Whether the block has no mark.
    pub(super) fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// Reads the marks of a block.
    pub(super) fn collect(&mut self, scene: &Scene<'_>, block: &Block) {
        self.candidates.clear();
        self.stack.clear();
        self.pairs.clear();
        self.strays.clear();
        self.running = None;
        let mut next = 0;
        for at in scene.stops(Stop::QUOTE) {
            if at >= next
                && let TokenKind::Mark(mark) = scene.tokens[at].kind
                && let Some(found) = candidate(scene, at, mark)
            {
                self.candidates.push(found);
                // Two marks that stand for one.
                let doubled = found.mark == Mark::CurlyDouble && is_doubled(scene, at);
                next = at + 1 + usize::from(doubled);
            }
        }
        let ditto = |found: &Candidate| is_alone(scene, found.at);
        let dittos = self.candidates.iter().filter(|found| ditto(found)).count();
        if dittos > 2 || block.kind == BlockKind::Row {
            self.candidates.retain(|found| !ditto(found));
        }
        // No text sets these apart from what they open or close.
        let low = |found: &Candidate| matches!(raw(scene, found.at), '„' | '”');
        self.candidates.retain(|found| !(ditto(found) && low(found)));
    }

    /// Whether the first mark opens the block in the manner of `mark`.
    pub(super) fn reopens(&self, mark: Mark) -> bool {
        self.candidates.first().is_some_and(|first| {
            first.at == 0 && first.side != Side::Close && first.mark.pairs(mark)
        })
    }

    /// Whether the first mark of this kind closes what was opened before the block.
    pub(super) fn closes(&self, mark: Mark) -> bool {
        let mut same = self.candidates.iter().filter(|found| found.mark.pairs(mark));
        same.next().is_some_and(|first| {
            first.side == Side::Close || first.side == Side::Either && first.at > 0
        })
    }

    /// Pairs the marks of the block, before which `open` was opened if anything.
    pub(super) fn pair(&mut self, open: Option<Mark>) {
        if let Some(mark) = open {
            let at = usize::MAX;
            self.stack.push(Candidate { at, mark, side: Side::Open });
        }
        for index in 0..self.candidates.len() {
            let found = self.candidates[index];
            match self.role(index) {
                Some(true) => self.open(index),
                Some(false) => self.close(found),
                None => {}
            }
        }
        self.end();
        self.pairs.sort_unstable_by_key(|pair| (pair.open.wrapping_add(1), pair.open));
    }

    /// Whether a mark opens; `None` where it is no mark of a quotation.
    fn role(&self, index: usize) -> Option<bool> {
        let found = self.candidates[index];
        let open = self.stack.iter().any(|open| open.mark.pairs(found.mark));
        match found.side {
            Side::Open if found.mark.is_single() => {
                let sure = found.mark == Mark::CurlySingle || found.at == 0;
                (sure || self.will_close(index)).then_some(true)
            }
            Side::Open => Some(true),
            Side::Close => Some(false),
            Side::Weak => (open && !self.will_close(index)).then_some(false),
            Side::Either => Some(!open),
        }
    }

    /// Whether a single mark that may close follows before one that opens.
    fn will_close(&self, index: usize) -> bool {
        let found = self.candidates[index];
        self.candidates[index + 1..]
            .iter()
            .take_while(|next| !next.mark.pairs(found.mark) || next.side != Side::Open)
            .any(|next| next.mark.pairs(found.mark))
    }

    fn open(&mut self, index: usize) {
        let found = self.candidates[index];
        let same = self.stack.iter().rposition(|open| open.mark.pairs(found.mark));
        // The same marks within the same marks: an inner quotation, if both are closed.
        if let Some(same) = same
            && !self.closes_twice(index)
        {
            let lost = self.stack.remove(same);
            self.lose(lost, true);
        }
        self.stack.push(found);
    }

    fn closes_twice(&self, index: usize) -> bool {
        let mark = self.candidates[index].mark;
        let mut next =
            self.candidates[index + 1..].iter().filter(|next| next.mark.pairs(mark));
        let closes = |found: Option<&Candidate>| {
            found.is_some_and(|found| found.side == Side::Close)
        };
        closes(next.next()) && closes(next.next())
    }

    fn close(&mut self, found: Candidate) {
        let Some(same) = self.stack.iter().rposition(|open| open.mark.pairs(found.mark))
        else {
            self.lose(found, false);
            return;
        };
        // A single mark within open double ones closes nothing outside them.
        if found.mark.is_single() && same + 1 < self.stack.len() {
            return;
        }
        for lost in self.stack.split_off(same + 1) {
            self.lose(lost, true);
        }
        if let Some(open) = self.stack.pop() {
            self.pairs.push(Pair { open: open.at, close: found.at, mark: open.mark });
        }
    }

    fn lose(&mut self, lost: Candidate, opens: bool) {
        // A single mark alone is an apostrophe.
        if !lost.mark.is_single() && lost.at != usize::MAX {
            self.strays.push((lost.at, opens));
        }
    }

    fn end(&mut self) {
        let mut rest = std::mem::take(&mut self.stack).into_iter();
        if let Some(first) = rest.next() {
            self.running = Some((first.at, first.mark));
        }
        for lost in rest {
            self.lose(lost, true);
        }
    }
}

/// A mark with space on both sides: in a table it says "as above".
fn is_alone(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].spaced && scene.tokens.get(at + 1).is_none_or(|next| next.spaced)
}

/// Whether two tokens at `at` stand for one double mark.
pub(super) fn is_doubled(scene: &Scene<'_>, at: usize) -> bool {
    let twin = scene.is(at, '`') && scene.is(at + 1, '`')
        || scene.is(at, '\'') && scene.is(at + 1, '\'');
    twin && !scene.tokens[at + 1].spaced
}

fn candidate(scene: &Scene<'_>, at: usize, mark: char) -> Option<Candidate> {
    let found = |mark, side| Some(Candidate { at, mark, side });
    match mark {
        '"' => {
            let (mark, side) = double(scene, at)?;
            found(mark, side)
        }
        // Behind the second of the two the words begin.
        '`' if is_doubled(scene, at) => {
            let (mark, side) = (Mark::CurlyDouble, Side::Open);
            Some(Candidate { at: at + 1, mark, side })
        }
        '\'' if is_doubled(scene, at) => {
            found(Mark::CurlyDouble, spacing(scene, at, at + 1))
        }
        '`' => found(Mark::CurlySingle, Side::Open),
        '\'' => {
            let (mark, side) = single(scene, at)?;
            found(mark, side)
        }
        '‚' if opens(scene, at, at) => found(Mark::CurlySingle, Side::Open),
        '«' | '»' | '‹' | '›' => found(Mark::Guillemet, Side::Either),
        _ => None,
    }
}

fn double(scene: &Scene<'_>, at: usize) -> Option<(Mark, Side)> {
    let spacing = spacing(scene, at, at);
    Some(match raw(scene, at) {
        '“' if spacing == Side::Close => (Mark::CurlyDouble, Side::Close),
        '“' | '„' | '‟' => (Mark::CurlyDouble, Side::Open),
        '”' if spacing == Side::Open => (Mark::CurlyDouble, Side::Either),
        '”' => (Mark::CurlyDouble, Side::Close),
        '″' => return None,
        // Inches, or a figure at the end of a quotation.
        _ if spacing == Side::Close
            && at > 0
            && scene.tokens[at - 1].number().is_some() =>
        {
            (Mark::StraightDouble, Side::Weak)
        }
        _ => (Mark::StraightDouble, spacing),
    })
}

fn single(scene: &Scene<'_>, at: usize) -> Option<(Mark, Side)> {
    let raw = raw(scene, at);
    let mark = if raw == '\'' { Mark::StraightSingle } else { Mark::CurlySingle };
    let next = scene.tokens.get(at + 1);
    let before = at.checked_sub(1).and_then(|before| scene.tokens.get(before));
    let tight = !scene.tokens[at].spaced;
    let letter =
        |token: &alpheus_text::Token| token.is_word() || token.number().is_some();
    let glued_before = tight && before.is_some_and(letter);
    let glued_after = next.is_some_and(|next| !next.spaced && letter(next));
    if raw == '′' || glued_before && glued_after {
        return None;
    }
    if glued_after && is_elided(scene, at + 1) {
        return None;
    }
    Some((
        mark,
        match (raw, spacing(scene, at, at)) {
            ('‘', Side::Close) => Side::Weak,
            ('‘', _) | ('\'', Side::Open) => Side::Open,
            // A curly apostrophe at the head of a word.
            (_, Side::Open) => return None,
            (_, Side::Either) if glued_after => return None,
            (_, Side::Either) if raw == '\'' => Side::Either,
            _ if glued_before && loses_letter(scene, at - 1) => Side::Weak,
            _ => Side::Close,
        },
    ))
}

/// "'tis", "'98", "'60s".
fn is_elided(scene: &Scene<'_>, word: usize) -> bool {
    let token = &scene.tokens[word];
    token.number().is_some() && token.span.len() == 2 || scene.cues(word, Word::ELIDED)
}

/// "soldiers'", "o'", "goin'": words that an apostrophe ends.
fn loses_letter(scene: &Scene<'_>, word: usize) -> bool {
    let text = scene.text(word);
    text.len() <= 2 || text.ends_with(['s', 'z', 'x']) || text.ends_with("in")
}

/// What the space around a mark says; it may be two tokens long.
fn spacing(scene: &Scene<'_>, at: usize, last: usize) -> Side {
    let closes = at > 0 && !scene.tokens[at].spaced && {
        let next = scene.tokens.get(last + 1);
        next.is_none_or(|next| next.spaced || !begins(next.kind))
    };
    match (opens(scene, at, last), closes) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

/// Whether a mark has space, a bracket or a dash before it and words after it.
fn opens(scene: &Scene<'_>, at: usize, last: usize) -> bool {
    let loose = scene.tokens[at].spaced
        || at == 0
        || matches!(
            scene.tokens[at - 1].kind,
            TokenKind::Mark('(' | '[' | '{' | '–' | '-' | '/' | '_' | '*')
        )
        || matches!(scene.tokens[at - 1].kind, TokenKind::Mark('"' | '\''))
            && scene.tokens[at - 1].spaced;
    loose && scene.tokens.get(last + 1).is_some_and(|next| !next.spaced)
}

/// Whether words may begin with this.
fn begins(kind: TokenKind) -> bool {
    match kind {
        TokenKind::Mark(mark) => matches!(mark, '[' | '\'' | '"' | '‘' | '_' | '$' | '£'),
        _ => true,
    }
}

/// The mark as it is written.
fn raw(scene: &Scene<'_>, at: usize) -> char {
    scene.text(at).chars().next().unwrap_or('\0')
}
