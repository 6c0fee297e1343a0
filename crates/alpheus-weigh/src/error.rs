//! Why something could not be done.

use std::{error, fmt};

/// Why something could not be done. Says what and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Everything told is impossible, and nothing is kept for "none of these".
    Impossible,
    NoSource(String),
    NoPlace(String),
    NotToml(String),
    /// A line (from 1) of a lineage.
    Line(usize, String),
    /// A place (line and column from 1) in a BIF file.
    Bif(usize, usize, String),
    Network(String),
    ImpossibleEvidence,
    TooLarge(f64),
}

impl Error {
    pub(crate) fn new(kind: Kind) -> Self {
        Error { kind }
    }

    /// Whether what is given can't be: everything told, or the evidence of a network.
    pub fn is_impossible(&self) -> bool {
        matches!(self.kind, Kind::Impossible | Kind::ImpossibleEvidence)
    }

    /// Whether a network's tables would not fit.
    pub fn is_too_large(&self) -> bool {
        matches!(self.kind, Kind::TooLarge(_))
    }

    /// Whether a text is not what it should be.
    pub fn is_syntax(&self) -> bool {
        matches!(self.kind, Kind::NotToml(_) | Kind::Line(..) | Kind::Bif(..))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Impossible => f.write_str(
                "everything told is impossible under every hypothesis, and nothing is kept \
                 for \"none of these\"",
            ),
            Kind::NoSource(hint) => f.write_str(hint),
            Kind::NoPlace(path) => write!(f, "the case has no place `{path}` to set"),
            Kind::NotToml(why) => write!(f, "not TOML: {why}"),
            Kind::Line(line, why) => write!(f, "line {line}: {why}"),
            Kind::Bif(line, column, why) => write!(f, "{line}:{column}: {why}"),
            Kind::Network(why) => f.write_str(why),
            Kind::ImpossibleEvidence => f.write_str("the evidence has no probability"),
            Kind::TooLarge(entries) => write!(
                f,
                "too large to be solved exactly: a table would have {entries:.0} entries"
            ),
        }
    }
}

impl error::Error for Error {}
