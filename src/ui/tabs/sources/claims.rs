//! What the document claims, by verdict, the worst first; filtered.

use egui::{ScrollArea, Shape, Ui};

use super::links::Links;
use super::threads::Ends;
use crate::analysis::claims::ClaimsQuery;
use crate::briefing::{Briefing, Claim, Verdict};
use crate::label;
use crate::ui::parts::claim_row;
use crate::ui::parts::mark_filter;
use crate::ui::shell::desk::{Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, hairline, paint_linked, scroll, section_head};

/// The claims that are kept, in the order in which they stand in the column.
pub fn rows(query: &ClaimsQuery, briefing: &Briefing) -> Vec<Selection> {
    let kept = query.claims(briefing);
    let of = |verdict| kept.iter().filter(move |claim| claim.verdict == verdict);
    Verdict::ALL.into_iter().flat_map(of).map(|claim| Selection::Claim(claim.id.clone())).collect()
}

/// Which claims are kept, and how many there are of each verdict.
#[derive(Debug)]
pub struct Kept {
    of: [Vec<usize>; Verdict::ALL.len()],
    /// Where those stand among them that are linked to the selection.
    linked: [Vec<usize>; Verdict::ALL.len()],
    counts: [usize; Verdict::ALL.len()],
}

impl Kept {
    /// Those of some claims that a query keeps, and which of them are linked.
    pub fn of(claims: &[Claim], query: &ClaimsQuery, links: &Links) -> Self {
        let kept = |verdict| {
            let is_kept = |index: &usize| claims[*index].verdict == verdict && query.keeps(&claims[*index]);
            (0..claims.len()).filter(is_kept).collect()
        };
        let count = |verdict| claims.iter().filter(|claim| claim.verdict == verdict).count();
        let of: [Vec<usize>; Verdict::ALL.len()] = Verdict::ALL.map(kept);
        let is_linked = |index: usize| links.claims.contains(&claims[index].id);
        let linked = of.each_ref().map(|of| (0..of.len()).filter(|place| is_linked(of[*place])).collect());
        Self { of, linked, counts: Verdict::ALL.map(count) }
    }
}

/// Draws the column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, query: &mut ClaimsQuery, kept: &Kept, links: &Links, ends: &mut Ends) {
    let t = tokens_of(ui);
    let claims = &desk.briefing.claims.claims;
    section_head(ui, &desk.words.say(&label!(sources::head_claims)), "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (verdict, count) in Verdict::ALL.into_iter().zip(kept.counts) {
            let on = query.verdicts.contains(&verdict);
            let shown = count > 0 || on;
            let pressed = shown && mark_filter(ui, desk.words, (verdict.into(), &verdict.name()), count, on);
            if pressed && !query.verdicts.remove(&verdict) {
                query.verdicts.insert(verdict);
            }
        }
    });
    ui.add_space(8.0);
    scroll(ui, "claims", ScrollArea::vertical().auto_shrink(false), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = TallList::new(ui, "claims", kept.of.iter().map(Vec::len).sum());
        let mut first = 0;
        for ((verdict, of), linked) in Verdict::ALL.into_iter().zip(&kept.of).zip(&kept.linked) {
            if of.is_empty() {
                continue;
            }
            ui.horizontal(|ui| {
                ui.label(Type::Body.strong(desk.words.say(&verdict.name()), t.ink));
                ui.label(Type::Caption.text(desk.words.count(of.len() as u64), t.muted));
            });
            ui.add_space(3.0);
            hairline(ui);
            let revealed = desk.revealed().and_then(|selection| {
                let Selection::Claim(key) = selection else { return None };
                Some(first + of.iter().position(|index| claims[*index].id == *key)?)
            });
            let rows = first..first + of.len();
            let placed = list.some(ui, rows.clone(), revealed, |ui, row| {
                let claim = &claims[of[row - first]];
                // Its place is known only once it is drawn, and what lies under it has to be painted first.
                let under = ui.painter().add(Shape::Noop);
                let rect = claim_row(ui, desk, claim);
                if links.claims.contains(&claim.id) {
                    ui.painter().set(under, paint_linked(rect, t));
                }
            });
            ends.add(ui, &placed, linked.iter().map(|place| first + place), |_| 0.0);
            first = rows.end;
            ui.add_space(8.0);
        }
    });
}
