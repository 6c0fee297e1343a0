//! The command line of reports.

use super::Input;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Report {
    // A folder with a `case.toml` is a case: its `accounts` are read, and it is weighed.
    #[command(flatten)]
    pub(crate) input: Input,

    /// Weigh this case (its folder, or its file), and show the result.
    #[arg(long, value_name = "PATH")]
    pub(crate) case: Option<PathBuf>,

    /// Look up the quotations in this library; `alpheus library add` makes one.
    #[arg(long, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,

    /// Show which passages these texts share, and who copied whom (may be repeated).
    #[arg(long, value_name = "PATH")]
    pub(crate) corpus: Vec<PathBuf>,

    /// Compare with a table of dated, cited statements (TOML or CSV); may be repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,

    /// Show what is filled in in this ledger (CSV or JSON lines).
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,

    /// Compare the accounts with each other too.
    #[arg(long)]
    pub(crate) together: bool,

    /// What the report is called [default: the case's question, else the accounts' names].
    #[arg(long)]
    pub(crate) title: Option<String>,
}
