//! What the grammar reads, before the story tells what it means.

use crate::{
    Modifier, Season, Unit, Written, calendar::Feast, lexicon::DayPart, number::Amount,
};

/// A recognised expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Expr {
    /// A point of the calendar, or of the day, given or pointed at.
    Date(Date),
    /// A length of time.
    Length(Length),
    /// "three days later", "two years ago".
    Shift(Shift),
    /// "daily", "every spring".
    Every(Every),
    /// "now", "recently", "future".
    Reference(Reference),
    /// "this period".
    Vague,
}

/// The pieces of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each tells of one shape of the words")]
pub(crate) struct Date {
    pub(crate) written: Written,
    pub(crate) frame: Frame,
    pub(crate) deixis: Option<Deixis>,
    pub(crate) time: Option<Time>,
    pub(crate) modifier: Option<Modifier>,
    /// "499" of "499–493 BC": the era stands with another.
    pub(crate) bc: bool,
    /// "May of last year": it is the year that is pointed at.
    pub(crate) of_year: bool,
    /// "Old Style": the calendar, where the text tells it.
    pub(crate) calendar: Option<crate::Calendar>,
}

/// How a date is framed, other than by its written fields.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Frame {
    /// By its written fields alone.
    #[default]
    Fields,
    Season(Season),
    Half(u8),
    Quarter(u8),
    /// "the 1920s": its first year; `short` without its century.
    Decade {
        first: i32,
        short: bool,
    },
    Century,
    Millennium(i32),
    Weekend,
    /// The nth week of a month or year; −1 the last.
    WeekOf(i8),
    /// "the third day": counted from what the story tells.
    Nth(u32, Unit),
    Holiday(Feast),
    /// "the year", "that month": a bare unit.
    Unit(Unit),
}

/// How an expression points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Deixis {
    pub(crate) kind: Pointing,
    /// The unit pointed at.
    pub(crate) unit: Unit,
}

/// The word that it points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pointing {
    The,
    This,
    That,
    Same,
    Last,
    Previous,
    Next,
    Following,
    /// "today" and its kin: days from now.
    Day(i8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Time {
    Part(DayPart),
    Clock { hour: u8, minute: Option<u8>, second: Option<u8>, zone: Option<i8> },
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    pub(crate) amount: Amount,
    pub(crate) unit: Unit,
    /// "two years and three months"
    pub(crate) more: Option<(f64, Unit)>,
    pub(crate) modifier: Option<Modifier>,
    /// "the past two years", "the next few months".
    pub(crate) pointing: Option<Pointing>,
}

/// A step from one point to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shift {
    pub(crate) length: Length,
    /// Forwards or back.
    pub(crate) forward: bool,
    pub(crate) from: From,
    /// "the day before yesterday"'s part, "two nights later".
    pub(crate) time: Option<Time>,
}

/// What a step is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The moment of writing: "ago".
    Now,
    /// What was told last: "later".
    Story,
    /// An event told in the words that follow.
    Event,
}

/// What happens again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Every {
    /// "daily", "each year"
    Unit(Unit),
    /// "30 a day"
    Rate(Unit),
    /// "every spring"
    Date(Date),
    /// "every two weeks"
    Length(Length),
}

/// A vague point relative to the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}
