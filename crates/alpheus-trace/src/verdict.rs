//! What became of a quotation's words.

use crate::{
    Change, Claim, Difference, Folded, Folding, Quoted,
    ends::unbracketed,
    page::unmarked,
    trace::{Part, Place},
};
use alpheus_text::Span;
use std::ops::Range;

/// What became of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As in the source, but for spaces and the form of quotation marks.
    Verbatim,
    /// Case, punctuation, spelling or print differ.
    Light,
    /// Words were put in between brackets; all others are the source's.
    Bracketed,
    /// Words are left out within a sentence or two, at a mark that says so.
    Elided,
    /// Words were changed, added or dropped.
    Altered,
    /// Places are joined that stand more than a sentence apart, or in different sources.
    Spliced,
    /// The library does not have the words.
    NotFound,
    /// There are too few words to tell.
    TooShort,
}

impl Verdict {
    /// Its name, in a word.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Verbatim => "verbatim",
            Verdict::Light => "light",
            Verdict::Bracketed => "bracketed",
            Verdict::Elided => "elided",
            Verdict::Altered => "altered",
            Verdict::Spliced => "spliced",
            Verdict::NotFound => "not-found",
            Verdict::TooShort => "too-short",
        }
    }
}

/// What an account says of a quotation that its sources do not bear out, or that is not all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// No source that has the words is by the author that the account names.
    pub author: bool,
    /// No source that has the words is of the year that the account gives.
    pub date: bool,
    /// Which of the other places of the first part stands in the oldest source, if that is
    /// older than the nearest one.
    pub earlier: Option<usize>,
}

/// Compares what an account says with the sources of a quotation; `document` gives the whole
/// text of a source.
///
/// Whoever speaks need not be the author: a book reports the words of those it tells of. So a
/// name or year that any of the sources has itself is never doubted.
pub(crate) fn doubts<'l>(
    claim: &Claim,
    parts: &[Part<'l>],
    document: impl Fn(&Place<'l>) -> &'l str,
) -> Doubts {
    let Some(first) = parts.first() else { return Doubts::default() };
    let places = || std::iter::once(&first.place).chain(&first.others);
    let tells = |word: &str| places().any(|place| has_word(document(place), word));
    let by = |name: &str| {
        let mut named = places().filter(|place| place.source.author.is_some()).peekable();
        named.peek().is_none() || named.any(|place| place.source.is_by(name))
    };
    let name = claim.author.as_ref().map(|(name, _)| name.as_str());
    let author = name.is_some_and(|name| !by(name) && !tells(name));
    // Another's words in the author's book have a date of their own.
    let own = name.is_none_or(|name| by(name) || author);
    let date = claim.date.as_ref().filter(|_| own).is_some_and(|(when, _)| {
        let mut dates = places().filter_map(|place| place.source.when()).peekable();
        dates.peek().is_some()
            && dates.all(|date| date.year != when.year)
            && !tells(&when.year.to_string())
    });
    let oldest = first
        .others
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((place.source.when()?, index)));
    let earlier = oldest
        .min()
        .filter(|(date, _)| first.place.source.when().is_some_and(|own| *date < own));
    Doubts { author, date, earlier: earlier.map(|(_, index)| index) }
}

/// Whether a text has a word.
fn has_word(text: &str, word: &str) -> bool {
    let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, word)| {
        apart(text[..at].chars().next_back())
            && apart(text[at + word.len()..].chars().next())
    })
}

/// Fewer words than this are found everywhere or nowhere.
const LEAST_WORDS: usize = 6;

/// Judges the parts of a quotation that were found. `between` gives the source's words between
/// two places of it.
pub(crate) fn judge<'l>(
    text: &Folded<'_>,
    quoted: &Quoted,
    parts: &[Part<'l>],
    missing: &[Span],
    between: impl Fn(&Place<'l>, &Place<'l>) -> Option<&'l str>,
) -> Verdict {
    if parts.is_empty() {
        return not_found(text, quoted);
    }
    let mut worst = Verdict::Verbatim;
    for pair in parts.windows(2) {
        let (a, b) = (&pair[0].place, &pair[1].place);
        let joint = slice(text, a.here.end, b.here.start);
        worst = worst.max(match between(a, b) {
            // "He said" stands between, and the source goes on.
            Some(left_out) if !left_out.contains(char::is_alphanumeric) => {
                Verdict::Verbatim
            }
            Some(left_out) if sentences(left_out) <= 1 => {
                if is_ellipsis(joint) {
                    Verdict::Elided
                } else {
                    Verdict::Altered
                }
            }
            _ => Verdict::Spliced,
        });
    }
    for &words in missing {
        let first = parts.first().is_none_or(|part| words.end <= part.place.here.start);
        let last = parts.last().is_none_or(|part| words.start >= part.place.here.end);
        let inner = !first && !last;
        let misread = parts.iter().any(|part| {
            part.place.differences.iter().any(|one| one.change == Change::Spelling)
        });
        if misread && !inner && !slice(text, words.start, words.end).contains(' ') {
            // One word at an end, in a passage that is misprinted: likely misprinted too.
            worst = worst.max(Verdict::Light);
            continue;
        }
        if !(inner && is_ellipsis(slice(text, words.start, words.end))) {
            worst = worst.max(added(text, words));
        }
    }
    for part in parts {
        worst = worst.max(of_place(text, quoted, &part.place));
    }
    worst
}

fn not_found(text: &Folded<'_>, quoted: &Quoted) -> Verdict {
    let words = text.words().iter().filter(|&&letter| {
        let at = text.at(letter as usize);
        quoted.parts.iter().any(|part| part.start <= at && at < part.end)
    });
    if words.count() < LEAST_WORDS { Verdict::TooShort } else { Verdict::NotFound }
}

/// What became of the words of one place.
fn of_place(text: &Folded<'_>, quoted: &Quoted, place: &Place<'_>) -> Verdict {
    let here = own_words(text, quoted, place.here, true);
    // Brackets that the source has too are no additions.
    let differs = !place.differences.is_empty();
    if let (words, true) = unbracketed(&here)
        && differs
    {
        let fold = |text| Folded::new(text, Folding::default()).letters().to_vec();
        if fold(&words) == fold(place.text) {
            return Verdict::Bracketed;
        }
    }
    let mut worst = Verdict::Verbatim;
    for difference in &place.differences {
        worst = worst.max(match difference.change {
            Change::Spelling => Verdict::Light,
            Change::Changed => Verdict::Altered,
            Change::Added => added(text, difference.here),
            Change::Dropped => dropped(text, place, difference),
        });
    }
    let same =
        |comma| same_print(&own_words(text, quoted, place.here, comma), place.text);
    // "She said" may stand in the source too.
    let whole = || same_print(slice(text, place.here.start, place.here.end), place.text);
    if worst == Verdict::Verbatim && !same(true) && !same(false) && !whole() {
        worst = Verdict::Light;
    }
    worst
}

/// Words of the source that are left out: whether a mark says so. The same words are left out
/// if a word that stands before the gap is also the last of them ("as … they" for "as clear as
/// they"), so the mark may stand before it.
fn dropped(text: &Folded<'_>, place: &Place<'_>, difference: &Difference) -> Verdict {
    let Span { start, end } = difference.there;
    let back = |at: u32| at.saturating_sub(place.there.start) as usize;
    let words = place.text.get(back(start)..back(end)).unwrap_or_default();
    let words = Folded::new(words, Folding::default());
    let mut word = text.word_of(text.letter_from(difference.here.start));
    for last in (0..words.words().len()).rev() {
        if is_ellipsis(text.between(word)) {
            return Verdict::Elided;
        }
        let Some(before) = word.checked_sub(1) else { break };
        if text.letters()[text.word(before)] != words.letters()[words.word(last)] {
            break;
        }
        word = before;
    }
    if is_ellipsis(text.between(word)) { Verdict::Elided } else { Verdict::Altered }
}

/// Words that the source does not have. The same words are added if the first of them also stands
/// behind them, or the last before them ("was [who this was]"), so brackets may hold those.
fn added(text: &Folded<'_>, words: Span) -> Verdict {
    let first = text.word_of(text.letter_from(words.start));
    let last = text.word_of(text.letter_from(words.end).saturating_sub(1));
    let letters = |word: usize| &text.letters()[text.word(word)];
    let bracketed = |by: usize, back: bool| {
        let slide = |word: usize| if back { word - by } else { word + by };
        is_bracketed(text, slide(first)..slide(last))
    };
    let count = text.words().len();
    let onwards = (0..count - last.min(count))
        .take_while(|&by| by == 0 || letters(first + by - 1) == letters(last + by));
    let back = (0..=first)
        .take_while(|&by| by == 0 || letters(first - by) == letters(last - by + 1));
    let held = onwards.into_iter().any(|by| bracketed(by, false))
        || back.into_iter().any(|by| bracketed(by, true));
    if held { Verdict::Bracketed } else { Verdict::Altered }
}

/// Whether brackets hold all from the first to the last of some words.
fn is_bracketed(text: &Folded<'_>, words: Range<usize>) -> bool {
    let before = text.between(words.start).trim_end();
    let after = text.after(words.end).trim_start_matches(['.', '?', '!', ',']);
    before.ends_with(['[', '(']) && after.trim_start().starts_with([']', ')'])
}

/// The words of a place that are quoted, without "he said" and, unless `comma`, the comma before
/// it, which may be the account's.
fn own_words(text: &Folded<'_>, quoted: &Quoted, here: Span, comma: bool) -> String {
    let mut words = String::new();
    let mut end = here.start;
    for part in &quoted.parts {
        let between = slice(text, end, part.start);
        if between.contains(char::is_alphanumeric) && end > here.start {
            if !comma {
                words.truncate(words.trim_end_matches([',', ' ']).len());
            }
            words.push(' ');
        } else {
            words += between;
        }
        words += slice(text, part.start.max(here.start), part.end.min(here.end));
        end = part.end.max(here.start);
    }
    // Beyond the marks, a passage may have some words more.
    words + slice(text, end, here.end)
}

fn slice<'t>(text: &Folded<'t>, start: u32, end: u32) -> &'t str {
    text.text().get(start as usize..end as usize).unwrap_or_default()
}

/// Whether a mark says that words are left out, or may say so: a dash too.
pub(crate) fn is_ellipsis(between: &str) -> bool {
    is_omission(between) || ["—", "--"].iter().any(|mark| between.contains(mark))
}

/// Whether a mark says that words are left out, and nothing else.
pub(crate) fn is_omission(between: &str) -> bool {
    let packed: String = between.chars().filter(|c| !c.is_whitespace()).collect();
    ["...", "…", "***", "[]"].iter().any(|mark| packed.contains(mark))
}

/// How many sentences end within some words, before the last of them.
fn sentences(words: &str) -> usize {
    let words = words.trim();
    let ends = words.char_indices().filter(|&(at, c)| {
        let after = &words[at + c.len_utf8()..];
        let next = after.trim_start_matches(['"', '”', '’', '\'', ')']);
        matches!(c, '.' | '!' | '?') && next.starts_with(char::is_whitespace)
    });
    ends.count()
}

/// Whether two texts differ in spaces, the form of quotation marks and marks of pages at most.
fn same_print(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        let plain = |c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | 'ʼ' => '\'',
            c => c,
        };
        let text = unmarked(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").chars().filter(|&c| c != '\0').map(plain).collect()
    };
    plain(a) == plain(b)
}
