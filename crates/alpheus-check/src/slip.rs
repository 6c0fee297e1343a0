//! Slips of the pen: one number written for another that looks like it.

/// How a number may have come to be written for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Two digits changed places: 264 for 246.
    Swapped,
    /// One digit is another: 189 for 188.
    OneDigit,
}

/// The slip that makes `written` of `meant`, if they have so many digits or more, apart from
/// zeros that both end in; of shorter numbers nearly all look alike.
pub(crate) fn between(written: f64, meant: f64, digits: u32) -> Option<Slip> {
    let (mut a, mut b) = (whole(written)?, whole(meant)?);
    while a % 10 == 0 && b % 10 == 0 && a > 0 {
        (a, b) = (a / 10, b / 10);
    }
    let length = a.checked_ilog10()? + 1;
    if length < digits || b.checked_ilog10()? + 1 != length {
        return None;
    }
    let mut differing = Vec::new();
    while a > 0 || b > 0 {
        if a % 10 != b % 10 {
            differing.push((a % 10, b % 10));
        }
        (a, b) = (a / 10, b / 10);
    }
    match differing[..] {
        // Of two digits, any other pair is one digit away.
        [_] if length > 2 => Some(Slip::OneDigit),
        [(x, y), other] if other == (y, x) => Some(Slip::Swapped),
        _ => None,
    }
}

/// A whole number of as many digits as matter.
#[expect(clippy::cast_sign_loss, reason = "the range has no negative number")]
fn whole(value: f64) -> Option<u64> {
    const MOST: f64 = 1e15;
    (value.fract() == 0.0 && (0.0..MOST).contains(&value)).then_some(value as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_or_two_that_changed_places() {
        let near = |written, meant| between(written, meant, 2);
        assert_eq!(near(264.0, 246.0), Some(Slip::Swapped));
        assert_eq!(near(6_320.0, 3_620.0), Some(Slip::Swapped));
        assert_eq!(near(189.0, 188.0), Some(Slip::OneDigit));
        assert_eq!(near(188.0, 188.0), None);
        assert_eq!(near(264.0, 642.0), None);
        assert_eq!(near(20_000.0, 30_000.0), None);
        assert_eq!(near(1_188.0, 188.0), None);
        assert_eq!(near(19.0, 91.0), Some(Slip::Swapped));
        assert_eq!(between(19.0, 91.0, 3), None);
        assert_eq!(near(18.0, 19.0), None);
    }
}
