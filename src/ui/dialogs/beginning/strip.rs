//! The steps, in a strip: which one is open, and those that can be gone to.

use egui::{Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, vec2};

use super::wizard::Wizard;
use super::{Intent, Scene};
use crate::message;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::focus_ring;

/// Before and after the name of a step.
pub const PADDING: f32 = 10.0;

/// Draws it. Returns where the reader wants to go.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &Wizard) -> Option<Intent> {
    let t = tokens_of(ui);
    let words = scene.words;
    let mut intent = None;
    let name = words.say(&message!(new_briefing::steps));
    let builder = UiBuilder::new().accessibility_role(Role::List).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (number, step) in (1_usize..).zip(wizard.steps()) {
            let name = words.say(&step.name());
            let is_open = *step == wizard.step;
            let can = !is_open && wizard.reaches(*step) && !wizard.is_busy();
            let font = if is_open { Type::Body.strong_font() } else { Type::Body.font() };
            let ink = match (is_open, can) {
                (true, _) => t.ink,
                (false, true) => t.ink2,
                (false, false) => t.muted,
            };
            // As wide as in the wider weight, so that going on moves nothing.
            let text = format!("{number}  {name}");
            let room = ui.painter().layout_no_wrap(text.clone(), Type::Body.strong_font(), ink).size();
            let galley = ui.painter().layout_no_wrap(text, font, ink);
            let sense = if can { Sense::click() } else { Sense::hover() };
            let (rect, response) = ui.allocate_exact_size(vec2(room.x + 2.0 * PADDING, 32.0), sense);
            let heard = words.say(&message!(new_briefing::step_heard, number = number, step = &name));
            let role = if can { Role::Button } else { Role::ListItem };
            response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &heard));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
            if can && response.hovered() {
                ui.painter().rect_filled(rect.shrink2(vec2(0.0, 3.0)), radius::CHIP, t.hover);
            }
            let at = egui::pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
            if is_open {
                let line = rect.x_range().shrink(PADDING);
                ui.painter().hline(line, rect.bottom() - 1.0, (3.0, t.accent));
            }
            focus_ring(ui, &response, rect.shrink(4.0), radius::CHIP);
            if can && response.clicked() {
                intent = Some(Intent::Go(*step));
            }
        }
    });
    intent
}
