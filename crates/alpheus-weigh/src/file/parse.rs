//! From TOML to a case file as it is written, table by table, so that a mistake in one does
//! not hide those in the others.

use super::{
    fault::{Fault, one_of},
    written::{CaseFile, Entries, Entry},
};
use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

/// Reads as much as can be read. A key that stands first in the file's tables comes first.
pub(crate) fn parse(text: &str, faults: &mut Vec<Fault>) -> CaseFile {
    let (table, errors) = DeTable::parse_recoverable(text);
    let end = text.len();
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let at = at.start.min(end)..at.end.min(end);
        faults.push(Fault::error("not-toml", at, one_line(error.message())));
    }
    let mut parser = Parser { faults };
    let mut file = CaseFile::default();
    for (key, value) in table.into_inner() {
        parser.take(&mut file, &key, value);
    }
    file
}

struct Parser<'p> {
    faults: &'p mut Vec<Fault>,
}

/// A value with its place.
type Value<'t> = Spanned<DeValue<'t>>;

impl Parser<'_> {
    fn take(
        &mut self,
        file: &mut CaseFile,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: Value<'_>,
    ) {
        match key.as_ref().as_ref() {
            "weigh" => file.weigh = self.one(value),
            "question" => file.question = self.one(value),
            "date" => file.date = self.one(value),
            "note" => file.note = self.one(value),
            "scale" => file.scale = self.one(value),
            "threshold" => file.threshold = self.one(value),
            "none_of_these" => file.none_of_these = self.one(value),
            "hypotheses" => file.hypotheses = self.table(value),
            "prior" => file.prior = self.table(value),
            "sources" => file.sources = self.table(value),
            "evidence" => file.evidence = self.table(value),
            "dependence" => file.dependence = self.array(value),
            "test" => file.test = self.array(value),
            "assessors" => file.assessors = self.table(value),
            unknown => {
                let message = format!("there is no setting `{unknown}`");
                let help = one_of(unknown, keys().iter().map(String::as_str));
                self.faults
                    .push(Fault::error("unknown-key", key.span(), message).help(help));
            }
        }
    }

    fn one<T: DeserializeOwned>(&mut self, value: Value<'_>) -> Option<Spanned<T>> {
        let at = value.span();
        match Spanned::<T>::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                let fault = Self::explain(&error, at);
                self.faults.push(fault);
                None
            }
        }
    }

    fn table<T: DeserializeOwned>(&mut self, value: Value<'_>) -> Entries<T> {
        let at = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            self.faults.push(Fault::error(
                "wrong-type",
                at,
                "expected a table".to_owned(),
            ));
            return Entries::default();
        };
        let mut entries = Vec::new();
        for (key, value) in table {
            let key = Spanned::new(key.span(), key.into_inner().into_owned());
            if let Some(value) = self.one(value) {
                entries.push(Entry { key, value });
            }
        }
        Entries(entries)
    }

    fn array<T: DeserializeOwned>(&mut self, value: Value<'_>) -> Vec<Spanned<T>> {
        let at = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            self.faults.push(Fault::error(
                "wrong-type",
                at,
                "expected a list of tables".to_owned(),
            ));
            return Vec::new();
        };
        array.into_iter().filter_map(|value| self.one(value)).collect()
    }

    /// What the deserialiser complains of, as one of our mistakes.
    fn explain(error: &toml::de::Error, within: Range<usize>) -> Fault {
        let at = error.span().unwrap_or(within);
        let message = one_line(error.message());
        if let Some((word, known)) = unknown_field(&message) {
            let said = format!("there is no setting `{word}`");
            return Fault::error("unknown-key", at, said).help(one_of(word, known));
        }
        if let Some((word, known)) = unknown_variant(&message) {
            let said = format!("`{word}` is not a value of this setting");
            return Fault::error("unknown-value", at, said).help(one_of(word, known));
        }
        if message.contains("untagged enum Chance") {
            let said = "this is not a probability".to_owned();
            return Fault::error("not-a-probability", at, said).help(
                "give a number (0.7), a range ([0.5, 0.8]), a word (\"likely\") or a \
                 distribution ({ triangular = [0.5, 0.7, 0.8] })",
            );
        }
        if message.contains("untagged enum WeightFile") {
            let said = "this is not a weight".to_owned();
            return Fault::error("not-a-weight", at, said)
                .help("give a number (2) or a range ([1, 3]); weights are relative to each other");
        }
        let name =
            if message.contains("missing field") { "missing-key" } else { "wrong-type" };
        Fault::error(name, at, message)
    }
}

/// The word and the words expected, of "unknown field `x`, expected one of `a`, `b`".
fn unknown_field(message: &str) -> Option<(&str, Vec<&str>)> {
    quoted(message.strip_prefix("unknown field ")?)
}

fn unknown_variant(message: &str) -> Option<(&str, Vec<&str>)> {
    quoted(message.strip_prefix("unknown variant ")?)
}

fn quoted(message: &str) -> Option<(&str, Vec<&str>)> {
    let mut words = message.split('`').skip(1).step_by(2);
    Some((words.next()?, words.collect()))
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The keys of a case file, as its schema has them.
fn keys() -> Vec<String> {
    let mut generator = schemars::SchemaGenerator::default();
    let schema = CaseFile::json_schema(&mut generator);
    let properties = schema.get("properties").and_then(serde_json::Value::as_object);
    properties.map(|all| all.keys().cloned().collect()).unwrap_or_default()
}
