//! Rows as they are written: JSON lines, or a Parquet file of the same.

#[cfg(feature = "parquet")]
pub(crate) mod parquet;

use crate::{args::Reuse, output};
use std::io::{self, Write};

/// Where rows go.
pub(crate) enum Rows {
    Lines(Box<dyn Write>),
    #[cfg(feature = "parquet")]
    Parquet(Box<parquet::Table<std::fs::File>>),
}

impl Rows {
    /// What was asked for.
    ///
    /// # Errors
    /// If the file can't be written.
    pub(crate) fn open(args: &Reuse) -> anyhow::Result<Rows> {
        #[cfg(feature = "parquet")]
        if let Some(path) = &args.parquet {
            let columns =
                if args.clusters { parquet::CLUSTERS } else { parquet::PASSAGES };
            return Ok(Rows::Parquet(Box::new(parquet::Table::create(path, columns)?)));
        }
        Ok(Rows::Lines(output::open(args.output.as_deref())?))
    }

    /// Writes lines, each a JSON object.
    pub(crate) fn write(&mut self, lines: &str) -> io::Result<()> {
        match self {
            Rows::Lines(out) => out.write_all(lines.as_bytes()),
            #[cfg(feature = "parquet")]
            Rows::Parquet(table) => table.write(lines),
        }
    }

    /// Writes what is still held back.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Rows::Lines(mut out) => out.flush(),
            #[cfg(feature = "parquet")]
            Rows::Parquet(table) => table.finish(),
        }
    }
}
