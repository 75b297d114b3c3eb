//! The members: who belongs to the organisation on a date, filtered and sorted.

mod as_of;
mod facets;
mod filters;
mod ledger;
mod map;
mod row;
mod table;

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Rect, Sense, Ui, vec2};

use self::map::MapState;
pub use self::row::since_text;

use super::desk::Desk;
use super::theme::{Type, layout, tokens_of};
use super::widgets::{citations_ui, heading, within};
use crate::analysis::facets::{Choice, Facet};
use crate::analysis::format;
use crate::analysis::map::Projection;
use crate::analysis::memo::Memo;
use crate::analysis::roster::{self, Edition, Population, RosterQuery, RosterView};
use crate::briefing::{Briefing, Key};

/// Room for the table of counts beside the map.
const LEDGER: f32 = 280.0;

/// What the reader set on this tab.
#[derive(Debug)]
pub struct MembersState {
    query: RosterQuery,
    view: Memo<RosterQuery, Arc<RosterView>>,
    search_wants_focus: bool,
    map: MapState,
    ledger: ledger::Counts,
    /// A state to bring into view in the next frame.
    to_reveal: Option<Key>,
}

impl MembersState {
    /// The whole list on the day of the document.
    pub fn new(briefing: &Briefing) -> Self {
        Self {
            query: RosterQuery::on(briefing.manifest.as_of.first_day()),
            view: Memo::default(),
            search_wants_focus: false,
            map: MapState::default(),
            ledger: ledger::counts(briefing),
            to_reveal: None,
        }
    }

    /// Puts the cursor into the search field in the next frame.
    pub const fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    /// Brings a state into view, and takes the filters off that would hide it.
    pub fn reveal(&mut self, briefing: &Briefing, key: &Key) {
        let Some(state) = briefing.roster.states.iter().position(|state| state.id == *key) else { return };
        let hidden = |view: &RosterView| view.place_of(state).is_none();
        if hidden(&self.view(briefing)) {
            self.clear_filters();
        }
        if hidden(&self.view(briefing)) {
            // It has no status on this date, or is not in the printed list.
            self.set_date(briefing.roster.known_until.first_day());
        }
        self.to_reveal = Some(key.clone());
    }

    /// Takes all filters off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        let had = self.query.filters() > 0;
        self.query.search.clear();
        self.query.choice = Choice::default();
        had
    }

    /// What is shown, computed again only when a filter changed.
    pub fn view(&mut self, briefing: &Briefing) -> Arc<RosterView> {
        Arc::clone(self.view.get(&self.query, |query| Arc::new(roster::view(briefing, query))))
    }

    /// What the status bar says.
    pub fn facts(&mut self, briefing: &Briefing) -> Vec<String> {
        let view = self.view(briefing);
        let mut facts = vec![format!("{} of {} rows", view.len(), view.total())];
        let filters = self.query.filters();
        if filters > 0 {
            facts.push(format::count(filters, "filter", "filters"));
        }
        facts
    }

    /// Takes over the filters that were set over another state of the briefing, as far as they still mean something.
    pub fn keep_filters_of(&mut self, before: &Self, briefing: &Briefing) {
        self.query = before.query.clone();
        let view = self.view(briefing);
        for (facet, value) in before.query.choice.iter() {
            let known = view
                .facets
                .iter()
                .any(|(known, values)| *known == facet && values.iter().any(|known| *known.value == *value));
            if !known {
                self.query.choice.toggle(facet, value);
            }
        }
    }

    /// The roster is asked for a date, so it is also the corrected one. A status chosen before may not exist on it.
    fn set_date(&mut self, date: jiff::civil::Date) {
        self.query.as_of = date;
        self.query.edition = Edition::Corrected;
        self.query.choice.clear(Facet::Status);
    }

    fn set_edition(&mut self, edition: Edition, briefing: &Briefing) {
        self.query.edition = edition;
        if edition == Edition::Printed {
            self.query.as_of = briefing.manifest.as_of.first_day();
        }
        self.query.choice.clear(Facet::Status);
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    let wide = ui.ctx().content_rect().width() >= layout::FOLD;
    if wide {
        // The bar of the scroll stands in the padding at the right, beside the numbers.
        let margin = Margin { left: 24, right: 4, top: 16, bottom: 0 };
        let frame = Frame::new().fill(t.panel).inner_margin(margin);
        Panel::left("member-filters").exact_size(240.0).resizable(false).frame(frame).show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                filters::panel_ui(ui, desk, state);
                ui.add_space(16.0);
            });
        });
    }
    let (side, top) = if wide { (20, 16) } else { (24, 12) };
    let margin = Margin { left: side, right: side, top, bottom: 0 };
    CentralPanel::default().frame(Frame::new().fill(t.paper).inner_margin(margin)).show(ui, |ui| {
        if !wide {
            filters::bar_ui(ui, desk, state);
        }
        let view = state.view(desk.briefing);
        ui.horizontal_wrapped(|ui| {
            heading(ui, Type::Title, &format!("Showing {} of {}", view.len(), view.total()));
            filters::chips_ui(ui, desk, state);
        });
        population_ui(ui, desk, &view);
        if state.query.edition == Edition::Printed {
            slips_ui(ui, desk, &view);
        }
        ui.add_space(8.0);
        if wide {
            band_ui(ui, desk, state, &view);
            ui.add_space(8.0);
        }
        table::ui(ui, desk, state);
    });
}

/// How many people live in what is shown, with where that is read.
fn population_ui(ui: &mut Ui, desk: &mut Desk<'_>, view: &RosterView) {
    let t = tokens_of(ui);
    let Population { states, known, persons } = view.population;
    if known == 0 {
        return;
    }
    let column = &desk.briefing.roster.columns.population;
    ui.horizontal_wrapped(|ui| {
        let missing = states - known;
        let gap = if missing == 0 { String::new() } else { format!(", {missing} not known") };
        let text =
            format!("{} people in {}{gap}", format::population(persons), format::count(states, "state", "states"));
        ui.label(Type::Caption.text(text, t.ink2)).on_hover_text(&column.note);
        citations_ui(ui, desk, &column.citations);
    });
}

/// The map, and beside it how many have which status.
fn band_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MembersState, view: &RosterView) {
    let [design_width, design_height] = Projection::DESIGNED;
    let room = ui.available_width();
    let width = (room - LEDGER - 24.0).clamp(design_width.min(room), design_width * 1.2);
    let (band, _) = ui.allocate_exact_size(vec2(room, width * design_height / design_width), Sense::empty());
    map::ui(ui, desk, &mut state.map, view, Rect::from_min_size(band.min, vec2(width, band.height())));
    let beside = band.with_min_x(band.left() + width + 24.0);
    if beside.width() >= LEDGER - 1.0 {
        within(ui, beside, Layout::top_down(Align::Min), |ui| {
            ledger::ui(ui, desk, &state.ledger);
            ui.add_space(8.0);
            let text = "Marks stand at capitals. Coastlines only; no borders drawn.";
            ui.label(Type::Caption.text(text, tokens_of(ui).muted));
        });
    }
}

/// What is wrong with the printed list, in a sentence.
fn slips_ui(ui: &mut Ui, desk: &Desk<'_>, view: &RosterView) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let names = |states: Vec<&crate::briefing::State>| {
        states.into_iter().map(|state| briefing.name(&state.names)).collect::<Vec<_>>().join(", ")
    };
    let repeated = names(view.rows().filter(|row| row.repeated).map(|row| row.state_in(&briefing.roster)).collect());
    let left_out = names(roster::left_out(briefing));
    let mut slips = Vec::new();
    if !repeated.is_empty() {
        slips.push(format!("named twice: {repeated}"));
    }
    if !left_out.is_empty() {
        slips.push(format!("left out: {left_out}"));
    }
    let text = if slips.is_empty() {
        "The printed list agrees with the roster.".to_owned()
    } else {
        format!("The list as printed, {}.", slips.join("; "))
    };
    ui.label(Type::Body.text(text, t.ink2));
}
