//! The menu of the window: what can be done, from the one list of actions.

use egui::{Popup, ScrollArea, Ui};

use crate::message;
use crate::ui::parts::menu_action;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::widgets::{Icon, hairline, icon_button};

/// What stands together.
const GROUPS: &[&[Action]] = &[
    &[Action::Palette, Action::Find],
    &[Action::Undo, Action::Redo, Action::SaveView, Action::CopyLink],
    &[Action::OpenFolder, Action::Reload, Action::OpenBundled, Action::CloseBriefing, Action::Attach, Action::Detach],
    &[Action::Export, Action::CopyStatement, Action::CopyTable, Action::CopyPicture],
    &[Action::ToggleInspector, Action::FullScreen, Action::ZoomIn, Action::ZoomOut, Action::ZoomReset],
    &[Action::Settings, Action::ToggleKeys, Action::About],
    &[Action::Quit],
];

/// Draws the button with its menu.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let button = icon_button(ui, Icon::List, &desk.words.say(&message!(shell::menu)), false);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(260.0);
        let height = ui.ctx().content_rect().height() - 80.0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            for (index, group) in GROUPS.iter().enumerate() {
                if index > 0 {
                    hairline(ui);
                }
                group.iter().for_each(|action| menu_action(ui, desk, *action));
            }
        });
    });
}
