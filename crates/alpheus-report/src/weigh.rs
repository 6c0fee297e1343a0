//! The result of a case: for a terminal, as Markdown, as a page of HTML, as JSON; and what is
//! wrong with a case file.
//!
//! What is said is put together once, as a `Page` of sections, paragraphs and
//! tables; each form only lays it out.

mod change;
mod faults;
mod figures;
mod html;
mod markdown;
mod others;
mod page;
mod result;
mod support;
mod text;

pub use faults::faults;

use crate::Screen;
use alpheus_weigh::Weighing;
use page::Page;

/// For a terminal.
pub fn text(weighing: &Weighing, screen: Screen) -> String {
    text::lay_out(&page(weighing), screen)
}

/// As Markdown.
pub fn markdown(weighing: &Weighing) -> String {
    markdown::lay_out(&page(weighing))
}

/// As one page of HTML that needs nothing else and runs nothing.
pub fn html(weighing: &Weighing) -> String {
    html::lay_out(&page(weighing))
}

/// As JSON, with the figures unrounded. What is infinite is `null`.
pub fn json(weighing: &Weighing) -> String {
    let mut json = serde_json::to_string_pretty(weighing).unwrap_or_default();
    json.push('\n');
    json
}

fn page(weighing: &Weighing) -> Page {
    let sections = [
        result::evidence(weighing),
        Some(result::standings(weighing)),
        Some(support::items(weighing)),
        support::sources(weighing),
        support::dependence(weighing),
        Some(change::inputs(weighing)),
        change::worth(weighing),
        others::ach(weighing),
        others::assessors(weighing),
        others::draws(weighing),
        others::scale(weighing),
        Some(others::limits(weighing)),
    ];
    Page {
        title: weighing.question.clone(),
        lead: result::lead(weighing),
        sections: sections.into_iter().flatten().collect(),
    }
}

#[cfg(test)]
mod tests;
