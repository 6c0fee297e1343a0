//! Passages of one document, as its matches show them.
//!
//! The ends of matches jitter, and a passage is matched as a whole here and in part there. The
//! longest matched stretches are the passages; a shorter one is of the passage that it lies in.

use super::{Match, Place};
use std::{cmp::Reverse, collections::BTreeMap};

/// A stretch is of a passage that covers this share of it.
const INSIDE: f64 = 0.8;
/// A match joins two passages of which it covers this share each.
const MOST: f64 = 0.5;

/// The passages of all documents.
#[derive(Debug)]
pub(crate) struct Passages {
    pub(crate) places: Vec<Place>,
    /// The passage of each side of each match.
    sides: Vec<usize>,
}

/// A side of a match: its place, and which side it is.
type Side = (Place, usize);

impl Passages {
    pub(crate) fn of(matches: &[Match]) -> Self {
        let mut order: Vec<Side> = matches
            .iter()
            .flat_map(|one| one.places)
            .enumerate()
            .map(|(side, place)| (place, side))
            .collect();
        order.sort_by_key(|&(place, side)| {
            (place.document, Reverse(place.len()), place, side)
        });
        let mut passages = Passages { places: Vec::new(), sides: vec![0; order.len()] };
        for document in order.chunk_by(|a, b| a.0.document == b.0.document) {
            passages.document(document);
        }
        passages
    }

    /// The passages of both sides of a match.
    pub(crate) fn of_match(&self, index: usize) -> [usize; 2] {
        [self.sides[2 * index], self.sides[2 * index + 1]]
    }

    /// The passages of one document; its stretches come longest first.
    fn document(&mut self, stretches: &[Side]) {
        let longest = stretches.first().map_or(0, |(place, _)| place.len());
        let mut begins: BTreeMap<(u32, usize), Vec<Place>> = BTreeMap::new();
        for &(place, side) in stretches {
            let from = place.begin.saturating_sub(longest);
            let near = begins.range((from, 0)..(place.end, 0));
            let inside = near
                .map(|(&(_, passage), _)| passage)
                .filter(|&passage| place.covered_by(self.places[passage]) >= INSIDE);
            // The most covered; then the shortest, which is the one founded last.
            let best = inside
                .max_by_key(|&passage| (place.shared(self.places[passage]), passage));
            let passage = best.unwrap_or_else(|| {
                self.places.push(place);
                self.places.len() - 1
            });
            self.sides[side] = passage;
            let founder = self.places[passage];
            if founder.covered_by(place) >= INSIDE {
                begins.entry((founder.begin, passage)).or_default().push(place);
            }
        }
        for ((_, passage), stretches) in begins {
            self.places[passage] = middle(&stretches);
        }
    }
}

/// The median of the ends: one match that runs on by chance doesn't count.
fn middle(stretches: &[Place]) -> Place {
    let median = |end: fn(&Place) -> u32| {
        let mut ends: Vec<u32> = stretches.iter().map(end).collect();
        ends.sort_unstable();
        ends[(ends.len() - 1) / 2]
    };
    let begin = median(|place| place.begin);
    Place { document: stretches[0].document, begin, end: median(|place| place.end) }
}

/// What matches cover of two passages, as shares of each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Edge {
    pub(crate) shares: [f64; 2],
}

impl Edge {
    /// How strongly it joins its passages, if it covers most of both.
    pub(crate) fn joins(&self) -> Option<f64> {
        let [a, b] = self.shares.map(|share| share.min(1.0));
        (a.min(b) >= MOST).then_some(a.min(b))
    }

    /// Which of the two is an excerpt of the other.
    pub(crate) fn excerpt(&self) -> Option<usize> {
        let [a, b] = self.shares;
        let small = usize::from(b > a);
        (self.joins().is_none() && self.shares[small] >= INSIDE).then_some(small)
    }
}

/// What joins the passages: matches, and the overlaps of passages of one document.
pub(crate) fn edges(
    matches: &[Match],
    passages: &Passages,
) -> BTreeMap<(usize, usize), Edge> {
    let mut edges: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
    for (index, one) in matches.iter().enumerate() {
        let mut sides = [0, 1].map(|side| {
            let passage = passages.of_match(index)[side];
            (passage, one.places[side].covers(passages.places[passage]))
        });
        sides.sort_by_key(|side| side.0);
        let [(a, share), (b, other)] = sides;
        let edge = edges.entry((a, b)).or_default();
        edge.shares[0] += share;
        edge.shares[1] += other;
    }
    overlaps(passages, &mut edges);
    edges
}

fn overlaps(passages: &Passages, edges: &mut BTreeMap<(usize, usize), Edge>) {
    let mut order: Vec<usize> = (0..passages.places.len()).collect();
    order.sort_by_key(|&passage| passages.places[passage]);
    for (at, &a) in order.iter().enumerate() {
        let place = passages.places[a];
        let overlaps = |b: &usize| place.shared(passages.places[*b]) > 0;
        for &b in order[at + 1..].iter().take_while(|b| overlaps(b)) {
            let pair = (a.min(b), a.max(b));
            let [low, high] = [pair.0, pair.1].map(|one| passages.places[one]);
            let edge = Edge { shares: [low.covered_by(high), high.covered_by(low)] };
            if edge.joins().is_some() {
                edges.insert(pair, edge);
            }
        }
    }
}

impl Place {
    /// Which share of another place this covers.
    fn covers(self, other: Place) -> f64 {
        other.covered_by(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(document: u32, begin: u32, end: u32) -> Place {
        Place { document, begin, end }
    }

    fn matched(a: Place, b: Place) -> Match {
        Match { places: [a, b], identity: 1.0 }
    }

    #[test]
    fn stretches_with_uncertain_ends_are_one_passage() {
        let matches = [
            matched(place(0, 0, 100), place(1, 0, 100)),
            matched(place(0, 4, 98), place(2, 0, 94)),
            matched(place(0, 2, 97), place(3, 0, 95)),
            matched(place(0, 200, 260), place(4, 0, 60)),
        ];
        let passages = Passages::of(&matches);
        assert_eq!(passages.places[..2], [place(0, 2, 98), place(0, 200, 260)]);
        assert_eq!(passages.of_match(1)[0], 0);
    }

    #[test]
    fn an_excerpt_belongs_to_the_longer_passage() {
        let matches = [
            matched(place(0, 0, 1000), place(1, 0, 1000)),
            matched(place(0, 300, 400), place(2, 0, 100)),
        ];
        let passages = Passages::of(&matches);
        let [long, short] = passages.of_match(1);
        assert_eq!(passages.places[long], place(0, 0, 1000));
        let edges = edges(&matches, &passages);
        assert_eq!(edges[&(long, short)].excerpt(), Some(1));
        assert_eq!(edges[&(long, passages.of_match(0)[1])].joins(), Some(1.0));
    }
}
