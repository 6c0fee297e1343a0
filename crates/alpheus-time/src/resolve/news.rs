//! What news leave out is taken from the day of writing, on the side of the clause's tense.

use super::{Focus, Meaning, Story, steps::first_month};
use crate::{
    Anchor, Modifier, Unit, Weekday,
    expr::{Date, Deixis, Expr, Frame, Pointing},
    tagger::Mention,
    tense::Tense,
};

/// The day of writing, where the document does not give it: the first whole date told,
/// which in news is the dateline.
pub(super) fn dateline(mentions: &[Mention], calendar: crate::Calendar) -> Option<i32> {
    mentions.iter().find_map(|mention| {
        let Expr::Date(Date { written, .. }) = mention.expr else { return None };
        calendar.day(written.year?.value, written.month?.value, written.day?.value)
    })
}

impl Story<'_> {
    /// The year of a month without one: the nearest on the side of the tense.
    pub(super) fn year_in_news(
        &self,
        now: i32,
        index: usize,
        date: &Date,
    ) -> Option<i32> {
        let now = self.at(now);
        let month = i32::from(first_month(date)?);
        let told = i32::from(now.month?);
        let today = i32::from(now.day?);
        let day = date.written.day.map_or(today, |day| i32::from(day.value));
        let ahead = (month, day) > (told, today);
        let step = match self.mentions[index].tense {
            Tense::Future => i32::from(!ahead && month < told),
            Tense::Past | Tense::Pluperfect => -i32::from(ahead && month > told),
            Tense::Present => nearest(month - told),
        };
        Some(now.year? + step)
    }

    /// The day of a bare weekday: the next in what is to come, else the last.
    pub(super) fn weekday_in_news(
        &self,
        now: i32,
        index: usize,
        weekday: Weekday,
    ) -> i32 {
        match self.mentions[index].tense {
            Tense::Future => weekday.on_or_after(now),
            _ => weekday.on_or_before(now),
        }
    }

    /// "today", "yesterday": days from the day of writing.
    pub(super) fn today_in_news(&self, now: i32, days: i8) -> Meaning {
        Meaning::from(self.on(now + i32::from(days))).anchored(Anchor::Document)
    }

    /// "It peaked by the end of the year": a year that is not over has not ended.
    pub(super) fn bygone(&self, index: usize, date: &Date) -> bool {
        let end_of_year = date.modifier == Some(Modifier::End)
            && date.frame == Frame::Unit(Unit::Year)
            && matches!(date.deixis, Some(Deixis { kind: Pointing::The, .. }));
        self.now.is_some() && end_of_year && self.mentions[index].tense == Tense::Past
    }

    /// What a pointing word points from: "last" and "this" from the day of writing,
    /// "previous" and "that" from the last point told.
    pub(super) fn reference_in_news(
        &self,
        now: i32,
        kind: Pointing,
        unit: Unit,
    ) -> Focus {
        match kind {
            Pointing::The if unit == Unit::Day && self.focus.day.is_some() => self.focus,
            Pointing::This | Pointing::Last | Pointing::Next | Pointing::The => {
                self.at(now)
            }
            _ => self.focus,
        }
    }
}

/// Years to step so that a month this many months off lies within half a year.
fn nearest(months: i32) -> i32 {
    match months {
        7.. => -1,
        ..-6 => 1,
        _ => 0,
    }
}
