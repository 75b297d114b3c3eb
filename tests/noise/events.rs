//! A reader who does anything at all, while somebody else changes the files: the window stays whole, and what it holds
//! stays as small as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use briefing_desk::briefing::Briefing;
use briefing_desk::export::starter;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Command, TabKey};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use tempfile::TempDir;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
const ISLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/isles");
/// What is typed: words of many scripts, figures, and what acts on the text around it.
const TEXTS: [&str; 14] = [
    "a",
    "2024",
    "%",
    "Östlich",
    "Россия",
    "中国",
    "ایران",
    "שלום",
    "🦀",
    "\u{202e}x",
    "\u{61c}7",
    "\n",
    "/tmp",
    "\"\\",
];
/// So many events come in one frame at most.
const TOGETHER: usize = 24;

/// Numbers that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// A number that whoever runs this may set.
pub fn set(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|given| given.parse().ok()).unwrap_or(usual)
}

/// How many bytes of memory the process holds.
fn held() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or_default() << 10
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the briefing").flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "json" || ending == "txt") {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}

/// What a reader may do next.
fn event(dice: &mut Dice, harness: &mut Harness<'_, App>, at: &mut Pos2) {
    let modifiers = [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND, Modifiers::ALT];
    let all = [Modifiers::COMMAND | Modifiers::SHIFT, Modifiers::COMMAND | Modifiers::ALT];
    match dice.below(20) {
        0..=5 => {
            let size = harness.ctx.content_rect().size();
            *at = pos2(dice.below(size.x as usize + 20) as f32, dice.below(size.y as usize + 20) as f32);
            harness.event(Event::PointerMoved(*at));
        }
        6..=10 => {
            let button = dice.of(&[PointerButton::Primary, PointerButton::Primary, PointerButton::Secondary]);
            let modifiers = dice.of(&modifiers);
            for pressed in [true, false] {
                harness.event(Event::PointerButton { pos: *at, button, pressed, modifiers });
            }
        }
        11 | 12 => {
            let delta = vec2(dice.below(200) as f32 - 100.0, dice.below(1200) as f32 - 600.0);
            let modifiers = dice.of(&modifiers);
            let (unit, source, phase) = (MouseWheelUnit::Point, MouseWheelSource::Wheel, TouchPhase::Move);
            harness.event(Event::MouseWheel { unit, source, delta, modifiers, phase });
        }
        13..=16 => {
            let key = dice.of(Key::ALL);
            let modifiers = if dice.below(3) == 0 { dice.of(&all) } else { dice.of(&modifiers) };
            for pressed in [true, false] {
                harness.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
            }
        }
        17 => harness.event(Event::Text(dice.of(&TEXTS).to_owned())),
        18 if dice.below(3) == 0 => harness.event(Event::PointerGone),
        18 => harness.event(Event::Copy),
        _ => {
            let key = dice.of(&[Key::Escape, Key::Tab, Key::Enter, Key::ArrowDown, Key::ArrowRight, Key::Space]);
            harness.key_press(key);
        }
    }
}

/// Changes a file of a briefing: another digit, an end too soon, or as it was.
fn change(dice: &mut Dice, folder: &Path, whole: &Path) {
    let files: Vec<PathBuf> = fs::read_dir(whole).expect("the briefing").flatten().map(|entry| entry.path()).collect();
    let from = &files[dice.below(files.len())];
    let to = folder.join(from.file_name().expect("a name"));
    let mut bytes = fs::read(from).expect("read");
    match dice.below(4) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 | 2 => {
            let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            if !digits.is_empty() {
                bytes[digits[dice.below(digits.len())]] = b'1' + dice.below(9) as u8;
            }
        }
        _ => {}
    }
    fs::write(to, bytes).expect("written");
}

/// As often as it takes, till something is so.
fn wait_for(harness: &mut Harness<'_, App>, what: &str, so: impl Fn(&App) -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !so(harness.state()) {
        assert!(Instant::now() < end, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

#[test]
#[ignore = "takes minutes, and is run alone: cargo test --test noise -- --ignored events"]
#[expect(clippy::print_stdout, reason = "a test that reports")]
fn a_hundred_thousand_events_over_three_briefings_whose_files_change() {
    let (count, seed) = (set("EVENTS", 100_000) as usize, set("SEED", 20_261_126));
    let place = TempDir::new().expect("a temporary folder");
    let (mut dice, mut at) = (Dice(seed), Pos2::ZERO);
    // What is typed as a path and written to is somewhere in here.
    std::env::set_current_dir(place.path()).expect("it is there");
    let started = place.path().join("started");
    starter::write(&started).expect("written");
    for (number, whole) in [Path::new(DATA), started.as_path(), Path::new(ISLES)].into_iter().enumerate() {
        let kept = place.path().join(format!("kept-{number}"));
        let folder = place.path().join(format!("open-{number}"));
        copy(whole, &kept);
        copy(&kept, &folder);
        let bundled = Arc::new(Briefing::bundled().expect("it opens"));
        let mut harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            .allow_missing_glyphs()
            .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, bundled, Preferences::default()));
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::OpenFolder(folder.clone()));
        wait_for(&mut harness, "the folder", |app| app.folder() == Some(&*folder));
        let (mut done, mut held_then, began) = (0, 0, Instant::now());
        let share = count / 3;
        while done < share {
            for _ in 0..=dice.below(TOGETHER) {
                event(&mut dice, &mut harness, &mut at);
                done += 1;
            }
            match dice.below(200) {
                0 => change(&mut dice, &folder, &kept),
                1 => {
                    harness.set_size(vec2(320.0 + dice.below(1600) as f32, 240.0 + dice.below(1000) as f32));
                }
                // A reader who has lost their way opens the folder again.
                2 if harness.state().folder() != Some(&*folder) => {
                    harness.state_mut().run(&ctx, Command::OpenFolder(folder.clone()));
                }
                _ => {}
            }
            harness.step();
            if held_then == 0 && done > share / 4 {
                held_then = held();
            }
        }
        let held_now = held();
        println!(
            "{}: {done} events in {:.0?}, {} MB after a quarter, {} MB at the end",
            whole.display(),
            began.elapsed(),
            held_then >> 20,
            held_now >> 20
        );
        assert!(held_now < held_then + held_then / 4 + (64 << 20), "the memory grows: {held_then} to {held_now}");

        // Whole files again, and all of it is there.
        copy(&kept, &folder);
        harness.set_size(vec2(1280.0, 800.0));
        for _ in 0..12 {
            harness.key_press(Key::Escape);
            harness.step();
        }
        harness.state_mut().run(&ctx, Command::OpenFolder(folder.clone()));
        let briefing = Briefing::open(&folder).expect("it opens");
        wait_for(&mut harness, "the folder as it was", |app| {
            app.folder() == Some(&*folder) && *app.briefing() == briefing
        });
        for tab in TabKey::all() {
            harness.state_mut().run(&ctx, Command::Show(tab));
            harness.step();
            harness.step();
        }
    }
}
