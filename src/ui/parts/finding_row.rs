//! A finding as a row: its outcome's mark, what it is about, what it says, and where.

use egui::{Align, Label, Layout, Rect, Sense, Ui, vec2};

use super::{chip_width, citation_chip, copy_menu, mark};
use crate::analysis::checks::Finding;
use crate::message;
use crate::ui::direction::in_order;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{choosable_row, paint_linked, within};
use crate::words::Words;

/// How much of the row the chip of a publisher takes at most.
const CHIP: f32 = 0.3;

/// What a row says of a finding, put into words once and not in every frame.
#[derive(Clone, Debug)]
pub struct FindingText {
    /// What it is about.
    pub title: String,
    /// What holds or is wrong, and why it is left as it is.
    pub says: String,
    /// All of it, as it is read out.
    spoken: String,
}

impl FindingText {
    /// What is said of a finding.
    pub fn of(words: &Words, finding: &Finding) -> Self {
        let title = words.say(&finding.title);
        let mut says = words.sentence_case(&words.say(&finding.detail));
        if let Some(reason) = &finding.acknowledged {
            says.push('\n');
            says.push_str(&words.say(&message!(words::acknowledged, reason = reason)));
        }
        let spoken = message!(sources::row, mark = finding.outcome.name(), title = &title, text = &says);
        Self { spoken: words.say(&spoken), title, says }
    }
}

/// Draws the row, on the colour of what is linked to the selection where it is; a click shows the finding in the
/// inspector. Returns where it stands.
pub fn finding_row(ui: &mut Ui, desk: &mut Desk<'_>, finding: &Finding, text: &FindingText, linked: bool) -> Rect {
    let t = tokens_of(ui);
    let target = Selection::Finding(finding.id.clone());
    let selected = desk.is_selected(&target);
    let width = ui.available_width();
    let cited = finding.citations.first().filter(|citation| citation.at.is_some());
    let chip = cited.map_or(0.0, |citation| chip_width(ui, desk, citation, width * CHIP));
    let text_width = (width - 32.0 - chip - 16.0).max(width / 3.0);
    let font = if selected { Type::Body.strong_font() } else { Type::Body.font() };
    let title = in_order(ui, ui.painter().layout(text.title.clone(), font, t.ink, text_width));
    let says = in_order(ui, ui.painter().layout(text.says.clone(), Type::Caption.font(), t.muted, text_width));
    let height = title.size().y + says.size().y + 14.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
    if desk.is_revealed(&target) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    if linked {
        ui.painter().add(paint_linked(rect, t));
    }
    let row = choosable_row(ui, rect, ui.scope_id().with(&finding.id), selected, &text.spoken);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
    let corner = Rect::from_min_size(rect.min + vec2(8.0, 7.0), vec2(16.0, 16.0));
    within(ui, corner, Layout::top_down(Align::Min), |ui| mark(ui, finding.outcome));
    let inner = Rect::from_min_size(rect.min + vec2(32.0, 6.0), vec2(text_width, height));
    let label = within(ui, inner, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(title)) | ui.add(Label::new(says))
    });
    let corner = rect.shrink2(vec2(8.0, 6.0));
    within(ui, corner.with_min_x(corner.right() - chip), Layout::right_to_left(Align::Min), |ui| {
        if let Some(citation) = cited {
            citation_chip(ui, desk, citation);
        }
    });
    if row.clicked() || label.clicked() {
        desk.send(Command::Select(target));
    }
    copy_menu(&row, desk, &text.says, &finding.citations);
    copy_menu(&label, desk, &text.says, &finding.citations);
    rect
}
