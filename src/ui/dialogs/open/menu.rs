//! The name of what is open, as a menu of what else can be.

use crate::message;
use crate::words::Words;
use std::path::Path;

use egui::{Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::briefing::visible::visible;
use crate::ui::parts::menu_action;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::shell::preferences::Recent;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{Icon, focus_ring, hairline, menu};

/// The space before and after the name, and the caret behind it.
const PADDING: f32 = 8.0;
const CARET: f32 = 12.0;

/// Draws the name as a button with its menu.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, name: &str, folder: Option<&Path>, recent: &[Recent]) {
    let button = button_ui(ui, desk.words, name);
    menu(&button, &desk.words.say(&message!(dialogs::open_another)), |ui| {
        ui.set_min_width(220.0);
        for action in [Action::NewBriefing, Action::OpenFolder, Action::Reload, Action::OpenBundled] {
            menu_action(ui, desk, action);
        }
        hairline(ui);
        menu_action(ui, desk, Action::Import);
        menu_action(ui, desk, Action::Export);
        // What was opened last stands first and is open, unless the bundled briefing is.
        let others = recent.iter().enumerate().skip(usize::from(folder.is_some()));
        for (position, (index, other)) in others.enumerate() {
            if position == 0 {
                hairline(ui);
                ui.label(Type::Caption.text(desk.words.say(&message!(dialogs::opened_before)), tokens_of(ui).muted));
            }
            let shown = ui.button(shown(desk.words, recent, index));
            if shown.on_hover_text(visible(&other.folder.display().to_string())).clicked() {
                desk.send(Command::OpenFolder(other.folder.to_path_buf()));
            }
        }
    });
}

/// A folder opened before by the name of its briefing, with its own beside it where another has the same.
pub fn shown(words: &Words, recent: &[Recent], index: usize) -> String {
    let Recent { folder, title } = &recent[index];
    let alone = recent.iter().filter(|other| other.title == *title).count() == 1;
    let title = visible(&title.replace(['\n', '\r', '\t'], " ")).into_owned();
    match (title.trim().is_empty(), alone) {
        (true, _) => by_place(words, folder),
        (false, true) => title,
        (false, false) => {
            let place = by_place(words, folder);
            words.say(&message!(dialogs::briefing_in, title = title, place = place))
        }
    }
}

/// A folder by its own name and that of the one it is in.
fn by_place(words: &Words, folder: &Path) -> String {
    let name = |path: &Path| path.file_name().map(|name| visible(&name.to_string_lossy()).into_owned());
    match (name(folder), folder.parent().and_then(name)) {
        (Some(own), Some(parent)) => words.say(&message!(dialogs::folder_in, own = own, parent = parent)),
        (Some(own), None) => own,
        (None, _) => visible(&folder.display().to_string()).into_owned(),
    }
}

fn button_ui(ui: &mut Ui, words: &Words, name: &str) -> Response {
    let t = tokens_of(ui);
    let room = (ui.available_width() - 2.0 * PADDING - CARET - 4.0).max(0.0);
    let mut job = egui::text::LayoutJob::single_section(name.to_owned(), Type::Body.format(t.ink2));
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x + 2.0 * PADDING + CARET + 4.0, 28.0);
    // The name stands where it would stand without a button around it.
    ui.add_space(-PADDING);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            ui.is_enabled(),
            words.say(&message!(dialogs::briefing_menu, name = name.to_owned())),
        )
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, t.hover);
    }
    let text = pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
    let caret = pos2(text.x + galley.size().x + 4.0, rect.center().y - CARET / 2.0);
    ui.painter().galley(text, galley, t.ink2);
    Icon::CaretDown.paint(ui, Rect::from_min_size(caret, vec2(CARET, CARET)), t.ink2);
    focus_ring(ui, &response, rect, radius::CONTROL);
    response.on_hover_text(words.say(&message!(dialogs::open_another)))
}
