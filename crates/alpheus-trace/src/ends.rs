//! Where a quotation begins and ends: at the marks of the account, not where letters happen to
//! agree.
//!
//! An alignment goes on as long as it pays, and so takes in a word or two beyond a closing mark
//! that the source has by chance; and it stops at a changed word near an opening mark, so that
//! what stands before is in no passage. Both are mended by what stands between the words: a mark
//! that the source does not have is the account's own.

use crate::{
    Folded, Folding,
    align::{Run, Step, push},
    cue::is_citing,
    distance::distance_to_start,
    map::Alignment,
    verdict::{Verdict, is_ellipsis, is_omission},
    words::Model,
};
use alpheus_text::Span;
use std::ops::Range;

/// How many words beyond a mark may be there by chance, or cut off from their passage.
const EDGE: usize = 3;
/// How few letters behind a gap that is marked say where they are from.
const LEAST_TOLD: usize = 8;
/// How few words have to be left of a passage that is cut.
const LEAST: usize = 5;

/// Leaves out the few words of a passage that stand beyond a mark of the account. `target` is
/// what the alignment covers of the source.
pub(crate) fn cut(one: &mut Alignment, text: &Folded<'_>, target: &Folded<'_>) {
    let first = text.word_of(one.query.start);
    let end = text.word_of(one.query.end - 1) + 1;
    if end - first < LEAST + EDGE {
        return;
    }
    for word in end - EDGE..end {
        let between = text.between(word);
        let marked = closes(between) || opens_marked(between);
        if (marked || is_omission(between))
            && cut_end(one, text.word(word).start, marked, target)
        {
            break;
        }
    }
    for word in (first + 1..=first + EDGE).rev() {
        let between = text.between(word);
        let marked = opens(between);
        if (marked || is_omission(between) || is_cited(text, word))
            && cut_start(one, text.word(word).start, marked, target)
        {
            break;
        }
    }
}

/// Whether the letters beyond those that are kept are all equal, but for words of the source that
/// are left out right before them.
fn are_equal(runs: &[Run], kept: &[Run]) -> bool {
    let letters = |runs: &[Run]| -> u32 {
        let of_query = runs.iter().filter(|run| run.step != Step::Target);
        of_query.map(|run| run.count).sum()
    };
    let beyond = letters(runs) - letters(kept);
    runs.last().is_some_and(|run| run.step == Step::Equal && run.count >= beyond)
}

/// Cuts before a letter, and says whether it did: at a mark of the account, unless the source has one
/// there too; else unless the words from there on are the source's.
fn cut_end(
    one: &mut Alignment,
    letter: usize,
    marked: bool,
    target: &Folded<'_>,
) -> bool {
    let (runs, kept, passed) = head(&one.runs, letter - one.query.start);
    let end = target.span(kept.saturating_sub(1)..kept).end;
    let there = is_marked(slice(target, end, target.at(kept + passed)));
    let own = if marked { there } else { are_equal(&one.runs, &runs) };
    if kept == 0 || own {
        return false;
    }
    one.query.end = letter;
    one.target.end = end;
    one.runs = runs;
    true
}

/// What an alignment has of some letters of the text; `None`, where the source has none of them.
/// `target` is what it covers of the source.
pub(crate) fn within(
    one: &Alignment,
    letters: &Range<usize>,
    target: &Folded<'_>,
) -> Option<Alignment> {
    let mut one = one.clone();
    if letters.end < one.query.end {
        let (runs, kept, _) = head(&one.runs, letters.end - one.query.start);
        one.target.end = target.span(kept.checked_sub(1)?..kept).end;
        one.query.end = letters.end;
        one.runs = runs;
    }
    if letters.start > one.query.start {
        let turned: Vec<Run> = one.runs.iter().rev().copied().collect();
        let (mut runs, kept, _) = head(&turned, one.query.end - letters.start);
        let all = one.runs.iter().filter(|run| run.step != Step::Query);
        let all: usize = all.map(|run| run.count as usize).sum();
        runs.reverse();
        one.target.start = target.at(all - kept);
        one.query.start = letters.start;
        one.runs = runs;
    }
    (one.target.start < one.target.end).then_some(one)
}

/// [`cut_end`], of the words before a letter.
fn cut_start(
    one: &mut Alignment,
    letter: usize,
    marked: bool,
    target: &Folded<'_>,
) -> bool {
    let turned: Vec<Run> = one.runs.iter().rev().copied().collect();
    let (mut runs, kept, passed) = head(&turned, one.query.end - letter);
    // Letters of the target after the words that the alignment covers are none of it.
    let all = one.runs.iter().filter(|run| run.step != Step::Query);
    let all: usize = all.map(|run| run.count as usize).sum();
    let first = all - kept;
    let before = first.saturating_sub(passed + 1);
    let from = target.span(before..before + 1).end;
    let there = is_marked(slice(target, from, target.at(first)));
    let own = if marked { there } else { are_equal(&turned, &runs) };
    if kept == 0 || own {
        return false;
    }
    runs.reverse();
    one.query.start = letter;
    one.target.start = target.at(first);
    one.runs = runs;
    true
}

/// The runs of so many letters of the query, how many letters of the target they have, and how
/// many of the target's alone follow.
fn head(runs: &[Run], letters: usize) -> (Vec<Run>, usize, usize) {
    let (mut left, mut target) = (letters as u32, 0);
    let mut kept = Vec::new();
    let mut runs = runs.iter();
    for run in runs.by_ref() {
        let count =
            if run.step == Step::Target { run.count } else { run.count.min(left) };
        left -= if run.step == Step::Target { 0 } else { count };
        target += if run.step == Step::Query { 0 } else { count as usize };
        push(&mut kept, run.step, count);
        if left == 0 {
            let whole = count == run.count;
            let next = runs.next().filter(|next| whole && next.step == Step::Target);
            return (kept, target, next.map_or(0, |next| next.count as usize));
        }
    }
    (kept, target, 0)
}

fn slice<'t>(text: &Folded<'t>, start: u32, end: u32) -> &'t str {
    text.bytes(Span::new(start, end.max(start)))
}

fn is_paragraph(between: &str) -> bool {
    between.bytes().filter(|&byte| byte == b'\n').count() > 1
}

fn closes(between: &str) -> bool {
    is_paragraph(between) || between.contains(['”', '»', '"'])
}

fn opens(between: &str) -> bool {
    is_paragraph(between) || between.contains(['“', '«', '„', '"', ':'])
}

/// Whether a mark opens a quotation, or ends one.
fn opens_marked(between: &str) -> bool {
    between.contains(['“', '«', '„'])
}

/// Whether the source sets words off at the same place.
fn is_marked(between: &str) -> bool {
    is_paragraph(between)
        || between.contains(['“', '”', '«', '»', '„', '"', '‘', '’', '\'', ':'])
}

/// A passage, and the few words between it and the marks that hold it.
///
/// A closing mark is none of its own where it begins behind a word of saying without a mark.
pub(crate) fn to_marks(text: &Folded<'_>, span: Span) -> Span {
    let first = text.word_of(text.letter_from(span.start));
    let last = text.word_of(text.letter_from(span.end).saturating_sub(1));
    let mut held = span;
    for word in (first.saturating_sub(EDGE)..=first).rev() {
        let between = text.between(word);
        let opened = opens_quotation(between);
        if opened || begins_quotation(text, word) {
            held.start = text.span(text.word(word)).start;
            if !opened {
                return held;
            }
        }
        if closes(between) || opens(between) {
            break;
        }
    }
    for word in last..(last + EDGE + 1).min(text.words().len()) {
        let after = text.after(word);
        if closes_quotation(after) {
            held.end = text.span(text.word(word)).end;
        }
        if closes(after) || opens(after) {
            break;
        }
    }
    held
}

/// Whether a quotation begins and ends where a passage does.
pub(crate) fn held(text: &Folded<'_>, span: Span) -> [bool; 2] {
    let first = text.word_of(text.letter_from(span.start));
    let last = text.word_of(text.letter_from(span.end).saturating_sub(1));
    [begins_quotation(text, first), closes_quotation(text.after(last))]
}

/// Whether a quotation begins at a word: behind a mark, or a word of saying with a comma, colon
/// or capital.
fn begins_quotation(text: &Folded<'_>, word: usize) -> bool {
    let between = text.between(word);
    let capital = || {
        let first = text.slice(text.word(word));
        // "Said Mr." names who says it.
        let title = first.len() < 4 && text.after(word).starts_with('.');
        first.starts_with(char::is_uppercase) && first.len() > 1 && !title
    };
    is_cited(text, word)
        || follows_citing(text, word) && between.trim().is_empty() && capital()
        || opens_quotation(between)
}

/// Whether a word of saying with a comma or colon stands before a word.
fn is_cited(text: &Folded<'_>, word: usize) -> bool {
    follows_citing(text, word) && text.between(word).contains([':', ','])
}

fn follows_citing(text: &Folded<'_>, word: usize) -> bool {
    word > 0 && is_citing(&text.letters()[text.word(word - 1)])
}

fn opens_quotation(between: &str) -> bool {
    let between = between.trim_end_matches(['[', '(', '\'', '‘', '…', '.']);
    let apart = |before: &str| before.is_empty() || before.ends_with(char::is_whitespace);
    between.ends_with(['“', '«', '„']) || between.strip_suffix('"').is_some_and(apart)
}

fn closes_quotation(after: &str) -> bool {
    let after =
        after.trim_start_matches([']', ')', '\'', '’', '…', '.', ',', ';', '!', '?']);
    let apart = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    after.starts_with(['”', '»']) || after.strip_prefix('"').is_some_and(apart)
}

/// Words of a quotation beside a passage that was found, and those of the source there.
pub(crate) struct Beside<'b> {
    pub(crate) words: &'b str,
    pub(crate) source: &'b str,
    /// Whether they stand before the passage.
    pub(crate) before: bool,
    /// Whether a mark between them and the passage says that something is left out.
    pub(crate) elided: bool,
}

impl Beside<'_> {
    /// What became of the words, if the source has them right there, or near by where the
    /// account says that it leaves something out.
    pub(crate) fn explained(
        &self,
        model: &Model<'_>,
        folding: Folding,
    ) -> Option<Verdict> {
        let (words, bracketed) = unbracketed(self.words);
        let words = Folded::new(&words, folding);
        let source = Folded::new(self.source, folding);
        let own = if bracketed { Verdict::Bracketed } else { Verdict::Verbatim };
        if self.elided {
            // A word or two behind a gap are found everywhere.
            return (words.len() < LEAST_TOLD || has(&source, words.letters()))
                .then(|| own.max(Verdict::Elided));
        }
        let (words_on, source_on) = (self.onwards(&words), self.onwards(&source));
        if source_on.starts_with(&words_on) {
            return Some(own);
        }
        let unread = (0..words.words().len())
            .any(|word| !model.knows(&words.letters()[words.word(word)]));
        let near = &source_on[..source_on.len().min(words_on.len() * 2)];
        let misread = distance_to_start(&words_on, near) * 3 <= words_on.len();
        (unread && misread).then(|| own.max(Verdict::Light))
    }

    /// Letters in the order away from the passage.
    fn onwards(&self, text: &Folded<'_>) -> Vec<u8> {
        let letters = text.letters().iter().copied();
        if self.before { letters.rev().collect() } else { letters.collect() }
    }
}

/// Whether whole words of a source have these letters.
fn has(source: &Folded<'_>, letters: &[u8]) -> bool {
    let starts = source.words().iter().map(|&start| &source.letters()[start as usize..]);
    starts.into_iter().any(|rest| rest.starts_with(letters))
}

/// Words without what stands in brackets, and whether anything does.
pub(crate) fn unbracketed(words: &str) -> (String, bool) {
    let mut depth = 0_u32;
    let mut bracketed = false;
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => bracketed = true,
        }
    }
    (out, bracketed)
}

/// Whether a mark of omission stands between two places of the account.
pub(crate) fn is_elided(text: &Folded<'_>, start: u32, end: u32) -> bool {
    is_ellipsis(slice(text, start, end))
}
