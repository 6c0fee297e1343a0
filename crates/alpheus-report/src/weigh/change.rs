//! What would change the result: inputs within their ranges, values at which a rival draws
//! level, and what has not been looked at yet.

use super::{
    figures::{number, percent, range},
    page::{Cell, Section, figure, text},
};
use alpheus_weigh::{Tip, Weighing, Worth};

/// So many of a list are shown; JSON has all.
const SHOWN: usize = 8;

/// Swings and tipping values.
pub(super) fn inputs(weighing: &Weighing) -> Section {
    let swings = weighing.swings.iter().take(SHOWN).map(|swing| {
        vec![
            text(swing.input.say()),
            text(format!("{} to {}", number(swing.from), number(swing.to))),
            text(format!("{} to {}", percent(swing.at_least), percent(swing.at_most))),
        ]
    });
    let tips = weighing.tips.iter().take(SHOWN).map(tip_row).collect::<Vec<_>>();
    let none = percent(weighing.none_of_these_prior_to_lead);
    let first = weighing.ratios.first().map_or("", |ratio| ratio.favours.as_str());
    let mut section = Section::new("What would change the result");
    if !weighing.swings.is_empty() {
        section = section
            .paragraph(format!(
                "What each ranged input does to `{}` from one end of its range to the other, \
                 the others at their middle:",
                weighing.leader
            ))
            .table(&["input", "over its range", "the leader"], swings.collect());
    }
    section = if tips.is_empty() {
        section
            .paragraph("No single input, at any value from 0 to 1, brings a rival level.")
    } else {
        section
            .paragraph("Single inputs that bring a rival level, the nearest first:")
            .table(&["input", "now", "level at", "with", ""], tips)
    };
    section.paragraph(format!(
        "\"None of these\" would be level with `{first}` if {none} were kept back for it \
         before the evidence."
    ))
}

fn tip_row(tip: &Tip) -> Vec<Cell> {
    let within = if tip.admissible { "within the range given" } else { "" };
    vec![
        text(tip.input.say()),
        figure(number(tip.now)),
        figure(number(tip.at)),
        text(tip.rival.clone()),
        text(within),
    ]
}

/// Tests, and sources whose accuracy could be settled.
pub(super) fn worth(weighing: &Weighing) -> Option<Section> {
    let tests = weighing.tests.iter().map(|test| row(test, "found")).collect();
    let sources = weighing.source_worths.iter().take(SHOWN);
    let sources: Vec<_> = sources.map(|source| row(source, "accurate")).collect();
    if weighing.tests.is_empty() && sources.is_empty() {
        return None;
    }
    let section = Section::new("What would be worth finding out")
        .table(&["test", "found with", "bits", "gain", "who would lead"], tests);
    Some(
        section
            .table(
                &["is it accurate?", "it is with", "bits", "gain", "who would lead"],
                sources,
            )
            .paragraph(
                "Bits: how much the answer would tell, of all hypotheses, on average. Gain: how \
                 much likelier the leading answer would then be to be right.",
            ),
    )
}

fn row(worth: &Worth, found: &str) -> Vec<Cell> {
    let leads = if worth.leader_if_found == worth.leader_if_not {
        format!("{} either way", worth.leader_if_found)
    } else {
        format!("{} if {found}, else {}", worth.leader_if_found, worth.leader_if_not)
    };
    vec![
        text(worth.name.clone()),
        figure(percent(worth.chance)),
        figure(format!("{:.2}", worth.bits)),
        figure(percent(worth.gain)),
        text(leads),
    ]
}

/// A share with its range.
pub(super) fn spread(low: f64, middle: f64, high: f64) -> String {
    format!("{} ({})", percent(middle), range(low, high))
}
