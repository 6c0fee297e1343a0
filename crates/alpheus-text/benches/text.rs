//! How fast text is read: blocks, tokens with sentence starts, and each format, in MB/s.

use divan::{Bencher, black_box, counter::BytesCount};

use alpheus_text::{Document, Format, Token};

fn main() {
    divan::main();
}

/// Prose with the marks, numbers, capitals and line ends of real accounts.
fn prose() -> String {
    const PARAGRAPH: &str = "\
On the 14th of October 1066 the Norman army of Duke William met the English under King
Harold near Hastings, about seven miles north-west of the town. The fight lasted from nine
in the morning until dusk; Harold, who had marched some 200 miles in the previous weeks, had
perhaps 7,000 men. \"They stood so close,\" wrote one chronicler, \"that the dead could not
fall.\" Dr. E. A. Freeman (vol. iii. p. 458) gives the losses as 2,000–3,000. By 25 December
William had been crowned at Westminster, and Gen. opinion held that the kingdom's fate was
sealed — although the north rose in 1069.\n\n";
    PARAGRAPH.repeat(1500)
}

fn tokens(doc: &Document) -> (usize, usize) {
    let mut tokens: Vec<Token> = Vec::new();
    doc.blocks().iter().fold((0, 0), |(count, starts), block| {
        doc.tokenize(block, &mut tokens);
        let new = tokens.iter().filter(|token| token.starts_sentence).count();
        (count + tokens.len(), starts + new)
    })
}

#[divan::bench]
fn tokenize(bencher: Bencher<'_, '_>) {
    let doc = Document::plain("bench", prose());
    assert_eq!(tokens(&doc), (1500 * 142, 1500 * 5));
    bencher.counter(BytesCount::of_str(doc.text())).bench(|| tokens(black_box(&doc)));
}

#[divan::bench(args = [Format::Plain, Format::Markdown, Format::Html])]
fn decode(bencher: Bencher<'_, '_>, format: Format) {
    let text = match format {
        Format::Html => format!("<p>{}", prose().replace("\n\n", "</p>\n<p>")),
        _ => prose(),
    };
    assert_eq!(Document::parse("", text.as_str(), format).blocks().len(), 1500);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone().into_bytes())
        .bench_values(|bytes| Document::decode("bench", bytes, format));
}

#[divan::bench]
fn place(bencher: Bencher<'_, '_>) {
    let doc = Document::plain("bench", prose());
    assert_eq!(doc.lines().count(), 1500 * 8 + 1);
    let last = doc.text().len() as u32 - 3;
    bencher.bench(|| doc.place(black_box(last)));
}
