//! Names as JSON lines, a line a mention.

use crate::json;
use alpheus_read::{LifeDate, NameKind, Reading, When};
use alpheus_text::Document;
use serde::Serialize;
use std::path::Path;

/// A mention as it is written: offsets in UTF-8 bytes of the document's text.
#[derive(Serialize)]
struct NameRecord<'t> {
    doc: &'t str,
    start: u32,
    end: u32,
    kind: &'static str,
    text: &'t str,
    entity: u32,
    name: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    born: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    died: Option<String>,
}

/// A line of JSON for each name, in the order of the text.
pub fn names_jsonl(doc: &Document, reading: &Reading) -> String {
    let mut out = String::new();
    for name in &reading.names {
        let entity = &reading.entities[name.entity as usize];
        let date = |date: Option<LifeDate>| date.map(|date| value(reading, date));
        let record = NameRecord {
            doc: stem(doc),
            start: name.span.start,
            end: name.span.end,
            kind: kind(name.kind),
            text: doc.slice(name.span),
            entity: name.entity,
            name: doc.slice(entity.fullest),
            born: date(entity.birth),
            died: date(entity.death),
        };
        out.push_str(&json::write(&record));
        out.push('\n');
    }
    out
}

/// The id of a line of JSON; of a file its name without directory and ending.
fn stem(doc: &Document) -> &str {
    let stem = || Path::new(doc.name()).file_stem()?.to_str();
    let file = doc.name() == doc.origin();
    file.then(stem).flatten().unwrap_or(doc.name())
}

fn value(reading: &Reading, date: LifeDate) -> String {
    match date.when {
        When::Time(time) => reading.times.timexes[time as usize].value.clone(),
        When::Year(year) => format!("{:04}", year.value),
    }
}

const fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Organisation => "organisation",
        NameKind::Place => "place",
        NameKind::Work => "work",
        NameKind::Demonym => "demonym",
        NameKind::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_read::{Options, read};
    use serde_json::Value;

    #[test]
    fn a_row_has_the_fullest_name_and_the_life() {
        let text = "Émile Zola met Ada Byron (1815–1852). Byron smiled.";
        let doc = Document::plain("letters/é.txt", text);
        let lines = names_jsonl(&doc, &read(&doc, Options::default()));
        let rows: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for row in &rows {
            let at = |key: &str| row[key].as_u64().unwrap() as usize;
            assert_eq!(row["text"], text[at("start")..at("end")]);
            assert_eq!((&row["doc"], &row["kind"]), (&"é".into(), &"person".into()));
        }
        let byron = &rows[2];
        assert_eq!(
            (&byron["text"], &byron["name"]),
            (&"Byron".into(), &"Ada Byron".into())
        );
        assert_eq!((&byron["born"], &byron["died"]), (&"1815".into(), &"1852".into()));
        assert!(rows[0].get("born").is_none());
    }
}
