//! Findings that the author of a text knows of and asks not to be shown.
//!
//! In Markdown and HTML, comments:
//!
//! ```markdown
//! <!-- alpheus-ignore date-conflict: the registers differ, see note 3 -->
//! <!-- alpheus-ignore-file age-mismatch -->
//! ```
//!
//! The first holds for the block that it stands in or else the next, the second for the
//! whole file. Beside any file `NAME`, a file `NAME.alpheus-ignore`:
//!
//! ```text
//! # Both dates are in the sources.
//! date-conflict "died on 18 April 1552"
//! age-mismatch
//! ```
//!
//! With words, a line holds for findings that mark some of these words; without, for the
//! whole file. What suppresses nothing is a finding itself, so that it does not outlive
//! its reason.

use crate::{nearest, run::Job, source};
use alpheus_check::{Finding, Label, Level, Options, Rule};
use alpheus_report::Unread;
use alpheus_text::{Document, Span};
use memchr::memmem;

const BLOCK: &str = "alpheus-ignore";
const FILE: &str = "alpheus-ignore-file";
/// The name of the rule whose findings are suppressions without use.
const UNUSED: &str = "unused-suppression";

/// A request not to be shown the findings of a rule.
#[derive(Debug)]
struct Request {
    /// The rule, or what is wrong with the request.
    rule: Result<&'static Rule, String>,
    scope: Scope,
    /// Where it is written: in the text, or in the file beside it.
    at: Span,
    used: bool,
}

#[derive(Debug)]
enum Scope {
    File,
    /// What overlaps one of these.
    Spans(Vec<Span>),
}

/// What became of the requests for a document.
pub(crate) struct Suppressed {
    /// How many findings are not shown.
    pub(crate) count: u64,
    /// The file beside the document, with what is to be said of it.
    pub(crate) beside: Option<(Document, Vec<Finding>)>,
    /// The same file, if it could not be read.
    pub(crate) lost: Option<Unread>,
}

/// Takes out of the findings of a document those that are not to be shown, and adds
/// those that report requests without use.
pub(crate) fn apply(
    job: &Job<'_>,
    options: &Options,
    findings: &mut Vec<Finding>,
) -> Suppressed {
    let mut inline = Requests::inline(&job.doc);
    let mut count = inline.apply(findings);
    let (beside, lost) = match source::beside(job.source) {
        Ok(beside) => (beside, None),
        Err(lost) => (None, Some(lost)),
    };
    let beside = beside.map(|beside| {
        let mut requests = Requests::beside(&job.doc, &beside);
        count += requests.apply(findings);
        let unused = requests.unused(options);
        (beside, unused)
    });
    findings.extend(inline.unused(options));
    findings.sort_by_key(|finding| finding.labels.first().map(|label| label.span));
    Suppressed { count, beside, lost }
}

/// The requests that stand in a text, or in the file beside it.
#[derive(Debug, Default)]
struct Requests(Vec<Request>);

impl Requests {
    /// Reads the comments of a document that has markup.
    fn inline(doc: &Document) -> Self {
        let comments = doc.comments().iter();
        Requests(
            comments.flat_map(|found| comment(doc, &found.words, found.span)).collect(),
        )
    }

    /// Reads the file beside a text.
    fn beside(doc: &Document, beside: &Document) -> Self {
        let mut requests = Vec::new();
        let mut from = 0;
        for line in beside.text().split_inclusive('\n') {
            let words = line.trim();
            let start = from + (line.len() - line.trim_start().len());
            if !words.is_empty() && !words.starts_with('#') {
                let at = Span::new(start as u32, (start + words.len()) as u32);
                requests.push(line_request(doc, words, at));
            }
            from += line.len();
        }
        Requests(requests)
    }

    /// Takes out the findings that are not to be shown, and tells how many.
    fn apply(&mut self, findings: &mut Vec<Finding>) -> u64 {
        if self.0.is_empty() {
            return 0;
        }
        let before = findings.len();
        findings.retain(|finding| {
            let asked = self.0.iter_mut().filter(|request| request.covers(finding));
            asked.map(|request| request.used = true).count() == 0
        });
        (before - findings.len()) as u64
    }

    /// The findings that report requests without use; those of rules that are not asked
    /// are let be.
    fn unused(&self, options: &Options) -> Vec<Finding> {
        let Some(rule) = alpheus_check::rule(UNUSED) else { return Vec::new() };
        let Some(level) = options.level(rule) else { return Vec::new() };
        let unused = self.0.iter().filter(|request| request.is_idle(options));
        unused.map(|request| report(request, rule, level)).collect()
    }
}

impl Request {
    fn covers(&self, finding: &Finding) -> bool {
        self.rule.as_ref().is_ok_and(|&rule| rule == finding.rule)
            && match &self.scope {
                Scope::File => true,
                Scope::Spans(spans) => finding
                    .labels
                    .iter()
                    .any(|label| spans.iter().any(|span| span.overlaps(label.span))),
            }
    }

    fn is_idle(&self, options: &Options) -> bool {
        !self.used
            && self.rule.as_ref().map_or(true, |rule| options.level(rule).is_some())
    }
}

/// The requests of one comment: `alpheus-ignore RULE, RULE: reason`.
fn comment(doc: &Document, words: &str, at: Span) -> Vec<Request> {
    let (word, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let scope = || match word {
        FILE => Scope::File,
        _ => Scope::Spans(block(doc, at).into_iter().collect()),
    };
    let request = |rule| Request { rule, scope: scope(), at, used: false };
    if word != BLOCK && word != FILE {
        return Vec::new();
    }
    let rules = rest.split_once(':').map_or(rest, |(rules, _)| rules);
    let names = rules.split(|c: char| c == ',' || c.is_whitespace());
    let mut requests: Vec<_> = names
        .filter(|name| !name.is_empty())
        .map(|name| request(nearest::rule(name)))
        .collect();
    if requests.is_empty() {
        requests.push(request(Err("no rule is named: alpheus-ignore RULE".to_owned())));
    }
    requests
}

/// The block that a comment stands in, or else the next.
fn block(doc: &Document, at: Span) -> Option<Span> {
    let words = |start: u32, end: u32| {
        let prose = &doc.prose()[start.min(end) as usize..end as usize];
        prose.contains(|c: char| c != '\0' && !c.is_whitespace())
    };
    let says = |span: Span| {
        words(span.start, span.end.min(at.start))
            || words(span.start.max(at.end), span.end)
    };
    let mut blocks = doc.blocks().iter().map(|block| block.span);
    let own = blocks.clone().find(|block| block.overlaps(at) && says(*block));
    own.or_else(|| blocks.find(|block| block.start >= at.end && says(*block)))
}

/// The request of one line beside a text: `RULE`, or `RULE "words"`.
fn line_request(doc: &Document, line: &str, at: Span) -> Request {
    let (name, words) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let words = words.trim();
    let quoted = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
    let (rule, scope) = match quoted {
        Some(words) => {
            let found = occurrences(doc.text(), words);
            let rule = nearest::rule(name).and_then(|rule| {
                let stands = !found.is_empty();
                stands.then_some(rule).ok_or_else(|| {
                    "the text does not hold these words: were they changed?".to_owned()
                })
            });
            (rule, Scope::Spans(found))
        }
        None if words.is_empty() => (nearest::rule(name), Scope::File),
        None => {
            (Err("expected a rule, then words in \"quotes\"".to_owned()), Scope::File)
        }
    };
    Request { rule, scope, at, used: false }
}

/// Where `words` stand in `text`, whatever the white space between them.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else { return Vec::new() };
    let follow = |start: usize| {
        let mut at = start + first.len();
        for word in rest {
            let after = text[at..].trim_start();
            if after.len() == text[at..].len() || !after.starts_with(word) {
                return None;
            }
            at = text.len() - after.len() + word.len();
        }
        Some(Span::new(start as u32, at as u32))
    };
    memmem::find_iter(text.as_bytes(), first).filter_map(follow).collect()
}

fn report(request: &Request, rule: &'static Rule, level: Level) -> Finding {
    let (message, help) = match &request.rule {
        Ok(rule) => (
            format!("nothing is found here by `{}` that could be suppressed", rule.name),
            Some("take the suppression out".to_owned()),
        ),
        Err(wrong) => match wrong.split_once(": ") {
            Some((wrong, help)) => (wrong.to_owned(), Some(help.to_owned())),
            None => (wrong.clone(), None),
        },
    };
    let labels = vec![Label::new(request.at, "")];
    Finding { rule, level, message, labels, proof: Vec::new(), help }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alpheus_text::Format;

    fn finding(text: &str, words: &str) -> Finding {
        let rule = nearest::rule("weekday-mismatch").unwrap();
        let at = text.find(words).unwrap();
        let span = Span::new(at as u32, (at + words.len()) as u32);
        Finding {
            rule,
            level: rule.level,
            message: String::new(),
            labels: vec![Label::new(span, "")],
            proof: Vec::new(),
            help: None,
        }
    }

    /// How many findings on `words` are suppressed, and the messages of idle requests.
    fn inline(text: &str, words: &[&str]) -> (u64, Vec<String>) {
        let doc = Document::parse("x.md", text, Format::Markdown);
        let mut requests = Requests::inline(&doc);
        let mut findings = words.iter().map(|words| finding(text, words)).collect();
        let count = requests.apply(&mut findings);
        let unused = requests.unused(&Options::default());
        (count, unused.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn a_comment_holds_for_the_next_block_only() {
        let text = "<!-- alpheus-ignore weekday-mismatch: known -->\n\nOn Friday.\n\n\
                    On Monday.";
        let (count, unused) = inline(text, &["Friday", "Monday"]);
        assert_eq!((count, unused.len()), (1, 0));
    }

    #[test]
    fn a_comment_for_the_file_holds_everywhere() {
        let text = "On Friday.\n\n<!-- alpheus-ignore-file T005 -->\n\nOn Monday.";
        assert_eq!(inline(text, &["Friday", "Monday"]).0, 2);
    }

    #[test]
    fn what_suppresses_nothing_is_reported() {
        let (count, unused) =
            inline("<!-- alpheus-ignore weekday-mismatch -->\n\nOn.", &[]);
        assert_eq!(count, 0);
        assert!(unused[0].contains("could be suppressed"), "{unused:?}");
        let (_, unused) = inline("<!-- alpheus-ignore wekday -->\n\nOn.", &[]);
        assert!(unused[0].contains("no rule is called `wekday`"), "{unused:?}");
        let (_, unused) = inline("<!-- alpheus-ignore -->\n\nOn.", &[]);
        assert!(unused[0].contains("no rule is named"), "{unused:?}");
        assert_eq!(inline("<!-- another comment --> <!--", &[]).1.len(), 0);
    }

    #[test]
    fn words_beside_a_text_are_found_over_line_ends() {
        let text = "He came on Friday,\n13 March, and left on Friday, 20 March.";
        let doc = Document::plain("x.txt", text);
        let beside = Document::plain(
            "x.txt.alpheus-ignore",
            "# known\n\nweekday-mismatch \"Friday, 13 March\"\nweekday-mismatch \"Sunday\"\n",
        );
        let mut requests = Requests::beside(&doc, &beside);
        let mut findings = vec![finding(text, "13 March"), finding(text, "20 March")];
        assert_eq!(requests.apply(&mut findings), 1);
        let unused = requests.unused(&Options::default());
        assert_eq!(unused.len(), 1);
        assert!(unused[0].message.contains("does not hold these words"));
        assert_eq!(beside.slice(unused[0].labels[0].span), "weekday-mismatch \"Sunday\"");
    }
}
