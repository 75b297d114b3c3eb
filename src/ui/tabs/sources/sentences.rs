//! The document, sentence by sentence, in paraphrase.

use egui::{Align, Align2, Color32, Label, Layout, ScrollArea, Sense, Ui, pos2, vec2};

use super::links::Links;
use super::threads::Ends;
use crate::briefing::Sentence;
use crate::ui::direction::in_order;
use crate::ui::parts::copy_menu;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{
    Icon, TallList, button, choosable_row, control_row, paint_linked, quiet_button, scroll, section_head, within,
};
use crate::{label, message};

/// How far the texts stand to the right at least.
const INDENT: f32 = 52.0;
/// How far the number of a paragraph stands to the right, and that of a sentence before the text.
const PARAGRAPH: f32 = 6.0;
const NUMBER: f32 = 14.0;
/// Between two paragraphs, with the rule in the middle.
const BETWEEN: f32 = 5.0;

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, numbers: [u16; 2], links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let sentences = desk.briefing.sentences();
    section_head(ui, &desk.words.say(&label!(sources::head_sentences)), "");
    let paragraphs = sentences.last().map_or(0, |sentence| usize::from(sentence.at.paragraph));
    let aside = message!(sources::paragraphs_and_sentences, paragraphs = paragraphs, sentences = sentences.len());
    ui.label(Type::Caption.text(desk.words.say(&aside), t.muted));
    attachment_ui(ui, desk);
    ui.add_space(8.0);
    let indent = indent(ui, numbers);
    scroll(ui, "sentences", ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = desk.words.say(&label!(sources::pane_sentences));
        let list = TallList::new(ui, "sentences", sentences.len()).heard(name);
        let revealed = desk.revealed().and_then(|selection| {
            let Selection::Sentence(at) = selection else { return None };
            sentences.binary_search_by_key(at, |sentence| sentence.at).ok()
        });
        let begins = |row: usize| {
            row.checked_sub(1).is_none_or(|before| sentences[before].at.paragraph != sentences[row].at.paragraph)
        };
        let placed = list.ui(ui, revealed, |ui, row| {
            let sentence = &sentences[row];
            let first = begins(row);
            if first && row > 0 {
                let (between, _) = ui.allocate_exact_size(vec2(ui.available_width(), BETWEEN), Sense::empty());
                ui.painter().hline(between.x_range(), between.center().y, (1.0, tokens_of(ui).hairline));
            }
            // A claim opens the sentence it rests on.
            let linked = links.sentences.contains(&sentence.at);
            let opened = linked || desk.is_selected(&Selection::Sentence(sentence.at));
            sentence_ui(ui, desk, sentence, indent, Standing { first, linked, opened });
        });
        let above = |row: usize| if row > 0 && begins(row) { BETWEEN } else { 0.0 };
        ends.add(ui, &placed, links.rows.iter().copied(), above);
    });
}

/// The reader's own copy: attached with how far it agrees, or how to attach it.
fn attachment_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    control_row(ui, |ui| {
        let Some((path, attachment)) = desk.attachment else {
            if button(ui, Some(Icon::Paperclip), &desk.words.say(&Action::Attach.label())).clicked() {
                desk.send(Action::Attach);
            }
            return;
        };
        let all = desk.briefing.sentences().len();
        let text = message!(sources::your_copy, agreeing = attachment.agreeing(), all = all);
        ui.label(Type::Caption.text(desk.words.say(&text), t.ink2)).on_hover_text(path.display().to_string());
        if quiet_button(ui, None, &desk.words.say(&Action::Detach.label())).clicked() {
            desk.send(Action::Detach);
        }
    });
}

/// The highest number of a paragraph, and of a sentence in one.
pub fn numbers(sentences: &[Sentence]) -> [u16; 2] {
    let most = |number: fn(&Sentence) -> u16| sentences.iter().map(number).max().unwrap_or_default();
    [most(|sentence| sentence.at.paragraph), most(|sentence| sentence.at.sentence)]
}

/// How far the texts stand to the right, so that the numbers of all paragraphs and sentences have room before them.
fn indent(ui: &Ui, [paragraph, sentence]: [u16; 2]) -> f32 {
    let wide =
        |text: String| ui.painter().layout_no_wrap(text, Type::Caption.mono_font(), Color32::PLACEHOLDER).size().x;
    (PARAGRAPH + wide(format!("¶{paragraph}")) + 8.0 + wide(sentence.to_string()) + NUMBER).max(INDENT)
}

/// How a sentence stands in the list.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether it is the first of its paragraph.
    first: bool,
    /// Whether it is linked to what is selected.
    linked: bool,
    /// Whether what it says is shown.
    opened: bool,
}

/// A sentence: what it is about, and, where it is chosen, what it says.
fn sentence_ui(ui: &mut Ui, desk: &mut Desk<'_>, sentence: &Sentence, indent: f32, standing: Standing) {
    let t = tokens_of(ui);
    let Standing { first, linked, opened } = standing;
    let target = Selection::Sentence(sentence.at);
    let selected = desk.is_selected(&target);
    let width = ui.available_width();
    let ink = if sentence.boilerplate { t.muted } else { t.ink };
    let font = if opened { Type::Body.strong_font() } else { Type::Body.font() };
    let label = in_order(ui, ui.painter().layout(sentence.label.clone(), font, ink, width - indent - 12.0));
    let says = opened
        .then(|| ui.painter().layout(sentence.paraphrase.clone(), Type::Caption.font(), t.ink2, width - indent - 12.0))
        .map(|says| in_order(ui, says));
    let height = label.size().y + says.as_ref().map_or(0.0, |says| says.size().y + 6.0) + 7.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
    let spoken = message!(
        sources::sentence,
        paragraph = usize::from(sentence.at.paragraph),
        sentence = usize::from(sentence.at.sentence),
        label = &sentence.label
    );
    if linked {
        ui.painter().add(paint_linked(rect, t));
    }
    let id = ui.scope_id().with(("sentence", sentence.at.to_string()));
    let row = choosable_row(ui, rect, id, selected, &desk.words.say(&spoken));
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    let top = rect.top() + 3.0;
    let mono = Type::Caption.mono_font();
    if first {
        let paragraph = format!("¶{}", sentence.at.paragraph);
        ui.painter().text(pos2(rect.left() + PARAGRAPH, top + 1.0), Align2::LEFT_TOP, paragraph, mono.clone(), t.muted);
    }
    let number = sentence.at.sentence.to_string();
    let digits = if opened { t.accent } else { t.muted };
    ui.painter().text(pos2(rect.left() + indent - NUMBER, top + 1.0), Align2::RIGHT_TOP, number, mono, digits);
    let text = rect.with_min_x(rect.left() + indent).with_min_y(top);
    let label = within(ui, text, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let label = ui.add(Label::new(label));
        match says {
            Some(says) => label | ui.add(Label::new(says)),
            None => label,
        }
    });
    let citation = desk.briefing.document_citation(sentence.at);
    let citations = citation.as_slice();
    copy_menu(&row, desk, &sentence.paraphrase, citations);
    copy_menu(&label, desk, &sentence.paraphrase, citations);
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
}
