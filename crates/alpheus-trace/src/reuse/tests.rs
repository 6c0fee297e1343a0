//! What is found in small corpora, with any memory and any number of threads.

use super::*;
use crate::{Record, Source};

const SHARED: &str = "the keeper of the lower ferry swore before the magistrates that no \
    boat had crossed the river between dusk and the ringing of the morning bell";

fn record(id: &str, series: &str, text: String) -> Record {
    let source =
        Source { id: id.into(), series: Some(series.into()), ..Source::default() };
    Record { source, text }
}

fn corpus(records: &[Record]) -> Corpus {
    let mut corpus = Corpus::new(0);
    for record in records {
        corpus.push(record).unwrap();
    }
    corpus
}

fn ferries() -> Corpus {
    corpus(&[
        record("a", "1", format!("Über the assizes. {SHARED}. Nobody believed him.")),
        record("b", "2", "Nothing whatever of this stands in the second paper.".into()),
        record("c", "3", format!("Last week {}, it is reported.", SHARED.to_uppercase())),
        record("d", "1", format!("Again: {SHARED}.")),
    ])
}

/// Many texts of made-up words, of which three each share some and every tenth has a set phrase.
fn many() -> Corpus {
    let words = |from: usize, count: usize| -> String {
        let word = |at: usize| {
            format!("{:x} ", (from * 1000 + at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        };
        (0..count).map(word).collect()
    };
    let text = |at: usize| {
        let phrase = if at.is_multiple_of(10) { SHARED } else { "" };
        format!("{}{phrase} {}", words(at + 1000, 45), words(at / 3, 15))
    };
    let records: Vec<_> =
        (0..360).map(|at| record("x", &at.to_string(), text(at))).collect();
    corpus(&records)
}

fn found(corpus: &Corpus, options: &ReuseOptions, threads: usize) -> Vec<Match> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut all = Vec::new();
    let sink = |one| {
        all.push(one);
        io::Result::Ok(())
    };
    pairs(corpus, options, &pool, sink, |_| {}).unwrap();
    all
}

fn texts(found: &[Match]) -> Vec<(usize, usize)> {
    found.iter().map(|one| (one.first, one.second)).collect()
}

#[test]
fn texts_of_other_series_are_compared_once() {
    let corpus = ferries();
    let all = found(&corpus, &ReuseOptions::default(), 2);
    assert_eq!(texts(&all), [(0, 2), (2, 3)]);
    let words = corpus.words(2, all[0].second_span).unwrap();
    assert_eq!(words.to_lowercase(), SHARED);
    assert_eq!(all[0].first_points.start + 1, all[0].first_span.start);
}

#[test]
fn references_are_what_the_others_are_compared_with() {
    let only =
        |count| ReuseOptions { references: Some(count), ..ReuseOptions::default() };
    assert_eq!(texts(&found(&ferries(), &only(1), 2)), [(0, 2)]);
    assert_eq!(texts(&found(&ferries(), &only(3), 2)), [(2, 3)]);
    assert!(found(&ferries(), &only(0), 2).is_empty());
    assert!(found(&ferries(), &only(4), 2).is_empty());
}

#[test]
fn memory_and_threads_change_nothing() {
    let corpus = many();
    let whole = ReuseOptions::default();
    let small = ReuseOptions { memory: 1 << 10, ..whole };
    assert_eq!(whole.blocks(&corpus).len(), 1);
    assert!(small.blocks(&corpus).len() > 3);
    assert!(corpus.groups(0..corpus.len(), TOGETHER.start).len() > 4);
    let all = found(&corpus, &whole, 1);
    assert!(all.len() > 360);
    assert!(all.is_sorted_by_key(|one| (one.second, one.first)));
    assert_eq!(found(&corpus, &whole, 4), all);
    assert_eq!(found(&corpus, &small, 1), all);
    assert_eq!(found(&corpus, &small, 4), all);
    assert!(work(&corpus, &small) > 2 * work(&corpus, &whole));
}
