//! Passages that several texts share, with who copied whom.

use crate::{Lineage, Witness};
use alpheus_trace::lineage::{Changes, Descent, Lineage as Found, Parent};

/// A lineage as it is shown. `texts` are the witnesses' names, dates and words, in their order.
pub fn lineage(found: &Found, texts: &[(&str, Option<&str>, &str)]) -> Lineage {
    let witness = |(at, descent): (usize, &Descent)| {
        let (id, date, text) = texts.get(at).copied().unwrap_or_default();
        witness(descent, id, date, text)
    };
    Lineage {
        witnesses: found.descents.iter().enumerate().map(witness).collect(),
        lost: found.lost.iter().map(|lost| lost.parent).collect(),
    }
}

fn witness(descent: &Descent, id: &str, date: Option<&str>, text: &str) -> Witness {
    let (from, parent) = match descent.parent {
        Parent::First => ("first", None),
        Parent::Witness(model) => ("witness", Some(model)),
        Parent::Lost(source) => ("lost", Some(source)),
        Parent::Unknown => ("unknown", descent.likeliest),
    };
    Witness {
        id: id.to_owned(),
        date: date.map(str::to_owned),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        from: from.to_owned(),
        parent,
        support: (descent.support * 1e6).round() / 1e6,
        changes: descent.changes.map(say),
    }
}

fn say(changes: Changes) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let said: Vec<String> = [
        count(changes.substituted, "word changed", "words changed"),
        count(changes.spelt, "spelling", "spellings"),
        count(changes.omitted, "omission", "omissions"),
        count(changes.added, "addition", "additions"),
        count(changes.cut, "word cut at an end", "words cut at the ends"),
        count(changes.beyond, "word more at an end", "words more at the ends"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if said.is_empty() { "word for word".to_owned() } else { said.join(", ") }
}
