//! The command line.

use alpheus_check::Level;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

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
    /// Show where dates, durations, ages and weekdays can't all be true.
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
    /// List the rules, or explain one.
    Rule(Rule),
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
pub(crate) struct Library {
    #[command(subcommand)]
    pub(crate) command: LibraryCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LibraryCommand {
    /// Add texts; makes the library where there is none. A text that changed is replaced.
    Add(LibraryAdd),
    /// List the sources.
    List(LibraryList),
    /// Say how large it is.
    Info(LibraryAt),
    /// Remove sources.
    Remove(LibraryRemove),
    /// Write anew what is left after removing, and free the room.
    Compact(LibraryAt),
    /// Check every byte.
    Verify(LibraryAt),
}

#[derive(Debug, Args)]
pub(crate) struct LibraryAdd {
    /// The library's directory.
    pub(crate) library: PathBuf,

    /// Files, directories, globs; JSON lines (`{"id", "text", "author"?, "title"?, "date"?,
    /// "series"?}`) may be compressed (`.gz`, `.zst`).
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// A bibliography of the texts (BibTeX or CSL-JSON), by `file` field or key.
    #[arg(long, value_name = "FILE")]
    pub(crate) bib: Vec<PathBuf>,

    /// Tell `é` from `e`; of a new library only.
    #[arg(long)]
    pub(crate) keep_diacritics: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LibraryAt {
    /// The library's directory.
    pub(crate) library: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct LibraryList {
    /// The library's directory.
    pub(crate) library: PathBuf,

    /// One JSON object a line.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LibraryRemove {
    /// The library's directory.
    pub(crate) library: PathBuf,

    /// Names of sources, as `list` shows them.
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<String>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Trace {
    #[command(flatten)]
    pub(crate) input: Input,

    /// The library to look in; `alpheus library add` makes one.
    #[arg(long, value_name = "DIR")]
    pub(crate) library: PathBuf,

    /// Look up all words, not only those between quotation marks.
    #[arg(long)]
    pub(crate) passages: bool,

    /// How results are written.
    #[arg(long, default_value = "full")]
    pub(crate) format: TraceFormat,

    /// How few words may be a passage where no quotation marks hold it.
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(crate) min_words: usize,

    /// How many passages may be shown by chance for each text.
    #[arg(long, value_name = "NUMBER", default_value_t = 1e-3)]
    pub(crate) chance: f64,

    /// Show notes (quotations that the library does not have) among the findings.
    #[arg(long)]
    pub(crate) notes: bool,

    /// The lowest level of a finding that makes the exit code 1.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) fail_on: FailOn,

    /// How many columns to lay results out for [default: the terminal's, else 100].
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,

    /// Say on the standard error how long opening and looking up took.
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Reuse {
    /// JSON lines as passim takes them (`.gz` and `.zst` too), directories of them, or texts.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How few words may be a passage.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) min_words: usize,

    /// The least share of equal letters, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0)]
    pub(crate) min_identity: f64,

    /// How many passages may be shown by chance for each text.
    #[arg(long, value_name = "NUMBER", default_value_t = 1e-3)]
    pub(crate) chance: f64,

    /// Tell `é` from `e`.
    #[arg(long)]
    pub(crate) keep_diacritics: bool,

    /// How much memory the index may take, in megabytes; a larger corpus is compared in parts.
    #[arg(long, value_name = "MB", default_value_t = 1024)]
    pub(crate) memory: usize,

    /// How many texts are compared side by side [default: one a processor].
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,

    /// Write to a file instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Say on the standard error how long reading and comparing took.
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rule {
    /// A rule's name or code.
    pub(crate) name: Option<String>,
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
pub(crate) enum TraceFormat {
    /// Each quotation with its source and the differences.
    Full,
    /// One JSON object a line for a quotation.
    Jsonl,
    /// JSON lines of passim's form, one for each pair of passages.
    Passim,
    /// What is amiss: one line a finding.
    Concise,
    /// What is amiss: one JSON object for the run.
    Json,
    /// What is amiss: SARIF 2.1.0.
    Sarif,
    /// What is amiss: GitHub workflow commands.
    Github,
}

impl TraceFormat {
    /// The form of findings that it is, if it shows findings.
    pub(crate) fn findings(self) -> Option<alpheus_report::Format> {
        match self {
            Self::Full | Self::Jsonl | Self::Passim => None,
            Self::Concise => Some(alpheus_report::Format::Concise),
            Self::Json => Some(alpheus_report::Format::Json),
            Self::Sarif => Some(alpheus_report::Format::Sarif),
            Self::Github => Some(alpheus_report::Format::Github),
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// Time expressions.
    Time,
    /// Figures, but for those in dates and clock times.
    Number,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TagFormat {
    /// One JSON object a document, offsets in code points.
    Jsonl,
    /// `TimeML`: the text with `TIMEX3` elements in it; of time only.
    Timeml,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    Text,
    Json,
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
