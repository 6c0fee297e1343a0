//! What is amiss with quotations, as findings of the rules for quotations.

use super::{there, weighty, where_in};
use alpheus_check::{Finding, Label, Rule, rule};
use alpheus_text::{Document, unmasked};
use alpheus_trace::{Change, Place, Traced, Verdict};

/// The findings on the quotations of a document, in the order of the text. `searched` says in
/// what they were looked up.
pub fn findings(doc: &Document, traced: &[Traced<'_>], searched: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in traced {
        let own = [of_verdict(doc, one, searched), of_author(one), of_date(one)];
        let earlier = earlier(one);
        let proof = earlier.map(|place| {
            format!("earlier in {}, {}", place.source.cited(), where_in(place))
        });
        found.extend(own.into_iter().flatten().map(|mut finding| {
            finding.proof.extend(proof.clone());
            finding
        }));
        found.extend(earlier.and_then(|place| of_earlier(one, place)));
    }
    found
}

/// The older source that has the words too, if there is one.
fn earlier<'p, 'l>(one: &'p Traced<'l>) -> Option<&'p Place<'l>> {
    one.parts.first()?.others.get(one.doubts.earlier?)
}

fn of_earlier(one: &Traced<'_>, place: &Place<'_>) -> Option<Finding> {
    let nearest = &one.parts.first()?.place;
    let message = format!("these words stand earlier in {}", place.source.cited());
    let label = Label::new(one.span, format!("from {}", nearest.source.cited()));
    Some(finding("quote-earlier", message, vec![label], proof(place)))
}

fn finding(
    name: &str,
    message: String,
    labels: Vec<Label>,
    proof: Vec<String>,
) -> Finding {
    let rule: &'static Rule = rule(name).expect("the rules for quotations are declared");
    Finding { rule, level: rule.level, message, labels, proof, help: None }
}

fn of_verdict(doc: &Document, one: &Traced<'_>, searched: &str) -> Option<Finding> {
    let label = |text: &str| vec![Label::new(one.span, text)];
    match one.verdict {
        Verdict::Altered => {
            let place = one
                .parts
                .iter()
                .map(|part| &part.place)
                .find(|place| place.is_altered())
                .or_else(|| one.parts.first().map(|part| &part.place))?;
            let message = format!("these are not the words of {}", place.source.cited());
            let mut labels = label("quoted here");
            labels.extend(differences(doc, place));
            Some(finding("quote-altered", message, labels, proof(place)))
        }
        Verdict::Spliced => {
            let message = "this quotation joins places that stand apart".to_owned();
            let proof: Vec<String> =
                one.parts.iter().flat_map(|part| proof(&part.place)).collect();
            let labels = one
                .parts
                .iter()
                .map(|part| Label::new(part.place.here, part.place.source.cited()));
            Some(finding("quote-spliced", message, labels.collect(), proof))
        }
        Verdict::NotFound => {
            let message = "these words are not in the library".to_owned();
            let proof = vec![format!("looked for in {searched}")];
            Some(finding("quote-not-found", message, label(""), proof))
        }
        _ => None,
    }
}

/// The differences that are more than spelling, as labels.
fn differences<'d>(
    doc: &'d Document,
    place: &'d Place<'_>,
) -> impl Iterator<Item = Label> + 'd {
    let weighty_first =
        place.differences.iter().filter(|one| one.change != Change::Spelling);
    weighty_first.map(move |one| {
        let theirs = there(place, one);
        let mut text = match one.change {
            Change::Added => "added".to_owned(),
            Change::Dropped => format!("“{theirs}” left out"),
            Change::Changed | Change::Spelling => format!("for “{theirs}”"),
        };
        let of = weighty(&doc.words(one.here), &theirs);
        if !of.is_empty() {
            text.extend([" (", &of.join(", "), ")"]);
        }
        Label::new(one.here, text)
    })
}

fn proof(place: &Place<'_>) -> Vec<String> {
    let words = unmasked(place.text);
    let words: Vec<&str> = words.split_whitespace().collect();
    let source = place.source.cited();
    vec![format!("{source}, {}: “{}”", where_in(place), words.join(" "))]
}

fn of_author(one: &Traced<'_>) -> Option<Finding> {
    let (name, span) = one.claim.author.as_ref().filter(|_| one.doubts.author)?;
    let place = &one.parts.first()?.place;
    let message = format!("these are not {name}’s words");
    let labels = vec![
        Label::new(*span, "said to be by"),
        Label::new(one.span, format!("from {}", place.source.cited())),
    ];
    Some(finding("quote-misattributed", message, labels, proof(place)))
}

fn of_date(one: &Traced<'_>) -> Option<Finding> {
    let (when, span) = one.claim.date.filter(|_| one.doubts.date)?;
    let place = &one.parts.first()?.place;
    let date = place.source.date.as_deref().unwrap_or_default();
    let message = format!("these words are of {date}, not of {}", when.year);
    let labels = vec![
        Label::new(span, "said to be of"),
        Label::new(one.span, format!("from {}", place.source.cited())),
    ];
    Some(finding("quote-misdated", message, labels, proof(place)))
}
