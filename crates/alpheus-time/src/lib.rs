//! Time expressions: what a text says of when and how long.
//!
//! [`Tagger`] reads a document's blocks in order and yields a [`Times`]: every time
//! expression with its TIMEX3 type and value, an interval in days, how it was written and
//! what it was reckoned from.

pub mod calendar;
pub mod edtf;
pub mod interval;
pub mod network;
mod timex;

pub use timex::{
    Anchor, Calendar, Field, Interval, Modifier, Part, Point, Range, RangeKind, Season,
    Timex, TimexKind, Unit, Weekday, Written,
};
