//! What would be worth finding out.
//!
//! The worth of a test is the information that its outcome would give of the hypotheses, in
//! bits, and how much likelier the best choice would be to be right, on average over its
//! outcomes (D. V. Lindley, "On a measure of the information provided by an experiment",
//! 1956; I. J. Good, "On the principle of total evidence", 1967). The same is reckoned for
//! the question whether a source is accurate.

use crate::{
    model::Input,
    posterior::{first_max, mean},
    weigher::Weigher,
};
use serde::Serialize;

/// What a test would be worth.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Worth {
    /// The test's name, or the source's key.
    pub name: String,
    /// The chance that it is found, or that the source is accurate.
    pub chance: f64,
    /// The information that the outcome gives, in bits.
    pub bits: f64,
    /// How much likelier the leading answer is to be right, on average.
    pub gain: f64,
    /// Who leads if it is found.
    pub leader_if_found: String,
    /// Who leads if it is not.
    pub leader_if_not: String,
}

impl Weigher<'_> {
    pub(crate) fn tests(&self) -> Vec<Worth> {
        let tests = self.model.case.tests.iter();
        tests
            .map(|test| {
                let mut found: Vec<f64> = test.given.iter().map(|g| g.point()).collect();
                found.push(middle(&found));
                self.worth(test.name.clone(), &found)
            })
            .collect()
    }

    /// What it would be worth to settle whether a source is accurate.
    pub(crate) fn source_worths(&self) -> Vec<Worth> {
        let sources = self.sources().into_iter();
        let mut worths: Vec<Worth> = sources
            .filter_map(|source| {
                let accurate = self.accurate_given(source)?;
                let key = self.model.case.sources[source].key.clone();
                Some(self.worth(key, &accurate))
            })
            .collect();
        worths.sort_by(|a, b| b.bits.total_cmp(&a.bits));
        worths
    }

    /// The chance that a source is accurate, after all the evidence.
    pub(crate) fn accuracy_after(&self, source: usize) -> Option<f64> {
        let accurate = self.accurate_given(source)?;
        Some(self.posterior.shares().zip(accurate).map(|(p, a)| p * a).sum())
    }

    /// The chance that a source is accurate given each hypothesis and the evidence, "none of
    /// these" last. Not where its statements may stand apart: then there is no one accuracy.
    fn accurate_given(&self, source: usize) -> Option<Vec<f64>> {
        let input = Input::Accuracy(source);
        if !self.model.is_linear(input) {
            return None;
        }
        let accuracy = self.model.get(&self.point, input);
        let joint = |value: f64, chance: f64| {
            let ln = self.vary(input, value);
            ln.into_iter().map(|ln| ln + chance.ln()).collect::<Vec<f64>>()
        };
        let (yes, no) = (joint(1.0, accuracy), joint(0.0, 1.0 - accuracy));
        let mut shares: Vec<f64> =
            yes.iter().zip(&no).map(|(yes, no)| share(*yes, *no, accuracy)).collect();
        let possible = |h: &usize| yes[*h].max(no[*h]) > f64::NEG_INFINITY;
        let known: Vec<usize> = (0..yes.len()).filter(possible).collect();
        let none = |ln: &[f64]| mean(known.iter().map(|&h| ln[h]));
        shares.push(share(none(&yes), none(&no), accuracy));
        Some(shares)
    }

    /// `found` is the chance of the outcome under each hypothesis, "none of these" last.
    fn worth(&self, name: String, found: &[f64]) -> Worth {
        let joint = |chance: fn(f64) -> f64| -> Vec<f64> {
            let parts = self.posterior.shares().zip(found);
            parts.map(|(share, &found)| share * chance(found)).collect()
        };
        let (yes, no) = (joint(|found| found), joint(|found| 1.0 - found));
        let now: Vec<f64> = self.posterior.shares().collect();
        let rest = entropy_part(&yes) + entropy_part(&no);
        let best = |parts: &[f64]| parts.iter().copied().fold(0.0, f64::max);
        let leader = |parts: &[f64]| {
            self.model.case.name(first_max(parts.iter().copied())).to_owned()
        };
        Worth {
            name,
            chance: yes.iter().sum(),
            bits: (entropy_part(&now) - rest).max(0.0),
            gain: (best(&yes) + best(&no) - best(&now)).max(0.0),
            leader_if_found: leader(&yes),
            leader_if_not: leader(&no),
        }
    }
}

/// One part of a whole, from the logarithms of both parts.
fn share(part: f64, rest: f64, if_neither: f64) -> f64 {
    let share = 1.0 / (1.0 + (rest - part).exp());
    if share.is_nan() { if_neither } else { share }
}

/// How likely an outcome is under "none of these": as for the evidence, the geometric mean
/// of what is not zero.
fn middle(chances: &[f64]) -> f64 {
    let possible =
        chances.iter().filter(|&&chance| chance > 0.0).map(|chance| chance.ln());
    if possible.clone().next().is_none() { 0.0 } else { mean(possible).exp() }
}

/// The entropy of an outcome's distribution in bits, times the outcome's chance.
fn entropy_part(joint: &[f64]) -> f64 {
    let sum: f64 = joint.iter().sum();
    let parts = joint.iter().filter(|&&part| part > 0.0);
    parts.map(|part| part * (sum / part).log2()).sum()
}
