//! Each kind of claim where it is made, and as often where it only seems to be.

use super::{Claim, ClaimKind};
use crate::{Modality, Options, Speaker, read_claims};
use ClaimKind::{
    Absence, Cause, Coincidence, DatedEvent, Duration, Figure, FirstLastNever,
    NamelessAuthority, Only, Question, Quotation, ReportedView, Superlative, Thought,
    Universal, Unrealised,
};
use alpheus_text::{Document, Format};

fn claims(text: &str) -> (Document, Vec<Claim>) {
    let doc = Document::plain("memo", text);
    let claims = read_claims(&doc, Options::default()).claims;
    (doc, claims)
}

/// The cues of one kind in a text.
fn cues(kind: ClaimKind, text: &str) -> Vec<String> {
    let (doc, claims) = claims(text);
    let of_kind = claims.iter().filter(|claim| claim.kind == kind);
    of_kind.map(|claim| doc.slice(claim.cue).to_owned()).collect()
}

/// Texts with the only cue of a kind that each has.
fn assert_cues(kind: ClaimKind, texts: &[(&str, &str)]) {
    for (text, cue) in texts {
        assert_eq!(cues(kind, text), [*cue], "{text}");
    }
}

/// Texts without a claim of a kind.
fn assert_silent(kind: ClaimKind, texts: &[&str]) {
    for text in texts {
        assert_eq!(cues(kind, text), [""; 0], "{text}");
    }
}

#[test]
fn dates_lengths_and_figures() {
    assert_cues(
        DatedEvent,
        &[
            ("The bridge was opened on 4 March 1890 by the prince.", "4 March 1890"),
            ("Work went on from 1882 to 1890 without a pause.", "1882 to 1890"),
        ],
    );
    assert_silent(
        DatedEvent,
        &["It was then opened.", "The next day it was closed again."],
    );
    assert_cues(
        Duration,
        &[
            ("The siege lasted seven weeks.", "seven weeks"),
            ("Begun in 1850, it was finished three years later.", "three years later"),
        ],
    );
    assert_silent(Duration, &["They came back that day.", "The ferry runs every week."]);
    assert_cues(
        Figure,
        &[
            ("The yard employed 3,400 men.", "3,400"),
            ("Of the boats 36 (45%) were saved.", "36 (45%)"),
        ],
    );
    assert_silent(Figure, &["One of them was the second son.", "See p. 5 for the plan."]);
}

#[test]
fn superlatives() {
    assert_cues(
        Superlative,
        &[
            ("It was the largest port of the coast.", "largest"),
            ("She was their most gifted pupil.", "most gifted"),
            (
                "The fleet exceeded the size of any other in the world.",
                "exceeded the size of any",
            ),
            ("His skill was unequalled.", "unequalled"),
            ("Nothing could be simpler than the plan.", "Nothing could be simpler"),
        ],
    );
    assert_silent(
        Superlative,
        &[
            "Most of the men were at least twenty.",
            "He was a most able man and did his best.",
            "It aroused the greatest admiration.",
            "The conquest of the forest was of interest.",
        ],
    );
}

#[test]
fn universals_and_exclusives() {
    assert_cues(
        Universal,
        &[
            ("Every bridge on the river was down.", "Every"),
            ("The entire harvest was lost.", "entire"),
            ("He always signed in red ink.", "always"),
        ],
    );
    assert_silent(
        Universal,
        &[
            "Not all of them came.",
            "Nearly every house stood.",
            "They were not at all tired.",
            "There were in all 2,800 men.",
            "As a whole it was a success.",
        ],
    );
    assert_cues(
        Only,
        &[
            ("Only the northern road was open.", "Only"),
            ("She was the sole heir.", "sole"),
            ("They had nothing but bread.", "nothing but"),
        ],
    );
    assert_silent(
        Only,
        &["Not only the road was open.", "Only 300 men came.", "He was left alone."],
    );
}

#[test]
fn absences_and_firsts() {
    assert_cues(
        Absence,
        &[
            ("There were no lifeboats whatsoever.", "no"),
            ("Not a single ship came back.", "Not a single"),
            ("The council did nothing.", "nothing"),
        ],
    );
    assert_silent(
        Absence,
        &[
            "There is no doubt that it was so.",
            "It was no longer open.",
            "By no means was it new.",
            "He spoke no more than ten words.",
        ],
    );
    assert_cues(
        FirstLastNever,
        &[
            ("It was the first lighthouse of iron.", "first"),
            ("The tower was never finished.", "never"),
            ("He spoke for the last time in the hall.", "for the last time"),
        ],
    );
    assert_silent(
        FirstLastNever,
        &[
            "At first the line was quiet, and at last it broke.",
            "The First Army marched.",
            "The first man was tall and the second was short.",
        ],
    );
}

#[test]
fn causes_and_thoughts() {
    assert_cues(
        Cause,
        &[
            ("The mill closed because the river had dried up.", "because"),
            ("The flood led to a famine.", "led to"),
            ("Thus the town was lost.", "Thus"),
        ],
    );
    assert_silent(Cause, &["He led the army to the coast.", "It was thus named."]);
    assert_cues(
        Thought,
        &[
            ("The king intended to march.", "intended"),
            ("She was convinced that he lied.", "convinced"),
            ("The bishop found the sermon tedious.", "found the sermon tedious"),
            ("He did not believe the report.", "believe"),
        ],
    );
    assert_silent(
        Thought,
        &[
            "I believe that it was so.",
            "It is believed to be Roman.",
            "By means of a rope he fled.",
        ],
    );
}

#[test]
fn arguments_without_a_source() {
    assert_cues(
        Coincidence,
        &[
            ("By a strange coincidence both died in May.", "coincidence"),
            ("It was no accident that he came.", "was no accident"),
        ],
    );
    assert_silent(
        Coincidence,
        &["No accident occurred on the way.", "He took his chance."],
    );
    assert_cues(
        NamelessAuthority,
        &[
            ("Many historians agree that it was lost.", "Many historians agree"),
            (
                "Any naval strategist will tell you that.",
                "Any naval strategist will tell",
            ),
            ("It is well known that he was ill.", "is well known"),
        ],
    );
    assert_silent(
        NamelessAuthority,
        &["The historian Anna Weber agrees.", "She is known as the Iron Lady."],
    );
    assert_cues(
        ReportedView,
        &[
            ("The mayor claimed that the wall was sound.", "claimed"),
            ("According to the Gazette, it rained.", "According to"),
            ("He is said to have wept.", "said to have"),
        ],
    );
    assert_silent(
        ReportedView,
        &["He said \"We shall hold the wall\" and left.", "All went according to plan."],
    );
}

#[test]
fn what_did_not_have_to_happen() {
    let texts = [
        ("The attack was planned for late May.", Modality::Planned),
        ("The brigade was ordered to retire.", Modality::Ordered),
        ("If the dam had held, the town had been saved.", Modality::Hypothetical),
    ];
    for (text, modality) in texts {
        let (_, claims) = claims(text);
        let claim = claims.iter().find(|claim| claim.kind == Unrealised).unwrap();
        assert_eq!(claim.modality, modality, "{text}");
    }
    assert_silent(Unrealised, &["They came in order to help.", "He acted as if asleep."]);
    let (_, claims) = claims("The attack was planned for 3 May 1811.");
    let date = claims.iter().find(|claim| claim.kind == DatedEvent).unwrap();
    assert_eq!(date.modality, Modality::Planned, "a planned date is no date of an event");
}

#[test]
fn questions_with_their_answers() {
    let (doc, claims) = claims("Did the council know of it? Yes. It met again in May.");
    let question = claims.iter().find(|claim| claim.kind == Question).unwrap();
    assert_eq!(question.answer.map(|answer| doc.slice(answer)), Some("Yes."));
    assert_cues(Question, &[("Who could have stopped them?", "Who could")]);
    assert_silent(
        Question,
        &[
            "How was the bridge built? The piers were sunk in the winter of that year.",
            "\"Did you know? Yes.\" So he answered.",
            "What had they hidden?\n\nTwo Harbours",
        ],
    );
}

#[test]
fn an_answer_may_stand_in_the_next_paragraph() {
    let (doc, claims) =
        claims("Was the fort manned?\n\nNot at all? Was it armed?\n\nHardly.");
    let answered = claims.iter().filter(|claim| claim.answer.is_some());
    let answered: Vec<_> = answered.map(|claim| doc.slice(claim.span)).collect();
    assert!(answered.contains(&"Was the fort manned?"), "{answered:?}");
}

#[test]
fn words_of_others_are_theirs() {
    let text =
        "The admiral wrote: \"All my 40 ships are lost, and none will ever return.\"";
    let (doc, found) = claims(text);
    let kinds: Vec<_> = found.iter().map(|claim| (claim.kind, claim.speaker)).collect();
    assert_eq!(kinds, [(Quotation, Speaker::Quoted), (Figure, Speaker::Quoted)]);
    assert_eq!(found[0].source.map(|source| doc.slice(source)), Some("The admiral"));
    let voices = found.iter().map(|claim| claim.voice.map(|voice| doc.slice(voice)));
    assert!(voices.eq([Some("The admiral"); 2]));
    let (_, found) = claims("Some say that all the ships were lost.");
    let all = found.iter().find(|claim| claim.kind == Universal).unwrap();
    assert_eq!(all.speaker, Speaker::Others);
}

#[test]
fn names_and_titles_in_marks_are_no_quotations() {
    assert_silent(
        Quotation,
        &[
            "The \"Bellona\" sailed.",
            "Her book \"The Rise of the Northern League\" sold well.",
        ],
    );
    let text = "\"The first paragraph runs on.\n\n\"The second ends here,\" he wrote.";
    let (doc, found) = claims(text);
    let quoted = found.iter().filter(|claim| claim.kind == Quotation);
    let words: Vec<_> = quoted.map(|claim| doc.slice(claim.span)).collect();
    assert!(words.last().is_some_and(|last| last.ends_with("here,")), "{words:?}");
}

#[test]
fn a_source_is_told_from_none() {
    let given = |text: &str| {
        let (doc, claims) = claims(text);
        claims
            .first()
            .and_then(|claim| claim.source)
            .map(|span| doc.slice(span).to_owned())
    };
    assert_eq!(given("It was the largest port of all.[12]").as_deref(), Some("[12]"));
    assert_eq!(
        given("It was the largest port (Weber 1961, p. 3).").as_deref(),
        Some("(Weber 1961, p. 3)")
    );
    assert_eq!(given("It was the largest port of the coast."), None);
}

#[test]
fn lines_of_a_list_are_claims_of_their_own() {
    let (doc, found) =
        claims("The yard had\n12 cranes\n40 horses\n3 docks\nand much else of use.");
    let spans: Vec<_> = found.iter().map(|claim| doc.slice(claim.span)).collect();
    assert_eq!(spans, ["12 cranes", "40 horses", "3 docks\nand much else of use."]);
}

#[test]
fn headings_make_no_claims_and_a_row_makes_one() {
    let text =
        "# The largest port of all\n\n| year | ships |\n| --- | --- |\n| 1850 | 12 |\n";
    let doc = Document::parse("memo.md", text, Format::Markdown);
    let claims = read_claims(&doc, Options::default()).claims;
    assert!(
        claims.iter().all(|claim| claim.kind == Figure) && claims.len() <= 1,
        "{claims:?}"
    );
}

#[test]
fn every_span_slices_and_odd_texts_do_no_harm() {
    let odd = [
        "",
        "\"",
        "”“",
        "?",
        "? ?",
        ";;",
        "not",
        "the most",
        "no",
        "\"a\n\n\"",
        "§ 1;",
        "‘",
        "all",
        "only",
        "first",
        "Why?\n\nTo",
        "according to",
        "(",
        "[1",
        "—",
        "any authority will",
    ];
    for one in odd {
        for other in odd {
            for joint in [" ", "\n", "\n\n"] {
                let (doc, claims) = claims(&format!("{one}{joint}{other}"));
                for claim in claims {
                    assert!(
                        !doc.slice(claim.span).is_empty()
                            && !doc.slice(claim.cue).is_empty()
                    );
                }
            }
        }
    }
}
