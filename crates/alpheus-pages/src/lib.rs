//! The pages in which accounts, findings and cases are looked at in a browser.
//!
//! All that the pages show is one JSON document, a [`View`]; they are a bundle built from
//! `web/` and kept in `assets/`, so that nobody needs Node to build Alpheus. [`html`] puts the
//! two together into a file that needs nothing else and asks no host for anything.
//!
//! # Offsets
//!
//! A browser counts text in UTF-16 code units. So an account is given as paragraphs of the
//! text that is shown, its markup left out, and every place ([`At`]) is a paragraph with a begin
//! and an end in code units, by which JavaScript's `slice` gives the words. A span that runs over
//! several paragraphs has several places.
//!
//! # Limits
//!
//! - Emphasis, links and pictures of an account are not shown, nor is what is no prose.
//! - Of checks that hold, those that only say that a day exists are counted, not listed.

mod account;
mod case;
mod claims;
mod lineage;
mod mentions;
mod page;
mod quotations;
mod text;
mod timeline;
mod view;

pub use account::Read;
pub use case::case;
pub use lineage::lineage;
pub use page::html;
pub use view::*;
