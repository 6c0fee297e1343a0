//! Intervals of numbers: what a figure's rounding allows.

/// All numbers from `low` to `high`, both included; either may be infinite.
///
/// Operations give the least interval that holds every result (interval arithmetic after
/// Moore, *Interval Analysis*, 1966), without outward rounding: the figures of a text have far
/// fewer digits than a float.
///
/// # Example: a share
/// ```
/// use alpheus_number::Interval;
/// let part = Interval::point(155.0);
/// let whole = Interval::new(208.5, 209.5);
/// let share = part / whole;
/// assert!(share.contains(155.0 / 209.0));
/// assert!(!share.meets(Interval::new(0.745, 0.755)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least number.
    pub low: f64,
    /// The greatest number.
    pub high: f64,
}

impl Interval {
    /// From one number to another, whichever is the less.
    pub const fn new(a: f64, b: f64) -> Self {
        Interval { low: a.min(b), high: a.max(b) }
    }

    /// One number.
    pub const fn point(value: f64) -> Self {
        Interval { low: value, high: value }
    }

    /// The numbers not farther than `by` from `value`.
    pub const fn around(value: f64, by: f64) -> Self {
        Interval { low: value - by, high: value + by }
    }

    /// Whether it holds the number, up to the noise of floating point.
    pub fn contains(self, value: f64) -> bool {
        self.meets(Interval::point(value))
    }

    /// Whether the two have a number in common, up to the noise of floating point.
    pub fn meets(self, other: Interval) -> bool {
        let size = [self.low, self.high, other.low, other.high]
            .into_iter()
            .filter(|end| end.is_finite())
            .fold(0.0, |most: f64, end| most.max(end.abs()));
        let noise = size * 1e-9;
        self.low <= other.high + noise && other.low <= self.high + noise
    }

    /// The least interval that holds both.
    #[must_use]
    pub const fn hull(self, other: Interval) -> Self {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

impl std::ops::Add for Interval {
    type Output = Interval;

    fn add(self, other: Interval) -> Interval {
        Interval { low: self.low + other.low, high: self.high + other.high }
    }
}

impl std::ops::Sub for Interval {
    type Output = Interval;

    fn sub(self, other: Interval) -> Interval {
        Interval { low: self.low - other.high, high: self.high - other.low }
    }
}

impl std::ops::Mul for Interval {
    type Output = Interval;

    fn mul(self, other: Interval) -> Interval {
        of_ends(self, other, |a, b| if a == 0.0 || b == 0.0 { 0.0 } else { a * b })
    }
}

impl std::ops::Div for Interval {
    type Output = Interval;

    /// Everything, where the divisor may be zero.
    fn div(self, other: Interval) -> Interval {
        if other.low <= 0.0 && other.high >= 0.0 {
            return Interval { low: f64::NEG_INFINITY, high: f64::INFINITY };
        }
        of_ends(self, other, |a, b| if b.is_infinite() { 0.0 } else { a / b })
    }
}

impl std::ops::Mul<f64> for Interval {
    type Output = Interval;

    fn mul(self, factor: f64) -> Interval {
        self * Interval::point(factor)
    }
}

impl std::iter::Sum for Interval {
    fn sum<I: Iterator<Item = Interval>>(intervals: I) -> Interval {
        intervals.fold(Interval::point(0.0), |sum, interval| sum + interval)
    }
}

/// The hull of an operation on all pairs of ends.
fn of_ends(a: Interval, b: Interval, op: impl Fn(f64, f64) -> f64) -> Interval {
    let ends =
        [op(a.low, b.low), op(a.low, b.high), op(a.high, b.low), op(a.high, b.high)];
    Interval {
        low: ends.into_iter().fold(f64::INFINITY, f64::min),
        high: ends.into_iter().fold(f64::NEG_INFINITY, f64::max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "small whole numbers are exact")]
    fn open_ends_stay_open() {
        let over = Interval { low: 6.0, high: f64::INFINITY };
        assert!(over.meets(Interval::point(7.0)) && !over.contains(5.0));
        assert_eq!((over * 0.0), Interval::point(0.0));
        assert_eq!((over - Interval::point(1.0)).low, 5.0);
        assert_eq!(
            Interval::point(1.0) / Interval::new(-1.0, 1.0),
            Interval { low: f64::NEG_INFINITY, high: f64::INFINITY }
        );
    }

    #[test]
    fn sums_hold_every_sum() {
        let sum: Interval =
            [Interval::around(1.0, 0.5), Interval::point(2.0)].into_iter().sum();
        assert_eq!(sum, Interval::new(2.5, 3.5));
    }
}
