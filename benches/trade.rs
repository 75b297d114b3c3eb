//! How long it takes to make a picture of a long series: its points, as many as the picture has pixels, against every
//! one of them. The promise is a cost that does not depend on the length once the series is indexed (at most 1.2 times
//! as much for 1,000,000 points as for 10,000); `cargo bench --bench trade` shows what it is.

mod allocator;

use std::hint::black_box;

use briefing_desk::analysis::trade::pyramid::Pyramid;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// The pixels of a plot in a window of 1280, at twice the size.
const COLUMNS: usize = 1400;
const HEIGHT: f64 = 250.0;

/// A line that swings and drifts, as trade does.
fn points(count: usize) -> Vec<(f64, f64)> {
    let value = |i: f64| 100.0 + 40.0 * (i * 0.37).sin() + 25.0 * (i * 0.011).sin() + i.rem_euclid(7.0);
    (0..count).map(|i| (i as f64, value(i as f64))).collect()
}

fn trade(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a picture of a series");
    for count in [10_000_usize, 100_000, 1_000_000] {
        let line = points(count);
        let last = count as f64 - 1.0;
        let place = |x: f64, y: f64| (x / last * COLUMNS as f64, HEIGHT - y);
        let indexed = Pyramid::new(line.clone(), Vec::new());
        group.bench_function(BenchmarkId::new("decimated", count), |bench| {
            bench.iter(|| -> Vec<(f64, f64)> {
                let drawn = indexed.decimated(0.0, black_box(last), COLUMNS);
                drawn.iter().map(|vertex| place(vertex.x, vertex.y)).collect()
            });
        });
        group.bench_function(BenchmarkId::new("decimated, a tenth of it", count), |bench| {
            bench.iter(|| -> Vec<(f64, f64)> {
                let drawn = indexed.decimated(0.4 * last, black_box(0.5 * last), COLUMNS);
                drawn.iter().map(|vertex| place(vertex.x, vertex.y)).collect()
            });
        });
        // The least that drawing every point can cost: a place on the screen for each.
        group.bench_function(BenchmarkId::new("every point", count), |bench| {
            bench.iter(|| -> Vec<(f64, f64)> { black_box(&line).iter().map(|(x, y)| place(*x, *y)).collect() });
        });
        group.bench_function(BenchmarkId::new("indexing, once", count), |bench| {
            bench.iter(|| Pyramid::new(black_box(line.clone()), Vec::new()));
        });
    }
    group.finish();
}

criterion_group!(benches, trade);
criterion_main!(benches);
