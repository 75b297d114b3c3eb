//! What will be written, to be looked at before it is: as it will look.

mod bar;
mod keys;
mod pages;
mod picture;
mod rows;
mod text;

use egui::accesskit::Role;
use egui::{Context, Rect, Sense, Ui, WidgetInfo};

use self::pages::Pages;
use self::picture::Shrunk;
use self::rows::Table;
use self::text::Lines;
use crate::briefing::Message;
use crate::export::format::{Form, Format, PNG};
use crate::export::shown::Shown;
use crate::message;
use crate::ui::theme::{radius, tokens_of};
use crate::ui::widgets::focus_ring;
use crate::words::Words;

/// What will be written, as far as it can be shown.
pub enum Preview {
    /// Text, line by line.
    Text(Lines),
    /// A table by its first rows.
    Table(Table),
    /// Pages.
    Pages(Pages),
    /// A picture.
    Picture(Shrunk),
}

impl Preview {
    /// What is shown of a file of a format, on whose bytes it is made where nothing else is known of it.
    ///
    /// # Errors
    /// Where it cannot be drawn.
    pub fn new(ctx: &Context, format: &'static Format, shown: Shown, bytes: &[u8]) -> Result<Self, Message> {
        Ok(match shown {
            Shown::Text => Self::Text(Lines::of(&String::from_utf8_lossy(bytes))),
            Shown::Rows(rows) => Self::Table(Table::new(rows)),
            Shown::Pages(leaves) => Self::Pages(Pages::new(format, leaves)),
            Shown::Picture(_) if *format == PNG => Self::Picture(Shrunk::of_file(ctx, bytes)?),
            Shown::Picture(picture) => Self::Picture(Shrunk::of(ctx, &picture)?),
        })
    }

    /// What there is of it: lines, rows, pages, or pixels; nothing where that says nothing.
    pub fn extent(&self, form: Form) -> Option<Message> {
        match self {
            Self::Text(_) if form != Form::Document => None,
            Self::Text(lines) => Some(message!(export_dialog::lines, count = lines.all)),
            Self::Table(table) => Some(message!(export_dialog::rows, count = table.rows.all)),
            Self::Pages(pages) => Some(pages.extent()),
            Self::Picture(picture) => picture.size.map(|[width, height]| {
                message!(export_dialog::pixels, width = width.to_string(), height = height.to_string())
            }),
        }
    }

    /// Draws it into a rectangle, which the keyboard can scroll.
    pub fn ui(&mut self, ui: &mut Ui, rect: Rect, form: Form, words: &Words) {
        let t = tokens_of(ui);
        let response = ui.interact(rect, ui.scope_id().with("preview"), Sense::focusable_noninteractive());
        let name = match self.extent(form) {
            Some(extent) => message!(export_dialog::preview_name, extent = extent),
            None => message!(export_dialog::preview),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, words.say(&name)));
        ui.painter().rect(rect, radius::CONTROL, t.field, (1.0, t.hairline), egui::StrokeKind::Inside);
        let within = rect.shrink(1.0);
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(within));
        inner.shrink_clip_rect(within);
        match self {
            Self::Text(lines) => lines.ui(&mut inner, keys::scrolled(ui, &response), words),
            Self::Table(table) => table.ui(&mut inner, keys::scrolled(ui, &response), words),
            Self::Pages(pages) => pages.ui(&mut inner, &response, words),
            Self::Picture(picture) => picture.ui(&inner, rect.shrink(8.0)),
        }
        // Inside, where nothing cuts it off.
        focus_ring(ui, &response, rect.shrink(3.0), radius::CONTROL - 3);
    }
}
