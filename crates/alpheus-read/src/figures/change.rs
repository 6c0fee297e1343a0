//! Changes: "fell from 9 to 5", "rose to 40 from 20", "dropped 30%, from 110,000 to 77,000".
//!
//! The pair of figures is found first, by "from" and "to"; then the word that says which way
//! it went is looked for before it. Old prose tells ranges with the same two words ("trees of
//! from three to five feet"), so the way from the pair to its word must be clear: another
//! verb, a relative or a new clause between them, and the pair is left alone.

use super::{
    Sentence,
    change_words::{self as words, Role, Turn},
    counted::{counted, stem},
    lead::{self, before_hedges},
};
use crate::statement::{Assertion, Modality, Speaker, Statement};
use alpheus_number::{Figure, Found, Hedge, Interval, Measure};
use alpheus_text::{Span, TokenKind, key, numeral};

/// Two figures, one before a change and one after it, and what is said of the change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The word that says which way it went.
    pub word: Span,
    /// What the new figure is of the old: above 1 for "rose", near 2 for "doubled".
    pub ratio: Interval,
    /// The figure before the change.
    pub from: Figure,
    /// The figure after it, in the measure of the first.
    pub to: Figure,
    /// By how much: hundredths of the first figure, or of its own measure.
    pub by: Option<Figure>,
    /// Why it may be no change after all.
    pub doubt: Option<&'static str>,
}

pub(crate) fn read(sentence: &Sentence<'_>, out: &mut Vec<Statement>) {
    for pair in pairs(sentence) {
        let Some((turn, at)) = pair.turn(sentence) else { continue };
        let Some((from, to)) = pair.measured(sentence) else { continue };
        let change = Change {
            word: sentence.scene.tokens[at].span,
            ratio: turn.ratio(sentence.scene, at),
            from,
            to,
            by: pair.by(sentence, turn, at, from),
            doubt: pair.doubt(sentence, turn, at, (from, to)),
        };
        out.push(statement(change));
    }
    out.extend(reckoned(sentence).map(statement));
}

fn statement(change: Change) -> Statement {
    Statement {
        assertion: Assertion::Change(change),
        span: change.word.cover(change.from.span).cover(change.to.span),
        modality: Modality::Asserted,
        speaker: Speaker::Author,
    }
}

/// "the old rate was £200, the new £250; increase, £50, or 25 per cent": the difference itself
/// shows which two figures are meant.
fn reckoned<'a>(sentence: &'a Sentence<'_>) -> impl Iterator<Item = Change> + 'a {
    let scene = sentence.scene;
    sentence.figures.windows(4).filter_map(move |four| {
        let [from, to, difference, by] = four else { return None };
        let word =
            (to.end..difference.first).rev().find(|&at| scene.tokens[at].is_word())?;
        let turn = words::turn(scene, word).filter(|turn| turn.noun)?;
        let close = by.first - difference.end <= 4;
        let [from, to, by] = [from, to, by].map(|found| found.figure);
        let fits = close
            && by.measure == Measure::Percent
            && from.measure == difference.figure.measure
            && to.measure == from.measure
            && from.value > 0.0
            && turn.up() == (to.value > from.value)
            && difference.figure.interval().contains((to.value - from.value).abs());
        fits.then(|| Change {
            word: scene.tokens[word].span,
            ratio: turn.ratio(scene, word),
            from,
            to,
            by: Some(by),
            doubt: None,
        })
    })
}

const IN: u64 = key("in");

/// Between "from" and "to" there are no more tokens than this.
const LONGEST_PAIR: usize = 30;
/// Figures that are further apart than this by a factor, and the wrong way, are of different units.
const FAR: f64 = 1000.0;
/// The word that says which way stands no farther before the pair.
const REACH: usize = 30;

/// Two figures that "from" and "to" lead in.
struct Pair {
    from: Found,
    to: Found,
    /// The token of the first of "from" and "to".
    at: usize,
    /// Whether the new figure stands first: "to 9 from 12", "9, up from 12".
    turned: bool,
}

fn pairs<'a>(sentence: &'a Sentence<'_>) -> impl Iterator<Item = Pair> + 'a {
    (sentence.tokens.clone())
        .filter(|&at| sentence.scene.tokens[at].key == words::FROM)
        .filter_map(|at| onward(sentence, at).or_else(|| backward(sentence, at)))
}

/// "from 12 in 1890 to 9 in 1900".
fn onward(sentence: &Sentence<'_>, at: usize) -> Option<Pair> {
    let scene = sentence.scene;
    if at > sentence.tokens.start && words::is_before_range(scene, at - 1) {
        return None;
    }
    let from = led_by(sentence, at)?;
    if from.figure.is_range() || from.figure.measure == Measure::Multiple {
        return split(sentence, from).map(|[from, to]| Pair {
            from,
            to,
            at,
            turned: false,
        });
    }
    let end = sentence.tokens.end.min(from.end + LONGEST_PAIR);
    let stop = (from.end..end).find(|&at| words::parts_pair(scene, at)).unwrap_or(end);
    let to = (from.end..stop)
        .filter(|&to| scene.tokens[to].key == words::TO)
        .find_map(|to| led_by(sentence, to))?;
    Some(Pair { from, to, at, turned: false })
}

/// "to 9 from 12", "9, up from 12".
fn backward(sentence: &Sentence<'_>, at: usize) -> Option<Pair> {
    /// Between the new figure and "from" stand its noun and its date at most.
    const NEAR: usize = 8;
    let scene = sentence.scene;
    let from = led_by(sentence, at)?;
    let to = *sentence.figures.iter().rev().find(|found| found.end <= at)?;
    let marked = words::is_up_or_down(scene, at - 1);
    let mut between = to.end..at - usize::from(marked);
    let far = between.len() > NEAR || between.any(|at| words::parts_pair(scene, at));
    if far || from.figure.is_range() {
        return None;
    }
    let lead = before_hedges(scene, to.first)?;
    let led = scene.tokens[lead].key == words::TO;
    (led || marked).then_some(Pair {
        from,
        to,
        at: if led { lead } else { at },
        turned: true,
    })
}

/// The figure that a word leads in, over hedges: "from nearly 300", "to a total of 40".
fn led_by(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let scene = sentence.scene;
    let found = match sentence.figures.iter().find(|found| found.first > at) {
        Some(found) if before_hedges(scene, found.first) == Some(at) => *found,
        _ => unread(sentence, at + 1)?,
    };
    (!words::spoils(scene, &found)).then_some(found)
}

/// A number that was not read as a figure but may be one here: four digits like a year's
/// ("rose from 2045 to 2333"), or "one", which is a pronoun elsewhere.
fn unread(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let token = sentence.scene.tokens.get(at)?;
    let year = token.kind == TokenKind::Number && token.span.len() == 4;
    let one = token.key == const { key("one") } && !token.capital;
    if !(year && sentence.scene.is_dated(at) || one) {
        return None;
    }
    let (value, used) =
        numeral::cardinal(&sentence.scene.tokens[at..], sentence.scene.doc.prose())?;
    let figure = Figure {
        span: token.span,
        value,
        to: value,
        step: 1.0,
        hedge: Hedge::Plain,
        measure: Measure::Count,
        in_words: one,
    };
    (used == 1).then_some(Found { figure, first: at, end: at + 1 })
}

/// A range or a ratio that was read as one figure, "235 to 315", "two to one", as the two
/// that it is made of.
fn split(sentence: &Sentence<'_>, whole: Found) -> Option<[Found; 2]> {
    let tokens = &sentence.scene.tokens;
    let to = (whole.first..whole.end).find(|&at| tokens[at].key == words::TO)?;
    let ratio = whole.figure.measure == Measure::Multiple;
    let measure = if ratio { Measure::Count } else { whole.figure.measure };
    let part = |value: f64, first: usize, end: usize| Found {
        figure: Figure {
            span: sentence.scene.span(first, end - 1),
            value,
            to: value,
            measure,
            ..whole.figure
        },
        first,
        end,
    };
    let Figure { value, to: last, .. } = whole.figure;
    let last = if ratio { 1.0 } else { last };
    Some([part(value, whole.first, to), part(last, to + 1, whole.end)])
}

impl Pair {
    /// The word that says which way it went, before the pair.
    fn turn(&self, sentence: &Sentence<'_>) -> Option<(Turn, usize)> {
        let scene = sentence.scene;
        if self.turned && words::is_up_or_down(scene, self.at.wrapping_sub(1)) {
            let turn = words::turn(scene, self.at - 1)?;
            return Some((turn, self.at - 1));
        }
        let start = sentence.tokens.start.max(self.at.saturating_sub(REACH));
        let mut at = self.at;
        while at > start {
            at -= 1;
            if let Some(figure) = lead::figure_at(sentence, at) {
                let lead = before_hedges(scene, figure.first)?;
                if scene.tokens[lead].key == words::TO {
                    return None;
                }
                at = lead + 1;
                continue;
            }
            match words::role(scene, at, self.at) {
                Role::Turn(turn) => return Some((turn, at)),
                Role::Stop => return None,
                Role::Bracket => at = lead::opening(scene, at, start)?,
                Role::Pass => {}
            }
        }
        None
    }

    /// The two figures in one measure, the old one first.
    fn measured(&self, sentence: &Sentence<'_>) -> Option<(Figure, Figure)> {
        use Measure::{Count, Fraction, Multiple, Ordinal, Percent};
        let (mut from, mut to) = (self.from.figure, self.to.figure);
        match (from.measure, to.measure) {
            (Ordinal | Multiple, _) | (_, Ordinal | Multiple) => return None,
            (a, b) if a == b => {}
            (Fraction, _) | (_, Fraction) => return None,
            (Count, Percent) | (Percent, Count)
                if from.value > 1000.0 || to.value > 1000.0 =>
            {
                return None;
            }
            (Count, _) => in_coin(sentence, &self.to, &mut from),
            (_, Count) => in_coin(sentence, &self.from, &mut to),
            _ => return None,
        }
        if !self.turned && self.is_adjacent(sentence) {
            self.spread_scale(sentence, &mut from);
        }
        let years =
            [self.from, self.to].map(|found| sentence.scene.is_dated(found.first));
        let sober = from.value > 0.0 && to.value >= 0.0 && years != [true; 2];
        sober.then_some((from, to))
    }

    /// "from six to ten thousand": the thousands are meant for both, where that makes them
    /// alike.
    fn spread_scale(&self, sentence: &Sentence<'_>, from: &mut Figure) {
        /// Numbers farther apart are not counted in the same thousands.
        const ALIKE: f64 = 4.0;
        let scale = |found: &Found| {
            (found.first..found.end).rev().find_map(|at| words::scale(sentence.scene, at))
        };
        let Some(scale) = scale(&self.to).filter(|_| scale(&self.from).is_none()) else {
            return;
        };
        let parts = self.to.figure.value / scale;
        let alike = Interval::new(parts / ALIKE, parts * ALIKE).contains(from.value);
        if from.value < 1000.0 && parts >= 2.0 && alike {
            scale_by(from, scale);
        }
    }

    /// Whether the unit of the new figure stands with the old one, too: "10% to 15%".
    fn has_unit_twice(&self, sentence: &Sentence<'_>) -> bool {
        let tokens = sentence.scene.tokens;
        let sign = |found: &Found| matches!(tokens[found.first].kind, TokenKind::Mark(_));
        let [from, to] = [&self.from, &self.to].map(|found| tokens[found.end - 1]);
        sign(&self.from) && sign(&self.to) || from.kind == to.kind && from.key == to.key
    }

    /// Whether nothing but hedges and brackets stands between the first figure and "to".
    fn is_adjacent(&self, sentence: &Sentence<'_>) -> bool {
        before_hedges(sentence.scene, self.to.first) == Some(self.from.end)
            || sentence.scene.is(self.from.end, '[')
    }

    /// By how much, where that stands between the word and the pair or right behind it.
    fn by(
        &self,
        sentence: &Sentence<'_>,
        turn: Turn,
        word: usize,
        from: Figure,
    ) -> Option<Figure> {
        let fits = |found: &Found| {
            let figure = found.figure;
            figure.measure == Measure::Percent
                || figure.measure == Measure::Fraction
                || figure.measure == from.measure && figure.measure != Measure::Count
        };
        let before = lead::amount_between(sentence, word, self.at);
        let ahead = (turn.noun).then(|| lead::figure_before(sentence, word)).flatten();
        let last = self.from.end.max(self.to.end);
        let scene = sentence.scene;
        // A verb behind the pair has a subject of its own: ", while the top 10% doubled".
        let alike = |at: usize| {
            words::turn(scene, at)
                .is_some_and(|other| other.noun && other.up() == turn.up())
        };
        let behind = lead::amount_behind(sentence, last, alike);
        [before, ahead, behind]
            .into_iter()
            .flatten()
            .find(|found| fits(found))
            .map(|found| found.figure)
    }

    fn doubt(
        &self,
        sentence: &Sentence<'_>,
        turn: Turn,
        word: usize,
        (from, to): (Figure, Figure),
    ) -> Option<&'static str> {
        let scene = sentence.scene;
        if words::is_denied(scene, word) {
            return Some("the change is denied");
        }
        if turn.noun && words::is_governed(sentence, turn, word) {
            return Some("a change of a change");
        }
        if words::speaks_of_ranks(sentence, word, self.from.end.max(self.to.end)) {
            return Some("of ranks the smaller number is the higher");
        }
        if turn.moves && words::speaks_of_weather(sentence, word) {
            return Some("what falls may not be counted");
        }
        if words::is_from_zero(scene, self.from.end)
            || words::is_from_zero(scene, self.to.end)
        {
            return Some("it may be counted from zero down");
        }
        // "From 20 something million to 8 million": a word between may hide a unit.
        let apart = to.value / from.value;
        if !(1.0 / FAR..=FAR).contains(&apart) && turn.up() != (apart > 1.0) {
            return Some("the figures may be in different units");
        }
        if turn.up() && self.is_to_one(from, to) {
            return Some("the figures may be a ratio");
        }
        if !self.same_noun(sentence) {
            return Some("the two figures may not count the same");
        }
        let dated = [self.from, self.to].map(|found| scene.is_dated(found.first));
        if dated != [false; 2] {
            let near = Interval::new(0.1, 10.0).contains(to.value / from.value);
            if !near {
                return Some("one of the figures may be a year");
            }
        }
        let walks = words::walks(scene, word) && matches!(to.measure, Measure::Unit(_));
        (walks || self.may_be_range(sentence, turn, (from, to)))
            .then_some("the figures may be a range")
    }

    /// "Increased from 3 to 1": what three are to one.
    fn is_to_one(&self, from: Figure, to: Figure) -> bool {
        let one = (to.value - 1.0).abs() < f64::EPSILON && to.measure == Measure::Count;
        one && !self.turned && from.value > 1.0
    }

    /// Whether the nouns behind the two figures do not differ.
    fn same_noun(&self, sentence: &Sentence<'_>) -> bool {
        let scene = sentence.scene;
        // "8 in. of water" where nothing else says that these are inches.
        let inches = |found: &Found| {
            let short = scene.tokens.get(found.end).is_some_and(|next| next.key == IN);
            (short && scene.is(found.end + 1, '.')).then_some(found.end)
        };
        let noun = |found: &Found| {
            let length = scene.time(found.end).filter(|_| !scene.is_dated(found.end));
            let noun = length.map(|_| scene.after_time(found.end) - 1).or_else(|| {
                let noun = counted(scene, &sentence.tokens, found).noun;
                noun.filter(|&at| at >= found.end)
            });
            noun.or(inches(found)).map(|at| stem(scene, at))
        };
        let counts =
            [self.from, self.to].map(|found| found.figure.measure == Measure::Count);
        match counts {
            [true, true] => {
                let [from, to] = [&self.from, &self.to].map(noun);
                from.is_none() || to.is_none() || from == to
            }
            [true, false] => noun(&self.from).is_none(),
            [false, true] => noun(&self.to).is_none(),
            [false, false] => true,
        }
    }

    /// Whether "fell from 10 to 15 per cent" may say by how much: the unit stands but once,
    /// the figures rise, and both are rounded.
    fn may_be_range(
        &self,
        sentence: &Sentence<'_>,
        turn: Turn,
        (from, to): (Figure, Figure),
    ) -> bool {
        /// The ends of such a range are not farther apart.
        const WIDEST: f64 = 3.0;
        let close = to.value > from.value && to.value <= WIDEST * from.value;
        let moved = turn.moves && matches!(to.measure, Measure::Unit(_));
        if turn.up() || self.turned || !close || !self.is_adjacent(sentence) {
            return false;
        }
        let named = counted(sentence.scene, &sentence.tokens, &self.to)
            .noun
            .is_some_and(|at| at >= self.to.end);
        // "From sixty to eighty millions": the word that multiplies both is their unit.
        let million = self.to.end - self.to.first > 1;
        let counted_alone = self.to.figure.measure == Measure::Count && !million;
        let once = !counted_alone && !self.has_unit_twice(sentence);
        let round = is_round(&self.from.figure) && is_round(&self.to.figure);
        moved || round && (once || turn.moves && named)
    }
}

/// Whether a figure is such as the ends of a rough range: 3, 12, 25, 350, 4,000.
fn is_round(figure: &Figure) -> bool {
    let digits = figure.value / figure.place();
    digits <= 12.0 || digits < 100.0 && digits % 5.0 == 0.0
}

/// A bare number beside a figure with a unit, in that unit: the "three" of "from five cents
/// to three".
fn in_coin(sentence: &Sentence<'_>, other: &Found, bare: &mut Figure) {
    let tokens = &sentence.scene.tokens[other.first..other.end];
    let written = match tokens[0].kind {
        TokenKind::Mark(_) => None,
        _ => numeral::cardinal(tokens, sentence.scene.doc.prose()),
    };
    let worth = written
        .filter(|&(written, _)| written > 0.0)
        .map_or(1.0, |(written, _)| other.figure.value / written);
    bare.measure = other.figure.measure;
    scale_by(bare, worth);
}

fn scale_by(figure: &mut Figure, factor: f64) {
    figure.value *= factor;
    figure.to *= factor;
    figure.step *= factor;
}
