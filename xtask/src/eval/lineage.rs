//! Who copied whom: lineages of simulated copies whose tree is known.
//!
//! Nothing here needs data. The baseline is that all are copied from the oldest; it is told all
//! dates, even where they are hidden from the lineage.

use super::table::{Table, Target};
use alpheus_trace::lineage::simulate::{Chance, Copying, Score, copies, score};

/// How many witnesses of a kind are made, in as many trees as that takes.
const WITNESSES: u64 = 400;
/// No tree of the tests is measured.
const FIRST_SEED: u64 = 1000;

const PLAIN: Copying = Copying {
    witnesses: 10,
    words: 250,
    slips: 12,
    damage: 30,
    excerpts: 25,
    hidden: 0,
    lost: 0,
};

/// A kind of copying, with the least share of likeliest parents (or of links, where no date is
/// known) that are right, and of what is said, in percent.
struct Kind {
    name: &'static str,
    copying: Copying,
    least: f64,
    right: f64,
}

/// The kinds: dated, half dated, undated; small and large; clean and noisy; with lost ones.
///
/// What is said has to be right nine times in ten where the witnesses are readable. The parents
/// have to be found at least twice as often as by the baseline, but for three witnesses, where
/// that is nearly always right.
fn kinds() -> Vec<Kind> {
    let kind = |name, copying, least, right| Kind { name, copying, least, right };
    vec![
        kind("10, dated", PLAIN, 85.0, 90.0),
        kind("10, dated, not scanned", Copying { damage: 0, ..PLAIN }, 95.0, 97.0),
        kind("10, half dated", Copying { hidden: 50, ..PLAIN }, 60.0, 85.0),
        kind("10, undated", Copying { hidden: 100, ..PLAIN }, 65.0, 80.0),
        kind("10, badly scanned", Copying { damage: 120, ..PLAIN }, 75.0, 80.0),
        kind("10, of 60 words", Copying { words: 60, ..PLAIN }, 75.0, 90.0),
        kind("10, a third lost", Copying { lost: 33, ..PLAIN }, 80.0, 80.0),
        kind("3, dated", Copying { witnesses: 3, ..PLAIN }, 88.0, 90.0),
        kind("3, undated", Copying { witnesses: 3, hidden: 100, ..PLAIN }, 65.0, 80.0),
        kind("20, dated", Copying { witnesses: 20, ..PLAIN }, 80.0, 85.0),
        kind("40, dated", Copying { witnesses: 40, ..PLAIN }, 75.0, 80.0),
        kind("40, undated", Copying { witnesses: 40, hidden: 100, ..PLAIN }, 65.0, 80.0),
    ]
}

/// Makes the copies and finds their lineages.
pub(crate) fn measure() -> Table {
    let mut table = Table::quality("Lineages of simulated copies (percent)");
    for kind in kinds() {
        let trees = WITNESSES / kind.copying.witnesses as u64;
        let made = (FIRST_SEED..FIRST_SEED + trees)
            .map(|seed| copies(kind.copying, &mut Chance::new(seed)));
        add(&mut table, &kind, made.map(|copies| score(&copies)).sum());
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "counts of witnesses")]
fn add(table: &mut Table, kind: &Kind, score: Score) {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let mut row = |what: &str, target, part, whole| {
        table.add(format!("{}: {what}", kind.name), target, percent(part, whole), 1, "");
    };
    if kind.copying.hidden == 100 {
        let found = Target::AtLeast(kind.least);
        row("links found, of those there are", found, score.linked, score.edges);
        row("links that are right", Target::None, score.linked, score.links);
        row("links, if all come from the oldest", Target::None, score.star, score.edges);
    }
    let found = match kind.copying.hidden {
        100 => Target::None,
        _ => Target::AtLeast(kind.least),
    };
    row("likeliest parent right", found, score.likeliest, score.witnesses);
    row(
        "right, if all come from the oldest",
        Target::None,
        score.oldest,
        score.witnesses,
    );
    let silent = score.witnesses - score.said;
    row("\"can't tell\" is said of", Target::None, silent, score.witnesses);
    row("what is said is right", Target::AtLeast(kind.right), score.right, score.said);
    if kind.copying.lost > 0 {
        row("lost sources found", Target::None, score.found_lost, score.lost);
        row("lost sources that were", Target::None, score.found_lost, score.said_lost);
    }
}
