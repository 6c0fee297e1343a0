//! What a time expression is.

use alpheus_text::Span;

use crate::edtf::{Edtf, End};

/// The calendar that a date is given in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Gregorian, carried backwards without end.
    #[default]
    Gregorian,
    /// Julian, "Old Style".
    Julian,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A season of the northern year, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

/// A unit of duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

/// The `mod` of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// How finely a point of the calendar is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A thousand years; the year is the first.
    Millennium,
    /// A hundred years; the year is the first.
    Century,
    /// Ten years; the year is the first.
    Decade,
    /// A year.
    Year,
    /// Half a year, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A season; winter is that which begins in December of the year before or ends it.
    Season(Season),
    /// A month, 1 to 12.
    Month(u8),
    /// An ISO week, 1 to 53.
    Week(u8),
    /// The weekend of an ISO week.
    Weekend(u8),
    /// A day.
    Day {
        /// 1 to 12.
        month: u8,
        /// 1 to 31, and as written: 30 February is kept, so that it can be shown.
        day: u8,
    },
}

/// A point of the calendar, as fine as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// The astronomical year: 0 is 1 BC, −43 is 44 BC.
    pub year: i32,
    /// How finely it is given.
    pub field: Field,
    /// In which calendar.
    pub calendar: Calendar,
}

/// Where a stretch of time may begin and end: `[earliest begin, latest begin]` and
/// `[earliest end, latest end]`, in days (Rata Die: 1 is 1 January of the year 1,
/// proleptic Gregorian); an end is the first day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Earliest and latest first day.
    pub begin: (i32, i32),
    /// Earliest and latest first day after.
    pub end: (i32, i32),
}

/// A piece of an expression, with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<T> {
    /// What it says.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// The pieces of a date as they are written, whatever they resolve to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// "Friday".
    pub weekday: Option<Part<Weekday>>,
    /// "13", "13th", "the thirteenth".
    pub day: Option<Part<u8>>,
    /// "March".
    pub month: Option<Part<u8>>,
    /// "1915"; astronomical, so that 44 BC is −43.
    pub year: Option<Part<i32>>,
    /// "the eighteenth century": 18; BC negative.
    pub century: Option<Part<i32>>,
}

/// What an expression was reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Nothing: it stands by itself.
    None,
    /// The document's date.
    Document,
    /// Missing fields (the year, the month) were taken from the timex with this index.
    Carried(u32),
    /// Reckoned from the timex with this index, by an offset in a unit
    /// ("three days later": `amount` 3, "the previous year": −1).
    Offset {
        /// The timex it is reckoned from, if one was told before.
        from: Option<u32>,
        /// How many units, signed.
        amount: i32,
        /// In what unit.
        unit: Unit,
    },
    /// Reckoned from an event told in the words that follow ("two days after the battle").
    Event {
        /// How many units, signed.
        amount: i32,
        /// In what unit.
        unit: Unit,
    },
}

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimexKind,
    /// Its TIMEX3 value, empty where it has none.
    pub value: String,
    /// Its TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// The point of the calendar that it names, if it names one.
    pub point: Option<Point>,
    /// The days that it may stand for, if that can be told.
    pub interval: Option<Interval>,
    /// A duration: least and greatest length, with the unit that it is given in.
    pub length: Option<(f64, f64, Unit)>,
    /// Its pieces.
    pub written: Written,
    /// What it was reckoned from.
    pub anchor: Anchor,
}

impl Timex {
    /// The expression as an extended date: of its point, with `~` where it is about right,
    /// open where it is before or after; else of the days that it may stand for. `None`
    /// for lengths, sets and what has no place in the calendar: EDTF has no form for them.
    ///
    /// # Example: about a year, and a week
    /// ```
    /// use alpheus_text::Document;
    /// use alpheus_time::{Options, tag};
    /// let doc = Document::plain("memo", "It began c. 1450 and was over by 12 May 1452.");
    /// let times = tag(&doc, Options::default()).timexes;
    /// let edtf: Vec<_> = times.iter().filter_map(|t| t.edtf()).map(|e| e.to_string()).collect();
    /// assert_eq!(edtf, ["1450~", "1452-05-12"]);
    /// ```
    pub fn edtf(&self) -> Option<Edtf> {
        let Some(whole) = self.point.and_then(Point::edtf) else {
            return self.interval.and_then(Interval::edtf);
        };
        Some(match (self.modifier, whole) {
            (Some(Modifier::Approx), Edtf::Date(date)) => Edtf::Date(date.about()),
            (Some(Modifier::Before | Modifier::OnOrBefore), Edtf::Date(date)) => {
                Edtf::Interval(End::Open, End::At(date))
            }
            (Some(Modifier::After | Modifier::OnOrAfter), Edtf::Date(date)) => {
                Edtf::Interval(End::At(date), End::Open)
            }
            (_, whole) => whole,
        })
    }
}

impl Range {
    /// The stretch between its ends as an extended interval, `1914/1918`.
    pub fn edtf(&self, timexes: &[Timex]) -> Option<Edtf> {
        let end = |index: u32| match timexes.get(index as usize)?.edtf()? {
            Edtf::Date(date) => Some(End::At(date)),
            _ => None,
        };
        Some(Edtf::Interval(end(self.begin)?, end(self.end)?))
    }
}

/// How a range is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeKind {
    /// "from A to B".
    FromTo,
    /// "between A and B".
    Between,
    /// "A–B", "A to B".
    Dash,
}

/// Two expressions that are the ends of one stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The index of the first.
    pub begin: u32,
    /// The index of the second.
    pub end: u32,
    /// How it is written.
    pub kind: RangeKind,
}
