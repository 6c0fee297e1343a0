//! Fixed phrases: those that make a claim as a whole, and idioms that only look like one.
//!
//! "As a result of" is a cause whatever its words are else; "at last", "no doubt" and "above
//! all" hold a word of the lexicon and claim nothing. The longest phrase at a word wins, and its
//! words are shown to no detector.

use super::kind::ClaimKind;
use alpheus_text::{Token, key};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Phrases, parted by commas, with the kind of claim that they make, if any.
const PHRASES: &[(Option<ClaimKind>, &str)] = &[
    (
        None,
        "at all, after all, above all, all but, all the more, all the same, all too, all right, \
         all along, all told, all sorts, all kinds, all manner, all round, all over, of all, \
         for all that, once for all, once and for all, first of all, on all sides, \
         every now and then, every other, every kind, every sort, at all events, in all but, \
         in all probability, by all means, to all appearances, \
         on the whole, as a whole, a whole, upon the whole, \
         not only, if only, only too, only just, only to be, only to find, only until, \
         no doubt, no longer, no more, no less, no fewer, no sooner, no matter, no wonder, \
         by no means, in no way, in no wise, no other than, none other than, no further, \
         none the less, none too, no later, no earlier, no time, no easy, no small, no mean, \
         no little, no surprise, no better, could be said, can be said, may be said, must be said, \
         nothing to do with, no inconsiderable, not the least, is to be noted, is to be observed, \
         is to be remembered, must be remembered, must be admitted, must be noted, \
         must be observed, must be kept, must not be forgotten, must never be forgotten, \
         may be noted, may be seen, no chance to, no need to, no larger, no smaller, no great, nothing less than, \
         nothing short of, nothing more than, nothing of the sort, \
         at first, at last, at long last, at best, at worst, at most, at the most, \
         at the best, at the worst, first and foremost, from the first, from first to last, \
         the first and last, make the most of, made the most of, for the most part, \
         do his best, did his best, did their best, did its best, did her best, \
         do their best, never mind, never fear, nevertheless, on the first, to the last, \
         on the other hand, as if, as though, so as to speak, so to speak, if not, if any, \
         if ever, if anything, as it were, what if, in order, in such order, order of battle, \
         by chance, last night, last week, would rather, will power, free will, \
         i believe, i think, you know, as far as is known, known as, so called, so much, \
         so many, so that, so far, so long, so as, so on, so forth, and so, or so, even so, \
         due course, due east, due west, due north, due south, means of, by means",
    ),
    (
        Some(ClaimKind::Cause),
        "due to, owing to, thanks to, as a result, as a consequence, in consequence, because of, \
         for want of, for lack of, by reason of, on account of, by virtue of, for this reason, \
         for that reason, that is why, this is why, that s why, this means that, \
         brought about, brings about, gave rise to, giving rise to, give rise to, \
         made possible, made it possible, from the fact that, a result of, \
         put an end to, \
         resulted from, stemmed from, is why",
    ),
    (
        Some(ClaimKind::Thought),
        "in order to, with a view to, with the intention, with the aim, with the object, \
         with the purpose, for the purpose of, in the hope, in hopes of, for fear of, \
         in the belief, made up his mind, made up their mind, made up their minds, \
         made up her mind, had in mind, took for granted, taken for granted, found it funny, \
         had no intention, with the intent, \
         looked down on, looked forward to, made fun of, laughed at",
    ),
    (
        Some(ClaimKind::Absence),
        "not a single, not one, without a single, without any, never any, \
         never had a single, no one, not any, no such, in the absence of, devoid of, \
         not the slightest",
    ),
    (
        Some(ClaimKind::Only),
        "nothing but, none but, nobody but, no one but, nothing else, nobody else, no one else, \
         no other, but one, anything but one, one and only, not until, nothing except, \
         nothing save, no one except, is unique, was unique, completely unique, \
         entirely unique, unique of its kind, unique in its kind",
    ),
    (
        Some(ClaimKind::Universal),
        "each and every, without exception, to a man, one and all",
    ),
    (
        Some(ClaimKind::FirstLastNever),
        "for the first time, for the last time, first ever, first time, last time, \
         never before, never again, the very first, the very last",
    ),
    (
        Some(ClaimKind::Superlative),
        "second to none, than ever before, than any other, like no other, without equal, \
         without parallel, without precedent, without rival, best known, record breaking, \
         of all time, bar none",
    ),
    (
        Some(ClaimKind::Coincidence),
        "as luck would have it, as fate would have it, as chance would have it, \
         it can be no accident, is no accident, was no accident, not by accident, \
         not by chance, not an accident, by a strange chance, by a curious chance, \
         curiously enough, strangely enough",
    ),
    (
        Some(ClaimKind::NamelessAuthority),
        "will tell you, can tell you, would tell you, everyone knows, everybody knows, as everyone knows, as everybody knows, no one doubts, \
         nobody doubts, no one denies, nobody denies, nobody disputes, it is no secret, \
         needless to say, common knowledge, the consensus, it goes without saying, \
         as is well known, it is an open secret, it is a fact that, there is no doubt that",
    ),
    (
        Some(ClaimKind::ReportedView),
        "it was said, it is said, the story goes, in the opinion of, \
         in the view of, in the words of, in the eyes of, in his view, in his opinion, \
         in her view, in her opinion, in their view, in their opinion, in his eyes, \
         in her eyes, in their eyes, so the story, described as, \
         said to have, said to be, believed to have, believed to be, thought to have, \
         thought to be, reported to have, reported to be, alleged to have, alleged to be, \
         rumoured to, rumored to, pointed out that, point out that, points out that, \
         went on to point out, claims to have, claimed to have, expressed the opinion, \
         expressed the view, expressed his opinion",
    ),
    (
        Some(ClaimKind::Unrealised),
        "was to be, were to be, is to be, are to be, on the point of, on the verge of, about to, \
         in case of, in the event of, had it not been, were it not for, would have, could have, \
         might have, should have, must have, may have, would never have, would not have, \
         could not have, would probably have, would certainly have, would then have, \
         would only have, in case, gave orders, give orders, draw up a plan, most likely, in all likelihood, presumably",
    ),
];

/// A phrase: the keys of the words behind its first, and what it makes.
type Phrase = (Vec<u64>, Option<ClaimKind>);

static TABLE: LazyLock<FxHashMap<u64, Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: FxHashMap<u64, Vec<Phrase>> = FxHashMap::default();
    for &(kind, phrases) in PHRASES {
        for phrase in phrases.split(',') {
            let mut keys = phrase.split_whitespace().map(key);
            if let Some(first) = keys.next() {
                table.entry(first).or_default().push((keys.collect(), kind));
            }
        }
    }
    table
});

/// The longest phrase that begins at the first of some tokens: how many tokens it takes, and what
/// it makes.
pub(super) fn at_front(tokens: &[Token]) -> Option<(usize, Option<ClaimKind>)> {
    let (first, rest) = tokens.split_first()?;
    let phrases = TABLE.get(&first.key).filter(|_| first.is_word())?;
    let fits = |phrase: &&Phrase| follow(rest, &phrase.0).is_some();
    let (keys, kind) = phrases.iter().filter(fits).max_by_key(|phrase| phrase.0.len())?;
    Some((1 + follow(rest, keys)?, *kind))
}

/// How many of the tokens the words take, an apostrophe between two being none.
fn follow(tokens: &[Token], keys: &[u64]) -> Option<usize> {
    let mut at = 0;
    for &key in keys {
        at += usize::from(tokens.get(at)?.is('\''));
        let next = tokens.get(at).filter(|token| token.is_word() && token.key == key)?;
        at += usize::from(!next.starts_sentence);
        if next.starts_sentence {
            return None;
        }
    }
    Some(at)
}
