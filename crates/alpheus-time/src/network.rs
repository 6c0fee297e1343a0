//! The simple temporal network: what is said about days, and whether it can all be true.
//!
//! Variables are the unknown days of events; a constraint says that `to − from` lies in
//! `[min, max]` days. Dechter, Meiri and Pearl, "Temporal constraint networks" (*Artificial
//! Intelligence* 49, 1991), show that such a network has a solution exactly when its distance
//! graph has no negative cycle, so the constraints on a negative cycle are a conflict.
//!
//! Constraints come one by one, and the network always holds a solution of those accepted
//! (a *potential*). Adding an edge repairs the potential where it is hurt, after Cotton and
//! Maler, "Fast and flexible difference constraint propagation for DPLL(T)" (*SAT* 2006):
//! the work is that of a Dijkstra search over the variables whose value must change, and an
//! edge that can't be repaired closes a negative cycle. That constraint is then left out, and
//! the rest goes on, so one run finds many conflicts.
//!
//! Every constraint bears the tag of the statement that it came from. The conflict handed
//! back has the fewest edges of all that the new constraint closes, and none of its tags can
//! be spared.
//!
//! # Example: three statements that can't all be true
//! ```
//! use alpheus_time::network::Network;
//! let mut network = Network::new();
//! let (origin, siege, relief) = (network.variable(), network.variable(), network.variable());
//! // The siege began on day 100; the relief came on day 150 ...
//! assert!(network.add(origin, siege, 100, 100, 1).is_ok());
//! assert!(network.add(origin, relief, 150, 150, 2).is_ok());
//! // ... and "exactly three weeks later".
//! let conflict = network.add(siege, relief, 21, 21, 3).unwrap_err();
//! assert_eq!(conflict.tags, [3, 2, 1]);
//! ```

use rustc_hash::FxHashMap;
use std::{cmp::Reverse, collections::BinaryHeap};

/// A day that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variable(u32);

/// Statements that can't all be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Their tags, that of the refused constraint first, then in the order of the cycle.
    /// None can be left out.
    pub tags: Vec<u32>,
    /// By how many days they contradict each other.
    pub excess: i64,
}

/// No bound: further than any day from any other.
///
/// Small enough that a path over millions of such constraints still fits an `i64`.
pub const UNBOUNDED: i64 = 1 << 40;

/// `to − from <= weight`.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: u32,
    to: u32,
    weight: i64,
    tag: u32,
}

/// Difference constraints over days, and a solution of those accepted.
#[derive(Clone, Debug, Default)]
pub struct Network {
    edges: Vec<Edge>,
    /// The edges that leave a variable.
    leaving: Vec<Vec<u32>>,
    /// A solution of all edges.
    potential: Vec<i64>,
    /// How much a variable must still fall, kept between searches to spare allocation.
    fall: FxHashMap<u32, i64>,
}

impl Network {
    /// A network with no variable.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new variable.
    pub fn variable(&mut self) -> Variable {
        self.leaving.push(Vec::new());
        self.potential.push(0);
        Variable(self.leaving.len() as u32 - 1)
    }

    /// Says that `to − from` lies in `[min, max]` days; [`UNBOUNDED`] (or its negative) says
    /// nothing. Bounds beyond it are drawn in.
    ///
    /// # Errors
    /// The smallest conflict that it closes; the network is then as if it had not been said.
    pub fn add(
        &mut self,
        from: Variable,
        to: Variable,
        min: i64,
        max: i64,
        tag: u32,
    ) -> Result<(), Conflict> {
        if min > max {
            return Err(Conflict { tags: vec![tag], excess: min.saturating_sub(max) });
        }
        let mark = self.edges.len();
        let up = Edge { from: from.0, to: to.0, weight: max, tag };
        let down = Edge { from: to.0, to: from.0, weight: min.saturating_neg(), tag };
        let both = [up, down].map(|e| Edge { weight: e.weight.max(-UNBOUNDED), ..e });
        for edge in both.iter().filter(|e| e.weight < UNBOUNDED) {
            if !self.insert(*edge) {
                self.roll_back(mark);
                return Err(self.explain(*edge, &both));
            }
        }
        Ok(())
    }

    /// A mark to [`roll back`](Self::roll_back) to.
    pub fn mark(&self) -> usize {
        self.edges.len()
    }

    /// Takes back all constraints added since `mark` (variables stay). The solution held
    /// stays one, since fewer constraints can't break it.
    pub fn roll_back(&mut self, mark: usize) {
        for edge in self.edges.drain(mark.min(self.edges.len())..) {
            self.leaving[edge.from as usize].pop();
        }
    }

    /// A day for a variable that satisfies all accepted constraints (with the same for the
    /// others), up to a common shift.
    pub fn solution(&self, variable: Variable) -> i64 {
        self.potential[variable.0 as usize]
    }

    /// Takes an edge in; `false` where it closes a negative cycle.
    fn insert(&mut self, edge: Edge) -> bool {
        if edge.from == edge.to {
            return edge.weight >= 0;
        }
        if !self.repair(edge) {
            return false;
        }
        self.leaving[edge.from as usize].push(self.edges.len() as u32);
        self.edges.push(edge);
        true
    }

    /// Lowers the potential until `edge` holds too; `false` (and nothing changed) where it
    /// closes a negative cycle.
    fn repair(&mut self, edge: Edge) -> bool {
        let slack = |potential: &[i64], e: &Edge, from: i64| {
            from + e.weight - potential[e.to as usize]
        };
        let first = slack(&self.potential, &edge, self.potential[edge.from as usize]);
        if first >= 0 {
            return true;
        }
        // The most urgent first: a variable popped has its final value.
        let mut heap = BinaryHeap::from([(Reverse(first), edge.to)]);
        let mut done: Vec<(u32, i64)> = Vec::new();
        self.fall.clear();
        self.fall.insert(edge.to, first);
        while let Some((Reverse(fall), at)) = heap.pop() {
            if self.fall.get(&at) != Some(&fall) {
                continue;
            }
            if at == edge.from {
                for &(at, old) in &done {
                    self.potential[at as usize] = old;
                }
                return false;
            }
            self.fall.insert(at, 0);
            let old = self.potential[at as usize];
            done.push((at, old));
            self.potential[at as usize] = old + fall;
            for &next in &self.leaving[at as usize] {
                let next = &self.edges[next as usize];
                let fall = slack(&self.potential, next, old + fall);
                if fall < *self.fall.get(&next.to).unwrap_or(&0) {
                    self.fall.insert(next.to, fall);
                    heap.push((Reverse(fall), next.to));
                }
            }
        }
        true
    }

    /// The conflict that `edge` closes: the cycle of fewest edges, then freed of the tags
    /// that it can spare.
    fn explain(&self, edge: Edge, refused: &[Edge; 2]) -> Conflict {
        if edge.from == edge.to {
            return Conflict { tags: vec![edge.tag], excess: -edge.weight };
        }
        let cycle = self.shortest_cycle(edge);
        let excess = -cycle.iter().map(|e| e.weight).sum::<i64>();
        let mut tags: Vec<u32> = Vec::new();
        for e in &cycle {
            if !tags.contains(&e.tag) {
                tags.push(e.tag);
            }
        }
        self.spare(&mut tags, &cycle, refused);
        Conflict { tags, excess }
    }

    /// The negative cycle of fewest edges through `edge`, which comes first.
    ///
    /// Bellman and Ford by layers: after `k` rounds the distance to a variable is that of
    /// the best walk of at most `k` edges. Without `edge` there is no negative cycle, so the
    /// first walk back to its start that is too short is a path.
    fn shortest_cycle(&self, edge: Edge) -> Vec<Edge> {
        let mut best: FxHashMap<u32, i64> = FxHashMap::default();
        let mut layers: Vec<Vec<(u32, i64, u32)>> = vec![vec![(edge.to, 0, u32::MAX)]];
        best.insert(edge.to, 0);
        loop {
            let mut layer: Vec<(u32, i64, u32)> = Vec::new();
            let mut place: FxHashMap<u32, usize> = FxHashMap::default();
            for &(at, distance, _) in layers.last().into_iter().flatten() {
                for &index in &self.leaving[at as usize] {
                    let next = &self.edges[index as usize];
                    let reached = distance + next.weight;
                    if best.get(&next.to).is_some_and(|&known| known <= reached) {
                        continue;
                    }
                    best.insert(next.to, reached);
                    let entry = (next.to, reached, index);
                    if let Some(&at) = place.get(&next.to) {
                        layer[at] = entry;
                    } else {
                        place.insert(next.to, layer.len());
                        layer.push(entry);
                    }
                }
            }
            let closed = best.get(&edge.from).is_some_and(|d| d + edge.weight < 0);
            let ended = layer.is_empty();
            layers.push(layer);
            if closed || ended {
                return self.walk_back(edge, &layers);
            }
        }
    }

    fn walk_back(&self, edge: Edge, layers: &[Vec<(u32, i64, u32)>]) -> Vec<Edge> {
        let mut path = Vec::new();
        let mut at = edge.from;
        for layer in layers.iter().rev() {
            let Some(&(_, _, index)) = layer.iter().find(|(to, ..)| *to == at) else {
                continue;
            };
            if index == u32::MAX {
                break;
            }
            let back = self.edges[index as usize];
            path.push(back);
            at = back.from;
        }
        path.push(edge);
        path.reverse();
        path
    }

    /// The deletion filter of Chinneck and Dravnieks (*ORSA Journal on Computing* 3, 1991):
    /// a tag without which the rest still conflicts is not part of the conflict. All edges
    /// of a tag count, not only those on the cycle.
    fn spare(&self, tags: &mut Vec<u32>, cycle: &[Edge], refused: &[Edge; 2]) {
        if tags.len() <= 2 {
            return;
        }
        let mut near: Vec<Edge> = refused.to_vec();
        for at in cycle.iter().map(|e| e.from) {
            near.extend(
                self.leaving[at as usize].iter().map(|&i| self.edges[i as usize]),
            );
        }
        let mut i = 1;
        while i < tags.len() {
            let kept: Vec<Edge> = near
                .iter()
                .filter(|e| e.tag != tags[i] && tags.contains(&e.tag))
                .copied()
                .collect();
            if negative_cycle(&kept) {
                tags.remove(i);
            } else {
                i += 1;
            }
        }
    }

    /// The least and greatest `to − from` that the accepted constraints allow;
    /// ±[`UNBOUNDED`] where they say nothing.
    ///
    /// # Example: what follows
    /// ```
    /// use alpheus_time::network::Network;
    /// let mut network = Network::new();
    /// let (a, b, c) = (network.variable(), network.variable(), network.variable());
    /// network.add(a, b, 1, 3, 0).expect("nothing contradicts it");
    /// network.add(b, c, 10, 20, 1).expect("nothing contradicts it");
    /// assert_eq!(network.bounds(a, c), (11, 23));
    /// ```
    pub fn bounds(&self, from: Variable, to: Variable) -> (i64, i64) {
        let max = self.distance(from.0, to.0).unwrap_or(UNBOUNDED);
        let min = self.distance(to.0, from.0).map_or(-UNBOUNDED, |d| -d);
        (min, max)
    }

    /// Dijkstra over the edges reduced by the potential, which are not negative (Johnson,
    /// *Journal of the ACM* 24, 1977).
    fn distance(&self, from: u32, to: u32) -> Option<i64> {
        let potential = |at: u32| self.potential[at as usize];
        let mut best: FxHashMap<u32, i64> = FxHashMap::default();
        let mut heap = BinaryHeap::from([(Reverse(0), from)]);
        best.insert(from, 0);
        while let Some((Reverse(distance), at)) = heap.pop() {
            if at == to {
                return Some(distance + potential(to) - potential(from));
            }
            if best.get(&at).is_some_and(|&known| known < distance) {
                continue;
            }
            for &index in &self.leaving[at as usize] {
                let edge = &self.edges[index as usize];
                let reached = distance + edge.weight + potential(at) - potential(edge.to);
                if best.get(&edge.to).is_none_or(|&known| reached < known) {
                    best.insert(edge.to, reached);
                    heap.push((Reverse(reached), edge.to));
                }
            }
        }
        None
    }
}

/// Bellman and Ford from everywhere at once, for the few edges of a conflict.
fn negative_cycle(edges: &[Edge]) -> bool {
    let mut distance: FxHashMap<u32, i64> = FxHashMap::default();
    let variables = 1 + edges.len();
    for _ in 0..=variables {
        let mut changed = false;
        for edge in edges {
            let reached = distance.get(&edge.from).unwrap_or(&0) + edge.weight;
            let known = distance.entry(edge.to).or_insert(0);
            if reached < *known {
                *known = reached;
                changed = true;
            }
        }
        if !changed {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator (xorshift), so that the trials are the same in every run.
    struct Trials(u64);

    impl Trials {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % limit
        }
    }

    #[derive(Clone, Copy)]
    struct Said {
        from: Variable,
        to: Variable,
        min: i64,
        max: i64,
        tag: u32,
    }

    fn edges(said: &[Said]) -> Vec<Edge> {
        let both = |s: &Said| {
            let up = Edge { from: s.from.0, to: s.to.0, weight: s.max, tag: s.tag };
            [up, Edge { from: s.to.0, to: s.from.0, weight: -s.min, tag: s.tag }]
        };
        said.iter().flat_map(both).collect()
    }

    fn trial(seed: u64) {
        let mut random = Trials(seed * 2 + 1);
        let mut network = Network::new();
        let variables: Vec<Variable> = (0..7).map(|_| network.variable()).collect();
        let mut accepted: Vec<Said> = Vec::new();
        for tag in 0..30 {
            let min = random.below(40).cast_signed() - 20;
            let said = Said {
                from: variables[random.below(7) as usize],
                to: variables[random.below(7) as usize],
                min,
                max: min + random.below(12).cast_signed(),
                tag,
            };
            let mut all = accepted.clone();
            all.push(said);
            let impossible = negative_cycle(&edges(&all));
            match network.add(said.from, said.to, said.min, said.max, tag) {
                Ok(()) => {
                    assert!(!impossible, "accepted what brute force refuses");
                    accepted = all;
                }
                Err(conflict) => {
                    assert!(impossible, "refused what brute force accepts");
                    assert_minimal(&conflict, &all, tag);
                }
            }
            for s in &accepted {
                let gap = network.solution(s.to) - network.solution(s.from);
                assert!((s.min..=s.max).contains(&gap), "not a solution");
            }
        }
    }

    fn assert_minimal(conflict: &Conflict, all: &[Said], refused: u32) {
        assert_eq!(conflict.tags[0], refused);
        assert!(conflict.excess > 0);
        let with = |tags: &[u32]| -> Vec<Said> {
            all.iter().filter(|s| tags.contains(&s.tag)).copied().collect()
        };
        assert!(negative_cycle(&edges(&with(&conflict.tags))), "no conflict at all");
        for spared in &conflict.tags {
            let rest: Vec<u32> =
                conflict.tags.iter().filter(|t| *t != spared).copied().collect();
            assert!(!negative_cycle(&edges(&with(&rest))), "{spared} can be spared");
        }
    }

    #[test]
    fn agrees_with_brute_force() {
        for seed in 1..400 {
            trial(seed);
        }
    }

    #[test]
    fn bounds_are_the_tightest() {
        let mut network = Network::new();
        let v: Vec<Variable> = (0..4).map(|_| network.variable()).collect();
        network.add(v[0], v[1], 2, 5, 0).unwrap();
        network.add(v[1], v[2], -3, 4, 1).unwrap();
        network.add(v[0], v[2], 0, 3, 2).unwrap();
        assert_eq!(network.bounds(v[0], v[2]), (0, 3));
        assert_eq!(network.bounds(v[1], v[2]), (-3, 1));
        assert_eq!(network.bounds(v[0], v[3]), (-UNBOUNDED, UNBOUNDED));
    }

    #[test]
    fn a_refused_constraint_leaves_no_trace() {
        let mut network = Network::new();
        let (a, b) = (network.variable(), network.variable());
        network.add(a, b, 10, 10, 0).unwrap();
        let mark = network.mark();
        // Its upper bound alone would be accepted.
        assert_eq!(network.add(a, b, 20, 30, 1).unwrap_err().tags, [1, 0]);
        assert_eq!(network.mark(), mark);
        assert_eq!(network.bounds(a, b), (10, 10));
        network.roll_back(0);
        assert!(network.add(a, b, 20, 30, 1).is_ok());
    }

    #[test]
    fn unbounded_and_absurd_bounds_are_taken() {
        let mut network = Network::new();
        let (a, b) = (network.variable(), network.variable());
        assert!(network.add(a, b, i64::MIN, i64::MAX, 0).is_ok());
        assert!(network.add(a, b, 5, 4, 1).is_err());
        assert!(network.add(a, a, 1, 2, 2).is_err());
        assert!(network.add(a, a, 0, 0, 3).is_ok());
        assert_eq!(network.bounds(a, b), (-UNBOUNDED, UNBOUNDED));
    }

    #[test]
    fn many_small_components_stay_cheap() {
        let mut network = Network::new();
        let mut conflicts = 0;
        for group in 0..20_000_u32 {
            let v: Vec<Variable> = (0..6).map(|_| network.variable()).collect();
            for pair in v.windows(2) {
                network.add(pair[0], pair[1], 1, 2, group).unwrap();
            }
            conflicts += u32::from(network.add(v[0], v[5], 11, 20, group).is_err());
        }
        assert_eq!(conflicts, 20_000);
    }
}
