//! `alpheus tag`: what is read in the texts.

use crate::{Exit, args::Tag};

pub(crate) fn run(_args: &Tag) -> anyhow::Result<Exit> {
    anyhow::bail!("nothing is tagged yet")
}
