//! The summary: what happened, where, when, who and why it matters.

mod aside;
mod chronology;
mod differences;
mod key_points;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Ui, pos2};

use super::desk::Desk;
use super::theme::{Type, layout, tokens_of};
use super::widgets::{citations_ui, heading, within};
use crate::analysis::format;
use crate::briefing::{Briefing, Verdict};

const ASIDE: f32 = 264.0;
const GUTTER: f32 = 40.0;

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    ScrollArea::vertical().id_salt("summary").auto_shrink(false).show(ui, |ui| {
        let margin = layout::PAGE_MARGIN as i8;
        egui::Frame::new().inner_margin(Margin { left: margin, right: margin, top: 16, bottom: 16 }).show(ui, |ui| {
            head_ui(ui, desk);
            ui.add_space(20.0);
            let beside = ui.ctx().content_rect().width() >= layout::FOLD && ui.available_width() >= 640.0;
            if beside {
                columns_ui(ui, desk);
            } else {
                key_points::ui(ui, desk);
                ui.add_space(16.0);
                chronology::ui(ui, desk);
                ui.add_space(16.0);
                aside::ui(ui, desk);
            }
            ui.add_space(20.0);
            differences::readouts_ui(ui, desk);
            ui.add_space(20.0);
            differences::unknowns_ui(ui, desk);
        });
    });
}

/// What the status bar says.
pub fn facts(briefing: &Briefing) -> Vec<String> {
    let claims = &briefing.claims.claims;
    let doubtful = claims.iter().filter(|claim| claim.verdict != Verdict::Supported).count();
    vec![format::count(claims.len(), "claim", "claims"), format!("{doubtful} not supported")]
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    let meeting = &desk.briefing.meeting;
    ui.horizontal(|ui| {
        let dateline = format!("{}, {}", meeting.place, format::long_date(meeting.date));
        ui.label(Type::Caption.text(dateline, t.muted));
        citations_ui(ui, desk, &meeting.citations);
    });
    heading(ui, Type::Display, &meeting.headline.text);
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Lead.text(&meeting.takeaway.text, t.ink2));
        citations_ui(ui, desk, &meeting.takeaway.citations);
    });
}

/// Key points and chronology at the left, people, places and topics at the right, both from the same line.
fn columns_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let page = ui.available_rect_before_wrap();
    let split = page.right() - ASIDE - GUTTER;
    let left = Rect::from_min_max(page.min, pos2(split, page.bottom()));
    let right = Rect::from_min_max(pos2(page.right() - ASIDE, page.top()), page.max);
    let column = Layout::top_down(Align::Min);
    let left_end = within(ui, left, column, |ui| {
        key_points::ui(ui, desk);
        ui.add_space(16.0);
        chronology::ui(ui, desk);
        ui.min_rect().bottom()
    });
    let right_end = within(ui, right, column, |ui| {
        aside::ui(ui, desk);
        ui.min_rect().bottom()
    });
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), left_end.max(right_end))));
}
