//! Findings for a reader at a terminal, laid out as rustc does.

use crate::{
    Lines, Report, Screen,
    clean::{clean, wrap},
    excerpt::{self, Row},
};
use alpheus_check::{CheckResult, Finding, Label, Level, Outcome};
use alpheus_text::Document;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Kind, Origin, Renderer, Snippet,
};
use std::fmt::Write as _;

pub(crate) fn body(report: &Report<'_>, lines: &Lines<'_>, screen: Screen) -> String {
    let findings = report
        .findings
        .iter()
        .map(|found| finding(report.doc, lines, found, screen) + "\n");
    let results = report.results.iter().map(|shown| result(report.doc, lines, shown));
    let mut out: String = findings.chain(results).collect();
    if !report.results.is_empty() {
        out.push('\n');
    }
    out
}

/// A finding: what is wrong, the words that clash, the sum, what to look at.
fn finding(
    doc: &Document,
    lines: &Lines<'_>,
    finding: &Finding,
    screen: Screen,
) -> String {
    let kind = match finding.level {
        Level::Error => Kind::ERROR,
        Level::Warning => Kind::WARNING,
        Level::Note => Kind::NOTE,
    };
    let rows =
        excerpt::rows(doc.text(), lines, &finding.labels, room(lines, finding, screen));
    let title = kind.primary_title(title(finding, screen)).id(finding.rule.name);
    let mut group = Group::with_title(title);
    if let Some(label) = finding.labels.first() {
        group =
            group.element(origin(doc, lines, label)).elements(joined(&rows).map(snippet));
    }
    let margin = screen.width.saturating_sub(12);
    if !finding.proof.is_empty() {
        group = group.element(Kind::NOTE.message(folded(&finding.proof, margin)));
    }
    if let Some(help) = &finding.help {
        let help = folded(std::slice::from_ref(help), margin);
        group = group.element(Kind::HELP.message(help));
    }
    tidy(&renderer(screen).render(&[group]))
}

/// The columns that are left for the text beside the line numbers.
fn room(lines: &Lines<'_>, finding: &Finding, screen: Screen) -> usize {
    let last = finding.labels.iter().map(|label| lines.place(label.span.end).line).max();
    let digits = last.unwrap_or(1).ilog10() as usize + 1;
    screen.width.saturating_sub(digits + " | ".len()).max(24)
}

fn title(finding: &Finding, screen: Screen) -> String {
    let before = "warning[]: ".len() + finding.rule.name.len();
    wrap(&clean(&finding.message), screen.width.saturating_sub(before).max(24)).join("\n")
}

fn origin(doc: &Document, lines: &Lines<'_>, label: &Label) -> Origin<'static> {
    let place = lines.place(label.span.start);
    Origin::path(clean(doc.name()).into_owned())
        .line(place.line as usize)
        .char_column(place.column as usize)
}

/// Rows of lines that follow each other are shown as one piece of text.
fn joined(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|a, b| a.line + 1 == b.line)
}

fn snippet(rows: &[Row]) -> Snippet<'_, Annotation<'_>> {
    let mut text = String::new();
    let mut marks = Vec::new();
    for row in rows {
        for mark in &row.marks {
            let range = mark.range.start + text.len()..mark.range.end + text.len();
            let label = (!mark.label.is_empty()).then_some(mark.label.as_str());
            marks.push(kind(mark.primary).span(range).label(label));
        }
        text += &row.text;
        text.push('\n');
    }
    let first = rows.first().map_or(1, |row| row.line);
    Snippet::source(text).line_start(first as usize).annotations(marks)
}

fn kind(primary: bool) -> AnnotationKind {
    if primary { AnnotationKind::Primary } else { AnnotationKind::Context }
}

fn folded(text: &[String], width: usize) -> String {
    let lines: Vec<String> =
        text.iter().flat_map(|line| wrap(&clean(line), width)).collect();
    lines.join("\n")
}

fn renderer(screen: Screen) -> Renderer {
    // The rows are cut to the width already, with room for their labels.
    const UNBOUNDED: usize = 1 << 16;
    let renderer = if screen.color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(UNBOUNDED)
}

/// Between two snippets the renderer puts a line `:::` for the name of a file. All
/// are of one file, so it is dropped before the first and becomes dots between others.
fn tidy(rendered: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut first = true;
    for line in rendered.lines().map(str::trim_end) {
        if bare(line) != ":::" {
            lines.push(line.to_owned());
        } else if !std::mem::take(&mut first) {
            lines.pop_if(|before| bare(before) == "|");
            lines.push(line.replace(":::", "..."));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A line without its spaces and escape sequences.
fn bare(line: &str) -> String {
    let mut parts = line.split("\x1b[");
    let mut bare = parts.next().unwrap_or_default().trim().to_owned();
    for part in parts {
        bare += part.split_once('m').map_or("", |(_, after)| after).trim();
    }
    bare
}

/// A check that found nothing wrong, with its sum: one line.
pub(crate) fn result(doc: &Document, lines: &Lines<'_>, result: &CheckResult) -> String {
    let place = lines.place(result.spans.first().map_or(0, |span| span.start));
    let mut out = format!("{}:{}:{}: ", clean(doc.name()), place.line, place.column);
    let name = result.rule.name;
    let sum = clean(&result.sum);
    let written = match &result.outcome {
        Outcome::Holds => write!(out, "holds[{name}]: {sum}"),
        Outcome::Conflicts(_) => write!(out, "conflicts[{name}]: {sum}"),
        Outcome::Undecided(why) if sum.is_empty() => {
            write!(out, "undecided[{name}]: {}", clean(why))
        }
        Outcome::Undecided(why) => {
            write!(out, "undecided[{name}]: {sum}: {}", clean(why))
        }
    };
    written.expect("a string takes all that is written to it");
    out.push('\n');
    out
}
