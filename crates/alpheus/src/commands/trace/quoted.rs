//! The quotations of an account as they are looked up, each with whose words the account says
//! they are, and of when.
//!
//! Only what the account says right beside a quotation counts: who is named in its sentence as
//! speaking, and a citation in brackets behind it. A name that a pronoun stands for, or that
//! was given pages ago, is left unsaid: a false word on somebody's name is the worst bug.

use alpheus_read::{Quotation, QuoteKind, Reading, Who};
use alpheus_text::{Document, Span};
use alpheus_time::TimexKind;
use alpheus_trace::{Claim, Quoted, When};

/// How far from a quotation its author and date may stand, in bytes.
const BESIDE: u32 = 120;
/// Titles, names and terms of this many words may be quotations all the same.
const MANY_WORDS: usize = 6;

/// The quotations of a document that are looked up, in the order of the text.
pub(in crate::commands) fn quoted(doc: &Document, reading: &Reading) -> Vec<Quoted> {
    let looked_up = reading.quotations.iter().filter(|one| is_looked_up(doc, one));
    looked_up
        .map(|one| Quoted { parts: one.parts.clone(), claim: claim(doc, reading, one) })
        .collect()
}

/// Words within another quotation are looked up with it.
fn is_looked_up(doc: &Document, quotation: &Quotation) -> bool {
    let of_words = matches!(
        quotation.kind,
        QuoteKind::Direct | QuoteKind::Nested | QuoteKind::Scare
    );
    let words =
        quotation.parts.iter().flat_map(|part| doc.slice(*part).split_whitespace());
    quotation.depth == 0 && (of_words || words.count() >= MANY_WORDS)
}

fn claim(doc: &Document, reading: &Reading, quotation: &Quotation) -> Claim {
    let (cited, year) = citation(doc.prose(), quotation.span().end).unwrap_or_default();
    let speaker = quotation.speaker.as_ref();
    let author = cited.or_else(|| speaker.and_then(|who| author(doc, quotation, who)));
    Claim { author, date: year.or_else(|| date(doc, reading, quotation)) }
}

fn author(doc: &Document, quotation: &Quotation, who: &Who) -> Option<(String, Span)> {
    let name = who.name.filter(|_| who.pronoun.is_none())?;
    let word = family(doc.slice(name))?;
    is_beside(doc, quotation, who.mention).then(|| (word.to_owned(), who.mention))
}

/// The last of the words of a name.
fn family(name: &str) -> Option<&str> {
    let bare = |word: &'_ str| -> Option<usize> { word.rfind(char::is_alphanumeric) };
    let last = name.split_whitespace().rfind(|word| bare(word).is_some())?;
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    let last =
        last.strip_suffix("'s").or_else(|| last.strip_suffix("’s")).unwrap_or(last);
    is_name(last).then_some(last)
}

fn is_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.clone().next().is_some()
        && chars.all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
}

fn date(
    doc: &Document,
    reading: &Reading,
    quotation: &Quotation,
) -> Option<(When, Span)> {
    let timex = &reading.times.timexes[quotation.date? as usize];
    let year = timex.value.get(..4).filter(|year| is_year(year))?;
    let told = timex.kind == TimexKind::Date && doc.slice(timex.span).contains(year);
    let beside = told && is_beside(doc, quotation, timex.span);
    beside.then(|| When::parse(year)).flatten().map(|when| (when, timex.span))
}

/// Whether words stand in the sentence of a quotation, next to it or within it.
fn is_beside(doc: &Document, quotation: &Quotation, words: Span) -> bool {
    let whole = quotation.span();
    let between = if words.end <= whole.start {
        Span::new(words.end, whole.start)
    } else if words.start >= whole.end {
        Span::new(whole.end, words.start)
    } else {
        return true;
    };
    between.len() <= BESIDE && !ends_sentence(doc.slice(between))
}

fn ends_sentence(between: &str) -> bool {
    let ends = |(at, mark): (usize, &str)| {
        between[at + mark.len()..].starts_with(char::is_whitespace)
    };
    between.contains("\n\n") || between.match_indices(['.', '!', '?']).any(ends)
}

/// "(Marsh 1871)", "(1871)", "(Marsh, Ferries, 1871, p. 3)" right after a quotation.
type Cited = (Option<(String, Span)>, Option<(When, Span)>);

fn citation(text: &str, from: u32) -> Option<Cited> {
    let after = text.get(from as usize..)?;
    let skipped =
        after.trim_start_matches(['”', '"', '’', '\'', '.', ',', ' ', '\u{a0}', '»']);
    let inner = skipped.strip_prefix('(')?;
    let inner = &inner[..inner.find(')')?];
    if inner.len() > 120 || after.len() - skipped.len() > 8 {
        return None;
    }
    let base = from + (after.len() - skipped.len()) as u32 + 1;
    let at = |word: &str| {
        let start = base + (word.as_ptr().addr() - inner.as_ptr().addr()) as u32;
        Span::new(start, start + word.len() as u32)
    };
    let words = || inner.split(|c: char| !c.is_alphanumeric() && c != '-');
    let year = words().find(|word| is_year(word))?;
    let author = words().next().filter(|word| is_name(word));
    let author = author.map(|word| (word.to_owned(), at(word)));
    Some((author, When::parse(year).map(|when| (when, at(year)))))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_read::{Options, read};

    fn said(text: &str) -> (Option<String>, Option<i32>) {
        let doc = Document::plain("memo", text);
        let reading = read(&doc, Options::default());
        let claim = quoted(&doc, &reading).remove(0).claim;
        (claim.author.map(|(name, _)| name), claim.date.map(|(when, _)| when.year))
    }

    #[test]
    fn who_is_said_to_have_said_it() {
        let marsh = Some("Marsh".to_owned());
        assert_eq!(
            said("Ann Marsh wrote: “The toll was a penny for all.”"),
            (marsh.clone(), None)
        );
        assert_eq!(
            said(
                "It was cheap: “the toll was a penny for all who crossed” (Marsh 1871)."
            ),
            (marsh.clone(), Some(1871))
        );
        assert_eq!(
            said(
                "“The toll,” Ann Marsh wrote in 1871, “was a penny for all who crossed.”"
            ),
            (marsh, Some(1871))
        );
    }

    #[test]
    fn what_is_not_said_beside_it_is_not_guessed() {
        for text in [
            "Marsh wrote of the ferry in 1871. She said: “The toll was a penny for all.”",
            "Marsh was a ferryman. The toll was low. “The toll was a penny for all.”",
            "The sign said “no toll is taken of those who cross” (see above).",
        ] {
            assert_eq!(said(text), (None, None), "{text}");
        }
    }

    #[test]
    fn a_quotation_has_its_parts_and_a_title_is_none() {
        let text =
            "“The toll,” he wrote, “was a penny for all.” The book is called “Ferries”.";
        let doc = Document::plain("memo", text);
        let found = quoted(&doc, &read(&doc, Options::default()));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].parts.len(), 2);
    }
}
