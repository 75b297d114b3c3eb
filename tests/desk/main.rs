//! The program from outside, in one binary so that it links once: its source, its data, its command line, its tabs as a
//! screen reader hears them, and pictures of them.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod beginning;
mod brief;
mod checks;
mod chronology;
mod command_line;
#[path = "../../src/command_line/mod.rs"]
mod command_line_source;
mod data;
mod directions;
mod documented;
mod doubled;
mod ending;
mod evidence;
mod export_cancelled;
mod export_dialog;
mod export_faults;
mod export_preview;
mod export_screen;
mod export_sent;
mod export_tables;
mod exported_pictures;
mod fit;
mod fits;
mod floors;
#[path = "../noise/folder.rs"]
mod folder;
#[path = "../../benches/generated/mod.rs"]
mod generated;
mod glyphs;
mod grown;
#[path = "../../benches/grown/mod.rs"]
mod grown_lists;
mod half_hour;
mod harness;
mod hostile;
mod import;
mod import_dialog;
mod isles;
mod keys;
mod layers;
mod limits;
mod loading;
mod making;
mod members;
mod members_pictures;
mod offline;
mod opening;
mod outline;
mod packed;
mod page;
mod palette;
mod parts;
mod pictures;
mod preferences;
mod pseudo;
mod schema;
mod scripts;
mod starter;
mod still_frames;
mod stillness;
mod stored;
mod suggestions;
mod tabs;
mod terminal;
mod trade;
mod trade_pictures;
mod views;
mod visible;
