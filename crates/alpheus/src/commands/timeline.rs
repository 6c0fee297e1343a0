//! `alpheus timeline`: every dated statement in the order of time.

use crate::{Exit, args::Timeline};

pub(crate) fn run(_args: &Timeline) -> anyhow::Result<Exit> {
    anyhow::bail!("nothing is dated yet")
}
