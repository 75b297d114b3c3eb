//! What the document claims, by verdict, the worst first.

use egui::{ScrollArea, Shape, Ui};

use super::links::Links;
use super::threads::Ends;
use crate::briefing::Verdict;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{claim_row, hairline, mark, paint_linked, section_head};

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let claims = &desk.briefing.claims.claims;
    let of = |verdict: Verdict| claims.iter().filter(move |claim| claim.verdict == verdict);
    section_head(ui, "Claims", "");
    ui.horizontal(|ui| {
        for verdict in Verdict::ALL.into_iter().filter(|verdict| of(*verdict).next().is_some()) {
            mark(ui, verdict);
            let count = of(verdict).count();
            let spoken = format!("{count} {}", verdict.label().to_lowercase());
            ui.label(Type::Caption.text(count.to_string(), t.ink)).accessible_name(&spoken).on_hover_text(spoken);
            ui.add_space(6.0);
        }
    });
    ui.add_space(8.0);
    ScrollArea::vertical().id_salt("claims").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for verdict in Verdict::ALL.into_iter().filter(|verdict| of(*verdict).next().is_some()) {
            ui.horizontal(|ui| {
                ui.label(Type::Body.strong(verdict.label(), t.ink));
                ui.label(Type::Caption.text(of(verdict).count().to_string(), t.muted));
            });
            ui.add_space(3.0);
            hairline(ui);
            for claim in of(verdict) {
                // Its place is known only once it is drawn, and what lies under it has to be painted first.
                let under = ui.painter().add(Shape::Noop);
                let rect = claim_row(ui, desk, claim);
                if links.claims.contains(&claim.id) {
                    ui.painter().set(under, paint_linked(rect, t));
                    ends.add(ui, rect);
                }
            }
            ui.add_space(8.0);
        }
    });
}
