//! Prints the figures of text files, or of standard input: `figures [FILE...]`.
//!
//! One a line: the span's start, what is written, its value, the worth of its last place, its
//! hedge, what it is given in, and the words around it.

use alpheus_number::{Figure, figures};
use alpheus_text::Document;
use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let names: Vec<String> = std::env::args().skip(1).collect();
    if names.is_empty() {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return print(&mut out, &Document::plain("-", text));
    }
    for name in names {
        print(
            &mut out,
            &Document::plain(name.as_str(), std::fs::read_to_string(&name)?),
        )?;
    }
    Ok(())
}

fn print(out: &mut impl Write, doc: &Document) -> std::io::Result<()> {
    for figure in figures(doc) {
        let Figure { span, value, to, step, hedge, measure, .. } = figure;
        let range = if figure.is_range() { format!("..{to}") } else { String::new() };
        let year = if figure.may_be_year() { " (a year?)" } else { "" };
        let around = around(doc.text(), span.range());
        let words = doc.slice(span);
        writeln!(
            out,
            "{}\t{words}\t{value}{range}\t{step}\t{hedge:?}\t{measure:?}{year}\t{around}",
            span.start
        )?;
    }
    Ok(())
}

/// The words around, on one line, the figure in brackets.
fn around(text: &str, range: std::ops::Range<usize>) -> String {
    let reach = 40;
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let from = before.char_indices().rev().nth(reach).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(reach).map_or(after.len(), |(at, _)| at);
    let marked = format!("{}[{}]{}", &before[from..], &text[range], &after[..to]);
    marked.split_whitespace().collect::<Vec<_>>().join(" ")
}
