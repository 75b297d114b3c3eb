//! How many states have which status: as printed, on the day of the document, and on the last day that is known.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Galley, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use jiff::civil;

use crate::analysis::roster::{Column, count_statuses};
use crate::briefing::{Date, Members, Status, StatusShape, Value};
use crate::message;
use crate::ui::parts::paint_mark;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{Rows, named_on_hover, row_place, table};
use crate::ui::widgets::{Needed, TallList};
use crate::words::Words;

const ROW: f32 = 25.0;
/// A head of two lines: a day, and its year below it.
const HEAD: f32 = 32.0;
/// The least that a column of numbers has.
const COLUMN: f32 = 52.0;
/// Between a name, which is cut where it has no room, and the first number, and between two heads.
const GAP: f32 = 8.0;

/// How many have each status: as printed, on the day of the document, on the last day that is known.
pub type Counts = Vec<[usize; 3]>;

/// The counts, in the order of the statuses.
pub fn counts(members: Members<'_>) -> Counts {
    let roster = members.roster;
    let on = dates(members).map(|date| count_statuses(roster, date));
    let count = |(index, status): (usize, &Status)| {
        let printed = roster.printed.iter().filter(|entry| entry.status == status.id).count();
        let [then, latest] = on.each_ref().map(|counts| counts[index]);
        [printed, then, latest]
    };
    roster.statuses.iter().enumerate().map(count).collect()
}

/// The height of the table.
pub fn height(counts: &Counts) -> f32 {
    HEAD + ROW * counts.len() as f32
}

fn dates(members: Members<'_>) -> [civil::Date; 2] {
    [members.manifest.as_of, members.roster.known_until].map(Date::first_day)
}

/// Draws the table; its middle column is the day that is `chosen`, with what is counted on it, or that of the document.
pub fn ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    members: Members<'_>,
    counts: &Counts,
    chosen: Option<(civil::Date, &[usize])>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let [then, latest] = dates(members);
    let dates = [chosen.map_or(then, |(day, _)| day), latest];
    let then_of = |row: usize| match chosen {
        Some((_, counted)) => counted.get(row).copied().unwrap_or_default(),
        None => counts[row][1],
    };
    let words = desk.words;
    let one_year = dates[0].year() == dates[1].year();
    let [then, latest] =
        dates.map(|date| if one_year { words.day_and_month(date) } else { words.date(Date::day(date)) });
    let roster = members.roster;
    // Where the document prints no list there is no column for it, and under a status that its list does not give no
    // number.
    let first = usize::from(!roster.has_printed_list());
    // One day is one column.
    let end = if dates[0] == dates[1] { 2 } else { 3 };
    let heads = [words.say(&message!(members::ledger_printed)), then, latest];
    let heads = &heads[first..end];
    let column = heads.iter().map(|head| stacked(ui, head).size().x).fold(COLUMN - GAP, f32::max) + GAP;
    let name = words.say(&message!(members::ledger_name));
    let count = counts.len();
    table(ui, &name, count, |ui| {
        let head = row_ui(ui, words, (None, &words.say(&Column::STATUS.title)), heads, column, true);
        let hint = if first == 0 {
            message!(members::ledger_hint, then = dates[0], latest = dates[1])
        } else {
            message!(members::ledger_hint_without_list, then = dates[0], latest = dates[1])
        };
        head.on_hover_text(words.say(&hint));
        TallList::new(ui, "statuses", counts.len()).ui(ui, Needed::Nothing, |ui, row| {
            let status = &roster.statuses[row];
            let [printed, _, latest] = counts[row];
            let cells = [printed, then_of(row), latest]
                .map(|count| if count == 0 { "–".to_owned() } else { words.count(count as u64) });
            let drawn = Rows { at: row };
            drawn.ui(ui, |ui| row_ui(ui, words, (Some(status.shape), &status.name), &cells[first..end], column, false));
        });
    });
}

/// The head of a column, in as many lines as leave the names of the statuses their room: no wider than its longest word or
/// the numbers under it.
fn stacked(ui: &Ui, head: &str) -> Arc<Galley> {
    let (font, ink) = (Type::Caption.font(), tokens_of(ui).muted);
    let width = |word: &str| ui.painter().layout_no_wrap(word.to_owned(), font.clone(), ink).size().x;
    let words = head.replace('\u{a0}', " ");
    let widest = words.split(' ').map(width).fold(COLUMN - GAP, f32::max).ceil();
    let mut job = LayoutJob::simple(words, font.clone(), ink, widest);
    job.halign = Align::RIGHT;
    ui.painter().layout_job(job)
}

fn row_ui(
    ui: &mut Ui,
    words: &Words,
    (shape, name): (Option<StatusShape>, &str),
    cells: &[String],
    column: f32,
    head: bool,
) -> Response {
    let t = tokens_of(ui);
    let height = if head { HEAD } else { ROW };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let spoken = || message!(members::ledger_row, name = name.to_owned(), cells = Value::list(cells));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, words.say(&spoken())));
    if !head {
        row_place(ui, &response);
    }
    let mut left = rect.left();
    if let Some(shape) = shape {
        paint_mark(ui, Rect::from_center_size(pos2(left + 6.0, rect.center().y), vec2(12.0, 12.0)), shape);
        left += 20.0;
    }
    let (ink, size) = if head { (t.muted, Type::Caption) } else { (t.ink, Type::Body) };
    let written = |cell: &String| {
        if head { stacked(ui, cell) } else { ui.painter().layout_no_wrap(cell.clone(), size.font(), ink) }
    };
    let first = cells.first().map_or(0.0, |cell| written(cell).size().x);
    let room = rect.right() - column * (cells.len() - 1) as f32 - first - GAP - left;
    let mut job = LayoutJob::single_section(name.to_owned(), TextFormat::simple(size.font(), ink));
    job.wrap = TextWrapping::truncate_at_width(room);
    let whole = name;
    let name = ui.painter().layout_job(job);
    let is_cut = name.elided;
    // Heads stand on the rule below them.
    let top = |height: f32| if head { rect.bottom() - 2.0 - height } else { rect.center().y - height / 2.0 };
    ui.painter().galley(pos2(left, top(name.size().y)), name, ink);
    for (index, cell) in cells.iter().rev().enumerate() {
        let (right, galley) = (rect.right() - column * index as f32, written(cell));
        let left = if head { right } else { right - galley.size().x };
        ui.painter().galley(pos2(left, top(galley.size().y)), galley, ink);
    }
    let rule = if head { t.rule } else { t.hairline };
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, rule));
    if is_cut { named_on_hover(ui, response, whole) } else { response }
}
