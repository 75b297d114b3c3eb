//! Controls beside each other that are one stop of the keyboard.

use egui::accesskit::Action;
use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// A row, or a column, of controls: Tab leads to one of them and on from there, the arrows lead from one to the next.
#[derive(Clone, Copy, Debug)]
pub struct OneStop {
    stop: usize,
    /// The control that the arrows have just led to.
    pub moved: Option<usize>,
}

impl OneStop {
    /// Looks at the keys before the controls are drawn. `current` is the one that Tab leads to.
    pub fn beside(ui: &Ui, ids: &[Id], current: usize) -> Self {
        Self::new(ui, ids, current, [Key::ArrowLeft, Key::ArrowRight])
    }

    /// The same of controls one below the other.
    pub fn below(ui: &Ui, ids: &[Id], current: usize) -> Self {
        Self::new(ui, ids, current, [Key::ArrowUp, Key::ArrowDown])
    }

    fn new(ui: &Ui, ids: &[Id], current: usize, [back, on]: [Key; 2]) -> Self {
        let last = ids.len().saturating_sub(1);
        focus_asked(ui, ids);
        let Some(focused) = ui.memory(|memory| ids.iter().position(|id| memory.has_focus(*id))) else {
            return Self { stop: current.min(last), moved: None };
        };
        let next = led_to(ui, focused, last, [back, on]);
        let moved = Some(next).filter(|next| *next != focused);
        if moved.is_some() {
            ui.memory_mut(|memory| memory.request_focus(ids[next]));
        }
        let arrows = EventFilter {
            horizontal_arrows: on == Key::ArrowRight,
            vertical_arrows: on == Key::ArrowDown,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ids[next], arrows));
        Self { stop: next, moved }
    }

    /// What a control of the row answers to: only one of them is a stop.
    pub fn sense(&self, index: usize) -> Sense {
        if index == self.stop { Sense::click() } else { Sense::CLICK }
    }
}

/// Which of several things within one control that has the keyboard its keys lead to from one of them.
pub fn walked(ui: &Ui, control: Id, at: usize, last: usize) -> usize {
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(control, arrows));
    led_to(ui, at, last, [Key::ArrowLeft, Key::ArrowRight])
}

/// Where the keys lead: one back, one on, to the first, to the last.
fn led_to(ui: &Ui, at: usize, last: usize, [back, on]: [Key; 2]) -> usize {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(back) {
        at.saturating_sub(1)
    } else if pressed(on) {
        (at + 1).min(last)
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        at
    }
}

/// Gives the keyboard to that of some controls for which a screen reader asks for it, whether or not it is a stop.
pub fn focus_asked(ui: &Ui, ids: &[Id]) {
    let asked = |id: &&Id| ui.input(|input| input.has_accesskit_action_request(**id, Action::Focus));
    if let Some(id) = ids.iter().find(asked) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
}

/// Says of a control that is no stop that the keyboard can be given to it all the same.
pub fn reachable(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.add_action(Action::Focus));
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use egui::accesskit::Role;
    use egui::{Key, WidgetInfo, vec2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::NodeT as _;

    use super::OneStop;

    #[test]
    fn tab_passes_by_and_arrows_lead_within() {
        let current = Cell::new(1);
        let mut harness = Harness::builder().build_ui(|ui| {
            let ids: Vec<_> = (0..3).map(|number| ui.scope_id().with(number)).collect();
            let stop = OneStop::beside(ui, &ids, current.get());
            for (number, id) in ids.iter().enumerate() {
                let (rect, _) = ui.allocate_exact_size(vec2(40.0, 20.0), egui::Sense::empty());
                let one = ui.interact(rect, *id, stop.sense(number));
                one.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("one {number}")));
            }
            let (_, after) = ui.allocate_exact_size(vec2(40.0, 20.0), egui::Sense::click());
            after.widget_info(|| WidgetInfo::labeled(Role::Button, true, "after"));
        });
        let focused = |harness: &Harness<'_>| {
            let all = harness.root();
            let mut nodes = all.children_recursive();
            nodes.find(|node| node.accesskit_node().is_focused()).and_then(|node| node.accesskit_node().label())
        };
        let mut heard = Vec::new();
        for key in [Key::Tab, Key::ArrowRight, Key::ArrowRight, Key::Home, Key::Tab] {
            harness.key_press(key);
            harness.run();
            heard.push(focused(&harness).unwrap_or_default());
        }
        assert_eq!(heard, ["one 1", "one 2", "one 2", "one 0", "after"]);
    }
}
