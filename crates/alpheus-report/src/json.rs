//! Findings for programs: JSON lines, and one JSON object.

use crate::{Agreement, Report, Summary, Unread};
use alpheus_check::{CheckResult, Finding, Label, Outcome};
use alpheus_text::{Document, Span};
use serde::Serialize;
use std::ops::Range;

/// A finding as it is written. All spans are half-open, the claim's first.
#[derive(Serialize)]
struct FindingRecord<'f> {
    doc: &'f str,
    rule: &'static str,
    code: &'static str,
    level: &'static str,
    message: &'f str,
    line: u32,
    column: u32,
    /// In UTF-8 bytes of the document's text.
    spans: Vec<[u32; 2]>,
    /// In code points of the document's text.
    chars: Vec<[u32; 2]>,
    /// In bytes of the file on disk.
    disk: Vec<[u64; 2]>,
    /// What is said of each span.
    labels: Vec<&'f str>,
    /// The document of each span, if one stands in another than `doc`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    docs: Vec<&'f str>,
    proof: &'f [String],
    help: Option<&'f str>,
}

/// A check as it is written.
#[derive(Serialize)]
struct ResultRecord<'f> {
    doc: &'f str,
    rule: &'static str,
    code: &'static str,
    result: &'static str,
    line: u32,
    column: u32,
    spans: Vec<[u32; 2]>,
    /// What it was compared with in other documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elsewhere: Vec<ElsewhereRecord<'f>>,
    sum: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'f str>,
}

/// A span of another document.
#[derive(Serialize)]
struct ElsewhereRecord<'f> {
    doc: &'f str,
    span: [u32; 2],
}

#[derive(Serialize)]
struct DocumentRecord<'f> {
    doc: &'f str,
    findings: Vec<FindingRecord<'f>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    results: Vec<ResultRecord<'f>>,
}

#[derive(Serialize)]
struct UnreadRecord<'f> {
    path: &'f str,
    reason: &'f str,
}

pub(crate) const HEAD: &str = "{\"documents\":[\n";

/// Everything after the last document.
pub(crate) fn tail(
    summary: &Summary,
    unread: &[Unread],
    agreement: Option<&Agreement>,
) -> String {
    let unread: Vec<_> = unread
        .iter()
        .map(|unread| UnreadRecord { path: &unread.name, reason: &unread.reason })
        .collect();
    let agreement =
        agreement.map(|agreement| agreement.json() + ",\n").unwrap_or_default();
    let (unread, summary) = (write(&unread), write(summary));
    format!("\n],\n{agreement}\"unread\":{unread},\n\"summary\":{summary}}}\n")
}

/// A line for each finding, then one for each check that is to be listed.
pub(crate) fn lines(report: &Report<'_>) -> String {
    let findings = report.findings.iter().map(|f| write(&finding(report.doc, f)));
    let results = report.results.iter().map(|r| write(&result(report.doc, r)));
    findings.chain(results).map(|line| line + "\n").collect()
}

/// One object for the document.
pub(crate) fn document(report: &Report<'_>) -> String {
    write(&DocumentRecord {
        doc: report.doc.name(),
        findings: report.findings.iter().map(|f| finding(report.doc, f)).collect(),
        results: report.results.iter().map(|r| result(report.doc, r)).collect(),
    })
}

fn finding<'f>(doc: &'f Document, finding: &'f Finding) -> FindingRecord<'f> {
    let spans: Vec<Span> = finding.labels.iter().map(|label| label.span).collect();
    let stands = || finding.labels.iter().map(|label| (label.doc(doc), label.span));
    let other = finding.labels.iter().any(|label| label.elsewhere.is_some());
    let place = doc.place(spans.first().map_or(0, |span| span.start));
    FindingRecord {
        doc: doc.name(),
        rule: finding.rule.name,
        code: finding.rule.code,
        level: finding.level.name(),
        message: &finding.message,
        line: place.line,
        column: place.column,
        chars: stands().map(|(doc, span)| ends(doc.chars(span))).collect(),
        disk: stands().map(|(doc, span)| ends(doc.disk(span))).collect(),
        docs: stands().map(|(doc, _)| doc.name()).filter(|_| other).collect(),
        spans: bytes(&spans),
        labels: finding.labels.iter().map(|label| label.text.as_str()).collect(),
        proof: &finding.proof,
        help: finding.help.as_deref(),
    }
}

fn result<'f>(doc: &'f Document, result: &'f CheckResult) -> ResultRecord<'f> {
    let place = doc.place(result.spans.first().map_or(0, |span| span.start));
    let (outcome, reason) = match &result.outcome {
        Outcome::Holds => ("holds", None),
        Outcome::Conflicts(_) => ("conflicts", None),
        Outcome::Undecided(why) => ("undecided", Some(*why)),
    };
    ResultRecord {
        doc: doc.name(),
        rule: result.rule.name,
        code: result.rule.code,
        result: outcome,
        line: place.line,
        column: place.column,
        spans: bytes(&result.spans),
        elsewhere: result.elsewhere.iter().filter_map(elsewhere).collect(),
        sum: &result.sum,
        reason,
    }
}

fn elsewhere(label: &Label) -> Option<ElsewhereRecord<'_>> {
    let span = [label.span.start, label.span.end];
    Some(ElsewhereRecord { doc: label.elsewhere.as_deref()?.name(), span })
}

fn ends<T>(range: Range<T>) -> [T; 2] {
    [range.start, range.end]
}

fn bytes(spans: &[Span]) -> Vec<[u32; 2]> {
    spans.iter().map(|span| [span.start, span.end]).collect()
}

/// `value` as JSON on one line. JSON lets DEL and the C1 controls stand, which some
/// terminals obey, so they are escaped as well.
pub(crate) fn write(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("records have string keys");
    if !json.contains(|c| ('\u{7f}'..='\u{9f}').contains(&c)) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}' => out.extend(format!("\\u{:04x}", u32::from(c)).chars()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_control_character_is_escaped_and_reads_back() {
        let text: String = (0..0xff).filter_map(char::from_u32).collect();
        let json = write(&text);
        assert!(!json.chars().any(char::is_control));
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
