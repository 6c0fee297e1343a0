//! Which inputs the result hangs on: what each could do within its range, and at which value
//! it would change the leader.

use crate::{Model, model::Input, weigher::Weigher};
use serde::Serialize;

/// What an input does to the leader over its range.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Swing {
    /// The input.
    pub input: Named,
    /// The least that it may be.
    pub from: f64,
    /// The most that it may be.
    pub to: f64,
    /// The leader's posterior at the least.
    pub at_least: f64,
    /// The leader's posterior at the most.
    pub at_most: f64,
    /// How far apart these are.
    pub swing: f64,
}

/// The value of an input at which a rival would draw level with the leader.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Tip {
    /// The input.
    pub input: Named,
    /// What it is now.
    pub now: f64,
    /// What it would have to be.
    pub at: f64,
    /// Whether that is within the range that the case gives.
    pub admissible: bool,
    /// Who would draw level.
    pub rival: String,
}

/// An input by the names that the case file gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Named {
    /// What it is: `accuracy`, `anyway`, `together`, `chance`, `given`.
    pub kind: &'static str,
    /// The source, the item, or the members of the group.
    pub of: Vec<String>,
    /// The hypothesis, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub hypothesis: Option<String>,
}

impl Named {
    /// As a reader says it.
    pub fn say(&self) -> String {
        let of = self.of.join(", ");
        match (self.kind, &self.hypothesis) {
            (_, Some(hypothesis)) => format!("{of} if {hypothesis}"),
            ("chance", None) => format!("chance that {of} depend"),
            (kind, None) => format!("{kind} of {of}"),
        }
    }
}

impl Model<'_> {
    pub(crate) fn named(&self, input: Input) -> Named {
        let case = self.case;
        let source = |s: usize| vec![case.sources[s].key.clone()];
        let group = |g: usize| {
            case.groups[g].items().map(|item| case.items[item].key.clone()).collect()
        };
        let (kind, of) = match input {
            Input::Accuracy(s) => ("accuracy", source(s)),
            Input::Anyway(s) => ("anyway", source(s)),
            Input::Together(s) => ("together", source(s)),
            Input::Chance(g) => ("chance", group(g)),
            Input::Failure(g) => ("anyway", group(g)),
            Input::Given { item, .. } => ("given", vec![case.items[item].key.clone()]),
            Input::NoneOfThese => ("none_of_these", Vec::new()),
            Input::Weight(h) => ("prior", vec![case.hypotheses[h].key.clone()]),
        };
        let hypothesis = match input {
            Input::Given { hypothesis, .. } => Some(case.name(hypothesis).to_owned()),
            _ => None,
        };
        Named { kind, of, hypothesis }
    }
}

impl Weigher<'_> {
    /// The inputs that the likelihoods depend on and that nothing set aside.
    fn likelihood_inputs(&self) -> impl Iterator<Item = Input> + '_ {
        let live = |item: usize| !self.aside[item];
        let case = self.model.case;
        let keep = move |input: &Input| match *input {
            Input::Accuracy(s) | Input::Anyway(s) | Input::Together(s) => {
                case.items.iter().enumerate().any(|(i, item)| item.source == s && live(i))
            }
            Input::Chance(g) | Input::Failure(g) => {
                case.groups[g].members.iter().any(|&item| live(item))
            }
            Input::Given { item, .. } => live(item),
            Input::NoneOfThese | Input::Weight(_) => false,
        };
        self.model.inputs().into_iter().filter(keep)
    }

    /// What each ranged input does to the leader, the most first.
    pub(crate) fn swings(&self) -> Vec<Swing> {
        let leader = self.posterior.leader();
        let share = |input, value| {
            self.of(&self.vary(input, value)).shares().nth(leader).unwrap_or(0.0)
        };
        let mut swings: Vec<Swing> = self
            .likelihood_inputs()
            .map(|input| (input, self.model.range(input)))
            .filter(|(_, (from, to))| from < to)
            .map(|(input, (from, to))| {
                let (at_least, at_most) = (share(input, from), share(input, to));
                let (swing, input) =
                    ((at_most - at_least).abs(), self.model.named(input));
                Swing { input, from, to, at_least, at_most, swing }
            })
            .collect();
        swings.sort_by(|a, b| b.swing.total_cmp(&a.swing));
        swings
    }

    /// All values of inputs, from 0 to 1, at which a rival draws level with the leading
    /// hypothesis.
    pub(crate) fn tips(&self) -> Vec<Tip> {
        let mut tips = Vec::new();
        for input in self.likelihood_inputs() {
            let ends = [self.vary(input, 0.0), self.vary(input, 1.0)];
            let now = self.model.get(&self.point, input);
            for rival in (0..self.ln.len()).filter(|&rival| rival != self.first) {
                let Some(at) = self.level(input, rival, &ends, now) else { continue };
                let (from, to) = self.model.range(input);
                tips.push(Tip {
                    input: self.model.named(input),
                    now,
                    at,
                    admissible: (from..=to).contains(&at),
                    rival: self.model.case.name(rival).to_owned(),
                });
            }
        }
        tips.sort_by(|a, b| (a.at - a.now).abs().total_cmp(&(b.at - b.now).abs()));
        tips
    }

    /// Where the leader's lead over a rival is nothing.
    fn level(
        &self,
        input: Input,
        rival: usize,
        ends: &[Vec<f64>; 2],
        now: f64,
    ) -> Option<f64> {
        if !self.model.is_linear(input) {
            return self.level_on_curve(input, rival, now);
        }
        // One scale for both ends: the lead is linear, its logarithm is not.
        let both = |ln: &Vec<f64>| {
            [self.first, rival].map(|h| self.point.weights[h].ln() + ln[h])
        };
        let [at_zero, at_one] = [both(&ends[0]), both(&ends[1])];
        let most = at_zero.into_iter().chain(at_one).fold(f64::NEG_INFINITY, f64::max);
        let lead = |[own, other]: [f64; 2]| (own - most).exp() - (other - most).exp();
        let (at_zero, at_one) = (lead(at_zero), lead(at_one));
        (at_zero * at_one < 0.0).then(|| at_zero / (at_zero - at_one))
    }

    /// The same for an input that the lead is not linear in: the nearest change of sign on a
    /// grid, narrowed down by halving.
    fn level_on_curve(&self, input: Input, rival: usize, now: f64) -> Option<f64> {
        const STEPS: u32 = 32;
        const HALVINGS: usize = 50;
        let leads = |value: f64| {
            let ln = self.vary(input, value);
            let of = |h: usize| self.point.weights[h].ln() + ln[h];
            of(self.first) > of(rival)
        };
        let at = |step: u32| f64::from(step) / f64::from(STEPS);
        let signs: Vec<bool> = (0..=STEPS).map(|step| leads(at(step))).collect();
        let narrow = |step: u32| {
            let (mut from, mut to) = (at(step), at(step + 1));
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(from, to);
                let same = leads(middle) == signs[step as usize];
                if same { from = middle } else { to = middle }
            }
            f64::midpoint(from, to)
        };
        let changes = (0..STEPS).filter(|&s| signs[s as usize] != signs[s as usize + 1]);
        changes.map(narrow).min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()))
    }

    /// The prior of "none of these" at which it would be level with the leading hypothesis.
    pub(crate) fn none_to_lead(&self) -> f64 {
        let all: f64 = self.point.weights.iter().sum();
        let own = (self.point.weights[self.first] / all).ln() + self.ln[self.first];
        let none = crate::posterior::ln_none(&self.ln, crate::CatchAll::Middle);
        // own · (1 − n) = none · n
        1.0 / (1.0 + (none - own).exp())
    }
}
