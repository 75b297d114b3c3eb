//! Where the parties' own accounts differ, and what nobody could tell.

use std::borrow::Cow;

use egui::{Align, Layout, Rect, Ui, pos2};

use super::needed;
use crate::briefing::{Difference, Party};
use crate::message;
use crate::ui::parts::{citations_ui, copy_menu, found_head};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, fact_row, hairline, within};

/// An account in a narrower column cannot be read; then they stand one below the other.
const LEAST_COLUMN: f32 = 90.0;

/// Draws the accounts side by side.
pub fn readouts_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(readouts) = desk.briefing.meeting.as_ref().map(|meeting| &meeting.readouts) else { return };
    if readouts.differences.is_empty() || readouts.parties.is_empty() {
        return;
    }
    let words = desk.words;
    found_head(ui, desk, &words.say(&message!(summary::accounts)), &words.say(&message!(summary::accounts_note)));
    let list = TallList::new(ui, "differences", readouts.differences.len());
    list.ui(ui, needed(desk, (), None), |ui, row| {
        if row > 0 {
            ui.add_space(4.0);
            hairline(ui);
        }
        difference_ui(ui, desk, &readouts.parties, &readouts.differences[row]);
    });
}

fn difference_ui(ui: &mut Ui, desk: &mut Desk<'_>, parties: &[Party], difference: &Difference) {
    let t = tokens_of(ui);
    desk.finder.label(ui, &difference.about, Type::Body.strong_format(t.ink));
    let page = ui.available_rect_before_wrap();
    let step = page.width() / parties.len() as f32;
    if step < LEAST_COLUMN {
        let list = TallList::new(ui, "accounts", parties.len());
        list.ui(ui, needed(desk, (), None), |ui, row| account_ui(ui, desk, &parties[row], difference));
        return;
    }
    let mut bottom = page.top();
    for (index, party) in parties.iter().enumerate() {
        let left = page.left() + step * index as f32;
        let column = Rect::from_min_max(pos2(left, page.top()), pos2(left + step - 24.0, page.bottom()));
        let end = within(ui, column, Layout::top_down(Align::Min), |ui| {
            account_ui(ui, desk, party, difference);
            ui.min_rect().bottom()
        });
        bottom = bottom.max(end);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), bottom)));
}

/// What one party says of it.
fn account_ui(ui: &mut Ui, desk: &mut Desk<'_>, party: &Party, difference: &Difference) {
    let t = tokens_of(ui);
    let account = difference.accounts.get(&party.id);
    ui.horizontal(|ui| {
        desk.finder.label(ui, &party.name, Type::Caption.format(t.muted));
        if let Some(account) = account {
            citations_ui(ui, desk, &account.citations);
        }
    });
    let missing = || {
        let why = party.unread.as_ref();
        let said =
            why.map_or_else(|| message!(summary::account_missing), |why| message!(summary::account_unread, why = why));
        desk.words.say(&said).into()
    };
    let said: Cow<'_, str> = account.map_or_else(missing, |account| (&account.text).into());
    let label = desk.finder.label(ui, &said, Type::Body.format(t.ink));
    if let Some(account) = account {
        copy_menu(&label, desk, &account.text, &account.citations);
    }
}

/// Draws what was looked for and not found.
pub fn unknowns_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    let unknowns = desk.briefing.unknowns();
    if unknowns.is_empty() {
        return;
    }
    let words = desk.words;
    found_head(ui, desk, &words.say(&message!(summary::unknowns)), &words.say(&message!(summary::unknowns_note)));
    let list = TallList::new(ui, "unknowns", unknowns.len());
    list.ui(ui, needed(desk, (), None), |ui, row| {
        let unknown = &unknowns[row];
        fact_row(ui, "–", 16.0, |ui| {
            ui.horizontal_wrapped(|ui| {
                let label = desk.finder.label(ui, &unknown.text, Type::Body.format(t.ink));
                copy_menu(&label, desk, &unknown.text, &unknown.citations);
                citations_ui(ui, desk, &unknown.citations);
            });
        });
    });
}
