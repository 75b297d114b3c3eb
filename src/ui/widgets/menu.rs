//! The menu of a button.

use egui::accesskit::{HasPopup, Node, Role};
use egui::{Id, Popup, PopupCloseBehavior, Response, Ui};

use super::heard::{Place, Takes, place};

/// Draws the menu of a button while it is open. The button says that it opens one; opened by the keyboard the menu has the
/// keyboard, and closed by it the button has it again.
pub fn menu<R>(opener: &Response, name: &str, add: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    shown(Popup::menu(opener), opener, name, add)
}

/// The same where several things are pressed one after the other: a click in it does not close it.
pub fn lasting_menu<R>(opener: &Response, name: &str, add: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let popup = Popup::menu(opener).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    shown(popup, opener, name, add)
}

/// Draws what a secondary click offers, under a name.
///
/// The name is made once the menu is open: a list has such a menu in every row.
pub fn context_menu(response: &Response, name: impl FnOnce() -> String, add: impl FnOnce(&mut Ui)) {
    response.context_menu(|ui| {
        around(ui);
        let name = &name();
        let id = response.id.with("context-menu");
        let at = Place { id, role: Role::Menu, name, takes: Takes::Nothing };
        place(ui, &at, add);
    });
}

fn shown<R>(popup: Popup<'_>, opener: &Response, name: &str, add: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let ctx = &opener.ctx;
    let popup_id = Popup::default_response_id(opener);
    let state = popup_id.with("was-open");
    let was_open = ctx.data(|data| data.get_temp(state)).unwrap_or(false);
    // As it opens, and then as long as it is open.
    let by_key = if was_open {
        ctx.data(|data| data.get_temp(state.with("by-key"))).unwrap_or(false)
    } else {
        opener.has_focus() && !ctx.input(|input| input.pointer.any_click())
    };
    let result = popup.show(|ui| {
        around(ui);
        let at = Place {
            id: popup_id.with("place"),
            role: Role::Menu,
            name,
            takes: if by_key { Takes::Keyboard } else { Takes::Nothing },
        };
        place(ui, &at, add)
    });
    let is_open = Popup::is_id_open(ctx, popup_id);
    if was_open && !is_open && !ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
        ctx.memory_mut(|memory| memory.request_focus(opener.id));
    }
    if was_open != is_open {
        ctx.data_mut(|data| {
            data.insert_temp(state, is_open);
            data.insert_temp(state.with("by-key"), by_key);
        });
    }
    ctx.accesskit_node_builder(opener.id, |node| {
        node.set_expanded(is_open);
        node.set_has_popup(HasPopup::Menu);
    });
    result.map(|shown| shown.inner)
}

/// The area of a popup is heard as what stands in it.
fn around(ui: &Ui) {
    let area = ui.stack().iter().find(|around| around.is_area_ui()).map(|around| around.unique_id);
    let bare = |id: Id| ui.ctx().accesskit_node_builder(id, |node: &mut Node| node.set_role(Role::GenericContainer));
    area.map(bare);
}
