use super::Sentence;
use crate::statement::Statement;

/// a measure and its conversion differ: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversion {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
