//! The references that accounts are compared with, looked up by name.

use alpheus_read::{name_key, person_key};
use alpheus_reference::{Field, Kind, Rank, Reference, Row};
use alpheus_text::Document;
use std::{collections::BTreeMap, sync::Arc};

/// A row, with the table that it stands in.
pub(crate) type Cited<'r> = (&'r Arc<Document>, &'r Row);

/// References by the names that they know.
#[derive(Clone, Debug, Default)]
pub struct References {
    all: Vec<Reference>,
    /// The rows that a name stands for, by table and row.
    named: BTreeMap<u64, Vec<(u32, u32)>>,
}

impl References {
    /// Takes in references. An alias that one gives holds in all.
    pub fn new(all: Vec<Reference>) -> Self {
        let mut references = References { all, named: BTreeMap::new() };
        let aliases = references.aliases();
        for (table, reference) in references.all.iter().enumerate() {
            for (index, row) in reference.rows().iter().enumerate() {
                let own = row.names.iter().flat_map(|name| keys(name));
                let other =
                    own.clone().filter_map(|key| aliases.get(&key)).flatten().copied();
                for key in own.chain(other) {
                    let rows = references.named.entry(key).or_default();
                    if rows.last() != Some(&(table as u32, index as u32)) {
                        rows.push((table as u32, index as u32));
                    }
                }
            }
        }
        references
    }

    /// The keys of all names that rows of aliases put beside a name.
    fn aliases(&self) -> BTreeMap<u64, Vec<u64>> {
        let mut aliases: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        let rows = self.all.iter().flat_map(Reference::rows);
        for row in rows.filter(|row| row.kind == Kind::Alias) {
            let all: Vec<u64> = row.names.iter().flat_map(|name| keys(name)).collect();
            for &key in &all {
                aliases.entry(key).or_default().extend(&all);
            }
        }
        aliases
    }

    /// Whether there is nothing to compare with.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The rows of a kind that a name stands for.
    pub(crate) fn named(&self, key: u64, kind: Kind) -> impl Iterator<Item = Cited<'_>> {
        let rows = self.named.get(&key).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(move |&(table, row)| {
            let reference = &self.all[table as usize];
            let row = &reference.rows()[row as usize];
            (row.kind == kind).then_some((reference.doc(), row))
        })
    }

    /// The rows that date a field of what a name stands for: the preferred ones, if there
    /// are any.
    pub(crate) fn dated(&self, key: u64, kind: Kind, fields: &[Field]) -> Vec<Cited<'_>> {
        let dates = |row: &Row| row.dates.iter().any(|date| fields.contains(&date.field));
        let mut rows: Vec<_> =
            self.named(key, kind).filter(|(_, row)| dates(row)).collect();
        if rows.iter().any(|(_, row)| row.rank == Rank::Preferred) {
            rows.retain(|(_, row)| row.rank == Rank::Preferred);
        }
        rows
    }

    /// The rows with figures.
    pub(crate) fn figures(&self) -> impl Iterator<Item = Cited<'_>> {
        self.all.iter().flat_map(|reference| {
            let rows = reference.rows().iter().filter(|row| row.counted.is_some());
            rows.map(move |row| (reference.doc(), row))
        })
    }
}

/// The keys by which a name may be looked up.
fn keys(name: &str) -> impl Iterator<Item = u64> + Clone {
    let person = person_key(name);
    let plain = name_key(name);
    std::iter::once(plain).chain(person.filter(|&key| key != plain))
}
