//! What is stored to compare with: few and small pictures, and text where many states differ little.
//!
//! After a change that is meant, store anew with `UPDATE_SNAPSHOTS=1 cargo test` and look at what is new. A picture is
//! of a part of the window. What a screen reader hears of the window is stored as text, a line for each node, and of a
//! state that is reached from another only the lines in which they differ: a change of what they share renews one file.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use briefing_desk::ui::app::App;
use briefing_desk::ui::theme::layout;
use egui::accesskit::{Role, Toggled};
use egui::{Pos2, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node, SnapshotResults, try_image_snapshot};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, RgbaImage};

/// What of the window is in a picture.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// All of it; for a handful.
    Window,
    /// What lies between the strip of the tabs and the status bar, with the inspector.
    Page,
    /// The chart of the trade with its axes and the labels about it.
    Chart,
    /// The dialog that is open.
    Dialog,
}

/// Compares with what is stored, and says at its end all that differs.
#[derive(Debug)]
pub struct Stored {
    pictures: SnapshotResults,
    texts: Vec<String>,
}

impl Stored {
    pub fn new() -> Self {
        Self { pictures: SnapshotResults::new(), texts: Vec::new() }
    }

    /// Compares a part of the window with its picture.
    pub fn picture(&mut self, harness: &mut Harness<'_, App>, part: Part, name: &str) {
        let mut whole = harness.render().expect("the window is drawn");
        let scale = harness.ctx.pixels_per_point();
        let Rect { min, max } = (bounds(harness, part) * scale).round();
        let (x, y) = (min.x.max(0.0) as u32, min.y.max(0.0) as u32);
        let (right, bottom) = ((max.x as u32).min(whole.width()), (max.y as u32).min(whole.height()));
        let part = image::imageops::crop(&mut whole, x, y, right - x, bottom - y).to_image();
        self.image(&part, name);
    }

    /// Compares pixels with their picture.
    pub fn image(&mut self, image: &RgbaImage, name: &str) {
        self.pictures.add(try_image_snapshot(image, name));
        if updates() {
            make_small(&path(&format!("{name}.png")));
        }
    }

    /// Compares what a screen reader hears of the window with its text.
    pub fn heard(&mut self, harness: &Harness<'_, App>, name: &str) {
        self.text(&heard(harness), name);
    }

    /// Compares what a screen reader hears of the open dialog with its text.
    pub fn heard_dialog(&mut self, harness: &Harness<'_, App>, name: &str) {
        let mut lines = String::new();
        hear(&harness.get_by_role(Role::Dialog), 0, &mut lines);
        self.text(&lines, name);
    }

    /// Compares what has changed in the window, by what a screen reader hears, with its text.
    pub fn heard_since(&mut self, before: &str, harness: &Harness<'_, App>, name: &str) {
        self.text(&differences(before, &heard(harness)), name);
    }

    /// Compares a text with the one stored, line by line. How much a file takes is no promise: it is there with its
    /// unit, and changes with every sentence of a brief.
    pub fn text(&mut self, now: &str, name: &str) {
        let now = without_sizes(now);
        let path = path(&format!("{name}.txt"));
        if updates() {
            fs::write(&path, &now).expect("the folder of what is stored can be written to");
            return;
        }
        match fs::read_to_string(&path) {
            Ok(then) if then == now => {}
            Ok(then) => self.texts.push(format!("{name} is not as stored:\n{}", differences(&then, &now))),
            Err(err) => self.texts.push(format!("{name}: {err}; UPDATE_SNAPSHOTS=1 stores it")),
        }
    }
}

impl Drop for Stored {
    fn drop(&mut self) {
        assert!(self.texts.is_empty() || std::thread::panicking(), "{}", self.texts.join("\n"));
    }
}

/// The text with every figure of kB and MB as one `#`, as they stand in what is stored.
fn without_sizes(text: &str) -> String {
    const UNITS: [&str; 2] = ["\\u{a0}kB\"", "\\u{a0}MB\""];
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for line in &mut lines {
        let Some(at) = UNITS.iter().find_map(|unit| line.rfind(unit)) else { continue };
        let figure = line[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        line.replace_range(figure..at, "#");
    }
    lines.join("\n")
}

fn updates() -> bool {
    std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|value| !matches!(value.as_str(), "0" | "false" | "no" | "off"))
}

fn path(file: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "snapshots", file].iter().collect()
}

/// Stores a picture without its alpha and with the best compression. Flat colours are smallest without a filter.
fn make_small(path: &PathBuf) {
    let Ok(picture) = image::open(path) else { return };
    let mut small = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut small, CompressionType::Best, FilterType::NoFilter);
    DynamicImage::from(picture.to_rgb8()).write_with_encoder(encoder).expect("a picture is written");
    if fs::read(path).is_ok_and(|stored| stored != small) {
        fs::write(path, small).expect("the folder of what is stored can be written to");
    }
}

fn bounds(harness: &Harness<'_, App>, part: Part) -> Rect {
    let window = harness.ctx.content_rect();
    match part {
        Part::Window => window,
        Part::Page => {
            let top = window.top() + layout::TOP_BAR + layout::TAB_STRIP;
            Rect::from_min_max(Pos2::new(window.left(), top), window.max - egui::vec2(0.0, layout::STATUS_BAR))
        }
        Part::Chart => {
            let plot = harness.get_by_role(Role::Figure).rect();
            Rect::from_min_max(plot.min - egui::vec2(64.0, 64.0), plot.max + egui::vec2(8.0, 56.0))
        }
        Part::Dialog => {
            let dialog = harness.get_by_role(Role::Dialog);
            let within = dialog.children_recursive().filter(|node| node.accesskit_node().bounding_box().is_some());
            within.map(|node| node.rect()).reduce(Rect::union).expect("a dialog has something in it").expand(24.0)
        }
    }
    .intersect(window)
}

/// What a screen reader hears of the window: a line for each node with its role, label, value and state.
pub fn heard(harness: &Harness<'_, App>) -> String {
    let mut lines = String::new();
    hear(&harness.root(), 0, &mut lines);
    lines
}

fn hear(node: &Node<'_>, depth: usize, lines: &mut String) {
    let read = node.accesskit_node();
    let role = read.role();
    if role == Role::TextRun {
        return;
    }
    let [label, value, description] = [read.label(), read.value(), read.description()].map(Option::unwrap_or_default);
    let is_silent = [&label, &value, &description].iter().all(|text| text.trim().is_empty());
    let mut below = depth;
    if !is_silent || !matches!(role, Role::GenericContainer | Role::Unknown | Role::Pane | Role::Label) {
        below += 1;
        let _ = write!(lines, "{:indent$}{role:?}", "", indent = depth * 2);
        if !label.is_empty() {
            let _ = write!(lines, " {label:?}");
        }
        if !value.is_empty() && value != label {
            let _ = write!(lines, " = {value:?}");
        }
        // A tooltip that only says the name is no news.
        if !description.is_empty() && description != label.replace('\u{a0}', " ") {
            let _ = write!(lines, " ({description})");
        }
        let states = [
            ("selected", read.is_selected() == Some(true)),
            ("on", read.toggled() == Some(Toggled::True)),
            ("disabled", read.is_disabled()),
            ("focused", read.is_focused()),
        ];
        for (state, _) in states.iter().filter(|(_, is_so)| *is_so) {
            let _ = write!(lines, " [{state}]");
        }
        lines.push('\n');
    }
    // A row is heard whole; its cells say it again.
    if role == Role::Row && !label.is_empty() {
        return;
    }
    for child in node.children() {
        hear(&child, below, lines);
    }
}

/// The lines that only one of two texts has, in their order: `- ` for the first, `+ ` for the second.
pub fn differences(before: &str, after: &str) -> String {
    let [before, after] = [before, after].map(|text| text.lines().collect::<Vec<_>>());
    // The longest run of lines in common from each pair of lines on.
    let width = after.len() + 1;
    let mut common = vec![0_u32; (before.len() + 1) * width];
    for (row, then) in before.iter().enumerate().rev() {
        for (column, now) in after.iter().enumerate().rev() {
            let at = row * width + column;
            common[at] = if then == now { common[at + width + 1] + 1 } else { common[at + 1].max(common[at + width]) };
        }
    }
    let (mut row, mut column, mut lines) = (0, 0, String::new());
    while row < before.len() || column < after.len() {
        let at = row * width + column;
        if row < before.len() && column < after.len() && before[row] == after[column] {
            (row, column) = (row + 1, column + 1);
        } else if column == after.len() || (row < before.len() && common[at + width] >= common[at + 1]) {
            let _ = writeln!(lines, "- {}", before[row]);
            row += 1;
        } else {
            let _ = writeln!(lines, "+ {}", after[column]);
            column += 1;
        }
    }
    lines
}

/// What is stored stays small, so that everyone can clone it.
#[test]
fn all_that_is_stored_stays_small() {
    for (folder, most) in [("tests/snapshots", 8_000_000), ("assets/screenshots", 2_000_000)] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry"));
        // What a failed comparison leaves behind is not stored.
        let stored = files.filter(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            ![".new.png", ".old.png", ".diff.png"].iter().any(|end| name.ends_with(end))
        });
        let size: u64 = stored.map(|file| file.metadata().expect("its size").len()).sum();
        assert!(size > 0 && size < most, "{}: {size} bytes of at most {most}", folder.display());
    }
}

#[test]
fn of_two_texts_the_lines_that_differ_are_said_in_their_order() {
    assert_eq!(differences("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"), "- b\n+ x\n+ e\n");
    assert_eq!(differences("a\nb\n", "a\nb\n"), "");
    assert_eq!(differences("", "a\n"), "+ a\n");
}
