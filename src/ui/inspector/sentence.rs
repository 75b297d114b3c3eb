//! A sentence of the document: where it stands, what it says, and what is made of it.

use egui::{Sense, Ui, WidgetInfo, accesskit::Role};

use super::{claims_ui, original, part, source};
use crate::analysis::evidence;
use crate::briefing::{Citation, Locator, Message, Sentence};
use crate::drawing::PartKey;
use crate::drawing::locator::locator;
use crate::ui::direction::label;
use crate::ui::paint::{WindowMeasure, paint_shapes};
use crate::ui::parts::citation_chip;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heading;
use crate::{label, message};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, at: Locator, claims: &[usize]) {
    let Some(sentence) = desk.briefing.sentence_at(at) else { return };
    let words = desk.words;
    heading(ui, Type::Lead, &sentence.label);
    part(ui, &words.say(&label!(sources::where_it_is)), |ui| place_ui(ui, desk, sentence));
    if let Some(document) = desk.briefing.document_source().cloned().map(Citation::of) {
        part(ui, &words.say(&label!(sources::the_document)), |ui| source::line_ui(ui, desk, &document, None));
    }
    claims_ui(ui, desk, &label!(sources::what_it_claims), claims);
}

/// Draws the place of a sentence in the document and its paraphrase.
pub fn place_ui(ui: &mut Ui, desk: &mut Desk<'_>, sentence: &Sentence) {
    let t = tokens_of(ui);
    let citation = desk.briefing.document_citation(sentence.at);
    strip_ui(ui, desk, sentence.at);
    let [start, end] = sentence.range;
    ui.horizontal(|ui| {
        if let Some(citation) = &citation {
            citation_chip(ui, desk, citation);
        }
        let range = message!(sources::characters, start = start, end = end);
        label(ui, Type::Caption.text(desk.words.say(&range), t.muted));
    });
    ui.add_space(2.0);
    label(ui, Type::Caption.text(desk.words.say(&label!(sources::in_paraphrase)), t.muted));
    let [before, after] = evidence::neighbours(desk.briefing, sentence.at);
    neighbour_ui(ui, desk, before, |near| message!(sources::before, label = &near.label));
    label(ui, Type::Body.text(&sentence.paraphrase, t.ink));
    neighbour_ui(ui, desk, after, |near| message!(sources::after, label = &near.label));
    original::ui(ui, desk, sentence);
}

/// The sentence before or after, short, for context; a click goes to it.
fn neighbour_ui(ui: &mut Ui, desk: &mut Desk<'_>, neighbour: Option<&Sentence>, said: fn(&Sentence) -> Message) {
    let t = tokens_of(ui);
    let Some(neighbour) = neighbour.filter(|neighbour| !neighbour.boilerplate) else { return };
    let text = desk.words.say(&said(neighbour));
    let button =
        egui::Button::new(Type::Caption.text(text, t.muted)).frame(false).truncate().min_size(egui::Vec2::ZERO);
    if ui.add(button).on_hover_text(&neighbour.paraphrase).clicked() {
        desk.send(Command::Select(Selection::Sentence(neighbour.at)));
    }
}

/// Where the sentence stands in the document; a click on another goes to it.
fn strip_ui(ui: &mut Ui, desk: &mut Desk<'_>, at: Locator) {
    let Some(document) = &desk.briefing.document else { return };
    let drawing = locator(document, at, ui.available_width(), &mut WindowMeasure(ui.painter()), desk.words);
    let (strip, response) = ui.allocate_exact_size(drawing.size.into(), Sense::CLICK);
    paint_shapes(ui, &drawing.shapes, strip.min);
    let spoken = drawing.part(&PartKey::Whole).map_or("", |whole| &whole.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), spoken));
    let part = response.hover_pos().and_then(|pointer| drawing.part_at((pointer - strip.min).into()));
    if let Some((part, PartKey::Sentence(at))) = part.map(|part| (part, &part.key))
        && response.on_hover_text_at_pointer(&part.name).clicked()
    {
        desk.send(Command::Select(Selection::Sentence(*at)));
    }
}
