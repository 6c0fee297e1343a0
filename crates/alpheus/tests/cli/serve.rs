//! `alpheus serve`: who may ask, what is kept, and what survives a kill.

mod faults;
mod uploads;

use super::*;
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader, Read as _},
    net::TcpStream,
    process::Child,
    sync::Mutex,
    time::{Duration, Instant},
};

const CASE: &str = r#"# Why it sailed.
weigh = 1
question = "Who sent the squadron?"
[hypotheses]
navy = "The navy"
crown = "The crown"
[sources]
log = { say = "The log", accuracy = 0.9 } # at Kew
[evidence.order]
say = "An order was given"
source = "log"
if = { navy = 0.8, crown = 0.3 } # ours
"#;
const SECOND: &str = "The mail left Dover on Monday, 24 July 1907, at noon.";

/// A server of a case, which ends with the test.
struct Served {
    child: Mutex<Child>,
    port: u16,
    token: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Ok(child) = self.child.get_mut() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Served {
    fn of(dir: &Dir) -> Served {
        let mut command = dir.command(&["serve", "case"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let (port, token) = address.split_once("/?token=").unwrap();
        Served {
            port: port.parse().unwrap(),
            token: token.to_owned(),
            child: child.into(),
        }
    }

    /// Sends bytes as they are, and no more if they are all; what comes back may be nothing.
    fn raw(&self, bytes: &[u8], all_sent: bool) -> Option<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        stream.write_all(bytes).ok()?;
        if all_sent {
            let _ = stream.shutdown(std::net::Shutdown::Write);
        }
        let mut all = Vec::new();
        stream.read_to_end(&mut all).ok()?;
        let all = String::from_utf8_lossy(&all);
        let (head, body) = all.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    fn ask(&self, method: &str, path: &str, head: &str, body: &str) -> Answer {
        self.try_ask(method, path, head, body).unwrap()
    }

    fn try_ask(
        &self,
        method: &str,
        path: &str,
        head: &str,
        body: &str,
    ) -> Option<Answer> {
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nconnection: close\r\ncontent-length: {length}\r\n\
             content-type: application/json\r\n{head}\r\n{body}"
        );
        self.raw(request.as_bytes(), false)
    }

    fn head(&self) -> String {
        format!(
            "host: 127.0.0.1:{}\r\nauthorization: Bearer {}\r\n",
            self.port, self.token
        )
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.head(), "")
    }

    fn put(&self, path: &str, body: &Value) -> Answer {
        self.ask("PUT", path, &self.head(), &body.to_string())
    }

    fn view(&self) -> Value {
        self.get("/api/view").json()
    }

    /// The view as soon as it is as it should be.
    fn view_when(&self, is: impl Fn(&Value) -> bool) -> Value {
        let begin = Instant::now();
        loop {
            let view = self.view();
            if is(&view) || begin.elapsed() > Duration::from_secs(10) {
                return view;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn dismiss(&self, finding: usize, reason: &str) -> Answer {
        let view = self.view();
        let key = findings(&view)[finding]["key"].as_str().unwrap().to_owned();
        let seen = &view["served"]["adjudications"];
        let body = json!({ "seen": seen, "state": "dismissed", "reason": reason });
        self.put(&format!("/api/findings/{key}/decision"), &body)
    }
}

fn findings(view: &Value) -> &Vec<Value> {
    view["accounts"][0]["findings"].as_array().unwrap()
}

fn case() -> Dir {
    let text = format!("{SLIP}\n\n{SECOND}\n");
    Dir::with(&[("case/case.toml", CASE), ("case/accounts/log.md", &text)])
}

fn read(dir: &Dir, name: &str) -> String {
    fs::read_to_string(dir.path().join("case").join(name)).unwrap()
}

#[test]
fn only_who_has_the_token_and_the_right_name_may_ask() {
    let dir = case();
    let served = Served::of(&dir);
    let host = format!("host: 127.0.0.1:{}\r\n", served.port);
    let own = served.head();
    let statuses = [
        ("", 400),
        ("host: evil.example\r\n", 403),
        (
            &format!("host: evil.example\r\nauthorization: Bearer {}\r\n", served.token),
            403,
        ),
        (&host, 401),
        (&format!("{host}authorization: Bearer {}\r\n", "0".repeat(48)), 401),
        (&format!("{own}origin: http://evil.example\r\n"), 403),
        (&format!("{own}origin: null\r\n"), 403),
        (&format!("{own}origin: http://127.0.0.1:{}\r\n", served.port), 200),
        (&own, 200),
    ];
    for (head, status) in statuses {
        let got = served.ask("GET", "/api/view", head, "").status;
        assert!(got == status || (status == 400 && got == 403), "{head}: {got}");
    }
    assert_eq!(served.ask("GET", "/?token=0", &host, "").status, 401);
    let entered = served.ask("GET", &format!("/?token={}", served.token), &host, "");
    assert_eq!(entered.status, 303);
    assert!(entered.head.contains("HttpOnly; SameSite=Strict"), "{}", entered.head);
    let cookie = format!("{host}cookie: alpheus-{}={}\r\n", served.port, served.token);
    let page = served.ask("GET", "/", &cookie, "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("connect-src 'self'"));
    // A cookie alone makes no change: a browser gives the origin with it.
    assert_eq!(served.ask("PUT", "/api/case", &cookie, "{}").status, 401);
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let dir = case();
    dir.write("secret.txt", "secret");
    #[cfg(unix)]
    for (target, link) in [("../secret.txt", "link.txt"), ("..", "up")] {
        std::os::unix::fs::symlink(target, dir.path().join("case").join(link)).unwrap();
    }
    let served = Served::of(&dir);
    assert!(served.get("/api/files/accounts/log.md").body.contains("squadron"));
    let paths = [
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "%2e%2e%2fsecret.txt",
        "accounts/../../secret.txt",
        "accounts/..%2f..%2fsecret.txt",
        "....//secret.txt",
        "..%5csecret.txt",
        "..%255csecret.txt",
        "%252e%252e/secret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "link.txt",
        "up/secret.txt",
        "up%2fsecret.txt",
        "accounts",
        "log.md%00",
        "%c0%ae%c0%ae/secret.txt",
        "file:%2f%2f%2fetc%2fpasswd",
        ".",
        "",
        "C:%5cWindows%5cwin.ini",
        "accounts/log.md/..",
        "./../secret.txt",
        "~/secret.txt",
    ];
    for path in paths {
        let answer = served.get(&format!("/api/files/{path}"));
        assert!(answer.status >= 400, "{path}: {}", answer.status);
        assert!(
            !answer.body.contains("secret") && !answer.body.contains("root:"),
            "{path}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_not_written_through() {
    let dir = case();
    let outside = dir.write("outside.toml", "# theirs\n");
    let link = dir.path().join("case/adjudications.toml");
    let served = Served::of(&dir);
    std::os::unix::fs::symlink(&outside, link).unwrap();
    assert_eq!(served.dismiss(0, "so").status, 500);
    assert_eq!(fs::read_to_string(outside).unwrap(), "# theirs\n");
}

#[test]
fn bodies_are_bounded_and_have_to_make_sense() {
    let dir = case();
    let served = Served::of(&dir);
    let key = findings(&served.view())[0]["key"].as_str().unwrap().to_owned();
    let path = format!("/api/findings/{key}/decision");
    let large = json!({ "seen": "", "note": "x".repeat(1 << 20) });
    // The connection may be closed before all of it is sent.
    let answer = served.try_ask("PUT", &path, &served.head(), &large.to_string());
    assert!(answer.is_none_or(|answer| answer.status == 413));
    assert_eq!(served.put(&path, &json!({ "seen": "", "state": "gone" })).status, 422);
    assert_eq!(served.dismiss(0, " ").status, 422);
    assert_eq!(
        served.put("/api/findings/none/decision", &json!({ "seen": "" })).status,
        404
    );
    assert!(!dir.path().join("case/adjudications.toml").exists());
}

#[test]
fn a_dismissal_survives_edits_and_check_honours_it() {
    let dir = case();
    let served = Served::of(&dir);
    assert_eq!(findings(&served.view()).len(), 2);
    let before = dir.run(&["check", "case/accounts"]);
    assert!(before.out.contains("Spithead"), "{before:?}");
    assert_eq!(served.dismiss(0, "so in the log").status, 200);
    assert!(read(&dir, "adjudications.toml").contains("reason = \"so in the log\""));
    let text = format!(
        "# The log\n\nA new paragraph.\n\n{}\n\n{SECOND}\n",
        SLIP.replace("squadron", "second squadron")
    );
    dir.write("case/accounts/log.md", text);
    let view = served.view_when(|view| view["accounts"][0]["findings"][0]["line"] == 5);
    assert_eq!(findings(&view)[0]["decision"]["state"], "dismissed");
    assert!(findings(&view)[1].get("decision").is_none());
    let after = dir.run(&["check", "case/accounts"]);
    assert!(!after.out.contains("Spithead") && after.out.contains("Dover"), "{after:?}");
    assert!(after.out.contains("1 dismissed"), "{after:?}");
    dir.write("case/adjudications.toml", "finding = 3\n");
    let wrong = dir.run(&["check", "case/accounts"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("adjudications.toml"), "{wrong:?}");
}

#[test]
fn equal_findings_are_decided_one_by_one() {
    let text = format!("{SLIP}\n\n{SECOND}\n\nIt ended.\n\n{SECOND}\n");
    let dir = Dir::with(&[("case/case.toml", CASE), ("case/accounts/log.md", &text)]);
    let served = Served::of(&dir);
    assert_eq!(findings(&served.view()).len(), 3);
    assert_eq!(served.dismiss(2, "so in the copy").status, 200);
    let states = |view: &Value| -> Vec<bool> {
        let all = findings(view).iter();
        all.map(|one| one["decision"]["state"] == "dismissed").collect()
    };
    assert_eq!(states(&served.view()), [false, false, true]);
    assert!(read(&dir, "adjudications.toml").contains("nth = 2"));
    dir.write(
        "case/accounts/log.md",
        format!("# Log\n\n{}", text.replace("It ended", "So it ended")),
    );
    let view = served.view_when(|view| view["accounts"][0]["findings"][0]["line"] == 3);
    assert_eq!(states(&view), [false, false, true]);
    let run = dir.run(&["check", "case/accounts"]);
    assert!(run.out.contains("1 dismissed"), "{run:?}");
}

#[test]
fn nothing_is_written_over_what_was_not_seen() {
    let dir = case();
    let served = Served::of(&dir);
    let view = served.view();
    let key = findings(&view)[0]["key"].as_str().unwrap().to_owned();
    let path = format!("/api/findings/{key}/decision");
    let theirs = "# written by hand meanwhile\n";
    dir.write("case/adjudications.toml", theirs);
    let body = json!({ "seen": view["served"]["adjudications"], "note": "x" });
    let answer = served.put(&path, &body);
    assert_eq!(answer.status, 409);
    assert!(answer.json()["error"].as_str().unwrap().contains("changed meanwhile"));
    assert_eq!(read(&dir, "adjudications.toml"), theirs);
    // Whoever has looked again may write, and what stood there stays.
    let old = &view["served"]["adjudications"];
    let view = served.view_when(|view| view["served"]["adjudications"] != *old);
    let body = json!({ "seen": view["served"]["adjudications"], "note": "x" });
    assert_eq!(served.put(&path, &body).status, 200);
    assert!(read(&dir, "adjudications.toml").contains(theirs.trim()));
}

#[test]
fn a_likelihood_is_changed_and_comments_stay() {
    let dir = case();
    let served = Served::of(&dir);
    let view = served.view();
    let before = view["case"]["weighing"]["hypotheses"][0]["posterior"].as_f64().unwrap();
    let set = |seen: &Value, value: &str| {
        let path = "evidence.order.if.navy";
        served.put("/api/case", &json!({ "seen": seen, "path": path, "value": value }))
    };
    assert_eq!(set(&view["served"]["case"], "7").status, 422);
    assert_eq!(set(&"0".into(), "0.1").status, 409);
    assert_eq!(read(&dir, "case.toml"), CASE);
    assert_eq!(set(&view["served"]["case"], "0.1").status, 200);
    assert_eq!(read(&dir, "case.toml"), CASE.replace("navy = 0.8", "navy = 0.1"));
    let view = served.view();
    let hypotheses = &view["case"]["weighing"]["hypotheses"];
    assert!(hypotheses[0]["posterior"].as_f64().unwrap() < before);
    let less = served.get("/api/weigh?without=log").json();
    assert_ne!(less["hypotheses"][0]["posterior"], hypotheses[0]["posterior"]);
    assert_eq!(served.get("/api/weigh?without=nobody").status, 422);
}

#[test]
fn the_ledger_is_kept_as_the_command_keeps_it() {
    let dir = case();
    let served = Served::of(&dir);
    let view = served.view();
    let fill = |number: usize, view: &Value, verdict: &str| {
        let seen = &view["served"];
        let body = json!({ "seen": seen["ledger"], "accounts": seen["accounts"], "verdict": verdict, "initials": "K." });
        served.put(&format!("/api/claims/{number}"), &body).status
    };
    let last = view["claims"].as_array().unwrap().len() - 1;
    assert_eq!(fill(last, &view, "stands"), 200);
    assert_eq!(fill(0, &view, "late"), 409);
    let view = served.view();
    assert_eq!(view["claims"][last]["filled"]["verdict"], "stands");
    let written = read(&dir, "ledger.csv");
    let run = dir.run(&["ledger", "case/accounts", "-o", "case/ledger.csv"]);
    assert!(run.err.contains("1 filled row"), "{run:?}");
    assert_eq!(read(&dir, "ledger.csv"), written);
}

#[test]
fn the_description_names_every_path() {
    let served = Served::of(&case());
    let document = served.get("/api/openapi.json").json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let paths: Vec<_> = document["paths"].as_object().unwrap().keys().collect();
    assert_eq!(paths.len(), 12, "{paths:?}");
}

#[test]
fn a_browser_is_told_of_a_change() {
    let dir = case();
    let served = Served::of(&dir);
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "GET /api/events HTTP/1.1\r\n{}\r\n", served.head()).unwrap();
    let mut lines = BufReader::new(stream).lines();
    assert!(lines.next().unwrap().unwrap().contains("200"));
    std::thread::sleep(Duration::from_millis(800));
    dir.write("case/accounts/log.md", RIGHT);
    assert!(lines.any(|line| line.unwrap().starts_with("data: ")));
    assert!(findings(&served.view()).is_empty());
}
