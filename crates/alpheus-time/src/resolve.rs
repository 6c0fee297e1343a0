//! What expressions mean, given what the story has told.
//!
//! One walk over the mentions of a document keeps a [`Focus`]: the last point told, by year,
//! month and day. What an expression leaves out is taken from there (see
//! [`narrative`]; in [`news`], from the day of writing), or from the mention after it where
//! the two are ends of one range.

mod chronology;
mod narrative;
mod news;
mod steps;

use crate::{
    Anchor, Calendar, Domain, Field, Options, Point, Timex, Unit,
    calendar::iso_week,
    expr::{Date, Expr, Frame, Length, Pointing, Reference, Shift},
    number::Amount,
    tagger::Mention,
    value,
};
use steps::{century_start, fielded, first_month};

/// The day of "YYYY-MM-DD", at the head of a longer stamp too.
pub(crate) fn iso_day(text: &str) -> Option<i32> {
    let mut parts = text.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Calendar::Gregorian.day(year, month, day)
}

/// The last point told.
#[derive(Clone, Copy, Debug, Default)]
struct Focus {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    /// The index of the expression that told it.
    by: u32,
}

/// What an expression turned out to mean.
#[derive(Clone, Debug, Default)]
struct Meaning {
    point: Option<Point>,
    /// The value, where it is not that of the point.
    value: Option<String>,
    anchor: Option<Anchor>,
}

impl From<Point> for Meaning {
    fn from(point: Point) -> Self {
        Meaning { point: Some(point), ..Meaning::default() }
    }
}

impl Meaning {
    fn value(value: impl Into<String>) -> Self {
        Meaning { value: Some(value.into()), ..Meaning::default() }
    }

    fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = Some(anchor);
        self
    }
}

/// Settles the meaning of every mention and writes it into its expression.
pub(crate) fn resolve(
    mentions: &[Mention],
    timexes: &mut [Timex],
    options: Options,
    created: Option<i32>,
) {
    let mut story = Story::new(mentions, options, created);
    for (index, timex) in timexes.iter_mut().enumerate() {
        story.settle(index, timex);
    }
}

struct Story<'a> {
    mentions: &'a [Mention],
    options: Options,
    created: Option<i32>,
    /// The day that news are written on.
    now: Option<i32>,
    focus: Focus,
    /// In a story, the years of the mentions.
    years: Vec<Option<i32>>,
}

impl<'a> Story<'a> {
    fn new(mentions: &'a [Mention], options: Options, created: Option<i32>) -> Self {
        let now = match options.domain {
            Domain::News => {
                created.or_else(|| news::dateline(mentions, options.calendar))
            }
            Domain::Narrative => None,
        };
        let years = match now {
            Some(_) => Vec::new(),
            None => chronology::years(mentions),
        };
        let focus = Focus::default();
        let mut story = Story { mentions, options, created, now, focus, years };
        story.focus = story.opening();
        story
    }

    /// Where a story begins before it has told a date: the first year that it will tell;
    /// news begin on the document's date.
    fn opening(&self) -> Focus {
        if let Some(day) = self.now {
            return self.at(day);
        }
        let year = self.mentions.iter().find_map(|mention| match mention.expr {
            Expr::Date(date) => date.written.year.map(|part| part.value),
            _ => None,
        });
        Focus { year, ..Focus::default() }
    }

    fn at(&self, day: i32) -> Focus {
        let civil = self.options.calendar.date(day);
        Focus {
            year: Some(civil.year),
            month: Some(civil.month),
            day: Some(civil.day),
            by: u32::MAX,
        }
    }

    fn settle(&mut self, index: usize, timex: &mut Timex) {
        let mention = self.mentions[index];
        let meaning = match mention.expr {
            Expr::Date(date) => self.date(index, &date),
            Expr::Length(length) => {
                timex.length = bounds(&length);
                timex.modifier = length.modifier;
                Meaning::value(value::length(&length))
            }
            Expr::Shift(shift) => self.shift(&shift),
            Expr::Every(every) => {
                Meaning::value(value::every(&every, self.options.domain))
            }
            Expr::Reference(Reference::Past) => Meaning::value("PAST_REF"),
            Expr::Reference(Reference::Present) => Meaning::value("PRESENT_REF"),
            Expr::Reference(Reference::Future) => Meaning::value("FUTURE_REF"),
            Expr::Vague => Meaning::default(),
        };
        if let Expr::Date(date) = mention.expr {
            timex.modifier = date.modifier;
        }
        self.write(timex, &mention, meaning, index);
    }

    fn write(
        &mut self,
        timex: &mut Timex,
        mention: &Mention,
        meaning: Meaning,
        index: usize,
    ) {
        let time = match mention.expr {
            Expr::Date(date) => date.time,
            Expr::Shift(shift) => shift.time,
            _ => None,
        };
        timex.value = match (meaning.value, meaning.point) {
            (Some(value), _) => value,
            (None, Some(point)) => value::point(point),
            _ => String::new(),
        };
        if let Some(time) = time {
            if timex.value.is_empty() {
                timex.value = self.in_era("XXXX-XX-XX".to_owned());
            }
            timex.value.push_str(&value::time(time));
        }
        timex.point = meaning.point.map(|point| told_in(point, mention));
        timex.interval = timex.point.and_then(|point| point.modified(timex.modifier));
        timex.anchor = meaning.anchor.unwrap_or(Anchor::None);
        if matches!(timex.anchor, Anchor::Event { .. }) {
            timex.interval = None;
        }
        if let (Expr::Date(_) | Expr::Shift(_), Some(point)) =
            (mention.expr, meaning.point)
        {
            self.tell(point, index);
        }
    }

    /// Moves the focus to a point that was told.
    fn tell(&mut self, point: Point, index: usize) {
        let by = index as u32;
        let year = Some(point.year);
        let same = self.focus.year == year;
        self.focus = match point.field {
            Field::Day { month, day } => {
                Focus { year, month: Some(month), day: Some(day), by }
            }
            Field::Month(month) => {
                let day =
                    self.focus.day.filter(|_| same && self.focus.month == Some(month));
                Focus { year, month: Some(month), day, by }
            }
            Field::Year | Field::Half(_) | Field::Quarter(_) | Field::Season(_)
                if !same =>
            {
                Focus { year, month: None, day: None, by }
            }
            Field::Week(week) | Field::Weekend(week) => {
                let Some(day) = iso_week(point.year, week) else { return };
                Focus { by, ..self.at(day) }
            }
            _ => return,
        };
    }

    fn date(&self, index: usize, date: &Date) -> Meaning {
        let written = date.written;
        if let Some(century) = written.century {
            return self.point(century_start(century.value), Field::Century).into();
        }
        match date.frame {
            Frame::Millennium(first) => {
                return self.point(first, Field::Millennium).into();
            }
            Frame::Decade { first, short } => return self.decade(first, short, date.bc),
            _ => {}
        }
        if let Some(year) = written.year {
            return self.in_year(year.value, date).into();
        }
        if self.mentions[index].forward
            && let Some(found) = self.forward(index, date)
        {
            return found;
        }
        if let Some(deixis) = date.deixis {
            return self.pointed(index, date, deixis.kind, deixis.unit);
        }
        self.elliptic(index, date)
    }

    /// Fields taken from the mention after this one.
    fn forward(&self, index: usize, date: &Date) -> Option<Meaning> {
        let Expr::Date(next) = self.mentions.get(index + 1)?.expr else { return None };
        let mut whole = *date;
        whole.written.month = whole.written.month.or(next.written.month);
        let year = match next.written.year {
            Some(year) => year.value,
            None => self.year_of(index, &whole)?,
        };
        let anchor = Anchor::Carried(index as u32 + 1);
        Some(Meaning::from(self.in_year(year, &whole)).anchored(anchor))
    }

    /// A date that points: "that day", "the following year", "the previous June".
    fn pointed(&self, index: usize, date: &Date, kind: Pointing, unit: Unit) -> Meaning {
        if let Pointing::Day(days) = kind {
            return self.today(days);
        }
        let from = self.reference(kind, unit);
        let step = match kind {
            Pointing::Last | Pointing::Previous => -1,
            Pointing::Next | Pointing::Following => 1,
            _ => 0,
        };
        let step = step - i32::from(self.bygone(index, date));
        let anchor = Anchor::Offset { from: Self::told(&from), amount: step, unit };
        let point = if let (Unit::Month, Some(day)) = (unit, date.written.day) {
            self.step(from, step, Unit::Month).and_then(|point| match point.field {
                Field::Month(month) => {
                    Some(Point { field: Field::Day { month, day: day.value }, ..point })
                }
                _ => None,
            })
        } else if let Some(year) = self.turned(index, date, step) {
            Some(self.point(year, Field::Year))
        } else if date.of_year {
            from.year.map(|year| self.in_year(year + step, date))
        } else if matches!(date.frame, Frame::Unit(_))
            || date.time.is_some() && !fielded(date)
        {
            self.step(from, step, unit)
        } else {
            self.named(index, date, from, step)
        };
        let value = if point.is_none() { self.unplaced(date) } else { None };
        Meaning { point, value, ..Meaning::default() }.anchored(anchor)
    }

    /// The year of "the following year" in a story: after the one that the story is in, which
    /// need not be the one named last.
    fn turned(&self, index: usize, date: &Date, step: i32) -> Option<i32> {
        let bare = date.frame == Frame::Unit(Unit::Year) && step != 0;
        bare.then(|| self.years.get(index).copied().flatten()).flatten()
    }

    fn told(focus: &Focus) -> Option<u32> {
        (focus.by != u32::MAX && focus.year.is_some()).then_some(focus.by)
    }

    /// A date that leaves out its year, or more.
    fn elliptic(&self, index: usize, date: &Date) -> Meaning {
        let written = date.written;
        let meaning = if written.month.is_some() || first_month(date).is_some() {
            self.year_of(index, date).map(|year| self.in_year(year, date))
        } else if let Some(day) = written.day {
            self.focus.year.zip(self.focus.month).map(|(year, month)| {
                self.point(year, Field::Day { month, day: day.value })
            })
        } else if let Some(weekday) = written.weekday {
            self.weekday(index, weekday.value).map(|day| self.on(day))
        } else if date.time.is_some() {
            self.day(self.focus).or(self.now).map(|day| self.on(day))
        } else {
            match date.frame {
                Frame::Half(n) => {
                    self.focus.year.map(|year| self.point(year, Field::Half(n)))
                }
                Frame::Weekend => self.day(self.focus).map(|day| {
                    let Point { year, field, calendar } = self.week(day);
                    let Field::Week(week) = field else {
                        return Point { year, field, calendar };
                    };
                    Point { year, field: Field::Weekend(week), calendar }
                }),
                _ => None,
            }
        };
        match (meaning, Self::told(&self.focus)) {
            (Some(point), Some(from)) => {
                Meaning::from(point).anchored(Anchor::Carried(from))
            }
            (Some(point), None) => Meaning::from(point).anchored(Anchor::Document),
            (None, _) => Meaning { value: self.unplaced(date), ..Meaning::default() },
        }
    }

    /// The value of a date whose place is not known.
    fn unplaced(&self, date: &Date) -> Option<String> {
        let w = date.written;
        let value = match (w.month, w.day, w.weekday, date.frame) {
            (Some(month), Some(day), ..) => {
                format!("XXXX-{:02}-{:02}", month.value, day.value)
            }
            (Some(month), ..) => format!("XXXX-{:02}", month.value),
            (_, Some(day), ..) => format!("XXXX-XX-{:02}", day.value),
            (_, _, Some(weekday), _) => {
                format!("XXXX-WXX-{}", weekday.value.index() + 1)
            }
            (_, _, _, Frame::Season(season)) => format!("XXXX-{}", value::code(season)),
            (_, _, _, Frame::Nth(_, Unit::Day)) => {
                match (self.focus.year, self.focus.month) {
                    (Some(year), Some(month)) => {
                        let month = self.point(year, Field::Month(month));
                        return Some(value::point(month) + "-XX");
                    }
                    _ => value::open(Unit::Day).to_owned(),
                }
            }
            (.., Frame::Unit(unit)) if unit <= Unit::Month => {
                value::open(unit).to_owned()
            }
            _ => return None,
        };
        Some(self.in_era(value))
    }

    /// A value with an open year, marked where the story plays before Christ.
    fn in_era(&self, value: String) -> String {
        let before = self.focus.year.is_some_and(|year| year <= 0);
        if before && value.starts_with("XXXX") { format!("BC{value}") } else { value }
    }

    /// The year of a month without one.
    fn year_of(&self, index: usize, date: &Date) -> Option<i32> {
        match self.now {
            Some(now) => self.year_in_news(now, index, date),
            None => self.year_in_story(index),
        }
    }

    /// The day of a bare weekday.
    fn weekday(&self, index: usize, weekday: crate::Weekday) -> Option<i32> {
        match self.now {
            Some(now) => Some(self.weekday_in_news(now, index, weekday)),
            None => self.weekday_in_story(weekday),
        }
    }

    fn today(&self, days: i8) -> Meaning {
        match self.now {
            Some(now) => self.today_in_news(now, days),
            None => self.today_in_story(days),
        }
    }

    /// What a pointing word points from.
    fn reference(&self, kind: Pointing, unit: Unit) -> Focus {
        match self.now {
            Some(now) => self.reference_in_news(now, kind, unit),
            None => self.reference_in_story(),
        }
    }

    fn shift(&self, shift: &Shift) -> Meaning {
        use crate::expr::From;
        let Length { amount, unit, .. } = shift.length;
        let sign = if shift.forward { 1 } else { -1 };
        let Amount::Exact(count) = amount else {
            return Meaning::value(if shift.forward { "FUTURE_REF" } else { "PAST_REF" });
        };
        let steps = count.round() as i32 * sign;
        let from = match (shift.from, self.now) {
            (From::Now, Some(day)) => self.at(day),
            _ => self.focus,
        };
        let point = match unit {
            Unit::Week | Unit::Fortnight => {
                let days = if unit == Unit::Week { 7 } else { 14 };
                self.step(from, steps.saturating_mul(days), Unit::Day)
            }
            unit if unit < Unit::Day => self.step(from, 0, Unit::Day),
            Unit::Decade => self.step(from, steps.saturating_mul(10), Unit::Year),
            Unit::Century => self.step(from, steps.saturating_mul(100), Unit::Year),
            // "the same period last year", where no month was told.
            Unit::Month if from.month.is_none() && steps % 12 == 0 => {
                self.step(from, steps / 12, Unit::Year)
            }
            _ => self.step(from, steps, unit),
        };
        let anchor = match shift.from {
            From::Event => Anchor::Event { amount: steps, unit },
            From::Now if self.created.is_some() => Anchor::Document,
            _ => Anchor::Offset { from: Self::told(&from), amount: steps, unit },
        };
        let value = point.is_none().then(|| self.in_era(value::open(unit).to_owned()));
        Meaning { point, value, anchor: Some(anchor) }
    }
}

/// A point in the calendar that the text says it is given in.
fn told_in(point: Point, mention: &Mention) -> Point {
    match mention.expr {
        Expr::Date(Date { calendar: Some(calendar), .. }) => Point { calendar, ..point },
        _ => point,
    }
}

/// The least and the greatest length, with its unit.
fn bounds(length: &Length) -> Option<(f64, f64, Unit)> {
    let more = length.more.map_or(0.0, |(n, unit)| match (unit, length.unit) {
        (Unit::Month, Unit::Year) => n / 12.0,
        (Unit::Day, Unit::Week) => n / 7.0,
        (Unit::Day, Unit::Month) => n / 30.4,
        (Unit::Day, Unit::Year) => n / 365.25,
        _ => 0.0,
    });
    match length.amount {
        Amount::Exact(n) => Some((n + more, n + more, length.unit)),
        Amount::Between(low, high) => Some((low, high, length.unit)),
        Amount::Vague => None,
    }
}
