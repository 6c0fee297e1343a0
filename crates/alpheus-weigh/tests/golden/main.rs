//! Published problems and their answers, in the data that lies beside the project.
//!
//! Where the data is missing each test says so and tests nothing. With `--nocapture` each
//! prints how far it is from the answers; the evaluation reads these lines.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "the evaluation reads what is printed")]
#![allow(
    clippy::format_push_string,
    reason = "case files are put together piece by piece"
)]

#[path = "../common/mod.rs"]
mod common;

mod closed_form;
mod mary_rose;
mod networks;

use serde_json::Value;
use std::{fs, path::PathBuf};

/// The text of a file of the data.
fn shared(path: &str) -> Option<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let text = fs::read_to_string(root.join(path)).ok();
    if text.is_none() {
        println!("skipped: no data at ../shared/{path} (nothing was tested)");
    }
    text
}

fn shared_json(path: &str) -> Option<Value> {
    Some(serde_json::from_str(&shared(path)?).expect("the data is JSON"))
}

/// Says how far off the answers are, and fails if that is too far.
fn within(what: &str, difference: f64, tolerance: f64) {
    println!("golden: {what}: {difference:e}");
    assert!(
        difference <= tolerance,
        "{what}: {difference:e} apart, more than {tolerance:e}"
    );
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is a number"))
}
