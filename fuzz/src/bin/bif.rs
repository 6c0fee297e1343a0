//! BIF files: any text is a network that is solved, or an error with a place.
#![no_main]

use alpheus_weigh::network::{Solver, read_bif};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(network) = read_bif(text) else { return };
    let entries: usize = network.variables().iter().map(|v| v.table.len()).sum();
    if entries > 1 << 12 {
        return;
    }
    let Ok(solver) = Solver::new(&network) else { return };
    let Ok(posteriors) = solver.posteriors(&Vec::new()) else { return };
    for at in 0..network.variables().len() {
        let sum: f64 = posteriors.of(at).iter().sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
    }
});
