//! Several assessors of one case: each by their own judgements, and all of them pooled.
//!
//! Judgements that a person gives of exclusive hypotheses often don't sum to 1. They are made
//! coherent by the nearest that do, by least squares (the coherent approximation principle of
//! D. Osherson and M. Vardi, "Aggregating disparate estimates of chance", 2006), and the
//! distance is shown. Posteriors are pooled by their weighted mean (linear) and by
//! the normalised weighted geometric mean (logarithmic), which agrees with updating on
//! evidence that all see alike.

use crate::{
    Case, Model,
    case::Assessor,
    posterior::{Posterior, normalise},
    weigher::Weigher,
};
use serde::Serialize;

/// How one assessor sees the case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Opinion {
    /// The key.
    pub key: String,
    /// Who it is.
    pub say: String,
    /// In the pool, relative to the others.
    pub weight: f64,
    /// What follows from the assessor's judgements, "none of these" last.
    pub posterior: Vec<f64>,
    /// What the assessor thinks directly, if given.
    pub belief: Option<Belief>,
}

/// Direct judgements of the hypotheses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Belief {
    /// As given, "none of these" last.
    pub given: Vec<f64>,
    /// The nearest that sums to 1.
    pub coherent: Vec<f64>,
    /// How far the two are apart (Euclidean distance); 0 if it was coherent.
    pub incoherence: f64,
}

/// All assessors together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pool {
    /// The weighted mean of the posteriors.
    pub linear: Vec<f64>,
    /// The normalised geometric mean of the posteriors; absent if every hypothesis is ruled
    /// out by somebody.
    pub logarithmic: Option<Vec<f64>>,
    /// The weighted mean of the coherent direct judgements, of those who gave any.
    pub belief: Option<Vec<f64>>,
}

/// An item on which assessors differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Disagreement {
    /// The item.
    pub item: String,
    /// The hypotheses between which it is judged most differently.
    pub between: (String, String),
    /// For whom it favours the first most, and the ratio.
    pub most: (String, f64),
    /// For whom it favours the first least, and the ratio.
    pub least: (String, f64),
    /// How many powers of ten lie between the two ratios.
    pub log10: f64,
}

/// What assessors think.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Assessment {
    /// One by one.
    pub opinions: Vec<Opinion>,
    /// Together.
    pub pool: Pool,
    /// Where they differ, the most first.
    pub disagreements: Vec<Disagreement>,
}

/// An assessor, with the item's ratios as they see them.
struct View {
    key: String,
    /// By item: the logarithms of the chances that it would be told.
    told: Vec<Vec<f64>>,
}

/// The opinions of all assessors, if there are any. `None` too if somebody's judgements rule
/// out everything.
pub(crate) fn assess(case: &Case, aside: &[bool]) -> Option<Assessment> {
    if case.assessors.is_empty() {
        return None;
    }
    let mut opinions = Vec::new();
    let mut views = Vec::new();
    for assessor in &case.assessors {
        let seen = case.seen_by(assessor);
        let model = Model::new(&seen);
        let weigher = Weigher::new(&model, aside.to_vec())?;
        opinions.push(opinion(assessor, &weigher.posterior));
        let told = (0..case.items.len()).map(|item| weigher.alone(item)).collect();
        views.push(View { key: assessor.key.clone(), told });
    }
    let items = (0..case.items.len()).filter(|&item| !aside[item]);
    let mut disagreements: Vec<Disagreement> =
        items.filter_map(|item| disagreement(case, item, &views)).collect();
    disagreements.sort_by(|a, b| b.log10.total_cmp(&a.log10));
    Some(Assessment { pool: pool(&opinions), opinions, disagreements })
}

fn opinion(assessor: &Assessor, posterior: &Posterior) -> Opinion {
    let belief = assessor.belief.clone().map(|given| {
        let coherent = coherent(&given);
        let squares = given.iter().zip(&coherent).map(|(a, b)| (a - b).powi(2));
        let incoherence = squares.sum::<f64>().sqrt();
        Belief { given, coherent, incoherence }
    });
    Opinion {
        key: assessor.key.clone(),
        say: assessor.say.clone(),
        weight: assessor.weight,
        posterior: posterior.shares().collect(),
        belief,
    }
}

/// The nearest shares that sum to 1 and are not negative.
///
/// # Example: what exceeds is taken from all alike
/// ```
/// let shares = alpheus_weigh::coherent(&[0.7, 0.5]);
/// assert!((shares[0] - 0.6).abs() < 1e-12 && (shares[1] - 0.4).abs() < 1e-12);
/// ```
pub fn coherent(given: &[f64]) -> Vec<f64> {
    let mut sorted = given.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let (mut sum, mut taken, mut count) = (0.0, 0.0, 0.0);
    for value in sorted {
        sum += value;
        count += 1.0;
        let each = (sum - 1.0) / count;
        if value > each {
            taken = each;
        }
    }
    given.iter().map(|value| (value - taken).max(0.0)).collect()
}

fn pool(opinions: &[Opinion]) -> Pool {
    let mean = |parts: &[(f64, &[f64])]| -> Option<Vec<f64>> {
        let all: f64 = parts.iter().map(|(weight, _)| weight).sum();
        let length = parts.first()?.1.len();
        let at =
            |i: usize| parts.iter().map(|(weight, of)| weight * of[i]).sum::<f64>() / all;
        Some((0..length).map(at).collect())
    };
    let posteriors: Vec<_> =
        opinions.iter().map(|o| (o.weight, o.posterior.as_slice())).collect();
    let logs: Vec<Vec<f64>> =
        opinions.iter().map(|o| o.posterior.iter().map(|p| p.ln()).collect()).collect();
    let logs: Vec<_> =
        opinions.iter().zip(&logs).map(|(o, ln)| (o.weight, ln.as_slice())).collect();
    let beliefs: Vec<_> = opinions
        .iter()
        .filter_map(|o| Some((o.weight, o.belief.as_ref()?.coherent.as_slice())))
        .collect();
    let geometric = mean(&logs).and_then(|mut ln| normalise(&mut ln));
    Pool {
        linear: mean(&posteriors).unwrap_or_default(),
        logarithmic: geometric.map(|posterior| posterior.shares().collect()),
        belief: mean(&beliefs),
    }
}

/// The pair of hypotheses and of assessors that an item divides most, if it divides any.
fn disagreement(case: &Case, item: usize, views: &[View]) -> Option<Disagreement> {
    let hypotheses = 0..case.hypotheses.len();
    let pairs = hypotheses.clone().flat_map(|a| hypotheses.clone().map(move |b| (a, b)));
    let mut widest: Option<Disagreement> = None;
    for (a, b) in pairs.filter(|(a, b)| a != b) {
        let ratios =
            views.iter().map(|view| (view, view.told[item][a] - view.told[item][b]));
        let ratios: Vec<_> = ratios.filter(|(_, ratio)| !ratio.is_nan()).collect();
        let most = ratios.iter().copied().reduce(|x, y| if y.1 > x.1 { y } else { x })?;
        let least =
            ratios.iter().copied().reduce(|x, y| if y.1 < x.1 { y } else { x })?;
        let log10 = (most.1 - least.1) / std::f64::consts::LN_10;
        if log10 > widest.as_ref().map_or(1e-9, |w| w.log10 + 1e-9) {
            let of = |(view, ln): (&View, f64)| (view.key.clone(), ln.exp());
            widest = Some(Disagreement {
                item: case.items[item].key.clone(),
                between: (case.name(a).to_owned(), case.name(b).to_owned()),
                most: of(most),
                least: of(least),
                log10,
            });
        }
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::coherent;

    #[test]
    fn judgements_are_moved_to_the_nearest_that_sum_to_one() {
        let near = |given: &[f64], expected: &[f64]| {
            let found = coherent(given);
            let apart = found.iter().zip(expected).map(|(a, b)| (a - b).abs());
            assert!(apart.fold(0.0, f64::max) < 1e-12, "{found:?}");
        };
        near(&[0.5, 0.3, 0.2], &[0.5, 0.3, 0.2]);
        near(&[0.2, 0.1, 0.1], &[0.4, 0.3, 0.3]);
        near(&[1.0, 0.9, 0.0], &[0.55, 0.45, 0.0]);
        near(&[0.9, 0.9, 0.1], &[0.5, 0.5, 0.0]);
        near(&[0.0, 0.0], &[0.5, 0.5]);
    }
}
