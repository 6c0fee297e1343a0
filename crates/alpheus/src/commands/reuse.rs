//! `alpheus reuse`: the passages that any two texts of a corpus share, in passim's form.

use super::clusters;
use crate::{Exit, args::Reuse, corpus, output, progress::Progress, run};
use alpheus_report::passim;
use alpheus_trace::{Folding, Options, Record, ReuseOptions};
use anyhow::ensure;
use std::{io::Write as _, time::Instant};

pub(crate) fn run(args: &Reuse) -> anyhow::Result<Exit> {
    ensure!(
        (0.0..=100.0).contains(&args.min_identity),
        "an identity is from 0 to 100 percent"
    );
    let start = Instant::now();
    let mut texts: Vec<Record> = Vec::new();
    let lost = corpus::each(&args.paths, |record| {
        texts.push(record);
        Ok(())
    })?;
    let read = Instant::now();
    let pool = run::pool(args.threads)?;
    let mut out = output::open(args.output.as_deref())?;
    let options = options(args);
    let progress = Progress::new(alpheus_trace::work(&texts, &options));
    let mut writer = passim::Writer::new(&texts);
    let mut found = 0_u64;
    let mut matches = Vec::new();
    let sink = |one: alpheus_trace::Match| {
        found += 1;
        if args.clusters || args.lineage {
            matches.push(one);
            return Ok(());
        }
        out.write_all(writer.line(&one).as_bytes())
    };
    // The output stays on this thread; only the work goes to the others.
    let done = |bytes| progress.advance(bytes);
    alpheus_trace::pairs(&texts, &options, &pool, sink, done)?;
    drop(progress);
    if args.clusters || args.lineage {
        let written = pool.install(|| clusters::written(args, &texts, &matches));
        written.iter().try_for_each(|piece| out.write_all(piece.as_bytes()))?;
    }
    out.flush()?;
    output::tell(&format!("{found} passages that two of {} texts share", texts.len()));
    if args.timings {
        let (reading, comparing) = (read - start, read.elapsed());
        output::tell(&format!(
            "   reading   {:>9.1} ms\n   comparing {:>9.1} ms",
            reading.as_secs_f64() * 1e3,
            comparing.as_secs_f64() * 1e3
        ));
    }
    Ok(if lost { Exit::Failed } else { Exit::Clean })
}

fn options(args: &Reuse) -> ReuseOptions {
    let folding = Folding { keep_diacritics: args.keep_diacritics };
    let mapping = Options {
        folding,
        least_words: args.min_words,
        chance: args.chance,
        ..ReuseOptions::default().mapping
    };
    let memory = args.memory.saturating_mul(1 << 20);
    ReuseOptions { mapping, memory, least_identity: args.min_identity / 100.0 }
}
