//! What can be done with what is selected, at the inspector's foot.

use egui::Ui;

use crate::briefing::{Citation, Locator};
use crate::export::quotation;
use crate::ui::desk::{Command, Desk, Selection, Tab};
use crate::ui::widgets::{Icon, button, hairline, icon_button, quiet_button};

/// The height of the row.
pub const HEIGHT: f32 = 46.0;

/// Something that can be done: its icon if it has one, its name, and what it asks for.
pub struct Action(Option<Icon>, &'static str, Command);

const SHOW: &str = "Show in source";

/// What can be done with a selection.
pub fn of(desk: &Desk<'_>, selection: &Selection) -> Vec<Action> {
    let briefing = desk.briefing;
    let copies = |plain: String, markdown: String| {
        vec![
            Action(Some(Icon::Copy), "Copy with citation", Command::Copy(plain)),
            Action(None, "Markdown", Command::Copy(markdown)),
        ]
    };
    let show = |at: Locator| Action(Some(Icon::Quotes), SHOW, Command::Open(Tab::Sources, Selection::Sentence(at)));
    match selection {
        Selection::Claim(key) => {
            let Some(claim) = briefing.claim(key) else { return Vec::new() };
            let mut actions =
                copies(quotation::claim_plain(briefing, claim), quotation::claim_markdown(briefing, claim));
            actions.extend(claim.citations.iter().find_map(|citation| citation.at).map(show));
            actions
        }
        Selection::Sentence(at) => {
            let Some(sentence) = briefing.document.sentence(*at) else { return Vec::new() };
            let citations: [Citation; 1] = [briefing.document_citation(*at)];
            let mut actions = copies(
                quotation::plain(briefing, &sentence.paraphrase, &citations),
                quotation::markdown(briefing, &sentence.paraphrase, &citations),
            );
            actions.push(show(*at));
            actions
        }
        Selection::Source(_) | Selection::State(_) | Selection::Year(_) => Vec::new(),
    }
}

/// Draws the row.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, actions: Vec<Action>) {
    if actions.is_empty() {
        return;
    }
    hairline(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for Action(icon, label, command) in actions {
            let pressed = match icon {
                Some(icon) if label == SHOW => icon_button(ui, icon, label, false),
                Some(icon) => button(ui, Some(icon), label),
                None => quiet_button(ui, None, label),
            };
            if pressed.clicked() {
                desk.send(command);
            }
        }
    });
}
