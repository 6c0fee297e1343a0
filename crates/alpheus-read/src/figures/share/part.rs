//! A part, its whole and its share: "155 of 209 (74.5%)", "Out of 130,000 men 21,000 were
//! hit, or sixteen per cent."
//!
//! That three figures of a sentence belong together must be said by the words between them,
//! not by their standing near: a part and its whole are tied by "of", "out of" or a dash in a
//! bracket; a share is tied to the part or the pair before it by a bracket or an "or", and to
//! the whole behind it by "of".

use super::{super::Sentence, is_percent, statement};
use crate::{
    scene::Scene,
    statement::{Assertion, Statement},
};
use alpheus_number::{Figure, Found, Measure};
use alpheus_text::Lexicon;
use std::ops::Range;

/// A part of a whole, with the share that it is told to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The part.
    pub part: Figure,
    /// The whole; where [`against`](Self::against) is set, perhaps the rest of it.
    pub whole: Figure,
    /// The percentage or fraction.
    pub share: Figure,
    /// "74–87": the second number may count what is left.
    pub against: bool,
    /// Why the three may not belong together.
    pub doubt: Option<&'static str>,
}

/// What a word near the figures does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// May stand between a link and the share: "about", "just", "the".
    Soft,
    /// "or": tells the same again.
    Or,
    /// "representing": the share is that of what stands before.
    Being,
    /// "for", after "accounting" or between hyphens.
    For,
    /// "proportion", "percentage", "shooting": what stands beside is a part and its whole.
    Ratio,
    /// "of".
    Of,
    /// "out", before "of".
    Out,
    /// "them": those spoken of last.
    Them,
    /// "whole", "total": all that was spoken of.
    All,
    /// "whom", "which".
    Whom,
    /// "gives": leads to the result.
    Gives,
    /// "more", "increase": the percentage is no share.
    Change,
    /// What the part of a stock is told with: "lost".
    Lost,
    /// What a stock is told with: "had", "men".
    Stock,
}

use Word::{
    All, Being, Change, For, Gives, Lost, Of, Or, Out, Ratio, Soft, Stock, Them, Whom,
};

static WORDS: Lexicon<Word, 512> = Lexicon::new(&[
    (
        "about nearly almost over under some roughly approximately only just rather slightly \
         exactly fully quite than upwards least most a an the full well say i e that is to \
         considerably barely hardly close no not",
        Soft,
    ),
    ("or", Or),
    (
        "representing represents represented being constituting constituted constitutes \
         forming formed making equal equals equalling equivalent amounting comprising \
         comprised accounting",
        Being,
    ),
    ("for", For),
    (
        "proportion percentage ratio rate average shooting throw throws goal goals shots \
         attempts passes",
        Ratio,
    ),
    ("of", Of),
    ("out", Out),
    ("them these those", Them),
    ("all whole total number entire", All),
    ("whom which", Whom),
    ("gives give makes make leaves amounts viz", Gives),
    (
        "more less higher greater lower fewer increase increased decrease decreased rise rose \
         risen fallen fall gain gained gains drop dropped growth grew reduction reduced \
         interest discount tax duty premium dividend profit rent margin majority swing lead \
         versus vs against compared annual yearly annually bonus commission",
        Change,
    ),
    (
        "lost losing loss losses killed wounded missing casualties died deaths perished \
         captured sunk fell survived returned",
        Lost,
    ),
    (
        "had have numbered numbering mustered strength strong force forces engaged carried \
         men troops officers soldiers sailors crew army population inhabitants members \
         ships votes seats persons people embarked",
        Stock,
    ),
]);

/// No more tokens than this stand between a part and its share.
const LONGEST_LINK: usize = 9;
/// As many tokens before a stock, and about its part, may tell of it.
const NEAR: usize = 8;

const OTHER_BASE: &str = "it may be a share of something else";

/// How a share hangs on what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Bracket,
    Or,
    /// "representing".
    Being,
    /// Nothing but a comma or a dash.
    Beside,
}

pub(super) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    for share in sentence.figures {
        if is_percent(share) || share.figure.measure == Measure::Fraction {
            let text = Text { sentence, scene: sentence.scene };
            if let Some(told) = text.tied(share) {
                let span = told.share.span.cover(told.part.span).cover(told.whole.span);
                out.push(statement(Assertion::Share(told), span));
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Text<'a> {
    sentence: &'a Sentence<'a>,
    scene: &'a Scene<'a>,
}

impl<'a> Text<'a> {
    /// The part and the whole that a share belongs to.
    fn tied(self, share: &'a Found) -> Option<Share> {
        let end = share.end + usize::from(self.is_stop_within(share.end));
        if (share.end..share.end + 3).any(|at| self.word(at) == Some(Change)) {
            return None;
        }
        let linked = self.linked(share);
        let whole = self.whole_behind(end);
        if let Some(whole) = whole {
            let (part, link) = linked.or_else(|| self.part_behind(whole))?;
            let doubt = (link == Link::Beside).then_some(OTHER_BASE);
            return share_of(part, whole, share, doubt);
        }
        self.of_whom(share, end).or_else(|| self.pair_behind(share)).or_else(|| {
            let (amount, link) = linked?;
            self.before(share, amount, link, self.base(end, link))
        })
    }

    fn word(self, at: usize) -> Option<Word> {
        let token = self.scene.tokens.get(at).filter(|token| token.is_word())?;
        WORDS.get(token.key)
    }

    /// The figures of the sentence that may be a part or a whole.
    fn amounts(self) -> impl DoubleEndedIterator<Item = &'a Found> {
        self.sentence.figures.iter().filter(|found| is_amount(found))
    }

    /// Whether the point at `at` only cuts "cent." short.
    fn is_stop_within(self, at: usize) -> bool {
        self.scene.is(at, '.') && at + 1 < self.sentence.tokens.end
    }

    /// The amount that a share hangs on: the one before it, or beside it in one bracket.
    fn linked(self, share: &Found) -> Option<(&'a Found, Link)> {
        if let Some(part) = self.beside(share) {
            return Some((part, Link::Bracket));
        }
        let amount = self.amounts().rev().find(|found| found.end <= share.first)?;
        Some((amount, self.link(amount.end, share.first)?))
    }

    /// "(61.2%, 69,782)".
    fn beside(self, share: &Found) -> Option<&'a Found> {
        let open = self.before_soft(self.sentence.tokens.start, share.first);
        let opened =
            open > 0 && self.scene.is(open - 1, '(') && self.scene.is(share.end, ',');
        let part = self.amounts().find(|found| opened && found.first == share.end + 1)?;
        self.scene.is(part.end, ')').then_some(part)
    }

    /// How the figure that begins at `to` hangs on the one that ends at `from`.
    fn link(self, from: usize, to: usize) -> Option<Link> {
        let mut at = self.before_soft(from, to);
        if at > from + 1
            && self.word(at - 1) == Some(Of)
            && self.word(at - 2) == Some(Ratio)
        {
            at = self.before_soft(from, at - 2);
        }
        let head = at.checked_sub(1).filter(|&head| head >= from)?;
        let mark = |mark: char| self.scene.is(head, mark);
        let link = match self.word(head) {
            Some(Or) => Link::Or,
            Some(Being) => Link::Being,
            Some(For) if self.word(head - 1) == Some(Being) => Link::Being,
            _ if mark('(') || mark('[') => Link::Bracket,
            _ if [',', ';', ':', '–', '='].into_iter().any(mark) => Link::Beside,
            _ => return None,
        };
        let rest = from..head;
        let breaks = |at: usize| {
            ['.', ';', ':', '('].into_iter().any(|mark| self.scene.is(at, mark))
                || self.word(at) == Some(Change)
        };
        (rest.len() <= LONGEST_LINK && !rest.clone().any(breaks)).then_some(link)
    }

    /// The token after the last that is more than a hedge, going back from `to`.
    fn before_soft(self, from: usize, to: usize) -> usize {
        let mut at = to;
        while at > from
            && (self.word(at - 1) == Some(Soft)
                || (self.word(at - 1) == Some(Change) && self.word(at) == Some(Soft)))
        {
            at -= 1;
        }
        at
    }

    /// "of the 209" behind a share that ends at `end`.
    fn whole_behind(self, end: usize) -> Option<&'a Found> {
        let of = end + usize::from(self.scene.is(end, ','));
        if self.word(of) != Some(Of) || self.word(of + 1) == Some(Whom) {
            return None;
        }
        self.after_few(of + 1)
    }

    /// The amount that begins at `at`, or after a few words there.
    fn after_few(self, at: usize) -> Option<&'a Found> {
        const FEW: usize = 3;
        let amount = self.amounts().find(|found| found.first >= at)?;
        let words = at..amount.first;
        (words.len() <= FEW
            && words.into_iter().all(|at| self.scene.tokens[at].is_word()))
        .then_some(amount)
    }

    /// "a third of the 90, or 30".
    fn part_behind(self, whole: &Found) -> Option<(&'a Found, Link)> {
        let part = self.amounts().find(|found| found.first >= whole.end)?;
        let link = self.link(whole.end, part.first)?;
        matches!(link, Link::Bracket | Link::Or).then_some((part, link))
    }

    /// "1,000,000, seventeen per cent. of whom gives 170,000".
    fn of_whom(self, share: &Found, end: usize) -> Option<Share> {
        if self.word(end) != Some(Of) || self.word(end + 1) != Some(Whom) {
            return None;
        }
        let (whole, _) = self.linked(share)?;
        let part = self.amounts().find(|found| found.first > end)?;
        let between = end + 2..part.first;
        let gives = between.clone().any(|at| self.word(at) == Some(Gives));
        (gives && between.len() <= LONGEST_LINK)
            .then(|| share_of(part, whole, share, None))
            .flatten()
    }

    /// "74.5% (155 of 209)", "37% on 30-for-81 shooting", "85.1% (74–87)".
    fn pair_behind(self, share: &Found) -> Option<Share> {
        let part = self.amounts().find(|found| found.first >= share.end)?;
        let gap = share.end..part.first;
        let bracket = gap.len() == 1 && self.scene.is(share.end, '(');
        if part.figure.is_range() {
            return (bracket && self.scene.is(part.end, ')'))
                .then(|| self.dashed(share, part))
                .flatten();
        }
        let whole = self.amounts().find(|found| found.first >= part.end)?;
        let hyphens = self.is_for(part.end) && whole.first == part.end + 3;
        let words = gap.len() <= NEAR && gap.clone().all(|at| !self.ends_clause(at));
        let tied = (bracket && (hyphens || self.pair(part, whole))) || (hyphens && words);
        tied.then(|| share_of(part, whole, share, None)).flatten()
    }

    fn ends_clause(self, at: usize) -> bool {
        ['.', ';', ':', ')', ','].into_iter().any(|mark| self.scene.is(at, mark))
    }

    /// "-for-", as between hits and tries.
    fn is_for(self, at: usize) -> bool {
        self.scene.is(at, '-')
            && matches!(self.word(at + 1), Some(For | Of))
            && self.scene.is(at + 2, '-')
    }

    /// "85.1% (74–87)": two counts where the words around speak of tries; otherwise a range.
    fn dashed(self, share: &Found, range: &Found) -> Option<Share> {
        let around = (share.first.saturating_sub(NEAR)..share.first)
            .chain(range.end..range.end + NEAR);
        if !around.into_iter().any(|at| self.word(at) == Some(Ratio)) {
            return None;
        }
        let figure = range.figure;
        let one = |value: f64| Figure { value, to: value, ..figure };
        let inside = (figure.value..=figure.to).contains(&share.figure.value);
        Some(Share {
            part: one(figure.value),
            whole: one(figure.to),
            share: share.figure,
            against: true,
            doubt: inside.then_some("the numbers in the bracket may be a range"),
        })
    }

    /// Whether two amounts are a part and its whole: "155 of the 209", "155 ships out of 209".
    fn pair(self, part: &Found, whole: &Found) -> bool {
        const NOUN: usize = 3;
        let of = (part.end..(part.end + NOUN).min(whole.first))
            .find(|&at| self.word(at) == Some(Of));
        let words = |tokens: Range<usize>| {
            tokens.into_iter().all(|at| self.scene.tokens[at].is_word())
        };
        self.is_for(part.end)
            || of.is_some_and(|of| whole.first <= of + 4 && words(part.end..whole.first))
    }

    /// What the words behind a share say that it is a share of.
    fn base(self, end: usize, link: Link) -> Base {
        if self.word(end) != Some(Of) {
            return Base::Unsaid;
        }
        let says = |word: Word| (end + 1..end + 4).any(|at| self.word(at) == Some(word));
        // "300 Irish, two-thirds of them recruits" are two-thirds of the 300.
        let them = says(Them) && link != Link::Beside;
        if says(All) || them { Base::All } else { Base::Other }
    }

    /// A share behind its part, or behind the pair of both.
    fn before(
        self,
        share: &'a Found,
        amount: &'a Found,
        link: Link,
        base: Base,
    ) -> Option<Share> {
        let other = (base == Base::Other).then_some(OTHER_BASE);
        let closed =
            link == Link::Bracket || base != Base::Unsaid || self.is_closed(share.end);
        if !closed {
            return None;
        }
        let mut before = self.amounts().rev().filter(|found| found.end <= amount.first);
        if let Some(part) = before.next().filter(|part| self.pair(part, amount)) {
            return share_of(part, amount, share, other);
        }
        let lead = self.amounts().rev().find(|found| {
            found.end <= amount.first
                && is_less(amount, found)
                && (self.is_lead(found) || self.is_split(found, amount))
        });
        if let Some(whole) = lead {
            return share_of(amount, whole, share, other);
        }
        if other.is_some() || link == Link::Beside || !is_percent(share) {
            return None;
        }
        self.stock(share, amount)
    }

    /// Whether a share stands alone between marks, so that it tells nothing of a noun behind it.
    fn is_closed(self, end: usize) -> bool {
        let at = end + usize::from(self.is_stop_within(end));
        at >= self.sentence.tokens.end
            || [',', ';', '.', ')', ':', '–', ']', '"']
                .into_iter()
                .any(|mark| self.scene.is(at, mark))
            || self.scene.is(end, '.')
    }

    /// "Of the 130,000 men", "Out of 130,000", "Of the allies' 209 ships".
    fn is_lead(self, whole: &Found) -> bool {
        let start = self.sentence.tokens.start;
        let before = (whole.first.saturating_sub(NEAR).max(start)..whole.first).rev();
        let in_phrase =
            |at: &usize| self.scene.tokens[*at].is_word() || self.scene.is(*at, '\'');
        let of = before.take_while(in_phrase).find(|&at| self.word(at) == Some(Of));
        let Some(of) = of else {
            return false;
        };
        if of == start || self.word(of - 1) == Some(Out) {
            return true;
        }
        self.ends_clause(of - 1)
            || self.scene.is(of - 1, '"')
            || self.scene.tokens[of].starts_sentence
    }

    /// "670,000, of which 200,000".
    fn is_split(self, whole: &Found, part: &Found) -> bool {
        let end = part.first.min(whole.end + NEAR);
        (whole.end..end).any(|at| {
            self.word(at) == Some(Of) && matches!(self.word(at + 1), Some(Whom | Them))
        })
    }

    /// The only greater amount of this sentence, or else of the one before, as the whole.
    fn stock(self, share: &'a Found, part: &'a Found) -> Option<Share> {
        let here = self.sentence.tokens.start;
        let (whole, only) = self.greater(part, here).or_else(|| {
            let before = self.scene.sentence(here.checked_sub(1)?).start;
            self.greater(part, before)
        })?;
        let near = |word: Word, tokens: Range<usize>| {
            tokens.into_iter().any(|at| self.word(at) == Some(word))
        };
        let lost = near(Lost, part.first.saturating_sub(NEAR).max(here)..share.first);
        let had = near(Stock, whole.first.saturating_sub(NEAR)..whole.end + 4);
        let of_these = self.word(here) == Some(Of) && self.word(here + 1) == Some(Them);
        let sure = only && (of_these || (lost && had) || self.fits_others(share, whole));
        let doubt = (!sure).then_some("it is not said what it is a share of");
        share_of(part, whole, share, doubt)
    }

    /// The last amount from the token `start` on, before a part, that is greater and has no
    /// share of its own, and whether it is the only one.
    fn greater(self, part: &Found, start: usize) -> Option<(&'a Found, bool)> {
        let all = self.sentence.all;
        let behind = all.partition_point(|found| found.first < part.first);
        let mut found = (0..behind)
            .rev()
            .take_while(|&index| all[index].first >= start)
            .filter(|&index| {
                let shared = |other: Option<&Found>| {
                    other.is_some_and(|other| {
                        is_percent(other)
                            && (other.first.abs_diff(all[index].end) <= 2
                                || all[index].first.abs_diff(other.end) <= 2)
                    })
                };
                is_amount(&all[index])
                    && is_less(part, &all[index])
                    && !shared(all.get(index + 1))
                    && !shared(index.checked_sub(1).and_then(|index| all.get(index)))
            });
        let last = found.next()?;
        Some((&all[last], found.next().is_none()))
    }

    /// Whether two other shares of the sentence are shares of this whole.
    fn fits_others(self, share: &Found, whole: &Found) -> bool {
        let percents = self.sentence.figures.iter().filter(|found| is_percent(found));
        let fitting = percents.filter(|other| {
            let fits = |(part, _): (&Found, Link)| {
                let percent = 100.0 * part.figure.value / whole.figure.value;
                (percent - other.figure.value).abs() <= other.figure.step
            };
            other.first != share.first && self.linked(other).is_some_and(fits)
        });
        fitting.count() > 1
    }
}

/// What a share is told to be of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Base {
    Unsaid,
    /// "of them", "of the whole".
    All,
    /// "of the tonnage".
    Other,
}

/// Whether a figure may be a part or a whole.
fn is_amount(found: &Found) -> bool {
    let figure = &found.figure;
    matches!(figure.measure, Measure::Count | Measure::Money(_) | Measure::Unit(_))
        && !figure.may_be_year()
        && figure.value > 0.0
}

/// Whether two amounts are given in the same and the first is the less.
fn is_less(part: &Found, whole: &Found) -> bool {
    part.figure.measure == whole.figure.measure && part.figure.value < whole.figure.value
}

fn share_of(
    part: &Found,
    whole: &Found,
    share: &Found,
    doubt: Option<&'static str>,
) -> Option<Share> {
    is_less(part, whole).then_some(Share {
        part: part.figure,
        whole: whole.figure,
        share: share.figure,
        against: false,
        doubt,
    })
}
