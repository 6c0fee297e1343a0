//! From likelihoods and priors to posteriors, with a place kept for what nobody has listed.

use crate::{Model, Values};
use serde::Serialize;

/// How likely all that was told would be if none of the hypotheses were true.
///
/// Nobody can know it. A middle value stands for it in the point result, and its range is all
/// that lies between the likelihoods of the hypotheses that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchAll {
    /// The geometric mean of the likelihoods that are not zero. It does not change when an
    /// item is split in two; and a hypothesis that is ruled out does not drag it to zero, for
    /// that it is impossible says nothing of what nobody has thought of.
    Middle,
    /// That of the hypothesis which accounts for it worst.
    Least,
    /// That of the hypothesis which accounts for it best.
    Most,
}

/// What a result says of each hypothesis, and of "none of these".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Posterior {
    /// For each hypothesis, in the order of the case.
    pub hypotheses: Vec<f64>,
    /// The share that is left for what nobody has listed.
    pub none_of_these: f64,
}

impl Posterior {
    /// All shares, that of "none of these" last.
    pub fn shares(&self) -> impl Iterator<Item = f64> {
        self.hypotheses.iter().copied().chain([self.none_of_these])
    }

    /// The place of the greatest share; the number of hypotheses stands for "none of these".
    pub fn leader(&self) -> usize {
        first_max(self.shares())
    }

    /// Half of the sum of the differences: the most by which the chance of anything differs.
    pub fn distance(&self, other: &Posterior) -> f64 {
        self.shares().zip(other.shares()).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0
    }
}

/// The first place of the greatest value.
pub(crate) fn first_max(values: impl IntoIterator<Item = f64>) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (at, value) in values.into_iter().enumerate() {
        if value > best.1 {
            best = (at, value);
        }
    }
    best.0
}

impl Model<'_> {
    /// The posterior at some values of the inputs. `None` if everything told is impossible
    /// under every hypothesis and nothing is kept back for "none of these".
    pub fn posterior(&self, values: &Values, catch_all: CatchAll) -> Option<Posterior> {
        posterior(&self.likelihoods(values), &values.weights, values.none, catch_all)
    }
}

/// Bayes' rule, in logarithms.
pub(crate) fn posterior(
    likelihoods: &[f64],
    weights: &[f64],
    none: f64,
    catch_all: CatchAll,
) -> Option<Posterior> {
    let all: f64 = weights.iter().sum();
    let kept = (1.0 - none) / all;
    let mut parts: Vec<f64> = likelihoods
        .iter()
        .zip(weights)
        .map(|(ln, weight)| (kept * weight).ln() + ln)
        .collect();
    parts.push(none.ln() + ln_none(likelihoods, catch_all));
    normalise(&mut parts)
}

/// Shares, from the logarithms of what is in proportion to them.
pub(crate) fn normalise(parts: &mut [f64]) -> Option<Posterior> {
    let most = parts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if most == f64::NEG_INFINITY {
        return None;
    }
    for part in parts.iter_mut() {
        *part = (*part - most).exp();
    }
    let sum: f64 = parts.iter().sum();
    let (last, named) = parts.split_last()?;
    Some(Posterior {
        hypotheses: named.iter().map(|part| part / sum).collect(),
        none_of_these: last / sum,
    })
}

/// The logarithm of the likelihood under "none of these".
///
/// If all is impossible under every hypothesis, something unlisted must have happened: any
/// likelihood but zero says so.
pub(crate) fn ln_none(likelihoods: &[f64], catch_all: CatchAll) -> f64 {
    let possible = || likelihoods.iter().copied().filter(|ln| *ln > f64::NEG_INFINITY);
    if possible().next().is_none() {
        return 0.0;
    }
    match catch_all {
        CatchAll::Middle => mean(possible()),
        CatchAll::Least => likelihoods.iter().copied().fold(f64::INFINITY, f64::min),
        CatchAll::Most => possible().fold(f64::NEG_INFINITY, f64::max),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a case has few hypotheses")]
pub(crate) fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    values.clone().sum::<f64>() / values.count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(likelihoods: [f64; 2], none: f64, catch_all: CatchAll) -> Option<Vec<f64>> {
        let ln = likelihoods.map(f64::ln);
        let posterior = posterior(&ln, &[1.0, 1.0], none, catch_all)?;
        Some(posterior.shares().collect())
    }

    fn near(found: &[f64], expected: [f64; 3]) {
        let apart = found.iter().zip(expected).map(|(a, b)| (a - b).abs());
        assert!(apart.fold(0.0, f64::max) < 1e-12, "{found:?}");
    }

    #[test]
    fn none_of_these_has_a_likelihood_between_those_of_the_others() {
        let of = |catch_all| shares([0.4, 0.1], 0.2, catch_all).unwrap();
        near(&of(CatchAll::Middle), [0.16 / 0.24, 0.04 / 0.24, 0.04 / 0.24]);
        near(&of(CatchAll::Least), [0.16 / 0.22, 0.04 / 0.22, 0.02 / 0.22]);
        near(&of(CatchAll::Most), [0.16 / 0.28, 0.04 / 0.28, 0.08 / 0.28]);
    }

    #[test]
    fn what_is_impossible_does_not_rule_out_the_unlisted() {
        near(
            &shares([0.4, 0.0], 0.2, CatchAll::Middle).unwrap(),
            [0.16 / 0.24, 0.0, 0.08 / 0.24],
        );
        near(&shares([0.0, 0.0], 0.2, CatchAll::Middle).unwrap(), [0.0, 0.0, 1.0]);
        assert_eq!(shares([0.0, 0.0], 0.0, CatchAll::Middle), None);
    }
}
