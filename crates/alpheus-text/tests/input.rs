//! Files, directories, patterns: found in one order, read one by one, errors named.

use std::{fs, path::PathBuf};

use alpheus_text::{Error, Format, Input, find};

/// A directory of its own for a test, gone at the end.
struct Dir(PathBuf);

impl Dir {
    fn new(name: &str) -> Dir {
        let dir = std::env::temp_dir()
            .join(format!("alpheus-text-{}-{name}", std::process::id()));
        fs::create_dir_all(&dir).expect("the temporary directory is writable");
        Dir(dir)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        let parent = path.parent().expect("it lies in the directory");
        fs::create_dir_all(parent).expect("the temporary directory is writable");
        fs::write(&path, bytes).expect("the temporary directory is writable");
        path
    }

    /// What is found, relative to the directory.
    fn names(&self, found: &[Result<Input, Error>]) -> Vec<String> {
        let relative = |path: &std::path::Path| {
            path.strip_prefix(&self.0)
                .unwrap_or(path)
                .to_string_lossy()
                .replace('\\', "/")
        };
        found
            .iter()
            .map(|found| match found {
                Ok(input) => relative(input.path()),
                Err(error) => format!("! {}", error.reason()),
            })
            .collect()
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_directory_is_walked_in_order() {
    let dir = Dir::new("walk");
    for name in
        ["b.txt", "a.md", "sub/z.html", "sub/y.jsonl", "picture.png", ".hidden.txt"]
    {
        dir.file(name, b"x");
    }
    let found = find(&[&dir.0], None);
    assert_eq!(dir.names(&found), ["a.md", "b.txt", "sub/y.jsonl", "sub/z.html"]);
    assert_eq!(found[0].as_ref().unwrap().format(), Format::Markdown);
    let forced = find(&[&dir.0], Some(Format::Plain));
    assert!(forced.iter().all(|input| input.as_ref().unwrap().format() == Format::Plain));
}

#[test]
fn patterns_and_doubles() {
    let dir = Dir::new("glob");
    for name in ["a.txt", "b.txt", "sub/c.txt", "sub/d.dat"] {
        dir.file(name, b"x");
    }
    let path = |pattern: &str| dir.0.join(pattern);
    assert_eq!(dir.names(&find(&[path("*.txt")], None)), ["a.txt", "b.txt"]);
    assert_eq!(dir.names(&find(&[path("**/*.{txt,dat}")], None)).len(), 4);
    let twice = [path("b.txt"), path("*.txt"), path("a.txt")];
    assert_eq!(dir.names(&find(&twice, None)), ["b.txt", "a.txt"]);
    assert_eq!(dir.names(&find(&[path("*.nope")], None)), ["! no file matches"]);
    assert!(dir.names(&find(&[path("[")], None))[0].starts_with("! not a pattern: "));
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let dir = Dir::new("bad");
    dir.file("a.txt", b"In 1848.");
    dir.file("b.txt", b"\x89PNG\0\0\0\0");
    dir.file(
        "c.txt",
        "Caf\u{e9} \u{2014} ".bytes().chain(*b"\xff").collect::<Vec<_>>().as_slice(),
    );
    dir.file("d.jsonl", b"{\"id\":\"x\",\"text\":\"In 1849.\"}\n{}\n");
    let read: Vec<String> = find(&[dir.0.clone(), dir.0.join("none.txt")], None)
        .into_iter()
        .flat_map(|found| match found {
            Ok(input) => input.documents().collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        })
        .map(|read| match read {
            Ok(doc) => doc.text().to_owned(),
            Err(error) => {
                assert!(error.path().starts_with(&dir.0), "{error}");
                error.reason()
            }
        })
        .collect();
    assert_eq!(
        read,
        [
            "In 1848.",
            "not a text file",
            "not valid UTF-8 from byte 10",
            "In 1849.",
            "line 2: missing field `text`, column 2",
            "no such file or directory",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_loop_of_directories_is_named() {
    let dir = Dir::new("loop");
    dir.file("sub/a.txt", b"x");
    std::os::unix::fs::symlink(&dir.0, dir.0.join("sub/up")).unwrap();
    let found = find(&[&dir.0], None);
    assert!(found.iter().any(|found| found.as_ref().is_err_and(Error::is_loop)));
    assert_eq!(found.iter().filter(|found| found.is_ok()).count(), 1);
}
