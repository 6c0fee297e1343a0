//! `alpheus library`: builds and looks after a library of sources.

use crate::{
    Exit,
    args::{Library as Args, LibraryAdd, LibraryCommand, LibraryList, LibraryRemove},
    corpus, output,
    progress::Progress,
    timings,
};
use alpheus_report::clean::clean;
use alpheus_trace::{Added, Bibliography, Folding, Library, Source, Writer};
use anyhow::Context as _;
use std::{fmt::Write as _, fs, io::Write as _, path::Path, time::Instant};

pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        LibraryCommand::Add(args) => add(args),
        LibraryCommand::List(args) => list(args),
        LibraryCommand::Info(args) => info(&args.library),
        LibraryCommand::Remove(args) => remove(args),
        LibraryCommand::Compact(args) => compact(&args.library),
        LibraryCommand::Verify(args) => verify(&args.library),
    }
}

fn add(args: &LibraryAdd) -> anyhow::Result<Exit> {
    let start = Instant::now();
    let mut bibliographies = Vec::new();
    for path in &args.bib {
        let text = fs::read_to_string(path)
            .with_context(|| format!("could not read {}", path.display()))?;
        bibliographies.push(Bibliography::parse(path, &text)?);
    }
    let folding = Folding { keep_diacritics: args.keep_diacritics };
    let mut writer = Writer::open(&args.library, folding)?;
    let mut counts = [0_u64; 3];
    let lost = corpus::each(&args.paths, |mut record| {
        for bibliography in &bibliographies {
            if let Some(known) = bibliography.find(&record.source.id) {
                describe(&mut record.source, known);
            }
        }
        counts[match writer.add(record.source, &record.text)? {
            Added::New => 0,
            Added::Changed => 1,
            Added::Same => 2,
        }] += 1;
        Ok(())
    })?;
    let read = Instant::now();
    let library = writer.commit()?;
    let [new, changed, same] = counts;
    let all = library.sources().count();
    output::tell(&format!(
        "{new} added, {changed} replaced, {same} unchanged; {all} in all"
    ));
    if args.timings {
        timings::tell(start, &[("adding", read), ("writing", Instant::now())]);
    }
    Ok(if lost { Exit::Failed } else { Exit::Clean })
}

/// What a bibliography says goes before what the file says of itself.
fn describe(source: &mut Source, known: &Source) {
    let file = source.clone();
    (source.title, source.author) = (known.title.clone(), known.author.clone());
    (source.date, source.series) = (known.date.clone(), known.series.clone());
    source.complete(&file);
}

fn list(args: &LibraryList) -> anyhow::Result<Exit> {
    let library = Library::open(&args.library)?;
    let mut out = output::open(None)?;
    for source in library.sources() {
        if args.json {
            serde_json::to_writer(&mut out, source)?;
            writeln!(out)?;
        } else {
            let cited = source.cited();
            let cited =
                if cited == source.id { String::new() } else { format!("  {cited}") };
            writeln!(out, "{}{}", clean(&source.id), clean(&cited))?;
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn info(path: &Path) -> anyhow::Result<Exit> {
    let size = Library::open(path)?.size();
    let mut text = String::new();
    writeln!(text, "sources   {}", size.sources)?;
    writeln!(text, "words     {}", size.words)?;
    writeln!(text, "text      {} bytes", size.text)?;
    writeln!(text, "index     {} bytes beside the text", size.files - size.text)?;
    writeln!(text, "segments  {}", size.segments)?;
    let mut out = output::open(None)?;
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Exit::Clean)
}

fn remove(args: &LibraryRemove) -> anyhow::Result<Exit> {
    Library::open(&args.library)?;
    let mut writer = Writer::open(&args.library, Folding::default())?;
    for source in &args.sources {
        writer.remove(source)?;
    }
    writer.commit()?;
    Ok(Exit::Clean)
}

fn compact(path: &Path) -> anyhow::Result<Exit> {
    let progress = Progress::new(Library::open(path)?.size().text);
    let mut writer = Writer::open(path, Folding::default())?;
    writer.compact(|bytes| progress.advance(bytes))?;
    writer.commit()?;
    Ok(Exit::Clean)
}

fn verify(path: &Path) -> anyhow::Result<Exit> {
    let library = Library::open(path)?;
    library.verify()?;
    output::tell(&format!(
        "{} sources, all as they were written",
        library.sources().count()
    ));
    Ok(Exit::Clean)
}
