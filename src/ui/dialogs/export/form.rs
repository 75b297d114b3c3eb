//! The dialog as it is drawn: what at the left, format and preview at the right, its foot below.

use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, vec2};

use rust_decimal::Decimal;

use super::foot::{Intent, file_ui};
use super::options::Options;
use super::output::offered;
use super::product::{Contents, Product};
use super::report::{problem_ui, progress_ui};
use super::{Dialog, Scene, Step};
use crate::briefing::{Message, Value};
use crate::export::format::{Form, Format};
use crate::message;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::heard::unheard;
use crate::ui::widgets::{OneStop, dialog as dialog_widget, focus_ring, heading, paint_row, within};
use crate::words::Words;

const WIDTH: f32 = 760.0;
/// The list of what can leave.
const LIST: f32 = 184.0;
const GUTTER: f32 = 24.0;
/// Below this width the list stands over the rest.
const TWO_COLUMNS: f32 = 520.0;
const PREVIEW: f32 = 344.0;
const LEAST_PREVIEW: f32 = 120.0;
const ROW: f32 = 28.0;
/// What is not the list and the preview: the margins of the dialog and around it, its head, the file, the buttons.
const AROUND: f32 = 196.0;
/// The line that names the file beside it.
const BESIDE: f32 = 20.0;

/// Draws the dialog. Returns what the reader wants.
pub fn ui(
    ui: &Ui,
    scene: &Scene<'_>,
    dialog: &mut Dialog,
    options: &mut Options,
    system_dialog_is_open: bool,
) -> Option<Intent> {
    let words = scene.words;
    let window = ui.ctx().content_rect().size();
    let width = WIDTH.min(window.x - 72.0);
    let mut intent = None;
    let modal = dialog_widget(ui, "export", &words.say(&message!(export_dialog::title)), width, |ui| {
        heading(ui, Type::Lead, &words.say(&message!(export_dialog::title)));
        ui.add_space(4.0);
        let idle = matches!(dialog.step, Step::Choosing | Step::Asking(_));
        // What is left of the window after margins, head, file and buttons, and what there is to say.
        let said = if dialog.problem.is_some() || matches!(dialog.step, Step::Asking(_)) { 44.0 } else { 0.0 };
        let contents = dialog.product.as_ref().and_then(Product::finished);
        let beside = if contents.is_some_and(|contents| contents.parcel.beside.is_some()) { BESIDE } else { 0.0 };
        let room = window.y - AROUND - said - beside;
        let scroll = ScrollArea::vertical().id_salt("export").max_height(room).min_scrolled_height(0.0);
        scroll.show(ui, |ui| {
            ui.add_enabled_ui(idle, |ui| {
                if width >= TWO_COLUMNS {
                    let top = ui.cursor().min;
                    let list = Rect::from_min_size(top, vec2(LIST, room));
                    let list_end = within(ui, list, Layout::top_down(Align::Min), |ui| {
                        list_ui(ui, scene, dialog);
                        ui.min_rect().bottom()
                    });
                    let rest = Rect::from_min_size(top + vec2(LIST + GUTTER, 0.0), vec2(width - LIST - GUTTER, room));
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
        ui.add_space(8.0);
        intent = file_ui(ui, dialog, options, words, system_dialog_is_open);
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
    let format = options.format(dialog.output);
    ui.label(Type::Caption.text(words.say(&dialog.output.note), t.ink2));
    let contents = dialog.product.as_ref().and_then(|product| product.contents.as_ref());
    ui.horizontal(|ui| {
        ui.label(Type::Caption.text(words.say(&message!(export_dialog::preview)), t.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(Ok(contents)) = contents {
                ui.label(Type::Caption.text(words.say(&extent(contents, dialog.output.form, format)), t.muted));
            }
        });
    });
    let height = (room - (ui.cursor().top() - top) - 4.0).clamp(LEAST_PREVIEW, PREVIEW);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::empty());
    match contents {
        Some(Ok(contents)) => contents.preview.ui(ui, rect, words),
        Some(Err(why)) => empty_ui(ui, rect, |ui| problem_ui(ui, why)),
        None => empty_ui(ui, rect, |ui| {
            if let Some(fraction) = dialog.product.as_ref().and_then(|product| product.slow(ui.ctx())) {
                progress_ui(ui, &words.say(&message!(export_dialog::making)), fraction);
            }
        }),
    }
}

/// How large the file is, and what the preview shows of it.
fn extent(contents: &Contents, form: Form, format: &Format) -> Message {
    let size = bytes(contents.parcel.bytes.len());
    match (form, format.preview) {
        (_, None) => message!(export_dialog::extent, extent = contents.preview.extent(), size = size),
        (Form::Picture | Form::References | Form::Calendar, _) => size,
        (Form::Table, _) => message!(export_dialog::extent_rows, size = size),
        (Form::Document, _) => {
            let pages = message!(export_dialog::pages, count = pages(&contents.parcel.bytes));
            message!(export_dialog::extent_pages, pages = pages, size = size)
        }
    }
}

/// The pages of a PDF, each of which is an object of its own.
fn pages(pdf: &[u8]) -> usize {
    memchr::memmem::find_iter(pdf, b"/Type/Page/").count()
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
