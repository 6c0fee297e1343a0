//! Ranges of figures and of times: "between 400 and 500 men", "from 1861 to 1865".

use crate::{scene::Scene, statement::Statement};

pub(crate) fn read(_scene: &Scene<'_>, _out: &mut Vec<Statement>) {}
