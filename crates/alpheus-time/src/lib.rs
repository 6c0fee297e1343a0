//! Time expressions: what a text says of when and how long.
//!
//! # Example: values, days and extended dates
//!
//! ```
//! use alpheus_text::Document;
//! use alpheus_time::{Options, tag};
//!
//! let text = "He sailed at Easter 1916. Three days later the ship sank.";
//! let doc = Document::plain("memo", text);
//! let times = tag(&doc, Options::default());
//! let read: Vec<_> =
//!     times.timexes.iter().map(|t| (&text[t.span.range()], t.value.as_str())).collect();
//! assert_eq!(read, [("Easter 1916", "1916-04-23"), ("Three days later", "1916-04-26")]);
//! let days = times.timexes[1].interval.expect("a day has one");
//! assert_eq!(days.end.0 - days.begin.0, 1);
//! ```
//!
//! [`Tagger`] reads a document's blocks in order and yields a [`Times`]: every time
//! expression with its TIMEX3 type and value, an interval in days, how it was written and
//! what it was reckoned from. [`edtf`] reads and writes extended dates, [`calendar`] reckons
//! in days, [`interval`] compares stretches of time, [`network`] finds the statements about
//! times that cannot all be true.
//!
//! # Limits
//!
//! - English only. Regnal years, calendars but the Gregorian and the Julian, and dates in
//!   figures without a locale ([`Options::slashed`]) are not read.
//! - "1904-06" is a range of years, not a month; "1984?" a question, not a doubtful year.
//! - Holidays that a country moved fall where they fall now.
//! - In news a weekday is the last or the next by the tense of single words near it; no
//!   sentence is parsed.
//! - Expressions that name no stretch of the calendar ("that period", "daily") have neither
//!   an interval nor an extended date.

#![allow(
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "the grammar bounds what it casts: days, months, years of four digits"
)]
#![allow(
    clippy::match_same_arms,
    reason = "an arm for each shape of a phrase reads better than arms joined by value"
)]

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
mod opening;
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
