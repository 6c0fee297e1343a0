//! How fast figures are read: on prose with as many of them as accounts have, on prose that
//! has none, and on nothing but figures, in MB/s. Tokens are read once, before the clock runs.

use alpheus_number::{Found, Reader};
use alpheus_text::{Document, Token};
use divan::{Bencher, black_box, counter::BytesCount};

fn main() {
    divan::main();
}

/// Eight sentences without a figure.
const PLAIN: &str = "\
The town lies where the river leaves the hills, and its market has drawn the farmers of
both banks. Its walls were of brick on a footing of stone; of the gates but a few stand. A
council of elders sat above the weigh-house, and its clerk kept the rolls in an iron chest.
The guilds paid for the bridge, the bishop for the school. Cloth went down the river, salt
came up it. The mill burned, and was built anew with a wheel of iron. No road led west until
the marsh was drained. The inn by the ferry had a bad name and good beer.";

/// A paragraph with ten figures.
fn counted(losses: usize) -> String {
    format!(
        "{PLAIN} The duke brought 12,400 men and some sixty guns. Of these {losses} fell, or \
nearly four per cent, and two-thirds of the horses died. The toll was 10s. 6d. a load, three \
times as much as before; it brought in between 4 and 5 thousand livres. The ferry ran 15 \
miles (24 km).\n\n"
    )
}

const FIGURES: &str =
    "Of 23,186 men 2,834 fell, 13,700 or 12.5% bled, and 6,643 were lost.\n\n";

fn bench(bencher: Bencher<'_, '_>, text: String, wanted: usize) {
    let doc = Document::plain("bench", text);
    let blocks: Vec<Vec<Token>> = doc
        .blocks()
        .iter()
        .map(|block| {
            let mut tokens = Vec::new();
            doc.tokenize(block, &mut tokens);
            tokens
        })
        .collect();
    let mut found: Vec<Found> = Vec::new();
    let mut read = || {
        let mut reader = Reader::default();
        blocks
            .iter()
            .map(|tokens| {
                reader.block(black_box(&doc), tokens, |_| None, &mut found);
                found.len()
            })
            .sum::<usize>()
    };
    assert_eq!(read(), wanted);
    bencher.counter(BytesCount::of_str(doc.text())).bench_local(read);
}

#[divan::bench]
fn accounts(bencher: Bencher<'_, '_>) {
    bench(bencher, (0..1000).map(|n| counted(300 + n)).collect(), 10_000);
}

#[divan::bench]
fn without_figures(bencher: Bencher<'_, '_>) {
    bench(bencher, format!("{PLAIN}\n\n").repeat(1500), 0);
}

#[divan::bench]
fn figures_alone(bencher: Bencher<'_, '_>) {
    bench(bencher, FIGURES.repeat(5000), 25_000);
}
