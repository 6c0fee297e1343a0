//! `alpheus serve`: a case folder in a browser, with what is decided there kept in the folder.

use super::{
    CASE,
    ledger::Listed,
    shown::{self, ACCOUNTS},
};
use crate::{
    Exit,
    args::{Input, Report, Serve},
    browser::{self, Seat},
    output,
};
use alpheus_pages::View;
use alpheus_report::ledger::Entry;
use alpheus_serve::{Server, Workbench};
use anyhow::{Context as _, ensure};
use std::{
    collections::BTreeSet,
    io::{self, IsTerminal as _},
};

pub(crate) fn run(args: Serve) -> anyhow::Result<Exit> {
    let folder = args.case.clone();
    let shown = folder.display();
    ensure!(folder.join(CASE).is_file(), "{shown} is no case: it has no {CASE}");
    let (host, port) = (args.host, args.port);
    let opens = !args.no_open && Seat::here(io::stdout().is_terminal()).has_a_browser();
    let server = Server::bind(&folder, Bench::new(args), host, port)
        .with_context(|| format!("could not serve {shown}"))?;
    let mut out = output::open(None)?;
    writeln!(out, "{}", server.url())?;
    out.flush()?;
    drop(out);
    output::tell("open this address; Ctrl-C ends");
    if opens {
        browser::open(&server.url_once());
    }
    server.run().context("could not wait for requests")?;
    Ok(Exit::Clean)
}

/// How the case is read: as a report reads its folder.
struct Bench(Report);

impl Bench {
    fn new(args: Serve) -> Self {
        let input = Input {
            paths: vec![args.case],
            input: None,
            domain: None,
            calendar: None,
            config: None,
            threads: None,
            output: None,
        };
        Bench(Report {
            input,
            case: None,
            library: args.library,
            corpus: Vec::new(),
            reference: args.reference,
            ledger: None,
            together: args.together,
            title: None,
        })
    }
}

impl Workbench for Bench {
    fn read(&self) -> Result<View, String> {
        let view = shown::view(&self.0).map_err(|error| format!("{error:#}"))?;
        Ok(view.0)
    }

    fn claims(&self) -> Result<(Vec<Entry>, BTreeSet<String>), String> {
        let mut input = self.0.input.clone();
        input.paths = input.paths.iter().map(|path| path.join(ACCOUNTS)).collect();
        let mut listed = Listed::default();
        listed.read(&input).map_err(|error| format!("{error:#}"))?;
        Ok((listed.entries, listed.documents))
    }
}
