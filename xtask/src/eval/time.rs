//! Time expressions: strict, relaxed and value F1 against labelled texts.

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process;
use anyhow::{Context, Result};
use std::process::Command;

/// A labelled set: its name, its domain, and the targets of strict, relaxed and value F1.
const SETS: [(&str, &str, [Option<f64>; 3]); 3] = [
    ("wikiwars_dev", "narrative", [Some(94.0), Some(97.0), Some(90.0)]),
    ("te3_dev", "news", [Some(88.0), Some(95.0), Some(85.0)]),
    ("meantime", "news", [None; 3]),
];

/// Tags every set and scores it.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::quality("Time expressions (F1, percent)");
    for (set, domain, targets) in SETS {
        let figures = score(setting, set, domain).with_context(|| set.to_owned())?;
        let names = ["strict", "relaxed", "value"];
        for ((name, figure), target) in names.iter().zip(figures).zip(targets) {
            let target = target.map_or(Target::None, Target::AtLeast);
            table.add(format!("{set} ({domain}), {name}"), target, figure, 1, "");
        }
    }
    Ok(table)
}

fn score(setting: &Setting, set: &str, domain: &str) -> Result<[f64; 3]> {
    let dir = setting.data.join("eval/time");
    let gold = dir.join(format!("{set}.jsonl"));
    let tagged = setting.scratch.join(format!("{set}.jsonl"));
    let mut tag = Command::new(&setting.binary);
    tag.args(["tag", "--layer", "time", "--domain", domain, "--format", "jsonl"])
        .arg(&gold);
    process::measure(&mut tag, Some(&tagged))?;
    let mut scorer = Command::new("python3");
    scorer.arg(dir.join("score_timex.py")).arg(&gold).arg(&tagged);
    if setting.verbose {
        let errors = setting.scratch.join(format!("{set}.errors.tsv"));
        scorer.arg("--errors").arg(errors);
    }
    let said = process::output(&mut scorer)?;
    if setting.verbose {
        println!("{said}");
    }
    let total = said.lines().rev().find(|line| line.starts_with("TOTAL"));
    figures(total.context("the scorer gave no total")?)
}

/// Reads strict F1, relaxed F1 and value F1 off the scorer's total, in which the columns are
/// parted by bars and each measure's F1 ends its column.
fn figures(total: &str) -> Result<[f64; 3]> {
    let last = |column: usize| -> Result<f64> {
        let cell = total.split('|').nth(column).context("a column is missing")?;
        let word = cell.split_whitespace().last().context("a column is empty")?;
        Ok(word.parse()?)
    };
    Ok([last(1)?, last(2)?, last(4)?])
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn f1_of_each_measure_is_read_off_the_total() {
        let total = "TOTAL  84 85 |  81.18  82.14  81.66 |  94.12  95.24  94.67 |  \
                     97.50  92.31 |  85.00  80.47 |  69.82";
        assert_eq!(
            figures(total).unwrap().map(|f1| f1.to_string()),
            ["81.66", "94.67", "80.47"]
        );
    }
}
