//! One line on the document that a tab speaks of.

use crate::message;
use egui::{Label, Ui};

use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};

/// Draws, from the right, how long the document is, when it was published, and by whom.
pub fn document_ui(ui: &mut Ui, desk: &Desk<'_>) {
    let (briefing, t) = (desk.briefing, tokens_of(ui));
    let manifest = &briefing.manifest;
    let published = match &manifest.as_of_note {
        Some(note) => message!(shell::published_note, day = manifest.as_of, note = note),
        None => message!(shell::published, day = manifest.as_of),
    };
    let source = briefing.document_source().and_then(|key| briefing.source(key));
    let sentences = briefing.sentences().len();
    let texts = [
        (sentences > 0).then(|| desk.words.say(&message!(shell::sentences, count = sentences))),
        source.map(|_| desk.words.say(&published)),
        source.map(|source| source.publisher.clone()),
    ];
    for text in texts.into_iter().flatten() {
        ui.add(Label::new(Type::Caption.text(text, t.muted)).truncate());
    }
}
