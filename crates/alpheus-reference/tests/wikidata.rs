//! A small dump in the documented form, made here, and what is taken of it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use alpheus_reference::{
    Form, Kind, Rank, Reference,
    wikidata::{Options, Report, Take, convert, decompressed},
};
use alpheus_text::Document;
use alpheus_time::Calendar;
use serde_json::{Value, json};
use std::io::{Cursor, Read, Write};

const GREGORIAN: &str = "http://www.wikidata.org/entity/Q1985727";
const JULIAN: &str = "http://www.wikidata.org/entity/Q1985786";

fn time(time: &str, precision: u8, model: &str) -> Value {
    json!({ "type": "time", "value": {
        "time": time, "timezone": 0, "before": 0, "after": 0,
        "precision": precision, "calendarmodel": model,
    }})
}

fn item(id: u32) -> Value {
    let value =
        json!({ "entity-type": "item", "numeric-id": id, "id": format!("Q{id}") });
    json!({ "type": "wikibase-entityid", "value": value })
}

fn statement(property: &str, value: &Value, rank: &str, references: usize) -> Value {
    let snak = json!({ "snaktype": "value", "property": property, "datavalue": value });
    json!({
        "mainsnak": snak, "type": "statement", "id": "x", "rank": rank,
        "references": vec![json!({ "hash": "h", "snaks": {} }); references],
    })
}

fn entity(id: u32, name: &str, aliases: &[&str], claims: &Value) -> Value {
    let text = |value: &&str| json!({ "language": "en", "value": value });
    json!({
        "type": "item", "id": format!("Q{id}"),
        "labels": { "de": { "language": "de", "value": "-" }, "en": text(&name) },
        "aliases": { "en": aliases.iter().map(text).collect::<Vec<_>>() },
        "descriptions": {}, "sitelinks": {},
        "claims": claims,
    })
}

/// Entities of every shape that matters.
fn entities() -> Vec<Value> {
    let born = |time: &Value, rank: &str| statement("P569", time, rank, 2);
    let day = time("+1831-06-13T00:00:00Z", 11, GREGORIAN);
    let year = time("+1830-00-00T00:00:00Z", 9, GREGORIAN);
    let unknown = json!({
        "mainsnak": { "snaktype": "somevalue", "property": "P570" },
        "type": "statement", "rank": "normal",
    });
    let mut office = statement("P39", &item(11_696), "normal", 0);
    office["qualifiers"] = json!({
        "P580": [{ "snaktype": "value", "property": "P580",
                   "datavalue": time("+1869-03-04T00:00:00Z", 11, GREGORIAN) }],
        "P1545": [{ "snaktype": "value", "property": "P1545",
                    "datavalue": { "type": "string", "value": "18" } }],
    });
    vec![
        entity(
            9095,
            "James Clerk Maxwell",
            &["J. C. Maxwell", "Maxwell, \"the\" younger"],
            &json!({
                "P569": [born(&year, "deprecated"), born(&day, "preferred"), born(&year, "normal")],
                "P570": [unknown],
                "P625": [{ "mainsnak": { "snaktype": "value", "property": "P625", "datavalue":
                    { "type": "globecoordinate", "value": { "latitude": 1.5, "precision": 0.001 } } },
                    "type": "statement", "rank": "normal" }],
            }),
        ),
        entity(
            4692,
            "October Revolution",
            &[],
            &json!({
                "P31": [statement("P31", &item(10_931), "normal", 0)],
                "P580": [statement("P580", &time("+1917-10-25T00:00:00Z", 11, JULIAN), "normal", 1)],
            }),
        ),
        // A festival is of no class that is taken.
        entity(
            1,
            "A Fair",
            &[],
            &json!({
                "P31": [statement("P31", &item(132_241), "normal", 0)],
                "P585": [statement("P585", &time("+1851-05-01T00:00:00Z", 11, GREGORIAN), "normal", 1)],
            }),
        ),
        entity(34_836, "Ulysses S. Grant", &[], &json!({ "P39": [office] })),
        json!({ "type": "item", "id": "Q2", "labels": [], "aliases": [], "claims": [] }),
        entity(
            3,
            "Homer",
            &[],
            &json!({
                "P569": [born(&time("-0750-00-00T00:00:00Z", 7, JULIAN), "normal")],
            }),
        ),
    ]
}

/// The dump: an array with one entity a line.
fn dump() -> String {
    let lines: Vec<_> = entities().iter().map(Value::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn table(dump: &[u8], form: Form, options: &Options) -> (String, Report) {
    let mut out = Vec::new();
    let report = convert(dump, &mut out, form, options).unwrap();
    (String::from_utf8(out).unwrap(), report)
}

fn read(text: String, form: Form) -> Reference {
    let doc = Document::plain("table", text).into();
    Reference::read(doc, form).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

#[test]
fn what_is_wanted_is_taken_and_reads_back_in_both_forms() {
    for form in [Form::Csv, Form::Toml] {
        let (text, report) = table(dump().as_bytes(), form, &Options::default());
        assert_eq!((report.entities, report.rows, report.skipped), (6, 3, 0), "{text}");
        assert_eq!(report.vague, 2, "an unknown death, and a century before 1");
        let reference = read(text, form);
        let [maxwell, rising, grant] = reference.rows() else { panic!("three rows") };
        assert_eq!((maxwell.kind, maxwell.rank), (Kind::Life, Rank::Preferred));
        assert_eq!(maxwell.names[1..], ["J. C. Maxwell", "Maxwell, \"the\" younger"]);
        assert_eq!((maxwell.references, maxwell.id.as_deref()), (Some(2), Some("Q9095")));
        assert_eq!(maxwell.citation(), "Wikidata, P569 (Q9095)");
        let day = rising.dates[0].days;
        assert_eq!(rising.dates[0].calendar, Calendar::Julian);
        assert_eq!(Some(day.0), Calendar::Gregorian.day(1917, 11, 7));
        assert_eq!((grant.kind, grant.office.as_deref()), (Kind::Office, Some("Q11696")));
        assert_eq!(grant.dates.len(), 1);
    }
}

#[test]
fn only_what_is_chosen_is_taken() {
    let mut options = Options { take: [Take::Events].into(), ..Options::default() };
    options.classes = ["Q132241".to_owned()].into();
    let (text, report) = table(dump().as_bytes(), Form::Csv, &options);
    assert_eq!(report.rows, 1, "{text}");
    assert!(text.contains("A Fair"), "{text}");
    options.language = "de".to_owned();
    let (text, _) = table(dump().as_bytes(), Form::Csv, &options);
    assert!(text.contains("event,-,"), "{text}");
}

#[test]
fn malformed_lines_are_named_and_passed_over() {
    let good = entities()[0].to_string();
    let long = format!("{{\"P569\":\"{}\"}}", "x".repeat(1 << 16));
    let text = format!(
        "[\n{good},\n{{\"id\":\"Q1\",\"claims\":{{\"P569\":[,\n{long},\nnonsense\n\
         {{\"claims\":{{\"P569\":3}}}},\n{good}\n"
    );
    let options = Options { longest_line: 1 << 15, ..Options::default() };
    let (_, report) = table(text.as_bytes(), Form::Csv, &options);
    assert_eq!(report.rows, 2);
    let lines: Vec<_> = report.malformed.iter().map(|malformed| malformed.line).collect();
    assert_eq!(lines, [3, 4, 5, 6], "{:?}", report.malformed);
    assert!(report.malformed[1].reason.contains("more than 32768 bytes"));
}

#[test]
fn every_compression_gives_the_same_table() {
    let text = dump();
    let plain = table(text.as_bytes(), Form::Csv, &Options::default());
    let (first, second) = text.as_bytes().split_at(text.len() / 2);
    // Parallel compressors write several parts, one behind the other.
    let joined = |pack: fn(&[u8]) -> Vec<u8>| [pack(first), pack(second)].concat();
    for packed in [joined(gzip), joined(bzip2), joined(zstd)] {
        assert_ne!(packed, text.as_bytes());
        let mut unpacked = Vec::new();
        let reader = decompressed(Cursor::new(packed)).unwrap();
        let found =
            convert(reader, &mut unpacked, Form::Csv, &Options::default()).unwrap();
        assert_eq!((String::from_utf8(unpacked).unwrap(), found), plain);
    }
}

#[test]
fn a_broken_stream_is_an_error_and_not_an_end() {
    for pack in [gzip, bzip2, zstd] {
        let packed = pack(dump().as_bytes());
        let cut = &packed[..packed.len() - 9];
        let mut out = Vec::new();
        let read = decompressed(cut).and_then(|mut reader| reader.read_to_end(&mut out));
        assert!(read.is_err());
    }
    assert!(decompressed(&b""[..]).unwrap().read_to_end(&mut Vec::new()).is_ok());
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder =
        flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut encoder =
        bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// Whatever is done to a dump, what comes out reads back, and no line is lost uncounted.
#[test]
fn any_bytes_become_a_table_that_reads_back() {
    let whole = dump().into_bytes();
    let mut seed = 1870_u64;
    let mut next = |bound: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % bound
    };
    let pieces: [&[u8]; 8] =
        [b"0", b"\"", b"}", b"null", b"-", b"\n", b"\xff", b"\"time\":\"+1900-02-30T\""];
    let mut rows = 0;
    for _ in 0..600 {
        let mut bytes = whole.clone();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            let end = (at + next(4)).min(bytes.len());
            bytes.splice(at..end, pieces[next(pieces.len())].iter().copied());
        }
        for form in [Form::Csv, Form::Toml] {
            let (text, report) = table(&bytes, form, &Options::default());
            assert_eq!(read(text, form).rows().len() as u64, report.rows);
            rows += report.rows;
        }
    }
    assert!(rows > 1000, "most lines are whole");
}
