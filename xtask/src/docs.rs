//! Pages that are written from the rules' declarations, the schema that is written from the types
//! of a case file, and the check that they are current.

use crate::process::root;
use alpheus_check::{Rule, rules};
use anyhow::{Context, Result, ensure};
use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

/// Where the pages are; nothing else is kept there.
const DIR: &str = "docs/rules";
/// The schema of case files.
const SCHEMA: &str = "docs/case.schema.json";
const NOTICE: &str =
    "<!-- Written by `cargo xtask docs` from the rules' declarations. -->\n";

/// Writes the pages, and takes away those of rules that are gone.
///
/// # Errors
/// If a file can't be read or written.
pub(crate) fn write() -> Result<()> {
    let dir = root().join(DIR);
    fs::create_dir_all(&dir)?;
    let pages = pages();
    for name in present(&dir)?.keys().filter(|name| !pages.contains_key(*name)) {
        fs::remove_file(dir.join(name))?;
    }
    for (name, page) in &pages {
        fs::write(dir.join(name), page).with_context(|| format!("writing {name}"))?;
    }
    fs::write(root().join(SCHEMA), alpheus_weigh::schema())?;
    println!("{} pages in {DIR}, and {SCHEMA}", pages.len());
    Ok(())
}

/// Compares the pages with what would be written.
///
/// # Errors
/// If one differs, is missing, or is one too many.
pub(crate) fn check() -> Result<()> {
    let (present, pages) = (present(&root().join(DIR))?, pages());
    let mut stale: Vec<&str> = Vec::new();
    for name in present.keys().chain(pages.keys()) {
        if present.get(name) != pages.get(name) && !stale.contains(&name.as_str()) {
            stale.push(name);
        }
    }
    let schema = fs::read_to_string(root().join(SCHEMA)).unwrap_or_default();
    if schema != alpheus_weigh::schema() {
        stale.push(SCHEMA);
    }
    ensure!(
        stale.is_empty(),
        "not current, run `cargo xtask docs`: {}",
        stale.join(", ")
    );
    println!("{} generated pages and {SCHEMA} are current", pages.len());
    Ok(())
}

/// File name and text of every page.
fn pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<_, _> =
        rules().iter().map(|rule| (format!("{}.md", rule.name), page(rule))).collect();
    pages.insert("README.md".to_owned(), index());
    pages
}

fn page(rule: &Rule) -> String {
    format!(
        "{NOTICE}\n# {}\n\n{}.\n\nCode {}, level {}, since {}.\n\n{}",
        rule.name,
        sentence(rule.summary),
        rule.code,
        rule.level,
        rule.since,
        rule.docs()
    )
}

fn index() -> String {
    let mut page = format!(
        "{NOTICE}\n# The rules\n\n`alpheus rule` lists them, and `alpheus rule NAME` prints a \
         page.\n\n| rule | code | level | finds |\n| --- | --- | --- | --- |\n"
    );
    for rule in rules() {
        let Rule { name, code, summary, level, .. } = rule;
        let _ = writeln!(page, "| [{name}]({name}.md) | {code} | {level} | {summary} |");
    }
    page
}

/// With a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// File name and text of every page that is there.
fn present(dir: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in
        fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        found.insert(name.to_string_lossy().into_owned(), fs::read_to_string(&path)?);
    }
    Ok(found)
}
