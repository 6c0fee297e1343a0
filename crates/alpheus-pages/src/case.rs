//! A case that was weighed, with the likelihoods as they are written.

use crate::{Account, At, Case, Evidence, Fault, Without};
use alpheus_text::Document;
use alpheus_weigh::{FaultLevel, Options, Weighing};
use toml::{Table, Value};

/// A case as it is shown: its file, what is wrong in it, and what follows from it. `accounts`
/// are those in which the items' words may stand, `folder` is what the case's paths begin with.
pub fn case(
    file: &Document,
    case: &alpheus_weigh::Case,
    faults: &[alpheus_weigh::Fault],
    weighing: Weighing,
    accounts: &[Account],
) -> Case {
    let table: Table = file.text().parse().unwrap_or_default();
    let items = case.items().zip(case.given()).filter_map(|(key, given)| {
        let item = table.get("evidence")?.get(key)?;
        let string = |name: &str| item.get(name).and_then(Value::as_str);
        let word = |hypothesis: &str| item.get("if")?.get(hypothesis).map(written);
        let words = item.get("at").and_then(|at| {
            Some([
                at.get("file")?.as_str()?.to_owned(),
                at.get("words")?.as_str()?.to_owned(),
            ])
        });
        let (account, at) = words
            .as_ref()
            .map_or((None, Vec::new()), |[name, words]| find(accounts, name, words));
        Some(Evidence {
            key: key.to_owned(),
            say: string("say").unwrap_or(key).to_owned(),
            source: string("source").unwrap_or_default().to_owned(),
            written: case.hypotheses().map(|h| word(h).unwrap_or_default()).collect(),
            ranges: given.iter().map(|chance| [chance.lo(), chance.hi()]).collect(),
            words,
            account,
            at,
        })
    });
    Case {
        file: file.name().to_owned(),
        faults: faults.iter().map(|one| fault(file, one)).collect(),
        evidence: items.collect(),
        without: without(case, &weighing),
        weighing,
    }
}

/// The ranges without each source, which a report can't reckon when it is read.
fn without(case: &alpheus_weigh::Case, weighing: &Weighing) -> Vec<Without> {
    /// With more, a report would take long to make.
    const MOST: usize = 40;
    let keys = weighing.sources.iter().map(|source| source.key.clone()).take(MOST);
    let each = keys.filter_map(|source| {
        // No draws: the bounds don't come of them.
        let options = Options {
            without: std::slice::from_ref(&source),
            draws: 0,
            ..Options::default()
        };
        let less = alpheus_weigh::weigh(case, &options).ok()?;
        let bounds = less.hypotheses.iter().map(|one| one.bounds);
        let ranges = bounds.map(|bounds| [bounds.low, bounds.high]).collect();
        Some(Without { source, ranges })
    });
    each.collect()
}

fn fault(file: &Document, fault: &alpheus_weigh::Fault) -> Fault {
    let level = match fault.level {
        FaultLevel::Error => "error",
        FaultLevel::Warning => "warning",
        FaultLevel::Note => "note",
    };
    Fault {
        level: level.to_owned(),
        message: fault.message.clone(),
        line: file.place(fault.labels.first().map_or(0, |(span, _)| span.start)).line,
        help: fault.help.clone(),
    }
}

/// A likelihood as it is written: a word, a number, a range, a distribution.
fn written(value: &Value) -> String {
    match value {
        Value::String(word) => word.clone(),
        Value::Array(ends) => ends.iter().map(written).collect::<Vec<_>>().join("–"),
        Value::Table(spread) => spread
            .iter()
            .map(|(kind, ends)| format!("{kind} {}", written(ends)))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Float(number) => number.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Boolean(_) | Value::Datetime(_) => String::new(),
    }
}

/// Where words of a file stand among the accounts; "…" stands for words left out.
fn find(accounts: &[Account], file: &str, words: &str) -> (Option<usize>, Vec<At>) {
    let is_file = |account: &Account| {
        let rest = account.name.strip_suffix(file);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(['/', '\\']))
    };
    let Some(number) = accounts.iter().position(is_file) else {
        return (None, Vec::new());
    };
    let first = words.split('…').map(str::trim).find(|part| !part.is_empty());
    let paragraphs = accounts[number].paragraphs.iter().enumerate();
    let place = paragraphs.filter_map(|(at, paragraph)| {
        let start = paragraph.text.find(first?)?;
        let units = |text: &str| text.encode_utf16().count() as u32;
        let begin = units(&paragraph.text[..start]);
        Some(At(at as u32, begin, begin + units(first?)))
    });
    (Some(number), place.take(1).collect())
}
