//! The application in a window of memory, found its way through by role and label as a screen reader would.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use briefing_desk::briefing::{Briefing, Period, Sha256};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Selection, TabKey};
use briefing_desk::words::Words;
use egui::accesskit::Role;
use egui::{OutputCommand, Theme, ThemePreference, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// The size the design is drawn at.
pub const FULL: Vec2 = vec2(1280.0, 800.0);
/// A small laptop, or half a screen.
pub const NARROW: Vec2 = vec2(900.0, 640.0);

/// What a window of the full size holds at 200 %.
pub const ZOOMED: Vec2 = vec2(640.0, 400.0);
/// What a narrow window holds at 200 %: less than the smallest window holds at 100 %.
pub const NARROW_ZOOMED: Vec2 = vec2(450.0, 320.0);

/// The frames within which a window has to come to rest: one for each page of a preview that is drawn beside it in the
/// meantime, and some more. That a window in which nothing happens rests is held by itself.
const MAX_STEPS: u64 = 24;

/// Both themes with what they are called in the names of pictures.
pub const THEMES: [(ThemePreference, &str); 2] = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];

/// The bundled briefing under a digest that stays, so that a change of data shows in a picture only where it is seen.
pub fn bundled() -> Briefing {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    briefing.digest = Sha256::of(b"the bundled briefing of the tests");
    briefing
}

/// The second at which every export of a test is made: 14 July 2025, 00:00 UTC.
pub fn made() -> Stamp {
    Stamp::at(Some("1752451200")).expect("a second")
}

/// The application as it first opens, on a tab.
pub fn open(tab: TabKey, size: Vec2, theme: ThemePreference) -> Harness<'static, App> {
    over(Arc::new(bundled()), tab, size, theme)
}

/// The application over another briefing.
pub fn open_with(briefing: Arc<Briefing>, tab: TabKey) -> Harness<'static, App> {
    over(briefing, tab, FULL, ThemePreference::Light)
}

fn over(briefing: Arc<Briefing>, tab: TabKey, size: Vec2, theme: ThemePreference) -> Harness<'static, App> {
    let pixels_per_point = if size == ZOOMED || size == NARROW_ZOOMED { 2.0 } else { 1.0 };
    let exported_to = Some(PathBuf::from("/reports").into());
    let preferences = Preferences { theme, tab, exported_to, ..Preferences::default() };
    let shown = if theme == ThemePreference::Dark { Theme::Dark } else { Theme::Light };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(MAX_STEPS)
        .with_theme(shown)
        .with_pixels_per_point(pixels_per_point)
        .wgpu()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.state_mut().set_made(made());
    harness.run();
    harness
}

/// The application as another window of the same reader opens it, with what was remembered of one before.
pub fn next_window(before: &Harness<'_, App>) -> Harness<'static, App> {
    let (briefing, preferences) = (Arc::new(bundled()), before.state().preferences().clone());
    let mut harness = Harness::builder()
        .with_size(FULL)
        .with_max_steps(MAX_STEPS)
        .wgpu()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.run();
    harness
}

/// Draws on until something is so, for half a minute at most.
#[track_caller]
pub fn wait_for(harness: &mut Harness<'_, App>, what: &str, so: impl Fn(&Harness<'_, App>) -> bool) {
    wait_for_frame(harness, what, so);
    harness.run();
}

/// The same, up to the first frame in which it is so, whatever goes on after it.
#[track_caller]
pub fn wait_for_frame(harness: &mut Harness<'_, App>, what: &str, so: impl Fn(&Harness<'_, App>) -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !so(harness) {
        assert!(Instant::now() < end, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

/// Draws on until the table of the members is there, which is prepared beside the window.
#[track_caller]
pub fn wait_for_members(harness: &mut Harness<'_, App>) {
    wait_for_frame(harness, "the members", |window| window.query_by_label_contains("states on ").is_some());
}

/// The name of a tab.
pub fn label(tab: TabKey) -> String {
    Words::english().say(&tab.spec().label)
}

/// The application on a tab in the light theme at full size.
pub fn desk(tab: TabKey) -> Harness<'static, App> {
    open(tab, FULL, ThemePreference::Light)
}

/// A year of the bundled briefing's main series.
pub fn year_of_trade(year: i16) -> Selection {
    Selection::Period("customs-usd".to_owned().try_into().expect("a key"), Period::of_year(year))
}

/// Presses what has a role and a label, and waits until nothing moves.
#[track_caller]
pub fn press(harness: &mut Harness<'_, App>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run();
}

/// Presses what a screen reader would press, whether or not it is scrolled into view.
#[track_caller]
pub fn activate(harness: &mut Harness<'_, App>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run();
}

/// The rows in view whose spoken name starts so.
pub fn rows(harness: &Harness<'_, App>, start: &str) -> Vec<String> {
    let labels = harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label());
    labels.filter(|label| label.starts_with(start)).collect()
}

/// What is put on the clipboard within the next frames.
pub fn copied(harness: &mut Harness<'_, App>) -> Option<String> {
    (0..8).find_map(|_| {
        harness.step();
        harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// A file or folder dropped on the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|err| err.to_string())
    }
}
