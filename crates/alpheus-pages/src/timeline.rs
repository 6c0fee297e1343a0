//! Everything dated, with who it is of and whether it clashes.

use crate::{Dated, account::Read, text::Text};
use alpheus_read::{NameKind, Reading};
use alpheus_report::timeline;
use alpheus_text::Span;

/// The dated statements of an account, in the order of the text.
pub(crate) fn dated(account: usize, text: &Text<'_>, read: &Read<'_>) -> Vec<Dated> {
    let reading = read.testimony.reading();
    let times = &reading.times;
    let labels = labels(read);
    let one = |dated: timeline::Dated| {
        let [date, sentence] =
            [dated.span, dated.statement_span].map(|[start, end]| Span::new(start, end));
        Dated {
            account,
            at: text.at(date),
            sentence: text.at(sentence),
            when: dated.when,
            begin: [dated.days.begin.0, dated.days.begin.1],
            end: [dated.days.end.0, dated.days.end.1],
            actor: actor(text, reading, sentence),
            finding: labels.iter().find(|(span, _)| is_of(*span, date)).map(|one| one.1),
        }
    };
    timeline::dated(text.doc(), &times.timexes, &times.ranges)
        .into_iter()
        .map(one)
        .collect()
}

/// Whether a label is of a date, and not of more words, such as a quotation, that have one.
fn is_of(label: Span, date: Span) -> bool {
    let wider = label != date && label.cover(date) == label;
    label.overlaps(date) && !wider
}

/// Where the findings' labels stand, each with its finding.
fn labels(read: &Read<'_>) -> Vec<(Span, usize)> {
    let findings = read.checked.findings.iter().enumerate();
    let own = findings.flat_map(|(at, finding)| {
        let here = finding.labels.iter().filter(|label| label.elsewhere.is_none());
        here.map(move |label| (label.span, at))
    });
    own.collect()
}

/// The first person or organisation that a sentence names, by the fullest name.
fn actor(text: &Text<'_>, reading: &Reading, sentence: Span) -> Option<String> {
    let first = reading.names.partition_point(|name| name.span.start < sentence.start);
    let mut here =
        reading.names[first..].iter().take_while(|name| name.span.end <= sentence.end);
    let acts = |kind| matches!(kind, NameKind::Person | NameKind::Organisation);
    let name = here.find(|name| acts(name.kind))?;
    let entity = reading.entities.get(name.entity as usize)?;
    Some(text.words(entity.fullest))
}
