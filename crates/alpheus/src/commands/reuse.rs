//! `alpheus reuse`: the passages that any two texts of a corpus share, in passim's form.

use super::clusters;
use crate::{
    Exit, args::Reuse, corpus, output, progress::Progress, rows::Rows, run, timings,
};
use alpheus_report::passim;
use alpheus_trace::{Corpus, Folding, Match, Options, ReuseOptions};
use anyhow::ensure;
use std::{io, time::Instant};

/// What the program takes beside what `--memory` divides, in megabytes: itself, its threads,
/// and what a group of texts is looked up in.
const OWN_MEMORY: usize = 32;
/// The least `--memory`.
const LEAST_MEMORY: usize = 64;

pub(crate) fn run(args: &Reuse) -> anyhow::Result<Exit> {
    ensure!(
        (0.0..=100.0).contains(&args.min_identity),
        "an identity is from 0 to 100 percent"
    );
    ensure!(
        args.memory >= LEAST_MEMORY,
        "--memory {} is too little: at least {LEAST_MEMORY} megabytes are needed",
        args.memory
    );
    let start = Instant::now();
    let memory = (args.memory - OWN_MEMORY).saturating_mul(1 << 20);
    let mut texts = Corpus::new(memory / 8);
    let mut lost = corpus::each(&args.against, |record| Ok(texts.push(&record)?))?;
    let references = (!args.against.is_empty()).then_some(texts.len());
    lost |= corpus::each(&args.paths, |record| Ok(texts.push(&record)?))?;
    let read = Instant::now();
    let pool = run::pool(args.threads)?;
    let mut out = Rows::open(args)?;
    let options = ReuseOptions { references, ..options(args, memory / 8 * 7) };
    let progress = Progress::new(alpheus_trace::work(&texts, &options));
    let mut found = 0_u64;
    let together = args.clusters || args.lineage;
    let most = args.max_boilerplate / 100.0;
    let mut matches = Vec::new();
    let sink = |one: Match| -> io::Result<()> {
        found += 1;
        if together || most < 1.0 {
            matches.push(one);
            return Ok(());
        }
        out.write(&passim::line(&texts, &one)?)
    };
    // The output stays on this thread; only the work goes to the others.
    let done = |bytes| progress.advance(bytes);
    alpheus_trace::pairs(&texts, &options, &pool, sink, done)?;
    drop(progress);
    if together {
        clusters::write(args, &texts, &matches, &pool, |piece| out.write(piece))?;
    } else if most < 1.0 {
        matches = pool.install(|| clusters::without_boilerplate(&texts, matches, most));
        found = matches.len() as u64;
        for one in &matches {
            out.write(&passim::line(&texts, one)?)?;
        }
    }
    out.finish()?;
    output::tell(&format!("{found} passages that two of {} texts share", texts.len()));
    if args.timings {
        timings::tell(start, &[("reading", read), ("comparing", Instant::now())]);
    }
    Ok(if lost { Exit::Failed } else { Exit::Clean })
}

fn options(args: &Reuse, memory: usize) -> ReuseOptions {
    let folding = Folding { keep_diacritics: args.keep_diacritics };
    let mapping = Options {
        folding,
        least_words: args.min_words,
        chance: args.chance,
        ..ReuseOptions::default().mapping
    };
    let least_identity = args.min_identity / 100.0;
    ReuseOptions { mapping, memory, least_identity, ..ReuseOptions::default() }
}
