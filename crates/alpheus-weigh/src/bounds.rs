//! The least and the most that each posterior can be.
//!
//! The posterior of a hypothesis rises with the likelihoods of its own items and falls with
//! those of its rivals, so these are put at their ends. Each shared input enters every
//! likelihood linearly. With "none of these" as likely as its most likely rival, the inverse
//! of the posterior is a maximum of ratios of linear functions, which has its greatest value
//! at an end of each input; with it as unlikely as the least likely, it is a minimum of such
//! ratios, which has its least value there. So both bounds are attained at corners. The same
//! holds of "none of these" itself, hypothesis by hypothesis that sets its likelihood.
//!
//! Up to [`MOST_EXACT`] ranged inputs all corners are tried. Beyond that the corners are
//! climbed from several starts, which gives a value that is attained, and beside it stands an
//! outer bound from the odds of each pair of hypotheses, block by block: it can't be crossed,
//! but may not be attained.

use crate::{
    Model,
    corners::{Corners, Pair, Reckoner},
    model::Aside,
    odds::Odds,
    posterior::{CatchAll, first_max, ln_none},
};
use serde::Serialize;

/// Up to so many ranged shared inputs, every corner is tried.
pub const MOST_EXACT: usize = 16;

/// How far a posterior can go.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Bounds {
    /// The least, attained at some admissible input.
    pub low: f64,
    /// The most, attained at some admissible input.
    pub high: f64,
    /// Nothing admissible is below this. Equal to `low` where all corners were tried.
    pub outer_low: f64,
    /// Nothing admissible is above this. Equal to `high` where all corners were tried.
    pub outer_high: f64,
}

impl Bounds {
    /// Whether nothing admissible lies outside what is attained.
    pub fn is_exact(&self) -> bool {
        self.outer_low >= self.low - 1e-12 && self.outer_high <= self.high + 1e-12
    }
}

/// What is sought.
#[derive(Clone, Copy)]
struct Aim {
    /// The hypothesis whose items go to one end while those of its rivals go to the other.
    own: usize,
    /// Whether its items are put low.
    own_low: bool,
    /// Whether the share of this hypothesis is meant, or that of "none of these" with a
    /// likelihood equal to it.
    of_none: bool,
}

/// The weights of the hypotheses, and the odds on "none of these".
struct Prior {
    weights: Vec<(f64, f64)>,
    none: (f64, f64),
}

/// Reckons bounds with some items set aside.
pub(crate) struct Search<'m> {
    model: &'m Model<'m>,
    reckoner: Reckoner<'m>,
    corners: Vec<Corners>,
    /// The blocks, those with fewest corners first.
    order: Vec<usize>,
    prior: Prior,
}

/// Where a bound is attained: a corner for each block.
type At = Vec<u64>;

impl<'m> Search<'m> {
    pub(crate) fn new(model: &'m Model<'m>, aside: &Aside) -> Self {
        let reckoner = Reckoner::new(model, aside);
        let corners: Vec<Corners> =
            (0..model.blocks.len()).map(|b| reckoner.corners(b)).collect();
        let mut order: Vec<usize> = (0..corners.len()).collect();
        order.sort_by_key(|&block| corners[block].bits);
        let case = model.case;
        let weights = case.hypotheses.iter().map(|h| (h.weight.lo(), h.weight.hi()));
        let odds = |share: f64| share / (1.0 - share);
        let none = (odds(case.none_of_these.lo()), odds(case.none_of_these.hi()));
        let prior = Prior { weights: weights.collect(), none };
        Search { model, reckoner, corners, order, prior }
    }

    /// The odds of each pair of hypotheses.
    pub(crate) fn odds(&self) -> Odds {
        Odds::new(&self.corners, self.model.case.hypotheses.len())
    }

    /// How many shared inputs are ranged.
    pub(crate) fn ranged(&self) -> usize {
        self.corners.iter().map(|corners| corners.bits).sum()
    }

    fn is_exact(&self) -> bool {
        self.ranged() <= MOST_EXACT && self.corners.iter().all(Corners::is_complete)
    }

    /// The bounds of every hypothesis, and of "none of these" last.
    pub(crate) fn bounds(&self, odds: &Odds) -> Vec<Bounds> {
        let hypotheses = self.model.case.hypotheses.len();
        let mut bounds: Vec<Bounds> = (0..hypotheses)
            .map(|own| {
                let outer = self.outer(odds, own);
                self.between(outer, &[own], false)
            })
            .collect();
        let all: Vec<usize> = (0..hypotheses).collect();
        bounds.push(self.between(self.outer_none(odds), &all, true));
        bounds
    }

    fn between(&self, outer: (f64, f64), own: &[usize], of_none: bool) -> Bounds {
        let seek = |own_low| {
            let each = own.iter().map(|&own| self.seek(Aim { own, own_low, of_none }).0);
            if own_low { each.fold(1.0, f64::min) } else { each.fold(0.0, f64::max) }
        };
        let (low, high) = (seek(true), seek(false));
        if self.is_exact() {
            return Bounds { low, high, outer_low: low, outer_high: high };
        }
        let (outer_low, outer_high) = (outer.0.min(low), outer.1.max(high));
        Bounds { low, high, outer_low, outer_high }
    }

    /// The least value (the greatest, if the own items are high) and where it is attained.
    fn seek(&self, aim: Aim) -> (f64, At) {
        if self.is_exact() { self.enumerate(aim) } else { self.climb(aim) }
    }

    fn enumerate(&self, aim: Aim) -> (f64, At) {
        let mut best = (aim.worst(), vec![0; self.corners.len()]);
        let mut at = best.1.clone();
        let start = vec![0.0; self.model.case.hypotheses.len()];
        self.descend(aim, 0, &start, &mut at, &mut best);
        best
    }

    /// Tries every corner of the blocks from the `depth`th on, with what the others come to.
    fn descend(
        &self,
        aim: Aim,
        depth: usize,
        sum: &[f64],
        at: &mut At,
        best: &mut (f64, At),
    ) {
        let Some(&block) = self.order.get(depth) else {
            let value = self.prior.share(aim, sum);
            if aim.is_better(value, best.0) {
                *best = (value, at.clone());
            }
            return;
        };
        for (corner, pair) in (0..).zip(self.corners[block].table()) {
            at[block] = corner;
            self.descend(aim, depth + 1, &added(sum, aim, pair), at, best);
        }
    }

    /// The best of several climbs.
    fn climb(&self, aim: Aim) -> (f64, At) {
        let starts =
            self.starts(aim).into_iter().map(|start| self.climb_from(aim, start));
        let better = |a: (f64, At), b: (f64, At)| {
            if aim.is_better(b.0, a.0) { b } else { a }
        };
        let nowhere = (aim.worst(), vec![0; self.corners.len()]);
        starts.fold(nowhere, better)
    }

    /// All low, all high, and what is best against each single rival.
    fn starts(&self, aim: Aim) -> Vec<At> {
        let whole = |high: bool| {
            let corner = |c: &Corners| if high { (1_u64 << c.bits) - 1 } else { 0 };
            self.corners.iter().map(corner).collect()
        };
        let rivals = (0..self.model.case.hypotheses.len()).filter(|&r| r != aim.own);
        let against = |rival| {
            let best = |corners: &Corners| {
                let odds = corners.table().iter().map(|pair| {
                    let odds = pair.of(aim, aim.own) - pair.of(aim, rival);
                    if aim.own_low { -odds } else { odds }
                });
                first_max(odds) as u64
            };
            self.corners.iter().map(best).collect()
        };
        [whole(false), whole(true)].into_iter().chain(rivals.map(against)).collect()
    }

    /// Moves block by block to the best neighbour until none is better.
    fn climb_from(&self, aim: Aim, mut at: At) -> (f64, At) {
        let mut pairs: Vec<Pair> =
            at.iter().enumerate().map(|(b, &a)| self.pair(b, a)).collect();
        let mut sum = total(aim, &pairs, self.model.case.hypotheses.len());
        let mut value = self.prior.share(aim, &sum);
        loop {
            let mut moved = false;
            for block in 0..at.len() {
                let rest = removed(&sum, aim, &pairs, block);
                for next in self.neighbours(block, at[block]) {
                    let pair = self.pair(block, next);
                    let with = added(&rest, aim, &pair);
                    let share = self.prior.share(aim, &with);
                    if aim.is_better(share, value) {
                        (value, sum, at[block], moved) = (share, with, next, true);
                        pairs[block] = pair;
                    }
                }
            }
            if !moved {
                return (value, at);
            }
        }
    }

    fn pair(&self, block: usize, at: u64) -> Pair {
        self.reckoner.corner(block, &self.corners[block], at)
    }

    /// All corners of a small block; of a large one those that differ in one input.
    fn neighbours(&self, block: usize, at: u64) -> Vec<u64> {
        const SMALL: usize = 6;
        let bits = self.corners[block].bits;
        if bits <= SMALL {
            return (0..1_u64 << bits).filter(|&next| next != at).collect();
        }
        (0..bits).map(|bit| at ^ 1_u64 << bit).collect()
    }

    /// What no admissible input crosses, from the odds of each pair.
    fn outer(&self, odds: &Odds, own: usize) -> (f64, f64) {
        let rivals = || (0..self.model.case.hypotheses.len()).filter(|&r| r != own);
        let prior = &self.prior;
        let side = |low: bool| {
            let (own_weight, none) = prior.ends(own, low);
            let ratio = |rival: usize| {
                let ln = if low { odds.most(rival, own) } else { odds.least(rival, own) };
                ln.exp()
            };
            let weight = |rival: usize| prior.rival(rival, low) / own_weight;
            let like: f64 = rivals().map(|r| weight(r) * ratio(r)).sum();
            let catch_all = if low {
                rivals().map(ratio).fold(1.0, f64::max)
            } else {
                rivals().map(ratio).fold(1.0, f64::min)
            };
            let all = 1.0 + rivals().map(weight).sum::<f64>();
            bounded(1.0 / (1.0 + like + none * catch_all * all), low)
        };
        (side(true), side(false))
    }

    /// The same for "none of these", which is as likely as some hypothesis.
    fn outer_none(&self, odds: &Odds) -> (f64, f64) {
        let all = 0..self.model.case.hypotheses.len();
        let side = |low: bool| {
            let each = all.clone().map(|like| {
                let ratio = |h: usize| match (h == like, low) {
                    (true, _) => 1.0,
                    (false, true) => odds.most(h, like).exp(),
                    (false, false) => odds.least(h, like).exp(),
                };
                let ratios: Vec<f64> = all.clone().map(ratio).collect();
                let mean = self.prior.mean(&ratios, low);
                let none = if low { self.prior.none.0 } else { self.prior.none.1 };
                bounded(none / (none + mean), low)
            });
            if low { each.fold(1.0, f64::min) } else { each.fold(0.0, f64::max) }
        };
        (side(true), side(false))
    }
}

/// A bound that could not be reckoned (nought over nought) says nothing.
fn bounded(share: f64, low: bool) -> f64 {
    match (share.is_nan(), low) {
        (false, _) => share,
        (true, true) => 0.0,
        (true, false) => 1.0,
    }
}

impl Aim {
    fn is_better(self, value: f64, than: f64) -> bool {
        if self.own_low { value < than } else { value > than }
    }

    fn worst(self) -> f64 {
        if self.own_low { f64::INFINITY } else { f64::NEG_INFINITY }
    }
}

impl Pair {
    fn of(&self, aim: Aim, hypothesis: usize) -> f64 {
        let low = (hypothesis == aim.own) == aim.own_low;
        if low { self.low[hypothesis] } else { self.high[hypothesis] }
    }
}

fn added(sum: &[f64], aim: Aim, pair: &Pair) -> Vec<f64> {
    sum.iter().enumerate().map(|(h, sum)| sum + pair.of(aim, h)).collect()
}

fn total(aim: Aim, pairs: &[Pair], hypotheses: usize) -> Vec<f64> {
    pairs.iter().fold(vec![0.0; hypotheses], |sum, pair| added(&sum, aim, pair))
}

/// The sum without a block; added up anew where an infinity can't be taken away.
fn removed(sum: &[f64], aim: Aim, pairs: &[Pair], block: usize) -> Vec<f64> {
    let one = |(h, sum): (usize, &f64)| {
        let part = pairs[block].of(aim, h);
        if part.is_finite() {
            return sum - part;
        }
        let others = pairs.iter().enumerate().filter(|(b, _)| *b != block);
        others.map(|(_, pair)| pair.of(aim, h)).sum()
    };
    sum.iter().enumerate().map(one).collect()
}

impl Prior {
    /// The weight of a hypothesis and the odds on "none of these" that make it least (most)
    /// likely.
    fn ends(&self, own: usize, low: bool) -> (f64, f64) {
        let weight = self.weights[own];
        if low { (weight.0, self.none.1) } else { (weight.1, self.none.0) }
    }

    fn rival(&self, rival: usize, low: bool) -> f64 {
        let weight = self.weights[rival];
        if low { weight.1 } else { weight.0 }
    }

    /// The share that is sought, from the logarithms of all likelihoods.
    fn share(&self, aim: Aim, ln: &[f64]) -> f64 {
        let most = ln.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if most == f64::NEG_INFINITY {
            // Something unlisted has happened, if anything is kept back for it.
            return f64::from(u8::from(aim.of_none && self.none.1 > 0.0));
        }
        let like: Vec<f64> = ln.iter().map(|ln| (ln - most).exp()).collect();
        if aim.of_none {
            return self.share_of_none(aim, &like);
        }
        let catch_all = if aim.own_low { CatchAll::Most } else { CatchAll::Least };
        let none_like = (ln_none(ln, catch_all) - most).exp();
        let (own_weight, none) = self.ends(aim.own, aim.own_low);
        let weight = |h: usize| {
            if h == aim.own { own_weight } else { self.rival(h, aim.own_low) }
        };
        let sum: f64 = like
            .iter()
            .enumerate()
            .map(|(h, like)| weight(h) * (like + none * none_like))
            .sum();
        if sum == 0.0 { 0.0 } else { own_weight * like[aim.own] / sum }
    }

    /// The share of "none of these", if it is as likely as the hypothesis of the aim.
    fn share_of_none(&self, aim: Aim, like: &[f64]) -> f64 {
        let none = if aim.own_low { self.none.0 } else { self.none.1 };
        let part = none * like[aim.own];
        let sum = part + self.mean(like, aim.own_low);
        if sum == 0.0 { 0.0 } else { part / sum }
    }

    /// The greatest (least) mean of some values under admissible weights: those above some
    /// value are given their greatest weight and the others their least, or the reverse.
    fn mean(&self, values: &[f64], greatest: bool) -> f64 {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
        if !greatest {
            order.reverse();
        }
        let with = |heavy: usize| {
            let parts = order.iter().enumerate().map(|(rank, &h)| {
                let (lo, hi) = self.weights[h];
                let weight = if rank < heavy { hi } else { lo };
                (weight * values[h], weight)
            });
            let (sum, all) =
                parts.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
            sum / all
        };
        let means = (1..=values.len()).map(with);
        if greatest {
            means.fold(0.0, f64::max)
        } else {
            means.fold(f64::INFINITY, f64::min)
        }
    }
}

#[cfg(test)]
mod tests;
