//! Where the printed list is wrong: each slip in a line, with the sentence that printed it and the sources that know
//! better.

use std::collections::BTreeSet;

use egui::{Sense, Ui, vec2};

use crate::analysis::checks::Outcome;
use crate::analysis::roster::{RosterRow, Slip};
use crate::briefing::{Citation, Members, Message, Roster};
use crate::message;
use crate::ui::parts::{citations_ui, mark};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Needed, TallList, paint_flag};

/// Draws the slips, or that there are none.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, members: Members<'_>, slips: &[Slip]) {
    let t = tokens_of(ui);
    if slips.is_empty() {
        ui.horizontal(|ui| {
            mark(ui, Outcome::Pass);
            ui.label(Type::Body.text(desk.words.say(&message!(members::no_slips)), t.ink2));
        });
    }
    TallList::new(ui, "slips", slips.len()).ui(ui, Needed::Nothing, |ui, row| slip_ui(ui, desk, members, slips[row]));
}

fn slip_ui(ui: &mut Ui, desk: &mut Desk<'_>, members: Members<'_>, slip: Slip) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let roster = members.roster;
    let (row, said) = said(roster, slip);
    let state = row.state_in(roster);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        mark(ui, Outcome::Fail);
        let (flag, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::empty());
        paint_flag(ui, flag, state, briefing.name(&state.names));
        let name = row.printed_in(roster).unwrap_or_else(|| briefing.name(&state.names));
        if ui.link(Type::Body.strong(name, t.accent)).clicked() {
            desk.send(Command::Select(Selection::State(state.id.clone())));
        }
        ui.label(Type::Body.text(desk.words.say(&said), t.ink2));
        let mut citations: Vec<Citation> = match (slip, row.printed) {
            // What is left out is shown wrong by where it stands elsewhere; what is printed, by where it is printed.
            (Slip::LeftOut(_), _) | (_, None) => Vec::new(),
            (_, Some(index)) => briefing.document_citation(roster.printed[index].at).into_iter().collect(),
        };
        let better = match slip {
            Slip::OtherStatus(_, held) => held.citations(members),
            _ => row.citations(members),
        };
        citations.extend(better);
        let mut seen = BTreeSet::new();
        citations.retain(|citation| seen.insert(citation.clone()));
        citations_ui(ui, desk, &citations);
    });
}

/// The row that a slip is about, and what follows its name.
fn said(roster: &Roster, slip: Slip) -> (RosterRow, Message) {
    let status = |row: &RosterRow| row.status_in(roster).in_text().to_owned();
    let since = |row: &RosterRow| row.spell_in(roster).map(|spell| spell.from);
    match slip {
        Slip::Repeated(row) => (row, message!(members::slip_repeated)),
        Slip::Unknown(row) => (row, message!(members::slip_unknown, status = status(&row))),
        Slip::OtherStatus(row, held) => {
            let [printed, was] = [status(&row), status(&held)];
            (
                row,
                match since(&held) {
                    Some(date) => message!(members::slip_other_since, printed = printed, held = was, date = date),
                    None => message!(members::slip_other, printed = printed, held = was),
                },
            )
        }
        Slip::LeftOut(row) => (
            row,
            match since(&row) {
                Some(date) => message!(members::slip_left_out_since, status = status(&row), date = date),
                None => message!(members::slip_left_out, status = status(&row)),
            },
        ),
    }
}
