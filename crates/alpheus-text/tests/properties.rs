//! What holds of every text, in every format: tried on texts put together at random from the
//! pieces that readers trip over.

use alpheus_text::{Document, Format, JsonLines, Span, numeral};
use proptest::prelude::*;

/// Words, marks, markup whole and broken, and odd characters.
const PIECES: &[&str] = &[
    "On 5 May 1948",
    "Gen. Grant",
    "twenty-\none",
    "one hundred and",
    "XVIII",
    "1,500",
    "½",
    "U.S.",
    "etc.",
    "\"",
    "“",
    "’",
    "…",
    ". . .",
    ".",
    "?!",
    "(",
    "]",
    "[12]",
    "–",
    "\u{ad}",
    "\u{a0}",
    "ﬁn",
    "ſ",
    "e\u{301}",
    "\0",
    "\u{feff}",
    "\u{200b}",
    "😀",
    "日本",
    "\t",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "CHAPTER I",
    "|",
    "| a | b |\n|---|---|\n",
    "---\n",
    "===\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "[a](b)",
    "![x](y)",
    "[^1]",
    "[^1]: ",
    "\\",
    "&amp;",
    "&",
    "&#8212;",
    "&nope;",
    "&#xd800;",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<li>",
    "<td>",
    "<br>",
    "<sup>12</sup>",
    "<!-- alpheus-ignore x -->",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<title>",
    "<",
    ">",
    "</",
    "<a href='",
    "<table><tr>",
    "<h2>",
    "<blockquote>",
    "<div>\n",
    "é<é>",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn formats() -> impl Strategy<Value = Format> {
    proptest::sample::select(&[Format::Plain, Format::Markdown, Format::Html][..])
}

/// Blocks and tokens stand in order, apart, and slice the text and its prose.
fn check(doc: &Document) {
    assert_eq!(doc.prose().len(), doc.text().len());
    let mut tokens = Vec::new();
    let mut end = 0;
    for block in doc.blocks() {
        assert!(end <= block.span.start && !block.span.is_empty(), "{:?}", doc.blocks());
        end = block.span.end;
        assert!(doc.prose().get(block.span.range()).is_some());
        doc.tokenize(block, &mut tokens);
        assert!(tokens.first().is_none_or(|first| first.starts_sentence && first.spaced));
        let mut at = block.span.start;
        for (i, token) in tokens.iter().enumerate() {
            assert!(at <= token.span.start && token.span.end <= block.span.end);
            assert!(
                !token.span.is_empty() && doc.text().get(token.span.range()).is_some()
            );
            at = token.span.end;
            read_numbers(doc, &tokens[i..]);
        }
    }
    for comment in doc.comments() {
        assert!(doc.text().get(comment.span.range()).is_some());
    }
}

/// No reader of numbers takes more tokens than there are.
fn read_numbers(doc: &Document, tokens: &[alpheus_text::Token]) {
    let used = [
        numeral::cardinal(tokens, doc.text()).map(|read| read.1),
        numeral::ordinal(tokens, doc.text()).map(|read| read.1),
        numeral::fraction(tokens).map(|read| read.1),
        numeral::paired(tokens).map(|read| read.1),
    ];
    assert!(used.into_iter().flatten().all(|used| (1..=tokens.len()).contains(&used)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn spans_slice_the_text(text in texts(), format in formats()) {
        check(&Document::parse("x", text, format));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60), format in formats()) {
        if let Ok(doc) = Document::decode("x", bytes.clone(), format) {
            check(&doc);
        }
        for doc in JsonLines::new("x", bytes.as_slice()).flatten() {
            check(&doc);
        }
    }

    #[test]
    fn plain_utf8_lies_on_disk_as_it_is(text in texts()) {
        let doc = Document::plain("x", text.clone());
        for (char, (at, c)) in text.char_indices().enumerate() {
            let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
            prop_assert_eq!(doc.disk(span), at as u64..(at + c.len_utf8()) as u64);
            prop_assert_eq!(doc.chars(span), char as u32..char as u32 + 1);
            let line = doc.line(doc.place(span.start).line);
            prop_assert!(line.start <= span.start);
        }
    }

    #[test]
    fn utf16_lies_on_disk_in_units(text in texts()) {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let doc = Document::decode("x", bytes.clone(), Format::Plain).expect("it is UTF-16");
        prop_assert_eq!(doc.text(), &text);
        for (at, c) in text.char_indices() {
            let disk = doc.disk(Span::new(at as u32, (at + c.len_utf8()) as u32));
            let units: Vec<u8> = String::from(c).encode_utf16().flat_map(u16::to_le_bytes).collect();
            prop_assert_eq!(&bytes[disk.start as usize..disk.end as usize], units.as_slice());
        }
    }

    #[test]
    fn a_json_line_leads_back_to_its_escapes(text in texts()) {
        let mut line = Vec::from(&b"{\"more\":{\"text\":1}, \"text\": "[..]);
        serde_json::to_writer(&mut line, &text).expect("a string is JSON");
        line.push(b'}');
        let doc = JsonLines::new("x", line.as_slice()).next().expect("a line").expect("a document");
        prop_assert_eq!(doc.text(), &text);
        check(&doc);
        for (at, c) in text.char_indices() {
            let disk = doc.disk(Span::new(at as u32, (at + c.len_utf8()) as u32));
            let source = &line[disk.start as usize..disk.end as usize];
            let read: char = serde_json::from_slice(&[b"\"", source, b"\""].concat()).expect("a character");
            prop_assert_eq!(read, c);
        }
    }
}
