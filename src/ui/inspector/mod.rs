//! The inspector: what is selected, and what it rests on.

mod actions;
mod claim;
mod finding;
mod original;
mod period;
mod placement;
mod sentence;
mod source;
mod state;

use crate::briefing::Message;
use crate::message;
use crate::words::{Language, Words};
use std::collections::BTreeSet;

use egui::{Align, Layout, ScrollArea, Ui};

pub use self::placement::{overlay_ui, panel_ui};
use super::theme::{Type, tokens_of};
use crate::analysis::memo::Memo;
use crate::briefing::{Claim, Key, Locator, Period};
use crate::ui::direction::label;
use crate::ui::parts::claim_row;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Place, Selection};
use crate::ui::widgets::{Icon, Needed, TallList, control_row, hairline, heading, icon_button};

/// From the text to the far side of the bar that scrolls it.
const BAR: f32 = 10.0;

/// What was looked up for the selection, once and not in every frame.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// Which of all of its kind it is, and what stands before and after it.
    place: Memo<Selection, Option<Place>>,
    /// The claims that stand where the selection leads, rest on it or name it.
    claims: Memo<Selection, Vec<usize>>,
    history: Memo<Key, state::History>,
    claim: Memo<(Key, Language), claim::Known>,
    values: Memo<(Key, Period), Vec<period::Line>>,
}

/// Draws the inspector.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState) {
    let Some(selection) = desk.selection() else {
        nothing_ui(ui, desk.words);
        return;
    };
    head_ui(ui, desk, state, selection);
    let pinned = actions::height(selection);
    // The bar stands in the margin, and not over the ends of lines.
    ui.spacing_mut().scroll.bar_outer_margin = -BAR;
    let scroll = ScrollArea::vertical().id_salt(("inspector", selection)).auto_shrink(false);
    scroll.max_height(ui.available_height() - pinned).show(ui, |ui| match selection {
        Selection::Claim(key) => claim::ui(ui, desk, key, &mut state.claim),
        Selection::Sentence(at) => sentence::ui(ui, desk, *at, claims_of(state, desk, selection)),
        Selection::Source(key) => source::ui(ui, desk, key, claims_of(state, desk, selection)),
        Selection::State(key) => {
            let claims = claims_of(state, desk, selection).to_vec();
            state::ui(ui, desk, key, &mut state.history, &claims);
        }
        Selection::Period(series, period) => period::ui(ui, desk, (series, *period), &mut state.values),
        Selection::Finding(..) => finding::ui(ui, desk, selection, claims_of(state, desk, selection)),
    });
    actions::ui(ui, desk, selection);
}

fn nothing_ui(ui: &mut Ui, words: &Words) {
    let t = tokens_of(ui);
    ui.add_space(8.0);
    heading(ui, Type::Lead, &words.say(&message!(selection::nothing)));
    label(ui, Type::Body.text(words.say(&message!(selection::nothing_why)), t.ink2));
    ui.add_space(4.0);
    label(ui, Type::Caption.text(words.say(&message!(selection::nothing_how)), t.muted));
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, selection: &Selection) {
    let t = tokens_of(ui);
    let place = desk.place.as_ref().or_else(|| state.place.get(selection, |of| place(desk, of)).as_ref());
    let caption = desk.words.say(&match place {
        Some(Place { index, all, .. }) => {
            message!(selection::position, kind = kind(selection, desk.place.is_some()), index = index + 1, all = *all)
        }
        None => kind(selection, false),
    });
    let neighbours = place.map(|place| place.neighbours.clone()).unwrap_or_default();
    control_row(ui, |ui| {
        label(ui, Type::Caption.text(caption, t.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if icon_button(ui, Icon::Close, &desk.words.say(&message!(shell::inspector_close)), false).clicked() {
                desk.send(Action::ToggleInspector);
            }
            let [previous, next] = neighbours;
            ui.add_enabled_ui(next.is_some(), |ui| {
                if let (true, Some(next)) = (
                    icon_button(ui, Icon::CaretDown, &desk.words.say(&message!(selection::next)), false).clicked(),
                    next,
                ) {
                    desk.send(Command::Step(next));
                }
            });
            ui.add_enabled_ui(previous.is_some(), |ui| {
                if let (true, Some(previous)) = (
                    icon_button(ui, Icon::CaretUp, &desk.words.say(&message!(selection::previous)), false).clicked(),
                    previous,
                ) {
                    desk.send(Command::Step(previous));
                }
            });
        });
    });
    ui.add_space(4.0);
}

/// What is selected; a state that stands in the table of the open tab is a row of it.
fn kind(selection: &Selection, is_row: bool) -> Message {
    match selection {
        Selection::Claim(_) => message!(selection::claim),
        Selection::Sentence(_) => message!(selection::sentence),
        Selection::Source(_) => message!(selection::source),
        Selection::State(_) if is_row => message!(selection::row),
        Selection::State(_) => message!(selection::state),
        Selection::Period(_, period) if period.is_year() => message!(selection::year),
        Selection::Period(..) => message!(selection::period),
        Selection::Finding(..) => message!(selection::check),
    }
}

/// Where what is selected stands among all of its kind, where the open tab has no row of it.
fn place(desk: &Desk<'_>, selection: &Selection) -> Option<Place> {
    let briefing = desk.briefing;
    let all: Vec<Selection> = match selection {
        Selection::Claim(_) => briefing.claims.claims.iter().map(|claim| Selection::Claim(claim.id.clone())).collect(),
        Selection::Sentence(_) => {
            briefing.sentences().iter().map(|sentence| Selection::Sentence(sentence.at)).collect()
        }
        Selection::Source(_) => {
            briefing.sources.sources.iter().map(|source| Selection::Source(source.id.clone())).collect()
        }
        Selection::State(_) => briefing.states().map(|state| Selection::State(state.id.clone())).collect(),
        Selection::Period(series, period) => {
            let observations = briefing.series(series).map_or(&[][..], |series| &series.observations);
            let alike = observations.iter().map(|o| o.period).filter(|other| other.kind() == period.kind());
            let periods: BTreeSet<Period> = alike.collect();
            periods.into_iter().map(|period| Selection::Period(series.clone(), period)).collect()
        }
        Selection::Finding(..) => desk.findings.iter().map(|finding| Selection::Finding(finding.id.clone())).collect(),
    };
    Place::among(selection, &all)
}

/// The claims that stand where a selection leads, rest on it or name it.
fn claims_of<'s>(state: &'s mut InspectorState, desk: &Desk<'_>, selection: &Selection) -> &'s [usize] {
    let briefing = desk.briefing;
    let speak = |keeps: &dyn Fn(&Claim) -> bool| {
        let all = briefing.claims.claims.iter().enumerate();
        all.filter(|(_, claim)| keeps(claim)).map(|(index, _)| index).collect()
    };
    state.claims.get(selection, |selection| match selection {
        Selection::Sentence(at) => speak(&|claim| claim.citations.iter().any(|citation| citation.at == Some(*at))),
        Selection::Source(key) => speak(&|claim| {
            claim.citations.iter().any(|citation| citation.source == *key && citation.at.is_none())
                || claim.evidence.iter().any(|evidence| evidence.source == *key)
        }),
        Selection::State(key) => speak(&|claim| claim.mentions.contains(key)),
        Selection::Finding(..) => {
            let found = desk.finding(selection).map_or(&[][..], |finding| &finding.citations);
            let here: BTreeSet<Locator> = briefing.locators(found).collect();
            speak(&|claim| briefing.locators(&claim.citations).any(|at| here.contains(&at)))
        }
        Selection::Claim(_) | Selection::Period(..) => Vec::new(),
    })
}

/// A part of the inspector with claims in it, where there are any.
fn claims_ui(ui: &mut Ui, desk: &mut Desk<'_>, title: &Message, claims: &[usize]) {
    if claims.is_empty() {
        return;
    }
    let all = &desk.briefing.claims.claims;
    part(ui, &desk.words.say(title), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        TallList::new(ui, "claims", claims.len()).ui(ui, Needed::Nothing, |ui, row| {
            claim_row(ui, desk, &all[claims[row]]);
        });
    });
}

/// A part of the inspector with its head.
fn part(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(10.0);
    hairline(ui);
    ui.add_space(8.0);
    heading(ui, Type::Body, title);
    ui.add_space(2.0);
    add(ui);
}
