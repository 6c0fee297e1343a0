//! The result itself: what the evidence says without a prior, and what follows with one.

use super::{
    figures::{odds, percent, range, times},
    page::{Cell, Section, figure, text},
};
use alpheus_weigh::{NONE_OF_THESE, Ratio, Standing, Weighing};

/// Date, note, and what was set aside.
pub(super) fn lead(weighing: &Weighing) -> Vec<String> {
    let mut lead = Vec::new();
    lead.extend(weighing.date.as_ref().map(|date| format!("Date: {date}")));
    lead.extend(weighing.note.clone());
    if !weighing.without.is_empty() {
        lead.push(format!(
            "Set aside: all that comes from {}.",
            weighing.without.join(", ")
        ));
    }
    lead
}

/// Likelihood ratios.
pub(super) fn evidence(weighing: &Weighing) -> Option<Section> {
    let first = weighing.ratios.first()?;
    let rows = weighing.ratios.iter().map(|ratio| {
        vec![text(ratio.against.clone()), figure(odds(ratio.ratio)), text(between(ratio))]
    });
    let section = Section::new("The evidence alone, without any prior")
        .paragraph(format!(
            "How much likelier all that was told is under `{}` than under each rival.",
            first.favours
        ))
        .table(
            &["against", "ratio", "whatever the inputs within their ranges"],
            rows.collect(),
        );
    Some(section.paragraph(format!(
        "To draw level, a rival would have to be so many times likelier than `{}` before the \
         evidence.",
        first.favours
    )))
}

/// Where a ratio lies.
fn between(ratio: &Ratio) -> String {
    let (low, high) = (odds(ratio.low), odds(ratio.high));
    if low == high { "the same".to_owned() } else { format!("{low} to {high}") }
}

/// Priors, posteriors and their bounds.
pub(super) fn standings(weighing: &Weighing) -> Section {
    let rows = weighing.hypotheses.iter().map(row).collect();
    let head = ["hypothesis", "before", "after", "range", "0 to 100 %"];
    Section::new("After the evidence")
        .table(&head, rows)
        .list(weighing.hypotheses.iter().map(say).collect())
        .paragraph(attained(weighing))
        .paragraph(eliminated(weighing))
}

fn row(standing: &Standing) -> Vec<Cell> {
    let Standing { key, prior, posterior, bounds, .. } = standing;
    let (low, high) = (bounds.low, bounds.high);
    vec![
        text(key.clone()),
        figure(percent(*prior)),
        figure(percent(*posterior)),
        figure(range(low, high)),
        Cell::Bar { low, point: *posterior, high },
    ]
}

fn say(standing: &Standing) -> String {
    format!("`{}`: {}", standing.key, standing.say)
}

/// Whether the ranges are exact, and the outer ones where they are not.
fn attained(weighing: &Weighing) -> String {
    let inputs = match weighing.ranged_inputs {
        0 => "Nothing said of the sources is ranged".to_owned(),
        1 => "One thing said of the sources is ranged".to_owned(),
        n => format!("{n} things said of the sources are ranged"),
    };
    let loose: Vec<String> = weighing
        .hypotheses
        .iter()
        .filter(|standing| !standing.bounds.is_exact())
        .map(|standing| {
            let bounds = standing.bounds;
            format!("`{}` {}", standing.key, range(bounds.outer_low, bounds.outer_high))
        })
        .collect();
    if loose.is_empty() {
        return format!(
            "{inputs}. Each end of a range is reached at some admissible input, and nothing \
             admissible lies outside."
        );
    }
    format!(
        "{inputs}, too many to try all of their ends. The ranges are reached, but wider ones \
         may be; nothing admissible lies outside of {}.",
        loose.join(", ")
    )
}

fn eliminated(weighing: &Weighing) -> String {
    let threshold = times(weighing.threshold);
    let out: Vec<String> = weighing
        .hypotheses
        .iter()
        .filter_map(|standing| {
            let by = standing.eliminated_by.as_ref()?;
            let leads = if by.at_least.is_infinite() {
                format!(
                    "`{}` is out: it is impossible, and `{}` is not",
                    standing.key, by.rival
                )
            } else {
                let times = times(by.at_least);
                format!(
                    "`{}` is out: `{}` leads it at least {times} times",
                    standing.key, by.rival
                )
            };
            Some(leads + ", whatever the inputs within their ranges.")
        })
        .collect();
    if out.is_empty() {
        return format!(
            "None is out: no rival leads another by more than {threshold} times whatever the \
             inputs within their ranges. (\"{NONE_OF_THESE}\" can't be put out: nobody knows how likely the \
             evidence is under it.)"
        );
    }
    out.join(" ")
}
