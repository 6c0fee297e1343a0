//! What is odd in a case that can be weighed: its result may mislead.

use super::{
    fault::Fault,
    written::{CaseFile, Entry, EvidenceFile},
};
use crate::{
    Case, Estimate,
    case::{Group, Kind},
};

pub(super) fn lint(file: &CaseFile, case: &Case, faults: &mut Vec<Fault>) {
    exhaustive(file, case, faults);
    silent_sources(file, case, faults);
    for (at, entry) in file.evidence.iter().enumerate() {
        discriminates(case, at, entry, faults);
        confirmed(case, at, entry, faults);
    }
    expected_absent(file, faults);
    contradictions(file, case, faults);
}

/// Hypotheses that are taken to be all there are.
fn exhaustive(file: &CaseFile, case: &Case, faults: &mut Vec<Fault>) {
    if let Some(none) = &file.none_of_these
        && case.none_of_these.hi() == 0.0
    {
        let said = "the hypotheses are taken to be all that there can be".to_owned();
        faults.push(Fault::warning("exhaustive", none.span(), said).help(
            "what speaks against one then speaks for the others; keep something back if \
             another answer can be thought of",
        ));
    }
}

fn silent_sources(file: &CaseFile, case: &Case, faults: &mut Vec<Fault>) {
    for (at, entry) in file.sources.iter().enumerate() {
        if !case.items.iter().any(|item| item.source == at) {
            let said = format!("the source `{}` tells nothing", entry.name());
            faults.push(Fault::note("silent-source", entry.key_at(), said));
        }
    }
}

fn discriminates(
    case: &Case,
    at: usize,
    entry: &Entry<EvidenceFile>,
    faults: &mut Vec<Fault>,
) {
    let given = &case.items[at].given;
    let Some(written) = &entry.value().given else { return };
    if given.iter().all(|estimate| estimate.hi() == 0.0) {
        let said = format!("`{}` is impossible under every hypothesis", entry.name());
        let fault = Fault::warning("impossible-under-all", written.span(), said);
        faults.push(
            fault.help("either it is not so, or the true hypothesis is not listed"),
        );
    } else if given.windows(2).all(|pair| pair[0] == pair[1]) {
        let said = format!(
            "`{}` is as likely under each hypothesis as under the others",
            entry.name()
        );
        let fault = Fault::note("does-not-discriminate", written.span(), said);
        faults.push(fault.help(
            "it tells nothing between those that are listed; it may still speak for one \
             that is not",
        ));
    }
}

/// Items said to be confirmed, by nothing that does not come from the same origin.
fn confirmed(
    case: &Case,
    at: usize,
    entry: &Entry<EvidenceFile>,
    faults: &mut Vec<Fault>,
) {
    let by = &entry.value().confirmed_by;
    let Some(first) = by.first() else { return };
    let place = |name: &str| case.items.iter().position(|item| item.key == name);
    let independent = |item: usize| {
        case.items[item].source != case.items[at].source
            && root(case, item) != root(case, at)
            && !fail_together(case, item, at)
    };
    if !by.iter().filter_map(|name| place(name.as_ref())).any(independent) {
        let said =
            format!("`{}` is confirmed only by what has the same origin", entry.name());
        let fault = Fault::warning("confirmed-by-copy", first.span(), said);
        faults.push(fault.beside(&entry.key_at(), "what is confirmed").help(
            "a repetition is no confirmation; it counts only as far as it is not a copy",
        ));
    }
}

/// The item that this one goes back to.
fn root(case: &Case, item: usize) -> usize {
    let origin = |group: &Group| match group.kind {
        Kind::Copy { origin } if group.members.contains(&item) => Some(origin),
        _ => None,
    };
    // A case has no cycles of copies.
    case.groups.iter().find_map(origin).map_or(item, |origin| root(case, origin))
}

fn fail_together(case: &Case, a: usize, b: usize) -> bool {
    let both = |group: &Group| {
        matches!(group.kind, Kind::CommonFailure { .. })
            && group.members.contains(&a)
            && group.members.contains(&b)
    };
    case.groups.iter().any(both)
}

/// Each hypothesis leads one to expect something; that it is missing is evidence too.
fn expected_absent(file: &CaseFile, faults: &mut Vec<Fault>) {
    let named = |hypothesis: &str| {
        let mut items = file.evidence.iter().flat_map(|entry| &entry.value().absent_for);
        items.any(|name| name.as_ref() == hypothesis)
    };
    let mut bare = file.hypotheses.iter().filter(|entry| !named(entry.name()));
    let Some(first) = bare.next() else { return };
    let said = "nobody has asked what is missing".to_owned();
    let fault = Fault::note("nothing-expected-absent", first.key_at(), said)
        .saying("what would this lead one to expect that is not there?");
    let fault =
        bare.fold(fault, |fault, entry| fault.beside(&entry.key_at(), "and this?"));
    faults
        .push(fault.help("mark such an item of evidence with `absent_for = [\"KEY\"]`"));
}

/// A copy does not say the opposite of its origin.
fn contradictions(file: &CaseFile, case: &Case, faults: &mut Vec<Fault>) {
    for (group, written) in case.groups.iter().zip(&file.dependence) {
        let Kind::Copy { origin } = group.kind else { continue };
        for &member in &group.members {
            let Some((a, b)) =
                opposed(&case.items[origin].given, &case.items[member].given)
            else {
                continue;
            };
            let (member, origin) = (&case.items[member].key, &case.items[origin].key);
            let (a, b) = (case.name(a), case.name(b));
            let at = written
                .as_ref()
                .items
                .as_ref()
                .iter()
                .find(|name| name.as_ref() == member);
            let at = at.map_or(written.span(), toml::Spanned::span);
            let said =
                format!("`{member}` says the opposite of `{origin}`, so it is no copy");
            faults.push(Fault::warning("contradicts-its-origin", at, said).help(format!(
                "`{origin}` speaks for `{a}` against `{b}`, and `{member}` for `{b}` against \
                 `{a}`; take it out of the group"
            )));
        }
    }
}

/// Two hypotheses that one item surely favours in one order, and the other in the other.
fn opposed(one: &[Estimate], other: &[Estimate]) -> Option<(usize, usize)> {
    // The ranges of neighbouring words touch.
    let above = |of: &[Estimate], a: usize, b: usize| {
        of[a].lo() >= of[b].hi() && of[a].point() > of[b].point()
    };
    let pairs = (0..one.len()).flat_map(|a| (0..one.len()).map(move |b| (a, b)));
    pairs.into_iter().find(|&(a, b)| above(one, a, b) && above(other, b, a))
}
