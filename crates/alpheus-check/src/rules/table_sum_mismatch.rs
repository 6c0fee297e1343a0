//! A table's total is not the sum of its rows.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::{Assertion, TableSum};

declare_rule! {
    /// ## What it does
    ///
    /// ## Why it matters
    ///
    /// ## Example
    ///
    /// ## When it stays silent
    ///
    /// ## Measured precision
    pub(crate) static TABLE_SUM_MISMATCH = {
        name: "table-sum-mismatch",
        code: "N002",
        summary: "a table's total is not the sum of its rows",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::TableSum(table) = &statement.assertion {
            compare(table, sheet);
        }
    }
}

fn compare(table: &TableSum, sheet: &mut Sheet<'_>) {
    let spans =
        || [&table.total].into_iter().chain(&table.parts).map(|e| e.span).collect();
    if table.holds() {
        sheet.holds(&TABLE_SUM_MISMATCH, spans(), sum(table, false));
    } else if let Some(reason) = table.doubt {
        sheet.undecided(&TABLE_SUM_MISMATCH, spans(), reason);
    } else {
        sheet.conflict(&TABLE_SUM_MISMATCH, conflict(table));
    }
}

fn conflict(table: &TableSum) -> Conflict {
    let (total, sum_of) = (table.total.value, table.sum());
    let first = Label::new(table.total.span, "this total");
    let parts = table.parts.iter().map(|part| Label::new(part.span, ""));
    Conflict {
        message: format!(
            "the figures above add up to {}, not {}",
            plain::number(sum_of),
            plain::number(total)
        ),
        labels: [first].into_iter().chain(parts).collect(),
        proof: vec![sum(table, true)],
        help: None,
        at_most: None,
    }
}

/// "12 + 30 = 42, not 24".
fn sum(table: &TableSum, off: bool) -> String {
    let mut words = String::new();
    for part in table.parts.iter().filter(|part| part.value != 0.0) {
        let sign = if part.value < 0.0 { " - " } else { " + " };
        if !(words.is_empty() && part.value > 0.0) {
            words.push_str(sign);
        }
        words.push_str(&plain::number(part.value.abs()));
    }
    let end = if off { table.sum() } else { table.total.value };
    words.push_str(&format!(" = {}", plain::number(end)));
    if off {
        words.push_str(&format!(", not {}", plain::number(table.total.value)));
    }
    words
}
