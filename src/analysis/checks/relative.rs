//! Dates that depend on the day of publication: resolved, shown, and held against what they are taken to mean.

use jiff::{Span, civil};

use super::{Check, Finding, Needs, Outcome, Subject, citing, in_turn};
use crate::briefing::{Briefing, Date, DateUnit, Locator, Message, Precision, RelativeDate};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "relative-date",
    needs: Needs::Document,
    holds: label!(checks::relative_date),
    run: |material| relative_dates(material.briefing),
}];

/// One finding for all that resolve as they are taken, and one for each that does not.
fn relative_dates(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut resolved: Vec<(Locator, Message)> = Vec::new();
    for sentence in briefing.sentences() {
        for relative in &sentence.as_printed.relative_dates {
            let counted = resolve(briefing.manifest.as_of, relative);
            if counted.is_some_and(|day| agrees(day, relative)) {
                let said = message!(findings::relative_date_is, words = &relative.words, date = relative.means);
                resolved.push((sentence.at, said));
            } else {
                findings.push(otherwise(briefing, sentence.at, relative, counted));
            }
        }
    }
    let detail = in_turn(resolved.iter().map(|(_, said)| said.clone()));
    if let (Some(detail), Some((first, _))) = (detail, resolved.first()) {
        let citations = citing(briefing, resolved.iter().map(|(at, _)| *at));
        let subject = Subject::Sentence(*first);
        let title = label!(findings::relative_dates);
        findings.push(Finding::new(Outcome::Info, subject, title, detail, citations));
    }
    findings
}

/// An expression that does not mean what it is taken to mean.
fn otherwise(briefing: &Briefing, at: Locator, relative: &RelativeDate, counted: Option<civil::Date>) -> Finding {
    let (words, as_of, means) = (&relative.words, briefing.manifest.as_of, relative.means);
    let detail = match counted {
        Some(day) => message!(
            findings::relative_date_counted,
            words = words,
            as_of = as_of,
            counted = Date::day(day),
            means = means
        ),
        None => message!(findings::relative_date_none, words = words, as_of = as_of, means = means),
    };
    let title = label!(findings::relative_date);
    let finding = Finding::new(Outcome::Fail, Subject::Sentence(at), title, detail, citing(briefing, [at]));
    finding.apart(&relative.unit.key()).apart(&relative.step).apart(&relative.means)
}

/// The day that an expression means, counted from the day of publication; its month or year where it counts in those.
fn resolve(published: Date, relative: &RelativeDate) -> Option<civil::Date> {
    let step = i64::from(relative.step);
    let span = match relative.unit {
        // Nobody can count days from a month.
        DateUnit::Day if published.precision() != Precision::Day => return None,
        DateUnit::Day => Span::new().try_days(step),
        DateUnit::Month => Span::new().try_months(step),
        DateUnit::Year => Span::new().try_years(step),
    };
    published.first_day().checked_add(span.ok()?).ok()
}

/// Whether a day is the date meant, as far as the expression goes.
fn agrees(day: civil::Date, relative: &RelativeDate) -> bool {
    let meant = relative.means;
    let known_enough = match relative.unit {
        DateUnit::Day => meant.precision() == Precision::Day,
        DateUnit::Month => meant.precision() != Precision::Year,
        DateUnit::Year => true,
    };
    let first = meant.first_day();
    let same = match relative.unit {
        DateUnit::Day => day == first,
        DateUnit::Month => (day.year(), day.month()) == (first.year(), first.month()),
        DateUnit::Year => day.year() == first.year(),
    };
    known_enough && same
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CHECKS;
    use crate::analysis::checks::tests::{said, sentences};
    use crate::analysis::checks::{Finding, Outcome, findings_of};
    use crate::briefing::{Briefing, DateUnit, RelativeDate};

    fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS, briefing)
    }

    /// What is found of one expression in a text of a day, as outcome and detail.
    fn found(as_of: &str, step: i16, unit: DateUnit, means: &str) -> (Outcome, String) {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        briefing.manifest.as_of = as_of.parse().expect(as_of);
        for sentence in sentences(&mut briefing) {
            sentence.as_printed.relative_dates.clear();
        }
        let means = means.parse().expect(means);
        let relative = RelativeDate { words: "then".to_owned(), step, unit, means };
        sentences(&mut briefing)[0].as_printed.relative_dates.push(relative);
        let found = found_in(&briefing);
        assert_eq!(found.len(), 1);
        (found[0].outcome, said(&found[0].detail).replace('\u{a0}', " "))
    }

    #[test]
    fn days_months_and_years_are_counted_from_publication() {
        for (as_of, step, unit, means) in [
            ("2025-07-14", -1, DateUnit::Day, "2025-07-13"),
            ("2025-01-01", -1, DateUnit::Day, "2024-12-31"),
            ("2025-07-14", 0, DateUnit::Day, "2025-07-14"),
            ("2025-03-31", -1, DateUnit::Month, "2025-02"),
            ("2025-07-14", -1, DateUnit::Year, "2024"),
            ("2025-07", 1, DateUnit::Month, "2025-08"),
            ("2025-07-14", -1, DateUnit::Year, "2024-05"),
        ] {
            assert_eq!(found(as_of, step, unit, means).0, Outcome::Info, "{as_of} {step} {means}");
        }
    }

    #[test]
    fn what_is_taken_for_another_date_fails() {
        let (outcome, detail) = found("2025-07-14", -1, DateUnit::Day, "2024-07-13");
        let said = "“then” in a text of 14 Jul 2025 is 13 Jul 2025, taken to mean 13 Jul 2024";
        assert_eq!((outcome, detail.as_str()), (Outcome::Fail, said));
        assert_eq!(found("2025-07-14", -1, DateUnit::Year, "2023").0, Outcome::Fail);
        assert_eq!(found("2025-07-14", -1, DateUnit::Day, "2025-07").0, Outcome::Fail, "a month is no day");
        assert_eq!(found("2025", -1, DateUnit::Day, "2024-12-31").0, Outcome::Fail, "nobody can count from a year");
    }

    proptest! {
        #[test]
        fn no_step_makes_it_panic(step: i16, unit in 0_usize..3) {
            let unit = [DateUnit::Day, DateUnit::Month, DateUnit::Year][unit];
            let _ = found("2025-07-14", step, unit, "2025-07-13");
        }
    }
}
