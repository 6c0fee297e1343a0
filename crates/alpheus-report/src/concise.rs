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
    let mut places = finding.labels.iter().map(|label| doc.place(label.span.start));
    let first = places.next().unwrap_or_else(|| doc.place(0));
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
    for place in places {
        write!(out, "{joint}{}:{}", place.line, place.column)?;
        joint = ", ";
    }
    if joint == ", " {
        out.push(')');
    }
    out.push('\n');
    Ok(())
}
