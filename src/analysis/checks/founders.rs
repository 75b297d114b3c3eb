//! Founders: in it from the day on which the organisation was founded, all of them.

use std::collections::BTreeMap;

use super::spells::{Of, each, finding, written};
use super::{Check, Finding, Needs, Outcome, Subject};
use crate::briefing::{Date, Key, Precision, Spell};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "founders",
    needs: Needs::Organisation,
    holds: label!(checks::founders),
    run: |material| each(material).flat_map(founders).collect(),
}];

/// So many states that began together are founders.
const TOGETHER: usize = 2;
/// What lies farther apart than this is not held against the days of one occasion elsewhere.
const ONE_OCCASION: i32 = 300;

fn founders(of: Of<'_, '_>) -> Vec<Finding> {
    let founded = of.members.roster.organisation.founded;
    let mut of_occasion: BTreeMap<(&Key, &str), Vec<&Spell>> = BTreeMap::new();
    for spell in &of.members.roster.spells {
        if let Some(occasion) = spell.occasion.as_deref() {
            of_occasion.entry((&spell.status, occasion)).or_default().push(spell);
        }
    }
    let mut found = Vec::new();
    for spells in of_occasion.values() {
        let count = spells.iter().filter(|spell| spell.from == founded).count();
        if count < TOGETHER {
            continue;
        }
        let apart = |spell: &&&Spell| (spell.from.first_day() - founded.first_day()).get_days().abs() > ONE_OCCASION;
        for late in spells.iter().filter(apart) {
            let detail = message!(findings::founders_late, spell = written(of, late), count = count, founded = founded);
            found.extend(finding(of, Outcome::Warn, label!(findings::founders), detail, &[late]));
        }
    }
    found.extend(all_on_another_day(of, founded));
    found
}

/// The first of all spells, several on one day, which is that of the founding but for its day, its month or its year.
fn all_on_another_day(of: Of<'_, '_>, founded: Date) -> Option<Finding> {
    let organisation = &of.members.roster.organisation;
    let first = of.members.roster.spells.iter().map(|spell| spell.from).min_by_key(|date| date.first_day())?;
    let count = of.members.roster.spells.iter().filter(|spell| spell.from == first).count();
    let exact = [first, founded].iter().all(|date| date.precision() == Precision::Day);
    let (a, b) = (first.first_day(), founded.first_day());
    let same = [a.year() == b.year(), a.month() == b.month(), a.day() == b.day()];
    // Before the founding nothing may begin at all, which is said by itself.
    let one_slip = same.iter().filter(|same| !**same).count() == 1 && a > b;
    if count < TOGETHER || !exact || !one_slip {
        return None;
    }
    let detail = message!(
        findings::founders_together,
        organisation = &organisation.short,
        count = count,
        first = first,
        founded = founded
    );
    let (title, citations) = (label!(findings::founders), organisation.citations.clone());
    Some(Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations).apart(&organisation.id))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Date;

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    fn from(state: &str, day: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let mut spells = briefing.rosters[0].spells.iter_mut();
            spells.find(|spell| spell.state.as_str() == state).expect(state).from = date(day);
        })
    }

    #[test]
    fn founders_are_in_it_from_the_first_day() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for day in ["2002-06-15", "2003-06", "2011-06-15"] {
            assert_eq!(from("kazakhstan", day), ["Warn founders"], "{day}");
        }
    }

    #[test]
    fn an_organisation_was_founded_when_its_founders_began() {
        let founded = |day: &str| found_after(CHECKS, |b| b.rosters[0].organisation.founded = date(day));
        for day in ["2001-06-05", "2001-05-15", "2000-06-15"] {
            assert_eq!(founded(day), ["Warn founders"], "{day}");
        }
        assert_eq!(founded("1996-04-26"), [""; 0], "what it grew out of");
    }
}
