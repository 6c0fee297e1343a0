//! Tokens: runs of letters, runs of digits, and single marks.
//!
//! One pass over the bytes serves every later reader, so a token carries what they ask for:
//! its span, its shape, whether white space stands before it, and a key that is equal for
//! words equal but for case. A lexicon is a map from keys, and no word is compared as text.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// For a word: [`key`] of it. For a number: its value, `u64::MAX` where it has more
    /// than 18 digits.
    pub key: u64,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space (or the block's start) stands before it.
    pub spaced: bool,
    /// Whether it is the first of a sentence.
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

    /// Its value, if it is a number of at most 18 digits.
    pub fn number(&self) -> Option<u64> {
        (self.kind == TokenKind::Number && self.key != u64::MAX).then_some(self.key)
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The key of a word: FNV-1a over its lower-cased letters.
///
/// # Example: case is folded
/// ```
/// use alpheus_text::key;
/// assert_eq!(key("May"), key("MAY"));
/// assert_ne!(key("May"), key("March"));
/// ```
pub const fn key(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = SEED;
    let mut i = 0;
    while i < bytes.len() {
        hash = step(hash, bytes[i].to_ascii_lowercase());
        i += 1;
    }
    hash
}

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

/// Appends the tokens of `prose[span]`.
pub(crate) fn tokenize(prose: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut spaced = true;
    let mut at = span.start as usize;
    let end = span.end as usize;
    let bytes = prose.as_bytes();
    while at < end {
        let byte = bytes[at];
        let from = at;
        let mut token = Token {
            span: Span::default(),
            key: 0,
            kind: TokenKind::Word,
            spaced,
            starts_sentence: false,
            capital: false,
            upper: false,
        };
        if byte == 0 {
            at += 1;
            continue;
        } else if byte.is_ascii_whitespace() {
            spaced = true;
            at += 1;
            continue;
        } else if byte.is_ascii_digit() {
            while at < end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            token.kind = TokenKind::Number;
            token.key = prose[from..at]
                .parse()
                .ok()
                .filter(|_| at - from <= 18)
                .unwrap_or(u64::MAX);
        } else {
            let first = prose[at..].chars().next().unwrap_or('\u{fffd}');
            if first == '\u{a0}' || first.is_whitespace() {
                spaced = true;
                at += first.len_utf8();
                continue;
            } else if first.is_alphabetic() {
                let mut hash = SEED;
                let mut upper = true;
                let mut letters = 0;
                for c in prose[at..end].chars() {
                    if !c.is_alphabetic() && c != '\u{ad}' {
                        break;
                    }
                    upper &= c.is_uppercase();
                    letters += 1;
                    let mut buffer = [0; 4];
                    for b in c.encode_utf8(&mut buffer).bytes() {
                        hash = step(hash, b.to_ascii_lowercase());
                    }
                    at += c.len_utf8();
                }
                token.key = hash;
                token.capital = first.is_uppercase();
                token.upper = upper && letters > 1;
            } else {
                at += first.len_utf8();
                token.kind = TokenKind::Mark(fold(first));
            }
        }
        token.span = Span::new(from as u32, at as u32);
        tokens.push(token);
        spaced = false;
    }
    if let Some(first) = tokens.first_mut() {
        first.starts_sentence = true;
    }
}

/// Folds the many forms of a mark to one.
fn fold(mark: char) -> char {
    match mark {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' => '–',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' => '"',
        other => other,
    }
}
