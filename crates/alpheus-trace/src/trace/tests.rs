//! Verdicts on quotations of a small library.

use super::*;
use crate::{Folding, When, Writer};

const MARSH: &str = "In those years the toll was a penny, and nobody who crossed the river by the \
    upper ferry paid it twice in a day. The keeper was deaf, as careful as any man, and he wrote \
    the boats down in a book of his own. [p. 7] In the spring of 1652 the water rose over the \
    meadows, and the honour of the first crossing fell to a miller. Pell was his name.";
const LATER: &str = "It is told again that nobody who crossed the river by the upper ferry paid it \
    twice in a day.";

/// The quotations of a text, each with its verdict and the words that were not found.
fn traced(
    text: &str,
    claim: &Claim,
    passages: bool,
) -> Vec<(String, &'static str, Doubts)> {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    for (id, author, date, words) in
        [("marsh", "Ann Marsh", "1671", MARSH), ("dean", "John Dean", "1701", LATER)]
    {
        let [author, date] = [author, date].map(|text| Some(text.to_owned()));
        let source = Source { id: id.into(), author, date, ..Source::default() };
        writer.add(source, words).unwrap();
    }
    let library = writer.commit().unwrap();
    let tracer = Tracer::new(&library, Options::default());
    let mut quoted = Quoted { parts: Vec::new(), claim: claim.clone() };
    let mut from = 0;
    while let Some((start, length)) = text[from..]
        .find('“')
        .and_then(|open| Some((from + open + 3, text[from + open + 3..].find('”')?)))
    {
        quoted.parts.push(Span::new(start as u32, (start + length) as u32));
        from = start + length;
    }
    let quoted: Vec<Quoted> =
        (!quoted.parts.is_empty()).then_some(quoted).into_iter().collect();
    let traced = tracer.trace(text, &quoted, passages);
    let shown = traced.iter().map(|one| {
        let words = text[one.span.range()].to_owned();
        (words, one.verdict.name(), one.doubts)
    });
    shown.collect()
}

fn verdict(text: &str) -> &'static str {
    traced(text, &Claim::default(), false)[0].1
}

#[test]
fn he_said_within_a_quotation_is_none_of_it() {
    let text = "“In those years the toll was a penny,” he wrote, “and nobody who crossed the \
                river by the upper ferry paid it twice in a day.”";
    assert_eq!(verdict(text), "verbatim");
    let text = "“In those years the toll was a penny,” he wrote, “and nobody who swam over the \
                river by the upper ferry paid it twice in a day.”";
    assert_eq!(verdict(text), "altered");
}

#[test]
fn what_agrees_beyond_the_marks_is_not_judged() {
    let text = "It was told again, that “nobody who crossed the river by the upper ferry paid it \
                twice in a day.”";
    assert_eq!(verdict(text), "verbatim");
}

#[test]
fn a_bracket_may_open_a_word() {
    assert!(is_opened("[w]hoever studies"));
    assert!(!is_opened("[the man] who"));
    assert!(!is_opened("whoever"));
}

#[test]
fn brackets_are_no_alteration_wherever_they_stand() {
    for text in [
        "“In those [early] years the toll was a penny, and nobody who crossed the river”",
        "“Nobody [and he named them] who crossed the river [he said] by the upper ferry paid it”",
        "“The keeper [a man of the north, who had been a soldier] was deaf, as careful as any man, \
         and he wrote the boats down”",
    ] {
        assert_eq!(verdict(text), "bracketed", "{text}");
    }
}

#[test]
fn a_gap_is_marked_though_the_word_beside_it_is_repeated() {
    let text =
        "“The keeper was deaf, as … as any man, and he wrote the boats down in a book”";
    assert_eq!(verdict(text), "elided");
    let text = "“The keeper was deaf, as any man, and he wrote the boats down in a book”";
    assert_eq!(verdict(text), "altered");
}

#[test]
fn a_digit_is_never_a_misprint() {
    let text =
        "“In the spring of 1653 the water rose over the meadows, and the honor of it”";
    assert_eq!(verdict(text), "altered");
}

#[test]
fn words_beyond_the_mark_are_not_the_quotation() {
    let text = "He wrote: “the toll was a penny, and nobody who crossed the river by the upper” \
                ferry men were glad.";
    let found = traced(text, &Claim::default(), true);
    assert!(found[0].0.ends_with("upper"), "{found:?}");
    assert_eq!(found[0].1, "verbatim");
}

#[test]
fn an_unmarked_passage_reaches_to_the_mark_that_holds_it() {
    let text = "\"Then he crossed the river by the upper ferry paid it twice in a day. The keeper \
                was deaf, as careful as any man\"";
    let found = traced(text, &Claim::default(), true);
    assert_eq!((found.len(), found[0].1), (1, "altered"), "{found:?}");
}

#[test]
fn who_is_named_in_the_source_is_not_doubted() {
    let by = |name: &str, year: i32| Claim {
        author: Some((name.to_owned(), Span::new(0, 0))),
        date: Some((When { year, month: 0, day: 0 }, Span::new(0, 0))),
    };
    let text = "“In the spring of 1652 the water rose over the meadows, and the honour”";
    let doubts = |name, year| traced(text, &by(name, year), false)[0].2;
    // Marsh tells of Pell, and of 1652.
    assert_eq!((doubts("Pell", 1690).author, doubts("Pell", 1690).date), (false, false));
    assert!(!doubts("Marsh", 1652).date);
    assert!(!doubts("Marsh", 1671).date);
    assert!(doubts("Marsh", 1690).date);
    assert!(doubts("Lee", 1690).author);
}

#[test]
fn the_page_and_the_oldest_place_are_given() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    for (id, date, words) in [("late", "1701", LATER), ("early", "1671", MARSH)] {
        let source =
            Source { id: id.into(), date: Some(date.into()), ..Source::default() };
        writer.add(source, words).unwrap();
    }
    let library = writer.commit().unwrap();
    let tracer = Tracer::new(&library, Options::default());
    let text = "nobody who crossed the river by the upper ferry paid it twice in a day";
    let found = tracer.trace(text, &[Span::new(0, text.len() as u32).into()], false);
    assert_eq!(found[0].parts[0].oldest().unwrap().source.id, "early");
    let text =
        "the water rose over the meadows, and the honour of the first crossing fell";
    let found = tracer.trace(text, &[Span::new(0, text.len() as u32).into()], false);
    assert_eq!(found[0].parts[0].place.page.as_deref(), Some("7"));
}

#[test]
fn halves_on_both_sides_of_a_gap_tell_together() {
    let text =
        "He wrote: “The keeper was deaf, as careful as … down in a book of his own.”";
    assert_eq!(verdict(text), "elided");
    let text = "He wrote: “The keeper was deaf, as careful as ten tall ships at anchor.”";
    assert_eq!(verdict(text), "not-found");
}

#[test]
fn a_word_that_stays_beside_a_gap_is_no_change() {
    let text = "“In those years the toll was a penny, and nobody who crossed the river by the \
                ... twice in a day. The keeper was deaf, as careful as any man.”";
    assert_eq!(verdict(text), "elided");
}

#[test]
fn worn_words_at_an_end_are_misprints() {
    let text = "“lnthoso yearsthe toll was a pcnny, and nobodv who crosscd the river by the upper \
                fetry paid it twice in a day.”";
    assert_eq!(verdict(text), "light");
}

#[test]
fn what_a_word_of_saying_names_is_not_quoted() {
    let text = "\n\nThe clerk said Mr. Nobody who crossed the river by the upper ferry paid it twice \
                in a day, and left.";
    let found = traced(text, &Claim::default(), true);
    assert!(found[0].0.starts_with("Nobody who"), "{found:?}");
}

#[test]
fn a_closing_mark_behind_unmarked_words_is_anothers() {
    let text = "He wrote, nobody who crossed the river by the upper ferry paid it twice in a day \
                oh no” and so on.";
    let found = traced(text, &Claim::default(), true);
    assert!(found[0].0.ends_with("in a day"), "{found:?}");
}

#[test]
fn brackets_of_the_source_are_no_additions() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    let text = "The masters [-] of the upper ferry kept no book of the boats at all.";
    writer.add(Source { id: "x".into(), ..Source::default() }, text).unwrap();
    let library = writer.commit().unwrap();
    let quoted: Quoted = Span::new(0, text.len() as u32).into();
    let traced = Tracer::new(&library, Options::default()).trace(text, &[quoted], false);
    assert_eq!(traced[0].verdict.name(), "verbatim");
}

#[test]
fn the_number_of_a_page_is_no_word_of_the_source() {
    let text = "“he wrote the boats down in a book of his own. In the spring of 1652 the water \
                rose over the meadows.”";
    assert_eq!(verdict(text), "verbatim");
}

#[test]
fn brackets_may_end_in_a_word_that_stands_before_them() {
    let text = "“In those years the toll was [as old men know it was] a penny, and nobody who \
                crossed the river by the upper ferry paid it twice in a day.”";
    assert_eq!(verdict(text), "bracketed");
    let text = "“In those years the toll was, as old men know it was, a penny, and nobody who \
                crossed the river by the upper ferry paid it twice in a day.”";
    assert_eq!(verdict(text), "altered");
}

#[test]
fn two_quotations_of_one_passage_are_both_found() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    writer.add(Source { id: "marsh".into(), ..Source::default() }, MARSH).unwrap();
    let library = writer.commit().unwrap();
    let text = "“the toll was a penny, and nobody who crossed” and then “the river by the upper \
                ferry paid it twice in a day”";
    let quoted: Vec<Quoted> = text
        .match_indices('“')
        .map(|(at, _)| (at + 3, at + text[at..].find('”').unwrap()))
        .map(|(start, end)| Span::new(start as u32, end as u32).into())
        .collect();
    let traced = Tracer::new(&library, Options::default()).trace(text, &quoted, false);
    assert_eq!(traced.len(), 2);
    assert!(traced.iter().all(|one| !one.parts.is_empty()), "{traced:?}");
}
