//! What a table of a million rows costs to import, beside what it costs to be read at all by the library that reads it, in
//! turns in one run. The promise: no more than twice as much, and memory that does not grow with the rows that are left.
//!
//! `ROWS=100000 cargo bench --bench importing` takes another number of rows.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops at what it did not expect, and says what it found"
)]

mod allocator;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use briefing_desk::briefing::progress::Progress;
use briefing_desk::export::starter;
use briefing_desk::import::{Choices, Desk, trade};
use briefing_desk::words::Words;
use csv::{ReaderBuilder, StringRecord};
use tempfile::TempDir;

/// So often each is done.
const TURNS: usize = 5;

/// The columns of UN Comtrade that are read, and as many that are not.
const HEAD: &str = "typeCode,freqCode,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,\
partnerCode,partnerISO,partnerDesc,partner2Code,partner2Desc,classificationCode,cmdCode,cmdDesc,customsCode,motCode,\
qtyUnitAbbr,qty,netWgt,cifvalue,fobvalue,primaryValue,isReported,isAggregate";

const PARTNERS: [(&str, &str, &str); 8] = [
    ("704", "VNM", "Viet Nam"),
    ("643", "RUS", "Russian Federation"),
    ("398", "KAZ", "Kazakhstan"),
    ("699", "IND", "India"),
    ("586", "PAK", "Pakistan"),
    ("364", "IRN", "Iran"),
    ("112", "BLR", "Belarus"),
    ("417", "KGZ", "Kyrgyzstan"),
];

fn main() {
    let rows = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let folder = TempDir::new().expect("a temporary folder");
    let table = folder.path().join("comtrade.csv");
    write(&table, rows);
    let own = folder.path().join("own");
    starter::write(&own).expect("a briefing");
    let desk = Desk::open(&own).expect("it opens");
    let bytes = table.metadata().expect("a file").len();
    let (mut bare, mut whole) = (Vec::new(), Vec::new());
    let mut counts = (0, 0);
    for _ in 0..TURNS {
        bare.push(timed(|| counts.0 = parsed(&table)));
        whole.push(timed(|| counts.1 = imported(&desk, &table)));
    }
    let (bare, whole) = (middle(&mut bare), middle(&mut whole));
    let ratio = whole.as_secs_f64() / bare.as_secs_f64();
    println!("{} rows, {:.0} MB, {} figures", counts.0, bytes as f64 / 1e6, counts.1);
    println!("read {bare:.2?}   imported {whole:.2?}   ratio {ratio:.2} (goal 2)");
}

/// A table of one year after the other: the totals of each partner, and goods that are left.
fn write(path: &Path, rows: usize) {
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    writeln!(file, "{HEAD}").expect("it is written");
    for row in 0..rows {
        let (code, iso, name) = PARTNERS[row % PARTNERS.len()];
        let (flow, word) = if row / 8 % 2 == 0 { ("X", "Export") } else { ("M", "Import") };
        let (year, goods) = (2000 + row / 16 % 24, row / 384 % 99);
        let goods = if goods == 0 { "TOTAL".to_owned() } else { format!("{goods:02}") };
        let value = (row as u64).wrapping_mul(2_654_435_761) % 100_000_000_000;
        writeln!(
            file,
            "C,A,{year},52,{year},156,CHN,China,{flow},{word},{code},{iso},{name},0,World,HS,{goods},Goods {goods},C00,0,\
             N/A,0,0,,{value}.5,{value}.5,False,True"
        )
        .expect("it is written");
    }
    file.flush().expect("it is written");
}

fn parsed(path: &Path) -> usize {
    let mut reader = ReaderBuilder::new().from_path(path).expect("a file");
    let (mut row, mut rows) = (StringRecord::new(), 0);
    while reader.read_record(&mut row).expect("a row") {
        rows += 1;
    }
    rows
}

fn imported(desk: &Desk, path: &Path) -> usize {
    let words = Words::english();
    let plan = trade::plan(desk, path, &Choices::default(), &|message| words.say(message), &Progress::default());
    plan.expect("it is imported").added().count()
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
