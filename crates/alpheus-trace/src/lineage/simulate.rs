//! Copying whose tree is known: texts copied along random trees with the errors of copyists and
//! of scanners.
//!
//! The errors are not made by the model that the lineage reckons with: omissions have long tails,
//! spellings change by rules that a copyist applies to many words, and scanners damage letters.
//! Words have the frequencies of natural language (Zipf 1935).

use super::{Dates, Options, Parent, Witness, lineage};
use std::iter::Sum;

/// What is simulated.
#[derive(Clone, Copy, Debug)]
pub struct Copying {
    /// How many witnesses are made, those that get lost not counted.
    pub witnesses: usize,
    /// The words of the first.
    pub words: usize,
    /// How many words in a thousand a copyist changes, and how often in a thousand he omits or
    /// adds words.
    pub slips: u64,
    /// How many letters in a thousand a scanner damages at most; each witness has its own rate.
    pub damage: u64,
    /// How many witnesses in a hundred are excerpts of their model.
    pub excerpts: u64,
    /// How many dates in a hundred are hidden.
    pub hidden: u64,
    /// How many witnesses in a hundred are lost.
    pub lost: u64,
}

/// A simulated witness.
#[derive(Clone, Debug)]
pub struct Copy {
    /// Its text, as it was scanned.
    pub text: String,
    /// The day on which it was made, counted on.
    pub day: i32,
    /// Whether the day is known.
    pub dated: bool,
    /// The nearest witness at hand that it goes back to.
    pub ancestor: Option<usize>,
    /// Whether it is copied from that one itself; the first is.
    pub direct: bool,
}

/// Numbers that look like chance, the same for the same seed (`SplitMix64`, Steele et al. 2014).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn index(&mut self, bound: usize) -> usize {
        self.below(bound as u64) as usize
    }

    /// True so many times in a thousand.
    fn permille(&mut self, times: u64) -> bool {
        self.below(1000) < times
    }

    /// At least 1, each more half as often but for a long tail.
    fn run(&mut self) -> usize {
        let mut count = 1;
        while count < 40 && self.permille(if count < 4 { 500 } else { 800 }) {
            count += 1;
        }
        count
    }
}

/// Made-up words, the commonest first.
struct Lexicon {
    words: Vec<String>,
    /// The sums of the frequencies up to each word.
    sums: Vec<u64>,
}

impl Lexicon {
    fn new(chance: &mut Chance) -> Self {
        const SOUNDS: [&str; 12] =
            ["b", "d", "f", "l", "m", "n", "r", "s", "t", "st", "gr", "ch"];
        const VOWELS: [&str; 7] = ["a", "e", "i", "o", "u", "ea", "ou"];
        let (mut words, mut sums, mut sum): (Vec<String>, _, _) =
            (Vec::new(), Vec::new(), 0);
        for rank in 0..4000_u64 {
            let mut word = String::new();
            // Common words are short.
            for _ in 0..=chance.below(1 + u64::from((rank + 2).ilog2()) / 3) {
                word += SOUNDS[chance.index(SOUNDS.len())];
                word += VOWELS[chance.index(VOWELS.len())];
            }
            if chance.permille(600) {
                word += SOUNDS[chance.index(9)];
            }
            sum += 1_000_000 / (rank + 2);
            words.push(word);
            sums.push(sum);
        }
        Lexicon { words, sums }
    }

    fn word(&self, chance: &mut Chance) -> String {
        let at = chance.below(self.sums.last().copied().unwrap_or(1));
        let word = self.sums.partition_point(|&sum| sum <= at);
        self.words.get(word).cloned().unwrap_or_default()
    }
}

/// A witness or a lost source before it is scanned.
struct Original {
    words: Vec<String>,
    day: i32,
    model: Option<usize>,
}

/// Copies a text along a random tree. The witnesses come in no order that tells anything.
pub fn copies(copying: Copying, chance: &mut Chance) -> Vec<Copy> {
    let lexicon = Lexicon::new(chance);
    let first: Vec<String> = (0..copying.words).map(|_| lexicon.word(chance)).collect();
    let mut made = vec![Original { words: first, day: 0, model: None }];
    let mut lost = vec![false];
    while lost.iter().filter(|lost| !**lost).count() < copying.witnesses {
        // The latest are copied more often, as news is.
        let model = if chance.permille(500) {
            made.len() - 1 - chance.index(made.len().min(4))
        } else {
            chance.index(made.len())
        };
        let words = copy(&made[model].words, copying, &lexicon, chance);
        let day = made[model].day + 1 + chance.below(20) as i32;
        made.push(Original { words, day, model: Some(model) });
        lost.push(chance.below(100) < copying.lost);
    }
    let mut kept: Vec<usize> = (0..made.len()).filter(|&one| !lost[one]).collect();
    for at in (1..kept.len()).rev() {
        kept.swap(at, chance.index(at + 1));
    }
    let scanned = kept.iter().map(|&one| scan(&made, &kept, one, copying, chance));
    scanned.collect()
}

fn scan(
    made: &[Original],
    kept: &[usize],
    one: usize,
    copying: Copying,
    chance: &mut Chance,
) -> Copy {
    let original = &made[one];
    let mut above = original.model;
    let ancestor = loop {
        let Some(at) = above else { break None };
        let place = kept.iter().position(|&kept| kept == at);
        if place.is_some() {
            break place;
        }
        above = made[at].model;
    };
    let rate = chance.below(copying.damage + 1);
    Copy {
        text: damage(&original.words.join(" "), rate, chance),
        day: original.day,
        dated: chance.below(100) >= copying.hidden,
        ancestor,
        direct: above == original.model,
    }
}

/// A copy with its copyist's errors.
fn copy(
    model: &[String],
    copying: Copying,
    lexicon: &Lexicon,
    chance: &mut Chance,
) -> Vec<String> {
    let cut = chance.below(100) < copying.excerpts && model.len() > 60;
    let model = if cut { excerpt(model, chance) } else { model };
    let habit = Habit::of(chance);
    let mut out = Vec::with_capacity(model.len());
    let mut at = 0;
    while at < model.len() {
        if chance.permille(copying.slips) {
            out.push(lexicon.word(chance));
        } else if chance.permille(copying.slips / 2) {
            at += chance.run();
            continue;
        } else {
            out.push(habit.spell(&model[at]));
        }
        if chance.permille(copying.slips / 4) {
            let added = chance.run().min(6);
            out.extend((0..added).map(|_| lexicon.word(chance)));
        }
        at += 1;
    }
    out
}

/// At least a third of it and thirty words.
fn excerpt<'m>(model: &'m [String], chance: &mut Chance) -> &'m [String] {
    let least = (model.len() / 3).max(30);
    let count = least + chance.index(model.len() - least);
    let start = chance.index(model.len() - count + 1);
    &model[start..start + count]
}

/// How a copyist spells: most as they find it.
struct Habit(Option<[&'static str; 2]>);

impl Habit {
    fn of(chance: &mut Chance) -> Self {
        const HABITS: [[&str; 2]; 6] = [
            ["ough", "uf"],
            ["eal", "el"],
            ["oust", "ust"],
            ["chi", "ci"],
            ["grea", "gre"],
            ["steas", "stes"],
        ];
        Habit(chance.permille(300).then(|| HABITS[chance.index(HABITS.len())]))
    }

    fn spell(&self, word: &str) -> String {
        match self.0 {
            Some([from, to]) => word.replace(from, to),
            None => word.to_owned(),
        }
    }
}

/// Letters taken for others, lost, or parted, so many in a thousand.
fn damage(text: &str, rate: u64, chance: &mut Chance) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if !chance.permille(rate) {
            out.push(letter);
            continue;
        }
        match chance.below(10) {
            // A space is lost, or stays.
            4.. if letter == ' ' => out.push(letter),
            _ if letter == ' ' => {}
            0 => {}
            1 => out.extend([letter, ' ']),
            2 => out.extend([letter, 'i']),
            _ => out.push(mistaken(letter, chance)),
        }
    }
    out
}

fn mistaken(letter: char, chance: &mut Chance) -> char {
    const ALIKE: [&str; 8] = ["ceo", "ilt1f", "nuh", "bh6", "rv", "sa5", "gq9", "md"];
    let kind = ALIKE.iter().find(|kind| kind.contains(letter));
    let letters = kind.copied().unwrap_or("abcdefghijklmnopqrstuvwxyz");
    let at = chance.index(letters.len());
    letters.as_bytes().get(at).map_or(letter, |&byte| char::from(byte))
}

/// How much of a known tree is found, and how much of what is said is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Witnesses.
    pub witnesses: usize,
    /// Of these, those whose likeliest parent is the nearest witness at hand that they go back to
    /// (none, for the first).
    pub likeliest: usize,
    /// Those of which it would be right to say that they are copied from the oldest.
    pub oldest: usize,
    /// Those of which something is said.
    pub said: usize,
    /// Those of which what is said is right.
    pub right: usize,
    /// Pairs of a witness and the nearest at hand that it goes back to.
    pub edges: usize,
    /// Of these, those that are linked.
    pub linked: usize,
    /// All links.
    pub links: usize,
    /// Of the edges, those to the oldest.
    pub star: usize,
    /// Witnesses whose model is lost.
    pub lost: usize,
    /// Those that are said to go back to a lost source.
    pub said_lost: usize,
    /// Those of which that is right.
    pub found_lost: usize,
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Score>>(scores: I) -> Score {
        scores.fold(Score::default(), |a, b| Score {
            witnesses: a.witnesses + b.witnesses,
            likeliest: a.likeliest + b.likeliest,
            oldest: a.oldest + b.oldest,
            said: a.said + b.said,
            right: a.right + b.right,
            edges: a.edges + b.edges,
            linked: a.linked + b.linked,
            links: a.links + b.links,
            star: a.star + b.star,
            lost: a.lost + b.lost,
            said_lost: a.said_lost + b.said_lost,
            found_lost: a.found_lost + b.found_lost,
        })
    }
}

/// Finds the lineage of simulated copies and compares it with the truth. The baseline that all
/// are copied from the oldest knows all dates, even those that are hidden.
pub fn score(copies: &[Copy]) -> Score {
    let witness = |copy: &Copy| (copy.day, copy.dated);
    let dates =
        |(day, dated): (i32, bool)| dated.then_some(Dates { first: day, last: day });
    let witnesses: Vec<Witness<'_>> = copies
        .iter()
        .map(|copy| Witness { text: &copy.text, dates: dates(witness(copy)) })
        .collect();
    let found = lineage(&witnesses, Options::default());
    let oldest = (0..copies.len()).min_by_key(|&one| copies[one].day);
    let is_edge = |[a, b]: [usize; 2]| {
        copies[a].ancestor == Some(b) || copies[b].ancestor == Some(a)
    };
    let mut score = Score { links: found.links.len(), ..Score::default() };
    score.linked = found.links.iter().filter(|link| is_edge(link.witnesses)).count();
    for (at, (copy, descent)) in copies.iter().zip(&found.descents).enumerate() {
        let count = usize::from;
        let is_lost = copy.ancestor.is_some() && !copy.direct;
        let right = match descent.parent {
            Parent::First => copy.ancestor.is_none(),
            Parent::Witness(model) => copy.ancestor == Some(model),
            Parent::Lost(_) => is_lost,
            Parent::Unknown => false,
        };
        let says_lost = matches!(descent.parent, Parent::Lost(_));
        let star = oldest.filter(|&oldest| oldest != at);
        score.witnesses += 1;
        score.likeliest += count(descent.likeliest == copy.ancestor);
        score.oldest += count(star == copy.ancestor);
        score.said += count(descent.parent != Parent::Unknown);
        score.right += count(right);
        score.edges += count(copy.ancestor.is_some());
        score.star += count(copy.ancestor.is_some() && copy.ancestor == oldest);
        score.lost += count(is_lost);
        score.said_lost += count(says_lost);
        score.found_lost += count(says_lost && is_lost);
    }
    score
}
