//! Plain text: its paragraphs, headings, items, rows and notes, told by how the lines lie.
//!
//! Two layouts are told apart first, over the whole text: lines that are wrapped, where a blank
//! line ends a paragraph, and lines that are whole paragraphs. In wrapped text a paragraph also
//! ends where a line stops short: it ends a sentence, and the next word would have fitted; or
//! it leaves half of its width free, as headlines and addresses do.

mod line;

use std::ops::Range;

use self::line::{Line, lines};
use crate::{Block, BlockKind, Lexicon, Span, document::Parts, token::key_of};

/// The longest line that is wrapped, in bytes.
const WRAPPED: usize = 140;

pub(crate) fn read(text: &str) -> Parts {
    let layout = Layout::of(text);
    let mut reader =
        Reader { text, layout, blocks: Vec::new(), group: Vec::new(), cuts: Vec::new() };
    for line in lines(text) {
        if line.is_blank() || line.is_rule(text) {
            reader.end_group();
        } else {
            reader.group.push(line);
            if reader.layout.paragraph_lines {
                reader.end_group();
            }
        }
    }
    reader.end_group();
    // A title has something under it.
    if let Some(last) = reader.blocks.last_mut()
        && matches!(last.kind, BlockKind::Heading(_))
    {
        last.kind = BlockKind::Paragraph;
    }
    let prose = (!reader.cuts.is_empty()).then(|| cut(text, &reader.cuts));
    Parts { prose, blocks: reader.blocks, ..Parts::default() }
}

/// The text with fillers where the cuts are.
fn cut(text: &str, cuts: &[Range<u32>]) -> String {
    let mut prose = String::with_capacity(text.len());
    for range in cuts {
        prose.push_str(&text[prose.len()..range.start as usize]);
        prose.extend(std::iter::repeat_n('\0', range.len()));
    }
    prose.push_str(&text[prose.len()..]);
    prose
}

/// How the lines of a text lie.
struct Layout {
    /// Every line is a paragraph.
    paragraph_lines: bool,
    /// Words are broken at the ends of lines.
    hyphenated: bool,
    /// Many lines are indented, so that it means nothing.
    indented: bool,
    /// How far wrapped lines reach.
    width: usize,
}

impl Layout {
    fn of(text: &str) -> Layout {
        let mut reaches = [0_usize; WRAPPED + 1];
        let (mut count, mut bytes, mut long, mut broken, mut indented) = (0, 0, 0, 0, 0);
        let mut before = false;
        for line in lines(text).filter(|line| !line.is_blank()) {
            count += 1;
            bytes += line.len();
            indented += usize::from(line.indent >= 4);
            broken += usize::from(before && line.begins_small(text));
            before = line.breaks_word(text);
            match reaches.get_mut(line.reach()) {
                Some(lines) => *lines += 1,
                None => long += line.len(),
            }
        }
        Layout {
            paragraph_lines: long * 2 > bytes,
            hyphenated: broken >= 3 && broken * 40 > count,
            indented: indented * 2 > count,
            width: most(&reaches),
        }
    }
}

/// How far nine lines in ten reach at most.
fn most(reaches: &[usize]) -> usize {
    let total: usize = reaches.iter().sum();
    let mut sum = 0;
    reaches
        .iter()
        .position(|lines| {
            sum += lines;
            sum * 10 >= total * 9
        })
        .unwrap_or(0)
}

struct Reader<'t> {
    text: &'t str,
    layout: Layout,
    blocks: Vec<Block>,
    /// Lines without a blank one between them.
    group: Vec<Line>,
    /// Bytes that are no prose: marks of quotation, hyphens at the ends of lines.
    cuts: Vec<Range<u32>>,
}

impl Reader<'_> {
    fn end_group(&mut self) {
        let group = std::mem::take(&mut self.group);
        self.read_group(&group);
        self.group = group;
        self.group.clear();
    }

    fn read_group(&mut self, mut group: &[Line]) {
        while let Some((heading, level)) = self.heading(group) {
            let (lines, rest) = group.split_at(heading);
            self.block(lines, BlockKind::Heading(level));
            group = rest;
        }
        let Some(first) = group.first() else { return };
        if group.iter().all(|line| line.is_quoted(self.text)) {
            self.quoted(group);
        } else if rows(group, self.text) {
            for line in group {
                self.block(&[*line], BlockKind::Row);
            }
        } else {
            let kind = self.kind(*first);
            let inset = group.len() > 1 && group.iter().all(|line| line.indent >= 4);
            let around = match kind {
                BlockKind::Paragraph if inset && !self.layout.indented => {
                    BlockKind::Quote
                }
                kind => kind,
            };
            self.paragraphs(group, around);
        }
    }

    /// How many lines at the head of a group are a heading, and of which level.
    fn heading(&self, group: &[Line]) -> Option<(usize, u8)> {
        let first = group.first()?;
        if let Some(level) = first.hashes(self.text) {
            return Some((1, level));
        }
        let caps = group.iter().take_while(|line| line.is_caps(self.text)).count();
        if (1..=3).contains(&caps) && !rows(group, self.text) {
            return Some((caps, 1));
        }
        (group.len() == 1 && first.is_title(self.text)).then_some((1, 2))
    }

    fn kind(&self, line: Line) -> BlockKind {
        if line.is_item(self.text) {
            BlockKind::Item
        } else if line.is_note(self.text) {
            BlockKind::Note
        } else {
            BlockKind::Paragraph
        }
    }

    /// Parts a group into paragraphs, items and notes; the first is of the kind `kind`.
    fn paragraphs(&mut self, group: &[Line], mut kind: BlockKind) {
        let around = if kind == BlockKind::Quote { kind } else { BlockKind::Paragraph };
        let mut from = 0;
        for at in 1..group.len() {
            let next = self.kind(group[at]);
            let marked = next != BlockKind::Paragraph;
            let listed = marked && (next == kind || group[at - 1].ends_clause(self.text));
            if listed || self.parted(group[at - 1], group[at]) {
                self.block(&group[from..at], kind);
                kind = if marked { next } else { around };
                from = at;
            }
        }
        self.block(&group[from..], kind);
    }

    /// Whether a paragraph ends between two lines.
    fn parted(&self, line: Line, next: Line) -> bool {
        if line.len() > WRAPPED || next.len() > WRAPPED {
            return true;
        }
        let reach = line.reach() + 1 + next.first_word(self.text);
        let (short, width) = (reach < self.layout.width, self.layout.width);
        if next.begins_small(self.text) {
            return false;
        }
        // A headline or an address ends no sentence, but it leaves half of the line free.
        reach * 2 < width && !line.ends_with(self.text, &[',', ';', '-'])
            || (short || next.indent >= line.indent + 2) && line.ends_sentence(self.text)
    }

    /// Lines that all begin with `>`.
    fn quoted(&mut self, group: &[Line]) {
        let inner = group.iter().map(|line| {
            let words = line.words(self.text);
            let cut = words.len() - words.trim_start_matches(['>', ' ']).len();
            Line { start: line.start + cut as u32, ..*line }
        });
        let inner: Vec<Line> = inner.collect();
        for (line, inner) in group.iter().zip(&inner) {
            self.cuts.push(line.start..inner.start.min(line.end));
        }
        for part in inner.split(|line| line.is_blank()).filter(|part| !part.is_empty()) {
            self.block(part, BlockKind::Quote);
        }
    }

    fn block(&mut self, lines: &[Line], kind: BlockKind) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        self.blocks.push(Block { span: Span::new(first.start, last.end), kind });
        if self.layout.hyphenated {
            for pair in lines.windows(2) {
                self.join_word(pair[0], pair[1]);
            }
        }
    }

    /// Cuts the hyphen and the line end in the middle of a word.
    fn join_word(&mut self, line: Line, next: Line) {
        let broken = line.breaks_word(self.text) && next.begins_small(self.text);
        if broken && !ends_whole_word(line.words(self.text)) {
            self.cuts.push(line.end - 1..next.start);
        }
    }
}

/// Whether a group of lines is a table.
fn rows(group: &[Line], text: &str) -> bool {
    let rows = group.iter().filter(|line| line.is_row(text)).count();
    group.len() > 1 && rows * 5 >= group.len() * 3
}

/// First parts of compounds, whose hyphen stays where a line ends after it.
static WHOLE: Lexicon<(), 128> = Lexicon::new(&[(
    "twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven \
     eight nine ten half mid self well ex non post pre anti pro vice so to first second third \
     north south east west brother sister father mother son daughter great grand",
    (),
)]);

fn ends_whole_word(line: &str) -> bool {
    let bytes = line.as_bytes();
    let end = bytes.len() - 1;
    let letters =
        bytes[..end].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    WHOLE.has(key_of(bytes, end - letters, end))
}

#[cfg(test)]
mod tests;
