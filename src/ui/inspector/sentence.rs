//! A sentence of the document: where it stands, what it says, and what is made of it.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::{original, part, source};
use crate::analysis::evidence;
use crate::briefing::{Locator, Sentence};
use crate::ui::parts::{citation_chip, claim_row};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heading;

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, at: Locator) {
    let Some(sentence) = desk.briefing.document.sentence(at) else { return };
    heading(ui, Type::Lead, &sentence.label);
    part(ui, "Where it is", |ui| place_ui(ui, desk, sentence));
    let document = desk.briefing.document.source.clone();
    part(ui, "The document", |ui| source::line_ui(ui, desk, &document, None));
    let claims: Vec<_> = desk
        .briefing
        .claims
        .claims
        .iter()
        .filter(|claim| claim.citations.iter().any(|citation| citation.at == Some(at)))
        .collect();
    if !claims.is_empty() {
        part(ui, "What it claims", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for claim in claims {
                claim_row(ui, desk, claim);
            }
        });
    }
}

/// Draws the place of a sentence in the document and its paraphrase.
pub fn place_ui(ui: &mut Ui, desk: &mut Desk<'_>, sentence: &Sentence) {
    let t = tokens_of(ui);
    let citation = desk.briefing.document_citation(sentence.at);
    strip_ui(ui, desk, sentence.at);
    let [start, end] = sentence.range;
    ui.horizontal(|ui| {
        citation_chip(ui, desk, &citation);
        ui.label(Type::Caption.text(format!("characters {start} to {end}"), t.muted));
    });
    ui.add_space(2.0);
    ui.label(Type::Caption.text("In paraphrase", t.muted));
    let [before, after] = evidence::neighbours(desk.briefing, sentence.at);
    neighbour_ui(ui, desk, before, "Before: ");
    ui.label(Type::Body.text(&sentence.paraphrase, t.ink));
    neighbour_ui(ui, desk, after, "After: ");
    original::ui(ui, desk, sentence);
}

/// The sentence before or after, short, for context; a click goes to it.
fn neighbour_ui(ui: &mut Ui, desk: &mut Desk<'_>, neighbour: Option<&Sentence>, which: &str) {
    let t = tokens_of(ui);
    let Some(neighbour) = neighbour.filter(|neighbour| !neighbour.boilerplate) else { return };
    let text = format!("{which}{}", neighbour.label);
    let button =
        egui::Button::new(Type::Caption.text(text, t.muted)).frame(false).truncate().min_size(egui::Vec2::ZERO);
    if ui.add(button).on_hover_text(&neighbour.paraphrase).clicked() {
        desk.send(Command::Select(Selection::Sentence(neighbour.at)));
    }
}

/// One segment for each sentence, as long as the sentence is, this one raised.
fn strip_ui(ui: &mut Ui, desk: &Desk<'_>, at: Locator) {
    let t = tokens_of(ui);
    let document = &desk.briefing.document;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::empty());
    let scale = strip.width() / document.length.max(1) as f32;
    let middle = strip.top() + 9.0;
    let mut paragraph = 0;
    let mut free_from = strip.left();
    for sentence in &document.sentences {
        let [start, end] = sentence.range;
        let (left, right) = (strip.left() + start as f32 * scale, strip.left() + end as f32 * scale - 1.0);
        let here = sentence.at == at;
        let (half, fill) = if here { (8.0, t.accent) } else { (4.0, t.stroke) };
        let segment = Rect::from_min_max(pos2(left, middle - half), pos2(right.max(left + 1.0), middle + half));
        ui.painter().rect_filled(segment, 0.0, fill);
        if sentence.at.paragraph != paragraph && left >= free_from {
            paragraph = sentence.at.paragraph;
            let ink = if paragraph == at.paragraph { t.accent } else { t.muted };
            let place = pos2(left, middle + 9.0);
            let drawn =
                ui.painter().text(place, egui::Align2::LEFT_TOP, paragraph.to_string(), Type::Caption.font(), ink);
            free_from = drawn.right() + 2.0;
        }
    }
}
