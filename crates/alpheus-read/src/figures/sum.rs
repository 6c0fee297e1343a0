use super::Sentence;
use crate::statement::Statement;

/// parts do not add up to their total: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
