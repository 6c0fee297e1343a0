//! The rules, one file each, and the list of them.

use crate::rule::Rule;

pub(crate) mod accounts_differ;
mod acronym_conflict;
mod age_mismatch;
mod anniversary_mismatch;
mod attribution_drift;
mod century_mismatch;
mod change_mismatch;
mod citation_missing;
mod citation_unused;
mod comparison_mismatch;
mod conversion_mismatch;
mod count_mismatch;
mod date_conflict;
mod duration_mismatch;
mod figure_conflict;
mod impossible_date;
mod life_mismatch;
mod margin_mismatch;
mod name_conflict;
mod order_mismatch;
mod quote_date_conflict;
mod quote_speaker_conflict;
mod quote_varies;
mod quotes;
mod range_reversed;
mod ratio_mismatch;
pub(crate) mod reference_differs;
mod share_mismatch;
mod shares_over_whole;
mod sum_mismatch;
mod table_sum_mismatch;
mod unbalanced_quote;
mod unused_suppression;
mod weekday_mismatch;

/// Every rule, in the order of the codes.
static RULES: &[&Rule] = &[
    &sum_mismatch::SUM_MISMATCH,
    &table_sum_mismatch::TABLE_SUM_MISMATCH,
    &share_mismatch::SHARE_MISMATCH,
    &shares_over_whole::SHARES_OVER_WHOLE,
    &change_mismatch::CHANGE_MISMATCH,
    &margin_mismatch::MARGIN_MISMATCH,
    &conversion_mismatch::CONVERSION_MISMATCH,
    &count_mismatch::COUNT_MISMATCH,
    &ratio_mismatch::RATIO_MISMATCH,
    &figure_conflict::FIGURE_CONFLICT,
    &comparison_mismatch::COMPARISON_MISMATCH,
    &quote_date_conflict::QUOTE_DATE_CONFLICT,
    &quote_varies::QUOTE_VARIES,
    &quote_speaker_conflict::QUOTE_SPEAKER_CONFLICT,
    &attribution_drift::ATTRIBUTION_DRIFT,
    &unbalanced_quote::UNBALANCED_QUOTE,
    &quotes::QUOTE_ALTERED,
    &quotes::QUOTE_SPLICED,
    &quotes::QUOTE_MISATTRIBUTED,
    &quotes::QUOTE_MISDATED,
    &quotes::QUOTE_NOT_FOUND,
    &quotes::QUOTE_EARLIER,
    &name_conflict::NAME_CONFLICT,
    &acronym_conflict::ACRONYM_CONFLICT,
    &citation_missing::CITATION_MISSING,
    &citation_unused::CITATION_UNUSED,
    &date_conflict::DATE_CONFLICT,
    &duration_mismatch::DURATION_MISMATCH,
    &order_mismatch::ORDER_MISMATCH,
    &age_mismatch::AGE_MISMATCH,
    &weekday_mismatch::WEEKDAY_MISMATCH,
    &impossible_date::IMPOSSIBLE_DATE,
    &range_reversed::RANGE_REVERSED,
    &life_mismatch::LIFE_MISMATCH,
    &anniversary_mismatch::ANNIVERSARY_MISMATCH,
    &century_mismatch::CENTURY_MISMATCH,
    &unused_suppression::UNUSED_SUPPRESSION,
    &accounts_differ::ACCOUNTS_DIFFER,
    &reference_differs::REFERENCE_DIFFERS,
];

/// Every rule, in the order of the codes.
pub fn rules() -> &'static [&'static Rule] {
    RULES
}

/// The rule with this name or code.
///
/// # Example: by either
/// ```
/// assert_eq!(alpheus_check::rule("T005"), alpheus_check::rule("weekday-mismatch"));
/// ```
pub fn rule(name_or_code: &str) -> Option<&'static Rule> {
    let mut rules = RULES.iter().copied();
    rules.find(|rule| rule.name == name_or_code || rule.code == name_or_code)
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn rules_are_named_once_in_the_order_of_their_codes() {
        let codes: Vec<_> = rules().iter().map(|rule| rule.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        let mut names: Vec<_> = rules().iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }

    #[test]
    fn every_page_has_its_headings() {
        for rule in rules() {
            let page = rule.docs();
            let headings: Vec<_> =
                page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
            let wanted = [
                "What it does",
                "Why it matters",
                "Example",
                "When it stays silent",
                "Measured precision",
            ];
            assert_eq!(headings, wanted, "{}", rule.name);
        }
    }
}
