//! An action of the list as a button or as an entry of a menu.

use egui::{Button, Ui};

use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::widgets::{Icon, icon_button_with};

/// Draws an action as a square button with an icon, whose tooltip says what it does and by which keys. A click does it.
pub fn action_icon(ui: &mut Ui, desk: &mut Desk<'_>, icon: Icon, action: Action, on: bool) {
    ui.add_enabled_ui(desk.can(action), |ui| {
        if icon_button_with(ui, icon, action.label(), &action.tooltip(ui.ctx()), on).clicked() {
            desk.send(action);
        }
    });
}

/// Draws an action as an entry of a menu, with its keys. A click does it.
pub fn menu_action(ui: &mut Ui, desk: &mut Desk<'_>, action: Action) {
    let keys = action.keys(ui.ctx()).unwrap_or_default();
    let entry = Button::new(action.label()).shortcut_text(keys);
    if ui.add_enabled(desk.can(action), entry).accessible_name(action.label()).clicked() {
        desk.send(action);
        ui.close();
    }
}
