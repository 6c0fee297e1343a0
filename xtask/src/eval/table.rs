//! Figures beside their targets.

use serde_json::{Value, json};
use std::fmt::Write as _;

/// What is aimed at.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    /// Not less than this.
    AtLeast(f64),
    /// Not more than this.
    AtMost(f64),
    /// Reported only.
    None,
}

impl Target {
    /// Whether one figure is worse than another, where it is known which way is better.
    ///
    /// A kept figure has been written and read again, which may cost its last binary digit;
    /// no sample is so large that a real difference is below a millionth.
    fn worse(self, new: f64, old: f64) -> bool {
        let slack = 1e-6 * old.abs();
        match self {
            Target::AtLeast(_) => new < old - slack,
            Target::AtMost(_) => new > old + slack,
            Target::None => false,
        }
    }

    fn met(self, measured: f64) -> Option<bool> {
        match self {
            Target::AtLeast(bound) => Some(measured >= bound),
            Target::AtMost(bound) => Some(measured <= bound),
            Target::None => None,
        }
    }
}

/// One figure.
struct Row {
    what: String,
    target: Target,
    measured: f64,
    digits: usize,
    unit: &'static str,
}

/// Figures of one kind.
pub(crate) struct Table {
    title: &'static str,
    /// Whether a missed target is a fault of the program, wherever it runs.
    quality: bool,
    rows: Vec<Row>,
}

impl Table {
    /// An empty table of figures that do not depend on the machine.
    pub(crate) fn quality(title: &'static str) -> Self {
        Table { title, quality: true, rows: Vec::new() }
    }

    /// An empty table of figures that depend on the machine.
    pub(crate) fn speed(title: &'static str) -> Self {
        Table { title, quality: false, rows: Vec::new() }
    }

    /// Adds a figure, shown with so many digits after the point and its unit.
    pub(crate) fn add(
        &mut self,
        what: impl Into<String>,
        target: Target,
        measured: f64,
        digits: usize,
        unit: &'static str,
    ) {
        self.rows.push(Row { what: what.into(), target, measured, digits, unit });
    }

    /// The figures of quality that are worse than the same in an older result.
    pub(crate) fn worse(&self, old: &Value) -> Vec<String> {
        let before = |row: &Row| {
            let rows = old["rows"].as_array()?;
            rows.iter().find(|kept| kept["measure"] == row.what)?["measured"].as_f64()
        };
        let rows =
            self.rows.iter().filter(|_| self.quality && old["title"] == self.title);
        rows.filter_map(|row| {
            let old = before(row)?;
            let worse = row.target.worse(row.measured, old);
            worse.then(|| {
                format!("{}: {old:.4} before, {:.4} now", row.what, row.measured)
            })
        })
        .collect()
    }

    /// As a Markdown table with a heading.
    pub(crate) fn markdown(&self) -> String {
        let mut out = format!(
            "## {}\n\n| measure | target | measured | met |\n| --- | --- | --- | --- |\n",
            self.title
        );
        for row in &self.rows {
            let figure = |x: f64| format!("{x:.*}{}", row.digits, row.unit);
            let target = match row.target {
                Target::AtLeast(bound) => format!("≥ {}", figure(bound)),
                Target::AtMost(bound) => format!("≤ {}", figure(bound)),
                Target::None => "–".to_owned(),
            };
            let met = match row.target.met(row.measured) {
                Some(true) => "yes",
                Some(false) => "**no**",
                None => "–",
            };
            let _ = writeln!(
                out,
                "| {} | {target} | {} | {met} |",
                row.what,
                figure(row.measured)
            );
        }
        out
    }

    /// As JSON, with the figures unrounded.
    pub(crate) fn json(&self) -> Value {
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                let target = match row.target {
                    Target::AtLeast(bound) => json!({ "at_least": bound }),
                    Target::AtMost(bound) => json!({ "at_most": bound }),
                    Target::None => Value::Null,
                };
                json!({ "measure": row.what, "target": target, "measured": row.measured,
                        "unit": row.unit.trim() })
            })
            .collect();
        json!({ "title": self.title, "rows": rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(recall: f64, alarms: f64) -> Table {
        let mut table = Table::quality("Findings");
        table.add("recall", Target::AtLeast(0.9), recall, 2, "");
        table.add("alarms", Target::AtMost(0.03), alarms, 3, "");
        table
    }

    #[test]
    fn a_figure_stands_beside_its_target() {
        let shown = table(0.95, 0.04).markdown();
        assert!(shown.contains("| recall | ≥ 0.90 | 0.95 | yes |"), "{shown}");
        assert!(shown.contains("| alarms | ≤ 0.030 | 0.040 | **no** |"), "{shown}");
    }

    #[test]
    fn worse_is_less_recall_or_more_alarms() {
        let old = table(0.95, 0.02).json();
        assert!(table(0.96, 0.01).worse(&old).is_empty());
        assert_eq!(table(0.94, 0.02).worse(&old), ["recall: 0.9500 before, 0.9400 now"]);
        assert_eq!(table(0.95, 0.03).worse(&old), ["alarms: 0.0200 before, 0.0300 now"]);
    }

    #[test]
    fn the_last_binary_digit_is_no_difference() {
        let old = table(0.95, 0.02).json();
        assert!(table(0.95_f64.next_down(), 0.02_f64.next_up()).worse(&old).is_empty());
    }
}
