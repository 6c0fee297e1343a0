//! Judges the cells of a row: all that is wrong in it is named at once.

use crate::{
    date::{Dated, Field, Wrong},
    mistake::Mistake,
    raw::{Cell, Entry, RawRow},
    row::{Counted, Kind, Rank, Row},
};
use alpheus_time::Calendar;

/// Every field, in the order of the columns.
pub(crate) const FIELDS: [&str; 15] = [
    "name",
    "aliases",
    "date",
    "start",
    "end",
    "born",
    "died",
    "office",
    "counted",
    "value",
    "calendar",
    "rank",
    "references",
    "id",
    "source",
];
/// The fields that every kind has.
const COMMON: [&str; 6] = ["name", "aliases", "rank", "references", "id", "source"];

/// The row, if nothing is wrong in it.
pub(crate) fn row(raw: &RawRow, mistakes: &mut Vec<Mistake>) -> Option<Row> {
    let before = mistakes.len();
    let kind = kind(&raw.kind, mistakes)?;
    for entry in &raw.entries {
        stray(kind, entry, mistakes);
    }
    let mut judge = Judge { raw, kind, mistakes };
    let name = judge.needed("name");
    let source = judge.needed("source");
    let row = Row {
        kind,
        names: name
            .map(|cell| cell.text.clone())
            .into_iter()
            .chain(judge.aliases())
            .collect(),
        span: name.map_or(raw.kind.span, |cell| cell.span),
        dates: judge.dates(),
        counted: judge.counted(),
        office: judge.office(),
        id: judge.one("id").map(|cell| cell.text.clone()),
        source: source.map(|cell| cell.text.clone()).unwrap_or_default(),
        rank: judge.rank(),
        references: judge.references(),
    };
    judge.whole(&row);
    (mistakes.len() == before).then_some(row)
}

fn kind(cell: &Cell, mistakes: &mut Vec<Mistake>) -> Option<Kind> {
    let found = Kind::ALL.into_iter().find(|kind| kind.name() == cell.text);
    if found.is_none() {
        let names = Kind::ALL.map(Kind::name).join("`, `");
        let message = format!("there is no kind of row `{}`", cell.text);
        let help = format!("expected one of `{names}`");
        mistakes.push(Mistake::new(cell.span, message).help(help));
    }
    found
}

/// Names a field that a row of this kind can't have.
fn stray(kind: Kind, entry: &Entry, mistakes: &mut Vec<Mistake>) {
    let field = entry.field.text.as_str();
    if COMMON.contains(&field) || kind.fields().contains(&field) {
        if entry.list && field != "aliases" {
            let message = format!("`{field}` is one value, not a list");
            mistakes.push(Mistake::new(entry.span, message));
        }
        return;
    }
    let message = if FIELDS.contains(&field) {
        format!("a row of kind `{}` has no `{field}`", kind.name())
    } else {
        format!("there is no field `{field}`")
    };
    let fields: Vec<_> = COMMON.iter().chain(kind.fields()).copied().collect();
    let help = format!("expected some of `{}`", fields.join("`, `"));
    mistakes.push(Mistake::new(entry.field.span, message).help(help));
}

struct Judge<'r> {
    raw: &'r RawRow,
    kind: Kind,
    mistakes: &'r mut Vec<Mistake>,
}

impl<'r> Judge<'r> {
    fn entry(&self, field: &str) -> Option<&'r Entry> {
        self.raw.entries.iter().find(|entry| entry.field.text == field)
    }

    fn one(&self, field: &str) -> Option<&'r Cell> {
        self.entry(field)?.values.first()
    }

    fn needed(&mut self, field: &str) -> Option<&'r Cell> {
        let found = self.one(field);
        if found.is_none() {
            let message = format!("the row has no `{field}`");
            let mistake = Mistake::new(self.raw.kind.span, message);
            self.mistakes.push(match field {
                "source" => mistake.help("every statement says where it comes from"),
                _ => mistake,
            });
        }
        found
    }

    fn aliases(&self) -> Vec<String> {
        let entry = self.entry("aliases");
        entry
            .into_iter()
            .flat_map(|entry| &entry.values)
            .map(|c| c.text.clone())
            .collect()
    }

    fn calendar(&mut self) -> Calendar {
        let Some(cell) = self.one("calendar") else { return Calendar::Gregorian };
        match cell.text.as_str() {
            "gregorian" => Calendar::Gregorian,
            "julian" => Calendar::Julian,
            other => {
                let message = format!("`{other}` is no calendar");
                let help = "expected `gregorian` or `julian`: the one that the row's dates \
                            are written in";
                self.mistakes.push(Mistake::new(cell.span, message).help(help));
                Calendar::Gregorian
            }
        }
    }

    fn dates(&mut self) -> Vec<Dated> {
        let calendar = self.calendar();
        let mut dates = Vec::new();
        for field in Field::ALL {
            let Some(cell) = self.one(field.name()) else { continue };
            match Dated::read(field, &cell.text, calendar, cell.span) {
                Ok(date) => dates.push(date),
                Err(wrong) => self.mistakes.push(not_a_date(cell, &wrong)),
            }
        }
        dates
    }

    fn counted(&mut self) -> Option<Counted> {
        if self.kind != Kind::Figure {
            return None;
        }
        let (noun, value) = (self.needed("counted"), self.needed("value"));
        let value = value?;
        let range = range(&value.text);
        if range.is_none() {
            let message =
                format!("`{}` is neither a number nor a range of numbers", value.text);
            let help = "write 104000, or 83000..104000 for what lies between";
            self.mistakes.push(Mistake::new(value.span, message).help(help));
        }
        Some(Counted {
            noun: noun?.text.clone(),
            range: range?,
            text: value.text.clone(),
            span: value.span,
        })
    }

    fn office(&mut self) -> Option<String> {
        (self.kind == Kind::Office)
            .then(|| self.needed("office").map(|c| c.text.clone()))?
    }

    fn rank(&mut self) -> Rank {
        let Some(cell) = self.one("rank") else { return Rank::Normal };
        match cell.text.as_str() {
            "normal" => Rank::Normal,
            "preferred" => Rank::Preferred,
            other => {
                let message = format!("`{other}` is no rank");
                let help =
                    "expected `normal` or `preferred`; leave out what is deprecated";
                self.mistakes.push(Mistake::new(cell.span, message).help(help));
                Rank::Normal
            }
        }
    }

    fn references(&mut self) -> Option<u32> {
        let cell = self.one("references")?;
        let count = cell.text.parse().ok();
        if count.is_none() {
            let message = format!("`{}` is no count of references", cell.text);
            self.mistakes.push(Mistake::new(cell.span, message));
        }
        count
    }

    /// What is wrong between the cells of a row.
    fn whole(&mut self, row: &Row) {
        let wanted = match row.kind {
            Kind::Event => "`date`, `start` or `end`",
            Kind::Life => "`born` or `died`",
            Kind::Alias if row.names.len() < 2 => "`aliases`",
            Kind::Alias | Kind::Figure | Kind::Office => "",
        };
        let told = |name: &str| self.entry(name).is_some();
        let dated = Field::ALL.iter().any(|field| told(field.name()));
        if !wanted.is_empty() && !dated {
            let message = format!("the row has no {wanted}");
            self.mistakes.push(Mistake::new(row.span, message));
        }
        for (first, last) in [(Field::Start, Field::End), (Field::Born, Field::Died)] {
            self.backwards(row, first, last);
        }
    }

    fn backwards(&mut self, row: &Row, first: Field, last: Field) {
        let date = |field| row.dates.iter().find(|date| date.field == field);
        let Some((from, to)) = date(first).zip(date(last)) else { return };
        if from.days.0 > to.days.1 {
            let (first, last) = (first.name(), last.name());
            let message = format!("`{last}` is before `{first}`");
            self.mistakes.push(Mistake::new(to.span, message));
        }
    }
}

fn not_a_date(cell: &Cell, wrong: &Wrong) -> Mistake {
    let Cell { text, span } = cell;
    match wrong {
        Wrong::Form(error) => {
            let message = format!("`{text}` is no extended date: {error}");
            let help =
                "write 1870, 1870-09 or 1870-09-01, with ~ for about and ? for in doubt";
            Mistake::new(*span, message).help(help)
        }
        Wrong::NoDay => {
            let message = format!("the calendar has no `{text}`");
            let mistake = Mistake::new(*span, message);
            let julian = Dated::read(Field::Date, text, Calendar::Julian, *span).is_ok();
            if julian {
                mistake.help("the Julian has it: `calendar = \"julian\"`")
            } else {
                mistake
            }
        }
        Wrong::Open => {
            let message = format!("`{text}` has an open end");
            Mistake::new(*span, message)
                .help("leave the field out where nothing is known")
        }
    }
}

/// A number, "104,000", or a range, `83_000..104_000`.
fn range(text: &str) -> Option<(f64, f64)> {
    let number = |text: &str| -> Option<f64> {
        let text: String =
            text.trim().chars().filter(|c| !matches!(c, ',' | '_')).collect();
        text.parse().ok().filter(|value: &f64| value.is_finite())
    };
    let (low, high) = match text.split_once("..") {
        Some((low, high)) => (number(low)?, number(high)?),
        None => (number(text)?, number(text)?),
    };
    (low <= high).then_some((low, high))
}
