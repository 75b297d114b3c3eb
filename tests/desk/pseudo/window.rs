//! Every tab, dialog, menu and notice of the window, and everything the inspector can show.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use briefing_desk::message;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Popup};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{hold, none, open, words};
use crate::folder::Folder;
use crate::harness::{Dropped, FULL, NARROW, wait_for};

fn send(harness: &mut Harness<'_, App>, command: impl Into<Command>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, command);
    harness.run();
}

fn say(message: &briefing_desk::briefing::Message) -> String {
    words().say(message)
}

#[test]
fn every_tab() {
    let mut faults = BTreeSet::new();
    for size in [FULL, NARROW] {
        for tab in TabKey::all() {
            hold(&open(tab, size), &format!("{tab:?} at {size}"), &mut faults);
        }
    }
    none(&faults);
}

#[test]
fn everything_the_inspector_can_show() {
    let mut faults = BTreeSet::new();
    for (size, every) in [(FULL, 1), (NARROW, 4)] {
        let mut harness = open(TabKey::SOURCES, size);
        let briefing = harness.state().briefing();
        let findings = briefing_desk::analysis::checks::run(briefing);
        let mut all: Vec<Selection> = Vec::new();
        all.extend(briefing.claims.claims.iter().map(|claim| Selection::Claim(claim.id.clone())));
        all.extend(briefing.sentences().iter().map(|sentence| Selection::Sentence(sentence.at)));
        all.extend(briefing.sources.sources.iter().map(|source| Selection::Source(source.id.clone())));
        all.extend(briefing.rosters[0].states.iter().map(|state| Selection::State(state.id.clone())));
        all.extend(findings.iter().map(|finding| Selection::Finding(finding.id.clone())));
        for series in &briefing.trades[0].series {
            let periods: BTreeSet<_> = series.observations.iter().map(|observation| observation.period).collect();
            all.extend(periods.into_iter().map(|period| Selection::Period(series.id.clone(), period)));
        }
        for selection in all.into_iter().step_by(every) {
            let what = format!("{selection:?} at {size}");
            send(&mut harness, Command::Select(selection));
            hold(&harness, &what, &mut faults);
        }
    }
    none(&faults);
}

#[test]
fn the_dialogs() {
    let mut faults = BTreeSet::new();
    for size in [FULL, NARROW] {
        for action in [Action::ToggleKeys, Action::OpenFolder, Action::Attach] {
            let mut harness = open(TabKey::SUMMARY, size);
            send(&mut harness, action);
            hold(&harness, &format!("{action:?} at {size}"), &mut faults);
        }
        let mut harness = open(TabKey::SUMMARY, size);
        send(&mut harness, Action::Attach);
        send(&mut harness, Command::Attach(PathBuf::from("/7/8")));
        hold(&harness, &format!("a copy that is not there at {size}"), &mut faults);
    }
    none(&faults);
}

#[test]
fn the_export_of_everything_in_every_format() {
    let mut faults = BTreeSet::new();
    for size in [FULL, NARROW] {
        let mut harness = open(TabKey::SUMMARY, size);
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Action::Export);
        harness.run_steps(2);
        for what in offered(&harness) {
            choose(&mut harness, Role::RadioButton, &what);
            hold(&harness, &format!("export {what} at {size}"), &mut faults);
            for format in ["CSV", "JSON", "Markdown", "SVG", "PNG", "PDF"] {
                if harness.query_by_role_and_label(Role::RadioButton, format).is_some() {
                    choose(&mut harness, Role::RadioButton, format);
                    hold(&harness, &format!("export {what} as {format} at {size}"), &mut faults);
                }
            }
        }
        // A file that is there, and a folder that is not.
        let folder = tempfile::tempdir().expect("a folder");
        let there = folder.path().join("8.pdf");
        std::fs::write(&there, "8").expect("a file");
        for (path, what) in [(there, "a file that is there"), (folder.path().join("9/9.pdf"), "no folder")] {
            let field = say(&message!(export_dialog::path));
            harness.get_by_label(&field).set_text_value_accesskit(path.to_str().expect("UTF-8"));
            harness.run_steps(2);
            let save = say(&message!(export_dialog::save));
            harness.get_by_role_and_label(Role::Button, &save).click_accesskit();
            wait_for(&mut harness, what, |harness| harness.query_by_role(Role::Alert).is_some());
            hold_but(&harness, &format!("{what} at {size}"), &folder, &mut faults);
            let keep = say(&message!(export_dialog::keep));
            if harness.query_by_role_and_label(Role::Button, &keep).is_some() {
                harness.get_by_role_and_label(Role::Button, &keep).click_accesskit();
                harness.run_steps(2);
            }
        }
    }
    none(&faults);
}

/// Faults but for the name of a folder of the machine.
fn hold_but(harness: &Harness<'_, App>, what: &str, folder: &tempfile::TempDir, faults: &mut BTreeSet<String>) {
    let mut found = BTreeSet::new();
    hold(harness, what, &mut found);
    let name = folder.path().file_name().and_then(|name| name.to_str()).expect("a name");
    faults.extend(found.into_iter().filter(|fault| !(fault.contains("not translated") && fault.contains(name))));
}

fn choose(harness: &mut Harness<'_, App>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run_steps(2);
    wait_for(harness, label, |harness| harness.query_all_by_role(Role::Document).next().is_some());
}

/// The labels of a role that are there, each once.
fn labels(harness: &Harness<'_, App>, role: Role) -> Vec<String> {
    let mut labels = Vec::new();
    for label in harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()) {
        if !label.is_empty() && !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// What the export dialog offers.
fn offered(harness: &Harness<'_, App>) -> Vec<String> {
    let name = say(&message!(export_dialog::heard_what));
    let group = harness.get_by_role_and_label(Role::RadioGroup, &name);
    let offered = group.children_recursive().filter(|node| node.accesskit_node().role() == Role::RadioButton);
    offered.filter_map(|node| node.accesskit_node().label()).collect()
}

/// Whatever can be pressed is, and what opens by that is looked at.
#[test]
fn every_menu_that_a_button_opens() {
    let (mut faults, mut opened) = (BTreeSet::new(), BTreeSet::new());
    for size in [FULL, NARROW] {
        for tab in TabKey::all() {
            let mut harness = open(tab, size);
            for label in labels(&harness, Role::Button) {
                let Some(button) = harness.query_all_by_role_and_label(Role::Button, &label).next() else { continue };
                button.click_accesskit();
                harness.run_steps(3);
                if Popup::is_any_open(&harness.ctx) {
                    hold(&harness, &format!("the menu of {label} on {tab:?} at {size}"), &mut faults);
                    opened.insert(label);
                }
                harness.key_press(Key::Escape);
                harness.run_steps(2);
                if harness.state().tab() != tab {
                    harness = open(tab, size);
                }
            }
        }
    }
    assert!(opened.len() > 6, "{opened:?}");
    none(&faults);
}

#[test]
fn every_menu_that_a_secondary_click_opens() {
    let (mut faults, mut opened) = (BTreeSet::new(), 0);
    for size in [FULL, NARROW] {
        for tab in TabKey::all() {
            let mut harness = open(tab, size);
            let mut places = Vec::new();
            for role in [Role::Row, Role::Cell, Role::GraphicsObject, Role::GraphicsSymbol, Role::Image, Role::Label] {
                let bounds = |node: egui_kittest::Node<'_>| node.accesskit_node().bounding_box();
                let bounds = harness.query_all_by_role(role).filter_map(bounds);
                let middle = bounds.map(|b| egui::pos2((b.x0 + b.x1) as f32 / 2.0, (b.y0 + b.y1) as f32 / 2.0));
                places.extend(middle.filter(|place| place.x < size.x && place.y > 80.0 && place.y < size.y - 40.0));
            }
            for place in places.into_iter().step_by(5) {
                harness.hover_at(place);
                harness.run_steps(1);
                for pressed in [true, false] {
                    let (button, modifiers) = (egui::PointerButton::Secondary, egui::Modifiers::NONE);
                    harness.event(egui::Event::PointerButton { pos: place, button, pressed, modifiers });
                }
                harness.run_steps(3);
                if Popup::is_any_open(&harness.ctx) {
                    hold(&harness, &format!("the menu at {place} on {tab:?} at {size}"), &mut faults);
                    opened += 1;
                }
                harness.key_press(Key::Escape);
                harness.run_steps(2);
            }
        }
    }
    assert!(opened > 10, "{opened}");
    none(&faults);
}

#[test]
fn what_is_found_and_what_is_told() {
    let mut faults = BTreeSet::new();
    for size in [FULL, NARROW] {
        let mut harness = open(TabKey::SUMMARY, size);
        send(&mut harness, Action::Find);
        hold(&harness, &format!("the find bar at {size}"), &mut faults);
        let field = say(&message!(shell::find_in_summary));
        harness.get_by_label(&field).set_text_value_accesskit("777");
        harness.run();
        hold(&harness, &format!("nothing found at {size}"), &mut faults);
        harness.get_by_label(&field).set_text_value_accesskit("2024");
        harness.run();
        hold(&harness, &format!("something found at {size}"), &mut faults);
        for (tab, action) in [
            (TabKey::SUMMARY, Action::CopyStatement),
            (TabKey::SUMMARY, Action::CopyTable),
            (TabKey::SUMMARY, Action::CopyPicture),
            (TabKey::SUMMARY, Action::Reload),
            (TabKey::MEMBERS, Action::CopyTable),
        ] {
            let mut harness = open(tab, size);
            send(&mut harness, action);
            assert!(harness.state().notice().is_some(), "{action:?} is told");
            hold(&harness, &format!("{action:?} on {tab:?} at {size}"), &mut faults);
        }
        for beside in [None, Some(PathBuf::from("/7/8.7"))] {
            let mut harness = open(TabKey::MEMBERS, size);
            send(&mut harness, Command::Exported(PathBuf::from("/7/8.9"), beside));
            hold(&harness, &format!("a file that is written at {size}"), &mut faults);
        }
    }
    none(&faults);
}

/// What is wrong with a folder, with every kind of problem: its text, its shape, its references.
#[test]
fn a_folder_that_cannot_be_opened() {
    let mut faults = BTreeSet::new();
    for (folder, what) in broken() {
        let mut harness = open(TabKey::SUMMARY, FULL);
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::OpenFolder(folder.0.path().to_owned()));
        wait_for(&mut harness, "the problems", |harness| harness.query_by_role(Role::Alert).is_some());
        hold_but(&harness, what, &folder.0, &mut faults);
    }
    let mut harness = open(TabKey::SUMMARY, NARROW);
    harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(Path::new("/7/8").to_owned())));
    harness.run();
    hold(&harness, "a file that was dropped", &mut faults);
    none(&faults);
}

/// Folders of which something is wrong, in another way each.
fn broken() -> Vec<(Folder, &'static str)> {
    let harm = |file, from, to| Folder::new().harm(file, from, to);
    vec![
        (harm("trade.json", "\"69.52\"", "69.52"), "a number without quotes"),
        (harm("meeting.json", "\"date\": \"2025-07-13\"", "\"date\": \"2025-02-30\""), "a day that is none"),
        (harm("meeting.json", "\"date\": \"2025-07-13\"", "\"date\": \"13.7.25\""), "a day that is not so written"),
        (harm("claims.json", "\"verdict\": \"supported\"", "\"verdict\": \"7\""), "a word that is not known"),
        (harm("sources.json", "\"publisher\":", "\"88\":"), "a field that is not known"),
        (harm("roster.json", "{", "{,"), "no JSON"),
    ]
}
