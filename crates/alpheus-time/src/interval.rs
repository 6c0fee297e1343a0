//! Interval algebra: what a date, as told, allows; how two uncertain stretches can lie to
//! each other; how far apart they are; where one comes out some months later.
//!
//! "1939" is a whole year, "early May 1940" a stretch with a soft end, "before 1066" one
//! without a beginning, so a stretch of time is an [`Interval`]: a range for its first day
//! and one for the first day after it. Relations are those of Allen, "Maintaining knowledge
//! about temporal intervals" (*Communications of the ACM* 26, 1983), over such ranges: not
//! one relation, but the set of those that are still possible.

use crate::{
    Calendar, Field, Interval, Modifier, Point, Season, Unit,
    calendar::{YEAR_LIMIT, iso_week},
};

/// The first day of all: ends without a bound are drawn to it.
pub const EARLIEST: i32 = i32::MIN / 2;
/// The last day of all.
pub const LATEST: i32 = i32::MAX / 2;

/// What can be said of something in the face of uncertainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// In every case.
    Certain,
    /// In some cases.
    Possible,
    /// In no case.
    Impossible,
}

impl Point {
    /// A day.
    pub fn day(calendar: Calendar, year: i32, month: u8, day: u8) -> Point {
        Point { year, field: Field::Day { month, day }, calendar }
    }

    /// The stretch that the point names, whole. `None` for a day that its calendar lacks,
    /// or a year out of reach.
    ///
    /// # Example: a year and a season
    /// ```
    /// use alpheus_time::{Calendar, Field, Point, Season};
    /// let point = |field| Point { year: 1917, field, calendar: Calendar::Gregorian };
    /// let year = point(Field::Year).interval().expect("it exists");
    /// assert_eq!(year.end.0 - year.begin.0, 365);
    /// // A winter's year can be that of either end.
    /// let winter = point(Field::Season(Season::Winter)).interval().expect("it exists");
    /// assert!(winter.begin.0 < year.begin.0 && winter.begin.1 < year.end.0);
    /// ```
    pub fn interval(self) -> Option<Interval> {
        let month = |year: i32, month: u8| self.calendar.day(year, month, 1);
        let years = |count: i32| {
            let begin = month(self.year, 1)?;
            Some(Interval::exact(begin, month(self.year.checked_add(count)?, 1)?))
        };
        let months = |first: u8, count: i32| {
            let begin = month(self.year, first)?;
            Some(Interval::exact(begin, self.calendar.add_months(begin, count)?))
        };
        match self.field {
            Field::Millennium => years(1000),
            Field::Century => years(100),
            Field::Decade => years(10),
            Field::Year => years(1),
            Field::Half(half @ 1..=2) => months(half * 6 - 5, 6),
            Field::Quarter(quarter @ 1..=4) => months(quarter * 3 - 2, 3),
            Field::Season(season) => self.season(season),
            Field::Month(m) => months(m, 1),
            Field::Week(week @ 1..=53) => {
                let monday = iso_week(self.year, week)?;
                Some(Interval::exact(monday, monday + 7))
            }
            Field::Weekend(week @ 1..=53) => {
                let monday = iso_week(self.year, week)?;
                Some(Interval::exact(monday + 5, monday + 7))
            }
            Field::Day { month, day } => {
                let day = self.calendar.day(self.year, month, day)?;
                Some(Interval::exact(day, day + 1))
            }
            Field::Half(_) | Field::Quarter(_) | Field::Week(_) | Field::Weekend(_) => {
                None
            }
        }
    }

    /// Writers disagree whether a season begins with its month or with the sun; and in
    /// which year a winter is.
    fn season(self, season: Season) -> Option<Interval> {
        let month = |year: i32, month: u8| self.calendar.day(year, month, 1);
        let soft = |from: i32, to: i32| Interval {
            begin: (from, from + 21),
            end: (to, to + 21),
        };
        let year = self.year;
        match season {
            Season::Spring => Some(soft(month(year, 3)?, month(year, 6)?)),
            Season::Summer => Some(soft(month(year, 6)?, month(year, 9)?)),
            Season::Autumn => Some(soft(month(year, 9)?, month(year, 12)?)),
            Season::Winter => Some(Interval {
                begin: (month(year.checked_sub(1)?, 12)?, month(year, 12)? + 21),
                end: (month(year, 3)?, month(year.checked_add(1)?, 3)? + 21),
            }),
        }
    }

    /// By how many days "about" may miss a point so told. The figures are a choice: what a
    /// reader would still call right.
    fn slack(self) -> i32 {
        match self.field {
            Field::Day { .. } => 3,
            Field::Week(_) | Field::Weekend(_) => 7,
            Field::Month(_) => 31,
            Field::Season(_) | Field::Quarter(_) | Field::Half(_) => 92,
            Field::Year => 5 * 366,
            Field::Decade => 10 * 366,
            Field::Century => 25 * 366,
            Field::Millennium => 100 * 366,
        }
    }

    /// The stretch that the point names, as its modifier shapes it.
    ///
    /// "early 1939" begins with the year and ends somewhere in its first half, "mid" lies
    /// about the middle, "late" in the second half; "about" may miss by what
    /// is usual for so coarse a date; "before 1066" has no beginning.
    pub fn modified(self, modifier: Option<Modifier>) -> Option<Interval> {
        let whole = self.interval()?;
        let Some(modifier) = modifier else { return Some(whole) };
        let (from, to) = (whole.begin.0, whole.end.1);
        let part = |n: i32| from + ((i64::from(to - from) * i64::from(n)) / 12) as i32;
        let within = |begin: (i32, i32), end: (i32, i32)| Some(Interval { begin, end });
        match modifier {
            // A part of a day is still that day.
            Modifier::Start | Modifier::Mid | Modifier::End if to - from < 2 => {
                Some(whole)
            }
            Modifier::Start => within((from, from), (from + 1, part(6))),
            Modifier::Mid => {
                within((part(2), part(6)), (part(6).max(part(2) + 1), part(10)))
            }
            Modifier::End => within((part(6), to - 1), (to, to)),
            Modifier::Approx => Some(whole.widen(self.slack())),
            Modifier::Before | Modifier::LessThan => {
                within((EARLIEST, from - 1), (EARLIEST + 1, from))
            }
            Modifier::OnOrBefore | Modifier::EqualOrLess => {
                within((EARLIEST, to - 1), (EARLIEST + 1, to))
            }
            Modifier::After | Modifier::MoreThan => {
                within((to, LATEST - 1), (to + 1, LATEST))
            }
            Modifier::OnOrAfter | Modifier::EqualOrMore => {
                within((from, LATEST - 1), (from + 1, LATEST))
            }
        }
    }
}

/// The thirteen relations of Allen; the first stretch is the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Relation {
    Before,
    Meets,
    Overlaps,
    Starts,
    During,
    Finishes,
    Equals,
    FinishedBy,
    Contains,
    StartedBy,
    OverlappedBy,
    MetBy,
    After,
}

/// A set of relations: those that two uncertain stretches may still have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relations(u16);

impl Relations {
    /// A set of the given relations.
    pub fn of(relations: &[Relation]) -> Relations {
        Relations(relations.iter().fold(0, |set, &r| set | 1 << r as u16))
    }

    /// Whether it holds a relation.
    pub fn has(self, relation: Relation) -> bool {
        self.0 >> relation as u16 & 1 == 1
    }

    /// Whether one of `wanted` is certain, possible or impossible.
    pub fn truth(self, wanted: Relations) -> Truth {
        match (self.0 & wanted.0, self.0 & !wanted.0) {
            (0, _) => Truth::Impossible,
            (_, 0) => Truth::Certain,
            _ => Truth::Possible,
        }
    }
}

/// The ends of two stretches A and B.
#[derive(Clone, Copy)]
enum End {
    A0,
    A1,
    B0,
    B1,
}

/// Each relation as the order in which the four ends come; those of one group coincide.
const ORDERS: [(Relation, &[&[End]]); 13] = {
    use End::{A0, A1, B0, B1};
    [
        (Relation::Before, &[&[A0], &[A1], &[B0], &[B1]]),
        (Relation::Meets, &[&[A0], &[A1, B0], &[B1]]),
        (Relation::Overlaps, &[&[A0], &[B0], &[A1], &[B1]]),
        (Relation::Starts, &[&[A0, B0], &[A1], &[B1]]),
        (Relation::During, &[&[B0], &[A0], &[A1], &[B1]]),
        (Relation::Finishes, &[&[B0], &[A0], &[A1, B1]]),
        (Relation::Equals, &[&[A0, B0], &[A1, B1]]),
        (Relation::FinishedBy, &[&[A0], &[B0], &[A1, B1]]),
        (Relation::Contains, &[&[A0], &[B0], &[B1], &[A1]]),
        (Relation::StartedBy, &[&[A0, B0], &[B1], &[A1]]),
        (Relation::OverlappedBy, &[&[B0], &[A0], &[B1], &[A1]]),
        (Relation::MetBy, &[&[B0], &[B1, A0], &[A1]]),
        (Relation::After, &[&[B0], &[B1], &[A0], &[A1]]),
    ]
};

impl Interval {
    /// A stretch whose ends are known; `end` is the first day after.
    pub fn exact(begin: i32, end: i32) -> Interval {
        Interval { begin: (begin, begin), end: (end, end) }
    }

    /// A stretch of a day or more of which only is said that it lies within this one: what
    /// "in 1939" says of a battle.
    #[must_use]
    pub fn within(self) -> Interval {
        let (from, to) = (self.begin.0, self.end.1);
        Interval { begin: (from, to - 1), end: (from + 1, to) }
    }

    /// Both ends `days` less certain, either way.
    #[must_use]
    pub fn widen(self, days: i32) -> Interval {
        let both =
            |(min, max): (i32, i32)| (min.saturating_sub(days), max.saturating_add(days));
        Interval { begin: both(self.begin), end: both(self.end) }
    }

    /// From the first day that it may have to the first after the last.
    pub fn hull(self) -> (i32, i32) {
        (self.begin.0, self.end.1)
    }

    /// The least and greatest number of days that it may last.
    pub fn days(self) -> (i32, i32) {
        let min = self.end.0.saturating_sub(self.begin.1).max(1);
        (min, self.end.1.saturating_sub(self.begin.0))
    }

    /// The relations that two stretches may have, their ends lying anywhere in their ranges.
    ///
    /// # Example: two years, and what happened in them
    /// ```
    /// use alpheus_time::{Calendar, Field, Point, interval::{Relation, Relations, Truth}};
    /// let year = |year| {
    ///     let point = Point { year, field: Field::Year, calendar: Calendar::Gregorian };
    ///     point.interval().expect("it exists")
    /// };
    /// let meets = Relations::of(&[Relation::Meets]);
    /// assert_eq!(year(1939).relations(year(1940)), meets);
    /// let earlier = Relations::of(&[Relation::Before, Relation::Meets]);
    /// let (a, b) = (year(1939).within(), year(1940).within());
    /// assert_eq!(a.relations(b).truth(earlier), Truth::Certain);
    /// assert_eq!(a.relations(a).truth(earlier), Truth::Possible);
    /// assert_eq!(b.relations(a).truth(earlier), Truth::Impossible);
    /// ```
    pub fn relations(self, other: Interval) -> Relations {
        let range = |end: &End| match end {
            End::A0 => self.begin,
            End::A1 => self.end,
            End::B0 => other.begin,
            End::B1 => other.end,
        };
        let possible = ORDERS.iter().filter(|(_, order)| {
            // The least value for each group in turn: if even that is too late, none fits.
            let mut reached = i32::MIN;
            order.iter().enumerate().all(|(i, group)| {
                let least = group.iter().map(|e| range(e).0).max().unwrap_or(i32::MIN);
                let most = group.iter().map(|e| range(e).1).min().unwrap_or(i32::MAX);
                reached =
                    if i == 0 { least } else { least.max(reached.saturating_add(1)) };
                reached <= most
            })
        });
        Relations(possible.fold(0, |set, (relation, _)| set | 1 << *relation as u16))
    }

    /// Whether it ends before the other begins.
    pub fn before(self, other: Interval) -> Truth {
        let wanted = Relations::of(&[Relation::Before, Relation::Meets]);
        self.relations(other).truth(wanted)
    }

    /// Whether the two share a day.
    pub fn meets_in_a_day(self, other: Interval) -> Truth {
        use Relation::{After, Before, Meets, MetBy};
        let apart = Relations::of(&[Before, Meets, MetBy, After]);
        match self.relations(other).truth(apart) {
            Truth::Certain => Truth::Impossible,
            Truth::Possible => Truth::Possible,
            Truth::Impossible => Truth::Certain,
        }
    }

    /// Whether it lies wholly within the other.
    pub fn inside(self, other: Interval) -> Truth {
        use Relation::{During, Equals, Finishes, Starts};
        self.relations(other).truth(Relations::of(&[Starts, During, Finishes, Equals]))
    }

    /// What lies `min` to `max` units later (earlier where negative); `None` out of reach.
    ///
    /// # Example: months vary, a day is drawn back to the month's end
    /// ```
    /// use alpheus_time::{Calendar, Interval, Unit};
    /// let g = Calendar::Gregorian;
    /// let day = |m, d| g.day(1863, m, d).expect("exists");
    /// let told = Interval::exact(day(1, 31), day(2, 1));
    /// let later = told.shift((1.0, 1.0), Unit::Month, g).expect("within reach");
    /// assert_eq!(later.begin, (day(2, 28), day(2, 28)));
    /// ```
    #[must_use]
    pub fn shift(
        self,
        by: (f64, f64),
        unit: Unit,
        calendar: Calendar,
    ) -> Option<Interval> {
        let both = |(min, max): (i32, i32)| {
            Some((step(min, by.0, unit, calendar)?, step(max, by.1, unit, calendar)?))
        };
        Some(Interval { begin: both(self.begin)?, end: both(self.end)? })
    }
}

/// How a unit is counted: in days of fixed length, or in months of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// So many days each.
    Days(f64),
    /// So many months each.
    Months(i32),
}

impl Unit {
    /// How it is counted.
    pub fn measure(self) -> Measure {
        match self {
            Unit::Second => Measure::Days(1.0 / 86_400.0),
            Unit::Minute => Measure::Days(1.0 / 1440.0),
            Unit::Hour => Measure::Days(1.0 / 24.0),
            Unit::Day | Unit::Night => Measure::Days(1.0),
            Unit::Week => Measure::Days(7.0),
            Unit::Fortnight => Measure::Days(14.0),
            Unit::Month => Measure::Months(1),
            Unit::Quarter => Measure::Months(3),
            Unit::Year => Measure::Months(12),
            Unit::Decade => Measure::Months(120),
            Unit::Century => Measure::Months(1200),
            Unit::Millennium => Measure::Months(12_000),
        }
    }
}

/// The day `amount` units after `day`; a fraction of a month is taken in days.
fn step(day: i32, amount: f64, unit: Unit, calendar: Calendar) -> Option<i32> {
    let days = |days: f64| {
        let sum = f64::from(day) + days.round();
        (f64::from(EARLIEST)..=f64::from(LATEST)).contains(&sum).then_some(sum as i32)
    };
    match unit.measure() {
        Measure::Days(length) => days(amount * length),
        Measure::Months(length) => {
            let months = amount * f64::from(length);
            if months.abs() > f64::from(YEAR_LIMIT) * 12.0 {
                return None;
            }
            let whole = calendar.add_months(day, months.trunc() as i32)?;
            let rest = (months.fract() * 30.436_875).round() as i32;
            whole.checked_add(rest)
        }
    }
}

/// How many units lie from one day to another, with the part of the last one as a fraction;
/// negative backwards.
///
/// # Example: years of war
/// ```
/// use alpheus_time::{Calendar, Unit, interval::elapsed};
/// let g = Calendar::Gregorian;
/// let from = g.day(1862, 3, 3).expect("exists");
/// let to = g.day(1865, 3, 3).expect("exists");
/// assert_eq!(elapsed(from, to, Unit::Year, g), 3.0);
/// ```
pub fn elapsed(from: i32, to: i32, unit: Unit, calendar: Calendar) -> f64 {
    match unit.measure() {
        Measure::Days(length) => (f64::from(to) - f64::from(from)) / length,
        Measure::Months(length) => {
            let (months, days) = calendar.months_between(from, to);
            let part = f64::from(days) / 30.436_875;
            (f64::from(months) + part.clamp(-0.999, 0.999)) / f64::from(length)
        }
    }
}

/// The least and greatest number of units that can lie between what happened in `from` and
/// what happened in `to`. Counting both ends in ("from 1842 to 1851, ten years") is covered:
/// the greatest runs from the first day of `from` to the last of `to`.
///
/// # Example: the ten years from 1842 to 1851
/// ```
/// use alpheus_time::{Calendar, Field, Point, Unit, interval::apart};
/// let year = |year| {
///     let point = Point { year, field: Field::Year, calendar: Calendar::Gregorian };
///     point.interval().expect("it exists")
/// };
/// let (min, max) = apart(year(1842), year(1851), Unit::Year, Calendar::Gregorian);
/// assert!(min > 7.99 && min < 8.01 && max == 10.0);
/// ```
pub fn apart(from: Interval, to: Interval, unit: Unit, calendar: Calendar) -> (f64, f64) {
    let min = elapsed(from.end.1, to.begin.0, unit, calendar);
    let max = elapsed(from.begin.0, to.end.1, unit, calendar);
    (min, max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const G: Calendar = Calendar::Gregorian;

    fn point(year: i32, field: Field) -> Point {
        Point { year, field, calendar: G }
    }

    fn day(year: i32, month: u8, day: u8) -> i32 {
        G.day(year, month, day).unwrap()
    }

    #[test]
    fn points_have_their_stretch() {
        let cases = [
            (point(1801, Field::Century), (1801, 1, 1), (1901, 1, 1)),
            (point(1920, Field::Decade), (1920, 1, 1), (1930, 1, 1)),
            (point(1939, Field::Half(2)), (1939, 7, 1), (1940, 1, 1)),
            (point(1939, Field::Quarter(4)), (1939, 10, 1), (1940, 1, 1)),
            (point(1900, Field::Month(2)), (1900, 2, 1), (1900, 3, 1)),
            (point(2015, Field::Week(1)), (2014, 12, 29), (2015, 1, 5)),
            (point(2015, Field::Weekend(1)), (2015, 1, 3), (2015, 1, 5)),
            (point(1945, Field::Day { month: 5, day: 8 }), (1945, 5, 8), (1945, 5, 9)),
            (point(-43, Field::Year), (-43, 1, 1), (-42, 1, 1)),
        ];
        for (point, from, to) in cases {
            let want =
                Interval::exact(day(from.0, from.1, from.2), day(to.0, to.1, to.2));
            assert_eq!(point.interval(), Some(want), "{point:?}");
        }
        assert_eq!(point(1923, Field::Day { month: 2, day: 29 }).interval(), None);
        assert_eq!(point(1923, Field::Month(13)).interval(), None);
        assert_eq!(point(i32::MAX, Field::Millennium).interval(), None);
        assert_eq!(point(i32::MIN, Field::Season(Season::Winter)).interval(), None);
    }

    #[test]
    fn modifiers_shape_and_stay_in_order() {
        use Modifier::{
            After, Approx, Before, End, EqualOrLess, EqualOrMore, LessThan, Mid,
            MoreThan, OnOrAfter, OnOrBefore, Start,
        };
        let all = [
            After,
            Approx,
            Before,
            End,
            EqualOrLess,
            EqualOrMore,
            LessThan,
            Mid,
            MoreThan,
            OnOrAfter,
            OnOrBefore,
            Start,
        ];
        let fields = [
            Field::Century,
            Field::Year,
            Field::Month(5),
            Field::Season(Season::Winter),
            Field::Day { month: 5, day: 9 },
        ];
        for field in fields {
            for modifier in all {
                let i = point(1940, field).modified(Some(modifier)).unwrap();
                assert!(
                    i.begin.0 <= i.begin.1 && i.end.0 <= i.end.1,
                    "{field:?} {modifier:?}"
                );
                assert!(
                    i.begin.0 < i.end.0 && i.begin.1 < i.end.1,
                    "{field:?} {modifier:?}"
                );
            }
        }
        let early = point(1939, Field::Year).modified(Some(Start)).unwrap();
        let late = point(1939, Field::Year).modified(Some(End)).unwrap();
        assert_eq!(early.before(late), Truth::Certain);
    }

    /// Every relation by trying all ends.
    fn by_trial(a: Interval, b: Interval) -> Relations {
        let all = |(min, max): (i32, i32)| min..=max;
        let mut set = Relations::default();
        for a0 in all(a.begin) {
            for a1 in all(a.end).filter(|&a1| a1 > a0) {
                for b0 in all(b.begin) {
                    for b1 in all(b.end).filter(|&b1| b1 > b0) {
                        let exact =
                            Interval::exact(a0, a1).relations(Interval::exact(b0, b1));
                        assert_eq!(
                            exact.0.count_ones(),
                            1,
                            "exact ends have one relation"
                        );
                        set.0 |= exact.0;
                    }
                }
            }
        }
        set
    }

    #[test]
    fn relations_agree_with_trying_all_ends() {
        let mut seed = 7_u64;
        let mut below = |limit: u64| {
            seed =
                seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040);
            ((seed >> 33) % limit) as i32
        };
        let mut random = || {
            let (b, e) = (below(6), below(6));
            Interval { begin: (b, b + below(4)), end: (b + 1 + e, b + 4 + e + below(3)) }
        };
        for _ in 0..400 {
            let (a, b) = (random(), random());
            assert_eq!(a.relations(b), by_trial(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn lengths_cover_inclusive_counting() {
        let d = |y, m, d| point(y, Field::Day { month: m, day: d }).interval().unwrap();
        let (min, max) = apart(d(2000, 9, 4), d(2000, 12, 15), Unit::Day, G);
        assert_eq!((min, max), (101.0, 103.0));
        let (min, max) = apart(d(1790, 5, 1), d(1791, 1, 1), Unit::Month, G);
        assert!(min > 7.9 && max < 8.1);
    }

    #[test]
    fn shifting_never_panics() {
        let told = Interval { begin: (EARLIEST, LATEST), end: (EARLIEST, LATEST) };
        for unit in [Unit::Second, Unit::Day, Unit::Month, Unit::Millennium] {
            for by in [f64::NAN, f64::INFINITY, -1e300, 1e9, -2.5] {
                let _ = told.shift((by, by), unit, G);
            }
        }
        let d = Interval::exact(day(1900, 1, 1), day(1900, 1, 2));
        let later = d.shift((1.5, 1.5), Unit::Year, G).unwrap();
        assert_eq!(later.begin.0, day(1901, 7, 1));
        assert_eq!(later.days(), (1, 1));
    }
}
