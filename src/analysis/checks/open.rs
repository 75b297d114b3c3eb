//! What a briefing still has to answer for, counted once for the badges of the tabs.

use super::{Finding, Outcome};
use crate::briefing::Part;

/// The worst outcome that nobody has acknowledged and how many findings have it, in each part of a briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// In what happened.
    pub summary: Option<(Outcome, usize)>,
    /// In the roster.
    pub members: Option<(Outcome, usize)>,
    /// In the trade.
    pub trade: Option<(Outcome, usize)>,
    /// Anywhere.
    pub all: Option<(Outcome, usize)>,
}

impl Open {
    /// Counts them.
    pub fn of(findings: &[Finding]) -> Self {
        let mut open = Self::default();
        for finding in findings.iter().filter(|finding| finding.is_open()) {
            count(&mut open.all, finding.outcome);
            match finding.subject.part() {
                Part::Summary => count(&mut open.summary, finding.outcome),
                Part::Members => count(&mut open.members, finding.outcome),
                Part::Trade => count(&mut open.trade, finding.outcome),
                Part::Sources => {}
            }
        }
        open
    }
}

fn count(worst: &mut Option<(Outcome, usize)>, outcome: Outcome) {
    match worst {
        Some((known, _)) if *known < outcome => {}
        Some((known, number)) if *known == outcome => *number += 1,
        other => *other = Some((outcome, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::Open;
    use crate::analysis::checks::{Finding, Outcome, run};
    use crate::briefing::{Briefing, Part};

    /// The same question asked the plain way.
    fn plainly(findings: &[Finding], part: Option<Part>) -> Option<(Outcome, usize)> {
        let here = || findings.iter().filter(|f| f.is_open() && part.is_none_or(|part| f.subject.part() == part));
        let worst = here().map(|finding| finding.outcome).min()?;
        Some((worst, here().filter(|finding| finding.outcome == worst).count()))
    }

    #[test]
    fn the_worst_that_is_open_is_counted_in_whatever_order_it_comes() {
        let mut findings = run(&Briefing::bundled().expect("the bundled briefing loads"));
        for _ in 0..findings.len() {
            findings.rotate_left(1);
            let open = Open::of(&findings);
            assert_eq!(open.all, plainly(&findings, None));
            assert_eq!(open.summary, plainly(&findings, Some(Part::Summary)));
            assert_eq!(open.members, plainly(&findings, Some(Part::Members)));
            assert_eq!(open.trade, plainly(&findings, Some(Part::Trade)));
        }
        assert_eq!(Open::of(&[]), Open::default());
    }
}
