//! What each format makes of the same findings.

use alpheus_check::{CheckResult, Finding, Label, Outcome, rule, rules};
use alpheus_report::{Format, Report, Screen, Summary, Unread, clean};
use alpheus_text::{Document, Span};

/// One long line, a wrapped paragraph, and a name with an escape sequence in it.
const TEXT: &str = "\
The Crystal Palace was opened by Queen Victoria on Friday, 1 May 1851, in Hyde Park, and \
it drew six million visitors before the autumn, many of them by the new excursion trains \
that ran from every town in the kingdom; nobody who saw the crowds at the gates in the \
first week would have believed how soon the building was to be taken down, carried over \
the river and put up again. It was closed to the public on 15 October 1851, exactly four \
months after it was opened.

Its designer, Joseph Paxton, was born at Milton Bryan on 3 August
1803 and died at Sydenham on 8 June 1865. He was \x1b[31mseventy\x1b[0m
when he died.
";

fn span(words: &str) -> Span {
    let at = TEXT.find(words).expect("the words stand in the text");
    Span::new(at as u32, (at + words.len()) as u32)
}

fn finding(
    name: &str,
    message: &str,
    labels: &[(&str, &str)],
    proof: &[&str],
    help: Option<&str>,
) -> Finding {
    let rule = rule(name).or_else(|| rules().first().copied()).expect("there are rules");
    Finding {
        rule,
        level: rule.level,
        message: message.to_owned(),
        labels: labels
            .iter()
            .map(|(words, text)| Label::new(span(words), *text))
            .collect(),
        proof: proof.iter().map(|&step| step.to_owned()).collect(),
        help: help.map(str::to_owned),
    }
}

fn findings() -> Vec<Finding> {
    vec![
        finding(
            "weekday-mismatch",
            "1 May 1851 was a Thursday, not a Friday",
            &[("Friday", "said to be a Friday"), ("1 May 1851", "a Thursday")],
            &["1 May 1851 was a Thursday in the Gregorian calendar"],
            Some("the day before or the weekday was copied wrongly"),
        ),
        finding(
            "duration-mismatch",
            "from 1 May 1851 to 15 October 1851 is five and a half months, not “exactly \
             four months”",
            &[
                ("exactly four\u{20}months", "said to be four months"),
                ("1 May 1851", "it was opened"),
                ("15 October 1851", "it was closed"),
            ],
            &[
                "1 May 1851 + 4 months = 1 September 1851",
                "15 October 1851 is 44 days later",
            ],
            None,
        ),
        finding(
            "age-mismatch",
            "Joseph Paxton was 61 when he died, not \x1b[31mseventy\x1b[0m",
            &[
                ("\x1b[31mseventy\x1b[0m", "said to be 70"),
                ("3 August\n1803", "born"),
                ("8 June 1865", "died"),
            ],
            &["3 August 1803 to 8 June 1865 = 61 years"],
            None,
        ),
    ]
}

fn whole(format: Format, width: usize, color: bool) -> String {
    let doc = Document::plain("palace \x1b]0;x\x07.txt", TEXT);
    let (findings, screen) = (findings(), Screen { width, color });
    let results = [CheckResult {
        rule: rules()[0],
        spans: vec![span("8 June 1865")],
        elsewhere: Vec::new(),
        sum: "8 June 1865 + 1 day = 9 June 1865".into(),
        outcome: Outcome::Undecided("the year is not said"),
    }];
    let report = Report { doc: &doc, findings: &findings, results: &results };
    let mut summary = Summary::of_results(&results);
    for finding in &findings {
        summary.show(finding);
    }
    let unread = [Unread { name: "gone.txt".into(), reason: "no such file".into() }];
    let body = format.body(&report, screen);
    format.head(rules())
        + &body
        + format.joint()
        + &body
        + &format.tail(&summary, &unread, None, screen)
}

const ALL: [Format; 6] = [
    Format::Full,
    Format::Concise,
    Format::Jsonl,
    Format::Json,
    Format::Sarif,
    Format::Github,
];

#[test]
fn the_full_form_fits_the_width() {
    for width in [60, 100, 160] {
        let text = whole(Format::Full, width, false);
        if std::env::var_os("SHOW").is_some() {
            println!("{text}");
        }
        for line in text.lines().take_while(|line| !line.contains("undecided[")) {
            assert!(clean::columns(line) <= width, "wider than {width}: {line}\n{text}");
        }
        for words in ["Friday", "1 May 1851", "exactly four", "15 October 1851", "1803"] {
            assert!(text.contains(words), "{words} is not shown in\n{text}");
        }
        assert!(!text.contains(":::"), "{text}");
    }
}

#[test]
fn the_claim_what_clashes_and_the_sum_are_laid_out() {
    let expected = "\
error[weekday-mismatch]: 1 May 1851 was a Thursday, not a
                         Friday
 --> palace ␛]0;x␇.txt:1:52
  |
1 | … Victoria on Friday, 1 May 1851, in Hyde Park, …
  |               ^^^^^^  ---------- a Thursday
  |               |
  |               said to be a Friday
  |
  = note: 1 May 1851 was a Thursday in the Gregorian
          calendar
  = help: the day before or the weekday was copied wrongly
";
    let text = whole(Format::Full, 60, false);
    assert_eq!(
        text.split("\n\n").next().map(|first| format!("{first}\n")).unwrap(),
        expected
    );
}

#[test]
fn colours_change_nothing_but_colours() {
    let plain = whole(Format::Full, 100, false);
    let mut styled = whole(Format::Full, 100, true);
    assert!(styled.contains("\x1b["));
    while let Some(at) = styled.find("\x1b[") {
        let end = styled[at..].find('m').expect("only colours are set");
        styled.replace_range(at..=at + end, "");
    }
    let trimmed: Vec<_> = styled.lines().map(str::trim_end).collect();
    assert_eq!(plain.lines().collect::<Vec<_>>(), trimmed);
}

#[test]
fn no_control_character_of_the_text_is_written() {
    for format in ALL {
        let text = whole(format, 100, false);
        let control = text.chars().find(|&c| c.is_control() && c != '\n');
        assert_eq!(control, None, "{format:?}: {text}");
    }
}

#[test]
fn json_reads_back() {
    let lines = whole(Format::Jsonl, 100, false);
    let records: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.len(), 8);
    for (record, finding) in records.iter().zip(findings()) {
        assert_eq!(record["rule"], finding.rule.name);
        assert_eq!(record["code"], finding.rule.code);
        assert_eq!(record["level"], finding.level.name());
        let first = finding.labels[0].span;
        assert_eq!(record["spans"][0], serde_json::json!([first.start, first.end]));
        let chars: Vec<usize> =
            serde_json::from_value(record["chars"][0].clone()).unwrap();
        let sliced: String = TEXT.chars().take(chars[1]).skip(chars[0]).collect();
        assert_eq!(sliced, &TEXT[first.range()]);
    }
    let run: serde_json::Value =
        serde_json::from_str(&whole(Format::Json, 100, false)).unwrap();
    assert_eq!(run["documents"][1]["findings"][0]["rule"], findings()[0].rule.name);
    assert_eq!(run["documents"][0]["results"][0]["result"], "undecided");
    assert_eq!(run["summary"]["checked"], 1);
    assert_eq!(run["unread"][0]["path"], "gone.txt");
}

#[test]
fn sarif_reads_back() {
    let text = whole(Format::Sarif, 100, false);
    let sarif: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let results = sarif.runs[0].results.as_ref().unwrap();
    assert_eq!(results.len(), 8);
    let first = &results[1];
    assert_eq!(first.related_locations.as_ref().map(Vec::len), Some(2));
    let place = first.locations.as_ref().unwrap()[0].physical_location.as_ref().unwrap();
    let region = place.region.as_ref().unwrap();
    let offset = usize::try_from(region.char_offset.unwrap()).unwrap();
    let length = usize::try_from(region.char_length.unwrap()).unwrap();
    let words: String = TEXT.chars().skip(offset).take(length).collect();
    assert_eq!(words, "exactly four months");
    assert_eq!(region.start_line, Some(1));
}

#[test]
fn a_github_command_is_one_line() {
    let text = whole(Format::Github, 100, false);
    assert_eq!(text.lines().count(), 8, "{text}");
    assert!(text.lines().all(|line| line.starts_with("::")), "{text}");
    assert!(
        text.lines().next().unwrap().contains(",line=1,endLine=1,col=52,endColumn=58,")
    );
}

#[test]
fn the_concise_form_tells_every_place() {
    let text = whole(Format::Concise, 100, false);
    assert!(text.contains(":1:52: error[weekday-mismatch]: 1 May 1851"), "{text}");
    assert!(text.lines().nth(2).unwrap().ends_with("(see 3:58, 4:30)"), "{text}");
}
