//! What stands beside the result: another method, other persons, other words; and its limits.

use super::{
    change::spread,
    figures::{odds, percent},
    page::{Cell, Section, figure, text},
    support::joined,
};
use alpheus_weigh::{Assessment, Weighing};

/// The score of the analysis of competing hypotheses.
pub(super) fn ach(weighing: &Weighing) -> Option<Section> {
    if weighing.items.is_empty() {
        return None;
    }
    let named = weighing.hypotheses.iter().zip(&weighing.ach.scores);
    let rows = named.map(|(standing, score)| {
        vec![
            text(standing.key.clone()),
            figure(score.to_string().replace('-', "−")),
            text(percent(standing.posterior)),
        ]
    });
    let reversed: Vec<String> = weighing
        .ach
        .reversed
        .iter()
        .map(|(ach, here)| {
            format!("the score prefers `{ach}` to `{here}`, the result does not")
        })
        .collect();
    let differ = if reversed.is_empty() {
        "Both put the hypotheses in the same order.".to_owned()
    } else {
        format!("The orders differ: {}.", reversed.join("; "))
    };
    Some(
        Section::new("Beside it: competing hypotheses by inconsistency")
            .paragraph(
                "The score counts items that are unlikely under a hypothesis and nothing else \
                 (ACH, Heuer 1999): the nearer to 0, the better. It knows neither sources nor \
                 copies.",
            )
            .table(&["hypothesis", "score", "here"], rows.collect())
            .paragraph(differ),
    )
}

/// Persons who judge the case differently.
pub(super) fn assessors(weighing: &Weighing) -> Option<Section> {
    let assessment = weighing.assessment.as_ref()?;
    let section = Section::new("Assessor by assessor")
        .table(
            &["assessor", "what follows from their judgements", ""],
            opinions(weighing, assessment),
        )
        .table(
            &["assessor", "direct belief, made coherent", "how far it was from coherent"],
            beliefs(weighing, assessment),
        );
    Some(section.list(disagreements(assessment)))
}

fn opinions(weighing: &Weighing, assessment: &Assessment) -> Vec<Vec<Cell>> {
    let pool = &assessment.pool;
    let mut rows: Vec<Vec<Cell>> = assessment
        .opinions
        .iter()
        .map(|o| {
            vec![
                text(o.key.clone()),
                text(shares(weighing, &o.posterior)),
                text(o.say.clone()),
            ]
        })
        .collect();
    rows.push(vec![
        text("pooled"),
        text(shares(weighing, &pool.linear)),
        text("weighted mean"),
    ]);
    rows.extend(pool.logarithmic.as_ref().map(|pooled| {
        vec![
            text("pooled"),
            text(shares(weighing, pooled)),
            text("weighted geometric mean"),
        ]
    }));
    rows
}

fn beliefs(weighing: &Weighing, assessment: &Assessment) -> Vec<Vec<Cell>> {
    let given = assessment.opinions.iter().filter_map(|o| Some((o, o.belief.as_ref()?)));
    let mut rows: Vec<Vec<Cell>> = given
        .map(|(opinion, belief)| {
            vec![
                text(opinion.key.clone()),
                text(shares(weighing, &belief.coherent)),
                text(format!("{:.2}", belief.incoherence)),
            ]
        })
        .collect();
    rows.extend(assessment.pool.belief.as_ref().map(|pooled| {
        vec![text("pooled"), text(shares(weighing, pooled)), text("weighted mean")]
    }));
    rows
}

/// "ports 81 %, gunfire 5 %".
fn shares(weighing: &Weighing, shares: &[f64]) -> String {
    let named = weighing.hypotheses.iter().zip(shares);
    let said =
        named.map(|(standing, share)| format!("{} {}", standing.key, percent(*share)));
    said.collect::<Vec<_>>().join(", ")
}

fn disagreements(assessment: &Assessment) -> Vec<String> {
    const SHOWN: usize = 5;
    let all = assessment.disagreements.iter().take(SHOWN);
    all.map(|d| {
        format!(
            "They differ on `{}`: {} for `{}` over `{}` by {}, {} by {}.",
            d.item,
            odds(d.most.1),
            d.between.0,
            d.between.1,
            d.most.0,
            odds(d.least.1),
            d.least.0
        )
    })
    .collect()
}

/// Draws from the distributions that were given.
pub(super) fn draws(weighing: &Weighing) -> Option<Section> {
    let simulation = weighing.simulation.as_ref()?;
    let named = weighing.hypotheses.iter().zip(&simulation.shares);
    let rows = named.map(|(standing, share)| {
        vec![
            text(standing.key.clone()),
            text(spread(share.p05, share.p50, share.p95)),
            figure(percent(share.leads)),
            Cell::Bar { low: share.p05, point: share.p50, high: share.p95 },
        ]
    });
    Some(
        Section::new("Draws from the distributions given")
            .paragraph(format!(
                "{} draws (seed {}) over {} inputs; ranges without a distribution stay at \
                 their middle. The median, and between which values nine in ten draws lie.",
                simulation.draws, simulation.seed, simulation.inputs
            ))
            .table(&["hypothesis", "median", "leads in", "0 to 100 %"], rows.collect()),
    )
}

/// What other ranges of the same words would do.
pub(super) fn scale(weighing: &Weighing) -> Option<Section> {
    let other = weighing.other_scale.as_ref()?;
    let same = if other.leader == weighing.leader {
        format!("`{}` leads all the same", other.leader)
    } else {
        format!("`{}` leads, and no longer `{}`", other.leader, weighing.leader)
    };
    Some(Section::new("If words mean something else").paragraph(format!(
        "Words are read by {}. Read by {}, {same}: {}.",
        scale_name(weighing.scale),
        scale_name(other.scale),
        shares(weighing, &other.posterior)
    )))
}

fn scale_name(scale: &str) -> &str {
    match scale {
        "icd203" => "ICD 203 (2015)",
        "kent1964" => "Kent (1964)",
        other => other,
    }
}

/// What no reader should forget.
pub(super) fn limits(weighing: &Weighing) -> Section {
    let mut limits = vec![
        "All of this follows from the judgements in the case. They are somebody's, and no \
         finding of this program."
            .to_owned(),
        "How likely the evidence is under \"none of these\" can't be known. It is taken to lie \
         between the hypotheses that are listed."
            .to_owned(),
        "Ranges are worst cases: all inputs at their least favourable ends at once. They are \
         not intervals of confidence."
            .to_owned(),
        "A source is taken to be as reliable under one hypothesis as under another."
            .to_owned(),
        "What nobody has listed, because it was lost or never asked for, is not in it."
            .to_owned(),
    ];
    if weighing.has_words {
        let words = format!(
            "Words of probability mean different ranges to different readers; here they are \
             those of {}.",
            scale_name(weighing.scale)
        );
        limits.insert(2, words);
    }
    if !weighing.without.is_empty() {
        limits.push(format!(
            "Set aside: {}. What others copied from there is still discounted.",
            joined(&weighing.without)
        ));
    }
    Section::new("Limits").list(limits)
}
