//! The menu in which columns are shown and hidden, moved, and made wider or narrower without a mouse.

use egui::Ui;

use super::columns::Columns;
use crate::analysis::roster::Column;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, at_right, check_row, hairline, icon_button, lasting_menu, quiet_button};
use crate::words::Words;

/// How much wider or narrower one press makes a column, in a table of the design's width.
const STEP: f32 = 16.0;
const DESIGNED: f32 = 700.0;

/// Draws the button and, when it is pressed, the menu.
pub fn ui(ui: &mut Ui, words: &Words, columns: &mut Columns) {
    let name = words.say(&message!(members::columns));
    let opener = quiet_button(ui, Some(Icon::Columns), &name);
    lasting_menu(&opener, &name, |ui| {
        ui.set_width(300.0);
        let all: Vec<_> = columns.all().to_vec();
        for arranged in all {
            ui.horizontal(|ui| column_ui(ui, words, columns, arranged.column, arranged.shown));
        }
        hairline(ui);
        if ui.link(Type::Body.text(words.say(&message!(members::as_designed)), tokens_of(ui).accent)).clicked() {
            *columns = Columns::default();
        }
    });
}

fn column_ui(ui: &mut Ui, words: &Words, columns: &mut Columns, column: Column, shown: bool) {
    let name = words.say(&column.title);
    ui.allocate_ui(egui::vec2(140.0, 28.0), |ui| {
        // Which state a row is of cannot be left out.
        ui.add_enabled_ui(!column.is_kept(), |ui| {
            if check_row(ui, shown, &name, &name) {
                columns.toggle(column);
            }
        });
    });
    at_right(ui, column.key, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.add_enabled_ui(shown, |ui| {
            let asked = |ui: &mut Ui, icon, said| icon_button(ui, icon, &words.say(&said)).clicked();
            if asked(ui, Icon::CaretLeft, message!(members::move_left, column = &name)) {
                columns.shift(column, false);
            }
            if asked(ui, Icon::CaretRight, message!(members::move_right, column = &name)) {
                columns.shift(column, true);
            }
            if asked(ui, Icon::Minus, message!(members::make_narrower, column = &name)) {
                columns.resize(column, -STEP, DESIGNED);
            }
            if asked(ui, Icon::Plus, message!(members::make_wider, column = &name)) {
                columns.resize(column, STEP, DESIGNED);
            }
        });
    });
}
