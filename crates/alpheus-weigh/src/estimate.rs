//! Probabilities as people give them: a number, a range, or a distribution.

/// What is known of a probability: the least and the most that it may be, and how it is
/// spread between.
///
/// # Example: the point of a range is its middle
/// ```
/// use alpheus_weigh::Estimate;
/// let likely = Estimate::range(0.55, 0.8).expect("a range from 0 to 1");
/// assert_eq!(likely.point(), 0.675);
/// assert!(Estimate::range(0.8, 0.55).is_none());
/// assert!(Estimate::exact(1.2).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    lo: f64,
    hi: f64,
    spread: Spread,
}

/// How a probability is spread over its range.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Spread {
    /// Nothing is said; the middle stands for it.
    Unsaid,
    /// Each value as likely as another.
    Uniform,
    /// Rising in a line to the likeliest value, and falling in a line after it.
    Triangular(f64),
}

impl Estimate {
    /// One half.
    pub(crate) const HALF: Estimate = Estimate::fixed(0.5);
    /// Certainty.
    pub(crate) const ONE: Estimate = Estimate::fixed(1.0);

    const fn fixed(value: f64) -> Self {
        Estimate { lo: value, hi: value, spread: Spread::Unsaid }
    }

    fn new(lo: f64, hi: f64, spread: Spread) -> Option<Self> {
        let probabilities = 0.0 <= lo && lo <= hi && hi <= 1.0;
        // No negative zero: its logarithm has no sign to lose, but its print has.
        probabilities.then_some(Estimate { lo: lo + 0.0, hi: hi + 0.0, spread })
    }

    /// One number, if it is a probability.
    pub fn exact(value: f64) -> Option<Self> {
        Estimate::range(value, value)
    }

    /// A range of which nothing more is said, if its ends are probabilities in order.
    pub fn range(lo: f64, hi: f64) -> Option<Self> {
        Estimate::new(lo, hi, Spread::Unsaid)
    }

    /// A range within which each value is as likely as another.
    pub fn uniform(lo: f64, hi: f64) -> Option<Self> {
        Estimate::new(lo, hi, Spread::Uniform)
    }

    /// A range with its likeliest value.
    pub fn triangular(lo: f64, mode: f64, hi: f64) -> Option<Self> {
        let within = lo <= mode && mode <= hi;
        within.then(|| Estimate::new(lo, hi, Spread::Triangular(mode))).flatten()
    }

    /// The least that it may be.
    pub const fn lo(self) -> f64 {
        self.lo
    }

    /// The most that it may be.
    pub const fn hi(self) -> f64 {
        self.hi
    }

    /// The number that stands for it: the mean of its distribution, else the middle.
    pub fn point(self) -> f64 {
        match self.spread {
            Spread::Unsaid | Spread::Uniform => f64::midpoint(self.lo, self.hi),
            Spread::Triangular(mode) => (self.lo + mode + self.hi) / 3.0,
        }
    }

    /// Whether it may be more than one number.
    pub fn is_ranged(self) -> bool {
        self.lo < self.hi
    }

    /// Whether a distribution is put on it.
    pub fn has_distribution(self) -> bool {
        self.is_ranged() && self.spread != Spread::Unsaid
    }

    /// The value below which this share of its distribution lies; without a distribution,
    /// the point.
    pub fn quantile(self, share: f64) -> f64 {
        let (lo, hi) = (self.lo, self.hi);
        match self.spread {
            _ if !self.is_ranged() => lo,
            Spread::Unsaid => self.point(),
            Spread::Uniform => lo + share * (hi - lo),
            Spread::Triangular(mode) => {
                let rising = (mode - lo) / (hi - lo);
                let value = if share < rising {
                    lo + (share * (hi - lo) * (mode - lo)).sqrt()
                } else {
                    hi - ((1.0 - share) * (hi - lo) * (hi - mode)).sqrt()
                };
                value.clamp(lo, hi)
            }
        }
    }
}

/// The weight of a hypothesis before the evidence, relative to the others; not negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    lo: f64,
    hi: f64,
}

impl Weight {
    /// The weight of a hypothesis of which nothing is said.
    pub(crate) const EQUAL: Weight = Weight { lo: 1.0, hi: 1.0 };

    /// A range of weights, if its ends are not negative and in order. Zero at the upper end
    /// would leave no hypothesis to weigh.
    pub fn range(lo: f64, hi: f64) -> Option<Self> {
        let fits = 0.0 <= lo && lo <= hi && 0.0 < hi && hi.is_finite();
        fits.then_some(Weight { lo: lo + 0.0, hi })
    }

    /// The least that it may be.
    pub const fn lo(self) -> f64 {
        self.lo
    }

    /// The most that it may be.
    pub const fn hi(self) -> f64 {
        self.hi
    }

    /// The middle.
    pub fn point(self) -> f64 {
        f64::midpoint(self.lo, self.hi)
    }

    /// Whether it may be more than one number.
    pub fn is_ranged(self) -> bool {
        self.lo < self.hi
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_probability_is_refused() {
        for (lo, hi) in [(-0.1, 0.5), (0.5, 1.1), (0.6, 0.5), (f64::NAN, 0.5)] {
            assert_eq!(Estimate::range(lo, hi), None);
            assert_eq!(Estimate::uniform(lo, hi), None);
        }
        assert_eq!(Estimate::triangular(0.1, 0.9, 0.5), None);
        assert!(Estimate::range(0.0, 1.0).is_some());
        assert_eq!(Weight::range(0.0, 0.0), None);
        assert_eq!(Weight::range(0.0, f64::INFINITY), None);
        assert!(Weight::range(0.0, 3.0).is_some());
    }

    #[test]
    fn quantiles_follow_the_distribution() {
        let flat = Estimate::uniform(0.2, 0.6).unwrap();
        assert!((flat.quantile(0.25) - 0.3).abs() < 1e-12);
        let peaked = Estimate::triangular(0.0, 0.5, 1.0).unwrap();
        assert!((peaked.quantile(0.5) - 0.5).abs() < 1e-12);
        assert!((peaked.quantile(0.125) - 0.25).abs() < 1e-12);
        assert!((peaked.quantile(0.875) - 0.75).abs() < 1e-12);
        let range = Estimate::range(0.2, 0.6).unwrap();
        assert_eq!(range.quantile(0.1).to_bits(), range.point().to_bits());
        let edge = Estimate::triangular(0.2, 0.2, 0.2).unwrap();
        assert_eq!(edge.quantile(0.7).to_bits(), 0.2_f64.to_bits());
    }
}
