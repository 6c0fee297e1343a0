//! What stands right before and behind a figure, over the words that hedge it.

use super::Sentence;
use crate::scene::Scene;
use alpheus_number::Found;
use alpheus_text::{Lexicon, key};

/// A word that may stand between a figure and what leads it in.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    /// "about", "more", "than", "the".
    Hedge,
    /// "up", "close": the "to" behind them leads nothing in.
    BeforeTo,
    To,
    Of,
    Article,
}

use Word::{Article, BeforeTo, Hedge, Of, To};

static WORDS: Lexicon<Word, 256> = Lexicon::new(&[
    (
        "about above almost already approximately around at barely below between but circa \
         estimated even exactly exceeding fewer few full fully greater hardly just least less \
         little lowest merely minimum maximum more most much nearly no not only over perhaps \
         practically probably quite rather roughly say scarcely slightly some still than \
         under upwards very well odd as many high low",
        Hedge,
    ),
    ("up close", BeforeTo),
    ("to", To),
    ("of", Of),
    ("the a an its their his her", Article),
]);

fn word(scene: &Scene<'_>, at: usize) -> Option<Word> {
    let token = scene.tokens.get(at).filter(|token| token.is_word())?;
    WORDS.get(token.key)
}

/// The last token before a figure that does not hedge it: of "to a total of nearly 300" the
/// "to".
pub(crate) fn before_hedges(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    loop {
        at = match word(scene, at) {
            Some(Hedge | Article) => at.checked_sub(1)?,
            Some(To) if at > 0 && word(scene, at - 1) == Some(BeforeTo) => {
                at.checked_sub(2)?
            }
            Some(Of) => match before_name(scene, at) {
                Some(before) => before,
                None => return Some(at),
            },
            _ => return Some(at),
        };
    }
}

/// The token before "a total", "an average strength", "a low in January", which stand before
/// `of`.
fn before_name(scene: &Scene<'_>, of: usize) -> Option<usize> {
    let article = (1..=5)
        .map_while(|back| of.checked_sub(back))
        .take_while(|&at| scene.tokens[at].is_word())
        .find(|&at| word(scene, at) == Some(Article))?;
    (of - article > 1).then(|| article.checked_sub(1)).flatten()
}

/// The figure that a token is part of.
pub(crate) fn figure_at<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a Found> {
    sentence.figures.iter().find(|found| (found.first..found.end).contains(&at))
}

/// The opening bracket of the closing one at `at`.
pub(crate) fn opening(scene: &Scene<'_>, at: usize, start: usize) -> Option<usize> {
    let open = if scene.is(at, ']') { '[' } else { '(' };
    (start..at).rev().find(|&before| scene.is(before, open))
}

/// The figure that ends right before a word, with an adjective between at most: "a 20 per
/// cent annual increase".
pub(crate) fn figure_before<'a>(
    sentence: &Sentence<'a>,
    word: usize,
) -> Option<&'a Found> {
    let found = sentence.figures.iter().rev().find(|found| found.end <= word)?;
    let between = found.end..word;
    let words = between
        .clone()
        .all(|at| sentence.scene.tokens[at].is_word() || sentence.scene.is(at, '.'));
    (between.len() <= 2 && words).then_some(found)
}

/// The figure between a word and "from" that tells by how much: "fell by 79% from".
pub(crate) fn amount_between<'a>(
    sentence: &Sentence<'a>,
    word: usize,
    from: usize,
) -> Option<&'a Found> {
    let scene = sentence.scene;
    let mut figures = sentence.figures.iter().rev();
    let found = figures.find(|found| found.end <= from && found.first > word)?;
    let lead = before_hedges(scene, found.first)?;
    let by = scene.tokens[lead].key == const { key("by") };
    (from - found.end <= 3 && (lead == word || by)).then_some(found)
}

/// The amount behind a pair of figures: ", or 60 percent", ", an increase of 60 percent",
/// ", a 60 percent increase".
pub(crate) fn amount_behind<'a>(
    sentence: &Sentence<'a>,
    end: usize,
    is_change: impl Fn(usize) -> bool,
) -> Option<&'a Found> {
    /// Between the pair and the amount stand a noun and a date at most.
    const NEAR: usize = 14;
    let scene = sentence.scene;
    let found = sentence.figures.iter().find(|found| found.first >= end)?;
    let lead = before_hedges(scene, found.first)?;
    if lead < end || found.first - end > NEAR || word(scene, found.end) == Some(Of) {
        return None;
    }
    let or = scene.tokens[lead].key == const { key("or") } && lead - end <= 3;
    let of = word(scene, lead) == Some(Of) && (end..lead).rev().take(2).any(&is_change);
    let before = (found.end..found.end + 3).take(2).any(is_change);
    (or || of || before).then_some(found)
}
