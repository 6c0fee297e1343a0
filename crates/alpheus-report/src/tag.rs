//! What was read in a document: times as JSON lines and `TimeML`; figures, quotations and names
//! as JSON lines.

mod figures;
mod names;
mod quotes;

use crate::json;
use alpheus_text::{Document, Span};
use alpheus_time::{
    Anchor, Calendar, Interval, Modifier, Timex, TimexKind,
    interval::{EARLIEST, LATEST},
};
use serde::Serialize;
use std::{borrow::Cow, fmt::Write as _};

pub use figures::figures_jsonl;
pub use names::names_jsonl;
pub use quotes::quotes_jsonl;

/// A document as it is written: a line of JSON, offsets in code points of its text.
#[derive(Serialize)]
struct DocumentRecord<'t> {
    id: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dct: Option<&'t str>,
    timex: Vec<TimexRecord<'t>>,
}

#[derive(Serialize)]
struct TimexRecord<'t> {
    start: u32,
    end: u32,
    text: &'t str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'t str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<String>,
    /// In days (Rata Die: 1 is 1 January of the year 1, proleptic Gregorian).
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<IntervalRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calendar: Option<&'static str>,
}

/// `[earliest, latest]` of each end; an end is the first day after, and where there is
/// no bound stands `null`.
#[derive(Serialize)]
struct IntervalRecord {
    begin: [Option<i32>; 2],
    end: [Option<i32>; 2],
}

/// One line of JSON: the document's time expressions, in the order of the text.
pub fn jsonl(doc: &Document, timexes: &[Timex]) -> String {
    let mut chars = Chars { text: doc.text(), bytes: 0, count: 0 };
    let timex = timexes.iter().map(|timex| record(doc, timex, &mut chars)).collect();
    let record = DocumentRecord { id: doc.name(), dct: doc.created(), timex };
    json::write(&record) + "\n"
}

fn record<'t>(
    doc: &'t Document,
    timex: &'t Timex,
    chars: &mut Chars<'_>,
) -> TimexRecord<'t> {
    let [start, end] = chars.span(timex.span);
    TimexRecord {
        start,
        end,
        text: doc.slice(timex.span),
        kind: kind(timex.kind),
        value: &timex.value,
        modifier: timex.modifier.map(modifier),
        edtf: timex.edtf().map(|edtf| edtf.to_string()),
        interval: timex.interval.map(interval),
        calendar: timex
            .point
            .and_then(|point| (point.calendar == Calendar::Julian).then_some("julian")),
    }
}

fn interval(interval: Interval) -> IntervalRecord {
    // Open ends are moved by a day at most.
    let bounded = |day| (EARLIEST + 1 < day && day < LATEST - 1).then_some(day);
    let pair = |(from, to)| [bounded(from), bounded(to)];
    IntervalRecord { begin: pair(interval.begin), end: pair(interval.end) }
}

/// Counts code points from one span to the next, so that a text is counted once.
struct Chars<'t> {
    text: &'t str,
    bytes: u32,
    count: u32,
}

impl Chars<'_> {
    fn span(&mut self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }

    fn at(&mut self, offset: u32) -> u32 {
        if offset < self.bytes {
            (self.bytes, self.count) = (0, 0);
        }
        let passed = &self.text[self.bytes as usize..offset as usize];
        self.count += passed.chars().count() as u32;
        self.bytes = offset;
        self.count
    }
}

fn kind(kind: TimexKind) -> &'static str {
    match kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
        Modifier::OnOrAfter => "ON_OR_AFTER",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approx => "APPROX",
    }
}

/// What stands before and after one document in `TimeML`, or before and after several.
pub const fn timeml_frame(several: bool) -> (&'static str, &'static str) {
    if several {
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus>\n", "</corpus>\n")
    } else {
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")
    }
}

/// The document in `TimeML` 1.2.1: its text with `TIMEX3` elements in it.
pub fn timeml(doc: &Document, timexes: &[Timex]) -> String {
    let mut out = String::with_capacity(doc.text().len() + timexes.len() * 96 + 256);
    let written = write_timeml(&mut out, doc, timexes);
    debug_assert!(written.is_ok(), "a string takes all that is written to it");
    out
}

fn write_timeml(out: &mut String, doc: &Document, timexes: &[Timex]) -> std::fmt::Result {
    writeln!(out, "<TimeML>\n<DOCID>{}</DOCID>", xml(doc.name()))?;
    if let Some(created) = doc.created() {
        let created = xml(created);
        writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{created}\" \
             temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{created}\
             </TIMEX3></DCT>"
        )?;
    }
    out.push_str("<TEXT>");
    let mut at = 0;
    for (i, timex) in timexes.iter().enumerate() {
        // Elements nest or stand apart; what overlaps the last one is left to it.
        if timex.span.start < at {
            continue;
        }
        out.push_str(&xml(doc.slice(Span::new(at, timex.span.start))));
        element(out, doc, timex, i)?;
        at = timex.span.end;
    }
    out.push_str(&xml(&doc.text()[at as usize..]));
    out.push_str("</TEXT>\n</TimeML>\n");
    Ok(())
}

fn element(
    out: &mut String,
    doc: &Document,
    timex: &Timex,
    index: usize,
) -> std::fmt::Result {
    write!(
        out,
        "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"{}\"",
        index + 1,
        kind(timex.kind),
        xml(&timex.value)
    )?;
    if let Some(of) = timex.modifier {
        write!(out, " mod=\"{}\"", modifier(of))?;
    }
    let anchor = match timex.anchor {
        Anchor::None | Anchor::Event { .. } | Anchor::Offset { from: None, .. } => None,
        Anchor::Document => doc.created().map(|_| 0),
        Anchor::Carried(from) | Anchor::Offset { from: Some(from), .. } => Some(from + 1),
    };
    if let Some(anchor) = anchor {
        write!(out, " temporalFunction=\"true\" anchorTimeID=\"t{anchor}\"")?;
    }
    write!(out, ">{}</TIMEX3>", xml(doc.slice(timex.span)))
}

/// Text as XML 1.0 takes it; characters that it can't hold become U+FFFD.
fn xml(text: &str) -> Cow<'_, str> {
    let odd = |c: char| match c {
        '&' | '<' | '>' | '"' | '\r' | '\u{fffe}' | '\u{ffff}' => true,
        '\t' | '\n' => false,
        c => c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c),
    };
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            c if odd(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_time::{Point, Written};

    const TEXT: &str = "Café «Zürich» opened on 1 May 1851 & closed\u{1} in <1852>.";

    fn timexes() -> Vec<Timex> {
        let calendar = Calendar::Gregorian;
        let day = Point::day(calendar, 1851, 5, 1);
        let year = Point { year: 1852, field: alpheus_time::Field::Year, calendar };
        let timex = |words: &str, value: &str, point: Point, anchor| {
            let at = TEXT.find(words).unwrap() as u32;
            Timex {
                span: Span::new(at, at + words.len() as u32),
                kind: TimexKind::Date,
                value: value.to_owned(),
                modifier: Some(Modifier::Approx),
                point: Some(point),
                interval: point.interval(),
                length: None,
                written: Written::default(),
                anchor,
            }
        };
        vec![
            timex("1 May 1851", "1851-05-01", day, Anchor::None),
            timex("1851", "1851", year, Anchor::None),
            timex("1852", "1852", year, Anchor::Carried(0)),
        ]
    }

    #[test]
    fn offsets_count_code_points() {
        let line = jsonl(&Document::plain("zürich", TEXT), &timexes());
        let record: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(record["id"], "zürich");
        for timex in record["timex"].as_array().unwrap() {
            let offset = |key: &str| timex[key].as_u64().unwrap() as usize;
            let words: String =
                TEXT.chars().take(offset("end")).skip(offset("start")).collect();
            assert_eq!(timex["text"], words.as_str());
            assert_eq!(
                (&timex["type"], &timex["mod"]),
                (&"DATE".into(), &"APPROX".into())
            );
        }
        let first = &record["timex"][0];
        assert_eq!(first["value"], "1851-05-01");
        assert_eq!(first["edtf"], "1851-05-01~", "it is approximate");
        let begin = first["interval"]["begin"][0].as_i64().unwrap();
        assert_eq!(first["interval"]["end"][1], begin + 1);
    }

    #[test]
    fn timeml_is_well_formed() {
        let text = timeml(&Document::plain("a<b", TEXT), &timexes());
        assert!(text.contains("<DOCID>a&lt;b</DOCID>"), "{text}");
        let first = "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1851-05-01\" mod=\"APPROX\">\
                     1 May 1851</TIMEX3> &amp; closed\u{fffd} in &lt;<TIMEX3 tid=\"t3\"";
        assert!(text.contains(first), "{text}");
        assert!(text.contains(" temporalFunction=\"true\" anchorTimeID=\"t1\">1852<"));
        assert_eq!(text.matches("<TIMEX3").count(), 2, "one of two that overlap: {text}");
    }
}
