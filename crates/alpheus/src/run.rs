//! Reads documents side by side and hands on what is made of them in the order of the
//! input, so that the output is the same whatever the number of threads.
//!
//! Documents are taken in batches of a bounded number of bytes. While one batch is worked
//! on, the next is read, and no more than two are held: the memory does not grow with the
//! number of documents.

use crate::{args::Form, paths::Source, progress::Progress, source};
use alpheus_report::Unread;
use alpheus_text::Document;
use anyhow::Context as _;
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read as _},
    iter, mem,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// How many bytes and documents a batch takes; a larger document has one to itself.
const BATCH_BYTES: u64 = 8 << 20;
const BATCH_ITEMS: usize = 4096;

/// A document with the source that it came from.
pub(crate) struct Job<'s> {
    pub(crate) source: &'s Source,
    pub(crate) doc: Document,
}

/// What became of a document: what was made of it, or why it could not be read.
pub(crate) type Done<T> = Result<T, Unread>;

/// The threads that a run may use.
pub(crate) fn pool(threads: Option<usize>) -> anyhow::Result<ThreadPool> {
    let pool = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build();
    pool.context("could not start the threads")
}

/// Reads every document of `sources`, makes a `T` of it with `work`, and hands these to
/// `sink` in order.
///
/// # Errors
/// Those of `sink`, at the first of which the run ends.
pub(crate) fn each<T: Send>(
    sources: &[Source],
    pool: &ThreadPool,
    work: impl Fn(Job<'_>) -> T + Sync,
    mut sink: impl FnMut(Done<T>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let progress = Progress::new(sources.iter().map(|source| source.size).sum());
    let mut feed = Feed { sources: sources.iter(), lines: None };
    let mut batch = feed.batch();
    while !batch.is_empty() {
        let bytes = batch.iter().map(Item::size).sum();
        let (done, next) = pool.install(|| {
            rayon::join(
                || {
                    batch
                        .into_par_iter()
                        .map(|item| make(item, &work))
                        .collect::<Vec<_>>()
                },
                || feed.batch(),
            )
        });
        progress.aside(|| done.into_iter().try_for_each(&mut sink))?;
        progress.advance(bytes);
        batch = next;
    }
    Ok(())
}

/// Reads an item and works on it. A fault in the program costs one document, not the run.
fn make<T>(item: Item<'_>, work: &impl Fn(Job<'_>) -> T) -> Done<T> {
    let name = item.name();
    let made = catch_unwind(AssertUnwindSafe(|| item.read().map(work)));
    made.unwrap_or_else(|_| {
        Err(Unread { name, reason: "a fault in Alpheus: please report it".into() })
    })
}

/// Something that is read into one document.
enum Item<'s> {
    File(&'s Source),
    /// One of many documents in a file, with its line.
    Line(&'s Source, u64, Vec<u8>),
    Lost(&'s Source, io::Error),
}

impl<'s> Item<'s> {
    fn size(&self) -> u64 {
        match self {
            Item::File(source) => source.size,
            Item::Line(_, _, bytes) => bytes.len() as u64,
            Item::Lost(..) => 0,
        }
    }

    fn name(&self) -> String {
        match self {
            Item::File(source) | Item::Lost(source, _) => source.name(),
            Item::Line(source, number, _) => format!("{}:{number}", source.name()),
        }
    }

    fn read(self) -> Done<Job<'s>> {
        let name = self.name();
        let (source, doc) = match self {
            Item::File(source) => (source, whole(source, &name)?),
            Item::Line(source, _, bytes) => (source, source::line(name, &bytes)?),
            Item::Lost(_, error) => {
                return Err(Unread { name, reason: source::reason(&error) });
            }
        };
        Ok(Job { source, doc })
    }
}

/// Reads a source that is one document.
fn whole(source: &Source, name: &str) -> Done<Document> {
    let bytes = if let Some(path) = &source.path {
        std::fs::read(path)
    } else {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    };
    let lost = |error| Unread { name: name.to_owned(), reason: source::reason(&error) };
    source::document(name.to_owned(), bytes.map_err(lost)?, source.form)
}

/// Hands out what is to be read, batch by batch.
struct Feed<'s> {
    sources: std::slice::Iter<'s, Source>,
    /// The file whose lines are being handed out.
    lines: Option<Lines<'s>>,
}

struct Lines<'s> {
    source: &'s Source,
    reader: Box<dyn BufRead + Send>,
    number: u64,
}

impl<'s> Feed<'s> {
    fn batch(&mut self) -> Vec<Item<'s>> {
        let mut bytes = 0;
        let mut batch = Vec::new();
        for item in iter::from_fn(|| self.next()) {
            bytes += item.size();
            batch.push(item);
            if bytes >= BATCH_BYTES || batch.len() == BATCH_ITEMS {
                break;
            }
        }
        batch
    }

    fn next(&mut self) -> Option<Item<'s>> {
        loop {
            if let Some(lines) = &mut self.lines {
                if let Some(item) = lines.next() {
                    return Some(item);
                }
                self.lines = None;
            }
            let source = self.sources.next()?;
            if source.form != Form::Jsonl {
                return Some(Item::File(source));
            }
            match Lines::open(source) {
                Ok(lines) => self.lines = Some(lines),
                Err(error) => return Some(Item::Lost(source, error)),
            }
        }
    }
}

impl<'s> Lines<'s> {
    fn open(source: &'s Source) -> io::Result<Self> {
        let reader: Box<dyn BufRead + Send> = match &source.path {
            Some(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
            None => Box::new(BufReader::new(io::stdin())),
        };
        Ok(Lines { source, reader, number: 0 })
    }

    /// The next line that holds something.
    fn next(&mut self) -> Option<Item<'s>> {
        let mut line = Vec::new();
        loop {
            self.number += 1;
            line.clear();
            match self.reader.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => {
                    return Some(Item::Line(
                        self.source,
                        self.number,
                        mem::take(&mut line),
                    ));
                }
                Err(error) => {
                    // Nothing more can be read of this file.
                    self.reader = Box::new(io::empty());
                    return Some(Item::Lost(self.source, error));
                }
            }
        }
    }
}
