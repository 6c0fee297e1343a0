//! Sums: parts and what they make together.
//!
//! A word tells that figures hang together: "total", "of whom", "leaving". It says which figure
//! is the total and on which side its parts stand, but seldom where their list begins or ends.
//! So a [`Sum`] holds the ways to read it, likeliest first: it is wrong only if none of them
//! comes out.

mod leading;
mod reckoned;
mod trailing;
mod view;
mod words;

use super::Sentence;
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::Figure;
use view::View;

/// Parts and their total.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The ways to read it, the likeliest first; never empty.
    pub readings: Box<[Addition]>,
    /// How many of these may be meant; the rest only excuse.
    pub likely: usize,
    /// How surely the parts are all there is of the total.
    pub bond: Bond,
    /// How many things in the list are named without a figure, and count one: "a brig".
    pub singles: u32,
    /// Why nothing can be told, if so.
    pub doubt: Option<&'static str>,
}

/// One way to read a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// What the parts are told to make.
    pub total: Figure,
    /// The parts, in the order of the text; two or more.
    pub parts: Box<[Figure]>,
}

/// How surely parts are all there is of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// The words leave open which figures are meant.
    Loose,
    /// The parts are parts of the total, but it may have more: "of whom 12 were killed and 40
    /// wounded".
    Within,
    /// The list is closed by an "and", or by what is left, and is likely all: "of which 18 were
    /// French and 15 Spanish".
    Closed,
    /// Nothing else can be meant: "70 wounded, 10 missing; total, 80".
    Firm,
}

/// No more figures than this are taken together in more ways than one.
const LONGEST: usize = 12;
/// There are no more ways to read a sum than this.
const MOST: usize = 64;

/// A sum as it is read, by the indices of its terms.
pub(crate) struct Draft {
    /// Total and parts of each way to read it.
    readings: Vec<(usize, Vec<usize>)>,
    likely: usize,
    bond: Bond,
}

impl Draft {
    /// Adds a way to read it, unless it is there or is no sum.
    fn read(&mut self, total: usize, parts: &[usize]) {
        let known = |(t, p): &(usize, Vec<usize>)| *t == total && p == parts;
        let more = self.readings.len() < MOST;
        if more
            && parts.len() >= 2
            && !parts.contains(&total)
            && !self.readings.iter().any(known)
        {
            self.readings.push((total, parts.to_vec()));
        }
    }

    /// What is added from here on only excuses.
    fn close(&mut self) {
        self.likely = self.readings.len();
    }
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    let Some(view) = View::new(sentence) else { return };
    let mut drafts = Vec::new();
    leading::read(&view, &mut drafts);
    trailing::read(&view, &mut drafts);
    reckoned::read(&view, &mut drafts);
    // One word more about the same total tells nothing new; the surest is kept.
    drafts.sort_by_key(|draft| {
        (draft.readings[0].0, std::cmp::Reverse(draft.bond), draft.readings[0].1[0])
    });
    drafts.dedup_by_key(|draft| (draft.readings[0].0, draft.readings[0].1[0]));
    out.extend(drafts.iter().filter_map(|draft| statement(&view, draft)));
}

fn statement(view: &View<'_>, draft: &Draft) -> Option<Statement> {
    let figure = |&index: &usize| view.terms[index].figure;
    let (total, parts) = draft.readings.first()?;
    let mut meant = draft.readings[..draft.likely.max(1)].iter();
    let odd = meant.any(|(_, parts)| parts.iter().any(|&part| view.terms[part].odd));
    let span =
        parts.iter().fold(figure(total).span, |span, part| span.cover(figure(part).span));
    let readings = draft.readings.iter().map(|(total, parts)| Addition {
        total: figure(total),
        parts: parts.iter().map(figure).collect(),
    });
    let sum = Sum {
        readings: readings.collect(),
        likely: draft.likely.max(1),
        bond: draft.bond,
        singles: view.singles(*total, parts),
        doubt: odd.then_some("a figure counts more than once, or is one of two"),
    };
    Some(Statement {
        assertion: Assertion::Sum(sum),
        span,
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    })
}
