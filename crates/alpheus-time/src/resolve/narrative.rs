//! What a story's expressions leave out is taken from what it told last.

use super::{Focus, Meaning, Story, steps::first_month};
use crate::{Weekday, expr::Date};

impl Story<'_> {
    /// The year of a month without one: the one being told, or the next when the months
    /// have come round.
    pub(super) fn year_in_story(&self, date: &Date) -> Option<i32> {
        let month = i32::from(first_month(date)?);
        let year = self.focus.year?;
        let Some(told) = self.focus.month.map(i32::from) else { return Some(year) };
        Some(if told - month >= 7 { year + 1 } else { year })
    }

    /// The day of a bare weekday: the next from the day told last.
    pub(super) fn weekday_in_story(&self, weekday: Weekday) -> Option<i32> {
        Some(weekday.on_or_after(self.day(self.focus)?))
    }

    /// "today", "yesterday", in a story.
    pub(super) fn today_in_story(&self, days: i8) -> Meaning {
        match self.day(self.focus) {
            _ if days == 0 => Meaning::value("PRESENT_REF"),
            Some(day) => self.on(day + i32::from(days)).into(),
            None => Meaning::value("XXXX-XX-XX"),
        }
    }

    /// What a pointing word points from: the last point told.
    pub(super) fn reference_in_story(&self) -> Focus {
        self.focus
    }
}
