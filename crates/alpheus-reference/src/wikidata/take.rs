//! What is taken of an entity: births and deaths, events of chosen classes, offices.

use super::{
    Report,
    entity::{Datum, EVERY_LANGUAGE, Entity, Snak, Statement},
    time,
};
use crate::{
    date::{Dated, Field},
    row::{Kind, Rank},
};
use alpheus_text::Span;
use alpheus_time::Calendar;
use memchr::memmem::Finder;
use std::collections::BTreeSet;

/// What is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Take {
    /// Births (P569).
    Births,
    /// Deaths (P570).
    Deaths,
    /// Days (P585), beginnings (P580) and ends (P582) of events.
    Events,
    /// Offices (P39), with their beginnings and ends.
    Offices,
}

impl Take {
    /// All that can be taken.
    pub const ALL: [Take; 4] = [Take::Births, Take::Deaths, Take::Events, Take::Offices];

    const fn properties(self) -> &'static [(&'static str, Field)] {
        match self {
            Take::Births => &[("P569", Field::Born)],
            Take::Deaths => &[("P570", Field::Died)],
            Take::Events => {
                &[("P585", Field::Date), ("P580", Field::Start), ("P582", Field::End)]
            }
            Take::Offices => &[],
        }
    }
}

/// The classes of events that are taken unless others are chosen: war, civil war, battle,
/// naval battle, siege, treaty, peace treaty, armistice, revolution, rebellion, military
/// campaign.
pub const CLASSES: [&str; 11] = [
    "Q198", "Q8465", "Q178561", "Q1261499", "Q188055", "Q131569", "Q625298", "Q107706",
    "Q10931", "Q124734", "Q831663",
];

/// What is taken of a dump, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// What is taken.
    pub take: BTreeSet<Take>,
    /// The classes (P31) of which an event has to be; a class below one of them counts only
    /// if it is named itself.
    pub classes: BTreeSet<String>,
    /// The language of the names.
    pub language: String,
    /// The longest line that is read, in bytes.
    pub longest_line: usize,
}

impl Default for Options {
    fn default() -> Self {
        /// The largest entities have some five million bytes.
        const LONGEST_LINE: usize = 64 << 20;
        Options {
            take: Take::ALL.into(),
            classes: CLASSES.map(str::to_owned).into(),
            language: "en".to_owned(),
            longest_line: LONGEST_LINE,
        }
    }
}

/// Tells lines that can't hold anything wanted, at the speed of memory.
pub(super) struct Finders(Vec<Finder<'static>>);

impl Finders {
    pub(super) fn new(options: &Options) -> Self {
        let properties = options.take.iter().flat_map(|take| match take {
            Take::Offices => vec!["P39"],
            _ => take.properties().iter().map(|(property, _)| *property).collect(),
        });
        let quoted = properties.map(|property| format!("\"{property}\":"));
        Finders(quoted.map(|name| Finder::new(&name).into_owned()).collect())
    }

    /// Whether the name of a wanted property stands in it.
    pub(super) fn may_hold(&self, json: &[u8]) -> bool {
        self.0.iter().any(|finder| finder.find(json).is_some())
    }
}

/// A row to be written: the columns that are filled, by name.
pub(super) struct TakenRow {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) dates: Vec<(Field, String)>,
    pub(super) office: Option<String>,
    pub(super) calendar: Calendar,
    pub(super) rank: Rank,
    pub(super) references: usize,
    pub(super) id: String,
    pub(super) source: String,
}

/// The rows of an entity: one for each statement, so that each has its own calendar, rank
/// and references.
pub(super) fn rows(
    entity: &Entity<'_>,
    options: &Options,
    report: &mut Report,
) -> Vec<TakenRow> {
    let mut rows = Vec::new();
    for &take in &options.take {
        match take {
            Take::Offices => offices(entity, report, &mut rows),
            Take::Events if !is_of(entity, &options.classes) => {}
            _ => dated(entity, take, report, &mut rows),
        }
    }
    if rows.is_empty() {
        return rows;
    }
    let Some(name) = name(entity, &options.language) else {
        report.unnamed += 1;
        return Vec::new();
    };
    let aliases = aliases(entity, &options.language, &name);
    for row in &mut rows {
        row.name.clone_from(&name);
        row.aliases.clone_from(&aliases);
    }
    rows
}

fn name(entity: &Entity<'_>, language: &str) -> Option<String> {
    let languages = [language, EVERY_LANGUAGE].into_iter();
    languages
        .filter_map(|language| entity.labels.get(language))
        .map(|text| plain(&text.value))
        .find(|name| !name.is_empty())
}

fn aliases(entity: &Entity<'_>, language: &str, name: &str) -> Vec<String> {
    let all = [language, EVERY_LANGUAGE].into_iter();
    let texts = all.filter_map(|language| entity.aliases.get(language)).flatten();
    let mut seen = BTreeSet::from([name.to_owned(), String::new()]);
    texts
        .map(|text| plain(&text.value))
        .filter(|alias| seen.insert(alias.clone()))
        .collect()
}

/// A name on one line, without what parts names in a cell.
fn plain(name: &str) -> String {
    let blank = |c: char| if c.is_control() || c == '|' { ' ' } else { c };
    name.chars().map(blank).collect::<String>().trim().to_owned()
}

/// The statements of a property that are best known: the preferred ones, or else the normal
/// ones; never those that were deprecated.
fn best<'e, 'l>(
    entity: &'e Entity<'l>,
    property: &str,
) -> Vec<(&'e Statement<'l>, Rank)> {
    let statements = entity.claims.get(property).map_or(&[][..], Vec::as_slice);
    let ranked = |wanted: &str, rank| {
        let of_rank = statements.iter().filter(move |statement| statement.rank == wanted);
        of_rank.map(move |statement| (statement, rank)).collect::<Vec<_>>()
    };
    let preferred = ranked("preferred", Rank::Preferred);
    if preferred.is_empty() { ranked("normal", Rank::Normal) } else { preferred }
}

fn is_of(entity: &Entity<'_>, classes: &BTreeSet<String>) -> bool {
    best(entity, "P31").iter().any(|(statement, _)| match &statement.mainsnak.datavalue {
        Some(Datum::Entity(class)) => classes.contains(&**class),
        _ => false,
    })
}

fn dated(entity: &Entity<'_>, take: Take, report: &mut Report, rows: &mut Vec<TakenRow>) {
    let kind = if take == Take::Events { Kind::Event } else { Kind::Life };
    for &(property, field) in take.properties() {
        for (statement, rank) in best(entity, property) {
            let Some((date, calendar)) = date(&statement.mainsnak) else {
                report.vague += 1;
                continue;
            };
            let mut row = row(entity, kind, (statement, rank), property);
            row.calendar = calendar;
            row.dates.push((field, date));
            rows.push(row);
        }
    }
}

fn offices(entity: &Entity<'_>, report: &mut Report, rows: &mut Vec<TakenRow>) {
    const ENDS: [(&str, Field); 2] = [("P580", Field::Start), ("P582", Field::End)];
    for (statement, rank) in best(entity, "P39") {
        let Some(Datum::Entity(office)) = &statement.mainsnak.datavalue else {
            report.vague += 1;
            continue;
        };
        let mut row = row(entity, Kind::Office, (statement, rank), "P39");
        row.office = Some(office.clone().into_owned());
        for (property, field) in ENDS {
            let ends = statement.qualifiers.get(property);
            let end = ends.and_then(|snaks| date(snaks.first()?));
            // A row has one calendar; the terms of an office are seldom of two.
            if let Some((date, calendar)) = end
                && (row.dates.is_empty() || row.calendar == calendar)
            {
                row.calendar = calendar;
                row.dates.push((field, date));
            }
        }
        if is_backwards(&row) {
            report.vague += 1;
        } else {
            rows.push(row);
        }
    }
}

/// The date of a snak, if the calendar has it.
fn date(snak: &Snak<'_>) -> Option<(String, Calendar)> {
    let Datum::Time(value) = snak.datavalue.as_ref()? else { return None };
    let (text, calendar) = time::edtf(value)?;
    days(&text, calendar).map(|_| (text, calendar))
}

fn days(text: &str, calendar: Calendar) -> Option<(i32, i32)> {
    Dated::read(Field::Date, text, calendar, Span::default()).ok().map(|date| date.days)
}

/// Whether a row ends before it begins.
fn is_backwards(row: &TakenRow) -> bool {
    let day = |wanted| {
        let (_, text) = row.dates.iter().find(|(field, _)| *field == wanted)?;
        days(text, row.calendar)
    };
    day(Field::Start).zip(day(Field::End)).is_some_and(|(start, end)| start.0 > end.1)
}

fn row(
    entity: &Entity<'_>,
    kind: Kind,
    (statement, rank): (&Statement<'_>, Rank),
    property: &str,
) -> TakenRow {
    TakenRow {
        kind,
        name: String::new(),
        aliases: Vec::new(),
        dates: Vec::new(),
        office: None,
        calendar: Calendar::Gregorian,
        rank,
        references: statement.references.len(),
        id: entity.id.clone().into_owned(),
        source: format!("Wikidata, {property}"),
    }
}
