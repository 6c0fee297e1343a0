//! Lines of plain text, as rows, rules, headings and prose.

use super::{
    cell::{self, Field},
    ledger::{Cell, Ledger, Row, Words},
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
    cells: Vec<Cell>,
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
        self.cells.clear();
        self.rules.clear();
        let mut label = Label::default();
        let barred = self.pieces.last().is_some_and(|piece| piece.bars > 0);
        for piece in &self.pieces {
            let words = &line[piece.bytes.0..piece.bytes.1];
            match cell::field(words, 0) {
                Field::Words => {
                    let cells = self.cells.len();
                    for start in cell::figures(words) {
                        self.cells.extend(piece.word(line, start).cell(
                            line,
                            at,
                            label.total,
                        ));
                    }
                    if self.cells.len() > cells {
                        continue;
                    }
                    // A number before the name of a row counts the rows.
                    label.numbered |= label.words == 0 && cells == 1;
                    label.add(words);
                    if let Some(start) = figure_at_end(words, label.total) {
                        self.cells.extend(piece.word(line, start).cell(
                            line,
                            at,
                            label.total,
                        ));
                    }
                }
                Field::Dashes(count) if count > 1 && label.words == 0 => {
                    self.rules.push((piece.column, piece.column + count as u32));
                }
                Field::Dashes(_) | Field::Mark => {}
                Field::Number(number)
                    if number.tailed
                        && (barred
                            || (label.words == 0
                                && self.cells.is_empty()
                                && self.pieces.len() > 1)) =>
                {
                    label.add(words);
                }
                Field::Number(_) => self.cells.extend(piece.cell(line, at, label.total)),
            }
        }
        if label.numbered && self.cells.len() > 1 {
            self.cells.remove(0);
        }
        if self.cells.is_empty() {
            return self.other(line, ledger);
        }
        ledger.row(&Row {
            cells: &self.cells,
            named: label.words > 0,
            total: label.total,
            less: label.less,
            indent: (line.len() - line.trim_start().len()) as u32,
            small: line.trim_start().starts_with(char::is_lowercase),
        });
        if !self.rules.is_empty() {
            ledger.rule(&self.rules, false);
        }
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
    fn cell(self, line: &str, at: u32, total: bool) -> Option<Cell> {
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
        Some(Cell { entry: number.entry, left, right, total, ruled, odd })
    }
}

/// What the words of a row say.
#[derive(Default)]
struct Label {
    /// How many cells of words.
    words: usize,
    total: bool,
    less: bool,
    /// The row begins with a number that counts the rows.
    numbered: bool,
}

impl Label {
    fn add(&mut self, words: &str) {
        self.less |= self.words == 0 && cell::is_less(words);
        self.total |= cell::is_total(words);
        self.words += 1;
    }
}

/// "Total 833": where the figure at the end of the label of a total begins.
fn figure_at_end(words: &str, total: bool) -> Option<usize> {
    let (label, figure) = words.rsplit_once(' ').filter(|_| total)?;
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
    let reach = line.len();
    let digits = bare
        .trim_end_matches([']', ')', '.', '*'])
        .ends_with(|c: char| c.is_ascii_digit());
    Words {
        barred: line.bytes().filter(|b| *b == b'|').count() > 1,
        total: reach < 80 && cell::is_total(bare),
        prose: reach > 110,
        wide: reach >= 58 && line.len() - bare.len() < 4,
        digits: digits && !line.ends_with(['.', ']', ')']),
        indent: (line.len() - bare.len()) as u32,
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
