//! The summary: what happened, where, when, who and why it matters.

mod aside;
mod chronology;
mod differences;
mod key_points;
mod state;
mod tab;

use std::hash::Hash;

use egui::accesskit::Role;
use egui::{Align, CentralPanel, Layout, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

pub use self::state::SummaryState;
pub use self::tab::TAB;
use crate::analysis::evidence;
use crate::drawing::chronology::column;
use crate::message;
use crate::ui::parts::{citations_ui, copy_menu};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::bare;
use crate::ui::widgets::{Needed, as_heading, filter_chip, scroll, within};

const ASIDE: f32 = 264.0;
const GUTTER: f32 = 40.0;
/// As wide as key points are easily read: their verdicts stand beside them.
const WIDEST: f32 = 880.0;
/// As wide as the column beside them is at most.
const WIDEST_ASIDE: f32 = 400.0;
/// From this height of the window on the chronology stays in view under the page.
const PINNED: f32 = 760.0;
/// From this height on it tells of its events in full there.
const TALL: f32 = 1000.0;

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let margin = layout::PAGE_MARGIN;
    let (window, width) = (ui.ctx().content_rect().size(), ui.available_width() - 2.0 * margin);
    let beside = window.x >= layout::FOLD && width >= 640.0;
    let in_columns = column(desk.briefing.chronology().len(), width).is_some();
    let pinned = beside && window.y >= PINNED && in_columns;
    let page = |ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState| {
        CentralPanel::no_frame().show(ui, |ui| {
            bare(ui);
            page_ui(ui, desk, state, beside, pinned);
        });
    };
    if pinned {
        let side = Margin { left: margin as i8, right: margin as i8, top: 8, bottom: 8 };
        let frame = egui::Frame::new().fill(tokens_of(ui).paper).inner_margin(side);
        let panel = Panel::bottom("chronology").exact_size(state.pinned).resizable(false).frame(frame);
        // Its room is taken first; it is drawn, read and walked after the page.
        let room = panel.show(ui, |ui| {
            bare(ui);
            let room = ui.max_rect();
            ui.expand_to_include_rect(room);
            room
        });
        page(ui, desk, state);
        let name = desk.words.say(&message!(summary::chronology));
        let builder = UiBuilder::new().id_salt("chronology").max_rect(room.inner);
        let mut pinned = ui.new_child(builder.accessibility_role(Role::Region).accessibility_label(name));
        chronology::ui(&mut pinned, desk, state, window.y < TALL);
        let height = pinned.min_rect().height().ceil() + 16.0;
        if (height - state.pinned).abs() > 0.5 {
            state.pinned = height;
            ui.ctx().request_discard("the chronology is as high as it turned out");
        }
    } else {
        page(ui, desk, state);
    }
}

/// Draws what scrolls.
fn page_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, beside: bool, pinned: bool) {
    scroll(ui, "summary", ScrollArea::vertical().auto_shrink(false), |ui| {
        let margin = layout::PAGE_MARGIN as i8;
        egui::Frame::new().inner_margin(Margin { left: margin, right: margin, top: 16, bottom: 16 }).show(ui, |ui| {
            head_ui(ui, desk);
            filters_ui(ui, desk, state);
            ui.add_space(16.0);
            if beside {
                columns_ui(ui, desk, state, pinned);
            } else {
                key_points::ui(ui, desk, state);
                ui.add_space(16.0);
                chronology::ui(ui, desk, state, false);
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
        as_heading(ui, &label, Type::Display, name);
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
        as_heading(ui, &label, Type::Display, &headline.text);
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

/// Key points and, where it is not `pinned`, the chronology at the left, people, places and topics at the right, in two
/// columns where there is room for them; all from the same line.
fn columns_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, pinned: bool) {
    let page = ui.available_rect_before_wrap();
    // Without claims, and with the chronology elsewhere, nothing stands at the left.
    let alone = pinned && desk.briefing.claims.claims.is_empty();
    let wide = if alone { 0.0 } else { (page.width() - ASIDE - GUTTER).min(WIDEST) };
    let left = page.with_max_x(page.left() + wide);
    let right = page.with_min_x(left.right() + if alone { 0.0 } else { GUTTER });
    let in_two = right.width() >= 2.0 * ASIDE + GUTTER;
    let each = if in_two { (right.width() - GUTTER) / 2.0 } else { right.width() }.min(WIDEST_ASIDE);
    let right = right.with_max_x(right.left() + each);
    let column = Layout::top_down(Align::Min);
    let left_end = within(ui, left, column, |ui| {
        key_points::ui(ui, desk, state);
        if !pinned {
            ui.add_space(16.0);
            chronology::ui(ui, desk, state, false);
        }
        ui.min_rect().bottom()
    });
    let mut right_end = within(ui, right, column, |ui| {
        aside::people_ui(ui, desk, state);
        if !in_two {
            aside::topics_ui(ui, desk, state);
        }
        ui.min_rect().bottom()
    });
    if in_two {
        let further = right.translate(vec2(each + GUTTER, 0.0));
        let end = within(ui, further, column, |ui| {
            aside::topics_ui(ui, desk, state);
            ui.min_rect().bottom()
        });
        right_end = right_end.max(end);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), left_end.max(right_end))));
}
