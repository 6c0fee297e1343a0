//! Lineage taken in: documents that share text become a dependence of the items that were
//! drawn from them.
//!
//! A lineage is a file of JSON lines, one for each passage that documents share:
//!
//! ```json
//! {"origin": "sources/hall.txt", "copies": ["sources/stow.txt"],
//!  "passage": "too much folly", "chance": [0.6, 0.9], "because": "same misspelling"}
//! ```
//!
//! | key | |
//! | --- | --- |
//! | `origin` | the document that has the passage first; a path relative to the case's folder |
//! | `copies` | the documents that have it from there |
//! | `passage` | the shared words, which are cited with the dependence |
//! | `chance` | a number or a range: how likely it is that the copies tell nothing of their own (default: 0.5 to 1) |
//! | `because` | why they are taken to be copies; optional |
//!
//! Other keys are left to those who write them. A document belongs to an item if it is the
//! `file` of the item's place or of its source. Where several items belong to one document,
//! those count whose quoted words stand in the passage or hold it.

use super::{edit::Edit, places::folded};
use crate::{
    Case,
    case::Kind,
    error::{self, Error},
};
use serde::Deserialize;

/// How likely a copy is to tell nothing of its own, where a lineage doesn't say.
const CHANCE: [f64; 2] = [0.5, 1.0];

/// A lineage, as it was read.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    lines: Vec<Line>,
}

/// A passage that documents share, as a line has it.
#[derive(Clone, Debug, Deserialize)]
struct Line {
    origin: String,
    copies: Vec<String>,
    passage: String,
    chance: Option<Chance>,
    because: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Chance {
    Number(f64),
    Range([f64; 2]),
}

/// What became of a shared passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The shared words.
    pub passage: String,
    /// The items that now depend, the origin first; or why none do.
    pub items: Result<Vec<String>, String>,
}

impl Lineage {
    /// Reads JSON lines; empty ones are passed over.
    ///
    /// # Errors
    /// If a line is no shared passage; its number is named.
    ///
    /// # Example: a line that lacks its origin
    /// ```
    /// let error = alpheus_weigh::Lineage::read("{\"copies\": []}").unwrap_err();
    /// assert!(error.to_string().starts_with("line 1: "));
    /// ```
    pub fn read(text: &str) -> Result<Lineage, Error> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let lines =
            lines.map(|(at, line)| Line::read(line).map_err(|why| wrong(at + 1, why)));
        Ok(Lineage { lines: lines.collect::<Result<_, _>>()? })
    }

    /// Adds a dependence to the file of a case for each passage that two of its items share,
    /// and tells of each passage what became of it.
    ///
    /// # Errors
    /// If the file has a `dependence` that is no list of tables.
    pub fn add(&self, case: &Case, edit: &mut Edit) -> Result<Vec<Shared>, Error> {
        let mut taken: Vec<usize> =
            case.groups.iter().flat_map(|group| group.members.iter().copied()).collect();
        let mut origins: Vec<(usize, usize)> = case
            .groups
            .iter()
            .filter_map(|group| match group.kind {
                Kind::Copy { origin } => Some((origin, group)),
                Kind::CommonFailure { .. } => None,
            })
            .flat_map(|(origin, group)| group.members.iter().map(move |&m| (m, origin)))
            .collect();
        let mut told = Vec::new();
        for line in &self.lines {
            let found = line.items(case, &taken, &origins);
            if let Ok((origin, members)) = &found {
                taken.extend(members);
                origins.extend(members.iter().map(|&member| (member, *origin)));
                let key = |&item: &usize| case.items[item].key.as_str();
                let names: Vec<&str> = members.iter().map(key).collect();
                edit.add_copies(key(origin), &names, line.chance(), &line.words())?;
            }
            let named = |(origin, members): (usize, Vec<usize>)| {
                let all = std::iter::once(origin).chain(members);
                all.map(|item| case.items[item].key.clone()).collect()
            };
            told.push(Shared { passage: line.passage.clone(), items: found.map(named) });
        }
        Ok(told)
    }
}

impl Line {
    fn read(text: &str) -> Result<Line, String> {
        let line: Line = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let [lo, hi] = line.chance();
        if !(0.0 <= lo && lo <= hi && hi <= 1.0) {
            return Err("the chance is no probability or range of them".to_owned());
        }
        Ok(line)
    }

    fn chance(&self) -> [f64; 2] {
        match self.chance {
            None => CHANCE,
            Some(Chance::Number(value)) => [value, value],
            Some(Chance::Range(range)) => range,
        }
    }

    fn words(&self) -> Vec<(&'static str, &str)> {
        let because = self.because.as_deref().map(|because| ("because", because));
        because.into_iter().chain([("passage", self.passage.as_str())]).collect()
    }

    /// The item that is the origin, and those that copy it.
    fn items(
        &self,
        case: &Case,
        taken: &[usize],
        origins: &[(usize, usize)],
    ) -> Result<(usize, Vec<usize>), String> {
        let origin = match self.of(case, &self.origin).as_slice() {
            [one] => *one,
            [] => return Err(format!("no item is drawn from {}", self.origin)),
            _ => return Err(format!("several items are drawn from {}", self.origin)),
        };
        let mut members: Vec<usize> =
            self.copies.iter().flat_map(|copy| self.of(case, copy)).collect();
        members.sort_unstable();
        members.dedup();
        members.retain(|item| *item != origin);
        if members.is_empty() {
            return Err("no item is drawn from its copies".to_owned());
        }
        members.retain(|item| !taken.contains(item));
        if members.is_empty() {
            return Err(
                "what is drawn from its copies depends on something already".to_owned()
            );
        }
        if members.iter().any(|&member| goes_back_to(origin, member, origins)) {
            return Err("its origin is a copy of one of its copies".to_owned());
        }
        Ok((origin, members))
    }

    /// The items that are drawn from a document and that the passage bears on.
    fn of(&self, case: &Case, document: &str) -> Vec<usize> {
        let here = |item: &usize| {
            let item = &case.items[*item];
            let place = item.place.as_ref().map(|place| place.file.as_str());
            place.or(case.sources[item.source].file.as_deref()) == Some(document)
        };
        let all: Vec<usize> = (0..case.items.len()).filter(here).collect();
        if all.len() < 2 {
            return all;
        }
        let passage = folded(&self.passage);
        let touches = |item: &usize| {
            let place = case.items[*item].place.as_ref();
            place.is_some_and(|place| {
                let words = folded(&place.words);
                words.contains(&passage) || passage.contains(&words)
            })
        };
        all.into_iter().filter(touches).collect()
    }
}

/// Whether an item is, by way of others, a copy of another.
fn goes_back_to(item: usize, other: usize, origins: &[(usize, usize)]) -> bool {
    let mut at = item;
    for _ in 0..=origins.len() {
        if at == other {
            return true;
        }
        match origins.iter().find(|(member, _)| *member == at) {
            Some((_, origin)) => at = *origin,
            None => return false,
        }
    }
    false
}

fn wrong(line: usize, why: String) -> Error {
    Error::new(error::Kind::Line(line, why))
}
