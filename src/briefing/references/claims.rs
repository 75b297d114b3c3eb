//! The references of the claims and of the evidence behind them.

use std::collections::BTreeSet;

use super::Check;
use crate::briefing::Key;
use crate::briefing::trail::Trail;
use crate::message;

impl Check<'_> {
    pub(super) fn claims(&mut self) {
        let Some(claims) = self.parts.claims.get() else { return };
        let root = Trail::default();
        let ids: BTreeSet<&Key> = claims.claims.iter().map(|claim| &claim.id).collect();
        self.unique(&root.field("claims"), "id", claims.claims.iter().map(|claim| &claim.id));
        let key_points = root.field("key_points");
        for (index, point) in claims.key_points.iter().enumerate() {
            if !ids.contains(&point.claim) {
                self.dangling(
                    &key_points.index(index).field("claim"),
                    message!(problems::no_claim, key = &point.claim),
                    &point.claim,
                    ids.iter().copied(),
                );
            }
        }
        self.sources_of(&root, &claims.citations);
        let list = root.field("claims");
        for (index, claim) in claims.claims.iter().enumerate() {
            let trail = list.index(index);
            self.citations(&trail, &claim.citations);
            for (index, evidence) in claim.evidence.iter().enumerate() {
                self.source(&trail.field("evidence").index(index).field("source"), &evidence.source);
            }
            for (index, mention) in claim.mentions.iter().enumerate() {
                self.mention(&trail.field("mentions").index(index), mention);
            }
            if let Some(causation) = &claim.causation {
                let trail = trail.field("causation");
                self.citations(&trail.field("cause"), &causation.cause.citations);
                self.citations(&trail.field("effect"), &causation.effect.citations);
            }
            if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
                self.statement(&trail.field("forecast").field("outcome"), outcome);
            }
        }
    }
}
