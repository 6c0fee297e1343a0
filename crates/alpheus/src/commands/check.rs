//! `alpheus check`: what clashes in the texts.

use super::{form, lose};
use crate::{
    Exit,
    args::{Check, Color, Shown},
    config::Configs,
    decisions::Decisions,
    nearest, output,
    paths::{self, Source, Sources},
    references::Shelf,
    run::{self, Done, Job},
    suppress::{self, Suppressed},
    timings::{Clock, Timings},
    watch,
};
use alpheus_check::{
    CheckResult, Checked, Finding, Level, Options, Outcome, Rule, Testimony, Together,
    rules, together,
};
use alpheus_report::{Agreement, Format, Report, Screen, Summary, Unread};
use alpheus_text::Document;
use anyhow::{anyhow, ensure};
use rayon::ThreadPool;
use std::{io::Write, sync::Arc};

pub(crate) fn run(args: &Check, color: Color) -> anyhow::Result<Exit> {
    let agreement = args.show.contains(&Shown::Agreement);
    ensure!(!agreement || args.together, "`--show agreement` needs `--together`");
    let checker = Checker::new(args, color)?;
    let find = || {
        let mut configs = Configs::new(args.input.config.as_deref())?;
        paths::find(&args.input.paths, form(&args.input), &mut configs)
    };
    let mut out = output::open(args.input.output.as_deref())?;
    let exit = checker.check(find()?, &mut out)?;
    if args.watch {
        // What has changed in one account may part it from those that have not.
        watch::watch(find, |changed| {
            let sources = if args.together { find()? } else { changed };
            checker.check(sources, &mut out).map(|_| ())
        })?;
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

/// A document that was checked by itself and is still to be compared with others.
struct Held<'s> {
    job: Job<'s>,
    options: Options,
    checked: Checked,
    timings: Timings,
}

/// What is written and counted in the course of a run.
struct Run<'c, 'o> {
    checker: &'c Checker<'c>,
    out: &'o mut dyn Write,
    joint: &'static str,
    unread: Vec<Unread>,
    summary: Summary,
    timings: Timings,
    agreement: Option<Agreement>,
}

impl<'c, 'o> Run<'c, 'o> {
    fn new(checker: &'c Checker<'c>, out: &'o mut dyn Write) -> Self {
        Run {
            checker,
            out,
            joint: "",
            unread: Vec::new(),
            summary: Summary::default(),
            timings: Timings::default(),
            agreement: None,
        }
    }

    /// Writes what is to be shown of a document, and counts it.
    fn write(&mut self, done: Done<Kept>) -> anyhow::Result<()> {
        let kept = match done {
            Ok(kept) => kept,
            Err(lost) => {
                lose(&mut self.unread, lost);
                return Ok(());
            }
        };
        kept.lost.into_iter().for_each(|lost| lose(&mut self.unread, lost));
        self.summary += kept.summary;
        self.timings += kept.timings;
        if !kept.body.is_empty() {
            self.out.write_all(self.joint.as_bytes())?;
            self.out.write_all(kept.body.as_bytes())?;
            self.joint = self.checker.format.joint();
        }
        Ok(())
    }

    /// Writes the end, and tells how it went.
    fn finish(self) -> anyhow::Result<Exit> {
        let Checker { format, screen, args, .. } = self.checker;
        let tail =
            format.tail(&self.summary, &self.unread, self.agreement.as_ref(), *screen);
        self.out.write_all(tail.as_bytes())?;
        self.out.flush()?;
        if !format.tells_counts() {
            output::tell(&self.summary.to_string());
            self.agreement
                .iter()
                .for_each(|agreement| output::tell(&agreement.to_string()));
        }
        if args.timings {
            output::tell(self.timings.table().trim_end());
        }
        Ok(self.checker.exit(&self.summary, &self.unread))
    }
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
        let Sources { found, unread } = sources;
        let shelf = Shelf::new(&self.args.reference, &found)?;
        let decisions = Decisions::new(&found);
        let mut run = Run::new(self, out);
        for lost in unread.into_iter().chain(decisions.unread().iter().cloned()) {
            lose(&mut run.unread, lost);
        }
        run.out.write_all(self.format.head(rules()).as_bytes())?;
        if self.args.together {
            self.together(&found, &shelf, &decisions, &mut run)?;
        } else {
            let work = |job: Job<'_>| {
                let options = self.options(job.source, &shelf);
                let (checked, timings) = self.timed(&job.doc, &options);
                self.kept(&job, &options, &decisions, checked, timings)
            };
            run::each(&found, &self.pool, work, |done| run.write(done))?;
        }
        run.finish()
    }

    /// Checks each source by itself, then all against each other.
    fn together(
        &self,
        sources: &[Source],
        shelf: &Shelf,
        decisions: &Decisions,
        run: &mut Run<'_, '_>,
    ) -> anyhow::Result<()> {
        let mut held = Vec::new();
        let mut accounts = Vec::new();
        run::each(
            sources,
            &self.pool,
            |job| self.held(job, shelf),
            |done| {
                match done {
                    Ok((one, account)) => {
                        held.push(one);
                        accounts.push(account);
                    }
                    Err(lost) => lose(&mut run.unread, lost),
                }
                Ok(())
            },
        )?;
        let Together { checked, topics } = together(&accounts);
        let docs = accounts.iter().map(|account| Arc::clone(account.doc())).collect();
        let listed = self.args.show.contains(&Shown::Agreement);
        run.agreement = Some(Agreement { docs, topics, listed });
        for (held, across) in held.into_iter().zip(checked) {
            let Held { job, options, checked, timings } = held;
            let checked = checked.join(across);
            run.write(Ok(self.kept(&job, &options, decisions, checked, timings)))?;
        }
        Ok(())
    }

    /// Checks a document by itself, and keeps what it is to be compared by.
    fn held<'s>(&self, job: Job<'s>, shelf: &Shelf) -> (Held<'s>, Testimony) {
        let options = self.options(job.source, shelf);
        let doc = Arc::clone(&job.doc);
        let ((checked, account), timings) = if self.args.timings {
            let mut clock = Clock::start(doc.text().len());
            let checked = Testimony::check(doc, &options, &mut clock);
            (checked, clock.stop())
        } else {
            (Testimony::check(doc, &options, &mut ()), Timings::default())
        };
        (Held { job, options, checked, timings }, account)
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

    /// Lays out what is to be shown of a document that was checked.
    fn kept(
        &self,
        job: &Job<'_>,
        options: &Options,
        decisions: &Decisions,
        Checked { mut findings, results }: Checked,
        timings: Timings,
    ) -> Kept {
        let mut summary = Summary::of_results(&results);
        let Suppressed { count, beside, lost } =
            suppress::apply(job, options, &mut findings);
        summary.suppressed += count;
        summary.dismissed += decisions.dismiss(job, &mut findings);
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
    fn options(&self, source: &Source, shelf: &Shelf) -> Options {
        let mut options = Options::default();
        options.references = shelf.of(source);
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
