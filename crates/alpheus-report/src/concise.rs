//! One line a finding, in the form that editors jump from: `path:line:column: …`.

use crate::{Report, clean::clean, full};
use alpheus_check::Finding;
use alpheus_text::Document;
use std::fmt::Write as _;

pub(crate) fn body(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in report.findings {
        line(&mut out, report.doc, finding)
            .expect("a string takes all that is written to it");
    }
    for result in report.results {
        out += &full::result(report.doc, result);
    }
    out
}

fn line(out: &mut String, doc: &Document, finding: &Finding) -> std::fmt::Result {
    let first = finding.labels.first().map_or(0, |label| label.span.start);
    let first = doc.place(first);
    write!(
        out,
        "{}:{}:{}: {}[{}]: {}",
        clean(doc.name()),
        first.line,
        first.column,
        finding.level,
        finding.rule.name,
        clean(&finding.message)
    )?;
    let mut joint = " (see ";
    for label in finding.labels.iter().skip(1) {
        let place = label.doc(doc).place(label.span.start);
        out.push_str(joint);
        if let Some(other) = &label.elsewhere {
            write!(out, "{}:", clean(other.name()))?;
        }
        write!(out, "{}:{}", place.line, place.column)?;
        joint = ", ";
    }
    if joint == ", " {
        out.push(')');
    }
    out.push('\n');
    Ok(())
}
