//! SARIF 2.1.0, which code scanners and editors exchange.
//!
//! Only the properties that are filled are declared; names and order are those of the
//! standard (OASIS, `sarif-v2.1.0-os`). A finding is a result with the claim as its
//! location, and what it clashes with as related locations.

use crate::{Report, Summary, Unread, json};
use alpheus_check::{CheckResult, Finding, Label, Outcome, Rule};
use alpheus_text::{Document, Span};
use serde::Serialize;
use serde_json::json;

/// Everything before the first result: the tool, with the rules that it asks.
pub(crate) fn head(rules: &[&Rule]) -> String {
    let descriptors: Vec<_> = rules.iter().map(|rule| descriptor(rule)).collect();
    let driver = json!({
        "name": "Alpheus",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": descriptors,
    });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\
         \"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{}}},\n\
         \"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n",
        json::write(&driver)
    )
}

fn descriptor(rule: &Rule) -> serde_json::Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.summary, "markdown": rule.docs() },
        "defaultConfiguration": { "level": rule.level.name() },
    })
}

/// Everything after the last result: how the run went.
pub(crate) fn tail(summary: &Summary, unread: &[Unread]) -> String {
    let notices: Vec<_> = unread.iter().map(notice).collect();
    let invocation = json!({
        "executionSuccessful": unread.is_empty(),
        "toolExecutionNotifications": notices,
    });
    format!(
        "\n],\n\"invocations\":[{}],\n\"properties\":{}}}]}}\n",
        json::write(&invocation),
        json::write(summary)
    )
}

fn notice(unread: &Unread) -> serde_json::Value {
    json!({
        "level": "error",
        "message": { "text": unread.reason },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(&unread.name) } },
        }],
    })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    kind: &'static str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

// The names are the standard's.
#[allow(clippy::struct_field_names)]
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[LogicalLocation; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    #[serde(flatten)]
    lines: Option<LineRegion>,
    /// In the file on disk.
    byte_offset: u64,
    byte_length: u64,
    snippet: Message,
}

/// A region by lines and code points, which only a document that is a whole file has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineRegion {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    char_offset: u32,
    char_length: u32,
}

/// One of many documents in a file.
#[derive(Serialize)]
struct LogicalLocation {
    name: String,
}

/// The results of one document, joined.
pub(crate) fn results(report: &Report<'_>) -> String {
    let found = report.findings.iter().map(|found| finding(report.doc, found));
    let listed = report.results.iter().map(|listed| result(report.doc, listed));
    let written: Vec<_> =
        found.chain(listed).map(|result| json::write(&result)).collect();
    written.join(",\n")
}

fn finding(doc: &Document, finding: &Finding) -> SarifResult {
    let mut text = finding.message.clone();
    for step in finding.proof.iter().chain(&finding.help) {
        text.push('\n');
        text += step;
    }
    let place = |(id, label): (usize, &Label)| location(doc, id, label);
    let mut places = finding.labels.iter().enumerate().map(place);
    SarifResult {
        rule_id: finding.rule.code,
        kind: "fail",
        level: finding.level.name(),
        message: Message { text },
        locations: places.next().into_iter().collect(),
        related_locations: places.collect(),
    }
}

fn result(doc: &Document, result: &CheckResult) -> SarifResult {
    let (kind, reason) = match &result.outcome {
        Outcome::Holds => ("pass", ""),
        Outcome::Conflicts(_) => ("fail", ""),
        Outcome::Undecided(why) => ("open", *why),
    };
    let joint = if result.sum.is_empty() || reason.is_empty() { "" } else { ": " };
    let own = result.spans.iter().map(|&span| Label::new(span, ""));
    let labels: Vec<_> = own.chain(result.elsewhere.iter().cloned()).collect();
    let place = |(id, label): (usize, &Label)| location(doc, id, label);
    let mut places = labels.iter().enumerate().map(place);
    SarifResult {
        rule_id: result.rule.code,
        kind,
        // The standard asks for this level wherever the kind is not "fail".
        level: if kind == "fail" { result.rule.level.name() } else { "none" },
        message: Message { text: format!("{}{joint}{reason}", result.sum) },
        locations: places.next().into_iter().collect(),
        related_locations: places.collect(),
    }
}

fn location(own: &Document, id: usize, label: &Label) -> Location {
    let doc = label.doc(own);
    let text = label.text.clone();
    Location {
        id: (id > 0).then_some(id),
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(doc.origin()) },
            region: region(doc, label.span),
        },
        logical_locations: (!is_file(doc))
            .then(|| [LogicalLocation { name: doc.name().to_owned() }]),
        message: (!text.is_empty()).then_some(Message { text }),
    }
}

fn region(doc: &Document, span: Span) -> Region {
    let disk = doc.disk(span);
    Region {
        lines: is_file(doc).then(|| lines(doc, span)),
        byte_offset: disk.start,
        byte_length: disk.end - disk.start,
        snippet: Message { text: doc.slice(span).to_owned() },
    }
}

fn lines(doc: &Document, span: Span) -> LineRegion {
    let (start, end) = (doc.place(span.start), doc.place(span.end));
    LineRegion {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        char_offset: start.char,
        char_length: end.char - start.char,
    }
}

/// Whether a document is a whole file, and not one of many in it.
fn is_file(doc: &Document) -> bool {
    doc.name() == doc.origin()
}

/// A path as a URI reference (RFC 3986): what may not stand in one is percent-encoded.
fn uri(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut out = if rooted { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/' => {
                out.push(char::from(byte));
            }
            b'\\' => out.push('/'),
            _ => out.extend(format!("%{byte:02X}").chars()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/c:d.txt"), "a%20b/c%3Ad.txt");
        assert_eq!(uri("/tmp/é"), "file:///tmp/%C3%A9");
        assert_eq!(uri("dir\\x"), "dir/x");
    }

    #[test]
    fn a_run_without_results_reads_back() {
        let rules: Vec<&Rule> = alpheus_check::rules().to_vec();
        let unread = [Unread { name: "a b".into(), reason: "not text".into() }];
        let text = head(&rules) + &tail(&Summary::default(), &unread);
        let run =
            &serde_json::from_str::<serde_sarif::sarif::Sarif>(&text).unwrap().runs[0];
        assert_eq!(run.tool.driver.rules.as_ref().map_or(0, Vec::len), rules.len());
        assert!(!run.invocations.as_ref().unwrap()[0].execution_successful);
    }
}
