//! Whether two figures are of one thing: what their sentences share, weighed.
//!
//! The evidence is a sum of log odds, in nats. Every word that both sentences have near the
//! figure counts by its rarity among the figures of the document (Spärck Jones, *Journal of
//! Documentation* 28, 1972), names more; so do words in the same order around the two
//! figures, and other figures that agree. Against it speak names, dates and figures that
//! differ, and a third figure that is told in the same words: a formula, not a repetition.

use super::{
    mention::{Mention, REACH, short},
    slip::{Likeness, surprise},
};
use crate::{
    events,
    lexicon::{Class, class_of},
};
use alpheus_number::{Found, Interval, Measure, Reader};
use alpheus_text::{Block, BlockKind, Document, Lexicon, Token, key};

/// What a word says of the scope of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// "another", "more": not those told of before.
    Another,
    /// "in all", "each": the whole, or a part of it.
    Whole,
    /// A month.
    Month,
}

static WORDS_OF_SCOPE: Lexicon<Word, 128> = Lexicon::new(&[
    (
        "another additional further more other others remaining extra second third fourth \
         fifth last next former latter",
        Word::Another,
    ),
    ("all total altogether each every average half", Word::Whole),
    (
        "january february march april june july august september october november december \
         jan feb mar apr jun jul aug sept sep oct nov dec",
        Word::Month,
    ),
]);

/// Rarity is reckoned among no fewer figures than this, for words of weight are rare in the
/// language too, and among no more.
const FIGURES: [f64; 2] = [30.0, 300.0];
/// Shared words must weigh this much for their sentences to be read again.
const GLANCE: f64 = 2.0;
/// Sentences closer than this, in bytes, tell of one thing after another.
const NEAR: u32 = 600;
/// So many tokens in a row around a figure are a phrase.
const PHRASE: f64 = 4.0;
/// What each other figure that is told in the same words takes off, but where two other
/// figures of the sentences agree: a formula has its own each time.
const FORMULAIC: f64 = 8.0;
/// A formula is looked for among so many figures of the noun before and behind.
const FORMULA: usize = 64;

/// Compares the scopes of mentions.
pub(super) struct Scopes<'a> {
    docs: &'a [&'a Document],
    counts: Vec<u32>,
    mentions: f64,
    /// The mentions by what they count, and where each of them stands there.
    by_noun: Vec<u32>,
    place: Vec<u32>,
    reader: Reader,
    /// The sentences of the pair: the second, and where among those kept the first is.
    second: Read,
    first: usize,
    /// The sentences read last, each in the place that its mention's number gives it: the
    /// figures of one key are compared with the same few before them.
    kept: Vec<Read>,
}

/// A sentence that was read again, with the mention that it was read for.
#[derive(Default)]
struct Read {
    mention: Option<usize>,
    telling: Telling,
}

/// So many sentences are kept.
const KEPT: usize = 64;

/// A sentence that was read again.
#[derive(Default)]
struct Telling {
    tokens: Vec<Token>,
    figures: Vec<Found>,
    /// The figure's tokens.
    at: usize,
    end: usize,
    words: Vec<Near>,
    dates: Vec<u64>,
    another: bool,
    whole: bool,
}

/// A word of weight near the figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    stem: u64,
    name: bool,
}

impl<'a> Scopes<'a> {
    pub(super) fn new(docs: &'a [&'a Document], mentions: &[Mention]) -> Self {
        let mut counts = vec![0; 1 << 16];
        for word in mentions.iter().flat_map(|mention| mention.words) {
            counts[usize::from(word)] += 1;
        }
        let mut by_noun: Vec<u32> = (0..mentions.len() as u32).collect();
        by_noun.sort_by_key(|&index| mentions[index as usize].noun);
        let mut place = vec![0; mentions.len()];
        for (at, &index) in by_noun.iter().enumerate() {
            place[index as usize] = at as u32;
        }
        Scopes {
            docs,
            counts,
            mentions: f64::from(mentions.len() as u32),
            by_noun,
            place,
            reader: Reader::default(),
            second: Read::default(),
            first: 0,
            kept: std::iter::repeat_with(Read::default).take(KEPT).collect(),
        }
    }

    /// How much speaks for it that two mentions are of one thing, and how much of that goes
    /// if their words are a formula.
    pub(super) fn evidence(
        &mut self,
        mentions: &[Mention],
        a: usize,
        b: usize,
        likeness: Likeness,
    ) -> Option<(f64, f64)> {
        let [first, second] = [a, b].map(|index| &mentions[index]);
        let glance = self.glance(first, second);
        if glance < GLANCE {
            return None;
        }
        let doc = |mention: &Mention| self.docs[usize::from(mention.account)];
        self.first = a % KEPT;
        self.kept[self.first].of(a, doc(first), &mut self.reader, first);
        self.second.of(b, doc(second), &mut self.reader, second);
        let shared =
            self.shared(first, second, likeness) + surprise(first, second, likeness);
        let alike = shared >= super::ALIKE;
        alike.then(|| {
            let (first, second) = self.pair();
            let formulaic = first.figures(second).0 < 2.0;
            let others =
                if formulaic { self.others(mentions, a, b, glance) } else { 0.0 };
            (shared, FORMULAIC * others)
        })
    }

    fn pair(&self) -> (&Telling, &Telling) {
        (&self.kept[self.first].telling, &self.second.telling)
    }

    fn rarity(&self, word: u16) -> f64 {
        let count = f64::from(self.counts[usize::from(word)].max(2));
        ((self.mentions.clamp(FIGURES[0], FIGURES[1]) + 2.0) / count).ln().max(0.0)
    }

    /// What the words that were kept of two mentions share.
    fn glance(&self, a: &Mention, b: &Mention) -> f64 {
        let shared = |word: &&u16| **word != 0 && b.words.contains(word);
        a.words.iter().filter(shared).map(|&word| self.rarity(word)).sum()
    }

    /// How many other values are told in words as near to either mention.
    fn others(&self, mentions: &[Mention], a: usize, b: usize, glance: f64) -> f64 {
        let values = [mentions[a].digits, mentions[b].digits];
        let pair = [&mentions[a], &mentions[b]];
        let mut others = Vec::new();
        for index in [a, b] {
            let mention = &mentions[index];
            let place = self.place[index] as usize;
            let end = self.by_noun.len().min(place + FORMULA);
            for &other in &self.by_noun[place.saturating_sub(FORMULA)..end] {
                let other = &mentions[other as usize];
                let fits = other.noun == mention.noun
                    && !values.contains(&other.digits)
                    && !pair.iter().any(|mention| mention.stands_with(other));
                if fits && self.glance(mention, other) >= 0.9 * glance {
                    others.push(other.digits);
                }
            }
        }
        others.sort_unstable();
        others.dedup();
        f64::from(others.len().min(4) as u32)
    }

    /// What the two sentences share, less what parts them.
    fn shared(&self, a: &Mention, b: &Mention, likeness: Likeness) -> f64 {
        let (first, second) = self.pair();
        if first.another != second.another || first.tells(b) || second.tells(a) {
            return f64::NEG_INFINITY;
        }
        let mut sum = 0.0;
        for word in &first.words {
            if second.has(word.stem) {
                sum += self.rarity(short(word.stem));
                sum += if word.name { 1.5 } else { 0.0 };
            }
        }
        let alongside = first.alongside(second);
        let (alike, apart) = first.figures(second);
        // What happens every year is told in the same words, of figures that are near; and
        // every account of a war tells of companies and squadrons.
        let phrase = alongside >= PHRASE && a.account == b.account;
        if likeness == Likeness::OneDigit && alike == 0.0 && !phrase {
            return f64::NEG_INFINITY;
        }
        sum += alongside;
        sum += 3.0 * alike.min(3.0) - 4.0 * apart;
        let names = [first.names_missing(second), second.names_missing(first)];
        let (less, more) = (names[0].min(names[1]), names[0].max(names[1]));
        sum -= 2.0 * less + 0.5 * more;
        let dates = [first.dates_missing(second), second.dates_missing(first)];
        match dates {
            [true, true] => return f64::NEG_INFINITY,
            [false, false] => {}
            _ => sum -= 1.0,
        }
        if first.whole != second.whole {
            sum -= 3.0;
        }
        let near = a.account == b.account
            && b.sentence.start.saturating_sub(a.sentence.end) < NEAR;
        if near && less > 0.0 {
            f64::NEG_INFINITY
        } else if near {
            sum - 4.0
        } else {
            sum
        }
    }
}

impl Read {
    /// Reads the sentence of a mention, unless that was done last.
    fn of(
        &mut self,
        index: usize,
        doc: &Document,
        reader: &mut Reader,
        mention: &Mention,
    ) {
        if self.mention != Some(index) {
            self.telling.read(doc, reader, mention);
            self.mention = Some(index);
        }
    }
}

impl Telling {
    fn read(&mut self, doc: &Document, reader: &mut Reader, mention: &Mention) {
        let block = Block { span: mention.sentence, kind: BlockKind::Paragraph };
        doc.tokenize(&block, &mut self.tokens);
        reader.block(doc, &self.tokens, |_| None, &mut self.figures);
        let token =
            |offset: u32| self.tokens.partition_point(|token| token.span.end <= offset);
        self.at = token(mention.figure.start);
        self.end = token(mention.figure.end);
        self.dates.clear();
        self.words.clear();
        let lead = self.at.saturating_sub(3);
        let beside = &self.tokens[lead..self.tokens.len().min(self.end + 2)];
        let says = |word: Word| {
            beside.iter().any(|token| {
                token.is_word() && WORDS_OF_SCOPE.get(token.key) == Some(word)
            })
        };
        (self.another, self.whole) = (says(Word::Another), says(Word::Whole));
        for at in 0..self.tokens.len() {
            self.note(doc, at);
        }
        self.words.sort_unstable();
        self.words.dedup_by_key(|word| word.stem);
        self.dates.sort_unstable();
    }

    /// Notes what a token says of the scope.
    fn note(&mut self, doc: &Document, at: usize) {
        let token = self.tokens[at];
        if let Some(year @ 1000..=2100) = token.number()
            && token.span.len() == 4
        {
            self.dates.push(year);
        }
        let month = WORDS_OF_SCOPE.get(token.key) == Some(Word::Month);
        if token.is_word() && token.capital && month {
            self.dates.push(token.key);
        }
        let near = at + REACH >= self.at
            && at < self.end + REACH
            && !(self.at..self.end).contains(&at);
        let weighty = token.is_word()
            && token.span.len() > 3
            && !class_of(&token).any(Class::COMMON);
        if near && weighty {
            let stem = key(events::stem(doc.slice(token.span)));
            self.words.push(Near { stem, name: token.capital && !token.starts_sentence });
        }
    }

    fn has(&self, stem: u64) -> bool {
        self.words.binary_search_by_key(&stem, |word| word.stem).is_ok()
    }

    /// How many tokens agree in a row before the figure and behind it, a few of each.
    fn alongside(&self, other: &Telling) -> f64 {
        let same = |a: &&Token, b: &&Token| a.kind == b.kind && a.key == b.key;
        let before = self.tokens[..self.at]
            .iter()
            .rev()
            .zip(other.tokens[..other.at].iter().rev());
        let before = before.take(4).take_while(|(a, b)| same(a, b)).count();
        let behind = self.tokens[self.end..].iter().zip(&other.tokens[other.end..]);
        let behind = behind.take(5).take_while(|(a, b)| same(a, b)).count();
        f64::from((before + behind) as u32)
    }

    /// How many other figures are the same in both, and how many of one noun differ.
    fn figures(&self, other: &Telling) -> (f64, f64) {
        let (mut alike, mut apart) = (0.0, 0.0);
        for found in self.rest() {
            let of_it = |next: &&Found| self.of(found) == other.of(next);
            if other.rest().any(|next| same(next.figure.value, found.figure.value)) {
                alike += if found.figure.value >= 10.0 { 1.0 } else { 0.0 };
            } else if self.of(found).is_some() && other.rest().any(|next| of_it(&next)) {
                apart += 1.0;
            }
        }
        (alike, apart)
    }

    /// Whether another figure of the sentence has a mention's value.
    fn tells(&self, mention: &Mention) -> bool {
        self.rest().any(|found| same(found.figure.value, mention.value()))
    }

    fn rest(&self) -> impl Iterator<Item = &Found> {
        self.figures
            .iter()
            .filter(|found| found.first >= self.end || found.end <= self.at)
    }

    /// The unit of a figure, or the word behind it.
    fn of(&self, found: &Found) -> Option<(Option<Measure>, u64)> {
        match found.figure.measure {
            Measure::Count => {
                let word = self.tokens.get(found.end).filter(|token| token.is_word())?;
                (!class_of(word).any(Class::COMMON)).then_some((None, word.key))
            }
            measure => Some((Some(measure), 0)),
        }
    }

    /// How many of the names near the figure the other sentence does not have at all.
    fn names_missing(&self, other: &Telling) -> f64 {
        let missing = |word: &&Near| word.name && !other.has(word.stem);
        f64::from(self.words.iter().filter(missing).count() as u32)
    }

    fn dates_missing(&self, other: &Telling) -> bool {
        self.dates.iter().any(|date| other.dates.binary_search(date).is_err())
    }
}

/// Whether two values are one, up to the noise of floating point.
fn same(a: f64, b: f64) -> bool {
    Interval::point(a).contains(b)
}
