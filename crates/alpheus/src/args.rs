//! The command line.

mod report;
mod serve;
mod trace;

use alpheus_check::Level;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

pub(crate) use report::Report;
pub(crate) use serve::Serve;
pub(crate) use trace::{
    Library, LibraryAdd, LibraryCommand, LibraryList, LibraryRemove, LineageFormat,
    Reuse, Trace, TraceFormat,
};

/// Checks an account of the past the way a compiler checks a program.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show where dates, figures, quotations and names can't all be true.
    ///
    /// Exit code: 0 nothing found, 1 findings at or above the failing level, 2 something
    /// could not be read or run.
    Check(Box<Check>),
    /// Print what is read in a text.
    Tag(Tag),
    /// List every dated statement in the order of time.
    Timeline(Timeline),
    /// Build and look after a library of sources that quotations are traced to.
    Library(Library),
    /// Say where the quotations of texts stand in a library, and how they were altered.
    ///
    /// Exit code: 0 nothing found amiss, 1 findings at or above the failing level, 2 something
    /// could not be read or run.
    Trace(Box<Trace>),
    /// Find the passages that any two texts of a corpus share.
    Reuse(Reuse),
    /// Weigh rival hypotheses against the evidence of a case.
    ///
    /// Exit code: 0 weighed, 1 weighed but its result may mislead (a warning was told), 2 the
    /// case has an error or could not be read.
    Weigh(Weigh),
    /// Begin a case: a folder with a case file that works at once.
    New(New),
    /// List every claim that someone would have to check.
    Ledger(Ledger),
    /// Write a page that shows accounts, their findings and a case in a browser.
    ///
    /// It is one file that opens from disk and asks no host for anything. A folder with a
    /// `case.toml` is a case: its `accounts` are read, and it is weighed.
    Report(Report),
    /// Serve a case folder to a browser on this machine, and keep what is decided there.
    ///
    /// Prints the address to open. Decisions about findings, the ledger and values of the case
    /// are kept in plain files of the folder.
    Serve(Serve),
    /// List the rules, or explain one.
    Rule(Rule),
    /// Check tables of dated, cited statements, or make one of a Wikidata dump.
    #[command(subcommand)]
    Reference(Reference),
    /// Print a script that completes the command in a shell.
    Completions(Completions),
}

/// Which texts, and how they are read.
// `--input` is named for those who type it.
#[allow(clippy::struct_field_names)]
#[derive(Clone, Debug, Args)]
pub(crate) struct Input {
    /// Files, directories, globs (`"chapters/**/*.md"`), or `-` for the standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// The form of the input [default: by the ending of each file's name].
    #[arg(long, value_name = "FORM")]
    pub(crate) input: Option<Form>,

    /// What a date is reckoned from where it isn't said [default: narrative].
    #[arg(long)]
    pub(crate) domain: Option<Domain>,

    /// The calendar of dates that name none [default: gregorian].
    #[arg(long)]
    pub(crate) calendar: Option<Calendar>,

    /// Read this configuration, and no `alpheus.toml`.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// How many documents are read side by side [default: one a processor].
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,

    /// Write to a file instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Clone, Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) input: Input,

    /// How findings are written.
    #[arg(long, default_value = "full")]
    pub(crate) format: Format,

    /// Ask only these rules (names or codes).
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Don't ask these rules (names or codes).
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// Compare the accounts with each other too.
    #[arg(long)]
    pub(crate) together: bool,

    /// Compare with a table of dated, cited statements (TOML or CSV); may be repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,

    /// Show notes as well as errors and warnings.
    #[arg(long)]
    pub(crate) notes: bool,

    /// The lowest level of a finding that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) fail_on: FailOn,

    /// List these checks too, with their sums.
    #[arg(long, value_name = "RESULT", value_delimiter = ',')]
    pub(crate) show: Vec<Shown>,

    /// How many columns to lay findings out for [default: the terminal's, else 100].
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,

    /// Say on the standard error how long each phase took.
    #[arg(long)]
    pub(crate) timings: bool,

    /// Keep running, and check files again when they change.
    #[arg(long)]
    pub(crate) watch: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tag {
    #[command(flatten)]
    pub(crate) input: Input,

    /// What to print.
    #[arg(long, default_value = "time")]
    pub(crate) layer: Layer,

    /// How it is written.
    #[arg(long, default_value = "jsonl")]
    pub(crate) format: TagFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Timeline {
    #[command(flatten)]
    pub(crate) input: Input,

    /// How it is written.
    #[arg(long, default_value = "text")]
    pub(crate) format: TimelineFormat,

    /// How many columns to lay it out for [default: the terminal's, else 100].
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Weigh {
    /// A case's folder, or its file.
    pub(crate) case: PathBuf,

    /// How the result is written.
    #[arg(long, default_value = "text")]
    pub(crate) format: WeighFormat,

    /// Weigh with another value (`sources.hall.accuracy=[0.4,0.8]`; may be repeated).
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) set: Vec<String>,

    /// Set aside all that a source tells (may be repeated).
    #[arg(long, value_name = "SOURCE", value_delimiter = ',')]
    pub(crate) without: Vec<String>,

    /// Which ranges words stand for, instead of those that the case names.
    #[arg(long)]
    pub(crate) scale: Option<Scale>,

    /// Take in passages that documents share, as dependences (JSON lines).
    #[arg(long, value_name = "FILE")]
    pub(crate) lineage: Option<PathBuf>,

    /// Keep in the case file what `--set` and `--lineage` change; comments and order stay.
    #[arg(long)]
    pub(crate) write: bool,

    /// How many draws are made where inputs have distributions.
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub(crate) draws: u32,

    /// What the draws begin from.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,

    /// Write to a file instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// How many columns to lay it out for [default: the terminal's, else 100].
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Ledger {
    #[command(flatten)]
    pub(crate) input: Input,

    /// How it is written [default: by the ending of the output file's name, else text].
    #[arg(long)]
    pub(crate) format: Option<LedgerFormat>,

    /// Keep what is filled in in this ledger (CSV or JSON lines). An output file that exists is
    /// kept without this.
    #[arg(long, value_name = "FILE")]
    pub(crate) keep: Option<PathBuf>,

    /// Begin CSV with a byte order mark, by which some spreadsheets know UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,

    /// How many columns to lay text out for [default: the terminal's, else 100].
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make.
    pub(crate) case: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Rule {
    /// A rule's name or code.
    pub(crate) name: Option<String>,
}

/// What is done with references.
#[derive(Debug, Subcommand)]
pub(crate) enum Reference {
    /// Show all that is wrong in tables of statements.
    ///
    /// Exit code: 0 nothing is wrong, 1 something is, 2 a file could not be read.
    Check(ReferenceCheck),
    /// Make a table of a Wikidata dump (JSON, one entity a line; plain, gzip, bzip2 or
    /// Zstandard).
    ///
    /// Exit code: 0 all was read, 2 some lines could not be used, or the dump could not be
    /// read.
    FromWikidata(FromWikidata),
}

#[derive(Debug, Args)]
pub(crate) struct ReferenceCheck {
    /// Tables, in TOML or CSV by their endings.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct FromWikidata {
    /// The dump; `-` for the standard input.
    #[arg(value_name = "DUMP")]
    pub(crate) dump: PathBuf,

    /// The table to write: TOML or CSV by its ending [default: CSV on the standard output].
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// What to take [default: all].
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) take: Vec<Taken>,

    /// Take events of these classes only (QIDs) [default: wars, battles, sieges, treaties,
    /// revolutions and their like].
    #[arg(long, value_name = "QID", value_delimiter = ',')]
    pub(crate) class: Vec<String>,

    /// The language of the names.
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub(crate) language: String,

    /// The longest line that is read, in MiB; longer ones are skipped and named.
    #[arg(long, value_name = "MIB", default_value_t = 64)]
    pub(crate) longest_line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Taken {
    /// Births (P569).
    Births,
    /// Deaths (P570).
    Deaths,
    /// Days (P585), beginnings (P580) and ends (P582) of events.
    Events,
    /// Offices (P39) with their terms.
    Offices,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that shows them.
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    Plain,
    Markdown,
    Html,
    /// One document a line: `{"id", "text", "dct"?}`.
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The words that clash, the sum, what to look at.
    Full,
    /// One line a finding.
    Concise,
    /// One JSON object a line for a finding.
    Jsonl,
    /// One JSON object for the run.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// GitHub workflow commands.
    Github,
}

impl From<Form> for alpheus_text::Format {
    fn from(form: Form) -> Self {
        match form {
            Form::Plain => Self::Plain,
            Form::Markdown => Self::Markdown,
            Form::Html => Self::Html,
            Form::Jsonl => Self::JsonLines,
        }
    }
}

impl From<Format> for alpheus_report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Full => Self::Full,
            Format::Concise => Self::Concise,
            Format::Jsonl => Self::Jsonl,
            Format::Json => Self::Json,
            Format::Sarif => Self::Sarif,
            Format::Github => Self::Github,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    /// Whether a run whose worst finding is this fails.
    pub(crate) fn fails(self, worst: Option<Level>) -> bool {
        let least = match self {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
            FailOn::Note => Level::Note,
            FailOn::Never => return false,
        };
        worst >= Some(least)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shown {
    /// Checks whose sum comes out.
    Holds,
    /// Checks that could not be told, with the reason.
    Undecided,
    /// With `--together`, what several accounts tell, and who agrees with whom.
    Agreement,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// Time expressions.
    Time,
    /// Figures, but for those in dates and clock times.
    Number,
    /// Quotations, with who says them to whom, when and where.
    Quotation,
    /// Names of persons, organisations, places and works.
    Name,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TagFormat {
    /// One JSON object a document, offsets in code points; of quotations and names one object
    /// each, offsets in bytes.
    Jsonl,
    /// `TimeML`: the text with `TIMEX3` elements in it; of time only.
    Timeml,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerFormat {
    /// For a terminal.
    Text,
    /// A table for a spreadsheet, with empty columns to fill in.
    Csv,
    /// One JSON object a line for a claim.
    Jsonl,
    /// A checklist with boxes to tick.
    Markdown,
}

impl From<LedgerFormat> for alpheus_report::ledger::Format {
    fn from(format: LedgerFormat) -> Self {
        match format {
            LedgerFormat::Text => Self::Text,
            LedgerFormat::Csv => Self::Csv,
            LedgerFormat::Jsonl => Self::Jsonl,
            LedgerFormat::Markdown => Self::Markdown,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WeighFormat {
    /// For a reader at a terminal.
    Text,
    Json,
    /// Markdown.
    Md,
    /// One page, without scripts.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Scale {
    /// Sherman Kent, 1964.
    Kent1964,
    /// Intelligence Community Directive 203.
    Icd203,
    /// No words.
    Numbers,
}

impl From<Scale> for alpheus_weigh::Scale {
    fn from(scale: Scale) -> Self {
        match scale {
            Scale::Kent1964 => Self::Kent1964,
            Scale::Icd203 => Self::Icd203,
            Scale::Numbers => Self::Numbers,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Domain {
    /// The last date told.
    Narrative,
    /// The document's date.
    News,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Calendar {
    Gregorian,
    /// "Old Style".
    Julian,
}
