//! What a keystroke costs in the search of the members: filter, counts and order together, beside a bare scan of the
//! same text, for lists of 27 to a million. `benches/README.md` has the figures.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops at what it did not expect, and says what it found"
)]

mod allocator;
mod generated;

use std::hint::black_box;

use briefing_desk::analysis::facets::Facet;
use briefing_desk::analysis::roster::{RosterIndex, RosterQuery};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use memchr::memmem;

const ROWS: [usize; 4] = [27, 10_000, 100_000, 1_000_000];

fn keystroke(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("keystroke");
    group.sample_size(50);
    for rows in ROWS {
        let briefing = generated::briefing(rows);
        let mut index = RosterIndex::new(briefing.members().next().expect("a roster"));
        let whole = RosterQuery::on(date(2026, 1, 1));
        let raw = searched(&briefing);
        let held = index.bytes(briefing.members().next().expect("a roster"), &whole);
        println!(
            "{rows} rows: raw text {raw} bytes, folded {}, index {held}: {:.2} of the raw text",
            index.text().text().len(),
            held as f64 / raw as f64
        );
        // Few rows, a third of them, nearly all of them, and a facet that is narrowed besides.
        for (name, search, region) in [
            ("few", "istanqua", false),
            ("many", "an", false),
            ("nearly all", "r", false),
            ("with a facet", "an", true),
        ] {
            let mut query = RosterQuery { search: search.to_owned(), ..whole.clone() };
            if region {
                query.choice.toggle(Facet::Region, "Central Asia");
            }
            group.bench_function(BenchmarkId::new(name, rows), |bench| {
                bench.iter(|| black_box(index.view(briefing.members().next().expect("a roster"), &query).len()));
            });
            if !region {
                let text = index.text().text();
                let scan = || memmem::find_iter(text.as_bytes(), search).count();
                group.bench_function(BenchmarkId::new(format!("{name}, bare scan"), rows), |bench| {
                    bench.iter(|| black_box(scan()));
                });
            }
        }
    }
    group.finish();
}

/// The bytes of everything a search looks at, as the briefing has it.
fn searched(briefing: &briefing_desk::briefing::Briefing) -> usize {
    let states = briefing.rosters[0].states.iter();
    states
        .map(|state| {
            let names: usize = state.names.iter().map(|(_, name)| name.len()).sum();
            let aliases: usize = state.aliases.iter().map(String::len).sum();
            names + aliases + state.capital.len() + state.alpha2.len() + state.alpha3.len() + state.numeric.len()
        })
        .sum()
}

fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index");
    group.sample_size(10);
    for rows in [27, 100_000] {
        let briefing = generated::briefing(rows);
        group.bench_function(BenchmarkId::new("build", rows), |bench| {
            bench.iter(|| black_box(RosterIndex::new(briefing.members().next().expect("a roster"))));
        });
    }
    group.finish();
}

criterion_group!(benches, keystroke, opening);
criterion_main!(benches);
