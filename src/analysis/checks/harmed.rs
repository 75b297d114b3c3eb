//! The bundled briefing with one thing changed, for the tests of the checks.

use super::Findings;
use crate::briefing::Briefing;

/// What is found once the bundled briefing has been changed, as `outcome check`.
pub fn found_after(findings: Findings, change: impl FnOnce(&mut Briefing)) -> Vec<String> {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    change(&mut briefing);
    findings(&briefing).iter().map(|f| format!("{} {}", f.outcome.label(), f.check)).collect()
}
