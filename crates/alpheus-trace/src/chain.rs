//! Chains of seeds that stand in the same order and at about the same distances in two texts.
//!
//! The score of a chain is how many letters its seeds cover, less a cost for distances that
//! differ; the best chain that ends in each seed is found from the few seeds before it (Li 2018,
//! minimap2, section 2.1).

use crate::seed::LENGTH;

/// A seed that two texts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// Its byte in the text that is looked in.
    pub(crate) target: u32,
    /// Its byte in the text that is looked up.
    pub(crate) query: u32,
    /// Its letter there.
    pub(crate) letter: u32,
    /// Whether the seed stands in so many places that it tells too little by itself.
    pub(crate) frequent: bool,
}

/// The furthest that two seeds of a chain lie apart, in bytes of either text.
const APART: u32 = 160;
/// What a lone seed scores.
const SEED: i32 = 10;
const _: () = assert!(SEED as usize == LENGTH);
/// How many seeds before are tried.
const BEFORE: usize = 24;

/// The chains among hits, which are sorted; each is the indices of its hits in their order,
/// and the chains are ordered from the best on. Every hit is in one.
pub(crate) fn chains(hits: &[Hit]) -> Vec<(i32, Vec<u32>)> {
    let (scores, before) = best_ends(hits);
    let mut order: Vec<u32> = (0..hits.len() as u32).collect();
    order.sort_by_key(|&end| (-scores[end as usize], end));
    let mut used = vec![false; hits.len()];
    let mut found = Vec::new();
    for end in order {
        let mut chain = Vec::new();
        let mut at = Some(end);
        while let Some(hit) = at.filter(|&hit| !used[hit as usize]) {
            used[hit as usize] = true;
            chain.push(hit);
            at = before[hit as usize];
        }
        if !chain.is_empty() {
            chain.reverse();
            found.push((scores[end as usize], chain));
        }
    }
    found
}

/// The score of the best chain that ends in each hit, and the hit before it in that chain.
fn best_ends(hits: &[Hit]) -> (Vec<i32>, Vec<Option<u32>>) {
    let mut scores: Vec<i32> = Vec::with_capacity(hits.len());
    let mut before: Vec<Option<u32>> = Vec::with_capacity(hits.len());
    for (index, hit) in hits.iter().enumerate() {
        let mut best = (SEED, None);
        for earlier in (index.saturating_sub(BEFORE)..index).rev() {
            let Some(gain) = gain(hits[earlier], *hit) else {
                if hit.target - hits[earlier].target > APART {
                    break;
                }
                continue;
            };
            let score = scores[earlier] + gain;
            if score > best.0 {
                best = (score, Some(earlier as u32));
            }
        }
        scores.push(best.0);
        before.push(best.1);
    }
    (scores, before)
}

/// What a hit adds to a chain that ends in another; `None` if it can't follow it.
fn gain(earlier: Hit, later: Hit) -> Option<i32> {
    let query = later.query.checked_sub(earlier.query).filter(|&by| by > 0)?;
    let target = later.target.checked_sub(earlier.target).filter(|&by| by > 0)?;
    if query > APART || target > APART {
        return None;
    }
    let fresh = i64::from(query.min(target)).min(i64::from(SEED));
    let differ = query.abs_diff(target);
    let cost = if differ == 0 { 0 } else { 1 + differ / 8 + differ.ilog2() / 2 };
    i32::try_from(fresh - i64::from(cost)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(target: u32, query: u32) -> Hit {
        Hit { target, query, letter: query, frequent: false }
    }

    #[test]
    fn seeds_in_one_order_are_one_chain() {
        let hits = [hit(100, 10), hit(112, 22), hit(130, 39), hit(500, 50)];
        let found = chains(&hits);
        assert_eq!(found[0].1, [0, 1, 2]);
        assert_eq!(found[1].1, [3]);
    }

    #[test]
    fn seeds_in_another_order_are_not() {
        let found = chains(&[hit(100, 90), hit(120, 60), hit(140, 30)]);
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|(score, _)| *score == SEED));
    }

    #[test]
    fn every_hit_is_in_one_chain() {
        let hits: Vec<_> = (0..60).map(|i| hit(100 + i * 7, i * 37 % 101)).collect();
        let mut all: Vec<_> = chains(&hits).into_iter().flat_map(|(_, c)| c).collect();
        all.sort_unstable();
        assert_eq!(all, (0..60).collect::<Vec<_>>());
    }
}
