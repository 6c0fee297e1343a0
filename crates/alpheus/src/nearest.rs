//! The name that was probably meant.

/// The candidate most like `name`, if one is like enough to be meant.
pub(crate) fn nearest<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    /// Below this, names have little in common but a few letters.
    const LIKE_ENOUGH: f64 = 0.7;
    let name = name.to_lowercase();
    let scored = candidates.into_iter().map(|candidate| {
        let whole = strsim::jaro_winkler(&name, &candidate.to_lowercase());
        (whole.max(part(&name, candidate)), candidate)
    });
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 >= LIKE_ENOUGH).then_some(best.1)
}

/// How like `name` is to one word of a kebab-case candidate.
fn part(name: &str, candidate: &str) -> f64 {
    /// A whole word in common counts a little less than a whole name.
    const WORD: f64 = 0.95;
    let words = candidate.split('-');
    words.map(|word| WORD * strsim::jaro_winkler(name, word)).fold(0.0, f64::max)
}

/// The rule of this name or code, or what to say of a wrong one.
pub(crate) fn rule(name: &str) -> Result<&'static alpheus_check::Rule, String> {
    let rules = alpheus_check::rules();
    let found = rules
        .iter()
        .find(|rule| rule.name == name || rule.code.eq_ignore_ascii_case(name));
    found.copied().ok_or_else(|| {
        let hint = match nearest(name, rules.iter().map(|rule| rule.name)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "`alpheus rule` lists the rules".to_owned(),
        };
        format!("no rule is called `{name}`: {hint}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_recognised() {
        let names = ["weekday-mismatch", "age-mismatch", "range-reversed"];
        assert_eq!(nearest("weekday-missmatch", names), Some("weekday-mismatch"));
        assert_eq!(nearest("wekday", names), Some("weekday-mismatch"));
        assert_eq!(nearest("range", names), Some("range-reversed"));
        assert_eq!(nearest("zzz", names), None);
    }
}
