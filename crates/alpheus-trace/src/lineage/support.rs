//! How sure each parent is: its share among all possible trees.
//!
//! A tree's weight is the product of its edges' weights. The share of the trees in which one
//! witness is copied from another follows from random walks (Wilson 1996; Tutte's matrix-tree
//! theorem gives the same): with the copy cut off, the rest form trees below the root or
//! below the copy, and the share of those in which the model is not below its own copy is the
//! chance that a walk from parent to parent, begun at the model, reaches the root before the
//! copy. The chances are found by taking states out of the walk one by one without ever
//! subtracting (Grassmann, Taksar and Heyman 1985), so that they are exact however uneven the
//! weights are.

use rayon::prelude::*;

/// The weights of all edges: logarithms, `None` where there can be none.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// By copy and model.
    pub(crate) models: Vec<Vec<Option<f64>>>,
    /// By copy: that it has no model here.
    pub(crate) root: Vec<f64>,
}

/// The shares of all parents of each witness.
#[derive(Clone, Debug)]
pub(crate) struct Support {
    /// By copy and model; each row and its root's share add up to 1.
    pub(crate) models: Vec<Vec<f64>>,
    pub(crate) root: Vec<f64>,
}

/// Two roots where one would do are as good as ruled out.
const LONE_ROOT: f64 = -25.0;
/// What is less likely than this is as good as impossible.
const LEAST: f64 = -600.0;

pub(crate) fn support(weights: &Weights) -> Support {
    let odds = odds(weights);
    let count = weights.root.len();
    let rows: Vec<(Vec<f64>, f64)> =
        (0..count).into_par_iter().map(|copy| shares(&odds, copy)).collect();
    let (models, root) = rows.into_iter().unzip();
    Support { models, root }
}

/// Weights without logarithms, beside the best of each copy.
struct Odds {
    models: Vec<Vec<f64>>,
    root: Vec<f64>,
}

fn odds(weights: &Weights) -> Odds {
    let best = |row: &Vec<Option<f64>>| row.iter().flatten().copied().reduce(f64::max);
    let tops: Vec<Option<f64>> = weights.models.iter().map(best).collect();
    let roots: Vec<Option<f64>> =
        tops.iter().zip(&weights.root).map(|(top, root)| Some(root - (*top)?)).collect();
    // All trees with one root have one such weight, so that they keep their proportions.
    let most = roots.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
    let lift = if most < LONE_ROOT { LONE_ROOT - most } else { 0.0 };
    let root =
        roots.iter().map(|root| root.map_or(1.0, |root| exp(root + lift))).collect();
    let row = |(row, top): (&Vec<Option<f64>>, &Option<f64>)| {
        let odd = |weight: &Option<f64>| match (weight, top) {
            (Some(weight), Some(top)) => exp(weight - top),
            _ => 0.0,
        };
        row.iter().map(odd).collect()
    };
    Odds { models: weights.models.iter().zip(&tops).map(row).collect(), root }
}

fn exp(log: f64) -> f64 {
    log.max(LEAST).exp()
}

/// The shares of the parents of one copy.
fn shares(odds: &Odds, copy: usize) -> (Vec<f64>, f64) {
    let reach = reach(odds, copy);
    let mut row: Vec<f64> =
        odds.models[copy].iter().zip(&reach).map(|(odd, reach)| odd * reach).collect();
    row[copy] = 0.0;
    let root = odds.root[copy];
    let sum = root + row.iter().sum::<f64>();
    for share in &mut row {
        *share /= sum;
    }
    (row, root / sum)
}

/// The chance of a walk from each witness to reach the root before the copy.
fn reach(odds: &Odds, copy: usize) -> Vec<f64> {
    let count = odds.root.len();
    let mut to = odds.models.clone();
    let mut root = odds.root.clone();
    let mut leave = vec![0.0; count];
    let states: Vec<usize> = (0..count).filter(|&state| state != copy).collect();
    for (done, &state) in states.iter().enumerate() {
        let rest = &states[done + 1..];
        let onward = |to: &[f64]| rest.iter().map(|&next| to[next]).sum::<f64>();
        leave[state] = onward(&to[state]) + to[state][copy] + root[state];
        let gone = to[state].clone();
        for &before in rest {
            let share = to[before][state] / leave[state];
            if share > 0.0 {
                for &next in rest {
                    to[before][next] += share * gone[next];
                }
                to[before][copy] += share * gone[copy];
                root[before] += share * root[state];
            }
        }
    }
    let mut reach = vec![0.0; count];
    for (done, &state) in states.iter().enumerate().rev() {
        let rest = states[done + 1..].iter();
        let onward: f64 = rest.map(|&next| to[state][next] * reach[next]).sum();
        reach[state] = (root[state] + onward) / leave[state];
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shares found by going through all trees.
    fn counted(weights: &Weights) -> Support {
        let count = weights.root.len();
        let mut models = vec![vec![0.0; count]; count];
        let (mut root, mut sum) = (vec![0.0; count], 0.0);
        let mut parents = vec![0; count];
        loop {
            let is_tree = (0..count).all(|from| {
                let mut at = from;
                (0..=count).any(|_| {
                    let above = parents[at];
                    at = if above == count { at } else { above };
                    above == count
                })
            });
            if is_tree {
                let of = |(copy, &parent): (usize, &usize)| match weights.models[copy]
                    .get(parent)
                {
                    Some(weight) => weight.map_or(0.0, f64::exp),
                    None => weights.root[copy].exp(),
                };
                let weight: f64 = parents.iter().enumerate().map(of).product();
                sum += weight;
                for (copy, &parent) in parents.iter().enumerate() {
                    match models[copy].get_mut(parent) {
                        Some(share) => *share += weight,
                        None => root[copy] += weight,
                    }
                }
            }
            let Some(next) = parents.iter().position(|&parent| parent < count) else {
                break;
            };
            parents[..next].fill(0);
            parents[next] += 1;
        }
        models.iter_mut().flatten().chain(&mut root).for_each(|share| *share /= sum);
        Support { models, root }
    }

    #[test]
    fn the_shares_are_those_of_all_trees() {
        let mut state = 5_u64;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99_991);
            f64::from((state >> 40) as u32 % 1000) / 200.0
        };
        for count in 1..5 {
            let mut weight = |copy, model| {
                (copy != model).then(&mut draw).filter(|weight| *weight > 0.5)
            };
            let models: Vec<Vec<Option<f64>>> = (0..count)
                .map(|copy| (0..count).map(|model| weight(copy, model)).collect())
                .collect();
            let weights =
                Weights { models, root: (0..count).map(|_| draw() - 2.0).collect() };
            let (found, all) = (support(&weights), counted(&weights));
            let pairs = found.models.iter().flatten().zip(all.models.iter().flatten());
            for (found, all) in pairs.chain(found.root.iter().zip(&all.root)) {
                assert!((found - all).abs() < 1e-9, "{found} {all}");
            }
        }
    }

    #[test]
    fn two_that_are_equal_are_each_half() {
        // Both are far likelier a copy of the other than to have no model.
        let models = vec![vec![None, Some(900.0)], vec![Some(900.0), None]];
        let found = support(&Weights { models, root: vec![0.0, 0.0] });
        assert!((found.models[0][1] - 0.5).abs() < 1e-9, "{found:?}");
        assert!((found.root[0] - 0.5).abs() < 1e-9);
    }
}
