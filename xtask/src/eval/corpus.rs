//! Noisy articles made up with a seed: words drawn as those of a language are (Zipf), many of
//! them as they go with the word before, passages that several articles share, and the misprints
//! of a scanner.

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

    /// A number from 0 up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are kept")]
    fn share(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How many words a language has.
const WORDS: usize = 30_000;

/// A rank by Zipf's law as Mandelbrot (1953) has it, the first ranks most often: their shares
/// fall with the rank, but those of the first few less.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a rank is a small number"
)]
fn rank(ranks: usize, dice: &mut Dice) -> usize {
    const FLAT: f64 = 2.7;
    let rank = FLAT * ((ranks as f64 + FLAT) / FLAT).powf(dice.share()) - FLAT;
    (rank as usize).min(ranks - 1)
}

/// A letter after another, about as often as in English: vowels and consonants mostly take
/// turns, and some consonants go together.
fn letter(before: Option<u8>, dice: &mut Dice) -> u8 {
    const VOWELS: &[u8] = b"eeeeeeeeeaaaaaaaiiiiiiiooooooouuuy";
    const FIRST: &[u8] = b"tttsssccppbbmmffddrrhhllwwggnnvjkq";
    const AFTER_VOWELS: &[u8] = b"nnnnnnrrrrrrtttttsssssllllddddmmccvvpgkfbwxz";
    const AFTER: [(u8, &[u8]); 8] = [
        (b't', b"hhhhrr"),
        (b's', b"tttthpc"),
        (b'c', b"hhkt"),
        (b'n', b"gggdddtttcs"),
        (b'r', b"dtsmn"),
        (b'l', b"lldy"),
        (b'p', b"rlp"),
        (b'g', b"hr"),
    ];
    let mut of = |letters: &[u8]| letters[dice.below(letters.len())];
    match before {
        None if of(&[0, 0, 1]) == 1 => of(VOWELS),
        None => of(FIRST),
        Some(b'a' | b'e' | b'i' | b'o' | b'u') if of(&[0, 0, 0, 0, 0, 1]) == 1 => {
            of(VOWELS)
        }
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => of(AFTER_VOWELS),
        Some(before) => {
            let after = AFTER.iter().find(|(letter, _)| *letter == before);
            let goes_on = of(&[0, 0, 0, 1]) == 1;
            of(after.filter(|_| goes_on).map_or(VOWELS, |(_, letters)| letters))
        }
    }
}

/// Words in a row.
fn text<'l>(count: usize, words: &'l [String], dice: &mut Dice) -> Vec<&'l str> {
    let mut word = rank(WORDS, dice);
    let row = std::iter::repeat_with(|| {
        word = next(word, dice);
        words[word].as_str()
    });
    row.take(count).collect()
}

/// How often a word is one of those that go with the word before.
const TURNS: f64 = 0.7;
/// How many words go with a word, the first of them most often.
const FOLLOWERS: usize = 60;

/// The word after another: as often as not one that goes with it, as in the turns of phrase of
/// a language.
fn next(word: usize, dice: &mut Dice) -> usize {
    if dice.share() >= TURNS {
        return rank(WORDS, dice);
    }
    let follower = rank(FOLLOWERS, dice);
    // Always the same word in the same place, and common words in most places.
    rank(WORDS, &mut Dice((word * FOLLOWERS + follower) as u64))
}

/// A word of the language: the common ones are short.
fn word(at: usize, dice: &mut Dice) -> String {
    let length = match at {
        0..=20 => 2 + dice.below(2),
        21..=200 => 3 + dice.below(3),
        201..=4000 => 4 + dice.below(5),
        _ => 5 + dice.below(7),
    };
    let mut word = Vec::new();
    for _ in 0..length {
        word.push(letter(word.last().copied(), dice));
    }
    word.into_iter().map(char::from).collect()
}

/// Prints words with so many misprints in a thousand letters.
fn printed(words: &[&str], misprints: usize, dice: &mut Dice) -> String {
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
    let words: Vec<String> = (0..WORDS).map(|at| word(at, &mut dice)).collect();
    let mut out = BufWriter::new(File::create(path)?);
    let mut shared: Vec<Vec<&str>> = Vec::new();
    let (mut written, mut article) = (0, 0);
    while written < bytes {
        let misprints = [0, 20, 50, 100, 150][dice.below(5)];
        let mut body = text(120 + dice.below(200), &words, &mut dice);
        for _ in 0..dice.below(3) {
            // An old passage of those about, so that clusters stay as large as they are.
            if shared.len() < 40 || dice.below(3) == 0 {
                shared.push(text(12 + dice.below(150), &words, &mut dice));
            }
            let recent = shared.len() - 1 - dice.below(shared.len().min(400));
            body.extend(&shared[recent]);
            body.extend(text(20, &words, &mut dice));
        }
        let printed = printed(&body, misprints, &mut dice);
        written += printed.len();
        let record = serde_json::json!({
            "id": format!("a{article:06}"), "series": format!("s{article}"), "text": printed,
        });
        writeln!(out, "{record}")?;
        article += 1;
    }
    out.flush()?;
    Ok(())
}
