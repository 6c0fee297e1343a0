//! The command line of tracing: libraries, quotations, reuse.

use super::{FailOn, Input};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

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

    /// Say on the standard error how long adding the texts and writing the rest took.
    #[arg(long)]
    pub(crate) timings: bool,
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

    /// Look up all words, not only those between quotation marks, and show what is found.
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

#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[derive(Clone, Debug, Args)]
pub(crate) struct Reuse {
    /// JSON lines as passim takes them (`.gz` and `.zst` too), directories of them, or texts.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Compare the texts with these references only, and not with each other.
    #[arg(long, value_name = "PATH")]
    pub(crate) against: Vec<PathBuf>,

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

    /// How much memory may be taken, in megabytes or as `2G`; what is more goes to the system's
    /// directory for temporary files.
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = megabytes)]
    pub(crate) memory: usize,

    /// How many texts are compared side by side [default: one a processor].
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,

    /// Write to a file instead of the standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Write the passages, or the clusters, as a Parquet file instead.
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "lineage"])]
    pub(crate) parquet: Option<PathBuf>,

    /// Say on the standard error how long reading and comparing took.
    #[arg(long)]
    pub(crate) timings: bool,

    /// Put the passages that belong together into clusters: a line for each witness.
    #[arg(long)]
    pub(crate) clusters: bool,

    /// Say who copied each passage from whom.
    #[arg(long, conflicts_with = "clusters")]
    pub(crate) lineage: bool,

    /// How lineages are written.
    #[arg(long, value_enum, default_value_t = LineageFormat::Text, requires = "lineage")]
    pub(crate) format: LineageFormat,

    /// How sure a parent has to be to be told, in percent of all trees.
    #[arg(long, value_name = "PERCENT", default_value_t = 80.0, requires = "lineage")]
    pub(crate) sure: f64,

    /// Leave out passages of clusters whose documents are to more than this of few series, in
    /// percent: mastheads.
    #[arg(long, value_name = "PERCENT", default_value_t = 100.0)]
    pub(crate) max_boilerplate: f64,
}

/// Reads a size as megabytes: `512`, `512M` or `2G`.
fn megabytes(size: &str) -> Result<usize, String> {
    let (number, times) = match size.strip_suffix(['G', 'g']) {
        Some(number) => (number, 1024),
        None => (size.strip_suffix(['M', 'm']).unwrap_or(size), 1),
    };
    let number: usize =
        number.parse().map_err(|_| "a size is `512`, `512M` or `2G`".to_owned())?;
    Ok(number.saturating_mul(times))
}

/// How lineages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LineageFormat {
    /// A tree to read.
    Text,
    /// A JSON object a cluster, one a line.
    Json,
    /// For graph programs.
    Graphml,
    /// For Graphviz.
    Dot,
    /// Who has what from whom, as `weigh --lineage` takes it: a JSON object a line.
    Weigh,
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
