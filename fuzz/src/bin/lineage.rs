//! Any texts as witnesses of a passage, with any dates.
#![no_main]

use alpheus_trace::lineage::{
    Dates, Options, Witness, dot, graphml, json, lineage, text,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &str| {
    let lines = data.split('\n').take(12);
    let witness = |line: &'_ str| -> (String, Option<Dates>) {
        let (date, words) = line.split_once('\t').unwrap_or(("", line));
        (words.to_owned(), Dates::read(date))
    };
    let read: Vec<(String, Option<Dates>)> = lines.map(witness).collect();
    let witnesses: Vec<Witness<'_>> =
        read.iter().map(|(text, dates)| Witness { text, dates: *dates }).collect();
    let found = lineage(&witnesses, Options::default());
    assert_eq!(found.descents.len(), witnesses.len());
    assert!(found.descents.iter().all(|one| (0.0..=1.000_001).contains(&one.support)));
    for render in [dot, graphml, json] {
        assert!(!render(0, &found, &[]).is_empty());
    }
    let _ = text(&found, &[]);
});
