//! A case file as it is written. The JSON Schema is generated from these types, so their
//! comments are what an editor shows.

use crate::Scale;
use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use std::{borrow::Cow, fmt, marker::PhantomData, ops::Range};
use toml::Spanned;

/// A case: rival hypotheses, the evidence, and where it comes from.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct CaseFile {
    /// The format version: 1.
    #[schemars(with = "u32", range(min = 1, max = 1), required)]
    pub(crate) weigh: Option<Spanned<u32>>,
    /// What the hypotheses answer.
    #[schemars(with = "String", required)]
    pub(crate) question: Option<Spanned<String>>,
    /// When it was, as an extended date (EDTF).
    #[schemars(with = "Option<String>")]
    pub(crate) date: Option<Spanned<String>>,
    /// What a reader of the result should know.
    #[schemars(with = "Option<String>")]
    pub(crate) note: Option<Spanned<String>>,
    /// Which ranges words stand for. Default: icd203.
    #[schemars(with = "Option<Scale>")]
    pub(crate) scale: Option<Spanned<Scale>>,
    /// A hypothesis is out if a rival leads it by more than this whatever the inputs within
    /// their ranges. Default: 10.
    #[schemars(with = "Option<f64>", range(min = 1.0))]
    pub(crate) threshold: Option<Spanned<f64>>,
    /// The prior probability kept back for what nobody has listed. Default: 0.1.
    #[schemars(with = "Option<Chance>")]
    pub(crate) none_of_these: Option<Spanned<Chance>>,
    /// The rivals, each by a short key and a sentence. They exclude each other.
    pub(crate) hypotheses: Entries<String>,
    /// The weights of the hypotheses before the evidence, relative to each other. Default: 1
    /// for each.
    #[schemars(default)]
    pub(crate) prior: Entries<WeightFile>,
    /// Who tells.
    #[schemars(default)]
    pub(crate) sources: Entries<SourceFile>,
    /// What is told.
    #[schemars(default)]
    pub(crate) evidence: Entries<EvidenceFile>,
    /// Items that are not independent of each other.
    #[schemars(with = "Vec<DependenceFile>", default)]
    pub(crate) dependence: Vec<Spanned<DependenceFile>>,
    /// What has not been looked at yet.
    #[schemars(with = "Vec<TestFile>", default)]
    pub(crate) test: Vec<Spanned<TestFile>>,
    /// Persons who judge the case differently.
    #[schemars(default)]
    pub(crate) assessors: Entries<AssessorFile>,
}

/// A probability: a number, a word of the scale, a range, or a distribution.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Chance {
    /// A number from 0 to 1.
    Number(#[schemars(range(min = 0.0, max = 1.0))] f64),
    /// A word of the scale ("likely").
    Word(String),
    /// The least and the most.
    Range([f64; 2]),
    /// A distribution.
    Spread(SpreadFile),
}

/// A distribution of a probability.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(crate) enum SpreadFile {
    /// The least and the most; each value between as likely as another.
    Uniform([f64; 2]),
    /// The least, the likeliest and the most.
    Triangular([f64; 3]),
}

/// A weight, or the least and the most of it.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum WeightFile {
    Number(f64),
    Range([f64; 2]),
}

/// A source: who tells, and how far it can be relied on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceFile {
    /// What it is.
    pub(crate) say: Option<String>,
    /// The chance that it reports what happened.
    #[schemars(with = "Option<Chance>")]
    pub(crate) accuracy: Option<Spanned<Chance>>,
    /// Instead of an accuracy, a grade from A (reliable) to E, or F (cannot be judged).
    #[schemars(with = "Option<Grade>")]
    pub(crate) grade: Option<Spanned<String>>,
    /// The chance that it would tell the same if it is not accurate. Default: 0.5; for a
    /// source with a motive to tell it, 0.9.
    #[schemars(with = "Option<Chance>")]
    pub(crate) anyway: Option<Spanned<Chance>>,
    /// The chance that its statements stand or fall together. Default: 1.
    #[schemars(with = "Option<Chance>")]
    pub(crate) together: Option<Spanned<Chance>>,
    /// The key of its reference in `references.bib`.
    #[schemars(with = "Option<String>")]
    pub(crate) cite: Option<Spanned<String>>,
    /// Its text, relative to the case's folder.
    #[schemars(with = "Option<String>")]
    pub(crate) file: Option<Spanned<String>>,
}

/// A grade of the Admiralty code.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum Grade {
    A,
    B,
    C,
    D,
    E,
    F,
}

/// An item of evidence.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EvidenceFile {
    /// What is told.
    pub(crate) say: Option<String>,
    /// The key of its source.
    #[schemars(with = "String", required)]
    pub(crate) source: Option<Spanned<String>>,
    /// For each hypothesis, the chance that what is told would be true.
    #[serde(rename = "if")]
    #[schemars(with = "Entries<Chance>", required)]
    pub(crate) given: Option<Spanned<Entries<Chance>>>,
    /// Where its words stand.
    pub(crate) at: Option<PlaceFile>,
    /// The hypotheses that would lead one to expect what is missing here.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) absent_for: Vec<Spanned<String>>,
    /// Items that are taken to confirm it.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(crate) confirmed_by: Vec<Spanned<String>>,
}

/// Quoted words in a file of the case.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceFile {
    /// The file, relative to the case's folder.
    #[schemars(with = "String")]
    pub(crate) file: Spanned<String>,
    /// The words; "…" stands for words left out.
    #[schemars(with = "String")]
    pub(crate) words: Spanned<String>,
}

/// Items that are not independent.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DependenceFile {
    /// The items, the origin of copies with them.
    #[schemars(with = "Vec<String>", length(min = 2))]
    pub(crate) items: Spanned<Vec<Spanned<String>>>,
    /// `copy` (default): the others may merely repeat the origin. `common-failure`: one
    /// failure may have made all of them.
    #[schemars(with = "Option<KindFile>")]
    pub(crate) kind: Option<Spanned<KindFile>>,
    /// Of copies, the item that the others repeat.
    #[schemars(with = "Option<String>")]
    pub(crate) origin: Option<Spanned<String>>,
    /// The chance that they depend so.
    #[schemars(with = "Chance", required)]
    pub(crate) chance: Option<Spanned<Chance>>,
    /// Of a common failure, the chance that it tells this whatever happened. Default: 0.5.
    #[schemars(with = "Option<Chance>")]
    pub(crate) anyway: Option<Spanned<Chance>>,
    /// Why they are taken to depend.
    pub(crate) because: Option<String>,
    /// Words that they share.
    pub(crate) passage: Option<String>,
}

/// How items depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum KindFile {
    Copy,
    CommonFailure,
}

/// What has not been looked at yet.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TestFile {
    /// What would be found.
    pub(crate) name: String,
    /// For each hypothesis, the chance that it would be found.
    #[serde(rename = "if")]
    #[schemars(with = "Entries<Chance>")]
    pub(crate) given: Spanned<Entries<Chance>>,
}

/// A person who judges the case differently.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssessorFile {
    /// Who it is.
    pub(crate) say: Option<String>,
    /// In the pool, relative to the others. Default: 1.
    #[schemars(with = "Option<f64>")]
    pub(crate) weight: Option<Spanned<f64>>,
    /// The prior that they keep back for what nobody has listed.
    #[schemars(with = "Option<Chance>")]
    pub(crate) none_of_these: Option<Spanned<Chance>>,
    /// The weights of the hypotheses, where they differ.
    #[serde(default)]
    #[schemars(default)]
    pub(crate) prior: Entries<WeightFile>,
    /// For each item that they judge differently, the chances under the hypotheses.
    #[serde(default, rename = "if")]
    #[schemars(default)]
    pub(crate) given: Entries<Entries<Chance>>,
    /// What they think of each hypothesis, taken all in all.
    #[schemars(with = "Option<Entries<f64>>")]
    pub(crate) belief: Option<Spanned<Entries<f64>>>,
}

/// A table whose keys are names, in the order of the file.
#[derive(Clone, Debug)]
pub(crate) struct Entries<T>(pub(crate) Vec<Entry<T>>);

/// A name with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry<T> {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Spanned<T>,
}

impl<T> Entry<T> {
    pub(crate) fn name(&self) -> &str {
        self.key.as_ref()
    }

    pub(crate) fn value(&self) -> &T {
        self.value.as_ref()
    }

    pub(crate) fn key_at(&self) -> Range<usize> {
        self.key.span()
    }

    pub(crate) fn value_at(&self) -> Range<usize> {
        self.value.span()
    }
}

impl<T> Entries<T> {
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Entry<T>> {
        self.0.iter()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Entry::name)
    }

    /// The place of a name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|entry| entry.name() == name)
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            entries.push(Entry { key, value });
        }
        Ok(Entries(entries))
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Table_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }

    fn inline_schema() -> bool {
        true
    }
}
