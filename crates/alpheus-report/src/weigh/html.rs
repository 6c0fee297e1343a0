//! A page as HTML: one file, without scripts, and nothing loaded from elsewhere.

use super::{
    figures::range,
    page::{Block, Cell, Page, Table},
};
use crate::clean::clean;
use std::fmt::Write as _;

const STYLE: &str = "\
body { font: 16px/1.5 Georgia, serif; color: #222; background: #fff; max-width: 60rem; \
margin: 2rem auto; padding: 0 1rem }\n\
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin-top: 2rem }\n\
table { border-collapse: collapse; font-size: 0.92rem }\n\
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.9rem 0.25rem 0; \
border-bottom: 1px solid #ddd }\n\
th { font-weight: normal; color: #666 }\n\
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }\n\
.bar { position: relative; width: 10rem; height: 0.9rem; background: #eee; margin-top: 0.3rem }\n\
.bar i, .bar b { position: absolute; top: 0; height: 100%; background: #9bb }\n\
.bar b { width: 3px; background: #035 }\n\
code { font-family: inherit; font-style: italic }\n";

pub(super) fn lay_out(page: &Page) -> String {
    let title = escaped(&page.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    for paragraph in &page.lead {
        let _ = writeln!(out, "<p>{}</p>", inline(paragraph));
    }
    for section in &page.sections {
        let _ = writeln!(out, "<h2>{}</h2>", escaped(section.title));
        section.blocks.iter().for_each(|block| put(block, &mut out));
    }
    out + "</body>\n</html>\n"
}

fn put(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(text) => {
            let _ = writeln!(out, "<p>{}</p>", inline(text));
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", inline(item));
            }
            out.push_str("</ul>\n");
        }
        Block::Table(table) => rows(table, out),
    }
}

fn rows(table: &Table, out: &mut String) {
    out.push_str("<table>\n<tr>");
    for (title, below) in table.head.iter().zip(&table.rows[0]) {
        let _ = write!(out, "<th{}>{}</th>", class(below), escaped(title));
    }
    out.push_str("</tr>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td{}>{}</td>", class(cell), content(cell));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn class(cell: &Cell) -> &'static str {
    if matches!(cell, Cell::Figure(_)) { " class=\"figure\"" } else { "" }
}

fn content(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Figure(text) => inline(text),
        Cell::Bar { low, point, high } => {
            let [low_at, point_at, width] =
                [*low, *point, high - low].map(|share| 100.0 * share.clamp(0.0, 1.0));
            format!(
                "<div class=\"bar\" title=\"{}\"><i style=\"left:{low_at:.2}%;\
                 width:{width:.2}%\"></i><b style=\"left:{point_at:.2}%\"></b></div>",
                range(*low, *high)
            )
        }
    }
}

/// Our own marks of code become elements; nothing of a case file does.
fn inline(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let one = |(at, part): (usize, &str)| {
        let part = escaped(part);
        if at % 2 == 1 { format!("<code>{part}</code>") } else { part }
    };
    parts.map(one).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
