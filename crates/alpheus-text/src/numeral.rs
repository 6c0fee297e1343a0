//! Numbers in words and digits, ordinals and Roman numerals, read off tokens.
//!
//! Shared by the readers of time and of quantities, neither of which knows the other. Every
//! reader takes the tokens from where a number may begin, and answers with its value and how
//! many tokens it takes; where none begins it answers `None` after one look at the first.

use crate::{Lexicon, Token, TokenKind};

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    /// Zero to nineteen.
    Unit(u32),
    /// Twenty to ninety.
    Ten(u32),
    Hundred,
    /// Thousand and above.
    Scale(f64),
    /// A scale in the plural, which is one only behind a number: "six millions".
    Scales(f64),
    /// A count that is multiplied but never added to: dozen, score.
    Lot(u32),
    Half,
    /// Quarter, third, by how many make a whole.
    Share(u32),
    /// Quarters, thirds.
    Shares(u32),
    A,
    And,
    /// Zero as it is said in years: "nineteen oh five".
    Oh,
    /// An ordinal that names no share: "first", "twenty-".
    Nth,
    /// So many times as much: "twice", "threefold".
    Times(u32),
}

use Part::{
    A, And, Half, Hundred, Lot, Nth, Oh, Scale, Scales, Share, Shares, Ten, Times, Unit,
};

static PARTS: Lexicon<Part, 256> = Lexicon::new(&[
    ("zero", Unit(0)),
    ("one", Unit(1)),
    ("two", Unit(2)),
    ("three", Unit(3)),
    ("four", Unit(4)),
    ("five", Unit(5)),
    ("six", Unit(6)),
    ("seven", Unit(7)),
    ("eight", Unit(8)),
    ("nine", Unit(9)),
    ("ten", Unit(10)),
    ("eleven", Unit(11)),
    ("twelve", Unit(12)),
    ("thirteen", Unit(13)),
    ("fourteen", Unit(14)),
    ("fifteen", Unit(15)),
    ("sixteen", Unit(16)),
    ("seventeen", Unit(17)),
    ("eighteen", Unit(18)),
    ("nineteen", Unit(19)),
    ("twenty", Ten(20)),
    ("thirty", Ten(30)),
    ("forty fourty", Ten(40)),
    ("fifty", Ten(50)),
    ("sixty", Ten(60)),
    ("seventy", Ten(70)),
    ("eighty", Ten(80)),
    ("ninety", Ten(90)),
    ("threescore", Lot(60)),
    ("fourscore", Lot(80)),
    ("hundred", Hundred),
    ("thousand", Scale(1e3)),
    ("million", Scale(1e6)),
    ("billion milliard", Scale(1e9)),
    ("trillion", Scale(1e12)),
    ("lakh lac", Scale(1e5)),
    ("crore", Scale(1e7)),
    ("dozen", Lot(12)),
    ("score", Lot(20)),
    ("thousands", Scales(1e3)),
    ("millions", Scales(1e6)),
    ("billions milliards", Scales(1e9)),
    ("half", Half),
    ("halves", Shares(2)),
    ("third", Share(3)),
    ("thirds", Shares(3)),
    ("quarter", Share(4)),
    ("quarters fourths", Shares(4)),
    ("fifth", Share(5)),
    ("fifths", Shares(5)),
    ("sixth", Share(6)),
    ("sixths", Shares(6)),
    ("seventh", Share(7)),
    ("sevenths", Shares(7)),
    ("eighth", Share(8)),
    ("eighths", Shares(8)),
    ("ninth", Share(9)),
    ("ninths", Shares(9)),
    ("tenth", Share(10)),
    ("tenths", Shares(10)),
    ("twelfth", Share(12)),
    ("twelfths", Shares(12)),
    ("sixteenth", Share(16)),
    ("sixteenths", Shares(16)),
    ("twentieth", Share(20)),
    ("twentieths", Shares(20)),
    ("hundredth", Share(100)),
    ("hundredths", Shares(100)),
    ("thousandth", Share(1000)),
    ("thousandths", Shares(1000)),
    ("a an", A),
    ("and", And),
    ("oh", Oh),
    (
        "fourth eleventh thirteenth fourteenth fifteenth seventeenth eighteenth nineteenth \
         thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth millionth",
        Nth,
    ),
    ("twice double twofold", Times(2)),
    ("thrice triple treble threefold", Times(3)),
    ("quadruple fourfold", Times(4)),
    ("fivefold", Times(5)),
    ("sixfold", Times(6)),
    ("sevenfold", Times(7)),
    ("eightfold", Times(8)),
    ("ninefold", Times(9)),
    ("tenfold", Times(10)),
    ("twentyfold", Times(20)),
    ("hundredfold", Times(100)),
]);

static ORDINALS: Lexicon<Part, 128> = Lexicon::new(&[
    ("first", Unit(1)),
    ("second", Unit(2)),
    ("third", Unit(3)),
    ("fourth", Unit(4)),
    ("fifth", Unit(5)),
    ("sixth", Unit(6)),
    ("seventh", Unit(7)),
    ("eighth", Unit(8)),
    ("ninth", Unit(9)),
    ("tenth", Unit(10)),
    ("eleventh", Unit(11)),
    ("twelfth", Unit(12)),
    ("thirteenth", Unit(13)),
    ("fourteenth", Unit(14)),
    ("fifteenth", Unit(15)),
    ("sixteenth", Unit(16)),
    ("seventeenth", Unit(17)),
    ("eighteenth", Unit(18)),
    ("nineteenth", Unit(19)),
    ("twentieth", Ten(20)),
    ("thirtieth", Ten(30)),
    ("fortieth", Ten(40)),
    ("fiftieth", Ten(50)),
    ("sixtieth", Ten(60)),
    ("seventieth", Ten(70)),
    ("eightieth", Ten(80)),
    ("ninetieth", Ten(90)),
    ("hundredth", Hundred),
    ("thousandth", Scale(1e3)),
    ("millionth", Scale(1e6)),
]);

static SUFFIXES: Lexicon<(), 16> = Lexicon::new(&[("st nd rd th d", ())]);

#[inline]
fn part(token: Option<&Token>) -> Option<Part> {
    token.filter(|token| token.is_word()).and_then(|token| PARTS.get(token.key))
}

/// What a word may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A cardinal: see [`number`].
    Cardinal,
    /// "a" or "an", which a cardinal or a fraction may come behind.
    Article,
    /// "half".
    Half,
    /// An ordinal: see [`ordinal`]. Not "first" and "second", which are mostly said of time.
    Ordinal,
    /// So many times as much: "twice", "double", "threefold".
    Multiple(u32),
}

/// What the word with this key may begin: the one look that a reader takes at every word.
#[inline]
pub fn start(key: u64) -> Option<Start> {
    Some(match PARTS.get(key)? {
        Unit(_) | Ten(_) | Hundred | Scale(_) | Lot(_) => Start::Cardinal,
        A => Start::Article,
        Half => Start::Half,
        Share(4) if key == const { crate::key("quarter") } => return None,
        Share(_) | Nth => Start::Ordinal,
        Times(times) => Start::Multiple(times),
        Scales(_) | Shares(_) | And | Oh => return None,
    })
}

/// What the word with this key multiplies by: "hundred", "million", "dozen".
pub fn scale(key: u64) -> Option<f64> {
    match PARTS.get(key)? {
        Hundred => Some(100.0),
        Scale(scale) | Scales(scale) => Some(scale),
        Lot(size) => Some(f64::from(size)),
        _ => None,
    }
}

/// How many tokens from `at` on join two words of one number: none, or a hyphen.
fn joint(tokens: &[Token], at: usize) -> usize {
    match tokens.get(at..at + 2) {
        Some([dash, word]) => usize::from(dash.is('-') && !dash.spaced && !word.spaced),
        _ => 0,
    }
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its value.
    pub value: f64,
    /// The worth of the last place that is written out: 1 in "23,186" and "fifty", 0.1 in
    /// "74.5", 0.5 in "3½", 100 in "two hundred", 1000 in "twenty thousand" and in "a hundred
    /// and fifty thousand", 12 in "two dozen", 100,000 in "1.5 million".
    pub step: f64,
    /// How many tokens it takes.
    pub used: usize,
}

impl Numeral {
    fn times(self, scale: f64, used: usize) -> Self {
        Numeral { value: self.value * scale, step: self.step * scale, used }
    }
}

/// The value of a cardinal in words or digits, and how many tokens it takes, as [`number`]
/// reads it.
///
/// # Example: words and digits
/// ```
/// use alpheus_text::{Document, numeral::cardinal};
/// let read = |text: &str| {
///     let doc = Document::plain("", text);
///     let mut tokens = Vec::new();
///     doc.tokenize(&doc.blocks()[0], &mut tokens);
///     cardinal(&tokens, text)
/// };
/// assert_eq!(read("one hundred and eighty-nine men"), Some((189.0, 6)));
/// assert_eq!(read("1.5 million"), Some((1_500_000.0, 4)));
/// assert_eq!(read("two and three"), Some((2.0, 1)));
/// assert_eq!(read("a man"), None);
/// ```
pub fn cardinal(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    number(tokens, text).map(|read| (read.value, read.used))
}

/// A cardinal in words or digits.
///
/// "a hundred", "a dozen", "half a million", "two and a half" and "3 1/2" are read whole; "a"
/// alone is no number. A year said in pairs is read by [`paired`], a bare fraction in words by
/// [`fraction`].
pub fn number(tokens: &[Token], text: &str) -> Option<Numeral> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Number => Some(scaled(tokens, digits(tokens, text)?)),
        TokenKind::Word => match PARTS.get(first.key)? {
            Unit(_) | Ten(_) | Hundred | Scale(_) => Some(in_words(tokens, 0)),
            A => match part(tokens.get(1))? {
                Hundred | Scale(_) => Some(in_words(tokens, 1)),
                Lot(size) => Some(lot(size, 2)),
                _ => None,
            },
            Lot(size) => Some(and_rest(tokens, lot(size, 1))),
            Half => half_of(tokens),
            _ => None,
        },
        TokenKind::Mark(mark) => Some(scaled(tokens, part_of_one(1, vulgar(mark)?, 1))),
    }
}

fn lot(size: u32, used: usize) -> Numeral {
    Numeral { value: f64::from(size), step: f64::from(size.min(20)), used }
}

/// "half a million", "half-dozen".
fn half_of(tokens: &[Token]) -> Option<Numeral> {
    let mut at = 1 + joint(tokens, 1);
    if part(tokens.get(at)) == Some(A) {
        at += 1;
    }
    let whole = match part(tokens.get(at))? {
        Hundred => 100.0,
        Scale(scale) => scale,
        Lot(size) => f64::from(size),
        _ => return None,
    };
    Some(part_of_one(1, (1, 2), 1).times(whole, at + 1))
}

/// `count` times a fraction, which its own denominator is the last place of.
fn part_of_one(count: u32, (over, under): (u32, u32), used: usize) -> Numeral {
    let step = 1.0 / f64::from(under);
    Numeral { value: f64::from(count * over) * step, step, used }
}

/// Digits with their groups, decimals and vulgar fraction.
fn digits(tokens: &[Token], text: &str) -> Option<Numeral> {
    let (value, mut used) = whole_digits(tokens, text)?;
    if let Some([point, decimals]) = tokens.get(used..used + 2)
        && matches!(point.kind, TokenKind::Mark('.' | '·'))
        && !point.spaced
        && !decimals.spaced
        && let Some(digits) = decimals.number()
    {
        let step = 10_f64.powi(-decimals.span.len().cast_signed());
        // Divided, not multiplied by the step, so that 1.05 is the float nearest to it.
        let value =
            value + float(digits) / 10_f64.powi(decimals.span.len().cast_signed());
        return Some(Numeral { value, step, used: used + 2 });
    }
    if used == 1
        && let Some(share) = slashed(tokens)
    {
        return Some(part_of_one(1, share, 3));
    }
    let behind = match tokens.get(used).map(|token| token.kind) {
        Some(TokenKind::Mark(mark)) => vulgar(mark).map(|share| (share, 1)),
        Some(TokenKind::Number) => slashed(&tokens[used..]).map(|share| (share, 3)),
        _ => None,
    };
    let Some((share, taken)) = behind else {
        return Some(Numeral { value, step: 1.0, used });
    };
    used += taken;
    let share = part_of_one(1, share, used);
    Some(Numeral { value: value + share.value, ..share })
}

/// Digits before any point, and how many tokens they take.
fn whole_digits(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    let mut value = float(tokens[0].number()?);
    let mut used = 1;
    if tokens[0].span.len() > 3 {
        return Some((value, used));
    }
    while let Some((group, taken)) = group(&tokens[used - 1..], text) {
        value = value * 1000.0 + group;
        used += taken;
    }
    if used == 1
        && let Some(read) = lakhs(tokens)
    {
        return Some(read);
    }
    Some((value, used))
}

/// A fraction below one of two numbers and a slash: "1/2", "15/16".
fn slashed(tokens: &[Token]) -> Option<(u32, u32)> {
    let [over, slash, under] = tokens.get(..3)? else { return None };
    let tight = (slash.is('/') || slash.is('⁄')) && !slash.spaced && !under.spaced;
    let ended = tokens.get(3).is_none_or(|next| next.spaced || !next.is('/'));
    let (over, under) = (over.number()?, under.number()?);
    let usual = matches!(under, 2..=10 | 12 | 16 | 20 | 32 | 64 | 100);
    (tight && ended && usual && 0 < over && over < under)
        .then_some((over as u32, under as u32))
}

/// Digits grouped as in India, by two but for the last three: "12,34,567".
fn lakhs(tokens: &[Token]) -> Option<(f64, usize)> {
    let mut value = float(tokens[0].number()?);
    let mut used = 1;
    while let Some([comma, digits]) = tokens.get(used..used + 2)
        && comma.is(',')
        && !comma.spaced
        && !digits.spaced
        && let Some(group) = digits.number()
    {
        match digits.span.len() {
            2 => value = value * 100.0 + float(group),
            3 if used > 1 => return Some((value * 1000.0 + float(group), used + 2)),
            _ => return None,
        }
        used += 2;
    }
    None
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers above 2^53 are rough in any text"
)]
fn float(number: u64) -> f64 {
    number as f64
}

/// The group of three digits after `tokens[0]`, parted by a comma, an apostrophe or a space
/// that does not break.
fn group(tokens: &[Token], text: &str) -> Option<(f64, usize)> {
    let three = |token: &Token| token.number().filter(|_| token.span.len() == 3);
    let next = tokens.get(1)?;
    if matches!(next.kind, TokenKind::Mark(',' | '\'')) && !next.spaced {
        let digits = tokens.get(2).filter(|token| !token.spaced).and_then(three)?;
        return Some((float(digits), 2));
    }
    let gap = text.get(tokens[0].span.end as usize..next.span.start as usize)?;
    let digits =
        three(next).filter(|_| matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}"))?;
    Some((float(digits), 1))
}

/// A vulgar fraction that is one character: how many of how many.
fn vulgar(mark: char) -> Option<(u32, u32)> {
    Some(match mark {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// A number with the words after it that multiply it: "1.5 million", "2 dozen", "3 hundred".
fn scaled(tokens: &[Token], mut number: Numeral) -> Numeral {
    loop {
        let at = number.used + joint(tokens, number.used);
        let scale = match part(tokens.get(at)) {
            Some(Hundred) => 100.0,
            Some(Scale(scale) | Scales(scale)) => scale,
            Some(Lot(size)) => f64::from(size),
            _ => return number,
        };
        number = number.times(scale, at + 1);
    }
}

/// A number in words that is being put together.
struct Sum {
    /// What the scales have closed.
    closed: f64,
    /// What the next scale multiplies, below a thousand (or "eighteen hundred").
    open: f64,
    /// The least scale so far: the next must be smaller.
    scale: f64,
    /// The place that the next word may fill: it must be below this.
    room: u32,
    /// The worth of the last place so far.
    step: f64,
}

impl Sum {
    /// Takes a word in, if a number goes on with it.
    fn take(&mut self, part: Part) -> bool {
        match part {
            Unit(n) if self.room >= 100 || (self.room == 10 && n > 0 && n < 10) => {
                self.open += f64::from(n);
                (self.room, self.step) = (0, 1.0);
            }
            Ten(n) if self.room >= 100 => {
                self.open += f64::from(n);
                (self.room, self.step) = (10, 1.0);
            }
            Hundred if self.open < 100.0 && self.room < 1000 => {
                self.open *= 100.0;
                (self.room, self.step) = (100, 100.0);
            }
            Scale(scale) | Scales(scale) if scale < self.scale && self.open > 0.0 => {
                self.closed += self.open * scale;
                (self.open, self.scale, self.room) = (0.0, scale, 1000);
                self.step *= scale;
            }
            // "two thousand million"
            Scale(scale) | Scales(scale)
                if scale > self.scale && self.open == 0.0 && self.closed < scale =>
            {
                self.closed *= scale;
                self.step *= scale;
            }
            _ => return false,
        }
        true
    }

    fn value(&self) -> f64 {
        self.closed + self.open
    }

    /// Whether "and" may lead on to a smaller part.
    fn takes_and(&self) -> bool {
        self.room == 100 || (self.room == 1000 && self.closed > 0.0)
    }

    /// What "and a half" is a half of: a closed scale ("a million and a half") or one.
    fn last(&self) -> f64 {
        if self.open == 0.0 && self.closed > 0.0 { self.scale } else { 1.0 }
    }
}

/// Reads words from `at`; "a" before a hundred or a scale was skipped and counts as one.
fn in_words(tokens: &[Token], from: usize) -> Numeral {
    let (sum, used) = sum(tokens, from);
    let number = Numeral { value: sum.value(), step: sum.step, used };
    let at = used + joint(tokens, used);
    if let Some(Lot(size)) = part(tokens.get(at)) {
        return and_rest(tokens, number.times(f64::from(size), at + 1));
    }
    match and_share(tokens, used) {
        Some(share) => {
            let last = share.times(sum.last(), share.used);
            scaled(tokens, Numeral { value: number.value + last.value, ..last })
        }
        None => compound_tens(tokens, number),
    }
}

fn sum(tokens: &[Token], from: usize) -> (Sum, usize) {
    let mut sum =
        Sum { closed: 0.0, open: 0.0, scale: f64::INFINITY, room: 1000, step: 1.0 };
    if matches!(part(tokens.get(from)), Some(Hundred | Scale(_))) {
        (sum.open, sum.room) = (1.0, 0);
    }
    let mut used = from;
    loop {
        let mut at = used;
        if used > from {
            at += joint(tokens, at);
            if sum.takes_and() && part(tokens.get(at)) == Some(And) {
                at += 1;
                at += joint(tokens, at);
                if closes_higher(tokens, at) {
                    return (sum, used);
                }
            }
        }
        match part(tokens.get(at)) {
            Some(part) if sum.take(part) => used = at + 1,
            _ => return (sum, used),
        }
    }
}

/// Whether the number after an "and" is itself counted in hundreds: "two hundred and three
/// hundred" are two numbers.
fn closes_higher(tokens: &[Token], at: usize) -> bool {
    matches!(part(tokens.get(at)), Some(Unit(_) | Ten(_)))
        && (at + 1..at + 4).find_map(|at| part(tokens.get(at))) == Some(Hundred)
}

/// "three score and ten", "fourscore and seven".
fn and_rest(tokens: &[Token], lots: Numeral) -> Numeral {
    if part(tokens.get(lots.used)) != Some(And) || lots.value % 20.0 != 0.0 {
        return lots;
    }
    match pair(&tokens[lots.used + 1..]) {
        Some((n @ 1..20, taken)) => Numeral {
            value: lots.value + f64::from(n),
            step: 1.0,
            used: lots.used + 1 + taken,
        },
        _ => lots,
    }
}

/// "and a half", "and three-quarters", and how far it reaches.
fn and_share(tokens: &[Token], used: usize) -> Option<Numeral> {
    let and = used + joint(tokens, used);
    if part(tokens.get(and)) != Some(And) {
        return None;
    }
    let from = and + 1 + joint(tokens, and + 1);
    let share = fraction_of(&tokens[from..])?;
    (share.used > 1).then_some(Numeral { used: from + share.used, ..share })
}

/// "five-and-twenty", "five and twenty".
fn compound_tens(tokens: &[Token], number: Numeral) -> Numeral {
    let and = 1 + joint(tokens, 1);
    let ten = and + 1 + joint(tokens, and + 1);
    if number.used == 1
        && matches!(part(tokens.first()), Some(Unit(1..10)))
        && part(tokens.get(and)) == Some(And)
        && let Some(Ten(n)) = part(tokens.get(ten))
        && !continues(tokens, ten + 1)
    {
        return Numeral { value: f64::from(n) + number.value, step: 1.0, used: ten + 1 };
    }
    number
}

/// Whether a number goes on at `at`: the "twenty-two" of "five and twenty-two" is another.
fn continues(tokens: &[Token], at: usize) -> bool {
    let at = at + joint(tokens, at);
    matches!(
        part(tokens.get(at)),
        Some(Unit(_) | Hundred | Scale(_) | Scales(_) | Lot(_) | Share(_) | Shares(_))
    )
}

/// The value of a fraction in words, and how many tokens it takes: "half", "a quarter",
/// "one-third", "three quarters". A bare "third" or "quarter" is none.
pub fn fraction(tokens: &[Token]) -> Option<(f64, usize)> {
    fraction_of(tokens).map(|read| (read.value, read.used))
}

/// A fraction in words as [`fraction`] reads it; its last place is the one part.
pub fn fraction_of(tokens: &[Token]) -> Option<Numeral> {
    let at = 1 + joint(tokens, 1);
    let count = match part(tokens.first())? {
        Half => return Some(part_of_one(1, (1, 2), 1)),
        A => 1,
        Unit(n) if n > 0 => n,
        _ => return None,
    };
    let under = match part(tokens.get(at))? {
        Half => 2,
        Share(under) if count == 1 || under == 4 => under,
        Shares(under) if count > 1 => under,
        _ => return None,
    };
    (count < under).then(|| part_of_one(count, (1, under), at + 1))
}

/// The value of a number of four digits that is said in pairs, as years are, and how many
/// tokens it takes: "nineteen forty-one", "seventeen seventy-six", "nineteen oh five".
pub fn paired(tokens: &[Token]) -> Option<(u32, usize)> {
    let (high, used) = pair(tokens)?;
    let at = used + joint(tokens, used);
    if part(tokens.get(at)) == Some(Oh) {
        let at = at + 1 + joint(tokens, at + 1);
        return match part(tokens.get(at))? {
            Unit(n @ 1..=9) => Some((high * 100 + n, at + 1)),
            _ => None,
        };
    }
    let (low, taken) = pair(&tokens[at..])?;
    (high >= 10 && low >= 10).then_some((high * 100 + low, at + taken))
}

/// A number of at most two digits in words.
fn pair(tokens: &[Token]) -> Option<(u32, usize)> {
    match part(tokens.first())? {
        Unit(n) => Some((n, 1)),
        Ten(n) => {
            let at = 1 + joint(tokens, 1);
            match part(tokens.get(at)) {
                Some(Unit(unit @ 1..=9)) => Some((n + unit, at + 1)),
                _ => Some((n, 1)),
            }
        }
        _ => None,
    }
}

/// The value of an ordinal in words or digits, and how many tokens it takes: "21st", "3d",
/// "forty-second", "hundredth", "one hundred and fiftieth".
///
/// "second" is read as an ordinal; whether it is a unit of time is for the caller to tell.
pub fn ordinal(tokens: &[Token], text: &str) -> Option<(u32, usize)> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Number => {
            let Numeral { value, used, .. } = digits(tokens, text)?;
            let suffix =
                tokens.get(used).filter(|token| token.is_word() && !token.spaced)?;
            SUFFIXES.get(suffix.key)?;
            Some((whole(value)?, used + 1))
        }
        TokenKind::Word => match ORDINALS.get(first.key) {
            Some(part) => Some((alone(part)?, 1)),
            None => after_cardinal(tokens),
        },
        TokenKind::Mark(_) => None,
    }
}

fn alone(part: Part) -> Option<u32> {
    match part {
        Unit(n) | Ten(n) => Some(n),
        Scale(scale) => whole(scale),
        _ => Some(100),
    }
}

#[expect(clippy::cast_sign_loss, reason = "no number that is read has a sign")]
fn whole(value: f64) -> Option<u32> {
    (value.fract() == 0.0 && value <= f64::from(u32::MAX)).then_some(value as u32)
}

/// An ordinal that begins with cardinal words.
fn after_cardinal(tokens: &[Token]) -> Option<(u32, usize)> {
    let from = usize::from(part(tokens.first())? == A);
    if !matches!(part(tokens.get(from))?, Unit(_) | Ten(_) | Hundred | Scale(_)) {
        return None;
    }
    let (mut sum, used) = sum(tokens, from);
    let mut at = used + joint(tokens, used);
    if sum.takes_and() && part(tokens.get(at)) == Some(And) {
        at += 1;
    }
    let last = tokens.get(at).filter(|token| token.is_word())?;
    let taken = sum.take(ORDINALS.get(last.key)?);
    taken.then_some((whole(sum.value())?, at + 1))
}

/// The value of a word that is a Roman numeral, all in capitals or all in small letters.
///
/// Only the usual spelling is read, so that `IIII`, `IC` and most words of those letters are
/// none; "I", "mix" and "di" look the same as numerals, which is for the caller to tell.
///
/// # Example: regnal numbers and pages
/// ```
/// use alpheus_text::numeral::roman;
/// assert_eq!(roman("XVIII"), Some(18));
/// assert_eq!(roman("iv"), Some(4));
/// assert_eq!(roman("Mix"), None);
/// assert_eq!(roman("IIX"), None);
/// ```
pub fn roman(word: &str) -> Option<u32> {
    const PLACES: [(u32, [&str; 10]); 4] = [
        (1000, ["", "m", "mm", "mmm", "", "", "", "", "", ""]),
        (100, ["", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"]),
        (10, ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]),
        (1, ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]),
    ];
    let bytes = word.as_bytes();
    let one_case = bytes.iter().all(u8::is_ascii_uppercase)
        || bytes.iter().all(u8::is_ascii_lowercase);
    if bytes.is_empty() || bytes.len() > 15 || !one_case {
        return None;
    }
    let mut rest = bytes;
    let mut value = 0;
    for (place, digits) in PLACES {
        let fits = |digit: &&str| {
            rest.get(..digit.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(digit.as_bytes()))
        };
        let (digit, letters) = digits
            .iter()
            .enumerate()
            .filter(|(_, digit)| fits(digit))
            .max_by_key(|(_, digit)| digit.len())
            .unwrap_or((0, &""));
        value += place * if letters.is_empty() { 0 } else { digit as u32 };
        rest = &rest[letters.len()..];
    }
    rest.is_empty().then_some(value)
}

#[cfg(test)]
mod tests;
