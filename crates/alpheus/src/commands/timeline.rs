//! `alpheus timeline`: every dated statement in the order of time.

use super::{exit, form, lose, reading};
use crate::{
    Exit,
    args::{Color, Timeline, TimelineFormat},
    config::Configs,
    output, paths, run,
};
use alpheus_report::timeline;

pub(crate) fn run(args: &Timeline, color: Color) -> anyhow::Result<Exit> {
    let mut configs = Configs::new(args.input.config.as_deref())?;
    let sources = paths::find(&args.input.paths, form(&args.input), &mut configs)?;
    let pool = run::pool(args.input.threads)?;
    let mut out = output::open(args.input.output.as_deref())?;
    let mut unread = Vec::new();
    sources.unread.into_iter().for_each(|lost| lose(&mut unread, lost));

    let work = |job: run::Job<'_>| {
        let times = alpheus_time::tag(&job.doc, reading(&args.input, job.source));
        timeline::dated(&job.doc, &times.timexes, &times.ranges)
    };
    let mut dated = Vec::new();
    run::each(&sources.found, &pool, work, |done| {
        match done {
            Ok(more) => dated.extend(more),
            Err(lost) => lose(&mut unread, lost),
        }
        Ok(())
    })?;
    timeline::sort(&mut dated);
    let text = match args.format {
        TimelineFormat::Text => {
            let screen = output::screen(args.width, color, args.input.output.is_some());
            timeline::text(&dated, screen)
        }
        TimelineFormat::Json => timeline::json(&dated),
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(exit(&unread))
}
