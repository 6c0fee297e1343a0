//! The command line of the server.

use clap::Args;
use std::{net::IpAddr, path::PathBuf};

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The case's folder: with a `case.toml`, and its texts in `accounts`.
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,

    /// The address to answer under; others than this machine's own are open to the network.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub(crate) host: IpAddr,

    /// The port [default: any that is free].
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    pub(crate) port: u16,

    /// Don't open a browser. None is opened where there is no screen or no terminal, either.
    #[arg(long)]
    pub(crate) no_open: bool,

    /// Look up the quotations in this library; `alpheus library add` makes one.
    #[arg(long, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,

    /// Compare with a table of dated, cited statements (TOML or CSV); may be repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,

    /// Compare the accounts with each other too.
    #[arg(long)]
    pub(crate) together: bool,
}
