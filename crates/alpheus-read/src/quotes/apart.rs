//! Words set apart as a block, with no marks: after a colon, or as the markup says.

use super::{
    Draft, Quotation, QuoteKind, Quotes,
    cue::{self, Cue},
    kind::Look,
    marks::Mark,
    words::Word,
};
use crate::scene::Scene;
use alpheus_text::{Block, BlockKind, TokenKind};

/// What the end of a block says of the next.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) cue: Cue,
    /// It ends with a colon.
    colon: bool,
    /// A line "Balmoral, 22 September 1886" stands between, or words of the letter.
    letter: Option<Letter>,
}

#[derive(Clone, Copy, Debug)]
struct Letter {
    /// The draft that it goes on.
    draft: Option<u32>,
    /// It says "I".
    first_person: bool,
    blocks: u32,
}

/// A line with a date or a greeting is no longer than this, in tokens.
const LINE: usize = 14;
/// A letter is not followed farther.
const BLOCKS: u32 = 12;

impl Quotes {
    /// What the block says of the next; its last quotation ends before `from`.
    pub(super) fn lead_out(scene: &Scene<'_>, from: usize) -> Option<Lead> {
        let mut end = scene.tokens.len();
        while end > from && (scene.is(end - 1, '–') || scene.is(end - 1, '-')) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        let colon = scene.is(last, ':');
        let verb = scene.tokens[last].is_word() && scene.cues(last, Word::SAY);
        if !colon && !scene.is(last, ',') && !verb {
            return None;
        }
        let start = super::sentence_floor(scene, from, last);
        let cue = cue::before(scene, start, end)?;
        Some(Lead { cue, colon, letter: None })
    }

    /// Takes the block as a quotation, if it is one without marks.
    pub(super) fn set_apart(
        &mut self,
        scene: &Scene<'_>,
        block: &Block,
        lead: Option<&Lead>,
    ) -> bool {
        let quoted = block.kind == BlockKind::Quote;
        // Nearly every block ends here.
        if scene.tokens.is_empty() || lead.is_none() && !quoted {
            return false;
        }
        let spoken = first_person(scene);
        let look = Look::of(scene, 0, scene.tokens.len());
        if let Some(lead) = lead.filter(|lead| lead.colon)
            && is_line(scene, block)
            && lead.letter.is_none_or(|letter| letter.draft.is_none())
        {
            self.lead = Some(dateline(scene, lead));
            return true;
        }
        if let Some(lead) = lead
            && let Some(letter) = lead.letter
            && let Some(draft) = letter.draft
        {
            return self.go_on(scene, block, lead, letter, draft);
        }
        let after = self.quoted_before(block);
        if let Some(draft) = after.filter(|_| quoted) {
            self.extend(scene, draft);
            return true;
        }
        let led = lead.is_some_and(|lead| lead.colon && lead.cue.strong);
        let letter = lead.is_some_and(|lead| lead.letter.is_some());
        let paragraph = matches!(block.kind, BlockKind::Paragraph);
        let whole = look.words >= 6 && (look.is_sentence() || quoted);
        if !(quoted && whole || led && paragraph && whole && (spoken || letter)) {
            return false;
        }
        self.begin_apart(scene, block, lead, spoken);
        true
    }

    /// The draft of the block quotation that ended with the block before.
    fn quoted_before(&self, block: &Block) -> Option<u32> {
        let last = self.drafts.last()?;
        let follows = last.block + 1 == self.block
            && last.quotation.mark == Mark::Unmarked
            && block.kind == BlockKind::Quote;
        follows.then(|| self.drafts.len() as u32 - 1)
    }

    fn begin_apart(
        &mut self,
        scene: &Scene<'_>,
        block: &Block,
        lead: Option<&Lead>,
        first_person: bool,
    ) {
        let end = scene.tokens.len();
        let mut draft = Draft {
            quotation: Quotation::bare(
                vec![scene.span(0, end - 1)],
                QuoteKind::Direct,
                Mark::Unmarked,
                0,
            ),
            speaker: None,
            addressee: None,
            block: self.block,
            opens: true,
        };
        if let Some(lead) = lead {
            self.attribute(scene, &mut draft, &lead.cue);
        }
        let index = self.end_turn(draft);
        if let Some(lead) = lead
            && lead.letter.is_some()
            && block.kind != BlockKind::Quote
        {
            let letter = Letter { draft: Some(index), first_person, blocks: 1 };
            self.lead = Some(Lead { letter: Some(letter), ..lead.clone() });
        }
    }

    /// The next paragraph of a letter.
    fn go_on(
        &mut self,
        scene: &Scene<'_>,
        block: &Block,
        lead: &Lead,
        letter: Letter,
        draft: u32,
    ) -> bool {
        let same = block.kind == BlockKind::Paragraph
            && letter.blocks < BLOCKS
            && scene.tokens.len() > LINE
            && (first_person(scene) || !letter.first_person && letter.blocks < 2);
        if !same {
            return false;
        }
        self.extend(scene, draft);
        let letter = Letter { blocks: letter.blocks + 1, ..letter };
        self.lead = Some(Lead { letter: Some(letter), ..lead.clone() });
        true
    }

    fn extend(&mut self, scene: &Scene<'_>, draft: u32) {
        let end = scene.tokens.len();
        let draft = &mut self.drafts[draft as usize];
        draft.quotation.parts.push(scene.span(0, end - 1));
        draft.block = self.block;
    }
}

/// A line with a place and a date, or a greeting: the head of a letter.
fn is_line(scene: &Scene<'_>, block: &Block) -> bool {
    let short = scene.tokens.len() <= LINE
        && !matches!(block.kind, BlockKind::Item | BlockKind::Row);
    let dated = (0..scene.tokens.len()).any(|at| scene.is_dated(at));
    let dear = (0..scene.tokens.len().min(3))
        .any(|at| matches!(scene.text(at), "Dear" | "dear" | "DEAR" | "Sir"));
    short && (dated && scene.tokens[0].capital || dear)
}

fn dateline(scene: &Scene<'_>, lead: &Lead) -> Lead {
    let date = (0..scene.tokens.len())
        .filter(|&at| scene.is_dated(at))
        .find_map(|at| scene.time(at));
    let cue = Cue { date: lead.cue.date.or(date), strong: true, ..lead.cue };
    let letter = Letter { draft: None, first_person: false, blocks: 0 };
    Lead { cue, colon: true, letter: Some(letter) }
}

/// Whether the words are somebody's own: "I", "my", "we".
fn first_person(scene: &Scene<'_>) -> bool {
    let words = scene.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    words.take(400).any(|token| {
        matches!(
            scene.doc.slice(token.span),
            "I" | "my"
                | "My"
                | "me"
                | "we"
                | "We"
                | "our"
                | "Our"
                | "us"
                | "you"
                | "You"
                | "your"
        )
    })
}
