//! Quotations with their speakers, and what became of them in a library.

use crate::{Part, Quotation, Run, Trace, account::Read, text::Text};
use alpheus_read::{Reading, Who};
use alpheus_report::trace::weighty;
use alpheus_text::{Span, unmasked};
use alpheus_trace::{Change, Difference, Place, Traced, Verdict};

/// The quotations of an account: those that were looked up, else all that are somebody's words.
pub(crate) fn quotations(
    account: usize,
    text: &Text<'_>,
    read: &Read<'_>,
) -> Vec<Quotation> {
    let reading = read.testimony.reading();
    let Some(looked_up) = read.traced else {
        let said_by = reading.quotations.iter().filter(|one| one.is_said());
        return said_by.map(|one| said(account, text, reading, one.span())).collect();
    };
    let one = |one: &Traced<'_>| Quotation {
        trace: Some(trace(text, one)),
        ..said(account, text, reading, one.span)
    };
    looked_up.iter().map(one).collect()
}

/// What the text says of the quotation at a span.
fn said(account: usize, text: &Text<'_>, reading: &Reading, span: Span) -> Quotation {
    let near = reading.quotations.partition_point(|one| one.span().end <= span.start);
    let of = reading.quotations.get(near).filter(|one| one.span().overlaps(span));
    let who = |who: Option<&Who>| {
        who.map(|who| who.name.map_or("the narrator".to_owned(), |name| text.words(name)))
    };
    let date = of.and_then(|one| reading.times.timexes.get(one.date? as usize));
    Quotation {
        account,
        at: text.at(span),
        speaker: who(of.and_then(|one| one.speaker.as_ref())),
        addressee: who(of.and_then(|one| one.addressee.as_ref())),
        date: date.map(|date| text.words(date.span)),
        source: of.and_then(|one| one.source).map(|source| text.words(source)),
        trace: None,
    }
}

fn trace(text: &Text<'_>, one: &Traced<'_>) -> Trace {
    Trace {
        verdict: one.verdict.name().to_owned(),
        parts: one.parts.iter().map(|found| part(text, found)).collect(),
        missing: one.missing.iter().map(|&words| text.words(words)).collect(),
        doubts: doubts(one),
    }
}

fn doubts(one: &Traced<'_>) -> Vec<String> {
    let mut doubts = Vec::new();
    if one.verdict == Verdict::TooShort {
        doubts.push("too few words to tell".to_owned());
    }
    let Some(first) = one.parts.first() else { return doubts };
    let source = first.place.source;
    if let Some((name, _)) = one.claim.author.as_ref().filter(|_| one.doubts.author) {
        let author = source.author.as_deref().unwrap_or("another author");
        doubts.push(format!("the account says {name}; the words are {author}’s"));
    }
    if let Some((when, _)) = one.claim.date.filter(|_| one.doubts.date) {
        let date = source.date.as_deref().unwrap_or("another date");
        doubts.push(format!("the account says {}; the source is of {date}", when.year));
    }
    if let Some(earlier) = one.doubts.earlier.and_then(|at| first.others.get(at)) {
        doubts.push(format!("earlier in {}", earlier.source.cited()));
    }
    doubts
}

fn part(text: &Text<'_>, part: &alpheus_trace::Part<'_>) -> Part {
    let place = &part.place;
    let here = text.doc().prose();
    let mut of: Vec<String> = Vec::new();
    for one in place.differences.iter().filter(|one| one.change != Change::Spelling) {
        let theirs = sliced(place.text, one.there, place.there.start);
        let ours = sliced(here, one.here, 0);
        of.extend(weighty(ours, theirs).into_iter().map(str::to_owned));
    }
    of.sort();
    of.dedup();
    Part {
        id: place.source.id.clone(),
        cited: place.source.cited(),
        line: place.line,
        page: place.page.clone(),
        identity: (place.identity * 1000.0).round() / 10.0,
        here: runs(here, place.here, 0, place, |one| one.here),
        there: runs(place.text, place.there, place.there.start, place, |one| one.there),
        of,
        others: part.others.iter().map(|other| other.source.cited()).collect(),
    }
}

/// The words under a span of a text that begins at `from`.
fn sliced(text: &str, span: Span, from: u32) -> &str {
    let back = |at: u32| at.saturating_sub(from) as usize;
    text.get(back(span.start)..back(span.end).max(back(span.start))).unwrap_or_default()
}

/// The words of one side, cut where they differ from the other.
fn runs(
    text: &str,
    whole: Span,
    from: u32,
    place: &Place<'_>,
    side: impl Fn(&Difference) -> Span,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut push = |start: u32, end: u32, how: &str| {
        let words = sliced(text, Span::new(start, end.max(start)), from);
        if !words.is_empty() {
            runs.push(Run(unmasked(words).into_owned(), how.to_owned()));
        }
    };
    let mut at = whole.start;
    for one in &place.differences {
        let span = side(one);
        if span.start < at || span.is_empty() {
            continue;
        }
        push(at, span.start, "same");
        push(span.start, span.end, change(one.change));
        at = span.end;
    }
    push(at, whole.end, "same");
    runs
}

const fn change(change: Change) -> &'static str {
    match change {
        Change::Spelling => "spelling",
        Change::Changed => "changed",
        Change::Added => "added",
        Change::Dropped => "dropped",
    }
}
