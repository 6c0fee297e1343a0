//! A segment: some texts with their seeds and counts, in a file that is never changed.
//!
//! The file begins with a magic number, the version, and a table of sections with the checksum
//! of each; the table has a checksum of its own. All numbers are little-endian. Opening checks
//! the table and the sections that describe the texts; [`Segment::verify`] checks all of it.
//! The texts, seeds and counts are read where they lie in the mapped file, and the description of
//! a source when it is first asked for, so that opening takes no longer for many sources.

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
    sync::OnceLock,
};

const MAGIC: &[u8; 8] = b"ALPHTRC\n";
const VERSION: u32 = 2;
/// Magic number, version, count of sections.
const FIXED: usize = 16;
/// Offset, length, checksum, nothing.
const ENTRY: usize = 24;
const SECTIONS: usize = 8;
const HEADER: usize = FIXED + SECTIONS * ENTRY + 8;

/// The sections, in the order of the file.
#[derive(Clone, Copy)]
enum Section {
    About,
    /// Where each text begins, and at last where all end.
    Starts,
    /// Where each description begins, and at last where all end.
    Described,
    /// The sources, each as JSON.
    Descriptions,
    Text,
    Seeds,
    Words,
    Pairs,
}

/// What a segment says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    keep_diacritics: bool,
    /// How many words it has.
    words: u64,
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
    described: Vec<u32>,
    /// Those that were asked for.
    sources: Vec<OnceLock<Box<Source>>>,
}

/// Writes a segment to a new file, and has it on the disk before this returns.
pub(crate) fn write(
    path: &Path,
    folding: Folding,
    sources: &[Source],
    built: &Built,
) -> Result<u64, Error> {
    let unwritten = |error: serde_json::Error| Error::new(path, Kind::Io(error.into()));
    let words = built.counted.total;
    let about = About { keep_diacritics: folding.keep_diacritics, words };
    let about = serde_json::to_vec(&about).map_err(unwritten)?;
    let mut descriptions = Vec::new();
    let mut described = vec![0];
    for source in sources {
        serde_json::to_writer(&mut descriptions, source).map_err(unwritten)?;
        let end = u32::try_from(descriptions.len());
        described.push(end.map_err(|_| Error::new(path, Kind::TooLarge))?);
    }
    let counted = &built.counted;
    let sections: [&[u8]; SECTIONS] = [
        &about,
        &bytes(&built.starts),
        &bytes(&described),
        &descriptions,
        &built.text,
        &built.seeds,
        &counted.words,
        &counted.pairs,
    ];
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

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let four = bytes.chunks_exact(4);
    four.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

/// Whether numbers say where so many things begin, and that they end at `end`.
fn are_starts(starts: &[u32], end: usize) -> bool {
    starts.is_sorted()
        && starts.first() == Some(&0)
        && starts.last().is_some_and(|&last| last as usize == end)
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
        let section = |section: Section| {
            let (start, end) = sections[section as usize];
            let bytes = &data[start..end];
            let whole = crc32fast::hash(bytes) == checksums[section as usize];
            whole.then_some(bytes).ok_or(Kind::Damaged("a checksum does not fit"))
        };
        let about: About = serde_json::from_slice(section(Section::About)?)
            .map_err(|_| Kind::Damaged("what it says of itself can't be read"))?;
        let starts = numbers(section(Section::Starts)?);
        let described = numbers(section(Section::Described)?);
        let descriptions = section(Section::Descriptions)?.len();
        let (start, end) = sections[Section::Text as usize];
        let fit = are_starts(&starts, end - start)
            && are_starts(&described, descriptions)
            && starts.len() == described.len();
        if !fit {
            return Err(Kind::Damaged("its texts are not where it says"));
        }
        let sources = std::iter::repeat_with(OnceLock::new).take(starts.len() - 1);
        let sources = sources.collect();
        let path = path.to_owned();
        let segment = Segment {
            path,
            data,
            sections,
            checksums,
            about,
            starts,
            described,
            sources,
        };
        let tables = Packed::of(segment.section(Section::Seeds)).zip(segment.counts());
        tables.ok_or(Kind::Damaged("its tables can't be read"))?;
        Ok(segment)
    }

    /// Checks every byte.
    pub(crate) fn verify(&self) -> Result<(), Error> {
        let damaged = |how| Err(Error::new(&*self.path, Kind::Damaged(how)));
        for (&(start, end), &checksum) in self.sections.iter().zip(&self.checksums) {
            if crc32fast::hash(&self.data[start..end]) != checksum {
                return damaged("a checksum does not fit");
            }
        }
        if (0..self.count()).any(|source| self.described(source).is_none()) {
            return damaged("the list of its sources can't be read");
        }
        Ok(())
    }

    fn section(&self, section: Section) -> &[u8] {
        let (start, end) = self.sections[section as usize];
        &self.data[start..end]
    }

    fn counts(&self) -> Option<Counts<'_>> {
        Counts::of(
            self.section(Section::Words),
            self.section(Section::Pairs),
            self.about.words,
        )
    }

    /// Its texts and tables.
    pub(crate) fn part(&self) -> Part<'_> {
        Part {
            text: self.section(Section::Text),
            starts: &self.starts,
            seeds: Packed::of(self.section(Section::Seeds))
                .expect("checked when it was opened"),
            counts: self.counts().expect("checked when it was opened"),
        }
    }

    /// How many sources it has.
    pub(crate) fn count(&self) -> usize {
        self.sources.len()
    }

    /// A source by its number, which is below [`count`](Self::count).
    pub(crate) fn source(&self, number: usize) -> &Source {
        let read = || Box::new(self.described(number).unwrap_or_default());
        self.sources[number].get_or_init(read)
    }

    /// What the file says of a source.
    fn described(&self, number: usize) -> Option<Source> {
        let [start, end] = *self.described.get(number..number + 2)? else { return None };
        let all = self.section(Section::Descriptions);
        serde_json::from_slice(all.get(start as usize..end as usize)?).ok()
    }

    pub(crate) fn folding(&self) -> Folding {
        Folding { keep_diacritics: self.about.keep_diacritics }
    }

    /// The bytes of its texts, and of all of it.
    pub(crate) fn sizes(&self) -> (u64, u64) {
        (self.section(Section::Text).len() as u64, self.data.len() as u64)
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
