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
    let from = text.floor_char_boundary(range.start.saturating_sub(reach));
    let to = text.ceil_char_boundary((range.end + reach).min(text.len()));
    let marked = format!(
        "{}[{}]{}",
        &text[from..range.start],
        &text[range.clone()],
        &text[range.end..to]
    );
    marked.split_whitespace().collect::<Vec<_>>().join(" ")
}
