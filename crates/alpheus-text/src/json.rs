//! JSON lines: a document a line, `{"id": …, "text": …, "dct": …}`.
//!
//! Lines are read one after the other and forgotten, so that memory does not grow with their
//! number. The text stands in the file with escapes; where each of them ends is noted, so that a
//! span of the text leads back to the bytes on disk.

use std::{borrow::Cow, io::BufRead};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{Document, Error, disk::DiskMap, error::Kind, mask};

/// The documents of a stream of JSON lines. A line that is no document is an error, and the
/// next is read; empty lines are passed over.
///
/// # Example: a line
/// ```
/// let lines = br#"{"id": "a", "text": "In 1848.\n\nIn 1849.", "dct": "1850-01-02"}"#;
/// let mut documents = alpheus_text::JsonLines::new("x.jsonl", &lines[..]);
/// let doc = documents.next().unwrap()?;
/// assert_eq!((doc.name(), doc.created()), ("a", Some("1850-01-02")));
/// assert_eq!(&lines[doc.disk(doc.blocks()[1].span).start as usize..][..8], b"In 1849.");
/// # Ok::<(), alpheus_text::Error>(())
/// ```
#[derive(Debug)]
pub struct JsonLines<R> {
    origin: String,
    reader: R,
    line: Vec<u8>,
    number: u64,
    /// Where the line begins in the stream.
    start: u64,
    over: bool,
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: &'a RawValue,
    #[serde(borrow)]
    dct: Option<Cow<'a, str>>,
}

impl<R: BufRead> JsonLines<R> {
    /// The documents of `reader`, which is called `origin` in messages.
    pub fn new(origin: impl Into<String>, reader: R) -> Self {
        let origin = origin.into();
        JsonLines { origin, reader, line: Vec::new(), number: 0, start: 0, over: false }
    }

    fn document(&self) -> Result<Document, Kind> {
        let bad = |reason: String| Kind::Line(self.number, reason);
        let mark = if self.number == 1 && self.line.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            0
        };
        let line = std::str::from_utf8(&self.line[mark..]).map_err(|error| {
            bad(format!("not valid UTF-8 from byte {}", error.valid_up_to()))
        })?;
        let record: Record<'_> =
            serde_json::from_str(line).map_err(|error| bad(plainly(&error)))?;
        let text: String = serde_json::from_str(record.text.get())
            .map_err(|_| bad("`text` is not a string".to_owned()))?;
        // Both lie in the line, so that their addresses tell the offset.
        let within = record.text.get().as_ptr().addr() - self.line.as_ptr().addr();
        let disk = unescaped(record.text.get(), self.start + within as u64);
        let name =
            record.id.map_or_else(|| format!("{}:{}", self.origin, self.number), name);
        let created = record.dct.as_deref().and_then(mask::day);
        Document::of_line((name, &self.origin), text, disk, created)
    }

    /// Reads the next line; false at the end.
    fn advance(&mut self) -> Result<bool, Error> {
        self.start += self.line.len() as u64;
        self.number += 1;
        self.line.clear();
        let read = self.reader.read_until(b'\n', &mut self.line);
        read.map(|bytes| bytes > 0)
            .map_err(|error| Error::new(self.origin.as_str(), Kind::Io(error)))
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            match self.advance() {
                Ok(false) => self.over = true,
                Ok(true) if self.line.trim_ascii().is_empty() => {}
                Ok(true) => {
                    let read = self.document();
                    return Some(
                        read.map_err(|kind| Error::new(self.origin.as_str(), kind)),
                    );
                }
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

/// What is wrong with a line, of which JSON's own count of lines knows nothing.
fn plainly(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", ", column ")
}

/// An id as it is called: a string without its quotes, anything else as it is written.
fn name(id: &RawValue) -> String {
    serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().to_owned())
}

/// Where the characters of a string literal stand, which begins at `start` with its quote.
fn unescaped(literal: &str, start: u64) -> DiskMap {
    let bytes = literal.as_bytes();
    let mut map = DiskMap::same(start + 1);
    let (mut at, mut text) = (1, 0);
    while let Some(run) = bytes.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        let (length, width) = escape(&literal[at + run..]);
        at += run + length;
        text += (run + width) as u32;
        map.point(text, start + at as u64);
    }
    map
}

/// How many bytes an escape has, and how many the character that it stands for.
fn escape(source: &str) -> (usize, usize) {
    let unit = |at: usize| {
        source.get(at..at + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok())
    };
    match source.as_bytes().get(1) {
        Some(b'u') => match unit(2) {
            Some(0..0x80) => (6, 1),
            Some(0x80..0x800) => (6, 2),
            Some(0xd800..0xe000) => (12, 4),
            _ => (6, 3),
        },
        _ => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Vec<Result<Document, String>> {
        JsonLines::new("x.jsonl", lines.as_bytes())
            .map(|read| read.map_err(|error| error.to_string()))
            .collect()
    }

    #[test]
    fn every_character_is_found_again_on_disk() {
        let text = "a\"b\\c\n\u{8}é — 😀 \u{1f600}\t/\u{7}\u{2028}end";
        let escaped: String = text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04X}"))
            .collect::<Vec<_>>()
            .concat();
        let literals = [
            serde_json::to_string(text).unwrap(),
            format!("\"{escaped}\""),
            "\"a\\\"b\\\\c\\n\\bé — 😀 \\uD83D\\ude00\\t\\/\\u0007\\u2028end\""
                .to_owned(),
        ];
        for literal in literals {
            let lines = format!("\u{feff}\n\n{{\"text\" : {literal}, \"id\": 7}}\n");
            let found = read(&lines);
            let doc = found.last().unwrap().as_ref().unwrap();
            assert_eq!((doc.text(), doc.name()), (text, "7"));
            for (at, c) in text.char_indices() {
                let end = (at + c.len_utf8()) as u32;
                let disk = doc.disk(crate::Span::new(at as u32, end));
                let source = &lines[disk.start as usize..disk.end as usize];
                let read: String =
                    serde_json::from_str(&format!("\"{source}\"")).unwrap();
                assert_eq!(read, c.to_string(), "{source}");
            }
        }
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let found = read(
            "{\"id\":\"a\",\"text\":\"One.\"}\n\
             {\"id\":\"b\"}\n\
             not json\n\
             {\"text\":5}\n\
             {\"text\":\"Two.\",\"dct\":\"yesterday\",\"more\":[1]}",
        );
        let names: Vec<_> = found
            .iter()
            .map(|read| read.as_ref().map_or_else(String::as_str, Document::name))
            .collect();
        assert_eq!(names[0], "a");
        assert!(
            names[1].starts_with("x.jsonl: line 2: missing field `text`"),
            "{}",
            names[1]
        );
        assert!(names[2].starts_with("x.jsonl: line 3: expected"), "{}", names[2]);
        assert_eq!(names[3], "x.jsonl: line 4: `text` is not a string");
        assert_eq!(names[4], "x.jsonl:5");
        assert_eq!(found[4].as_ref().unwrap().created(), None);
        assert_eq!(found[4].as_ref().unwrap().origin(), "x.jsonl");
    }
}
