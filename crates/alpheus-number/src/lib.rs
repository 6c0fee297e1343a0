//! Quantities: what a text says of how many and how much.
//!
//! # Example: figures and the intervals that they allow
//!
//! ```
//! use alpheus_number::{Measure, figures};
//! use alpheus_text::Document;
//!
//! let doc = Document::plain("memo", "Of 209 ships, 155 (74.5%) came home.");
//! let read = figures(&doc);
//! assert_eq!(read.len(), 3);
//! assert_eq!(read[2].measure, Measure::Percent);
//! let share = read[2].interval();
//! assert!(share.contains(74.48) && !share.contains(100.0 * 155.0 / 209.0));
//! ```
//!
//! [`Reader`] reads a block's tokens and yields [`Figure`]s in the order of the text. A figure
//! knows its value, the place of its last digit, and the words that hedge it; [`Figure::interval`]
//! is all that these allow, and [`Interval`] reckons with it. [`unit`](mod@unit) has units of measure and
//! their factors.
//!
//! # What is one figure
//!
//! A range is one, with two values ("4 to 5 million", "120–122", "between 9 and 10", "nine or
//! ten"); so is a measure in several units ("6 ft 2 in", "£3 4s. 6d."). "from 4 to 5 million"
//! is two, as it may tell of a change, but the magnitude is read for both. "12 and 15 per cent"
//! is two percentages.
//!
//! # Limits
//!
//! - English. Of other usages it knows how digits are grouped; where a point or a space stands
//!   before three digits the document decides, and where the document does not tell, no figure
//!   is read.
//! - Numbers that count nothing (pages, footnotes, names, clock times, scores, "one" for a
//!   person) are passed over by the words and marks around them, so some slip through. Dates
//!   are for the caller to take out; [`Figure::may_be_year`] marks what may have stayed.
//! - "first" and "second" are not read, nor are Roman numerals: neither counts often.
//! - "several hundred" and "thousands" are no figures.
//! - A bare "pounds" is a weight, unless it is sterling or by the year. "score" and "dozen"
//!   are exact only as far as [`Figure::step`] tells.
//! - Fractions and multiples are as wide as their last part: "two-thirds" is all from a half
//!   to five sixths.

mod compound;
mod convention;
mod cursor;
mod figure;
mod hedge;
mod interval;
mod money;
mod reader;
pub mod unit;

pub use figure::{Currency, Figure, Hedge, Measure};
pub use interval::Interval;
pub use reader::{Found, Reader, figures, figures_beside};
pub use unit::Unit;
