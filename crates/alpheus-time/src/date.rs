//! Dates by their written fields: "Tuesday, the 14th of May 1940", "44 BC", "the 1920s".

use alpheus_text::Lexicon;

use crate::{
    Part, Season, Unit, Weekday,
    cursor::Cursor,
    expr::{Date, Frame},
    feast::feast,
    lexicon::Word,
    machine::machine,
    number::{ordinal, roman},
};

/// A date read, with the token after it.
pub(crate) type Read = (Date, usize);

/// A date at `i`, by its fields alone.
pub(crate) fn date(c: Cursor<'_>, i: usize) -> Option<Read> {
    match c.word(i) {
        Word::Weekday(_) | Word::WeekdayShort(_) => weekday_date(c, i),
        Word::Month(_) | Word::MonthShort(_) => {
            longest([month_first(c, i), holiday(c, i)])
        }
        Word::The => day_first(c, i + 1)
            .filter(|(date, _)| date.written.month.is_some() || date.deixis.is_some())
            .or_else(|| decade(c, i + 1))
            .or_else(|| century(c, i + 1))
            .or_else(|| season(c, i + 1))
            .or_else(|| year_of_our_lord(c, i + 1))
            .or_else(|| holiday(c, i + 1).filter(|_| c.text(i + 1) == "Ides"))
            .or_else(|| day_of_the_story(c, i + 1)),
        Word::Season(_) => season(c, i),
        Word::Decade(_) => decade(c, i),
        Word::Digits => longest([
            machine(c, i),
            day_first(c, i),
            decade(c, i),
            century(c, i),
            year_alone(c, i),
        ]),
        Word::Mark('\'') => decade(c, i).or_else(|| clipped(c, i)),
        Word::Feast | Word::Suffix => holiday(c, i),
        _ => longest([day_first(c, i), century(c, i), year_alone(c, i)]),
    }
}

/// The reading that goes furthest; of equals, the first.
pub(crate) fn longest<T, const N: usize>(
    readings: [Option<(T, usize)>; N],
) -> Option<(T, usize)> {
    let mut best: Option<(T, usize)> = None;
    for reading in readings.into_iter().flatten() {
        if best.as_ref().is_none_or(|b| reading.1 > b.1) {
            best = Some(reading);
        }
    }
    best
}

/// "Tuesday", "Tuesday, the 14th", "Fri., May 3".
fn weekday_date(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (day, short) = match c.word(i) {
        Word::Weekday(day) => (day, false),
        Word::WeekdayShort(day) => (day, true),
        _ => return None,
    };
    let after = if short { c.stop(i + 1) } else { i + 1 };
    // "across the Sun on 6 June" is no Sunday.
    if !c.tokens[i].capital || short && c.word(after) == Word::On {
        return None;
    }
    let rest = weekday_rest(c, after).map(|(mut date, end)| {
        date.written.weekday = Some(part(c, i, i + 1, day));
        (date, end)
    });
    rest.or_else(|| (!short).then(|| (weekday_only(c, i, day), after)))
}

fn weekday_only(c: Cursor<'_>, i: usize, day: Weekday) -> Date {
    let mut date = Date::default();
    date.written.weekday = Some(part(c, i, i + 1, day));
    date
}

fn weekday_rest(c: Cursor<'_>, after: usize) -> Option<Read> {
    let at = c.comma(after);
    let on = if c.word(at) == Word::On { at + 1 } else { at };
    let the = if c.word(on) == Word::The { on + 1 } else { on };
    month_first(c, on)
        .filter(|(d, _)| d.written.day.is_some())
        .or_else(|| day_first(c, the).filter(|(d, _)| d.written.month.is_some()))
        .or_else(|| bare_day(c, the))
}

/// The "14th" of "Tuesday, the 14th".
fn bare_day(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (day, end) = ordinal(c, i).filter(|&(n, _)| (1..=31).contains(&n))?;
    // "the 14th Corps", "the 2nd Infantry", "the 5th edition"
    let noun = matches!(c.word(end), Word::Other | Word::Counted)
        && c.tokens.get(end).is_some_and(|t| t.is_word() && !t.starts_sentence);
    if noun || matches!(c.word(end), Word::Unit(_) | Word::Units(_)) || c.dash(end) {
        return None;
    }
    let mut date = Date::default();
    date.written.day = Some(part(c, i, end, day as u8));
    let (month, end) = inst(c, end).unwrap_or((None, end));
    date.deixis = month;
    Some((date, end))
}

/// "On the 14th" of the month that is being told: an ordinal in figures that no noun
/// follows ("the 14th Corps", "the 5th edition").
fn day_of_the_story(c: Cursor<'_>, i: usize) -> Option<Read> {
    let on = c.before(i - 1) == Word::On;
    let led = on
        || matches!(
            c.before(i - 1),
            Word::Until
                | Word::By
                | Word::From
                | Word::To
                | Word::Since
                | Word::Of
                | Word::And
        );
    if !led || c.word(i) != Word::Digits {
        return None;
    }
    let found = bare_day(c, i)?;
    let after = c.word(found.1);
    let noun =
        after == Word::Other && c.tokens.get(found.1).is_some_and(|t| !on || t.capital);
    let counted =
        matches!(after, Word::Half | Word::Part | Word::Quarter | Word::Anniversary);
    (!noun && !counted).then_some(found)
}

/// "inst.", "ult."
fn inst(c: Cursor<'_>, i: usize) -> Option<(Option<crate::expr::Deixis>, usize)> {
    use crate::expr::{Deixis, Pointing};
    let Word::Inst(step) = c.word(i) else { return None };
    let kind = match step {
        0 => Pointing::This,
        1 => Pointing::Next,
        _ => Pointing::Last,
    };
    Some((Some(Deixis { kind, unit: Unit::Month }), c.stop(i + 1)))
}

/// A month's name, with the token after it.
pub(crate) fn month(c: Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    match c.word(i) {
        Word::Month(m) if c.tokens[i].capital => Some((m, i + 1)),
        Word::MonthShort(m) if c.tokens[i].capital => {
            let end = c.stop(i + 1);
            let beside = matches!(c.word(end), Word::Digits | Word::Mark('\''))
                || (i > 0
                    && matches!(c.before(i), Word::Digits | Word::Suffix | Word::Of))
                || end > i + 1 && !c.tokens.get(end).is_some_and(|t| t.starts_sentence);
            beside.then_some((m, end))
        }
        _ => None,
    }
}

/// "May", "May 5", "May the 5th", "May 1940", "May 5, 1940", "May of 1940".
fn month_first(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (m, after) = month(c, i)?;
    let mut date = Date::default();
    date.written.month = Some(part(c, i, i + 1, m));
    if let Some((day, end)) = day_number(c, after) {
        date.written.day = Some(part(c, after, end, day));
        return Some(with_year(c, date, end));
    }
    let (date, end) = with_year(c, date, after);
    let dated = date.written.year.is_some();
    (dated || named_month(c, i, m)).then_some((date, end))
}

/// "May" and "March" are also a verb and a noun: they want company.
fn named_month(c: Cursor<'_>, i: usize, month: u8) -> bool {
    if !matches!(month, 3 | 5) {
        return true;
    }
    let before = c.before(i);
    let led = !matches!(
        before,
        Word::Other
            | Word::Long
            | Word::Mark('"' | '.' | '\'')
            | Word::Plural
            | Word::The
            | Word::A
            | Word::Its
    );
    let start = c.tokens[i].starts_sentence || i == 0;
    // "a March operation", but "the March on the city"
    let attributive = matches!(before, Word::A | Word::The)
        && c.word(i + 1) == Word::Other
        && c.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.capital);
    !start && (led || attributive)
}

/// The day in "May 5", "May 5th", "May the 5th", "May fifth".
fn day_number(c: Cursor<'_>, i: usize) -> Option<(u8, usize)> {
    let at = if c.word(i) == Word::The { i + 1 } else { i };
    if let Some((n, end)) = ordinal(c, at) {
        let unit =
            matches!(c.word(end), Word::Unit(_) | Word::Units(_) | Word::Anniversary);
        // "by the end of May the Second Squadron"
        let named = at > i
            && c.tokens[at].capital
            && c.tokens.get(end).is_some_and(|t| t.capital);
        let fits = (1..=31).contains(&n) && !unit && !named;
        return fits.then_some((n as u8, end));
    }
    let (n, digits) = c.digits(i)?;
    let fits = (1..=31).contains(&n) && digits <= 2 && at == i;
    let tail =
        c.tight(i + 1) && c.tokens.get(i + 1).is_some_and(alpheus_text::Token::is_word);
    let clock = c.mark(i + 1, ':') && c.tight(i + 1)
        || matches!(c.word(i + 1), Word::Meridiem(_));
    let decimal = c.mark(i + 1, '.') && c.tight(i + 2) && c.word(i + 2) == Word::Digits;
    (fits && !tail && !clock && !decimal).then_some((n as u8, i + 1))
}

/// "5 May", "5th of May", "5th May, 1940", "the fifth of May".
fn day_first(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (day, end) = if let Some(read) = ordinal(c, i) {
        read
    } else {
        let (n, digits) = c.digits(i)?;
        if digits > 2 || i > 0 && c.tight(i) && c.mark(i - 1, '.') {
            return None;
        }
        (n as u32, i + 1)
    };
    if !(1..=31).contains(&day) {
        return None;
    }
    let mut date = Date::default();
    date.written.day = Some(part(c, i, end, day as u8));
    let of = if c.word(end) == Word::Of { end + 1 } else { end };
    if let Some((m, after)) = month(c, of) {
        date.written.month = Some(part(c, of, of + 1, m));
        return Some(with_year(c, date, after));
    }
    let (deixis, end) = inst(c, end)?;
    date.deixis = deixis;
    Some((date, end))
}

/// Adds the year that follows, if one does.
pub(crate) fn with_year(c: Cursor<'_>, mut date: Date, end: usize) -> Read {
    let full = date.written.day.is_some();
    let mut at = c.comma(end);
    if matches!(c.word(at), Word::Of | Word::In) && at == end {
        at += 1;
    }
    if let Some((year, bc, after)) = year(c, at, full || at > end)
        && (full || bc || c.digits(at).is_none_or(|(_, digits)| digits == 4))
    {
        date.written.year = Some(part(c, at, after, year));
        date.bc = bc;
        return (date, after);
    }
    (date, end)
}

/// A year in the setting of a date: four digits, or fewer with an era, or "'98".
fn year(c: Cursor<'_>, i: usize, sure: bool) -> Option<(i32, bool, usize)> {
    if let Some((year, end)) = era_first(c, i) {
        return Some((year, false, end));
    }
    if c.mark(i, '\'') && c.tight(i + 1) {
        let (n, digits) = c.digits(i + 1)?;
        return (digits == 2 && !(c.word(i + 2) == Word::Plural && c.tight(i + 2)))
            .then(|| (short_year(n as i32), false, i + 2));
    }
    let (n, digits) = c.digits(i)?;
    if !(1..=4).contains(&digits) || n == 0 {
        return None;
    }
    if let Some((bc, end)) = era(c, i + 1) {
        return Some((if bc { 1 - n as i32 } else { n as i32 }, bc, end));
    }
    // "the 20th of May 956", but "on the 20th of May 300 men".
    let early = digits == 3 && sure && !c.mark(i - 1, ',') && !counted(c, i + 1, false);
    let plausible =
        early || digits == 4 && n < 2500 && c.alone(i) && !counted(c, i + 1, sure);
    plausible.then_some((n as i32, false, i + 1))
}

/// The year of two digits: the twentieth century, but for the youngest.
pub(crate) fn short_year(n: i32) -> i32 {
    if n < 30 { 2000 + n } else { 1900 + n }
}

/// "BC", "B.C.", "AD", "CE" after a number: whether it is BC, and the token after it.
pub(crate) fn era(c: Cursor<'_>, i: usize) -> Option<(bool, usize)> {
    match c.word(i) {
        Word::Bc if c.tokens[i].upper || c.text(i) == "bc" => Some((true, i + 1)),
        Word::Ad if c.tokens[i].upper => Some((false, i + 1)),
        _ => dotted_era(c, i),
    }
}

fn dotted_era(c: Cursor<'_>, i: usize) -> Option<(bool, usize)> {
    let first = c.text(i);
    if first.len() != 1 || !c.mark(i + 1, '.') {
        return None;
    }
    let bc = match (first, c.text(i + 2)) {
        ("B" | "b", "C" | "c") => true,
        ("A" | "a", "D" | "d") | ("C" | "c", "E" | "e") => false,
        _ => return None,
    };
    let mut end = c.stop(i + 3);
    if bc && c.text(end) == "E" && c.mark(end + 1, '.') {
        end += 2;
    }
    Some((bc, end))
}

/// "AD 64", "A.D. 64", "anno Domini 1066", "the year of our Lord 1492"'s last part.
fn era_first(c: Cursor<'_>, i: usize) -> Option<(i32, usize)> {
    let at = match c.word(i) {
        Word::Ad if c.tokens[i].upper && c.text(i) == "AD" => i + 1,
        Word::Anno if c.word(i + 1) == Word::Lord => i + 2,
        _ => match dotted_era(c, i)? {
            (false, end) if c.text(i) == "A" => end,
            _ => return None,
        },
    };
    let (n, digits) = c.digits(at)?;
    (digits <= 4 && n > 0).then_some((n as i32, at + 1))
}

/// "year of our Lord 1492"
fn year_of_our_lord(c: Cursor<'_>, i: usize) -> Option<Read> {
    let words = [c.word(i), c.word(i + 1), c.word(i + 2), c.word(i + 3)];
    if words != [Word::Unit(Unit::Year), Word::Of, Word::Its, Word::Lord] {
        return None;
    }
    let (n, digits) = c.digits(i + 4)?;
    let mut date = Date::default();
    date.written.year = Some(part(c, i + 4, i + 5, n as i32));
    (digits <= 4 && n > 0).then_some((date, i + 5))
}

/// Whether what follows a number makes a count of it.
pub(crate) fn counted(c: Cursor<'_>, i: usize, sure: bool) -> bool {
    match c.word(i) {
        Word::Counted | Word::Scale => true,
        Word::Units(_) | Word::Meridiem(_) | Word::Zone(_) => true,
        // "1000 m (3280 ft)".
        _ if matches!(c.text(i), "m" | "t") && c.mark(i + 1, '(') => true,
        Word::Other if !sure => plural_noun(c, i),
        _ => false,
    }
}

/// Whether a word looks like a plural noun in lower case.
fn plural_noun(c: Cursor<'_>, i: usize) -> bool {
    let Some(token) = c.tokens.get(i) else { return false };
    let text = c.text(i);
    token.is_word()
        && !token.capital
        && text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !text.ends_with("us")
        && !text.ends_with("is")
        && !matches!(text, "does" | "whereas" | "perhaps" | "always" | "besides")
}

/// A year that stands without a month: "1940", "44 BC", "A.D. 64".
fn year_alone(c: Cursor<'_>, i: usize) -> Option<Read> {
    let mut date = Date::default();
    if let Some((year, end)) = era_first(c, i) {
        date.written.year = Some(part(c, i, end, year));
        return Some((date, end));
    }
    let (n, digits) = c.digits(i)?;
    if let Some((bc, end)) = era(c, i + 1)
        && digits <= 4
        && n > 0
    {
        let year = if bc { 1 - n as i32 } else { n as i32 };
        date.written.year = Some(part(c, i, end, year));
        date.bc = bc;
        return Some((date, end));
    }
    let fits = digits == 4 && (1000..2200).contains(&n) && c.alone(i);
    if !fits
        || numbered(c, i)
        || counted(c, i + 1, led_as_year(c, i, n))
        || measured(c, i)
    {
        return None;
    }
    date.written.year = Some(part(c, i, i + 1, n as i32));
    Some((date, i + 1))
}

/// "No. 1812", "pp. 1745–1752", "ISSN: 1470-1448", "Resolution 1441".
fn numbered(c: Cursor<'_>, i: usize) -> bool {
    if i > 1 && c.dash(i - 1) && c.digits(i - 2).is_some() {
        return numbered(c, i - 2);
    }
    let stop = i > 1 && c.mark(i - 1, '.');
    let colon = i > 1 && c.mark(i - 1, ':') && c.tokens[i - 2].upper;
    c.before(if stop || colon { i - 1 } else { i }) == Word::Numbered
}

/// "in 1914", "the 1914": a year, though a plural noun follows.
fn led_as_year(c: Cursor<'_>, i: usize, n: u64) -> bool {
    let recent = (1500..2050).contains(&n);
    match c.before(i) {
        Word::In | Word::Since | Word::Until | Word::During => recent,
        Word::The | Word::Its => (1700..2050).contains(&n),
        Word::Early | Word::Late | Word::Mid => true,
        Word::Mark('-') => recent,
        _ => false,
    }
}

/// "over 1900", "some 1500", "at 1900 feet": a quantity, unless nothing follows to count.
fn measured(c: Cursor<'_>, i: usize) -> bool {
    let quantified = matches!(
        c.before(i),
        Word::Over
            | Word::Than
            | Word::Nearly
            | Word::Only
            | Word::Up
            | Word::Least
            | Word::Vague
    ) || c.text(i.wrapping_sub(1)).eq_ignore_ascii_case("some");
    quantified && c.tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.capital)
}

/// "'82" after "since", "in".
fn clipped(c: Cursor<'_>, i: usize) -> Option<Read> {
    let led = matches!(
        c.before(i),
        Word::In
            | Word::Since
            | Word::Of
            | Word::Until
            | Word::By
            | Word::Early
            | Word::Late
    );
    let (year, bc, end) = year(c, i, true).filter(|_| led && c.tokens[i].spaced)?;
    let mut date = Date { bc, ..Date::default() };
    date.written.year = Some(part(c, i, end, year));
    Some((date, end))
}

/// "1920s", "1920's", "'20s", "the twenties".
pub(crate) fn decade(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (first, short, end) = match c.word(i) {
        Word::Decade(tens) => (i32::from(tens), true, i + 1),
        Word::Mark('\'') if c.tight(i + 1) => {
            let (n, 2) = c.digits(i + 1)? else { return None };
            (n as i32, true, plural(c, i + 2)?)
        }
        Word::Digits => {
            let (n, digits) = c.digits(i)?;
            let end = plural(c, i + 1)?;
            let glued = i > 0 && c.tight(i) && c.tokens[i - 1].is_word();
            // "£3 10s.", "= 60s.": shillings.
            let coins = matches!(c.before(i), Word::Digits | Word::Mark('=' | '£'));
            match digits {
                _ if glued || coins || digits == 2 && is_shillings(c, end) => {
                    return None;
                }
                2 => (n as i32, true, end),
                3 | 4 => (n as i32, false, end),
                _ => return None,
            }
        }
        _ => return None,
    };
    if first % 10 != 0 {
        return None;
    }
    let mut date = Date::default();
    let (bc, end) = era(c, end).map_or((false, end), |(bc, end)| (bc, end));
    let first = if bc { -first - 8 } else { first };
    date.bc = bc;
    date.frame = if first % 100 == 0 && !short && !bc {
        date.written.century = Some(part(c, i, end, first / 100 + 1));
        Frame::Century
    } else {
        Frame::Decade { first, short }
    };
    Some((date, end))
}

/// "30s. a bushel": a full stop behind the s that ends no sentence.
fn is_shillings(c: Cursor<'_>, end: usize) -> bool {
    c.mark(end, '.')
        && c.tight(end)
        && c.tokens.get(end + 1).is_some_and(|next| !next.starts_sentence)
}

fn plural(c: Cursor<'_>, i: usize) -> Option<usize> {
    if c.word(i) == Word::Plural && c.tight(i) {
        return Some(i + 1);
    }
    (c.mark(i, '\'') && c.tight(i) && c.word(i + 1) == Word::Plural && c.tight(i + 1))
        .then_some(i + 2)
}

/// "18th century", "eighteenth-century", "XVIII century BC", "the seventh and sixth
/// centuries"' last part.
pub(crate) fn century(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (n, after) = century_number(c, i)?;
    let at = if c.dash(after) { after + 1 } else { after };
    let millennium = match c.word(at) {
        Word::Unit(Unit::Century) | Word::Units(Unit::Century) => false,
        Word::Unit(Unit::Millennium) => true,
        _ => return None,
    };
    let (bc, end) = era(c, at + 1).map_or((false, at + 1), |(bc, end)| (bc, end));
    let n = n as i32;
    let mut date = Date { bc, ..Date::default() };
    if millennium {
        let first = if bc { 1 - n * 1000 } else { (n - 1) * 1000 };
        date.frame = Frame::Millennium(first);
    } else {
        date.frame = Frame::Century;
        date.written.century = Some(part(c, i, end, if bc { -n } else { n }));
    }
    Some((date, end))
}

/// "18th", "eighteenth", "XVIII".
pub(crate) fn century_number(c: Cursor<'_>, i: usize) -> Option<(u32, usize)> {
    if let Some((n, end)) = ordinal(c, i) {
        return (n <= 40).then_some((n, end));
    }
    let text = c.text(i);
    let text = text.strip_suffix("th").unwrap_or(text);
    roman(text).map(|n| (n, i + 1))
}

/// "spring", "spring of 1862", "summer 2007", "Spring, 1941".
fn season(c: Cursor<'_>, i: usize) -> Option<Read> {
    let Word::Season(season) = c.word(i) else { return None };
    let date = Date { frame: Frame::Season(season), ..Date::default() };
    let (date, end) = with_year(c, date, i + 1);
    (date.written.year.is_some() || seasonable(c, i, season)).then_some((date, end))
}

/// What is held in the fall, and can't be a fall's own doing.
static FALL_NOUNS: Lexicon<(), 32> = Lexicon::new(&[(
    "campaign campaigns offensive election elections semester term harvest season",
    (),
)]);

/// "Fall" and "spring" are also other nouns and verbs.
fn seasonable(c: Cursor<'_>, i: usize, season: Season) -> bool {
    let named = c.tokens[i].capital
        && !c.tokens[i].starts_sentence
        && i > 0
        && c.tokens[i - 1].capital
        && c.before(i) == Word::Other;
    let led = if c.before(i) == Word::The { c.before(i - 1) } else { c.before(i) };
    let placed = matches!(
        led,
        Word::In
            | Word::Last
            | Word::Next
            | Word::This
            | Word::That
            | Word::Same
            | Word::Early
            | Word::Late
            | Word::Mid
            | Word::During
            | Word::Since
            | Word::By
            | Word::Until
            | Word::Every
            | Word::Previous
            | Word::Following
            | Word::And
            | Word::Mark('-' | '–' | '\'')
    );
    match season {
        _ if named => false,
        Season::Autumn if c.text(i).eq_ignore_ascii_case("fall") => {
            let noun = FALL_NOUNS.has(c.tokens.get(i + 1).map_or(0, |t| t.key));
            (placed || noun && !c.tokens[i].capital) && c.word(i + 1) != Word::Of
        }
        Season::Spring => {
            let year = matches!(
                c.word(i + 2),
                Word::Last | Word::Next | Word::This | Word::That
            );
            (c.word(i + 1) != Word::Of || year)
                && c.before(i) != Word::To
                && c.before(i) != Word::Vague
        }
        _ => true,
    }
}

/// "Christmas", "Christmas Eve 1914", "Easter Monday, 1916".
fn holiday(c: Cursor<'_>, i: usize) -> Option<Read> {
    let (day, end) = feast(c, i)?;
    let date = Date { frame: Frame::Holiday(day), ..Date::default() };
    Some(with_year(c, date, end))
}

/// A piece with the span of tokens `from..to`.
pub(crate) fn part<T>(c: Cursor<'_>, from: usize, to: usize, value: T) -> Part<T> {
    Part { value, span: c.span(from, to) }
}
