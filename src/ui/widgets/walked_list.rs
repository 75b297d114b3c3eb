//! A list of which one row is at hand: one stop of the keyboard, of which only the rows in view are laid out.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder};

use super::TallList;
use crate::ui::theme::tokens_of;

/// A list and the row that is at hand.
#[derive(Clone, Copy, Debug)]
pub struct WalkedList<'a> {
    /// Its identity: it has the keyboard under it.
    pub id: Id,
    /// Its name.
    pub name: &'a str,
    /// How many rows it has.
    pub rows: usize,
    /// The row at hand.
    pub at: usize,
    /// Whether that has to be brought into view.
    pub reveal: bool,
}

/// A row that is drawn.
#[derive(Clone, Copy, Debug)]
pub struct WalkedRow {
    /// Its number.
    pub at: usize,
    /// Its identity.
    pub id: Id,
    /// Whether it is at hand.
    pub is_at: bool,
}

impl WalkedList<'_> {
    /// Whether it has the keyboard; asked before it is drawn, so that what the keys did is drawn.
    pub fn has_focus(ui: &Ui, id: Id) -> bool {
        ui.memory(|memory| memory.has_focus(id))
    }

    /// Draws it in the room there is, each row with `add`; `focus` asks once for the keyboard. Returns the row that was
    /// clicked, with which the keyboard comes here.
    pub fn ui(
        &self,
        ui: &mut Ui,
        focus: &mut bool,
        mut add: impl FnMut(&mut Ui, WalkedRow) -> Response,
    ) -> Option<usize> {
        let id = self.id;
        let builder = UiBuilder::new()
            .scope_id(id)
            .sense(Sense::focusable_noninteractive())
            .accessibility_role(Role::ListBox)
            .accessibility_label(self.name);
        ui.scope_builder(builder, |ui| {
            let list = ui.response();
            if std::mem::take(focus) {
                list.request_focus();
            }
            let focused = list.has_focus();
            if focused {
                let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
            }
            ui.expand_to_include_rect(ui.available_rect_before_wrap());
            let mut clicked = None;
            ScrollArea::vertical().id_salt("rows").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let needed = self.reveal.then_some(self.at);
                TallList::new(ui, "rows", self.rows).ui(ui, needed, |ui, at| {
                    let is_at = at == self.at;
                    let row = add(ui, WalkedRow { at, id: id.with(("row", at)), is_at });
                    ui.ctx().accesskit_node_builder(row.id, |node| {
                        node.set_selected(is_at);
                        node.set_position_in_set(at);
                    });
                    if is_at && self.reveal {
                        ui.scroll_to_rect(row.rect, None);
                    }
                    if is_at && focused {
                        let t = tokens_of(ui);
                        let ring = Stroke::new(t.ring, t.accent);
                        ui.painter().rect_stroke(row.rect.shrink(1.0), 2, ring, StrokeKind::Inside);
                    }
                    if row.clicked() {
                        clicked = Some(at);
                    }
                });
            });
            if clicked.is_some() {
                // What was pressed elsewhere has taken the keyboard away in this frame.
                *focus = true;
                ui.ctx().request_repaint();
            }
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_size_of_set(self.rows);
                if self.rows > 0 {
                    node.set_active_descendant(id.with(("row", self.at)).accesskit_id());
                }
            });
            clicked
        })
        .inner
    }
}
