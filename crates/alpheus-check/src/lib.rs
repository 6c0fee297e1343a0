//! The rules: statements in, conflicts and findings out.
//!
//! ```
//! use alpheus_check::{Options, check};
//! use alpheus_text::Document;
//! let doc = Document::plain("memo", "Nothing here can be compared.");
//! let checked = check(&doc, &Options::default());
//! assert_eq!(checked.counts().checked(), 0);
//! ```
//!
//! Each rule is one file under `rules/`: its declaration, whose doc comment is its page,
//! and one function that puts every statement it can check on a sheet, as holding, in
//! conflict, or undecided with the reason. A rule reads the [`Reading`]
//! and never the text.

mod chronology;
mod finding;
mod fit;
mod life;
mod options;
pub mod plain;
mod quoted;
mod rarity;
mod references;
mod rule;
mod rules;
mod sheet;
mod slip;
mod subjects;
mod testimony;
mod together;

pub use alpheus_read::{Claim, ClaimKind, Modality, Phase, Speaker, Watch};
pub use finding::{CheckResult, Checked, Counts, Finding, Label, Outcome};
pub use options::Options;
pub use references::References;
pub use rule::{Level, Rule};
pub use rules::{rule, rules};
pub use testimony::Testimony;
pub use together::{Together, Told, Topic, together};

use alpheus_read::Reading;
use alpheus_text::Document;
use sheet::{Account, Sheet};

/// Checks a document against every rule that is on.
pub fn check(doc: &Document, options: &Options) -> Checked {
    check_watched(doc, options, &mut ())
}

/// [`check`], telling `watch` of each phase as it ends.
pub fn check_watched(
    doc: &Document,
    options: &Options,
    watch: &mut impl Watch,
) -> Checked {
    check_reading(doc, options, watch).0
}

/// [`check_watched`], with the reading that was checked.
fn check_reading(
    doc: &Document,
    options: &Options,
    watch: &mut impl Watch,
) -> (Checked, Reading) {
    let reading = alpheus_read::read_watched(doc, options.reading, watch);
    let checked = ask(doc, &reading, options);
    watch.ended(Phase::Rules);
    (checked, reading)
}

/// [`check`], with the claims that someone would have to check, in the order of the text.
///
/// # Example: a claim that no rule can check
/// ```
/// use alpheus_check::{ClaimKind, Options, check_with_claims};
/// use alpheus_text::Document;
/// let doc = Document::plain("memo", "It was the largest port of the coast.");
/// let (checked, claims) = check_with_claims(&doc, &Options::default());
/// assert_eq!(claims[0].kind, ClaimKind::Superlative);
/// assert_eq!(checked.counts().checked(), 0);
/// ```
pub fn check_with_claims(doc: &Document, options: &Options) -> (Checked, Vec<Claim>) {
    let mut reading = alpheus_read::read_claims(doc, options.reading);
    let claims = std::mem::take(&mut reading.claims);
    (ask(doc, &reading, options), claims)
}

fn ask(doc: &Document, reading: &Reading, options: &Options) -> Checked {
    let account = Account { doc, reading, references: &options.references };
    let mut sheet = Sheet::new(options);
    for rule in rules().iter().filter(|rule| options.level(rule).is_some()) {
        (rule.check)(&account, &mut sheet);
    }
    sheet.finish()
}
