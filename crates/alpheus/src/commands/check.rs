//! `alpheus check`: what clashes in the texts.

use super::{form, lose};
use crate::{
    Exit,
    args::{Check, Color, Shown},
    config::Configs,
    nearest, output,
    paths::{self, Source, Sources},
    run::{self, Job},
    suppress::{self, Suppressed},
    timings::{Clock, Timings},
    watch,
};
use alpheus_check::{
    CheckResult, Checked, Finding, Level, Options, Outcome, Rule, rules,
};
use alpheus_report::{Format, Report, Screen, Summary, Unread};
use alpheus_text::Document;
use anyhow::anyhow;
use rayon::ThreadPool;
use std::io::Write;

pub(crate) fn run(args: &Check, color: Color) -> anyhow::Result<Exit> {
    let checker = Checker::new(args, color)?;
    let find = || {
        let mut configs = Configs::new(args.input.config.as_deref())?;
        paths::find(&args.input.paths, form(&args.input), &mut configs)
    };
    let mut out = output::open(args.input.output.as_deref())?;
    let exit = checker.check(find()?, &mut out)?;
    if args.watch {
        watch::watch(find, |changed| checker.check(changed, &mut out).map(|_| ()))?;
    }
    Ok(exit)
}

/// All that a run of checks needs to know.
struct Checker<'a> {
    args: &'a Check,
    format: Format,
    screen: Screen,
    pool: ThreadPool,
    selected: Vec<&'static Rule>,
    ignored: Vec<&'static Rule>,
}

/// What is kept of a document once it is checked.
struct Kept {
    body: String,
    summary: Summary,
    timings: Timings,
    /// The file beside the text, if it could not be read.
    lost: Option<Unread>,
}

impl<'a> Checker<'a> {
    fn new(args: &'a Check, color: Color) -> anyhow::Result<Self> {
        let to_file = args.input.output.is_some();
        Ok(Checker {
            args,
            format: args.format.into(),
            screen: output::screen(args.width, color, to_file),
            pool: run::pool(args.input.threads)?,
            selected: named(&args.select)?,
            ignored: named(&args.ignore)?,
        })
    }

    /// Checks all sources and writes what is found.
    fn check(&self, sources: Sources, out: &mut dyn Write) -> anyhow::Result<Exit> {
        let mut unread = Vec::new();
        sources.unread.into_iter().for_each(|lost| lose(&mut unread, lost));
        let mut summary = Summary::default();
        let mut timings = Timings::default();
        let mut joint = "";
        out.write_all(self.format.head(rules()).as_bytes())?;
        run::each(
            &sources.found,
            &self.pool,
            |job| self.document(&job),
            |done| {
                let kept = match done {
                    Ok(kept) => kept,
                    Err(lost) => {
                        lose(&mut unread, lost);
                        return Ok(());
                    }
                };
                kept.lost.into_iter().for_each(|lost| lose(&mut unread, lost));
                summary += kept.summary;
                timings += kept.timings;
                if !kept.body.is_empty() {
                    out.write_all(joint.as_bytes())?;
                    out.write_all(kept.body.as_bytes())?;
                    joint = self.format.joint();
                }
                Ok(())
            },
        )?;
        out.write_all(self.format.tail(&summary, &unread).as_bytes())?;
        out.flush()?;
        if !self.format.tells_counts() {
            output::tell(&summary.to_string());
        }
        if self.args.timings {
            output::tell(timings.table().trim_end());
        }
        Ok(self.exit(&summary, &unread))
    }

    fn exit(&self, summary: &Summary, unread: &[Unread]) -> Exit {
        if !unread.is_empty() {
            Exit::Failed
        } else if self.args.fail_on.fails(summary.worst()) {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }

    /// Checks one document and lays out what is to be shown of it.
    fn document(&self, job: &Job<'_>) -> Kept {
        let options = self.options(job.source);
        let (Checked { mut findings, results }, timings) = self.timed(&job.doc, &options);
        let mut summary = Summary::of_results(&results);
        let Suppressed { count, beside, lost } =
            suppress::apply(job, &options, &mut findings);
        summary.suppressed += count;
        let results: Vec<_> =
            results.into_iter().filter(|result| self.lists(result)).collect();
        let mut body = self.body(&job.doc, findings, &results, &mut summary);
        if let Some((beside, findings)) = beside {
            let more = self.body(&beside, findings, &[], &mut summary);
            if !body.is_empty() && !more.is_empty() {
                body += self.format.joint();
            }
            body += &more;
        }
        Kept { body, summary, timings, lost }
    }

    /// Checks a document, with a clock at hand only where one is asked for.
    fn timed(&self, doc: &Document, options: &Options) -> (Checked, Timings) {
        if !self.args.timings {
            return (alpheus_check::check(doc, options), Timings::default());
        }
        let mut clock = Clock::start(doc.text().len());
        let checked = alpheus_check::check_watched(doc, options, &mut clock);
        (checked, clock.stop())
    }

    /// Lays out what is shown of a document, and counts it.
    fn body(
        &self,
        doc: &Document,
        mut findings: Vec<Finding>,
        results: &[CheckResult],
        summary: &mut Summary,
    ) -> String {
        let all = findings.len();
        findings.retain(|finding| self.args.notes || finding.level > Level::Note);
        summary.hidden += (all - findings.len()) as u64;
        for finding in &findings {
            summary.show(finding);
        }
        self.format.body(&Report { doc, findings: &findings, results }, self.screen)
    }

    fn lists(&self, result: &CheckResult) -> bool {
        match result.outcome {
            Outcome::Holds => self.args.show.contains(&Shown::Holds),
            Outcome::Undecided(_) => self.args.show.contains(&Shown::Undecided),
            Outcome::Conflicts(_) => false,
        }
    }

    /// What the rules are told: the configuration, then the command line.
    fn options(&self, source: &Source) -> Options {
        let mut options = Options::default();
        options.reading = super::reading(&self.args.input, source);
        source.config.apply(&mut options);
        for rule in rules() {
            let off = !self.selected.is_empty() && !self.selected.contains(rule);
            if off || self.ignored.contains(rule) {
                options.set(rule, None);
            } else if self.selected.contains(rule) && options.level(rule).is_none() {
                options.set(rule, Some(rule.level));
            }
        }
        options
    }
}

fn named(names: &[String]) -> anyhow::Result<Vec<&'static Rule>> {
    names.iter().map(|name| nearest::rule(name).map_err(|hint| anyhow!(hint))).collect()
}
