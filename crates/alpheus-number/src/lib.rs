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
//! is all that these allow, and [`Interval`] reckons with it. [`unit`] has units of measure and
//! their factors.

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
pub use reader::{Found, Reader, figures};
pub use unit::Unit;
