//! One line on the document that a tab speaks of.

use egui::{Label, Ui};

use crate::analysis::format;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};

/// Draws, from the right, how long the document is, when it was published, and by whom.
pub fn document_ui(ui: &mut Ui, desk: &Desk<'_>) {
    let (briefing, t) = (desk.briefing, tokens_of(ui));
    let note = briefing.manifest.as_of_note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
    let source = briefing.source(&briefing.document.source);
    let texts = [
        format::count(briefing.document.sentences.len(), "sentence", "sentences"),
        format!("published {}{note}", format::date(briefing.manifest.as_of)),
        source.map_or(String::new(), |source| source.publisher.clone()),
    ];
    for text in texts {
        ui.add(Label::new(Type::Caption.text(text, t.muted)).truncate());
    }
}
