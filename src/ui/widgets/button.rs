//! Buttons.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::heard::named_on_hover;
use super::{Icon, focus_ring};
use crate::ui::theme::{Type, radius, tokens_of};

const HEIGHT: f32 = 28.0;
const ICON: f32 = 16.0;

/// A button with a border, optionally an icon.
pub fn button(ui: &mut Ui, icon: Option<Icon>, label: &str) -> Response {
    text_button(ui, icon, label, true)
}

/// A button that shows its border only under the pointer.
pub fn quiet_button(ui: &mut Ui, icon: Option<Icon>, label: &str) -> Response {
    text_button(ui, icon, label, false)
}

/// A square button that is an icon; `name` is what a screen reader and the tooltip say.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    icon_button_with(ui, icon, name, name)
}

/// The same, with a tooltip that says more than its name.
pub fn icon_button_with(ui: &mut Ui, icon: Icon, name: &str, tooltip: &str) -> Response {
    square(ui, icon, name, tooltip, None)
}

/// A square button that is an icon and switches something on and off.
pub fn icon_toggle(ui: &mut Ui, icon: Icon, name: &str, tooltip: &str, on: bool) -> Response {
    square(ui, icon, name, tooltip, Some(on))
}

fn square(ui: &mut Ui, icon: Icon, name: &str, tooltip: &str, on: Option<bool>) -> Response {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(HEIGHT, HEIGHT), Sense::click());
    response.widget_info(|| match on {
        Some(on) => WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name),
        None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), name),
    });
    let on = on == Some(true);
    let fill = match (on, response.hovered()) {
        (true, _) => Some(t.selected),
        (false, true) => Some(t.hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    }
    let ink = if on { t.accent } else { t.ink2 };
    icon.paint(ui, Rect::from_center_size(rect.center(), vec2(18.0, 18.0)), ink);
    focus_ring(ui, &response, rect, radius::CONTROL);
    if tooltip == name {
        return named_on_hover(ui, response, name);
    }
    response.on_hover_text(tooltip)
}

fn text_button(ui: &mut Ui, icon: Option<Icon>, label: &str, bordered: bool) -> Response {
    let t = tokens_of(ui);
    let before_text = if icon.is_some() { ICON + 6.0 } else { 0.0 };
    // A button without a border needs less room around its text.
    let padding = if bordered { 12.0 } else { 8.0 };
    // No button is wider than where it stands; what it says is heard whole.
    let room = (ui.max_rect().width() - before_text - 2.0 * padding).max(24.0);
    let mut job = LayoutJob::simple_singleline(label.to_owned(), Type::Body.font(), t.ink);
    job.wrap = TextWrapping { max_width: room, ..TextWrapping::truncate_at_width(room) };
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x + before_text + 2.0 * padding, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let corner = CornerRadius::same(radius::CONTROL);
    if response.is_pointer_button_down_on() {
        ui.painter().rect(rect, corner, t.selected, Stroke::new(t.edge, t.accent), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect(rect, corner, t.hover, Stroke::new(t.edge, t.stroke), StrokeKind::Inside);
    } else if bordered {
        ui.painter().rect(rect, corner, t.field, Stroke::new(t.edge, t.stroke), StrokeKind::Inside);
    }
    let left = rect.left() + padding;
    if let Some(icon) = icon {
        icon.paint(ui, Rect::from_min_size(pos2(left, rect.center().y - ICON / 2.0), vec2(ICON, ICON)), t.ink2);
    }
    ui.painter().galley(pos2(left + before_text, rect.center().y - galley.size().y / 2.0), galley, t.ink);
    focus_ring(ui, &response, rect, radius::CONTROL);
    response
}
