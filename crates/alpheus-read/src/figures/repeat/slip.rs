//! Slips of the pen: digits swapped, one digit another.

use super::mention::Mention;

/// How two figures are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They are equal.
    Same,
    /// Two digits have changed places: 1,194 and 1,914.
    Swapped,
    /// One digit is another: 1,192 and 1,102.
    OneDigit,
}

impl Likeness {
    /// Of the figures with one key, each is compared with so many before it.
    const fn before(self) -> usize {
        match self {
            Likeness::Same => 4,
            Likeness::Swapped | Likeness::OneDigit => 48,
        }
    }
}

/// Shows `visit` the pairs of mentions that count the same noun and are alike, the later
/// mention first.
///
/// A figure of `n` digits gets `n + 2` keys: its value, its digits in order of size, and its
/// digits with each left out in turn; alike figures share one. Sorting the keys brings them
/// together, so the time is that of a sort.
pub(super) fn alike(mentions: &[Mention], mut visit: impl FnMut(usize, usize, Likeness)) {
    let mut keys = Vec::with_capacity(mentions.len() * 5);
    for (index, mention) in mentions.iter().enumerate() {
        mention_keys(mention, |kind, key| keys.push((kind, key as u32, index as u32)));
    }
    keys.sort_unstable();
    for group in keys.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (position, &(kind, _, later)) in group.iter().enumerate() {
            let later = later as usize;
            for &(_, _, earlier) in
                &group[position.saturating_sub(kind.before())..position]
            {
                let earlier = earlier as usize;
                if likeness(&mentions[earlier], &mentions[later]) == Some(kind) {
                    visit(later, earlier, kind);
                }
            }
        }
    }
}

/// How two figures of one noun are alike, if they are.
fn likeness(a: &Mention, b: &Mention) -> Option<Likeness> {
    if a.noun != b.noun || a.scale != b.scale || a.stands_with(b) {
        return None;
    }
    if a.digits == b.digits {
        return Some(Likeness::Same);
    }
    let plain = a.is_plain() && b.is_plain();
    if !plain && a.interval().meets(b.interval()) {
        return None;
    }
    match changed(a.digits, b.digits)? {
        (_, None) if plain && a.digits > 99 => Some(Likeness::OneDigit),
        ((a, b), Some((c, d))) if a == d && b == c => Some(Likeness::Swapped),
        _ => None,
    }
}

/// A digit, and what it is in another number.
type Change = (u64, u64);

/// The one or two digits in which two numbers of one length differ.
fn changed(mut a: u64, mut b: u64) -> Option<(Change, Option<Change>)> {
    let (mut first, mut second) = (None, None);
    while a > 0 && b > 0 {
        let change = Some((a % 10, b % 10)).filter(|(a, b)| a != b);
        match (change, first, second) {
            (None, _, _) => {}
            (_, None, _) => first = change,
            (_, _, None) => second = change,
            _ => return None,
        }
        (a, b) = (a / 10, b / 10);
    }
    Some((first?, second)).filter(|_| a == b)
}

fn mention_keys(mention: &Mention, mut put: impl FnMut(Likeness, u64)) {
    let seed = mix(u64::from(mention.noun), u64::from(mention.scale.unsigned_abs()));
    let mut counts = [0_u64; 10];
    let mut place = 1;
    let mut rest = mention.digits;
    while rest > 0 {
        let digit = rest % 10;
        counts[digit as usize] += 1;
        if mention.digits > 99 {
            put(
                Likeness::OneDigit,
                mix(mix(seed, place), mention.digits - digit * place),
            );
        }
        (rest, place) = (rest / 10, place.saturating_mul(10));
    }
    put(Likeness::Swapped, counts.into_iter().fold(seed, mix));
    put(Likeness::Same, mix(seed, mention.digits));
}

/// Mixes a number into a key, after the finaliser of `MurmurHash3`.
fn mix(key: u64, number: u64) -> u64 {
    let mut hash = key.rotate_left(23) ^ number.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ hash >> 33
}

/// How unlikely two figures of one thing are to be so alike by chance, in nats: among all
/// figures with as many digits, those that are one such slip away are few. Figures that a
/// text tells in a row are near each other, so a changed digit counts for less.
pub(super) fn surprise(mention: &Mention, other: &Mention, likeness: Likeness) -> f64 {
    /// What telling in a row takes off.
    const ROW: f64 = 3.0;
    /// What rounding takes off, where one figure may be the other rounded.
    const ROUNDED: f64 = 4.0;
    let digits = f64::from(significant(mention.digits).max(significant(other.digits)));
    let round = if rounds(mention, other) { ROUNDED } else { 0.0 };
    let others = 9.0 * 10_f64.powf(digits - 1.0);
    match likeness {
        Likeness::Same => others.ln(),
        Likeness::Swapped => (others / (digits - 1.0).max(1.0)).ln(),
        Likeness::OneDigit => (others / (9.0 * digits)).ln() - ROW - round,
    }
}

/// Whether the rounder of two figures may be the other, rounded.
fn rounds(a: &Mention, b: &Mention) -> bool {
    let place = |mention: &Mention| {
        let mut place = 1;
        while mention.digits > 0 && mention.digits.is_multiple_of(place * 10) {
            place *= 10;
        }
        place
    };
    2 * a.digits.abs_diff(b.digits) <= place(a).max(place(b))
}

/// How many digits a number has before the zeros that it ends in.
fn significant(mut digits: u64) -> u32 {
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(1, |log| log + 1)
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn changes_are_seen_digit_by_digit() {
        assert_eq!(changed(1192, 1102), Some(((9, 0), None)));
        assert_eq!(changed(1194, 1914), Some(((9, 1), Some((1, 9)))));
        assert_eq!(changed(1194, 1194), None);
        assert_eq!(changed(119, 1190), None);
        assert_eq!(changed(1234, 4321), None);
    }

    #[test]
    fn zeros_at_the_end_are_not_significant() {
        assert_eq!([0, 7, 700, 1200, 97_253].map(super::significant), [1, 1, 1, 2, 5]);
    }
}
