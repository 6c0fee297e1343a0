//! A page for a terminal.

use super::page::{Block, Cell, Page, Table};
use crate::{
    Screen,
    clean::{clean, columns, wrap},
};
use annotate_snippets::renderer::{AnsiColor, Effects, Style};

const HEADING: Style = AnsiColor::Cyan.on_default().effects(Effects::BOLD);
/// How many columns a bar takes.
const BAR: usize = 20;
/// Between two columns.
const GAP: &str = "  ";
/// Wider than this, lines are hard to read.
const WIDEST: usize = 110;

pub(super) fn lay_out(page: &Page, screen: Screen) -> String {
    let mut out = Out { screen, text: String::new() };
    out.heading(&page.title);
    for paragraph in &page.lead {
        out.lines("", "", paragraph);
    }
    for section in &page.sections {
        out.text.push('\n');
        out.heading(section.title);
        for (at, block) in section.blocks.iter().enumerate() {
            if at > 0 {
                out.text.push('\n');
            }
            match block {
                Block::Paragraph(text) => out.lines("", "", text),
                Block::List(items) => {
                    for item in items {
                        out.lines("• ", "  ", item);
                    }
                }
                Block::Table(table) => out.table(table),
            }
        }
    }
    out.text
}

struct Out {
    screen: Screen,
    text: String,
}

impl Out {
    fn width(&self) -> usize {
        self.screen.width.min(WIDEST)
    }

    fn heading(&mut self, text: &str) {
        for line in wrap(&plain(text), self.width()) {
            let shown = if self.screen.color {
                format!("{HEADING}{line}{HEADING:#}\n")
            } else {
                format!("{line}\n")
            };
            self.text += &shown;
        }
        if !self.screen.color {
            let longest = columns(&plain(text)).min(self.width());
            self.text += &"-".repeat(longest);
            self.text.push('\n');
        }
    }

    fn lines(&mut self, first: &str, rest: &str, text: &str) {
        let room = self.width().saturating_sub(columns(first)).max(24);
        for (at, line) in folded(&plain(text), room).iter().enumerate() {
            self.text += if at == 0 { first } else { rest };
            self.text += line;
            self.text.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        let widths = self.widths(table);
        let head = table.head.iter().zip(&widths).zip(&table.rows[0]);
        let head: Vec<Vec<String>> =
            head.map(|((title, width), cell)| head_cell(title, *width, cell)).collect();
        self.row(&head, &widths);
        for row in &table.rows {
            let cells: Vec<Vec<String>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| body_cell(cell, *width))
                .collect();
            self.row(&cells, &widths);
        }
    }

    /// Cells of one line or several, side by side.
    fn row(&mut self, cells: &[Vec<String>], widths: &[usize]) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let mut out = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                let part = cell.get(line).map_or("", String::as_str);
                out += part;
                out += &" ".repeat(width.saturating_sub(columns(part)));
                out += GAP;
            }
            self.text += out.trim_end();
            self.text.push('\n');
        }
    }

    /// Each column as wide as its widest cell; if that is too much, columns of words are
    /// narrowed, the widest first.
    fn widths(&self, table: &Table) -> Vec<usize> {
        const NARROWEST: usize = 10;
        let mut widths: Vec<usize> =
            table.head.iter().map(|title| columns(title)).collect();
        for row in &table.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell_width(cell));
            }
        }
        let is_words = |at: usize| matches!(table.rows[0].get(at), Some(Cell::Text(_)));
        let room = self.width().saturating_sub(GAP.len() * (widths.len() - 1));
        while widths.iter().sum::<usize>() > room {
            let words = (0..widths.len()).filter(|&at| is_words(at));
            let Some(widest) = words.max_by_key(|&at| widths[at]) else { break };
            if widths[widest] <= NARROWEST {
                break;
            }
            widths[widest] -= 1;
        }
        widths
    }
}

fn cell_width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Figure(text) => columns(&plain(text)),
        Cell::Bar { .. } => BAR,
    }
}

fn head_cell(title: &str, width: usize, below: &Cell) -> Vec<String> {
    if matches!(below, Cell::Figure(_)) {
        return vec![right(title, width)];
    }
    wrap(title, width)
}

fn body_cell(cell: &Cell, width: usize) -> Vec<String> {
    match cell {
        Cell::Text(text) => folded(&plain(text), width),
        Cell::Figure(text) => vec![right(&plain(text), width)],
        Cell::Bar { low, point, high } => vec![bar(*low, *point, *high)],
    }
}

fn right(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(columns(text))) + text
}

/// The range as a line, the point as a dot on it.
fn bar(low: f64, point: f64, high: f64) -> String {
    let at = |share: f64| step(share);
    (0..BAR)
        .map(|place| match place {
            place if place == at(point) => '●',
            place if (at(low)..=at(high)).contains(&place) => '─',
            _ => '·',
        })
        .collect()
}

/// Which of the bar's places a share falls in.
#[expect(
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share is from 0 to 1, a bar is short"
)]
fn step(share: f64) -> usize {
    ((share.clamp(0.0, 1.0) * BAR as f64) as usize).min(BAR - 1)
}

/// Broken into lines, but not between a figure and its sign.
fn folded(text: &str, width: usize) -> Vec<String> {
    /// Of the private use area, which cleaned text has nothing of.
    const GLUE: &str = "\u{e000}%";
    let lines = wrap(&text.replace(" %", GLUE), width).into_iter();
    lines.map(|line| line.replace(GLUE, " %")).collect()
}

/// On one line, with nothing that a terminal would obey, and without the marks of code.
fn plain(text: &str) -> String {
    clean(text).replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_shows_the_range_and_the_point() {
        assert_eq!(bar(0.0, 0.5, 1.0), "──────────●─────────");
        assert_eq!(bar(0.26, 0.31, 0.4), "·····─●──···········");
        assert_eq!(bar(1.0, 1.0, 1.0), "···················●");
    }
}
