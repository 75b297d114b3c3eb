//! How long it takes to open the bundled briefing: read, resolved and ready to show. The promise is under 10 ms in a
//! release build; `cargo bench --bench opening` shows what it is.

mod allocator;

use std::hint::black_box;

use briefing_desk::briefing::Briefing;
use criterion::{Criterion, criterion_group, criterion_main};

fn opening(criterion: &mut Criterion) {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    criterion.bench_function("open the bundled briefing", |bench| bench.iter(|| black_box(Briefing::bundled())));
    criterion.bench_function("open it from its folder", |bench| bench.iter(|| black_box(Briefing::open(folder))));
}

criterion_group!(benches, opening);
criterion_main!(benches);
