//! Rival hypotheses against the evidence, with copied testimony counted once.
//!
//! # Example: from a case file to a result
//!
//! ```
//! let text = r#"
//! weigh = 1
//! question = "Who lit the beacon?"
//! [hypotheses]
//! watch = "The watch, by order"
//! boys = "Boys, for sport"
//! [sources]
//! ledger = { say = "The parish ledger", accuracy = 0.9 }
//! [evidence.paid]
//! say = "The watch was paid for a fire that night"
//! source = "ledger"
//! if = { watch = "likely", boys = 0.05 }
//! "#;
//! let reading = alpheus_weigh::read(text, None);
//! let case = reading.case.expect("the file has no mistake");
//! let weighing = alpheus_weigh::weigh(&case, &alpheus_weigh::Options::default())?;
//! assert_eq!(weighing.leader, "watch");
//! let watch = &weighing.hypotheses[0];
//! assert!(watch.prior < 0.5 && 0.5 < watch.bounds.low && watch.bounds.high < 0.9);
//! # Ok::<(), alpheus_weigh::Error>(())
//! ```
//!
//! [`read`] takes a case file to a [`Case`], or to [`Fault`]s with their places; [`weigh`]
//! takes a case to a [`Weighing`]; [`Model`] gives likelihoods and posteriors at any values
//! of the inputs. [`network`] solves discrete Bayesian networks exactly, the one that a case
//! stands for among them. The mathematics is in `docs/weighing.md`.
//!
//! # Limits
//!
//! - A result is what follows from the judgements that were put in, and no more.
//! - How likely the evidence is under "none of these" can't be known; it is shown as a range.
//! - A source is taken to be as reliable under one hypothesis as under another. Where it is
//!   not, give the likelihoods of its items as they come from it, with an accuracy of 1.
//! - Bounds are worst cases, not intervals of confidence.

mod ach;
mod assess;
mod bounds;
mod case;
mod corners;
mod error;
mod estimate;
mod file;
mod influence;
mod ln;
mod model;
pub mod network;
mod odds;
mod posterior;
mod scale;
mod simulate;
mod tipping;
mod weigh;
mod weigher;
mod worth;

pub use ach::{Ach, Mark, inconsistency};
pub use assess::{Assessment, Belief, Disagreement, Opinion, Pool, coherent};
pub use bounds::{Bounds, MOST_EXACT};
pub use case::{Case, NONE_OF_THESE};
pub use error::Error;
pub use estimate::{Estimate, Weight};
pub use file::{
    Edit, Fault, FaultLevel, Lineage, Places, Reading, Shared, VERSION, folder_path,
    read, schema,
};
pub use influence::{Fewest, ItemInfluence, Lean, SourceInfluence};
pub use model::{Input, Model, Values};
pub use posterior::{CatchAll, Posterior};
pub use scale::Scale;
pub use simulate::{Simulation, Spread};
pub use tipping::{Named, Swing, Tip};
pub use weigh::{
    Dependence, Elimination, Options, OtherScale, Ratio, Standing, Weighing, weigh,
};
pub use worth::Worth;
