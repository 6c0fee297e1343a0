//! `alpheus tag`: what is read in the texts.

use super::{exit, form, lose, reading};
use crate::{
    Exit,
    args::{Layer, Tag, TagFormat},
    config::Configs,
    output, paths, run,
};
use alpheus_number::Figure;
use alpheus_report::tag;
use alpheus_text::{Document, Format, Span};
use alpheus_time::{Options, Timex, TimexKind};

pub(crate) fn run(args: &Tag) -> anyhow::Result<Exit> {
    if args.layer != Layer::Time && args.format == TagFormat::Timeml {
        anyhow::bail!("TimeML holds times only: write the other layers as `jsonl`");
    }
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
        let options = reading(&args.input, job.source);
        match (args.layer, args.format) {
            (Layer::Number, _) => {
                tag::figures_jsonl(&job.doc, &figures(&job.doc, options))
            }
            (Layer::Quotation, _) => {
                tag::quotes_jsonl(&job.doc, &alpheus_read::read(&job.doc, options))
            }
            (Layer::Name, _) => {
                tag::names_jsonl(&job.doc, &alpheus_read::read(&job.doc, options))
            }
            (Layer::Time, TagFormat::Jsonl) => {
                tag::jsonl(&job.doc, &timexes(&job.doc, options))
            }
            (Layer::Time, TagFormat::Timeml) => {
                tag::timeml(&job.doc, &timexes(&job.doc, options))
            }
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

fn timexes(doc: &Document, options: Options) -> Vec<Timex> {
    alpheus_time::tag(doc, Options { complements: true, ..options }).timexes
}

/// The figures that are no part of a date or a time of day.
fn figures(doc: &Document, options: Options) -> Vec<Figure> {
    let timexes = alpheus_time::tag(doc, options).timexes;
    let mut dates: Vec<Span> = timexes
        .iter()
        .filter(|timex| matches!(timex.kind, TimexKind::Date | TimexKind::Time))
        .map(|timex| timex.span)
        .collect();
    dates.sort_unstable();
    alpheus_number::figures_beside(doc, &dates)
}
