//! Numbers in words, put together word by word.

use super::{
    Numeral, fraction_of, pair, scaled,
    words::{
        Part::{self, And, Hundred, Lot, Scale, Scales, Share, Shares, Ten, Unit},
        joint, part,
    },
};
use crate::Token;

/// A number in words that is being put together.
pub(super) struct Sum {
    /// What the scales have closed.
    closed: f64,
    /// What the next scale multiplies, below a thousand (or "eighteen hundred").
    open: f64,
    /// The least scale so far: the next must be smaller.
    scale: f64,
    /// The place that the next word may fill: it must be below this.
    room: u32,
    /// The worth of the last place so far.
    step: f64,
}

impl Sum {
    /// Takes a word in, if a number goes on with it.
    pub(super) fn take(&mut self, part: Part) -> bool {
        match part {
            Unit(n) if self.room >= 100 || (self.room == 10 && n > 0 && n < 10) => {
                self.open += f64::from(n);
                (self.room, self.step) = (0, 1.0);
            }
            Ten(n) if self.room >= 100 => {
                self.open += f64::from(n);
                (self.room, self.step) = (10, 1.0);
            }
            Hundred if self.open < 100.0 && self.room < 1000 => {
                self.open *= 100.0;
                (self.room, self.step) = (100, 100.0);
            }
            Scale(scale) | Scales(scale) if scale < self.scale && self.open > 0.0 => {
                self.closed += self.open * scale;
                (self.open, self.scale, self.room) = (0.0, scale, 1000);
                self.step *= scale;
            }
            // "two thousand million"
            Scale(scale) | Scales(scale)
                if scale > self.scale && self.open == 0.0 && self.closed < scale =>
            {
                self.closed *= scale;
                self.step *= scale;
            }
            _ => return false,
        }
        true
    }

    pub(super) fn value(&self) -> f64 {
        self.closed + self.open
    }

    /// Whether "and" may lead on to a smaller part.
    pub(super) fn takes_and(&self) -> bool {
        self.room == 100 || (self.room == 1000 && self.closed > 0.0)
    }

    /// What "and a half" is a half of: a closed scale ("a million and a half") or one.
    fn last(&self) -> f64 {
        if self.open == 0.0 && self.closed > 0.0 { self.scale } else { 1.0 }
    }
}

/// Reads words from `at`; "a" before a hundred or a scale was skipped and counts as one.
pub(super) fn in_words(tokens: &[Token], from: usize) -> Numeral {
    let (sum, used) = sum(tokens, from);
    let number = Numeral { value: sum.value(), step: sum.step, used };
    let at = used + joint(tokens, used);
    if let Some(Lot(size)) = part(tokens.get(at)) {
        return and_rest(tokens, number.times(f64::from(size), at + 1));
    }
    match and_share(tokens, used) {
        Some(share) => {
            let last = share.times(sum.last(), share.used);
            scaled(tokens, Numeral { value: number.value + last.value, ..last })
        }
        None => compound_tens(tokens, number),
    }
}

pub(super) fn sum(tokens: &[Token], from: usize) -> (Sum, usize) {
    let mut sum =
        Sum { closed: 0.0, open: 0.0, scale: f64::INFINITY, room: 1000, step: 1.0 };
    if matches!(part(tokens.get(from)), Some(Hundred | Scale(_))) {
        (sum.open, sum.room) = (1.0, 0);
    }
    let mut used = from;
    loop {
        let mut at = used;
        if used > from {
            at += joint(tokens, at);
            if sum.takes_and() && part(tokens.get(at)) == Some(And) {
                at += 1;
                at += joint(tokens, at);
                if closes_higher(tokens, at) {
                    return (sum, used);
                }
            }
        }
        match part(tokens.get(at)) {
            Some(part) if sum.take(part) => used = at + 1,
            _ => return (sum, used),
        }
    }
}

/// Whether the number after an "and" is itself counted in hundreds: "two hundred and three
/// hundred" are two numbers.
fn closes_higher(tokens: &[Token], at: usize) -> bool {
    matches!(part(tokens.get(at)), Some(Unit(_) | Ten(_)))
        && (at + 1..at + 4).find_map(|at| part(tokens.get(at))) == Some(Hundred)
}

/// "three score and ten", "fourscore and seven".
pub(super) fn and_rest(tokens: &[Token], lots: Numeral) -> Numeral {
    if part(tokens.get(lots.used)) != Some(And) || lots.value % 20.0 != 0.0 {
        return lots;
    }
    match pair(&tokens[lots.used + 1..]) {
        Some((n @ 1..20, taken)) => Numeral {
            value: lots.value + f64::from(n),
            step: 1.0,
            used: lots.used + 1 + taken,
        },
        _ => lots,
    }
}

/// "and a half", "and three-quarters", and how far it reaches.
fn and_share(tokens: &[Token], used: usize) -> Option<Numeral> {
    let and = used + joint(tokens, used);
    if part(tokens.get(and)) != Some(And) {
        return None;
    }
    let from = and + 1 + joint(tokens, and + 1);
    let share = fraction_of(&tokens[from..])?;
    (share.used > 1).then_some(Numeral { used: from + share.used, ..share })
}

/// "five-and-twenty", "five and twenty".
fn compound_tens(tokens: &[Token], number: Numeral) -> Numeral {
    let and = 1 + joint(tokens, 1);
    let ten = and + 1 + joint(tokens, and + 1);
    if number.used == 1
        && matches!(part(tokens.first()), Some(Unit(1..10)))
        && part(tokens.get(and)) == Some(And)
        && let Some(Ten(n)) = part(tokens.get(ten))
        && (and > 1 || !continues(tokens, ten + 1))
    {
        let value = f64::from(n) + number.value;
        return scaled(tokens, Numeral { value, step: 1.0, used: ten + 1 });
    }
    number
}

/// Whether a number goes on at `at`: the "twenty-two" of "five and twenty-two" is another.
fn continues(tokens: &[Token], at: usize) -> bool {
    let at = at + joint(tokens, at);
    matches!(
        part(tokens.get(at)),
        Some(Unit(_) | Hundred | Scale(_) | Scales(_) | Lot(_) | Share(_) | Shares(_))
    )
}
