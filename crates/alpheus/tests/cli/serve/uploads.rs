//! Accounts and sources that are added from a browser.

use super::*;

impl Served {
    fn add(&self, path: &str, text: &str) -> Answer {
        self.ask("PUT", &format!("/api/{path}"), &self.head(), text)
    }
}

#[test]
fn an_account_is_added_and_checked() {
    let dir = case();
    let served = Served::of(&dir);
    let answer = served.add("accounts/the%20mail.md", SECOND);
    assert_eq!(
        (answer.status, &answer.json()["path"]),
        (201, &json!("accounts/the mail.md"))
    );
    assert_eq!(read(&dir, "accounts/the mail.md"), SECOND);
    let view = served.view();
    assert_eq!(view["accounts"].as_array().unwrap().len(), 2);
    let found = &view["accounts"][1]["findings"][0]["rule"];
    assert_eq!(found, "weekday-mismatch");
}

#[test]
fn a_source_is_added_to_a_case_without_any() {
    let dir = case();
    let served = Served::of(&dir);
    assert_eq!(served.add("sources/letter.txt", "We sail on the tide.").status, 201);
    assert_eq!(read(&dir, "sources/letter.txt"), "We sail on the tide.");
    assert_eq!(served.get("/api/files/sources/letter.txt").body, "We sail on the tide.");
}

#[test]
fn nothing_is_added_over_a_file() {
    let dir = case();
    let served = Served::of(&dir);
    let before = read(&dir, "accounts/log.md");
    let answer = served.add("accounts/log.md", "other");
    assert_eq!(answer.status, 409);
    assert!(
        answer.json()["error"].as_str().unwrap().contains("log.md"),
        "{}",
        answer.body
    );
    assert_eq!(read(&dir, "accounts/log.md"), before);
    let names = fs::read_dir(dir.path().join("case/accounts")).unwrap();
    assert_eq!(names.count(), 1);
}

#[test]
fn names_and_texts_are_looked_at() {
    let dir = case();
    let served = Served::of(&dir);
    for name in [
        "..%2flog2.md",
        "%2e%2e%2flog2.md",
        "a%5cb.md",
        ".hidden.md",
        "log.md%00",
        "nul.txt",
        "log.md%20",
        "picture.png",
        "case.toml",
        "log",
        "%ff.md",
        "C:log.md",
    ] {
        let answer = served.add(&format!("accounts/{name}"), "text");
        assert!(matches!(answer.status, 400 | 404 | 422), "{name}: {}", answer.status);
        assert!(answer.json()["error"].is_string(), "{name}: {}", answer.body);
    }
    for (text, why) in [("", "empty"), ("\0\u{1}\u{2}\0\0", "text")] {
        let answer = served.add("accounts/new.md", text);
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains(why), "{}", answer.body);
    }
    assert_eq!(fs::read_dir(dir.path().join("case/accounts")).unwrap().count(), 1);
    assert_eq!(fs::read_dir(dir.path().join("case")).unwrap().count(), 2);
}

#[test]
fn what_is_added_is_bounded() {
    let dir = case();
    let served = Served::of(&dir);
    let large = "A line of a long log.\n".repeat(800_000);
    // The connection may be closed before all of it is sent.
    let answer = served.try_ask("PUT", "/api/accounts/long.md", &served.head(), &large);
    if let Some(answer) = answer {
        assert_eq!(answer.status, 413);
        assert!(answer.body.contains("16 MB"), "{}", answer.body);
    }
    assert!(!dir.path().join("case/accounts/long.md").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_added_outside_the_case() {
    let dir = case();
    fs::create_dir(dir.path().join("outside")).unwrap();
    std::os::unix::fs::symlink("../outside", dir.path().join("case/sources")).unwrap();
    let served = Served::of(&dir);
    assert_eq!(served.add("sources/letter.txt", "We sail.").status, 500);
    assert_eq!(fs::read_dir(dir.path().join("outside")).unwrap().count(), 0);
}
