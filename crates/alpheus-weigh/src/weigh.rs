//! The whole result of a case.

use crate::{
    Case, Model,
    ach::Ach,
    assess::{self, Assessment},
    bounds::{Bounds, Search},
    case::NONE_OF_THESE,
    error::{Error, Kind},
    file,
    influence::{Fewest, ItemInfluence, SourceInfluence},
    odds::Odds,
    simulate::Simulation,
    tipping::{Swing, Tip},
    weigher::Weigher,
    worth::Worth,
};
use serde::Serialize;

/// What is asked beyond the case itself.
#[derive(Clone, Copy, Debug)]
pub struct Options<'o> {
    /// The keys of sources whose items are set aside.
    pub without: &'o [String],
    /// How many draws are made where inputs have distributions.
    pub draws: u32,
    /// What the draws begin from.
    pub seed: u64,
    /// The same case with its words in another scale.
    pub other_scale: Option<&'o Case>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { without: &[], draws: 10_000, seed: 1, other_scale: None }
    }
}

/// What follows from a case.
///
/// Written as JSON, a ratio that is infinite (something impossible under one hypothesis) is
/// `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Weighing {
    /// What the hypotheses answer.
    pub question: String,
    /// When it was, as an extended date.
    pub date: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Which ranges words stand for.
    pub scale: &'static str,
    /// Whether any probability is given in words.
    pub has_words: bool,
    /// The sources that were set aside.
    pub without: Vec<String>,
    /// How far a rival has to lead to put a hypothesis out.
    pub threshold: f64,
    /// The rivals, and "none of these" last.
    pub hypotheses: Vec<Standing>,
    /// The key of the leader.
    pub leader: String,
    /// The leading hypothesis against each rival, without any prior.
    pub ratios: Vec<Ratio>,
    /// How many shared inputs are ranged, and so whether every corner was tried.
    pub ranged_inputs: usize,
    /// The prior of "none of these" at which it would be level with the leading hypothesis.
    pub none_of_these_prior_to_lead: f64,
    /// What each item does.
    pub items: Vec<ItemInfluence>,
    /// What is left without each source.
    pub sources: Vec<SourceInfluence>,
    /// How many sources the leader rests on.
    pub fewest_sources_to_change_the_leader: Fewest,
    /// What ties items together.
    pub dependence: Vec<Dependence>,
    /// What each ranged input does to the leader, the most first.
    pub swings: Vec<Swing>,
    /// The values at which a rival draws level, the nearest first.
    pub tips: Vec<Tip>,
    /// What tests that have not been made would be worth.
    pub tests: Vec<Worth>,
    /// What it would be worth to settle whether a source is accurate, the most first.
    pub source_worths: Vec<Worth>,
    /// The inconsistency scores of the analysis of competing hypotheses.
    pub ach: Ach,
    /// Several assessors.
    pub assessment: Option<Assessment>,
    /// Draws from distributions.
    pub simulation: Option<Simulation>,
    /// The result if words stand for the ranges of another scale.
    pub other_scale: Option<OtherScale>,
}

/// How one hypothesis stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Standing {
    /// Its key.
    pub key: String,
    /// What it says.
    pub say: String,
    /// Its share before the evidence.
    pub prior: f64,
    /// Its share after it.
    pub posterior: f64,
    /// How far that can go.
    pub bounds: Bounds,
    /// The rival that puts it out.
    pub eliminated_by: Option<Elimination>,
}

/// A rival's lead that no admissible input takes away.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Elimination {
    /// The rival's key.
    pub rival: String,
    /// It leads at least by this many times.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub at_least: f64,
}

/// How much better one hypothesis accounts for everything told than another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Ratio {
    /// The hypothesis.
    #[serde(rename = "for")]
    pub favours: String,
    /// The other.
    pub against: String,
    /// How many times likelier everything told is under the first.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub ratio: f64,
    /// The least that this can be.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub low: f64,
    /// The most that this can be.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub high: f64,
}

/// Items that depend, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Dependence {
    /// The items, the origin of copies first.
    pub items: Vec<String>,
    /// Whether the first is the origin of the others.
    pub copies: bool,
    /// How likely it is that they depend.
    pub chance: f64,
    /// Why they are taken to.
    pub because: Option<String>,
    /// Words that they share.
    pub passage: Option<String>,
}

/// The result if words stand for other ranges.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OtherScale {
    /// The scale.
    pub scale: &'static str,
    /// The posterior, "none of these" last.
    pub posterior: Vec<f64>,
    /// Who leads.
    pub leader: String,
}

/// Weighs a case.
///
/// # Errors
/// If `without` names a source that the case does not have; if everything told is impossible
/// under every hypothesis and nothing is kept back for "none of these".
///
/// # Example: two witnesses, one of whom copied the other
/// ```
/// let text = r#"
/// weigh = 1
/// question = "Did it rain?"
/// none_of_these = 0
/// [hypotheses]
/// wet = "It rained"
/// dry = "It did not"
/// [sources]
/// one = { accuracy = 0.8 }
/// two = { accuracy = 0.8 }
/// [evidence.a]
/// source = "one"
/// if = { wet = 1, dry = 0 }
/// [evidence.b]
/// source = "two"
/// if = { wet = 1, dry = 0 }
/// [[dependence]]
/// items = ["a", "b"]
/// origin = "a"
/// chance = 1
/// "#;
/// let case = alpheus_weigh::read(text, None).case.expect("it has no mistake");
/// let weighing = alpheus_weigh::weigh(&case, &Default::default())?;
/// // As much as one witness: 0.9 : 0.1.
/// assert!((weighing.hypotheses[0].posterior - 0.9).abs() < 1e-12);
/// # Ok::<(), alpheus_weigh::Error>(())
/// ```
pub fn weigh(case: &Case, options: &Options<'_>) -> Result<Weighing, Error> {
    let without = named_sources(case, options.without)?;
    let model = Model::new(case);
    let aside = model.without(&without);
    let weigher =
        Weigher::new(&model, aside.clone()).ok_or(Error::new(Kind::Impossible))?;
    let search = Search::new(&model, &aside);
    let odds = search.odds();
    Ok(Weighing {
        question: case.question.clone(),
        date: case.date.clone(),
        note: case.note.clone(),
        scale: case.scale.name(),
        has_words: case.has_words,
        without: without.iter().map(|&s| case.sources[s].key.clone()).collect(),
        threshold: case.threshold,
        hypotheses: standings(&weigher, &search, &odds),
        leader: case.name(weigher.posterior.leader()).to_owned(),
        ratios: ratios(&weigher, &odds),
        ranged_inputs: search.ranged(),
        none_of_these_prior_to_lead: weigher.none_to_lead(),
        items: weigher.item_influences(),
        sources: weigher.source_influences(&odds),
        fewest_sources_to_change_the_leader: weigher.fewest(),
        dependence: dependence(&weigher),
        swings: weigher.swings(),
        tips: weigher.tips(),
        tests: weigher.tests(),
        source_worths: weigher.source_worths(),
        ach: weigher.ach(),
        assessment: assess::assess(case, &aside),
        simulation: weigher.simulate(options.draws, options.seed),
        other_scale: other_scale(options.other_scale, &aside),
    })
}

fn named_sources(case: &Case, names: &[String]) -> Result<Vec<usize>, Error> {
    let place = |name: &String| {
        let found = case.sources().position(|source| source == name);
        found.ok_or_else(|| {
            let hint = file::one_of(name, case.sources());
            Error::new(Kind::NoSource(format!("no source is called `{name}`: {hint}")))
        })
    };
    names.iter().map(place).collect()
}

fn standings(weigher: &Weigher<'_>, search: &Search<'_>, odds: &Odds) -> Vec<Standing> {
    let case = weigher.model.case;
    let all: f64 = weigher.point.weights.iter().sum();
    let none = weigher.point.none;
    let priors = weigher.point.weights.iter().map(|weight| (1.0 - none) * weight / all);
    let out = odds.eliminated(weigher.model).into_iter().map(|out| {
        out.map(|(rival, at_least)| Elimination {
            rival: case.name(rival).to_owned(),
            at_least,
        })
    });
    let mut rows = priors
        .chain([none])
        .zip(weigher.posterior.shares())
        .zip(search.bounds(odds))
        .zip(out.chain([None]));
    let named = case.hypotheses.iter().map(|h| (h.key.as_str(), h.say.as_str()));
    named
        .chain([(NONE_OF_THESE, "What nobody has listed")])
        .map_while(|(key, say)| {
            let (((prior, posterior), bounds), eliminated_by) = rows.next()?;
            let (key, say) = (key.to_owned(), say.to_owned());
            Some(Standing { key, say, prior, posterior, bounds, eliminated_by })
        })
        .collect()
}

fn ratios(weigher: &Weigher<'_>, odds: &Odds) -> Vec<Ratio> {
    let (case, own) = (weigher.model.case, weigher.first);
    let rivals = (0..weigher.ln.len()).filter(|&rival| rival != own);
    rivals
        .map(|rival| Ratio {
            favours: case.name(own).to_owned(),
            against: case.name(rival).to_owned(),
            ratio: (weigher.ln[own] - weigher.ln[rival]).exp(),
            low: odds.least(own, rival).exp(),
            high: odds.most(own, rival).exp(),
        })
        .collect()
}

fn dependence(weigher: &Weigher<'_>) -> Vec<Dependence> {
    let case = weigher.model.case;
    let groups = case.groups.iter();
    groups
        .map(|group| Dependence {
            items: group.items().map(|item| case.items[item].key.clone()).collect(),
            copies: matches!(group.kind, crate::case::Kind::Copy { .. }),
            chance: group.chance.point(),
            because: group.because.clone(),
            passage: group.passage.clone(),
        })
        .collect()
}

fn other_scale(case: Option<&Case>, aside: &[bool]) -> Option<OtherScale> {
    let case = case?;
    let model = Model::new(case);
    let weigher = Weigher::new(&model, aside.to_vec())?;
    Some(OtherScale {
        scale: case.scale.name(),
        leader: case.name(weigher.posterior.leader()).to_owned(),
        posterior: weigher.posterior.shares().collect(),
    })
}
