//! `alpheus report`: accounts, their findings and a case as pages for a browser.

use super::{exit, shown};
use crate::{Exit, args::Report, output};

pub(crate) fn run(args: &Report) -> anyhow::Result<Exit> {
    let (view, unread) = shown::view(args)?;
    let mut out = output::open(args.input.output.as_deref())?;
    out.write_all(alpheus_pages::html(&view).as_bytes())?;
    out.flush()?;
    Ok(exit(&unread))
}
