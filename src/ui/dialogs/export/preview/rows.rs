//! A table by its first rows, with what it is and its sources folded away below.

use std::ops::Range;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Label, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::bar;
use super::text::beginning;
use crate::export::shown::Rows;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{cell, opens, table};
use crate::ui::widgets::{Icon, focus_ring};
use crate::words::Words;

const ROW: f32 = 24.0;
/// Between the edges of a column and what stands in it.
const INSET: f32 = 8.0;
/// The narrowest and the widest column.
const WIDTHS: (f32, f32) = (44.0, 260.0);
/// By so many rows it is decided how wide columns are.
const MEASURED: usize = 60;

/// The first rows of a table as they are shown.
pub struct Table {
    /// The rows.
    pub rows: Rows,
    /// The left edge of each column, and the right one of the last; nothing before it is first drawn.
    edges: Vec<f32>,
    /// Whether what it is and its sources are unfolded.
    unfolded: bool,
}

impl Table {
    /// Those of a file.
    pub fn new(mut rows: Rows) -> Self {
        let shown = |text: &mut String| *text = beginning(&text.replace(['\n', '\r'], " "));
        rows.heads.iter_mut().for_each(|(head, _)| shown(head));
        rows.rows.iter_mut().flatten().chain(&mut rows.about).for_each(shown);
        Self { rows, edges: Vec::new(), unfolded: false }
    }

    /// Draws it, scrolled by so much.
    pub fn ui(&mut self, ui: &mut Ui, scrolled: Vec2, words: &Words) {
        let (room, below) = bar::parted(ui.max_rect());
        if self.unfolded {
            self.about_ui(ui, room, scrolled);
        } else {
            self.rows_ui(ui, room, scrolled, words);
        }
        bar::ui(ui, below, |ui| self.fold_ui(ui, words));
    }

    /// The heading that unfolds what the table is.
    fn fold_ui(&mut self, ui: &mut Ui, words: &Words) {
        let t = tokens_of(ui);
        let said = words.say(&message!(export_dialog::about, count = self.rows.about.len()));
        let galley = ui.painter().layout_no_wrap(said.clone(), Type::Caption.font(), t.ink2);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 28.0, ROW), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &said));
        opens(ui, &response, self.unfolded);
        if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, t.hover);
        }
        let icon = if self.unfolded { Icon::CaretDown } else { Icon::CaretRight };
        icon.paint(ui, Rect::from_center_size(pos2(rect.left() + 12.0, rect.center().y), vec2(12.0, 12.0)), t.ink2);
        ui.painter().galley(pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0), galley, t.ink2);
        focus_ring(ui, &response, rect, 4);
        self.unfolded ^= response.clicked();
    }

    fn about_ui(&self, ui: &mut Ui, room: Rect, scrolled: Vec2) {
        let t = tokens_of(ui);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(room.shrink(8.0)));
        ScrollArea::vertical().id_salt("about").auto_shrink(false).show(&mut ui, |ui| {
            ui.scroll_with_delta(scrolled);
            for line in &self.rows.about {
                ui.add(Label::new(Type::Caption.text(line, t.ink2)).wrap());
            }
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, room: Rect, scrolled: Vec2, words: &Words) {
        let t = tokens_of(ui);
        if self.edges.is_empty() {
            self.edges = edges(ui, &self.rows);
        }
        let (head, body) = room.split_top_bottom_at_y(room.top() + ROW + 2.0);
        let name = words.say(&message!(export_dialog::first_rows));
        let more = self.rows.all - self.rows.rows.len();
        table(ui, &name, self.rows.all, |ui| {
            let mut below = ui.new_child(UiBuilder::new().max_rect(body));
            below.shrink_clip_rect(body);
            let area = ScrollArea::both().id_salt("rows").auto_shrink(false);
            let shown = area.show_viewport(&mut below, |ui, viewport| {
                ui.scroll_with_delta(scrolled);
                let rows = self.rows.rows.len() + usize::from(more > 0);
                ui.set_min_size(vec2(self.edges.last().copied().unwrap_or_default(), rows as f32 * ROW));
                let first = (viewport.top() / ROW).max(0.0) as usize;
                let last = ((viewport.bottom() / ROW).ceil() as usize).min(rows);
                self.visible_ui(ui, first..last, words);
            });
            let mut above = ui.new_child(UiBuilder::new().max_rect(head));
            above.shrink_clip_rect(head);
            above.painter().rect_filled(head, 0.0, t.panel);
            let left = head.left() - shown.state.clamped_offset().x;
            for (column, (title, is_number)) in self.rows.heads.iter().enumerate() {
                let rect = self.place(column, left, head.top() + 1.0);
                if rect.intersects(head) {
                    cell(&above, rect.intersect(head), (0, column), Role::ColumnHeader, title);
                    write(&above, rect, title, *is_number, true);
                }
            }
            ui.painter().hline(head.x_range(), head.bottom(), (1.0, t.rule));
        });
    }

    /// The rows that are in view.
    fn visible_ui(&self, ui: &mut Ui, rows: Range<usize>, words: &Words) {
        let t = tokens_of(ui);
        let origin = ui.min_rect().min;
        for row in rows {
            let top = origin.y + row as f32 * ROW;
            let Some(cells) = self.rows.rows.get(row) else {
                let rest = message!(export_dialog::preview_rest, count = self.rows.all - self.rows.rows.len());
                let at = Rect::from_min_size(pos2(origin.x + INSET, top), vec2(240.0, ROW));
                ui.put(at, Label::new(Type::Caption.text(words.say(&rest), t.muted)));
                continue;
            };
            for (column, text) in cells.iter().enumerate() {
                let rect = self.place(column, origin.x, top);
                if ui.is_rect_visible(rect) {
                    let response = cell(ui, rect, (row + 1, column), Role::Cell, text);
                    let is_number = self.rows.heads.get(column).is_some_and(|(_, is_number)| *is_number);
                    if write(ui, rect, text, is_number, false) {
                        let response = response.on_hover_text(text);
                        ui.ctx().accesskit_node_builder(response.id, egui::accesskit::Node::clear_description);
                    }
                }
            }
            ui.painter().hline(ui.clip_rect().x_range(), top + ROW, (1.0, t.hairline));
        }
    }

    fn place(&self, column: usize, left: f32, top: f32) -> Rect {
        let edge = |at: usize| left + self.edges.get(at).or_else(|| self.edges.last()).copied().unwrap_or_default();
        Rect::from_min_max(pos2(edge(column), top), pos2(edge(column + 1), top + ROW))
    }
}

/// Where columns end, by what stands in the first rows.
fn edges(ui: &Ui, rows: &Rows) -> Vec<f32> {
    let width = |text: &str, strong: bool| {
        let font = if strong { Type::Caption.strong_font() } else { Type::Caption.font() };
        ui.painter().layout_no_wrap(text.chars().take(64).collect(), font, tokens_of(ui).ink).size().x
    };
    let mut edges = vec![0.0];
    let mut right = 0.0;
    for (column, (head, _)) in rows.heads.iter().enumerate() {
        let cells = rows.rows.iter().take(MEASURED).filter_map(|row| row.get(column));
        let widest = cells.map(|text| width(text, false)).fold(width(head, true), f32::max);
        right += (widest.ceil() + 2.0 * INSET).clamp(WIDTHS.0, WIDTHS.1);
        edges.push(right);
    }
    edges
}

/// Writes a text into a cell. Returns whether it had to be cut.
fn write(ui: &Ui, rect: Rect, text: &str, is_number: bool, is_head: bool) -> bool {
    let t = tokens_of(ui);
    let room = (rect.width() - 2.0 * INSET).max(1.0);
    let font = if is_head { Type::Caption.strong_font() } else { Type::Caption.font() };
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, if is_head { t.ink } else { t.ink2 });
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let left = if is_number { rect.right() - INSET - galley.size().x } else { rect.left() + INSET };
    let cut = galley.elided;
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, t.ink);
    cut
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::export::shown::Rows;

    #[test]
    fn what_acts_on_its_surroundings_and_what_would_break_a_line_is_shown_in_it() {
        let rows = Rows { rows: vec![vec!["a\u{202e}b".to_owned(), "two\nlines".to_owned()]], ..Rows::default() };
        assert_eq!(Table::new(rows).rows.rows, [["a[U+202E]b", "two lines"]]);
    }
}
