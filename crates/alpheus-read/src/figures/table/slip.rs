//! Slips: how a copied or added figure goes wrong.

/// What a slip does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbouring digits are swapped, or one is another.
    Digits,
    /// One place is miscounted: the difference is one digit with noughts behind it.
    Place,
}

/// The slip of the pen or of the adding that makes `total` of `sum`, if there is one.
pub(super) fn slip(total: f64, sum: f64) -> Option<Slip> {
    let (a, b) = (digits(total), digits(sum));
    if one_digit(&a, &b) || swapped(&a, &b) {
        Some(Slip::Digits)
    } else {
        one_place(total - sum).then_some(Slip::Place)
    }
}

/// Whether two neighbouring digits of one figure are swapped in the other.
pub(super) fn is_swapped(total: f64, sum: f64) -> bool {
    swapped(&digits(total), &digits(sum))
}

/// A figure as written, without what is left of adding decimals.
fn digits(value: f64) -> String {
    format!("{value:.4}")
}

fn one_digit(a: &str, b: &str) -> bool {
    let differ = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    a.len() == b.len() && differ == 1
}

fn swapped(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else { return false };
    a.len() == b.len()
        && at + 1 < a.len()
        && (a[at], a[at + 1]) == (b[at + 1], b[at])
        && a[at + 2..] == b[at + 2..]
}

/// Whether a difference is one digit in one place.
fn one_place(difference: f64) -> bool {
    let digits = digits(difference.abs());
    digits.bytes().filter(|b| b.is_ascii_digit() && *b != b'0').count() == 1
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip};

    #[test]
    fn slips_are_told_from_other_figures() {
        assert_eq!(slip(7232.0, 7223.0), Some(Slip::Digits));
        assert_eq!(slip(24_856.0, 24_456.0), Some(Slip::Digits));
        assert_eq!(slip(101.0, 91.0), Some(Slip::Place));
        assert_eq!(slip(20.82, 10.1 + 10.2 + 0.12), Some(Slip::Digits));
        for (total, sum) in [(7232.0, 7011.0), (24_856.0, 3.0), (512.0, 875.0)] {
            assert_eq!(slip(total, sum), None, "{total} {sum}");
        }
    }
}
