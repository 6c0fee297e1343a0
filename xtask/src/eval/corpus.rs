//! Noisy articles made up with a seed: words of syllables drawn as words of a language are
//! (Zipf), passages that several articles share, and the misprints of a scanner.

use anyhow::Result;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

/// A generator of numbers that any machine repeats (`SplitMix64`, Steele and others 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.roll() % bound as u64) as usize
    }

    /// A rank in a vocabulary: the first ranks most often.
    fn rank(&mut self, words: usize) -> usize {
        // The third power of a chance is about as uneven as Zipf's law.
        const SIDES: usize = 1 << 12;
        let share = self.below(SIDES);
        share * share * share / SIDES * words / SIDES / SIDES
    }
}

/// The words of the language.
fn vocabulary(dice: &mut Dice) -> Vec<String> {
    const HEADS: [&str; 18] = [
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "w", "st", "th",
        "br", "",
    ];
    const TAILS: [&str; 14] =
        ["a", "e", "i", "o", "u", "an", "en", "er", "in", "on", "ar", "ea", "ing", "ed"];
    let word = |at: usize, dice: &mut Dice| -> String {
        let syllables = 1 + usize::from(at > 40) + usize::from(at > 400) + dice.below(2);
        let mut word = String::new();
        for _ in 0..syllables {
            word += HEADS[dice.below(HEADS.len())];
            word += TAILS[dice.below(TAILS.len())];
        }
        word
    };
    (0..20_000).map(|at| word(at, dice)).collect()
}

fn words(count: usize, vocabulary: &[String], dice: &mut Dice) -> Vec<String> {
    (0..count).map(|_| vocabulary[dice.rank(vocabulary.len())].clone()).collect()
}

/// Prints words with so many misprints in a thousand letters.
fn printed(words: &[String], misprints: usize, dice: &mut Dice) -> String {
    const LOOKS_LIKE: [(char, char); 10] = [
        ('e', 'c'),
        ('o', 'e'),
        ('i', 'l'),
        ('t', 'f'),
        ('n', 'u'),
        ('h', 'b'),
        ('s', '5'),
        ('a', 'n'),
        ('g', 'q'),
        ('r', 'i'),
    ];
    let mut text = String::new();
    for letter in words.join(" ").chars() {
        if dice.below(1000) >= misprints {
            text.push(letter);
            continue;
        }
        match dice.below(5) {
            0 => {}
            1 => text.extend([letter, 'r']),
            _ => {
                let like = LOOKS_LIKE.iter().find(|(read, _)| *read == letter);
                text.push(like.map_or(letter, |(_, seen)| *seen));
            }
        }
    }
    text
}

/// Writes articles of about so many bytes in all, each in a series of its own.
///
/// # Errors
/// If the file can't be written.
pub(crate) fn write(path: &Path, bytes: usize) -> Result<()> {
    let mut dice = Dice(1848);
    let vocabulary = vocabulary(&mut dice);
    let mut out = BufWriter::new(File::create(path)?);
    let mut shared: Vec<Vec<String>> = Vec::new();
    let (mut written, mut article) = (0, 0);
    while written < bytes {
        let misprints = [0, 20, 50, 100, 150][dice.below(5)];
        let mut body = words(120 + dice.below(200), &vocabulary, &mut dice);
        for _ in 0..dice.below(3) {
            // An old passage of those about, so that clusters stay as large as they are.
            if shared.len() < 40 || dice.below(3) == 0 {
                let fresh = words(12 + dice.below(150), &vocabulary, &mut dice);
                shared.push(fresh);
            }
            let recent = shared.len() - 1 - dice.below(shared.len().min(400));
            body.extend(shared[recent].iter().cloned());
            body.extend(words(20, &vocabulary, &mut dice));
        }
        let text = printed(&body, misprints, &mut dice);
        written += text.len();
        let record = serde_json::json!({
            "id": format!("a{article:06}"), "series": format!("s{article}"), "text": text,
        });
        writeln!(out, "{record}")?;
        article += 1;
    }
    out.flush()?;
    Ok(())
}
