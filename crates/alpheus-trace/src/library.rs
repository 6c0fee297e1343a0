//! A library of sources on disk: an index that grows, one writer, many readers.
//!
//! A library is a directory with a manifest and segments. Adding writes new segments and then a
//! new manifest; removing writes a manifest only; compacting writes what is left anew. Nothing
//! that a manifest names is ever changed, so that a process killed at any moment leaves the last
//! good state, and readers need no lock. One writer holds the lock; what a killed one left
//! behind is cleared by the next.

mod manifest;
mod segment;

pub use segment::fuzz_segment;

use crate::{
    Folding, Source,
    error::{Error, Kind},
    part::{MOST_TEXT, PartBuilder},
};
use manifest::{Entry, Manifest};
use rustc_hash::FxHashMap;
pub(crate) use segment::Segment;
use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

/// One seed in four is kept: runs of thirteen letters are sure to be found.
const EVERY: usize = 4;
/// How much text is gathered for a segment, in bytes.
const SEGMENT: usize = 256 << 20;
const ENDING: &str = "segment";

/// A library, opened for reading.
#[derive(Debug)]
pub struct Library {
    path: PathBuf,
    manifest: Manifest,
    segments: Vec<Segment>,
}

/// How large a library is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Sources.
    pub sources: usize,
    /// Of their words, those removed since the last compacting included.
    pub words: u64,
    /// Of their text, in bytes.
    pub text: u64,
    /// Of all files, in bytes; the text is part of it.
    pub files: u64,
    /// Segments.
    pub segments: usize,
}

impl Library {
    /// Opens the library in a directory.
    ///
    /// # Errors
    /// If there is none, or a file of it is missing, damaged or of another version.
    pub fn open(path: impl Into<PathBuf>) -> Result<Library, Error> {
        let path = path.into();
        let manifest = Manifest::read(&path)?;
        let segments = manifest
            .segments
            .iter()
            .map(|entry| Segment::open(&path.join(&entry.file)))
            .collect::<Result<_, _>>()?;
        Ok(Library { path, manifest, segments })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its sources, in the order that they were added.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        let all = self.segments.iter().enumerate();
        all.flat_map(move |(part, segment)| {
            let there =
                (0..segment.count()).filter(move |&source| self.has(part, source));
            there.map(|source| segment.source(source))
        })
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        let mut size = Size { segments: self.segments.len(), ..Size::default() };
        let removed = self.manifest.segments.iter().map(|entry| entry.removed.len());
        let all: usize = self.segments.iter().map(Segment::count).sum();
        size.sources = all.saturating_sub(removed.sum());
        for segment in &self.segments {
            let (text, files) = segment.sizes();
            size.text += text;
            size.files += files;
            size.words += segment.part().counts.total();
        }
        size
    }

    /// Checks every byte of it.
    ///
    /// # Errors
    /// The first file that is not what was written.
    pub fn verify(&self) -> Result<(), Error> {
        self.segments.iter().try_for_each(Segment::verify)
    }

    /// How its letters are folded.
    pub fn folding(&self) -> Folding {
        Folding { keep_diacritics: self.manifest.keep_diacritics }
    }

    pub(crate) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Whether a source was not removed.
    pub(crate) fn has(&self, part: usize, source: usize) -> bool {
        let removed = self.manifest.segments.get(part).map(|entry| &entry.removed);
        removed.is_none_or(|removed| removed.binary_search(&(source as u32)).is_err())
    }
}

/// What became of a text that was to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// It takes the place of another text of the same name.
    Changed,
    /// The library has it already.
    Same,
}

/// A library, opened for writing. What was done takes effect with [`commit`](Self::commit).
#[derive(Debug)]
pub struct Writer {
    library: Library,
    /// Held until this is dropped.
    _lock: File,
    builder: PartBuilder,
    sources: Vec<Source>,
    /// Where each source is: its segment and number; in the builder past the last segment.
    known: FxHashMap<String, (usize, u32)>,
}

impl Writer {
    /// Opens the library in a directory for writing, and makes one where there is none.
    ///
    /// # Errors
    /// If another process is writing to it, or it can't be read.
    pub fn open(path: impl Into<PathBuf>, folding: Folding) -> Result<Writer, Error> {
        let path = path.into();
        fs::create_dir_all(&path).map_err(Error::io(&path))?;
        let lock = lock(&path)?;
        let fresh = !path.join("manifest").exists();
        if fresh {
            let keep_diacritics = folding.keep_diacritics;
            let first = Manifest { keep_diacritics, ..Manifest::default() };
            first.write(&path)?;
        }
        let library = Library::open(path)?;
        library.clear()?;
        let mut known = FxHashMap::default();
        for (part, segment) in library.segments.iter().enumerate() {
            for number in (0..segment.count()).filter(|&number| library.has(part, number))
            {
                known.insert(segment.source(number).id.clone(), (part, number as u32));
            }
        }
        let builder = PartBuilder::new(library.folding(), EVERY);
        Ok(Writer { library, _lock: lock, builder, sources: Vec::new(), known })
    }

    /// Adds a source; one of the same name with another text is replaced.
    ///
    /// # Errors
    /// If it has more than a gibibyte, or a full segment can't be written.
    pub fn add(&mut self, mut source: Source, text: &str) -> Result<Added, Error> {
        if text.len() > MOST_TEXT {
            return Err(Error::new(source.id, Kind::TooLarge));
        }
        source.checksum = crc32fast::hash(text.as_bytes());
        let added = match self.known.get(&source.id) {
            None => Added::New,
            Some(&place) if self.source(place).is_some_and(|old| *old == source) => {
                return Ok(Added::Same);
            }
            Some(&place) => {
                self.drop_source(place);
                Added::Changed
            }
        };
        if !self.builder.fits(text.len()) {
            self.flush()?;
        }
        let place = (self.library.segments.len(), self.sources.len() as u32);
        self.known.insert(source.id.clone(), place);
        self.builder.add(text);
        self.sources.push(source);
        if self.builder.bytes() >= SEGMENT {
            self.flush()?;
        }
        Ok(added)
    }

    /// Removes the source of a name.
    ///
    /// # Errors
    /// If there is none.
    pub fn remove(&mut self, id: &str) -> Result<(), Error> {
        let Some(place) = self.known.remove(id) else {
            let kind = Kind::NoSource(id.to_owned());
            return Err(Error::new(&*self.library.path, kind));
        };
        self.drop_source(place);
        Ok(())
    }

    /// Writes what is left of all segments into new ones; `done` hears how many bytes of text
    /// more have been looked through.
    ///
    /// # Errors
    /// If a segment can't be written.
    pub fn compact(&mut self, mut done: impl FnMut(u64)) -> Result<(), Error> {
        self.flush()?;
        let old = std::mem::take(&mut self.library.segments);
        let entries = std::mem::take(&mut self.library.manifest.segments);
        self.known.clear();
        for (segment, entry) in old.iter().zip(entries) {
            for number in 0..segment.count() {
                if entry.removed.binary_search(&(number as u32)).is_err() {
                    self.add(segment.source(number).clone(), segment.text(number))?;
                }
                done(segment.text(number).len() as u64);
            }
        }
        Ok(())
    }

    /// Makes all that was done the state of the library, and gives it.
    ///
    /// # Errors
    /// If it can't be written; then the library is as it was before.
    pub fn commit(mut self) -> Result<Library, Error> {
        self.flush()?;
        self.library.manifest.write(&self.library.path)?;
        self.library.clear()?;
        Ok(self.library)
    }

    fn source(&self, (part, number): (usize, u32)) -> Option<&Source> {
        match self.library.segments.get(part) {
            Some(segment) => Some(segment.source(number as usize)),
            None => self.sources.get(number as usize),
        }
    }

    fn drop_source(&mut self, (part, number): (usize, u32)) {
        let segments = &mut self.library.manifest.segments;
        // What is still in the builder gets its entry when it is written.
        if segments.len() <= part {
            segments.push(Entry { file: String::new(), removed: Vec::new() });
        }
        let removed = &mut segments[part].removed;
        if let Err(at) = removed.binary_search(&number) {
            removed.insert(at, number);
        }
    }

    /// Writes the texts that were gathered into a segment.
    fn flush(&mut self) -> Result<(), Error> {
        if self.sources.is_empty() {
            return Ok(());
        }
        let Library { path, manifest, segments } = &mut self.library;
        let folding = Folding { keep_diacritics: manifest.keep_diacritics };
        let fresh = PartBuilder::new(folding, EVERY);
        let built = std::mem::replace(&mut self.builder, fresh).finish();
        let file = format!("{:06}.{ENDING}", manifest.next);
        let whole = path.join(&file);
        let sources = std::mem::take(&mut self.sources);
        segment::write(&whole, folding, &sources, &built)?;
        manifest.next += 1;
        match manifest.segments.get_mut(segments.len()) {
            Some(entry) => entry.file = file,
            None => manifest.segments.push(Entry { file, removed: Vec::new() }),
        }
        segments.push(Segment::open(&whole)?);
        Ok(())
    }
}

impl Library {
    /// Deletes segments that the manifest does not name: left by a process that was killed, or
    /// replaced. Only a writer may do this.
    fn clear(&self) -> Result<(), Error> {
        let entries = fs::read_dir(&self.path).map_err(Error::io(&self.path))?;
        for entry in entries {
            let path = entry.map_err(Error::io(&self.path))?.path();
            let segment = path.extension().is_some_and(|ending| ending == ENDING);
            let named = self.manifest.segments.iter().any(|entry| {
                path.file_name().is_some_and(|name| name == entry.file.as_str())
            });
            if segment && !named {
                fs::remove_file(&path).map_err(Error::io(&path))?;
            }
        }
        Ok(())
    }
}

/// The lock of the one writer.
fn lock(dir: &Path) -> Result<File, Error> {
    let path = dir.join("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(Error::io(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::new(dir, Kind::Locked)),
        Err(TryLockError::Error(error)) => Err(Error::new(path, Kind::Io(error))),
    }
}

#[cfg(test)]
mod tests;
