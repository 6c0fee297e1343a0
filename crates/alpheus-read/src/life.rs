//! Births, deaths and ages.

use crate::{persons::Persons, scene::Scene, statement::Statement};

pub(crate) fn read(_: &Scene<'_>, _: &mut Persons, _: &mut Vec<Statement>) {}
