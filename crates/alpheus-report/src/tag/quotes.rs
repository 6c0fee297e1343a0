//! Quotations as JSON lines, a line a quotation.

use crate::json;
use alpheus_read::{Mark, Quotation, QuoteKind, Reading, Who};
use alpheus_text::{Document, Span};
use alpheus_time::Timex;
use serde::Serialize;

/// A quotation as it is written: offsets in bytes of the text in UTF-8.
#[derive(Serialize)]
struct Record<'t> {
    doc: &'t str,
    start: u32,
    end: u32,
    /// Several stretches, where something stands between them.
    parts: Option<Vec<[u32; 2]>>,
    kind: &'static str,
    depth: u8,
    speaker: Option<String>,
    speaker_span: Option<[u32; 2]>,
    cue_span: Option<[u32; 2]>,
    addressee: Option<String>,
    addressee_span: Option<[u32; 2]>,
    date: Option<String>,
    date_span: Option<[u32; 2]>,
    source: Option<String>,
    source_span: Option<[u32; 2]>,
    mark: &'static str,
    text: String,
}

/// A line of JSON for each of the document's quotations, in the order of the text; `doc`
/// is what the document is called, of a file its stem.
pub fn quotes_jsonl(doc: &Document, reading: &Reading) -> String {
    let name = std::path::Path::new(doc.name());
    let is_file = doc.name() == doc.origin();
    let stem = name.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_file);
    let name = stem.unwrap_or(doc.name());
    let lines = reading.quotations.iter().map(|quotation| {
        json::write(&record(doc, name, quotation, &reading.times.timexes)) + "\n"
    });
    lines.collect()
}

fn record<'t>(
    doc: &Document,
    name: &'t str,
    quotation: &Quotation,
    timexes: &[Timex],
) -> Record<'t> {
    let span = quotation.span();
    let several = quotation.parts.len() > 1;
    let (speaker, addressee) = (quotation.speaker.as_ref(), quotation.addressee.as_ref());
    let named = |who: Option<&Who>| who.map(|who| who_text(doc, who));
    let mention = |who: Option<&Who>| {
        who.filter(|who| who.name.is_some()).map(|who| pair(who.mention))
    };
    let date = quotation.date.map(|date| &timexes[date as usize]);
    Record {
        doc: name,
        start: span.start,
        end: span.end,
        parts: several.then(|| quotation.parts.iter().copied().map(pair).collect()),
        kind: kind(quotation.kind),
        depth: quotation.depth,
        speaker: named(speaker),
        speaker_span: mention(speaker),
        cue_span: speaker.and_then(|who| who.pronoun).map(pair),
        addressee: named(addressee),
        addressee_span: mention(addressee),
        date: date.and_then(edtf),
        date_span: date.map(|date| pair(date.span)),
        source: quotation.source.map(|source| line(doc.slice(source))),
        source_span: quotation.source.map(pair),
        mark: mark(quotation.mark),
        text: text(doc, quotation),
    }
}

fn pair(span: Span) -> [u32; 2] {
    [span.start, span.end]
}

fn who_text(doc: &Document, who: &Who) -> String {
    who.name.map_or_else(|| "the narrator".to_owned(), |name| line(doc.slice(name)))
}

/// Words on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(doc: &Document, quotation: &Quotation) -> String {
    let parts = quotation.parts.iter().map(|part| doc.slice(*part));
    parts.collect::<Vec<_>>().join(" […] ")
}

/// The date as an extended one; `XXXX-09-17` where the text gives no year.
fn edtf(timex: &Timex) -> Option<String> {
    let whole = timex.edtf().map(|edtf| edtf.to_string());
    whole.or_else(|| timex.value.starts_with("XXXX").then(|| timex.value.clone()))
}

const fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Nested => "nested",
        QuoteKind::Scare => "scare",
        QuoteKind::Title => "title",
        QuoteKind::Name => "name",
        QuoteKind::Term => "term",
        QuoteKind::Foreign => "foreign",
    }
}

const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::StraightDouble => "straight_double",
        Mark::CurlyDouble => "curly_double",
        Mark::StraightSingle => "straight_single",
        Mark::CurlySingle => "curly_single",
        Mark::Guillemet => "guillemet",
        Mark::Unmarked => "none",
    }
}
