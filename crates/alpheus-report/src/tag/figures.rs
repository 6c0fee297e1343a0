//! Figures as JSON lines.

use super::Chars;
use crate::json;
use alpheus_number::{Figure, Interval, Measure};
use alpheus_text::Document;
use serde::{Serialize, Serializer};

/// A document as it is written: a line of JSON, offsets in code points of its text.
#[derive(Serialize)]
struct DocumentRecord<'t> {
    id: &'t str,
    figure: Vec<FigureRecord<'t>>,
}

#[derive(Serialize)]
struct FigureRecord<'t> {
    start: u32,
    end: u32,
    text: &'t str,
    value: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Number>,
    step: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    hedge: Option<&'static str>,
    measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'static str>,
    /// Where there is no bound stands `null`.
    interval: [Option<Number>; 2],
}

/// A number in the fewest digits that give it; a whole one without a point.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// All whole numbers below are floats.
        const WHOLE: f64 = 9_007_199_254_740_992.0;
        let value = tidy(self.0);
        if value.fract() == 0.0 && value.abs() < WHOLE {
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }
}

/// A number without the noise of reckoning in its last digits: no text has thirteen.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

/// One line of JSON: the document's figures, in the order of the text.
pub fn figures_jsonl(doc: &Document, figures: &[Figure]) -> String {
    let mut chars = Chars { text: doc.text(), bytes: 0, count: 0 };
    let figure = figures.iter().map(|figure| record(doc, figure, &mut chars)).collect();
    json::write(&DocumentRecord { id: doc.name(), figure }) + "\n"
}

fn record<'t>(
    doc: &'t Document,
    figure: &Figure,
    chars: &mut Chars<'_>,
) -> FigureRecord<'t> {
    let [start, end] = chars.span(figure.span);
    let (measure, unit, currency) = measure(figure.measure);
    FigureRecord {
        start,
        end,
        text: doc.slice(figure.span),
        value: Number(figure.value),
        to: figure.is_range().then_some(Number(figure.to)),
        step: Number(figure.step),
        hedge: figure.hedge.name(),
        measure,
        unit,
        currency,
        interval: bounds(figure.interval()),
    }
}

type Name = Option<&'static str>;

/// What a figure is given in: the kind, and the unit or currency.
fn measure(measure: Measure) -> (&'static str, Name, Name) {
    match measure {
        Measure::Count => ("count", None, None),
        Measure::Percent => ("percent", None, None),
        Measure::Money(currency) => ("money", None, Some(currency.name())),
        Measure::Unit(unit) => ("unit", Some(unit.name()), None),
        Measure::Fraction => ("fraction", None, None),
        Measure::Multiple => ("multiple", None, None),
        Measure::Ordinal => ("ordinal", None, None),
    }
}

fn bounds(interval: Interval) -> [Option<Number>; 2] {
    [interval.low, interval.high].map(|end| end.is_finite().then_some(Number(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_number::figures;
    use serde_json::{Value, json};

    #[test]
    fn figures_are_written_with_what_they_allow() {
        let text = "In Łódź more than 4 million marks, 12 ft 6 in, 74.5% and 23,186 men.";
        let doc = Document::plain("łódź", text);
        let line = figures_jsonl(&doc, &figures(&doc));
        let record: Value = serde_json::from_str(&line).unwrap();
        let figures = record["figure"].as_array().unwrap();
        let values: Vec<_> = figures.iter().map(|figure| &figure["value"]).collect();
        assert_eq!(
            values,
            [&json!(4_000_000), &json!(12.5), &json!(74.5), &json!(23_186)]
        );
        for figure in figures {
            let at = |key: &str| figure[key].as_u64().unwrap() as usize;
            let words: String = text.chars().take(at("end")).skip(at("start")).collect();
            assert_eq!(figure["text"], words.as_str());
        }
        assert_eq!(figures[0]["hedge"], "over");
        assert_eq!(figures[0]["currency"], "mark");
        assert_eq!(figures[0]["interval"], json!([3_500_000, null]));
        assert_eq!(figures[1]["unit"], "feet");
        assert_eq!(figures[2]["interval"], json!([74.45, 74.55]));
        assert_eq!(figures[3]["interval"], json!([23_186, 23_186]));
    }
}
