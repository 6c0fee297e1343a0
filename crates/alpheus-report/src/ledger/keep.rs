//! Carries what a person filled in over to a new reading of the text.
//!
//! A row is known by its words, never by its line: the document, the kind, the cue and the claim.
//! Where the same words stand several times, those under the same heading are matched first, then
//! those nearest in the order of the claims. Nothing filled in is lost: a row whose words are
//! gone is put at the end, and rows of documents that were not read this time stay as they are.

use super::{Entry, Ledger, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Says of a row whose words the text no longer has.
const GONE: &str = "gone";
/// Says of a row whose document was not read this time.
const NOT_READ: &str = "not read";

/// A new ledger with what was kept of an older one.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The rows of the new reading, then those that are gone or were not read.
    pub ledger: Ledger,
    /// How many filled rows found their claim again.
    pub found: usize,
    /// How many filled rows did not; their rows have the status `gone`.
    pub gone: usize,
}

/// The claims `fresh` of the documents `read`, with what the ledger `old` has about them.
pub fn keep(fresh: Vec<Entry>, read: &BTreeSet<String>, old: Ledger) -> Kept {
    let Ledger { rows: old_rows, added, delimiter, mark } = old;
    let mut rows: Vec<Row> = fresh
        .into_iter()
        .map(|entry| Row {
            entry,
            extra: vec![String::new(); added.len()],
            ..Row::default()
        })
        .collect();
    let mut taken = vec![false; rows.len()];
    let mut left: Vec<Option<Row>> = old_rows.into_iter().map(Some).collect();
    let mut found = 0;
    for key in [exact, without_cue, by_file_name] {
        found += pass(&mut rows, &mut taken, &mut left, key);
    }
    let known: BTreeSet<&str> = read.iter().map(|name| path(name)).collect();
    let mut gone = 0;
    for mut row in left.into_iter().flatten() {
        let known = known.contains(path(&row.entry.document));
        if known && !row.is_filled() {
            continue;
        }
        gone += usize::from(known);
        if known { GONE } else { NOT_READ }.clone_into(&mut row.status);
        rows.push(row);
    }
    Kept { ledger: Ledger { rows, added, delimiter, mark }, found, gone }
}

/// By which words a row is known.
type Key = fn(&Entry) -> [String; 4];

fn exact(entry: &Entry) -> [String; 4] {
    [
        path(&entry.document).to_owned(),
        entry.kind.clone(),
        plain(&entry.claim),
        plain(&entry.cue),
    ]
}

fn without_cue(entry: &Entry) -> [String; 4] {
    [
        path(&entry.document).to_owned(),
        entry.kind.clone(),
        plain(&entry.claim),
        String::new(),
    ]
}

fn by_file_name(entry: &Entry) -> [String; 4] {
    let name = entry.document.rsplit(['/', '\\']).next().unwrap_or_default();
    [name.to_owned(), entry.kind.clone(), plain(&entry.claim), plain(&entry.cue)]
}

fn path(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

/// Words without what an editor may have done to the space between them.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Matches the filled rows that are left with the claims that are free; how many there were.
fn pass(
    rows: &mut [Row],
    taken: &mut [bool],
    left: &mut [Option<Row>],
    key: Key,
) -> usize {
    let mut free: BTreeMap<[String; 4], Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| !taken[*at]) {
        free.entry(key(&row.entry)).or_default().push(at);
    }
    let mut wanted: BTreeMap<[String; 4], Vec<usize>> = BTreeMap::new();
    for (at, row) in left.iter().enumerate() {
        if let Some(row) = row.as_ref().filter(|row| row.is_filled()) {
            wanted.entry(key(&row.entry)).or_default().push(at);
        }
    }
    let mut found = 0;
    for (key, wanted) in wanted {
        let Some(free) = free.get_mut(&key) else { continue };
        for (old, new) in pairs(rows, left, &wanted, free) {
            if let Some(row) = left[old].take() {
                (rows[new].filled, rows[new].extra) = (row.filled, row.extra);
                taken[new] = true;
                found += 1;
            }
        }
    }
    found
}

/// So many pairs of equal rows and claims are weighed; of more, they go together in order.
const WEIGHED: usize = 1 << 16;

/// Which of the rows `wanted` goes with which of the claims `free`: first those under one heading,
/// then the rest, the nearest first.
fn pairs(
    rows: &[Row],
    left: &[Option<Row>],
    wanted: &[usize],
    free: &[usize],
) -> Vec<(usize, usize)> {
    if wanted.len() * free.len() > WEIGHED {
        return wanted.iter().copied().zip(free.iter().copied()).collect();
    }
    let mut all: Vec<(bool, usize, usize, usize)> = Vec::new();
    for &old in wanted {
        let Some(row) = &left[old] else { continue };
        for &new in free {
            let moved = rows[new].entry.heading != row.entry.heading;
            all.push((moved, old.abs_diff(new), old, new));
        }
    }
    all.sort_unstable();
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, _, old, new) in all {
        if !olds.contains(&old) && !news.contains(&new) {
            olds.insert(old);
            news.insert(new);
            pairs.push((old, new));
        }
    }
    pairs
}
