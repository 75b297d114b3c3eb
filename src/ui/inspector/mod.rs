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

use egui::{ScrollArea, Ui};

pub use self::placement::{column_of, overlay_ui, page_ui};
use super::theme::{Type, tokens_of};
use crate::analysis::evidence;
use crate::analysis::memo::Memo;
use crate::briefing::{Claim, Key, Period};
use crate::ui::direction::label;
use crate::ui::parts::claim_row;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Place, Selection};
use crate::ui::shell::frame::regions::{Region, region};
use crate::ui::widgets::{Icon, Needed, TallList, at_right, control_row, hairline, heading, icon_button};

/// From the text to the far side of the bar that scrolls it.
const BAR: f32 = 10.0;

/// Some claims, by their numbers, for a selection.
type Claims = Memo<Selection, Vec<usize>>;

/// What was looked up for the selection, once and not in every frame.
#[derive(Debug, Default)]
pub struct InspectorState {
    /// Which of all of its kind it is, and what stands before and after it.
    place: Memo<Selection, Option<Place>>,
    /// The claims that stand where the selection leads, rest on it or name it.
    claims: Claims,
    history: Memo<Key, state::History>,
    claim: Memo<(Key, Language), claim::Known>,
    source: Memo<(Key, Language), source::Known>,
    values: Memo<(Key, Period), Vec<period::Line>>,
    /// While it lies over the page.
    over: Option<placement::Over>,
}

/// Draws the inspector.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState) {
    region(ui, desk.words, Region::Inspector);
    let Some(selection) = desk.selection() else {
        nothing_ui(ui, desk.words);
        return;
    };
    head_ui(ui, desk, state, selection);
    let pinned = actions::height(selection);
    // The bar stands in the margin, and not over the ends of lines.
    ui.spacing_mut().scroll.bar_outer_margin = -BAR;
    let scroll = ScrollArea::vertical().id_salt(("inspector", selection)).auto_shrink(false);
    scroll.max_height(ui.available_height() - pinned).show(ui, |ui| body_ui(ui, desk, state, selection));
    actions::ui(ui, desk, selection);
}

/// Draws what the inspector would show of something, to be read where it is not selected.
pub fn preview_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, selection: &Selection) {
    let scroll = ScrollArea::vertical().id_salt(("preview", selection)).auto_shrink(false);
    scroll.show(ui, |ui| body_ui(ui, desk, state, selection));
}

/// Draws what there is to be read.
fn body_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, selection: &Selection) {
    match selection {
        Selection::Claim(key) => claim::ui(ui, desk, key, &mut state.claim),
        Selection::Sentence(at) => sentence::ui(ui, desk, *at, claims_of(&mut state.claims, desk, selection)),
        Selection::Source(key) => {
            let claims = claims_of(&mut state.claims, desk, selection);
            source::ui(ui, desk, key, claims, &mut state.source);
        }
        Selection::State(key) => {
            let claims = claims_of(&mut state.claims, desk, selection);
            state::ui(ui, desk, key, &mut state.history, claims);
        }
        Selection::Period(series, period) => period::ui(ui, desk, (series, *period), &mut state.values),
        Selection::Finding(..) => finding::ui(ui, desk, selection, claims_of(&mut state.claims, desk, selection)),
    }
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
    // Where the open tab has no row of it, it is one among all.
    let of_all = |of: &Selection| Place::of_all(of, desk.briefing, desk.findings);
    let place = desk.place.as_ref().or_else(|| state.place.get(selection, of_all).as_ref());
    let caption = desk.words.say(&match place {
        Some(Place { index, all, .. }) => {
            message!(selection::position, kind = kind(selection, desk.place.is_some()), index = index + 1, all = *all)
        }
        None => kind(selection, false),
    });
    let neighbours = place.map(|place| place.neighbours.clone()).unwrap_or_default();
    control_row(ui, |ui| {
        label(ui, Type::Caption.text(caption, t.muted));
        at_right(ui, "neighbours", |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let [previous, next] = neighbours;
            ui.add_enabled_ui(previous.is_some(), |ui| {
                if let (true, Some(previous)) = (
                    icon_button(ui, Icon::CaretUp, &desk.words.say(&message!(selection::previous))).clicked(),
                    previous,
                ) {
                    desk.send(Command::Step(previous));
                }
            });
            ui.add_enabled_ui(next.is_some(), |ui| {
                if let (true, Some(next)) =
                    (icon_button(ui, Icon::CaretDown, &desk.words.say(&message!(selection::next))).clicked(), next)
                {
                    desk.send(Command::Step(next));
                }
            });
            if icon_button(ui, Icon::Close, &desk.words.say(&message!(shell::inspector_close))).clicked() {
                desk.send(Action::ToggleInspector);
            }
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

/// The claims that stand where a selection leads, rest on it or name it.
fn claims_of<'m>(memo: &'m mut Claims, desk: &Desk<'_>, selection: &Selection) -> &'m [usize] {
    let briefing = desk.briefing;
    let speak = |keeps: &dyn Fn(&Claim) -> bool| {
        let all = briefing.claims.claims.iter().enumerate();
        all.filter(|(_, claim)| keeps(claim)).map(|(index, _)| index).collect()
    };
    memo.get(selection, |selection| match selection {
        Selection::Sentence(at) => speak(&|claim| claim.citations.iter().any(|citation| citation.at == Some(*at))),
        Selection::Source(key) => evidence::resting_on(briefing, key).claims,
        Selection::State(key) => speak(&|claim| claim.mentions.contains(key)),
        Selection::Finding(..) => {
            desk.finding(selection).map_or_else(Vec::new, |found| evidence::claims_at(briefing, &found.citations))
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
        let list = TallList::new(ui, "claims", claims.len()).heard(desk.words.say(title));
        list.ui(ui, Needed::Nothing, |ui, row| {
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
