//! Majorities and margins: "by a majority of sixteen, 302 to 286", "won by 12 points, 112–100".

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Measure};
use alpheus_text::{Lexicon, TokenKind};

/// By how much one side is ahead of the other, and what the sides have.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// By how much.
    pub by: Figure,
    /// The pairs of figures that may be the two sides; never empty.
    pub sides: Box<[[Figure; 2]]>,
}

/// What a word says of votes and points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// "majority": by how many, after "of".
    Margin,
    /// "won", "carried": by how many, after "by".
    Won,
    /// "votes", "points": what is counted.
    Votes,
    /// "to", "against": the other side follows.
    Against,
    /// May stand between the two sides.
    Link,
    /// "of", "by": the margin follows.
    Of,
    By,
    /// May stand before a figure.
    Filler,
}

use Word::{Against, By, Filler, Link, Margin as Majority, Of, Votes, Won};

static WORDS: Lexicon<Word, 256> = Lexicon::new(&[
    ("majority majorities margin plurality lead", Majority),
    (
        "won win wins winning beat beaten beats beating defeat defeated defeating lost lose \
         losing carried carrying rejected elected passed negatived thrown ahead led leading \
         triumphed prevailed victorious victory",
        Won,
    ),
    ("votes vote voices points runs goals seats strokes shots ballots electors", Votes),
    ("to against over versus noes nays", Against),
    (
        "and voting voted for it in favour favor only but members ayes yeas the while",
        Link,
    ),
    ("of was being is", Of),
    ("by", By),
    ("a an just exactly bare mere small slender", Filler),
]);

/// The two sides stand no farther apart.
const APART: usize = 8;
/// The verb stands no farther before the margin.
const REACH: usize = 24;

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    let view = View { sentence };
    for (index, found) in sentence.figures.iter().enumerate() {
        if found.figure.measure != Measure::Count || found.figure.is_range() {
            continue;
        }
        let sides = if view.is_majority(found) {
            view.sides(index, true)
        } else if view.is_won_by(found) {
            view.sides(index, false)
        } else {
            continue;
        };
        out.extend(statement(found.figure, sides));
    }
}

fn statement(by: Figure, sides: Vec<[Figure; 2]>) -> Option<Statement> {
    let [first, second] = *sides.first()?;
    let span = by.span.cover(first.span).cover(second.span);
    let margin = Margin { by, sides: sides.into() };
    Some(Statement {
        assertion: Assertion::Margin(margin),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    })
}

struct View<'a, 'b> {
    sentence: &'b Sentence<'a>,
}

impl View<'_, '_> {
    fn word(&self, at: usize) -> Option<Word> {
        let token = self.sentence.scene.tokens.get(at).filter(|token| token.is_word())?;
        WORDS.get(token.key)
    }

    /// The word before a token, over what may stand before a figure.
    fn before(&self, at: usize) -> Option<(usize, Word)> {
        let filler =
            |&at: &usize| matches!(self.word(at), Some(Filler)) || self.hedges(at);
        let at = (self.sentence.tokens.start..at).rev().take(4).find(|at| !filler(at))?;
        Some((at, self.word(at)?))
    }

    /// "only", "about": a word that no reader of margins asks for.
    fn hedges(&self, at: usize) -> bool {
        let token = &self.sentence.scene.tokens[at];
        token.is_word() && !token.capital && WORDS.get(token.key).is_none()
    }

    /// "a majority of sixteen", not "a majority of 302 to 286".
    fn is_majority(&self, found: &Found) -> bool {
        let after_of = match self.before(found.first) {
            Some((at, Of)) => at,
            _ if self.sentence.scene.is(found.first.wrapping_sub(1), ',') => {
                found.first - 1
            }
            _ => found.first,
        };
        let named = matches!(self.before(after_of), Some((_, Majority)));
        named && !self.has_other_side(found)
    }

    /// "won by 12 points".
    fn is_won_by(&self, found: &Found) -> bool {
        let by = matches!(self.before(found.first), Some((_, By)));
        let votes = self.word(found.end) == Some(Votes);
        let from = found.first.saturating_sub(REACH).max(self.sentence.tokens.start);
        by && votes
            && !self.has_other_side(found)
            && (from..found.first).any(|at| self.word(at) == Some(Won))
    }

    /// Whether the figure is itself one side: "302 votes to 286".
    fn has_other_side(&self, found: &Found) -> bool {
        let at = found.end + usize::from(self.word(found.end) == Some(Votes));
        self.word(at) == Some(Against)
            && self
                .sentence
                .figures
                .iter()
                .any(|next| next.first > at && next.first <= at + 2)
    }

    /// The pairs of figures that may be the sides, those that the words link first.
    fn sides(&self, margin: usize, majority: bool) -> Vec<[Figure; 2]> {
        let by = &self.sentence.figures[margin];
        let others: Vec<&Found> = self
            .sentence
            .figures
            .iter()
            .filter(|found| found.first != by.first && self.counts(found))
            .collect();
        let mut sides: Vec<[Figure; 2]> = Vec::new();
        for pair in others.windows(2) {
            if self.are_linked(pair[0], pair[1]) {
                sides.push([pair[0].figure, pair[1].figure]);
            }
        }
        let scores = others.iter().filter(|found| found.figure.is_range());
        sides.extend(scores.map(|found| {
            let Figure { value, to, .. } = found.figure;
            let at = |value| Figure { value, to: value, ..found.figure };
            [at(value), at(to)]
        }));
        let more = |found: &&&Found| found.figure.value >= by.figure.value;
        let large: Vec<_> = others.iter().filter(more).collect();
        if let ([first, second], true, true) = (&large[..], majority, sides.is_empty()) {
            sides.push([first.figure, second.figure]);
        }
        sides
    }

    /// Whether a figure may be what a side has: not "less by ten".
    fn counts(&self, found: &Found) -> bool {
        let led =
            matches!(self.before(found.first), Some((at, By)) if at + 1 == found.first);
        found.figure.measure == Measure::Count && !led
    }

    /// "302 to 286", "302 voting for it, and 286 against it", "ayes 302, noes 286".
    fn are_linked(&self, first: &Found, second: &Found) -> bool {
        let between = first.end..second.first;
        let link = |at: usize| match self.sentence.scene.tokens[at].kind {
            TokenKind::Word => matches!(self.word(at), Some(Against | Link | Votes)),
            TokenKind::Mark(mark) => ",–-".contains(mark),
            TokenKind::Number => false,
        };
        let against =
            |at: usize| self.word(at) == Some(Against) || self.sentence.scene.is(at, '–');
        between.len() <= APART
            && between.clone().all(link)
            && (between.clone().any(against)
                || (second.end..second.end + 2).any(|at| self.word(at) == Some(Against)))
    }
}
