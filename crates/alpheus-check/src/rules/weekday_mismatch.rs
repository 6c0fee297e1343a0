//! A weekday against its date, and dated weekdays against each other.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_text::Span;
use alpheus_time::{Calendar, Part, Timex, Weekday};

declare_rule! {
    /// ## What it does
    /// Compares the weekday written with a date with the calendar. Where no year is
    /// written, it compares the dated weekdays that stand near each other: "Tuesday, the
    /// 14th" and "Tuesday, the 16th" of one month can't both be right.
    ///
    /// ## Why it matters
    /// A weekday is the check digit of a date. Where it does not fit, the weekday, the day,
    /// the month or the year was copied wrongly.
    ///
    /// ## Example
    /// > He set out on Friday, 13 March 1915.
    ///
    /// 13 March 1915 was a Saturday.
    ///
    /// ## When it stays silent
    /// - The weekday fits the Julian calendar and the date lies before 1752, or is given
    ///   in the Old Style: it holds. From 1752 to 1923, in a paragraph that speaks of a
    ///   country that kept the Old Style, a weekday that fits it gets a note.
    /// - No year is written and no other dated weekday stands near: undecided.
    /// - Two stretches of a text each agree within themselves but not with each other: they
    ///   may speak of two months or years.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: 5 findings,
    /// each a slip of the printed text. Of 42 weekdays changed in such texts it found 41,
    /// of 34 without a year 33.
    pub(crate) static WEEKDAY_MISMATCH = {
        name: "weekday-mismatch",
        code: "T005",
        summary: "a weekday does not fit its date, or another dated weekday",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

/// Dated weekdays farther apart than this (in bytes) are not compared unless both name
/// their month.
const NEAR: u32 = 1500;
/// Dates as close as this speak of one month unless they say otherwise.
const CLOSE: u32 = 200;
/// Nor are they beyond this distance.
const FAR: u32 = 4000;
/// Britain's change of calendar; before it a date in an English text may be Old Style.
const LAST_COMMON_JULIAN_YEAR: i32 = 1752;
/// Greece's change, the last in Europe.
const LAST_JULIAN_YEAR: i32 = 1923;

/// A weekday with its day of the month.
#[derive(Clone, Copy)]
struct Dated<'a> {
    timex: &'a Timex,
    weekday: Part<Weekday>,
    day: u8,
    /// The month, if written; else the one that the tagger carried to it.
    month: Option<u8>,
    month_written: bool,
    year: Option<i32>,
    year_written: bool,
}

/// What two neighbours say of each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    None,
    Agree,
    Clash,
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    let timexes = &account.reading.times.timexes;
    let dated: Vec<_> = timexes
        .iter()
        .enumerate()
        .filter(|&(at, timex)| {
            !is_coordinated(at.checked_sub(1).map(|at| &timexes[at]), timex)
        })
        .filter_map(|(_, timex)| dated(timex))
        .collect();
    let links: Vec<_> = dated.windows(2).map(|pair| link(&pair[0], &pair[1])).collect();
    for (at, date) in dated.iter().enumerate() {
        if date.year_written && date.month.is_some() {
            against_calendar(account, date, sheet);
        } else {
            against_neighbours(&dated, &links, at, sheet);
        }
    }
}

/// "Saturday and Sunday, November 8th and 9th": the day is not that of this weekday.
fn is_coordinated(before: Option<&Timex>, timex: &Timex) -> bool {
    before.is_some_and(|before| {
        let bare = before.written.weekday.is_some() && before.written.day.is_none();
        bare && timex.span.start.saturating_sub(before.span.end) <= " and ".len() as u32
    })
}

fn dated(timex: &Timex) -> Option<Dated<'_>> {
    let written = &timex.written;
    let weekday = written.weekday?;
    let day = written.day?.value;
    let point = timex.point;
    let carried = match point.map(|point| point.field) {
        Some(alpheus_time::Field::Day { month, .. }) => Some(month),
        _ => None,
    };
    Some(Dated {
        timex,
        weekday,
        day,
        month: written.month.map(|month| month.value).or(carried),
        month_written: written.month.is_some(),
        year: written.year.map(|year| year.value).or(point.map(|point| point.year)),
        year_written: written.year.is_some(),
    })
}

impl Dated<'_> {
    fn span(&self) -> Span {
        self.timex.span
    }

    /// The weekday of its date, in a calendar.
    fn weekday_in(&self, calendar: Calendar) -> Option<Weekday> {
        calendar.day(self.year?, self.month?, self.day).map(Weekday::of)
    }

    fn in_words(&self) -> String {
        let month = plain::month(self.month.unwrap_or_default());
        match self.year {
            Some(year) => format!("{} {month} {}", self.day, plain::year(year)),
            None => format!("{} {month}", self.day),
        }
    }

    fn written_calendar(&self) -> Calendar {
        self.timex.point.map(|point| point.calendar).unwrap_or_default()
    }
}

/// A date that is written in full.
fn against_calendar(account: &Account<'_>, date: &Dated<'_>, sheet: &mut Sheet<'_>) {
    let spans = vec![date.weekday.span, date.span()];
    let calendar = date.written_calendar();
    let Some(right) = date.weekday_in(calendar) else {
        sheet.undecided(&WEEKDAY_MISMATCH, spans, "the calendar has no such date");
        return;
    };
    let words = date.in_words();
    let sum = format!("{words} was a {}", plain::weekday(right));
    if right == date.weekday.value {
        sheet.holds(&WEEKDAY_MISMATCH, spans, sum);
        return;
    }
    let fits_other = date.weekday_in(calendar.other()) == Some(date.weekday.value);
    let year = date.year.unwrap_or_default();
    if fits_other && year <= LAST_COMMON_JULIAN_YEAR {
        let sum = format!(
            "{words} was a {} by {}",
            plain::weekday(date.weekday.value),
            named(calendar.other())
        );
        sheet.holds(&WEEKDAY_MISMATCH, spans, sum);
        return;
    }
    let kept =
        || account.reading.old_style.iter().any(|stretch| stretch.contains(date.span()));
    let other_style = fits_other && year <= LAST_JULIAN_YEAR && kept();
    sheet.conflict(
        &WEEKDAY_MISMATCH,
        Conflict {
            message: format!(
                "{words} was a {}, not a {}",
                plain::weekday(right),
                plain::weekday(date.weekday.value)
            ),
            labels: vec![
                Label::new(date.weekday.span, "this weekday"),
                Label::new(date.span(), format!("was a {}", plain::weekday(right))),
            ],
            proof: vec![sum],
            help: (fits_other && year <= LAST_JULIAN_YEAR).then(|| {
                format!(
                    "{} fits {}",
                    plain::weekday(date.weekday.value),
                    named(calendar.other())
                )
            }),
            at_most: other_style.then_some(Level::Note),
        },
    );
}

fn named(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "the Gregorian calendar (New Style)",
        Calendar::Julian => "the Julian calendar (Old Style)",
    }
}

/// The days from one date to the next, if it can be told without knowing the year.
fn days_between(from: &Dated<'_>, to: &Dated<'_>) -> Option<i32> {
    let close = gap(from, to) < CLOSE;
    let both_written = from.month_written && to.month_written;
    let same_month = from.month.zip(to.month).is_none_or(|(a, b)| a == b);
    let years_differ = from.year.zip(to.year).is_some_and(|(a, b)| a != b);
    let told_together = close || both_written && same_month;
    if years_differ && (!told_together || from.year_written || to.year_written) {
        return None;
    }
    let plain_days = i32::from(to.day) - i32::from(from.day);
    // A month that is not written is the neighbour's, whatever was carried to it.
    if same_month || !both_written && close {
        return Some(plain_days);
    }
    let (a, b) = (from.month?, to.month?);
    let leap_matters = a.min(b) == 2 && !(from.year_written || to.year_written);
    if !both_written || a.abs_diff(b) != 1 || leap_matters {
        return None;
    }
    let year = from.year.or(to.year)?;
    let first = Calendar::Gregorian.day(year, a, from.day)?;
    Some(Calendar::Gregorian.day(year, b, to.day)? - first)
}

/// How many bytes stand between two dates.
fn gap(from: &Dated<'_>, to: &Dated<'_>) -> u32 {
    to.span().start.saturating_sub(from.span().end)
}

fn link(from: &Dated<'_>, to: &Dated<'_>) -> Link {
    let distance = gap(from, to);
    let both_months = from.month_written && to.month_written;
    if distance > if both_months { FAR } else { NEAR } {
        return Link::None;
    }
    let Some(days) = days_between(from, to) else { return Link::None };
    // Without a month, a day that goes back may be of the next month.
    if !both_months && !(-7..=21).contains(&days) {
        return Link::None;
    }
    let weekdays =
        i32::from(to.weekday.value.index()) - i32::from(from.weekday.value.index());
    if (weekdays - days).rem_euclid(7) == 0 { Link::Agree } else { Link::Clash }
}

/// A date without its year: what its neighbours say of it.
fn against_neighbours(
    dated: &[Dated<'_>],
    links: &[Link],
    at: usize,
    sheet: &mut Sheet<'_>,
) {
    let link_at = |index: Option<usize>| {
        index.and_then(|index| links.get(index)).copied().unwrap_or(Link::None)
    };
    let before = link_at(at.checked_sub(1));
    let after = link_at(Some(at));
    let date = &dated[at];
    let spans = vec![date.weekday.span, date.span()];
    let fits_year = date.weekday_in(Calendar::Gregorian) == Some(date.weekday.value);
    match (before, after) {
        (Link::Agree, _) | (_, Link::Agree) => {
            sheet.holds(
                &WEEKDAY_MISMATCH,
                spans,
                "fits the dated weekdays around it".to_owned(),
            );
        }
        (Link::None, Link::None) if fits_year => {
            let sum = format!(
                "{} was a {}",
                date.in_words(),
                plain::weekday(date.weekday.value)
            );
            sheet.holds(&WEEKDAY_MISMATCH, spans, sum);
        }
        (Link::None, Link::None) => {
            sheet.undecided(&WEEKDAY_MISMATCH, spans, "its year is not written");
        }
        (Link::Clash, Link::None) if culprit(dated, at - 1, at) == at => {
            clash(date, &[&dated[at - 1]], sheet);
        }
        (Link::None, Link::Clash) if culprit(dated, at, at + 1) == at => {
            clash(date, &[&dated[at + 1]], sheet);
        }
        (Link::Clash, Link::Clash) if is_outvoted(dated, links, at) => {
            clash(date, &[&dated[at - 1], &dated[at + 1]], sheet);
        }
        _ => sheet.undecided(
            &WEEKDAY_MISMATCH,
            spans,
            "clashes with a weekday that is shown",
        ),
    }
}

/// Whether the dates on both sides, which it clashes with, agree with each other, or one of
/// them with its own neighbour.
fn is_outvoted(dated: &[Dated<'_>], links: &[Link], at: usize) -> bool {
    let beyond = |index: Option<usize>| {
        index.and_then(|index| links.get(index)) == Some(&Link::Agree)
    };
    link(&dated[at - 1], &dated[at + 1]) == Link::Agree
        || beyond(at.checked_sub(2))
        || beyond(Some(at + 1))
}

/// Which of two clashing neighbours is shown as the claim: the one that nothing else
/// supports; else the one that does not fit the year of the story; else the later.
fn culprit(dated: &[Dated<'_>], first: usize, second: usize) -> usize {
    let agree = |a: Option<&Dated<'_>>, b: Option<&Dated<'_>>| {
        a.zip(b).is_some_and(|(a, b)| link(a, b) == Link::Agree)
    };
    let before = first.checked_sub(1).and_then(|at| dated.get(at));
    let after = dated.get(second + 1);
    let [a, b] = [&dated[first], &dated[second]];
    let supported = |date| match date {
        at if at == first => agree(before, Some(a)) || agree(Some(a), after),
        _ => agree(Some(b), after) || agree(before, Some(b)),
    };
    let fits = |at: usize| {
        dated[at].weekday_in(Calendar::Gregorian) == Some(dated[at].weekday.value)
    };
    match (supported(first), supported(second)) {
        (true, false) => second,
        (false, true) => first,
        _ if fits(second) && !fits(first) => first,
        _ => second,
    }
}

fn clash(date: &Dated<'_>, others: &[&Dated<'_>], sheet: &mut Sheet<'_>) {
    let other = others[0];
    let days = days_between(other, date).unwrap_or_default();
    let weekday = i32::from(other.weekday.value.index()) + days;
    let right = Weekday::of(weekday.rem_euclid(7) + 1);
    let said = plain::weekday(date.weekday.value);
    let said_other = plain::weekday(other.weekday.value);
    let mut labels = vec![
        Label::new(date.weekday.span, "this weekday"),
        Label::new(date.span(), format!("would be a {}", plain::weekday(right))),
    ];
    labels.extend(others.iter().map(|other| Label::new(other.span(), "by this")));
    sheet.conflict(
        &WEEKDAY_MISMATCH,
        Conflict {
            message: format!(
                "{said} the {} and {said_other} the {} can't both be right",
                plain::nth(u32::from(date.day)),
                plain::nth(u32::from(other.day)),
            ),
            labels,
            proof: vec![format!(
                "{} {} {said_other} the {} is a {}",
                plain::count(days.unsigned_abs(), "day"),
                if days < 0 { "before" } else { "after" },
                plain::nth(u32::from(other.day)),
                plain::weekday(right),
            )],
            help: None,
            at_most: None,
        },
    );
}
