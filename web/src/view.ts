// Written from the types in crates/alpheus-pages/src/view; change those, then run
// WRITE_TYPES=1 cargo test -p alpheus-pages typescript

/**
 * An account with all that was read and found in it.
 */
export type Account = { 
/**
 * What it is called: its path.
 */
name: string, 
/**
 * Its text.
 */
paragraphs: Array<Paragraph>, 
/**
 * What clashes, in the order of the text.
 */
findings: Array<Finding>, 
/**
 * The checks, in the order of the text.
 */
checks: Array<Check>, 
/**
 * How many checks ended how, those that are not listed too.
 */
counts: Counts, };

/**
 * The scores beside the posterior.
 */
export type Ach = { 
/**
 * For each hypothesis.
 */
scores: Array<number>, 
/**
 * Pairs that the two put in opposite order: the score prefers the first, the posterior
 * the second.
 */
reversed: Array<[string, string]>, };

/**
 * What assessors think.
 */
export type Assessment = { 
/**
 * One by one.
 */
opinions: Array<Opinion>, 
/**
 * Together.
 */
pool: Pool, 
/**
 * Where they differ, the most first.
 */
disagreements: Array<Disagreement>, };

/**
 * A place in the text that is shown: the index of a paragraph of the account, where it begins
 * and where it ends there, in UTF-16 code units.
 */
export type At = [number, number, number];

/**
 * Direct judgements of the hypotheses.
 */
export type Belief = { 
/**
 * As given, "none of these" last.
 */
given: Array<number>, 
/**
 * The nearest that sums to 1.
 */
coherent: Array<number>, 
/**
 * How far the two are apart (Euclidean distance); 0 if it was coherent.
 */
incoherence: number, };

/**
 * How far a posterior can go.
 */
export type Bounds = { 
/**
 * The least, attained at some admissible input.
 */
low: number, 
/**
 * The most, attained at some admissible input.
 */
high: number, 
/**
 * Nothing admissible is below this. Equal to `low` where all corners were tried.
 */
outer_low: number, 
/**
 * Nothing admissible is above this. Equal to `high` where all corners were tried.
 */
outer_high: number, };

/**
 * A case that was weighed.
 */
export type Case = { 
/**
 * The case file.
 */
file: string, 
/**
 * What is wrong or odd in it.
 */
faults: Array<Fault>, 
/**
 * The items of evidence, with the likelihoods as they are written.
 */
evidence: Array<Evidence>, 
/**
 * What follows.
 */
weighing: Weighing, 
/**
 * How far the shares may go without each source, where that could be reckoned.
 */
without: Array<Without>, };

/**
 * A check of one statement.
 */
export type Check = { 
/**
 * The rule.
 */
rule: string, 
/**
 * `holds`, `conflicts` or `undecided`.
 */
result: string, 
/**
 * What was compared, the claim first; each span by its places.
 */
at: Array<Array<At>>, 
/**
 * The sum, in a line.
 */
sum: string, 
/**
 * Why it can't be told.
 */
reason?: string, 
/**
 * Which of the account's findings tells of it.
 */
finding?: number, };

/**
 * A row of the ledger.
 */
export type Claim = { 
/**
 * The account, by its place.
 */
account: number, 
/**
 * The line that it begins in.
 */
line: number, 
/**
 * The name of its kind.
 */
kind: string, 
/**
 * The claim's words.
 */
at: Array<At>, 
/**
 * The words that make it a claim of its kind.
 */
cue: Array<At>, 
/**
 * Whose claim it is, if not the author's: `quoted` or `others`.
 */
speaker?: string, 
/**
 * How it is meant, if it is not asserted: `planned`, `ordered`, ...
 */
modality?: string, 
/**
 * The words with which the text gives a source.
 */
text_source?: string, 
/**
 * `conflicts`, `holds` or `undecided`, if it was checked.
 */
check?: string, 
/**
 * The rule, with the sum or the reason.
 */
check_note?: string, 
/**
 * What a person filled in: source, verdict, initials, note.
 */
filled?: Filled, };

/**
 * A kind of claims.
 */
export type ClaimKind = { 
/**
 * Its name.
 */
name: string, 
/**
 * What would settle a claim of this kind.
 */
settled_by: string, };

/**
 * How many checks ended how.
 */
export type Counts = { 
/**
 * The sum came out.
 */
holds: number, 
/**
 * It did not.
 */
conflicts: number, 
/**
 * It can't be told.
 */
undecided: number, 
/**
 * Findings that the account's author asked not to be shown.
 */
suppressed: number, };

/**
 * Something dated.
 */
export type Dated = { 
/**
 * The account, by its place.
 */
account: number, 
/**
 * The date as it stands in the text.
 */
at: Array<At>, 
/**
 * The sentence that it stands in.
 */
sentence: Array<At>, 
/**
 * The date in plain words.
 */
when: string, 
/**
 * The earliest and latest first day (Rata Die: 1 is 1 January of the year 1).
 */
begin: [number, number], 
/**
 * The earliest and latest day after the last.
 */
end: [number, number], 
/**
 * The first person or organisation that the sentence names.
 */
actor?: string, 
/**
 * Which of the account's findings has a label on the date.
 */
finding?: number, };

/**
 * What somebody decided about a finding.
 */
export type Decision = { 
/**
 * `accepted`, `dismissed` or `fixed`, if one was chosen.
 */
state: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * Items that depend, and why.
 */
export type Dependence = { 
/**
 * The items, the origin of copies first.
 */
items: Array<string>, 
/**
 * Whether the first is the origin of the others.
 */
copies: boolean, 
/**
 * How likely it is that they depend.
 */
chance: number, 
/**
 * Why they are taken to.
 */
because: string | null, 
/**
 * Words that they share.
 */
passage: string | null, };

/**
 * An item on which assessors differ.
 */
export type Disagreement = { 
/**
 * The item.
 */
item: string, 
/**
 * The hypotheses between which it is judged most differently.
 */
between: [string, string], 
/**
 * For whom it favours the first most, and the ratio.
 */
most: [string, number], 
/**
 * For whom it favours the first least, and the ratio.
 */
least: [string, number], 
/**
 * How many powers of ten lie between the two ratios.
 */
log10: number, };

/**
 * A rival's lead that no admissible input takes away.
 */
export type Elimination = { 
/**
 * The rival's key.
 */
rival: string, 
/**
 * It leads at least by this many times.
 */
at_least: number | null, };

/**
 * Another document.
 */
export type Elsewhere = { 
/**
 * What it is called.
 */
document: string, 
/**
 * The line, from 1.
 */
line: number, 
/**
 * Its place among the accounts, if it is one.
 */
account: number | null, };

/**
 * An item of evidence.
 */
export type Evidence = { 
/**
 * Its key.
 */
key: string, 
/**
 * What is told.
 */
say: string, 
/**
 * The key of its source.
 */
source: string, 
/**
 * For each hypothesis, how likely that is under it, as it is written.
 */
written: Array<string>, 
/**
 * The same as ranges.
 */
ranges: Array<[number, number]>, 
/**
 * Where its words stand: the file and the words.
 */
words: [string, string] | null, 
/**
 * The account that has them, by its place.
 */
account: number | null, 
/**
 * Where in it.
 */
at: Array<At>, };

/**
 * Something wrong or odd in a case file.
 */
export type Fault = { 
/**
 * `error`, `warning` or `note`.
 */
level: string, 
/**
 * One sentence.
 */
message: string, 
/**
 * The line, from 1.
 */
line: number, 
/**
 * What to do.
 */
help: string | null, };

/**
 * How many sources the leader rests on.
 */
export type Fewest = { "sources": Array<string> } | { "more_than": number } | "never";

/**
 * What a person filled in in a ledger.
 */
export type Filled = { 
/**
 * What the claim was checked against.
 */
source: string, 
/**
 * What came of it.
 */
verdict: string, 
/**
 * Who checked it.
 */
initials: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * A conflict.
 */
export type Finding = { 
/**
 * What it is known by while its words stand in the text.
 */
key: string, 
/**
 * The rule that found it.
 */
rule: string, 
/**
 * `error`, `warning` or `note`.
 */
level: string, 
/**
 * One sentence.
 */
message: string, 
/**
 * The line of the claim, from 1.
 */
line: number, 
/**
 * Its column, from 1.
 */
column: number, 
/**
 * The claim first, then all that it clashes with.
 */
labels: Array<Label>, 
/**
 * The sum, a line a step.
 */
proof: Array<string>, 
/**
 * What to look at.
 */
help: string | null, 
/**
 * What was decided about it in the case folder.
 */
decision?: Decision, };

/**
 * What one item does.
 */
export type ItemInfluence = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it says.
 */
say: string, 
/**
 * Its source.
 */
source: string, 
/**
 * What it adds to everything else.
 */
in_place: Lean, 
/**
 * What it would say if nothing else were known.
 */
alone: Lean, };

/**
 * What a paragraph is.
 */
export type Kind = "prose" | "heading" | "item" | "row" | "typed" | "note" | "quote" | "rest";

/**
 * A place with what is to be said of it.
 */
export type Label = { 
/**
 * What.
 */
text: string, 
/**
 * Where, in the account or in the one that `elsewhere` names.
 */
at: Array<At>, 
/**
 * The words, where they stand in no paragraph.
 */
words?: string, 
/**
 * The document that it stands in, if that is another.
 */
elsewhere?: Elsewhere, };

/**
 * What a mention is of.
 */
export type Layer = "t" | "f" | "n" | "q";

/**
 * Which hypothesis something speaks for most, and against which.
 */
export type Lean = { 
/**
 * The hypothesis that it favours most.
 */
for: string, 
/**
 * The hypothesis that it favours least.
 */
against: string, 
/**
 * How many times likelier it is under the first; infinite (`null` in JSON) if it is
 * impossible under the second.
 */
ratio: number | null, 
/**
 * The logarithm of the ratio, to the base of 10.
 */
log10: number | null, };

/**
 * A passage that several texts share.
 */
export type Lineage = { 
/**
 * Its witnesses.
 */
witnesses: Array<Witness>, 
/**
 * Sources that are lost, each with the witness that it goes back to.
 */
lost: Array<number | null>, };

/**
 * Something that was read: where it begins and ends in its paragraph, its layer, and how it was
 * understood.
 */
export type Mention = [number, number, Layer, string];

/**
 * An input by the names that the case file gives.
 */
export type Named = { 
/**
 * What it is: `accuracy`, `anyway`, `together`, `chance`, `given`.
 */
kind: string, 
/**
 * The source, the item, or the members of the group.
 */
of: Array<string>, 
/**
 * The hypothesis, where there is one.
 */
hypothesis?: string, };

/**
 * Something that could not be read or used.
 */
export type Notice = { 
/**
 * What.
 */
name: string, 
/**
 * Why.
 */
reason: string, };

/**
 * How one assessor sees the case.
 */
export type Opinion = { 
/**
 * The key.
 */
key: string, 
/**
 * Who it is.
 */
say: string, 
/**
 * In the pool, relative to the others.
 */
weight: number, 
/**
 * What follows from the assessor's judgements, "none of these" last.
 */
posterior: Array<number>, 
/**
 * What the assessor thinks directly, if given.
 */
belief: Belief | null, };

/**
 * The result if words stand for other ranges.
 */
export type OtherScale = { 
/**
 * The scale.
 */
scale: string, 
/**
 * The posterior, "none of these" last.
 */
posterior: Array<number>, 
/**
 * Who leads.
 */
leader: string, };

/**
 * A paragraph of the text that is shown.
 */
export type Paragraph = { 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Of a heading, from 1.
 */
level?: number, 
/**
 * The line of the account that it begins in.
 */
line: number, 
/**
 * Its words.
 */
text: string, 
/**
 * What was read in it, in its order.
 */
mentions?: Array<Mention>, };

/**
 * A stretch of a quotation with its source.
 */
export type Part = { 
/**
 * The source's id.
 */
id: string, 
/**
 * The source as it is cited.
 */
cited: string, 
/**
 * The line in the source.
 */
line: number, 
/**
 * The page, where the source marks its pages.
 */
page: string | null, 
/**
 * The share of equal letters, in percent.
 */
identity: number, 
/**
 * The account's words, cut where they differ.
 */
here: Array<Run>, 
/**
 * The source's words, cut where they differ.
 */
there: Array<Run>, 
/**
 * What changes the sense most: `negation`, `number`, `name`.
 */
of: Array<string>, 
/**
 * Other sources that have it, as they are cited.
 */
others: Array<string>, };

/**
 * All assessors together.
 */
export type Pool = { 
/**
 * The weighted mean of the posteriors.
 */
linear: Array<number>, 
/**
 * The normalised geometric mean of the posteriors; absent if every hypothesis is ruled
 * out by somebody.
 */
logarithmic: Array<number> | null, 
/**
 * The weighted mean of the coherent direct judgements, of those who gave any.
 */
belief: Array<number> | null, };

/**
 * A quotation.
 */
export type Quotation = { 
/**
 * The account, by its place.
 */
account: number, 
/**
 * The words.
 */
at: Array<At>, 
/**
 * Who says it, as the text has it.
 */
speaker: string | null, 
/**
 * To whom.
 */
addressee: string | null, 
/**
 * When, as the text has it.
 */
date: string | null, 
/**
 * The letter, speech or book that the text names.
 */
source: string | null, 
/**
 * What became of it in the library.
 */
trace: Trace | null, };

/**
 * How much better one hypothesis accounts for everything told than another.
 */
export type Ratio = { 
/**
 * The hypothesis.
 */
for: string, 
/**
 * The other.
 */
against: string, 
/**
 * How many times likelier everything told is under the first.
 */
ratio: number | null, 
/**
 * The least that this can be.
 */
low: number | null, 
/**
 * The most that this can be.
 */
high: number | null, };

/**
 * A rule.
 */
export type Rule = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its code.
 */
code: string, 
/**
 * The fault in a line.
 */
summary: string, };

/**
 * Words with how they differ from the other text: `same`, `spelling`, `changed`, `added`,
 * `dropped`.
 */
export type Run = [string, string];

/**
 * The files that a server can change, as it last read them: each by a hash of its bytes, which
 * comes back with every change, so that nothing is written over what nobody saw.
 */
export type Served = { 
/**
 * The decisions about findings.
 */
adjudications: string, 
/**
 * The ledger.
 */
ledger: string, 
/**
 * The case file.
 */
case: string, 
/**
 * All accounts.
 */
accounts: string, };

/**
 * What the draws come to.
 */
export type Simulation = { 
/**
 * How many there were.
 */
draws: number, 
/**
 * What they began from.
 */
seed: number, 
/**
 * How many inputs have a distribution.
 */
inputs: number, 
/**
 * For each hypothesis, "none of these" last.
 */
shares: Array<Spread>, };

/**
 * What is left without one source.
 */
export type SourceInfluence = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it is.
 */
say: string, 
/**
 * The key of its reference.
 */
cite: string | null, 
/**
 * The chance that it is accurate, as the case has it.
 */
accuracy: number, 
/**
 * The same after all the evidence. Absent where its statements stand apart.
 */
accuracy_after: number | null, 
/**
 * The posterior without it, "none of these" last.
 */
posterior: Array<number>, 
/**
 * Who leads without it.
 */
leader: string, 
/**
 * Who is not out without it. Absent where it is tied to others by so many ranges that
 * this is not reckoned anew.
 */
survivors: Array<string> | null, 
/**
 * The most by which the chance of anything differs without it.
 */
distance: number, };

/**
 * How a posterior is spread over the draws.
 */
export type Spread = { 
/**
 * A twentieth of the draws is below.
 */
p05: number, 
/**
 * Half of the draws is below.
 */
p50: number, 
/**
 * A twentieth of the draws is above.
 */
p95: number, 
/**
 * In which share of the draws it leads.
 */
leads: number, };

/**
 * How one hypothesis stands.
 */
export type Standing = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it says.
 */
say: string, 
/**
 * Its share before the evidence.
 */
prior: number, 
/**
 * Its share after it.
 */
posterior: number, 
/**
 * How far that can go.
 */
bounds: Bounds, 
/**
 * The rival that puts it out.
 */
eliminated_by: Elimination | null, };

/**
 * What an input does to the leader over its range.
 */
export type Swing = { 
/**
 * The input.
 */
input: Named, 
/**
 * The least that it may be.
 */
from: number, 
/**
 * The most that it may be.
 */
to: number, 
/**
 * The leader's posterior at the least.
 */
at_least: number, 
/**
 * The leader's posterior at the most.
 */
at_most: number, 
/**
 * How far apart these are.
 */
swing: number, };

/**
 * The value of an input at which a rival would draw level with the leader.
 */
export type Tip = { 
/**
 * The input.
 */
input: Named, 
/**
 * What it is now.
 */
now: number, 
/**
 * What it would have to be.
 */
at: number, 
/**
 * Whether that is within the range that the case gives.
 */
admissible: boolean, 
/**
 * Who would draw level.
 */
rival: string, };

/**
 * What became of a quotation in the library.
 */
export type Trace = { 
/**
 * The verdict's name.
 */
verdict: string, 
/**
 * Its parts in the library; several where it joins places or leaves words out.
 */
parts: Array<Part>, 
/**
 * Words that were not found, though others were.
 */
missing: Array<string>, 
/**
 * Doubts about author and date, in words.
 */
doubts: Array<string>, };

/**
 * Everything that is shown.
 */
export type View = { 
/**
 * What it is called, in the window's title too.
 */
title: string, 
/**
 * What made it: the program and its version.
 */
made_by: string, 
/**
 * The rules that found or checked something.
 */
rules: Array<Rule>, 
/**
 * The accounts, in the order of the input.
 */
accounts: Array<Account>, 
/**
 * Everything dated, in the order of time.
 */
timeline: Array<Dated>, 
/**
 * The ledger of claims, in the order of the text.
 */
claims: Array<Claim>, 
/**
 * The kinds of claims that occur.
 */
claim_kinds: Array<ClaimKind>, 
/**
 * The quotations, in the order of the text.
 */
quotations: Array<Quotation>, 
/**
 * In what quotations were looked up, if they were.
 */
searched: string | null, 
/**
 * Passages that several texts share, with who copied whom.
 */
lineages: Array<Lineage>, 
/**
 * A case that was weighed.
 */
case: Case | null, 
/**
 * What could not be read or used, and what is to be said of it.
 */
notices: Array<Notice>, 
/**
 * What a server that shows this last read of the files that it can change.
 */
served?: Served, };

/**
 * What follows from a case.
 *
 * Written as JSON, a ratio that is infinite (something impossible under one hypothesis) is
 * `null`.
 */
export type Weighing = { 
/**
 * What the hypotheses answer.
 */
question: string, 
/**
 * When it was, as an extended date.
 */
date: string | null, 
/**
 * What a reader should know.
 */
note: string | null, 
/**
 * Which ranges words stand for.
 */
scale: string, 
/**
 * Whether any probability is given in words.
 */
has_words: boolean, 
/**
 * The sources that were set aside.
 */
without: Array<string>, 
/**
 * How far a rival has to lead to put a hypothesis out.
 */
threshold: number, 
/**
 * The rivals, and "none of these" last.
 */
hypotheses: Array<Standing>, 
/**
 * The key of the leader.
 */
leader: string, 
/**
 * The leading hypothesis against each rival, without any prior.
 */
ratios: Array<Ratio>, 
/**
 * How many shared inputs are ranged, and so whether every corner was tried.
 */
ranged_inputs: number, 
/**
 * The prior of "none of these" at which it would be level with the leading hypothesis.
 */
none_of_these_prior_to_lead: number, 
/**
 * What each item does.
 */
items: Array<ItemInfluence>, 
/**
 * What is left without each source.
 */
sources: Array<SourceInfluence>, 
/**
 * How many sources the leader rests on.
 */
fewest_sources_to_change_the_leader: Fewest, 
/**
 * What ties items together.
 */
dependence: Array<Dependence>, 
/**
 * What each ranged input does to the leader, the most first.
 */
swings: Array<Swing>, 
/**
 * The values at which a rival draws level, the nearest first.
 */
tips: Array<Tip>, 
/**
 * What tests that have not been made would be worth.
 */
tests: Array<Worth>, 
/**
 * What it would be worth to settle whether a source is accurate, the most first.
 */
source_worths: Array<Worth>, 
/**
 * The inconsistency scores of the analysis of competing hypotheses.
 */
ach: Ach, 
/**
 * Several assessors.
 */
assessment: Assessment | null, 
/**
 * Draws from distributions.
 */
simulation: Simulation | null, 
/**
 * The result if words stand for the ranges of another scale.
 */
other_scale: OtherScale | null, };

/**
 * A case without one of its sources.
 */
export type Without = { 
/**
 * The source's key.
 */
source: string, 
/**
 * The lowest and highest share of each hypothesis.
 */
ranges: Array<[number, number]>, };

/**
 * A text that has a passage.
 */
export type Witness = { 
/**
 * What it is called.
 */
id: string, 
/**
 * Its date, as it was given.
 */
date: string | null, 
/**
 * Its words.
 */
text: string, 
/**
 * Where it has them from: `first`, `witness`, `lost`, `unknown`.
 */
from: string, 
/**
 * The place of the likeliest model, or of the lost source.
 */
parent: number | null, 
/**
 * How sure that is, from 0 to 1.
 */
support: number, 
/**
 * What the likeliest copying changed, in words.
 */
changes: string | null, };

/**
 * What a test would be worth.
 */
export type Worth = { 
/**
 * The test's name, or the source's key.
 */
name: string, 
/**
 * The chance that it is found, or that the source is accurate.
 */
chance: number, 
/**
 * The information that the outcome gives, in bits.
 */
bits: number, 
/**
 * How much likelier the leading answer is to be right, on average.
 */
gain: number, 
/**
 * Who leads if it is found.
 */
leader_if_found: string, 
/**
 * Who leads if it is not.
 */
leader_if_not: string, };
