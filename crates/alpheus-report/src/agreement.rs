//! What several accounts tell of one thing, and who agrees with whom.

use crate::{
    Screen,
    clean::{clean, columns, wrap},
    json,
};
use alpheus_check::{Told, Topic};
use alpheus_text::Document;
use serde::Serialize;
use std::{fmt, fmt::Write as _, sync::Arc};

/// The topics of a run over several accounts.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The accounts, in the order of the input.
    pub docs: Vec<Arc<Document>>,
    /// What several of them tell.
    pub topics: Vec<Topic>,
    /// Whether all of it is to be listed, or only counted.
    pub listed: bool,
}

#[derive(Serialize)]
struct TopicRecord<'a> {
    subject: &'a str,
    told: Vec<ToldRecord<'a>>,
}

#[derive(Serialize)]
struct ToldRecord<'a> {
    doc: &'a str,
    line: u32,
    column: u32,
    span: [u32; 2],
    value: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    agreement: TopicRecord<'a>,
}

impl Agreement {
    /// The table: of each topic its values, and behind each the accounts that tell it.
    pub(crate) fn text(&self, screen: Screen) -> String {
        let mut out = String::new();
        for topic in &self.topics {
            self.topic(&mut out, topic, screen)
                .expect("a string takes all that is written to it");
        }
        out
    }

    fn topic(&self, out: &mut String, topic: &Topic, screen: Screen) -> fmt::Result {
        writeln!(out, "{}", clean(&topic.subject))?;
        let values = values(topic);
        let widest = values.iter().map(|value| columns(value)).max().unwrap_or(0);
        for value in values {
            let told = topic.told.iter().filter(|told| told.value == value);
            let places: Vec<_> = told.clone().map(|told| self.place(told)).collect();
            let pad = widest - columns(value);
            let head = format!("    {}{:pad$}  ", clean(value), "");
            let room = screen.width.saturating_sub(columns(&head)).max(24);
            let mut joint = head.as_str();
            let blank = " ".repeat(columns(&head));
            for line in packed(&places, room) {
                writeln!(out, "{joint}{line}")?;
                joint = &blank;
            }
            let notes =
                told.map(|told| told.note.as_str()).filter(|note| !note.is_empty());
            for note in notes {
                for line in wrap(&clean(&format!("({note})")), room) {
                    writeln!(out, "{blank}{line}")?;
                }
            }
        }
        out.push('\n');
        Ok(())
    }

    fn place(&self, told: &Told) -> String {
        let doc = &self.docs[told.account];
        let place = doc.place(told.span.start);
        format!("{}:{}:{}", clean(doc.name()), place.line, place.column)
    }

    /// The topics as a member of the run's object.
    pub(crate) fn json(&self) -> String {
        let records: Vec<_> =
            self.topics.iter().map(|topic| self.record(topic)).collect();
        format!("\"agreement\":{}", json::write(&records))
    }

    /// A line a topic.
    pub(crate) fn lines(&self) -> String {
        let line =
            |topic| json::write(&LineRecord { agreement: self.record(topic) }) + "\n";
        self.topics.iter().map(line).collect()
    }

    fn record<'a>(&'a self, topic: &'a Topic) -> TopicRecord<'a> {
        let told = topic.told.iter().map(|told| {
            let doc = &self.docs[told.account];
            let place = doc.place(told.span.start);
            ToldRecord {
                doc: doc.name(),
                line: place.line,
                column: place.column,
                span: [told.span.start, told.span.end],
                value: &told.value,
                note: &told.note,
            }
        });
        TopicRecord { subject: &topic.subject, told: told.collect() }
    }
}

/// The values of a topic, each once, in the order in which they are told.
fn values(topic: &Topic) -> Vec<&str> {
    let mut values: Vec<&str> = Vec::new();
    for told in &topic.told {
        if !values.contains(&told.value.as_str()) {
            values.push(&told.value);
        }
    }
    values
}

/// Places in lines of at most so many columns.
fn packed(places: &[String], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for place in places {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(place) + 2 <= room => {
                line.push_str(", ");
                line.push_str(place);
            }
            _ => lines.push(place.clone()),
        }
    }
    lines
}

/// The closing line: "3 things are told by several accounts: 2 alike, 1 in more than one
/// way".
impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.topics.len();
        if all == 0 {
            return f
                .write_str("nothing is told by several accounts that could be compared");
        }
        let alike = self.topics.iter().filter(|topic| values(topic).len() == 1).count();
        let (things, are) = if all == 1 { ("thing", "is") } else { ("things", "are") };
        write!(f, "{all} {things} {are} told by several accounts: {alike} alike, ")?;
        write!(f, "{} in more than one way", all - alike)?;
        if self.listed { Ok(()) } else { f.write_str(" (--show agreement)") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Span;

    fn told(account: usize, value: &str, note: &str) -> Told {
        let span = Span::new(0, 3);
        Told { account, span, value: value.to_owned(), note: note.to_owned() }
    }

    fn agreement() -> Agreement {
        let doc = |name: &str| Arc::new(Document::plain(name, "one two"));
        let told = vec![
            told(0, "25 October 1917", ""),
            told(1, "7 November 1917", "Old Style"),
            told(2, "25 October 1917", ""),
        ];
        let topics = vec![Topic { subject: "the rising".to_owned(), told }];
        Agreement { docs: ["a", "b\x1b", "c"].map(doc).into(), topics, listed: true }
    }

    #[test]
    fn accounts_stand_behind_the_value_that_they_tell() {
        let text = agreement().text(Screen { width: 80, color: false });
        let expected = "the rising\n    25 October 1917  a:1:1, c:1:1\n    \
                        7 November 1917  b␛:1:1\n                     (Old Style)\n\n";
        assert_eq!(text, expected);
        let narrow = agreement().text(Screen { width: 40, color: false });
        assert!(narrow.lines().all(|line| columns(line) <= 45), "{narrow}");
    }

    #[test]
    fn the_closing_line_counts() {
        let closing = agreement().to_string();
        assert_eq!(
            closing,
            "1 thing is told by several accounts: 0 alike, 1 in more than one way"
        );
        assert!(Agreement::default().to_string().starts_with("nothing is told"));
    }

    #[test]
    fn lines_read_back() {
        let lines = agreement().lines();
        let record: serde_json::Value = serde_json::from_str(lines.trim()).unwrap();
        assert_eq!(record["agreement"]["told"][1]["note"], "Old Style");
    }
}
