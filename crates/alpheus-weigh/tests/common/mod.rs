//! Random cases, written as case files.

#![allow(dead_code, reason = "each test uses some of it")]

use alpheus_weigh::{Case, Model, read};
use std::fmt::Write as _;

/// A xorshift generator; the seeds come from the test.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % n
    }

    pub(crate) fn share(&mut self) -> f64 {
        const STEPS: usize = 1 << 30;
        #[allow(clippy::cast_precision_loss, reason = "both are below 2^52")]
        let share = self.below(STEPS) as f64 / STEPS as f64;
        share
    }

    pub(crate) fn between(&mut self, lo: f64, hi: f64) -> f64 {
        (lo + self.share() * (hi - lo)).clamp(lo, hi)
    }

    /// A probability or a range of them; seldom 0 or 1.
    fn chance(&mut self, ranged: bool) -> String {
        match self.below(12) {
            0 => return "0".to_owned(),
            1 => return "1".to_owned(),
            _ => {}
        }
        let (a, b) = (self.share(), self.share());
        if ranged && self.below(2) == 0 {
            format!("[{:?}, {:?}]", a.min(b), a.max(b))
        } else {
            format!("{a:?}")
        }
    }
}

/// How large a random case is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) hypotheses: usize,
    pub(crate) sources: usize,
    pub(crate) items: usize,
    pub(crate) groups: usize,
    /// Whether inputs may be ranges.
    pub(crate) ranged: bool,
    /// Whether statements may stand apart.
    pub(crate) apart: bool,
}

/// A small case of any shape.
pub(crate) fn small(random: &mut Random, ranged: bool) -> Size {
    Size {
        hypotheses: 2 + random.below(3),
        sources: 1 + random.below(4),
        items: random.below(7),
        groups: random.below(3),
        ranged,
        apart: true,
    }
}

/// A case with this size, as a file.
pub(crate) fn text(random: &mut Random, size: Size) -> String {
    let mut out = "weigh = 1\nquestion = \"?\"\n".to_owned();
    let none = [0.0, 0.1, 0.3][random.below(3)];
    let none = if size.ranged && random.below(3) == 0 {
        "[0.05, 0.4]".into()
    } else {
        none.to_string()
    };
    let _ = writeln!(out, "none_of_these = {none}\n[hypotheses]");
    for h in 0..size.hypotheses {
        let _ = writeln!(out, "h{h} = \"H\"");
    }
    out += "[prior]\n";
    for h in 0..size.hypotheses {
        let weight = 0.5 + random.share();
        let more = if size.ranged && random.below(4) == 0 { random.share() } else { 0.0 };
        let _ = writeln!(out, "h{h} = [{weight:?}, {:?}]", weight + more);
    }
    out += "[sources]\n";
    for s in 0..size.sources {
        let [accuracy, anyway] = [(); 2].map(|()| random.chance(size.ranged));
        let together = if size.apart && random.below(2) == 0 {
            random.chance(size.ranged)
        } else {
            "1".into()
        };
        let _ = writeln!(
            out,
            "s{s} = {{ accuracy = {accuracy}, anyway = {anyway}, together = {together} }}"
        );
    }
    for i in 0..size.items {
        let given = (0..size.hypotheses)
            .map(|h| format!("h{h} = {}", random.chance(size.ranged)));
        let given: Vec<String> = given.collect();
        let source = random.below(size.sources);
        let _ = writeln!(
            out,
            "[evidence.i{i}]\nsource = \"s{source}\"\nif = {{ {} }}",
            given.join(", ")
        );
    }
    out + &groups(random, size)
}

/// Groups in which no item depends twice; an origin comes before its copies, so that there
/// are no cycles.
fn groups(random: &mut Random, size: Size) -> String {
    let mut out = String::new();
    let mut free: Vec<usize> = (0..size.items).collect();
    for _ in 0..size.groups {
        let mut members = Vec::new();
        for _ in 0..=random.below(3) {
            if !free.is_empty() {
                members.push(free.remove(random.below(free.len())));
            }
        }
        members.sort_unstable();
        let Some(&first) = members.first() else { break };
        let chance = random.chance(size.ranged);
        if random.below(3) == 0 && members.len() > 1 {
            let _ = writeln!(
                out,
                "[[dependence]]\nkind = \"common-failure\"\nitems = {:?}\nchance = {chance}\n\
                 anyway = {}",
                names(&members),
                random.chance(size.ranged)
            );
        } else if first > 0 {
            let origin = random.below(first);
            members.insert(0, origin);
            let _ = writeln!(
                out,
                "[[dependence]]\nitems = {:?}\norigin = \"i{origin}\"\nchance = {chance}",
                names(&members)
            );
        }
    }
    out
}

fn names(items: &[usize]) -> Vec<String> {
    items.iter().map(|item| format!("i{item}")).collect()
}

/// The case of a text that has no mistake.
pub(crate) fn case(text: &str) -> Case {
    let reading = read(text, None);
    reading.case.unwrap_or_else(|| panic!("{:#?}\n{text}", reading.faults))
}

/// The shares at the point values, "none of these" last.
pub(crate) fn point(case: &Case) -> Option<Vec<f64>> {
    let model = Model::new(case);
    let posterior = model.posterior(&model.point(), alpheus_weigh::CatchAll::Middle)?;
    Some(posterior.shares().collect())
}

/// The greatest difference of two results.
pub(crate) fn apart(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}
