//! Measures told in two units and more: "5 ft 11 in", "12 stone 4 lb", "£3 4s. 6d.".

use crate::{Figure, Found, Measure};
use alpheus_text::{Token, TokenKind};

/// Joins figures that tell one measure, in place.
pub(crate) fn join(tokens: &[Token], found: &mut Vec<Found>) {
    let mut kept: usize = 0;
    for next in 0..found.len() {
        let last = kept.checked_sub(1).map(|last| found[last]);
        if let Some(joined) = last.and_then(|last| joined(tokens, last, found[next])) {
            found[kept - 1] = joined;
        } else {
            found[kept] = found[next];
            kept += 1;
        }
    }
    found.truncate(kept);
}

fn joined(tokens: &[Token], large: Found, small: Found) -> Option<Found> {
    let (head, tail) = (large.figure, small.figure);
    let between = tokens.get(large.end..small.first)?;
    if between.len() > 2 || head.is_range() || !tail.is_plain() || !beside(between) {
        return None;
    }
    let ratio = ratio(head.measure, tail.measure)?;
    let part = tail.value * ratio;
    // Less than one of the larger, which therefore has no decimals.
    if part >= head.step * (1.0 - 1e-9) {
        return None;
    }
    let value = head.value + part;
    let step = tail.step * ratio;
    let figure =
        Figure { span: head.span.cover(tail.span), value, to: value, step, ..head };
    Some(Found { figure, first: large.first, end: small.end })
}

/// How many of the large measure the small one is, if the two are told together.
fn ratio(large: Measure, small: Measure) -> Option<f64> {
    match (large, small) {
        (Measure::Unit(large), Measure::Unit(small)) => large.holds(small),
        // Shillings and pence have their worth in pounds already, cents in dollars.
        (Measure::Money(large), Measure::Money(small)) => (large == small).then_some(1.0),
        _ => None,
    }
}

/// Whether nothing but a mark or "and" stands between.
fn beside(between: &[Token]) -> bool {
    between.iter().all(|token| match token.kind {
        TokenKind::Mark(mark) => matches!(mark, '.' | ',' | '-') && !token.spaced,
        TokenKind::Word => token.key == const { alpheus_text::key("and") },
        TokenKind::Number => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::figures;
    use alpheus_text::Document;

    fn values(text: &str) -> Vec<f64> {
        figures(&Document::plain("", text)).iter().map(|figure| figure.value).collect()
    }

    #[test]
    fn a_measure_in_two_units_is_one() {
        assert_eq!(values("6 ft 3 in (1.90 m)"), [6.25, 1.9]);
        assert_eq!(values("five feet and six inches"), [5.5]);
        assert_eq!(values("2 yards, 1 foot 6 inches"), [2.5]);
        assert_eq!(values("a beam of 6 ft. 9 in."), [6.75]);
    }

    #[test]
    fn two_measures_stay_two() {
        assert_eq!(values("6 ft (72 in)").len(), 2);
        assert_eq!(values("5.5 feet 3 inches").len(), 2);
        assert_eq!(values("3 feet 14 inches").len(), 2);
        assert_eq!(values("9 miles 8 leagues").len(), 2);
    }
}
