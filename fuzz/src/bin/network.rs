//! The network: it refuses a constraint exactly when there is no solution, and says why.
//!
//! Checked against Bellman and Ford's algorithm.
#![no_main]

use alpheus_time::network::Network;

const VARIABLES: usize = 6;

/// `to − from` in `[min, max]`.
type Constraint = (usize, usize, i64, i64);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut network = Network::new();
    let variables: Vec<_> = (0..VARIABLES).map(|_| network.variable()).collect();
    // Every constraint said, by its tag; and the tags of those accepted.
    let mut said: Vec<Constraint> = Vec::new();
    let mut accepted: Vec<u32> = Vec::new();
    for bytes in bytes.chunks_exact(4).take(64) {
        let (from, to) =
            (usize::from(bytes[0]) % VARIABLES, usize::from(bytes[1]) % VARIABLES);
        if from == to {
            continue;
        }
        let (min, max) =
            (i64::from(bytes[2].cast_signed()), i64::from(bytes[3].cast_signed()));
        let tag = said.len() as u32;
        said.push((from, to, min, max));
        accepted.push(tag);
        match network.add(variables[from], variables[to], min, max, tag) {
            Ok(()) => {
                assert!(solvable(&said, &accepted), "accepted what has no solution")
            }
            Err(conflict) => {
                accepted.pop();
                smallest(&said, &conflict.tags, tag);
            }
        }
        for &(from, to, min, max) in accepted.iter().map(|&tag| &said[tag as usize]) {
            let apart =
                network.solution(variables[to]) - network.solution(variables[from]);
            assert!((min..=max).contains(&apart), "the solution held is one");
        }
    }
});

/// A conflict has the last one said in it, has no solution, and has one without any of it.
fn smallest(said: &[Constraint], tags: &[u32], last: u32) {
    assert!(tags.contains(&last), "the last one said is in it");
    assert!(!solvable(said, tags), "refused what has a solution");
    for spared in tags {
        let rest: Vec<u32> = tags.iter().copied().filter(|tag| tag != spared).collect();
        assert!(solvable(said, &rest), "one of the conflict could be spared");
    }
}

/// Bellman and Ford's algorithm.
fn solvable(said: &[Constraint], tags: &[u32]) -> bool {
    let constraints: Vec<Constraint> =
        tags.iter().map(|&tag| said[tag as usize]).collect();
    if constraints.iter().any(|&(_, _, min, max)| min > max) {
        return false;
    }
    let mut day = [0_i64; VARIABLES];
    for _ in 0..=VARIABLES {
        let mut moved = false;
        for &(from, to, min, max) in &constraints {
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
