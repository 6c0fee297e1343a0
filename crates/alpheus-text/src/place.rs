//! Where a byte of a text stands: its line, its column, its number among the code points.

use crate::Span;

/// The place of a byte, as people and editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The code point in its line, from 1.
    pub column: u32,
    /// The code point in the text, from 0.
    pub char: u32,
}

/// The lines of a text: made once for a document that has something to show.
#[derive(Clone, Debug)]
pub struct Lines {
    /// The first byte of each line.
    starts: Vec<u32>,
    /// How many code points begin before each [`STEP`] bytes; empty where all is ASCII.
    chars: Vec<u32>,
}

/// Counting code points begins at the last multiple of this.
const STEP: usize = 1 << 10;

impl Lines {
    /// Counts the lines of `text`; a line ends with LF, CRLF or CR.
    ///
    /// # Example: the second line
    /// ```
    /// let doc = alpheus_text::Document::plain("memo", "Été\r\nà Paris");
    /// let place = doc.place(9);
    /// assert_eq!((place.line, place.column, place.char), (2, 2, 6));
    /// ```
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| at as u32 + 1)).collect();
        let chars = if text.is_ascii() { Vec::new() } else { running_counts(bytes) };
        Lines { starts, chars }
    }

    /// How many lines there are: at least one.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }

    pub(crate) fn place(&self, text: &str, offset: u32) -> Place {
        let offset = offset.min(text.len() as u32);
        let line = self.starts.partition_point(|&start| start <= offset);
        let char = self.chars_before(text, offset);
        let column = char - self.chars_before(text, self.starts[line - 1]) + 1;
        Place { line: line as u32, column, char }
    }

    pub(crate) fn chars_before(&self, text: &str, offset: u32) -> u32 {
        let offset = offset.min(text.len() as u32) as usize;
        match self.chars.get(offset / STEP) {
            None => offset as u32,
            Some(before) => {
                before + count(&text.as_bytes()[offset / STEP * STEP..offset])
            }
        }
    }

    pub(crate) fn line(&self, text: &str, number: u32) -> Span {
        let at = |number: u32| self.starts.get(number as usize).copied();
        let start = at(number.saturating_sub(1)).unwrap_or(text.len() as u32);
        let end = at(number.max(1)).unwrap_or(text.len() as u32);
        let line = text[start as usize..end as usize].trim_end_matches(['\r', '\n']);
        Span::new(start, start + line.len() as u32)
    }
}

fn running_counts(bytes: &[u8]) -> Vec<u32> {
    let steps = bytes.chunks(STEP).scan(0, |sum, chunk| {
        *sum += count(chunk);
        Some(*sum)
    });
    std::iter::once(0).chain(steps).collect()
}

/// How many code points begin in `bytes`.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\n\ne";
        let lines = Lines::new(text);
        let numbers: Vec<u32> = (0..11).map(|at| lines.place(text, at).line).collect();
        assert_eq!(numbers, [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6]);
        assert_eq!(lines.line(text, 2), Span::new(2, 3));
        assert_eq!(lines.line(text, 5), Span::new(9, 9));
        assert_eq!(lines.line(text, 0), Span::new(0, 1), "there is no line 0");
        assert_eq!(lines.line(text, 99), Span::new(11, 11), "nor a line 99");
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let lines = Lines::new("");
        assert_eq!(lines.count(), 1);
        assert_eq!(lines.place("", 7), Place { line: 1, column: 1, char: 0 });
    }

    #[test]
    fn code_points_are_counted_over_steps() {
        let text = "née à\nÅbo ".repeat(500);
        let lines = Lines::new(&text);
        for (char, (at, _)) in text.char_indices().enumerate() {
            let place = lines.place(&text, at as u32);
            assert_eq!(place.char, char as u32);
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(place.column as usize, text[line..at].chars().count() + 1);
        }
    }
}
