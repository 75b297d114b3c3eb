//! Pages under each other, of which those in view are drawn, on another thread and once.

use std::cell::OnceCell;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, ColorImage, Context, Image, Layout, Rect, Response, ScrollArea, Sense, StrokeKind};
use egui::{TextureHandle, TextureOptions, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{bar, keys};
use crate::briefing::Message;
use crate::export::format::{DOCX, Format, HTML};
use crate::export::job::Job;
use crate::export::leaf::Leaves;
use crate::message;
use crate::ui::shell::task::Task;
use crate::ui::theme::{Type, color_of, tokens_of};
use crate::ui::widgets::{Icon, icon_button, segments};
use crate::words::Words;

/// Around and between pages.
const GAP: f32 = 12.0;
/// The widest that a page is shown, and the piece of a page for a browser, which is a miniature at any size.
const WIDEST: f32 = 720.0;
const MINIATURE: f32 = 420.0;
/// As many drawn pages are kept.
const KEPT: usize = 6;

/// The pages of a file.
pub struct Pages {
    leaves: Arc<Leaves>,
    kind: Kind,
    /// Whether a whole page is in view, or its width.
    whole: bool,
    /// The page at the top of what is in view.
    at: usize,
    /// The page to be turned to.
    turn: Option<usize>,
    /// What is read on each, once it was asked for.
    read: Vec<OnceCell<String>>,
    drawn: Vec<Drawn>,
    drawing: Option<(usize, u32, Task<Option<ColorImage>>)>,
}

/// What the pages are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A file that has them.
    Printed,
    /// A document that Word divides into pages.
    Word,
    /// A page for a browser, which is one.
    Browser,
}

/// A page that is drawn.
struct Drawn {
    page: usize,
    /// Its width in pixels.
    width: u32,
    texture: TextureHandle,
}

impl Pages {
    /// Those of a file of a format.
    pub fn new(format: &Format, leaves: Leaves) -> Self {
        let kind = if *format == DOCX {
            Kind::Word
        } else if *format == HTML {
            Kind::Browser
        } else {
            Kind::Printed
        };
        let read = leaves.leaves.iter().map(|_| OnceCell::new()).collect();
        let leaves = Arc::new(leaves);
        Self { leaves, kind, whole: false, at: 0, turn: None, read, drawn: Vec::new(), drawing: None }
    }

    /// How many pages there are, where that is known before the file is opened.
    pub fn extent(&self) -> Message {
        let count = self.leaves.leaves.len();
        match self.kind {
            Kind::Printed => message!(export_dialog::pages, count = count),
            Kind::Word => message!(export_dialog::pages_about, count = count),
            Kind::Browser => message!(export_dialog::miniature),
        }
    }

    /// Draws them, turned and scrolled by the keys of what they are drawn in.
    pub fn ui(&mut self, ui: &mut Ui, preview: &Response, words: &Words) {
        let (room, below) = bar::parted(ui.max_rect());
        let count = self.leaves.leaves.len();
        self.turn = keys::turned(ui, preview, self.at, count).or(self.turn);
        self.pages_ui(ui, room, keys::stepped(ui, preview), words);
        bar::ui(ui, below, |ui| self.bar_ui(ui, words));
    }

    fn bar_ui(&mut self, ui: &mut Ui, words: &Words) {
        let t = tokens_of(ui);
        let count = self.leaves.leaves.len();
        let turns = [
            (Icon::CaretLeft, message!(export_dialog::previous_page), self.at.checked_sub(1)),
            (Icon::CaretRight, message!(export_dialog::next_page), Some(self.at + 1).filter(|at| *at < count)),
        ];
        for (icon, name, to) in turns {
            let pressed =
                ui.add_enabled_ui(to.is_some(), |ui| icon_button(ui, icon, &words.say(&name)).clicked()).inner;
            if pressed {
                self.turn = to;
            }
        }
        let said = match self.kind {
            Kind::Printed | Kind::Word => message!(export_dialog::page_of, page = self.at + 1, pages = count),
            Kind::Browser => message!(export_dialog::piece_of, piece = self.at + 1, pieces = count),
        };
        ui.label(Type::Caption.text(words.say(&said), t.ink2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = words.say(&message!(export_dialog::heard_zoom));
            let (wide, whole) =
                (words.say(&message!(export_dialog::zoom_width)), words.say(&message!(export_dialog::zoom_whole)));
            let mut chosen = self.whole;
            if segments(ui, &name, None, &mut chosen, &[(false, &wide), (true, &whole)]) {
                // The same page stays in view.
                (self.whole, self.turn) = (chosen, Some(self.at));
            }
            let note = match self.kind {
                Kind::Printed => None,
                Kind::Word => Some(message!(export_dialog::word_note)),
                Kind::Browser => Some(message!(export_dialog::browser_note)),
            };
            if let Some(note) = note {
                ui.add(egui::Label::new(Type::Caption.text(words.say(&note), t.muted)).truncate());
            }
        });
    }

    fn pages_ui(&mut self, ui: &mut Ui, room: Rect, stepped: egui::Vec2, words: &Words) {
        let t = tokens_of(ui);
        ui.painter().rect_filled(room, 0.0, t.panel);
        let [width, height] = self.leaves.size;
        let widest = if self.kind == Kind::Browser { MINIATURE } else { WIDEST };
        let wide = (room.width() - 2.0 * GAP - 8.0).clamp(1.0, widest) / width;
        let scale = if self.whole { wide.min((room.height() - 2.0 * GAP).max(1.0) / height) } else { wide };
        let size = vec2(width, height) * scale;
        let gap = if self.kind == Kind::Browser { 0.0 } else { GAP };
        let step = size.y + gap;
        let count = self.leaves.leaves.len();
        let mut within = ui.new_child(UiBuilder::new().max_rect(room));
        within.shrink_clip_rect(room);
        let mut area = ScrollArea::vertical().id_salt("pages").auto_shrink(false);
        if let Some(page) = self.turn.take() {
            area = area.vertical_scroll_offset(page as f32 * step);
        }
        let mut visible = 0..0;
        area.show_viewport(&mut within, |ui, viewport| {
            ui.scroll_with_delta(stepped);
            let top = ui.max_rect().top();
            ui.set_min_size(vec2(room.width() - 8.0, step * count as f32 - gap + 2.0 * GAP));
            let page_at = |y: f32| ((y - GAP) / step).max(0.0) as usize;
            visible = page_at(viewport.top())..(page_at(viewport.bottom()) + 1).min(count);
            self.at = page_at(viewport.top() + room.height() / 3.0).min(count.saturating_sub(1));
            for page in visible.clone() {
                let left = room.center().x - 4.0 - size.x / 2.0;
                let at = Rect::from_min_size(pos2(left, top + GAP + page as f32 * step), size);
                self.page_ui(ui, page, at, words);
            }
        });
        let pixels = (size.x * ui.pixels_per_point()).round().max(1.0) as u32;
        self.draw(ui.ctx(), visible, pixels);
    }

    fn page_ui(&self, ui: &Ui, page: usize, at: Rect, words: &Words) {
        let t = tokens_of(ui);
        let response = ui.interact(at, ui.scope_id().with(("page", page)), Sense::hover());
        let count = self.leaves.leaves.len();
        let name = match self.kind {
            Kind::Browser => message!(export_dialog::piece_of, piece = page + 1, pieces = count),
            Kind::Printed | Kind::Word => message!(export_dialog::page_of, page = page + 1, pages = count),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.say(&name)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            let read = || self.leaves.leaves.get(page).map(|leaf| leaf.lines().join("\n")).unwrap_or_default();
            node.set_description(self.read.get(page).map_or_else(String::new, |known| known.get_or_init(read).clone()));
        });
        ui.painter().rect_filled(at, 0.0, color_of(self.leaves.palette.paper));
        if let Some(drawn) = self.drawn.iter().rev().find(|drawn| drawn.page == page) {
            Image::new(&drawn.texture).paint_at(ui, at);
        }
        if self.kind == Kind::Browser {
            ui.painter().vline(at.left(), at.y_range(), (1.0, t.stroke));
            ui.painter().vline(at.right(), at.y_range(), (1.0, t.stroke));
        } else {
            ui.painter().rect_stroke(at, 0.0, (1.0, t.stroke), StrokeKind::Outside);
        }
    }

    /// Takes what is drawn, and begins to draw what is in view and is not.
    fn draw(&mut self, ctx: &Context, visible: std::ops::Range<usize>, width: u32) {
        if let Some((page, pixels, task)) = &self.drawing
            && let Some(answer) = task.answer()
        {
            let (page, pixels) = (*page, *pixels);
            self.drawing = None;
            // What cannot be drawn stays empty paper, and is not tried again.
            let image = answer
                .ok()
                .flatten()
                .unwrap_or_else(|| ColorImage::filled([1, 1], color_of(self.leaves.palette.paper)));
            let texture = ctx.load_texture(format!("export-page-{page}"), image, TextureOptions::LINEAR);
            self.drawn.retain(|drawn| drawn.page != page);
            self.drawn.push(Drawn { page, width: pixels, texture });
            let surplus = self.drawn.len().saturating_sub(KEPT);
            self.drawn.drain(..surplus);
            ctx.request_repaint();
        }
        if self.drawing.as_ref().is_some_and(|(page, pixels, _)| *pixels == width && visible.contains(page)) {
            return;
        }
        let is_there = |page: &usize| self.drawn.iter().any(|drawn| drawn.page == *page && drawn.width == width);
        self.drawing = visible.into_iter().find(|page| !is_there(page)).map(|page| {
            let leaves = Arc::clone(&self.leaves);
            let scale = width as f32 / leaves.size[0];
            let task = Task::start(ctx, move |job: &Job| {
                let pixels = leaves.pixels(page, scale, job).ok().flatten()?;
                let size = [pixels.width as usize, pixels.height as usize];
                Some(ColorImage::from_rgba_unmultiplied(size, &pixels.rgba))
            });
            (page, width, task)
        });
    }
}
