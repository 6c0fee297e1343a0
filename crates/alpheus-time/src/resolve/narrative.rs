//! What a story's expressions leave out is taken from what it told last.

use super::{Focus, Meaning, Story};
use crate::Weekday;

impl Story<'_> {
    /// The year of a date without one, on the way that the story takes through its dates.
    pub(super) fn year_in_story(&self, index: usize) -> Option<i32> {
        self.years.get(index).copied().flatten().or(self.focus.year)
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
