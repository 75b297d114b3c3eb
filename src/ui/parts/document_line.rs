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
    let source = briefing.source(&briefing.document.source);
    let texts = [
        desk.words.say(&message!(shell::sentences, count = briefing.document.sentences.len())),
        desk.words.say(&published),
        source.map_or(String::new(), |source| source.publisher.clone()),
    ];
    for text in texts {
        ui.add(Label::new(Type::Caption.text(text, t.muted)).truncate());
    }
}
