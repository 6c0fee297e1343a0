//! Workflow commands: GitHub shows them beside the lines of a change.
//!
//! The form is that of `@actions/core`: properties and message escape `%`, CR and LF, and
//! properties `:` and `,` as well.

use crate::{Report, clean::clean, full};
use alpheus_check::{Finding, Level};
use alpheus_text::Document;

pub(crate) fn body(report: &Report<'_>) -> String {
    let findings = report.findings.iter().map(|found| command(report.doc, found));
    let results = report.results.iter().map(|result| {
        let shown = full::result(report.doc, result);
        format!("::debug::{}\n", data(shown.trim_end()))
    });
    findings.chain(results).collect()
}

fn command(doc: &Document, finding: &Finding) -> String {
    let kind = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    format!(
        "::{kind} file={}{},title={}::{}\n",
        property(&clean(doc.origin())),
        place(doc, finding),
        property(finding.rule.name),
        data(&message(doc, finding))
    )
}

/// The lines of the claim; of a document that is one of many in a file they are not the
/// file's, and nothing is said of them.
fn place(doc: &Document, finding: &Finding) -> String {
    if doc.name() != doc.origin() {
        return String::new();
    }
    let span = finding.labels.first().map_or_else(Default::default, |label| label.span);
    let (start, end) = (doc.place(span.start), doc.place(span.end));
    let lines = format!(",line={},endLine={}", start.line, end.line);
    // Columns are only allowed in a command that stays on one line.
    if start.line == end.line {
        format!("{lines},col={},endColumn={}", start.column, end.column)
    } else {
        lines
    }
}

/// The message, the words that it clashes with, the sum and the help, a line each.
fn message(doc: &Document, finding: &Finding) -> String {
    let others = finding.labels.iter().skip(1).map(|label| {
        let stands = label.doc(doc);
        let name =
            label.elsewhere.as_ref().map(|other| format!("{}, ", clean(other.name())));
        let name = name.unwrap_or_default();
        let line = stands.place(label.span.start).line;
        let words = clean(stands.slice(label.span));
        format!("{name}line {line}: “{words}” {}", clean(&label.text))
    });
    let mut parts = Vec::new();
    if doc.name() != doc.origin() {
        parts.push(clean(doc.name()).into_owned());
    }
    parts.push(clean(&finding.message).into_owned());
    parts.extend(others);
    parts.extend(finding.proof.iter().map(|step| clean(step).into_owned()));
    parts.extend(finding.help.as_deref().map(|help| clean(help).into_owned()));
    parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("50%\r\n::x"), "50%25%0D%0A::x");
    }
}
