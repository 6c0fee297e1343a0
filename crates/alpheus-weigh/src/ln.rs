//! Sums and products of numbers that may be too small for a float, by their logarithms.

/// The logarithm of a sum, from the logarithms of its two parts.
pub(crate) fn add(a: f64, b: f64) -> f64 {
    let (most, least) = if a < b { (b, a) } else { (a, b) };
    if least == f64::NEG_INFINITY { most } else { most + (least - most).exp().ln_1p() }
}

/// A product of factors from 0 to 1, which does not underflow.
#[derive(Clone, Copy)]
pub(crate) struct Product {
    /// What was taken out already.
    ln: f64,
    rest: f64,
}

impl Product {
    pub(crate) const ONE: Product = Product { ln: 0.0, rest: 1.0 };
    /// One logarithm serves for many factors, as long as their product is above this.
    const SMALL: f64 = 1e-150;

    pub(crate) fn times(&mut self, factor: f64) {
        if factor < Self::SMALL {
            self.ln += factor.ln();
            return;
        }
        self.rest *= factor;
        if self.rest < Self::SMALL {
            self.ln += self.rest.ln();
            self.rest = 1.0;
        }
    }

    pub(crate) fn ln(self) -> f64 {
        self.ln + self.rest.ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_numbers() {
        assert!((add(0.2_f64.ln(), 0.3_f64.ln()) - 0.5_f64.ln()).abs() < 1e-15);
        assert!((add(-1000.0, -1000.0) - (-1000.0 + 2_f64.ln())).abs() < 1e-12);
        assert!(add(f64::NEG_INFINITY, f64::NEG_INFINITY).is_infinite());
        assert!((add(f64::NEG_INFINITY, -3.0) + 3.0).abs() < 1e-15);
    }

    #[test]
    fn products_reach_below_the_floats() {
        let mut product = Product::ONE;
        (0..500).for_each(|_| product.times(1e-3));
        product.times(1e-308);
        assert!((product.ln() - 1808.0 * 0.1_f64.ln()).abs() < 1e-9);
        product.times(0.0);
        assert!(product.ln() < f64::MIN);
    }
}
