//! One sentence is quoted twice in different words.

use crate::{
    finding::Label,
    quoted,
    rule::{Level, declare_rule},
    sheet::{Account, Conflict, Sheet},
};
use alpheus_read::Requote;
use alpheus_text::Span;

declare_rule! {
    /// ## What it does
    /// Compares two quotations of one speaker that share nearly all their words, and shows
    /// the words in which they differ.
    ///
    /// ## Why it matters
    /// Words in quotation marks are given as they were said. Where they are given twice, one
    /// of the two is not what was said, or two translations are mixed.
    ///
    /// ## Example
    /// > "The bridge will stand as long as the river runs," Weber wrote. … Weber had written:
    /// > "The bridge shall stand as long as the river runs."
    ///
    /// ## When it stays silent
    /// - The two share fewer than eight words, or one has more than a few words of its own.
    /// - Dots or a bracket show that something was left out or put in.
    /// - The difference is one of spelling.
    /// - The speakers differ, or neither is known.
    /// - The two stand close together: words are repeated for effect, and changed.
    ///
    /// ## Measured precision
    /// On 8.2 million words of old histories, encyclopaedias and articles: 1 finding, a
    /// sentence that is quoted in two wordings. Of what it misses nothing is known.
    pub(crate) static QUOTE_VARIES = {
        name: "quote-varies",
        code: "Q002",
        summary: "one sentence is quoted twice in different words",
        level: Level::Warning,
        since: "0.1.0",
        check: check,
    }
}

/// The least number of words that two quotations share.
const SHARED: u32 = 8;
/// Of ten words of the shorter, so many are shared.
const SHARE: u32 = 8;
/// They differ in no more places.
const PLACES: usize = 3;
/// A place where they differ is no longer than this, in bytes.
const LONG: u32 = 40;
/// Quotations closer than this, in bytes, repeat for effect.
const APART: u32 = 400;

fn check(account: &Account<'_>, sheet: &mut Sheet<'_>) {
    for requote in &account.reading.requotes {
        let alike =
            requote.shared >= SHARED && requote.shared * 10 >= requote.shorter() * SHARE;
        if alike && is_one_speakers(account, requote) {
            judge(account, requote, sheet);
        }
    }
}

fn is_one_speakers(account: &Account<'_>, requote: &Requote) -> bool {
    let [first, second] = quoted::pair(account, requote);
    let speakers = [first, second].map(|quotation| quoted::name(account, quotation));
    match &speakers {
        [Some(first), Some(second)] => quoted::is_same_name(first, second),
        _ => false,
    }
}

fn judge(account: &Account<'_>, requote: &Requote, sheet: &mut Sheet<'_>) {
    let [first, second] = quoted::pair(account, requote).map(quoted::span);
    let spans = vec![second, first];
    let differences: Vec<_> =
        requote.differences.iter().filter(|spans| is_worded(account, spans)).collect();
    if differences.is_empty() {
        sheet.holds(
            &QUOTE_VARIES,
            spans,
            format!("{} words are the same", requote.shared),
        );
        return;
    }
    if second.start.saturating_sub(first.end) < APART {
        sheet.undecided(&QUOTE_VARIES, spans, "the two stand close together");
        return;
    }
    let long = |span: &Option<Span>| span.is_some_and(|span| span.len() > LONG);
    if differences.len() > PLACES
        || differences.iter().any(|spans| spans.iter().any(long))
    {
        sheet.undecided(
            &QUOTE_VARIES,
            spans,
            "the two differ too much to be one sentence",
        );
        return;
    }
    let label = |span: Option<Span>, whole: Span| {
        let text = span.map_or("nothing here", |_| "these words here");
        Label::new(span.unwrap_or(whole), text)
    };
    let shown = differences[0];
    let proof = differences.iter().map(|spans| differ(account, spans)).collect();
    sheet.conflict(
        &QUOTE_VARIES,
        Conflict {
            message: "one sentence is quoted in two wordings".to_owned(),
            labels: vec![label(shown[1], second), label(shown[0], first)],
            proof,
            help: None,
            at_most: None,
        },
    );
}

/// Whether the words differ, and not only their spelling.
fn is_worded(account: &Account<'_>, spans: &[Option<Span>; 2]) -> bool {
    match spans {
        [Some(first), Some(second)] => {
            let [first, second] = [*first, *second].map(|span| account.doc.words(span));
            !quoted::is_spelling(&first, &second)
        }
        _ => true,
    }
}

fn differ(account: &Account<'_>, spans: &[Option<Span>; 2]) -> String {
    let words = |span: Option<Span>| match span {
        Some(span) => {
            format!("\u{201c}{}\u{201d}", quoted::line(&account.doc.words(span)))
        }
        None => "nothing".to_owned(),
    };
    format!("{} is not {}", words(spans[1]), words(spans[0]))
}
