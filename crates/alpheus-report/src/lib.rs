//! Findings out: for a terminal, for people in a hurry, for programs, SARIF and GitHub.
//!
//! Each renderer is a pure function from a [`Report`] (one document with what was found in
//! it) to text, so documents are rendered wherever they were checked, in any order, and
//! joined in the order of the input. [`Format`] names them and knows what stands before,
//! between and after.
//!
//! Nothing that comes from a text or a file name reaches a terminal
//! before [`clean`](clean::clean) has taken its control characters out.

pub mod adjudications;
mod agreement;
pub mod clean;
mod concise;
mod excerpt;
mod format;
mod full;
mod github;
mod json;
pub mod ledger;
mod page;
mod sarif;
mod summary;
pub mod tag;
pub mod timeline;
pub mod weigh;

pub use agreement::Agreement;
pub mod passim;
pub mod trace;

pub use format::{Format, Report, Screen, Unread};
pub use full::{complaint, diagnostic};
pub use page::page;
pub use summary::Summary;
