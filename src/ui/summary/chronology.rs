//! What came before and after, in a row of stations.

use egui::{Align, Align2, Layout, Rect, Sense, Ui, pos2, vec2};

use crate::analysis::format;
use crate::briefing::{Date, Event, Precision};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{citations_ui, section_head, within};

const STATION: f32 = 130.0;
const TEXT: f32 = 92.0;

/// Draws the strip, in as many rows as the width needs.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let meeting = &desk.briefing.meeting;
    section_head(ui, "Chronology", "evenly spaced, not to scale");
    let width = ui.available_width();
    let events = &meeting.chronology;
    let fitting = ((width / STATION) as usize).clamp(1, events.len().max(1));
    let rows = events.len().div_ceil(fitting);
    let per_row = events.len().div_ceil(rows.max(1)).max(1);
    for (row, chunk) in events.chunks(per_row).enumerate() {
        let (line, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::empty());
        let (text, _) = ui.allocate_exact_size(vec2(width, TEXT), Sense::empty());
        let step = width / per_row as f32;
        for (index, event) in chunk.iter().enumerate() {
            let left = line.left() + step * index as f32;
            let next = events.get(row * per_row + index + 1);
            let slot = Rect::from_min_size(pos2(left, line.top()), vec2(step, line.height()));
            station_ui(ui, slot, event.from == meeting.date, interval(event, next));
            let text = Rect::from_min_size(pos2(left, text.top()), vec2(step - 12.0, TEXT));
            event_ui(ui, desk, text, event, event.from == meeting.date);
        }
    }
}

fn station_ui(ui: &Ui, slot: Rect, here: bool, interval: Option<String>) {
    let t = tokens_of(ui);
    let center = pos2(slot.left() + 6.0, slot.center().y);
    let line = (center.x + 10.0)..=(slot.right() - 4.0);
    if let Some(interval) = interval {
        ui.painter().hline(line.clone(), center.y, (1.0, t.stroke));
        let middle = pos2(f32::midpoint(*line.start(), *line.end()), center.y);
        let galley = ui.painter().layout_no_wrap(interval, Type::Caption.font(), t.muted);
        let gap = Align2::CENTER_CENTER.anchor_size(middle, galley.size());
        ui.painter().rect_filled(gap.expand2(vec2(6.0, 0.0)), 0.0, t.paper);
        ui.painter().galley(gap.min, galley, t.muted);
    }
    if here {
        ui.painter().circle_filled(center, 6.0, t.accent);
    } else {
        ui.painter().circle(center, 5.0, t.paper, (1.5, t.control));
    }
}

fn event_ui(ui: &mut Ui, desk: &mut Desk<'_>, rect: Rect, event: &Event, here: bool) {
    let t = tokens_of(ui);
    within(ui, rect, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ink = if here { t.accent } else { t.ink };
        ui.horizontal(|ui| {
            ui.label(Type::Body.strong(&event.place, ink));
            citations_ui(ui, desk, &event.citations);
        });
        ui.label(Type::Caption.text(format::span(event.from, event.until), t.muted));
        ui.label(Type::Caption.text(&event.label, t.ink2));
    });
}

/// The time from the end of one event to the start of the next, where both are known to the day.
fn interval(event: &Event, next: Option<&Event>) -> Option<String> {
    let (from, to): (Date, Date) = (event.until.unwrap_or(event.from), next?.from);
    if from.precision() != Precision::Day || to.precision() != Precision::Day {
        return Some(String::new());
    }
    let days = (to.first_day() - from.first_day()).get_days();
    Some(match days {
        i32::MIN..=0 => String::new(),
        1..=20 => format::count(usize::try_from(days).ok()?, "day", "days"),
        _ => format::count(usize::try_from(days / 7).ok()?, "week", "weeks"),
    })
}
