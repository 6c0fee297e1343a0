use super::Target;
use crate::{Assertion, Options, read};
use alpheus_text::{Document, Format};

/// The marks of a text that lead nowhere, and its entries that no mark leads to.
fn astray(text: &str, format: Format) -> Vec<String> {
    let doc = Document::parse("test", text, format);
    let reading = read(&doc, Options::default());
    let one = |assertion: &Assertion| match assertion {
        Assertion::Citation(citation) => match citation.target {
            Target::Missing(_) => Some(format!("missing {}", doc.slice(citation.mark))),
            _ => None,
        },
        Assertion::Unused(unused) => Some(format!("unused {}", doc.slice(unused.entry))),
        _ => None,
    };
    reading.statements.iter().filter_map(|statement| one(&statement.assertion)).collect()
}

const NUMBERED: &str = "The abbey was founded early.[1] It burnt.[2] It was built again.[3] \
    It was sold.[4] It stands.[5]\n\n[1] Annals, i. 4.\n\n[2] Annals, i. 9.\n\n[3] Rolls, 7.\n\n\
    [4] Rolls, 12.\n\n[5] Seen in May.\n";

#[test]
fn a_note_is_missing_only_amid_others() {
    assert_eq!(astray(NUMBERED, Format::Plain), [""; 0]);
    let without_third = NUMBERED.replace("[3] Rolls, 7.\n\n", "");
    assert_eq!(astray(&without_third, Format::Plain), ["missing [3]"]);
    // The list may be cut off.
    let without_fifth = NUMBERED.replace("[5] Seen in May.\n", "");
    assert_eq!(astray(&without_fifth, Format::Plain), [""; 0]);
    let unmarked = NUMBERED.replace("again.[3]", "again.");
    assert_eq!(astray(&unmarked, Format::Plain), ["unused [3]"]);
}

#[test]
fn footnotes_of_markdown() {
    let text = "It fell.[^a] It rose.[^b]\n\n[^a]: In 1453.\n\n[^c]: In 1500.\n";
    assert_eq!(astray(text, Format::Markdown), ["missing [^b]", "unused [^c]"]);
    assert_eq!(astray("It fell.[^a]\n", Format::Markdown), [""; 0]);
}

#[test]
fn links_of_html() {
    let mark = |n: u8| format!("<p>Text.<a id=\"ref{n}\" href=\"#fn{n}\">{n}</a></p>\n");
    let note =
        |n: u8| format!("<p id=\"fn{n}\">Note. <a href=\"#ref{n}\">back</a></p>\n");
    let text: String = (1..=5).map(mark).chain([1, 2, 4, 5, 6].map(note)).collect();
    assert_eq!(
        astray(&text, Format::Html),
        [
            "missing <a id=\"ref3\" href=\"#fn3\">",
            "unused <p id=\"fn6\">",
            "missing <a href=\"#ref6\">",
        ]
    );
}

#[test]
fn author_and_year() {
    let text = "The harbour silted up (Adam 1990, 12). It was dredged (Baker and Cole 1991). \
        Trade fell (Dunn 1985a: 4; Eaton et al. 2001). Dunn (1985b) doubts it. The port was \
        closed (Ford 1999).\n\n\
        References\n\n\
        Adam, John. 1990. The Harbour. London.\n\n\
        Baker, Ann, and Paul Cole. 1991. Dredging. York.\n\n\
        Dunn, Mary. 1985a. Trade. London.\n\n\
        Dunn, Mary. 1985b. Doubts. London.\n\n\
        Eaton, Ruth, and others. 2001. Ports. Hull.\n\n\
        Green, Adam. 1970. Boats. Hull.\n";
    assert_eq!(
        astray(text, Format::Plain),
        ["missing Ford 1999", "unused Green, Adam. 1970. Boats. Hull."]
    );
    let listless = &text[..text.find("References").unwrap()];
    assert_eq!(astray(listless, Format::Plain), [""; 0]);
}
