//! What is written onto the chart: events, growth between two years, the level a forecast is held against, and the
//! claims that rest on the figures.

use egui::{Align2, Id, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::chart::{Plan, Strips};
use super::labels::Labels;
use crate::analysis::format;
use crate::analysis::trade::Note;
use crate::analysis::trade::chart::{level, span_text};
use crate::briefing::{Citation, Precision};
use crate::ui::parts::mark;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{focus_ring, within};
use crate::words::Words;

/// The size of an event's number and of a claim's mark.
const MARK: f32 = 18.0;
/// Where their middle stands, from the top of their strip.
pub const MIDDLE: f32 = 12.0;

/// Where the events stand, none nearer to the next than its own width.
fn places<'a>(plan: &Plan<'a>, strip: Rect) -> Vec<(f32, &'a Note)> {
    let mut left = strip.left();
    let mut places = Vec::new();
    for note in &plan.shown.notes {
        let Some(column) = plan.view().column(note.on.first_day().year()) else { continue };
        let slot = plan.slot(strip, column);
        let x = (slot.left() + slot.width() * note.through_year).max(left + MARK / 2.0);
        left = x + MARK / 2.0 + 2.0;
        places.push((x, note));
    }
    places
}

/// A line down through the plot where an event is known to the month or the day.
pub fn stems_ui(ui: &Ui, plan: &Plan<'_>, strips: &Strips) {
    let t = tokens_of(ui);
    for (x, note) in places(plan, strips.notes) {
        let to = if note.on.precision() == Precision::Year { strips.notes.bottom() } else { strips.plot.bottom() };
        let stem = [pos2(x, strips.notes.top() + MIDDLE), pos2(x, to)];
        ui.painter().extend(Shape::dashed_line(&stem, Stroke::new(1.0, t.accent), 2.0, 4.0));
    }
}

/// The numbers of the events; a click opens what an event is read from.
pub fn notes_ui(ui: &Ui, desk: &mut Desk<'_>, plan: &Plan<'_>, strip: Rect) {
    let t = tokens_of(ui);
    for (x, note) in places(plan, strip) {
        let rect = Rect::from_center_size(pos2(x, strip.top() + MIDDLE), vec2(MARK, MARK));
        let response = ui.interact(rect, Id::unique(("trade-note", note.number)), Sense::click());
        let spoken = format!("Event {}, {}: {}", note.number, format::date(note.on), note.label);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
        let fill = if response.hovered() { t.selected } else { t.paper };
        ui.painter().circle(rect.center(), MARK / 2.0 - 1.0, fill, Stroke::new(1.0, t.accent));
        let (font, number) = (Type::Caption.font(), note.number.to_string());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, number, font, t.accent);
        focus_ring(ui, &response, rect, 9);
        if response.on_hover_text(spoken).clicked()
            && let Some(citation) = note.citations.first()
        {
            desk.send(Command::Select(target(citation)));
        }
    }
}

fn target(citation: &Citation) -> Selection {
    citation.at.map_or_else(|| Selection::Source(citation.source.clone()), Selection::Sentence)
}

/// A bracket from one year's mark to the other's, with the growth between them.
pub fn bracket_ui(ui: &Ui, plan: &Plan<'_>, strips: &Strips) {
    let Some(span) = plan.span else { return };
    let view = plan.view();
    let (Some(from), Some(to)) = (view.column(span.from.year), view.column(span.to.year)) else { return };
    let t = tokens_of(ui);
    let (strip, plot) = (strips.bracket, strips.plot);
    let stroke = Stroke::new(1.0, t.accent);
    let y = strip.bottom() - 8.0;
    let foot = |column: usize| {
        let point = view.drawn().first().and_then(|line| line.point(column));
        let top = point.map_or_else(|| plot.bottom(), |point| plan.y(plot, point.value).min(plan.level(plot, 0.0)));
        (plan.slot(plot, column).center().x, (top - 18.0).max(y))
    };
    let ((left, left_foot), (right, right_foot)) = (foot(from), foot(to));
    ui.painter().line_segment([pos2(left, y), pos2(right, y)], stroke);
    ui.painter().line_segment([pos2(left, y), pos2(left, left_foot)], stroke);
    ui.painter().line_segment([pos2(right, y), pos2(right, right_foot)], stroke);
    let Some(text) = span_text(span).map(|text| Words::english().say(&text)) else { return };
    let galley = ui.painter().layout_no_wrap(text, Type::Caption.strong_font(), t.accent);
    let half = galley.size().x / 2.0;
    let room = strip.shrink2(vec2(half + 4.0, 0.0));
    let middle = f32::midpoint(left, right).clamp(room.left().min(room.center().x), room.right().max(room.center().x));
    let place = Rect::from_min_size(pos2(middle - half, strip.top() + 1.0), galley.size());
    // No event's line runs through the words.
    ui.painter().rect_filled(place.expand2(vec2(3.0, 0.0)), 0.0, t.paper);
    ui.painter().galley(place.min, galley, t.accent);
}

/// The last total that the document prints, drawn on to the year whose outcome its forecast is held against.
pub fn level_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, labels: &mut Labels) {
    let Some(level) = level(plan.view(), plan.known.headline.as_ref(), &plan.known.forecasts) else { return };
    let t = tokens_of(ui);
    let y = plan.y(plot, level.point.value);
    let (left, right) = (plan.slot(plot, level.from).center().x + 24.0, plan.slot(plot, level.to).right());
    ui.painter().extend(Shape::dashed_line(&[pos2(left, y), pos2(right, y)], Stroke::new(1.0, t.accent), 3.0, 3.0));
    let start = plan.slot(plot, level.to).left() + 2.0;
    let text = format!("{}\u{2019}s level", level.year);
    let places = [(pos2(start, y - 1.0), Align2::LEFT_BOTTOM), (pos2(right, y - 1.0), Align2::RIGHT_BOTTOM)];
    let texts = [text, format!("{}\u{2019}s\nlevel", level.year)];
    labels.paint(ui, &texts, &Type::Caption.font(), t.accent, plot.width(), &places);
}

/// The verdicts of the claims that rest on a year's figures, under its column; a click opens the claim.
pub fn claims_ui(ui: &mut Ui, desk: &mut Desk<'_>, plan: &Plan<'_>, strip: Rect) {
    if strip.height() <= 0.0 {
        return;
    }
    let t = tokens_of(ui);
    for (index, year) in plan.view().columns.iter().enumerate() {
        let Some(claims) = plan.known.claims_of_years.get(year) else { continue };
        let slot = plan.slot(strip, index);
        let step = (slot.width() / claims.len() as f32).min(MARK + 6.0);
        let left = slot.center().x - step * (claims.len() as f32 - 1.0) / 2.0;
        for (number, claim) in claims.iter().filter_map(|key| desk.briefing.claim(key)).enumerate() {
            let center = pos2(left + step * number as f32, slot.top() + MIDDLE);
            let rect = Rect::from_center_size(center, vec2(MARK, MARK));
            let target = Selection::Claim(claim.id.clone());
            let selected = desk.is_selected(&target);
            let response = ui.interact(rect, Id::unique(("trade-claim", year, number)), Sense::click());
            let spoken = format!("Claim on {year}: {}. {}", claim.statement, claim.verdict.label());
            response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
            if selected || response.hovered() {
                ui.painter().rect_filled(rect.expand(2.0), 4.0, if selected { t.selected } else { t.hover });
            }
            let inner = Rect::from_center_size(center, vec2(16.0, 16.0));
            within(ui, inner, egui::Layout::top_down(egui::Align::Min), |ui| mark(ui, claim.verdict));
            focus_ring(ui, &response, rect, 4);
            if response.on_hover_text(&spoken).clicked() {
                desk.send(Command::Select(target));
            }
        }
    }
}
