//! How many states have which status: as printed, on the day of the document, and on the last day that is known.

use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use jiff::civil;

use crate::analysis::format;
use crate::analysis::roster::count_statuses;
use crate::briefing::{Briefing, Date, Status, StatusShape};
use crate::ui::parts::paint_mark;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};

const ROW: f32 = 26.0;
const COLUMN: f32 = 52.0;

/// How many have each status: as printed, on the day of the document, on the last day that is known.
pub type Counts = Vec<[usize; 3]>;

/// The counts, in the order of the statuses.
pub fn counts(briefing: &Briefing) -> Counts {
    let roster = &briefing.roster;
    let on = dates(briefing).map(|date| count_statuses(roster, date));
    let count = |(index, status): (usize, &Status)| {
        let printed = roster.printed.iter().filter(|entry| entry.status == status.id).count();
        let [then, latest] = on.each_ref().map(|counts| counts[index]);
        [printed, then, latest]
    };
    roster.statuses.iter().enumerate().map(count).collect()
}

fn dates(briefing: &Briefing) -> [civil::Date; 2] {
    [briefing.manifest.as_of, briefing.roster.known_until].map(Date::first_day)
}

/// Draws the table.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, counts: &Counts) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let dates = dates(desk.briefing);
    let [then, latest] = dates.map(format::day_and_month);
    let full = dates.map(|date| format::date(Date::day(date)));
    let heads = ["Printed".to_owned(), then, latest];
    row_ui(ui, None, "Status", &heads, true).on_hover_text(format!("Printed, on {}, and on {}", full[0], full[1]));
    for (status, counts) in desk.briefing.roster.statuses.iter().zip(counts) {
        let cells = counts.map(|count| if count == 0 { "–".to_owned() } else { count.to_string() });
        row_ui(ui, Some(status.shape), &status.name, &cells, false);
    }
}

fn row_ui(ui: &mut Ui, shape: Option<StatusShape>, name: &str, cells: &[String; 3], head: bool) -> Response {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, format!("{name}: {}", cells.join(", "))));
    let mut left = rect.left();
    if let Some(shape) = shape {
        paint_mark(ui, Rect::from_center_size(pos2(left + 6.0, rect.center().y), vec2(12.0, 12.0)), shape);
        left += 20.0;
    }
    let (ink, size) = if head { (t.muted, Type::Caption) } else { (t.ink, Type::Body) };
    ui.painter().text(pos2(left, rect.center().y), Align2::LEFT_CENTER, name, size.font(), ink);
    for (index, cell) in cells.iter().rev().enumerate() {
        let right = pos2(rect.right() - COLUMN * index as f32, rect.center().y);
        ui.painter().text(right, Align2::RIGHT_CENTER, cell, size.font(), ink);
    }
    let rule = if head { t.rule } else { t.hairline };
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, rule));
    response
}
