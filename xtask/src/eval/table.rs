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

    /// How many targets of quality are missed.
    pub(crate) fn missed_quality(&self) -> usize {
        let missed = |row: &&Row| row.target.met(row.measured) == Some(false);
        if self.quality { self.rows.iter().filter(missed).count() } else { 0 }
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
