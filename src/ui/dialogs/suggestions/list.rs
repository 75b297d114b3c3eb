//! The suggestions that are to be decided, in a list.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Id, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::SuggestionsDialog;
use super::kinds::name;
use crate::import::Offer;
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::shell::grid_keys::walked_rows;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{WalkedList, WalkedRow, paint_row};
use crate::words::Words;

/// Where the text of a row begins: behind the place of its sentence.
const TEXT: f32 = 56.0;
const ROW: f32 = 44.0;
/// About as many rows are in view.
const PAGE: usize = 8;

/// The identity of the list.
pub fn id() -> Id {
    Id::unique("suggestions")
}

/// Draws it.
pub fn ui(ui: &mut Ui, words: &Words, dialog: &mut SuggestionsDialog) {
    let rows = dialog.shown.len();
    if WalkedList::has_focus(ui, id())
        && let Some(at) = walked_rows(ui, dialog.at, rows, PAGE)
    {
        (dialog.at, dialog.reveal) = (at, true);
    }
    let name = words.say(&message!(suggest::list));
    let reveal = std::mem::take(&mut dialog.reveal);
    let list = WalkedList { id: id(), name: &name, rows, at: dialog.at, reveal };
    let mut focus = std::mem::take(&mut dialog.wants_focus);
    let offers = dialog.offers.as_deref().unwrap_or_default();
    let clicked = list.ui(ui, &mut focus, |ui, row| {
        let offer = dialog.shown.get(row.at).and_then(|number| offers.get(*number));
        row_ui(ui, words, offer, row)
    });
    dialog.wants_focus = focus;
    if let Some(at) = clicked {
        dialog.at = at;
    }
}

fn row_ui(ui: &mut Ui, words: &Words, offer: Option<&Offer>, WalkedRow { at, id, is_at }: WalkedRow) -> Response {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let row = ui.interact(rect, id, Sense::CLICK);
    let Some(Offer { suggestion, .. }) = offer else { return row };
    let (kind, place) = (words.say(&name(&suggestion.what)), suggestion.at.to_string());
    let said = suggestion.words.as_str();
    let heard = words.say(&message!(suggest::row_heard, kind = &kind, at = &place, words = said.to_owned()));
    row.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, ui.is_enabled(), &heard));
    paint_row(ui, rect, is_at, row.contains_pointer());
    if at > 0 {
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, t.hairline));
    }
    let number = ui.painter().layout_no_wrap(place, Type::Caption.mono_font(), t.muted);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.top() + 6.0), number, t.muted);
    let text = Rect::from_min_max(rect.min + vec2(TEXT, 4.0), rect.max - vec2(12.0, 2.0));
    let mut job = LayoutJob::single_section(said.to_owned(), Type::Body.format(t.ink));
    job.wrap = TextWrapping::truncate_at_width(text.width().max(40.0));
    let galley = in_order(ui, ui.painter().layout_job(job));
    ui.painter().galley(text.min, galley, t.ink);
    let kind = ui.painter().layout_no_wrap(kind, Type::Caption.font(), t.muted);
    ui.painter().galley(text.min + vec2(0.0, Type::Body.line()), kind, t.muted);
    row
}
