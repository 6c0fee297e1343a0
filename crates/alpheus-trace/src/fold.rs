//! Letters folded so that the same words are the same letters however they were printed.
//!
//! Case, punctuation, spaces, line-end hyphens, soft hyphens, ligatures, the long s and (unless
//! they are kept) diacritics go; what is left is one byte a letter, with the way back to the
//! bytes of the text. Marks of pages (`[p. 12]`) are no letters. For seeds, letters that a scanner takes for each other (`c` `e` `o`, `i`
//! `l` `t`, …) are one [`shape`].

use std::ops::Range;

use crate::page;
use alpheus_text::Span;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// What is folded away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// Keeps `é` and `e` apart.
    pub keep_diacritics: bool,
}

/// The letters and digits of a piece of text.
///
/// # Example: print does not matter
/// ```
/// use alpheus_trace::{Folded, Folding};
/// let old = Folded::new("the ﬁrſt con-\nquest", Folding::default());
/// let new = Folded::new("THE FIRST CONQUEST", Folding::default());
/// assert_eq!(old.letters(), new.letters());
/// assert_eq!(new.words().len(), 3);
/// assert_eq!(new.span(3..8), alpheus_text::Span::new(4, 9));
/// ```
#[derive(Clone, Debug)]
pub struct Folded<'t> {
    text: &'t str,
    /// Where the text begins in the whole.
    base: u32,
    letters: Vec<u8>,
    /// Where each letter's character begins.
    at: Vec<u32>,
    /// The letters that begin a word.
    words: Vec<u32>,
}

impl<'t> Folded<'t> {
    /// The letters of `text`.
    pub fn new(text: &'t str, folding: Folding) -> Self {
        Folded::part(text, 0, folding)
    }

    /// The letters of a part of a text that begins at byte `base`; all offsets are those of the
    /// whole text.
    pub fn part(text: &'t str, base: u32, folding: Folding) -> Self {
        let mut reader = Reader {
            folding,
            out: Folded {
                text,
                base,
                letters: Vec::with_capacity(text.len()),
                at: Vec::with_capacity(text.len()),
                words: Vec::with_capacity(text.len() / 5),
            },
            apart: true,
        };
        reader.read();
        reader.out
    }

    /// The letters: `a`–`z`, `0`–`9`, and bytes from 128 on for letters of other scripts.
    pub fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// The text that they were read from.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether there is no letter.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Where the character of a letter begins, in bytes of the text; past the last letter, the
    /// end of what was read.
    pub fn at(&self, letter: usize) -> u32 {
        let end = self.base + self.text.len() as u32;
        self.at.get(letter).copied().unwrap_or(end)
    }

    /// The letters that begin a word, in order.
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// Which word a letter is in.
    pub fn word_of(&self, letter: usize) -> usize {
        self.words.partition_point(|&word| word as usize <= letter).saturating_sub(1)
    }

    /// The letters of a word.
    pub fn word(&self, word: usize) -> Range<usize> {
        let start = self.words.get(word).map_or(self.len(), |&at| at as usize);
        let end = self.words.get(word + 1).map_or(self.len(), |&at| at as usize);
        start..end
    }

    /// The bytes of the text from the first to the last of some letters.
    pub fn span(&self, letters: Range<usize>) -> Span {
        let start = self.at(letters.start);
        if letters.is_empty() {
            return Span::new(start, start);
        }
        let last = self.at(letters.end - 1);
        let rest = self.text.get((last - self.base) as usize..).unwrap_or_default();
        let width = rest.chars().next().map_or(0, char::len_utf8);
        Span::new(start, last + width as u32)
    }

    /// What stands between a word and the one before it, or the ends of the text.
    pub(crate) fn between(&self, word: usize) -> &'t str {
        let at = |offset: u32| (offset - self.base) as usize;
        let end = at(self.at(self.word(word).start));
        let start = match word.checked_sub(1) {
            Some(before) => at(self.span(self.word(before)).end),
            None => 0,
        };
        self.text.get(start..end).unwrap_or_default()
    }

    /// What stands between a word and the next one, or the end of the text.
    pub(crate) fn after(&self, word: usize) -> &'t str {
        if word + 1 < self.words.len() {
            return self.between(word + 1);
        }
        let end = self.span(self.word(word)).end;
        self.bytes(Span::new(end, self.base + self.text.len() as u32))
    }

    /// Some bytes of the text.
    pub(crate) fn bytes(&self, span: Span) -> &'t str {
        let at = |offset: u32| offset.saturating_sub(self.base) as usize;
        self.text.get(at(span.start)..at(span.end)).unwrap_or_default()
    }

    /// The first letter at or after a byte of the text.
    pub fn letter_from(&self, byte: u32) -> usize {
        self.at.partition_point(|&at| at < byte)
    }

    /// The words of some letters as the text has them, with what stands between them.
    pub fn slice(&self, letters: Range<usize>) -> &'t str {
        let Span { start, end } = self.span(letters);
        &self.text[(start - self.base) as usize..(end - self.base) as usize]
    }
}

struct Reader<'t> {
    folding: Folding,
    out: Folded<'t>,
    /// Whether the next letter begins a word.
    apart: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let text = self.out.text;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let run = bytes[at..].iter().take_while(|&&byte| letter_of(byte) > 0).count();
            if run > 0 {
                self.run(at, run);
                at += run;
            } else if byte < 0x80 {
                at += self.mark(at);
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                self.wide(c, at);
                at += c.len_utf8();
            }
        }
    }

    /// Letters of ASCII in a row: most of a text.
    fn run(&mut self, at: usize, count: usize) {
        self.begin();
        let bytes = &self.out.text.as_bytes()[at..at + count];
        self.out.letters.extend(bytes.iter().map(|&byte| letter_of(byte)));
        let first = self.out.base + at as u32;
        self.out.at.extend(first..first + count as u32);
    }

    /// Begins a word, if the last one has ended.
    fn begin(&mut self) {
        if std::mem::take(&mut self.apart) {
            self.out.words.push(self.out.letters.len() as u32);
        }
    }

    fn letter(&mut self, letter: u8, at: usize) {
        self.begin();
        self.out.letters.push(letter);
        self.out.at.push(self.out.base + at as u32);
    }

    /// A mark ends a word, unless it is an apostrophe, a filler, or a hyphen at a line's end. The
    /// number of a page is passed over. Gives how many bytes were read.
    fn mark(&mut self, at: usize) -> usize {
        let bytes = self.out.text.as_bytes();
        if matches!(bytes[at], b'[' | b'{')
            && let Some(length) = page::mark(&self.out.text[at..])
        {
            return length;
        }
        self.apart |= match bytes[at] {
            b'\'' | 0 => false,
            b'-' => !breaks_line(&bytes[at + 1..]),
            byte if byte.is_ascii_whitespace() && !self.apart => {
                if at > 0 && letter_of(bytes[at - 1]) > 0 {
                    self.apart = true;
                    return 1;
                }
                let before = bytes[..at].trim_ascii_end();
                !(before.ends_with(b"-") && breaks_line(&bytes[before.len()..]))
            }
            _ => true,
        };
        1
    }

    fn wide(&mut self, c: char, at: usize) {
        match c {
            '\u{ad}' | '’' | '‘' | 'ʼ' | '\u{200b}'..='\u{200d}' => {}
            'ſ' => self.letter(b's', at),
            'æ' | 'Æ' => self.letters(b"ae", at),
            'œ' | 'Œ' => self.letters(b"oe", at),
            'ß' | 'ẞ' => self.letters(b"ss", at),
            'ø' | 'Ø' if !self.folding.keep_diacritics => self.letter(b'o', at),
            'ð' | 'Ð' | 'đ' | 'Đ' if !self.folding.keep_diacritics => {
                self.letter(b'd', at);
            }
            'þ' | 'Þ' => self.letters(b"th", at),
            'ł' | 'Ł' if !self.folding.keep_diacritics => self.letter(b'l', at),
            _ if self.folding.keep_diacritics => {
                std::iter::once(c).nfkc().for_each(|c| self.plain(c, at));
            }
            _ => std::iter::once(c).nfkd().for_each(|c| self.plain(c, at)),
        }
    }

    fn letters(&mut self, letters: &[u8], at: usize) {
        for &letter in letters {
            self.letter(letter, at);
        }
    }

    /// A character without compatibility forms.
    fn plain(&mut self, c: char, at: usize) {
        if is_combining_mark(c) {
            return;
        }
        for c in c.to_lowercase() {
            match c {
                '\0'..='\x7f' => match ASCII[c as usize] {
                    0 => self.apart = true,
                    letter => self.letter(letter, at),
                },
                // Within a script, letters that share their last seven bits are rare.
                _ if c.is_alphanumeric() => {
                    self.letter(0x80 | (c as u32 & 0x7f) as u8, at);
                }
                _ if is_combining_mark(c) => {}
                _ => self.apart = true,
            }
        }
    }
}

/// Whether a line ends right here, and a word goes on in the next.
fn breaks_line(rest: &[u8]) -> bool {
    let line = rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    let Some(end) = line.filter(|&at| rest[at] == b'\n') else { return false };
    let next = rest[end + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    next.is_some_and(u8::is_ascii_lowercase)
}

/// Lower-case letters and digits; 0 for marks and for bytes of longer characters.
static ASCII: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let b = byte as u8;
        if b.is_ascii_alphanumeric() {
            table[byte] = b.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// The letter of a byte, or 0 where it is a mark or part of a longer character.
pub(crate) fn letter_of(byte: u8) -> u8 {
    ASCII[byte as usize]
}

/// What the letter of a byte looks like, or 0 where it is none.
pub(crate) fn shape_of(byte: u8) -> u8 {
    static SHAPES: [u8; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            table[byte] = shape(ASCII[byte]);
            byte += 1;
        }
        table
    };
    SHAPES[byte as usize]
}

/// What a letter looks like to a scanner: one code for letters that are often misread for each
/// other, as in print on poor paper (confusion lists of OCR post-correction, e.g. Taghva and
/// Stofsky 2001).
pub(crate) const fn shape(letter: u8) -> u8 {
    SHAPES[letter as usize]
}

static SHAPES: [u8; 256] = {
    let groups: [&[u8]; 7] = [b"eco0", b"ilt1j", b"s5", b"hb", b"nu", b"vy", b"gq9"];
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte as u8;
        byte += 1;
    }
    let mut group = 0;
    while group < groups.len() {
        let mut at = 0;
        while at < groups[group].len() {
            table[groups[group][at] as usize] = groups[group][0];
            at += 1;
        }
        group += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        Folded::new(text, Folding::default())
            .letters()
            .iter()
            .map(|&byte| char::from(byte))
            .collect()
    }

    fn words(text: &str) -> Vec<&str> {
        let folded = Folded::new(text, Folding::default());
        (0..folded.words().len()).map(|word| folded.slice(folded.word(word))).collect()
    }

    #[test]
    fn print_is_folded_away() {
        assert_eq!(letters("Ceſar’s “oﬃce”, ÉTÉ naïve"), "cesarsofficeetenaive");
        assert_eq!(letters("Æneas Œdipus Straße þe"), "aeneasoedipusstrassethe");
        assert_eq!(letters("cafe\u{301} soft\u{ad}ly"), "cafesoftly");
    }

    #[test]
    fn diacritics_are_kept_on_request() {
        let keep = Folding { keep_diacritics: true };
        assert_ne!(
            Folded::new("résumé", keep).letters(),
            Folded::new("resume", keep).letters()
        );
        assert_eq!(Folded::new("É", keep).letters(), Folded::new("é", keep).letters());
    }

    #[test]
    fn a_word_broken_at_a_line_end_is_one() {
        assert_eq!(words("the con-\n quest of"), ["the", "con-\n quest", "of"]);
        assert_eq!(words("a well-known don't"), ["a", "well", "known", "don't"]);
        assert_eq!(words("anti-\n\nBut soft\u{ad}ly"), ["anti", "But", "soft\u{ad}ly"]);
    }

    #[test]
    fn marks_of_pages_are_passed_over() {
        assert_eq!(
            words("the con[p. 12]quest {xii} of [sic]"),
            ["the", "con[p. 12]quest", "of", "sic"]
        );
    }

    #[test]
    fn other_scripts_have_letters_too() {
        let folded = Folded::new("Мир и война", Folding::default());
        assert_eq!((folded.len(), folded.words().len()), (9, 3));
        assert_eq!(folded.slice(0..3), "Мир");
    }

    #[test]
    fn every_span_slices_the_text() {
        let text = "ﬁ “é” 🙂 con-\nquest\u{ad}s\0s";
        for (start, _) in text.char_indices() {
            let folded = Folded::part(&text[start..], start as u32, Folding::default());
            for letter in 0..folded.len() {
                let span = folded.span(letter..letter + 1);
                assert_eq!(&text[span.range()], folded.slice(letter..letter + 1));
            }
        }
    }

    #[test]
    fn letters_taken_for_each_other_have_one_shape() {
        assert_eq!(shape(b'c'), shape(b'o'));
        assert_eq!(shape(b'1'), shape(b't'));
        assert_ne!(shape(b'c'), shape(b'i'));
    }
}
