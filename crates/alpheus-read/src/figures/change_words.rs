//! The words of change: which way they point, and what else they may mean.

use super::Sentence;
use crate::scene::Scene;
use alpheus_number::{Found, Interval, Measure};
use alpheus_text::{Lexicon, TokenKind, key, numeral};

pub(crate) const FROM: u64 = key("from");
pub(crate) const TO: u64 = key("to");

/// What a word says of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    way: Way,
    /// Said of things that move, too: "fell from three to five feet" may be how far.
    pub(crate) moves: bool,
    /// May be a noun, which another verb governs: "slowed the increase".
    pub(crate) noun: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Up,
    Down,
    /// So many times as much.
    Times(f64),
}

/// What a word is to the search for the word of a change, back from "from".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// It is found.
    Turn(Turn),
    /// It is not to be found: another verb or clause comes first.
    Stop,
    /// A closing bracket: what it closes is read over.
    Bracket,
    /// It says nothing.
    Pass,
}

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Turn(Turn),
    /// "cut": changes nothing before "off", "up", "out".
    Cut,
    /// "lower": an adjective but for "to lower".
    Lower,
    Stop,
    Pass,
    By,
}

const fn turn_of(way: Way, moves: bool, noun: bool) -> Word {
    Word::Turn(Turn { way, moves, noun })
}

static WORDS: Lexicon<Word, 1024> = Lexicon::new(&[
    (
        "increased augmented enlarged multiplied raised strengthened heightened upped grew \
         grown expanded swelled swollen boosted appreciated widened deepened lengthened",
        turn_of(Way::Up, false, false),
    ),
    (
        "increase increases increasing augment augments augmenting augmentation growth grow \
         grows growing raise raises raising expand expands expanding expansion swell swells \
         swelling enlarge enlarges enlarging enlargement boost boosts boosting surge surges",
        turn_of(Way::Up, false, true),
    ),
    (
        "rose risen climbed jumped soared advanced leapt leaped surged rocketed",
        turn_of(Way::Up, true, false),
    ),
    (
        "rise rises rising climb climbs climbing jump jumps jumping soar soars soaring \
         advance advances advancing",
        turn_of(Way::Up, true, true),
    ),
    (
        "decreased reduced diminished dwindled shrank shrunk shrunken lessened curtailed \
         depleted depreciated trimmed whittled pared halted weakened shortened plummeted \
         slumped",
        turn_of(Way::Down, false, false),
    ),
    (
        "decrease decreases decreasing reduce reduces reducing reduction reductions diminish \
         diminishes diminishing diminution dwindle dwindles dwindling shrink shrinks \
         shrinking shrinkage lessen lessens lessening curtail curtails curtailing slump \
         slumps slumping trim trims trimming",
        turn_of(Way::Down, false, true),
    ),
    (
        "fell fallen dropped declined sank sunk lowered plunged tumbled slipped contracted \
         tapered narrowed",
        turn_of(Way::Down, true, false),
    ),
    (
        "fall falls falling drop drops dropping decline declines declining sink sinks sinking \
         lowers lowering plunge plunges plunging tumble tumbles tumbling slip slips slipping \
         contracting contraction tapering tapers narrowing narrows",
        turn_of(Way::Down, true, true),
    ),
    ("doubled doubling doubles double", turn_of(Way::Times(2.0), false, false)),
    (
        "trebled trebling trebles treble tripled tripling triples triple",
        turn_of(Way::Times(3.0), false, false),
    ),
    ("quadrupled quadrupling quadruples", turn_of(Way::Times(4.0), false, false)),
    ("quintupled quintupling", turn_of(Way::Times(5.0), false, false)),
    ("halved halving halves", turn_of(Way::Times(0.5), false, false)),
    ("cut cuts cutting", Word::Cut),
    ("lower", Word::Lower),
    ("by", Word::By),
    (
        "am are is was were be being who whom whose which that what if when while whereas where \
         because although though until unless but than had has have having did do does went \
         gone came come gave given got made took taken sent kept left lost held ran lay \
         lain stood stand fought built bought sold paid cost found saw seen met led drew drawn \
         drove driven struck thought brought began begun wore worn told said says vary varies \
         range ranges extend extends i we they he she you it",
        Word::Stop,
    ),
    (
        "during evening morning king spring sterling shilling following existing according \
         hundred speed indeed breed united concerning regarding including standing training \
         building buildings painting shipping wedding meeting funding housing \
         fighting agreed",
        Word::Pass,
    ),
]);

fn key_at(scene: &Scene<'_>, at: usize) -> u64 {
    scene.tokens.get(at).filter(|token| token.is_word()).map_or(0, |token| token.key)
}

fn word(scene: &Scene<'_>, at: usize) -> Option<Word> {
    let token = scene.tokens.get(at).filter(|token| token.is_word())?;
    WORDS.get(token.key)
}

/// "up", "down" before "from".
static COMPASS: Lexicon<Turn, 8> = Lexicon::new(&[
    ("up", Turn { way: Way::Up, moves: true, noun: false }),
    ("down", Turn { way: Way::Down, moves: true, noun: false }),
]);

/// Words of ranks, of which the smaller number is the higher.
static RANKS: Lexicon<(), 128> = Lexicon::new(&[(
    "rank ranks ranked ranking rankings place places placed position positions spot seed \
     seeded chart charts standings odds grade grades class category categories tier \
     league calibre bore gauge handicap song songs single singles album \
     albums hit billboard",
    (),
)]);

static ORDINALS: Lexicon<(), 16> = Lexicon::new(&[("st nd rd th d", ())]);

/// What falls without being counted: "rain fell from two to five".
static WEATHER: Lexicon<(), 32> = Lexicon::new(&[(
    "rain snow sleet hail hailstones shells shell shot bombs leaves darkness night fire rains \
     snows flakes",
    (),
)]);

/// "took place" is no rank.
static TAKES: Lexicon<(), 16> =
    Lexicon::new(&[("take takes taken taking took in into", ())]);

static DENIALS: Lexicon<(), 32> =
    Lexicon::new(&[("not never nor no hardly neither cannot nothing t", ())]);

/// Words before "from" that make what follows a range: "a depth of from 3 to 5 feet".
static RANGE_LEADS: Lexicon<(), 64> = Lexicon::new(&[(
    "of at to by in with for is are was were be between on than and or",
    (),
)]);

static SCALES: Lexicon<f64, 16> = Lexicon::new(&[
    ("thousand thousands", 1e3),
    ("million millions", 1e6),
    ("billion billions", 1e9),
]);

impl Turn {
    /// Whether it makes more.
    pub(crate) fn up(self) -> bool {
        match self.way {
            Way::Up => true,
            Way::Down => false,
            Way::Times(times) => times > 1.0,
        }
    }

    /// What the new figure is of the old.
    pub(crate) fn ratio(self, scene: &Scene<'_>, at: usize) -> Interval {
        let before = |back: usize| {
            at.checked_sub(back).map_or(0, |before| scene.tokens[before].key)
        };
        let over = before(1) == const { key("than") };
        let nearly =
            [const { key("nearly") }, const { key("almost") }].contains(&before(1));
        match self.way {
            Way::Up => Interval::new(1.0, f64::INFINITY),
            Way::Down => Interval::new(0.0, 1.0),
            Way::Times(times) if times < 1.0 => {
                Interval::new(if over { 0.0 } else { 0.4 }, 0.6)
            }
            Way::Times(times) if over => Interval::new(times * 0.95, f64::INFINITY),
            Way::Times(times) if nearly => Interval::new(times - 0.6, times * 1.05),
            Way::Times(times) => Interval::new(times - 0.5, times + 0.5),
        }
    }
}

/// What a token is on the way back from the "from" at `from`.
pub(crate) fn role(scene: &Scene<'_>, at: usize, from: usize) -> Role {
    match scene.tokens[at].kind {
        TokenKind::Mark(')' | ']') => Role::Bracket,
        TokenKind::Mark(';' | ':') => Role::Stop,
        TokenKind::Mark('(' | '–') if at + 1 < from => Role::Stop,
        TokenKind::Word => word_role(scene, at, from),
        _ => Role::Pass,
    }
}

fn word_role(scene: &Scene<'_>, at: usize, from: usize) -> Role {
    if let Some(turn) = turn(scene, at) {
        return Role::Turn(turn);
    }
    match word(scene, at) {
        Some(Word::Stop | Word::Cut) => Role::Stop,
        Some(Word::By) if leads_means(scene, at, from) => Role::Stop,
        None if is_verb(scene, at) => Role::Stop,
        _ => Role::Pass,
    }
}

/// "by the sale of lots from one to five roods": what is sold has the figures, unless a comma
/// parts it from them.
fn leads_means(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    let article = [const { key("the") }, const { key("a") }, const { key("an") }];
    scene.tokens.get(at + 1).is_some_and(|next| article.contains(&next.key))
        && !scene.is(from - 1, ',')
}

/// A word of change with its sense, as it stands.
pub(crate) fn turn(scene: &Scene<'_>, at: usize) -> Option<Turn> {
    match word(scene, at) {
        Some(Word::Turn(turn)) => Some(turn),
        Some(Word::Cut) => {
            let other = ["off", "up", "out", "into", "through", "in"].map(key);
            let cut = Turn { way: Way::Down, moves: true, noun: true };
            (!other.contains(&key_at(scene, at + 1))).then_some(cut)
        }
        Some(Word::Lower) => {
            let infinitive = at > 0 && key_at(scene, at - 1) == TO;
            infinitive.then_some(Turn { way: Way::Down, moves: false, noun: false })
        }
        _ => scene.tokens.get(at).and_then(|token| COMPASS.get(token.key)).filter(|_| {
            key_at(scene, at + 1) == FROM
                && at > 0
                && matches!(scene.tokens[at - 1].kind, TokenKind::Mark(',' | '(' | '–'))
        }),
    }
}

/// Whether a word ends as a verb does and is none of an adjective's place.
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    let text = scene.doc.slice(token.span);
    let ending = text.len() > 4 && (text.ends_with("ed") || text.ends_with("ing"));
    let before = at.checked_sub(1).map(|before| &scene.tokens[before]);
    let adjective = before.is_some_and(|before| {
        let word = before.is_word();
        before.is('-')
            || word && ADJECTIVE_LEADS.has(before.key)
            || word && scene.doc.slice(before.span).ends_with("ly")
    });
    ending && !token.capital && !adjective
}

/// An "-ed" behind these is an adjective: "the authorized strength".
static ADJECTIVE_LEADS: Lexicon<(), 64> = Lexicon::new(&[(
    "the a an its his her their our this these those any all some of in with no such very \
     more less most",
    (),
)]);

/// Whether "from" or "to" behind this belongs to another clause.
pub(crate) fn parts_pair(scene: &Scene<'_>, at: usize) -> bool {
    let token = &scene.tokens[at];
    token.is(';')
        || token.is(':')
        || token.key == FROM
        || turn(scene, at).is_some()
        || token.is_word() && CLAUSES.has(token.key)
}

static CLAUSES: Lexicon<(), 32> =
    Lexicon::new(&[("who which that when while whereas but although though", ())]);

/// Whether a word makes "from … to …" behind it a range.
pub(crate) fn is_before_range(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].is_word() && RANGE_LEADS.has(scene.tokens[at].key)
}

/// ", up from", ", down from".
pub(crate) fn is_up_or_down(scene: &Scene<'_>, at: usize) -> bool {
    COMPASS.has(scene.tokens[at].key) && turn(scene, at).is_some()
}

/// Whether a figure is a part of something else: "No. 5", "-5", "3/4", "1 in 10", "28th".
pub(crate) fn spoils(scene: &Scene<'_>, found: &Found) -> bool {
    let one_of = found.figure.in_words
        && found.figure.value <= 1.0
        && key_at(scene, found.end) == const { key("of") };
    found.figure.measure == Measure::Ordinal
        || one_of
        || is_numbered(scene, found.first)
        || goes_on(scene, found.end)
}

/// "No. 5", "minus 5", "-5", "3/5".
fn is_numbered(scene: &Scene<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let sign = matches!(
        scene.tokens[before].kind,
        TokenKind::Mark('-' | '−' | '#' | '/' | ':' | '.')
    );
    let word = before - usize::from(scene.is(before, '.') && before > 0);
    NUMBERED.has(key_at(scene, word)) || sign && !scene.tokens[first].spaced
}

/// "3/5", "3-5", "3:5", "1 in 10", "28th".
fn goes_on(scene: &Scene<'_>, end: usize) -> bool {
    let Some(token) = scene.tokens.get(end) else { return false };
    let next = scene.tokens.get(end + 1).is_some_and(|next| next.number().is_some())
        && !scene.is_dated(end + 1);
    let of_so_many = token.key == const { key("in") }
        && scene.time(end + 1).is_none()
        && numeral::cardinal(&scene.tokens[end + 1..], scene.doc.prose()).is_some();
    match token.kind {
        TokenKind::Mark('/') => true,
        TokenKind::Mark(':' | '-' | '–') => next,
        _ => of_so_many || !token.spaced && ORDINALS.has(token.key),
    }
}

static NUMBERED: Lexicon<(), 16> =
    Lexicon::new(&[("no nos number minus chapter page", ())]);

/// Whether the change is said not to be: "did not fall".
pub(crate) fn is_denied(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.saturating_sub(3)..at;
    before.into_iter().any(|at| {
        let token = &scene.tokens[at];
        let only = scene.tokens[at + 1].key == const { key("only") };
        token.is_word() && DENIALS.has(token.key) && !only
    })
}

/// Whether a word of the other way stands before a noun of change, and may govern it: "cut
/// the increase from 9 to 5".
pub(crate) fn is_governed(sentence: &Sentence<'_>, own: Turn, at: usize) -> bool {
    const NEAR: usize = 6;
    let start = sentence.tokens.start.max(at.saturating_sub(NEAR));
    (start..at)
        .rev()
        .take_while(|&before| !sentence.scene.is(before, ','))
        .filter_map(|before| turn(sentence.scene, before))
        .any(|other| other.up() != own.up())
}

/// Whether rain, shells or the like are what falls.
pub(crate) fn speaks_of_weather(sentence: &Sentence<'_>, word: usize) -> bool {
    const BEFORE: usize = 5;
    let start = sentence.tokens.start.max(word.saturating_sub(BEFORE));
    (start..word).any(|at| WEATHER.has(sentence.scene.tokens[at].key))
}

/// "12 below", "5 degrees above zero": the number does not tell the way by itself.
pub(crate) fn is_from_zero(scene: &Scene<'_>, end: usize) -> bool {
    let zero = ["below", "above", "zero", "minus"].map(key);
    (end..end + 2).any(|at| zero.contains(&key_at(scene, at)))
}

/// Whether the word is one of troops and climbers, too: "advanced from 9 to 4 miles".
pub(crate) fn walks(scene: &Scene<'_>, word: usize) -> bool {
    let walks = ["advanced", "advance", "advancing", "climbed", "climbing"].map(key);
    walks.contains(&key_at(scene, word))
}

/// Whether ranks are spoken of around a change.
pub(crate) fn speaks_of_ranks(sentence: &Sentence<'_>, word: usize, end: usize) -> bool {
    const AROUND: usize = 12;
    let start = sentence.tokens.start.max(word.saturating_sub(AROUND));
    let end = sentence.tokens.end.min(end + AROUND / 2);
    let tokens = sentence.scene.tokens;
    (start..end).any(|at| {
        let verb = at > 0 && TAKES.has(tokens[at - 1].key);
        tokens[at].is_word() && RANKS.has(tokens[at].key) && !verb
    })
}

/// What the last word of a number multiplies: 1,000 of "forty-one thousand".
pub(crate) fn scale(scene: &Scene<'_>, last: usize) -> Option<f64> {
    SCALES.get(scene.tokens[last].key)
}
