//! What a figure counts: the noun with its modifiers, whose it is, where and when, whether it
//! is a stock or a flow, and on whose word.
//!
//! There is no parser here. A noun is told by its place behind the figure (or before "of" and
//! the figure) and by its plural; names by their capitals; the rest by a few words that give
//! it away. What cannot be told stays `None`, so that two figures are held to be of one thing
//! only where the text says so.

use crate::scene::Scene;
use alpheus_number::Found;
use alpheus_text::{Lexicon, Token, key};
use std::ops::Range;

/// What a figure counts; words are indices into the tokens of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The head noun: "militia" in "30,000 embodied militia".
    pub(crate) noun: Option<usize>,
    /// The noun with the modifiers before it; empty where there is none.
    pub(crate) phrase: Range<usize>,
    /// Whose it is: a name, by possessive ("Downie's"), or the one behind "of".
    pub(crate) owner: Option<usize>,
    /// A name behind "at", "in", "near".
    pub(crate) place: Option<usize>,
    /// The time expression of the clause nearest to the figure.
    pub(crate) time: Option<u32>,
    /// What is there, or what comes and goes.
    pub(crate) amount: Amount,
    /// Who counted, and how well.
    pub(crate) told: Told,
    /// "if", "unless", "would": not so, or not yet.
    pub(crate) supposed: bool,
}

/// A stock or a flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Not said.
    #[default]
    Open,
    /// What there is: "had", "numbered", "population".
    Stock,
    /// What comes and goes: "lost", "arrived", "sold".
    Flow,
}

/// On whose word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Told {
    /// The author's.
    #[default]
    Plain,
    /// An estimate: "estimated", "probably".
    Estimate,
    /// Somebody's, who is named or not: "according to", "James states".
    Account,
}

/// What a word says of a figure near it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Ends a noun phrase and says no more.
    Stop,
    /// "of".
    Of,
    /// "at", "in": before a place.
    In,
    /// A noun that has no plural ending: "men".
    Plural,
    Stock,
    Flow,
    Estimate,
    Account,
    Suppose,
}

use Word::{Account, Estimate, Flow, In, Of, Plural, Stock, Stop, Suppose};

static WORDS: Lexicon<Word, 1024> = Lexicon::new(&[
    ("of", Of),
    ("at in near around on off", In),
    (
        "a about after against all along also although among an and any are as away be \
         because been before behind being below between beyond both but by can did do does \
         down during each either else ever every for from further her here him his how i \
         into is it its just least less like me more most much my neither never no nor not \
         now only onto or our out over own per same she since so some still such than that \
         the their them then there these they this those though through throughout thus to \
         together too toward towards under until up upon very via was we were what when \
         where which while who whom whose why with within without yet you your",
        Stop,
    ),
    (
        "men women children people cattle sheep infantry cavalry artillery foot horse dead \
         killed wounded missing sick militia police clergy deer fish aircraft craft sail \
         folk personnel cwt staff",
        Plural,
    ),
    (
        "had has have having held holds kept keeps numbered numbering numbers contained \
         contains comprised comprises comprising mustered mounted mounting carried carrying \
         owned owns possessed population strength garrison stood remained",
        Stock,
    ),
    (
        "lost losing arrived arriving sold selling bought sent captured took taken taking \
         killing wounding died built produced exported imported joined landed issued \
         raised levied paid spent received won born emigrated deserted fell rose increased \
         decreased",
        Flow,
    ),
    (
        "estimate estimates estimated estimating guess supposedly presumably reckoned",
        Estimate,
    ),
    (
        "according states stated says said claims claimed reports reported reporting gives \
         asserts asserted alleges alleged declares declared puts writes wrote admits \
         admitted",
        Account,
    ),
    ("if unless would could might may should", Suppose),
]);

/// A noun phrase behind a figure has no more words than this.
const LONGEST_PHRASE: usize = 5;
/// Words farther from the figure than this say nothing of it.
const REACH: usize = 14;

/// Reads what a figure of a sentence counts.
pub(crate) fn counted(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    found: &Found,
) -> Counted {
    let clause = clause(scene, sentence, found);
    let (noun, phrase) = behind(scene, found, clause.end)
        .or_else(|| before(scene, found, clause.start))
        .map_or((None, 0..0), |(noun, phrase)| (Some(noun), phrase));
    let mut counted = Counted { noun, phrase, ..Counted::default() };
    counted.owner = owner(scene, found, &clause, counted.phrase.end);
    for at in nearest(found, &clause) {
        if let Some(time) = scene.time(at) {
            counted.time = counted.time.or(Some(time));
            continue;
        }
        match word(scene, at) {
            Some(In) => {
                counted.place = counted.place.or(name_behind(scene, at, clause.end));
            }
            Some(Stock) if counted.amount == Amount::Open => {
                counted.amount = Amount::Stock;
            }
            Some(Flow) if counted.amount == Amount::Open => counted.amount = Amount::Flow,
            Some(Estimate) => counted.told = Told::Estimate,
            Some(Account) if counted.told == Told::Plain => counted.told = Told::Account,
            Some(Suppose) => counted.supposed = true,
            _ => {}
        }
    }
    counted
}

/// The key of a word without its plural ending, so that "gun" and "guns" are one noun.
pub(crate) fn stem(scene: &Scene<'_>, at: usize) -> u64 {
    noun_key(scene.doc.slice(scene.tokens[at].span))
}

/// The key of a noun without its plural ending.
pub(crate) fn noun_key(noun: &str) -> u64 {
    key(singular(noun))
}

/// A word without the ending of its plural, roughly: enough to compare with another.
fn singular(word: &str) -> &str {
    let cut = ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending));
    if cut {
        return &word[..word.len() - 2];
    }
    let plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    if plural { &word[..word.len() - 1] } else { word }
}

fn word(scene: &Scene<'_>, at: usize) -> Option<Word> {
    let token = scene.tokens.get(at).filter(|token| token.is_word())?;
    WORDS.get(token.key)
}

/// The figure's clause: as much of its sentence as no semicolon, colon or dash parts from it.
fn clause(scene: &Scene<'_>, sentence: &Range<usize>, found: &Found) -> Range<usize> {
    let parts = |at: &usize| {
        let token = &scene.tokens[*at];
        token.is(';') || token.is(':') || token.is('–') && token.spaced
    };
    let start = (sentence.start..found.first).rev().find(parts).map(|at| at + 1);
    let end = (found.end..sentence.end).find(parts);
    start.unwrap_or(sentence.start)..end.unwrap_or(sentence.end)
}

/// The tokens around a figure, the nearest first, those before it before those behind it.
fn nearest(found: &Found, clause: &Range<usize>) -> impl Iterator<Item = usize> {
    let (first, end) = (found.first, found.end);
    let before = first.saturating_sub(clause.start).min(REACH);
    let behind = clause.end.saturating_sub(end).min(REACH);
    (0..REACH).flat_map(move |by| {
        let left = (by < before).then(|| first - 1 - by);
        left.into_iter().chain((by < behind).then_some(end + by))
    })
}

/// "5,000 embodied militia", "1,194 lbs. of shot", "fifty of the guns".
fn behind(scene: &Scene<'_>, found: &Found, end: usize) -> Option<(usize, Range<usize>)> {
    let mut start = found.end;
    // "a 199-seat house": the hyphen makes it one word.
    let tight = scene.is(start, '-') && !scene.tokens[start].spaced;
    if tight && scene.tokens.get(start + 1).is_some_and(Token::is_word) {
        return Some((start + 1, start + 1..start + 2));
    }
    if scene.is(start, '.') && start + 1 < end {
        start += 1;
    }
    if word(scene, start) == Some(Of) {
        let article = |at: &usize| word(scene, *at) == Some(Stop);
        start += 1 + (start + 1..end).take(2).take_while(article).count();
    }
    // "24 hours": a length of time is a time expression itself.
    let within = |at: usize| {
        scene.time(at).is_some_and(|time| scene.time(found.first) == Some(time))
    };
    let stop = (start..end).find(|&at| ends_phrase(scene, at) && !within(at));
    let stop = stop.unwrap_or(end);
    let words: Vec<usize> = (start..stop)
        .filter(|&at| scene.tokens[at].is_word())
        .take(LONGEST_PHRASE)
        .collect();
    let plural = words.iter().position(|&at| is_plural(scene, at));
    let noun = match plural {
        Some(first) => {
            let more =
                words[first..].iter().take_while(|&&at| is_plural(scene, at)).count();
            words[first + more - 1]
        }
        None => *words.last().filter(|&&at| is_noun(scene, at))?,
    };
    Some((noun, start..noun + 1))
}

/// "a population of 183,402", "losses, 2,300".
fn before(
    scene: &Scene<'_>,
    found: &Found,
    start: usize,
) -> Option<(usize, Range<usize>)> {
    let link = found.first.checked_sub(1).filter(|&at| at > start)?;
    let links =
        word(scene, link) == Some(Of) || scene.is(link, ',') || scene.is(link, ':');
    let noun = link - 1;
    let fits = scene.tokens[noun].is_word()
        && word(scene, noun).is_none_or(|word| matches!(word, Plural | Stock))
        && !scene.tokens[noun].capital;
    (links && fits).then_some((noun, noun..noun + 1))
}

/// Marks and small words end a noun phrase, hyphens within a word do not.
fn ends_phrase(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    if scene.time(at).is_some() {
        return true;
    }
    if token.is_word() {
        return word(scene, at).is_some_and(|word| word != Plural && word != Stock);
    }
    !token.is('-') || token.spaced
}

/// Whether the word has the ending of a plural, or needs none.
pub(crate) fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.doc.slice(scene.tokens[at].span);
    word(scene, at) == Some(Plural) || singular(text).len() < text.len()
}

/// Not an adverb or a verb by its ending.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.doc.slice(scene.tokens[at].span);
    text.len() > 2 && !["ly", "ed", "ing"].iter().any(|ending| text.ends_with(ending))
}

/// "Downie's broadside of 1,192 lbs.", "122 stations of the London Brigade".
fn owner(
    scene: &Scene<'_>,
    found: &Found,
    clause: &Range<usize>,
    phrase_end: usize,
) -> Option<usize> {
    let behind = phrase_end.max(found.end);
    if word(scene, behind) == Some(Of)
        && let Some(name) = name_behind(scene, behind, clause.end)
    {
        return Some(name);
    }
    let from = clause.start.max(found.first.saturating_sub(REACH));
    (from..found.first).rev().find(|&at| is_name(scene, at) && scene.is(at + 1, '\''))
}

/// A name right behind a preposition, over an article and a title.
fn name_behind(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let first = at + 1 + usize::from(word(scene, at + 1) == Some(Stop));
    (first < end && is_name(scene, first)).then_some(first)
}

/// A capital that no sentence's beginning asks for, and no date.
pub(crate) fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let named = |token: &Token| token.is_word() && token.capital && token.span.len() > 1;
    scene.tokens.get(at).is_some_and(named)
        && !scene.tokens[at].starts_sentence
        && scene.time(at).is_none()
        && word(scene, at).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Page;
    use alpheus_number::Reader;
    use alpheus_text::Document;
    use alpheus_time::{Options, Tagger};

    /// What the first figure of a sentence counts, with its noun as written.
    fn first(text: &str) -> (Counted, Option<String>) {
        let doc = Document::plain("memo", text);
        let mut tagger = Tagger::new(Options::default(), None);
        let mut page = Page::default();
        page.tokenize(&doc, &doc.blocks()[0]);
        page.tag(&doc, &doc.blocks()[0], &mut tagger);
        page.lay(tagger.timexes());
        let scene = page.scene(&doc, tagger.timexes());
        let tokens = scene.tokens;
        let dated = |at: usize| scene.is_dated(at).then(|| scene.after_time(at));
        let mut found = Vec::new();
        Reader::default().block(&doc, tokens, dated, &mut found);
        let counted = counted(&scene, &scene.sentence(found[0].first), &found[0]);
        let noun = counted.noun.map(|at| doc.slice(tokens[at].span).to_owned());
        (counted, noun)
    }

    #[test]
    fn the_noun_stands_behind_or_before_of() {
        for (text, noun) in [
            ("There were 5,000 embodied militia, all told.", Some("militia")),
            ("It had 102 fire stations in the city.", Some("stations")),
            ("They offer 4 masters degrees.", Some("degrees")),
            ("Fifty of the heavy guns were lost.", Some("guns")),
            ("The town had a population of 183,402.", Some("population")),
            ("The losses, 2,300, were heavy.", Some("losses")),
            ("He scored 2,300 that night.", None),
        ] {
            assert_eq!(first(text).1.as_deref(), noun, "{text}");
        }
    }

    #[test]
    fn whose_and_on_whose_word() {
        let (ours, _) = first("According to Mills, the yard of Leith had 320 carts.");
        assert_eq!((ours.amount, ours.told), (Amount::Stock, Told::Account));
        let (loss, _) = first("The company lost 41 waggons in the snow.");
        assert_eq!((loss.amount, loss.told), (Amount::Flow, Told::Plain));
        assert!(first("The 300 workers of Leith stayed.").0.owner.is_some());
    }
}
