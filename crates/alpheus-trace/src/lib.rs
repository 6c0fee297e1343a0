//! Where the words of a text stand in other texts.
mod align;
mod chain;
mod chance;
mod choose;
mod cue;
mod fold;
mod map;
mod packed;
mod part;
mod seed;
mod words;
pub use align::{Run, Step};
pub use fold::{Folded, Folding};
pub use map::Options;
