//! What every part of a result is reckoned from: the point values, what the hypotheses come
//! to there, and what changes when one input or one source does.

use crate::{
    Model, Posterior, Values,
    model::{Aside, Input},
    posterior::{CatchAll, posterior},
};

/// A model at its point values, with some items set aside from the start.
pub(crate) struct Weigher<'m> {
    pub(crate) model: &'m Model<'m>,
    pub(crate) aside: Vec<bool>,
    pub(crate) point: Values,
    /// The logarithm of each hypothesis's likelihood.
    pub(crate) ln: Vec<f64>,
    /// The same, block by block.
    by_block: Vec<Vec<f64>>,
    pub(crate) posterior: Posterior,
    /// The hypothesis with the greatest posterior.
    pub(crate) first: usize,
}

impl<'m> Weigher<'m> {
    /// `None` if everything told is impossible and nothing is kept for "none of these".
    pub(crate) fn new(model: &'m Model<'m>, aside: Vec<bool>) -> Option<Self> {
        let point = model.point();
        let by_block: Vec<Vec<f64>> = (0..model.blocks.len())
            .map(|block| ln_block(model, block, &point, &aside))
            .collect();
        let ln = summed(&by_block, model.case.hypotheses.len());
        let posterior = posterior(&ln, &point.weights, point.none, CatchAll::Middle)?;
        let first = crate::posterior::first_max(posterior.hypotheses.iter().copied());
        Some(Weigher { model, aside, point, ln, by_block, posterior, first })
    }

    /// The posterior of other likelihoods.
    ///
    /// Where these are all impossible and nothing is kept for "none of these", no posterior
    /// exists and the one at hand is given; nothing that is set aside or varied within what
    /// is admissible gets there from a case that has one, but for an input put to 0 or 1.
    pub(crate) fn of(&self, ln: &[f64]) -> Posterior {
        let Values { weights, none, .. } = &self.point;
        posterior(ln, weights, *none, CatchAll::Middle)
            .unwrap_or_else(|| self.posterior.clone())
    }

    /// The likelihoods with one input at another value.
    pub(crate) fn vary(&self, input: Input, value: f64) -> Vec<f64> {
        let Some(block) = self.block_of(input) else { return self.ln.clone() };
        let mut values = self.point.clone();
        self.model.set(&mut values, input, value);
        self.replaced(&[(block, ln_block(self.model, block, &values, &self.aside))])
    }

    /// The likelihoods with other items set aside, all of them in these blocks.
    pub(crate) fn without(&self, blocks: &[usize], aside: &Aside) -> Vec<f64> {
        let anew =
            |&block: &usize| (block, ln_block(self.model, block, &self.point, aside));
        let replaced: Vec<_> = blocks.iter().map(anew).collect();
        self.replaced(&replaced)
    }

    /// The blocks that these sources are in.
    pub(crate) fn blocks_of(&self, sources: &[usize]) -> Vec<usize> {
        let mut blocks: Vec<usize> =
            sources.iter().map(|&source| self.model.block_of(source)).collect();
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// What is set aside, with the items of these sources.
    pub(crate) fn aside_with(&self, sources: &[usize]) -> Vec<bool> {
        let more = self.model.without(sources);
        self.aside.iter().zip(more).map(|(&base, more)| base || more).collect()
    }

    /// The items that are not set aside.
    pub(crate) fn items(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.aside.len()).filter(|&item| !self.aside[item])
    }

    /// The sources that tell something that is not set aside.
    pub(crate) fn sources(&self) -> Vec<usize> {
        let tells = |&source: &usize| {
            self.items().any(|item| self.model.case.items[item].source == source)
        };
        (0..self.model.case.sources.len()).filter(tells).collect()
    }

    fn block_of(&self, input: Input) -> Option<usize> {
        let case = self.model.case;
        let source = match input {
            Input::Accuracy(source) | Input::Anyway(source) | Input::Together(source) => {
                source
            }
            Input::Chance(group) | Input::Failure(group) => {
                case.items[case.groups[group].members[0]].source
            }
            Input::Given { item, .. } => case.items[item].source,
            Input::NoneOfThese | Input::Weight(_) => return None,
        };
        Some(self.model.block_of(source))
    }

    fn replaced(&self, anew: &[(usize, Vec<f64>)]) -> Vec<f64> {
        let mut sum = vec![0.0; self.ln.len()];
        for (block, base) in self.by_block.iter().enumerate() {
            let other = anew.iter().find(|(place, _)| *place == block);
            let ln = other.map_or(base, |(_, ln)| ln);
            sum.iter_mut().zip(ln).for_each(|(sum, ln)| *sum += ln);
        }
        sum
    }
}

fn ln_block(model: &Model<'_>, block: usize, values: &Values, aside: &Aside) -> Vec<f64> {
    let block = &model.blocks[block];
    (0..model.case.hypotheses.len())
        .map(|hypothesis| model.ln_block(block, values, hypothesis, aside))
        .collect()
}

fn summed(by_block: &[Vec<f64>], hypotheses: usize) -> Vec<f64> {
    let mut sum = vec![0.0; hypotheses];
    for ln in by_block {
        sum.iter_mut().zip(ln).for_each(|(sum, ln)| *sum += ln);
    }
    sum
}
