//! Seeded draws from the distributions that a user puts on inputs.
//!
//! Ranges of which nothing more is said stay at their middle: no distribution is put on them
//! unasked. The same seed gives the same draws on every machine.

use crate::{
    posterior::{CatchAll, posterior},
    weigher::Weigher,
};
use serde::Serialize;

/// What the draws come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Simulation {
    /// How many there were.
    pub draws: u32,
    /// What they began from.
    pub seed: u64,
    /// How many inputs have a distribution.
    pub inputs: usize,
    /// For each hypothesis, "none of these" last.
    pub shares: Vec<Spread>,
}

/// How a posterior is spread over the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Spread {
    /// A twentieth of the draws is below.
    pub p05: f64,
    /// Half of the draws is below.
    pub p50: f64,
    /// A twentieth of the draws is above.
    pub p95: f64,
    /// In which share of the draws it leads.
    pub leads: f64,
}

impl Weigher<'_> {
    /// `None` if no input has a distribution, or none is drawn.
    pub(crate) fn simulate(&self, draws: u32, seed: u64) -> Option<Simulation> {
        let model = self.model;
        let drawn: Vec<_> = model
            .inputs()
            .into_iter()
            .filter(|&input| model.estimate(input).has_distribution())
            .collect();
        if drawn.is_empty() || draws == 0 {
            return None;
        }
        let mut random = Random(seed);
        let mut shares = vec![Vec::with_capacity(draws as usize); self.ln.len() + 1];
        let mut leads = vec![0_u32; self.ln.len() + 1];
        let mut values = self.point.clone();
        for _ in 0..draws {
            for &input in &drawn {
                let value = model.estimate(input).quantile(random.next());
                model.set(&mut values, input, value);
            }
            let ln = model.likelihoods_without(&values, &self.aside);
            let drawn = posterior(&ln, &values.weights, values.none, CatchAll::Middle);
            let Some(drawn) = drawn else { continue };
            leads[drawn.leader()] += 1;
            shares
                .iter_mut()
                .zip(drawn.shares())
                .for_each(|(all, share)| all.push(share));
        }
        let shares = shares.iter_mut().zip(leads);
        Some(Simulation {
            draws,
            seed,
            inputs: drawn.len(),
            shares: shares.map(|(all, leads)| spread(all, leads)).collect(),
        })
    }
}

fn spread(values: &mut [f64], leads: u32) -> Spread {
    values.sort_by(f64::total_cmp);
    let rank = |hundredths: usize| {
        let at = values.len() * hundredths / 100;
        values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
    };
    #[expect(clippy::cast_precision_loss, reason = "there are fewer draws than 2^32")]
    let leads = f64::from(leads) / values.len() as f64;
    Spread { p05: rank(5), p50: rank(50), p95: rank(95), leads }
}

/// The generator `SplitMix64` (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct Random(u64);

impl Random {
    /// A number from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let high = (z >> 11) as f64;
        high / 2_f64.powi(53)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_published_generator() {
        // The first output for the seed 1234567, from the reference implementation.
        let mut random = Random(1_234_567);
        let expected = 6_457_827_717_110_365_317.0 / 2_f64.powi(64);
        assert!((random.next() - expected).abs() < 1e-16);
    }

    #[test]
    fn a_spread_counts_ranks() {
        let mut values: Vec<f64> = (0..100).rev().map(f64::from).collect();
        let spread = spread(&mut values, 25);
        let got = [spread.p05, spread.p50, spread.p95, spread.leads];
        let far = got.iter().zip([5.0, 50.0, 95.0, 0.25]).map(|(a, b)| (a - b).abs());
        assert!(far.sum::<f64>() < 1e-12, "{got:?}");
    }
}
