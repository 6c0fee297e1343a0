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
    path::{Path, PathBuf},
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

impl Bench {
    /// Calls files as the case does: by their paths in its folder.
    fn named_in_the_case(&self, mut view: View) -> View {
        let folder = self.0.input.paths.first().map(PathBuf::as_path);
        let within = |name: &mut String| {
            let path =
                folder.and_then(|folder| Path::new(&*name).strip_prefix(folder).ok());
            if let Some(path) = path.map(|path| path.display().to_string()) {
                *name = path;
            }
        };
        for account in &mut view.accounts {
            within(&mut account.name);
            let labels = account.findings.iter_mut().flat_map(|one| &mut one.labels);
            for other in labels.filter_map(|label| label.elsewhere.as_mut()) {
                within(&mut other.document);
            }
        }
        view.notices.iter_mut().for_each(|notice| within(&mut notice.name));
        view.case.iter_mut().for_each(|case| within(&mut case.file));
        view
    }
}

impl Workbench for Bench {
    fn read(&self) -> Result<View, String> {
        let view = shown::view(&self.0).map_err(|error| format!("{error:#}"))?;
        Ok(self.named_in_the_case(view.0))
    }

    fn claims(&self) -> Result<(Vec<Entry>, BTreeSet<String>), String> {
        let mut input = self.0.input.clone();
        input.paths = input.paths.iter().map(|path| path.join(ACCOUNTS)).collect();
        let mut listed = Listed::default();
        listed.read(&input).map_err(|error| format!("{error:#}"))?;
        Ok((listed.entries, listed.documents))
    }
}
