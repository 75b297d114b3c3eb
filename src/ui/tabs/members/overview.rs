//! What lies above the table: how many people that is, the map, and how many have which status.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, TextStyle, TextWrapMode, Ui, WidgetText, pos2, vec2};

use super::answers::Answer;
use super::{MembersState, ledger, map};
use crate::analysis::projection::Projection;
use crate::analysis::roster::RosterView;
use crate::briefing::{Members, Roster};
use crate::message;
use crate::ui::parts::{citations_ui, status_shape};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, icon_button, within};
use crate::words::Words;

/// With less room the vintage is left to the tooltip.
const LEAST_NOTE: f32 = 100.0;
/// Room for the table of counts beside the map.
const LEDGER: f32 = 280.0;
/// The most that it makes use of: figures stand beside their names.
const WIDEST_LEDGER: f32 = 420.0;
/// Of the height of the window, what the map takes at most.
const HIGHEST: f32 = 0.3;
/// Of the distance to the table, what the last line beside the map may take.
const BELOW: f32 = 12.0;
/// Between the counts and the note under them.
const ABOVE_NOTE: f32 = 8.0;

/// Draws how many people live in what is shown and what share of the world's that is, with vintage and source.
pub fn population_ui(ui: &mut Ui, desk: &mut Desk<'_>, roster: &Roster, view: &RosterView) {
    let t = tokens_of(ui);
    if view.population.known == 0 {
        return;
    }
    let column = &roster.columns.population;
    ui.horizontal_wrapped(|ui| {
        let world = roster.world.as_ref();
        let text = view.population.sentence(world.map(|world| world.population));
        let vintage = match world {
            Some(world) => desk.words.say(&message!(members::vintage, note = &column.note, world = &world.note)),
            None => column.note.clone(),
        };
        // Not only while it is pointed at: a screen reader tells of it too.
        ui.label(Type::Caption.text(desk.words.say(&text), t.ink2)).on_hover_text(vintage);
        let mut citations = column.citations.clone();
        for citation in roster.world.iter().flat_map(|world| &world.citations) {
            if !citations.contains(citation) {
                citations.push(citation.clone());
            }
        }
        citations_ui(ui, desk, &citations);
        // Where the line has room; it is in the tooltip besides.
        let room = ui.available_size_before_wrap().x;
        if room > LEAST_NOTE {
            ui.allocate_ui(vec2(room, Type::Caption.line()), |ui| {
                ui.add(Label::new(Type::Caption.text(&column.note, t.muted)).truncate());
            });
        }
    });
}

/// Draws the map, and beside it how many have which status.
pub fn band_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    members: Members<'_>,
    state: &mut MembersState,
    answer: &Answer,
    can_fold: bool,
) {
    let [design_width, design_height] = Projection::DESIGNED;
    let room = ui.available_width();
    // Larger where there is room, and never so high that it pushes the table out of view.
    let most = (ui.ctx().content_rect().height() * HIGHEST * design_width / design_height).min(design_width * 2.0);
    let width = (room - LEDGER - 24.0).clamp(design_width.min(room), most.max(design_width));
    let (band, _) = ui.allocate_exact_size(vec2(room, width * design_height / design_width), Sense::empty());
    map::ui(
        ui,
        desk,
        members,
        &mut state.map,
        &state.facts.region,
        &answer.marks,
        Rect::from_min_size(band.min, vec2(width, band.height())),
    );
    if can_fold {
        let corner = Rect::from_min_size(pos2(band.left() + width - 32.0, band.top() + 4.0), vec2(28.0, 28.0));
        within(ui, corner, Layout::left_to_right(Align::Center), |ui| {
            let fold = desk.words.say(&message!(members::fold_map));
            state.band_folded = icon_button(ui, Icon::CaretUp, &fold).clicked();
        });
    }
    let left = band.left() + width + 24.0;
    let beside = band.with_min_x(left).with_max_x(band.right().min(left + WIDEST_LEDGER));
    if beside.width() < LEDGER - 1.0 {
        return;
    }
    let note = desk.words.say(&message!(members::marks_note));
    let note = Type::Caption.text(note, tokens_of(ui).muted);
    let whole = WidgetText::from(note.clone());
    let whole = whole.into_galley(ui, Some(TextWrapMode::Wrap), beside.width(), TextStyle::Small).size().y;
    let (counts, most) = (ledger::height(&state.facts.ledger), beside.height() + BELOW);
    let fits = counts + ABOVE_NOTE + whole <= most;
    // Without the note the counts end where the map does: it stands below.
    let beside = if fits { beside.with_max_y(beside.top() + most) } else { beside };
    within(ui, beside, Layout::top_down(Align::Min), |ui| {
        // Many statuses scroll beside the map; the bar stands in the margin.
        ScrollArea::vertical().id_salt("ledger").max_height(beside.height()).show(ui, |ui| {
            ui.set_width(beside.width());
            let counted = state.statuses(members).filter(|_| state.is_another_day(members));
            let chosen = counted.as_deref().map(|counted| (answer.query.as_of, counted));
            ledger::ui(ui, desk, members, &state.facts.ledger, chosen);
            if fits {
                ui.add_space(ABOVE_NOTE);
                ui.label(note.clone());
            }
        });
    });
    // Under a low map it is read whole, not cut off beside it.
    if !fits {
        ui.label(note);
    }
}

/// Draws in one line how many have which status, in the place of the map and the counts.
pub fn folded_ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState, can_unfold: bool) {
    let t = tokens_of(ui);
    let counts = state.statuses(members).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        if can_unfold {
            let unfold = words.say(&message!(members::unfold_map));
            state.band_folded = !icon_button(ui, Icon::CaretDown, &unfold).clicked();
        }
        for (status, count) in members.roster.statuses.iter().zip(counts).filter(|(_, count)| *count > 0) {
            let said = message!(roster::counted, count = count, status = status.counted(count).to_owned());
            status_shape(ui, status.shape);
            ui.label(Type::Caption.text(words.say(&said), t.ink2));
            ui.add_space(4.0);
        }
    });
}
