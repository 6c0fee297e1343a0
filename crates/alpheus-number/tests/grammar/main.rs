//! What the reader reads: texts against the figures in them, a file for each part.
//!
//! A case is a text and its figures as `words = value`, apart by `; `. Behind the value stand,
//! where they are not the usual ones, the hedge (`~` about, `>` over, `>=` at least, `-<`
//! nearly, `<` under, `<=` at most, `!` exactly) and the measure. A silent case has no figure.

mod any_text;
mod counts;
mod hedges;
mod measures;
mod nothing;
mod ranges;

use alpheus_number::{Figure, Hedge, Measure, figures};
use alpheus_text::Document;

/// Checks `text => words = value; ...`.
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, wanted)| (text, wanted, read(text)))
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(text, wanted, found)| {
            format!("{text}\n  wanted {wanted}\n  found  {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn read(text: &str) -> String {
    let doc = Document::plain("case", text);
    let shown: Vec<String> =
        figures(&doc).iter().map(|figure| show(text, figure)).collect();
    shown.join("; ")
}

fn show(text: &str, figure: &Figure) -> String {
    let hedge = match figure.hedge {
        Hedge::Plain => "",
        Hedge::Exactly => "!",
        Hedge::About => "~",
        Hedge::Over => ">",
        Hedge::AtLeast => ">=",
        Hedge::Nearly => "-<",
        Hedge::Under => "<",
        Hedge::AtMost => "<=",
    };
    let measure = match figure.measure {
        Measure::Count => String::new(),
        Measure::Percent => "%".into(),
        Measure::Money(currency) => format!(" {currency:?}"),
        Measure::Unit(unit) => format!(" {}", unit.name()),
        Measure::Fraction => " part".into(),
        Measure::Multiple => " times".into(),
        Measure::Ordinal => "th".into(),
    };
    let range =
        if figure.is_range() { format!("..{}", round(figure.to)) } else { String::new() };
    let value = round(figure.value);
    format!("{} = {hedge}{value}{range}{measure}", &text[figure.span.range()])
}

/// To six places, so that thirds can be written.
fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
