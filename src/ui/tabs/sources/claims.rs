//! What the document claims, by verdict, the worst first; filtered.

use egui::{ScrollArea, Shape, Ui};

use super::links::Links;
use super::threads::Ends;
use crate::analysis::claims::ClaimsQuery;
use crate::briefing::{Claim, Verdict};
use crate::label;
use crate::ui::parts::claim_row;
use crate::ui::parts::mark_filter;
use crate::ui::shell::desk::{Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, hairline, paint_linked, section_head};

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, query: &mut ClaimsQuery, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let claims = &desk.briefing.claims.claims;
    section_head(ui, &desk.words.say(&label!(sources::head_claims)), "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for verdict in Verdict::ALL {
            let count = claims.iter().filter(|claim| claim.verdict == verdict).count();
            let on = query.verdicts.contains(&verdict);
            let shown = count > 0 || on;
            let pressed = shown && mark_filter(ui, desk.words, (verdict.into(), &verdict.name()), count, on);
            if pressed && !query.verdicts.remove(&verdict) {
                query.verdicts.insert(verdict);
            }
        }
    });
    ui.add_space(8.0);
    ScrollArea::vertical().id_salt("claims").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let kept = query.claims(desk.briefing);
        let list = TallList::new(ui, "claims", kept.len());
        for verdict in Verdict::ALL {
            let of: Vec<&Claim> = kept.iter().copied().filter(|claim| claim.verdict == verdict).collect();
            if of.is_empty() {
                continue;
            }
            ui.horizontal(|ui| {
                ui.label(Type::Body.strong(desk.words.say(&verdict.name()), t.ink));
                ui.label(Type::Caption.text(desk.words.count(of.len() as u64), t.muted));
            });
            ui.add_space(3.0);
            hairline(ui);
            for claim in of {
                // Its place is known only once it is drawn, and what lies under it has to be painted first.
                let under = ui.painter().add(Shape::Noop);
                let target = Selection::Claim(claim.id.clone());
                let key = (claim.id.as_str(), desk.is_selected(&target));
                let rect = list.row(ui, key, desk.is_revealed(&target), |ui| {
                    claim_row(ui, desk, claim);
                });
                if links.claims.contains(&claim.id) {
                    ui.painter().set(under, paint_linked(rect, t));
                    ends.add(ui, rect);
                }
            }
            ui.add_space(8.0);
        }
    });
}
