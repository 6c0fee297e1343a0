use super::Sentence;
use crate::statement::Statement;

/// the shares of one whole pass a hundred percent: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {}

/// a percentage does not fit its part and its whole: what is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {}

pub(crate) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
