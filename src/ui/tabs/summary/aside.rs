//! People, places and topics; choosing one keeps what speaks of it.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;

use egui::{Align, Color32, Label, Layout, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::needed;
use super::state::SummaryState;
use crate::briefing::{Citation, Key, Meeting, Person};
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::parts::{citations_ui, copy_menu, found_head};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{AtRight, TallList, labelled_row, paint_emblem, paint_flag, within};
use crate::words::direction::abreast;

const LABEL: f32 = 76.0;
/// Between two names of one row.
const NAMES_APART: f32 = 10.0;
/// As many names stand in one row; more go on below it.
const NAMES: usize = 24;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    people_ui(ui, desk, state);
    topics_ui(ui, desk, state);
}

/// Draws the people.
pub fn people_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let Some(meeting) = &desk.briefing.meeting else { return };
    let words = desk.words;
    if !meeting.people.is_empty() {
        found_head(ui, desk, &words.say(&message!(summary::people)), "");
        let list = TallList::new(ui, "people", meeting.people.len());
        list.ui(ui, needed(desk, (), None), |ui, row| person_ui(ui, desk, state, &meeting.people[row]));
        ui.add_space(8.0);
    }
}

/// Draws places and topics.
pub fn topics_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let words = desk.words;
    let place: Entries = |meeting, index| {
        let place = meeting.places.get(index)?;
        Some(Entry { group: &place.part, key: &place.id, name: &place.name, citations: &place.citations })
    };
    section_ui(ui, desk, state, 0, &words.say(&message!(summary::places)), place);
    ui.add_space(8.0);
    let topic: Entries = |meeting, index| {
        let topic = meeting.topics.get(index)?;
        Some(Entry { group: &topic.group, key: &topic.id, name: &topic.name, citations: &topic.citations })
    };
    section_ui(ui, desk, state, 1, &words.say(&message!(summary::topics)), topic);
}

/// The places or the topics of a meeting, each by its number.
type Entries = for<'m> fn(&'m Meeting, usize) -> Option<Entry<'m>>;

/// A place or a topic.
struct Entry<'m> {
    group: &'m str,
    key: &'m Key,
    name: &'m str,
    citations: &'m [Citation],
}

/// Names of one group that rest on the same.
#[derive(Debug)]
pub struct Row {
    /// The numbers of the entries.
    names: Vec<usize>,
    /// Whether the group is named beside it: it stands below none of its own.
    is_labelled: bool,
    /// Whether what they rest on is: where there are too many for one row it is beside the first.
    is_cited: bool,
}

impl Row {
    /// The entries as rows: those of a group stand together, and within it what rests on the same.
    fn of(meeting: &Meeting, entry: Entries) -> Vec<Self> {
        let mut together: Vec<(&str, Vec<usize>)> = Vec::new();
        let mut places: BTreeMap<(&str, &[Citation]), usize> = BTreeMap::new();
        for (index, Entry { group, citations, .. }) in (0..).map_while(|index| Some((index, entry(meeting, index)?))) {
            let place = *places.entry((group, citations)).or_insert(together.len());
            match together.get_mut(place) {
                Some((_, names)) => names.push(index),
                None => together.push((group, vec![index])),
            }
        }
        let mut above = None;
        let mut rows = Vec::new();
        for (group, names) in together {
            for (number, names) in names.chunks(NAMES).enumerate() {
                let is_labelled = above != Some(group);
                rows.push(Self { names: names.to_vec(), is_labelled, is_cited: number == 0 });
                above = Some(group);
            }
        }
        rows
    }
}

/// A person: name, the name in the other languages, office and part.
fn person_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, person: &Person) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let top = ui.cursor().min + vec2(0.0, 4.0);
    let mark = egui::Rect::from_min_size(top + vec2(0.0, 1.0), vec2(20.0, 20.0));
    if let Some(country) = person.state.as_ref().and_then(|key| briefing.state(key)) {
        paint_flag(ui, mark, country, briefing.name(&country.names));
    } else if let Some(of) = person.organisation.as_ref().and_then(|key| briefing.organisation(key)) {
        paint_emblem(ui, mark, &of.short, briefing.name(&of.names));
    }
    let page = ui.available_rect_before_wrap();
    let text = page.with_min_x(page.left() + 30.0).with_min_y(top.y);
    let bottom = within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 18.0;
        // A long name or office has as many lines as it needs.
        beside(
            ui,
            desk,
            (&person.id, "citations"),
            width_of(ui, &[briefing.name(&person.names)]),
            |ui, desk| name_ui(ui, desk, state, &person.id, briefing.name(&person.names)),
            |ui, desk| citations_ui(ui, desk, &person.citations),
        );
        let others = abreast(briefing.other_names(&person.names), "  ");
        if desk.second_names && !others.is_empty() {
            desk.finder.label(ui, &others, Type::Caption.format(t.muted));
        }
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
        (&person.id, "part"),
        f32::INFINITY,
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
        |ui, desk| {
            desk.finder.label(ui, &person.part, caption.clone());
        },
    );
}

/// Draws something that wraps and would be so wide in one line, and something beside it at the right end of the row. What
/// is at the right is cut where it would leave less than is needed at the left, or than half of the row: no long
/// publisher presses a name into a column of letters.
fn beside<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'a>,
    name: impl Hash + fmt::Debug,
    needed: f32,
    left: impl FnOnce(&mut Ui, &mut Desk<'a>),
    right: impl FnOnce(&mut Ui, &mut Desk<'a>),
) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.set_width(width);
        let part = AtRight::new(ui, name).at_most((width - needed).max(width / 2.0));
        let room = vec2(part.room_beside(ui).x, 0.0);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
            left(ui, desk);
        });
        part.ui(ui, |ui| right(ui, desk));
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
fn section_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, which: usize, title: &str, entry: Entries) {
    let Some(meeting) = &desk.briefing.meeting else { return };
    // Taken out while it is drawn, since a name that is pressed changes the rest.
    let mut groups = std::mem::take(&mut state.groups[which]);
    let rows = groups.get(&(), |()| Row::of(meeting, entry));
    if !rows.is_empty() {
        found_head(ui, desk, title, "");
        let names = rows.iter().map(|row| row.names.len()).sum();
        let list = TallList::new(ui, title, rows.len()).holding(names);
        list.ui(ui, needed(desk, (), None), |ui, row| {
            // A place and a topic may have one key.
            ui.push_id((which, row), |ui| names_ui(ui, desk, state, meeting, &rows[row], entry));
        });
    }
    state.groups[which] = groups;
}

/// Names of one group, and at the right what they rest on.
fn names_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, meeting: &Meeting, row: &Row, entry: Entries) {
    let entries: Vec<Entry<'_>> = row.names.iter().filter_map(|index| entry(meeting, *index)).collect();
    let Some(first) = entries.first() else { return };
    let citations = if row.is_cited { first.citations } else { &[] };
    let caption = Type::Caption.format(tokens_of(ui).muted);
    let (job, found) = desk.finder.job(tokens_of(ui), &[(if row.is_labelled { first.group } else { "" }, caption)]);
    let said: Vec<&str> = entries.iter().map(|entry| entry.name).collect();
    let label = labelled_row(ui, job, LABEL, |ui| {
        beside(
            ui,
            desk,
            (first.key, "citations"),
            width_of(ui, &said),
            |ui, desk| {
                ui.spacing_mut().item_spacing = vec2(NAMES_APART, 2.0);
                for Entry { key, name, .. } in &entries {
                    name_ui(ui, desk, state, key, name);
                }
            },
            |ui, desk| citations_ui(ui, desk, citations),
        );
    });
    desk.finder.reveal(ui, found, &label);
}

/// A name that filters the tab when it is pressed.
fn name_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, key: &Key, name: &str) {
    let t = tokens_of(ui);
    let on = state.query.about.contains(key);
    let format = if on { Type::Body.strong_format(t.accent) } else { Type::Body.format(t.ink) };
    let (job, found) = desk.finder.job(t, &[(name, format)]);
    // A label rather than a button, so that the name can be selected and copied as any text.
    // Laid out whole: where a name is broken between two lines each would be a stop of its own.
    let mut job = job;
    job.wrap.max_width = ui.max_rect().width();
    let galley = in_order(ui, ui.painter().layout_job(job));
    let response = ui.add(Label::new(galley).selectable(true).sense(Sense::click()));
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
