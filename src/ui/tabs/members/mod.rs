//! The members: who belongs to the organisation on a date, filtered and sorted.

mod answers;
mod as_of;
mod calendar;
mod cells;
mod columns;
mod columns_menu;
mod day_field;
mod empty;
mod facets;
mod filters;
mod ledger;
mod map;
mod overview;
mod since;
mod slips;
mod stored;
mod tab;
mod table;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, CentralPanel, Context, Frame, Layout, Margin, Panel, ScrollArea, Ui};
use jiff::civil;

use self::answers::{Answer, Answers};
pub use self::cells::since_text;
pub use self::columns::Columns;
use self::map::MapState;
pub use self::tab::TAB;
use self::table::TableState;

use crate::analysis::facets::Facet;
use crate::analysis::region::Region;
use crate::analysis::roster::{self, Edition, RosterQuery, Slip};
use crate::briefing::{Briefing, Date, Key, Members, Message, Status};
use crate::export;
use crate::message;
use crate::ui::shell::desk::{Desk, Place, Selection};
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::{announce_change, bare, landmark};
use crate::ui::widgets::{at_right, choice_menu, filter_chip, heading, page};
use crate::words::Words;

/// What is known of a roster whatever is asked of it; of a long one this takes a while to work out.
#[derive(Debug, Default)]
pub struct RosterFacts {
    ledger: ledger::Counts,
    changes: Vec<civil::Date>,
    slips: Vec<Slip>,
    region: Region,
}

impl RosterFacts {
    /// Works it out.
    pub fn new(members: Members<'_>) -> Self {
        Self {
            ledger: ledger::counts(members),
            changes: roster::changes(members.roster),
            slips: roster::slips(members),
            region: roster::region(members),
        }
    }
}

/// What the reader set on this tab.
#[derive(Debug)]
pub struct MembersState {
    ctx: Context,
    briefing: Arc<Briefing>,
    query: RosterQuery,
    answers: Answers,
    columns: Columns,
    table: TableState,
    search_wants_focus: bool,
    day: day_field::DayField,
    map: MapState,
    /// Whether the map is shown in a window that is too narrow to show it unasked.
    map_shown: bool,
    /// Whether map and counts are folded where there is room for them.
    band_folded: bool,
    facts: RosterFacts,
    /// The organisation that was chosen in the last frame: what is drawn of one frame is of one organisation.
    to_choose: Option<Key>,
    /// A state to bring into view as soon as the list that has it is there.
    to_reveal: Option<Key>,
}

impl MembersState {
    /// The whole list on the day of the document.
    pub fn new(ctx: &Context, briefing: &Arc<Briefing>, facts: RosterFacts, columns: Columns) -> Self {
        Self {
            ctx: ctx.clone(),
            briefing: Arc::clone(briefing),
            query: RosterQuery::on(briefing.manifest.as_of.first_day()),
            answers: Answers::new(ctx, briefing, None),
            columns,
            table: TableState::default(),
            search_wants_focus: false,
            day: day_field::DayField::default(),
            map: MapState::default(),
            map_shown: false,
            band_folded: false,
            facts,
            to_choose: None,
            to_reveal: None,
        }
    }

    /// Asks what was asked of the same briefing before its files changed, as far as that still means something.
    pub fn ask_as(&mut self, earlier: Self, briefing: &Briefing) {
        if let Some(organisation) = &earlier.query.organisation {
            self.choose(organisation);
        }
        let organisation = self.query.organisation.take();
        self.query = RosterQuery { organisation, ..earlier.query };
        // The list may be gone from the briefing.
        if !self.members(briefing).is_some_and(|members| members.roster.has_printed_list()) {
            self.query.edition = Edition::Corrected;
        }
        (self.map_shown, self.band_folded) = (earlier.map_shown, earlier.band_folded);
        let statuses = self.members(briefing).map_or(&[][..], |members| &members.roster.statuses);
        let gone = |value: &String| statuses.iter().all(|status| status.id.as_str() != value);
        let chosen = self.query.choice.of(Facet::Status).cloned().unwrap_or_default();
        for value in chosen.into_iter().filter(gone) {
            self.query.choice.toggle(Facet::Status, &value);
        }
    }

    /// Asks something else of the members, of another organisation too.
    pub fn ask(&mut self, query: RosterQuery) {
        let main = |query: &RosterQuery| {
            self.briefing.members_of(query.organisation.as_ref()).map(|members| members.roster.organisation.id.clone())
        };
        if let (Some(wanted), true) = (main(&query), main(&query) != main(&self.query)) {
            self.choose(&wanted);
        }
        if query.as_of != self.query.as_of {
            self.day = day_field::DayField::default();
        }
        self.query = query;
    }

    /// Shows the members of another organisation, on the same day; one that is not there is not chosen.
    pub fn choose(&mut self, organisation: &Key) {
        let chosen = self.briefing.members().find(|members| members.roster.organisation.id == *organisation);
        let shown = self.briefing.members_of(self.query.organisation.as_ref());
        let Some(members) = chosen else { return };
        if shown.is_some_and(|shown| std::ptr::eq(shown.roster, members.roster)) {
            return;
        }
        let facts = RosterFacts::new(members);
        self.answers = Answers::new(&self.ctx, &self.briefing, Some(organisation));
        // What was chosen of one organisation means nothing for another.
        self.query = RosterQuery { organisation: Some(organisation.clone()), ..RosterQuery::on(self.query.as_of) };
        (self.table, self.map, self.facts) = (TableState::default(), MapState::default(), facts);
    }

    /// The roster that is shown.
    pub fn members<'a>(&self, briefing: &'a Briefing) -> Option<Members<'a>> {
        briefing.members_of(self.query.organisation.as_ref())
    }

    /// What is asked of the roster.
    pub const fn query(&self) -> &RosterQuery {
        &self.query
    }

    /// What is shown, with tabs; nothing while a long list is prepared.
    pub fn tsv(&mut self, briefing: &Briefing) -> Option<String> {
        let members = self.members(briefing)?;
        self.answer(members).map(|answer| export::roster::tsv(members, &answer.view))
    }

    /// Puts the cursor into the search field in the next frame.
    pub const fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    /// Brings a state into view, and takes the filters off that would hide it.
    pub fn reveal(&mut self, key: &Key) {
        // Where the organisation that is shown does not know it, one that does is shown.
        let knows = |members: &Members<'_>| members.roster.states.iter().any(|state| state.id == *key);
        let shown = self.briefing.members_of(self.query.organisation.as_ref());
        if !shown.as_ref().is_some_and(knows) {
            let other = self.briefing.members().find(knows).map(|members| members.roster.organisation.id.clone());
            if let Some(organisation) = other {
                self.choose(&organisation);
            }
        }
        self.to_reveal = Some(key.clone());
    }

    /// Where a state stands among the rows that are shown.
    pub fn place(&mut self, selection: &Selection, briefing: &Briefing) -> Option<Place> {
        let members = self.members(briefing)?;
        let view = self.answer(members)?.view;
        let at = self.table.current(selection, members.roster, &view)?;
        let row = |row: usize| Some(Selection::State(view.row(row)?.state_in(members.roster).id.clone()));
        Some(Place::new(selection, at, view.len(), row))
    }

    /// Takes all filters off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        self.query.clear_filters()
    }

    /// What the status bar says.
    pub fn facts(&mut self, briefing: &Briefing) -> Vec<Message> {
        let answer = self.members(briefing).and_then(|members| self.answer(members));
        let Some(answer) = answer else { return Vec::new() };
        let mut facts = vec![message!(members::facts_rows, shown = answer.view.len(), total = answer.view.total())];
        let filters = self.query.filters();
        if filters > 0 {
            facts.push(message!(members::facts_filters, count = filters));
        }
        facts
    }

    /// What is shown, worked out again only when what is asked for has changed; nothing while a long list is prepared.
    fn answer(&mut self, members: Members<'_>) -> Option<Answer> {
        self.answers.get(members, &self.query)
    }

    /// How many have each status in the list that was last answered, in the order of the statuses; none before that.
    fn statuses(&self, members: Members<'_>) -> Option<Vec<usize>> {
        let answer = self.answers.last()?;
        let (_, values) = answer.view.facets.iter().find(|(facet, _)| *facet == Facet::Status)?;
        let count = |status: &Status| {
            values.iter().find(|value| *value.value == *status.id.as_str()).map_or(0, |value| value.all)
        };
        Some(members.roster.statuses.iter().map(count).collect())
    }

    /// Whether another day is asked for than that of the document.
    fn is_another_day(&self, members: Members<'_>) -> bool {
        self.query.edition == Edition::Corrected && self.query.as_of != members.manifest.as_of.first_day()
    }

    /// Scrolls to the state that is to be brought into view, once the list is there; opens the list up until it is in it.
    fn follow_reveal(&mut self, members: Members<'_>, answer: &Answer) {
        let roster = members.roster;
        let Some(key) = &self.to_reveal else { return };
        if answer.query != self.query {
            return;
        }
        let [then, latest] = [members.manifest.as_of, roster.known_until].map(Date::first_day);
        let state = roster.states.iter().position(|state| state.id == *key);
        if let Some(place) = state.and_then(|state| answer.view.place_of(state)) {
            // With a few rows above it, so that a reader sees where in the list it is.
            self.table.grid.reveal(place, 3.0);
            self.to_reveal = None;
        } else if !self.query.clear_filters() {
            // It has no status on this date, or is not in the printed list: it may have one on the day of the document,
            // which is what led here, or on the last that is known.
            let has_status =
                |day: civil::Date| roster.spells.iter().any(|spell| spell.state == *key && roster::holds(spell, day));
            match [then, latest].into_iter().find(|day| has_status(*day)) {
                Some(day) if self.query.as_of != day || self.query.edition != Edition::Corrected => self.set_date(day),
                _ => self.to_reveal = None,
            }
        }
    }

    /// The roster is asked for a date, so it is also the corrected one. A status chosen before may not exist on it.
    fn set_date(&mut self, date: civil::Date) {
        self.day = day_field::DayField::default();
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
    if let Some(organisation) = state.to_choose.take() {
        state.choose(&organisation);
    }
    let Some(members) = state.members(desk.briefing) else { return };
    let t = tokens_of(ui);
    let wide = ui.ctx().content_rect().width() >= layout::FOLD;
    if wide {
        // The bar of the scroll stands in the padding at the right, beside the numbers, and the ring around the search
        // has room above it.
        let margin = Margin { left: 24, right: 4, top: 12, bottom: 0 };
        let frame = Frame::new().fill(t.panel).inner_margin(margin);
        Panel::left("member-filters").exact_size(240.0).resizable(false).frame(frame).show(ui, |ui| {
            landmark(ui, Role::Search, &desk.words.say(&message!(members::filters_name)));
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                ui.add_space(4.0);
                filters::panel_ui(ui, desk, members, state);
                ui.add_space(16.0);
            });
        });
    }
    let (side, top) = if wide { (20, 16) } else { (24, 12) };
    let margin = Margin { left: side, right: side, top, bottom: 0 };
    CentralPanel::default().frame(Frame::new().fill(t.paper).inner_margin(margin)).show(ui, |ui| {
        bare(ui);
        let Some(answer) = state.answer(members) else {
            if !wide {
                filters::bar_ui(ui, desk, members, state);
            }
            let rows = members.roster.states.len();
            heading(ui, Type::Title, &desk.words.say(&message!(members::preparing, rows = rows)));
            ui.spinner();
            return;
        };
        state.follow_reveal(members, &answer);
        let above = |ui: &mut Ui, (desk, state): &mut (&mut Desk<'_>, &mut MembersState)| {
            if !wide {
                filters::bar_ui(ui, desk, members, state);
            }
            above_ui(ui, desk, members, state, &answer, wide);
        };
        page(ui, "members", table::LEAST, &mut (desk, state), above, |ui, (desk, state)| {
            table::ui(ui, desk, members, state, &answer);
        });
    });
}

/// The choice of the organisation, where there are several.
fn organisation_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    let all: Vec<Members<'_>> = desk.briefing.members().collect();
    let Some(shown) = state.members(desk.briefing).filter(|_| all.len() > 1) else { return };
    let name = |members: &Members<'_>| members.name(&members.roster.organisation.names).to_owned();
    let chosen = all.iter().position(|members| std::ptr::eq(members.roster, shown.roster)).unwrap_or_default();
    let spoken = desk.words.say(&message!(members::organisation));
    if let Some(place) = choice_menu(ui, &spoken, &all, chosen, name) {
        state.to_choose = Some(all[place].roster.organisation.id.clone());
        ui.ctx().request_repaint();
    }
}

/// What stands above the table: how many rows are shown, how many people that is, where the list is wrong, the map.
fn above_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    members: Members<'_>,
    state: &mut MembersState,
    answer: &Answer,
    wide: bool,
) {
    organisation_ui(ui, desk, state);
    title_ui(ui, desk.words, members, state, answer);
    overview::population_ui(ui, desk, members.roster, &answer.view);
    if state.query.edition == Edition::Printed {
        slips::ui(ui, desk, members, &state.facts.slips);
    }
    ui.add_space(8.0);
    if if wide { state.band_folded } else { !state.map_shown } {
        overview::folded_ui(ui, desk.words, members, state, wide);
    } else {
        overview::band_ui(ui, desk, members, state, answer, wide);
    }
    ui.add_space(8.0);
}

/// How many rows are shown, the filters behind that, and at the right which columns.
fn title_ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState, answer: &Answer) {
    const BUTTON: f32 = 110.0;
    ui.horizontal_top(|ui| {
        let chips = egui::vec2(ui.available_width() - BUTTON, 0.0);
        ui.allocate_ui_with_layout(chips, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.set_width(chips.x);
            let title = words.say(&title(answer));
            heading(ui, Type::Title, &title);
            announce_change(ui, "members", &title);
            day_chip_ui(ui, words, members, state);
            filters::chips_ui(ui, words, state, &answer.view);
        });
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            at_right(ui, "columns", |ui| columns_menu::ui(ui, words, &mut state.columns));
        });
    });
}

/// How many rows are shown, and of which day.
fn title(answer: &Answer) -> Message {
    let (shown, total, day) = (answer.view.len(), answer.view.total(), answer.query.as_of);
    match (answer.query.edition, answer.query.filters() > 0) {
        (Edition::Corrected, false) => message!(members::on_day, total = total, day = day),
        (Edition::Corrected, true) => message!(members::some_on_day, shown = shown, total = total, day = day),
        (Edition::Printed, false) => message!(members::entries, total = total),
        (Edition::Printed, true) => message!(members::some_entries, shown = shown, total = total),
    }
}

/// The day, where it is not that of the document: a chip that takes it off.
fn day_chip_ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState) {
    if !state.is_another_day(members) {
        return;
    }
    let then = members.manifest.as_of.first_day();
    let spoken = words.say(&message!(members::back_to_day, day = then));
    if filter_chip(ui, &words.day(state.query.as_of), &spoken) {
        state.set_date(then);
    }
}
