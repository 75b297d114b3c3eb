//! Occasions: spells that began together did so at one occasion, and those of one occasion on one day.

use std::collections::BTreeMap;

use super::spells::{Of, each, finding, written};
use super::{Check, Finding, Needs, Outcome};
use crate::briefing::{Date, Key, Precision, Spell};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "spell-occasion",
    needs: Needs::Organisation,
    holds: label!(checks::spell_occasion),
    run: |material| each(material).flat_map(occasions).collect(),
}];

/// So many spells agree before another is held to them.
const AGREEING: usize = 2;

/// Spells that began alike, but for one at another occasion, and spells of one occasion, but for one of another day that is
/// like theirs.
fn occasions(of: Of<'_, '_>) -> Vec<Finding> {
    let mut of_day: BTreeMap<(&Key, Date), Vec<&Spell>> = BTreeMap::new();
    let mut of_occasion: BTreeMap<(&Key, &str), Vec<&Spell>> = BTreeMap::new();
    for spell in &of.members.roster.spells {
        let Some(occasion) = spell.occasion.as_deref() else { continue };
        if spell.from.precision() == Precision::Day {
            of_day.entry((&spell.status, spell.from)).or_default().push(spell);
        }
        of_occasion.entry((&spell.status, occasion)).or_default().push(spell);
    }
    let occasion = |spell: &Spell| spell.occasion.clone().unwrap_or_default();
    let mut found = Vec::new();
    for spells in of_day.values() {
        if let Some((one, other, count)) = lone(spells, |spell| occasion(spell)) {
            let spell = written(of, one);
            let detail = message!(
                findings::spell_occasion_other,
                spell = spell,
                said = occasion(one),
                count = count,
                other = occasion(other)
            );
            found.extend(finding(of, Outcome::Warn, label!(findings::spell_occasion), detail, &[one]));
        }
    }
    for spells in of_occasion.values() {
        let Some((one, other, count)) = lone(spells, |spell| spell.from) else { continue };
        // Two summits in one city are years apart.
        let days = (one.from.first_day() - other.from.first_day()).get_days().abs();
        if days <= SAME_OCCASION && one.within_days.is_none() {
            let spell = written(of, one);
            let detail = message!(findings::spell_occasion_day, spell = spell, count = count, date = other.from);
            found.extend(finding(of, Outcome::Warn, label!(findings::spell_occasion), detail, &[one]));
        }
    }
    found
}

/// An occasion of so many days is one.
const SAME_OCCASION: i32 = 300;

/// The one among several spells that alone differs in something, one of the others, and how many these are.
fn lone<'s, T: Ord>(spells: &[&'s Spell], by: impl Fn(&Spell) -> T) -> Option<(&'s Spell, &'s Spell, usize)> {
    let mut groups: BTreeMap<T, Vec<&Spell>> = BTreeMap::new();
    for spell in spells {
        groups.entry(by(spell)).or_default().push(spell);
    }
    let mut groups: Vec<Vec<&Spell>> = groups.into_values().collect();
    groups.sort_by_key(Vec::len);
    match &groups[..] {
        [one, others] if one.len() == 1 && others.len() >= AGREEING => {
            Some((one.first()?, others.first()?, others.len()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Spell;

    fn spell(state: &str, status: &str, change: impl FnOnce(&mut Spell)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let of = |spell: &&mut Spell| spell.state.as_str() == state && spell.status.as_str() == status;
            change(briefing.rosters[0].spells.iter_mut().find(of).expect("a spell"));
        })
    }

    #[test]
    fn spells_of_one_day_began_at_one_occasion() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let elsewhere = spell("nepal", "sco-partner", |spell| spell.occasion = Some("Bishkek summit".to_owned()));
        assert_eq!(elsewhere, ["Warn spell-occasion"]);
        let none = spell("nepal", "sco-partner", |spell| spell.occasion = None);
        assert_eq!(none, [""; 0], "what is not said is not wrong");
    }

    #[test]
    fn spells_of_one_occasion_began_on_one_day() {
        let day = |state, text: &str| spell(state, "member", |spell| spell.from = text.parse().expect(text));
        assert_eq!(day("china", "2001-06-25"), ["Warn spell-occasion"], "a founder");
        assert_eq!(day("belarus", "2024-09-01"), [""; 0], "another summit in that city");
    }
}
