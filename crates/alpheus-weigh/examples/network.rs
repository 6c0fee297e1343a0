//! Solves a network: `network FILE.bif RUNS [VARIABLE=STATE…]` prints, as JSON, the posteriors
//! of all variables and how many seconds they took, the best of so many runs: once with the
//! network made ready each time, once with it ready.

use alpheus_weigh::network::{Solver, read_bif};
use std::{collections::BTreeMap, env, error::Error, fs, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let path = args.next().ok_or("no file is given")?;
    let runs: u32 = args.next().ok_or("it is not said how many runs")?.parse()?;
    let known: Vec<String> = args.collect();
    let network = read_bif(&fs::read_to_string(path)?)?;
    let pairs: Vec<_> = known.iter().filter_map(|pair| pair.split_once('=')).collect();
    let evidence = network.evidence(&pairs)?;
    let solver = Solver::new(&network)?;
    let ready = best(runs, || solver.posteriors(&evidence))?;
    let anew = best(runs, || Solver::new(&network)?.posteriors(&evidence))?;
    let posteriors = solver.posteriors(&evidence)?;
    let by_name: BTreeMap<&str, &[f64]> = network
        .variables()
        .iter()
        .enumerate()
        .map(|(at, variable)| (variable.name.as_str(), posteriors.of(at)))
        .collect();
    let result =
        serde_json::json!({ "anew": anew, "ready": ready, "posteriors": by_name });
    #[allow(clippy::print_stdout, reason = "what it is for")]
    {
        println!("{result}");
    }
    Ok(())
}

/// Seconds of the fastest run.
fn best<T, E>(runs: u32, mut work: impl FnMut() -> Result<T, E>) -> Result<f64, E> {
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let begin = Instant::now();
        std::hint::black_box(work()?);
        best = best.min(begin.elapsed().as_secs_f64());
    }
    Ok(best)
}
