//! How many states have which status: as printed, on the day of the document, and on the last day that is known.

use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::analysis::format;
use crate::analysis::roster::{RosterRow, on_date};
use crate::briefing::{Briefing, Date};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::StatusLook;

const ROW: f32 = 26.0;
const COLUMN: f32 = 52.0;

/// Draws the table.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>) {
    let t = tokens_of(ui);
    let roster = &desk.briefing.roster;
    ui.spacing_mut().item_spacing.y = 0.0;
    let dates = [desk.briefing.manifest.as_of, roster.known_until].map(Date::first_day);
    let [then, latest] = dates.map(format::day_and_month);
    let heads = ["Printed".to_owned(), then, latest];
    let on = dates.map(|date| on_date(roster, date));
    let full = dates.map(|date| format::date(Date::day(date)));
    row_ui(ui, None, "Status", &heads, true).on_hover_text(format!("Printed, on {}, and on {}", full[0], full[1]));
    for (index, status) in roster.statuses.iter().enumerate() {
        let count = |rows: &[RosterRow]| rows.iter().filter(|row| row.status == index).count();
        let counts = [printed(desk.briefing, index), count(&on[0]), count(&on[1])];
        let cells = counts.map(|count| if count == 0 { "–".to_owned() } else { count.to_string() });
        row_ui(ui, Some(StatusLook::new(status.shape, t)), &status.name, &cells, false);
    }
}

fn printed(briefing: &Briefing, status: usize) -> usize {
    let status = &briefing.roster.statuses[status].id;
    briefing.roster.printed.iter().filter(|entry| entry.status == *status).count()
}

fn row_ui(ui: &mut Ui, look: Option<StatusLook>, name: &str, cells: &[String; 3], head: bool) -> Response {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, format!("{name}: {}", cells.join(", "))));
    let mut left = rect.left();
    if let Some(look) = look {
        let shape = Rect::from_center_size(pos2(left + 6.0, rect.center().y), vec2(12.0, 12.0));
        ui.painter().add(look.paint(shape));
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
