//! Files, directories, patterns and the standard input, as a command is given them.
//!
//! [`find`] lists what there is to read, in an order that is always the same; an [`Input`] is
//! then opened where and when its turn comes. What can't be read is an error with its path, and
//! never stops the rest.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;

use crate::{Document, Error, Format, JsonLines, error::Kind};

/// Something to read documents from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// `-` is the standard input.
    path: PathBuf,
    format: Format,
}

/// Lists the files under `paths`: files themselves, directories (what in them has the extension
/// of a [`Format`], without what is hidden or ignored by git), patterns (`books/**/*.txt`), and
/// `-` for the standard input.
///
/// Files stand in the order of the paths, and sorted within a directory or pattern; none stands
/// twice. Every file is read as `format`, if one is given, else as its extension says, else as
/// plain text.
///
/// # Example: what is not there is named
/// ```
/// let found = alpheus_text::find(&["/no/such/file.txt"], None);
/// let error = found[0].as_ref().unwrap_err();
/// assert_eq!(error.to_string(), "/no/such/file.txt: no such file or directory");
/// assert!(error.is_not_found());
/// ```
pub fn find<P: AsRef<Path>>(
    paths: &[P],
    format: Option<Format>,
) -> Vec<Result<Input, Error>> {
    find_if(paths, format, |_, known| known)
}

/// Lists the files under `paths` as [`find`] does, but of what is found in directories and by
/// patterns only the files that `wanted` says yes to. It is told the path, and whether `find`
/// would take it: in a directory if it has the extension of a [`Format`], by a pattern always.
pub fn find_if<P: AsRef<Path>>(
    paths: &[P],
    format: Option<Format>,
    mut wanted: impl FnMut(&Path, bool) -> bool,
) -> Vec<Result<Input, Error>> {
    let wanted = &mut wanted;
    let mut search = Search { format, seen: BTreeSet::new(), found: Vec::new(), wanted };
    for path in paths {
        search.path(path.as_ref());
    }
    search.found
}

struct Search<'w> {
    wanted: &'w mut dyn FnMut(&Path, bool) -> bool,
    format: Option<Format>,
    seen: BTreeSet<PathBuf>,
    found: Vec<Result<Input, Error>>,
}

impl Search<'_> {
    fn path(&mut self, path: &Path) {
        if path == Path::new("-") {
            return self.file(path);
        }
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => {
                self.walk(path, |file, wanted| wanted(file, Format::of(file).is_some()));
            }
            Ok(_) => self.file(path),
            Err(_) if is_pattern(path) => self.pattern(path),
            Err(error) => self.fail(path, Kind::Io(error)),
        }
    }

    fn file(&mut self, path: &Path) {
        let path = path.strip_prefix("./").unwrap_or(path);
        if self.seen.insert(path.to_owned()) {
            let format = self.format.or_else(|| Format::of(path)).unwrap_or_default();
            self.found.push(Ok(Input { path: path.to_owned(), format }));
        }
    }

    fn fail(&mut self, path: &Path, kind: Kind) {
        let path = path.strip_prefix("./").unwrap_or(path);
        self.found.push(Err(Error::new(path, kind)));
    }

    /// Takes what `wanted` says of the files under a directory.
    fn walk(
        &mut self,
        root: &Path,
        takes: impl Fn(&Path, &mut dyn FnMut(&Path, bool) -> bool) -> bool,
    ) {
        let walk = WalkBuilder::new(root)
            .follow_links(true)
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => {}
                Ok(entry) if takes(entry.path(), self.wanted) => self.file(entry.path()),
                Ok(_) => {}
                Err(error) => self.found.push(Err(walk_error(root, error))),
            }
        }
    }

    fn pattern(&mut self, pattern: &Path) {
        let root = root_of(pattern);
        match matcher(pattern) {
            Err(reason) => self.fail(pattern, Kind::Pattern(reason)),
            Ok(_) if !root.exists() => self.fail(pattern, Kind::NoMatch),
            Ok(matcher) => {
                let before = self.found.len();
                let seen = self.seen.len();
                self.walk(&root, |file, wanted| {
                    let path = file.strip_prefix("./").unwrap_or(file);
                    matcher.is_match(path) && wanted(file, true)
                });
                if self.found.len() == before && self.seen.len() == seen {
                    self.none_new(pattern, &matcher);
                }
            }
        }
    }

    /// A pattern that adds nothing is an error, unless other paths gave its files before.
    fn none_new(&mut self, pattern: &Path, matcher: &GlobMatcher) {
        if !self.seen.iter().any(|file| matcher.is_match(file)) {
            self.fail(pattern, Kind::NoMatch);
        }
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.contains(['*', '?', '[', '{']))
}

fn matcher(pattern: &Path) -> Result<GlobMatcher, String> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern).to_string_lossy();
    GlobBuilder::new(&pattern)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| error.kind().to_string())
}

/// The directory that a pattern looks into.
fn root_of(pattern: &Path) -> PathBuf {
    let plain = |part: &std::path::Component<'_>| !is_pattern(part.as_os_str().as_ref());
    let root: PathBuf = pattern.components().take_while(plain).collect();
    if root.as_os_str().is_empty() { PathBuf::from(".") } else { root }
}

fn walk_error(root: &Path, error: ignore::Error) -> Error {
    match error {
        ignore::Error::WithPath { path, err } => walk_error(&path, *err),
        ignore::Error::WithDepth { err, .. } => walk_error(root, *err),
        ignore::Error::Loop { ancestor, child } => {
            Error::new(child, Kind::Loop(ancestor))
        }
        other => {
            let reason = other.to_string();
            let io = other.into_io_error();
            Error::new(root, Kind::Io(io.unwrap_or_else(|| io::Error::other(reason))))
        }
    }
}

impl Input {
    /// Its path; `-` for the standard input.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How it is read.
    pub fn format(&self) -> Format {
        self.format
    }

    /// How many bytes it has, where that is known.
    pub fn size(&self) -> Option<u64> {
        fs::metadata(&self.path).ok().filter(fs::Metadata::is_file).map(|data| data.len())
    }

    /// Its documents: one, or as many as it has lines of JSON.
    ///
    /// # Errors
    /// Each item may be one; what can't be opened gives one error.
    pub fn documents(&self) -> Documents {
        let read = match self.format {
            Format::JsonLines => self.reader().map(Documents::lines),
            _ => self.document().map(Documents::one),
        };
        read.unwrap_or_else(Documents::failed)
    }

    fn name(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }

    fn fail(&self, kind: Kind) -> Error {
        Error::new(self.path.as_path(), kind)
    }

    fn reader(&self) -> Result<JsonLines<Box<dyn BufRead + Send>>, Error> {
        let reader: Box<dyn BufRead + Send> = if self.path == Path::new("-") {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file =
                File::open(&self.path).map_err(|error| self.fail(Kind::Io(error)))?;
            Box::new(BufReader::with_capacity(1 << 16, file))
        };
        Ok(JsonLines::new(self.name(), reader))
    }

    fn document(&self) -> Result<Document, Error> {
        if self.size().is_some_and(|size| size >= u64::from(u32::MAX)) {
            return Err(self.fail(Kind::TooLarge));
        }
        let bytes = if self.path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().take(u64::from(u32::MAX)).read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(&self.path)
        };
        let bytes = bytes.map_err(|error| self.fail(Kind::Io(error)))?;
        Document::decode(self.name(), bytes, self.format)
    }
}

/// The documents of an [`Input`].
pub struct Documents(State);

enum State {
    One(Option<Box<Result<Document, Error>>>),
    Lines(JsonLines<Box<dyn BufRead + Send>>),
}

impl Documents {
    fn one(document: Document) -> Self {
        Documents(State::One(Some(Box::new(Ok(document)))))
    }

    fn failed(error: Error) -> Self {
        Documents(State::One(Some(Box::new(Err(error)))))
    }

    fn lines(lines: JsonLines<Box<dyn BufRead + Send>>) -> Self {
        Documents(State::Lines(lines))
    }
}

impl Iterator for Documents {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            State::One(read) => read.take().map(|read| *read),
            State::Lines(lines) => lines.next(),
        }
    }
}
