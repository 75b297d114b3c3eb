//! The program's name, the open briefing, and what concerns the whole window.

use super::menu;
use crate::message;
use std::path::Path;

use egui::{
    Align, Align2, Layout, Rect, Sense, Shape, Stroke, StrokeKind, ThemePreference, Ui, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use crate::ui::dialogs::open;
use crate::ui::parts::{action_icon, action_toggle};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::shell::preferences::Preferences;
use crate::ui::theme::{Type, layout, radius, tokens_of};
use crate::ui::widgets::heard::chosen as as_choice;
use crate::ui::widgets::{AtRight, Icon, focus_ring, heading, icon_button, menu as drop_menu, within};
use crate::words::direction::abreast;

/// Draws the bar.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, preferences: &Preferences, folder: Option<&Path>) {
    let t = tokens_of(ui);
    let bar = ui.max_rect();
    ribbon(ui, bar);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.add_space(layout::PAGE_MARGIN + 28.0);
        heading(ui, Type::Lead, "Briefing Desk");
        let (rule, _) = ui.allocate_exact_size(vec2(1.0, 20.0), Sense::empty());
        ui.painter().vline(rule.center().x, rule.y_range(), (1.0, t.stroke));
        let manifest = &desk.briefing.manifest;
        let name = abreast([manifest.name.as_str(), &desk.words.date(manifest.as_of)], " · ");
        let end = AtRight::new(ui, "actions");
        let room = ui.available_rect_before_wrap();
        let room = room.with_max_x((room.right() - end.width() - 8.0).max(room.left()));
        within(ui, room, Layout::left_to_right(Align::Center), |ui| {
            open::menu_ui(ui, desk, &name, folder, &preferences.recent);
        });
        end.ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            palette_ui(ui, desk);
            ui.add_space(4.0);
            action_icon(ui, desk, Icon::ArrowLeft, Action::Back);
            action_icon(ui, desk, Icon::ArrowRight, Action::Forward);
            action_icon(ui, desk, Icon::Export, Action::Export);
            theme_menu_ui(ui, desk, preferences.theme);
            action_toggle(ui, desk, Icon::Sidebar, Action::ToggleInspector, preferences.inspector);
            menu::ui(ui, desk);
            ui.add_space(12.0);
        });
    });
}

fn theme_menu_ui(ui: &mut Ui, desk: &mut Desk<'_>, current: ThemePreference) {
    let icon = if ui.visuals().dark_mode { Icon::Moon } else { Icon::Sun };
    let name = desk.words.say(&message!(shell::theme));
    let button = icon_button(ui, icon, &name);
    drop_menu(&button, &name, |ui| {
        ui.set_min_width(120.0);
        let choices = [
            (ThemePreference::System, Action::SystemTheme),
            (ThemePreference::Light, Action::LightTheme),
            (ThemePreference::Dark, Action::DarkTheme),
        ];
        for (choice, action) in choices {
            let label = desk.words.say(&action.label());
            let entry = ui.selectable_label(current == choice, &label);
            as_choice(ui, &entry, Role::MenuItemRadio, &label, current == choice);
            if entry.on_hover_text(desk.words.say(&action.tooltip(ui.ctx()))).clicked() {
                desk.send(action);
                ui.close();
            }
        }
    });
}

/// What opens the palette: a field to be pressed where there is room for one, else an icon.
fn palette_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    const WIDTH: f32 = 304.0;
    if ui.ctx().content_rect().width() < layout::FOLD {
        action_icon(ui, desk, Icon::Search, Action::Palette);
        return;
    }
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 28.0), Sense::click());
    let label = desk.words.say(&Action::Palette.label());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    let border = if response.hovered() { t.ink } else { t.control };
    ui.painter().rect(rect, radius::CONTROL, t.field, (1.0, border), StrokeKind::Inside);
    Icon::Search.paint(
        ui,
        Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(16.0, 16.0)),
        t.muted,
    );
    let at = |x| pos2(x, rect.center().y);
    ui.painter().text(at(rect.left() + 33.0), Align2::LEFT_CENTER, &label, Type::Body.font(), t.muted);
    if let Some(keys) = Action::Palette.keys(ui.ctx()) {
        ui.painter().text(at(rect.right() - 10.0), Align2::RIGHT_CENTER, keys, Type::Caption.mono_font(), t.ink2);
    }
    focus_ring(ui, &response, rect, radius::CONTROL);
    if response.on_hover_text(desk.words.say(&Action::Palette.does())).clicked() {
        desk.send(Action::Palette);
    }
}

/// The bookmark that hangs from the top edge.
fn ribbon(ui: &Ui, bar: Rect) {
    let rect = Rect::from_min_size(pos2(bar.left() + layout::PAGE_MARGIN, bar.top()), vec2(16.0, 30.0));
    let notch = pos2(rect.center().x, rect.bottom() - 7.0);
    let fill = tokens_of(ui).accent;
    // Concave at the foot, so two halves.
    for (outer, inner) in [(rect.left(), notch.x), (rect.right(), notch.x)] {
        let points = vec![pos2(outer, rect.top()), pos2(inner, rect.top()), notch, pos2(outer, rect.bottom())];
        ui.painter().add(Shape::convex_polygon(points, fill, Stroke::NONE));
    }
}
