use super::Sentence;
use crate::statement::Statement;

/// a majority is not the difference of the two figures: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
