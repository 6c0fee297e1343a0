//! An account tells something differently from a reference.

use crate::{
    finding::Label,
    fit::{Fit, fit},
    life::Known,
    plain,
    references::Cited,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
    slip,
    subjects::{Key, Kind, Subject, subjects},
    together::{verb, when},
};
use alpheus_read::{Aspect, Counting, figures_of};
use alpheus_reference::{Counted, Dated, Field, Kind as RowKind, Row};
use alpheus_text::Document;
use alpheus_time::Calendar;
use std::sync::Arc;

declare_rule! {
    /// ## What it does
    /// With `check --reference FILE`, compares births, deaths, the dates of named events and
    /// figures with a table of cited statements, and cites it.
    ///
    /// ## Why it matters
    /// An account that contradicts itself nowhere can still have copied a wrong date. What is
    /// trusted is the user's choice.
    ///
    /// ## Example
    /// > The Treaty of Frankfurt (11 May 1871) ended the war.
    ///
    /// By the reference it was signed on 10 May 1871.
    ///
    /// ## When it stays silent
    /// - Without a reference, and where none names the subject. Names match in full, or by an
    ///   alias that a reference gives; a surname stands for a person only where the account
    ///   gave the full name first.
    /// - One date lies within the other, or either is rough.
    /// - The dates are one day by two calendars, by a year that began on 25 March, or a night
    ///   apart where the account tells of the night or of a time zone: this holds, and the
    ///   reason is given.
    /// - One of several statements of the reference fits.
    /// - The dates are so far apart that the name may be of another, or the account tells them
    ///   as doubtful: undecided.
    /// - A figure that is far off may count a part: undecided.
    ///
    /// ## Measured precision
    /// The two references in `examples/` against 8.2 million words of old histories,
    /// encyclopaedias and articles: no finding, and two dates undecided, of other treaties
    /// of one name. In the accounts in `examples/` it finds the two dates that are wrong. It
    /// has not been measured with a large reference.
    pub(crate) static REFERENCE_DIFFERS = {
        name: "reference-differs",
        code: "X002",
        summary: "an account differs from a reference",
        level: Level::Warning,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    if account.references.is_empty() {
        return;
    }
    for (key, told) in subjects(account.doc, account.reading) {
        for subject in &told {
            compare(account, key, subject, sheet);
        }
    }
    for cited in account.references.figures() {
        figures(account, cited, sheet);
    }
}

/// A date of a reference, in the form that it is compared in.
struct Stated<'r> {
    doc: &'r Arc<Document>,
    row: &'r Row,
    known: Known,
    words: String,
}

fn compare(account: &Account<'_>, key: Key, subject: &Subject, sheet: &mut Sheet<'_>) {
    let stated = stated(account, key);
    if stated.is_empty() {
        return;
    }
    let spans = vec![subject.date.span];
    if let Some(doubt) = subject.doubt {
        sheet.undecided(&REFERENCE_DIFFERS, spans, doubt);
        return sheet.with(vec![label(&stated[0])]);
    }
    let fits: Vec<Fit> = stated
        .iter()
        .map(|stated| fit(&subject.date, &stated.known, subject.zoned))
        .collect();
    if let Some(at) = fits.iter().position(Fit::holds) {
        let sum = match &fits[at] {
            Fit::Shifted(how) => how.clone(),
            _ => format!("{} fits {}", subject.date.words(), stated[at].words),
        };
        sheet.holds(&REFERENCE_DIFFERS, spans, sum);
        return sheet.with(vec![label(&stated[at])]);
    }
    if let Some(at) = fits.iter().position(|fit| *fit == Fit::Near) {
        return sheet.conflict(&REFERENCE_DIFFERS, conflict(key, subject, &stated[at]));
    }
    let reason = "the dates are so far apart that the name may be of another";
    sheet.undecided(&REFERENCE_DIFFERS, spans, reason);
    sheet.with(vec![label(&stated[0])]);
}

/// What the references date of a subject.
fn stated<'a>(account: &Account<'a>, key: Key) -> Vec<Stated<'a>> {
    let (own, whole): (&[Field], bool) = match key.aspect {
        Aspect::Begin => (&[Field::Start, Field::Date], false),
        Aspect::End => (&[Field::End, Field::Date], false),
        Aspect::When => (&[Field::Date, Field::Start, Field::End], true),
    };
    let life: &[Field] = match key.aspect {
        Aspect::Begin => &[Field::Born],
        Aspect::End => &[Field::Died],
        Aspect::When => &[],
    };
    let mut all = Vec::new();
    if key.kind == Kind::Person {
        all.extend(account.references.dated(key.name, RowKind::Life, life));
    }
    let events = account.references.dated(key.name, RowKind::Event, own);
    // A name that is a person's in one place is no event's in another.
    let events = if all.is_empty() { events } else { Vec::new() };
    let fields = if all.is_empty() { own } else { life };
    all.extend(events);
    all.into_iter().filter_map(|cited| state(cited, fields, whole)).collect()
}

/// The date of the first of these fields that a row has; or of all, from the first to the
/// last.
fn state<'r>((doc, row): Cited<'r>, fields: &[Field], whole: bool) -> Option<Stated<'r>> {
    let of = |field: &Field| row.dates.iter().find(|date| date.field == *field);
    let mut dates = fields.iter().filter_map(of);
    let first = dates.next()?;
    let mut known = known(first);
    let mut words = words(first);
    if let Some(last) = dates.next().filter(|_| whole && first.field == Field::Start) {
        known.days.1 = last.days.1;
        known.point = None;
        words = format!("{words} to {}", self::words(last));
    }
    Some(Stated { doc, row, known, words })
}

fn known(date: &Dated) -> Known {
    let point = date.point();
    let year =
        point.map_or_else(|| Calendar::Gregorian.date(date.days.0).year, |p| p.year);
    Known { span: date.span, year, days: date.days, point, rough: date.is_rough() }
}

fn words(date: &Dated) -> String {
    date.point().map_or_else(|| date.edtf.to_string(), plain::point)
}

fn label(stated: &Stated<'_>) -> Label {
    let text = format!("{}: {}", stated.words, stated.row.citation());
    Label::elsewhere(stated.doc, stated.known.span, text)
}

fn conflict(key: Key, subject: &Subject, stated: &Stated<'_>) -> Conflict {
    let told = subject.date.words();
    let by_it = when(key, &stated.known, &stated.words);
    let by_account = when(key, &subject.date, &told);
    let (name, verb) = (&subject.name, verb(key));
    Conflict {
        message: format!(
            "{name} {verb} {by_account} by this account and {by_it} by the reference"
        ),
        labels: vec![
            Label::new(subject.date.span, format!("{told} here")),
            label(stated),
        ],
        proof: vec![
            format!("{told} is not {}", stated.words),
            format!("the reference cites {}", stated.row.citation()),
        ],
        help: None,
        at_most: None,
    }
}

/// Compares the figures of an account with one of a reference.
fn figures(account: &Account<'_>, (doc, row): Cited<'_>, sheet: &mut Sheet<'_>) {
    let Some(counted) = &row.counted else { return };
    let mut told: Vec<Counting> = Vec::new();
    for name in &row.names {
        let found =
            figures_of(account.doc, &account.reading.figures, name, &counted.noun);
        for counting in found {
            if !told.iter().any(|before| before.figure == counting.figure) {
                told.push(counting);
            }
        }
    }
    for counting in told {
        figure(&counting, counted, (doc, row), sheet);
    }
}

/// Figures that differ by a larger factor are likely of two things.
const MOST: f64 = 1.25;

fn figure(
    told: &Counting,
    counted: &Counted,
    (doc, row): Cited<'_>,
    sheet: &mut Sheet<'_>,
) {
    let spans = vec![told.figure];
    let value = plain::number(told.value);
    let text = format!("{} {}: {}", counted.text, counted.noun, row.citation());
    let label = Label::elsewhere(doc, counted.span, text);
    let (low, high) = counted.range;
    if told.range.0 <= high && low <= told.range.1 {
        let sum = format!("{value} fits {}", counted.text);
        sheet.holds(&REFERENCE_DIFFERS, spans, sum);
        return sheet.with(vec![label]);
    }
    let near = told.value <= high * MOST && low <= told.value * MOST;
    let slip = slip::between(told.value, low, 3).is_some();
    let far = (!near && !slip).then_some("it may count a part, or something else");
    if let Some(doubt) = told.doubt.or(far) {
        sheet.undecided(&REFERENCE_DIFFERS, spans, doubt);
        return sheet.with(vec![label]);
    }
    let (name, noun) = (row.name(), &counted.noun);
    sheet.conflict(
        &REFERENCE_DIFFERS,
        Conflict {
            message: format!(
                "{value} {noun} by this account, {} by the reference ({name})",
                counted.text
            ),
            labels: vec![Label::new(told.figure, format!("{value} here")), label],
            proof: vec![
                format!("{value} is not {}", counted.text),
                format!("the reference cites {}", row.citation()),
            ],
            help: None,
            at_most: None,
        },
    );
}
