//! A segment: some texts with their seeds and counts, in a file that is never changed.
//!
//! The file begins with a magic number, the version, and a table of sections with the checksum
//! of each; the table has a checksum of its own. All numbers are little-endian. Opening checks
//! the table and the sections that describe the texts; [`Segment::verify`] checks all of it.
//! The texts, seeds and counts are read where they lie in the mapped file.

use crate::{
    Folding, Source,
    error::{Error, Kind},
    packed::Packed,
    part::{Built, Part},
    words::Counts,
};
use mmap_guard::FileData;
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

const MAGIC: &[u8; 8] = b"ALPHTRC\n";
const VERSION: u32 = 1;
/// Magic number, version, count of sections.
const FIXED: usize = 16;
/// Offset, length, checksum, nothing.
const ENTRY: usize = 24;
/// About, starts, text, seeds, words, pairs.
const SECTIONS: usize = 6;
const HEADER: usize = FIXED + SECTIONS * ENTRY + 8;

/// What a segment says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    keep_diacritics: bool,
    /// How many words it has.
    words: u64,
    sources: Vec<Source>,
}

/// A segment, opened for reading.
#[derive(Debug)]
pub(crate) struct Segment {
    path: PathBuf,
    data: FileData,
    sections: [(usize, usize); SECTIONS],
    checksums: [u32; SECTIONS],
    about: About,
    starts: Vec<u32>,
}

/// Writes a segment to a new file, and has it on the disk before this returns.
pub(crate) fn write(
    path: &Path,
    folding: Folding,
    sources: Vec<Source>,
    built: &Built,
) -> Result<u64, Error> {
    let words = built.counted.total;
    let about = About { keep_diacritics: folding.keep_diacritics, words, sources };
    let about = serde_json::to_vec(&about)
        .map_err(|error| Error::new(path, Kind::Io(error.into())))?;
    let starts: Vec<u8> = built.starts.iter().flat_map(|at| at.to_le_bytes()).collect();
    let counted = &built.counted;
    let sections: [&[u8]; SECTIONS] =
        [&about, &starts, &built.text, &built.seeds, &counted.words, &counted.pairs];
    let mut header = Vec::with_capacity(HEADER);
    header.extend(MAGIC);
    header.extend(VERSION.to_le_bytes());
    header.extend((SECTIONS as u32).to_le_bytes());
    let mut offset = HEADER as u64;
    for section in sections {
        header.extend(offset.to_le_bytes());
        header.extend((section.len() as u64).to_le_bytes());
        header.extend(crc32fast::hash(section).to_le_bytes());
        header.extend([0; 4]);
        offset += section.len() as u64;
    }
    header.extend(crc32fast::hash(&header).to_le_bytes());
    header.extend([0; 4]);

    let mut file = File::create_new(path).map_err(Error::io(path))?;
    file.write_all(&header).map_err(Error::io(path))?;
    for section in sections {
        file.write_all(section).map_err(Error::io(path))?;
    }
    file.sync_all().map_err(Error::io(path))?;
    Ok(offset)
}

impl Segment {
    /// Maps a segment's file.
    pub(crate) fn open(path: &Path) -> Result<Segment, Error> {
        let data = mmap_guard::map_file(path).map_err(Error::io(path))?;
        Segment::of(path, data).map_err(|kind| Error::new(path, kind))
    }

    /// Reads a segment that is in memory.
    pub(crate) fn of(path: &Path, data: FileData) -> Result<Segment, Kind> {
        let (sections, checksums) = table(&data)?;
        let section = |index: usize| {
            let (start, end) = sections[index];
            let bytes = &data[start..end];
            let whole = crc32fast::hash(bytes) == checksums[index];
            whole.then_some(bytes).ok_or(Kind::Damaged("a checksum does not fit"))
        };
        let about: About = serde_json::from_slice(section(0)?)
            .map_err(|_| Kind::Damaged("the list of its sources can't be read"))?;
        let starts: Vec<u32> = section(1)?
            .chunks_exact(4)
            .map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
            .collect();
        let text = sections[2].1 - sections[2].0;
        let fit = starts.len() == about.sources.len() + 1
            && starts.is_sorted()
            && starts.first() == Some(&0)
            && starts.last().is_some_and(|&end| end as usize == text);
        if !fit {
            return Err(Kind::Damaged("its texts are not where it says"));
        }
        let segment =
            Segment { path: path.to_owned(), data, sections, checksums, about, starts };
        let tables = Packed::of(segment.section(3)).zip(segment.counts());
        tables.ok_or(Kind::Damaged("its tables can't be read"))?;
        Ok(segment)
    }

    /// Checks every byte.
    pub(crate) fn verify(&self) -> Result<(), Error> {
        for index in 0..SECTIONS {
            if crc32fast::hash(self.section(index)) != self.checksums[index] {
                let kind = Kind::Damaged("a checksum does not fit");
                return Err(Error::new(&*self.path, kind));
            }
        }
        Ok(())
    }

    fn section(&self, index: usize) -> &[u8] {
        let (start, end) = self.sections[index];
        &self.data[start..end]
    }

    fn counts(&self) -> Option<Counts<'_>> {
        Counts::of(self.section(4), self.section(5), self.about.words)
    }

    /// Its texts and tables.
    pub(crate) fn part(&self) -> Part<'_> {
        Part {
            text: self.section(2),
            starts: &self.starts,
            seeds: Packed::of(self.section(3)).expect("checked when it was opened"),
            counts: self.counts().expect("checked when it was opened"),
        }
    }

    pub(crate) fn sources(&self) -> &[Source] {
        &self.about.sources
    }

    pub(crate) fn folding(&self) -> Folding {
        Folding { keep_diacritics: self.about.keep_diacritics }
    }

    /// The bytes of its texts, and of all of it.
    pub(crate) fn sizes(&self) -> (u64, u64) {
        (self.section(2).len() as u64, self.data.len() as u64)
    }

    /// The text of a source.
    pub(crate) fn text(&self, source: usize) -> &str {
        let part = self.part();
        part.slice(part.bounds(source)).1
    }
}

/// Where the sections stand, and their checksums.
type Table = ([(usize, usize); SECTIONS], [u32; SECTIONS]);

fn table(data: &[u8]) -> Result<Table, Kind> {
    let Some(header) = data.get(..HEADER) else {
        return Err(Kind::Damaged("it ends too early"));
    };
    if !header.starts_with(MAGIC) {
        return Err(Kind::Damaged("it does not begin as a segment"));
    }
    let short =
        |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().expect("four"));
    let long =
        |at: usize| u64::from_le_bytes(header[at..at + 8].try_into().expect("eight"));
    if short(8) != VERSION {
        return Err(Kind::Version(short(8)));
    }
    if crc32fast::hash(&header[..HEADER - 8]) != short(HEADER - 8) {
        return Err(Kind::Damaged("the checksum of its table does not fit"));
    }
    let mut sections = [(0, 0); SECTIONS];
    let mut checksums = [0; SECTIONS];
    for index in 0..SECTIONS {
        let at = FIXED + index * ENTRY;
        let end = long(at).checked_add(long(at + 8));
        let end = end.filter(|&end| end <= data.len() as u64);
        let end = end.ok_or(Kind::Damaged("it ends too early"))?;
        sections[index] = (long(at) as usize, end as usize);
        checksums[index] = short(at + 16);
    }
    Ok((sections, checksums))
}

/// Opens a segment that is in memory and looks words up in it, whatever its bytes are.
#[doc(hidden)]
pub fn fuzz_segment(bytes: &[u8]) {
    let data = FileData::Loaded(bytes.to_vec());
    if let Ok(segment) = Segment::of(Path::new("fuzz"), data) {
        let _ = segment.verify();
        let mapper =
            crate::map::Mapper::new(vec![segment.part()], crate::Options::default());
        let folded =
            crate::Folded::new("in the beginning was the word", segment.folding());
        let query = crate::map::Query::new(&folded);
        let _ =
            mapper.alignments(&query, 0, |_| true, &mut crate::map::Scratch::default());
    }
}
