//! `alpheus rule`: the list of the rules, or the page of one.

use crate::{
    Exit,
    args::{Color, Rule},
    nearest, output,
};
use alpheus_check::rules;
use alpheus_report::{clean::columns, page};
use anyhow::anyhow;
use std::fmt::Write as _;

pub(crate) fn run(args: &Rule, color: Color) -> anyhow::Result<Exit> {
    let text = match &args.name {
        None => list(),
        Some(name) => {
            let rule = nearest::rule(name).map_err(|hint| anyhow!(hint))?;
            page(rule, output::screen(None, color, false))
        }
    };
    let mut out = output::open(None)?;
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Exit::Clean)
}

/// A line a rule: code, level, name, summary.
fn list() -> String {
    let names = rules().iter().map(|rule| columns(rule.name)).max().unwrap_or(0);
    let mut out = String::new();
    for rule in rules() {
        let (code, level, name) = (rule.code, rule.level.name(), rule.name);
        writeln!(out, "{code}  {level:7}  {name:names$}  {}", rule.summary)
            .expect("a string takes all that is written to it");
    }
    out
}
