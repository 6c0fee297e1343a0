//! Persons: whom the text names with their dates, and whom it is about.

use crate::{scene::Scene, statement::Statement};
use alpheus_text::Span;

/// A person whose birth or death the text dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Where the name stands, in full.
    pub name: Span,
    /// Index of the time expression of the birth.
    pub birth: Option<u32>,
    /// Index of the time expression of the death.
    pub death: Option<u32>,
}

#[derive(Default)]
pub(crate) struct Persons {
    persons: Vec<Person>,
}

impl Persons {
    pub(crate) fn block(&mut self, _scene: &Scene<'_>, _out: &mut Vec<Statement>) {}

    pub(crate) fn finish(self) -> Vec<Person> {
        self.persons
    }
}
