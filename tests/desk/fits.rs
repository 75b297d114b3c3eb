//! However much there is of it and however large a reader makes it, it fits: the grown briefing in the window, in two
//! languages, at every size a window has.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::job::Job;
use briefing_desk::export::query::Query;
use briefing_desk::export::{format, order, subject};
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Command, Selection, TabKey};
use briefing_desk::words::{Language, Words};
use egui::accesskit::Role;
use egui::{Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unicode_normalization::UnicodeNormalization as _;

use crate::fit::{heard, misfits, painted};
use crate::grown::{self, grown};
use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, made};
use crate::pseudo::exports::{of, runs};
use crate::pseudo::{greek, is_of_the_briefing, none};

/// Where the tabs stand, from above.
const STRIP: std::ops::Range<f32> = 44.0..80.0;
/// What windows hold at 300 %.
const THIRDS: [Vec2; 2] = [vec2(426.0, 266.0), vec2(300.0, 213.0)];

fn briefing() -> Arc<Briefing> {
    Arc::new(grown(&greek()))
}

fn open(briefing: &Arc<Briefing>, tab: TabKey, size: Vec2, language: Language) -> Harness<'static, App> {
    let exported_to = Some(PathBuf::from("/7").into());
    let preferences = Preferences { tab, language, inspector: false, exported_to, ..Preferences::default() };
    let briefing = Arc::clone(briefing);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.state_mut().set_made(made());
    harness.run();
    harness
}

fn hold(harness: &Harness<'_, App>, what: &str, faults: &mut BTreeSet<String>) {
    // The strip of the tabs scrolls sideways in a narrow window, and the open tab is in view.
    let narrow = harness.ctx.content_rect().width() < NARROW.x;
    let mut runs = painted(harness);
    runs.retain(|run| !narrow || !STRIP.contains(&run.rect.center().y));
    let misfits = misfits(&runs, &heard(harness), is_of_the_briefing);
    // So do the columns of the trade, beside the names of their rows. Where they stand is for its own tests.
    let columns = runs.iter().filter(|run| narrow && harness.state().tab() == TabKey::TRADE && run.clip.left() > 150.0);
    let columns: BTreeSet<String> = columns.map(|run| format!("cut off at the side: {:?}", run.text)).collect();
    let scrolled = |fault: &String| columns.contains(fault);
    let misfits = misfits.into_iter().filter(|fault| !scrolled(fault) && !fault.contains("\"Unaligned\""));
    faults.extend(misfits.map(|fault| format!("{what}: {fault}")));
}

/// Scrolls what lies under a point.
fn scroll(harness: &mut Harness<'_, App>, at: egui::Pos2, points: f32) {
    harness.hover_at(at);
    harness.run_steps(1);
    let delta = vec2(0.0, -points);
    let (unit, phase) = (egui::MouseWheelUnit::Point, egui::TouchPhase::Move);
    let (modifiers, source) = (egui::Modifiers::NONE, egui::MouseWheelSource::Unknown);
    harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
    harness.run_steps(12);
}

#[test]
fn every_tab_at_every_size() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for tab in TabKey::all() {
        let mut harness = open(&briefing, tab, FULL, Language::English);
        for size in [FULL, NARROW, ZOOMED, NARROW_ZOOMED, THIRDS[0], THIRDS[1]] {
            harness.set_size(size);
            harness.run();
            hold(&harness, &format!("{tab:?} at {size}"), &mut faults);
            for page in 1..3 {
                scroll(&mut harness, (size * vec2(0.35, 0.6)).to_pos2(), (size.y * 0.7).round());
                hold(&harness, &format!("{tab:?} at {size}, page {page}"), &mut faults);
            }
        }
    }
    none(&faults);
}

#[test]
fn every_tab_in_a_language_of_longer_words() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for tab in TabKey::all() {
        let mut harness = open(&briefing, tab, FULL, Language::Pseudo);
        for size in [FULL, NARROW, THIRDS[0]] {
            harness.set_size(size);
            harness.run();
            hold(&harness, &format!("{tab:?} at {size}"), &mut faults);
        }
    }
    none(&faults);
}

#[test]
fn the_inspector_of_what_is_long() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for size in [FULL, NARROW, THIRDS[0]] {
        let mut harness = open(&briefing, TabKey::SOURCES, size, Language::English);
        let key = |name: &str| name.to_owned().try_into().expect("a key");
        for selection in [
            Selection::Claim(key("claim-51")),
            Selection::Sentence(briefing.sentences()[grown::SENTENCES - 3].at),
            Selection::Source(briefing.sources.sources[0].id.clone()),
            Selection::State(key("state-249")),
        ] {
            let ctx = harness.ctx.clone();
            let what = format!("{selection:?} at {size}");
            harness.state_mut().run(&ctx, Command::Open(selection));
            harness.run();
            hold(&harness, &what, &mut faults);
        }
    }
    none(&faults);
}

/// Bundled, as a reader with weak eyes has it: a window of 1280 by 800 at 300 %.
#[test]
fn at_300_per_cent_rows_of_every_list_can_be_reached() {
    let bundled = Arc::new(crate::harness::bundled());
    for size in THIRDS {
        for tab in [TabKey::MEMBERS, TabKey::SOURCES, TabKey::SUMMARY] {
            let mut harness = open(&bundled, tab, size, Language::English);
            for _ in 0..4 {
                scroll(&mut harness, (size * vec2(0.5, 0.6)).to_pos2(), (size.y * 0.5).round());
            }
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size).shrink2(vec2(0.0, 40.0));
            let bounds = harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().bounding_box());
            let middle = bounds.map(|b| egui::pos2((b.x0 + b.x1) as f32 / 2.0, (b.y0 + b.y1) as f32 / 2.0));
            let seen = middle.filter(|middle| screen.contains(*middle)).count();
            // The smallest window of all has room for one.
            assert!(seen >= 2 || size == THIRDS[1] && seen == 1, "{tab:?} at {size}: {seen} rows are in view");
        }
    }
}

/// Of a list of hundreds only what is in view is drawn.
#[test]
fn long_lists_are_drawn_where_they_are_seen() {
    let briefing = briefing();
    let mut harness = open(&briefing, TabKey::SOURCES, FULL, Language::English);
    let drawn = |harness: &Harness<'_, App>| harness.query_all_by_role(Role::Row).count();
    let first = drawn(&harness);
    assert!(first < 160, "{first} rows of {}", grown::SENTENCES + grown::CLAIMS);
    // The last sentence is there as soon as it is asked for, at its own place.
    let last = briefing.sentences().last().expect("a sentence").at;
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Open(Selection::Sentence(last)));
    harness.run();
    let label = &briefing.sentences().last().expect("a sentence").label;
    let row = harness.query_all_by_label_contains(label).next().expect("the row is drawn");
    assert!(row.rect().top() > 80.0 && row.rect().bottom() < FULL.y, "{}", row.rect());
}

/// A word of a page, where poppler reads it.
struct Word {
    text: String,
    rect: egui::Rect,
}

/// The words of each page of a PDF, with the size of the page.
fn words_of(pdf: &[u8]) -> Vec<(Vec2, Vec<Word>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, read) = (folder.path().join("8.pdf"), folder.path().join("8.html"));
    std::fs::write(&file, pdf).expect("it is written");
    let done = std::process::Command::new("pdftotext").arg("-bbox").args([&file, &read]).status();
    assert!(done.expect("`script/setup test` installs pdftotext").success());
    let text = std::fs::read_to_string(&read).expect("what it read");
    let number = |line: &str, name: &str| -> f32 {
        let rest = line.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
        rest.split('"').next().and_then(|value| value.parse().ok()).expect(name)
    };
    let mut pages: Vec<(Vec2, Vec<Word>)> = Vec::new();
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("<page ") {
            pages.push((vec2(number(line, "width"), number(line, "height")), Vec::new()));
        } else if line.starts_with("<word ")
            && let Some((_, words)) = pages.last_mut()
        {
            let text = line.split_once('>').map_or("", |(_, rest)| rest).trim_end_matches("</word>").to_owned();
            let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
            words.push(Word { text, rect: egui::Rect::from_min_max(egui::pos2(left, top), egui::pos2(right, bottom)) });
        }
    }
    pages
}

#[test]
fn the_pages_of_a_brief() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    let findings = checks::run(&briefing);
    for (extent, paper) in [(Extent::Full, Paper::A4), (Extent::Short, Paper::Letter)] {
        let query = Query { extent, paper, ..Query::of(&briefing) };
        let order = of(&query, &subject::BRIEF, &format::PDF);
        let pdf = order::make(&briefing, &findings, &order, &Words::english(), &Job::default()).expect("a brief");
        let pages = words_of(&pdf.bytes);
        assert_eq!(pages.len() == 1, extent == Extent::Short, "{} pages", pages.len());
        for (number, (size, words)) in pages.iter().enumerate() {
            let page = egui::Rect::from_min_size(egui::Pos2::ZERO, *size).shrink(20.0);
            for (index, word) in words.iter().enumerate() {
                if !page.contains_rect(word.rect) {
                    faults.insert(format!("{extent:?} page {number}: off the page: {:?}", word.text));
                }
                for other in &words[..index] {
                    let both = word.rect.intersect(other.rect);
                    // The boxes of two lines reach a little into each other.
                    if both.is_positive() && both.width() > 1.5 && both.height() > word.rect.height() * 0.4 {
                        faults.insert(format!("{extent:?} page {number}: {:?} on {:?}", word.text, other.text));
                    }
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn the_map_as_a_picture() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for search in ["", "α", "δεμοψρατιψ"] {
        let mut query = Query::of(&briefing);
        query.roster.search = search.to_owned();
        let order = of(&query, &subject::ROSTER, &format::SVG);
        let picture = order::draw(&briefing, &order, &Words::english(), &Job::default()).expect("a map");
        let misfits = misfits(&runs(&picture), &BTreeSet::new(), is_of_the_briefing);
        faults.extend(misfits.into_iter().map(|fault| format!("{search}: {fault}")));
    }
    none(&faults);
}

/// Letters that are drawn as another with its marks are of many scripts, and of the language of longer texts.
#[test]
fn a_brief_is_made_of_letters_with_marks() {
    let briefing = greek();
    let findings = checks::run(&briefing);
    let order = of(&Query::of(&briefing), &subject::BRIEF, &format::PDF);
    let words = Words::of(Language::Pseudo);
    let pdf = order::make(&briefing, &findings, &order, &words, &Job::default()).expect("a brief");
    let read: String = words_of(&pdf.bytes).into_iter().flat_map(|(_, words)| words).map(|word| word.text).collect();
    let plain = |text: &str| text.nfd().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let name = words.say(&briefing_desk::message!(brief::chronology));
    assert!(plain(&read).contains(&plain(&name)), "{name} can be copied and searched");
}
