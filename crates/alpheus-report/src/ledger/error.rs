//! Why a file can't be read as a ledger.

use std::fmt;

/// Why a file can't be read as a ledger.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Encoding,
    Missing(&'static str),
    Csv(csv::Error),
    Json(usize, serde_json::Error),
}

impl Error {
    pub(super) fn encoding() -> Error {
        Error(Kind::Encoding)
    }

    /// It has no such column.
    pub(super) fn missing(column: &'static str) -> Error {
        Error(Kind::Missing(column))
    }

    /// A line (from 1) is no row.
    pub(super) fn json(line: usize, error: serde_json::Error) -> Error {
        Error(Kind::Json(line, error))
    }
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Error {
        Error(Kind::Csv(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Encoding => {
                f.write_str("is no ledger: it is not UTF-8 (save it as \"CSV UTF-8\")")
            }
            Kind::Missing(column) => {
                write!(f, "is no ledger: it has no column `{column}`")
            }
            Kind::Csv(error) => write!(f, "is no ledger: {error}"),
            Kind::Json(line, error) => {
                write!(f, "is no ledger: line {line} is no row: {error}")
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Kind::Csv(error) => Some(error),
            Kind::Json(_, error) => Some(error),
            Kind::Encoding | Kind::Missing(_) => None,
        }
    }
}
