//! What the grammar reads: texts against the expressions in them, a file for each part.
//!
//! A case is a text and its expressions as `words = value`, apart by `; `; a silent case
//! has none. Every file has as many silent cases as it has need of: what looks like an
//! expression and is none.

mod any_text;
mod dates;
mod feasts;
mod lengths;
mod news;
mod ranges;
mod styles;
mod times;

use alpheus_text::Document;
use alpheus_time::{Domain, Options, Timex, tag};

/// Checks `text => words = value; ...` in a story.
fn story(cases: &[(&str, &str)]) {
    check(cases, Options::default(), None);
}

/// Checks cases of news written on a day.
fn news_of(day: &str, cases: &[(&str, &str)]) {
    let options = Options { domain: Domain::News, ..Options::default() };
    check(cases, options, Some(day));
}

fn check(cases: &[(&str, &str)], options: Options, created: Option<&str>) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, wanted)| (text, wanted, read(text, options, created)))
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(text, wanted, found)| {
            format!("{text}\n  wanted {wanted}\n  found  {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn read(text: &str, options: Options, created: Option<&str>) -> String {
    let doc = Document::plain("case", text).dated(created);
    let shown = |t: &Timex| format!("{} = {}", &text[t.span.range()], t.value);
    tag(&doc, options).timexes.iter().map(shown).collect::<Vec<_>>().join("; ")
}
