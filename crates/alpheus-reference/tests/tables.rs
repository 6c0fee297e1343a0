//! Tables in both forms, and the mistakes in them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use alpheus_reference::{Form, Kind, Mistake, Reference};
use alpheus_text::Document;

fn read(text: &str, form: Form) -> Result<Reference, Vec<Mistake>> {
    Reference::read(Document::plain("table", text).into(), form)
}

/// The messages with the words that they point at.
fn wrong(text: &str, form: Form) -> Vec<(String, &str)> {
    let mistakes = read(text, form).expect_err("something is wrong");
    mistakes.into_iter().map(|m| (m.message, &text[m.span.range()])).collect()
}

const TOML: &str = r#"
title = "A war"

[[event]]
name = "Battle of Sedan"
aliases = ["Sedan", "battle at Sedan"]
date = 1870-09-01
source = "Howard 1961, ch. 5"

[[figure]]
name = "Battle of Sedan"
counted = "prisoners"
value = 83_000
source = "Howard 1961, ch. 5"

[[alias]]
name = "Königgrätz"
aliases = ["Sadowa"]
source = "Craig 1964"
"#;

const CSV: &str = "kind,name,aliases,date,counted,value,source\n\
    event,Battle of Sedan,Sedan | battle at Sedan,1870-09-01,,,\"Howard 1961, ch. 5\"\n\
    figure,Battle of Sedan,,,prisoners,\"83,000\",\"Howard 1961, ch. 5\"\n\
    alias,Königgrätz,Sadowa,,,,Craig 1964\n";

#[test]
fn both_forms_give_the_same_rows() {
    let toml = read(TOML, Form::Toml).unwrap();
    let csv = read(CSV, Form::Csv).unwrap();
    assert_eq!(toml.rows().len(), 3);
    for (a, b) in toml.rows().iter().zip(csv.rows()) {
        assert_eq!((a.kind, &a.names, &a.source), (b.kind, &b.names, &b.source));
        let days = |row: &alpheus_reference::Row| {
            row.dates.iter().map(|d| d.days).collect::<Vec<_>>()
        };
        assert_eq!(days(a), days(b));
        assert_eq!(
            a.counted.as_ref().map(|c| c.range),
            b.counted.as_ref().map(|c| c.range)
        );
    }
    assert_eq!(toml.rows()[0].kind, Kind::Event);
    for (reference, text) in [(&toml, TOML), (&csv, CSV)] {
        let date = &reference.rows()[0].dates[0];
        assert_eq!(&text[date.span.range()], "1870-09-01");
    }
}

#[test]
fn all_mistakes_are_named_at_their_cells() {
    let text = "[[life]]\nname = \"Ada Byron\"\nborn = \"1815-12-10\"\ndied = \"1752\"\n\
                [[event]]\nnme = \"Sedan\"\ndate = \"1870-09-31\"\ncalendar = \"mayan\"\n\
                source = [\"a\", \"b\"]\n[[events]]\n";
    let found = wrong(text, Form::Toml);
    let expected = [
        ("the row has no `source`", "[[life]]"),
        ("`died` is before `born`", "\"1752\""),
        ("the row has no `name`", "[[event]]"),
        ("there is no field `nme`", "nme"),
        ("the calendar has no `1870-09-31`", "\"1870-09-31\""),
        ("`mayan` is no calendar", "\"mayan\""),
        ("`source` is one value, not a list", "[\"a\", \"b\"]"),
        ("there is no table `events`", "events"),
    ];
    let found: Vec<_> =
        found.iter().map(|(message, at)| (message.as_str(), *at)).collect();
    assert_eq!(found, expected);
}

#[test]
fn mistakes_of_form_are_named_too() {
    let text = "kind,name,born,sorce\nlife,Ada,1815,x,y\nbirth,Ada,1815,x\n,Bea,1815,x\n\
                life,Cid,May 1815,x\n";
    let found: Vec<_> =
        wrong(text, Form::Csv).into_iter().map(|(message, _)| message).collect();
    assert_eq!(found[0], "there is no column `sorce`");
    assert_eq!(found[1], "the line has more cells than the header's 4");
    assert_eq!(found[2], "there is no kind of row `birth`");
    assert_eq!(found[3], "the row has no `kind`");
    assert!(
        found.iter().any(|message| message.contains("`May 1815` is no extended date"))
    );
    assert_eq!(wrong("", Form::Csv)[0].0, "the table is empty");
    assert!(!wrong("[[life]\n", Form::Toml).is_empty());
    assert!(wrong("kind,name\nlife,\"Ada\n", Form::Csv).len() > 1);
}

#[test]
fn figures_are_numbers_or_ranges() {
    let of = |value: &str| {
        let text = format!(
            "[[figure]]\nname = \"A\"\ncounted = \"men\"\nvalue = {value}\nsource = \"s\"\n"
        );
        let row = read(&text, Form::Toml).map(|reference| reference.rows()[0].clone());
        row.ok().and_then(|row| row.counted).map(|counted| counted.range)
    };
    assert_eq!(of("\"104,000\""), Some((104_000.0, 104_000.0)));
    assert_eq!(of("\"83_000..104_000\""), Some((83_000.0, 104_000.0)));
    assert_eq!(of("12.5"), Some((12.5, 12.5)));
    assert_eq!((of("\"many\""), of("\"9..3\""), of("inf")), (None, None, None));
}

#[test]
fn any_text_is_read_without_panic() {
    let pieces = [
        "[[life]]\n",
        "name",
        " = ",
        "\"é\"",
        "'",
        "\"",
        ",",
        "\n",
        "kind",
        "|",
        "..",
        "\u{feff}",
    ];
    let mut seed = 7_u64;
    for _ in 0..2000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text += pieces[(seed >> 33) as usize % pieces.len()];
        }
        for form in [Form::Toml, Form::Csv] {
            let mistakes = read(&text, form).err().unwrap_or_default();
            assert!(
                mistakes.iter().all(|m| text.get(m.span.range()).is_some()),
                "{text:?}"
            );
        }
    }
}
