//! Lineages as dependences of testimony: who has a passage from whom.

use super::Label;
use crate::lineage::{Lineage, Parent};
use serde::Serialize;

#[derive(Serialize)]
struct Dependence<'a> {
    origin: &'a str,
    copies: Vec<&'a str>,
    passage: String,
}

/// A JSON object a line for each witness that has copies as far as that is told: `origin`,
/// `copies` and the `passage` as the origin has it, as `alpheus weigh --lineage` takes them.
/// Copies of a lost source have no origin that could be named, and are left out.
pub fn dependences(
    lineage: &Lineage,
    labels: &[Label<'_>],
    passage: impl Fn(usize) -> String,
) -> String {
    let id = |witness: usize| labels.get(witness).map(|label| label.id);
    let lines = (0..lineage.descents.len()).filter_map(|origin| {
        let descents = lineage.descents.iter().enumerate();
        let from = descents.filter(|(_, one)| one.parent == Parent::Witness(origin));
        let copies: Vec<&str> = from.filter_map(|(copy, _)| id(copy)).collect();
        let origin = id(origin).filter(|_| !copies.is_empty()).zip(Some(origin));
        let (named, origin) = origin?;
        let record = Dependence { origin: named, copies, passage: passage(origin) };
        // Strings can't fail.
        Some(serde_json::to_string(&record).unwrap_or_default() + "\n")
    });
    lines.collect()
}
