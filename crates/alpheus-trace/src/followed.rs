//! Which hits of a document need no look any more: those that an alignment holds, and those
//! beside which nothing was found. A long text has them by the ten thousand, so that each is
//! looked for only where it may be.

use crate::{chain::Hit, map::Alignment};
use alpheus_text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Hits of an ungapped run that lie as near as this, in bytes, lead to the same alignment.
const SAME_RUN: u32 = 20;
/// Alignments are kept by the stretches of so many bytes of the document that they touch.
const STRETCH: u32 = 512;

/// What became of the hits of one document that were followed.
#[derive(Debug, Default)]
pub(crate) struct Followed {
    /// What was aligned, letters of the query and bytes of the document, by stretches of these.
    aligned: FxHashMap<u32, Vec<(Range<usize>, Span)>>,
    /// Where in the query the hits stand about which nothing was found, by their diagonals.
    failed: FxHashMap<i64, Vec<u32>>,
}

impl Followed {
    /// Takes in an alignment.
    pub(crate) fn found(&mut self, alignment: &Alignment) {
        let (query, target) = &alignment.reach;
        let last = target.end.saturating_sub(1).max(target.start) / STRETCH;
        for stretch in target.start / STRETCH..=last {
            self.aligned.entry(stretch).or_default().push((query.clone(), *target));
        }
    }

    /// Takes in a hit about which nothing was found.
    pub(crate) fn failed(&mut self, hit: Hit) {
        self.failed.entry(diagonal(hit)).or_default().push(hit.query);
    }

    /// Whether an alignment holds a hit.
    pub(crate) fn holds(&self, hit: Hit) -> bool {
        let mut near = self.aligned.get(&(hit.target / STRETCH)).into_iter().flatten();
        near.any(|(query, target)| {
            query.contains(&(hit.letter as usize))
                && (target.start..target.end).contains(&hit.target)
        })
    }

    /// Whether nothing was found about another hit of the same run.
    pub(crate) fn is_vain(&self, hit: Hit) -> bool {
        let mut failed = self.failed.get(&diagonal(hit)).into_iter().flatten();
        failed.any(|place| place.abs_diff(hit.query) < SAME_RUN)
    }
}

/// Hits of one diagonal have no gap between them.
fn diagonal(hit: Hit) -> i64 {
    i64::from(hit.target) - i64::from(hit.query)
}
