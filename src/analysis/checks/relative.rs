//! Dates that depend on the day of publication: resolved, shown, and held against what they are taken to mean.

use jiff::{Span, civil};

use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::format::date as written_date;
use crate::briefing::{Briefing, Date, DateUnit, Locator, Precision, RelativeDate};

const RELATIVE: &str = "relative-date";

pub(super) const CHECKS: &[Check] = &[Check {
    name: RELATIVE,
    holds: "A relative date, counted from the day of publication, is the one it is taken to mean",
}];

/// One finding for all that resolve as they are taken, and one for each that does not.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut resolved: Vec<(Locator, String)> = Vec::new();
    for sentence in &briefing.document.sentences {
        for relative in &sentence.as_printed.relative_dates {
            let said = format!("“{}”", relative.words);
            match resolve(briefing.manifest.as_of, relative) {
                Some(date) if agrees(date, relative) => {
                    resolved.push((sentence.at, format!("{said} is {}", written_date(relative.means))));
                }
                date => {
                    let counted = date.map_or_else(|| "no date".to_owned(), |day| written_date(Date::day(day)));
                    let as_of = written_date(briefing.manifest.as_of);
                    let taken = written_date(relative.means);
                    let detail = format!("{said} in a text of {as_of} is {counted}, taken to mean {taken}");
                    let place = Place::Sentence(sentence.at);
                    let title = "Relative date resolved otherwise";
                    let citations = citing(briefing, [sentence.at]);
                    findings.push(Finding::new(RELATIVE, Outcome::Fail, place, title, detail, citations));
                }
            }
        }
    }
    if let Some((first, _)) = resolved.first() {
        let details: Vec<&str> = resolved.iter().map(|(_, detail)| detail.as_str()).collect();
        let citations = citing(briefing, resolved.iter().map(|(at, _)| *at));
        let place = Place::Sentence(*first);
        findings.push(Finding::new(RELATIVE, Outcome::Info, place, "Relative dates", details.join("; "), citations));
    }
    findings
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
