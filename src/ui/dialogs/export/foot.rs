//! The foot of the dialog: the file, what stands in its way, and what can be done.

use std::path::{Path, PathBuf};

use egui::{Align, Label, Layout, Rect, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use super::options::Options;
use super::product::Product;
use super::{Dialog, Step};
use crate::analysis::checks::Outcome;
use crate::briefing::progress::Progress;
use crate::briefing::visible::visible;
use crate::export::format::{Form, Format, PDF};
use crate::export::job::Job;
use crate::export::parcel::Beside;
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::dialogs::report::{problem_ui, progress_ui};
use crate::ui::parts::mark;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::ui::widgets::{Icon, button, menu, quiet_button, within};
use crate::words::Words;

/// What a reader wants of the dialog.
pub enum Intent {
    /// Nothing more.
    Close,
    /// The file.
    Save(PathBuf),
    /// The file in the place of what is there.
    Replace(PathBuf),
    /// The system's own dialog, beginning at a file.
    Choose(PathBuf),
    /// That the saving stops.
    Stop,
    /// The file on the clipboard.
    Copy,
    /// The pages printed.
    Print,
    /// The briefing in a file of its own in the folder, and that shown.
    Send(Sent),
}

/// What a briefing is sent as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A page that opens in any browser.
    Page,
    /// A file that opens at any desk.
    File,
}

/// The height of a row of controls, and what lies between two rows.
const CONTROLS: f32 = 28.0;
const GAP: f32 = 4.0;
/// What is narrower has its buttons in two rows, and what is lower tells in one line what stands in the way.
const NARROW: f32 = 560.0;
const LOW: f32 = 400.0;

/// How high the foot is in a dialog of a size, whatever is said in it.
pub fn foot_height(size: Vec2) -> f32 {
    let said = if size.y < LOW { 24.0 } else { 44.0 };
    CONTROLS + said + buttons_height(size.x) + 2.0 * GAP
}

const fn buttons_height(width: f32) -> f32 {
    if width < NARROW { 2.0 * CONTROLS + GAP } else { CONTROLS }
}

/// Draws where the file goes, what stands in the way, and what can be done.
pub fn file_ui(
    ui: &mut Ui,
    dialog: &mut Dialog,
    options: &Options,
    words: &Words,
    system_dialog_is_open: bool,
) -> Option<Intent> {
    let foot = ui.max_rect();
    let format = options.format(dialog.output);
    let idle = matches!(dialog.step, Step::Choosing | Step::Asking(_));
    let (field, rest) = foot.split_top_bottom_at_y(foot.top() + CONTROLS);
    let (said_at, buttons) = rest.split_top_bottom_at_y(rest.bottom() - buttons_height(foot.width()));
    let said = words.say(&message!(export_dialog::path));
    let entered = within(ui, field, Layout::top_down(Align::Min), |ui| {
        let field = |ui: &mut Ui| path_field(ui, &mut dialog.destination.path, &said, &said, &mut dialog.wants_focus);
        ui.add_enabled_ui(idle, field).inner
    });
    let file = dialog.destination.file(format);
    let mut ui_of_said = ui.new_child(UiBuilder::new().max_rect(said_at.shrink2(vec2(0.0, GAP / 2.0))));
    let scroll = ScrollArea::vertical().id_salt("said").auto_shrink(false).min_scrolled_height(0.0);
    let mut intent = scroll.show(&mut ui_of_said, |ui| said_ui(ui, dialog, file.as_deref(), words)).inner;
    let did = within(ui, buttons, Layout::top_down(Align::Min), |ui| {
        let may_save = matches!(dialog.step, Step::Choosing) && file.is_some() && !dialog.failed();
        buttons_ui(ui, dialog, format, words, (idle, may_save, system_dialog_is_open))
    });
    match did {
        Some(Did::Save) => intent = file.map(Intent::Save),
        Some(Did::Choose) => intent = file.map(Intent::Choose),
        Some(Did::Copy) => intent = Some(Intent::Copy),
        Some(Did::Print) => intent = Some(Intent::Print),
        Some(Did::Send(sent)) => intent = Some(Intent::Send(sent)),
        Some(Did::Cancel) => intent = Some(if idle { Intent::Close } else { Intent::Stop }),
        None if entered && matches!(dialog.step, Step::Choosing) && !dialog.failed() => {
            intent = file.map(Intent::Save).or(intent);
        }
        None => {}
    }
    intent
}

/// What was pressed.
enum Did {
    Save,
    Choose,
    Copy,
    Print,
    Send(Sent),
    Cancel,
}

/// Draws the buttons, all of them whatever is chosen, so that each stays where it is.
fn buttons_ui(ui: &mut Ui, dialog: &Dialog, format: &Format, words: &Words, may: (bool, bool, bool)) -> Option<Did> {
    let row = |ui: &mut Ui, rect: Rect, add: &mut dyn FnMut(&mut Ui) -> Option<Did>| {
        within(ui, rect, Layout::left_to_right(Align::Min), |ui| add(ui))
    };
    let all = ui.max_rect();
    if all.width() >= NARROW {
        return row(ui, all, &mut |ui| {
            let saved = saving_ui(ui, dialog, format, words, may);
            let handed = handing_ui(ui, dialog, format, words, may.0);
            handed.or(saved)
        });
    }
    let (above, below) = all.split_top_bottom_at_y(all.top() + CONTROLS + GAP);
    let saved = row(ui, above, &mut |ui| saving_ui(ui, dialog, format, words, may));
    let handed = row(ui, below, &mut |ui| handing_ui(ui, dialog, format, words, may.0));
    handed.or(saved)
}

/// Draws the buttons that save and copy the file.
fn saving_ui(
    ui: &mut Ui,
    dialog: &Dialog,
    format: &Format,
    words: &Words,
    (idle, may_save, system_dialog_is_open): (bool, bool, bool),
) -> Option<Did> {
    let is_made = dialog.product.as_ref().and_then(Product::finished).is_some();
    // A workbook and pages are for files; text and pictures go on the clipboard too.
    let may_copy = idle && is_made && (format.is_text || dialog.output.is_picture());
    let mut did = None;
    let offered = [
        (may_save, Some(Icon::Export), message!(export_dialog::save), Did::Save),
        (may_save && !system_dialog_is_open, None, message!(export_dialog::choose), Did::Choose),
        (may_copy, Some(Icon::Copy), message!(export_dialog::copy), Did::Copy),
    ];
    for (enabled, icon, label, what) in offered {
        if ui.add_enabled_ui(enabled, |ui| button(ui, icon, &words.say(&label)).clicked()).inner {
            did = Some(what);
        }
    }
    did
}

/// Draws the buttons that hand the briefing to the system, and the one that leaves.
fn handing_ui(ui: &mut Ui, dialog: &Dialog, format: &Format, words: &Words, idle: bool) -> Option<Did> {
    let mut did = None;
    let may_hand = idle && matches!(dialog.step, Step::Choosing);
    let may_print = may_hand && dialog.output.form == Form::Document && !(dialog.failed() && *format == PDF);
    let why = words.say(&message!(export_dialog::print_about));
    let print = ui.add_enabled_ui(may_print, |ui| button(ui, None, &words.say(&message!(export_dialog::print))));
    if print.inner.on_hover_text(&why).on_disabled_hover_text(&why).clicked() {
        did = Some(Did::Print);
    }
    let may_send = may_hand && dialog.destination.file(format).is_some();
    let said = words.say(&message!(export_dialog::send));
    let opener = ui.add_enabled_ui(may_send, |ui| button(ui, None, &said)).inner;
    let sent = menu(&opener, &said, |ui| {
        let ways = [(message!(export_dialog::send_page), Sent::Page), (message!(export_dialog::send_file), Sent::File)];
        let mut chosen = None;
        for (label, sent) in ways {
            if ui.button(words.say(&label)).clicked() {
                chosen = Some(sent);
                ui.close();
            }
        }
        chosen
    });
    opener.on_hover_text(words.say(&message!(export_dialog::send_about)));
    if let Some(sent) = sent.flatten() {
        did = Some(Did::Send(sent));
    }
    if quiet_button(ui, None, &words.say(&message!(export_dialog::cancel))).clicked() {
        did = Some(Did::Cancel);
    }
    did
}

/// Says what stands in the way, how far it is, or else what is written beside the file.
fn said_ui(ui: &mut Ui, dialog: &Dialog, file: Option<&Path>, words: &Words) -> Option<Intent> {
    let contents = dialog.product.as_ref().and_then(Product::finished);
    match &dialog.step {
        Step::Asking(path) => return asking_ui(ui, dialog, path, words),
        Step::Waiting(..) | Step::Writing(..) | Step::Packing(..) | Step::Printing => {
            let slow = match &dialog.step {
                Step::Writing(_, task) => task.slow(ui.ctx()).map(Job::fraction),
                Step::Packing(_, task) => task.slow(ui.ctx()).map(Progress::fraction),
                _ => dialog.product.as_ref().and_then(|product| product.slow(ui.ctx())),
            };
            if let Some(fraction) = slow {
                progress_ui(ui, &words.say(&message!(export_dialog::writing)), fraction);
            }
        }
        Step::Choosing => {
            if let Some(why) = &dialog.problem {
                problem_ui(ui, why);
            }
            for said in contents.iter().flat_map(|made| &made.said) {
                problem_ui(ui, said);
            }
            if let Some(beside) = file.and_then(|file| dialog.path_beside(file)) {
                let said = match contents.and_then(|made| made.parcel.beside.as_ref()) {
                    Some(Beside::Preview(_)) => message!(export_dialog::beside_preview, beside = name_of(&beside)),
                    _ => message!(export_dialog::beside, beside = name_of(&beside)),
                };
                ui.add(Label::new(Type::Caption.text(words.say(&said), tokens_of(ui).muted)).truncate());
            }
        }
    }
    None
}

/// The name of a file.
fn name_of(path: &Path) -> String {
    visible(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned()
}

/// Asks whether what is there may be replaced: the file, what stands beside it, or both.
fn asking_ui(ui: &mut Ui, dialog: &Dialog, path: &Path, words: &Words) -> Option<Intent> {
    let t = tokens_of(ui);
    let mut intent = None;
    let beside = if dialog.sent == Some(Sent::File) { None } else { dialog.path_beside(path) };
    let there = [Some(path.to_owned()), beside].into_iter().flatten();
    let there: Vec<String> = there.filter(|path| path.exists()).map(|path| name_of(&path)).collect();
    let [asked, replace, keep] = match there.as_slice() {
        [file, beside] => [
            message!(export_dialog::exists_both, file = file, beside = beside),
            message!(export_dialog::replace_both),
            message!(export_dialog::keep_both),
        ],
        there => {
            let file = there.first().cloned().unwrap_or_else(|| name_of(path));
            [
                message!(export_dialog::exists, file = file),
                message!(export_dialog::replace),
                message!(export_dialog::keep),
            ]
        }
    };
    ui.horizontal_wrapped(|ui| {
        mark(ui, Outcome::Warn);
        let asked = words.say(&asked);
        let label = ui.label(Type::Body.text(&asked, t.ink));
        alert(ui, &label, &asked, true);
        if button(ui, None, &words.say(&replace)).clicked() {
            intent = Some(Intent::Replace(path.to_owned()));
        }
        let keep = button(ui, None, &words.say(&keep));
        // The first Enter has asked; a second one must not overwrite anything.
        if ui.memory(|memory| memory.focused().is_none()) {
            keep.request_focus();
        }
        if keep.clicked() {
            intent = Some(Intent::Stop);
        }
    });
    intent
}
