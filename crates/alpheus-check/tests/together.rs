//! Runs the tests of accounts against each other, written in Markdown under
//! `tests/together/`.
//!
//! Fences marked `account` hold the accounts of one case, in order; the fence marked
//! `check` behind them holds what is expected, a line each: `differ: 2 "words"` (the account,
//! from 1, and the words under the primary span), `holds: 2 "words"`, `undecided: 2 "words"`,
//! or `silent` where nothing is compared. A fence marked `reference` holds a table in TOML
//! that the accounts are compared with.

use alpheus_check::{
    CheckResult, Checked, Options, Outcome, References, Testimony, together,
};
use alpheus_reference::{Form, Reference};
use alpheus_text::Document;
use std::{fmt::Write, fs, path::PathBuf, sync::Arc};

#[test]
fn the_tests_of_several_accounts_pass() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/together");
    let mut paths: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut failures, mut cases) = (String::new(), 0);
    for path in &paths {
        let markdown = fs::read_to_string(path).unwrap();
        for case in cases_of(&markdown) {
            cases += 1;
            let found = case.found();
            if found != case.expected {
                let name = path.file_name().unwrap().to_string_lossy();
                let Case { line, expected, .. } = &case;
                write!(
                    failures,
                    "\n{name}:{line}\nexpected: {expected:#?}\nfound: {found:#?}"
                )
                .unwrap();
            }
        }
    }
    assert!(cases > 20, "{cases} cases");
    assert!(failures.is_empty(), "{failures}");
}

#[derive(Default)]
struct Case<'m> {
    line: usize,
    accounts: Vec<&'m str>,
    reference: Option<&'m str>,
    expected: Vec<String>,
}

impl Case<'_> {
    fn found(&self) -> Vec<String> {
        let mut options = Options::default();
        if let Some(table) = self.reference {
            let doc = Document::plain("reference", table).into();
            let reference = Reference::read(doc, Form::Toml);
            let reference =
                reference.unwrap_or_else(|wrong| panic!("{}: {wrong:?}", self.line));
            options.references = Arc::new(References::new(vec![reference]));
        }
        let checked: Vec<(Checked, Testimony)> = (1..)
            .zip(&self.accounts)
            .map(|(number, text)| Document::plain(format!("{number}"), *text).into())
            .map(|doc| Testimony::check(doc, &options, &mut ()))
            .collect();
        let (alone, accounts): (Vec<_>, Vec<_>) = checked.into_iter().unzip();
        let across = together(&accounts).checked;
        let mut lines = Vec::new();
        for ((account, alone), across) in accounts.iter().zip(alone).zip(across) {
            let checked = alone.join(across);
            let ours =
                checked.results.iter().filter(|result| result.rule.code.starts_with('X'));
            lines.extend(ours.map(|result| line(account.doc(), result)));
        }
        if lines.is_empty() { vec!["silent".to_owned()] } else { lines }
    }
}

fn line(doc: &Document, result: &CheckResult) -> String {
    let outcome = match result.outcome {
        Outcome::Conflicts(_) => "differ",
        Outcome::Holds => "holds",
        Outcome::Undecided(_) => "undecided",
    };
    assert!(!result.elsewhere.is_empty(), "what it is compared with stands elsewhere");
    format!("{outcome}: {} \"{}\"", doc.name(), doc.slice(result.spans[0]))
}

fn cases_of(markdown: &str) -> Vec<Case<'_>> {
    let (mut cases, mut case) = (Vec::new(), Case::default());
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for (number, text) in markdown.split_inclusive('\n').enumerate() {
        if let Some(kind) = text.trim_end().strip_prefix("```") {
            match open.take() {
                None => open = Some((kind, at + text.len())),
                Some(("account", start)) => {
                    case.accounts.push(markdown[start..at].trim_end());
                }
                Some(("reference", start)) => case.reference = Some(&markdown[start..at]),
                Some(("check", start)) => {
                    case.expected =
                        markdown[start..at].lines().map(str::to_owned).collect();
                    case.line = number + 1;
                    cases.push(std::mem::take(&mut case));
                }
                Some((kind, _)) => panic!("line {number}: an unknown fence `{kind}`"),
            }
        }
        at += text.len();
    }
    assert!(open.is_none() && case.accounts.is_empty(), "a case is left open");
    cases
}
