//! The words that tell how figures hang together.

use crate::figures::Sentence;
use alpheus_text::{Lexicon, TokenKind};

/// What a word says of the figures around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// "total", "aggregate": a total stands behind it, or right before.
    Total,
    /// "making", "gives": what comes out stands behind it.
    Makes,
    /// "together", "altogether".
    Together,
    /// "whole", "entire": all there is of something.
    Whole,
    /// "namely", "viz.": the parts follow.
    Namely,
    /// "consisting", "composed": the parts follow after "of".
    Consists,
    /// "comprising": the parts follow.
    Comprises,
    /// "whom", "which", "these": after "of", what was told just before.
    Those,
    /// "added", "plus".
    Adds,
    /// "deducting", "minus".
    Deducts,
    /// "leaving": what is left follows.
    Leaves,
    /// "remaining", "rest", "others": the last of the parts.
    Rest,
    /// "including", "besides": what follows is no part beside the others.
    Includes,
    /// "with", "in", "at": what follows is another kind of number.
    Beside,
    /// "page", "No.": a name follows, and no number of things.
    Names,
    /// "each", "apiece": the figure counts more than once.
    Each,
    /// Stands between a word and its figure, and says nothing: "the", "only", "about".
    Filler,
    /// "was", "had".
    Be,
}

use Word::{
    Adds, Be, Beside, Comprises, Consists, Deducts, Each, Filler, Includes, Leaves,
    Makes, Namely, Names, Rest, Those, Together, Total, Whole,
};

/// See [`Word`].
pub(super) static WORDS: Lexicon<Word, 512> = Lexicon::new(&[
    ("total totals totaled totalled totaling totalling aggregate aggregating", Total),
    ("making makes make give gives giving get gets", Makes),
    ("together altogether combined", Together),
    ("whole entire", Whole),
    ("namely viz videlicet", Namely),
    ("consisting consisted consists composed", Consists),
    ("comprising comprised comprises", Comprises),
    ("whom which these those this", Those),
    ("add adding added plus", Adds),
    ("deduct deducting deducted subtract subtracting subtracted minus", Deducts),
    ("leaving leaves remained remain remains", Leaves),
    ("remaining remainder rest others residue balance left", Rest),
    (
        "including includes include included excluding exclusive besides except \
         excepting inclusive among amongst mostly chiefly mainly principally notably \
         especially counting",
        Includes,
    ),
    (
        "of with in at from after before within on under between per for than against \
         until till since during every by to into upon through without when",
        Beside,
    ),
    (
        "page pages p pp vol vols volume chapter chap ch no nos number numbers note \
         notes footnote book article art section sec route highway act acts plate fig \
         figure part psalm verse lot room class type mark group aged age line lines \
         version",
        Names,
    ),
    ("each apiece", Each),
    (
        "the a an only about some nearly almost over his her its our their my another \
         just exactly further additional as many say up approximately",
        Filler,
    ),
    ("was were is are be been being had has have", Be),
]);

/// Things that make up a whole between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// Men and women.
    Sex,
    /// Boys and girls.
    Child,
    /// Won, drawn and lost.
    Match,
    /// Present and absent.
    Roll,
    /// Inhabited and uninhabited.
    House,
    /// Officers and men.
    Rank,
    /// Foot, horse and guns.
    Arm,
    /// Killed, wounded and missing.
    Loss,
    /// By colour or creed.
    People,
}

/// A word's set, and which of its kinds it names, as a bit.
pub(super) type Kind = (Set, u8);

/// What a figure counts, where that is one of a set.
pub(super) static KINDS: Lexicon<Kind, 256> = Lexicon::new(&[
    ("male males men husbands sons", (Set::Sex, 1)),
    ("female females women wives daughters", (Set::Sex, 2)),
    ("boys boy", (Set::Child, 1)),
    ("girls girl", (Set::Child, 2)),
    ("win wins won victory victories", (Set::Match, 1)),
    ("loss losses lost defeat defeats", (Set::Match, 2)),
    ("draw draws drew drawn tie ties tied", (Set::Match, 4)),
    ("present", (Set::Roll, 1)),
    ("absent", (Set::Roll, 2)),
    ("inhabited occupied", (Set::House, 1)),
    ("uninhabited unoccupied", (Set::House, 2)),
    ("officers officer", (Set::Rank, 1)),
    (
        "enlisted privates private rank soldiers seamen sailors ratings troopers",
        (Set::Rank, 2),
    ),
    ("infantry foot infantrymen", (Set::Arm, 1)),
    ("cavalry horse horsemen dragoons cavalrymen", (Set::Arm, 2)),
    ("artillery artillerymen gunners", (Set::Arm, 4)),
    ("killed dead slain", (Set::Loss, 1)),
    ("wounded injured hurt", (Set::Loss, 2)),
    ("missing captured prisoners prisoner", (Set::Loss, 4)),
    ("white whites", (Set::People, 1)),
    ("black blacks colored coloured negroes slaves", (Set::People, 2)),
]);

impl Set {
    /// Whether these kinds leave none out.
    pub(super) fn is_whole(self, kinds: u8) -> bool {
        let needed = match self {
            Set::Match | Set::Arm | Set::Loss => 7,
            _ => 3,
        };
        kinds & needed == needed
    }
}

/// Whether a sentence has a word or mark that may tell a sum.
pub(super) fn are_in(sentence: &Sentence<'_>) -> bool {
    let tokens = &sentence.scene.tokens[sentence.tokens.clone()];
    tokens.iter().any(|token| match token.kind {
        TokenKind::Word => {
            KINDS.has(token.key) || WORDS.get(token.key).is_some_and(tells)
        }
        TokenKind::Mark('(' | ':' | '[') => true,
        _ => false,
    })
}

fn tells(word: Word) -> bool {
    !matches!(word, Beside | Names | Filler | Be | Each | Includes | Rest)
}

/// Bodies of men, who are not added to men.
pub(super) static BODIES: Lexicon<(), 64> = Lexicon::new(&[(
    "regiment regiments battalion battalions brigade brigades division divisions corps \
     company companies squadron squadrons battery batteries troop platoon platoons army \
     armies fleet fleets legion legions",
    (),
)]);

/// What a whole is called that is told with all its kinds.
pub(super) static WHOLES: Lexicon<(), 64> = Lexicon::new(&[(
    "strength force total number numbered numbering muster complement crew population \
     garrison loss losses casualties men persons people souls inhabitants members \
     matches games children pupils students prisoners troops",
    (),
)]);
