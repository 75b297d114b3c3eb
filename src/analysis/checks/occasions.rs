//! Occasions: spells that began together did so at one occasion, and those of one occasion on one day; in the city that
//! the others of that day and the titles of their sources have.

use std::collections::{BTreeMap, HashMap};

use super::cited_for::fields;
use super::spells::{Of, each, finding, written};
use super::states_said::cities_within;
use super::texts::{About, Text};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::cities::City;
use crate::analysis::fold::known_by;
use crate::analysis::reading::Named;
use crate::briefing::{Date, Key, Precision, Spell};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "spell-occasion",
    needs: Needs::Organisation,
    holds: label!(checks::spell_occasion),
    run: |material| {
        let cities = Cities::of(material);
        each(material)
            .flat_map(|of| {
                let found = occasions(of);
                if found.is_empty() { cities.otherwise(of) } else { found }
            })
            .collect()
    },
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

/// A title of so many days from a spell tells of what it began at.
const TOLD_SOON: i32 = 10;

/// An occasion in one city: what it is besides, and which city.
struct Occasion<'m, 'a> {
    text: &'m Text<'a>,
    kind: String,
    city: &'static City,
}

/// Spells with their occasions' texts, by the city that these name.
type InCities<'s> = BTreeMap<&'static str, Vec<(&'s Spell, &'s str)>>;

/// The occasions that name one city each, by their spells, and the titles of the sources.
struct Cities<'m, 'a> {
    of_spells: HashMap<*const Spell, Occasion<'m, 'a>>,
    titles: HashMap<&'m str, &'m Text<'a>>,
}

/// The only city that a text names.
fn only_city(text: &Text<'_>) -> Option<(std::ops::Range<usize>, &'static City)> {
    let found = cities_within(text, 0..text.text.len());
    let [(range, [city])] = &found[..] else { return None };
    Some((range.clone(), city))
}

fn same(a: &City, b: &City) -> bool {
    a.names().any(|name| b.names().any(|other| known_by(name) == known_by(other)))
}

impl<'m, 'a> Cities<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let occasion = |text: &'m Text<'a>| {
            let About::Spell(spell) = text.about else { return None };
            let (range, city) = only_city(text).filter(|_| text.field.starts_with("occasion:"))?;
            let kind = known_by(text.text.get(..range.start)?) + &known_by(text.text.get(range.end..)?);
            Some((std::ptr::from_ref(spell), Occasion { text, kind, city }))
        };
        let of_spells = material.texts().all.iter().filter_map(occasion).collect();
        Self { of_spells, titles: fields(material, "title") }
    }

    /// Spells that began on one day at occasions of one kind in two cities, and those whose sources tell in their titles
    /// of another city.
    fn otherwise(&self, of: Of<'_, '_>) -> Vec<Finding> {
        let mut of_day: BTreeMap<(Date, &str), InCities<'_>> = BTreeMap::new();
        let mut found = Vec::new();
        for spell in of.members.roster.spells.iter().filter(|spell| spell.from.precision() == Precision::Day) {
            let Some(own) = self.of_spells.get(&std::ptr::from_ref(spell)) else { continue };
            if let Some(finding) = self.in_title(of, spell, own) {
                found.push(finding);
            } else {
                let of_kind = of_day.entry((spell.from, own.kind.as_str())).or_default();
                of_kind.entry(own.city.names().next().unwrap_or_default()).or_default().push((spell, own.text.text));
            }
        }
        for cities in of_day.values().filter(|cities| cities.len() > 1) {
            let Some((city, few)) = cities.iter().min_by_key(|(_, all)| all.len()) else { continue };
            let others = cities.iter().filter(|(other, _)| *other != city).max_by_key(|(_, all)| all.len());
            let both = few.first().zip(others.and_then(|(_, all)| all.first()));
            let Some(((one, own), (other, others))) = both else { continue };
            let detail = message!(
                findings::spell_occasion_city,
                spell = written(of, one),
                said = (*own).to_owned(),
                other = written(of, other),
                occasion = (*others).to_owned()
            );
            found.extend(finding(of, Outcome::Warn, label!(findings::spell_occasion), detail, &[*one, *other]));
        }
        found
    }

    /// A spell whose state the title of a source of those days puts in another city, with a word of the occasion.
    fn in_title(&self, of: Of<'_, '_>, spell: &Spell, own: &Occasion<'_, '_>) -> Option<Finding> {
        let briefing = of.members.briefing;
        let soon = |published: Date| {
            let days = (published.first_day() - spell.from.first_day()).get_days();
            published.precision() == Precision::Day && days.abs() <= TOLD_SOON
        };
        let titles = spell.citations.iter().filter_map(|citation| {
            let source = briefing.source(&citation.source)?;
            source.published.filter(|published| soon(*published))?;
            Some((source, *self.titles.get(source.id.as_str())?))
        });
        let cities = titles.filter_map(|(source, title)| Some((source, title, only_city(title)?.1)));
        let cities: Vec<_> = cities.collect();
        if cities.iter().any(|(.., city)| same(city, own.city)) {
            return None;
        }
        let kinds: Vec<&str> = own.text.reading.long_words(5).collect();
        let (source, title, _) = cities.into_iter().find(|(_, title, _)| {
            title.named(Named::State).any(|name| *name.of == spell.state)
                && title.reading.all_words().any(|word| kinds.contains(&word))
        })?;
        let detail = message!(
            findings::spell_occasion_title,
            spell = written(of, spell),
            said = own.text.text.to_owned(),
            publisher = &source.publisher,
            title = title.text.to_owned()
        );
        finding(of, Outcome::Warn, label!(findings::spell_occasion), detail, &[spell])
    }
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
        let india = |text: &str| spell("india", "member", |spell| spell.occasion = Some(text.to_owned()));
        assert_eq!(india("Tashkent summit"), ["Warn spell-occasion"], "Pakistan's of that day is another");
        assert_eq!(india("Dushanbe summit"), ["Warn spell-occasion"]);
        for other in ["Summit", "SCO summit, Astana", "Tashkent memorandum", "Council of heads of state, Tashkent"] {
            assert_eq!(india(other), [""; 0], "{other}");
        }
        let russian = |india: &str| {
            found_after(CHECKS, |briefing| {
                let spells = briefing.rosters[0].spells.iter_mut().filter(|spell| spell.status.as_str() == "member");
                for spell in spells.filter(|spell| ["india", "pakistan"].contains(&spell.state.as_str())) {
                    let text = if spell.state.as_str() == "india" { india } else { "Саммит в Астане" };
                    spell.occasion = Some(text.to_owned());
                }
            })
        };
        assert_eq!(russian("Саммит в Ташкенте"), ["Warn spell-occasion"]);
        assert_eq!(russian("Саммит в Астане"), [""; 0]);
    }

    #[test]
    fn a_spell_began_in_the_city_of_the_titles_of_its_sources() {
        let belarus = |text: &str| spell("belarus", "member", |spell| spell.occasion = Some(text.to_owned()));
        assert_eq!(belarus("Samarkand summit"), ["Warn spell-occasion"]);
        for right in ["Summit in Astana", "Minsk memorandum", "Council of heads of state"] {
            assert_eq!(belarus(right), [""; 0], "{right}");
        }
    }

    #[test]
    fn spells_of_one_occasion_began_on_one_day() {
        let day = |state, text: &str| spell(state, "member", |spell| spell.from = text.parse().expect(text));
        assert_eq!(day("china", "2001-06-25"), ["Warn spell-occasion"], "a founder");
        assert_eq!(day("belarus", "2024-09-01"), [""; 0], "another summit in that city");
    }
}
