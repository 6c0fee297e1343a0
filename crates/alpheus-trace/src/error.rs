//! Why a library, a source or a record could not be read or written.

use std::{
    error, fmt, io,
    path::{Path, PathBuf},
};

/// Why something could not be read or written. Says what and where.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Io(io::Error),
    /// There is no library in this directory.
    NoLibrary,
    /// Another process is writing to it.
    Locked,
    /// Made by a version of the program that this one does not read.
    Version(u32),
    /// Not what its name says, or damaged, and how.
    Damaged(&'static str),
    /// A bibliography that can't be read, and why.
    Bibliography(String),
    /// A line (from 1) that is no record, and why.
    Line(u64, String),
    /// A text that does not fit.
    TooLarge,
    /// No source of this name.
    NoSource(String),
}

impl Error {
    pub(crate) fn new(path: impl Into<PathBuf>, kind: Kind) -> Self {
        Error { path: path.into(), kind }
    }

    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Error::new(path, Kind::Io(error))
    }

    /// The file or directory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The reason, without the path.
    pub fn reason(&self) -> String {
        self.kind.to_string()
    }

    /// Whether another process is writing to the library.
    pub fn is_locked(&self) -> bool {
        matches!(self.kind, Kind::Locked)
    }

    /// Whether a file is not what it was when it was written.
    pub fn is_damaged(&self) -> bool {
        matches!(self.kind, Kind::Damaged(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.kind)
    }
}

impl error::Error for Error {}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("no such file or directory")
            }
            Kind::Io(error) => write!(f, "{error}"),
            Kind::NoLibrary => f.write_str("no library here"),
            Kind::Locked => f.write_str("another process is writing to this library"),
            Kind::Version(version) => {
                write!(f, "of version {version}, which this program does not read")
            }
            Kind::Damaged(how) => write!(f, "damaged: {how}"),
            Kind::Bibliography(why) => write!(f, "not a bibliography: {why}"),
            Kind::Line(line, why) => write!(f, "line {line}: {why}"),
            Kind::TooLarge => f.write_str("more than 1 GiB of text"),
            Kind::NoSource(name) => write!(f, "no source is called {name}"),
        }
    }
}
