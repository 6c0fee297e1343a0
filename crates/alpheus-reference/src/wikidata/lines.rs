//! The lines of a dump, no longer than a bound: a file without line ends must not fill
//! the memory.

use std::io::{self, BufRead};

/// A line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'l> {
    /// All of it.
    Whole(&'l [u8]),
    /// It is longer than the bound; its length.
    TooLong(u64),
}

/// Reads lines into one buffer.
pub(super) struct Lines<R> {
    dump: R,
    buffer: Vec<u8>,
    longest: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(dump: R, longest: usize) -> Self {
        Lines { dump, buffer: Vec::new(), longest, number: 0 }
    }

    /// The next line with its number, from 1.
    pub(super) fn next_line(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        self.buffer.clear();
        let mut length = 0_u64;
        loop {
            let chunk = self.dump.fill_buf()?;
            if chunk.is_empty() {
                if length == 0 {
                    return Ok(None);
                }
                break;
            }
            let end = memchr::memchr(b'\n', chunk);
            let piece = &chunk[..end.unwrap_or(chunk.len())];
            length += piece.len() as u64;
            if length <= self.longest as u64 {
                self.buffer.extend_from_slice(piece);
            }
            let used = piece.len() + usize::from(end.is_some());
            self.dump.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.number += 1;
        let whole = length <= self.longest as u64;
        let line = if whole { Line::Whole(&self.buffer) } else { Line::TooLong(length) };
        Ok(Some((self.number, line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn lines_are_bounded_and_numbered() {
        let text = b"ab\n\nabcdefgh\ncd";
        for capacity in [1, 2, 3, 100] {
            let reader = BufReader::with_capacity(capacity, text.as_slice());
            let mut lines = Lines::new(reader, 4);
            assert_eq!(lines.next_line().unwrap(), Some((1, Line::Whole(b"ab"))));
            assert_eq!(lines.next_line().unwrap(), Some((2, Line::Whole(b""))));
            assert_eq!(lines.next_line().unwrap(), Some((3, Line::TooLong(8))));
            assert_eq!(lines.next_line().unwrap(), Some((4, Line::Whole(b"cd"))));
            assert_eq!(lines.next_line().unwrap(), None);
        }
    }
}
