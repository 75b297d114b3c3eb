//! People, places and topics.

use egui::{Align, Layout, Sense, Ui, vec2};

use crate::briefing::{Citation, Person};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{citations_ui, fact_row, paint_flag, section_head, within};

const LABEL: f32 = 76.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let meeting = &desk.briefing.meeting;
    section_head(ui, "People", "");
    for person in &meeting.people {
        person_ui(ui, desk, person);
    }
    ui.add_space(8.0);
    section(ui, desk, "Places", meeting.places.iter().map(|p| (p.part.as_str(), p.name.as_str(), &p.citations[..])));
    ui.add_space(8.0);
    section(ui, desk, "Topics", meeting.topics.iter().map(|t| (t.group.as_str(), t.name.as_str(), &t.citations[..])));
}

fn person_ui(ui: &mut Ui, desk: &mut Desk<'_>, person: &Person) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::empty());
    if let Some(state) = briefing.state(&person.state) {
        let center = egui::pos2(rect.left() + 10.0, rect.center().y);
        paint_flag(ui, egui::Rect::from_center_size(center, vec2(20.0, 20.0)), &state.alpha2);
    }
    let text = rect.with_min_x(rect.left() + 30.0).with_min_y(rect.top() + 4.0);
    within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            let others: Vec<&str> = briefing.other_names(&person.names).collect();
            ui.label(Type::Body.text(briefing.name(&person.names), t.ink)).on_hover_text(others.join("\n"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| citations_ui(ui, desk, &person.citations));
        });
        ui.horizontal(|ui| {
            ui.label(Type::Caption.text(&person.office, t.muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(Type::Caption.text(&person.part, t.muted));
            });
        });
    });
}

/// A section whose entries stand together by their group, and within it by what they rest on.
fn section<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    title: &str,
    entries: impl Iterator<Item = (&'a str, &'a str, &'a [Citation])>,
) {
    let t = tokens_of(ui);
    section_head(ui, title, "");
    let mut rows: Vec<(&str, &[Citation], Vec<&str>)> = Vec::new();
    for (group, name, citations) in entries {
        match rows.iter_mut().find(|(of, on, _)| *of == group && *on == citations) {
            Some((_, _, names)) => names.push(name),
            None => rows.push((group, citations, vec![name])),
        }
    }
    let mut above = "";
    for (group, citations, names) in rows {
        let label = if group == above { "" } else { group };
        above = group;
        fact_row(ui, label, LABEL, |ui| {
            let width = ui.available_width();
            ui.horizontal_top(|ui| {
                ui.set_width(width);
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    citations_ui(ui, desk, citations);
                    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                        ui.add(egui::Label::new(Type::Body.text(names.join(", "), t.ink)).wrap());
                    });
                });
            });
        });
    }
}
