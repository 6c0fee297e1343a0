//! What expressions mean, given what the story has told.
//!
//! One walk over the mentions of a document keeps a [`Focus`]: the last point told, by year,
//! month and day. What an expression leaves out is taken from there (in news, from the
//! document's date), or from the mention after it where the two are ends of one range.

use crate::{
    Anchor, Calendar, Domain, Field, Options, Point, Timex, Unit,
    calendar::iso_week,
    expr::{Date, Expr, Frame, Length, Pointing, Reference, Shift},
    lexicon::Holiday,
    number::Amount,
    tagger::{Mention, Tense},
    value,
};

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
    focus: Focus,
}

impl<'a> Story<'a> {
    fn new(mentions: &'a [Mention], options: Options, created: Option<i32>) -> Self {
        let mut story = Story { mentions, options, created, focus: Focus::default() };
        story.focus = story.opening();
        story
    }

    /// Where a story begins before it has told a date: the first year that it will tell;
    /// news begin on the document's date.
    fn opening(&self) -> Focus {
        if self.options.domain == Domain::News
            && let Some(day) = self.created
        {
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
                timex.value.push_str("XXXX-XX-XX");
            }
            timex.value.push_str(&value::time(time));
        }
        timex.point = meaning.point;
        timex.interval = meaning.point.and_then(|point| point.modified(timex.modifier));
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

    fn point(&self, year: i32, field: Field) -> Point {
        Point { year, field, calendar: self.options.calendar }
    }

    /// "the thirties": of the century that is being told.
    fn decade(&self, first: i32, short: bool, bc: bool) -> Meaning {
        if !short || bc {
            return self.point(first, Field::Decade).into();
        }
        let century = self.focus.year.map_or(1900, |year| year - year.rem_euclid(100));
        self.point(century + first, Field::Decade).into()
    }

    /// The fields of a date in a year that is known.
    fn in_year(&self, year: i32, date: &Date) -> Point {
        let written = date.written;
        let field = match (written.month, written.day, date.frame) {
            (Some(month), Some(day), _) => {
                Field::Day { month: month.value, day: day.value }
            }
            (None, Some(day), _) if self.focus.month.is_some() => {
                Field::Day { month: self.focus.month.unwrap_or(1), day: day.value }
            }
            (Some(month), None, Frame::WeekOf(n)) => {
                return self.week_of(year, month.value, n);
            }
            (Some(month), None, _) => Field::Month(month.value),
            (_, _, Frame::Season(season)) => Field::Season(season),
            (_, _, Frame::Half(n)) => Field::Half(n),
            (_, _, Frame::Quarter(n)) => Field::Quarter(n),
            (_, _, Frame::Holiday(holiday)) => return self.holiday(year, holiday),
            _ => Field::Year,
        };
        self.point(year, field)
    }

    fn holiday(&self, year: i32, holiday: Holiday) -> Point {
        match holiday {
            Holiday::Fixed(month, day) => self.point(year, Field::Day { month, day }),
            Holiday::Easter(days) => self
                .options
                .calendar
                .easter(year)
                .map_or(self.point(year, Field::Year), |day| {
                    self.on(day + i32::from(days))
                }),
        }
    }

    fn week_of(&self, year: i32, month: u8, n: i8) -> Point {
        let day = if n > 0 { 7 * (n - 1) + 1 } else { 28 };
        self.options
            .calendar
            .day(year, month, day as u8)
            .map_or(self.point(year, Field::Month(month)), |day| self.week(day))
    }

    /// The point of a day.
    fn on(&self, day: i32) -> Point {
        let civil = self.options.calendar.date(day);
        self.point(civil.year, Field::Day { month: civil.month, day: civil.day })
    }

    /// The ISO week that a day lies in.
    fn week(&self, day: i32) -> Point {
        let year = self.options.calendar.date(day).year;
        let start = |year| iso_week(year, 1).unwrap_or(i32::MAX);
        let year = [year + 1, year, year - 1].into_iter().find(|&y| start(y) <= day);
        let year = year.unwrap_or(0);
        self.point(year, Field::Week(((day - start(year)) / 7 + 1) as u8))
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
        let from = self.reference(kind);
        let step = match kind {
            Pointing::Last | Pointing::Previous => -1,
            Pointing::Next | Pointing::Following => 1,
            _ => 0,
        };
        let anchor = Anchor::Offset { from: self.told(&from), amount: step, unit };
        let point = if matches!(date.frame, Frame::Unit(_))
            || date.time.is_some() && !fielded(date)
        {
            self.step(from, step, unit)
        } else {
            self.named(index, date, from, step)
        };
        Meaning { point, ..Meaning::default() }.anchored(anchor)
    }

    fn today(&self, days: i8) -> Meaning {
        match (self.options.domain, self.created) {
            (Domain::News, Some(day)) => {
                Meaning::from(self.on(day + i32::from(days))).anchored(Anchor::Document)
            }
            _ if days == 0 => Meaning::value("PRESENT_REF"),
            _ => match self.day(self.focus) {
                Some(day) => self.on(day + i32::from(days)).into(),
                None => Meaning::value("XXXX-XX-XX"),
            },
        }
    }

    /// What a pointing word points from.
    fn reference(&self, kind: Pointing) -> Focus {
        let now = matches!(
            kind,
            Pointing::This | Pointing::Last | Pointing::Next | Pointing::The
        );
        match self.created {
            Some(day) if self.options.domain == Domain::News && now => self.at(day),
            _ => self.focus,
        }
    }

    fn told(&self, focus: &Focus) -> Option<u32> {
        (focus.by != u32::MAX && focus.year.is_some()).then_some(focus.by)
    }

    fn day(&self, focus: Focus) -> Option<i32> {
        self.options.calendar.day(focus.year?, focus.month?, focus.day?)
    }

    /// `steps` units on from the focus, as fine as the unit, or as the focus allows.
    fn step(&self, from: Focus, steps: i32, unit: Unit) -> Option<Point> {
        let year = from.year?;
        let decades = |n: i32| year - year.rem_euclid(n);
        match unit {
            Unit::Millennium => {
                Some(self.point(decades(1000) + 1000 * steps, Field::Millennium))
            }
            Unit::Century => Some(self.point(decades(100) + 100 * steps, Field::Century)),
            Unit::Decade => Some(self.point(decades(10) + 10 * steps, Field::Decade)),
            Unit::Year => Some(self.point(year + steps, Field::Year)),
            Unit::Month => {
                let months = year * 12 + i32::from(from.month?) - 1 + steps;
                let month = months.rem_euclid(12) as u8 + 1;
                Some(self.point(months.div_euclid(12), Field::Month(month)))
            }
            Unit::Quarter => {
                let quarters = year * 4 + (i32::from(from.month?) - 1) / 3 + steps;
                let quarter = quarters.rem_euclid(4) as u8 + 1;
                Some(self.point(quarters.div_euclid(4), Field::Quarter(quarter)))
            }
            Unit::Week | Unit::Fortnight => {
                let weeks = if unit == Unit::Week { steps } else { 2 * steps };
                Some(self.week(self.day(from)?.checked_add(7 * weeks)?))
            }
            _ => Some(self.on(self.day(from)?.checked_add(steps)?)),
        }
    }

    /// A named month, season, weekday or feast, a step from the focus.
    fn named(&self, index: usize, date: &Date, from: Focus, step: i32) -> Option<Point> {
        if let Some(weekday) = date.written.weekday
            && date.written.day.is_none()
        {
            let day = self.day(from)?;
            let day = match step {
                -1 => weekday.value.on_or_before(day - 1),
                1 => weekday.value.on_or_after(day + 1),
                _ => weekday.value.on_or_after(day),
            };
            return Some(self.on(day));
        }
        let year = from.year?;
        let Some(month) = first_month(date) else {
            return match self.elliptic(index, date).point {
                Some(point) => Some(point),
                None => self.step(from, step, Unit::Year),
            };
        };
        let after = from.month.is_some_and(|told| month > told);
        let year = match step {
            -1 if after => year - 1,
            -1 => year - i32::from(from.month == Some(month)),
            1 if after => year,
            1 => year + 1,
            _ => year,
        };
        Some(self.in_year(year, date))
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
            self.day(self.focus).map(|day| self.on(day))
        } else {
            match date.frame {
                Frame::Half(n) => {
                    self.focus.year.map(|year| self.point(year, Field::Half(n)))
                }
                Frame::Quarter(n) => {
                    self.focus.year.map(|year| self.point(year, Field::Quarter(n)))
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
        match (meaning, self.told(&self.focus)) {
            (Some(point), Some(from)) => {
                Meaning::from(point).anchored(Anchor::Carried(from))
            }
            (Some(point), None) => Meaning::from(point).anchored(Anchor::Document),
            (None, _) => Meaning { value: unplaced(date), ..Meaning::default() },
        }
    }

    /// The year of a month without one: in a story the one being told, or the next when the
    /// months have come round; in news the nearest on the side of the tense.
    fn year_of(&self, index: usize, date: &Date) -> Option<i32> {
        let month = i32::from(first_month(date)?);
        let year = self.focus.year?;
        if self.options.domain == Domain::News
            && let Some(created) = self.created
        {
            let now = self.at(created);
            let told = i32::from(now.month?);
            let today = i32::from(now.day?);
            let day = date.written.day.map_or(today, |day| i32::from(day.value));
            let ahead = (month, day) > (told, today);
            let future = self.mentions[index].tense == Tense::Future;
            return Some(match (future, ahead) {
                (true, false) if month < told => now.year? + 1,
                (false, true) if month > told => now.year? - 1,
                _ => now.year?,
            });
        }
        let Some(told) = self.focus.month.map(i32::from) else { return Some(year) };
        Some(if told - month >= 7 { year + 1 } else { year })
    }

    /// The day of a bare weekday.
    fn weekday(&self, index: usize, weekday: crate::Weekday) -> Option<i32> {
        if self.options.domain == Domain::News
            && let Some(day) = self.created
        {
            return Some(match self.mentions[index].tense {
                Tense::Future => weekday.on_or_after(day),
                _ => weekday.on_or_before(day),
            });
        }
        Some(weekday.on_or_after(self.day(self.focus)?))
    }

    fn shift(&self, shift: &Shift) -> Meaning {
        use crate::expr::From;
        let Length { amount, unit, .. } = shift.length;
        let sign = if shift.forward { 1 } else { -1 };
        let Amount::Exact(count) = amount else {
            return Meaning::value(if shift.forward { "FUTURE_REF" } else { "PAST_REF" });
        };
        let steps = count.round() as i32 * sign;
        let from = match (shift.from, self.created) {
            (From::Now, Some(day)) if self.options.domain == Domain::News => self.at(day),
            _ => self.focus,
        };
        let point = match unit {
            Unit::Week | Unit::Fortnight => {
                let days = if unit == Unit::Week { 7 } else { 14 };
                self.step(from, steps.saturating_mul(days), Unit::Day)
            }
            unit if unit < Unit::Day => self.step(from, 0, Unit::Day),
            _ => self.step(from, steps, unit),
        };
        let anchor = match shift.from {
            From::Event => Anchor::Event { amount: steps, unit },
            From::Now if self.created.is_some() => Anchor::Document,
            _ => Anchor::Offset { from: self.told(&from), amount: steps, unit },
        };
        let value = point.is_none().then(|| value::open(unit).to_owned());
        Meaning { point, value, anchor: Some(anchor) }
    }
}

/// The first year of a century: of the nineteenth 1800, of the fifth BC −499.
fn century_start(n: i32) -> i32 {
    if n > 0 { (n - 1) * 100 } else { n * 100 + 1 }
}

/// Whether a date has a field of its own besides its time of day.
fn fielded(date: &Date) -> bool {
    let w = date.written;
    w.month.is_some()
        || w.weekday.is_some()
        || w.day.is_some()
        || date.frame != Frame::Fields
}

/// The month that a date falls in, or begins in.
fn first_month(date: &Date) -> Option<u8> {
    use crate::Season;
    match (date.written.month, date.frame) {
        (Some(month), _) => Some(month.value),
        (None, Frame::Season(season)) => Some(match season {
            Season::Winter => 12,
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
        }),
        (None, Frame::Holiday(Holiday::Fixed(month, _))) => Some(month),
        (None, Frame::Holiday(Holiday::Easter(_))) => Some(4),
        _ => None,
    }
}

/// The value of a date whose place is not known.
fn unplaced(date: &Date) -> Option<String> {
    let w = date.written;
    match (w.month, w.day, w.weekday, date.frame) {
        (Some(month), Some(day), ..) => {
            Some(format!("XXXX-{:02}-{:02}", month.value, day.value))
        }
        (Some(month), ..) => Some(format!("XXXX-{:02}", month.value)),
        (_, Some(day), ..) => Some(format!("XXXX-XX-{:02}", day.value)),
        (_, _, Some(weekday), _) => {
            Some(format!("XXXX-WXX-{}", weekday.value.index() + 1))
        }
        (_, _, _, Frame::Season(season)) => Some(format!("XXXX-{}", value::code(season))),
        _ => None,
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
