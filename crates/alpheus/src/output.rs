//! Where output goes, and what it is laid out for.

use crate::args::Color;
use alpheus_report::{Screen, Unread, clean::clean};
use anstream::{AutoStream, ColorChoice};
use anyhow::Context as _;
use std::{
    fmt,
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// What text is laid out for where there is no terminal.
const WIDTH: usize = 100;
/// Narrower than this, lines are left to the terminal to break.
const NARROWEST: usize = 40;

/// The standard output, or a file.
pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    const BUFFER: usize = 1 << 16;
    let Some(path) = path else {
        return Ok(Box::new(BufWriter::with_capacity(BUFFER, io::stdout().lock())));
    };
    let file = File::create(path)
        .with_context(|| format!("could not write {}", path.display()))?;
    Ok(Box::new(BufWriter::with_capacity(BUFFER, file)))
}

/// What the output is laid out for.
pub(crate) fn screen(width: Option<usize>, color: Color, to_file: bool) -> Screen {
    let terminal = || terminal_size::terminal_size_of(io::stdout());
    let columns = || terminal().map(|(width, _)| usize::from(width.0));
    Screen {
        width: width.or_else(columns).unwrap_or(WIDTH).max(NARROWEST),
        color: match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                !to_file && AutoStream::choice(&io::stdout()) != ColorChoice::Never
            }
        },
    }
}

/// What errors are laid out for; [`tell`] takes colours out where they are not shown.
pub(crate) fn error_screen() -> Screen {
    let terminal = terminal_size::terminal_size_of(io::stderr());
    let width = terminal.map_or(WIDTH, |(width, _)| usize::from(width.0));
    Screen { width: width.max(NARROWEST), color: true }
}

/// A line on the standard error. If it is closed there is nobody to tell.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Says why the command could not do what it was asked.
pub(crate) fn complain(error: &anyhow::Error) {
    if let Some(Rendered(text)) = error.downcast_ref() {
        return tell(text.trim_end());
    }
    let text = format!("{error:#}");
    let text: Vec<_> = text.lines().map(clean).collect();
    tell(&format!("\x1b[1;31merror\x1b[0m: {}", text.join("\n")));
}

/// Names a path that could not be read, with the reason.
pub(crate) fn unread(unread: &Unread) {
    let (name, reason) = (clean(&unread.name), clean(&unread.reason));
    tell(&format!("\x1b[1;31merror\x1b[0m: {name}: {reason}"));
}

/// An error that is laid out already, and printed as it is.
#[derive(Debug)]
pub(crate) struct Rendered(pub(crate) String);

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Rendered {}
