//! People, places and topics.

use egui::{Align, Layout, Sense, Ui, vec2};

use crate::briefing::{Citation, Person};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{citations_ui, fact_row, hairline, paint_flag, section_head, within};

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
    let text = rect.with_min_x(rect.left() + 30.0);
    within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(4.0);
        let others: Vec<&str> = briefing.other_names(&person.names).collect();
        let name = briefing.name(&person.names);
        ui.label(Type::Body.text(name, t.ink)).on_hover_text(others.join("\n"));
        let office = format!("{}, {}", person.office, person.part);
        ui.add(egui::Label::new(Type::Caption.text(office, t.muted)).truncate());
    });
    within(ui, rect, Layout::right_to_left(Align::Center), |ui| citations_ui(ui, desk, &person.citations));
}

/// A section whose entries stand together by their group.
fn section<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    title: &str,
    entries: impl Iterator<Item = (&'a str, &'a str, &'a [Citation])> + Clone,
) {
    let t = tokens_of(ui);
    section_head(ui, title, "");
    let mut groups: Vec<&str> = Vec::new();
    for (group, _, _) in entries.clone() {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    for (index, group) in groups.into_iter().enumerate() {
        if index > 0 {
            hairline(ui);
        }
        fact_row(ui, group, LABEL, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (_, name, citations) in entries.clone().filter(|(of, _, _)| *of == group) {
                ui.horizontal(|ui| {
                    ui.label(Type::Body.text(name, t.ink));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| citations_ui(ui, desk, citations));
                });
            }
        });
    }
}
