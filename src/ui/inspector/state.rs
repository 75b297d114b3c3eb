//! A state: what it is, its history of status, and the claims that name it.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::{claims_ui, part};
use crate::analysis::memo::Memo;
use crate::briefing::{Briefing, Column, Columns, Key, Message, Roster, Spell, State, Value};
use crate::drawing::history;
use crate::ui::direction::label;
use crate::ui::paint::paint_shapes;
use crate::ui::parts::{chips_ui, citations_ui};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Needed, TallList, fact_row, flag, heading, within};
use crate::words::Words;
use crate::words::direction::abreast;
use crate::{label, message};

const LABEL: f32 = 84.0;

/// Where a state and its spells stand in each roster that knows it, the latest spell first.
#[derive(Debug)]
pub struct History(Vec<Place>);

/// Where a state and its spells stand in a roster.
#[derive(Debug)]
struct Place {
    roster: usize,
    state: usize,
    spells: Vec<usize>,
}

impl History {
    fn of(briefing: &Briefing, key: &Key) -> Self {
        let place = |(index, roster): (usize, &Roster)| {
            let state = roster.states.iter().position(|state| state.id == *key)?;
            let mut spells: Vec<usize> =
                (0..roster.spells.len()).filter(|spell| roster.spells[*spell].state == *key).collect();
            spells.sort_by_key(|spell| std::cmp::Reverse(roster.spells[*spell].from));
            Some(Place { roster: index, state, spells })
        };
        Self(briefing.rosters.iter().enumerate().filter_map(place).collect())
    }
}

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, key: &Key, history: &mut Memo<Key, History>, claims: &[usize]) {
    let briefing = desk.briefing;
    let History(places) = history.get(key, |key| History::of(briefing, key));
    // One that no roster has is told of by itself.
    let of = places.first().and_then(|place| briefing.rosters.get(place.roster).map(|roster| (roster, place.state)));
    let in_roster = of.and_then(|(roster, state)| roster.states.get(state));
    let Some(state) = in_roster.or_else(|| briefing.state(key)) else { return };
    let t = tokens_of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        flag(ui, state, briefing.name(&state.names), 40.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heading(ui, Type::Title, briefing.name(&state.names));
            let others = abreast(briefing.other_names(&state.names), "  ");
            label(ui, Type::Body.text(others, t.muted));
        });
    });
    part(ui, &desk.words.say(&message!(state::facts)), |ui| {
        facts_ui(ui, desk, of.map(|(roster, _)| &roster.columns), state);
    });
    for Place { roster: number, spells, .. } in places {
        let Some(roster) = briefing.rosters.get(*number).filter(|_| !spells.is_empty()) else { continue };
        let title = if briefing.rosters.len() > 1 {
            message!(state::history_in, organisation = &roster.organisation.short)
        } else {
            message!(state::history)
        };
        part(ui, &desk.words.say(&title), |ui| {
            let list = TallList::new(ui, &format!("spells-{number}"), spells.len());
            list.ui(ui, Needed::Nothing, |ui, row| {
                spell_ui(ui, desk, roster, &roster.spells[spells[row]], row + 1 < spells.len());
            });
        });
    }
    claims_ui(ui, desk, &message!(state::claims), claims);
}

fn facts_ui(ui: &mut Ui, desk: &mut Desk<'_>, columns: Option<&Columns>, state: &State) {
    let t = tokens_of(ui);
    let population = state.population.map_or_else(|| label!(state::not_known).into(), Value::People);
    let codes = [&state.alpha2, &state.alpha3, &state.numeric].map(String::as_str);
    let codes = desk.words.list(codes.into_iter().filter(|code| !code.is_empty()));
    let facts = [
        Fact {
            name: label!(state::capital),
            value: (&state.capital).into(),
            column: columns.map(|columns| &columns.capital),
            noted: false,
        },
        Fact {
            name: label!(state::region),
            value: (&state.region).into(),
            column: columns.map(|columns| &columns.region),
            noted: false,
        },
        Fact {
            name: label!(state::population),
            value: population,
            column: columns.map(|columns| &columns.population),
            noted: true,
        },
        Fact { name: label!(state::codes), value: codes.into(), column: None, noted: false },
    ];
    // A state may well have no code, and an organisation none of these.
    let empty = |fact: &Fact<'_>| matches!(&fact.value, Value::Text(text) if text.trim().is_empty());
    for fact in facts.into_iter().filter(|fact| !empty(fact)) {
        fact_row(ui, &desk.words.say(&fact.name), LABEL, |ui| {
            ui.horizontal_wrapped(|ui| {
                let text = label(ui, Type::Body.text(desk.words.value(&fact.value), t.ink));
                if let Some(column) = fact.column {
                    text.on_hover_text(&column.note);
                    citations_ui(ui, desk, &column.citations);
                }
            });
            if let Some(column) = fact.column.filter(|_| fact.noted) {
                label(ui, Type::Caption.text(&column.note, t.muted));
            }
        });
    }
}

/// What is known of a state.
struct Fact<'a> {
    name: Message,
    value: Value,
    /// Where it comes from.
    column: Option<&'a Column>,
    /// Whether what it is and of what vintage stands beneath it.
    noted: bool,
}

/// One spell: its stop on a line, since when, on which occasion, and where that is read.
fn spell_ui(ui: &mut Ui, desk: &mut Desk<'_>, roster: &Roster, spell: &Spell, leads_on: bool) {
    let t = tokens_of(ui);
    let Some(status) = roster.statuses.iter().find(|status| status.id == spell.status) else { return };
    let corner = pos2(ui.max_rect().left(), ui.cursor().top());
    let text = Rect::from_min_max(corner + vec2(24.0, 0.0), pos2(ui.max_rect().right(), corner.y + 10_000.0));
    let bottom = within(ui, text, egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            label(ui, Type::Body.strong(&status.name, t.ink));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                label(ui, Type::Body.text(crate::ui::tabs::members::since_text(desk.words, spell), t.ink));
            });
        });
        for line in details(desk.words, spell) {
            label(ui, Type::Caption.text(line, t.muted));
        }
        ui.horizontal_wrapped(|ui| {
            chips_ui(ui, desk, &spell.citations);
        });
        ui.min_rect().bottom()
    });
    let height = bottom - corner.y + 8.0;
    paint_shapes(ui, &history::stop(status.shape, height, leads_on).shapes, corner);
    ui.allocate_exact_size(vec2(0.0, height), Sense::empty());
}

fn details(words: &Words, spell: &Spell) -> Vec<String> {
    let decided = spell.decided.map(|date| words.say(&message!(state::decided, date = date)));
    let until = spell.until.map(|date| words.say(&message!(state::until, date = date)));
    let within = spell.within_days.map(|days| words.say(&message!(state::within_days, days = u32::from(days))));
    [spell.occasion.clone(), decided, until, within, spell.note.clone()].into_iter().flatten().collect()
}
