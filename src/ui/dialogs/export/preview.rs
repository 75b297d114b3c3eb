//! What will be written, to be looked at before it is.

use egui::{ColorImage, EventFilter, Key, Label, Rect, ScrollArea, Sense, TextureHandle, Ui, WidgetInfo, vec2};
use egui::{Context, TextureOptions, accesskit::Role};

use crate::briefing::Message;
use crate::briefing::visible::visible;
use crate::export::format::{Form, Format};
use crate::message;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::focus_ring;
use crate::words::Words;

/// Of a long file the beginning is shown, and of a long line too.
const LINES: usize = 400;
const LETTERS: usize = 400;

/// A picture is shown in so many pixels at most.
const SHOWN: [f32; 2] = [1120.0, 720.0];

/// What will be written, as far as it can be shown.
pub enum Preview {
    /// Text, line by line, and how many lines there are in all.
    Text(Vec<String>, usize),
    /// A picture, with its size in pixels.
    Picture(TextureHandle, [usize; 2]),
}

impl Preview {
    /// Reads a file of a format that can be shown.
    ///
    /// # Errors
    /// Where it is not what the format says.
    pub fn read(ctx: &Context, format: &Format, bytes: &[u8]) -> Result<Self, Message> {
        if format.carries(Form::Picture) {
            let pixels = image::load_from_memory_with_format(bytes, image::ImageFormat::Png);
            let pixels =
                pixels.map_err(|err| message!(export_dialog::picture_unreadable, reason = err.to_string()))?.to_rgba8();
            let size = [pixels.width() as usize, pixels.height() as usize];
            // Made smaller with every pixel weighed: the graphics card would leave most of them out.
            let scale = SHOWN.into_iter().zip(size).map(|(shown, is)| shown / is as f32).fold(1.0, f32::min);
            let [width, height] = size.map(|side| (side as f32 * scale).max(1.0) as u32);
            let pixels = image::imageops::thumbnail(&pixels, width, height);
            let picture = ColorImage::from_rgba_unmultiplied([width as usize, height as usize], pixels.as_raw());
            return Ok(Self::Picture(ctx.load_texture("export-preview", picture, TextureOptions::LINEAR), size));
        }
        let text = String::from_utf8_lossy(bytes);
        let shown = text.lines().take(LINES).map(|line| {
            let beginning: String = line.trim_start_matches('\u{feff}').chars().take(LETTERS).collect();
            visible(&beginning.replace('\t', "    ")).into_owned()
        });
        Ok(Self::Text(shown.collect(), text.lines().count()))
    }

    /// What there is of it: lines, or pixels.
    pub fn extent(&self) -> Message {
        match self {
            Self::Text(_, lines) => message!(export_dialog::lines, count = *lines),
            Self::Picture(_, [width, height]) => {
                let (width, height) = (width.to_string(), height.to_string());
                message!(export_dialog::pixels, width = width, height = height)
            }
        }
    }

    /// Draws it into a rectangle, which the keyboard can scroll.
    pub fn ui(&self, ui: &mut Ui, rect: Rect, words: &Words) {
        let t = tokens_of(ui);
        let response = ui.interact(rect, ui.scope_id().with("preview"), Sense::focusable_noninteractive());
        let name = || words.say(&message!(export_dialog::preview_name, extent = self.extent()));
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name()));
        ui.painter().rect(rect, radius::CONTROL, t.field, (1.0, t.hairline), egui::StrokeKind::Inside);
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink(8.0)));
        match self {
            Self::Text(lines, all) => text_ui(&mut inner, lines, *all, scrolled(ui, &response), words),
            Self::Picture(picture, _) => {
                let room = rect.shrink(8.0);
                let size = picture.size_vec2();
                let scale = (room.width() / size.x).min(room.height() / size.y).min(1.0);
                let at = Rect::from_center_size(room.center(), size * scale);
                egui::Image::new(picture).paint_at(&inner, at);
            }
        }
        // Inside, where nothing cuts it off.
        focus_ring(ui, &response, rect.shrink(3.0), radius::CONTROL - 3);
    }
}

fn text_ui(ui: &mut Ui, lines: &[String], all: usize, scrolled: egui::Vec2, words: &Words) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = lines.len() + usize::from(all > lines.len());
    ScrollArea::both().auto_shrink(false).show_rows(ui, Type::Caption.line(), rows, |ui, rows| {
        ui.scroll_with_delta(scrolled);
        for row in rows {
            let line = if let Some(line) = lines.get(row) {
                Type::Caption.mono(line, t.ink2)
            } else {
                let rest = message!(export_dialog::preview_rest, count = all - lines.len());
                Type::Caption.text(words.say(&rest), t.muted)
            };
            ui.add(Label::new(line).extend());
        }
    });
}

/// How far the keys scroll it while it has the keyboard.
fn scrolled(ui: &Ui, response: &egui::Response) -> egui::Vec2 {
    const STEP: f32 = 48.0;
    if !response.has_focus() {
        return egui::Vec2::ZERO;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let page = response.rect.height() - STEP;
    let steps = [
        (Key::ArrowDown, vec2(0.0, -STEP)),
        (Key::ArrowUp, vec2(0.0, STEP)),
        (Key::ArrowRight, vec2(-STEP, 0.0)),
        (Key::ArrowLeft, vec2(STEP, 0.0)),
        (Key::PageDown, vec2(0.0, -page)),
        (Key::PageUp, vec2(0.0, page)),
    ];
    let pressed = steps.into_iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key)));
    pressed.fold(egui::Vec2::ZERO, |sum, (_, step)| sum + step)
}

#[cfg(test)]
mod tests {
    use egui::Context;

    use super::{LETTERS, LINES, Preview};
    use crate::export::format::{CSV, PNG};
    use crate::words::Words;

    fn lines(text: &str) -> (Vec<String>, usize) {
        let read = Preview::read(&Context::default(), &CSV, text.as_bytes());
        let lines = read.ok().and_then(|preview| match preview {
            Preview::Text(lines, all) => Some((lines, all)),
            Preview::Picture(..) => None,
        });
        lines.expect("it is text")
    }

    #[test]
    fn of_a_long_file_the_beginning_is_shown_and_all_of_it_counted() {
        let (shown, all) = lines(&format!("{}\n{}", "x".repeat(LETTERS * 2), "y\n".repeat(5000)));
        assert_eq!((shown.len(), all, shown[0].len()), (LINES, 5001, LETTERS));
    }

    #[test]
    fn what_acts_on_its_surroundings_is_shown_as_what_it_is() {
        let (shown, _) = lines("\u{feff}a\u{202e}b\tc");
        assert_eq!(shown, ["a[U+202E]b    c"]);
    }

    #[test]
    fn a_picture_that_is_none_is_said() {
        let said = Preview::read(&Context::default(), &PNG, b"no picture").err();
        assert!(said.is_some_and(|said| Words::english().say(&said).contains("cannot be shown")));
    }
}
