//! Average linkage with a floor: groups join while the pairs between them are matched densely
//! enough.
//!
//! The groups with the densest ties join first (Sokal and Michener 1958). Below the floor none
//! do, so that no group falls apart into two that hardly know each other: a single match between
//! two large groups is one of very many pairs.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BinaryHeap},
};

/// The least mean weight of the pairs between two groups that join. A quarter lets a chain of
/// four copies be one group, though each is matched with its neighbours only.
pub(crate) const FLOOR: f64 = 0.25;

/// Groups that grow.
#[derive(Debug)]
pub(crate) struct Linkage {
    /// The sum of the weights to each other group.
    ties: Vec<BTreeMap<usize, f64>>,
    members: Vec<Vec<usize>>,
    /// How often a group has changed.
    age: Vec<u32>,
    queue: BinaryHeap<Candidate>,
}

/// Two groups that could join, as they were when that was seen.
#[derive(Debug, PartialEq)]
struct Candidate {
    density: f64,
    groups: [usize; 2],
    ages: [u32; 2],
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        let density = self.density.total_cmp(&other.density);
        density
            .then_with(|| other.groups.cmp(&self.groups))
            .then(self.ages.cmp(&other.ages))
    }
}

impl Linkage {
    pub(crate) fn new(count: usize) -> Self {
        Linkage {
            ties: vec![BTreeMap::new(); count],
            members: (0..count).map(|one| vec![one]).collect(),
            age: vec![0; count],
            queue: BinaryHeap::new(),
        }
    }

    /// Ties two of the members that groups are made of.
    pub(crate) fn join(&mut self, a: usize, b: usize, weight: f64) {
        self.ties[a].insert(b, weight);
        self.ties[b].insert(a, weight);
    }

    /// The groups; each member is in one.
    pub(crate) fn finish(mut self) -> Vec<Vec<usize>> {
        for group in 0..self.members.len() {
            self.offer(group, |other| group < other);
        }
        while let Some(Candidate { groups, ages, .. }) = self.queue.pop() {
            if groups.map(|group| self.age[group]) == ages {
                self.merge(groups);
            }
        }
        self.members.retain(|members| !members.is_empty());
        self.members
    }

    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 passages")]
    fn offer(&mut self, group: usize, wanted: impl Fn(usize) -> bool) {
        for (&other, &weight) in self.ties[group].iter().filter(|tie| wanted(*tie.0)) {
            let pairs = self.members[group].len() * self.members[other].len();
            let density = weight / pairs as f64;
            if density >= FLOOR {
                let groups = [group.min(other), group.max(other)];
                let ages = groups.map(|group| self.age[group]);
                self.queue.push(Candidate { density, groups, ages });
            }
        }
    }

    fn merge(&mut self, [a, b]: [usize; 2]) {
        // The one with fewer ties moves.
        let few = self.ties[a].len() < self.ties[b].len();
        let [into, from] = if few { [b, a] } else { [a, b] };
        for (other, weight) in std::mem::take(&mut self.ties[from]) {
            self.ties[other].remove(&from);
            if other != into {
                *self.ties[into].entry(other).or_default() += weight;
                *self.ties[other].entry(into).or_default() += weight;
            }
        }
        let moved = std::mem::take(&mut self.members[from]);
        self.members[into].extend(moved);
        self.members[into].sort_unstable();
        self.age[into] += 1;
        self.age[from] += 1;
        self.offer(into, |_| true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(count: usize, ties: &[(usize, usize)]) -> Vec<Vec<usize>> {
        let mut linkage = Linkage::new(count);
        for &(a, b) in ties {
            linkage.join(a, b, 1.0);
        }
        linkage.finish()
    }

    #[test]
    fn a_thread_does_not_join_two_groups() {
        let mut ties = Vec::new();
        for group in [0..5, 5..10] {
            for a in group.clone() {
                ties.extend((a + 1..group.end).map(|b| (a, b)));
            }
        }
        ties.push((4, 5));
        assert_eq!(groups(10, &ties), [vec![0, 1, 2, 3, 4], vec![5, 6, 7, 8, 9]]);
    }

    #[test]
    fn a_short_chain_is_one_group_and_a_long_one_is_not() {
        assert_eq!(groups(4, &[(0, 1), (1, 2), (2, 3)]).len(), 1);
        let long: Vec<(usize, usize)> = (0..29).map(|one| (one, one + 1)).collect();
        assert!(groups(30, &long).len() > 3);
    }

    #[test]
    fn what_is_not_tied_is_alone() {
        assert_eq!(groups(3, &[(0, 2)]), [vec![0, 2], vec![1]]);
    }
}
