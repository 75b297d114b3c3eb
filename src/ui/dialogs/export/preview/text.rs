//! Text, line by line.

use egui::{Label, ScrollArea, Ui, Vec2};

use crate::briefing::visible::visible;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::words::Words;

/// Of a long file the beginning is shown, and of a long line too.
const LINES: usize = 400;
/// So many letters of a line, or of a cell.
pub const LETTERS: usize = 400;

/// The first lines of a text.
pub struct Lines {
    /// The lines.
    pub lines: Vec<String>,
    /// How many there are in all.
    pub all: usize,
}

/// The beginning of a line as it can be shown.
pub fn beginning(line: &str) -> String {
    let beginning: String = line.trim_start_matches('\u{feff}').chars().take(LETTERS).collect();
    visible(&beginning.replace('\t', "    ")).into_owned()
}

impl Lines {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        Self { lines: text.lines().take(LINES).map(beginning).collect(), all: text.lines().count() }
    }

    /// Draws them, scrolled by so much.
    pub fn ui(&self, ui: &mut Ui, scrolled: Vec2, words: &Words) {
        let t = tokens_of(ui);
        let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(ui.max_rect().shrink(7.0)));
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = self.lines.len() + usize::from(self.all > self.lines.len());
        ScrollArea::both().auto_shrink(false).show_rows(ui, Type::Caption.line(), rows, |ui, rows| {
            ui.scroll_with_delta(scrolled);
            for row in rows {
                let line = if let Some(line) = self.lines.get(row) {
                    Type::Caption.mono(line, t.ink2)
                } else {
                    let rest = message!(export_dialog::preview_rest, count = self.all - self.lines.len());
                    Type::Caption.text(words.say(&rest), t.muted)
                };
                ui.add(Label::new(line).extend());
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, LINES, Lines};

    #[test]
    fn of_a_long_file_the_beginning_is_shown_and_all_of_it_counted() {
        let Lines { lines, all } = Lines::of(&format!("{}\n{}", "x".repeat(LETTERS * 2), "y\n".repeat(5000)));
        assert_eq!((lines.len(), all, lines[0].len()), (LINES, 5001, LETTERS));
    }

    #[test]
    fn what_acts_on_its_surroundings_is_shown_as_what_it_is() {
        assert_eq!(Lines::of("\u{feff}a\u{202e}b\tc").lines, ["a[U+202E]b    c"]);
    }
}
