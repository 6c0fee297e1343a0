//! The case folder, which no path leads out of.

use crate::replace;
use sha2::{Digest as _, Sha256};
use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

/// The folders of a case that files are added to.
pub(crate) const ACCOUNTS: &str = "accounts";
pub(crate) const SOURCES: &str = "sources";

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

/// Why a file was not added.
pub(crate) enum NotAdded {
    Exists,
    Io(io::Error),
}

/// Whether a name is one on every system, and hides nothing: no path, no dot before or after it,
/// no device.
pub(crate) fn is_plain_name(name: &str) -> bool {
    /// Systems allow 255; ours has a longer name until it is in its place.
    const MOST: usize = 200;
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let device = DEVICES.contains(&device) && stem.len() - device.len() <= 1;
    let trimmed = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    !name.is_empty()
        && name.len() <= MOST
        && trimmed == name
        && !name.contains(odd)
        && !device
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
        let folder = Folder { root };
        for own in [ACCOUNTS, SOURCES].iter().filter_map(|name| folder.own(name)) {
            replace::clear(&own)?;
        }
        Ok(folder)
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

    /// A folder right below, if it is no link out.
    fn own(&self, name: &str) -> Option<PathBuf> {
        let real = fs::canonicalize(self.root.join(name)).ok()?;
        (real.is_dir() && real.starts_with(&self.root)).then_some(real)
    }

    /// Adds a file to a folder right below, which is made if there is none.
    pub(crate) fn add(
        &self,
        within: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<(), NotAdded> {
        match fs::create_dir(self.root.join(within)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(NotAdded::Io(error));
            }
            _ => {}
        }
        let own = self.own(within).ok_or_else(|| {
            NotAdded::Io(io::Error::other(format!("{within} is no folder of the case")))
        })?;
        replace::create(&own.join(name), bytes).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => NotAdded::Exists,
            _ => NotAdded::Io(error),
        })
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

#[cfg(test)]
mod tests {
    use super::is_plain_name;

    #[test]
    fn plain_names() {
        for name in
            ["log.md", "Brief an K. (2).txt", "日記.txt", "console.md", "comet.md"]
        {
            assert!(is_plain_name(name), "{name}");
        }
        let odd = [
            "",
            ".",
            "..",
            ".hidden.md",
            "log.md.",
            "log.md ",
            " log.md",
            "a/b.md",
            "a\\b.md",
            "a:b.md",
            "nul.txt",
            "COM1.md",
            "a\0.md",
            "a\n.md",
            "../log.md",
        ];
        for name in odd {
            assert!(!is_plain_name(name), "{name:?}");
        }
        assert!(!is_plain_name(&"x".repeat(300)));
    }
}
