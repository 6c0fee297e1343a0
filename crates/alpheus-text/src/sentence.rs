//! Sentences: which tokens begin one.
//!
//! A point ends a sentence unless what stands before it is usually cut short ("Gen."), or what
//! follows does not look like a beginning. What a word before the point lets follow is in one
//! lexicon; the words that begin sentences but hardly ever names are in another, and decide
//! where a point may do both ("the U.S. Army", "the U.S. The").

use crate::{Lexicon, Token, TokenKind};

/// What a point after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    /// Stands before a name, and ends no sentence: "Gen.".
    Title,
    /// Stands before a number or a name, and may end a sentence: "Jan.", "vol.", "Co.".
    Short,
    /// Stands before a number, and is else a word of its own: "No.", "fig.", "art.".
    Count,
    /// In small letters the volume before its page: "Napier, iv. 363".
    Volume,
    /// Ends a sentence wherever a capital follows: "etc.", "p.m.".
    Last,
}

use Cut::{Count, Last, Short, Title, Volume};

static CUTS: Lexicon<Cut, 1024> = Lexicon::new(&[
    (
        "adj adm alex asst atty benj bp brig bro capt capts cdr cf chas cmdr col cols comdr \
     comr cpl cpt dr drs ens fr gen genl gens geo gov hon insp jas jos lieut lieuts lt lts \
     maj messrs mgr mlle mme mr mrs ms msgr mx pfc pres prof profs pvt rep reps rev \
     revd robt rt saml sen sens serg sergt sgt supt thos viz vs wm",
        Title,
    ),
    (
        "aet al ala ap approx apr archæol ariz arty assn aug ave b bart batt bde biog bk \
     blvd bn bros bt c ca calif cav ch chap chaps chron circ cit civ co cod colo conn \
     corp corr corresp cos d dau dec dept div ed edit edn eds educ encyc eng engl esq \
     est feb febr ff fl fol fri ft geog ger germ govt gr hist ibid inc ind inf introd \
     ital jan jr jun kan ky lat lib loc lon ltd m mag mem mich minn mo mss mt mts nap \
     neb nov ob oct okla op orat p penn pl plin pop pp proc pt pub publ rd regt repr \
     rom sect sep sept seq ser soc sq sqq sr st ste sts tenn tex thu thur thurs tit \
     trans transl tue tues univ va vit vol vols vt wis æt",
        Short,
    ),
    (
        "app append art arts cap cat fig figs ill long mar mass mon no nos nr para sat \
     sec span sun tom ver wed",
        Count,
    ),
    ("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx", Volume),
    ("etc", Last),
]);

/// Words that begin a sentence, and hardly ever a name or a title.
static STARTERS: Lexicon<(), 256> = Lexicon::new(&[(
    "a about according after against all also although among an and another as at \
         because before being between both but by despite during each even every few \
         following for from having he her here his how however if in is it its later \
         many meanwhile moreover most my nevertheless no nor not nothing now of on once \
         one only or other others our over perhaps several she since so some soon still \
         such that the their then there these they this those though three through \
         throughout thus till to two under until upon was we were what when where which \
         while who whose why with within without yet you",
    (),
)]);

/// Words after which a letter or Roman numeral is a label, so that a point after it ends the
/// sentence: "World War I. Germany", "Plan B. Troops".
static LABELLED: Lexicon<(), 32> = Lexicon::new(&[(
    "class company grade group hepatitis mark phase plan type vitamin war",
    (),
)]);

/// Words that go on after a time of day or an era: "5 p.m. Eastern", "9 a.m. Monday".
static AFTER_HOUR: Lexicon<(), 64> = Lexicon::new(&[(
    "april august berlin central december eastern february friday greenwich january \
         july june london march monday moscow mountain november october pacific \
         saturday september sunday thursday tuesday wednesday",
    (),
)]);

/// Marks the first token of every sentence of a block.
pub(crate) fn mark_starts(tokens: &mut [Token]) {
    if let Some(first) = tokens.first_mut() {
        first.starts_sentence = true;
    }
    let mut sentence = 0;
    let mut at = 0;
    while at < tokens.len() {
        if !ends(tokens[at].kind) {
            at += 1;
            continue;
        }
        let stop = at;
        at = after_stop(tokens, stop);
        if at < tokens.len() && begins(tokens, sentence, stop, at) {
            tokens[at].starts_sentence = true;
            sentence = at;
        }
    }
}

fn ends(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('.' | '!' | '?' | '…'))
}

/// The first token after a stop, its closing quotes and brackets, and its note marks.
fn after_stop(tokens: &[Token], stop: usize) -> usize {
    let mut at = stop + 1;
    while let Some(token) = tokens.get(at) {
        let closes = match token.kind {
            TokenKind::Mark('.' | '!' | '?' | '…') => true,
            TokenKind::Mark(
                ')' | ']' | '}' | '"' | '\'' | '*' | '†' | '‡' | '»' | '¹' | '²' | '³'
                | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹' | '⁰',
            ) => !token.spaced,
            TokenKind::Mark('[' | '(') if !token.spaced => {
                let note = tokens.get(at + 1..at + 3);
                if note.is_some_and(|note| note[0].number().is_some() && closing(note[1]))
                {
                    at += 3;
                    continue;
                }
                false
            }
            // A note's number set close to the point, as in "the war.12 The"; a digit before
            // the point makes it a decimal.
            TokenKind::Number => {
                !token.spaced
                    && tokens[at - 1].kind != TokenKind::Number
                    && !(at >= 2 && tokens[at - 2].number().is_some())
                    && tokens.get(at + 1).is_none_or(|next| next.spaced)
            }
            TokenKind::Word | TokenKind::Mark(_) => false,
        };
        if !closes {
            break;
        }
        at += 1;
    }
    at
}

fn closing(token: Token) -> bool {
    token.is(']') || token.is(')')
}

/// Whether the token at `at`, after the stop at `stop`, begins a sentence.
fn begins(tokens: &[Token], sentence: usize, stop: usize, at: usize) -> bool {
    let Some(next) = first_word(tokens, at) else { return false };
    if !tokens[at].spaced || (next.is_word() && !next.capital) {
        return false;
    }
    let run = tokens[stop..at].iter().filter(|token| ends(token.kind)).count();
    if !tokens[stop].is('.') || run > 1 {
        // An ellipsis that stands free often leaves words out amid a sentence.
        let free = tokens[stop].spaced
            && !matches!(tokens[stop].kind, TokenKind::Mark('!' | '?'));
        return !free || starter(tokens, at);
    }
    let Some(last) = stop.checked_sub(1).filter(|&last| last >= sentence) else {
        return true;
    };
    if tokens[stop].spaced || at > stop + 1 {
        return true;
    }
    match tokens[last].kind {
        TokenKind::Word => after_word(tokens, last, at, next),
        // "1. The": a number alone before the point is the item's, not a sentence.
        TokenKind::Number => last > sentence,
        TokenKind::Mark(_) => true,
    }
}

/// The word or number at or after opening quotes and brackets.
fn first_word(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens[at..]
        .iter()
        .take(4)
        .find(|token| {
            !matches!(
                token.kind,
                TokenKind::Mark(
                    '"' | '\'' | '(' | '[' | '«' | '–' | '¿' | '¡' | '_' | '*' | '-'
                )
            )
        })
        .filter(|token| {
            matches!(
                token.kind,
                TokenKind::Word
                    | TokenKind::Number
                    | TokenKind::Mark('$' | '£' | '€' | '§')
            )
        })
}

/// Whether what stands at `at` begins sentences and no names.
fn starter(tokens: &[Token], at: usize) -> bool {
    let Some(first) = (at..tokens.len().min(at + 3)).find(|&i| tokens[i].is_word())
    else {
        return false;
    };
    // "A." and "I." are initials.
    let initial = tokens.get(first + 1).is_some_and(|next| next.is('.') && !next.spaced);
    let pronoun = tokens[first].span.len() == 1 && tokens[first].key == crate::key("i");
    !initial && (pronoun || STARTERS.has(tokens[first].key))
}

/// Whether a sentence begins at `at`, after the word at `last` and a point.
fn after_word(tokens: &[Token], last: usize, at: usize, next: &Token) -> bool {
    let word = &tokens[last];
    let number = next.kind == TokenKind::Number;
    let dotted =
        last >= 2 && tokens[last - 1].is('.') && !tokens[last - 1].spaced && !word.spaced;
    if dotted && tokens[last - 2].is_word() && word.span.len() <= 2 {
        return after_letters(tokens, last, at, next);
    }
    let cut = CUTS.get(word.key);
    if word.span.len() == 1 {
        let labelled =
            last >= 1 && tokens[last - 1].is_word() && LABELLED.has(tokens[last - 1].key);
        return if number { word.capital } else { labelled || starter(tokens, at) };
    }
    match cut {
        None | Some(Last) => true,
        Some(Title) => false,
        Some(Short) => !number && starter(tokens, at),
        Some(Count) => !number,
        Some(Volume) => !number || word.capital,
    }
}

/// Whether a sentence begins after "U.S.", "p.m.", "B.C.", "Ph.D.".
fn after_letters(tokens: &[Token], last: usize, at: usize, next: &Token) -> bool {
    static READY: Lexicon<&str, 8> =
        Lexicon::new(&[("m", "ap"), ("c", "b"), ("d", "a"), ("e", "c")]);
    let before = tokens[last - 2].key;
    let time = READY.get(tokens[last].key).is_some_and(|firsts| {
        firsts
            .char_indices()
            .any(|(i, c)| crate::key(&firsts[i..i + c.len_utf8()]) == before)
    });
    if next.kind == TokenKind::Number {
        return false;
    }
    if time {
        return !next.upper && !AFTER_HOUR.has(next.key);
    }
    starter(tokens, at)
}

#[cfg(test)]
mod tests {
    use crate::Document;

    /// The sentences of a text of one block.
    fn sentences(text: &str) -> Vec<&str> {
        let doc = Document::plain("", text);
        let mut tokens = Vec::new();
        doc.tokenize(&doc.blocks()[0], &mut tokens);
        let mut starts: Vec<usize> = tokens
            .iter()
            .filter(|token| token.starts_sentence)
            .map(|token| token.span.range().start)
            .collect();
        starts.push(text.len());
        starts.windows(2).map(|pair| text[pair[0]..pair[1]].trim_end()).collect()
    }

    #[test]
    fn one_sentence() {
        for text in [
            "He wrote to Gen. Grant at once.",
            "Lt.-Col. Freyberg and Lieut. Col. Lee met.",
            "It fell on Jan. 5 and on Sept. 9, 1914.",
            "She lies in St. Paul's, near Mt. Vernon.",
            "It is No. 12 of the series.",
            "The works of A. J. P. Taylor and J.R.R. Tolkien are read.",
            "The U.S. Army and the U.S. President agreed.",
            "He was b. 1707; d. 1780 in Bath.",
            "In 1736 he m. Mrs. Porter, a widow.",
            "He met Francis I. of France there.",
            "See vol. ii. p. 12, and vol. IV. pp. 3, 4.",
            "See Hist. Eng. Vol. II for more.",
            "He came at 5 p.m. on Monday.",
            "They met at 9 a.m. Monday.",
            "It began at 10 a.m. GMT.",
            "He reigned from 44 B.C. to 14 A.D. in peace.",
            "He paid $ 3.50 for 2.5 acres.",
            "He said \"Stop!\" and left.",
            "\"Why?\" he asked.",
            "Well ... the army moved on.",
            "He said that the ... Army was lost.",
            "Smith, Jr. Esq. was there.",
            "Messrs. Holt & Co. Limited paid.",
            "The firm (est. 1850 by Dr. Brown) failed.",
            "1. The first article.",
            "12. Of the siege of Boston.",
            "He served Frederick II. of Prussia.",
            "Capt. H. M. Robert wrote it.",
            "William H. Seward was there.",
            "The price was £5 4s. 6d. in all.",
            "Published at www.example.org and elsewhere.",
            "He holds a Ph.D. from Bonn.",
            "Adm. of the Fleet Sir A. B. Cunningham signed.",
            "He wrote of Prince George, D. of Cumberland.",
            "See Brown et al. 1998 for this.",
            "The 6th Bn. Black Watch held on.",
            "See Napier, iv. 363, and Gibbon, ix. 109.",
            "In 1605 he pub. Apophthegms, and Sir Wm. Petty read it.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn two_sentences() {
        for (first, second) in [
            ("He left.", "She stayed."),
            ("He came at 5 p.m.", "The train had gone."),
            ("It fell in 44 B.C.", "Caesar was dead."),
            ("He lived in the U.S.", "The war came."),
            ("It ended in 1945.", "Peace came."),
            ("It ended in 1945.", "17 ships were left."),
            ("It cost the army 500 men.", "1914 was worse."),
            ("He said \"Stop.\"", "They stopped."),
            ("He said, “We go.”", "“No,” they said."),
            ("(It was so.)", "Nobody knew."),
            ("It was so (as he said).", "Nobody knew."),
            ("It was so.[12]", "Nobody knew."),
            ("It was so.12", "Nobody knew."),
            ("It was so.*", "Nobody knew."),
            ("Was it so?", "Nobody knew."),
            ("Was it so?!", "Nobody knew."),
            ("He waited...", "Nobody came."),
            ("He waited …", "The army came."),
            ("They took guns, food, etc.", "Nobody stopped them."),
            ("He fought in World War I.", "Germany lost."),
            ("He fought in World War II.", "Germany lost."),
            ("He served under Charles V.", "The emperor paid."),
            ("He met Gen. Grant.", "Mr. Lee came."),
            ("He lived on Main St.", "The house stands."),
            ("He answered no.", "Nobody believed it."),
            ("It was done by J. Smith.", "A. Jones saw it."),
            ("He joined Holt & Co.", "They paid well."),
            ("He died in Jan.", "The funeral was small."),
            ("They sat.", "Rain fell."),
            ("It is on p. 5 of vol. ii.", "It is short."),
            ("He came from Washington, D.C.", "He stayed."),
            ("He was paid.", "£500 was left."),
            ("It was 5 m. long.", "Smith built it."),
            ("He served in World War II.", "1946 was quiet."),
            ("It is told in vol. iv.", "Napier doubts it."),
            ("His book was pub.", "It sold well."),
        ] {
            assert_eq!(sentences(&format!("{first} {second}")), [first, second]);
        }
    }

    #[test]
    fn no_letter_is_lost_between_blocks() {
        assert!(Document::plain("", "").blocks().is_empty());
        assert_eq!(sentences("..."), ["..."]);
        assert_eq!(sentences("A.\nB"), ["A.\nB"]);
    }
}
