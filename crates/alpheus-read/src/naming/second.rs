//! Second names: "Samuel Clemens, known as Mark Twain", "the Reichswehr (RW)".

use super::table::Table;
use crate::scene::Scene;

/// Joins the names of a block with the second names that stand beside them.
pub(super) fn read(_scene: &Scene<'_>, _table: &mut Table) {}
