//! The network: it refuses a constraint exactly when there is no solution, and says why.
//!
//! Checked against Bellman and Ford's algorithm on the accepted constraints and the one at
//! hand.
#![no_main]

use alpheus_time::network::Network;

const VARIABLES: usize = 6;

/// `to − from` in `[min, max]`.
type Constraint = (usize, usize, i64, i64);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut network = Network::new();
    let variables: Vec<_> = (0..VARIABLES).map(|_| network.variable()).collect();
    let mut accepted: Vec<Constraint> = Vec::new();
    for (tag, said) in bytes.chunks_exact(4).take(64).enumerate() {
        let (from, to) =
            (usize::from(said[0]) % VARIABLES, usize::from(said[1]) % VARIABLES);
        if from == to {
            continue;
        }
        let (min, max) =
            (i64::from(said[2].cast_signed()), i64::from(said[3].cast_signed()));
        accepted.push((from, to, min, max));
        let solvable = min <= max && solvable(&accepted);
        match network.add(variables[from], variables[to], min, max, tag as u32) {
            Ok(()) => assert!(solvable, "accepted what has no solution"),
            Err(conflict) => {
                assert!(!solvable, "refused what has a solution");
                assert!(
                    conflict.tags.contains(&(tag as u32)),
                    "the last one said is in it"
                );
                accepted.pop();
            }
        }
        for &(from, to, min, max) in &accepted {
            let apart =
                network.solution(variables[to]) - network.solution(variables[from]);
            assert!((min..=max).contains(&apart), "the solution held is one");
        }
    }
});

fn solvable(constraints: &[Constraint]) -> bool {
    let mut day = [0_i64; VARIABLES];
    for _ in 0..=VARIABLES {
        let mut moved = false;
        for &(from, to, min, max) in constraints {
            for (a, b, weight) in [(from, to, max), (to, from, -min)] {
                if day[a] + weight < day[b] {
                    day[b] = day[a] + weight;
                    moved = true;
                }
            }
        }
        if !moved {
            return true;
        }
    }
    false
}
