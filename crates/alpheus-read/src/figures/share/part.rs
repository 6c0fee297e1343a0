//! A part, its whole and its share: "155 of 209 (74.5%)".

use super::super::Sentence;
use crate::statement::Statement;

/// A part of a whole, with the share that it is told to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {}

pub(super) fn read(_sentence: &Sentence<'_>, _out: &mut Vec<Statement>) {}
