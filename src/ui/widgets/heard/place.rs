//! A place that the keyboard can be at without its being a control: a dialog or a menu that has just opened.

use egui::accesskit::{Node, Role};
use egui::{Id, Sense, Ui, UiBuilder};

/// A place.
pub struct Place<'a> {
    /// Its identity.
    pub id: Id,
    /// What it is.
    pub role: Role,
    /// Its name.
    pub name: &'a str,
    /// Whether it takes the keyboard.
    pub takes: Takes,
}

/// Whether a place takes the keyboard as it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// It leaves it where it is.
    Nothing,
    /// It takes it.
    Keyboard,
    /// It takes it where nothing that stands in it does.
    KeyboardIfFree,
}

/// Since when a place has been open, and whether it is settled who has the keyboard in it.
#[derive(Clone, Copy, Debug, Default)]
struct Opened {
    drawn: u64,
    is_settled: bool,
}

/// Draws what stands in a place. It is a stop of the keyboard as long as it has it: Tab leads on to what stands in it, and
/// not back. It is over all else in the window, and so needs no ring to be seen.
pub fn place<R>(ui: &mut Ui, place: &Place<'_>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let Place { id, role, name, takes } = *place;
    // In the pass in which it is measured nothing can take the keyboard.
    let can_take = ui.is_enabled() && !ui.is_sizing_pass();
    let frame = ui.ctx().cumulative_frame_nr();
    let state = id.with("opened");
    let mut opened: Opened = ui.data(|data| data.get_temp(state)).unwrap_or_default();
    if opened.drawn + 1 < frame {
        opened.is_settled = false;
    }
    opened.drawn = frame;
    if takes == Takes::Keyboard && !opened.is_settled && can_take {
        ui.memory_mut(|memory| memory.request_focus(id));
        opened.is_settled = true;
    }
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let sense = if has_focus { Sense::focusable_noninteractive() } else { Sense::hover() };
    let builder = UiBuilder::new().scope_id(id).sense(sense).accessibility_role(role).accessibility_label(name);
    let drawn = ui.scope_builder(builder, add);
    if takes == Takes::KeyboardIfFree && !opened.is_settled && can_take {
        let focused = ui.memory(egui::Memory::focused);
        let within = focused.and_then(|id| ui.ctx().read_response(id)).is_some_and(|one| one.layer_id == ui.layer_id());
        if within {
            opened.is_settled = true;
        } else {
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.ctx().request_repaint();
        }
    }
    ui.data_mut(|data| data.insert_temp(state, opened));
    if role == Role::Dialog {
        ui.ctx().accesskit_node_builder(id, Node::set_modal);
    }
    drawn.inner
}
