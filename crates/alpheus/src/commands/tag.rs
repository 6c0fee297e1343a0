//! `alpheus tag`: what is read in the texts.

use super::{exit, form, lose, reading};
use crate::{
    Exit,
    args::{Layer, Tag, TagFormat},
    config::Configs,
    output, paths, run,
};
use alpheus_report::tag;
use alpheus_text::Format;
use alpheus_time::Options;

pub(crate) fn run(args: &Tag) -> anyhow::Result<Exit> {
    let Layer::Time = args.layer;
    let mut configs = Configs::new(args.input.config.as_deref())?;
    let sources = paths::find(&args.input.paths, form(&args.input), &mut configs)?;
    let pool = run::pool(args.input.threads)?;
    let mut out = output::open(args.input.output.as_deref())?;
    let mut unread = Vec::new();
    sources.unread.into_iter().for_each(|lost| lose(&mut unread, lost));

    let several =
        sources.found.len() != 1 || sources.found[0].input.format() == Format::JsonLines;
    let (head, tail) = match args.format {
        TagFormat::Jsonl => ("", ""),
        TagFormat::Timeml => tag::timeml_frame(several),
    };
    out.write_all(head.as_bytes())?;
    let work = |job: run::Job<'_>| {
        let options = Options { complements: true, ..reading(&args.input, job.source) };
        let times = alpheus_time::tag(&job.doc, options);
        match args.format {
            TagFormat::Jsonl => tag::jsonl(&job.doc, &times.timexes),
            TagFormat::Timeml => tag::timeml(&job.doc, &times.timexes),
        }
    };
    run::each(&sources.found, &pool, work, |done| {
        match done {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(lost) => lose(&mut unread, lost),
        }
        Ok(())
    })?;
    out.write_all(tail.as_bytes())?;
    out.flush()?;
    Ok(exit(&unread))
}
