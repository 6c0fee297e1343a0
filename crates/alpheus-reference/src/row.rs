//! What a row of a table says.

use crate::date::Dated;
use alpheus_text::Span;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something that happened, on a date or from one to another.
    Event,
    /// A birth, a death, or both.
    Life,
    /// How many of something.
    Figure,
    /// Who held an office, from when to when. Kept, and not compared yet.
    Office,
    /// Other names of what another row may name.
    Alias,
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Kind; 5] =
        [Kind::Event, Kind::Life, Kind::Figure, Kind::Office, Kind::Alias];

    /// The name of its table in TOML, and its word in the column `kind` of CSV.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Event => "event",
            Kind::Life => "life",
            Kind::Figure => "figure",
            Kind::Office => "office",
            Kind::Alias => "alias",
        }
    }

    /// The fields that only some kinds have, of this kind.
    pub(crate) const fn fields(self) -> &'static [&'static str] {
        match self {
            Kind::Event => &["date", "start", "end", "calendar"],
            Kind::Life => &["born", "died", "calendar"],
            Kind::Figure => &["counted", "value", "date", "calendar"],
            Kind::Office => &["office", "start", "end", "calendar"],
            Kind::Alias => &[],
        }
    }
}

/// How a statement stands among others on the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// One of several.
    #[default]
    Normal,
    /// The one to be preferred; others of its name and field are not compared.
    Preferred,
}

impl Rank {
    /// `normal` or `preferred`.
    pub const fn name(self) -> &'static str {
        match self {
            Rank::Normal => "normal",
            Rank::Preferred => "preferred",
        }
    }
}

/// How many of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// What is counted: "prisoners".
    pub noun: String,
    /// The least and the greatest that it may be.
    pub range: (f64, f64),
    /// The number as it is written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A row: statements about one subject, with their source.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub kind: Kind,
    /// The name, then the aliases.
    pub names: Vec<String>,
    /// Where the name stands.
    pub span: Span,
    /// Its dates, in the order that they are written in.
    pub dates: Vec<Dated>,
    /// Its figure.
    pub counted: Option<Counted>,
    /// The office that the person held.
    pub office: Option<String>,
    /// An identifier elsewhere, such as a QID.
    pub id: Option<String>,
    /// Where the statements come from.
    pub source: String,
    /// How the row stands among others on the same.
    pub rank: Rank,
    /// How many references its source gives, where that is told.
    pub references: Option<u32>,
}

impl Row {
    /// The name.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// The source with the identifier: "Wikidata, P569 (Q7259)".
    pub fn citation(&self) -> String {
        match &self.id {
            Some(id) if !self.source.contains(id.as_str()) => {
                format!("{} ({id})", self.source)
            }
            _ => self.source.clone(),
        }
    }
}
