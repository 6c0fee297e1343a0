//! Where a byte of a text stands: its line, its column, its number among the code points.

use alpheus_text::Span;

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
pub struct Lines<'t> {
    text: &'t str,
    /// The first byte of each line, and its number among the code points.
    starts: Vec<(u32, u32)>,
}

impl<'t> Lines<'t> {
    /// Counts the lines of `text`; a line ends with LF, CRLF or CR.
    ///
    /// # Example: the second line
    /// ```
    /// let lines = alpheus_report::Lines::new("Été\r\nà Paris");
    /// let place = lines.place(9);
    /// assert_eq!((place.line, place.column, place.char), (2, 2, 6));
    /// ```
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![(0, 0)];
        let (mut from, mut chars) = (0, 0);
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            chars += count(&bytes[from..=at]);
            from = at + 1;
            starts.push((from as u32, chars));
        }
        Lines { text, starts }
    }

    /// Where the byte at `offset` stands; past the end, where the text ends.
    pub fn place(&self, offset: u32) -> Place {
        let offset = offset.min(self.text.len() as u32);
        let line = self.starts.partition_point(|&(start, _)| start <= offset);
        let (start, chars) = self.starts[line - 1];
        let before = count(&self.text.as_bytes()[start as usize..offset as usize]);
        Place { line: line as u32, column: before + 1, char: chars + before }
    }

    /// The bytes of line `number` (from 1), without its end.
    pub(crate) fn line(&self, number: u32) -> Span {
        let (start, _) = self.starts[number as usize - 1];
        let end =
            self.starts.get(number as usize).map_or(self.text.len(), |s| s.0 as usize);
        let line = &self.text[start as usize..end];
        Span::new(start, start + line.trim_end_matches(['\r', '\n']).len() as u32)
    }

    /// The numbers of the code points under a span: first, and one past the last.
    pub(crate) fn chars(&self, span: Span) -> [u32; 2] {
        [self.place(span.start).char, self.place(span.end).char]
    }
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
        let lines = Lines::new("a\nb\r\nc\rd\n\ne");
        let starts: Vec<u32> = (0..11).map(|offset| lines.place(offset).line).collect();
        assert_eq!(starts, [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6]);
        assert_eq!(lines.line(2), Span::new(2, 3));
        assert_eq!(lines.line(5), Span::new(9, 9));
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let lines = Lines::new("");
        assert_eq!(lines.place(0), Place { line: 1, column: 1, char: 0 });
        assert_eq!(lines.place(7), Place { line: 1, column: 1, char: 0 });
        assert!(lines.line(1).is_empty());
    }

    #[test]
    fn columns_count_code_points() {
        let lines = Lines::new("née à\nÅbo");
        assert_eq!(lines.place(9).line, 2);
        assert_eq!(lines.chars(Span::new(8, 12)), [6, 9]);
    }
}
