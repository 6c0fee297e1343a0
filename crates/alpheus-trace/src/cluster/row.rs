//! Clusters as rows, in the form that passim gives them: one JSON line a witness.

use super::{Cluster, Place};
use alpheus_text::unmasked;
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// A document, as its rows tell of it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'d> {
    /// Its name.
    pub id: &'d str,
    /// The series that it is of.
    pub series: Option<&'d str>,
    /// Its date, as it was given.
    pub date: Option<&'d str>,
    /// Its text.
    pub text: &'d str,
    /// What else its record had.
    pub other: Option<&'d Map<String, Value>>,
}

/// Offsets are code points of the document's text.
#[derive(Serialize)]
struct Row<'d> {
    cluster: usize,
    size: usize,
    pboiler: f64,
    uid: u32,
    id: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'d str>,
    begin: usize,
    end: usize,
    text: Cow<'d, str>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// The names that a row has of its own.
const OWN: [&str; 10] =
    ["cluster", "size", "pboiler", "uid", "id", "series", "date", "begin", "end", "text"];

/// The witnesses of a cluster as JSON lines: `cluster`, `size` (documents), `pboiler` (0 to 1),
/// `uid` (the document's number), `id`, `series`, `date`, `begin`, `end` (code points), `text`,
/// and what else the document's record had. Witnesses come in the order of their dates, then of
/// the documents.
///
/// # Example
/// ```
/// use alpheus_trace::cluster::{Cluster, Place, Source, rows};
/// let texts = ["Zürich: all is well.", "all is well"];
/// let source = |document: u32| {
///     let text = *texts.get(document as usize)?;
///     Some(Source { id: "paper", series: None, date: None, text, other: None })
/// };
/// let places = vec![
///     Place { document: 0, begin: 9, end: 20 },
///     Place { document: 1, begin: 0, end: 11 },
/// ];
/// let cluster = Cluster { places, size: 2, boilerplate: 0.0 };
/// let lines = rows(0, &cluster, source);
/// assert!(lines.starts_with(
///     r#"{"cluster":0,"size":2,"pboiler":0.0,"uid":0,"id":"paper","begin":8,"end":19,"text":"all is well"#
/// ));
/// ```
pub fn rows<'d>(
    number: usize,
    cluster: &Cluster,
    source: impl Fn(u32) -> Option<Source<'d>>,
) -> String {
    let with = |&place: &Place| Some((place, source(place.document)?));
    let mut witnesses: Vec<(Place, Source<'d>)> =
        cluster.places.iter().filter_map(with).collect();
    witnesses.sort_by_key(|(place, source)| (source.date.is_none(), source.date, *place));
    let mut out = String::new();
    for (place, source) in witnesses {
        let row = row(number, cluster, place, &source);
        // Strings, numbers and maps with string keys can't fail.
        out += &serde_json::to_string(&row).unwrap_or_default();
        out.push('\n');
    }
    out
}

fn row<'d>(
    number: usize,
    cluster: &Cluster,
    place: Place,
    source: &Source<'d>,
) -> Row<'d> {
    let (before, text) = cut(source.text, place);
    let begin = before.chars().count();
    let mut other = source.other.cloned().unwrap_or_default();
    other.retain(|name, _| !OWN.contains(&name.as_str()));
    Row {
        cluster: number,
        size: cluster.size,
        pboiler: cluster.boilerplate,
        uid: place.document,
        id: source.id,
        series: source.series,
        date: source.date,
        begin,
        end: begin + text.chars().count(),
        text: unmasked(text),
        other,
    }
}

/// The text before a place and in it; a place that cuts a character begins or ends before it.
fn cut(text: &str, place: Place) -> (&str, &str) {
    let whole = |byte: u32| {
        let mut at = text.len().min(byte as usize);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let begin = whole(place.begin);
    (&text[..begin], &text[begin..whole(place.end).max(begin)])
}
