use super::Sentence;
use crate::statement::Statement;

/// a count does not fit the list behind it: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct List {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
