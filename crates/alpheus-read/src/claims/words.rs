//! The words that make claims, each with its classes.
//!
//! A lexicon of its own, because these words are only looked up when claims are asked for.

use alpheus_text::{Token, TokenKind, key};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word may be to the detectors: a set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Words(u128);

/// Declares the classes, each with a bit of its own and its words.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident: $words:literal,)+) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        #[derive(Clone, Copy)]
        enum Bit { $($name,)+ }

        impl Words {
            $($(#[doc = $doc])+ pub(super) const $name: Words = Words(1 << Bit::$name as u8);)+
        }

        const WORDS: &[(Words, &str)] = &[$((Words::$name, $words),)+];
    };
}

words! {
    /// Who speaks or is spoken to: no thought is ascribed to them by the author.
    SPEAKER: "i we my our me us you your one let myself ourselves",
    /// The author as an actor.
    AUTHOR: "i",
    /// Persons as pronouns.
    PERSON: "he she they who",
    /// "the".
    THE: "the",
    /// "a", "an".
    A: "a an",
    /// What may stand for "the" before a superlative or an ordinal.
    OWNED: "his her its their our my your whose",
    /// Forms of "to be".
    BE: "is are was were be been being s",
    /// Forms of "to have".
    HAVE: "had has have having",
    /// Words after which a verb stands in its base form.
    DO: "to did do does not would could might may must should will shall t",
    /// "not".
    NOT: "not nor never hardly scarcely t cannot",
    /// "to".
    TO: "to",
    /// May stand before "a week"; after other words that is a rate.
    DURING: "for in within after of over about nearly almost than only just barely hardly lasted \
             lasting lasts took takes taking spent spend until half by during under least most \
             another was is or and to",
    /// "that".
    THAT: "that",
    /// "of".
    OF: "of",
    /// "from".
    FROM: "from",
    /// "it".
    IT: "it",
    /// "no".
    NO: "no",
    /// "any".
    ANY: "any anyone anybody anything anywhere",
    /// "most".
    MOST: "most",
    /// "none", "nobody".
    NONE: "none nobody nothing nowhere",
    /// Leaves one out: after a word of absence it says "only".
    BUT: "but except save",
    /// Superlatives that no ending shows.
    BEST: "best worst foremost utmost",
    /// Beyond compare.
    MATCHLESS: "unequalled unequaled unrivalled unrivaled unparalleled unprecedented \
                unsurpassed matchless peerless unmatched unexampled incomparable",
    /// Compares: after it "any" means "all others".
    EXCEED: "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing than \
             outnumber outnumbered outnumbering beyond unlike",
    /// Words in -est that are no superlatives.
    NO_SUPERLATIVE: "interest forest honest dishonest modest immodest protest request conquest \
                     harvest invest arrest suggest contest guest priest earnest tempest \
                     manifest digest unrest detest attest west northwest midwest southwest \
                     bequest inquest behest crest chest quest rest test vest disinterest \
                     reinvest divest molest infest ingest congest wrest latest nearest \
                     slightest least next headrest budapest",
    /// Nouns of degree: with a superlative they say "very great".
    DEGREE: "admiration regret desire respect care caution difficulty importance horror \
             confidence pleasure satisfaction dread secrecy order haste attention anxiety joy \
             courage gallantry vigour vigor energy zeal kindness courtesy ease consequence \
             enthusiasm indignation alarm confusion exertions efforts punishment degree part \
             heart extent advantage despair reluctance sincerity surprise astonishment",
    /// "all", "every".
    ALL: "all every everyone everybody everything everywhere always invariably",
    /// "whole", "entire".
    WHOLE: "whole entire entirety",
    /// Turns "all" into "not all" or "nearly all".
    SHORT_OF: "not nearly almost practically hardly scarcely virtually",
    /// "only", "sole".
    ONLY: "only sole solely exclusively exclusive",
    /// "alone".
    ALONE: "alone",
    /// After these "alone" is a state.
    LEFT: "leave left leaves leaving let lets live lived living be being am stood sat",
    /// "first".
    FIRST: "first",
    /// "last".
    LAST: "last",
    /// "never".
    NEVER: "never",
    /// What is numbered, not first in history.
    NUMBERED: "round place team division floor sight lieutenant class hand half part chapter \
               line shot stage phase name instance glance degree rank rate thing impression \
               two three four few named mentioned consul lord lady army corps brigade battalion \
               regiment lines resort extremity moment column edition act night day sea watch \
               aid step steps act point object duty care proviso extract paragraph \
               sentence remark clause quotation example question reason consideration",
    /// Says that one thing comes of another, before a clause.
    BECAUSE: "because therefore consequently accordingly whereby",
    /// The same, but only at the front of a clause.
    THUS: "thus hence so",
    /// Verbs of causing.
    CAUSED: "caused causing causes resulted resulting enabled enabling enables prevented \
             provoked triggered hastened precipitated necessitated doomed induced produced \
             ensured",
    /// Verbs that need "to" to say so.
    LED: "led leading leads contributed contributing contributes",
    /// Nouns of causing.
    REASON: "reason reasons cause causes",
    /// Verbs of thinking and wanting, in forms that are nothing else.
    THOUGHT: "believed believes believing intended intends intending wanted wants wanting \
              wished wishes wishing hoped hopes hoping feared fears fearing knew knows knowing \
              understood understands realised realized realises realizes realising realizing \
              suspected suspects suspecting expected expects expecting despised hated loved \
              admired detested resented envied mocked scorned ridiculed disliked distrusted \
              trusted valued imagined sought seeks seeking aspired longed yearned dreamed \
              dreamt resolved considered regarded felt thinks feels desired coveted dreaded \
              regretted preferred doubted aimed supposed foresaw anticipated assumed",
    /// The same, where they are also something else: verbs only before these.
    DECIDED: "decided decides deciding determined determines meant thought \
              resolved chose chosen",
    /// Base forms of the same: verbs only behind [`Words::DO`] or a person.
    THINK: "believe intend want wish hope fear know understand realise realize suspect expect \
            despise hate love admire resent envy mock trust imagine seek desire dread regret \
            prefer doubt foresee think feel consider regard decide",
    /// States of mind, behind a form of "to be" or "to feel".
    MINDED: "convinced confident aware unaware afraid anxious eager reluctant unwilling \
             determined resolved glad pleased proud angry irritated furious jealous alarmed \
             worried disappointed delighted dismayed horrified amused certain sure bent \
             desirous ashamed satisfied dissatisfied astonished indignant",
    /// Verbs before a state of mind.
    BECOME: "is are was were be been being felt feel became become becoming remained grew \
             seemed seems not so too very now fully already firmly quite more deeply greatly",
    /// Nouns of the mind, ascribed by a possessive.
    MIND: "intention intentions desire desires ambition ambitions wish wishes hope hopes fear \
           fears belief conviction motive motives purpose aim aims dream dreams hatred \
           contempt jealousy envy indifference anxiety suspicion suspicions resolve \
            determination eagerness reluctance",
    /// What a mind makes of a thing that it finds so.
    FOUND: "found finds finding thought deemed considered",
    /// Judgements, behind [`Words::FOUND`].
    JUDGEMENT: "laughable ridiculous absurd contemptible amusing tedious insulting offensive \
                unbearable intolerable unacceptable disgusting charming delightful repulsive \
                distasteful humiliating hilarious pathetic boring fascinating attractive",
    /// "coincidence".
    COINCIDENCE: "coincidence coincidences coincidental coincidentally",
    /// Chance, after a word that denies or stresses it.
    CHANCE: "accident chance",
    /// Before [`Words::CHANCE`].
    MERE: "no mere pure sheer hardly scarcely",
    /// Those who know, without a name.
    AUTHORITY: "historian historians scholar scholars expert experts critic critics \
                authority authorities strategist strategists writer writers author authors \
                observer observers analyst analysts scientist scientists researcher \
                researchers specialist specialists economist economists commentator \
                commentators biographer biographers contemporary contemporaries chronicler \
                chroniclers eyewitness eyewitnesses source sources researches studies \
                archaeologists archeologists theorists academics",
    /// How many of those: stands for them.
    SOME: "some many most few several others all any every numerous various modern",
    /// Verbs of saying and holding, finite.
    SAYS: "said say says told tell tells claimed claim claims argued argue argues asserted \
           assert asserts stated state states declared declare declares announced announces \
           reported report reports alleged allege alleges maintained maintain maintains \
           insisted insist insists suggested suggest suggests contended contend contends \
           admitted admit admits denied denies deny remarked remarks added testified testifies \
           complained complains recalled recalls relates related radioed wrote writes noted \
           notes explained explains replied acknowledged acknowledges conceded protested \
           supposes hinted warned concluded concludes conclude confirm confirms confirmed \
           estimated estimate estimates credited credits",
    /// Verbs of holding, which with an authority say what it holds.
    HOLDS: "believed believe believes agree agreed agrees think thinks hold holds consider \
            considered regard regarded",
    /// Points back to what was told.
    THIS: "this these that",
    /// Those of them that report a view by themselves: "that" may be missing.
    CLAIMS: "reportedly allegedly supposedly purportedly credited supposes",
    /// Nouns of what is said.
    VIEW: "view views theory theories hypothesis hypotheses claim claims allegation allegations \
           rumour rumours rumor rumors report reports legend tradition story stories notion \
           belief opinion assertion news idea myth myths narrative",
    /// Rumours: by themselves what others say.
    RUMOUR: "rumour rumours rumor rumors legend myth myths allegation allegations hearsay",
    /// Participles of a passive that leaves the authority out.
    HELD: "known agreed accepted admitted understood recognised recognized acknowledged \
           regarded considered deemed reputed conceded viewed",
    /// Participles of a passive that tells what others say.
    SAID: "said believed thought reported alleged rumoured rumored claimed supposed described \
           told asserted estimated",
    /// "well", "generally": may stand within the passive.
    WIDELY: "well generally widely commonly universally often usually sometimes rightly \
             perhaps also now long still too ever once only frequently thus then popularly",
    /// "according".
    ACCORDING: "according",
    /// Words of what is planned.
    PLANNED: "planned plans planning scheduled proposed proposes proposing proposal proposals \
              projected scheme schemes designed destined slated plotted plotting",
    /// Nouns of a plan; a verb in other places.
    PLAN: "plan project draft",
    /// Orders.
    ORDERED: "ordered orders instructed instructs commanded directed directive",
    /// Makes a supposition.
    IF: "if unless",
    /// Modal verbs of what need not be.
    MODAL: "might shall must",
    /// Modal verbs that need "have" to say so.
    WOULD: "would could should must may might",
    /// Asks.
    ASK: "who what how where why which when whom whose",
    /// Auxiliary verbs: begin a question.
    AUXILIARY: "is are was were do does did has have had can could will would shall should \
                may might must dare isn aren wasn weren doesn didn don hasn haven hadn couldn \
                wouldn shouldn won",
    /// Verbs in a question that can have but one answer.
    DARE: "could would should can dare else possibly",
    /// Answers.
    ANSWER: "yes no never indeed none nothing nobody certainly absolutely because hardly \
             exactly perhaps precisely scarcely not to",
    /// "somebody's" apostrophe-s.
    S: "s",
    /// "such".
    SUCH: "such",
    /// A small amount, which "only" bounds.
    LITTLE: "a few little about some half just too slightly partly partially recently once \
             twice then so",
    /// Parts an action from its subject and comes to no claim.
    IN: "in",
    /// Months and other words that make a bracket a source.
    CITED: "p pp vol vols ch ed eds cf see ibid quoted cited note round chapter page pages line",
    /// What one may look up.
    WORK: "memoirs memoir diary diaries letter letters declaration treaty minutes protocol \
           newspaper newspapers gazette chronicle chronicles register registers census records \
           archives dispatch dispatches journal inscription charter",
    /// With these "according to" gives no source.
    MANNER: "discretion custom plan plans schedule rank merit size age nature taste need \
             circumstances ability means orders instructions rule rules law length weight",
}

impl Words {
    /// Whether the two share a class.
    pub(super) const fn any(self, other: Words) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of either.
    pub(super) const fn or(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }
}

static LEXICON: LazyLock<FxHashMap<u64, Words>> = LazyLock::new(|| {
    let mut lexicon: FxHashMap<u64, Words> = FxHashMap::default();
    for &(class, words) in WORDS {
        for word in words.split_whitespace() {
            let classes = lexicon.entry(key(word)).or_default();
            *classes = classes.or(class);
        }
    }
    lexicon
});

/// The classes of a token.
pub(super) fn words_of(token: &Token) -> Words {
    match token.kind {
        TokenKind::Word => LEXICON.get(&token.key).copied().unwrap_or_default(),
        _ => Words::default(),
    }
}
