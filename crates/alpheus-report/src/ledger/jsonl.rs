//! The ledger as JSON lines: an object a claim.

use super::{Entry, Error, Filled, Ledger, Row};
use crate::json;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row as it is written; what a person added stands beside the rest.
#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(flatten)]
    entry: Entry,
    #[serde(flatten)]
    filled: Filled,
    #[serde(default)]
    status: String,
    #[serde(flatten)]
    added: BTreeMap<String, serde_json::Value>,
}

pub(super) fn write(ledger: &Ledger) -> String {
    let line = |row: &Row| {
        let cells = row.extra.iter().map(|cell| serde_json::Value::from(cell.as_str()));
        let added = ledger.added.iter().cloned().zip(cells);
        let record = Record {
            entry: row.entry.clone(),
            filled: row.filled.clone(),
            status: row.status.clone(),
            added: added.collect(),
        };
        json::write(&record) + "\n"
    };
    ledger.rows.iter().map(line).collect()
}

pub(super) fn read(text: &str) -> Result<Ledger, Error> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut records: Vec<Record> = Vec::new();
    for (at, line) in lines {
        let record: Record =
            serde_json::from_str(line).map_err(|error| Error::json(at + 1, error))?;
        if record.entry.document.is_empty() || record.entry.claim.is_empty() {
            let missing =
                if record.entry.claim.is_empty() { "claim" } else { "document" };
            return Err(Error::missing(missing));
        }
        records.push(record);
    }
    let names = records.iter().flat_map(|record| record.added.keys().cloned());
    let added: Vec<String> =
        names.collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    let row = |record: Record| {
        let cell = |name: &String| match record.added.get(name) {
            Some(serde_json::Value::String(cell)) => cell.clone(),
            Some(serde_json::Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        Row {
            extra: added.iter().map(cell).collect(),
            status: record.status,
            entry: record.entry,
            filled: record.filled,
        }
    };
    Ok(Ledger {
        rows: records.into_iter().map(row).collect(),
        added: added.clone(),
        ..Ledger::default()
    })
}
