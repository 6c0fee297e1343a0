//! References: how fast a Wikidata dump becomes a table, and in how much memory.
//!
//! The dump is made here, from a seed, in the documented form: entities of the size and the
//! mixture of a real one, most of which hold nothing that is wanted. What it must yield is
//! counted as it is written, and checked.

#![expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52 bytes")]

use super::{
    Setting,
    table::{Table, Target},
};
use crate::process::{Cost, measure as run};
use anyhow::{Context, Result, ensure};
use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
};

const MB: u64 = 1_000_000;
/// The size of the dump; the memory is measured over one an eighth of it too.
const SIZE: u64 = 240 * MB;
const RUNS: usize = 3;

/// Measures `reference from-wikidata`.
pub(crate) fn measure(setting: &Setting) -> Result<Table> {
    let mut table = Table::speed("References (one thread)");
    let small = Dump::make(&setting.scratch.join("dump-small.json"), SIZE / 8)?;
    let dump = Dump::make(&setting.scratch.join("dump.json"), SIZE)?;
    let cost = convert(setting, &dump.path, &dump)?;
    let few = convert(setting, &small.path, &small)?;
    let rate = |cost: &Cost| (dump.bytes / MB) as f64 / cost.wall.as_secs_f64();
    table.add("`from-wikidata`, plain", Target::AtLeast(100.0), rate(&cost), 0, " MB/s");
    for (ending, packer) in [("gz", "gzip"), ("bz2", "bzip2"), ("zst", "zstd")] {
        let Some(packed) = pack(&dump.path, ending, packer)? else {
            println!(
                "`from-wikidata`, {ending}: not measured, there is no `{packer}` here"
            );
            continue;
        };
        let cost = convert(setting, &packed, &dump)?;
        let what = format!("`from-wikidata`, {ending}, of the unpacked size");
        table.add(what, Target::None, rate(&cost), 0, " MB/s");
        fs::remove_file(packed)?;
    }
    let memory = |cost: &Cost| cost.memory as f64 / MB as f64;
    table.add("`from-wikidata`, memory", Target::AtMost(40.0), memory(&cost), 1, " MB");
    let growth = memory(&cost) - memory(&few);
    table.add(
        "`from-wikidata`, memory that 8 times the size adds",
        Target::AtMost(4.0),
        growth,
        1,
        " MB",
    );
    table.add("rows of a dump of 240 MB", Target::None, dump.rows as f64, 0, "");
    fs::remove_file(dump.path)?;
    fs::remove_file(small.path)?;
    Ok(table)
}

/// Converts a dump; the best of a few runs.
fn convert(setting: &Setting, path: &Path, dump: &Dump) -> Result<Cost> {
    let out = setting.scratch.join("table.csv");
    let mut best: Option<Cost> = None;
    for _ in 0..RUNS {
        let mut command = Command::new(&setting.binary);
        command.args(["reference", "from-wikidata"]).arg(path).arg("-o").arg(&out);
        let cost = run(&mut command, None)?;
        if best.as_ref().is_none_or(|best| cost.wall < best.wall) {
            best = Some(cost);
        }
    }
    let rows = fs::read_to_string(&out)?.lines().count() as u64 - 1;
    ensure!(rows == dump.rows, "{rows} rows of {}, not {}", path.display(), dump.rows);
    best.context("no run")
}

/// Packs a file beside itself, if the packer is there.
fn pack(path: &Path, ending: &str, packer: &str) -> Result<Option<PathBuf>> {
    let packed = path.with_extension(format!("json.{ending}"));
    let out = File::create(&packed)?;
    let mut command = Command::new(packer);
    let Ok(status) = command.args(["-q", "-1", "-c"]).arg(path).stdout(out).status()
    else {
        fs::remove_file(packed)?;
        return Ok(None);
    };
    ensure!(status.success(), "`{packer}` failed");
    Ok(Some(packed))
}

/// A dump that was made, with what it must yield.
struct Dump {
    path: PathBuf,
    bytes: u64,
    rows: u64,
}

impl Dump {
    fn make(path: &Path, size: u64) -> Result<Dump> {
        let mut out = BufWriter::new(File::create(path)?);
        let mut random = Random(0x5eed_1870);
        let fillers: Vec<String> = (0..64).map(|_| filler(&mut random)).collect();
        let mut dump = Dump { path: path.to_path_buf(), bytes: 0, rows: 0 };
        out.write_all(b"[\n")?;
        let mut id = 1;
        while dump.bytes < size {
            let (line, rows) = entity(id, &mut random, &fillers);
            out.write_all(line.as_bytes())?;
            dump.bytes += line.len() as u64;
            dump.rows += rows;
            id += 1;
        }
        out.write_all(b"{\"type\":\"item\",\"id\":\"Q0\",\"claims\":[]}\n]\n")?;
        out.flush()?;
        Ok(dump)
    }
}

/// A generator of numbers: `SplitMix64` (Steele, Lea and Flood, *OOPSLA* 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

/// One entity a line: a third are persons, one in fifty is a battle, the rest holds nothing
/// that is wanted.
fn entity(id: u64, random: &mut Random, fillers: &[String]) -> (String, u64) {
    let mut claims = String::new();
    let rows = match random.below(50) {
        0 => {
            claim(&mut claims, "P31", &item(178_561));
            claim(&mut claims, "P585", &time(random));
            1
        }
        1..=16 => {
            claim(&mut claims, "P569", &time(random));
            claim(&mut claims, "P570", &time(random));
            2
        }
        _ => 0,
    };
    let filler = &fillers[random.below(fillers.len() as u64) as usize];
    let name = format!("Entity {id}");
    let line = format!(
        "{{\"type\":\"item\",\"id\":\"Q{id}\",\"labels\":{{\"en\":{{\"language\":\"en\",\
         \"value\":\"{name}\"}}}},\"aliases\":{{\"en\":[{{\"language\":\"en\",\"value\":\
         \"The {name}\"}}]}},\"claims\":{{{claims}{filler}\n"
    );
    (line, rows)
}

fn claim(out: &mut String, property: &str, value: &str) {
    let _ = write!(
        out,
        "\"{property}\":[{{\"mainsnak\":{{\"snaktype\":\"value\",\"property\":\"{property}\",\
         \"datavalue\":{value}}},\"type\":\"statement\",\"rank\":\"normal\",\
         \"references\":[{{\"hash\":\"0\"}}]}}],"
    );
}

fn item(id: u64) -> String {
    format!("{{\"type\":\"wikibase-entityid\",\"value\":{{\"id\":\"Q{id}\"}}}}")
}

fn time(random: &mut Random) -> String {
    let (year, month, day) =
        (1500 + random.below(500), 1 + random.below(12), 1 + random.below(28));
    let julian = year < 1700;
    let model = if julian { 1_985_786 } else { 1_985_727 };
    format!(
        "{{\"type\":\"time\",\"value\":{{\"time\":\"+{year}-{month:02}-{day:02}T00:00:00Z\",\
         \"timezone\":0,\"before\":0,\"after\":0,\"precision\":11,\"calendarmodel\":\
         \"http://www.wikidata.org/entity/Q{model}\"}}}}"
    )
}

/// The rest of an entity, to its end: statements and links that nobody asks for.
fn filler(random: &mut Random) -> String {
    let mut out = String::from("\"P1\":[]}");
    out += ",\"descriptions\":{";
    for at in 0..5 + random.below(60) {
        let joint = if at == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{joint}\"l{at}\":{{\"language\":\"l{at}\",\"value\":\"thing {}\"}}",
            random.below(1 << 40)
        );
    }
    out += "},\"sitelinks\":{";
    for at in 0..3 + random.below(80) {
        let joint = if at == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{joint}\"w{at}\":{{\"site\":\"w{at}\",\"title\":\"{}\",\"badges\":[]}}",
            random.below(1 << 50)
        );
    }
    out + "}},"
}
