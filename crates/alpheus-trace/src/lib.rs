//! Where the words of a text stand in other texts.
//!
//! ```
//! use alpheus_trace::{Folding, Library, Options, Source, Tracer, Writer};
//! use alpheus_text::Span;
//! # let dir = tempfile::tempdir()?;
//! let mut writer = Writer::open(dir.path(), Folding::default())?;
//! let source = Source { id: "marsh.txt".into(), ..Source::default() };
//! writer.add(source, "The toll was a penny, and nobody who crossed the river paid it twice.")?;
//! let library = writer.commit()?;
//!
//! let account = "Marsh wrote: “The toll was a penny, and nobody who crossed the river paid it.”";
//! let (start, end) = (account.find('T').unwrap(), account.rfind('”').unwrap());
//! let quoted = Span::new(start as u32, end as u32).into();
//! let tracer = Tracer::new(&library, Options::default());
//! let traced = tracer.trace(account, &[quoted], false);
//! assert_eq!(traced[0].verdict.name(), "verbatim");
//! assert_eq!(traced[0].parts[0].place.source.id, "marsh.txt");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of a look-up: letters are folded ([`Folded`]), seeds looked up in a packed table,
//! hits chained, chains aligned, and what may be chance is left out. [`Tracer`] gives verdicts on
//! the quotations of an account; [`pairs`] gives the passages that texts of a corpus share.
//!
//! Limits: the rate of chance was counted on English prose; a part of a library holds less than
//! a gibibyte of text. [`cluster`] puts passages together, [`lineage`] says who copied whom.

mod align;
mod bibliography;
mod chain;
mod chance;
mod choose;
mod claim;
pub mod cluster;
mod cue;
mod diff;
mod distance;
mod ends;
mod error;
mod fold;
mod followed;
mod library;
pub mod lineage;
mod map;
mod packed;
mod page;
mod part;
mod records;
mod rest;
mod reuse;
mod seed;
mod source;
mod trace;
mod verdict;
mod words;
pub use align::{Run, Step};
pub use bibliography::Bibliography;
pub use claim::{Claim, Quoted};
pub use diff::{Change, Difference};
pub use error::Error;
pub use fold::{Folded, Folding};
pub use library::{Added, Library, Size, Writer, fuzz_segment};
pub use map::Options;
pub use records::{Record, Records};
pub use reuse::{Corpus, Match, ReuseOptions, pairs, work};
pub use source::{Source, When, front_matter};
pub use trace::{Part, Place, Traced, Tracer};
pub use verdict::{Doubts, Verdict};
