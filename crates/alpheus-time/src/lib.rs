//! Time expressions: what a text says of when and how long.
//!
//! [`Tagger`] reads a document's blocks in order and yields a [`Times`]: every time
//! expression with its TIMEX3 type and value, an interval in days, how it was written and
//! what it was reckoned from.

pub mod calendar;
mod clock;
mod cursor;
mod date;
mod duration;
pub mod edtf;
mod expr;
mod extent;
mod feast;
pub mod interval;
mod lexicon;
mod machine;
pub mod network;
mod news;
mod number;
mod phrase;
mod range;
mod resolve;
mod set;
mod style;
mod tagger;
mod tense;
mod timex;
mod vague;
mod value;

pub use style::DateOrder;
pub use tagger::{Domain, Options, Tagger, Times, tag};

pub use timex::{
    Anchor, Calendar, Field, Interval, Modifier, Part, Point, Range, RangeKind, Season,
    Timex, TimexKind, Unit, Weekday, Written,
};
