//! A calendar: years at the left, months in a grid, and the days of one, those marked on which something changed.

use std::ops::Range;

use egui::{Align2, Rect, Response, ScrollArea, Sense, Ui, accesskit::Role, pos2, vec2};
use jiff::{ToSpan as _, civil};

use super::MembersState;
use super::day_field::DayField;
use crate::briefing::{Members, Period};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::focus_ring;
use crate::ui::widgets::heard::chosen;
use crate::words::Words;

/// The width of the years, and of a month.
const YEAR: f32 = 56.0;
const MONTH: f32 = 60.0;
/// The side of a day, and the height of a year and a month.
const DAY: f32 = 34.0;
const ROW: f32 = 26.0;
/// How large the mark of a change is.
const DOT: f32 = 3.0;
const GAP: f32 = 12.0;

/// The month that is turned to; that of the day that is chosen where none was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page(Option<civil::Date>);

/// Draws it. Returns the day that is chosen.
pub fn ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState) -> Option<civil::Date> {
    let MembersState { query, day: field, facts, .. } = state;
    let (on_day, changes) = (query.as_of, facts.changes.as_slice());
    let month = field.calendar.0.unwrap_or(on_day).first_of_month();
    let last = members.roster.known_until.last_day().max(on_day);
    let first = changes.first().copied().unwrap_or(on_day).min(on_day);
    let mut turned = None;
    ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
    let picked = ui.horizontal_top(|ui| {
        let height = ROW * 4.0 + GAP + DAY * 6.0;
        ScrollArea::vertical().id_salt("years").max_height(height).show(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(YEAR);
                for year in first.year()..=last.year().saturating_add(1) {
                    let name = words.year(year);
                    let has_change = !within(changes, Period::of_year(year)).is_empty();
                    let one = cell_ui(ui, vec2(YEAR, ROW), &name, (year == month.year(), has_change), &name);
                    if year == month.year() && field.calendar.0.is_none() {
                        one.scroll_to_me(Some(egui::Align::Center));
                    }
                    if one.clicked() {
                        turned = civil::Date::new(year, month.month(), 1).ok();
                    }
                }
            });
        });
        ui.vertical(|ui| {
            for quarter in 0..4 {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    for number in 3 * quarter + 1..=3 * quarter + 3 {
                        let Ok(of) = civil::Date::new(month.year(), number, 1) else { continue };
                        let name = words.month(of);
                        let has_change = !within(changes, Period::of_month(of)).is_empty();
                        let spoken = words.period(Period::of_month(of));
                        let on = number == month.month();
                        if cell_ui(ui, vec2(MONTH, ROW), &name, (on, has_change), &spoken).clicked() {
                            turned = Some(of);
                        }
                    }
                });
            }
            ui.add_space(GAP);
            days_ui(ui, words, members, (field, changes), (month, on_day))
        })
        .inner
    });
    // Once it is open it stays at the page that was turned to.
    field.calendar.0 = Some(turned.unwrap_or(month)).filter(|_| picked.inner.is_none());
    picked.inner
}

/// The days of a month, a row for each week from Monday on. Returns the one that is pressed.
fn days_ui(
    ui: &mut Ui,
    words: &Words,
    members: Members<'_>,
    (field, changes): (&mut DayField, &[civil::Date]),
    (month, on_day): (civil::Date, civil::Date),
) -> Option<civil::Date> {
    let before = i64::from(month.weekday().to_monday_zero_offset());
    let mut picked = None;
    for week in 0..6 {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for weekday in 0..7 {
                let day = month.checked_add((7 * week + weekday - before).days());
                let Some(day) = day.ok().filter(|day| day.first_of_month() == month) else {
                    ui.allocate_exact_size(vec2(DAY, DAY), Sense::empty());
                    continue;
                };
                let is_change = changes.binary_search(&day).is_ok();
                let on = day == on_day;
                let name = day.day().to_string();
                let spoken = words.day(day);
                let one = cell_ui(ui, vec2(DAY, DAY), &name, (on, is_change), &spoken);
                if one.clicked() {
                    picked = Some(day);
                }
                if is_change {
                    let what = field.named(words, members, day);
                    ui.ctx().accesskit_node_builder(one.id, |node| node.set_description(what.as_str()));
                    one.on_hover_text(what);
                }
            }
        });
    }
    picked
}

/// The changes that lie in a period.
fn within(changes: &[civil::Date], period: Period) -> Range<usize> {
    let (first, last) = period.days();
    changes.partition_point(|day| *day < first)..changes.partition_point(|day| *day <= last)
}

/// A year, a month or a day, chosen or not, with the mark of a change or without.
fn cell_ui(ui: &mut Ui, size: egui::Vec2, text: &str, (on, marked): (bool, bool), spoken: &str) -> Response {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    chosen(ui, &response, Role::Button, spoken, on);
    let inner = rect.shrink(1.0);
    if on {
        ui.painter().rect(inner, radius::CHIP, t.selected, (1.0, t.accent), egui::StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(inner, radius::CHIP, t.hover);
    }
    let (font, ink) = if on { (Type::Body.strong_font(), t.accent) } else { (Type::Body.font(), t.ink) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
    if marked {
        let dot = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 4.0), vec2(DOT, DOT));
        ui.painter().circle_filled(dot.center(), DOT / 2.0 + 0.5, t.accent);
    }
    focus_ring(ui, &response, inner, radius::CHIP);
    response
}
