//! What a frame of the members costs, for lists of 27 to a million: one that only draws what is there again, one that
//! scrolls, and one with a row selected. Laying out and tessellating, without the graphics card. `benches/README.md`
//! has the figures.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

mod allocator;
mod generated;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Command, Selection, TabKey};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    group.sample_size(50);
    // All are open before any is measured, and each is measured beside the others: a window that is measured in a fresh
    // heap has an advantage that is not its own.
    let mut windows = [27, 10_000, 100_000, 1_000_000].map(|rows| (rows, open(rows)));
    for (rows, window) in &mut windows {
        group.bench_function(BenchmarkId::new("idle", rows), |bench| bench.iter(|| frame(window)));
    }
    for (rows, window) in &mut windows {
        window.hover_at(egui::pos2(600.0, 600.0));
        group.bench_function(BenchmarkId::new("scrolling", rows), |bench| {
            let mut down = false;
            bench.iter(|| {
                // Down and up again, so that the end of a short list is no rest.
                down = !down;
                let delta = vec2(0.0, if down { -120.0 } else { 120.0 });
                let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
                let source = MouseWheelSource::Unknown;
                window.event(Event::MouseWheel { unit, delta, phase, modifiers, source });
                frame(window);
            });
        });
    }
    for (rows, window) in &mut windows {
        let ctx = window.ctx.clone();
        let selected = "entity-20".to_owned().try_into().expect("a key");
        window.state_mut().run(&ctx, Command::Select(Selection::State(selected)));
        window.run_steps(4);
        group.bench_function(BenchmarkId::new("selected", rows), |bench| bench.iter(|| frame(window)));
    }
    group.finish();
}

fn frame(window: &mut Harness<'_, App>) {
    window.step();
    let output = window.output();
    black_box(window.ctx.tessellate(output.shapes.clone(), 1.0));
}

/// The members of a generated briefing, once the list is there.
fn open(rows: usize) -> Harness<'static, App> {
    let briefing = Arc::new(generated::briefing(rows));
    let preferences = Preferences { tab: TabKey::MEMBERS, ..Preferences::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        // The made-up names are of more characters than are bundled.
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    let prepared = |harness: &Harness<'_, App>| {
        use egui_kittest::kittest::Queryable as _;
        harness.query_by_label_contains("states on ").is_some()
    };
    while !prepared(&harness) {
        std::thread::sleep(Duration::from_millis(50));
        harness.run_steps(2);
    }
    harness.run_steps(8);
    harness
}

criterion_group!(benches, frames);
criterion_main!(benches);
