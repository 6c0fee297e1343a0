//! Records of JSON lines as passim takes them: `id`, `text`, `series`, `date`, and any others;
//! plain, or compressed by gzip or Zstandard.

use crate::{
    Source,
    error::{Error, Kind},
    source,
};
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use serde_json::{Map, Value};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

/// A record: what is known of a text, and the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What is known of it.
    pub source: Source,
    /// Its words.
    pub text: String,
}

/// The records of a file or stream, one a line. Empty lines are passed over.
pub struct Records {
    path: PathBuf,
    reader: Box<dyn BufRead + Send>,
    line: Vec<u8>,
    number: u64,
    over: bool,
}

impl Records {
    /// The records of a file; `.gz` and `.zst` are decompressed.
    ///
    /// # Errors
    /// If it can't be opened.
    pub fn open(path: &Path) -> Result<Records, Error> {
        let file = File::open(path).map_err(Error::io(path))?;
        let file = BufReader::with_capacity(1 << 16, file);
        let ending = path.extension().and_then(|ending| ending.to_str());
        let reader: Box<dyn BufRead + Send> = match ending {
            Some("gz") => Box::new(BufReader::new(MultiGzDecoder::new(file))),
            Some("zst") => {
                let wrong = |error| Error::new(path, Kind::Io(io::Error::other(error)));
                let frames = StreamingDecoder::new(file)
                    .map_err(|error| wrong(error.to_string()))?;
                Box::new(BufReader::new(frames))
            }
            _ => Box::new(file),
        };
        Ok(Records::new(path, reader))
    }

    /// The records of a stream, which is called `path` in messages.
    ///
    /// # Example: other fields are kept
    /// ```
    /// use alpheus_trace::Records;
    /// let lines = br#"{"id": "a", "text": "Of ferries.", "series": "s", "page": 7}"#;
    /// let record = Records::new("x.jsonl", &lines[..]).next().unwrap()?;
    /// assert_eq!(record.source.series.as_deref(), Some("s"));
    /// assert_eq!(record.source.fields["page"], 7);
    /// # Ok::<(), alpheus_trace::Error>(())
    /// ```
    pub fn new(path: impl Into<PathBuf>, reader: impl Read + Send + 'static) -> Records {
        let reader = Box::new(BufReader::new(reader));
        Records { path: path.into(), reader, line: Vec::new(), number: 0, over: false }
    }

    fn record(&self) -> Result<Record, Kind> {
        let wrong = |why: String| Kind::Line(self.number, why);
        let mut fields: Map<String, Value> =
            serde_json::from_slice(&self.line).map_err(|error| {
                wrong(error.to_string().replace(" at line 1 column ", ", column "))
            })?;
        let Some(Value::String(text)) = fields.remove("text") else {
            return Err(wrong("no `text`".to_owned()));
        };
        let id = match fields.remove("id") {
            Some(Value::String(id)) => id,
            Some(other) => other.to_string(),
            None => format!("{}:{}", self.path.display(), self.number),
        };
        if text.len() >= u32::MAX as usize {
            return Err(Kind::TooLarge);
        }
        Ok(Record { source: source::of_fields(id, fields), text })
    }
}

impl Iterator for Records {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            self.line.clear();
            self.number += 1;
            match self.reader.read_until(b'\n', &mut self.line) {
                Ok(0) => self.over = true,
                Ok(_) if self.line.trim_ascii().is_empty() => {}
                Ok(_) => {
                    let record = self.record();
                    return Some(record.map_err(|kind| Error::new(&*self.path, kind)));
                }
                Err(error) => {
                    self.over = true;
                    return Some(Err(Error::new(&*self.path, Kind::Io(error))));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    const LINES: &str =
        "{\"id\": \"a\", \"text\": \"One.\"}\n\n{\"text\": \"Two.\", \"date\": 1871}\n";

    #[test]
    fn compressed_files_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let plain = dir.path().join("x.jsonl");
        std::fs::write(&plain, LINES).unwrap();
        let packed = dir.path().join("x.jsonl.gz");
        let file = File::create(&packed).unwrap();
        let mut encoder =
            flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        encoder.write_all(LINES.as_bytes()).unwrap();
        encoder.finish().unwrap();
        let zst = dir.path().join("x.jsonl.zst");
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        std::fs::write(&zst, ruzstd::encoding::compress_to_vec(LINES.as_bytes(), level))
            .unwrap();
        for path in [plain, packed, zst] {
            let read: Vec<_> =
                Records::open(&path).unwrap().map(Result::unwrap).collect();
            assert_eq!(read.len(), 2);
            assert_eq!(read[1].source.date.as_deref(), Some("1871"));
            assert_eq!(read[1].source.id, format!("{}:3", path.display()));
        }
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_read() {
        let lines = b"{\"id\": 3}\n{oops\n{\"id\": 3, \"text\": \"x\"}\n";
        let read: Vec<_> = Records::new("x.jsonl", &lines[..]).collect();
        assert_eq!(
            read[0].as_ref().unwrap_err().to_string(),
            "x.jsonl: line 1: no `text`"
        );
        assert!(read[1].is_err());
        assert_eq!(read[2].as_ref().unwrap().source.id, "3");
    }
}
