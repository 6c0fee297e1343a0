//! The texts of a corpus, one after the other: in memory, or beyond a bound on disk.

use super::spool::Spool;
use crate::{Record, Source};
use alpheus_text::Span;
use rustc_hash::FxHashMap;
use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    ops::Range,
};

/// The longest text, in bytes: places in it have to fit into 31 bits.
const LONGEST: usize = 1 << 30;

/// Texts with what is known of them, numbered as they were added.
///
/// # Example: a corpus that is held on disk
/// ```
/// use alpheus_trace::{Corpus, Record, Source};
/// let mut corpus = Corpus::new(0);
/// let source = Source { id: "marsh.txt".into(), ..Source::default() };
/// corpus.push(&Record { source, text: "The toll was a penny.".into() })?;
/// assert_eq!(corpus.source(0)?.id, "marsh.txt");
/// assert_eq!(corpus.words(0, alpheus_text::Span::new(4, 8))?, "toll");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Corpus {
    texts: Spool,
    sources: Spool,
    entries: Vec<Entry>,
}

/// Where a text and what is known of it end, and the hash of its series.
#[derive(Clone, Copy, Debug)]
struct Entry {
    text: u64,
    source: u64,
    series: Option<u64>,
}

impl Corpus {
    /// An empty corpus whose texts take about so many bytes of memory, beside 40 for each; what
    /// is more goes to the system's directory for temporary files.
    pub fn new(memory: usize) -> Self {
        let (texts, sources) = (memory / 5 * 4, memory / 5);
        Corpus {
            texts: Spool::new(texts),
            sources: Spool::new(sources),
            entries: Vec::new(),
        }
    }

    /// Adds a text.
    ///
    /// # Errors
    /// If it is longer than 1 GiB, or the disk takes no more.
    pub fn push(&mut self, record: &Record) -> io::Result<()> {
        if record.text.len() > LONGEST {
            return Err(io::Error::other("a text of more than 1 GiB"));
        }
        self.texts.append(record.text.as_bytes())?;
        self.sources.append(&serde_json::to_vec(&record.source)?)?;
        let series = record.source.series.as_deref().map(|name| {
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            hasher.finish()
        });
        let (text, source) = (self.texts.len(), self.sources.len());
        self.entries.push(Entry { text, source, series });
        Ok(())
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is known of a text.
    ///
    /// # Errors
    /// If the disk can't be read.
    pub fn source(&self, text: usize) -> io::Result<Source> {
        let (start, end) = self.ends(text, |entry| entry.source);
        let source = self.sources.read(start, (end - start) as usize)?;
        Ok(serde_json::from_slice(&source)?)
    }

    /// Some words of a text.
    ///
    /// # Errors
    /// If the text has no such bytes, or the disk can't be read.
    pub fn words(&self, text: usize, span: Span) -> io::Result<String> {
        let start = self.ends(text, |entry| entry.text).0 + u64::from(span.start);
        let bytes = self.texts.read(start, span.range().len())?;
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    /// A whole text with what is known of it.
    ///
    /// # Errors
    /// If the disk can't be read.
    pub fn record(&self, text: usize) -> io::Result<Record> {
        let span = Span::new(0, self.size(text) as u32);
        Ok(Record { source: self.source(text)?, text: self.words(text, span)? })
    }

    /// The series of all texts as numbers; a text without one is one of its own.
    pub fn series_numbers(&self) -> Vec<u32> {
        let mut first = FxHashMap::default();
        let number = |(text, entry): (usize, &Entry)| {
            let own = text as u32;
            entry.series.map_or(own, |series| *first.entry(series).or_insert(own))
        };
        self.entries.iter().enumerate().map(number).collect()
    }

    /// How long a text is, in bytes.
    pub(crate) fn size(&self, text: usize) -> usize {
        let (start, end) = self.ends(text, |entry| entry.text);
        (end - start) as usize
    }

    /// How long some texts are together, in bytes.
    pub(crate) fn sizes(&self, texts: Range<usize>) -> u64 {
        texts.map(|text| self.size(text) as u64).sum()
    }

    /// Texts in groups of so many bytes; a larger text has one to itself.
    pub(crate) fn groups(&self, texts: Range<usize>, most: usize) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut bytes = 0;
        for text in texts {
            bytes += self.size(text);
            match groups.last_mut() {
                Some(group) if bytes <= most => group.end = text + 1,
                _ => {
                    bytes = self.size(text);
                    groups.push(text..text + 1);
                }
            }
        }
        groups
    }

    /// Reads some texts.
    pub(crate) fn texts(&self, range: Range<usize>) -> io::Result<Texts> {
        let (start, _) = self.ends(range.start, |entry| entry.text);
        let ends = self.entries[range.clone()].iter().map(|entry| entry.text - start);
        let starts: Vec<u32> =
            std::iter::once(0).chain(ends.map(|end| end as u32)).collect();
        let length = starts.last().copied().unwrap_or_default();
        let text = self.texts.read(start, length as usize)?;
        let text = String::from_utf8(text).map_err(io::Error::other)?;
        Ok(Texts { first: range.start, marks: marks(&text), text, starts })
    }

    fn ends(&self, text: usize, of: fn(&Entry) -> u64) -> (u64, u64) {
        let before = text.checked_sub(1).map_or(0, |before| of(&self.entries[before]));
        (before, of(&self.entries[text]))
    }
}

/// Some texts of a corpus, read into memory.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The number of the first.
    pub(crate) first: usize,
    pub(crate) text: String,
    /// Where each begins, and at last where all end.
    pub(crate) starts: Vec<u32>,
    /// Code points before every so many bytes.
    marks: Vec<u32>,
}

const STEP: usize = 1024;

fn marks(text: &str) -> Vec<u32> {
    let mut before = 0;
    let mut marks = Vec::with_capacity(text.len() / STEP + 1);
    for chunk in text.as_bytes().chunks(STEP) {
        marks.push(before);
        before += points(chunk);
    }
    marks
}

/// The code points that begin in some bytes.
fn points(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}

impl Texts {
    pub(crate) fn text(&self, index: usize) -> &str {
        &self.text[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// A stretch of a text, which is in bytes, in code points.
    pub(crate) fn in_points(&self, index: usize, span: Span) -> Span {
        let start = self.starts[index];
        let from = self.points_before(start);
        let points = |byte: u32| self.points_before(start + byte) - from;
        Span::new(points(span.start), points(span.end))
    }

    fn points_before(&self, byte: u32) -> u32 {
        let mark = (byte as usize / STEP).min(self.marks.len().saturating_sub(1));
        let rest = &self.text.as_bytes()[mark * STEP..byte as usize];
        self.marks.get(mark).copied().unwrap_or(0) + points(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(texts: &[&str]) -> Corpus {
        let mut corpus = Corpus::new(0);
        for text in texts {
            let record = Record { source: Source::default(), text: (*text).to_owned() };
            corpus.push(&record).unwrap();
        }
        corpus
    }

    #[test]
    fn code_points_are_counted_from_the_nearest_mark() {
        let text = "é—x".repeat(2000);
        let corpus = corpus(&["né", &text, ""]);
        let texts = corpus.texts(0..3).unwrap();
        for offset in [0, 2, 5, 6, 1023 / 6 * 6, 6000, text.len()] {
            let counted = texts.in_points(1, Span::new(0, offset as u32)).end as usize;
            assert_eq!(counted, text[..offset].chars().count());
        }
        assert_eq!(texts.in_points(2, Span::new(0, 0)), Span::new(0, 0));
    }

    #[test]
    fn texts_are_read_together_and_alone() {
        let corpus = corpus(&["one", "", "three", "four"]);
        let texts = corpus.texts(1..4).unwrap();
        assert_eq!((texts.first, texts.text(0), texts.text(2)), (1, "", "four"));
        assert_eq!(corpus.record(2).unwrap().text, "three");
        assert_eq!(corpus.groups(0..4, 4), [0..2, 2..3, 3..4]);
        assert_eq!(corpus.sizes(0..4), 12);
    }
}
