//! Where the inspector stands: in a column that the page leaves free for it, or over the right side of a page that needs
//! the room. Either way opening it moves nothing that a reader points at.

use egui::accesskit::Role;
use egui::{
    Align, Area, Frame, Id, Layout, Margin, Order, Panel, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2,
};

use super::InspectorState;
use crate::message;
use crate::ui::shell::desk::{Desk, Selection, TabKey};
use crate::ui::shell::frame::regions::Region;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::bare;

/// So long after a click, in seconds, the reader is taken to be where the pointer is.
const SOON: f32 = 1.0;
/// Between what is brought out from under the inspector and its edge.
const BESIDE: f32 = 12.0;

/// What is known of the inspector while it lies over the page.
#[derive(Debug)]
pub(super) struct Over {
    /// Since when, in seconds.
    since: f64,
    /// For what the page was last brought out.
    selection: Option<Selection>,
    /// How far the page is to be scrolled sideways in the next frame.
    scroll_to: Option<f32>,
}

/// Keeps the room for the column beside the page, as wide as the reader drags it; while the inspector is closed it is
/// paper. Returns where it is to be drawn, if it is open.
pub fn column_of(
    ui: &mut Ui,
    desk: &Desk<'_>,
    state: &mut InspectorState,
    open: bool,
    width: &mut f32,
) -> Option<Rect> {
    let t = tokens_of(ui);
    let (_, min, max) = layout::INSPECTOR;
    let margin = Margin::symmetric(layout::INSPECTOR_PADDING as i8, 12);
    state.over = None;
    if !open {
        let panel = Panel::right("inspector-closed").exact_size(width.clamp(min, max)).resizable(false);
        panel.show_separator_line(false).frame(Frame::new().fill(t.paper).inner_margin(margin)).show(ui, |ui| {
            bare(ui);
            if desk.selection().is_none() {
                ui.add_space(8.0);
                ui.label(Type::Caption.text(desk.words.say(&message!(selection::nothing)), t.muted));
            }
        });
        return None;
    }
    let panel = Panel::right("inspector")
        .resizable(true)
        .default_size(*width)
        .size_range(min..=max)
        .frame(Frame::new().fill(t.panel).inner_margin(margin))
        .show(ui, |ui| {
            bare(ui);
            let room = ui.max_rect();
            ui.expand_to_include_rect(room);
            room
        });
    *width = panel.response.rect.width().clamp(min, max);
    Some(panel.inner)
}

/// How wide the inspector is over a page.
fn width_over(page: Rect) -> f32 {
    if page.width() < layout::COMPACT { page.width() - 16.0 } else { layout::INSPECTOR.0 }
}

/// Draws the page with `add`. While the inspector lies over it, it has as much room more at its right as that covers, so
/// that all of it can be scrolled out; what the keyboard or the inspector leads to comes out by itself.
pub fn page_ui<'d>(
    ui: &mut Ui,
    desk: &mut Desk<'d>,
    state: &mut InspectorState,
    (tab, over): (TabKey, bool),
    add: impl FnOnce(&mut Ui, &mut Desk<'d>),
) {
    let page = ui.max_rect();
    let room = if over { width_over(page) } else { 0.0 };
    // The same area whether or not there is more to scroll: what stands in it keeps its own places.
    let mut area = ScrollArea::horizontal().id_salt("page").auto_shrink(false);
    if let Some(offset) = state.over.as_mut().and_then(|over| over.scroll_to.take()) {
        area = area.horizontal_scroll_offset(offset);
    }
    let shown = area.show(ui, |ui| {
        let rect = Rect::from_min_size(ui.cursor().min, page.size());
        // What stands on a tab is never taken for what stood on another.
        ui.ctx().allow_widget_id_changes_in(rect);
        let builder = UiBuilder::new().scope_id(Id::unique(("tab-page", tab))).max_rect(rect);
        let mut inner = ui.new_child(builder.layout(Layout::top_down(Align::Min)));
        add(&mut inner, desk);
        ui.advance_cursor_after_rect(rect.with_max_x(rect.right() + room));
    });
    let led_to = desk.take_led_to();
    if !over {
        state.over = None;
        return;
    }
    let known = state.over.get_or_insert_with(|| Over {
        since: ui.input(|input| input.time),
        selection: None,
        scroll_to: None,
    });
    let is_new = known.selection.as_ref() != desk.selection();
    known.selection = desk.selection().cloned();
    let Some(led_to) = led_to.or_else(|| focused(ui).filter(|_| is_new)) else { return };
    let offset = shown.state.clamped_offset().x;
    let covered = led_to.right() + BESIDE - (page.right() - room);
    let further = covered.min(led_to.left() - page.left()).min(room - offset);
    if further > 0.0 {
        known.scroll_to = Some(offset + further);
        ui.ctx().request_repaint();
    }
}

/// What has the keyboard, unless the reader has just clicked: what is pointed at stays where it is.
fn focused(ui: &Ui) -> Option<Rect> {
    if ui.input(|input| input.pointer.time_since_last_click()) < SOON {
        return None;
    }
    let id = ui.memory(egui::Memory::focused)?;
    ui.ctx().read_response(id).map(|response| response.rect)
}

/// Draws it over the right side of the page.
pub fn overlay_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, page: Rect) {
    let t = tokens_of(ui);
    let rect = page.with_min_x(page.right() - width_over(page));
    let (now, twice) =
        (ui.input(|input| input.time), ui.options(|options| options.input_options.max_double_click_delay));
    let since = state.over.as_ref().map_or(now, |over| over.since);
    // Where it is put, and no larger: what lies beside it is the page's.
    let area = Area::new(Id::unique("inspector-overlay")).fixed_pos(rect.min).constrain(false).order(Order::Middle);
    area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(rect, 0.0, t.panel);
        ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(1.0, t.rule));
        let inner = rect.shrink2(Vec2::new(layout::INSPECTOR_PADDING, 12.0));
        let name = desk.words.say(&Region::Inspector.name());
        let builder = UiBuilder::new().max_rect(inner).accessibility_role(Role::Complementary);
        let mut child = ui.new_child(builder.accessibility_label(name));
        super::ui(&mut child, desk, state);
        ui.advance_cursor_after_rect(rect);
        // The second click of two is meant for what the first one hit, not for what came to lie there.
        let left = twice - (now - since);
        if left > 0.0 {
            ui.interact(rect, ui.scope_id().with("just-opened"), Sense::CLICK);
            ui.ctx().request_repaint_after_secs(left as f32);
        }
    });
}
