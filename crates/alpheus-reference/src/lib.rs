//! References: plain tables of dated, cited statements that a user trusts.
//!
//! A table is TOML or CSV; both give the same [`Row`]s, and every mistake in them is named
//! with the cell that it stands in. [`wikidata`] makes such a table of a Wikidata dump.
//!
//! # Example: a table of one life
//! ```
//! use alpheus_reference::{Form, Reference};
//! use alpheus_text::Document;
//! use std::sync::Arc;
//!
//! let table = "[[life]]\nname = \"Leonhard Euler\"\nborn = \"1707-04-15\"\n\
//!              source = \"Calinger, Leonhard Euler (2016), p. 4\"\n";
//! let doc = Arc::new(Document::plain("lives.toml", table));
//! let reference = Reference::read(doc, Form::Toml).expect("nothing is wrong in it");
//! assert_eq!(reference.rows().len(), 1);
//! ```
//!
//! # Limits
//! - A table is held in memory while accounts are checked against it; a dump never is.
//! - Dates before the year -9999 and coarser than a century are not taken from a dump.

mod csv;
mod date;
mod mistake;
mod raw;
mod reference;
mod row;
mod toml;
mod validate;
pub mod wikidata;

pub use date::{Dated, Field};
pub use mistake::Mistake;
pub use reference::{Form, Reference};
pub use row::{Counted, Kind, Rank, Row};
