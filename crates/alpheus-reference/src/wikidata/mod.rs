//! Makes a table of a Wikidata dump, in one pass and in memory that does not grow.
//!
//! The dump is that of <https://www.wikidata.org/wiki/Wikidata:Database_download>: a JSON
//! array with one entity a line, plain or compressed. A line is looked at only if it holds
//! the name of a property that is wanted; then it is parsed as far as it bears on the table.
//! What is taken, and how a time value is read, follows the Wikibase JSON format,
//! <https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html>.
//!
//! # Example: a birth, and a line that is cut off
//! ```
//! use alpheus_reference::{Form, wikidata::{Options, convert}};
//! let dump = r#"[
//! {"id":"Q7259","labels":{"en":{"value":"Ada Lovelace"}},"claims":{"P569":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"time":"+1815-12-10T00:00:00Z","precision":11,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"}}}}]}},
//! {"id":"Q1","claims":{"P569":[
//! "#;
//! let mut table = Vec::new();
//! let report = convert(dump.as_bytes(), &mut table, Form::Csv, &Options::default())?;
//! assert_eq!((report.rows, report.malformed[0].line), (1, 3));
//! let table = String::from_utf8_lossy(&table);
//! assert!(table.contains("life,Ada Lovelace,,,,,1815-12-10,"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod compressed;
mod entity;
mod lines;
mod take;
mod time;
mod write;

pub use compressed::decompressed;
pub use take::{CLASSES, Options, Take};

use crate::reference::Form;
use lines::{Line, Lines};
use std::io::{self, BufRead, Write};

/// A line of a dump that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Its number, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What became of a dump.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many entities were in it.
    pub entities: u64,
    /// How many rows were written.
    pub rows: u64,
    /// Statements of wanted properties that are of no use: too coarse, not known, a day that
    /// no calendar has, an end before its beginning.
    pub vague: u64,
    /// Entities with wanted statements but without a name in the language.
    pub unnamed: u64,
    /// The first lines that could not be used.
    pub malformed: Vec<Malformed>,
    /// How many such lines there were in all.
    pub skipped: u64,
}

/// So many malformed lines are named; the rest are counted.
const NAMED: usize = 20;

/// Writes a table of all that is wanted of `dump` to `out`.
///
/// Rows stand in the order of the dump, so the same dump gives the same bytes.
///
/// # Errors
/// Those of reading and writing. A line that is no entity is skipped and reported.
pub fn convert(
    dump: impl BufRead,
    out: impl Write,
    form: Form,
    options: &Options,
) -> io::Result<Report> {
    let mut report = Report::default();
    let mut writer = write::Writer::new(out, form)?;
    let finders = take::Finders::new(options);
    let mut lines = Lines::new(dump, options.longest_line);
    while let Some((number, line)) = lines.next_line()? {
        let outcome = match line {
            Line::Whole(line) => {
                entity_of(line, &options.language, &finders, &mut report)
            }
            Line::TooLong(bytes) => Err(format!(
                "the line has more than {} bytes ({bytes})",
                options.longest_line
            )),
        };
        match outcome {
            Ok(Some(entity)) => {
                for row in take::rows(&entity, options, &mut report) {
                    writer.row(&row)?;
                    report.rows += 1;
                }
            }
            Ok(None) => {}
            Err(reason) => {
                report.skipped += 1;
                if report.malformed.len() < NAMED {
                    report.malformed.push(Malformed { line: number, reason });
                }
            }
        }
    }
    writer.finish()?;
    Ok(report)
}

/// The entity of a line, if it may hold something that is wanted.
fn entity_of<'l>(
    line: &'l [u8],
    language: &str,
    finders: &take::Finders,
    report: &mut Report,
) -> Result<Option<entity::Entity<'l>>, String> {
    let Some(json) = entity::json(line)? else { return Ok(None) };
    report.entities += 1;
    if !finders.may_hold(json) {
        return Ok(None);
    }
    entity::Entity::read(json, language).map(Some)
}
