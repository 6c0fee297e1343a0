//! Sentences of the data that were labelled by hand, with what a tagger reads in them.
//!
//! The labels hold no words, only where each sentence and each thing in it stands in a document of
//! the data; `eval/README.md` says how they were made.

use super::Setting;
use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::{fs, ops::Range, process::Command};

/// A labelled sentence.
pub(super) struct Labelled {
    /// Its document.
    pub(super) name: String,
    /// What was labelled.
    pub(super) labels: Value,
    /// The text of its document.
    pub(super) text: String,
    /// What `tag` writes of its document.
    pub(super) tagged: String,
}

/// The sentences labelled in `eval/LABELS/labels.jsonl`, their documents tagged with a layer;
/// none, and a word about it, where there is no data.
pub(super) fn sentences(
    setting: &Setting,
    labels: &str,
    layer: &str,
) -> Result<Vec<Labelled>> {
    let dir = setting.data.join("eval/claims/dev/clean");
    if !dir.is_dir() {
        println!("{labels} skipped: no data at {}", dir.display());
        return Ok(Vec::new());
    }
    let file = process::root().join("eval").join(labels).join("labels.jsonl");
    let sentence = |line: &str| -> Result<Labelled> {
        let labels: Value = serde_json::from_str(line)?;
        let name = labels["doc"].as_str().context("a label has no document")?.to_owned();
        let path = dir.join(format!("{name}.txt"));
        let text = fs::read_to_string(&path).with_context(|| name.clone())?;
        let mut tag = Command::new(&setting.binary);
        tag.args(["tag", "--layer", layer, "--format", "jsonl"]).arg(&path);
        let tagged = process::output(&mut tag)?;
        Ok(Labelled { name, labels, text, tagged })
    };
    fs::read_to_string(file)?.lines().map(sentence).collect()
}

/// A span as it stands in the labels, `[start, end]` in bytes.
pub(super) fn range(span: &Value) -> Result<Range<usize>> {
    let end = |at: usize| span[at].as_u64().context("a label has no span");
    Ok(end(0)? as usize..end(1)? as usize)
}
