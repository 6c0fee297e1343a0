//! Clusters: passages that several documents share, from the matches between two each.
//!
//! The connected components of all matches are no clusters: a phrase that everybody uses joins
//! everything. Here a match joins two passages only if it covers most of both; groups of passages
//! join only if they are densely matched (average linkage with a floor, the guarantee that
//! Traag, Waltman and van Eck 2019 ask of a community: no part of it hangs on a thread); and an
//! excerpt is put to the longer passage that it is from only if there is one such. What is
//! left over (a phrase common to two clusters) is clustered by itself in the next round.
//! `docs/lineage.md` tells it at length.

mod excerpt;
mod linkage;
mod passage;
mod pieces;
mod row;

pub use row::{Source, rows};

use linkage::Linkage;
use passage::Passages;
use std::collections::BTreeMap;

/// A stretch of a document, half open, in bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which document, counted from 0.
    pub document: u32,
    /// Its first byte.
    pub begin: u32,
    /// The byte after its last.
    pub end: u32,
}

impl Place {
    /// How many bytes it has.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.begin)
    }

    /// Whether it has none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// How many bytes two places have in common.
    pub(crate) fn shared(self, other: Place) -> u32 {
        let within = self.end.min(other.end).saturating_sub(self.begin.max(other.begin));
        if self.document == other.document { within } else { 0 }
    }

    /// Which share of this place another covers, from 0 to 1.
    pub(crate) fn covered_by(self, other: Place) -> f64 {
        f64::from(self.shared(other)) / f64::from(self.len().max(1))
    }
}

/// The same words in two documents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Where they stand in both.
    pub places: [Place; 2],
    /// The share of equal letters, from 0 to 1.
    pub identity: f64,
}

/// What is clustered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grouping {
    /// The fewest bytes of a match, on its longer side.
    pub least_length: u32,
    /// The least share of equal letters, from 0 to 1.
    pub least_identity: f64,
    /// Whether matches within a series count.
    pub within_series: bool,
    /// The most that a cluster may be one of boilerplate (see [`Cluster::boilerplate`]).
    pub most_boilerplate: f64,
    /// Up to how many bytes pieces of one passage may stand apart.
    pub gap: u32,
}

impl Default for Grouping {
    fn default() -> Self {
        Grouping {
            least_length: 0,
            least_identity: 0.0,
            within_series: false,
            most_boilerplate: 1.0,
            gap: 600,
        }
    }
}

/// A passage with all its witnesses.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where it stands, in the order of documents and places; none overlap.
    pub places: Vec<Place>,
    /// How many documents have it.
    pub size: usize,
    /// From 0, where all documents are of different series, to 1, where all are of one.
    pub boilerplate: f64,
}

/// Clusters of the passages that matches join, the largest first.
///
/// `series` has the series of each document, as numbers; a document that it does not reach is a
/// series of its own. The order of the matches is of no account.
///
/// # Example: a copy of a copy
/// ```
/// use alpheus_trace::cluster::{Grouping, Match, Place, clusters};
/// let place = |document, begin, end| Place { document, begin, end };
/// let of = |a, b| Match { places: [a, b], identity: 0.98 };
/// let matches = [
///     of(place(0, 100, 400), place(1, 0, 300)),
///     of(place(1, 2, 298), place(2, 50, 346)),
/// ];
/// let found = clusters(&matches, &[], Grouping::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].size, 3);
/// ```
pub fn clusters(matches: &[Match], series: &[u32], grouping: Grouping) -> Vec<Cluster> {
    let series = |place: Place| {
        let own = u64::from(place.document) | 1 << 32;
        series.get(place.document as usize).map_or(own, |&of| u64::from(of))
    };
    let wanted = |one: &&Match| {
        let [a, b] = one.places;
        a.document != b.document
            && !a.is_empty()
            && !b.is_empty()
            && a.len().max(b.len()) >= grouping.least_length
            && one.identity >= grouping.least_identity
            && (grouping.within_series || series(a) != series(b))
    };
    let mut rest: Vec<Match> = matches.iter().filter(wanted).map(ordered).collect();
    rest.sort_by(|a, b| a.places.cmp(&b.places).then(a.identity.total_cmp(&b.identity)));
    rest.dedup_by_key(|one| one.places);
    let mut found = Vec::new();
    while !rest.is_empty() {
        let before = rest.len();
        found.extend(layer(&mut rest, grouping.gap));
        if rest.len() == before {
            found.extend(rest.pop().map(|one| one.places.to_vec()));
        }
    }
    let mut clusters: Vec<Cluster> =
        found.into_iter().map(|places| cluster(places, series)).collect();
    clusters.retain(|one| one.boilerplate <= grouping.most_boilerplate);
    clusters.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.places.cmp(&b.places)));
    clusters
}

fn ordered(one: &Match) -> Match {
    let [a, b] = one.places;
    Match { places: [a.min(b), a.max(b)], ..*one }
}

fn cluster(places: Vec<Place>, series: impl Fn(Place) -> u64) -> Cluster {
    let documents: BTreeMap<u32, u64> =
        places.iter().map(|&place| (place.document, series(place))).collect();
    let size = documents.len();
    let mut kinds: Vec<u64> = documents.into_values().collect();
    kinds.sort_unstable();
    kinds.dedup();
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 documents")]
    let boilerplate = (size - kinds.len()) as f64 / (size.max(2) - 1) as f64;
    Cluster { places, size, boilerplate }
}

/// One round: the clusters of the longest passages. The matches that they account for are
/// taken out. Nothing is longer than the longest, so that there is one but for odd ends.
fn layer(rest: &mut Vec<Match>, gap: u32) -> Vec<Vec<Place>> {
    let passages = Passages::of(rest);
    let edges = passage::edges(rest, &passages);
    let mut linkage = Linkage::new(passages.places.len());
    for (&(a, b), edge) in &edges {
        if let Some(weight) = edge.joins() {
            linkage.join(a, b, weight);
        }
    }
    let owner = excerpt::owners(&passages.places, &edges, &linkage.finish());
    let mut found: BTreeMap<usize, (Vec<Place>, Vec<Match>)> = BTreeMap::new();
    for (passage, owner) in owner.iter().enumerate() {
        if let Some(owner) = owner {
            found.entry(*owner).or_default().0.push(passages.places[passage]);
        }
    }
    let mut left = Vec::new();
    for (index, one) in rest.iter().enumerate() {
        match passages.of_match(index).map(|passage| owner[passage]) {
            [Some(a), Some(b)] if a == b => found.entry(a).or_default().1.push(*one),
            _ => left.push(*one),
        }
    }
    *rest = left;
    found.retain(|_, (_, ties)| !ties.is_empty());
    found.into_values().map(|(places, ties)| pieces::whole(places, &ties, gap)).collect()
}

#[cfg(test)]
mod tests;
