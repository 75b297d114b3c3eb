//! What of a briefing can be found by its name.

use std::collections::BTreeSet;

use ahash::AHashSet;

use super::Index;
use crate::analysis::checks::Finding;
use crate::briefing::{Briefing, Claim, Message, Period, Person, Sentence, Series, Source, State};
use crate::{label, message};

/// Something of a briefing, by its number among its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A state: of a roster by its number, or, with the number after the last, of none; and which of its states.
    State(u32, u32),
    /// A period of a series.
    Figure(u32, Period),
    /// A claim.
    Claim(u32),
    /// What a check found.
    Finding(u32),
    /// A person.
    Person(u32),
    /// A source.
    Source(u32),
    /// A sentence of the document.
    Sentence(u32),
}

/// What a briefing has to be found, and how what is worded in messages is said.
pub struct Material<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What the checks found in it.
    pub findings: &'a [Finding],
    /// Says a message in the language of the reader.
    pub say: &'a dyn Fn(&Message) -> String,
}

/// What is told of a thing that is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub title: String,
    /// What is said beside it, by which it is found too.
    pub beside: Vec<String>,
    /// By what else it is found.
    pub unseen: Vec<String>,
}

impl Material<'_> {
    /// All that can be found, of a large briefing in a while.
    pub fn index(&self) -> Index<Thing> {
        let mut index = Index::default();
        for thing in self.things() {
            let Told { title, beside, unseen } = self.told(thing);
            index.push(thing, [&title].into_iter().chain(&beside).chain(&unseen).map(String::as_str));
        }
        index
    }

    /// What is told of a thing; nothing where there is no such thing.
    pub fn told(&self, thing: Thing) -> Told {
        self.if_there(thing).unwrap_or_default()
    }

    fn things(&self) -> Vec<Thing> {
        let briefing = self.briefing;
        let numbered = |length: usize| 0..u32::try_from(length).unwrap_or(u32::MAX);
        let mut things = Vec::new();
        let mut seen = AHashSet::new();
        for list in 0..=briefing.rosters.len() {
            let states = states(briefing, list).iter().zip(0..);
            let new = states.filter(|(state, _)| seen.insert(&state.id));
            things.extend(new.map(|(_, number)| Thing::State(list as u32, number)));
        }
        for (series, number) in briefing.all_series().zip(0..) {
            let periods: BTreeSet<Period> = series.observations.iter().map(|one| one.period).collect();
            things.extend(periods.into_iter().rev().map(|period| Thing::Figure(number, period)));
        }
        things.extend(numbered(briefing.claims.claims.len()).map(Thing::Claim));
        things.extend(numbered(self.findings.len()).map(Thing::Finding));
        things.extend(numbered(briefing.people().len()).map(Thing::Person));
        things.extend(numbered(briefing.sources.sources.len()).map(Thing::Source));
        things.extend(numbered(briefing.sentences().len()).map(Thing::Sentence));
        things
    }

    fn if_there(&self, thing: Thing) -> Option<Told> {
        let briefing = self.briefing;
        let told = |title: &str, beside: Vec<String>| Told { title: title.to_owned(), beside, unseen: Vec::new() };
        Some(match thing {
            Thing::State(..) => {
                let state = thing.state(briefing)?;
                let title = briefing.name(&state.names);
                let others: Vec<&str> = briefing.other_names(&state.names).collect();
                let more = state.names.iter().map(|(_, name)| name).chain(state.aliases.iter().map(String::as_str));
                let more = more.filter(|name| *name != title && !others.contains(name));
                let codes = [&state.alpha2, &state.alpha3].into_iter().filter(|code| !code.is_empty()).cloned();
                let unseen = more.map(str::to_owned).chain(codes).collect();
                Told { unseen, ..told(title, others.into_iter().map(str::to_owned).collect()) }
            }
            Thing::Figure(_, period) => {
                let series = thing.series(briefing)?;
                let title = message!(palette::figure, period = period, subject = briefing.subject_of(series));
                let unseen = vec![period.to_string(), (self.say)(&label!(shell::tab_trade))];
                Told { unseen, ..told(&(self.say)(&title), vec![series.reporter.clone()]) }
            }
            Thing::Claim(_) => {
                let claim = thing.claim(briefing)?;
                told(&claim.statement, vec![claim.note.clone()])
            }
            Thing::Finding(_) => {
                let finding = thing.finding(self.findings)?;
                told(&(self.say)(&finding.title), vec![(self.say)(&finding.detail)])
            }
            Thing::Person(_) => {
                let person = thing.person(briefing)?;
                let title = briefing.name(&person.names);
                let others = person.names.iter().map(|(_, name)| name.to_owned()).filter(|name| name != title);
                Told { unseen: others.collect(), ..told(title, vec![person.office.clone()]) }
            }
            Thing::Source(_) => {
                let source = thing.source(briefing)?;
                let unseen = source.address.iter().cloned().collect();
                Told { unseen, ..told(&source.title, vec![source.publisher.clone()]) }
            }
            Thing::Sentence(_) => {
                let sentence = thing.sentence(briefing)?;
                Told {
                    unseen: vec![sentence.at.to_string()],
                    ..told(&sentence.label, vec![sentence.paraphrase.clone()])
                }
            }
        })
    }
}

/// The states of a roster, or, after the last, those that are in none.
fn states(briefing: &Briefing, list: usize) -> &[State] {
    match briefing.rosters.get(list) {
        Some(roster) => &roster.states,
        None => briefing.meeting.as_ref().map_or(&[], |meeting| &meeting.states),
    }
}

/// What a thing is, where it is of the kind that is asked for.
impl Thing {
    /// The state.
    pub fn state(self, briefing: &Briefing) -> Option<&State> {
        let Self::State(list, number) = self else { return None };
        states(briefing, list as usize).get(number as usize)
    }

    /// The series that a figure is of.
    pub fn series(self, briefing: &Briefing) -> Option<&Series> {
        let Self::Figure(series, _) = self else { return None };
        briefing.all_series().nth(series as usize)
    }

    /// The claim.
    pub fn claim(self, briefing: &Briefing) -> Option<&Claim> {
        let Self::Claim(number) = self else { return None };
        briefing.claims.claims.get(number as usize)
    }

    /// What a check found.
    pub fn finding(self, findings: &[Finding]) -> Option<&Finding> {
        let Self::Finding(number) = self else { return None };
        findings.get(number as usize)
    }

    /// The person.
    pub fn person(self, briefing: &Briefing) -> Option<&Person> {
        let Self::Person(number) = self else { return None };
        briefing.people().get(number as usize)
    }

    /// The source.
    pub fn source(self, briefing: &Briefing) -> Option<&Source> {
        let Self::Source(number) = self else { return None };
        briefing.sources.sources.get(number as usize)
    }

    /// The sentence.
    pub fn sentence(self, briefing: &Briefing) -> Option<&Sentence> {
        let Self::Sentence(number) = self else { return None };
        briefing.sentences().get(number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{Material, Thing};
    use crate::analysis::checks;
    use crate::briefing::Briefing;
    use crate::words::Words;

    /// The names of what is found first of each kind.
    fn found(typed: &str) -> Vec<String> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let findings = checks::run(&briefing);
        let words = Words::english();
        let say = |message: &_| words.say(message);
        let material = Material { briefing: &briefing, findings: &findings, say: &say };
        let kind = |thing| match thing {
            Thing::State(..) => 0,
            Thing::Figure(..) => 1,
            Thing::Claim(_) => 2,
            Thing::Finding(_) => 3,
            Thing::Person(_) => 4,
            Thing::Source(_) => 5,
            Thing::Sentence(_) => 6,
        };
        let hits = material.index().search(typed, (7, 1), kind, |_| false);
        hits.iter().filter_map(|hits| hits.best.first()).map(|thing| material.told(*thing).title).collect()
    }

    #[test]
    fn what_a_briefing_has_is_found_by_its_names() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        for state in briefing.states() {
            for (_, name) in state.names.iter() {
                let first = found(name).first().cloned();
                assert_eq!(first.as_deref(), Some(briefing.name(&state.names)), "{name}");
            }
        }
        let person = &briefing.people()[0];
        for (_, name) in person.names.iter() {
            assert!(found(name).iter().any(|found| found == briefing.name(&person.names)), "{name}");
        }
    }

    #[test]
    fn a_figure_is_found_by_tab_and_period() {
        assert!(found("trade 2022")[0].starts_with("2022"), "{:?}", found("trade 2022"));
        assert_eq!(found("2022 trade")[0], found("trade 2022")[0]);
    }
}
