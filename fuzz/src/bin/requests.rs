//! Requests to a server of a case: any method, path, header and body is answered, never with a
//! server's error, and nothing outside the case folder is read or written.
//!
//! An input is a request in lines: method, path, headers (`name: value`), an empty line, the body.
//! `@0` to `@4` stand for what the server last told of its files and of a finding, so that changes
//! come through.
#![no_main]

use alpheus_check::{Options, Testimony, check_with_claims};
use alpheus_pages::{Read, View};
use alpheus_report::ledger::Entry;
use alpheus_serve::{Requests, Workbench};
use alpheus_text::{Document, Format};
use std::{
    cell::RefCell,
    collections::BTreeSet,
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock},
};
use tempfile::TempDir;

const CASE: &str = "weigh = 1\nquestion = \"Who?\"\n[hypotheses]\na = \"A\"\nb = \"B\"\n\
    [sources]\nlog = { say = \"The log\", accuracy = 0.9 }\n\
    [evidence.order]\nsay = \"An order\"\nsource = \"log\"\nif = { a = 0.8, b = 0.3 }\n";
const LOG: &str = "The mail left Dover on Monday, 24 July 1907, at noon.\n";
/// What lies outside the case. The fuzzer learns what is compared and tells it back, so it is
/// longer than any input.
static SECRET: LazyLock<String> = LazyLock::new(|| "nobody may see this, ".repeat(400));
/// After so many requests the case is a new one.
const MOST: u32 = 500;

/// Reads the accounts of a folder as they are.
struct Folder(PathBuf);

impl Folder {
    fn documents(&self) -> Vec<Arc<Document>> {
        let entries =
            fs::read_dir(self.0.join("accounts")).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        let read = paths.iter().filter_map(|path| {
            let format = Format::of(path)?;
            let name = path.file_name()?.to_string_lossy().into_owned();
            Document::decode(name, fs::read(path).ok()?, format).ok().map(Arc::new)
        });
        read.collect()
    }
}

impl Workbench for Folder {
    fn read(&self) -> Result<View, String> {
        let options = Options::default();
        let read = |doc| Testimony::check_with_claims(doc, &options);
        let all: Vec<_> = self.documents().into_iter().map(read).collect();
        let called: Vec<_> =
            all.iter().map(|(_, one)| format!("accounts/{}", one.doc().name())).collect();
        let read: Vec<_> = all
            .iter()
            .zip(&called)
            .map(|((checked, testimony), called)| Read {
                called,
                testimony,
                checked,
                suppressed: 0,
                traced: None,
                ledger: &[],
            })
            .collect();
        let mut view = View::default();
        view.read(&read);
        Ok(view)
    }

    fn claims(&self) -> Result<(Vec<Entry>, BTreeSet<String>), String> {
        let documents = self.documents();
        let names = documents.iter().map(|doc| doc.name().to_owned()).collect();
        let entries = documents.iter().flat_map(|doc| {
            let (checked, claims) = check_with_claims(doc, &Options::default());
            alpheus_report::ledger::entries(doc, &claims, &checked)
        });
        Ok((entries.collect(), names))
    }
}

/// A case with a neighbour, and what answers for it.
struct Case {
    outside: TempDir,
    requests: Requests,
    asked: u32,
}

impl Case {
    fn new() -> Case {
        let outside = tempfile::tempdir().unwrap();
        let case = outside.path().join("case");
        fs::create_dir_all(case.join("accounts")).unwrap();
        fs::write(outside.path().join("secret.txt"), &*SECRET).unwrap();
        fs::write(case.join("case.toml"), CASE).unwrap();
        fs::write(case.join("accounts/log.md"), LOG).unwrap();
        std::os::unix::fs::symlink("../secret.txt", case.join("link.txt")).unwrap();
        let requests = Requests::new(&case, Folder(case.clone())).unwrap();
        Case { outside, requests, asked: 0 }
    }

    fn assert_alone(&self) {
        let mut names: Vec<_> = fs::read_dir(self.outside.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["case", "secret.txt"]);
        let secret = fs::read_to_string(self.outside.path().join("secret.txt")).unwrap();
        assert_eq!(secret, *SECRET);
    }
}

thread_local! {
    static CASE_NOW: RefCell<Option<Case>> = const { RefCell::new(None) };
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let (method, uri) = (lines.next().unwrap_or("GET"), lines.next().unwrap_or("/"));
    let headers: Vec<_> = lines.filter_map(|line| line.split_once(": ")).collect();
    CASE_NOW.with_borrow_mut(|now| {
        if now.as_ref().is_some_and(|case| case.asked > MOST) {
            *now = None;
        }
        let case = now.get_or_insert_with(Case::new);
        case.asked += 1;
        let (mut uri, mut body) = (uri.to_owned(), body.to_owned());
        for (number, seen) in case.requests.seen().iter().enumerate() {
            uri = uri.replace(&format!("@{number}"), seen);
            body = body.replace(&format!("@{number}"), seen);
        }
        for token in [false, true] {
            let asked = case.requests.ask(method, &uri, &headers, body.as_bytes(), token);
            let Some((status, told)) = asked else { continue };
            let told = String::from_utf8_lossy(&told);
            assert!(status < 500, "{status}: {told}");
            assert!(
                token || [400, 401, 403].contains(&status),
                "{status} without a token"
            );
            assert!(!told.contains(&**SECRET), "{uri}");
        }
        case.assert_alone();
    });
});
