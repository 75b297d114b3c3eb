//! What the editors know of and leave as it is.

use std::collections::HashMap;

use super::{Check, Finding, Needs, Outcome, Subject};
use crate::briefing::{Acknowledgement, Briefing};
use crate::{label, message};

const KEY: &str = "acknowledgement";

/// The check that acknowledgements themselves are held to, once everything else has been found.
pub(super) const CHECKS: &[Check] =
    &[Check { key: KEY, needs: Needs::Nothing, holds: label!(checks::acknowledgement), run: |_| Vec::new() }];

/// The acknowledgements of a briefing, by what they speak of.
pub(super) struct Acknowledgements<'a> {
    /// Those of a check, and of one subject where they name one, by their places in the briefing.
    of: HashMap<(&'a str, Option<&'a str>), Vec<usize>>,
    all: &'a [Acknowledgement],
    /// Which of them speak of something that was found.
    found: Vec<bool>,
}

impl<'a> Acknowledgements<'a> {
    pub fn of(briefing: &'a Briefing) -> Self {
        let all = briefing.manifest.acknowledged.as_slice();
        let mut of: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, acknowledgement) in all.iter().enumerate() {
            of.entry((acknowledgement.check.as_str(), acknowledgement.about.as_deref())).or_default().push(index);
        }
        Self { of, all, found: vec![false; all.len()] }
    }

    /// Marks the failures and warnings among some findings that are acknowledged, with the reason of the first
    /// acknowledgement that speaks of each: of its check, and of its subject, or of it alone, where it names one.
    pub fn mark(&mut self, findings: &mut [Finding]) {
        if self.all.is_empty() {
            return;
        }
        for finding in findings.iter_mut().filter(|f| matches!(f.outcome, Outcome::Fail | Outcome::Warn)) {
            let subject = finding.subject.key();
            let alone = finding.id.within(finding.check).filter(|alone| *alone != subject);
            let about = [Some(None), Some(Some(subject.as_ref())), alone.map(Some)];
            let speaking = about.map(|about| self.of.get(&(finding.check, about?)));
            let first = speaking.iter().flatten().filter_map(|indices| indices.first()).min();
            if let Some(first) = first {
                finding.acknowledged = Some(self.all[*first].reason.clone());
            }
            // All that speak of the same are found together.
            for indices in speaking.into_iter().flatten() {
                if indices.first().is_some_and(|first| !self.found[*first]) {
                    for index in indices {
                        self.found[*index] = true;
                    }
                }
            }
        }
    }

    /// What is found of the acknowledgements themselves: one of nothing is a warning, which can be acknowledged in turn.
    pub fn idle(&mut self) -> Vec<Finding> {
        let mut found = self.of_nothing(false);
        self.mark(&mut found);
        found.extend(self.of_nothing(true));
        found
    }

    /// Those of nothing, among the acknowledgements of acknowledgements or among all others.
    fn of_nothing(&self, of_themselves: bool) -> Vec<Finding> {
        let idle = self.all.iter().zip(&self.found).filter(|(_, found)| !**found);
        let idle = idle.filter(|(acknowledgement, _)| (acknowledgement.check == KEY) == of_themselves);
        idle.map(|(acknowledgement, _)| of_nothing(acknowledgement).of(KEY)).collect()
    }
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
