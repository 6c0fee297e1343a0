//! Lineages as JSON.

use super::Label;
use crate::lineage::{Changes, Descent, Lineage, Parent};
use serde::Serialize;

#[derive(Serialize)]
struct Record<'a> {
    cluster: usize,
    witnesses: Vec<WitnessRecord<'a>>,
    lost: Vec<LostRecord<'a>>,
    links: Vec<LinkRecord>,
}

/// Witnesses are given by their place in the list, from 0.
#[derive(Serialize)]
struct WitnessRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    parent: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lost: Option<usize>,
    likeliest: Option<usize>,
    support: f64,
    second: Option<Second>,
    changes: Option<ChangesRecord>,
}

#[derive(Serialize)]
struct Second {
    likeliest: Option<usize>,
    support: f64,
}

#[derive(Serialize)]
struct LostRecord<'a> {
    parent: Option<usize>,
    copies: &'a [usize],
}

#[derive(Serialize)]
struct LinkRecord {
    witnesses: [usize; 2],
    support: f64,
}

#[derive(Serialize)]
struct ChangesRecord {
    same: usize,
    substituted: usize,
    spelt: usize,
    omitted: usize,
    added: usize,
    cut: usize,
    beyond: usize,
}

/// One JSON object on a line: the `cluster`'s number; `witnesses` with `parent` (`first`, `witness`, `lost` or
/// `unknown`), `likeliest` (a place in the list from 0, or null for none), `support` and
/// `second` (shares from 0 to 1), and `changes`; `lost` sources; and `links`, the pairs that
/// are model and copy whichever is which.
pub fn json(number: usize, lineage: &Lineage, labels: &[Label<'_>]) -> String {
    let witnesses = lineage.descents.iter().enumerate();
    let links = lineage.links.iter().map(|link| LinkRecord {
        witnesses: link.witnesses,
        support: share(link.support),
    });
    let lost = lineage
        .lost
        .iter()
        .map(|lost| LostRecord { parent: lost.parent, copies: &lost.copies });
    let record = Record {
        cluster: number,
        witnesses: witnesses.map(|(at, one)| witness(one, labels.get(at))).collect(),
        lost: lost.collect(),
        links: links.collect(),
    };
    // Strings and numbers can't fail.
    serde_json::to_string(&record).unwrap_or_default() + "\n"
}

fn witness<'a>(descent: &Descent, label: Option<&Label<'a>>) -> WitnessRecord<'a> {
    let (parent, lost) = match descent.parent {
        Parent::First => ("first", None),
        Parent::Witness(_) => ("witness", None),
        Parent::Lost(source) => ("lost", Some(source)),
        Parent::Unknown => ("unknown", None),
    };
    let second = |(likeliest, support)| Second { likeliest, support: share(support) };
    WitnessRecord {
        id: label.map(|label| label.id),
        date: label.and_then(|label| label.date),
        begin: label.and_then(|label| Some(label.place?[0])),
        end: label.and_then(|label| Some(label.place?[1])),
        parent,
        lost,
        likeliest: descent.likeliest,
        support: share(descent.support),
        second: descent.second.map(second),
        changes: descent.changes.map(changes),
    }
}

fn changes(changes: Changes) -> ChangesRecord {
    let Changes { same, substituted, spelt, omitted, added, cut, beyond } = changes;
    ChangesRecord { same, substituted, spelt, omitted, added, cut, beyond }
}

/// A share without digits that depend on the machine.
fn share(share: f64) -> f64 {
    (share * 1e6).round() / 1e6
}
