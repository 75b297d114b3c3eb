//! One line on the document that a tab speaks of.

use crate::message;
use egui::{Color32, Label, Ui};

use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};

/// Draws by whom the document was published and when, and how long it is; a publisher is cut where there is no room.
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
        source.map(|_| desk.words.say(&published)),
        (sentences > 0).then(|| desk.words.say(&message!(shell::sentences, count = sentences))),
    ];
    let whole: Vec<String> = texts.into_iter().flatten().collect();
    let cut = source.map(|source| source.publisher.clone()).into_iter().collect();
    scope_line_ui(ui, cut, whole, t.muted);
}

/// Draws texts beside each other; the first of them are cut to the room that the others leave, and these, where even they
/// have none, too.
pub fn scope_line_ui(ui: &mut Ui, cut: Vec<String>, whole: Vec<String>, ink: Color32) {
    let width = |text: &String| {
        let text = ui.painter().layout_no_wrap(text.clone(), Type::Caption.font(), ink);
        text.size().x.ceil() + ui.spacing().item_spacing.x
    };
    let (taken, room): (f32, f32) = (whole.iter().map(width).sum(), ui.available_width());
    for text in cut {
        let left = (room - taken).max(0.0);
        ui.scope(|ui| {
            ui.set_max_width(left);
            ui.add(Label::new(Type::Caption.text(text, ink)).truncate());
        });
    }
    for text in whole {
        ui.add(Label::new(Type::Caption.text(text, ink)).truncate());
    }
}
