//! The find bar: every match in the text of the tab, counted and stepped through.
//!
//! Text that can be found is drawn through [`Finder`], which marks the matches in it and counts them as they are drawn,
//! so that what is counted is what is on the screen. Of a long list only some rows are drawn in a frame; [`Search`] lets
//! those that were drawn once count from then on.

use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use crate::message;
use crate::words::Words;
use egui::text::LayoutJob;
use egui::{Align, Layout, Response, TextEdit, TextFormat, Ui};

use crate::analysis::find;
use crate::ui::direction;
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{Icon, Search, icon_button};

/// What is looked for and where among its matches the reader is.
#[derive(Debug, Default)]
pub struct Finder {
    open: bool,
    query: String,
    /// The match the reader is at, from zero.
    current: usize,
    /// Matches drawn in the last whole frame.
    total: usize,
    /// Matches counted so far in this frame.
    counted: Arc<AtomicUsize>,
    /// Whether some rows of a long list were not looked through yet.
    goes_on: Arc<AtomicBool>,
    scroll: bool,
    wants_focus: bool,
}

impl Finder {
    /// Opens the bar with the cursor in it.
    pub const fn open(&mut self) {
        self.open = true;
        self.wants_focus = true;
        self.scroll = true;
    }

    /// Closes it. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        let was_open = self.open;
        self.open = false;
        was_open
    }

    /// What is looked for in a long list, if anything is; `among` tells what it is looked for in from anything else.
    pub fn search(&self, among: impl Hash) -> Option<Search> {
        if !self.open || self.query.trim().is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        (&self.query, among).hash(&mut hasher);
        let (counted, goes_on) = (Arc::clone(&self.counted), Arc::clone(&self.goes_on));
        Some(Search { key: hasher.finish(), current: self.current, counted, goes_on })
    }

    /// Goes to the next match, after the last to the first, or the other way round.
    pub const fn step(&mut self, forward: bool) {
        if self.total > 0 {
            let step = if forward { 1 } else { self.total - 1 };
            self.current = (self.current + step) % self.total;
            self.scroll = true;
        }
    }

    /// Begins to count anew; at the start of each frame.
    pub fn begin(&mut self) {
        self.total = self.counted.swap(0, Relaxed);
        self.goes_on.store(false, Relaxed);
        self.current = self.current.min(self.total.saturating_sub(1));
    }

    /// Lays parts of a text out as one, with the matches marked. Returns whether the current match is in it.
    pub fn job(&mut self, t: &Tokens, parts: &[(&str, TextFormat)]) -> (LayoutJob, bool) {
        let text: String = parts.iter().map(|(part, _)| *part).collect();
        let matches = if self.open { find::ranges(&text, &self.query) } else { Vec::new() };
        let first = self.counted.fetch_add(matches.len(), Relaxed);
        let here = self.current.checked_sub(first).filter(|index| *index < matches.len());
        let mut job = LayoutJob::default();
        let mut start = 0;
        for (part, format) in parts {
            let end = start + part.len();
            let mut at = start;
            for (index, found) in matches.iter().enumerate().filter(|(_, found)| found.end > start && found.start < end)
            {
                let (from, to) = (found.start.max(start), found.end.min(end));
                job.append(&text[at..from], 0.0, format.clone());
                job.append(&text[from..to], 0.0, marked(t, format, here == Some(index)));
                at = to;
            }
            job.append(&text[at..end], 0.0, format.clone());
            start = end;
        }
        (job, here.is_some())
    }

    /// Brings what holds the current match into view, once after each step.
    pub fn reveal(&mut self, ui: &Ui, holds_current: bool, response: &Response) {
        if holds_current && std::mem::take(&mut self.scroll) {
            ui.scroll_to_rect(response.rect, Some(Align::Center));
        }
    }

    /// Draws a label whose matches are marked.
    pub fn label(&mut self, ui: &mut Ui, text: &str, format: TextFormat) -> Response {
        let (job, holds_current) = self.job(tokens_of(ui), &[(text, format)]);
        let response = direction::label(ui, job);
        self.reveal(ui, holds_current, &response);
        response
    }

    /// Draws the bar, if it is open.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) {
        let t = tokens_of(ui);
        let name = words.say(&message!(shell::find_in_summary));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let field = TextEdit::singleline(&mut self.query)
                .hint_text(Type::Body.text(name.as_str(), t.muted))
                .font(Type::Body.font())
                .desired_width(220.0);
            let field = ui.add(field).accessible_name(name.as_str());
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            if field.changed() {
                self.current = 0;
                self.scroll = true;
            }
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if enter {
                self.step(!ui.input(|input| input.modifiers.shift));
                field.request_focus();
            }
            let count = match (self.query.trim().is_empty(), self.total) {
                (true, _) => String::new(),
                (false, 0) => words.say(&message!(shell::no_match)),
                (false, total) => words.say(&message!(shell::match_of, index = self.current + 1, total = total)),
            };
            announce_change(ui, "find", &count);
            ui.label(Type::Caption.text(count, t.ink2));
            if icon_button(ui, Icon::CaretUp, &words.say(&message!(shell::previous_match))).clicked() {
                self.step(false);
            }
            if icon_button(ui, Icon::CaretDown, &words.say(&message!(shell::next_match))).clicked() {
                self.step(true);
            }
            if icon_button(ui, Icon::Close, &words.say(&message!(shell::close_find))).clicked() {
                self.open = false;
            }
        });
    }

    /// Whether the count that was drawn is no longer the count.
    pub fn needs_repaint(&self) -> bool {
        self.counted.load(Relaxed) != self.total
    }

    /// Whether the bar is open.
    pub const fn is_open(&self) -> bool {
        self.open
    }
}

/// Lays a text out with every match of a query marked.
pub fn marked_job(t: &Tokens, text: &str, format: TextFormat, query: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut at = 0;
    for found in find::ranges(text, query) {
        job.append(&text[at..found.start], 0.0, format.clone());
        job.append(&text[found.clone()], 0.0, marked(t, &format, false));
        at = found.end;
    }
    job.append(&text[at..], 0.0, format);
    job
}

/// A match, and stronger the one the reader is at; told apart by underline as well as colour.
fn marked(t: &Tokens, format: &TextFormat, here: bool) -> TextFormat {
    let (color, background) = if here { (t.on_accent, t.accent) } else { (t.ink, t.selected) };
    TextFormat { color, background, underline: egui::Stroke::new(1.0, t.accent), ..format.clone() }
}
