use super::*;
use crate::Document;
use BlockKind::{Heading, Item, Note, Paragraph, Quote, Row};

fn blocks(text: &str) -> Vec<(BlockKind, &str)> {
    let parts = read(text);
    let mut last = 0;
    for block in &parts.blocks {
        assert!(last <= block.span.start && block.span.start < block.span.end);
        last = block.span.end;
    }
    parts.blocks.iter().map(|block| (block.kind, &text[block.span.range()])).collect()
}

fn words(text: &str) -> Vec<String> {
    let doc = Document::plain("", text);
    let mut tokens = Vec::new();
    let mut words = Vec::new();
    for block in doc.blocks() {
        doc.tokenize(block, &mut tokens);
        words.extend(tokens.iter().map(|token| doc.slice(token.span).to_owned()));
    }
    words
}

#[test]
fn wrapped_lines_are_joined_and_blank_lines_part() {
    let one = "The town was founded in 1203 by Bishop Albert, who\nbrought settlers from the west.";
    let two = "It joined the league in\n1282.";
    assert_eq!(
        blocks(&format!("\n{one}\n \t\n\n  {two}\n")),
        [(Paragraph, one), (Paragraph, two)]
    );
    assert_eq!(
        blocks(&format!("{one}\r\n\r\n{two}\r\n")),
        [(Paragraph, one), (Paragraph, two)]
    );
    assert_eq!(blocks(""), []);
    assert_eq!(blocks(" \n\u{a0}\n"), []);
}

#[test]
fn long_lines_are_paragraphs() {
    let long = "The castle was built of stone. ".repeat(8);
    let long = long.trim();
    let text = format!("The castle\n{long}\n{long}\nLater years\n{long}");
    assert_eq!(
        blocks(&text),
        [
            (Heading(2), "The castle"),
            (Paragraph, long),
            (Paragraph, long),
            (Heading(2), "Later years"),
            (Paragraph, long)
        ]
    );
}

#[test]
fn a_short_line_that_ends_a_sentence_ends_its_paragraph() {
    let text = "In the spring of that year the army marched to the river, and was\n\
                beaten there.\n\
                The king fled. He had with him forty men, whose names are lost, a\n\
                chaplain and two dogs.";
    let found = blocks(text);
    assert_eq!(found.len(), 2);
    assert!(found[1].1.starts_with("The king fled."));
}

#[test]
fn a_headline_is_not_the_first_line_of_its_story() {
    let text = "Markets closed until Friday\n\
                September 18, 2008\n\
                In the spring of that year the army marched up to the far river, \
                and nobody saw it go.\n\
                In the autumn it came back by the way that it had gone in spring, \
                and it rained.";
    let found = blocks(text);
    assert_eq!(found[0].1, "Markets closed until Friday");
    assert_eq!(found[1].1, "September 18, 2008");
}

#[test]
fn a_full_line_that_ends_a_sentence_goes_on() {
    let text = "In the spring of that year the army marched up to the far river.\n\
                Extraordinary rains had fallen there, and all the fords were shut\n\
                to them.";
    assert_eq!(blocks(text).len(), 1);
}

#[test]
fn an_indent_begins_a_paragraph() {
    let text = "   In the spring of that year the army marched up to the far river.\n\
                Nobody saw it go, and when it was gone nobody missed it any more.\n   \
                In the autumn it came back by the way that it had gone in spring.";
    assert_eq!(blocks(text).len(), 2);
}

#[test]
fn headings() {
    let text = "CHAPTER IV.\n\nThe Siege\n\nIt began.\n\n## The end ##\n\nIV.\n\nTHE FALL OF\nTHE CITY\nIt fell.";
    assert_eq!(
        blocks(text),
        [
            (Heading(1), "CHAPTER IV."),
            (Heading(2), "The Siege"),
            (Paragraph, "It began."),
            (Heading(2), "## The end ##"),
            (Heading(1), "IV."),
            (Heading(1), "THE FALL OF\nTHE CITY"),
            (Paragraph, "It fell."),
        ]
    );
    assert_eq!(
        blocks("A memo"),
        [(Paragraph, "A memo")],
        "a title has something under it"
    );
}

#[test]
fn items_notes_and_quotations() {
    let text = "He had three reasons:\n1. the first\n   goes on\n2. the second\n\n- one\n- two\n\n\
                [1] See vol. ii.\n[2] Ibid.\n\n[Footnote 3: Here.]\n\n> Not so,\n> he said.\n\nIt rained.";
    assert_eq!(
        blocks(text),
        [
            (Paragraph, "He had three reasons:"),
            (Item, "1. the first\n   goes on"),
            (Item, "2. the second"),
            (Item, "- one"),
            (Item, "- two"),
            (Note, "[1] See vol. ii."),
            (Note, "[2] Ibid."),
            (Note, "[Footnote 3: Here.]"),
            (Quote, "Not so,\n> he said."),
            (Paragraph, "It rained."),
        ]
    );
    assert_eq!(words("> Not\n>> so"), ["Not", "so"]);
    assert_eq!(blocks(">From the town.")[0].0, Paragraph);
}

#[test]
fn a_number_that_begins_a_line_is_no_item_amid_a_sentence() {
    let text = "The garrison numbered about five hundred, and the besiegers lost\n\
                12. The rest went home, and nothing more was heard of them until\n\
                the spring.";
    assert_eq!(blocks(text).len(), 1);
}

#[test]
fn inset_lines_are_quoted() {
    let text = "He wrote to the council:\n\n      We have bread for six days\n      and no more.\n\nThey sent none.";
    assert_eq!(blocks(text)[1].0, Quote);
}

#[test]
fn tables() {
    let text = "Year      Killed    Wounded\n1648         12         30\n1649          3          9\n\n\
                a | b | c\n--|---|--\n1 | 2 | 3\n4 | 5 | 6\n\nChapter I .... 5\nChapter II .... 19";
    let kinds: Vec<_> = blocks(text).iter().map(|block| block.0).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == Row).count(), 7);
    assert_eq!(blocks(text)[1], (Row, "1648         12         30"));
}

#[test]
fn words_broken_at_line_ends() {
    let broken = "The Septem-\nber massacres shook the cap-\nital, and the twenty-\nfirst of the cen-\ntury passed.";
    let found = words(broken);
    assert!(found.contains(&"Septem-\nber".to_owned()), "{found:?}");
    assert!(found.contains(&"cap-\nital".to_owned()));
    assert!(found.contains(&"twenty".to_owned()), "the hyphen of a compound stays");
    let doc = Document::plain("", broken);
    let mut tokens = Vec::new();
    doc.tokenize(&doc.blocks()[0], &mut tokens);
    assert_eq!(tokens[1].key, crate::key("September"));
}

#[test]
fn a_hyphen_at_a_line_end_joins() {
    let text = "There were twenty-\none of them.";
    let doc = Document::plain("", text);
    let mut tokens = Vec::new();
    doc.tokenize(&doc.blocks()[0], &mut tokens);
    assert_eq!(crate::numeral::cardinal(&tokens[2..], text), Some((21.0, 3)));
}
