//! Where a quotation begins and ends: at the marks of the account, not where letters happen to
//! agree.
//!
//! An alignment goes on as long as it pays, and so takes in a word or two beyond a closing mark
//! that the source has by chance; and it stops at a changed word near an opening mark, so that
//! what stands before is in no passage. Both are mended by what stands between the words: a mark
//! that the source does not have is the account's own.

use crate::{
    Folded, Folding,
    align::{Aligner, Run, Step, drop_for, push},
    cue::is_citing,
    map::Alignment,
    verdict::{Verdict, is_ellipsis},
    words::Model,
};
use alpheus_text::Span;

/// How many words beyond a mark may be there by chance, or cut off from their passage.
const EDGE: usize = 3;
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
    if let Some(word) = (end - EDGE..end).find(|&word| closes(text.between(word))) {
        cut_end(one, text.word(word).start, target);
    }
    if let Some(word) =
        (first + 1..=first + EDGE).rfind(|&word| opens(text.between(word)))
    {
        cut_start(one, text.word(word).start, target);
    }
}

fn cut_end(one: &mut Alignment, letter: usize, target: &Folded<'_>) {
    let (runs, kept, passed) = head(&one.runs, letter - one.query.start);
    let end = target.span(kept.saturating_sub(1)..kept).end;
    if kept == 0 || is_marked(slice(target, end, target.at(kept + passed))) {
        return;
    }
    one.query.end = letter;
    one.target.end = end;
    one.runs = runs;
}

fn cut_start(one: &mut Alignment, letter: usize, target: &Folded<'_>) {
    let turned: Vec<Run> = one.runs.iter().rev().copied().collect();
    let (mut runs, kept, passed) = head(&turned, one.query.end - letter);
    // Letters of the target after the words that the alignment covers are none of it.
    let all = one.runs.iter().filter(|run| run.step != Step::Query);
    let all: usize = all.map(|run| run.count as usize).sum();
    let first = all - kept;
    let before = first.saturating_sub(passed + 1);
    let from = target.span(before..before + 1).end;
    if kept == 0 || is_marked(slice(target, from, target.at(first))) {
        return;
    }
    runs.reverse();
    one.query.start = letter;
    one.target.start = target.at(first);
    one.runs = runs;
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

/// Whether the source sets words off at the same place.
fn is_marked(between: &str) -> bool {
    is_paragraph(between)
        || between.contains(['“', '”', '«', '»', '„', '"', '‘', '’', '\'', ':'])
}

/// A passage, and the few words between it and the marks that hold it.
pub(crate) fn to_marks(text: &Folded<'_>, span: Span) -> Span {
    let first = text.word_of(text.letter_from(span.start));
    let last = text.word_of(text.letter_from(span.end).saturating_sub(1));
    let mut held = span;
    for word in (first.saturating_sub(EDGE)..=first).rev() {
        let between = text.between(word);
        if begins_quotation(text, word) {
            held.start = text.span(text.word(word)).start;
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
        first.starts_with(char::is_uppercase) && first.len() > 1
    };
    let cited = word > 0
        && is_citing(&text.letters()[text.word(word - 1)])
        && (between.contains([':', ',']) || between.trim().is_empty() && capital());
    cited || opens_quotation(between)
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
            return (words.len() >= 8 && has(&source, words.letters()))
                .then(|| own.max(Verdict::Elided));
        }
        let (words_on, source_on) = (self.onwards(&words), self.onwards(&source));
        if source_on.starts_with(&words_on) {
            return Some(own);
        }
        let unread = (0..words.words().len())
            .any(|word| !model.knows(&words.letters()[words.word(word)]));
        let near = &source_on[..source_on.len().min(words_on.len() * 2)];
        let found = Aligner::default().extend(&words_on, near, drop_for(words_on.len()));
        let equal = found.runs.iter().filter(|run| run.step == Step::Equal);
        let equal: u32 = equal.map(|run| run.count).sum();
        (unread && equal as usize * 3 >= words_on.len() * 2)
            .then(|| own.max(Verdict::Light))
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
