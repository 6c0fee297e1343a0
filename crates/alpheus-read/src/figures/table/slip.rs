//! Slips: how a copied or added figure goes wrong.

/// Whether `total` is what a slip of the pen or of the sum makes of `sum`: two neighbouring
/// digits swapped, one digit another, or one place miscounted.
pub(super) fn is_slip(total: f64, sum: f64) -> bool {
    let (a, b) = (total.to_string(), sum.to_string());
    one_place(total - sum)
        || (a.len() == b.len() && (one_digit(&a, &b) || swapped(&a, &b)))
}

fn one_digit(a: &str, b: &str) -> bool {
    a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Whether two neighbouring digits of one are swapped in the other.
pub(super) fn swapped(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else { return false };
    a.len() == b.len()
        && at + 1 < a.len()
        && (a[at], a[at + 1]) == (b[at + 1], b[at])
        && a[at + 2..] == b[at + 2..]
}

/// Whether a difference is one digit in one place.
fn one_place(difference: f64) -> bool {
    let digits = difference.abs().to_string();
    digits.bytes().filter(|b| b.is_ascii_digit() && *b != b'0').count() == 1
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_other_figures() {
        for (total, sum) in [(7232.0, 7223.0), (24_856.0, 24_456.0), (101.0, 91.0)] {
            assert!(is_slip(total, sum), "{total} {sum}");
        }
        for (total, sum) in [(7232.0, 7011.0), (24_856.0, 3.0), (512.0, 875.0)] {
            assert!(!is_slip(total, sum), "{total} {sum}");
        }
    }
}
