//! Every dated statement in the order of time.

use crate::{
    Screen,
    clean::{clean, columns},
    excerpt, json,
};
use alpheus_check::plain;
use alpheus_text::{Block, Document, Span, Token};
use alpheus_time::{Calendar, Field, Interval, Point, Range, Timex, TimexKind};
use annotate_snippets::renderer::{Effects, Style};
use serde::Serialize;

/// A statement with the time that it gives.
#[derive(Clone, Debug, Serialize)]
pub struct Dated {
    /// The document.
    pub doc: String,
    /// The line that the date stands in, from 1.
    pub line: u32,
    /// The code point of its line that the date begins at, from 1.
    pub column: u32,
    /// The date in plain words, from the interval.
    pub when: String,
    /// Earliest and latest first day, `YYYY-MM-DD`.
    pub begin: [String; 2],
    /// Earliest and latest last day.
    pub end: [String; 2],
    /// The date as it stands in the text.
    pub words: String,
    /// Where it stands, in bytes of the text.
    pub span: [u32; 2],
    /// The sentence that it stands in, on one line and without its markup.
    pub statement: String,
    /// Where that stands.
    pub statement_span: [u32; 2],
    /// What the ends are in days: the earliest and latest first day, the earliest and latest
    /// day after the last (Rata Die: 1 is 1 January of the year 1, proleptic Gregorian).
    #[serde(skip)]
    pub days: Interval,
    /// Where the date stands in the statement.
    #[serde(skip)]
    date: Span,
}

/// The dated statements of a document, in the order of the text.
pub fn dated(doc: &Document, timexes: &[Timex], ranges: &[Range]) -> Vec<Dated> {
    let stretches = stretches(timexes, ranges);
    if stretches.is_empty() {
        return Vec::new();
    }
    let mut rest = stretches.as_slice();
    let mut tokens = Vec::new();
    let mut out = Vec::with_capacity(stretches.len());
    for block in doc.blocks() {
        let len = rest.partition_point(|(span, _)| span.start < block.span.end);
        let (here, after) = rest.split_at(len);
        rest = after;
        if here.is_empty() {
            continue;
        }
        doc.tokenize(block, &mut tokens);
        let say = |&(span, interval): &(Span, Interval)| {
            let sentence = sentence(block, &tokens, span);
            entry(doc, span, sentence, interval)
        };
        out.extend(here.iter().map(say));
    }
    out
}

/// What is dated: every date with an interval; a range as one, from its first date to
/// its last.
fn stretches(timexes: &[Timex], ranges: &[Range]) -> Vec<(Span, Interval)> {
    let mut ends: Vec<u32> = ranges.iter().map(|range| range.end).collect();
    ends.sort_unstable();
    let mut ranges_from = ranges.to_vec();
    ranges_from.sort_by_key(|range| range.begin);
    let dates = timexes.iter().enumerate().filter(|(i, timex)| {
        matches!(timex.kind, TimexKind::Date | TimexKind::Time)
            && ends.binary_search(&(*i as u32)).is_err()
    });
    let stretch = |(i, timex): (usize, &Timex)| {
        let interval = timex.interval?;
        let range = ranges_from.binary_search_by_key(&(i as u32), |range| range.begin);
        let last = range.ok().and_then(|at| timexes.get(ranges_from[at].end as usize));
        Some(match last.and_then(|last| Some((last.span, last.interval?))) {
            Some((span, end)) => {
                (timex.span.cover(span), Interval { begin: interval.begin, end: end.end })
            }
            None => (timex.span, interval),
        })
    };
    let mut stretches: Vec<_> = dates.filter_map(stretch).collect();
    stretches.sort_by_key(|(span, _)| *span);
    stretches
}

/// The sentence that a date stands in.
fn sentence(block: &Block, tokens: &[Token], date: Span) -> Span {
    let mut starts = tokens.iter().filter(|token| token.starts_sentence);
    let before = starts.clone().take_while(|token| token.span.start <= date.start).last();
    let after = starts.find(|token| token.span.start >= date.end);
    let start = before.map_or(block.span.start, |token| token.span.start);
    let limit = after.map_or(block.span.end, |token| token.span.start);
    let last = tokens.iter().rev().find(|token| token.span.end <= limit);
    Span::new(start, last.map_or(limit, |token| token.span.end).max(date.end))
}

fn entry(doc: &Document, date: Span, sentence: Span, interval: Interval) -> Dated {
    let place = doc.place(date.start);
    let iso = |day: i32| {
        let date = Calendar::Gregorian.date(day);
        format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
    };
    let pair = |(from, to)| [iso(from), iso(to)];
    let (begin, end) = (interval.begin, interval.end);
    let before = prose(doc, Span::new(sentence.start, date.start));
    let words = prose(doc, date);
    let after = prose(doc, Span::new(date.end, sentence.end));
    let start = before.len() as u32;
    Dated {
        doc: doc.name().to_owned(),
        line: place.line,
        column: place.column,
        when: when(interval),
        begin: pair(begin),
        end: pair((end.0 - 1, end.1 - 1)),
        date: Span::new(start, start + words.len() as u32),
        statement: before + &words + &after,
        words,
        span: [date.start, date.end],
        statement_span: [sentence.start, sentence.end],
        days: interval,
    }
}

/// What stands under a span, on one line and without its markup.
fn prose(doc: &Document, span: Span) -> String {
    let prose = doc.prose().get(span.range()).unwrap_or_default();
    let on_one_line = |c| if c == '\r' || c == '\n' { ' ' } else { c };
    prose.chars().filter(|&c| c != '\0').map(on_one_line).collect()
}

/// An interval in plain words: "1 May 1851", "May 1851", "1851", or from when to when.
fn when(interval: Interval) -> String {
    let (from, to) = (interval.begin.0, interval.end.1 - 1);
    let (first, last) = (Calendar::Gregorian.date(from), Calendar::Gregorian.date(to));
    let next = Calendar::Gregorian.date(interval.end.1);
    let calendar = Calendar::Gregorian;
    let point = |year, field| plain::point(Point { year, field, calendar });
    let whole_months = first.day == 1 && next.day == 1;
    if from == to {
        point(first.year, Field::Day { month: first.month, day: first.day })
    } else if whole_months && (first.year, first.month) == (last.year, last.month) {
        point(first.year, Field::Month(first.month))
    } else if whole_months && (first.month, next.month) == (1, 1) {
        let years = [first.year, last.year].map(|year| point(year, Field::Year));
        if first.year == last.year { years[0].clone() } else { years.join(" – ") }
    } else {
        let day = |day| when(Interval { begin: (day, day), end: (day + 1, day + 1) });
        format!("{} – {}", day(from), day(to))
    }
}

/// Puts dated statements in the order of time: by first day, then by last.
pub fn sort(dated: &mut [Dated]) {
    dated.sort_by_key(|Dated { days: Interval { begin, end }, .. }| {
        (begin.0, end.1, begin.1)
    });
}

/// The table: when, where, and the words. Of one document, the place is line and column.
/// Where places are too long for a column, the words stand below.
pub fn text(dated: &[Dated], screen: Screen) -> String {
    let one = dated.windows(2).all(|pair| pair[0].doc == pair[1].doc);
    let places: Vec<String> = dated.iter().map(|dated| place(dated, one)).collect();
    let when = widest(dated.iter().map(|dated| &dated.when), screen.width / 4);
    let at = widest(places.iter(), screen.width);
    let beside = at <= screen.width / 3;
    let room = if beside { when + at + 4 } else { BELOW.len() };
    let room = screen.width.saturating_sub(room).max(24);
    let mut out = String::new();
    for (dated, place) in dated.iter().zip(&places) {
        out += &padded(&dated.when, when);
        if beside {
            out += &padded(place, at);
        } else {
            out.extend([place, BELOW]);
        }
        out += &words(dated, room, screen.color);
        out.push('\n');
    }
    out
}

/// What stands before words on a line of their own.
const BELOW: &str = "\n    ";

/// The width of the widest text that is no wider than `most`.
fn widest<'t>(texts: impl Iterator<Item = &'t String>, most: usize) -> usize {
    texts.map(|text| columns(text)).filter(|&width| width <= most).max().unwrap_or(0)
}

fn place(dated: &Dated, one: bool) -> String {
    let place = format!("{}:{}", dated.line, dated.column);
    if one { place } else { format!("{}:{place}", clean(&dated.doc)) }
}

/// A cell with the space behind it; after one that is too wide the line is broken.
fn padded(cell: &str, width: usize) -> String {
    match width.checked_sub(columns(cell)) {
        Some(pad) => format!("{cell}{:pad$}  ", ""),
        None => format!("{cell}\n{:width$}  ", ""),
    }
}

/// The sentence cut around the date.
fn words(dated: &Dated, room: usize, color: bool) -> String {
    const BOLD: Style = Style::new().effects(Effects::BOLD);
    let (text, range) = excerpt::line(&dated.statement, dated.date, room);
    if !color {
        return text;
    }
    let (before, rest) = text.split_at(range.start);
    let (date, after) = rest.split_at(range.len());
    format!("{before}{BOLD}{date}{BOLD:#}{after}")
}

/// An array of objects, one a line.
pub fn json(dated: &[Dated]) -> String {
    let lines: Vec<_> = dated.iter().map(json::write).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_time::{Anchor, RangeKind, Written};

    fn timex(text: &str, words: &str, point: Point) -> Timex {
        let at = text.find(words).unwrap() as u32;
        Timex {
            span: Span::new(at, at + words.len() as u32),
            kind: TimexKind::Date,
            value: String::new(),
            modifier: None,
            point: Some(point),
            interval: point.interval(),
            length: None,
            written: Written::default(),
            anchor: Anchor::None,
        }
    }

    const TEXT: &str = "The mole was begun in March 1670. It stood from 1671 to 1684, \
                        and on 15 March 44 BC Caesar fell.";

    fn shown(width: usize) -> String {
        let doc = Document::plain("tangier.txt", TEXT);
        let calendar = Calendar::Gregorian;
        let year = |year| Point { year, field: Field::Year, calendar };
        let timexes = [
            timex(TEXT, "March 1670", Point { field: Field::Month(3), ..year(1670) }),
            timex(TEXT, "1671", year(1671)),
            timex(TEXT, "1684", year(1684)),
            timex(TEXT, "15 March 44 BC", Point::day(calendar, -43, 3, 15)),
        ];
        let ranges = [Range { begin: 1, end: 2, kind: RangeKind::FromTo }];
        let mut dated = dated(&doc, &timexes, &ranges);
        sort(&mut dated);
        text(&dated, Screen { width, color: false })
    }

    #[test]
    fn statements_stand_in_the_order_of_time() {
        let text = shown(140);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines[0].starts_with("15 March 44 BC  1:70  "), "{text}");
        assert!(lines[1].starts_with("March 1670      1:23  The mole"), "{text}");
        assert!(lines[2].starts_with("1671 – 1684     1:49  It stood"), "{text}");
    }

    #[test]
    fn a_narrow_table_keeps_its_width() {
        let text = shown(60);
        assert!(text.lines().all(|line| columns(line) <= 60), "{text}");
    }
}
