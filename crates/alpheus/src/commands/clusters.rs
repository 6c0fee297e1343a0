//! Clusters of the passages of a corpus, and the lineage of each.

use crate::args::{LineageFormat, Reuse};
use alpheus_text::unmasked;
use alpheus_trace::{
    Corpus, Match, Record,
    cluster::{self, Cluster, Grouping, Place},
    lineage::{self, Dates, GRAPHML, Label, Lineage, Options, Witness},
};
use rayon::{ThreadPool, prelude::*};
use std::{collections::BTreeMap, io};

/// How many characters of a passage stand above its lineage.
const OPENING: usize = 60;

/// How many clusters are worked on before they are written.
const TOGETHER: usize = 256;

/// The texts that have a cluster's passages.
pub(super) type Texts = BTreeMap<u32, Record>;

/// Hands the clusters of what was found, or their lineages, to `sink` piece by piece.
///
/// # Errors
/// Those of `sink`; if the corpus can't be read where it lies.
pub(crate) fn write(
    args: &Reuse,
    corpus: &Corpus,
    found: &[Match],
    pool: &ThreadPool,
    mut sink: impl FnMut(&str) -> io::Result<()>,
) -> io::Result<()> {
    let most = args.max_boilerplate / 100.0;
    let clusters = pool.install(|| clusters(corpus, found, most));
    let graphml = args.lineage && args.format == LineageFormat::Graphml;
    let [before, after] = if graphml { GRAPHML } else { ["", ""] };
    sink(before)?;
    for (batch, some) in clusters.chunks(TOGETHER).enumerate() {
        let piece = |(index, cluster): (usize, &Cluster)| {
            piece(args, corpus, batch * TOGETHER + index, cluster)
        };
        let pieces: Vec<io::Result<String>> =
            pool.install(|| some.par_iter().enumerate().map(piece).collect());
        pieces.into_iter().try_for_each(|piece| sink(&piece?))?;
    }
    sink(after)
}

fn piece(
    args: &Reuse,
    corpus: &Corpus,
    number: usize,
    cluster: &Cluster,
) -> io::Result<String> {
    let texts = texts(corpus, cluster)?;
    if !args.lineage {
        let source = |document: u32| texts.get(&document).map(source);
        return Ok(cluster::rows(number, cluster, source));
    }
    let options = Options { sure: args.sure / 100.0, ..Options::default() };
    let found = lineage::lineage(&witnesses(&texts, cluster), options);
    Ok(render(args.format, number, &found, &texts, cluster))
}

/// The clusters of what was found.
pub(super) fn clusters(
    corpus: &Corpus,
    found: &[Match],
    most_boilerplate: f64,
) -> Vec<Cluster> {
    let matches: Vec<cluster::Match> = found.iter().map(matched).collect();
    let grouping = Grouping { most_boilerplate, ..Grouping::default() };
    cluster::clusters(&matches, &corpus.series_numbers(), grouping)
}

/// What was found, but for passages of clusters whose documents are to more than `most` of few
/// series: mastheads, advertisements.
pub(super) fn without_boilerplate(
    corpus: &Corpus,
    mut found: Vec<Match>,
    most: f64,
) -> Vec<Match> {
    let mut repeated: BTreeMap<u32, Vec<(Place, usize)>> = BTreeMap::new();
    for (number, cluster) in clusters(corpus, &found, 1.0).iter().enumerate() {
        let places = cluster.places.iter().filter(|_| cluster.boilerplate > most);
        for &place in places {
            repeated.entry(place.document).or_default().push((place, number));
        }
    }
    let among = |at: Place| {
        let all = repeated.get(&at.document).into_iter().flatten();
        all.filter(move |(place, _)| place.begin < at.end && at.begin < place.end)
    };
    found.retain(|one| {
        let [first, second] = matched(one).places;
        let both = |of: usize| among(second).any(|&(_, other)| other == of);
        !among(first).any(|&(_, of)| both(of))
    });
    found
}

/// The texts that have a cluster's passages.
pub(super) fn texts(corpus: &Corpus, cluster: &Cluster) -> io::Result<Texts> {
    let documents = cluster.places.iter().map(|place| place.document);
    documents.map(|text| Ok((text, corpus.record(text as usize)?))).collect()
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

pub(super) fn words<'t>(texts: &'t Texts, place: &Place) -> &'t str {
    let record = texts.get(&place.document);
    let range = place.begin as usize..place.end as usize;
    record.and_then(|record| record.text.get(range)).unwrap_or_default()
}

pub(super) fn witnesses<'t>(texts: &'t Texts, cluster: &Cluster) -> Vec<Witness<'t>> {
    let dates = |place: &Place| {
        let record = texts.get(&place.document)?;
        Dates::read(record.source.date.as_deref()?)
    };
    let witness = |place| Witness { text: words(texts, place), dates: dates(place) };
    cluster.places.iter().map(witness).collect()
}

fn render(
    format: LineageFormat,
    number: usize,
    found: &Lineage,
    texts: &Texts,
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
            on_a_line(passage)
        }),
    }
}

fn on_a_line(passage: &str) -> String {
    unmasked(passage).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a passage, on one line.
fn opening(passage: &str) -> String {
    let line = on_a_line(passage);
    let cut: String = line.chars().take(OPENING).collect();
    let more = if cut.len() < line.len() { "…" } else { "" };
    alpheus_report::clean::clean(&format!("{cut}{more}")).into_owned()
}

fn label<'t>(texts: &'t Texts, place: &Place) -> Option<Label<'t>> {
    let record = texts.get(&place.document)?;
    let count = |byte: u32| {
        let text = record.text.get(..byte as usize).unwrap_or_default();
        text.chars().count()
    };
    let date = record.source.date.as_deref();
    let place = Some([count(place.begin), count(place.end)]);
    Some(Label { id: &record.source.id, date, place })
}
