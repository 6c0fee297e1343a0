//! `alpheus ledger`: every claim that someone would have to check.

use super::{exit, form, lose, reading};
use crate::{
    Exit,
    args::{self, Color},
    config::Configs,
    output, paths, run,
};
use alpheus_check::{Options, check_with_claims};
use alpheus_report::{
    Unread,
    ledger::{self, Entry, Format, Ledger},
};
use anyhow::{Context as _, bail};
use std::{collections::BTreeSet, fs, path::Path};

pub(crate) fn run(args: &args::Ledger, color: Color) -> anyhow::Result<Exit> {
    let format = format(args);
    // What would be lost is read before anything else is done.
    let old = old(args, format)?;
    let mut listed = Listed::default();
    listed.read(&args.input)?;
    let Listed { entries, documents, unread } = listed;
    let kept = ledger::keep(entries, &documents, old);
    let mut ledger = kept.ledger;
    ledger.mark |= args.bom;
    let screen = output::screen(args.width, color, args.input.output.is_some());
    let text = ledger.write(format, screen);
    match &args.input.output {
        Some(path) => alpheus_serve::replace(path, text.as_bytes())
            .with_context(|| format!("could not write {}", path.display()))?,
        None => output::open(None)?.write_all(text.as_bytes())?,
    }
    tell(&ledger, kept.found, kept.gone);
    Ok(exit(&unread))
}

/// The format asked for: by name, else by the ending of the output file's.
fn format(args: &args::Ledger) -> Format {
    let ending = args.input.output.as_deref().and_then(Path::extension);
    let by_ending = match ending.and_then(|ending| ending.to_str()) {
        Some("csv") => Format::Csv,
        Some("jsonl" | "ndjson") => Format::Jsonl,
        Some("md" | "markdown") => Format::Markdown,
        _ => Format::Text,
    };
    args.format.map_or(by_ending, Into::into)
}

/// The ledger whose filled rows are kept.
fn old(args: &args::Ledger, format: Format) -> anyhow::Result<Ledger> {
    let output = args.input.output.as_deref().filter(|path| path.exists());
    match (output, args.keep.as_deref()) {
        (Some(output), Some(keep)) if !same(output, keep) => bail!(
            "{} exists, and what is filled in there would be lost: keep that \
             (`--keep {0}`), or write to another file",
            output.display()
        ),
        (Some(output), _) if !format.is_read_back() => bail!(
            "{} exists, and only CSV and JSON lines are read back: remove it, or write to \
             another file",
            output.display()
        ),
        (Some(path), _) | (None, Some(path)) => load(path),
        (None, None) => Ok(Ledger::default()),
    }
}

fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

/// Reads a ledger.
pub(super) fn load(path: &Path) -> anyhow::Result<Ledger> {
    let bytes =
        fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Ledger::default());
    }
    let ledger = Ledger::read(&bytes);
    ledger.with_context(|| format!("{} is left as it is", path.display()))
}

/// What is listed of all documents.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) entries: Vec<Entry>,
    /// The names of the documents that were read.
    pub(super) documents: BTreeSet<String>,
    unread: Vec<Unread>,
}

impl Listed {
    pub(super) fn read(&mut self, input: &args::Input) -> anyhow::Result<()> {
        let mut configs = Configs::new(input.config.as_deref())?;
        let sources = paths::find(&input.paths, form(input), &mut configs)?;
        let pool = run::pool(input.threads)?;
        sources.unread.into_iter().for_each(|lost| lose(&mut self.unread, lost));
        let work = |job: run::Job<'_>| {
            let mut options = Options::default();
            options.reading = reading(input, job.source);
            job.source.config.apply(&mut options);
            let (checked, claims) = check_with_claims(&job.doc, &options);
            (job.doc.name().to_owned(), ledger::entries(&job.doc, &claims, &checked))
        };
        run::each(&sources.found, &pool, work, |done| {
            match done {
                Ok((name, entries)) => {
                    self.documents.insert(name);
                    self.entries.extend(entries);
                }
                Err(lost) => lose(&mut self.unread, lost),
            }
            Ok(())
        })
    }
}

/// Says how many claims there are, and what became of the rows that were filled in.
fn tell(ledger: &Ledger, found: usize, gone: usize) {
    let standing = ledger.rows.iter().filter(|row| row.status.is_empty()).count();
    let claims = count(standing, "claim");
    match found + gone {
        0 => output::tell(&claims),
        _ => output::tell(&format!("{claims}, {} kept", count(found, "filled row"))),
    }
    for row in ledger.rows.iter().filter(|row| row.status == "gone") {
        let entry = &row.entry;
        let words = format!(
            "{}: gone from the text: {}: {}",
            entry.document, entry.kind, entry.claim
        );
        output::tell(&alpheus_report::clean::clean(&words));
    }
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
