//! One passage, one row: what overlaps in a document is one, and so are pieces that noise or an
//! omission has parted.

use super::{Match, Place};
use std::collections::BTreeMap;

/// The places of a cluster with overlaps and pieces joined, in order.
pub(crate) fn whole(mut places: Vec<Place>, ties: &[Match], gap: u32) -> Vec<Place> {
    places.sort_unstable();
    let partners = Partners::of(&places, ties);
    let mut out: Vec<Place> = Vec::with_capacity(places.len());
    let mut last = 0;
    for (index, &place) in places.iter().enumerate() {
        match out.last_mut() {
            Some(before)
                if before.document == place.document
                    && (place.begin <= before.end
                        || place.begin - before.end <= gap
                            && partners.go_on(last, index, gap)) =>
            {
                before.end = before.end.max(place.end);
            }
            _ => out.push(place),
        }
        last = index;
    }
    out
}

/// Where in other documents each place is matched.
struct Partners {
    of: Vec<BTreeMap<u32, Vec<Place>>>,
}

impl Partners {
    fn of(places: &[Place], ties: &[Match]) -> Self {
        let mut of = vec![BTreeMap::<u32, Vec<Place>>::new(); places.len()];
        for tie in ties {
            let [a, b] = tie.places;
            for [here, there] in [[a, b], [b, a]] {
                // The place that has most of this side.
                let from = places.partition_point(|one| one.document < here.document);
                let near = (from..places.len())
                    .take_while(|&at| places[at].document == here.document);
                let best =
                    near.max_by_key(|&at| (places[at].shared(here), usize::MAX - at));
                if let Some(at) = best {
                    of[at].entry(there.document).or_default().push(there);
                }
            }
        }
        Partners { of }
    }

    /// Whether a third document has the words of two places one soon after the other.
    fn go_on(&self, first: usize, second: usize, gap: u32) -> bool {
        self.of[first].iter().any(|(document, before)| {
            let after = self.of[second].get(document).map_or(&[][..], Vec::as_slice);
            let soon = |a: &Place, b: &Place| {
                a.begin < b.begin && b.begin.saturating_sub(a.end) <= gap
            };
            before.iter().any(|a| after.iter().any(|b| soon(a, b)))
        })
    }
}
