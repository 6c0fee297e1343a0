use super::Sentence;
use crate::statement::Statement;

/// a comparison does not fit its two figures: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
