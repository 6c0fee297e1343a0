//! The tree of the greatest weight (Chu and Liu 1965; Edmonds 1967).

use super::support::Weights;

/// The parent of each witness in the best tree; none for a root.
///
/// Each root costs so much that there is one only, if the weights allow one.
pub(crate) fn branching(weights: &Weights) -> Vec<Option<usize>> {
    /// More than any weight of a passage.
    const ROOT: f64 = 1e9;
    let count = weights.root.len();
    let mut matrix = vec![vec![f64::NEG_INFINITY; count + 1]; count + 1];
    for (copy, row) in matrix.iter_mut().take(count).enumerate() {
        row[count] = weights.root[copy] - ROOT;
        for (model, weight) in weights.models[copy].iter().enumerate() {
            row[model] = weight.unwrap_or(f64::NEG_INFINITY);
        }
    }
    let parents = best_tree(&matrix);
    parents[..count].iter().map(|&parent| (parent < count).then_some(parent)).collect()
}

/// By node and parent; the last node is the root. Cycles of best parents are made one node until
/// there is none.
fn best_tree(matrix: &[Vec<f64>]) -> Vec<usize> {
    let root = matrix.len() - 1;
    let mut parents: Vec<usize> = matrix.iter().map(|row| best(row)).collect();
    parents[root] = root;
    let Some(cycle) = cycle(&parents) else { return parents };
    // Nodes outside the cycle keep their order; the cycle is the one before the root.
    let outside: Vec<usize> = (0..root).filter(|node| !cycle.contains(node)).collect();
    let (one, top) = (outside.len(), outside.len() + 1);
    let whole = |node: usize| outside.get(node).copied().unwrap_or(root);
    let mut small = vec![vec![f64::NEG_INFINITY; top + 1]; top + 1];
    // How the cycle is entered from each node, and which of its nodes leads to each.
    let mut entry = vec![cycle[0]; top + 1];
    let mut exit = vec![cycle[0]; top + 1];
    for node in (0..=top).filter(|&node| node != one) {
        let full = whole(node);
        for other in (0..=top).filter(|&other| other != one && node != top) {
            small[node][other] = matrix[full][whole(other)];
        }
        let gain =
            |&member: &usize| matrix[member][full] - matrix[member][parents[member]];
        entry[node] = first_best(&cycle, gain);
        small[one][node] = gain(&entry[node]);
        if node != top {
            exit[node] = first_best(&cycle, |&member| matrix[full][member]);
            small[node][one] = matrix[full][exit[node]];
        }
    }
    let found = best_tree(&small);
    for node in 0..one {
        let parent = found[node];
        parents[outside[node]] = if parent == one { exit[node] } else { whole(parent) };
    }
    parents[entry[found[one]]] = whole(found[one]);
    parents
}

fn best(row: &[f64]) -> usize {
    let columns: Vec<usize> = (0..row.len()).collect();
    first_best(&columns, |&column| row[column])
}

/// The first of those with the greatest value.
fn first_best(nodes: &[usize], value: impl Fn(&usize) -> f64) -> usize {
    let mut best = nodes[0];
    for node in nodes {
        if value(node) > value(&best) {
            best = *node;
        }
    }
    best
}

/// Nodes that are each other's parents; the root is its own.
fn cycle(parents: &[usize]) -> Option<Vec<usize>> {
    let root = parents.len() - 1;
    let mut seen = vec![usize::MAX; parents.len()];
    seen[root] = root;
    for start in 0..root {
        let mut node = start;
        while seen[node] == usize::MAX {
            seen[node] = start;
            node = parents[node];
        }
        if seen[node] == start {
            let mut cycle = vec![node];
            let mut next = parents[node];
            while next != node {
                cycle.push(next);
                next = parents[next];
            }
            cycle.sort_unstable();
            return Some(cycle);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_of_best_parents_is_broken_where_it_costs_least() {
        let models = vec![
            vec![None, Some(10.0), Some(1.0)],
            vec![Some(12.0), None, Some(9.0)],
            vec![Some(5.0), Some(11.0), None],
        ];
        let found = branching(&Weights { models, root: vec![0.0; 3] });
        // 0 under 1 (10), 2 under 1 (11) with 1 as the root make 21; 1 under 0, 2 under 1 make 23.
        assert_eq!(found, [None, Some(0), Some(1)]);
    }

    /// The best weight found by going through all parents.
    fn best_weight(weights: &Weights) -> f64 {
        let count = weights.root.len();
        let all = (count + 1).pow(count as u32);
        let weight = |code: usize| {
            let parents: Vec<usize> = (0..count)
                .map(|at| code / (count + 1).pow(at as u32) % (count + 1))
                .collect();
            let rises = |from: usize| {
                let mut at = from;
                (0..count).any(|_| {
                    let above = parents[at];
                    at = above.min(count - 1);
                    above == count
                })
            };
            let one = parents.iter().filter(|&&parent| parent == count).count() == 1;
            let sum =
                (0..count).map(|copy| match weights.models[copy].get(parents[copy]) {
                    Some(weight) => weight.unwrap_or(f64::NEG_INFINITY),
                    None => weights.root[copy],
                });
            let tree = one && (0..count).all(rises);
            if tree { sum.sum::<f64>() } else { f64::NEG_INFINITY }
        };
        (0..all).map(weight).fold(f64::NEG_INFINITY, f64::max)
    }

    #[test]
    fn no_tree_weighs_more() {
        let mut state = 3_u64;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(12_345);
            f64::from((state >> 40) as u32 % 1000)
        };
        for _ in 0..50 {
            let models: Vec<Vec<Option<f64>>> = (0..5)
                .map(|copy| (0..5).map(|model| (model != copy).then(&mut draw)).collect())
                .collect();
            let weights = Weights { models, root: (0..5).map(|_| draw()).collect() };
            let found = branching(&weights);
            let sum: f64 = found
                .iter()
                .enumerate()
                .map(|(copy, parent)| match parent {
                    Some(model) => weights.models[copy][*model].unwrap(),
                    None => weights.root[copy],
                })
                .sum();
            assert!((sum - best_weight(&weights)).abs() < 1e-6);
        }
    }
}
