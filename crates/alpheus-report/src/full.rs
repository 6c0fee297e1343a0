//! Findings for a reader at a terminal, laid out as rustc does.

use crate::{
    Report, Screen,
    clean::{clean, wrap},
    excerpt::{self, Row},
};
use alpheus_check::{CheckResult, Finding, Label, Level, Outcome};
use alpheus_text::Document;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Kind, Origin, Renderer, Snippet, Title,
};

pub(crate) fn body(report: &Report<'_>, screen: Screen) -> String {
    let findings =
        report.findings.iter().map(|found| finding(report.doc, found, screen) + "\n");
    let results = report.results.iter().map(|shown| result(report.doc, shown));
    let mut out: String = findings.chain(results).collect();
    if !report.results.is_empty() {
        out.push('\n');
    }
    out
}

/// A finding: what is wrong, the words that clash, the sum, what to look at.
fn finding(doc: &Document, finding: &Finding, screen: Screen) -> String {
    let prefix = "warning[]: ".len() + finding.rule.name.len();
    let title = folded([&finding.message], prefix, screen);
    let title = kind_of(finding.level).primary_title(title);
    let notes = Notes { proof: &finding.proof, help: finding.help.as_deref() };
    let title = title.id(finding.rule.name);
    laid_out(title, doc, &finding.labels, notes, screen)
}

fn kind_of(level: Level) -> Kind<'static> {
    match level {
        Level::Error => Kind::ERROR,
        Level::Warning => Kind::WARNING,
        Level::Note => Kind::NOTE,
    }
}

/// An error in a file that is not an account, such as a configuration: what is wrong,
/// where, and what to do.
pub fn complaint(
    doc: &Document,
    message: &str,
    label: &Label,
    help: Option<&str>,
    screen: Screen,
) -> String {
    let title = Kind::ERROR.primary_title(folded([message], "error: ".len(), screen));
    let notes = Notes { proof: &[], help };
    laid_out(title, doc, std::slice::from_ref(label), notes, screen)
}

/// A finding in a file that is not an account: its level and name, what is wrong, where, and
/// what to do.
pub fn diagnostic(
    doc: &Document,
    (level, name): (Level, &str),
    message: &str,
    labels: &[Label],
    help: Option<&str>,
    screen: Screen,
) -> String {
    let prefix = "warning[]: ".len() + name.len();
    let title = kind_of(level).primary_title(folded([message], prefix, screen)).id(name);
    laid_out(title, doc, labels, Notes { proof: &[], help }, screen)
}

/// What stands below the words that are shown.
#[derive(Clone, Copy)]
struct Notes<'n> {
    proof: &'n [String],
    help: Option<&'n str>,
}

fn laid_out(
    title: Title<'_>,
    doc: &Document,
    labels: &[Label],
    notes: Notes<'_>,
    screen: Screen,
) -> String {
    /// "`  = note: `", without the digits of the line numbers.
    const MARGIN: usize = 12;
    let room = room(doc, labels, screen);
    let parts: Vec<Part<'_>> = stands(doc, labels)
        .map(|(stands, labels)| Part::new(doc, stands, &labels, room))
        .collect();
    let mut group = Group::with_title(title);
    for part in &parts {
        let snippets = joined(&part.rows).map(snippet);
        group = group.element(part.origin.clone()).elements(snippets);
    }
    if !notes.proof.is_empty() {
        let proof = notes.proof.iter().map(String::as_str);
        group = group.element(Kind::NOTE.message(folded(proof, MARGIN, screen)));
    }
    if let Some(help) = notes.help {
        group = group.element(Kind::HELP.message(folded([help], MARGIN, screen)));
    }
    tidy(&renderer(screen).render(&[group]))
}

/// What is shown of one of the documents that a finding's labels stand in.
struct Part<'d> {
    origin: Origin<'d>,
    rows: Vec<Row>,
}

impl<'d> Part<'d> {
    fn new(own: &Document, doc: &'d Document, labels: &[&Label], room: usize) -> Self {
        let rows = excerpt::rows(doc, labels, room, std::ptr::eq(own, doc));
        Part { origin: origin(doc, labels[0]), rows }
    }
}

/// The documents that labels stand in, each with its labels: the finding's own first.
fn stands<'d>(
    own: &'d Document,
    labels: &'d [Label],
) -> impl Iterator<Item = (&'d Document, Vec<&'d Label>)> {
    let mut parts: Vec<(&Document, Vec<&Label>)> = Vec::new();
    for label in labels {
        let doc = label.doc(own);
        match parts.iter_mut().find(|part| std::ptr::eq(part.0, doc)) {
            Some((_, labels)) => labels.push(label),
            None => parts.push((doc, vec![label])),
        }
    }
    parts.into_iter()
}

/// The columns that are left for the text beside the line numbers.
fn room(own: &Document, labels: &[Label], screen: Screen) -> usize {
    let line = |label: &Label| label.doc(own).place(label.span.end).line;
    let last = labels.iter().map(line).max();
    let digits = last.unwrap_or(1).ilog10() as usize + 1;
    screen.width.saturating_sub(digits + " | ".len()).max(24)
}

/// Lines of text, each broken so that it fits behind a prefix of so many columns.
fn folded<T: AsRef<str>>(
    text: impl IntoIterator<Item = T>,
    prefix: usize,
    screen: Screen,
) -> String {
    let width = screen.width.saturating_sub(prefix).max(24);
    let lines = text.into_iter().flat_map(|line| wrap(&clean(line.as_ref()), width));
    lines.collect::<Vec<_>>().join("\n")
}

fn origin(doc: &Document, label: &Label) -> Origin<'static> {
    let place = doc.place(label.span.start);
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

fn renderer(screen: Screen) -> Renderer {
    // The rows are cut to the width already, with room for their labels.
    const UNBOUNDED: usize = 1 << 16;
    let renderer = if screen.color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(UNBOUNDED)
}

/// Before a snippet the renderer puts a line `:::` for the name of a file. The name stands
/// there already where a file's first snippet follows, so the line is dropped; between
/// snippets of one file it becomes dots. A line is left free before another file's name.
fn tidy(rendered: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut first = true;
    let free = rendered.lines().map(str::trim_end).find(|line| bare(line) == "|");
    for line in rendered.lines().map(str::trim_end) {
        let other = bare(line).starts_with("::: ");
        first |= other || bare(line).starts_with("--> ");
        lines.extend(free.filter(|_| other).map(str::to_owned));
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

/// A check that found nothing wrong, with its sum, or else its words: one line.
pub(crate) fn result(doc: &Document, result: &CheckResult) -> String {
    let span = result.spans.first().copied().unwrap_or_default();
    let place = doc.place(span.start);
    let (outcome, reason) = match &result.outcome {
        Outcome::Holds => ("holds", ""),
        Outcome::Conflicts(_) => ("conflicts", ""),
        Outcome::Undecided(why) => ("undecided", *why),
    };
    let told = match result.sum.as_str() {
        "" => format!(
            "“{}”",
            clean(doc.prose().get(span.range()).unwrap_or_default())
                .replace('\u{2400}', "")
        ),
        sum => clean(sum).into_owned(),
    };
    let joint = if reason.is_empty() { "" } else { ": " };
    let see = elsewhere(result);
    format!(
        "{}:{}:{}: {outcome}[{}]: {told}{joint}{}{see}\n",
        clean(doc.name()),
        place.line,
        place.column,
        result.rule.name,
        clean(reason)
    )
}

/// " (see other.txt:3:4)", for what stands in other documents.
fn elsewhere(result: &CheckResult) -> String {
    let place = |label: &Label| {
        let doc = label.elsewhere.as_deref()?;
        let place = doc.place(label.span.start);
        Some(format!("{}:{}:{}", clean(doc.name()), place.line, place.column))
    };
    let places: Vec<_> = result.elsewhere.iter().filter_map(place).collect();
    if places.is_empty() {
        String::new()
    } else {
        format!(" (see {})", places.join(", "))
    }
}
