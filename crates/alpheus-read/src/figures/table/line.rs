//! Lines of plain text, as rows, rules, headings and prose.

use super::{
    cell::{self, Field},
    ledger::{Ledger, Shape, Words},
    row::{Cell, Label, Row},
};

/// What bars stand apart in the reckoning of places: further than any line is long.
pub(super) const BAR: u32 = 1 << 20;

/// The longest row, in bytes.
const LONGEST: usize = 400;

/// Reads the lines of a text into a ledger.
pub(super) fn read(text: &str, ledger: &mut Ledger) {
    let mut reader = Reader::default();
    let mut from = 0;
    for line in text.split('\n') {
        reader.line(line, from, ledger);
        from += line.len() as u32 + 1;
    }
    ledger.end();
}

/// Reads lines, reusing what it allocates.
#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    row: Row,
    /// Where rules are drawn, from column to column.
    rules: Vec<(u32, u32)>,
}

/// A stretch of a line between gaps.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Bytes of the line.
    bytes: (usize, usize),
    /// The column of the first character.
    column: u32,
    /// How many bars stand before it.
    bars: u32,
}

impl Reader {
    fn line(&mut self, line: &str, at: u32, ledger: &mut Ledger) {
        let line = line.trim_end();
        if line.is_empty() {
            ledger.blank();
        } else if may_be_row(line, ledger.is_open()) {
            self.row(line, at, ledger);
        } else {
            self.other(line, ledger);
        }
    }

    /// A line without a figure after a gap.
    fn other(&mut self, line: &str, ledger: &mut Ledger) {
        if !ledger.is_open() {
            return;
        }
        if is_rule(line) {
            self.rule(line, 1, ledger);
        } else if line.contains(char::is_alphanumeric) {
            let words = words(line);
            ledger.words(words);
            // A rule may be drawn behind the words, for the figures below.
            if line.ends_with("---") {
                self.rule(line, 3, ledger);
                ledger.beside_rule(words);
            }
        }
    }

    fn rule(&mut self, line: &str, least: u32, ledger: &mut Ledger) {
        self.rules.clear();
        let mut open = None;
        for (column, c) in line.chars().chain([' ']).enumerate() {
            let column = column as u32;
            match (cell::is_dash(c), open) {
                (true, None) => open = Some(column),
                (false, Some(from)) => {
                    self.rules.extend((column - from >= least).then_some((from, column)));
                    open = None;
                }
                _ => {}
            }
        }
        let grid = line.contains(['|', '+', '│', '┼', '┤', '├']);
        ledger.rule(&self.rules, grid);
    }

    fn row(&mut self, line: &str, at: u32, ledger: &mut Ledger) {
        pieces(line, &mut self.pieces);
        self.row.clear();
        self.rules.clear();
        for index in 0..self.pieces.len() {
            self.piece(line, at, index);
        }
        self.row.close();
        if self.row.cells.is_empty() {
            return self.other(line, ledger);
        }
        let words = line.trim_start();
        self.row.indent = (line.len() - words.len()) as u32;
        self.row.small = words.starts_with(char::is_lowercase);
        ledger.row(&self.row);
        if !self.rules.is_empty() {
            ledger.rule(&self.rules, false);
        }
    }

    fn piece(&mut self, line: &str, at: u32, index: usize) {
        let piece = self.pieces[index];
        let words = &line[piece.bytes.0..piece.bytes.1];
        let named = self.row.is_named();
        match cell::field(words, 0) {
            Field::Words => self.words(line, at, piece),
            Field::Dashes(count) if count > 1 && !named => {
                self.rules.push((piece.column, piece.column + count as u32));
            }
            Field::Dashes(_) | Field::Mark => {}
            Field::Number(number) => {
                let barred = self.pieces.last().is_some_and(|last| last.bars > 0);
                let first = !named && self.row.cells.is_empty() && self.pieces.len() > 1;
                if number.tailed && (barred || first) {
                    self.row.words(words);
                } else {
                    self.figure(line, at, piece);
                }
            }
        }
    }

    /// Words, or figures that stand close.
    fn words(&mut self, line: &str, at: u32, piece: Piece) {
        let words = &line[piece.bytes.0..piece.bytes.1];
        let cells = self.row.cells.len();
        for start in cell::figures(words) {
            self.figure(line, at, piece.word(line, start));
        }
        if self.row.cells.len() == cells {
            self.row.words(words);
            if self.row.is_total()
                && let Some(start) = figure_at_end(words)
            {
                self.figure(line, at, piece.word(line, start));
            }
        }
    }

    fn figure(&mut self, line: &str, at: u32, piece: Piece) {
        self.row.cells.extend(piece.cell(line, at, self.row.label));
    }
}

impl Piece {
    /// The word of the piece that begins at its byte `start`.
    fn word(self, line: &str, start: usize) -> Piece {
        let words = &line[self.bytes.0..self.bytes.1];
        let column = self.column + words[..start].chars().count() as u32;
        let len = words[start..].find(' ').unwrap_or(words.len() - start);
        let from = self.bytes.0 + start;
        Piece { bytes: (from, from + len), column, bars: self.bars }
    }

    /// The figure in it.
    fn cell(self, line: &str, at: u32, label: Label) -> Option<Cell> {
        let words = &line[self.bytes.0..self.bytes.1];
        let from = at + self.bytes.0 as u32;
        let Field::Number(number) = cell::field(words, from) else { return None };
        let span = number.entry.span;
        let before = &words[..(span.start - from) as usize];
        let left = self.column + before.chars().count() as u32;
        let (left, right) = match self.bars {
            0 => (left, left + span.len()),
            bars => (BAR + bars * 100, BAR + bars * 100 + 1),
        };
        let (ruled, odd) = (number.ruled, number.odd);
        let total = label == Label::Total;
        Some(Cell { entry: number.entry, left, right, total, ruled, odd })
    }
}

/// "Total 833": where the figure at the end of the label of a total begins.
fn figure_at_end(words: &str) -> Option<usize> {
    let (label, figure) = words.rsplit_once(' ')?;
    let begins = figure.starts_with(|c: char| c.is_ascii_digit() || c == '£' || c == '$');
    begins.then_some(label.len() + 1)
}

/// Whether a line may be a row: it has a figure behind a gap, or alone.
fn may_be_row(line: &str, open: bool) -> bool {
    let bytes = line.as_bytes();
    if bytes.len() > LONGEST {
        return false;
    }
    let Some(last) = bytes.iter().rposition(u8::is_ascii_digit) else { return false };
    let indent = bytes.iter().take_while(|b| **b == b' ').count();
    if indent >= 2
        && matches!(bytes[indent], b'0'..=b'9' | b'$' | b'(' | b'{' | b'}' | 0xC2)
    {
        return true;
    }
    if indent < last && has_gap(&bytes[indent..=last]) {
        return true;
    }
    open && matches!(bytes.get(indent), Some(b'T' | b't' | b'G' | b'A' | b'I'))
        && cell::is_total(line)
}

/// Whether there is a wide space, a bar, a tab or a row of dots.
fn has_gap(bytes: &[u8]) -> bool {
    let mut before = 0;
    bytes.iter().any(|&byte| {
        let gap = match byte {
            b' ' | b'.' => before == byte,
            b'|' | b'\t' => true,
            // The ends of "…", and of the characters that boxes are drawn with.
            0xA6 => before == 0x80,
            0x94 | 0x95 => before == 0xE2,
            _ => false,
        };
        before = byte;
        gap
    })
}

/// Whether a line is drawn, not written.
fn is_rule(line: &str) -> bool {
    let drawn = |c: char| {
        cell::is_dash(c)
            || matches!(c, '+' | '|' | ' ' | '*' | ':' | '\t' | '\u{2500}'..='\u{257f}')
    };
    line.chars().all(drawn) && line.contains(cell::is_dash)
}

fn words(line: &str) -> Words {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    let bars = line.bytes().filter(|b| *b == b'|').count();
    let shape = match line.len() {
        _ if bars > 1 => Shape::Barred,
        111.. => Shape::Prose,
        58.. if indent < 4 => Shape::Wide,
        _ => Shape::Short,
    };
    Words {
        shape,
        total: line.len() < 80 && cell::is_total(bare),
        digits: line.ends_with(|c: char| c.is_ascii_digit()),
        indent: indent as u32,
    }
}

/// Cuts a line at its gaps: wide spaces, tabs, bars, leading dots.
fn pieces(line: &str, out: &mut Vec<Piece>) {
    out.clear();
    let mut column = 0;
    let mut bars = 0;
    let mut spaces = 0;
    let mut open: Option<Piece> = None;
    let mut leads = false;
    let mut chars = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |next| next.1);
        leads = c == '…'
            || (c == '.' && (next == '.' || leads || (before == ' ' && next == ' ')))
            || (leads && c == ' ' && next == '.');
        let bar = matches!(c, '|' | '│' | '║' | '¦');
        if c == ' ' || c == '\u{a0}' {
            spaces += 1;
        }
        if bar || leads || c == '\t' || spaces > 1 {
            out.extend(open.take());
        }
        if bar {
            bars += 1;
        }
        if !(bar || leads || matches!(c, ' ' | '\u{a0}' | '\t')) {
            spaces = 0;
            let end = at + c.len_utf8();
            let piece = open.get_or_insert(Piece { bytes: (at, end), column, bars });
            piece.bytes.1 = end;
        } else if bar || leads || c == '\t' {
            spaces = 0;
        }
        column = if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 };
        before = c;
    }
    out.extend(open);
}
