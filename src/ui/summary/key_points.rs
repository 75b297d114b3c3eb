//! The key points, each with its verdict and the place it stands.

use egui::text::LayoutJob;
use egui::{Align, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use crate::briefing::{KeyPoint, Verdict};
use crate::ui::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{choosable_row, citation_chip, section_head, verdict_label, verdict_mark, within};

const NUMBER: f32 = 24.0;
const VERDICT: f32 = 108.0;
const CHIP: f32 = 44.0;
/// Below this width the verdict and the chip stand under the text.
const NARROW: f32 = 460.0;

/// Draws the section.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let claims = &desk.briefing.claims;
    let top = ui.cursor().min;
    section_head(ui, "Key points", &format!("{} of {} claims", claims.key_points.len(), claims.claims.len()));
    let head = Rect::from_min_max(top + vec2(0.0, 5.0), pos2(ui.max_rect().right(), ui.min_rect().bottom()));
    within(ui, head, Layout::right_to_left(Align::Center), |ui| tally_ui(ui, desk));
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, point) in claims.key_points.iter().enumerate() {
        point_ui(ui, desk, index + 1, point);
    }
}

/// How many claims have each verdict.
fn tally_ui(ui: &mut Ui, desk: &Desk<'_>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    for verdict in Verdict::ALL.into_iter().rev() {
        let count = desk.briefing.claims.claims.iter().filter(|claim| claim.verdict == verdict).count();
        if count == 0 {
            continue;
        }
        let tip = format!("{count} {}", verdict.label().to_lowercase());
        ui.label(Type::Body.text(count.to_string(), tokens_of(ui).ink)).accessible_name(&tip).on_hover_text(tip);
        verdict_mark(ui, verdict);
        ui.add_space(8.0);
    }
}

fn point_ui(ui: &mut Ui, desk: &mut Desk<'_>, number: usize, point: &KeyPoint) {
    let t = tokens_of(ui);
    let Some(claim) = desk.briefing.claim(&point.claim) else { return };
    let width = ui.available_width();
    let narrow = width < NARROW;
    let mut text = LayoutJob::default();
    text.append(&point.lead, 0.0, Type::Body.strong_format(t.ink));
    text.append(&format!(" {}", point.text), 0.0, Type::Body.format(t.ink));
    text.wrap.max_width = if narrow { width - NUMBER } else { width - NUMBER - VERDICT - CHIP - 24.0 };
    let galley = ui.painter().layout_job(text);
    let below = if narrow { 24.0 } else { 0.0 };
    let height = (galley.size().y + 14.0).max(36.0) + below;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());

    let target = Selection::Claim(point.claim.clone());
    let selected = desk.is_selected(&target);
    let id = ui.scope_id().with(("key-point", point.claim.as_str()));
    let spoken = format!("{number}. {} {} {}: {}", point.lead, point.text, claim.verdict.label(), claim.note);
    let row = choosable_row(ui, rect.expand2(vec2(8.0, 0.0)), id, selected, &spoken);

    let top = rect.top() + 7.0;
    let digits = if selected { t.accent } else { t.muted };
    ui.painter().text(pos2(rect.left(), top), egui::Align2::LEFT_TOP, number.to_string(), Type::Lead.font(), digits);
    let text_rect = Rect::from_min_size(pos2(rect.left() + NUMBER, top), galley.size());
    let label = within(ui, text_rect, Layout::top_down(Align::Min), |ui| ui.add(Label::new(galley)));
    let line = if narrow { text_rect.bottom() + 4.0 } else { top };
    let verdict_left = if narrow { text_rect.left() } else { rect.right() - CHIP - VERDICT };
    let verdict_rect = Rect::from_min_size(pos2(verdict_left, line), vec2(VERDICT, Type::Body.line()));
    within(ui, verdict_rect, Layout::left_to_right(Align::Center), |ui| verdict_label(ui, claim.verdict));
    let chip_rect = Rect::from_min_size(pos2(rect.right() - CHIP, line), vec2(CHIP, Type::Body.line()));
    within(ui, chip_rect, Layout::right_to_left(Align::Center), |ui| {
        if let Some(citation) = claim.citations.first() {
            citation_chip(ui, desk, citation);
        }
    });
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
}
