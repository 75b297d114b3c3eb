//! The menu in which columns are shown and hidden, moved, and made wider or narrower without a mouse.

use egui::{Align, Layout, Popup, PopupCloseBehavior, Ui};

use super::columns::Columns;
use crate::analysis::roster::Column;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, check_row, hairline, icon_button, quiet_button};
use crate::words::Words;

/// How much wider or narrower one press makes a column, in a table of the design's width.
const STEP: f32 = 16.0;
const DESIGNED: f32 = 700.0;

/// Draws the button and, when it is pressed, the menu.
pub fn ui(ui: &mut Ui, words: &Words, columns: &mut Columns) {
    let opener = quiet_button(ui, Some(Icon::Columns), &words.say(&message!(members::columns)));
    Popup::menu(&opener).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
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
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.add_enabled_ui(shown, |ui| {
            if icon_button(ui, Icon::Plus, &words.say(&message!(members::make_wider, column = &name)), false).clicked()
            {
                columns.resize(column, STEP, DESIGNED);
            }
            if icon_button(ui, Icon::Minus, &words.say(&message!(members::make_narrower, column = &name)), false)
                .clicked()
            {
                columns.resize(column, -STEP, DESIGNED);
            }
            if icon_button(ui, Icon::CaretRight, &words.say(&message!(members::move_right, column = &name)), false)
                .clicked()
            {
                columns.shift(column, true);
            }
            if icon_button(ui, Icon::CaretLeft, &words.say(&message!(members::move_left, column = &name)), false)
                .clicked()
            {
                columns.shift(column, false);
            }
        });
    });
}
