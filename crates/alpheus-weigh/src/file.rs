//! Case files: TOML in, a [`Case`] or what is wrong with the file out.
//!
//! A file is read as far as it can be, so that all of its mistakes are told at once, each
//! with its place in the file. Nothing is read from a disk here: whether quoted words still
//! stand in an account is checked with texts that the caller hands in.

mod edit;
mod fault;
mod lineage;
mod lint;
mod parse;
mod places;
mod resolve;
mod written;

pub use edit::Edit;
pub(crate) use fault::one_of;
pub use fault::{Fault, FaultLevel};
pub use lineage::{Lineage, Shared};
pub use places::{Places, folder_path};

use crate::{Case, Scale};

/// The format version that this program reads.
pub const VERSION: u32 = 1;

/// What a case file came to.
#[derive(Debug)]
pub struct Reading {
    /// The case, if the file has no error.
    pub case: Option<Case>,
    /// Everything that is wrong or odd, in the order of the file.
    pub faults: Vec<Fault>,
    /// What the file says of other files.
    pub places: Places,
}

/// Reads a case file, with its words in another scale than it names if one is given.
///
/// # Example: several mistakes at once
/// ```
/// let text = r#"
/// weigh = 1
/// question = "Was it he?"
/// [hypotheses]
/// yes = "It was"
/// no = "It was not"
/// [sources]
/// letter = { say = "A letter", grade = "C" }
/// [evidence.seen]
/// say = "He was seen there"
/// source = "leter"
/// if = { yes = 1.2, no = "perhaps" }
/// "#;
/// let reading = alpheus_weigh::read(text, None);
/// assert!(reading.case.is_none());
/// let names: Vec<_> = reading.faults.iter().map(|fault| fault.name).collect();
/// assert_eq!(names, ["unknown-source", "not-a-probability", "unknown-word"]);
/// assert_eq!(reading.faults[0].help.as_deref(), Some("did you mean `letter`?"));
/// ```
pub fn read(text: &str, scale: Option<Scale>) -> Reading {
    let mut faults = Vec::new();
    let written = parse::parse(text, &mut faults);
    let places = Places::of(&written);
    let case = resolve::resolve(&written, scale, &mut faults);
    if let Some(case) = &case {
        lint::lint(&written, case, &mut faults);
    }
    faults.sort_by_key(|fault| (fault.level, fault.labels[0].0));
    Reading { case, faults, places }
}

/// The JSON Schema of a case file, generated from the types that read it.
pub fn schema() -> String {
    let schema = schemars::schema_for!(written::CaseFile);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
