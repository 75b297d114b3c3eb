//! What is open, how far it is known, and at what size it is shown.

use egui::Ui;

use crate::analysis::checks::Outcome;
use crate::message;
use crate::ui::parts::mark;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::{at_right, focus_ring};

/// Between one thing and the next.
const GAP: f32 = 16.0;

/// Draws the bar; `facts` are what the open tab says of itself, `until` is how far it is known.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, facts: &[String], until: &str, zoom: f32) {
    let t = tokens_of(ui);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_space(layout::PAGE_MARGIN);
        source_ui(ui, desk);
        ui.spacing_mut().item_spacing.x = GAP;
        ui.add_space(8.0);
        let words = desk.words;
        let keys = words.say(&message!(shell::keys_link));
        let percent = words.say(&message!(shell::zoom, percent = (zoom * 100.0).round() as u32));
        let until = if ui.ctx().content_rect().width() >= layout::COMPACT { until } else { "" };
        let measured = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), Type::Caption.font(), t.ink2);
        let right: f32 = [keys.as_str(), &percent, until].map(|text| measured(text).size().x + GAP).iter().sum();
        let facts: Vec<_> = facts.iter().map(|fact| measured(fact)).collect();
        for fact in facts {
            // What does not fit beside what stands at the right is left out, from the end.
            if fact.size().x + right + layout::PAGE_MARGIN > ui.available_width() {
                break;
            }
            ui.label(fact);
        }
        at_right(ui, "status", |ui| {
            if !until.is_empty() {
                ui.label(Type::Caption.text(until, t.muted));
            }
            if link(ui, &percent, &words.say(&message!(shell::zoom_reset))) {
                desk.send(Action::ZoomReset);
            }
            if link(ui, &keys, &words.say(&message!(shell::keys_show))) {
                desk.send(Action::ToggleKeys);
            }
            ui.add_space(layout::PAGE_MARGIN - GAP);
        });
    });
}

/// What is held against what: the reader's copy against the hashes of the document, or else the briefing's digest.
fn source_ui(ui: &mut Ui, desk: &Desk<'_>) {
    let t = tokens_of(ui);
    let (said, sha256, shown) = match desk.attachment {
        Some((_, attachment)) if attachment.is_whole() => {
            (message!(shell::source_unchanged), &attachment.sha256, Some(Outcome::Pass))
        }
        Some((_, attachment)) if attachment.differing().is_empty() => {
            (message!(shell::source_agrees), &attachment.sha256, Some(Outcome::Pass))
        }
        Some((_, attachment)) => {
            let count = attachment.differing().len();
            let said = message!(shell::source_differs, count = count);
            (said, &attachment.sha256, Some(Outcome::Fail))
        }
        None => (message!(shell::digest_of_briefing), &desk.briefing.digest, None),
    };
    if let Some(shown) = shown {
        mark(ui, shown);
    }
    ui.label(Type::Caption.text(desk.words.say(&said), t.ink2));
    ui.label(Type::Caption.mono(sha256.short(), t.muted)).on_hover_text(format!("SHA-256 {}", sha256.as_str()));
}

/// A caption that can be clicked; `spoken` is what a screen reader says.
fn link(ui: &mut Ui, text: &str, spoken: &str) -> bool {
    let t = tokens_of(ui);
    let label = egui::Button::new(Type::Caption.text(text, t.muted)).frame(false).min_size(egui::Vec2::ZERO);
    let link = ui.add(label);
    focus_ring(ui, &link, link.rect, 2);
    link.accessible_name(spoken).on_hover_text(spoken).clicked()
}
