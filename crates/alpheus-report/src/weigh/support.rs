//! What the result rests on: items, sources, and what ties them together.

use super::{
    figures::{number, odds, percent},
    page::{Cell, Section, figure, text},
};
use alpheus_weigh::{Dependence, Fewest, ItemInfluence, Lean, SourceInfluence, Weighing};

/// What each item does, the most first.
pub(super) fn items(weighing: &Weighing) -> Section {
    let mut items: Vec<&ItemInfluence> = weighing.items.iter().collect();
    if items.is_empty() {
        return Section::new("What each item does").paragraph("There is no evidence.");
    }
    items.sort_by(|a, b| b.in_place.log10.total_cmp(&a.in_place.log10));
    let rows = items.iter().map(|item| {
        vec![
            text(item.key.clone()),
            text(lean(&item.in_place)),
            figure(odds(item.alone.ratio)),
            text(item.say.clone()),
        ]
    });
    let echoes: Vec<String> = items
        .iter()
        .filter(|item| is_echo(item))
        .map(|item| format!("`{}`", item.key))
        .collect();
    let mut section = Section::new("What each item does")
        .paragraph(
            "\"In place\" is what an item adds to all others; \"alone\" is what it would say if \
             nothing else were known.",
        )
        .table(&["item", "in place", "alone", "what is told"], rows.collect());
    if !echoes.is_empty() {
        section = section.paragraph(format!(
            "Already told by others, for the most part: {}.",
            echoes.join(", ")
        ));
    }
    section
}

fn lean(lean: &Lean) -> String {
    if lean.log10.abs() < 1e-9 {
        return "nothing".to_owned();
    }
    format!("{} for {} over {}", odds(lean.ratio), lean.favours, lean.against)
}

/// Much alone, and less than half of it in place.
fn is_echo(item: &ItemInfluence) -> bool {
    /// Two to one.
    const MUCH: f64 = 0.3;
    item.alone.log10 > MUCH && item.in_place.log10 < item.alone.log10 / 2.0
}

/// What is left without each source.
pub(super) fn sources(weighing: &Weighing) -> Option<Section> {
    if weighing.sources.is_empty() {
        return None;
    }
    let leader = weighing.hypotheses.iter().position(|h| h.key == weighing.leader)?;
    let leader = (weighing.leader.as_str(), leader);
    let rows = weighing.sources.iter().map(|source| row(source, leader)).collect();
    let head =
        ["source", "accurate", "after", "leader without it", "moves", "what it is"];
    Some(
        Section::new("What the sources carry")
            .paragraph(
                "How likely each source is to be accurate, before and after all the evidence; \
                 who leads if everything it tells is set aside, and by how much the result \
                 moves.",
            )
            .table(&head, rows)
            .paragraph(fewest(weighing)),
    )
}

fn row(source: &SourceInfluence, (leader, at): (&str, usize)) -> Vec<Cell> {
    let after = source.accuracy_after.map_or("–".to_owned(), percent);
    let share = source.posterior.get(at).copied().unwrap_or(0.0);
    let cite = source.cite.as_ref().map(|cite| format!(" [{cite}]")).unwrap_or_default();
    let share = percent(share);
    let without = if source.leader == leader {
        format!("{leader}, {share}")
    } else {
        format!("{} ({leader} falls to {share})", source.leader)
    };
    vec![
        text(source.key.clone()),
        figure(percent(source.accuracy)),
        figure(after),
        text(without),
        figure(percent(source.distance)),
        text(format!("{}{cite}", source.say)),
    ]
}

fn fewest(weighing: &Weighing) -> String {
    let leader = &weighing.leader;
    match &weighing.fewest_sources_to_change_the_leader {
        Fewest::Sources(keys) if keys.len() == 1 => {
            format!(
                "`{leader}` leads because of one source: without `{}` it doesn't.",
                keys[0]
            )
        }
        Fewest::Sources(keys) => format!(
            "It takes {} sources to change the leader: without {} another leads.",
            keys.len(),
            joined(keys)
        ),
        Fewest::MoreThan(most) => {
            format!("No {most} sources are enough to change the leader, `{leader}`.")
        }
        Fewest::Never => format!("`{leader}` leads without any of the sources too."),
    }
}

/// "`a`, `b` and `c`".
pub(super) fn joined(keys: &[String]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} and {last}", rest.join(", "))
        }
        _ => quoted.concat(),
    }
}

/// Which items are taken to depend.
pub(super) fn dependence(weighing: &Weighing) -> Option<Section> {
    let items: Vec<String> = weighing.dependence.iter().map(tied).collect();
    if items.is_empty() {
        return None;
    }
    Some(
        Section::new("What is taken to depend")
            .list(items)
            .paragraph("As far as an item is a copy, it counts for nothing."),
    )
}

fn tied(dependence: &Dependence) -> String {
    let chance = number(dependence.chance);
    let mut said = match dependence.items.split_first() {
        Some((origin, copies)) if dependence.copies => {
            let verb = if copies.len() == 1 { "repeats" } else { "repeat" };
            format!(
                "{} merely {verb} `{origin}`, with a chance of {chance}",
                joined(copies)
            )
        }
        _ => format!(
            "{} come out of one failure, with a chance of {chance}",
            joined(&dependence.items)
        ),
    };
    if let Some(because) = &dependence.because {
        said = format!("{said}: {because}");
    }
    if let Some(passage) = &dependence.passage {
        said = format!("{said} (they share the words \"{passage}\")");
    }
    said + if said_ends(dependence.because.as_ref(), dependence.passage.as_ref()) {
        ""
    } else {
        "."
    }
}

/// Whether the reason, which then comes last, ends in a full stop already.
fn said_ends(because: Option<&String>, passage: Option<&String>) -> bool {
    passage.is_none() && because.is_some_and(|because| because.ends_with('.'))
}
