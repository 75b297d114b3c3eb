//! A claim as a row: its verdict's mark, what it says, why, and where it stands.

use egui::{Align, Label, Layout, Rect, Sense, Ui, vec2};

use super::copy_menu;
use super::{chip_width, citation_chip, mark};
use crate::briefing::Claim;
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{choosable_row, within};

/// How much of the row the chip of a publisher takes at most.
const CHIP: f32 = 0.3;

/// Draws the row; a click shows the claim in the inspector. Returns where it stands.
pub fn claim_row(ui: &mut Ui, desk: &mut Desk<'_>, claim: &Claim) -> Rect {
    let t = tokens_of(ui);
    let target = Selection::Claim(claim.id.clone());
    let selected = desk.is_selected(&target);
    let width = ui.available_width();
    let cited = claim.citations.first();
    let chip = cited.map_or(0.0, |citation| chip_width(ui, desk, citation, width * CHIP));
    let text_width = (width - 32.0 - chip - 16.0).max(width / 3.0);
    let font = if selected { Type::Body.strong_font() } else { Type::Body.font() };
    let statement = in_order(ui, ui.painter().layout(claim.statement.clone(), font, t.ink, text_width));
    let note = ui.painter().layout(desk.words.sentence_case(&claim.note), Type::Caption.font(), t.muted, text_width);
    let note = in_order(ui, note);
    let height = statement.size().y + note.size().y + 14.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
    let verdict = claim.verdict.name();
    let spoken = message!(sources::row, mark = verdict, title = &claim.statement, text = &claim.note);
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    let row =
        choosable_row(ui, rect, ui.scope_id().with(("claim", claim.id.as_str())), selected, &desk.words.say(&spoken));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
    let corner = Rect::from_min_size(rect.min + vec2(8.0, 7.0), vec2(16.0, 16.0));
    within(ui, corner, Layout::top_down(Align::Min), |ui| mark(ui, claim.verdict));
    let text = Rect::from_min_size(rect.min + vec2(32.0, 6.0), vec2(text_width, height));
    let label = within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(statement)) | ui.add(Label::new(note))
    });
    let corner = rect.shrink2(vec2(8.0, 6.0));
    within(ui, corner.with_min_x(corner.right() - chip), Layout::right_to_left(Align::Min), |ui| {
        if let Some(citation) = cited {
            citation_chip(ui, desk, citation);
        }
    });
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
    copy_menu(&row, desk, &claim.statement, &claim.citations);
    copy_menu(&label, desk, &claim.statement, &claim.citations);
    rect
}
