//! The dialog as it is drawn: what at the left, format and preview at the right, its foot below.

use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, vec2};

use rust_decimal::Decimal;

use super::foot::{Intent, file_ui, foot_height};
use super::options::Options;
use super::output::offered;
use super::product::{Contents, Product};
use super::{Dialog, Scene, Step};
use crate::briefing::{Message, Value};
use crate::export::format::Form;
use crate::message;
use crate::ui::dialogs::report::{problem_ui, progress_ui};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::heard::unheard;
use crate::ui::widgets::{OneStop, dialog as dialog_widget, focus_ring, heading, paint_row, within};
use crate::words::Words;

/// The dialog is so large where there is room, and as large whatever is chosen in it.
const SIZE: Vec2 = vec2(880.0, 660.0);
/// Its margins, and what is left of the window around it.
const AROUND: Vec2 = vec2(72.0, 76.0);
/// The list of what can leave.
const LIST: f32 = 184.0;
const GUTTER: f32 = 24.0;
/// Below this width the list stands over the rest.
const TWO_COLUMNS: f32 = 520.0;
const LEAST_PREVIEW: f32 = 120.0;
const ROW: f32 = 28.0;
/// The head with the space below it.
const HEAD: f32 = 30.0;

/// Draws the dialog. Returns what the reader wants.
pub fn ui(
    ui: &Ui,
    scene: &Scene<'_>,
    dialog: &mut Dialog,
    options: &mut Options,
    system_dialog_is_open: bool,
) -> Option<Intent> {
    let words = scene.words;
    let size = SIZE.min(ui.ctx().content_rect().size() - AROUND);
    let mut intent = None;
    let modal = dialog_widget(ui, "export", &words.say(&message!(export_dialog::title)), size.x, |ui| {
        // All of it has its place before anything is drawn, so that nothing moves by what is chosen.
        let (whole, _) = ui.allocate_exact_size(size, Sense::empty());
        let (head, rest) = whole.split_top_bottom_at_y(whole.top() + HEAD);
        let (body, foot) = rest.split_top_bottom_at_y(rest.bottom() - foot_height(size));
        within(ui, head, Layout::top_down(Align::Min), |ui| {
            heading(ui, Type::Lead, &words.say(&message!(export_dialog::title)));
        });
        let idle = matches!(dialog.step, Step::Choosing | Step::Asking(_));
        let body = body.with_max_y((body.bottom() - 8.0).max(body.top()));
        let room = body.height();
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        let scroll = ScrollArea::vertical().id_salt("export").auto_shrink(false).min_scrolled_height(0.0);
        scroll.show(&mut inner, |ui| {
            ui.add_enabled_ui(idle, |ui| {
                if size.x >= TWO_COLUMNS {
                    let top = ui.cursor().min;
                    let list = Rect::from_min_size(top, vec2(LIST, room));
                    let list_end = within(ui, list, Layout::top_down(Align::Min), |ui| {
                        list_ui(ui, scene, dialog);
                        ui.min_rect().bottom()
                    });
                    let rest = Rect::from_min_size(top + vec2(LIST + GUTTER, 0.0), vec2(size.x - LIST - GUTTER, room));
                    let rest_end = within(ui, rest, Layout::top_down(Align::Min), |ui| {
                        contents_ui(ui, dialog, options, words, room);
                        ui.min_rect().bottom()
                    });
                    ui.advance_cursor_after_rect(Rect::from_min_max(
                        top,
                        rest.right_top() + vec2(0.0, list_end.max(rest_end) - top.y),
                    ));
                } else {
                    list_ui(ui, scene, dialog);
                    contents_ui(ui, dialog, options, words, room);
                }
            });
        });
        intent = within(ui, foot, Layout::top_down(Align::Min), |ui| {
            file_ui(ui, dialog, options, words, system_dialog_is_open)
        });
    });
    if modal.should_close() { Some(Intent::Close) } else { intent }
}

/// Draws what can leave: first what the open tab shows.
fn list_ui(ui: &mut Ui, scene: &Scene<'_>, dialog: &mut Dialog) {
    let t = tokens_of(ui);
    let (offered, own) = offered(scene.briefing, scene.tab);
    let name = scene.words.say(&message!(export_dialog::heard_what));
    let group = ui.scope_id().with("what");
    let builder = UiBuilder::new().scope_id(group).accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // One stop of the keyboard: the arrows choose.
        let ids: Vec<Id> = (0..offered.len()).map(|index| group.with(index)).collect();
        let at = offered.iter().position(|output| dialog.output == *output).unwrap_or_default();
        let stop = OneStop::below(ui, &ids, at);
        let moved = stop.moved.and_then(|moved| offered.get(moved).copied());
        for (index, output) in offered.into_iter().enumerate() {
            if index == 0 && own > 0 {
                ui.label(Type::Caption.text(scene.words.say(&message!(export_dialog::from_this_tab)), t.muted));
            } else if index == own {
                ui.add_space(if own > 0 { 8.0 } else { 0.0 });
                ui.label(Type::Caption.text(scene.words.say(&message!(export_dialog::from_other_tabs)), t.muted));
            }
            let place = (ids[index], stop.sense(index));
            if choice_ui(ui, place, dialog.output == output, &scene.words.say(&output.label)) || moved == Some(output) {
                dialog.output = output;
                dialog.problem = None;
            }
        }
    });
    ui.add_space(8.0);
}

/// One of several of which one is chosen. Returns whether it was pressed.
fn choice_ui(ui: &mut Ui, (id, sense): (Id, Sense), on: bool, label: &str) -> bool {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, label));
    paint_row(ui, rect, on, response.hovered());
    let text = if on { Type::Body.strong(label, t.ink) } else { Type::Body.text(label, t.ink2) };
    within(ui, rect.with_min_x(rect.left() + 12.0), Layout::left_to_right(Align::Center), |ui| {
        unheard(ui, |ui| ui.add(egui::Label::new(text).selectable(false).truncate()));
    });
    focus_ring(ui, &response, rect.shrink(2.0), 0);
    response.clicked()
}

/// Draws the formats, the options of the chosen one, and the preview in what is left of the room.
fn contents_ui(ui: &mut Ui, dialog: &mut Dialog, options: &mut Options, words: &Words, room: f32) {
    let t = tokens_of(ui);
    let top = ui.cursor().top();
    if options.ui(ui, dialog.output, words) {
        dialog.problem = None;
    }
    ui.label(Type::Caption.text(words.say(&dialog.output.note), t.ink2));
    let form = dialog.output.form;
    let contents = dialog.product.as_mut().and_then(Product::looked_at);
    ui.horizontal(|ui| {
        ui.label(Type::Caption.text(words.say(&message!(export_dialog::preview)), t.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(Ok(contents)) = &contents {
                ui.label(Type::Caption.text(words.say(&extent(contents, form)), t.muted));
            }
        });
    });
    let height = (room - (ui.cursor().top() - top) - 4.0).max(LEAST_PREVIEW);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::empty());
    match contents {
        Some(Ok(contents)) => contents.preview.ui(ui, rect, form, words),
        Some(Err(why)) => empty_ui(ui, rect, |ui| problem_ui(ui, why)),
        None => empty_ui(ui, rect, |ui| {
            if let Some(fraction) = dialog.product.as_ref().and_then(|product| product.slow(ui.ctx())) {
                progress_ui(ui, &words.say(&message!(export_dialog::making)), fraction);
            }
        }),
    }
}

/// How large the file is, and how much there is in it.
fn extent(contents: &Contents, form: Form) -> Message {
    let size = bytes(contents.parcel.bytes.len());
    match contents.preview.extent(form) {
        Some(extent) => message!(export_dialog::extent, extent = extent, size = size),
        None => size,
    }
}

/// A number of bytes in units of a thousand.
fn bytes(count: usize) -> Message {
    let parts = |digits: u32| Value::rounded(Decimal::from(count) / Decimal::from(10_u32.pow(digits)), 1);
    match count {
        0..1_000 => message!(export_dialog::bytes, count = count),
        1_000..1_000_000 => message!(export_dialog::kilobytes, size = parts(3)),
        _ => message!(export_dialog::megabytes, size = parts(6)),
    }
}

/// A place for the preview while there is none.
fn empty_ui(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let t = tokens_of(ui);
    ui.painter().rect(rect, radius::CONTROL, t.field, (1.0, t.hairline), egui::StrokeKind::Inside);
    within(ui, rect.shrink(12.0), Layout::top_down(Align::Min), add);
}
