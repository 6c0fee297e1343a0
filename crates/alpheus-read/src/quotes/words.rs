//! The words by which quotations are introduced, and by which they are told from names.

use crate::scene::Scene;

/// What a word may be to a quotation: a set, as "report" is a verb and a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word(u32);

impl Word {
    /// "said", "wrote": words are its object.
    pub(super) const SAY: Word = Word(1);
    /// "told", "assured": whoever is spoken to is its object.
    pub(super) const TELL: Word = Word(1 << 1);
    /// "believed", "called": leads in words only where marks show them.
    pub(super) const HOLD: Word = Word(1 << 2);
    /// "reply", "words": what is said.
    pub(super) const SPEECH: Word = Word(1 << 3);
    /// "letter", "speech": where it is said.
    pub(super) const DOCUMENT: Word = Word(1 << 4);
    /// "was", "had", "would": helps a verb.
    pub(super) const HELPS: Word = Word(1 << 5);
    /// "then", "also", "once": may stand between a subject and its verb.
    pub(super) const ADVERB: Word = Word(1 << 6);
    /// "the", "a", "his", "some".
    pub(super) const DETERMINER: Word = Word(1 << 7);
    /// "in", "with", "after".
    pub(super) const PREPOSITION: Word = Word(1 << 8);
    /// "and", "when", "that": a phrase ends before it.
    pub(super) const JOINS: Word = Word(1 << 9);
    /// "he", "she", "they", "I".
    pub(super) const PRONOUN: Word = Word(1 << 10);
    /// "term", "called", "meaning": what follows is a word, not what somebody said.
    pub(super) const TERM: Word = Word(1 << 11);
    /// "entitled", "headed", "song".
    pub(super) const TITLE: Word = Word(1 << 12);
    /// "Times", "Herald": the last word of a name.
    pub(super) const PAPER: Word = Word(1 << 13);
    /// "guard", "collector": a person.
    pub(super) const PERSON: Word = Word(1 << 14);
    /// "king", "Mr": a man.
    pub(super) const MAN: Word = Word(1 << 15);
    /// "queen", "Mrs": a woman.
    pub(super) const WOMAN: Word = Word(1 << 16);
    /// "you", "my", "is": speech and whole sentences have them, names don't.
    pub(super) const SPOKEN: Word = Word(1 << 17);
    /// "is", "will", "not": a whole clause has one.
    pub(super) const FINITE: Word = Word(1 << 18);
    /// "London", "north": no person.
    pub(super) const PLACE: Word = Word(1 << 19);
    /// "tis", "em": an apostrophe stands before it.
    pub(super) const ELIDED: Word = Word(1 << 20);
    /// "the", "of": no capital makes a name of it.
    pub(super) const PLAIN: Word = Word(1 << 21);
    /// "ship", "steamer", "House": the marks around the name beside it are a.
    pub(super) const NAMED: Word = Word(1 << 22);
    /// "Mr", "General", "Lord": stands before a name.
    pub(super) const HONOUR: Word = Word(1 << 23);

    pub(super) const NONE: Word = Word(0);

    pub(crate) const fn or(self, other: Word) -> Word {
        Word(self.0 | other.0)
    }

    pub(crate) const fn any(self, other: Word) -> bool {
        self.0 & other.0 != 0
    }
}

const SAY_TELL: Word = Word::SAY.or(Word::TELL);
const BE: Word = Word::HELPS.or(Word::SPOKEN).or(Word::FINITE).or(Word::PLAIN);
const HE: Word = Word::PRONOUN.or(Word::PLAIN);
const I: Word = HE.or(Word::SPOKEN);
const HIS: Word = Word::DETERMINER.or(Word::PLAIN);
const MY: Word = HIS.or(Word::SPOKEN);
const PREPOSITION: Word = Word::PREPOSITION.or(Word::PLAIN);
const JOINS: Word = Word::JOINS.or(Word::PLAIN);
const ADVERB: Word = Word::ADVERB.or(Word::PLAIN);
const LORD: Word = Word::PERSON.or(Word::MAN).or(Word::HONOUR);
const LADY: Word = Word::PERSON.or(Word::WOMAN).or(Word::HONOUR);
const MAN: Word = Word::PERSON.or(Word::MAN);
const WOMAN: Word = Word::PERSON.or(Word::WOMAN);

/// The words, and what they may be.
pub(crate) const WORDS: &[(&str, Word)] = &[
    (
        "said says saying say wrote writes writing written write declared declares declaring \
         declare replied replies replying exclaimed exclaims exclaiming observed \
         observes observing remarked remarks remarking added adds adding continued continues \
         concluded concludes concluding cried cries crying shouted shouts shouting whispered \
         whispering muttered murmured stated states stating announced announces announcing \
         proclaimed proclaims proclaiming insisted insists insisting explained explains \
         explaining noted notes noting commented comments commenting answered answering \
         responded responds responding retorted recalled recalls recalling recounted recounts \
         inquired enquired demanded asserted asserts asserting affirmed affirms affirming \
         argued argues arguing claimed claims claiming contended contends \
         complained complains protested confessed confesses admitted admits acknowledged \
         repeated repeats quoted quotes quoting began related relates relating testified \
         testifies warned warns warning lamented laments swore sworn chimed chanted yelled \
         screamed roared growled gasped sobbed moaned laughed smiled grinned sighed joked \
         quipped boasted mused reflected reasoned pleaded recorded records recording \
         telegraphed cabled wired signalled predicted predicts suggested suggests prophesied \
         interrupted interposed rejoined ejaculated queried reads read runs pronounced thundered bellowed hailed opined stressed emphasised \
         emphasized conceded reiterated resolved jested ventured wondered snapped vowed \
         interjected sneered penned scribbled editorialized \
         summarised summarized stipulated prayed uttered rapped blurted relate refuted \
         rebutted mentions mentioned refers referred affirm exclaim shout insist explain \
         announce proclaim argue assert observe admit confess complain protest",
        Word::SAY,
    ),
    (
        "told tells telling asked asks asking assured assures assuring informed informs \
         informing reminded reminding begged urged urges urging advised advises ordered \
         orders ordering commanded commands instructed addressed addressing begging \
         congratulated congratulating congratulate admonished entreated implored besought \
         taunted rebuked assure tell inform thanked ask challenged greeted",
        SAY_TELL,
    ),
    (
        "described describes describing called calls calling believed believes believing thought \
         thinks thinking felt held holds holding considered considers considering found finds \
         deemed regarded regards dubbed labelled labeled denounced denounces praised praises \
         condemned criticised criticized characterised characterized characterizes termed \
         styled accused accusing accuses dismissed defined defines referring \
         spoke speaks speaking spoken promised promises promising \
         expressed expresses expressing ascribed attributed talked mocked hoped hopes \
         feared led maintained maintains agreed agrees concurred put puts threatened denied denies \
         implied summed wished recommended pointed points advocated compared \
         introduced hailing introduces reacted",
        Word::HOLD,
    ),
    ("reported reports reporting report", Word::SAY.or(Word::DOCUMENT)),
    (
        "reply answer response words comment remark exclamation cry retort \
         rejoinder prediction assertion verdict opinion view claim assurance \
         description judgment judgement promise phrase question conclusion boast \
         complaint admission confession contention belief plea appeal refrain",
        Word::SPEECH,
    ),
    (
        "letter letters speech telegram telegrams despatch despatches dispatch dispatches \
         message memoir memoirs diary diaries article articles declaration proclamation \
         manifesto statement address instruction instructions book history survey essay \
         pamphlet sermon autobiography biography journal chronicle treaty decree edict \
         constitution charter act resolution memorandum circular minute note bulletin \
         editorial review paper study poem interview broadcast testimony inscription epitaph \
         treatise preface introduction petition protocol communiqué communique postscript \
         lecture inaugural oration commentary bible gospel epistle pastoral \
         affidavit deposition agreement newspaper newspapers magazine account narrative \
         encyclical bull ultimatum lines pages chapter volume",
        Word::DOCUMENT,
    ),
    (
        "is was were are be been being am has have had do does did will would shall should \
         can could may might must cannot isn wasn don didn won wouldn couldn shouldn hasn \
         haven hadn aren weren doesn ain",
        BE,
    ),
    ("not never", ADVERB.or(Word::SPOKEN).or(Word::FINITE)),
    (
        "then also once now still thus therefore again later soon only ever always often \
         sometimes simply himself herself themselves merely further afterwards even \
         immediately finally however indeed explicitly perhaps nevertheless curtly publicly \
         privately famously reportedly jokingly inconsequently officially subsequently \
         presently accordingly almost just well together alone here there instead \
         eventually already rather quite moreover hence too",
        ADVERB,
    ),
    ("the a an his her their its one another some this these those each every any", HIS),
    ("my our your no all both two three four five six several many most", MY),
    (
        "in on at of for with from to by about under over after before during through between \
         among against into upon without within since until till toward towards near around \
         across beyond behind beside concerning regarding per via like despite amid along \
         outside inside above below throughout amongst according",
        PREPOSITION,
    ),
    (
        "and but or when while where who whom whose which that as if because although though \
         so than whether what why how nor yet whereas unless",
        JOINS,
    ),
    ("he him", HE.or(Word::MAN)),
    ("she hers", HE.or(Word::WOMAN)),
    ("they them it", HE),
    ("i we you me us", I),
    (
        "term terms word meaning meant means nicknamed known nickname epithet \
         euphemism translated literally expression synonym name names named \
         slogan codenamed codename denoted denotes signifying signifies",
        Word::TERM,
    ),
    (
        "entitled titled headlined headed song hymn ballad opera play novel film painting \
         picture ode anthem sonnet symphony album title headline",
        Word::TITLE,
    ),
    (
        "times tribune herald gazette post news standard telegraph observer guardian mirror \
         express mail world mercury courier examiner sun star globe spectator echo \
         advertiser inquirer ledger independent pravda izvestia figaro monde \
         moniteur register sentinel bee argus punch scotsman economist",
        Word::PAPER,
    ),
    (
        "friend friends correspondent guard guards collector admirer historian historians \
         writer writers author authors scholar scholars biographer editor critic critics \
         contemporary contemporaries witness eyewitness reporter journalist journalists \
         officer officers soldiers child \
         children people person persons crowd crowds mob operator operators clerk secretary \
         ambassador envoy minister ministers spokesman commander leader leaders chief \
         chiefs president chairman governor chancellor doctor physician surgeon lawyer judge \
         prophet poet professor teacher student servant messenger \
         prisoner prisoners native natives peasant peasants farmer pilot companion \
         comrade comrades neighbour neighbor member members visitor traveller traveler \
         philosopher scientist archaeologist politician statesman diplomat \
         commissioner director superintendent engineer \
         delegate orator preacher chronicler annalist owner manager victim \
         stranger driver interpreter other others latter former first second answerer \
         parents consul senator deputy assistant staff everybody everyone somebody \
         nobody someone men women newspaperman orderly",
        Word::PERSON,
    ),
    (
        "general admiral colonel captain major lieutenant sergeant corporal bishop monk pope \
         soldier sailor priest man boy fellow gentleman chap lad father brother son husband uncle nephew monarch \
         prince duke earl baron count grandfather sire papa",
        MAN,
    ),
    (
        "woman girl wife mother sister daughter widow aunt niece princess duchess countess \
         baroness nurse nun grandmother actress",
        WOMAN,
    ),
    ("mr sir lord king emperor tsar czar kaiser herr monsieur rev reverend", LORD),
    ("dr prof st", Word::PERSON.or(Word::HONOUR)),
    ("mrs miss lady queen empress madame dame mme mademoiselle frau", LADY),
    (
        "gen col capt maj lieut lt sergt cardinal archbishop marshal commodore viscount \
         marquis marquess",
        LORD,
    ),
    (
        "government parliament house senate congress army navy court council committee \
         church company office ministry party union empire kingdom republic state \
         city town river island mountain valley castle street road bay sea ocean fort port \
         north south east west england france germany russia america europe asia africa \
         london paris berlin rome moscow washington india china japan italy spain austria \
         britain ireland scotland wales egypt turkey greece poland january february march \
         april june july august september october november december monday tuesday wednesday \
         thursday friday saturday sunday christianity bill hill palace station cape",
        Word::PLACE,
    ),
    (
        "tis twas twere twill em bout neath gainst mongst twixt cause tain n round",
        Word::ELIDED,
    ),
    ("footnote illustration everywhere somewhere vol", Word::PLAIN),
    (
        "ship ships steamer frigate schooner cruiser vessel boat brig sloop battleship",
        Word::NAMED,
    ),
];

impl Scene<'_> {
    /// What the token at `at` may be to a quotation; nothing where there is no word.
    pub(super) fn cue(&self, at: usize) -> Word {
        self.cues.get(at).copied().unwrap_or_default()
    }

    /// The token at `at` as it is written; empty out of bounds.
    pub(super) fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.doc.slice(token.span))
    }

    /// Whether the token at `at` is one of these.
    pub(super) fn cues(&self, at: usize, words: Word) -> bool {
        self.cue(at).any(words)
    }
}
