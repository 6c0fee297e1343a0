//! Quotations with their sources: for a reader, as JSON lines, in passim's form, and as findings.

mod findings;
mod full;

pub use findings::findings;
pub use full::full;

use crate::json::write;
use alpheus_text::{Document, Span, unmasked};
use alpheus_trace::{Change, Difference, Part, Place, Traced};
use serde::Serialize;
use std::borrow::Cow;

/// A quotation as it is written. Spans are half-open.
#[derive(Serialize)]
struct Record<'t> {
    doc: &'t str,
    /// In code points of the account.
    begin: u32,
    end: u32,
    /// In bytes of the account.
    bytes: [u32; 2],
    line: u32,
    marked: bool,
    text: Cow<'t, str>,
    verdict: &'static str,
    /// What the account says.
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_author: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_year: Option<i32>,
    misattributed: bool,
    misdated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<&'t str>,
    /// The source of the oldest of several places.
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest: Option<&'t str>,
    parts: Vec<PartRecord<'t>>,
    missing: Vec<Cow<'t, str>>,
}

#[derive(Serialize)]
struct PartRecord<'t> {
    #[serde(flatten)]
    place: PlaceRecord<'t>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<PlaceRecord<'t>>,
}

#[derive(Serialize)]
struct PlaceRecord<'t> {
    source: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'t str>,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'t str>,
    bytes: [u32; 2],
    begin: u32,
    end: u32,
    text: Cow<'t, str>,
    /// In percent.
    identity: f64,
    bits: f64,
    chance: f64,
    differences: Vec<DifferenceRecord<'t>>,
}

#[derive(Serialize)]
struct DifferenceRecord<'t> {
    change: &'static str,
    here: Cow<'t, str>,
    there: Cow<'t, str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    of: Vec<&'static str>,
}

/// A line for each quotation or passage of a document.
pub fn jsonl(doc: &Document, traced: &[Traced<'_>]) -> String {
    traced.iter().map(|one| write(&record(doc, one)) + "\n").collect()
}

/// A line for each pair of passages, as passim writes them; `id` is the source.
pub fn passim(doc: &Document, traced: &[Traced<'_>]) -> String {
    let places = traced
        .iter()
        .flat_map(|one| &one.parts)
        .flat_map(|part| std::iter::once(&part.place).chain(&part.others));
    places.map(|place| write(&pair(doc, place)) + "\n").collect()
}

#[derive(Serialize)]
struct Pair<'t> {
    id: &'t str,
    begin: u32,
    end: u32,
    id2: &'t str,
    begin2: u32,
    end2: u32,
    bits: f64,
    s1: Cow<'t, str>,
    s2: Cow<'t, str>,
}

fn pair<'t>(doc: &'t Document, place: &'t Place<'_>) -> Pair<'t> {
    let here = doc.chars(place.here);
    Pair {
        id: &place.source.id,
        begin: place.there_chars.0,
        end: place.there_chars.1,
        id2: doc.name(),
        begin2: here.start,
        end2: here.end,
        bits: rounded(place.bits),
        s1: unmasked(place.text),
        s2: doc.words(place.here),
    }
}

fn record<'t>(doc: &'t Document, one: &'t Traced<'_>) -> Record<'t> {
    let chars = doc.chars(one.span);
    let first = one.parts.first();
    let earlier =
        one.doubts.earlier.zip(first).and_then(|(at, part)| part.others.get(at));
    Record {
        doc: doc.name(),
        begin: chars.start,
        end: chars.end,
        bytes: [one.span.start, one.span.end],
        line: doc.place(one.span.start).line,
        marked: one.marked,
        text: doc.words(one.span),
        verdict: one.verdict.name(),
        claimed_author: one.claim.author.as_ref().map(|(name, _)| name.as_str()),
        claimed_year: one.claim.date.map(|(when, _)| when.year),
        misattributed: one.doubts.author,
        misdated: one.doubts.date,
        earlier: earlier.map(|place| place.source.id.as_str()),
        oldest: first.and_then(Part::oldest).map(|place| place.source.id.as_str()),
        parts: one
            .parts
            .iter()
            .map(|part| PartRecord {
                place: place_record(doc, &part.place),
                others: part
                    .others
                    .iter()
                    .map(|other| place_record(doc, other))
                    .collect(),
            })
            .collect(),
        missing: one.missing.iter().map(|&words| doc.words(words)).collect(),
    }
}

fn place_record<'t>(doc: &'t Document, place: &'t Place<'_>) -> PlaceRecord<'t> {
    PlaceRecord {
        source: &place.source.id,
        author: place.source.author.as_deref(),
        title: place.source.title.as_deref(),
        date: place.source.date.as_deref(),
        line: place.line,
        page: place.page.as_deref(),
        bytes: [place.there.start, place.there.end],
        begin: place.there_chars.0,
        end: place.there_chars.1,
        text: unmasked(place.text),
        identity: rounded(place.identity * 100.0),
        bits: rounded(place.bits),
        chance: place.chance,
        differences: place
            .differences
            .iter()
            .map(|difference| DifferenceRecord {
                change: change_name(difference.change),
                here: doc.words(difference.here),
                there: there(place, difference),
                of: weighty(&doc.words(difference.here), &there(place, difference)),
            })
            .collect(),
    }
}

/// "page 7, line 12", or the line alone.
fn where_in(place: &Place<'_>) -> String {
    let page =
        place.page.as_ref().map_or_else(String::new, |page| format!("page {page}, "));
    format!("{page}line {}", place.line)
}

fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn change_name(change: Change) -> &'static str {
    match change {
        Change::Spelling => "spelling",
        Change::Changed => "changed",
        Change::Added => "added",
        Change::Dropped => "dropped",
    }
}

/// The words of the source in a difference.
fn there<'t>(place: &Place<'t>, difference: &Difference) -> Cow<'t, str> {
    let Span { start, end } = difference.there;
    let from = start.saturating_sub(place.there.start) as usize;
    let to = end.saturating_sub(place.there.start) as usize;
    unmasked(place.text.get(from..to.max(from)).unwrap_or_default())
}

/// What a difference touches that changes the sense most: a negation, a number, a name.
pub fn weighty(here: &str, there: &str) -> Vec<&'static str> {
    let kinds = |text: &str| {
        let mut kinds = [false; 3];
        for (at, word) in text.split_whitespace().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = bare.to_lowercase();
            kinds[0] |= NEGATIONS.contains(&small.as_str())
                || small.ends_with("n't")
                || small.ends_with("n’t");
            kinds[1] |= bare.contains(|c: char| c.is_ascii_digit())
                || NUMBERS.contains(&small.as_str());
            let capital = bare.starts_with(char::is_uppercase) && bare.len() > 1;
            kinds[2] |= capital && (at > 0 || text.split_whitespace().count() == 1);
        }
        kinds
    };
    let (a, b) = (kinds(here), kinds(there));
    let names = ["negation", "number", "name"];
    (0..3).filter(|&kind| a[kind] || b[kind]).map(|kind| names[kind]).collect()
}

const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "nor", "neither", "cannot",
    "without",
];
const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred", "thousand", "million", "dozen", "half", "first",
    "second", "third",
];
