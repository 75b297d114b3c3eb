//! Spells and statuses: no state in two at once, none in a status before it existed or after it ended.

use std::collections::{BTreeMap, BTreeSet};

use super::history::History;
use super::material::RosterMaterial;
use super::texts::About;
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, with_sources};
use crate::analysis::reading::{Day, Named};
use crate::briefing::{Date, Key, Locator, Members, Message, Precision, PrintedEntry, Spell, Status, StatusShape};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "status-shape",
        needs: Needs::Organisation,
        holds: label!(checks::status_shape),
        run: |material| each(material).flat_map(shapes_alike).collect(),
    },
    Check {
        key: "spell-reversed",
        needs: Needs::Organisation,
        holds: label!(checks::spell_reversed),
        run: |material| each_spell(material, reversed),
    },
    Check {
        key: "spell-overlap",
        needs: Needs::Organisation,
        holds: label!(checks::spell_overlap),
        run: |material| each_state(material, overlaps),
    },
    Check {
        key: "spell-gap",
        needs: Needs::Organisation,
        holds: label!(checks::spell_gap),
        run: |material| each_state(material, gaps),
    },
    Check {
        key: "status-time",
        needs: Needs::Organisation,
        holds: label!(checks::status_time),
        run: |material| each_spell(material, status_time),
    },
    Check {
        key: "merger-followed",
        needs: Needs::Organisation,
        holds: label!(checks::merger_followed),
        run: |material| each_state(material, unfollowed_mergers),
    },
    Check {
        key: "decided-before",
        needs: Needs::Organisation,
        holds: label!(checks::decided_before),
        run: |material| each_spell(material, decided),
    },
    Check {
        key: "spell-before-founding",
        needs: Needs::Organisation,
        holds: label!(checks::spell_before_founding),
        run: |material| each_spell(material, before_founding),
    },
    Check {
        key: "spell-after-known",
        needs: Needs::Organisation,
        holds: label!(checks::spell_after_known),
        run: |material| each_spell(material, after_known),
    },
    Check {
        key: "spell-in-list",
        needs: Needs::Document,
        holds: label!(checks::spell_in_list),
        run: |material| each(material).flat_map(in_list).collect(),
    },
    Check {
        key: "printed-status-time",
        needs: Needs::Document,
        holds: label!(checks::printed_status_time),
        run: |material| {
            let of = |of: Of<'_, '_>| {
                of.members.roster.printed.iter().filter_map(|entry| printed_status(of, entry)).collect::<Vec<_>>()
            };
            each(material).flat_map(of).collect()
        },
    },
];

/// A roster, with what the checks work on.
#[derive(Clone, Copy)]
pub(super) struct Of<'m, 'a> {
    material: &'m Material<'a>,
    own: &'m RosterMaterial<'a>,
    pub members: Members<'a>,
}

impl<'a> Of<'_, 'a> {
    fn status(&self, key: &Key) -> Option<&'a Status> {
        self.own.statuses.get(key).copied()
    }
}

/// Each roster.
pub(super) fn each<'m, 'a>(material: &'m Material<'a>) -> impl Iterator<Item = Of<'m, 'a>> {
    material.rosters.iter().map(move |own| Of { material, own, members: own.members })
}

/// What is found of each spell.
fn each_spell(material: &Material<'_>, find: fn(Of<'_, '_>, &Spell) -> Option<Finding>) -> Vec<Finding> {
    let of = |of: Of<'_, '_>| of.members.roster.spells.iter().filter_map(|spell| find(of, spell)).collect::<Vec<_>>();
    each(material).flat_map(of).collect()
}

/// What is found of the spells of each state.
fn each_state(material: &Material<'_>, find: fn(Of<'_, '_>, &[&Spell]) -> Vec<Finding>) -> Vec<Finding> {
    let of = |of: Of<'_, '_>| of.own.spells.values().flat_map(|own| find(of, own)).collect::<Vec<_>>();
    each(material).flat_map(of).collect()
}

/// A state with one of its statuses and when it had it.
pub(super) fn written(of: Of<'_, '_>, spell: &Spell) -> Message {
    let state = of.material.state_name(&spell.state);
    let status = of.status(&spell.status).map_or(spell.status.as_str(), |status| status.name.as_str());
    let (state, status) = (state.to_owned(), status.to_lowercase());
    match spell.until {
        None => message!(findings::spell, state = state, status = status, from = spell.from),
        Some(until) => {
            message!(findings::spell_until, state = state, status = status, from = spell.from, until = until)
        }
    }
}

/// A finding about spells of one state, told apart by their statuses and when they began.
pub(super) fn finding(
    of: Of<'_, '_>,
    outcome: Outcome,
    title: Message,
    detail: Message,
    spells: &[&Spell],
) -> Option<Finding> {
    let briefing = of.members.briefing;
    let subject = Subject::State(spells.first()?.state.clone());
    let citations = spells.iter().flat_map(|spell| &spell.citations);
    let citations = with_sources(citing(briefing, briefing.locators(citations.clone())), citations);
    let finding = Finding::new(outcome, subject, title, detail, citations);
    Some(spells.iter().fold(finding, |finding, spell| finding.apart(&spell.status).apart(&spell.from)))
}

fn reversed(of: Of<'_, '_>, spell: &Spell) -> Option<Finding> {
    let until = spell.until?;
    // A spell of no day at all is no spell.
    let nothing =
        until.last_day() < spell.from.first_day() || (until == spell.from && until.precision() == Precision::Day);
    nothing.then(|| finding(of, Outcome::Fail, label!(findings::spell_reversed), written(of, spell), &[spell]))?
}

/// The statuses that are drawn as one before them is.
fn shapes_alike(of: Of<'_, '_>) -> Vec<Finding> {
    let roster = of.members.roster;
    let mut seen: BTreeMap<StatusShape, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, status) in roster.statuses.iter().enumerate() {
        let first = *seen.entry(status.shape).or_insert(index);
        if first == index {
            continue;
        }
        let detail = message!(
            findings::status_shape_alike,
            organisation = &roster.organisation.short,
            first = format!("statuses[{first}]"),
            second = format!("statuses[{index}]"),
            one = &roster.statuses[first].name,
            other = &status.name,
            shape = status.shape.key()
        );
        let (title, citations) = (label!(findings::status_shape), roster.organisation.citations.clone());
        let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations);
        findings.push(finding.apart(&roster.organisation.id).apart(&status.id));
    }
    findings
}

/// The spells of a state that begin within another.
fn overlaps(of: Of<'_, '_>, own: &[&Spell]) -> Vec<Finding> {
    // A status that can be held beside another is no other's rival.
    let alone = own.iter().copied().filter(|spell| !of.status(&spell.status).is_some_and(|status| status.beside));
    let history = History::of(alone);
    let title = label!(findings::spell_overlap);
    let overlap = |(a, b): (&Spell, &Spell)| {
        let detail = message!(findings::then, a = written(of, a), b = written(of, b));
        let found = finding(of, Outcome::Fail, title.clone(), detail, &[a, b])?;
        Some(found.likely_caused_by(&format_args!("{}:{}", a.status, b.status)))
    };
    history.overlaps().filter_map(overlap).collect()
}

/// Whether a spell begins so long after another ended that the state came back: a gap is short, or the year of a day is
/// mistaken.
fn is_return(until: Date, next: Date) -> bool {
    /// In days.
    const LONG: i32 = 183;
    let (ended, begun) = (until.last_day(), next.first_day());
    let on_same_day = until.precision() == Precision::Day
        && next.precision() == Precision::Day
        && (ended.month(), ended.day()) == (begun.month(), begun.day());
    (begun - ended).get_days() > LONG && !on_same_day
}

/// The spells of a state that end before the next of its own begins.
fn gaps(of: Of<'_, '_>, own: &[&Spell]) -> Vec<Finding> {
    let history = History::of(own.iter().copied());
    let gap = |spell: &&Spell| {
        // What ends before it begins is another mistake, and said by itself.
        let until = spell.until.filter(|until| until.first_day() > spell.from.first_day())?;
        let next = history.next_from(until.first_day())?;
        (next.from.first_day() > until.last_day() && !is_return(until, next.from)).then(|| {
            let detail = message!(findings::spell_gap_then, spell = written(of, spell), next = written(of, next));
            let found = finding(of, Outcome::Warn, label!(findings::spell_gap), detail, &[spell, next])?;
            Some(found.likely_caused_by(&format_args!("{}:{}", spell.status, next.status)))
        })?
    };
    own.iter().filter_map(gap).collect()
}

/// When a status existed, where a spell lies outside.
fn outside(of: Of<'_, '_>, status: &Status, spell: &Spell) -> Option<Message> {
    let begun = status.from.filter(|begun| spell.from.last_day() < begun.first_day());
    if let Some(begun) = begun {
        return Some(message!(findings::status_exists_from, spell = written(of, spell), date = begun));
    }
    let merged = status.merged.as_ref()?;
    let over = spell.until.is_none_or(|until| until.first_day() > merged.on.last_day());
    over.then(|| message!(findings::status_ended, spell = written(of, spell), date = merged.on))
}

fn status_time(of: Of<'_, '_>, spell: &Spell) -> Option<Finding> {
    let status = of.status(&spell.status)?;
    let detail = outside(of, status, spell)?;
    let found = finding(of, Outcome::Fail, label!(findings::status_time), detail, &[spell])?;
    let mut found = found.caused_by(&spell.status);
    let sources = status.merged.iter().flat_map(|merged| &merged.citations);
    found.citations = with_sources(found.citations, sources);
    Some(found)
}

fn unfollowed_mergers(of: Of<'_, '_>, own: &[&Spell]) -> Vec<Finding> {
    let mut by_status: BTreeMap<&Key, Vec<&Spell>> = BTreeMap::new();
    for spell in own {
        by_status.entry(&spell.status).or_default().push(spell);
    }
    let by_status: BTreeMap<&Key, History<'_>> =
        by_status.into_iter().map(|(status, spells)| (status, History::of(spells))).collect();
    let unfollowed = |spell: &&Spell| {
        let merged = of.status(&spell.status)?.merged.as_ref()?;
        let until = spell.until.filter(|until| *until == merged.on)?;
        let followed = by_status.get(&merged.into).is_some_and(|history| history.holds(until.first_day()));
        (!followed).then(|| {
            let detail = message!(findings::merger_not_followed, spell = written(of, spell));
            let found = finding(of, Outcome::Warn, label!(findings::merger_followed), detail, &[spell])?;
            Some(found.likely_caused_by(&spell.status))
        })?
    };
    own.iter().filter_map(unfollowed).collect()
}

fn decided(of: Of<'_, '_>, spell: &Spell) -> Option<Finding> {
    let decided = spell.decided?;
    let slack = jiff::Span::new().days(i64::from(spell.within_days.unwrap_or(0)));
    let latest = spell.from.last_day().checked_add(slack).ok()?;
    (decided.first_day() > latest).then(|| {
        let detail = message!(findings::decided_on, spell = written(of, spell), date = decided);
        finding(of, Outcome::Fail, label!(findings::decided_before), detail, &[spell])
    })?
}

fn before_founding(of: Of<'_, '_>, spell: &Spell) -> Option<Finding> {
    let roster = of.members.roster;
    let organisation = &roster.organisation;
    let before = |day: Date| day.last_day() < organisation.founded.first_day();
    // Its founders decided on it before, and from then on others may have as well.
    let founders = roster.spells.iter().filter(|spell| spell.from == organisation.founded);
    let agreed = founders.filter_map(|founder| founder.decided).min();
    let too_early = |day: Date| before(day) && agreed.is_none_or(|agreed| day.last_day() < agreed.first_day());
    (before(spell.from) || spell.decided.is_some_and(too_early)).then(|| {
        let detail = message!(
            findings::spell_founded_on,
            spell = written(of, spell),
            organisation = &organisation.short,
            date = organisation.founded
        );
        let found = finding(of, Outcome::Fail, label!(findings::spell_before_founding), detail, &[spell])?;
        Some(found.caused_by(&organisation.id))
    })?
}

fn after_known(of: Of<'_, '_>, spell: &Spell) -> Option<Finding> {
    let known = of.members.roster.known_until;
    let after = [Some(spell.from), spell.until].into_iter().flatten().find(|day| day.first_day() > known.last_day())?;
    let spoken = written(of, spell);
    let detail = message!(findings::spell_known_to, spell = spoken, known = known, date = after);
    let found = finding(of, Outcome::Warn, label!(findings::spell_after_known), detail, &[spell])?;
    Some(found.caused_by(&of.members.roster.organisation.id))
}

/// Whether a sentence tells of a spell without listing it: it names a day on which the spell began, was decided or ended,
/// or the state, which it does not list under another status.
fn tells_of(of: Of<'_, '_>, spell: &Spell, at: Locator) -> bool {
    let listed = of.members.roster.printed.iter().any(|entry| entry.at == at && entry.state == spell.state);
    let of_spell = |day: Day| day.year.is_some() && spell.dates().any(|on| day.meets(on.first_day(), on.last_day()));
    let mut texts = of.material.texts().at(at).filter(|text| matches!(text.about, About::Sentence(_)));
    texts.any(|text| {
        text.reading.days().any(of_spell) || !listed && text.named(Named::State).any(|name| *name.of == spell.state)
    })
}

/// Each spell that rests on a sentence of the document, which then has to list its state under its status, or to tell of it.
fn in_list(of: Of<'_, '_>) -> Vec<Finding> {
    let (briefing, roster) = (of.members.briefing, of.members.roster);
    if roster.printed.is_empty() {
        return Vec::new();
    }
    // A list that does not claim to give the state under the status may well leave it out.
    let claimed = |spell: &Spell| {
        of.own.given.has_status(&spell.status)
            && (roster.printed_gives.is_none()
                || of.material.briefing.state(&spell.state).is_some_and(|state| of.own.given.has_state(state)))
    };
    let listed: BTreeSet<_> = roster.printed.iter().map(|entry| (entry.at, &entry.state, &entry.status)).collect();
    let elsewhere = |spell: &Spell| {
        let unlisted = |at: &Locator| !listed.contains(&(*at, &spell.state, &spell.status));
        let told = |at: &Locator| unlisted(at) && !tells_of(of, spell, *at);
        let at = briefing.locators(&spell.citations).find(told).filter(|_| claimed(spell))?;
        let detail = message!(findings::spell_cited_from, spell = written(of, spell), at = at);
        let found = finding(of, Outcome::Warn, label!(findings::spell_in_list), detail, &[spell])?;
        Some(found.likely_caused_by(&format_args!("{at}:{}", spell.status)))
    };
    of.members.roster.spells.iter().filter_map(elsewhere).collect()
}

fn printed_status(of: Of<'_, '_>, entry: &PrintedEntry) -> Option<Finding> {
    let briefing = of.members.briefing;
    let status = of.status(&entry.status)?;
    let as_of = briefing.manifest.as_of;
    // A status that ends on a day no longer exists on it.
    let over = status.merged.as_ref().filter(|merged| merged.on.first_day() <= as_of.first_day());
    let begun = status.from.filter(|begun| as_of.last_day() < begun.first_day());
    let (printed, statuses) = (&entry.printed, &status.plural);
    let detail = match (over, begun) {
        (Some(merged), _) => message!(
            findings::printed_status_ended,
            printed = printed,
            statuses = statuses,
            as_of = as_of,
            date = merged.on
        ),
        (None, Some(begun)) => message!(
            findings::printed_status_begins,
            printed = printed,
            statuses = statuses,
            as_of = as_of,
            date = begun
        ),
        (None, None) => return None,
    };
    let sources = over.into_iter().flat_map(|merged| &merged.citations);
    let citations = with_sources(citing(briefing, [entry.at]), sources);
    let subject = Subject::State(entry.state.clone());
    let finding = Finding::new(Outcome::Fail, subject, label!(findings::status_time), detail, citations);
    Some(finding.apart(&entry.status).apart(&entry.at).caused_by(&entry.status))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::{Briefing, Spell};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    /// Changes the spell of a state in a status.
    fn spell(state: &str, status: &str, change: impl FnOnce(&mut Spell)) -> Vec<String> {
        after(|briefing| {
            let of = |spell: &&mut Spell| spell.state.as_str() == state && spell.status.as_str() == status;
            change(briefing.rosters[0].spells.iter_mut().find(of).expect("a spell"));
        })
    }

    fn date(text: &str) -> crate::briefing::Date {
        text.parse().expect(text)
    }

    #[test]
    fn the_bundled_history_has_no_gap_and_no_overlap() {
        assert_eq!(after(|_| {}), [""; 0]);
    }

    #[test]
    fn a_spell_ends_after_it_begins() {
        let found = spell("kuwait", "dialogue-partner", |spell| spell.until = Some(date("2022-01-01")));
        assert!(found.contains(&"Fail spell-reversed".to_owned()), "{found:?}");
    }

    #[test]
    fn no_state_has_two_statuses_at_once_and_none_goes_without() {
        let early = spell("belarus", "member", |spell| spell.from = date("2023-07-04"));
        assert_eq!(early, ["Fail spell-overlap"]);
        let late = spell("belarus", "member", |spell| spell.from = date("2024-09-01"));
        assert_eq!(late, ["Warn spell-gap"]);
        let same_year = after(|briefing| {
            let of_belarus = briefing.rosters[0].spells.iter_mut().filter(|spell| spell.state.as_str() == "belarus");
            for spell in of_belarus {
                match spell.status.as_str() {
                    "dialogue-partner" => spell.until = Some(date("2015")),
                    "observer" => spell.from = date("2015-06"),
                    _ => {}
                }
            }
        });
        assert_eq!(same_year, [""; 0], "the year before it ends in that year");
    }

    #[test]
    fn a_status_is_held_in_its_time_and_its_merger_is_followed() {
        let endless = spell("nepal", "dialogue-partner", |spell| spell.until = None);
        assert_eq!(endless, ["Fail spell-overlap", "Fail status-time"]);
        let early = spell("laos", "sco-partner", |spell| spell.from = date("2025-05-01"));
        assert_eq!(early, ["Fail status-time"]);
        let lost = after(|briefing| {
            let of = |spell: &Spell| spell.state.as_str() == "nepal" && spell.status.as_str() == "sco-partner";
            briefing.rosters[0].spells.retain(|spell| !of(spell));
        });
        assert_eq!(lost, ["Warn merger-followed"]);
    }

    #[test]
    fn dates_of_a_spell_have_their_order() {
        let decided = |day: &str| spell("kuwait", "dialogue-partner", |spell| spell.decided = Some(date(day)));
        assert_eq!(decided("2023-05-05"), [""; 0]);
        assert_eq!(decided("2023-05-06"), [""; 0], "its own date may be wrong by a day");
        assert_eq!(decided("2023-05-07"), ["Fail decided-before"]);
        assert_eq!(decided("2001-06-14"), ["Fail spell-before-founding"]);
        let exact = spell("bahrain", "dialogue-partner", |spell| spell.decided = Some(date("2023-07-16")));
        assert_eq!(exact, ["Fail decided-before"]);
        let later = spell("laos", "sco-partner", |spell| spell.from = date("2026-12-01"));
        assert_eq!(later, ["Warn spell-after-known"]);
    }

    #[test]
    fn a_state_may_come_back_years_later() {
        let late = |day: &str| spell("belarus", "member", |spell| spell.from = date(day));
        assert_eq!(late("2025-03-01"), [""; 0], "it came back");
        assert_eq!(late("2025-07-04"), ["Warn spell-gap"], "the year is mistaken");
    }

    #[test]
    fn founders_decide_on_what_they_found() {
        let founded = |decided: &str| {
            after(|briefing| {
                let roster = &mut briefing.rosters[0];
                let founded = roster.organisation.founded;
                for spell in roster.spells.iter_mut().filter(|spell| spell.from == founded) {
                    spell.decided = Some(date("2000-07-05"));
                }
                let of = |spell: &&mut Spell| spell.state.as_str() == "kuwait";
                roster.spells.iter_mut().find(of).expect("a spell").decided = Some(date(decided));
            })
        };
        assert_eq!(founded("2000-07-05"), [""; 0]);
        assert_eq!(founded("2000-07-04"), ["Fail spell-before-founding"]);
    }

    #[test]
    fn a_status_is_printed_in_its_time() {
        let printed = |as_of: &str| {
            after(|briefing| briefing.manifest.as_of = date(as_of))
                .into_iter()
                .filter(|f| f.contains("printed"))
                .count()
        };
        assert_eq!(printed("2025-08-31"), 0);
        assert_eq!(printed("2025-09-01"), 16, "every observer and dialogue partner");
    }

    #[test]
    fn a_spell_cites_the_sentence_that_lists_its_state() {
        let found = spell("belarus", "member", |spell| spell.citations[0].at = "4.4".parse().ok());
        assert_eq!(found, ["Warn spell-in-list"]);
        let nowhere = spell("belarus", "member", |spell| spell.citations[0].at = "1.1".parse().ok());
        assert_eq!(nowhere, ["Warn spell-in-list"]);
        for text in ["Belarus left its former status.", "It was enlarged on 4 July 2024.", "Беларусь вступила в неё."]
        {
            let told = after(|briefing| {
                sentences(briefing)[0].paraphrase = text.to_owned();
                let of = |spell: &&mut Spell| spell.state.as_str() == "belarus" && spell.status.as_str() == "member";
                let spell = briefing.rosters[0].spells.iter_mut().find(of).expect("a spell");
                spell.citations[0].at = "1.1".parse().ok();
            });
            assert_eq!(told, [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_spell_given_twice_overlaps(index in 0_usize..45) {
            let found = after(|briefing| {
                let again = briefing.rosters[0].spells[index].clone();
                briefing.rosters[0].spells.push(again);
            });
            prop_assert!(found.contains(&"Fail spell-overlap".to_owned()));
        }
    }
}
