//! The original words of a sentence from the reader's own copy, where its hash agrees.

use egui::Ui;
use egui::text::LayoutJob;

use crate::analysis::checks::Outcome;
use crate::analysis::evidence;
use crate::briefing::Sentence;
use crate::ui::direction::label;
use crate::ui::parts::mark;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, quiet_button};
use crate::{label, message};

/// Draws the sentence in the original among its neighbours, marked; or that the copy differs; or, without a copy, how
/// to attach one.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, sentence: &Sentence) {
    let t = tokens_of(ui);
    // What stands in the briefing itself needs no copy.
    if let Some(text) = &sentence.text {
        in_briefing_ui(ui, desk, text);
        return;
    }
    let Some((_, attachment)) = desk.attachment else {
        if quiet_button(ui, Some(Icon::Paperclip), &desk.words.say(&Action::Attach.label())).clicked() {
            desk.send(Action::Attach);
        }
        return;
    };
    ui.add_space(4.0);
    label(ui, Type::Caption.text(desk.words.say(&label!(sources::in_the_original)), t.muted));
    let Some(original) = attachment.original(sentence.at) else {
        ui.horizontal_wrapped(|ui| {
            mark(ui, Outcome::Fail);
            label(ui, Type::Body.strong(desk.words.say(&label!(sources::source_differs)), t.ink));
        });
        let text = desk.words.say(&label!(sources::source_differs_why));
        label(ui, Type::Body.text(text, t.ink2));
        return;
    };
    let [before, after] = evidence::neighbours(desk.briefing, sentence.at);
    // A neighbour of another paragraph is no context.
    let words = |neighbour: Option<&Sentence>| {
        let near = neighbour.filter(|near| near.at.paragraph == sentence.at.paragraph)?;
        attachment.original(near.at)
    };
    let mut job = LayoutJob::default();
    if let Some(words) = words(before) {
        job.append(words, 0.0, Type::Body.format(t.muted));
        job.append(" ", 0.0, Type::Body.format(t.muted));
    }
    let cited = egui::TextFormat { background: t.selected, ..Type::Body.format(t.ink) };
    job.append(original, 0.0, cited);
    if let Some(words) = words(after) {
        job.append(" ", 0.0, Type::Body.format(t.muted));
        job.append(words, 0.0, Type::Body.format(t.muted));
    }
    label(ui, job);
}

/// Draws the text that stands in the briefing, with the licence that allows it.
fn in_briefing_ui(ui: &mut Ui, desk: &Desk<'_>, text: &str) {
    let t = tokens_of(ui);
    ui.add_space(4.0);
    ui.label(Type::Caption.text(desk.words.say(&label!(sources::in_the_original)), t.muted));
    let original = egui::TextFormat { background: t.selected, ..Type::Body.format(t.ink) };
    ui.label(LayoutJob::single_section(text.to_owned(), original));
    let briefing = desk.briefing;
    let of_source = briefing.document_source().and_then(|key| briefing.source(key)).and_then(|of| of.licence.as_ref());
    let licence = briefing.document.as_ref().and_then(|document| document.licence.as_ref()).or(of_source);
    if let Some(licence) = licence {
        let said = message!(sources::under_licence, licence = licence);
        ui.label(Type::Caption.text(desk.words.say(&said), t.muted));
    }
}
