//! Events, persons and statements: what an account asserts, in checkable form.
//!
//! [`read`] walks a document's blocks once. Every block is tokenised, its time expressions
//! are tagged, and the readers of persons, lives, figures and events look at the same
//! tokens; none looks at the text again. What they find are [`Statement`]s, which point
//! into the document's time expressions and [`Person`]s by index, because a year-less
//! date gets its value only when the whole text has been read.
//!
//! ```
//! use alpheus_read::{Options, read};
//! let doc = alpheus_text::Document::plain("memo", "She was born in 1867.");
//! let reading = read(&doc, Options::default());
//! assert!(reading.persons.is_empty());
//! ```

mod ages;
mod citations;
mod claims;
mod events;
mod figures;
mod heads;
mod lexicon;
mod life;
mod links;
mod names;
mod naming;
mod occasions;
mod onsets;
mod persons;
mod phase;
mod places;
mod quotes;
mod ranges;
mod reading;
mod recall;
mod scene;
mod statement;
mod stops;
mod zone;

pub use alpheus_time::{Domain, Options, Times};
pub use citations::{Citation, Target, Unused};
pub use claims::{Claim, ClaimKind};
pub use events::{Event, Role};
pub use figures::{
    change::Change,
    comparison::Comparison,
    conversion::Conversion,
    inventory::{Inventory, Thing},
    list::List,
    margin::Margin,
    ratio::Ratio,
    repeat::{Counting, Likeness, Mention, Repeat, Shared, figures_of, shared_figures},
    share::{Share, Shares},
    sum::{Addition, Bond, Sum},
    table::{Entry, TableSum},
};
pub use names::{is_ruler, name_key, person_key};
pub use naming::{Entity, Name, NameKind, acronym::Acronym, name_at, second::SecondName};
pub use occasions::{Aspect, Occasion};
pub use persons::Person;
pub use phase::{Phase, Watch};
pub use quotes::{Conclusion, Mark, Quotation, QuoteKind, Remark, Requote, Who};
pub use reading::{Reading, read, read_claims, read_watched};
pub use statement::{
    Age, Assertion, Bound, Hedge, LifeDate, LifeEnd, Modality, Speaker, Statement,
    Subject, When,
};
