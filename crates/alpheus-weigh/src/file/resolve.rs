//! From a case file as it is written to a case: names looked up, probabilities read.
//!
//! Each mistake is noted where it stands, and something harmless put in its place, so that
//! the rest can be looked at too. A case with an error is never weighed.

use super::{
    VERSION,
    fault::{Fault, FaultLevel, one_of},
    written::{
        AssessorFile, CaseFile, Chance, Entries, Entry, EvidenceFile, SourceFile,
        SpreadFile, WeightFile,
    },
};
use crate::{
    Case, Estimate, Scale, Weight,
    case::{Assessor, Hypothesis, Item, Judgement, NONE_OF_THESE, Place, Source, Test},
    scale,
};
use alpheus_time::edtf::Edtf;
use std::ops::Range;
use toml::Spanned;

mod groups;

/// The prior kept back for what nobody has listed, unless the case says otherwise.
const NONE: f64 = 0.1;
/// How far a rival has to lead to put a hypothesis out, unless the case says otherwise.
const THRESHOLD: f64 = 10.0;

/// The case, with what is wrong in it. `None` if it has no hypotheses, or items without
/// sources, so that nothing more can be said of it.
pub(super) fn resolve(
    file: &CaseFile,
    scale: Option<Scale>,
    faults: &mut Vec<Fault>,
) -> Option<Case> {
    let written = file.scale.as_ref().map(|scale| *scale.as_ref());
    let scale = scale.or(written).unwrap_or_default();
    let mut resolver = Resolver { file, scale, has_words: false, faults };
    let case = resolver.case();
    let has_errors =
        |faults: &[Fault]| faults.iter().any(|f| f.level == FaultLevel::Error);
    if has_errors(resolver.faults) {
        return None;
    }
    resolver.tangles(&case);
    (!has_errors(resolver.faults)).then_some(case)
}

struct Resolver<'r> {
    file: &'r CaseFile,
    scale: Scale,
    has_words: bool,
    faults: &'r mut Vec<Fault>,
}

impl Resolver<'_> {
    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    fn case(&mut self) -> Case {
        self.head();
        let file = self.file;
        let none_of_these = self.none_of_these(file.none_of_these.as_ref());
        let hypotheses = self.hypotheses();
        let sources = file.sources.iter().map(|entry| self.source(entry)).collect();
        let items = file.evidence.iter().map(|entry| self.item(entry)).collect();
        let groups = self.groups();
        let tests = file.test.iter().map(|test| self.test(test)).collect();
        let assessors = file.assessors.iter().map(|entry| self.assessor(entry)).collect();
        let text = |of: &Option<Spanned<String>>| of.as_ref().map(|t| t.as_ref().clone());
        Case {
            question: text(&file.question).unwrap_or_default(),
            date: text(&file.date),
            note: text(&file.note),
            scale: self.scale,
            has_words: self.has_words,
            threshold: self.threshold(),
            none_of_these,
            hypotheses,
            sources,
            items,
            groups,
            tests,
            assessors,
        }
    }

    fn head(&mut self) {
        match &self.file.weigh {
            None => self.fault(
                Fault::error(
                    "missing-key",
                    0..0,
                    "the format version is missing".to_owned(),
                )
                .help(format!("begin the file with `weigh = {VERSION}`")),
            ),
            Some(version) if *version.as_ref() != VERSION => self.fault(Fault::error(
                "unknown-version",
                version.span(),
                format!("this is not a format version that is known; {VERSION} is"),
            )),
            Some(_) => {}
        }
        if self.file.question.is_none() {
            let said = "the question is missing".to_owned();
            self.fault(Fault::error("missing-key", 0..0, said).help(
                "say what the hypotheses answer: `question = \"Why did the bridge fall?\"`",
            ));
        }
        if let Some(date) = &self.file.date
            && date.as_ref().parse::<Edtf>().is_err()
        {
            let said = format!("`{}` is not an extended date (EDTF)", date.as_ref());
            self.fault(
                Fault::error("not-a-date", date.span(), said)
                    .help("write 1545-07-19, 1545-07, 1545, 1545~ or 1545/1548"),
            );
        }
    }

    fn threshold(&mut self) -> f64 {
        let Some(threshold) = &self.file.threshold else { return THRESHOLD };
        let value = *threshold.as_ref();
        if value >= 1.0 && value.is_finite() {
            return value;
        }
        let said = "a threshold is a number of times, at least 1".to_owned();
        self.fault(Fault::error("not-a-threshold", threshold.span(), said));
        THRESHOLD
    }

    fn none_of_these(&mut self, written: Option<&Spanned<Chance>>) -> Estimate {
        let default = Estimate::exact(NONE).unwrap_or(Estimate::HALF);
        let Some(written) = written else { return default };
        let none = self.chance(written);
        if none.hi() < 1.0 {
            return none;
        }
        let said = "this leaves nothing for the hypotheses that are listed".to_owned();
        self.fault(Fault::error("nothing-left", written.span(), said));
        default
    }

    fn hypotheses(&mut self) -> Vec<Hypothesis> {
        let file = self.file;
        if file.hypotheses.0.len() < 2 {
            let at = file.hypotheses.0.first().map_or(0..0, Entry::key_at);
            let said = "a case needs at least two hypotheses".to_owned();
            self.fault(Fault::error("too-few-hypotheses", at, said).help(
                "list the rivals under [hypotheses]; \"none of these\" is always among them",
            ));
        }
        for entry in file.hypotheses.iter() {
            if entry.name().replace('_', " ").to_lowercase() == NONE_OF_THESE {
                let said = "\"none of these\" is always among the hypotheses".to_owned();
                let help = "take it out, and set its prior with `none_of_these = 0.1`";
                self.fault(
                    Fault::error("reserved-name", entry.key_at(), said).help(help),
                );
            }
        }
        let weights = self.weights(&file.prior);
        let mut hypotheses: Vec<Hypothesis> = file
            .hypotheses
            .iter()
            .map(|entry| Hypothesis {
                key: entry.name().to_owned(),
                say: entry.value().clone(),
                weight: Weight::EQUAL,
            })
            .collect();
        for (hypothesis, weight) in weights {
            hypotheses[hypothesis].weight = weight;
        }
        hypotheses
    }

    fn weights(&mut self, prior: &Entries<WeightFile>) -> Vec<(usize, Weight)> {
        let mut weights = Vec::new();
        for entry in prior.iter() {
            let Some(hypothesis) = self.hypothesis(&entry.key) else { continue };
            let (lo, hi) = match *entry.value() {
                WeightFile::Number(weight) => (weight, weight),
                WeightFile::Range([lo, hi]) => (lo, hi),
            };
            match Weight::range(lo, hi) {
                Some(weight) => weights.push((hypothesis, weight)),
                None if lo > hi => self.upside_down(entry.value_at(), lo, hi),
                None => {
                    let said = "a weight is a number above 0".to_owned();
                    let help = "leave the hypothesis out if it has none";
                    let fault = Fault::error("not-a-weight", entry.value_at(), said);
                    self.fault(fault.help(help));
                }
            }
        }
        weights
    }

    fn source(&mut self, entry: &Entry<SourceFile>) -> Source {
        let file = entry.value();
        let chance = |resolver: &mut Self, of: &Option<Spanned<Chance>>, default| {
            of.as_ref().map_or(default, |written| resolver.chance(written))
        };
        let text = |of: &Option<Spanned<String>>| of.as_ref().map(|t| t.as_ref().clone());
        Source {
            key: entry.name().to_owned(),
            say: file.say.clone().unwrap_or_else(|| entry.name().to_owned()),
            cite: text(&file.cite),
            accuracy: self.accuracy(file),
            anyway: chance(self, &file.anyway, Estimate::HALF),
            together: chance(self, &file.together, Estimate::ONE),
            file: text(&file.file),
        }
    }

    /// From the accuracy or the grade; a source that has neither can't be judged.
    fn accuracy(&mut self, file: &SourceFile) -> Estimate {
        let unjudged = || scale::grade("F").unwrap_or(Estimate::HALF);
        if let (Some(accuracy), Some(grade)) = (&file.accuracy, &file.grade) {
            let said = "a source has an accuracy or a grade, not both".to_owned();
            self.fault(
                Fault::error("accuracy-and-grade", grade.span(), said)
                    .beside(&accuracy.span(), "its accuracy"),
            );
        }
        if let Some(accuracy) = &file.accuracy {
            return self.chance(accuracy);
        }
        let Some(grade) = &file.grade else { return unjudged() };
        scale::grade(grade.as_ref()).unwrap_or_else(|| {
            let said = format!("`{}` is not a grade", grade.as_ref());
            let help = "grades are A (reliable), B, C, D, E (unreliable) and F (can't be judged)";
            self.fault(Fault::error("unknown-grade", grade.span(), said).help(help));
            unjudged()
        })
    }

    fn item(&mut self, entry: &Entry<EvidenceFile>) -> Item {
        let file = entry.value();
        let source = if let Some(source) = &file.source {
            self.known_source(source)
        } else {
            let said = format!("the evidence `{}` has no source", entry.name());
            let help = "every item is told by somebody: `source = \"KEY\"`";
            let fault = Fault::error("evidence-without-source", entry.key_at(), said);
            self.fault(fault.help(help));
            None
        };
        let given = if let Some(given) = &file.given {
            self.given(given)
        } else {
            let said = format!(
                "it is not said how likely `{}` is under the hypotheses",
                entry.name()
            );
            let help = "add `if = { KEY = \"likely\", … }` with every hypothesis";
            self.fault(
                Fault::error("missing-likelihood", entry.key_at(), said).help(help),
            );
            Vec::new()
        };
        for hypothesis in &file.absent_for {
            self.hypothesis(hypothesis);
        }
        for item in &file.confirmed_by {
            self.confirming(entry, item);
        }
        let place = file.at.as_ref().map(|at| Place {
            file: at.file.as_ref().clone(),
            words: at.words.as_ref().clone(),
        });
        Item {
            key: entry.name().to_owned(),
            say: file.say.clone().unwrap_or_else(|| entry.name().to_owned()),
            source: source.unwrap_or(0),
            given,
            place,
        }
    }

    fn confirming(&mut self, entry: &Entry<EvidenceFile>, by: &Spanned<String>) {
        if by.as_ref() == entry.name() {
            let said = format!("`{}` can't confirm itself", entry.name());
            self.fault(Fault::error("confirms-itself", by.span(), said));
        } else {
            self.known_item(by);
        }
    }

    fn known_source(&mut self, name: &Spanned<String>) -> Option<usize> {
        let found = self.file.sources.position(name.as_ref());
        if found.is_none() {
            let said = format!("no source is called `{}`", name.as_ref());
            let help = one_of(name.as_ref(), self.file.sources.names());
            self.fault(Fault::error("unknown-source", name.span(), said).help(help));
        }
        found
    }

    fn known_item(&mut self, name: &Spanned<String>) -> Option<usize> {
        let found = self.file.evidence.position(name.as_ref());
        if found.is_none() {
            let said = format!("no item of evidence is called `{}`", name.as_ref());
            let help = one_of(name.as_ref(), self.file.evidence.names());
            self.fault(Fault::error("unknown-item", name.span(), said).help(help));
        }
        found
    }

    fn hypothesis(&mut self, name: &Spanned<String>) -> Option<usize> {
        let found = self.file.hypotheses.position(name.as_ref());
        if found.is_none() {
            let said = format!("no hypothesis is called `{}`", name.as_ref());
            let help = one_of(name.as_ref(), self.file.hypotheses.names());
            self.fault(Fault::error("unknown-hypothesis", name.span(), said).help(help));
        }
        found
    }

    /// The likelihoods of a table, one for each hypothesis.
    fn given(&mut self, table: &Spanned<Entries<Chance>>) -> Vec<Estimate> {
        let entries = table.as_ref();
        for entry in entries.iter() {
            self.hypothesis(&entry.key);
        }
        let missing: Vec<&str> = self
            .file
            .hypotheses
            .names()
            .filter(|name| entries.position(name).is_none())
            .collect();
        let names = missing.join("`, `");
        if !missing.is_empty() {
            let said = format!("there is no likelihood under `{names}`");
            let fault = Fault::error("missing-likelihood", table.span(), said);
            self.fault(
                fault
                    .help("every hypothesis needs one; a range as wide as [0, 1] is one"),
            );
        }
        let mut given = vec![Estimate::HALF; self.file.hypotheses.0.len()];
        for entry in entries.iter() {
            let chance = self.chance(&entry.value);
            if let Some(hypothesis) = self.file.hypotheses.position(entry.name()) {
                given[hypothesis] = chance;
            }
        }
        given
    }

    fn test(&mut self, test: &Spanned<super::written::TestFile>) -> Test {
        let test = test.as_ref();
        Test { name: test.name.clone(), given: self.given(&test.given) }
    }

    fn assessor(&mut self, entry: &Entry<AssessorFile>) -> Assessor {
        let file = entry.value();
        let mut weight = 1.0;
        if let Some(written) = &file.weight {
            weight = *written.as_ref();
            if !(weight > 0.0 && weight.is_finite()) {
                let said = "a weight is a number above 0".to_owned();
                self.fault(Fault::error("not-a-weight", written.span(), said));
            }
        }
        let none = file.none_of_these.as_ref();
        Assessor {
            key: entry.name().to_owned(),
            say: file.say.clone().unwrap_or_else(|| entry.name().to_owned()),
            weight,
            none_of_these: none.map(|none| self.none_of_these(Some(none))),
            prior: self.weights(&file.prior),
            given: self.judgements(&file.given),
            belief: file.belief.as_ref().map(|belief| self.belief(belief)),
        }
    }

    fn judgements(&mut self, items: &Entries<Entries<Chance>>) -> Vec<Judgement> {
        let mut judgements = Vec::new();
        for entry in items.iter() {
            let item = self.known_item(&entry.key);
            for given in entry.value().iter() {
                let hypothesis = self.hypothesis(&given.key);
                let chance = self.chance(&given.value);
                if let (Some(item), Some(hypothesis)) = (item, hypothesis) {
                    judgements.push(Judgement { item, hypothesis, chance });
                }
            }
        }
        judgements
    }

    /// Direct judgements of every hypothesis; that of "none of these" is nought if it is not
    /// given.
    fn belief(&mut self, table: &Spanned<Entries<f64>>) -> Vec<f64> {
        let count = self.file.hypotheses.0.len();
        let mut belief = vec![None; count];
        let mut none = 0.0;
        for entry in table.as_ref().iter() {
            let value = *entry.value();
            if !(0.0..=1.0).contains(&value) {
                self.out_of_range(entry.value_at(), value);
            }
            if entry.name() == NONE_OF_THESE || entry.name() == "none_of_these" {
                none = value;
            } else if let Some(hypothesis) = self.hypothesis(&entry.key) {
                belief[hypothesis] = Some(value);
            }
        }
        if belief.contains(&None) {
            let said = "a belief is needed for every hypothesis".to_owned();
            self.fault(Fault::error("missing-belief", table.span(), said));
        }
        belief.into_iter().map(|value| value.unwrap_or(0.0)).chain([none]).collect()
    }

    /// A probability; one half where it is none.
    fn chance(&mut self, written: &Spanned<Chance>) -> Estimate {
        let at = written.span();
        let read = match written.as_ref() {
            Chance::Word(word) => return self.word(word, at),
            Chance::Number(value) => Estimate::exact(*value),
            Chance::Range([lo, hi]) => Estimate::range(*lo, *hi),
            Chance::Spread(SpreadFile::Uniform([lo, hi])) => Estimate::uniform(*lo, *hi),
            Chance::Spread(SpreadFile::Triangular([lo, mode, hi])) => {
                Estimate::triangular(*lo, *mode, *hi)
            }
        };
        read.unwrap_or_else(|| {
            self.no_probability(written.as_ref(), at);
            Estimate::HALF
        })
    }

    fn no_probability(&mut self, chance: &Chance, at: Range<usize>) {
        let values = match chance {
            Chance::Word(_) => Vec::new(),
            Chance::Number(value) => vec![*value],
            Chance::Range(ends) | Chance::Spread(SpreadFile::Uniform(ends)) => {
                ends.to_vec()
            }
            Chance::Spread(SpreadFile::Triangular(three)) => three.to_vec(),
        };
        if let Some(&value) = values.iter().find(|value| !(0.0..=1.0).contains(*value)) {
            return self.out_of_range(at, value);
        }
        let pair = values.windows(2).find(|pair| pair[0] > pair[1]);
        let (lo, hi) = pair.map_or((1.0, 0.0), |pair| (pair[0], pair[1]));
        self.upside_down(at, lo, hi);
    }

    fn out_of_range(&mut self, at: Range<usize>, value: f64) {
        let said = format!("{value} is not a probability");
        let mut fault = Fault::error("not-a-probability", at, said);
        fault = match value {
            v if v > 1.0 && v <= 100.0 => fault
                .help(format!("probabilities go from 0 to 1; {v} % is {}", v / 100.0)),
            _ => fault.help("probabilities go from 0 to 1"),
        };
        self.fault(fault);
    }

    fn upside_down(&mut self, at: Range<usize>, lo: f64, hi: f64) {
        let said = format!("the range is upside down: {lo} is more than {hi}");
        let help = format!("write the least first: [{hi}, {lo}]");
        self.fault(Fault::error("range-upside-down", at, said).help(help));
    }

    fn word(&mut self, word: &str, at: Range<usize>) -> Estimate {
        self.has_words = true;
        if let Some(estimate) = self.scale.word(word) {
            return estimate;
        }
        let fault = if self.scale == Scale::Numbers {
            let said = format!("the scale is `numbers`, and `{word}` is a word");
            Fault::error("unknown-word", at, said).help("give a number or a range")
        } else {
            let said = format!("`{word}` is not a word of estimative probability");
            let help = one_of(word, Scale::words());
            Fault::error("unknown-word", at, said).help(help)
        };
        self.fault(fault);
        Estimate::HALF
    }
}
