//! The order in which variables are eliminated.

use super::Network;
use std::collections::BTreeSet;

/// A variable, with what is still connected to it when it is eliminated.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) variable: usize,
    pub(super) neighbours: Vec<usize>,
}

/// Eliminates each time the variable that adds the fewest edges; of equals, the one with the
/// smallest table, then the first.
pub(super) fn least_fill(network: &Network) -> Vec<Step> {
    let mut graph = moral(network);
    let mut left: BTreeSet<usize> = (0..graph.len()).collect();
    let mut cost: Vec<_> = left.iter().map(|&at| cost_of(network, &graph, at)).collect();
    let mut order = Vec::with_capacity(graph.len());
    while let Some(&variable) = left.iter().min_by(|&&a, &&b| compare(cost[a], cost[b])) {
        left.remove(&variable);
        let neighbours: Vec<usize> = graph[variable].iter().copied().collect();
        for (i, &a) in neighbours.iter().enumerate() {
            graph[a].remove(&variable);
            for &b in &neighbours[i + 1..] {
                graph[a].insert(b);
                graph[b].insert(a);
            }
        }
        // Edges were added between the neighbours; what sees two of them counts anew.
        let mut touched: BTreeSet<usize> = neighbours.iter().copied().collect();
        for &neighbour in &neighbours {
            touched.extend(&graph[neighbour]);
        }
        for at in touched {
            cost[at] = cost_of(network, &graph, at);
        }
        order.push(Step { variable, neighbours });
    }
    order
}

fn compare(a: (usize, f64), b: (usize, f64)) -> std::cmp::Ordering {
    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
}

/// Each variable is connected to its parents, and these to each other.
fn moral(network: &Network) -> Vec<BTreeSet<usize>> {
    let mut graph = vec![BTreeSet::new(); network.variables().len()];
    for (at, variable) in network.variables().iter().enumerate() {
        let family = variable.parents.iter().copied().chain([at]);
        for a in family.clone() {
            graph[a].extend(family.clone().filter(|&b| b != a));
        }
    }
    graph
}

/// How many edges eliminating a variable would add, and how large a table it needs.
fn cost_of(network: &Network, graph: &[BTreeSet<usize>], at: usize) -> (usize, f64) {
    let around: Vec<usize> = graph[at].iter().copied().collect();
    let missing = |(i, &a): (usize, &usize)| {
        around[i + 1..].iter().filter(|b| !graph[a].contains(b)).count()
    };
    let fill = around.iter().enumerate().map(missing).sum();
    let size = around.iter().chain([&at]).map(|&v| states(network, v)).product();
    (fill, size)
}

#[expect(clippy::cast_precision_loss, reason = "a variable has few states")]
pub(super) fn states(network: &Network, variable: usize) -> f64 {
    network.variables()[variable].states.len() as f64
}
