//! `alpheus trace`: where the quotations of texts stand in a library.

pub(super) mod quoted;

use super::{form, lose, reading};
use crate::{
    Exit,
    args::{Color, Trace, TraceFormat},
    config::Configs,
    output, paths,
    run::{self, Job},
    timings,
};
use alpheus_check::{Level, rules};
use alpheus_read::read;
use alpheus_report::{Report, Screen, Summary, trace};
use alpheus_trace::{Library, Options, Tracer};
use std::time::Instant;

pub(crate) fn run(args: &Trace, color: Color) -> anyhow::Result<Exit> {
    let start = Instant::now();
    let library = Library::open(&args.library)?;
    let opened = Instant::now();
    let options = Options {
        least_words: args.min_words,
        chance: args.chance,
        ..Options::default()
    };
    let size = library.size();
    let work = Work {
        args,
        tracer: Tracer::new(&library, options),
        searched: format!("{} sources, {} words", size.sources, size.words),
        screen: output::screen(args.width, color, args.input.output.is_some()),
    };
    let exit = work.run()?;
    if args.timings {
        timings::tell(start, &[("opening", opened), ("tracing", Instant::now())]);
    }
    Ok(exit)
}

struct Work<'a> {
    args: &'a Trace,
    tracer: Tracer<'a>,
    searched: String,
    screen: Screen,
}

/// What is kept of a document once it is traced.
struct Kept {
    body: String,
    summary: Summary,
    worst: Option<Level>,
}

impl Work<'_> {
    fn run(&self) -> anyhow::Result<Exit> {
        let input = &self.args.input;
        let mut configs = Configs::new(input.config.as_deref())?;
        let sources = paths::find(&input.paths, form(input), &mut configs)?;
        let pool = run::pool(input.threads)?;
        let mut out = output::open(input.output.as_deref())?;
        let mut unread = Vec::new();
        sources.unread.into_iter().for_each(|lost| lose(&mut unread, lost));
        let findings = self.args.format.findings();
        let mut summary = Summary::default();
        let mut worst = None;
        let mut joint = "";
        if let Some(format) = findings {
            out.write_all(format.head(rules()).as_bytes())?;
        }
        run::each(
            &sources.found,
            &pool,
            |job| self.document(&job),
            |done| {
                match done {
                    Ok(kept) => {
                        summary += kept.summary;
                        worst = worst.max(kept.worst);
                        if !kept.body.is_empty() {
                            out.write_all(joint.as_bytes())?;
                            out.write_all(kept.body.as_bytes())?;
                            joint = findings.map_or("", alpheus_report::Format::joint);
                        }
                    }
                    Err(lost) => lose(&mut unread, lost),
                }
                Ok(())
            },
        )?;
        if let Some(format) = findings {
            out.write_all(format.tail(&summary, &unread, None, self.screen).as_bytes())?;
        }
        out.flush()?;
        Ok(match () {
            () if !unread.is_empty() => Exit::Failed,
            () if self.args.fail_on.fails(worst) => Exit::Findings,
            () => Exit::Clean,
        })
    }

    fn document(&self, job: &Job<'_>) -> Kept {
        let doc = &job.doc;
        let read = read(doc, reading(&self.args.input, job.source));
        let quotations = quoted::quoted(doc, &read);
        let traced = self.tracer.trace(doc.prose(), &quotations, self.args.passages);
        let mut findings = trace::findings(doc, &traced, &self.searched);
        let worst = findings.iter().map(|finding| finding.level).max();
        findings.retain(|finding| self.args.notes || finding.level > Level::Note);
        let mut summary = Summary::default();
        for finding in &findings {
            summary.show(finding);
        }
        let body = match self.args.format {
            TraceFormat::Full => trace::full(doc, &traced, &self.searched, self.screen),
            TraceFormat::Jsonl => trace::jsonl(doc, &traced),
            TraceFormat::Passim => trace::passim(doc, &traced),
            other => {
                let report = Report { doc, findings: &findings, results: &[] };
                other
                    .findings()
                    .map_or_else(String::new, |format| format.body(&report, self.screen))
            }
        };
        Kept { body, summary, worst }
    }
}
