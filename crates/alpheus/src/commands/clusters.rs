//! Clusters of the passages of a corpus, and the lineage of each.

use crate::args::{LineageFormat, Reuse};
use alpheus_trace::{
    Match, Record,
    cluster::{self, Cluster, Grouping, Place},
    lineage::{self, Dates, GRAPHML, Label, Lineage, Options, Witness},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How many characters of a passage stand above its lineage.
const OPENING: usize = 60;

/// The clusters of what was found, or their lineages, piece by piece as they are written.
pub(crate) fn written(args: &Reuse, texts: &[Record], found: &[Match]) -> Vec<String> {
    let clusters = clusters(texts, found, args.max_boilerplate / 100.0);
    if args.lineage {
        return lineages(args, texts, &clusters);
    }
    let source = |document: u32| texts.get(document as usize).map(source);
    let numbered = clusters.par_iter().enumerate();
    numbered.map(|(number, cluster)| cluster::rows(number, cluster, source)).collect()
}

/// The clusters of what was found.
pub(super) fn clusters(
    texts: &[Record],
    found: &[Match],
    most_boilerplate: f64,
) -> Vec<Cluster> {
    let matches: Vec<cluster::Match> = found.iter().map(matched).collect();
    let grouping = Grouping { most_boilerplate, ..Grouping::default() };
    cluster::clusters(&matches, &series(texts), grouping)
}

fn matched(one: &Match) -> cluster::Match {
    let place = |text: usize, span: alpheus_text::Span| Place {
        document: text as u32,
        begin: span.start,
        end: span.end,
    };
    cluster::Match {
        places: [place(one.first, one.first_span), place(one.second, one.second_span)],
        identity: f64::from(one.equal) / f64::from(one.length.max(1)),
    }
}

fn source(record: &Record) -> cluster::Source<'_> {
    cluster::Source {
        id: &record.source.id,
        series: record.source.series.as_deref(),
        date: record.source.date.as_deref(),
        text: &record.text,
        other: Some(&record.source.fields),
    }
}

/// The series of the texts as numbers; a text without one is one of its own.
fn series(texts: &[Record]) -> Vec<u32> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut out = Vec::with_capacity(texts.len());
    for (text, record) in texts.iter().enumerate() {
        let own = text as u32;
        let series = record.source.series.as_deref();
        out.push(series.map_or(own, |series| *numbers.entry(series).or_insert(own)));
    }
    out
}

fn lineages(args: &Reuse, texts: &[Record], clusters: &[Cluster]) -> Vec<String> {
    let options = Options { sure: args.sure / 100.0, ..Options::default() };
    let one = |(number, cluster): (usize, &Cluster)| {
        let found = lineage::lineage(&witnesses(texts, cluster), options);
        render(args.format, number, &found, texts, cluster)
    };
    let mut written: Vec<String> = clusters.par_iter().enumerate().map(one).collect();
    if args.format == LineageFormat::Graphml {
        let [before, after] = GRAPHML.map(str::to_owned);
        written.insert(0, before);
        written.push(after);
    }
    written
}

pub(super) fn words<'t>(texts: &'t [Record], place: &Place) -> &'t str {
    let record = texts.get(place.document as usize);
    let range = place.begin as usize..place.end as usize;
    record.and_then(|record| record.text.get(range)).unwrap_or_default()
}

pub(super) fn witnesses<'t>(texts: &'t [Record], cluster: &Cluster) -> Vec<Witness<'t>> {
    let dates = |place: &Place| {
        let record = texts.get(place.document as usize)?;
        Dates::read(record.source.date.as_deref()?)
    };
    let witness = |place| Witness { text: words(texts, place), dates: dates(place) };
    cluster.places.iter().map(witness).collect()
}

fn render(
    format: LineageFormat,
    number: usize,
    found: &Lineage,
    texts: &[Record],
    cluster: &Cluster,
) -> String {
    let labels: Vec<Label<'_>> =
        cluster.places.iter().filter_map(|place| label(texts, place)).collect();
    match format {
        LineageFormat::Text => {
            let passage = cluster.places.first().map_or("", |place| words(texts, place));
            let opening = opening(passage);
            let tree = lineage::text(found, &labels);
            format!("cluster {number}, {} documents: {opening}\n{tree}\n", cluster.size)
        }
        LineageFormat::Json => lineage::json(number, found, &labels),
        LineageFormat::Graphml => lineage::graphml(number, found, &labels),
        LineageFormat::Dot => lineage::dot(number, found, &labels),
        LineageFormat::Weigh => lineage::dependences(found, &labels, |witness| {
            let passage =
                cluster.places.get(witness).map_or("", |place| words(texts, place));
            passage.split_whitespace().collect::<Vec<_>>().join(" ")
        }),
    }
}

/// The first words of a passage, on one line.
fn opening(passage: &str) -> String {
    let line = passage.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(OPENING).collect();
    let more = if cut.len() < line.len() { "…" } else { "" };
    alpheus_report::clean::clean(&format!("{cut}{more}")).into_owned()
}

fn label<'t>(texts: &'t [Record], place: &Place) -> Option<Label<'t>> {
    let record = texts.get(place.document as usize)?;
    let count = |byte: u32| {
        let text = record.text.get(..byte as usize).unwrap_or_default();
        text.chars().count()
    };
    let date = record.source.date.as_deref();
    let place = Some([count(place.begin), count(place.end)]);
    Some(Label { id: &record.source.id, date, place })
}
