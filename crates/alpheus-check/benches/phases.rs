//! The speed of each phase, over the accounts of `examples/`, on one thread.
//!
//! `cargo bench` prints MB/s. Each phase gives how much it read, which has to be the same
//! in every run: a phase that got faster by reading less is not faster.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use alpheus_check::check;
use alpheus_text::Document;
use std::{fs, hint::black_box, path::Path, time::Instant};

/// How often the accounts are repeated to make one document.
const COPIES: usize = 100;
const RUNS: usize = 10;

fn main() {
    let doc = document();
    measure("tokens", &doc, tokens);
    measure("statements", &doc, |doc| {
        alpheus_read::read(doc, alpheus_read::Options::default()).statements.len()
    });
    measure("results", &doc, |doc| {
        check(doc, &alpheus_check::Options::default()).results.len()
    });
}

fn document() -> Document {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/accounts");
    let names = ["alfred-nobel.txt", "franco-prussian-war.md"];
    let read = |name| fs::read_to_string(dir.join(name)).expect("the examples are there");
    Document::plain("examples", names.map(read).join("\n\n").repeat(COPIES))
}

fn tokens(doc: &Document) -> usize {
    let mut tokens = Vec::new();
    let mut count = 0;
    for block in doc.blocks() {
        doc.tokenize(block, &mut tokens);
        count += tokens.len();
    }
    count
}

/// Prints the best of some runs: other work on the machine can only add to a run.
fn measure(what: &str, doc: &Document, phase: impl Fn(&Document) -> usize) {
    let count = phase(doc);
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let begin = Instant::now();
        assert_eq!(phase(black_box(doc)), count, "the same is read every time");
        best = best.min(begin.elapsed().as_secs_f64());
    }
    let megabytes = f64::from(u32::try_from(doc.text().len()).expect("a few MB")) / 1e6;
    println!("{what:12} {count:8}  {:7.1} MB/s", megabytes / best);
}
