//! Bibliographies that describe sources: BibTeX or BibLaTeX, and CSL-JSON.
//!
//! An entry is about the file that its `file` field names, or whose name without its ending is
//! the entry's key.

use crate::{
    Source,
    error::{Error, Kind},
};
use biblatex::{Bibliography as Entries, ChunksExt, PermissiveType};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// Descriptions of sources, by the names of their files.
#[derive(Clone, Debug, Default)]
pub struct Bibliography {
    entries: BTreeMap<String, Source>,
}

impl Bibliography {
    /// Reads a bibliography: CSL-JSON if it begins with a bracket, else BibTeX.
    ///
    /// # Errors
    /// If it is neither.
    ///
    /// # Example: BibTeX
    /// ```
    /// let bib = "@book{ferries, author = {Marsh, Ann}, title = {On {Ferries}}, year = 1871}";
    /// let bib = alpheus_trace::Bibliography::parse("refs.bib".as_ref(), bib)?;
    /// assert_eq!(bib.find("books/ferries.txt").unwrap().cited(), "Ann Marsh, On Ferries (1871)");
    /// # Ok::<(), alpheus_trace::Error>(())
    /// ```
    pub fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let wrong = |why| Error::new(path, Kind::Bibliography(why));
        let entries = if text.trim_start().starts_with(['[', '{']) {
            csl(text).map_err(|error| wrong(error.to_string()))?
        } else {
            bibtex(text).map_err(wrong)?
        };
        Ok(Bibliography { entries })
    }

    /// What is said of the source that a path or id names.
    pub fn find(&self, name: &str) -> Option<&Source> {
        let path = Path::new(name);
        let part = |part: Option<&std::ffi::OsStr>| {
            part.and_then(|part| self.entries.get(&part.to_string_lossy().to_lowercase()))
        };
        self.entries
            .get(&name.to_lowercase())
            .or_else(|| part(path.file_name()))
            .or_else(|| part(path.file_stem()))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

fn bibtex(text: &str) -> Result<BTreeMap<String, Source>, String> {
    let entries = Entries::parse(text).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::new();
    for entry in entries.iter() {
        let person = |person: &biblatex::Person| {
            let names = [&person.given_name, &person.prefix, &person.name];
            let names = names.into_iter().filter(|name| !name.is_empty());
            names.cloned().collect::<Vec<_>>().join(" ")
        };
        let authors = entry.author().or_else(|_| {
            entry.editors().map(|editors| {
                editors.into_iter().flat_map(|(persons, _)| persons).collect()
            })
        });
        let author = authors
            .ok()
            .map(|authors| authors.iter().map(person).collect::<Vec<_>>().join("; "));
        let date = match entry.date() {
            Ok(PermissiveType::Chunks(chunks)) => Some(chunks.format_verbatim()),
            Ok(PermissiveType::Typed(_)) | Err(_) => None,
        };
        let written = |name| entry.get(name).map(ChunksExt::format_verbatim);
        let source = Source {
            id: entry.key.clone(),
            title: entry.title().ok().map(ChunksExt::format_verbatim),
            author: author.filter(|author| !author.is_empty()),
            date: date.or_else(|| written("date")).or_else(|| written("year")),
            series: entry.get("series").map(ChunksExt::format_verbatim),
            ..Source::default()
        };
        let file = entry.get("file").map(ChunksExt::format_verbatim);
        put(&mut found, file.as_deref(), source);
    }
    Ok(found)
}

#[derive(Deserialize)]
#[serde(untagged)]
enum CslItems {
    Many(Vec<CslItem>),
    One(Box<CslItem>),
}

#[derive(Deserialize)]
struct CslItem {
    id: serde_json::Value,
    title: Option<String>,
    #[serde(default)]
    author: Vec<CslName>,
    issued: Option<CslDate>,
    #[serde(rename = "collection-title")]
    series: Option<String>,
    file: Option<String>,
}

#[derive(Deserialize)]
struct CslName {
    family: Option<String>,
    given: Option<String>,
    literal: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    #[serde(default)]
    date_parts: Vec<Vec<serde_json::Value>>,
    raw: Option<String>,
    literal: Option<String>,
}

fn csl(text: &str) -> serde_json::Result<BTreeMap<String, Source>> {
    let items = match serde_json::from_str(text)? {
        CslItems::Many(items) => items,
        CslItems::One(item) => vec![*item],
    };
    let mut found = BTreeMap::new();
    for item in items {
        let id = match item.id {
            serde_json::Value::String(id) => id,
            other => other.to_string(),
        };
        let name = |name: CslName| {
            let full =
                [name.given, name.family].into_iter().flatten().collect::<Vec<_>>();
            name.literal.unwrap_or_else(|| full.join(" "))
        };
        let author = item.author.into_iter().map(name).collect::<Vec<_>>().join("; ");
        let source = Source {
            id,
            title: item.title,
            author: Some(author).filter(|author| !author.is_empty()),
            date: item.issued.and_then(CslDate::written),
            series: item.series,
            ..Source::default()
        };
        put(&mut found, item.file.as_deref(), source);
    }
    Ok(found)
}

impl CslDate {
    /// As `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn written(self) -> Option<String> {
        let parts = self.date_parts.into_iter().next().unwrap_or_default();
        let numbers: Vec<i64> = parts
            .iter()
            .map_while(|part| {
                part.as_i64().or_else(|| part.as_str()?.trim().parse().ok())
            })
            .collect();
        match numbers[..] {
            [year] => Some(format!("{year:04}")),
            [year, month] => Some(format!("{year:04}-{month:02}")),
            [year, month, day, ..] => Some(format!("{year:04}-{month:02}-{day:02}")),
            [] => self.raw.or(self.literal),
        }
    }
}

/// Puts an entry under its key, and under the name of its file.
fn put(found: &mut BTreeMap<String, Source>, file: Option<&str>, source: Source) {
    let file = file.and_then(|file| Path::new(file).file_name());
    if let Some(name) = file {
        found.insert(name.to_string_lossy().to_lowercase(), source.clone());
    }
    found.insert(source.id.to_lowercase(), source);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(text: &str, name: &str) -> String {
        let read = Bibliography::parse("refs".as_ref(), text).unwrap();
        read.find(name).unwrap().cited()
    }

    #[test]
    fn an_entry_is_found_by_key_or_file() {
        let text = "@book{marsh1871, author={Ann Marsh and Lee, Tom}, title={Ferries},
            date={1871-05}, file={scans/ferry.txt}}";
        let whole = "Ann Marsh; Tom Lee, Ferries (1871-05)";
        assert_eq!(cited(text, "marsh1871.md"), whole);
        assert_eq!(cited(text, "lib/Ferry.txt"), whole);
    }

    #[test]
    fn csl_json_is_read() {
        let text = r#"[{"id":"marsh","title":"Ferries","author":[{"family":"Marsh","given":"Ann"}],
            "issued":{"date-parts":[["1871",5,2]]}},{"id":7,"issued":{"raw":"about 1900"}}]"#;
        assert_eq!(cited(text, "marsh"), "Ann Marsh, Ferries (1871-05-02)");
        assert_eq!(cited(text, "7.txt"), "7 (about 1900)");
    }

    #[test]
    fn what_is_neither_is_an_error() {
        for text in ["[1, 2]", "@book{", "@book{a, title={x}"] {
            let error = Bibliography::parse("refs.bib".as_ref(), text).unwrap_err();
            assert!(
                error.to_string().starts_with("refs.bib: not a bibliography: "),
                "{error}"
            );
        }
    }
}
