use super::*;
use tempfile::TempDir;

fn source(id: &str) -> Source {
    Source { id: id.to_owned(), ..Source::default() }
}

fn ids(library: &Library) -> Vec<String> {
    library.sources().map(|source| source.id.clone()).collect()
}

fn library(texts: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    for (id, text) in texts {
        writer.add(source(id), text).unwrap();
    }
    writer.commit().unwrap();
    dir
}

#[test]
fn it_grows_and_shrinks() {
    let dir =
        library(&[("a", "The ferry left at dawn."), ("b", "The toll was a penny.")]);
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    assert_eq!(writer.add(source("a"), "The ferry left at dawn.").unwrap(), Added::Same);
    assert_eq!(
        writer.add(source("b"), "The toll was twopence.").unwrap(),
        Added::Changed
    );
    assert_eq!(writer.add(source("c"), "Nobody paid it.").unwrap(), Added::New);
    assert_eq!(writer.add(source("c"), "Nobody paid it twice.").unwrap(), Added::Changed);
    writer.commit().unwrap();
    assert_eq!(ids(&Library::open(dir.path()).unwrap()), ["a", "b", "c"]);

    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    writer.remove("a").unwrap();
    assert!(writer.remove("a").is_err());
    writer.commit().unwrap();
    assert_eq!(ids(&Library::open(dir.path()).unwrap()), ["b", "c"]);

    let before = Library::open(dir.path()).unwrap().size();
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    let mut done = 0;
    writer.compact(|bytes| done += bytes).unwrap();
    assert_eq!(done, before.text);
    let after = writer.commit().unwrap();
    assert_eq!(ids(&after), ["b", "c"]);
    assert!(after.size().text < before.text && after.size().segments == 1);
    after.verify().unwrap();
}

#[test]
fn what_is_not_committed_is_not_there() {
    let dir = library(&[("a", "The ferry left at dawn.")]);
    let mut writer = Writer::open(dir.path(), Folding::default()).unwrap();
    writer.remove("a").unwrap();
    writer.add(source("b"), "Another text.").unwrap();
    writer.flush().unwrap();
    drop(writer);
    assert_eq!(ids(&Library::open(dir.path()).unwrap()), ["a"]);
    let files = || fs::read_dir(dir.path()).unwrap().count();
    let left = files();
    drop(Writer::open(dir.path(), Folding::default()).unwrap());
    assert_eq!(files(), left - 1, "the segment that was left behind is cleared");
}

#[test]
fn there_is_one_writer() {
    let dir = library(&[]);
    let _writer = Writer::open(dir.path(), Folding::default()).unwrap();
    let error = Writer::open(dir.path(), Folding::default()).unwrap_err();
    assert!(error.is_locked(), "{error}");
    Library::open(dir.path()).unwrap();
}

#[test]
fn damage_is_noticed_and_named() {
    let dir = library(&[("a", "The ferry left at dawn, and came back at noon.")]);
    let path = dir.path().join("000000.segment");
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        fs::write(&path, bytes).unwrap();
        let error = Library::open(dir.path()).and_then(|library| library.verify());
        // Only the unused bytes between two numbers of the table may change unnoticed.
        if let Err(error) = error {
            assert!(error.to_string().contains("000000.segment"), "{error}");
        } else {
            assert!((FIXED_END - 4..FIXED_END).contains(&at), "byte {at}");
        }
    }
    for cut in [0, 7, 40, whole.len() - 1] {
        fs::write(&path, &whole[..cut]).unwrap();
        assert!(Library::open(dir.path()).is_err());
    }
    fs::remove_file(&path).unwrap();
    assert!(Library::open(dir.path()).is_err());
}

/// Where the header ends.
const FIXED_END: usize = 16 + 8 * 24 + 8;
