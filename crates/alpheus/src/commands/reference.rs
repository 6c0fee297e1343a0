//! `alpheus reference`: checks tables of statements, and makes one of a Wikidata dump.

use crate::{
    Exit,
    args::{FromWikidata, Reference, ReferenceCheck, Taken},
    output,
    references::{self, Wrong},
};
use alpheus_reference::{
    Form, Kind,
    wikidata::{self, Options, Report, Take, convert, decompressed},
};
use anyhow::{Context as _, anyhow, ensure};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

pub(crate) fn run(args: &Reference) -> anyhow::Result<Exit> {
    match args {
        Reference::Check(args) => check(args),
        Reference::FromWikidata(args) => from_wikidata(args),
    }
}

fn check(args: &ReferenceCheck) -> anyhow::Result<Exit> {
    let mut out = output::open(None)?;
    let mut exit = Exit::Clean;
    for file in &args.files {
        match references::read(file) {
            Ok(reference) => {
                let name =
                    alpheus_report::clean::clean(reference.doc().name()).into_owned();
                writeln!(out, "{name}: {}", counts(&reference))?;
            }
            Err(Wrong::Mistakes(doc, mistakes)) => {
                for mistake in &mistakes {
                    output::tell(&references::shown(&doc, mistake));
                }
                exit = if exit == Exit::Failed { exit } else { Exit::Findings };
            }
            Err(Wrong::Unread(lost)) => {
                output::unread(&lost);
                exit = Exit::Failed;
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

/// "2 events, 1 life": how many rows there are of each kind.
fn counts(reference: &alpheus_reference::Reference) -> String {
    let of = |kind: Kind| {
        let count = reference.rows().iter().filter(|row| row.kind == kind).count();
        let (one, many) = match kind {
            Kind::Event => ("event", "events"),
            Kind::Life => ("life", "lives"),
            Kind::Figure => ("figure", "figures"),
            Kind::Office => ("office", "offices"),
            Kind::Alias => ("row of aliases", "rows of aliases"),
        };
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
    };
    let counts: Vec<_> = Kind::ALL.into_iter().filter_map(of).collect();
    if counts.is_empty() { "no rows".to_owned() } else { counts.join(", ") }
}

fn from_wikidata(args: &FromWikidata) -> anyhow::Result<Exit> {
    let form = match &args.output {
        None => Form::Csv,
        Some(path) => Form::of(path)
            .context("the table's name has to end in .toml or .csv, to tell its form")?,
    };
    let options = options(args)?;
    let name = args.dump.display().to_string();
    let dump: Box<dyn Read> = if args.dump == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(
            File::open(&args.dump).with_context(|| format!("could not read {name}"))?,
        )
    };
    let dump = decompressed(dump).with_context(|| format!("could not read {name}"))?;
    let mut out = output::open(args.output.as_deref())?;
    let report = convert(dump, &mut out, form, &options)
        .with_context(|| format!("while reading {name}"))?;
    tell(&name, &report);
    Ok(if report.skipped == 0 { Exit::Clean } else { Exit::Failed })
}

fn options(args: &FromWikidata) -> anyhow::Result<Options> {
    let mut options = Options { language: args.language.clone(), ..Options::default() };
    if !args.take.is_empty() {
        options.take = args.take.iter().map(|&taken| take(taken)).collect();
    }
    if !args.class.is_empty() {
        for class in &args.class {
            let number = class.strip_prefix('Q').unwrap_or_default();
            let is_id = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            ensure!(
                is_id,
                "`{class}` is no QID: expected a Q and a number, as in `Q178561`"
            );
        }
        options.classes = args.class.iter().cloned().collect();
    }
    let bytes = args.longest_line.checked_mul(1 << 20).filter(|&bytes| bytes > 0);
    options.longest_line = bytes
        .ok_or_else(|| anyhow!("a line has at least 1 MiB and less than the memory"))?;
    Ok(options)
}

const fn take(taken: Taken) -> Take {
    match taken {
        Taken::Births => Take::Births,
        Taken::Deaths => Take::Deaths,
        Taken::Events => Take::Events,
        Taken::Offices => Take::Offices,
    }
}

/// Names the lines that could not be used, and counts the rest.
fn tell(name: &str, report: &Report) {
    for wikidata::Malformed { line, reason } in &report.malformed {
        let reason = reason.clone();
        output::unread(&alpheus_report::Unread {
            name: format!("{name}:{line}"),
            reason,
        });
    }
    let Report { entities, rows, vague, unnamed, skipped, .. } = report;
    output::tell(&format!(
        "{entities} entities, {rows} rows; passed over: {vague} statements too vague, \
         {unnamed} entities without a name, {skipped} lines that could not be used"
    ));
}
