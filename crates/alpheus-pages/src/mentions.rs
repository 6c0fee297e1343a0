//! Mentions: times, figures, names and quotations, each with how it was understood.

use crate::{At, Layer, Mention, Paragraph, text::Text};
use alpheus_number::{Figure, Measure};
use alpheus_read::{NameKind, Reading};
use alpheus_text::Span;
use alpheus_time::TimexKind;

/// Puts everything that was read into its paragraphs.
pub(crate) fn put(text: &Text<'_>, reading: &Reading, paragraphs: &mut [Paragraph]) {
    let mut found: Vec<(Span, Layer, String)> = Vec::new();
    found.extend(times(reading));
    found.extend(figures(text, reading));
    found.extend(names(text, reading));
    found.extend(quotations(text, reading));
    found.sort_by_key(|(span, layer, _)| (*span, *layer));
    for (span, layer, say) in found {
        for At(at, start, end) in text.at(span) {
            let mention = Mention(start, end, layer, say.clone());
            paragraphs[at as usize].mentions.push(mention);
        }
    }
}

type Found = (Span, Layer, String);

fn times(reading: &Reading) -> impl Iterator<Item = Found> + '_ {
    let timexes = reading.times.timexes.iter();
    timexes.map(|timex| (timex.span, Layer::Time, timex.value.clone()))
}

/// The figures that are no part of a date or a time of day.
fn figures(text: &Text<'_>, reading: &Reading) -> impl Iterator<Item = Found> {
    let is_date = |kind| matches!(kind, TimexKind::Date | TimexKind::Time);
    let dates = reading.times.timexes.iter().filter(|timex| is_date(timex.kind));
    let mut dates: Vec<Span> = dates.map(|timex| timex.span).collect();
    dates.sort_unstable();
    let figures = alpheus_number::figures_beside(text.doc(), &dates);
    figures.into_iter().map(|figure| (figure.span, Layer::Figure, allowed(&figure)))
}

/// The interval that a figure allows, with its unit.
fn allowed(figure: &Figure) -> String {
    let interval = figure.interval();
    let number = alpheus_check::plain::number;
    let unit = match figure.measure {
        Measure::Unit(unit) => unit.name(),
        Measure::Money(currency) => currency.name(),
        Measure::Percent => "percent",
        _ => "",
    };
    let range = match (interval.low.is_finite(), interval.high.is_finite()) {
        (true, true) if interval.low >= interval.high => number(interval.low),
        (true, true) => format!("{} to {}", number(interval.low), number(interval.high)),
        (true, false) => format!("from {}", number(interval.low)),
        (false, true) => format!("up to {}", number(interval.high)),
        (false, false) => String::new(),
    };
    [range.as_str(), unit].join(" ").trim().to_owned()
}

fn names<'r>(
    text: &'r Text<'_>,
    reading: &'r Reading,
) -> impl Iterator<Item = Found> + 'r {
    let kind = |kind| match kind {
        NameKind::Person => Some("person"),
        NameKind::Organisation => Some("organisation"),
        NameKind::Place => Some("place"),
        NameKind::Work => Some("work"),
        NameKind::Demonym | NameKind::Unknown => None,
    };
    reading.names.iter().filter_map(move |name| {
        let fullest = reading.entities.get(name.entity as usize)?.fullest;
        let say = format!("{}: {}", kind(name.kind)?, text.words(fullest));
        Some((name.span, Layer::Name, say))
    })
}

fn quotations<'r>(
    text: &'r Text<'_>,
    reading: &'r Reading,
) -> impl Iterator<Item = Found> + 'r {
    let said = reading.quotations.iter().filter(|quotation| quotation.is_said());
    said.flat_map(move |quotation| {
        let speaker = quotation.speaker.as_ref();
        let say = speaker.map_or(String::new(), |who| match who.name {
            Some(name) => text.words(name),
            None => "the narrator".to_owned(),
        });
        quotation.parts.iter().map(move |&part| (part, Layer::Quotation, say.clone()))
    })
}
