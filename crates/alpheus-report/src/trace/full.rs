//! Quotations for a reader: what became of each, its source, and both texts with the
//! differences marked.

use super::{change_name, there, weighty, where_in};
use crate::{
    Screen,
    clean::{clean, wrap},
};
use alpheus_text::{Document, Span, unmasked};
use alpheus_trace::{Change, Place, Traced, Verdict};
use std::fmt::Write as _;

/// How much of the account and the source is shown, in bytes.
const SHOWN: usize = 1200;

/// All that was traced in a document. `searched` says in what.
pub fn full(
    doc: &Document,
    traced: &[Traced<'_>],
    searched: &str,
    screen: Screen,
) -> String {
    let mut out = String::new();
    for (index, one) in traced.iter().enumerate() {
        // A string takes all that is written to it.
        let _ = write_one(&mut out, doc, one, searched, screen);
        // Words in marks for their own sake come by the dozen: a line each.
        if !(is_brief(one) && traced.get(index + 1).is_some_and(is_brief)) {
            out.push('\n');
        }
    }
    out
}

fn is_brief(one: &Traced<'_>) -> bool {
    one.verdict == Verdict::TooShort
}

fn write_one(
    out: &mut String,
    doc: &Document,
    one: &Traced<'_>,
    searched: &str,
    screen: Screen,
) -> std::fmt::Result {
    let place = doc.place(one.span.start);
    let paint = Paint(screen.color);
    let verdict = paint.verdict(one.verdict);
    write!(out, "{}:{}:{}: {verdict}", clean(doc.name()), place.line, place.column)?;
    if is_brief(one) {
        let words = doc.words(one.span);
        return writeln!(out, ": “{}” is too little to tell", clean(words.trim()));
    }
    writeln!(out)?;
    if one.parts.is_empty() {
        paragraph(out, "  here  ", &clean(&doc.words(one.span)), screen)?;
        return writeln!(out, "  = not in this library ({searched})");
    }
    for (number, part) in one.parts.iter().enumerate() {
        if one.parts.len() > 1 {
            writeln!(out, "  part {} of {}", number + 1, one.parts.len())?;
        }
        write_place(out, doc, &part.place, screen)?;
        for other in &part.others {
            writeln!(out, "  = also in {}", at(other))?;
        }
    }
    for &words in &one.missing {
        writeln!(out, "  = not found: “{}”", clean(&doc.words(words)))?;
    }
    doubts(out, one)
}

fn doubts(out: &mut String, one: &Traced<'_>) -> std::fmt::Result {
    let Some(first) = one.parts.first() else { return Ok(()) };
    if let Some((name, _)) = one.claim.author.as_ref().filter(|_| one.doubts.author) {
        let author = first.place.source.author.as_deref().unwrap_or("another author");
        writeln!(
            out,
            "  = the account says {}; the words are {}’s",
            clean(name),
            clean(author)
        )?;
    }
    if let Some((when, _)) = one.claim.date.filter(|_| one.doubts.date) {
        let date = first.place.source.date.as_deref().unwrap_or("another date");
        writeln!(
            out,
            "  = the account says {}; the source is of {}",
            when.year,
            clean(date)
        )?;
    }
    if let Some(other) = one.doubts.earlier.and_then(|index| first.others.get(index)) {
        writeln!(out, "  = earlier in {}", at(other))?;
    } else if let Some(oldest) = first.oldest() {
        writeln!(out, "  = the oldest of these is {}", clean(&oldest.source.cited()))?;
    }
    Ok(())
}

/// "Ann Marsh, On Ferries (1871), line 12".
fn at(place: &Place<'_>) -> String {
    let source = clean(&place.source.cited()).into_owned();
    let id = &place.source.id;
    let id = if source == *id { String::new() } else { format!(" [{}]", clean(id)) };
    let Span { start, end } = place.there;
    format!("{source}{id}, {}, bytes {start}–{end}", where_in(place))
}

fn write_place(
    out: &mut String,
    doc: &Document,
    place: &Place<'_>,
    screen: Screen,
) -> std::fmt::Result {
    writeln!(out, "  {}, {:.1} % of letters equal", at(place), place.identity * 100.0)?;
    let paint = Paint(screen.color);
    let shown = |change| change != Change::Spelling || screen.color;
    let ours =
        place.differences.iter().filter(|one| shown(one.change)).map(|one| one.here);
    let theirs = place.differences.iter().filter(|one| shown(one.change)).map(|one| {
        let back = |at: u32| at.saturating_sub(place.there.start);
        Span::new(back(one.there.start), back(one.there.end))
    });
    let words = doc.prose().get(place.here.range()).unwrap_or_default();
    let here = marked(words, place.here.start, ours, &paint, "31");
    let there_text = marked(place.text, 0, theirs, &paint, "32");
    paragraph(out, "  here  ", &here, screen)?;
    if !place.differences.is_empty() {
        paragraph(out, "  there ", &there_text, screen)?;
    }
    for one in &place.differences {
        let (ours, theirs) = (doc.words(one.here), there(place, one));
        let (ours, theirs) = (clean(&ours), clean(&theirs));
        let words = match one.change {
            Change::Spelling => continue,
            Change::Changed => format!("“{ours}” for “{theirs}”"),
            Change::Added => format!("“{ours}”"),
            Change::Dropped => format!("“{theirs}”"),
        };
        let of = weighty(&ours, &theirs);
        let of =
            if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
        writeln!(out, "  = {} {words}{of}", change_name(one.change))?;
    }
    Ok(())
}

/// A text with some of its spans in brackets, or in colour.
fn marked(
    text: &str,
    start: u32,
    spans: impl Iterator<Item = Span>,
    paint: &Paint,
    code: &str,
) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        let from = (span.start.saturating_sub(start) as usize).min(text.len());
        let to = (span.end.saturating_sub(start) as usize).clamp(from, text.len());
        if from < at || from == to {
            continue;
        }
        let (before, words) = (text.get(at..from), text.get(from..to));
        out += &clean(&unmasked(before.unwrap_or_default()));
        out += &paint.words(&clean(&unmasked(words.unwrap_or_default())), code);
        at = to;
    }
    out + &clean(&unmasked(text.get(at..).unwrap_or_default()))
}

fn paragraph(
    out: &mut String,
    head: &str,
    text: &str,
    screen: Screen,
) -> std::fmt::Result {
    let mut end = text.len().min(SHOWN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let more = if end < text.len() { " …" } else { "" };
    // Words in colour are wider in bytes than they look; lines only come out shorter.
    let lines = wrap(&text[..end], screen.width.saturating_sub(head.len()).max(24));
    for (number, line) in lines.iter().enumerate() {
        let head = if number == 0 { head } else { "        " };
        let more = if number + 1 == lines.len() { more } else { "" };
        writeln!(out, "{head}{line}{more}")?;
    }
    Ok(())
}

/// Colours, where they are shown.
struct Paint(bool);

impl Paint {
    fn words(&self, words: &str, code: &str) -> String {
        if !self.0 {
            return format!("[{words}]");
        }
        let colour = |word: &str| format!("\x1b[{code}m{word}\x1b[0m");
        words.split(' ').map(colour).collect::<Vec<_>>().join(" ")
    }

    fn verdict(&self, verdict: Verdict) -> String {
        let name = verdict.name();
        let code = match verdict {
            Verdict::Verbatim | Verdict::Light | Verdict::Bracketed => "32",
            Verdict::Elided => "36",
            Verdict::Altered | Verdict::Spliced => "33",
            Verdict::NotFound | Verdict::TooShort => "35",
        };
        if self.0 { format!("\x1b[1;{code}m{name}\x1b[0m") } else { name.to_owned() }
    }
}
