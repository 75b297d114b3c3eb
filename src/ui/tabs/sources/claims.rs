//! What the document claims, by verdict, the worst first; filtered.

use egui::{ScrollArea, Shape, Ui};

use super::kept::Kept;
use super::links::Links;
use super::threads::Ends;
use crate::analysis::claims::ClaimsQuery;
use crate::briefing::{Claim, Verdict};
use crate::ui::parts::claim_row;
use crate::ui::parts::mark_filter;
use crate::ui::shell::desk::{Desk, Selection};
use crate::ui::theme::tokens_of;
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{TallList, counted_heading, hairline, paint_linked, scroll, section_head};
use crate::{label, message};

/// The claims that a query keeps, by verdict.
pub type Claims = Kept<{ Verdict::ALL.len() }>;

/// Those of some claims, where something is selected and linked.
pub fn kept(claims: &[Claim], query: &ClaimsQuery, links: &Links, selection: Option<&Selection>) -> Claims {
    let is_selected = |claim: &Claim| matches!(selection, Some(Selection::Claim(key)) if *key == claim.id);
    let is_linked = |claim: &Claim| links.claims.contains(&claim.id);
    Kept::of(claims, (&Verdict::ALL, |claim| claim.verdict), |claim| query.keeps(claim), is_linked, is_selected)
}

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, query: &mut ClaimsQuery, kept: &Claims, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let claims = &desk.briefing.claims.claims;
    section_head(ui, &desk.words.say(&label!(sources::head_claims)), "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (verdict, count) in Verdict::ALL.into_iter().zip(kept.parts.each_ref().map(|part| part.count)) {
            let on = query.verdicts.contains(&verdict);
            let shown = count > 0 || on;
            let pressed = shown && mark_filter(ui, desk.words, (verdict.into(), &verdict.name()), count, on);
            if pressed && !query.verdicts.remove(&verdict) {
                query.verdicts.insert(verdict);
            }
        }
    });
    let left = message!(sources::claims_left, shown = kept.rows(), total = claims.len());
    announce_change(ui, "claims", &desk.words.say(&left));
    ui.add_space(8.0);
    scroll(ui, "claims", ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (list, needed) = (TallList::new(ui, "claims", kept.rows()), kept.needed(desk.revealed()));
        for (verdict, part) in Verdict::ALL.into_iter().zip(&kept.parts).filter(|(_, part)| part.len() > 0) {
            let (title, count) = (desk.words.say(&verdict.name()), message!(words::claims, count = part.len()));
            let spoken = desk.words.say(&message!(sources::counted_head, title = &title, count = count));
            counted_heading(ui, &title, &desk.words.count(part.len() as u64), &spoken);
            ui.add_space(3.0);
            hairline(ui);
            let placed = list.table_ui(ui, &title, part.rows(), needed, |ui, row| {
                let claim = &claims[part.number(row)];
                // Its place is known only once it is drawn, and what lies under it has to be painted first.
                let under = ui.painter().add(Shape::Noop);
                let rect = claim_row(ui, desk, claim);
                if links.claims.contains(&claim.id) {
                    ui.painter().set(under, paint_linked(rect, t));
                }
            });
            ends.add(ui, &placed, part.linked.iter().copied(), |_| 0.0);
            ui.add_space(8.0);
        }
    });
}
