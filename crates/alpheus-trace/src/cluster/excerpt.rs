//! Excerpts put to the longer passages that they are from.
//!
//! An excerpt does not join passages: if it could be from several groups, it is left for the next
//! round, where what those groups have in common is a cluster of its own.

use super::{Place, linkage::FLOOR, passage::Edge};
use std::{cmp::Reverse, collections::BTreeMap};

/// The group that each passage belongs to after excerpts are put to theirs; none if it
/// could be several.
pub(crate) fn owners(
    places: &[Place],
    edges: &BTreeMap<(usize, usize), Edge>,
    groups: &[Vec<usize>],
) -> Vec<Option<usize>> {
    let group_of = group_of(groups, places.len());
    let longest: Vec<u32> = groups
        .iter()
        .map(|group| group.iter().map(|&one| places[one].len()).max().unwrap_or_default())
        .collect();
    let hosts = hosts(edges, groups, &group_of);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&group| (Reverse(longest[group]), group));
    let mut owner: Vec<Option<usize>> = (0..groups.len()).map(Some).collect();
    for group in order {
        // Without this a group could wait for one that waits for it.
        let longer = |&&host: &&usize| longest[host] > longest[group];
        let mut roots: Vec<Option<usize>> =
            hosts[group].iter().filter(longer).map(|&host| owner[host]).collect();
        roots.sort_unstable();
        roots.dedup();
        owner[group] = match roots[..] {
            [] => Some(group),
            [root] => root,
            _ => None,
        };
    }
    group_of.into_iter().map(|group| owner[group]).collect()
}

fn group_of(groups: &[Vec<usize>], count: usize) -> Vec<usize> {
    let mut of = vec![0; count];
    for (group, members) in groups.iter().enumerate() {
        for &member in members {
            of[member] = group;
        }
    }
    of
}

/// The groups that each group could be an excerpt of: enough of the pairs between them say so.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 passages")]
fn hosts(
    edges: &BTreeMap<(usize, usize), Edge>,
    groups: &[Vec<usize>],
    group_of: &[usize],
) -> Vec<Vec<usize>> {
    let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (&(a, b), edge) in edges {
        if let Some(small) = edge.excerpt() {
            let [group, host] = if small == 0 { [a, b] } else { [b, a] };
            *votes.entry((group_of[group], group_of[host])).or_default() += 1;
        }
    }
    let mut hosts = vec![Vec::new(); groups.len()];
    for ((group, host), votes) in votes {
        let pairs = groups[group].len() * groups[host].len();
        if group != host && votes as f64 >= FLOOR * pairs as f64 {
            hosts[group].push(host);
        }
    }
    hosts
}
