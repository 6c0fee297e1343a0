//! Runs the rule tests written in Markdown under `tests/rules/`.
//!
//! Each fence marked `account` holds a passage; the fence marked `check` after it holds
//! what is expected, a line each: `error: weekday-mismatch "Friday"` for a finding (level,
//! rule, the words under the primary span), `holds: RULE` or `undecided: RULE` for a
//! result, or `silent` where nothing is found.

use alpheus_check::{Checked, Options, Outcome, check};
use alpheus_text::Document;
use std::{fmt::Write, fs, path::PathBuf};

#[test]
fn the_rule_tests_pass() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut paths: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut failures = String::new();
    let mut cases = 0;
    for path in &paths {
        let name = path.file_name().unwrap().to_string_lossy();
        let markdown = fs::read_to_string(path).unwrap();
        for case in Cases::new(&markdown) {
            cases += 1;
            if let Err(found) = case.run() {
                let Case { line, account, expected } = case;
                write!(
                    failures,
                    "\n{name}:{line}\n{account}\nexpected:\n{expected}\nfound:\n{found}\n"
                )
                .unwrap();
            }
        }
    }
    assert!(cases > 0, "no cases found");
    assert!(failures.is_empty(), "{failures}");
}

struct Case<'a> {
    line: usize,
    account: &'a str,
    expected: &'a str,
}

impl Case<'_> {
    fn run(&self) -> Result<(), String> {
        let doc = Document::plain("account", self.account);
        let checked = check(&doc, &Options::default());
        let found = findings(&doc, &checked);
        let results = results(&checked);
        let (wanted_results, wanted): (Vec<_>, Vec<_>) = self
            .expected
            .lines()
            .filter(|line| !line.trim().is_empty() && *line != "silent")
            .partition(|line| {
                line.starts_with("holds:") || line.starts_with("undecided:")
            });
        let results_there =
            wanted_results.iter().all(|line| results.iter().any(|r| r == line));
        if found == wanted && results_there {
            return Ok(());
        }
        let shown =
            if wanted_results.is_empty() { found } else { [found, results].concat() };
        Err(if shown.is_empty() { "silent".to_owned() } else { shown.join("\n") })
    }
}

fn findings(doc: &Document, checked: &Checked) -> Vec<String> {
    let line = |finding: &alpheus_check::Finding| {
        let words = doc.slice(finding.labels[0].span);
        format!("{}: {} \"{words}\"", finding.level, finding.rule.name)
    };
    checked.findings.iter().map(line).collect()
}

fn results(checked: &Checked) -> Vec<String> {
    let line = |result: &alpheus_check::CheckResult| match result.outcome {
        Outcome::Holds => Some(format!("holds: {}", result.rule.name)),
        Outcome::Undecided(_) => Some(format!("undecided: {}", result.rule.name)),
        Outcome::Conflicts(_) => None,
    };
    checked.results.iter().filter_map(line).collect()
}

/// The fenced pairs of a Markdown file.
struct Cases<'a> {
    fences: std::vec::IntoIter<(usize, &'a str, &'a str)>,
}

impl<'a> Cases<'a> {
    fn new(markdown: &'a str) -> Self {
        let mut fences = Vec::new();
        let mut open: Option<(usize, &str, usize)> = None;
        let mut at = 0;
        for (number, line) in markdown.split_inclusive('\n').enumerate() {
            if let Some(info) = line.trim_end().strip_prefix("```") {
                match open.take() {
                    None => open = Some((number + 1, info, at + line.len())),
                    Some((from, kind, start)) => {
                        fences.push((from, kind, markdown[start..at].trim_end()));
                    }
                }
            }
            at += line.len();
        }
        assert!(open.is_none(), "a fence is left open");
        Cases { fences: fences.into_iter() }
    }
}

impl<'a> Iterator for Cases<'a> {
    type Item = Case<'a>;

    fn next(&mut self) -> Option<Case<'a>> {
        let (line, _, account) =
            self.fences.by_ref().find(|fence| fence.1 == "account")?;
        let check = self.fences.next().filter(|fence| fence.1 == "check");
        let (_, _, expected) =
            check.unwrap_or_else(|| panic!("line {line}: no check fence"));
        Some(Case { line, account, expected })
    }
}
