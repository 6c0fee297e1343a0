//! What is read of quotations in small texts.

use crate::{Options, QuoteKind, Reading, read};
use alpheus_text::{Document, Format};

fn quotes(text: &str, format: Format) -> (Document, Reading) {
    let doc = Document::parse("memo", text, format);
    let reading = read(&doc, Options::default());
    (doc, reading)
}

/// Each quotation's parts, joined by bars.
fn words(text: &str) -> Vec<String> {
    let (doc, reading) = quotes(text, Format::Plain);
    let joined = |parts: &[alpheus_text::Span]| {
        parts.iter().map(|part| doc.slice(*part)).collect::<Vec<_>>().join("|")
    };
    reading.quotations.iter().map(|quotation| joined(&quotation.parts)).collect()
}

/// The speaker of the first quotation.
fn speaker(text: &str) -> Option<String> {
    let (doc, reading) = quotes(text, Format::Plain);
    let who = reading.quotations.first()?.speaker.clone()?;
    Some(who.name.map_or("I".to_owned(), |name| doc.slice(name).to_owned()))
}

fn addressee(text: &str) -> Option<String> {
    let (doc, reading) = quotes(text, Format::Plain);
    let who = reading.quotations.first()?.addressee.clone()?;
    who.name.map(|name| doc.slice(name).to_owned())
}

fn kinds(text: &str) -> Vec<QuoteKind> {
    let (_, reading) = quotes(text, Format::Plain);
    reading.quotations.iter().map(|quotation| quotation.kind).collect()
}

#[test]
fn marks_of_every_convention_are_read() {
    for text in [
        "He said: \"The bridge is lost.\"",
        "He said: “The bridge is lost.”",
        "He said: ‘The bridge is lost.’",
        "He said: «The bridge is lost.»",
        "He said: »The bridge is lost.«",
        "He said: „The bridge is lost.“",
        "He said: 'The bridge is lost.'",
        "He said: ``The bridge is lost.''",
        "He said: \" The bridge is lost. \"",
    ] {
        assert_eq!(words(text), ["The bridge is lost."], "{text}");
    }
}

#[test]
fn apostrophes_and_measures_are_no_marks() {
    for text in [
        "The soldiers' bread and the sailors' beer ran out.",
        "’Tis said that in ’98 the miners’ sons didn’t go.",
        "'Tis said that in '98 the miners' sons didn't go.",
        "The plate was 12\" thick, 6' 2\" long.",
        "O'Connor's and D'Arcy's men held Laing's Nek.",
    ] {
        assert_eq!(words(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn apostrophes_within_single_marks_close_nothing() {
    let text = "'Don't tell me the soldiers' guns can't fire,' said Weber.";
    assert_eq!(words(text), ["Don't tell me the soldiers' guns can't fire,"]);
}

#[test]
fn a_quotation_goes_on_behind_he_said() {
    let text = "\"The bridge,\" he said, \"is lost.\"";
    assert_eq!(words(text), ["The bridge,|is lost."]);
    let text = "\"The bridge is lost,\" said Weber. \"Send for the boats.\"";
    assert_eq!(words(text), ["The bridge is lost,|Send for the boats."]);
    let text = "\"The bridge is lost,\" said Weber, but Palmer \"had seen it stand.\"";
    assert_eq!(words(text).len(), 2);
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let text =
        "Weber wrote: \"The bridge is lost.\n\n\"Send for the boats.\"\n\nHe waited.";
    assert_eq!(words(text), ["The bridge is lost.|Send for the boats."]);
    let text =
        "Weber wrote:\n\n\"The bridge is lost.\n\nSend for the boats.\"\n\nHe waited.";
    assert_eq!(words(text), ["The bridge is lost.|Send for the boats."]);
    assert_eq!(speaker(text).as_deref(), Some("Weber"));
}

#[test]
fn blocks_set_apart_are_quotations() {
    let markdown = "Weber wrote:\n\n> The bridge is lost, and we must cross by boat.\n";
    let (doc, reading) = quotes(markdown, Format::Markdown);
    let found = &reading.quotations[0];
    assert_eq!(
        doc.slice(found.parts[0]),
        "The bridge is lost, and we must cross by boat."
    );
    assert_eq!(found.speaker.as_ref().map(|who| doc.slice(who.mention)), Some("Weber"));
    let html = "<p>Weber wrote:</p><blockquote><p>The bridge is lost, and we must cross \
                by boat.</p></blockquote>";
    assert_eq!(quotes(html, Format::Html).1.quotations.len(), 1);
    let plain = "Weber wrote to the council:\n\nI regret that the bridge is lost, and that \
                 we must cross by boat.\n\nThe council did nothing.";
    assert_eq!(words(plain).len(), 1);
}

#[test]
fn speakers_stand_before_behind_and_around() {
    for text in [
        "Weber said, \"The bridge is lost.\"",
        "\"The bridge is lost,\" said Weber.",
        "\"The bridge,\" Weber had once said, \"is lost.\"",
        "According to Weber, \"the bridge is lost for ever\".",
        "In the words of Weber, \"the bridge is lost for ever\".",
        "Weber's answer was: \"The bridge is lost.\"",
        "Said Weber: \"The bridge is lost.\"",
        "In 1851 the engineer Carl Palmer, who had seen it, spoke. Weber wrote that the bridge \
         was \"lost for ever\".",
    ] {
        assert_eq!(speaker(text).as_deref(), Some("Weber"), "{text}");
    }
    assert_eq!(speaker("\"The bridge is lost,\" I said.").as_deref(), Some("I"));
    assert_eq!(speaker("It was noon. \"The bridge is lost.\" They left."), None);
}

#[test]
fn pronouns_go_back_to_the_fullest_name() {
    let text = "Anna Weber came to Ulm in May. Weber saw the river. She wrote: \"The bridge \
                is lost.\"";
    assert_eq!(speaker(text).as_deref(), Some("Anna Weber"));
    let text =
        "Mr. Palmer met Mrs. Weber at the bridge. She said: \"The bridge is lost.\"";
    assert_eq!(speaker(text).as_deref(), Some("Mrs. Weber"));
}

#[test]
fn whoever_is_spoken_to_is_read() {
    for (text, who) in [
        ("Weber told Palmer: \"The bridge is lost.\"", "Palmer"),
        (
            "In a letter to Carl Palmer, Weber wrote, \"The bridge is lost.\"",
            "Carl Palmer",
        ),
        ("\"The bridge is lost,\" Weber wrote to Palmer.", "Palmer"),
        ("\"Is the bridge lost?\" Weber asked a friend.", "a friend"),
    ] {
        assert_eq!(addressee(text).as_deref(), Some(who), "{text}");
    }
    assert_eq!(addressee("Weber said, \"The bridge is lost.\""), None);
}

#[test]
fn turns_alternate_where_two_are_known() {
    let text = "\"Is it lost?\" Weber asked Palmer.\n\n\"It is.\"\n\nThey went home.";
    let (doc, reading) = quotes(text, Format::Plain);
    let answer = reading.quotations[1].speaker.as_ref().unwrap();
    assert_eq!(answer.name.map(|name| doc.slice(name)), Some("Palmer"));
}

#[test]
fn dates_and_sources_stand_in_the_frame() {
    let text = "In a speech on 4 May 1851, Weber said: \"The bridge was built in 1840.\"";
    let (doc, reading) = quotes(text, Format::Plain);
    let found = &reading.quotations[0];
    assert_eq!(found.source.map(|source| doc.slice(source)), Some("a speech"));
    let date = &reading.times.timexes[found.date.unwrap() as usize];
    assert_eq!(doc.slice(date.span), "4 May 1851");
    let text = "Weber wrote that in 1840 the bridge was \"all but lost\".";
    assert_eq!(quotes(text, Format::Plain).1.quotations[0].date, None);
}

#[test]
fn kinds_are_told_apart() {
    use QuoteKind::{Direct, Foreign, Name, Nested, Scare, Term, Title};
    for (text, wanted) in [
        ("Weber said: \"The bridge is lost.\"", vec![Direct]),
        ("Weber said: \"He told me, 'The bridge is lost.'\"", vec![Direct, Nested]),
        ("The \"bargain\" cost the town a fortune.", vec![Scare]),
        ("They sang a song entitled \"The Bridge of Ulm\".", vec![Title]),
        ("The steamer \"Prince George\" sank.", vec![Name]),
        ("The term \"pier\" has two senses.", vec![Term]),
        ("He cried: \"The bridge is lost!\" (\"Le pont perdu!\")", vec![Direct, Foreign]),
    ] {
        assert_eq!(kinds(text), wanted, "{text}");
    }
}

#[test]
fn unbalanced_marks_are_survived() {
    for text in
        ["\"", "“", "”", "'\"'\"", "“‘”’", "\"a \"b \"c", "a\" b\" c\"", "« “ ‘ \" '"]
    {
        let (_, reading) = quotes(text, Format::Plain);
        assert!(reading.quotations.len() < 4, "{text}");
    }
    let (doc, reading) =
        quotes("\"The bridge is lost, said Weber.\n\nHe left.", Format::Plain);
    assert_eq!(reading.unpaired.len(), 1);
    assert_eq!(doc.slice(reading.unpaired[0]), "\"");
}

#[test]
fn what_is_quoted_is_no_statement_of_the_author() {
    let (_, reading) =
        quotes("Weber said: \"It lasted from 1861 to 1865.\"", Format::Plain);
    let speakers: Vec<_> = reading.statements.iter().map(|found| found.speaker).collect();
    assert!(!speakers.is_empty());
    assert!(speakers.iter().all(|&speaker| speaker == crate::Speaker::Quoted));
}
