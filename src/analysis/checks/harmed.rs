//! The bundled briefing with one thing changed, for the tests of the checks.

use super::{Check, findings_of};
use crate::briefing::Briefing;

/// What some checks find once the bundled briefing has been changed, as `outcome check`.
pub fn found_after(checks: &'static [Check], change: impl FnOnce(&mut Briefing)) -> Vec<String> {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    change(&mut briefing);
    findings_of(checks, &briefing).iter().map(|f| format!("{} {}", f.outcome.label(), f.check)).collect()
}
