//! The figures around a sentence as a sum sees them: what may be added to what.

use super::words::{self, BODIES, KINDS, Kind, Set, WORDS, Word};
use crate::{figures::Sentence, scene::Scene};
use alpheus_number::{Currency, Figure, Found, Measure, Unit};
use alpheus_text::{TokenKind, key};
use alpheus_time::TimexKind;
use std::ops::Range;

/// A word governs the figure, or the list, that it stands so near before.
const REACH: usize = 8;
/// A list has no more words than this between one figure and the next.
pub(super) const STEP: usize = 14;
/// A list has no more figures than this.
const LONGEST_LIST: usize = 64;

/// What a figure is given in; only like can be added to like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sort {
    Count,
    Money(Currency),
    Unit(Unit),
    /// A length of time, by its unit.
    Time(u64),
}

/// What the words before a figure make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// "including", "of whom": it and what follows are parts of a part.
    Within(usize),
    /// "with 156 guns": a figure of something else.
    Beside(usize),
}

/// A figure that may be added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) figure: Figure,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    /// The word before it that sets it apart, and where that stands.
    pub(super) lead: Option<Lead>,
    /// "70 of them".
    pub(super) of_them: bool,
    /// How many brackets it stands in.
    pub(super) depth: u8,
    pub(super) kind: Option<Kind>,
    /// The word right behind it; 0 where there is none.
    pub(super) noun: u64,
    /// It counts bodies of men: "two regiments".
    pub(super) bodies: bool,
    /// It counts more than once, or is one of two guesses.
    pub(super) odd: bool,
}

/// What the parts of one total have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Like {
    pub(super) sort: Sort,
    pub(super) depth: u8,
}

impl Like {
    pub(super) fn fits(self, term: &Term) -> bool {
        term.sort == self.sort && term.depth == self.depth
    }
}

/// A sentence with the figures that may be added in it and next to it.
pub(super) struct View<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The terms of the sentences before, of this one, and of the one after.
    pub(super) terms: Vec<Term>,
    /// Which of the terms are of this sentence.
    pub(super) here: Range<usize>,
    /// The first of the sentence right before.
    pub(super) before: usize,
}

impl<'a> View<'a> {
    /// None, where there are too few figures for a sum, or no word that tells one.
    pub(super) fn new(sentence: &Sentence<'a>) -> Option<Self> {
        let scene = sentence.scene;
        let tokens = sentence.tokens.clone();
        let back = |at: usize| {
            if at == 0 { 0 } else { scene.sentence(at - 1).start.min(at) }
        };
        let (near, far) = (back(tokens.start), back(back(tokens.start)));
        let next = scene.sentence_end(tokens.end).max(tokens.end);
        let index = |at: usize| sentence.all.partition_point(|f| f.first < at);
        let around = index(far)..index(next);
        if around.len() < 3 || !words::are_in(sentence) {
            return None;
        }
        let mut view = View {
            scene,
            tokens: tokens.clone(),
            terms: Vec::with_capacity(around.len()),
            here: 0..0,
            before: 0,
        };
        view.fill(&sentence.all[around], far);
        let place = |at: usize| view.terms.partition_point(|term| term.first < at);
        view.before = place(near);
        view.here = place(tokens.start)..place(tokens.end);
        (view.terms.len() >= 3).then_some(view)
    }

    fn fill(&mut self, list: &[Found], from: usize) {
        let (mut at, mut depth) = (from, 0_u8);
        let mut from = from;
        for (place, &found) in list.iter().enumerate() {
            for token in &self.scene.tokens[at.min(found.first)..found.first] {
                match token.kind {
                    TokenKind::Mark('(' | '[') => depth += 1,
                    TokenKind::Mark(')' | ']') => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            at = found.first;
            let to =
                list.get(place + 1).map_or(self.scene.tokens.len(), |next| next.first);
            let own = self.scene.is(found.first.wrapping_sub(1), '(')
                && self.scene.is(found.end, ')');
            // "and the balance (178) captured": the bracket is the figure's own.
            let depth = depth - u8::from(own && depth > 0);
            self.terms.extend(self.term(&found, from..to, depth));
            from = found.end;
        }
    }

    fn term(&self, found: &Found, around: Range<usize>, depth: u8) -> Option<Term> {
        let from = around.start;
        let Found { figure, first, end } = *found;
        let sort = self.sort(found)?;
        let bare = self.scene.is(first.wrapping_sub(1), '[') && self.scene.is(end, ']');
        let named =
            self.governor(first, from).is_some_and(|(_, word)| word == Word::Names);
        if bare || named || self.is_glued(found) || self.is_loose_one(found) {
            return None;
        }
        let lead = self.lead(first, from);
        let of_them = self.is_of_them(end);
        let odd = self.is_odd(first, end, from);
        let kind = self.kind(first, end, around);
        let bodies = (end..end + 3)
            .take_while(|&at| !self.is_stop(at) && !self.is_and(at))
            .any(|at| self.scene.tokens.get(at).is_some_and(|t| BODIES.has(t.key)));
        let noun = self.scene.tokens.get(end).filter(|token| token.is_word());
        let noun = noun.map_or(0, |token| token.key);
        Some(Term {
            figure,
            first,
            end,
            sort,
            lead,
            of_them,
            depth,
            kind,
            noun,
            bodies,
            odd,
        })
    }

    fn sort(&self, found: &Found) -> Option<Sort> {
        let length = self.scene.time(found.first).is_some_and(|time| {
            matches!(self.scene.timex(time).kind, TimexKind::Duration)
        });
        match found.figure.measure {
            Measure::Count if length => {
                let unit = self.scene.tokens.get(found.end)?.key;
                Some(Sort::Time(unit))
            }
            Measure::Count => Some(Sort::Count),
            Measure::Money(currency) => Some(Sort::Money(currency)),
            Measure::Unit(unit) => Some(Sort::Unit(unit)),
            Measure::Percent
            | Measure::Fraction
            | Measure::Multiple
            | Measure::Ordinal => None,
        }
    }

    /// "5 guns each", "each about 1,200", "18 or 20", "between 50 and 60".
    fn is_odd(&self, first: usize, end: usize, from: usize) -> bool {
        let is_each = |at: usize| self.word(at) == Some(Word::Each);
        (end..end + REACH).take_while(|&at| !self.is_stop(at)).any(is_each)
            || (from..first)
                .rev()
                .take(4)
                .any(|at| is_each(at) || self.is_word(at, const { key("between") }))
            || self.is_or(first.wrapping_sub(1))
    }

    /// "one" counts only where the list says so: "nine ships, one brig".
    fn is_loose_one(&self, found: &Found) -> bool {
        let figure = &found.figure;
        let score = const { key("score") };
        let one = figure.in_words && (figure.value - 1.0).abs() < f64::EPSILON;
        (one || self.is_word(found.first, score))
            && !self.is_stop(found.first.wrapping_sub(1))
            && !self.is_and(found.first.wrapping_sub(1))
    }

    /// "K1", "25th", "13°": a name, a place in a row, or an angle.
    fn is_glued(&self, found: &Found) -> bool {
        let tight = |at: usize| {
            self.scene
                .tokens
                .get(at)
                .filter(|token| !token.spaced)
                .map(|token| token.kind)
        };
        let behind = match tight(found.end) {
            Some(TokenKind::Word) => true,
            Some(TokenKind::Mark('–' | '-')) => {
                matches!(tight(found.end + 1), Some(TokenKind::Number))
                    || self.scene.is(found.end, '-')
                        && matches!(tight(found.end + 1), Some(TokenKind::Word))
            }
            // "18's": guns of that name.
            Some(TokenKind::Mark('\'')) => {
                self.is_word(found.end + 1, const { key("s") })
            }
            Some(TokenKind::Mark(mark)) => "/°^_+=<>{}".contains(mark),
            _ => false,
        };
        let before = found.first.wrapping_sub(1);
        let ahead = self.scene.tokens.get(before).is_some_and(|token| match token.kind {
            TokenKind::Word => true,
            TokenKind::Mark('–' | '-') => {
                !token.spaced
                    && before > 0
                    && self.scene.tokens[before - 1].kind == TokenKind::Number
            }
            TokenKind::Mark(mark) => "/°^_+=<>{}".contains(mark),
            TokenKind::Number => false,
        });
        behind || ahead && tight(found.first).is_some()
    }

    /// The word right before a figure that says what kind of number it is.
    fn governor(&self, first: usize, from: usize) -> Option<(usize, Word)> {
        let skipped =
            |at: &usize| self.word(*at) == Some(Word::Filler) || self.scene.is(*at, '.');
        let at = (from..first).rev().take(4).find(|at| !skipped(at))?;
        Some((at, self.word(at)?))
    }

    fn lead(&self, first: usize, from: usize) -> Option<Lead> {
        let within = (from..first)
            .rev()
            .take(REACH)
            .take_while(|&at| !self.is_stop(at))
            .find(|&at| self.word(at) == Some(Word::Includes) || self.is_of_whom(at));
        within.map(Lead::Within).or_else(|| {
            let (at, word) = self.governor(first, from)?;
            (word == Word::Beside).then_some(Lead::Beside(at))
        })
    }

    /// "70 of them wounded".
    fn is_of_them(&self, end: usize) -> bool {
        self.is_word(end, const { key("of") })
            && (self.word(end + 1) == Some(Word::Those)
                || self.is_word(end + 1, const { key("them") }))
    }

    /// The kind that the words behind a figure name, or else those before it.
    fn kind(&self, first: usize, end: usize, around: Range<usize>) -> Option<Kind> {
        let named = |at: usize| self.scene.tokens.get(at).and_then(|t| KINDS.get(t.key));
        let behind = (end..around.end.min(end + 6))
            .take_while(|&at| !self.is_stop(at) && !self.is_and(at))
            .find_map(named);
        behind.or_else(|| {
            (around.start..first)
                .rev()
                .take(6)
                .skip_while(|&at| self.scene.is(at, ','))
                .take_while(|&at| !self.is_stop(at) && !self.is_and(at))
                .find_map(named)
        })
    }

    /// The word at a token, if it says something of figures.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        let token = self.scene.tokens.get(at).filter(|token| token.is_word())?;
        WORDS.get(token.key)
    }

    pub(super) fn is_word(&self, at: usize, key: u64) -> bool {
        self.scene.tokens.get(at).is_some_and(|token| token.key == key && token.is_word())
    }

    pub(super) fn is_and(&self, at: usize) -> bool {
        self.is_word(at, const { key("and") }) || self.scene.is(at, '&')
    }

    fn is_or(&self, at: usize) -> bool {
        self.is_word(at, const { key("or") })
    }

    /// How many things of a list are named without a figure: "four sloops, a brig".
    pub(super) fn singles(&self, total: usize, parts: &[usize]) -> u32 {
        let ends = |&index: &usize| (self.terms[index].first, self.terms[index].end);
        let all = || parts.iter().chain([&total]).map(ends);
        let first = all().map(|(first, _)| first).min().unwrap_or(0);
        let last = all().map(|(_, end)| end).max().unwrap_or(0);
        let is_one = |at: usize| ["a", "an"].iter().any(|one| self.is_word(at, key(one)));
        let bare_one = |at: usize| {
            self.is_word(at, const { key("one") })
                && self.terms.iter().all(|term| term.first != at)
        };
        let opens = |at: usize| {
            self.is_stop(at) || self.is_and(at) || self.is_word(at, const { key("with") })
        };
        let total = self.terms[total].first;
        (first.saturating_sub(STEP)..last + STEP)
            .filter(|&at| {
                let the =
                    self.scene.is(at, '(') && self.is_word(at + 1, const { key("the") });
                let one = is_one(at + 1) && opens(at) || bare_one(at + 1) || the;
                one && !(at + 1..at + 5).contains(&total)
            })
            .count() as u32
    }

    /// Whether the figure is the second of a pair: "34 officers and 330 men".
    pub(super) fn is_joined(&self, term: &Term) -> bool {
        let near = self.terms.partition_point(|other| other.first < term.first);
        near.checked_sub(1).is_some_and(|last| {
            let last = &self.terms[last];
            term.first - last.end <= 5 && (last.end..term.first).any(|at| self.is_and(at))
        })
    }

    /// "of whom", "of these".
    pub(super) fn is_of_whom(&self, at: usize) -> bool {
        self.is_word(at, const { key("of") }) && self.word(at + 1) == Some(Word::Those)
    }

    /// A mark that ends a phrase, or the end of the block.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.scene.tokens.get(at).is_none_or(|token| match token.kind {
            TokenKind::Mark(',' | ';' | ':' | '(' | ')' | '[' | ']' | '–' | '.') => {
                true
            }
            TokenKind::Mark('-') => {
                self.scene.is(at + 1, '-') || self.scene.is(at.wrapping_sub(1), '-')
            }
            _ => false,
        })
    }

    /// The terms of a list that ends before the token `end`, none farther than [`STEP`] from
    /// the next, nor before the term `least`.
    pub(super) fn run_before(&self, end: usize, least: usize) -> Range<usize> {
        let last = self.terms.partition_point(|term| term.first < end);
        let mut next = end;
        let list = (least.min(last)..last).rev().take(LONGEST_LIST);
        let near = list.take_while(|&index| {
            let near = self.is_near(self.terms[index].end, next);
            next = self.terms[index].first;
            near
        });
        last - near.count()..last
    }

    /// The terms of a list that begins behind the token `start` and ends before `end`.
    pub(super) fn run_after(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.terms.partition_point(|term| term.first <= start);
        let mut last = start;
        let list = self.terms[first..].iter().take(LONGEST_LIST);
        let near = list.take_while(|term| {
            let near = term.first < end && self.is_near(last, term.first);
            last = term.end;
            near
        });
        first..first + near.count()
    }

    /// Whether a list may go on from one token to another; what stands in brackets does not
    /// count.
    fn is_near(&self, from: usize, to: usize) -> bool {
        if to.saturating_sub(from) <= STEP {
            return true;
        }
        let mut depth = 0;
        let outside = (from..to).filter(|&at| {
            match self.scene.tokens[at].kind {
                TokenKind::Mark('(' | '[') => depth += 1,
                TokenKind::Mark(')' | ']') => depth -= 1,
                _ => return depth == 0,
            }
            false
        });
        outside.count() <= STEP
    }

    /// Those of the terms that are parts beside each other, at one depth and of one sort; what
    /// stands before the token `from` sets none apart.
    ///
    /// Where they are `soft`, a figure behind "at" or "in" may be one of them.
    pub(super) fn parts(
        &self,
        terms: Range<usize>,
        like: Like,
        from: usize,
        soft: bool,
    ) -> Vec<usize> {
        let mut within = None;
        let mut parts = Vec::new();
        for index in terms {
            let term = &self.terms[index];
            let least = index.checked_sub(1).map_or(0, |last| self.terms[last].end);
            let listed = least <= from || self.is_parted(least, term.first);
            let lead = term.lead.filter(|lead| match *lead {
                Lead::Within(at) | Lead::Beside(at) => at > from,
            });
            if let Some(Lead::Within(at)) = lead {
                within = Some(at);
            } else if within.is_some_and(|at| self.has_ended(at, term.first)) {
                within = None;
            }
            let aside = within.is_some() || lead.is_some() && !soft || term.of_them;
            if like.fits(term) && !aside && (listed || parts.is_empty()) {
                parts.push(index);
            }
        }
        parts
    }

    /// Whether a mark or an "and" stands between two tokens.
    fn is_parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.is_stop(at) || self.is_and(at))
    }

    /// Whether a semicolon stands between two tokens.
    pub(super) fn has_semicolon(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.scene.is(at, ';'))
    }

    /// Whether a semicolon or a full stop stands between two tokens.
    fn has_ended(&self, from: usize, to: usize) -> bool {
        (from..to)
            .any(|at| self.scene.is(at, ';') || self.scene.tokens[at].starts_sentence)
    }

    /// Whether the kinds of these terms leave none out.
    pub(super) fn is_whole(&self, terms: &[usize]) -> bool {
        let mut kinds = terms.iter().map(|&index| self.terms[index].kind);
        let ranks = terms
            .iter()
            .any(|&index| matches!(self.terms[index].kind, Some((Set::Rank, 1))));
        let ranked = |kind: Kind| match kind {
            (Set::Sex, 1) if ranks => (Set::Rank, 2),
            other => other,
        };
        let Some(Some(first)) = kinds.next() else { return false };
        let (set, mut all) = ranked(first);
        for kind in kinds {
            match kind.map(ranked) {
                Some((other, bit)) if other == set => all |= bit,
                _ => return false,
            }
        }
        set.is_whole(all)
    }
}
