//! Reads documents side by side and hands on what is made of them in the order of the
//! input, so that the output is the same whatever the number of threads.
//!
//! Documents are taken in batches of a bounded number of bytes. While one batch is worked
//! on, the next is read, and no more than two are held: the memory does not grow with the
//! number of documents.

use crate::{paths::Source, progress::Progress, source::unread};
use alpheus_report::Unread;
use alpheus_text::{Document, Documents, Error, Format};
use anyhow::Context as _;
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::{
    iter,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

/// How many bytes and documents a batch takes; a larger document has one to itself.
const BATCH_BYTES: u64 = 8 << 20;
const BATCH_ITEMS: usize = 4096;

/// A document with the source that it came from.
pub(crate) struct Job<'s> {
    pub(crate) source: &'s Source,
    pub(crate) doc: Arc<Document>,
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
pub(crate) fn each<'s, T: Send>(
    sources: &'s [Source],
    pool: &ThreadPool,
    work: impl Fn(Job<'s>) -> T + Sync,
    mut sink: impl FnMut(Done<T>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let progress = Progress::new(sources.iter().map(|source| source.size).sum());
    let mut feed = Feed { sources: sources.iter(), many: None };
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
fn make<'s, T>(item: Item<'s>, work: &impl Fn(Job<'s>) -> T) -> Done<T> {
    let name = item.source.input.path().display().to_string();
    let made = catch_unwind(AssertUnwindSafe(|| item.read().map(work)));
    made.unwrap_or_else(|_| {
        Err(Unread { name, reason: "a fault in Alpheus: please report it".into() })
    })
}

/// A document that is to be read, or is read already because it is one of many in a file.
struct Item<'s> {
    source: &'s Source,
    read: Option<Box<Result<Document, Error>>>,
}

impl<'s> Item<'s> {
    fn size(&self) -> u64 {
        match self.read.as_deref() {
            Some(Ok(doc)) => doc.text().len() as u64,
            Some(Err(_)) => 0,
            None => self.source.size,
        }
    }

    fn read(self) -> Done<Job<'s>> {
        let read = self.read.map(|read| *read);
        // An input that is one document gives one.
        let read = read.or_else(|| self.source.input.documents().next());
        match read {
            Some(Ok(doc)) => Ok(Job { source: self.source, doc: doc.into() }),
            Some(Err(error)) => Err(unread(&error)),
            None => {
                let name = self.source.input.path().display().to_string();
                Err(Unread { name, reason: "no document".to_owned() })
            }
        }
    }
}

/// Hands out what is to be read, batch by batch.
struct Feed<'s> {
    sources: std::slice::Iter<'s, Source>,
    /// The file of many documents that is being read.
    many: Option<(&'s Source, Documents)>,
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
            if let Some((source, documents)) = &mut self.many {
                if let Some(read) = documents.next() {
                    return Some(Item { source, read: Some(Box::new(read)) });
                }
                self.many = None;
            }
            let source = self.sources.next()?;
            if source.input.format() != Format::JsonLines {
                return Some(Item { source, read: None });
            }
            self.many = Some((source, source.input.documents()));
        }
    }
}
