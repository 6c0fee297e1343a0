//! How far a length reaches over the words that complete it.
//!
//! In the annotation of stories "three weeks of heavy fighting" is one expression: what
//! fills the time belongs to it. What is only measured by it does not: "months of food".

use alpheus_text::Lexicon;

use crate::{
    Season, Written,
    cursor::Cursor,
    expr::{Date, Expr, Frame, From, Reference},
    lexicon::Word,
    tagger::Found,
};

/// Words that end a noun phrase, or are no noun phrase's first.
static STOPS: Lexicon<(), 512> = Lexicon::new(&[
    ("the there here then again however meanwhile once too very more most", ()),
    ("he she it they we i you him them us who which whom whose what", ()),
    ("where when while as but so because although though if unless than", ()),
    ("is are was were be been being has have had do does did will would shall", ()),
    ("should can could may might must not never ever only also still even", ()),
    ("to from with without by at on into upon over under against among between", ()),
    ("before after during since until till through across toward towards near", ()),
    ("its their his her our my your this that these those own", ()),
    ("about around off out up down away back along per via for or nor", ()),
    ("left came went took made gave brought began led saw fell ended became", ()),
    ("said found sent lost won kept held broke passed followed seemed", ()),
]);

/// What a length measures without being filled by it.
static STUFF: Lexicon<(), 64> = Lexicon::new(&[
    ("food foods supplies rations provisions water fuel pay wages", ()),
    ("ammunition stores bread meat grain daylight darkness grace it them", ()),
]);

/// The longest complement, in tokens.
const REACH: usize = 8;

/// An expression of a story, with what fills it, and without the article of another noun.
pub(crate) fn adapt(c: Cursor<'_>, found: Found) -> Found {
    let Found { start, end, expr } = found;
    match expr {
        Expr::Length(_) if c.word(end) == Word::Span && !ends_plural(c, end) => {
            let article = start > 0 && matches!(c.word(start - 1), Word::A | Word::The);
            Found { start: start - usize::from(article), end: end + 1, ..found }
        }
        Expr::Length(_) if hyphened(c, start, end) || named(c, end) => {
            Found { start: after_article(c, start), ..found }
        }
        Expr::Shift(shift) if shift.from == From::Event => {
            Found { end: event(c, end), ..found }
        }
        Expr::Reference(Reference::Present)
            if start > 0 && c.text(start - 1) == "right" =>
        {
            Found { start: start - 1, ..found }
        }
        Expr::Length(_) => Found { end: filled(c, end), ..found },
        Expr::Date(date) if of_an_event(c, start, end, &date) => {
            Found { end: filled(c, end), ..found }
        }
        Expr::Date(date) if attributive(c, end, &date) => {
            Found { start: after_article(c, start), ..found }
        }
        _ => found,
    }
}

fn ends_plural(c: Cursor<'_>, end: usize) -> bool {
    matches!(c.word(end - 1), Word::Units(_))
}

/// The "Years" of "the Ten Years' War": a part of a name.
fn named(c: Cursor<'_>, end: usize) -> bool {
    let genitive = c.mark(end, '\'') && c.tight(end);
    let name = c.tokens[end - 1].capital
        && c.tokens.get(end).is_some_and(|t| t.capital && !t.starts_sentence);
    genitive || name
}

/// The end of "four days after the vote": an event that is described belongs to it, one
/// that is but named ("a year after Marathon") does not.
fn event(c: Cursor<'_>, end: usize) -> usize {
    let described = matches!(c.word(end + 1), Word::The | Word::A | Word::Its);
    let at = if described { end + 2 } else { end + 1 };
    let Some(after) = nouns(c, at) else { return end };
    let genitive = (at..after).any(|k| c.mark(k, '\''));
    let further = after + 1 + usize::from(c.word(after + 1) == Word::The);
    match nouns(c, further) {
        _ if !described && !genitive => end,
        Some(further) if c.word(after) == Word::Of => further,
        _ => after,
    }
}

/// "46-day", "year-long": an adjective, so that the article before is of the noun after.
fn hyphened(c: Cursor<'_>, start: usize, end: usize) -> bool {
    let last = c.word(end - 1) == Word::Long || matches!(c.word(end - 1), Word::Unit(_));
    let half = end > 2 && c.word(end - 3) == Word::Half;
    last && c.dash(end - 2) && c.tight(end - 2) && end - 2 > start && !half
}

fn after_article(c: Cursor<'_>, i: usize) -> usize {
    if matches!(c.word(i), Word::The | Word::A) { i + 1 } else { i }
}

/// "the final day of the battle", "the afternoon of the wedding", "the tenth anniversary of
/// the peace": what it is told by belongs to it.
fn of_an_event(c: Cursor<'_>, start: usize, end: usize, date: &Date) -> bool {
    let counted = matches!(date.frame, Frame::Nth(..)) || date.time.is_some();
    let plain = date.written == Written::default();
    c.word(end) == Word::Of
        && plain
        && (counted && c.word(start) == Word::The || c.word(end - 1) == Word::Anniversary)
}

/// The "summer" of "the summer offensive", the "night" of "a night raid".
fn attributive(c: Cursor<'_>, end: usize, date: &Date) -> bool {
    let bare = date.written == Written::default()
        && date.modifier.is_none()
        && (matches!(date.frame, Frame::Season(_) | Frame::Holiday(_))
            || date.time.is_some());
    let at = if c.dash(end) && c.tight(end) { end + 1 } else { end };
    let named = c.tokens.get(at).is_some_and(|t| t.capital) && !c.tokens[end - 1].capital;
    bare && !named && noun(c, at) && c.tokens[at].is_word()
}

/// The end of the length that ends at `end`, once what fills it is taken in.
fn filled(c: Cursor<'_>, end: usize) -> usize {
    if c.word(end) != Word::Of {
        return end;
    }
    let article = matches!(c.word(end + 1), Word::The | Word::Its | Word::A);
    let at = if article { end + 2 } else { end + 1 };
    let Some(mut after) = nouns(c, at) else { return end };
    for link in [Word::Of, Word::And, Word::In] {
        if c.word(after) == link {
            let skip = usize::from(matches!(c.word(after + 1), Word::A | Word::The));
            after = nouns(c, after + 1 + skip).unwrap_or(after);
        }
    }
    if after - end > REACH + 4 { end } else { after }
}

/// The end of the words of a noun phrase at `i`, if there are any.
fn nouns(c: Cursor<'_>, i: usize) -> Option<usize> {
    let mut at = i;
    while at < i + REACH && noun(c, at) {
        at += 1;
    }
    // "a year of heavy losses followed": the verb stays out.
    if at > i + 1 && c.text(at - 1).ends_with("ed") {
        at -= 1;
    }
    let head = c.tokens.get(at.checked_sub(1)?)?;
    (at > i && !STUFF.has(head.key)).then_some(at)
}

fn noun(c: Cursor<'_>, i: usize) -> bool {
    let Some(token) = c.tokens.get(i) else { return false };
    let genitive = c.mark(i, '\'') && c.tight(i) && c.tight(i + 1)
        || c.word(i) == Word::Plural && c.tight(i);
    // "the city's fall"
    let fall = c.word(i) == Word::Season(Season::Autumn)
        && i > 0
        && c.word(i - 1) == Word::Plural;
    genitive
        || fall
        || token.is_word()
            && !token.starts_sentence
            && c.word(i) == Word::Other
            && !STOPS.has(token.key)
}

#[cfg(test)]
mod tests {
    use alpheus_text::Document;

    use crate::{Domain, Options, tag};

    fn first(text: &str, domain: Domain) -> String {
        let doc = Document::plain("", text);
        let times =
            tag(&doc, Options { domain, complements: true, ..Options::default() });
        times.timexes.first().map(|t| doc.slice(t.span).to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_length_takes_in_what_fills_it() {
        for (text, expected) in [
            (
                "After two years of hard bargaining, they signed.",
                "two years of hard bargaining",
            ),
            ("It ended three weeks of rain and flood.", "three weeks of rain and flood"),
            ("Ten days of building work followed.", "Ten days of building work"),
            (
                "There was a decade of civil strife in a small town.",
                "a decade of civil strife in a small town",
            ),
            ("The town had six months of food.", "six months"),
            ("She died at ten years of age.", "ten years of age"),
            (
                "It came four days after the vote of the council.",
                "four days after the vote of the council",
            ),
            ("It came a year after Marathon.", "a year"),
            ("Over a three-year period it grew.", "a three-year period"),
            ("He broke off the 46-day siege.", "46-day"),
            ("They planned the summer campaign.", "summer"),
            ("They spent the summer there.", "the summer"),
            ("He wrote it in the last years of his life.", "the last years of his life"),
            ("They rested three days of their own.", "three days"),
            ("Two months of it was enough.", "Two months"),
        ] {
            assert_eq!(first(text, Domain::Narrative), expected, "{text}");
        }
    }

    #[test]
    fn in_news_a_length_stands_alone() {
        let text = "After two years of hard bargaining, they signed.";
        assert_eq!(first(text, Domain::News), "two years");
    }
}
