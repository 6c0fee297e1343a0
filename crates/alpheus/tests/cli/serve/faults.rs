//! What goes wrong: kills in the middle of changes, requests that make no sense, slowness.

use super::*;
use alpheus_report::{adjudications::Adjudications, ledger::Ledger};

/// A small generator: the same requests at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

/// How often, unless the environment asks for more.
fn times(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// What the files hold as far as the test has changed them.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    reason: String,
    likelihood: String,
    verdict: String,
    /// How many sources were added.
    sources: usize,
}

#[derive(Clone, Copy, Debug)]
enum Change {
    Decision,
    Likelihood,
    Claim,
    Source,
}

const CHANGES: [Change; 4] =
    [Change::Decision, Change::Likelihood, Change::Claim, Change::Source];

/// The text of the source with this number: long enough to be written in pieces.
fn source(number: usize) -> String {
    format!("Letter {number}. ").repeat(4000)
}

impl Kept {
    /// What would be kept after a change that nobody has made before.
    fn after(&self, change: Change, number: usize) -> Kept {
        let mut next = self.clone();
        match change {
            Change::Decision => {
                next.reason = format!("{number} {}", "word ".repeat(2000));
                next.reason.truncate(next.reason.trim_end().len());
            }
            Change::Likelihood => next.likelihood = format!("0.5{number:06}1"),
            Change::Claim => next.verdict = format!("stands {number}"),
            Change::Source => next.sources += 1,
        }
        next
    }

    /// Reads the files, each of which has to be whole.
    fn read(dir: &Dir) -> Kept {
        let [decided, ledger] =
            ["adjudications.toml", "ledger.csv"].map(|name| read_or_empty(dir, name));
        let whole = Adjudications::read(&decided).unwrap();
        let view = Adjudications::read(&whole.text()).unwrap();
        assert_eq!(view.text(), decided);
        let reason = decided.split("reason = \"").nth(1).unwrap_or_default();
        let ledger =
            (!ledger.is_empty()).then(|| Ledger::read(ledger.as_bytes()).unwrap());
        let (before, after) = CASE.split_once("navy = 0.8").unwrap();
        let case = read(dir, "case.toml");
        let likelihood = case.strip_prefix(before).unwrap().strip_suffix(after).unwrap();
        let sources = fs::read_dir(dir.path().join("case/sources"));
        let sources = sources.into_iter().flatten().map(|one| one.unwrap().path());
        // What a server that was killed has left beside is cleared by the next.
        let is_left = |path: &PathBuf| path.extension().is_some_and(|it| it == "part");
        let sources: Vec<_> = sources.filter(|path| !is_left(path)).collect();
        for path in &sources {
            let number = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
            assert_eq!(fs::read_to_string(path).unwrap(), source(number));
        }
        Kept {
            reason: reason.split('"').next().unwrap_or_default().to_owned(),
            likelihood: likelihood.strip_prefix("navy = ").unwrap().to_owned(),
            verdict: ledger
                .map(|all| all.rows[0].filled.verdict.clone())
                .unwrap_or_default(),
            sources: sources.len(),
        }
    }
}

/// Changes as one sender makes them, who has seen every answer.
struct Sender<'s> {
    served: &'s Served,
    view: Value,
}

impl Sender<'_> {
    /// Whether it was answered that it is kept.
    fn send(&mut self, change: Change, next: &Kept) -> bool {
        let seen = &self.view["served"];
        let (file, path, body) = match change {
            Change::Decision => {
                let key = findings(&self.view)[0]["key"].as_str().unwrap();
                let body = json!({ "seen": seen["adjudications"], "state": "dismissed", "reason": next.reason });
                (
                    "adjudications",
                    format!("/api/findings/{key}/decision"),
                    body.to_string(),
                )
            }
            Change::Likelihood => {
                let path = "evidence.order.if.navy";
                let body = json!({ "seen": seen["case"], "path": path, "value": next.likelihood });
                ("case", "/api/case".to_owned(), body.to_string())
            }
            Change::Claim => {
                let body = json!({ "seen": seen["ledger"], "accounts": seen["accounts"], "verdict": next.verdict });
                ("ledger", "/api/claims/0".to_owned(), body.to_string())
            }
            Change::Source => {
                let path = format!("/api/sources/{}.txt", next.sources);
                ("", path, source(next.sources))
            }
        };
        let head = self.served.head();
        let Some(answer) = self.served.try_ask("PUT", &path, &head, &body) else {
            return false;
        };
        // An answer that was cut off is none.
        let Ok(done) = serde_json::from_str::<Value>(&answer.body) else { return false };
        assert!(matches!(answer.status, 200 | 201), "{change:?}: {done}");
        if !file.is_empty() {
            self.view["served"][file] = done["seen"].clone();
        }
        true
    }
}

#[test]
fn who_is_killed_while_writing_leaves_whole_files() {
    let dir = case();
    let mut random = Random(7);
    let mut kept = Kept::read(&dir);
    let mut made = [0; CHANGES.len()];
    let kills = times("ALPHEUS_KILLS", 24);
    // On a busy machine a change of each kind needs more rounds.
    for round in 0..kills * 20 {
        if round >= kills && made.iter().all(|&made| made > 0) {
            break;
        }
        let served = Served::of(&dir);
        assert_nothing_is_left_over(&dir);
        let wait = Duration::from_micros(random.below(150_000) as u64);
        let mut tried = kept.clone();
        let view = served.view();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(wait);
                let mut child = served.child.lock().unwrap();
                child.kill().unwrap();
                child.wait().unwrap();
            });
            let mut sender = Sender { served: &served, view };
            loop {
                let which = random.below(CHANGES.len());
                tried = kept.after(CHANGES[which], made.iter().sum());
                if !sender.send(CHANGES[which], &tried) {
                    break;
                }
                kept = tried.clone();
                made[which] += 1;
            }
        });
        // What was answered is there; what was not answered may be.
        let now = Kept::read(&dir);
        assert!(now == kept || now == tried, "{now:?} after {kept:?} or {tried:?}");
        kept = now;
    }
    eprintln!("changes that were answered: {made:?} of {CHANGES:?}");
    assert!(made.iter().all(|&made| made > 0), "{made:?}");
}

fn assert_nothing_is_left_over(dir: &Dir) {
    for folder in ["case", "case/sources"] {
        let entries = fs::read_dir(dir.path().join(folder)).into_iter().flatten();
        let mut names = entries.map(|entry| entry.unwrap().file_name());
        assert!(!names.any(|name| name.to_string_lossy().ends_with(".part")));
    }
}

fn read_or_empty(dir: &Dir, name: &str) -> String {
    fs::read_to_string(dir.path().join("case").join(name)).unwrap_or_default()
}

#[test]
fn malformed_requests_are_answered_or_dropped() {
    const PARTS: [&str; 16] = [
        "GET ",
        "PUT ",
        "/api/",
        "findings/",
        "decision",
        "claims/99999999999999999999",
        "case",
        " HTTP/1.1\r\n",
        "host: ",
        "\r\n\r\n",
        "{\"seen\":",
        "content-length: 9\r\n",
        "%ff%00",
        "\u{0}\u{7f}",
        "transfer-encoding: chunked\r\n",
        "ffffffffff\r\n",
    ];
    let dir = case();
    let served = Served::of(&dir);
    let mut random = Random(11);
    for _ in 0..times("ALPHEUS_REQUESTS", 400) {
        let mut bytes = if random.below(2) == 0 {
            let path = [
                "/api/case",
                "/api/claims/0",
                "/api/findings/0/decision",
                "/api/weigh?without=%ff",
            ];
            format!(
                "PUT {} HTTP/1.1\r\nconnection: close\r\n{}",
                path[random.below(4)],
                served.head()
            )
            .into_bytes()
        } else {
            Vec::new()
        };
        for _ in 0..random.below(12) {
            bytes.extend(PARTS[random.below(PARTS.len())].as_bytes());
        }
        if !bytes.is_empty() {
            let at = random.below(bytes.len());
            bytes[at] = random.below(256) as u8;
        }
        if let Some(answer) = served.raw(&bytes, true) {
            assert!(
                answer.status < 500,
                "{}: {}",
                answer.status,
                String::from_utf8_lossy(&bytes)
            );
        }
    }
    assert!(served.child.lock().unwrap().try_wait().unwrap().is_none());
    assert_eq!(served.get("/api/view").status, 200);
    assert_eq!(read(&dir, "case.toml"), CASE);
}

#[test]
fn a_finding_is_answered_in_20_ms() {
    let dir = case();
    let served = Served::of(&dir);
    let key = findings(&served.view())[0]["key"].as_str().unwrap().to_owned();
    for path in ["/".to_owned(), format!("/api/findings/{key}")] {
        let ask = |_| {
            let begin = Instant::now();
            assert_eq!(served.get(&path).status, 200);
            begin.elapsed()
        };
        let mut taken: Vec<Duration> = (0..times("ALPHEUS_ASKS", 200)).map(ask).collect();
        taken.sort_unstable();
        let median = taken[taken.len() / 2];
        eprintln!("{path}: median {median:?}, longest {:?}", taken.last().unwrap());
        assert!(median < Duration::from_millis(20), "{path}: {median:?}");
    }
}
