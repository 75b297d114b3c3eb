//! People, places and topics; choosing one keeps what speaks of it.

use std::collections::BTreeMap;

use egui::{Align, Color32, Label, Layout, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::state::SummaryState;
use crate::briefing::{Citation, Key, Person};
use crate::message;
use crate::ui::parts::{citations_ui, copy_menu, found_head};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, labelled_row, paint_flag, within};
use crate::words::direction::abreast;

const LABEL: f32 = 76.0;
/// Between two names of one row.
const NAMES_APART: f32 = 10.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let Some(meeting) = &desk.briefing.meeting else { return };
    let words = desk.words;
    if !meeting.people.is_empty() {
        found_head(ui, desk, &words.say(&message!(summary::people)), "");
        let list = TallList::new(ui, "people", meeting.people.len());
        for person in &meeting.people {
            // What is looked for is counted as it is drawn.
            list.row(ui, person.id.as_str(), desk.finder.is_open(), |ui| person_ui(ui, desk, state, person));
        }
        ui.add_space(8.0);
    }
    let places =
        meeting.places.iter().map(|place| (place.part.as_str(), &place.id, place.name.as_str(), &place.citations[..]));
    section_ui(ui, desk, state, &words.say(&message!(summary::places)), places);
    ui.add_space(8.0);
    let topics =
        meeting.topics.iter().map(|topic| (topic.group.as_str(), &topic.id, topic.name.as_str(), &topic.citations[..]));
    section_ui(ui, desk, state, &words.say(&message!(summary::topics)), topics);
}

/// A person: name, the name in the other languages, office and part.
fn person_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, person: &Person) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let top = ui.cursor().min + vec2(0.0, 4.0);
    if let Some(country) = person.state.as_ref().and_then(|key| briefing.state(key)) {
        paint_flag(
            ui,
            egui::Rect::from_min_size(top + vec2(0.0, 1.0), vec2(20.0, 20.0)),
            &country.alpha2,
            briefing.name(&country.names),
        );
    }
    let page = ui.available_rect_before_wrap();
    let text = page.with_min_x(page.left() + 30.0).with_min_y(top.y);
    let bottom = within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 18.0;
        // What stands at the right has its room first; a long name or office has as many lines as it needs.
        beside(
            ui,
            desk,
            width_of(ui, &[briefing.name(&person.names)]),
            |ui, desk| citations_ui(ui, desk, &person.citations),
            |ui, desk| name_ui(ui, desk, state, &person.id, briefing.name(&person.names)),
        );
        let others = abreast(briefing.other_names(&person.names), "  ");
        desk.finder.label(ui, &others, Type::Caption.format(t.muted));
        office_ui(ui, desk, person);
        ui.min_rect().bottom()
    });
    ui.advance_cursor_after_rect(page.with_max_y(bottom + 8.0));
}

/// The office of a person, and at the right their part.
fn office_ui(ui: &mut Ui, desk: &mut Desk<'_>, person: &Person) {
    let caption = Type::Caption.format(tokens_of(ui).muted);
    beside(
        ui,
        desk,
        f32::INFINITY,
        |ui, desk| {
            desk.finder.label(ui, &person.part, caption.clone());
        },
        |ui, desk| {
            let of = person.organisation.as_ref().and_then(|key| desk.briefing.organisation(key));
            let office = of.map_or_else(
                || person.office.clone(),
                |of| desk.words.say(&message!(summary::office_of, office = &person.office, organisation = &of.short)),
            );
            let office = desk.finder.label(ui, &office, caption.clone());
            let name = desk.briefing.name(&person.names).to_owned();
            let said = desk.words.say(&message!(summary::person, name = name, office = &person.office));
            copy_menu(&office, desk, &said, &person.citations);
        },
    );
}

/// Draws something at the right and, in the room that it leaves, something that wraps and would be so wide in one line.
fn beside<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'a>,
    needed: f32,
    right: impl FnOnce(&mut Ui, &mut Desk<'a>),
    left: impl FnOnce(&mut Ui, &mut Desk<'a>),
) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.set_width(width);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            leaving(ui, needed, |ui| right(ui, desk));
            let room = vec2(ui.available_width(), 0.0);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
                left(ui, desk);
            });
        });
    });
}

/// Draws what stands at the right of a row, cut where it would leave less than is needed at the left, or than half of the
/// row: no long publisher presses a name into a column of letters.
fn leaving(ui: &mut Ui, needed: f32, add: impl FnOnce(&mut Ui)) {
    let row = ui.available_width();
    ui.scope(|ui| {
        ui.set_max_width((row - needed).max(row / 2.0));
        add(ui);
    });
}

/// How wide names are in one line, with what is free around each.
fn width_of(ui: &Ui, names: &[&str]) -> f32 {
    let font = Type::Body.font();
    let width =
        |name: &&str| ui.painter().layout_no_wrap((*name).to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
    names.iter().map(|name| width(name) + NAMES_APART).sum()
}

/// A section whose entries stand together by their group, and within it by what they rest on.
fn section_ui<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut SummaryState,
    title: &str,
    entries: impl Iterator<Item = (&'a str, &'a Key, &'a str, &'a [Citation])>,
) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    found_head(ui, desk, title, "");
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut places: BTreeMap<(&str, &[Citation]), usize> = BTreeMap::new();
    for (group, key, name, citations) in entries {
        let place = *places.entry((group, citations)).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.names.push((key, name)),
            None => rows.push(Row { group, citations, names: vec![(key, name)] }),
        }
    }
    let mut above = "";
    for Row { group, citations, names } in rows {
        let label = if group == above { "" } else { group };
        above = group;
        let caption = Type::Caption.format(tokens_of(ui).muted);
        let (job, found) = desk.finder.job(tokens_of(ui), &[(label, caption)]);
        let label = labelled_row(ui, job, LABEL, |ui| {
            let width = ui.available_width();
            ui.horizontal_top(|ui| {
                ui.set_width(width);
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let said: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
                    leaving(ui, width_of(ui, &said), |ui| citations_ui(ui, desk, citations));
                    let names_width = ui.available_width();
                    ui.allocate_ui_with_layout(
                        vec2(names_width, 0.0),
                        Layout::left_to_right(Align::Min).with_main_wrap(true),
                        |ui| {
                            ui.spacing_mut().item_spacing = vec2(NAMES_APART, 2.0);
                            for (key, name) in names {
                                name_ui(ui, desk, state, key, name);
                            }
                        },
                    );
                });
            });
        });
        desk.finder.reveal(ui, found, &label);
    }
}

/// Names of one group that rest on the same.
struct Row<'a> {
    group: &'a str,
    citations: &'a [Citation],
    names: Vec<(&'a Key, &'a str)>,
}

/// A name that filters the tab when it is pressed.
fn name_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, key: &Key, name: &str) {
    let t = tokens_of(ui);
    let on = state.query.about.contains(key);
    let format = if on { Type::Body.strong_format(t.accent) } else { Type::Body.format(t.ink) };
    let (job, found) = desk.finder.job(t, &[(name, format)]);
    // A label rather than a button, so that the name can be selected and copied as any text.
    let response = ui.add(Label::new(job).selectable(true).sense(Sense::click()));
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    desk.finder.reveal(ui, found, &response);
    if response.hovered() || on {
        let line = response.rect.bottom() - 1.0;
        ui.painter().hline(response.rect.x_range(), line, (1.0, t.accent));
    }
    crate::ui::widgets::focus_ring(ui, &response, response.rect, 2);
    if response.on_hover_text(desk.words.say(&message!(summary::keep, name = name.to_owned()))).clicked() {
        state.toggle(key);
    }
}
