//! What the editors know of and leave as it is.

use super::{Check, Finding, Outcome, Subject};
use crate::briefing::{Acknowledgement, Briefing};
use crate::{label, message};

const KEY: &str = "acknowledgement";

/// The check that acknowledgements themselves are held to, once everything else has been found.
pub(super) const CHECKS: &[Check] = &[Check { key: KEY, holds: label!(checks::acknowledgement), run: |_| Vec::new() }];

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
            idle.push(of_nothing(acknowledgement).of(KEY));
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
    let detail = match about {
        None => message!(findings::acknowledgement_of_nothing, check = check, reason = reason),
        Some(about) => {
            message!(findings::acknowledgement_of_nothing_about, check = check, subject = about, reason = reason)
        }
    };
    let title = label!(findings::acknowledgement);
    let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, Vec::new());
    finding.apart(check).apart(&about.as_deref().unwrap_or("all"))
}
