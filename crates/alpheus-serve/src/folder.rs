//! The case folder, which no path leads out of.

use crate::replace;
use sha2::{Digest as _, Sha256};
use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

/// No file of a case that is larger is read or sent.
const MOST_BYTES: u64 = 64 << 20;

/// A case folder.
pub(crate) struct Folder {
    /// With all links followed.
    root: PathBuf,
}

/// What stands in a file, with its hash; a file that isn't there is empty.
pub(crate) struct Content {
    pub(crate) text: String,
    pub(crate) hash: String,
}

/// Why a change was not made.
pub(crate) enum Refused {
    /// The file holds something else than was seen.
    Conflict,
    Io(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Refused::Io(error)
    }
}

impl Folder {
    pub(crate) fn open(path: &Path) -> io::Result<Folder> {
        let root = fs::canonicalize(path)?;
        replace::clear(&root)?;
        Ok(Folder { root })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file below the folder, whatever links lie on the way.
    pub(crate) fn file(&self, path: &str) -> Option<PathBuf> {
        let plain =
            Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if path.is_empty() || path.contains(['\\', '\0', ':']) || !plain {
            return None;
        }
        let real = fs::canonicalize(self.root.join(path)).ok()?;
        let data = fs::metadata(&real).ok()?;
        let inside = real.starts_with(&self.root);
        (inside && data.is_file() && data.len() <= MOST_BYTES).then_some(real)
    }

    pub(crate) fn content(&self, name: &str) -> io::Result<Content> {
        let bytes = match fs::symlink_metadata(self.root.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
            Ok(_) => {
                let path = self.file(name).ok_or_else(|| {
                    io::Error::other(format!("{name} is no file of the folder"))
                })?;
                fs::read(path)?
            }
        };
        let hash = hash(&bytes);
        let text = String::from_utf8(bytes)
            .map_err(|_| io::Error::other(format!("{name} is not UTF-8")))?;
        Ok(Content { text, hash })
    }

    /// Replaces a file that still holds what has the hash `seen`; gives the new hash.
    pub(crate) fn replace(
        &self,
        name: &str,
        text: &str,
        seen: &str,
    ) -> Result<String, Refused> {
        let mut conflict = false;
        let still = || {
            conflict = self.content(name)?.hash != seen;
            if conflict { Err(io::Error::other("it was changed")) } else { Ok(()) }
        };
        let done = replace::replace_if(&self.root.join(name), text.as_bytes(), still);
        if conflict {
            return Err(Refused::Conflict);
        }
        done?;
        Ok(hash(text.as_bytes()))
    }
}

/// Half of SHA-256, in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..16])
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
