//! Writes the rows of a table, one after the other.

use super::take::TakenRow;
use crate::{date::Field, reference::Form, row::Rank};
use alpheus_time::Calendar;
use std::io::{self, Write};

/// The columns of CSV.
const COLUMNS: [&str; 14] = [
    "kind",
    "name",
    "aliases",
    "date",
    "start",
    "end",
    "born",
    "died",
    "office",
    "calendar",
    "rank",
    "references",
    "id",
    "source",
];

pub(super) struct Writer<W> {
    out: W,
    form: Form,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(mut out: W, form: Form) -> io::Result<Self> {
        match form {
            Form::Csv => writeln!(out, "{}", COLUMNS.join(","))?,
            Form::Toml => writeln!(out, "title = \"From a Wikidata dump\"")?,
        }
        Ok(Writer { out, form })
    }

    pub(super) fn row(&mut self, row: &TakenRow) -> io::Result<()> {
        match self.form {
            Form::Csv => self.csv(row),
            Form::Toml => self.toml(row),
        }
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn csv(&mut self, row: &TakenRow) -> io::Result<()> {
        let date = |field| row.dates.iter().find(|date| date.0 == field);
        let dates =
            Field::ALL.map(|field| date(field).map_or("", |date| date.1.as_str()));
        let references = row.references.to_string();
        let aliases = row.aliases.join("|");
        let before = [row.kind.name(), &row.name, &aliases];
        let after = [
            row.office.as_deref().unwrap_or_default(),
            calendar(row).unwrap_or_default(),
            rank(row).unwrap_or_default(),
            &references,
            &row.id,
            &row.source,
        ];
        let mut joint = "";
        for cell in before.into_iter().chain(dates).chain(after) {
            write!(self.out, "{joint}{}", quoted(cell))?;
            joint = ",";
        }
        writeln!(self.out)
    }

    fn toml(&mut self, row: &TakenRow) -> io::Result<()> {
        writeln!(self.out, "\n[[{}]]", row.kind.name())?;
        self.field("name", &row.name)?;
        if !row.aliases.is_empty() {
            let aliases: Vec<_> = row.aliases.iter().map(|alias| text(alias)).collect();
            writeln!(self.out, "aliases = [{}]", aliases.join(", "))?;
        }
        for (field, date) in &row.dates {
            self.field(field.name(), date)?;
        }
        for (name, value) in [
            ("office", row.office.as_deref()),
            ("calendar", calendar(row)),
            ("rank", rank(row)),
        ] {
            if let Some(value) = value {
                self.field(name, value)?;
            }
        }
        writeln!(self.out, "references = {}", row.references)?;
        self.field("id", &row.id)?;
        self.field("source", &row.source)
    }

    fn field(&mut self, name: &str, value: &str) -> io::Result<()> {
        writeln!(self.out, "{name} = {}", text(value))
    }
}

fn calendar(row: &TakenRow) -> Option<&'static str> {
    (row.calendar == Calendar::Julian).then_some("julian")
}

fn rank(row: &TakenRow) -> Option<&'static str> {
    (row.rank == Rank::Preferred).then_some(row.rank.name())
}

/// A cell of CSV.
fn quoted(cell: &str) -> String {
    let plain = !cell.contains([',', '"', '\n', '\r']);
    if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// A basic string of TOML; names hold no control characters.
fn text(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
