//! The menu of the window: what can be done, from the one list of actions.

use egui::{Context, Id, Popup, ScrollArea, Ui};

use crate::message;
use crate::ui::parts::menu_action;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::widgets::{Icon, hairline, icon_button, menu};

/// What stands together.
const GROUPS: &[&[Action]] = &[
    &[Action::Palette, Action::Find],
    &[Action::Undo, Action::Redo, Action::SaveView, Action::CopyLink],
    &[Action::NewBriefing, Action::OpenFolder, Action::Reload, Action::OpenBundled, Action::CloseBriefing],
    &[Action::Import, Action::Suggestions, Action::TakeOutExample, Action::Attach, Action::Detach],
    &[Action::Export, Action::CopyStatement, Action::CopyTable, Action::CopyPicture],
    &[Action::ToggleInspector, Action::FullScreen, Action::ZoomIn, Action::ZoomOut, Action::ZoomReset],
    &[Action::Settings, Action::ToggleKeys, Action::About],
    &[Action::Quit],
];

/// Opens it with the next frame, as its button does.
pub fn open(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(wanted(), true));
    ctx.request_repaint();
}

fn wanted() -> Id {
    Id::unique("menu-wanted")
}

/// Draws the button with its menu.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.words.say(&message!(shell::menu));
    let button = icon_button(ui, Icon::List, &name);
    if ui.data_mut(|data| data.remove_temp::<bool>(wanted())).is_some() {
        button.request_focus();
        Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
    }
    menu(&button, &name, |ui| {
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
