//! Why something could not be read.

use std::{
    error, fmt, io,
    path::{Path, PathBuf},
};

/// Why a path, a file or a line could not be read. Says what and where.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Io(io::Error),
    /// Not text at all.
    Binary,
    /// Not valid in the encoding that it has by all signs, from this byte on where known.
    Encoding(&'static str, Option<u64>),
    /// More bytes than offsets count.
    TooLarge,
    /// A link that leads back to a directory above it.
    Loop(PathBuf),
    /// A pattern that is none.
    Pattern(String),
    /// A pattern that nothing answers to.
    NoMatch,
    /// A line (from 1) that is no document.
    Line(u64, String),
}

impl Error {
    pub(crate) fn new(path: impl Into<PathBuf>, kind: Kind) -> Self {
        Error { path: path.into(), kind }
    }

    /// The path as it was given, or as it was found in a directory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The reason, without the path.
    pub fn reason(&self) -> String {
        self.kind.to_string()
    }

    /// Whether there is no such file.
    pub fn is_not_found(&self) -> bool {
        matches!(&self.kind, Kind::Io(error) if error.kind() == io::ErrorKind::NotFound)
            || matches!(self.kind, Kind::NoMatch)
    }

    /// Whether the system would not give the bytes.
    pub fn is_io(&self) -> bool {
        matches!(self.kind, Kind::Io(_))
    }

    /// Whether the bytes are not text.
    pub fn is_binary(&self) -> bool {
        matches!(self.kind, Kind::Binary)
    }

    /// Whether the bytes are text in an encoding that they break.
    pub fn is_encoding(&self) -> bool {
        matches!(self.kind, Kind::Encoding(..))
    }

    /// Whether the text has 4 GiB or more.
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge)
    }

    /// Whether links of directories form a loop.
    pub fn is_loop(&self) -> bool {
        matches!(self.kind, Kind::Loop(_))
    }

    /// Whether a line of JSON is no document.
    pub fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Line(..))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("no such file or directory"),
                io::ErrorKind::PermissionDenied => f.write_str("permission denied"),
                io::ErrorKind::IsADirectory => f.write_str("is a directory"),
                _ => write!(f, "could not be read: {error}"),
            },
            Kind::Binary => f.write_str("not a text file"),
            Kind::Encoding(name, None) => write!(f, "not valid {name}"),
            Kind::Encoding(name, Some(at)) => {
                write!(f, "not valid {name} from byte {at}")
            }
            Kind::TooLarge => f.write_str("too large: a text must have less than 4 GiB"),
            Kind::Loop(above) => {
                write!(f, "directory loop: it leads back to {}", above.display())
            }
            Kind::Pattern(reason) => write!(f, "not a pattern: {reason}"),
            Kind::NoMatch => f.write_str("no file matches"),
            Kind::Line(line, reason) => write!(f, "line {line}: {reason}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.kind {
            Kind::Io(error) => Some(error),
            _ => None,
        }
    }
}
