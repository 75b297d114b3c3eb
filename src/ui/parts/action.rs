//! An action of the list as a button or as an entry of a menu.

use egui::{Button, Response, Ui};

use crate::message;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::widgets::{Icon, context_menu, icon_button_with, icon_toggle};
use crate::words::Words;

/// Draws an action as a square button with an icon, whose tooltip says what it does and by which keys. A click does it.
pub fn action_icon(ui: &mut Ui, desk: &mut Desk<'_>, icon: Icon, action: Action) {
    icon_ui(ui, desk, icon, action, None);
}

/// The same of an action that switches something on and off.
pub fn action_toggle(ui: &mut Ui, desk: &mut Desk<'_>, icon: Icon, action: Action, on: bool) {
    icon_ui(ui, desk, icon, action, Some(on));
}

fn icon_ui(ui: &mut Ui, desk: &mut Desk<'_>, icon: Icon, action: Action, on: Option<bool>) {
    ui.add_enabled_ui(desk.can(action), |ui| {
        let (label, tooltip) = (desk.words.say(&action.label()), desk.words.say(&action.tooltip(ui.ctx())));
        let button = match on {
            Some(on) => icon_toggle(ui, icon, &label, &tooltip, on),
            None => icon_button_with(ui, icon, &label, &tooltip),
        };
        if button.clicked() {
            desk.send(action);
        }
    });
}

/// Draws an action as an entry of a menu, with its keys. A click does it.
pub fn menu_action(ui: &mut Ui, desk: &mut Desk<'_>, action: Action) {
    let keys = action.keys(ui.ctx()).unwrap_or_default();
    let label = desk.words.say(&action.label());
    let entry = Button::new(label.as_str()).shortcut_text(keys);
    if ui.add_enabled(desk.can(action), entry).accessible_name(label).clicked() {
        desk.send(action);
        ui.close();
    }
}

/// Draws, while it is open, the menu of what can be done with something.
pub fn offers_menu(response: &Response, words: &Words, add: impl FnOnce(&mut Ui)) {
    context_menu(response, || words.say(&message!(shell::context_menu)), add);
}
