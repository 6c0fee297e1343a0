//! Tokens: runs of letters, runs of digits, and single marks.
//!
//! One pass over the bytes serves every later reader, so a token carries what they ask for:
//! its span, its shape, whether white space stands before it, and a key that is equal for
//! words equal but for case. A lexicon is a map from keys, and no word is compared as text.
//!
//! Nearly all bytes of English prose are ASCII, so a table of byte classes steers the scan,
//! and characters are decoded only where a byte is not ASCII.

use crate::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Number,
    /// One mark or symbol, dashes and quotes folded to their ASCII kin
    /// (`-` for a hyphen, `–` for both longer dashes, `'`, `"`).
    Mark(char),
}

/// A token of a text.
#[expect(clippy::struct_excessive_bools, reason = "what readers ask for, each by itself")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// For a word: [`key`] of it. For a number: its value, `u64::MAX` where it has more
    /// than 18 digits. For a mark: 0.
    pub key: u64,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space (or the block's start) stands before it.
    pub spaced: bool,
    /// Whether it is the first of a sentence, be it a word or an opening mark.
    pub starts_sentence: bool,
    /// A word whose first letter is a capital.
    pub capital: bool,
    /// A word of two or more letters, all capitals.
    pub upper: bool,
}

impl Token {
    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// The key of a word; of anything else 0, which is no word's.
    #[inline]
    pub fn word_key(&self) -> u64 {
        if self.is_word() { self.key } else { 0 }
    }

    /// Its value, if it is a number of at most 18 digits.
    pub fn number(&self) -> Option<u64> {
        (self.kind == TokenKind::Number && self.key != u64::MAX).then_some(self.key)
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

/// A key on its way: letters are taken in eight at a time, as one number, and the two halves
/// of a product carry each of them to all places (the folded multiplication of wyhash).
#[derive(Clone, Copy)]
struct Hasher {
    hash: u64,
    /// The letters since, the first of them lowest.
    eight: u64,
    /// How many bits of `eight` are taken.
    filled: u32,
}

impl Hasher {
    const fn new() -> Self {
        const SEED: u64 = 0xcbf2_9ce4_8422_2325;
        Hasher { hash: SEED, eight: 0, filled: 0 }
    }

    #[inline]
    const fn letter(mut self, byte: u8) -> Self {
        self.eight |= (byte as u64) << self.filled;
        self.filled += 8;
        if self.filled == u64::BITS { self.take(self.eight) } else { self }
    }

    /// Takes in letters that begin at a multiple of eight.
    #[inline]
    const fn take(self, eight: u64) -> Self {
        /// 2^64 parted by the golden ratio.
        const FACTOR: u128 = 0x9e37_79b9_7f4a_7c15;
        let product = (self.hash ^ eight) as u128 * FACTOR;
        let hash = product as u64 ^ (product >> u64::BITS) as u64;
        Hasher { hash, eight: 0, filled: 0 }
    }

    const fn key(self) -> u64 {
        if self.filled == 0 { self.hash } else { self.take(self.eight).hash }
    }
}

/// The key of a word: a hash of its letters in lower case.
///
/// Letters beyond Latin-1 must be given in lower case, as a lexicon gives them; tokens of a
/// text have theirs lowered, soft hyphens dropped, ligatures and the long s undone.
///
/// # Example: case is folded
/// ```
/// use alpheus_text::key;
/// assert_eq!(key("May"), key("MAY"));
/// assert_ne!(key("May"), key("March"));
/// assert_eq!(key("Élysée"), key("élysée"));
/// ```
pub const fn key(word: &str) -> u64 {
    key_of(word.as_bytes(), 0, word.len())
}

/// The key of the word in `bytes[start..end]`.
pub(crate) const fn key_of(bytes: &[u8], start: usize, end: usize) -> u64 {
    let mut hasher = Hasher::new();
    let mut i = start;
    while i < end {
        let latin = i > start && bytes[i - 1] == 0xc3;
        let byte = match bytes[i] {
            byte @ 0x80..=0x9e if latin && byte != 0x97 => byte + 0x20,
            byte => byte.to_ascii_lowercase(),
        };
        hasher = hasher.letter(byte);
        i += 1;
    }
    hasher.key()
}

/// Eight bytes of a text at once.
#[derive(Clone, Copy)]
struct Eight(u64);

impl Eight {
    const fn of(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }

    /// The bytes at the head of `bytes`; 0 past its end.
    #[inline]
    fn load(bytes: &[u8]) -> Self {
        Eight(bytes.first_chunk().map_or_else(
            || bytes.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
            |eight| u64::from_le_bytes(*eight),
        ))
    }

    /// How many ASCII letters are at its head. Of each byte the highest bit is made to tell
    /// whether it is one; no sum goes over into the next byte.
    #[inline]
    fn letters(self) -> u32 {
        const HIGH: u64 = Eight::of(0x80);
        let small = (self.0 | Eight::of(0x20)) & !HIGH;
        let from_a = small + Eight::of(0x80 - b'a');
        let past_z = small + Eight::of(0x7f - b'z');
        let letter = from_a & !past_z & !self.0 & HIGH;
        (letter ^ HIGH).trailing_zeros() / 8
    }

    /// Its first bytes, with 0 in place of the others.
    #[inline]
    fn head(self, bytes: u32) -> Self {
        Eight(self.0 & u64::MAX.checked_shr(u64::BITS - 8 * bytes).unwrap_or(0))
    }

    /// The bits that small letters have and capitals lack.
    #[inline]
    fn small(self) -> u64 {
        self.0 & Eight::of(0x20)
    }
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Space,
    Mark,
    /// Masked: nothing stands here.
    Filler,
    /// The first byte of a longer character.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            0 => Class::Filler,
            b'0'..=b'9' => Class::Digit,
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            1..=b' ' | 0x7f => Class::Space,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

#[inline]
fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// A token of English prose has more bytes, with the space before it.
const BYTES: usize = 4;

/// Appends the tokens of `prose[span]`, with no sentence marked.
pub(crate) fn tokenize(prose: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut scan = Scan { prose: &prose[..span.range().end], at: span.range().start };
    tokens.reserve(span.len() as usize / BYTES);
    let mut spaced = true;
    while let Some(&byte) = scan.bytes().get(scan.at) {
        // Most tokens are words of small letters with a space behind them. A processor that
        // has to guess where a jump goes is wrong at every third mark, so these are asked
        // for first, and the space is taken without asking. Each kind is put down in its own
        // place: a token that may be of any would be handed over in memory, in pieces.
        if byte.is_ascii_alphabetic() {
            tokens.push(Token { spaced, ..scan.word() });
        } else {
            let class = match class(byte) {
                Class::Wide => scan.wide(),
                other => other,
            };
            match class {
                Class::Space | Class::Filler => {
                    spaced |= class == Class::Space;
                    scan.skip();
                    continue;
                }
                Class::Letter => tokens.push(Token { spaced, ..scan.wide_word(scan.at) }),
                Class::Digit => tokens.push(Token { spaced, ..scan.number() }),
                Class::Mark | Class::Wide => {
                    tokens.push(Token { spaced, ..scan.mark(spaced) });
                }
            }
        }
        spaced = scan.bytes().get(scan.at) == Some(&b' ');
        scan.at += usize::from(spaced);
    }
}

/// A place in the prose of a block, which ends where the block ends.
struct Scan<'a> {
    prose: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    #[inline]
    fn bytes(&self) -> &'a [u8] {
        self.prose.as_bytes()
    }

    fn ends_line(&self) -> bool {
        matches!(self.bytes()[self.at..], [b'\n', ..] | [b'\r', b'\n', ..])
    }

    fn char(&self) -> char {
        self.prose[self.at..].chars().next().unwrap_or('\0')
    }

    /// The class of the character here, which is not ASCII.
    fn wide(&self) -> Class {
        match self.char() {
            c if invisible(c) => Class::Filler,
            c if c.is_whitespace() => Class::Space,
            c if c.is_alphabetic() => Class::Letter,
            _ => Class::Mark,
        }
    }

    #[inline]
    fn skip(&mut self) {
        self.at += if self.bytes()[self.at] < 0x80 { 1 } else { self.char().len_utf8() };
    }

    fn token(&self, from: usize, kind: TokenKind, key: u64) -> Token {
        Token {
            span: Span::new(from as u32, self.at as u32),
            key,
            kind,
            spaced: false,
            starts_sentence: false,
            capital: false,
            upper: false,
        }
    }

    #[inline]
    fn word(&mut self) -> Token {
        let (bytes, from) = (self.bytes(), self.at);
        let mut hasher = Hasher::new();
        let (mut at, mut upper) = (from, true);
        loop {
            let eight = Eight::load(&bytes[at..]);
            let letters = eight.letters();
            let head = eight.head(letters);
            upper &= head.small() == 0;
            at += letters as usize;
            if letters > 0 {
                let spread = Eight(Eight::of(0x20)).head(letters);
                hasher = hasher.take(head.0 | spread.0);
            }
            if letters < 8 {
                break;
            }
        }
        self.at = at;
        if at < bytes.len() && matches!(class(bytes[at]), Class::Wide | Class::Filler) {
            return self.wide_word(from);
        }
        Token {
            capital: bytes[from].is_ascii_uppercase(),
            upper: upper && at - from > 1,
            ..self.token(from, TokenKind::Word, hasher.key())
        }
    }

    /// A word with characters in it that are not ASCII, or with markup in the middle.
    #[cold]
    fn wide_word(&mut self, from: usize) -> Token {
        let mut hasher = Hasher::new();
        let (mut letters, mut capitals, mut end) = (0, 0, from);
        for (offset, c) in self.prose[from..].char_indices() {
            if c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c) {
                letters += 1;
                capitals += u32::from(c.is_uppercase());
                hasher = letter(hasher, c);
                end = from + offset + c.len_utf8();
            } else if c != '\0' && !invisible(c) {
                break;
            }
        }
        self.at = end;
        Token {
            capital: self.prose[from..].starts_with(char::is_uppercase),
            upper: letters > 1 && capitals == letters,
            ..self.token(from, TokenKind::Word, hasher.key())
        }
    }

    #[inline]
    fn number(&mut self) -> Token {
        let (bytes, from) = (self.bytes(), self.at);
        let (mut value, mut digits) = (0_u64, 0);
        let mut at = from;
        while at < bytes.len() {
            match class(bytes[at]) {
                Class::Digit => {
                    value =
                        value.wrapping_mul(10).wrapping_add(u64::from(bytes[at] - b'0'));
                    digits += 1;
                    self.at = at + 1;
                }
                Class::Filler => {}
                _ => break,
            }
            at += 1;
        }
        let key = if digits > 18 { u64::MAX } else { value };
        self.token(from, TokenKind::Number, key)
    }

    /// A mark; a hyphen that ends a line takes the line end with it.
    #[inline]
    fn mark(&mut self, spaced: bool) -> Token {
        let from = self.at;
        let mark = match self.bytes()[from] {
            byte @ 0..0x80 => char::from(byte),
            _ => self.char(),
        };
        self.at += mark.len_utf8();
        let token = self.token(from, TokenKind::Mark(fold(mark)), 0);
        if token.is('-') && !spaced && self.ends_line() {
            self.join_lines();
        }
        token
    }

    /// Goes over the line end after the hyphen of a compound, which parts nothing:
    /// "twenty-", and on the next line "one".
    #[cold]
    fn join_lines(&mut self) {
        let rest = &self.prose[self.at..];
        let next = rest.trim_start_matches(['\0', ' ', '\t', '\r', '\n']);
        if next.starts_with(char::is_lowercase) {
            self.at += rest.len() - next.len();
        }
    }
}

/// Characters that neither show nor part words: joiners, direction marks, soft hyphens.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Carries the key of a word on by a letter.
fn letter(hasher: Hasher, c: char) -> Hasher {
    let plain = match c {
        'ſ' => "s",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => {
            let mut buffer = [0; 4];
            return c.to_lowercase().fold(hasher, |hasher, c| {
                c.encode_utf8(&mut buffer).bytes().fold(hasher, Hasher::letter)
            });
        }
    };
    plain.bytes().fold(hasher, Hasher::letter)
}

/// Folds the many forms of a mark to one.
fn fold(mark: char) -> char {
    match mark {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' => '–',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' => '"',
        other => other,
    }
}
