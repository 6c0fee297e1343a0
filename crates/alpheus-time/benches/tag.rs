//! How fast time expressions are read: on prose with as many of them as accounts have, and
//! on prose that has none, in MB/s.

use divan::{Bencher, black_box, counter::BytesCount};

use alpheus_text::Document;
use alpheus_time::{Domain, Options, tag};

fn main() {
    divan::main();
}

/// Eight sentences without an expression of time.
const PLAIN: &str = "\
The town lies where the river leaves the hills, and its market has drawn the farmers of
both banks. Its walls were of brick on a footing of stone; of the five gates two stand. A
council of twelve sat above the weigh-house, and its clerk kept the rolls in an iron chest.
The guilds paid for the bridge, the bishop for the school. Cloth went down the river, salt
came up it. The mill burned, and was built anew with a wheel of iron. No road led west until
the marsh was drained. The inn by the ferry had a bad name and good beer.";

/// A paragraph with ten expressions, the years told once.
fn dated(year: usize) -> String {
    format!(
        "{PLAIN} On the 14th of October {year} the duke came, and two days later the council
yielded. In the following spring he levied a toll every week for three years. By early June
the ferry was his; that night the mill burned. The siege of {} lasted from May 7 to 15.\n\n",
        year + 1
    )
}

fn bench(bencher: Bencher<'_, '_>, text: String, domain: Domain, wanted: usize) {
    let doc = Document::plain("bench", text);
    let options = Options { domain, ..Options::default() };
    assert_eq!(tag(&doc, options).timexes.len(), wanted);
    bencher
        .counter(BytesCount::of_str(doc.text()))
        .bench(|| tag(black_box(&doc), options).timexes.len());
}

#[divan::bench(args = [Domain::Narrative, Domain::News])]
fn accounts(bencher: Bencher<'_, '_>, domain: Domain) {
    let text: String = (0..1000).map(|n| dated(1066 + n % 800)).collect();
    bench(bencher, text, domain, 10_000);
}

#[divan::bench]
fn without_time(bencher: Bencher<'_, '_>) {
    bench(bencher, format!("{PLAIN}\n\n").repeat(1500), Domain::Narrative, 0);
}
