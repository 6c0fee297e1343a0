//! The shares of one whole pass a hundred percent.

use crate::{
    finding::Label,
    plain,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_number::{Figure, Interval};
use alpheus_read::{Assertion, Shares};

declare_rule! {
    /// ## What it does
    /// Adds the percentages that divide one whole: its parts, its owners, its votes.
    ///
    /// ## Why it matters
    /// Parts that exclude each other can't be more than the whole: one of the figures is
    /// wrong, or they were taken from different counts.
    ///
    /// ## Example
    /// > Air is composed of nitrogen (78%), oxygen (31%) and argon (1%).
    ///
    /// 78 + 31 + 1 = 110.
    ///
    /// ## When it stays silent
    /// - Nothing says that the percentages are parts of one whole, as "consists of", "the
    ///   remaining", "of the vote" do: undecided.
    /// - The parts may overlap, as answers do, or ages and sexes: undecided.
    /// - They pass a hundred by more than any one of them, or one is the sum of others:
    ///   undecided; as where a long list makes a hundred without one of them, which cuts
    ///   across the others ("3.9% of any race").
    /// - Rounding explains it; where all are given in fives, they may be rounded to fives.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: one finding, a
    /// slip of the printed text. Of 10 such lists changed in such texts it found 10.
    pub(crate) static SHARES_OVER_WHOLE = {
        name: "shares-over-whole",
        code: "N004",
        summary: "the shares of one whole pass a hundred percent",
        level: Level::Error,
        since: "0.1.0",
        check: check,
    }
}

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for statement in &account.reading.statements {
        if let Assertion::Shares(shares) = &statement.assertion {
            compare(shares, sheet);
        }
    }
}

fn compare(shares: &Shares, sheet: &mut Sheet<'_>) {
    let members = &shares.members;
    let spans = members.iter().map(|member| member.span).collect();
    if let Some(reason) = shares.doubt {
        return sheet.undecided(&SHARES_OVER_WHOLE, spans, reason);
    }
    let fives = members.iter().all(|member| member.value % 5.0 == 0.0);
    let sum: Interval = members.iter().map(|member| allowed(member, fives)).sum();
    let told: f64 = members.iter().map(|member| member.value).sum();
    let terms: Vec<_> =
        members.iter().map(|member| plain::number(member.value)).collect();
    let line = format!("{} = {}", terms.join(" + "), plain::number(told));
    if sum.low <= 100.0 || sum.contains(100.0) {
        return sheet.holds(&SHARES_OVER_WHOLE, spans, line);
    }
    let most = members.iter().fold(0.0, |most: f64, member| most.max(member.value));
    if told - most > 100.0 {
        let reason = "they pass a hundred by more than any one of them";
        return sheet.undecided(&SHARES_OVER_WHOLE, spans, reason);
    }
    if nests(members) {
        let reason = "one may be the sum of others";
        return sheet.undecided(&SHARES_OVER_WHOLE, spans, reason);
    }
    if overlaps(members, sum, fives) {
        let reason = "without one of them they make a hundred";
        return sheet.undecided(&SHARES_OVER_WHOLE, spans, reason);
    }
    let mut labels = members.iter().map(|member| Label::new(member.span, "and this"));
    let first = labels.next().map(|label| Label::new(label.span, "this"));
    sheet.conflict(
        &SHARES_OVER_WHOLE,
        Conflict {
            message: format!(
                "these shares of one whole add up to {} percent",
                plain::number(told)
            ),
            labels: first.into_iter().chain(labels).collect(),
            proof: vec![format!("{line}, which is more than 100")],
            help: None,
            at_most: None,
        },
    );
}

/// What a member allows; where all are given in fives, to the nearest five.
fn allowed(member: &Figure, fives: bool) -> Interval {
    let step = if fives { member.step.max(5.0) } else { member.step };
    Figure { step, ..*member }.interval()
}

/// Whether a long list makes a hundred without one of its members, which then cuts across the
/// others: "3.9 percent of any race".
fn overlaps(members: &[Figure], sum: Interval, fives: bool) -> bool {
    const LONG: usize = 5;
    members.len() >= LONG
        && members.iter().any(|member| {
            let one = allowed(member, fives);
            Interval::new(sum.low - one.low, sum.high - one.high).contains(100.0)
        })
}

/// Whether a member is the sum of two or more that follow it, as one of a group is that is
/// divided in its turn.
fn nests(members: &[Figure]) -> bool {
    (0..members.len()).any(|at| {
        let mut sum = 0.0;
        members[at + 1..].iter().enumerate().any(|(count, member)| {
            sum += member.value;
            count > 0 && (sum - members[at].value).abs() <= member.step / 2.0
        })
    })
}
