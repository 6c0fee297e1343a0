//! The odds of each pair of hypotheses, without any prior, and who is out.
//!
//! The ratio of two likelihoods is a product over blocks, so its range is a sum of ranges of
//! logarithms, each from the corners of one block. It needs no prior and nothing of "none of
//! these". A hypothesis is out if a rival leads it by more than the threshold under all
//! admissible inputs (maximality: Walley, *Statistical Reasoning with Imprecise
//! Probabilities*, 1991).

use crate::{
    Model,
    corners::{Corners, Reckoner},
    model::Aside,
};

/// For each pair of hypotheses the least of the logarithm of their likelihoods' ratio.
#[derive(Clone, Debug)]
pub(crate) struct Odds {
    hypotheses: usize,
    /// By block, then by pair.
    least: Vec<Vec<f64>>,
}

impl Odds {
    /// From the corners of every block.
    pub(crate) fn new(corners: &[Corners], hypotheses: usize) -> Self {
        let least = corners.iter().map(|block| of_block(block, hypotheses)).collect();
        Odds { hypotheses, least }
    }

    /// The same with other items set aside, all of them in one block.
    pub(crate) fn with(&self, model: &Model<'_>, block: usize, aside: &Aside) -> Self {
        let mut odds = self.clone();
        let reckoner = Reckoner::new(model, aside);
        odds.least[block] = of_block(&reckoner.corners(block), self.hypotheses);
        odds
    }

    /// The least that the logarithm of the ratio can be.
    pub(crate) fn least(&self, own: usize, rival: usize) -> f64 {
        let pair = own * self.hypotheses + rival;
        let sum: f64 = self.least.iter().map(|block| block[pair]).sum();
        // Impossible for both somewhere: the ratio may be anything.
        if sum.is_nan() { f64::NEG_INFINITY } else { sum }
    }

    /// The most that it can be.
    pub(crate) fn most(&self, own: usize, rival: usize) -> f64 {
        -self.least(rival, own)
    }

    /// For each hypothesis the rival that puts it out, and by how much at least: the
    /// greatest of the least ratios of posteriors, if it is above the threshold.
    pub(crate) fn eliminated(&self, model: &Model<'_>) -> Vec<Option<(usize, f64)>> {
        let weight = |h: usize| model.case.hypotheses[h].weight;
        let threshold = model.case.threshold;
        let out = |own: usize| {
            let rivals = (0..self.hypotheses).filter(|&rival| rival != own);
            let leads = rivals.map(|rival| {
                let prior = (weight(rival).lo() / weight(own).hi()).ln();
                (rival, (self.least(rival, own) + prior).exp())
            });
            let best = leads.reduce(|a, b| if b.1 > a.1 { b } else { a })?;
            (best.1 > threshold).then_some(best)
        };
        (0..self.hypotheses).map(out).collect()
    }
}

/// The least ratio of each pair in a block. Of a block with too many corners nothing is
/// known.
fn of_block(corners: &Corners, hypotheses: usize) -> Vec<f64> {
    let pairs = 0..hypotheses * hypotheses;
    if !corners.is_complete() {
        return pairs.map(|_| f64::NEG_INFINITY).collect();
    }
    let least = |own: usize, rival: usize| {
        let ratios = corners.table().iter().map(|pair| {
            let ratio = pair.low[own] - pair.high[rival];
            if ratio.is_nan() { f64::NEG_INFINITY } else { ratio }
        });
        ratios.fold(f64::INFINITY, f64::min)
    };
    pairs.map(|at| least(at / hypotheses, at % hypotheses)).collect()
}
