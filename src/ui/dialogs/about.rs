//! What the program is: its version, what is open, and whose work is in it.

use egui::{ScrollArea, Ui};

use super::opening::Opening;
use crate::briefing::Briefing;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, dialog, fact_row, hairline, heading};
use crate::words::Words;

/// Whose work is bundled, and under which licences.
const THIRD_PARTY: &str = include_str!("../../../THIRD-PARTY.md");
/// How wide the names of the facts are.
const LABEL: f32 = 84.0;

/// The dialog.
#[derive(Debug, Default)]
pub struct AboutDialog {
    opening: Opening,
}

impl AboutDialog {
    /// Opens it.
    pub const fn open(&mut self) {
        self.opening.open();
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.opening.is_open()
    }

    /// Closes it. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        self.opening.close()
    }

    /// Draws it, if it is open.
    pub fn ui(&mut self, ui: &Ui, words: &Words, briefing: &Briefing) {
        if !self.is_open() {
            return;
        }
        let width = 560.0_f32.min(ui.ctx().content_rect().width() - 72.0);
        let closed = dialog(ui, "about", &words.say(&message!(actions::about)), width, |ui| {
            let t = tokens_of(ui);
            heading(ui, Type::Title, "Briefing Desk");
            ui.label(Type::Body.text(words.say(&message!(about::what)), t.ink2));
            ui.add_space(8.0);
            let facts = [
                (message!(about::version), env!("CARGO_PKG_VERSION").to_owned()),
                (message!(about::briefing), briefing.manifest.name.clone()),
                (message!(about::digest), briefing.digest.as_str().to_owned()),
                (message!(about::licence), "MIT OR Apache-2.0".to_owned()),
            ];
            for (name, fact) in facts {
                fact_row(ui, &words.say(&name), LABEL, |ui| {
                    ui.label(Type::Body.text(fact, t.ink));
                });
            }
            ui.add_space(8.0);
            hairline(ui);
            ui.add_space(8.0);
            heading(ui, Type::Body, &words.say(&message!(about::third_party)));
            let height = (ui.ctx().content_rect().height() - 360.0).clamp(80.0, 260.0);
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                for line in THIRD_PARTY.lines().filter(|line| is_said(line)) {
                    ui.label(Type::Caption.text(plain(line), t.ink2));
                }
            });
            ui.add_space(8.0);
            button(ui, None, &words.say(&message!(actions::dismiss))).clicked()
        });
        if closed.inner || closed.backdrop_response.clicked() {
            self.close();
        }
    }
}

/// Whether a line says something by itself: no heading, and no rule of a table.
fn is_said(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("| ---") && !line.starts_with("| What |")
}

/// A line without the marks of Markdown.
fn plain(line: &str) -> String {
    let cells = line.trim_matches('|').split(" | ").map(str::trim).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(" · ").replace('`', "")
}
