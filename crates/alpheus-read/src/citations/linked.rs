//! Footnotes of Markdown, and links inside HTML that lead to notes.

use super::{Target, cited, unused};
use crate::statement::Statement;
use alpheus_text::{Anchor, Document, Format, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// States what the links inside a document lead to; `undefined` are the footnote marks that
/// its markup left in the prose.
pub(super) fn read(doc: &Document, undefined: &[Span], out: &mut Vec<Statement>) {
    match doc.format() {
        Format::Markdown => markdown(doc.anchors(), undefined, out),
        Format::Html => html(doc.anchors(), out),
        Format::Plain | Format::JsonLines => {}
    }
}

/// A footnote's mark is one to the markup only if the note is there.
fn markdown(anchors: &[Anchor], undefined: &[Span], out: &mut Vec<Statement>) {
    let (notes, marks): (Vec<&Anchor>, Vec<&Anchor>) =
        anchors.iter().partition(|anchor| anchor.is_target);
    let by_label: FxHashMap<&str, Span> =
        notes.iter().map(|note| (note.label.as_str(), note.span)).collect();
    for mark in &marks {
        if let Some(&note) = by_label.get(mark.label.as_str()) {
            out.push(cited(mark.span, Target::Entry(note)));
        }
    }
    let last = notes.last().map(|note| note.span);
    out.extend(undefined.iter().map(|&mark| {
        let target = match last {
            Some(note) => Target::Missing(note),
            None => Target::Unknown("the text has no footnotes"),
        };
        cited(mark, target)
    }));
    let used: FxHashSet<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    if let Some(first) = marks.first() {
        let unread = notes.iter().filter(|note| !used.contains(note.label.as_str()));
        out.extend(unread.map(|note| unused(note.span, first.span)));
    }
}

/// Of links inside HTML, those to notes: many of one series lead somewhere.
fn html(anchors: &[Anchor], out: &mut Vec<Statement>) {
    const FEWEST: usize = 3;
    let targets: FxHashMap<&str, Span> = anchors
        .iter()
        .filter(|anchor| anchor.is_target)
        .map(|target| (target.label.as_str(), target.span))
        .collect();
    let links = || anchors.iter().filter(|anchor| !anchor.is_target);
    let mut found: FxHashMap<&str, (usize, Span, Span)> = FxHashMap::default();
    for link in links() {
        let target = targets.get(link.label.as_str());
        if let (Some(series), Some(&target)) = (series(&link.label), target) {
            found.entry(series).or_insert((0, target, link.span)).0 += 1;
            out.push(cited(link.span, Target::Entry(target)));
        }
    }
    let whole = |label: &str| {
        let found = series(label).and_then(|series| found.get(series));
        found.filter(|found| found.0 >= FEWEST).copied()
    };
    let used: FxHashSet<&str> = links().map(|link| link.label.as_str()).collect();
    for anchor in anchors {
        let known = if anchor.is_target {
            used.contains(anchor.label.as_str())
        } else {
            targets.contains_key(anchor.label.as_str())
        };
        match whole(&anchor.label).filter(|_| !known) {
            // What a note links back to need not be linked to.
            Some((_, _, link)) if anchor.is_target && !is_back(&anchor.label) => {
                out.push(unused(anchor.span, link));
            }
            Some((_, target, _)) if !anchor.is_target => {
                out.push(cited(anchor.span, Target::Missing(target)));
            }
            _ => {}
        }
    }
}

/// What the labels of a series of notes begin with: `fn` of `fn12`, `cite_note-` of
/// `cite_note-3`; none if they are not those of notes.
fn series(label: &str) -> Option<&str> {
    let begin = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let small = begin.to_ascii_lowercase();
    let noted = ["fn", "note", "cite", "ref"].iter().any(|word| small.contains(word));
    (begin.len() < label.len() && noted).then_some(begin)
}

/// `fnref12`, `cite_ref-3`: the mark of a note, to which the note links back.
fn is_back(label: &str) -> bool {
    series(label).is_some_and(|begin| begin.to_ascii_lowercase().contains("ref"))
}
