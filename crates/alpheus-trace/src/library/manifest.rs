//! The manifest: which segments a library has, and which of their sources were removed.
//!
//! It is one small file, replaced as a whole: written beside, brought to the disk, and renamed.
//! So a reader sees the old state or the new one, and a process that is killed leaves the old.

use crate::error::{Error, Kind};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

const NAME: &str = "manifest";
const HEAD: &str = "alpheus-library";
const VERSION: u32 = 1;

/// What a library is made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) segments: Vec<Entry>,
    /// The number of the next segment.
    pub(crate) next: u32,
    /// Whether the letters keep their diacritics.
    #[serde(default)]
    pub(crate) keep_diacritics: bool,
}

/// One segment of a library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) file: String,
    /// Sources that are no longer part of the library, by number.
    pub(crate) removed: Vec<u32>,
}

impl Manifest {
    /// Reads the manifest of the library in a directory.
    pub(crate) fn read(dir: &Path) -> Result<Manifest, Error> {
        let path = dir.join(NAME);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Error::new(dir, Kind::NoLibrary));
            }
            Err(error) => return Err(Error::new(path, Kind::Io(error))),
        };
        Manifest::parse(&text).map_err(|kind| Error::new(path, kind))
    }

    /// Reads `alpheus-library VERSION CHECKSUM`, and the JSON below.
    pub(crate) fn parse(text: &[u8]) -> Result<Manifest, Kind> {
        let damaged = Kind::Damaged("it does not begin as a manifest");
        let Some(end) = text.iter().position(|&byte| byte == b'\n') else {
            return Err(damaged);
        };
        let (head, body) = (String::from_utf8_lossy(&text[..end]), &text[end + 1..]);
        let mut words = head.split(' ');
        if words.next() != Some(HEAD) {
            return Err(damaged);
        }
        let number = |word: Option<&str>, radix| {
            word.and_then(|word| u32::from_str_radix(word, radix).ok())
        };
        let version = number(words.next(), 10).ok_or(damaged)?;
        if version != VERSION {
            return Err(Kind::Version(version));
        }
        if number(words.next(), 16) != Some(crc32fast::hash(body)) {
            return Err(Kind::Damaged("its checksum does not fit"));
        }
        serde_json::from_slice(body).map_err(|_| Kind::Damaged("it can't be read"))
    }

    /// Puts this in place of the manifest that a directory has.
    pub(crate) fn write(&self, dir: &Path) -> Result<(), Error> {
        let (path, beside) = (dir.join(NAME), dir.join("manifest.new"));
        let body = serde_json::to_string_pretty(self)
            .map_err(|error| Error::new(&*path, Kind::Io(error.into())))?;
        let sum = crc32fast::hash(body.as_bytes());
        let text = format!("{HEAD} {VERSION} {sum:08x}\n{body}");
        let mut file = File::create(&beside).map_err(Error::io(&beside))?;
        file.write_all(text.as_bytes()).map_err(Error::io(&beside))?;
        file.sync_all().map_err(Error::io(&beside))?;
        drop(file);
        fs::rename(&beside, &path).map_err(Error::io(&path))?;
        sync_directory(dir)
    }
}

/// Brings the names in a directory to the disk, where the system can.
pub(crate) fn sync_directory(dir: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        let file = File::open(dir).map_err(Error::io(dir))?;
        file.sync_all().map_err(Error::io(dir))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let entry = Entry { file: "000001.segment".into(), removed: vec![2] };
        let manifest = Manifest { segments: vec![entry], next: 2, keep_diacritics: true };
        manifest.write(dir.path()).unwrap();
        assert_eq!(Manifest::read(dir.path()).unwrap(), manifest);
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        Manifest::default().write(dir.path()).unwrap();
        let whole = fs::read(dir.path().join(NAME)).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            assert!(Manifest::parse(&bytes).is_err(), "byte {at}");
        }
        assert!(Manifest::read(&dir.path().join("none")).is_err());
    }
}
