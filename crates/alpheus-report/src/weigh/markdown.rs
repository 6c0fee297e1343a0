//! A page as Markdown.

use super::{
    figures::{percent, range},
    page::{Block, Cell, Page, Table},
};
use crate::clean::clean;
use std::fmt::Write as _;

pub(super) fn lay_out(page: &Page) -> String {
    let mut out = format!("# {}\n", escaped(&page.title));
    for paragraph in &page.lead {
        let _ = write!(out, "\n{}\n", escaped(paragraph));
    }
    for section in &page.sections {
        let _ = write!(out, "\n## {}\n", section.title);
        for block in &section.blocks {
            out.push('\n');
            match block {
                Block::Paragraph(text) => {
                    let _ = writeln!(out, "{}", escaped(text));
                }
                Block::List(items) => {
                    for item in items {
                        let _ = writeln!(out, "- {}", escaped(item));
                    }
                }
                Block::Table(table) => table_rows(table, &mut out),
            }
        }
    }
    out
}

fn table_rows(table: &Table, out: &mut String) {
    let rule = table.rows[0].iter().map(|cell| match cell {
        Cell::Figure(_) => "---:",
        _ => "---",
    });
    let _ = writeln!(out, "| {} |", table.head.join(" | "));
    let _ = writeln!(out, "| {} |", rule.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Figure(text) => escaped(text),
        Cell::Bar { low, point, high } => {
            escaped(&format!("{}, within {}", percent(*point), range(*low, *high)))
        }
    }
}

/// Nothing of a case file is taken for markup, but for our own marks of code.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    for c in clean(text).chars() {
        in_code ^= c == '`';
        if !in_code && matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        if in_code && c == '|' {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
