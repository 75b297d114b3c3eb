//! What the editors know of and leave as it is.

use super::{Check, Finding, Outcome, Subject};
use crate::briefing::{Acknowledgement, Briefing};

/// The check that acknowledgements themselves are held to, once everything else has been found.
pub(super) const CHECK: Check = Check {
    key: "acknowledgement",
    holds: "Every acknowledgement speaks of something that is found",
    run: |_| Vec::new(),
};

/// Marks the failures and warnings that the briefing acknowledges. An acknowledgement of nothing is itself a warning.
pub(super) fn acknowledge(briefing: &Briefing, findings: &mut Vec<Finding>) {
    let mut idle = Vec::new();
    for acknowledgement in &briefing.manifest.acknowledged {
        let mut found = false;
        for finding in findings.iter_mut().filter(|finding| is_about(acknowledgement, finding)) {
            finding.acknowledged.get_or_insert_with(|| acknowledgement.reason.clone());
            found = true;
        }
        if !found {
            idle.push(of_nothing(acknowledgement).of(CHECK.key));
        }
    }
    findings.append(&mut idle);
}

/// Whether an acknowledgement speaks of a finding: of its check, and of its subject where it names one.
fn is_about(acknowledgement: &Acknowledgement, finding: &Finding) -> bool {
    finding.check == acknowledgement.check
        && matches!(finding.outcome, Outcome::Fail | Outcome::Warn)
        && acknowledgement.about.as_ref().is_none_or(|about| finding.subject.key() == about.as_str())
}

fn of_nothing(acknowledgement: &Acknowledgement) -> Finding {
    let Acknowledgement { check, about, reason } = acknowledgement;
    let about_it = about.as_ref().map_or_else(String::new, |about| format!(" about {about}"));
    let detail = format!("{check} finds nothing{about_it}: {reason}");
    let finding = Finding::new(Outcome::Warn, Subject::Briefing, "Acknowledged without need", detail, Vec::new());
    finding.apart(check).apart(&about.as_deref().unwrap_or("all"))
}
