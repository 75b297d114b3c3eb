//! The summary: what happened, where, when, who and why it matters.

mod aside;
mod chronology;
mod differences;
mod key_points;
mod state;
mod tab;

use std::hash::Hash;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, pos2};

pub use self::state::SummaryState;
pub use self::tab::TAB;
use crate::analysis::evidence;
use crate::message;
use crate::ui::parts::{citations_ui, copy_menu};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::{Needed, as_heading, filter_chip, scroll, within};

const ASIDE: f32 = 264.0;
const GUTTER: f32 = 40.0;

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    scroll(ui, "summary", ScrollArea::vertical().auto_shrink(false), |ui| {
        let margin = layout::PAGE_MARGIN as i8;
        egui::Frame::new().inner_margin(Margin { left: margin, right: margin, top: 16, bottom: 16 }).show(ui, |ui| {
            head_ui(ui, desk);
            filters_ui(ui, desk, state);
            ui.add_space(16.0);
            let beside = ui.ctx().content_rect().width() >= layout::FOLD && ui.available_width() >= 640.0;
            if beside {
                columns_ui(ui, desk, state);
            } else {
                key_points::ui(ui, desk, state);
                ui.add_space(16.0);
                chronology::ui(ui, desk, state);
                ui.add_space(16.0);
                aside::ui(ui, desk, state);
            }
            ui.add_space(20.0);
            differences::readouts_ui(ui, desk);
            ui.add_space(20.0);
            differences::unknowns_ui(ui, desk);
        });
    });
}

/// What of a list of the tab is drawn besides what is in view: a row that has to be brought there, or what a text is found
/// in that is looked for. `of` is what the list is of, apart from the briefing.
fn needed(desk: &Desk<'_>, of: impl Hash, revealed: Option<usize>) -> Needed {
    let briefing = std::ptr::from_ref(desk.briefing).addr();
    let search = desk.finder.search((briefing, desk.words.language(), of));
    search.map_or_else(|| revealed.into(), Needed::Found)
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    let Some(meeting) = &desk.briefing.meeting else {
        let name = &desk.briefing.manifest.name;
        let label = desk.finder.label(ui, name, Type::Display.strong_format(t.ink));
        as_heading(ui, &label, name);
        return;
    };
    ui.horizontal(|ui| {
        let dateline =
            desk.words.say(&message!(summary::dateline, place = meeting.place_said(), date = meeting.date_said()));
        desk.finder.label(ui, &dateline, Type::Caption.format(t.muted));
        citations_ui(ui, desk, &meeting.citations);
    });
    let headline = &meeting.headline;
    ui.horizontal_wrapped(|ui| {
        let label = desk.finder.label(ui, &headline.text, Type::Display.strong_format(t.ink));
        as_heading(ui, &label, &headline.text);
        copy_menu(&label, desk, &headline.text, &headline.citations);
        citations_ui(ui, desk, &headline.citations);
    });
    ui.horizontal_wrapped(|ui| {
        let takeaway = &meeting.takeaway;
        let label = desk.finder.label(ui, &takeaway.text, Type::Lead.format(t.ink2));
        copy_menu(&label, desk, &takeaway.text, &takeaway.citations);
        citations_ui(ui, desk, &takeaway.citations);
    });
}

/// Draws what is chosen, each with a button that takes it off.
fn filters_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut SummaryState) {
    if state.query.about.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Caption.text(desk.words.say(&message!(summary::filters)), t.muted));
        for key in state.query.about.clone() {
            let name = evidence::name(desk.briefing, &key).unwrap_or(key.as_str());
            if filter_chip(ui, name, &desk.words.say(&message!(words::remove_filter, filter = name.to_owned()))) {
                state.query.about.remove(&key);
            }
        }
        if ui.link(Type::Body.text(desk.words.say(&message!(summary::clear_filters)), t.accent)).clicked() {
            state.clear_filters();
        }
    });
}

/// Key points and chronology at the left, people, places and topics at the right, both from the same line.
fn columns_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let page = ui.available_rect_before_wrap();
    let split = page.right() - ASIDE - GUTTER;
    let left = Rect::from_min_max(page.min, pos2(split, page.bottom()));
    let right = Rect::from_min_max(pos2(page.right() - ASIDE, page.top()), page.max);
    let column = Layout::top_down(Align::Min);
    let left_end = within(ui, left, column, |ui| {
        key_points::ui(ui, desk, state);
        ui.add_space(16.0);
        chronology::ui(ui, desk, state);
        ui.min_rect().bottom()
    });
    let right_end = within(ui, right, column, |ui| {
        aside::ui(ui, desk, state);
        ui.min_rect().bottom()
    });
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), left_end.max(right_end))));
}
