//! Sources that rest under what their own notes say they cannot bear: not used, or wrong about the very day.

use std::collections::{BTreeSet, HashMap};

use super::cited_for::{fields, given, states};
use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::fold;
use crate::analysis::reading::Day;
use crate::briefing::{Citation, Date, FlowRole, Key, Precision, Series, Spell, Stance};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "source-not-used",
    needs: Needs::Nothing,
    holds: label!(checks::source_not_used),
    run: |material| {
        let notes = Notes::of(material);
        let mut found = notes.not_used_at_all();
        found.extend(notes.figures());
        found.extend(notes.statuses());
        found.extend(notes.founding());
        found
    },
}];

/// What a note says of a source that was left out, folded.
const NOT_USED: &[&str] = &[
    "not used",
    "unused",
    "не использ",
    "未采用",
    "未使用",
    "non utilise",
    "pas utilise",
    "nicht verwendet",
    "nicht benutzt",
    "no usad",
    "no utilizad",
    "غير مستخدم",
    "لم يستخدم",
];
/// What a part of all that flows is called, folded.
const DIRECTIONS: &[&str] =
    &["direction", "import", "export", "направлен", "импорт", "экспорт", "进口", "出口", "方向", "richtung", "sentido"];
/// So many words say of the whole source that it was not used.
const BARE: usize = 5;
/// A day farther from that of a status is of something else.
const NEAR: i32 = 400;

struct Notes<'m, 'a> {
    material: &'m Material<'a>,
    all: HashMap<&'m str, &'m Text<'a>>,
}

impl<'m, 'a> Notes<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let mut all = fields(material, "note");
        // The document is cited for all that it says, and said of it is whatever a reader should know.
        all.retain(|key, _| material.briefing.document_source().is_none_or(|document| document.as_str() != *key));
        Self { material, all }
    }

    /// The notes that some citations lead to.
    fn cited<'c>(&self, citations: &'c [Citation]) -> impl Iterator<Item = (&'c Key, &'m Text<'a>)> {
        citations.iter().filter_map(|citation| Some((&citation.source, *self.all.get(citation.source.as_str())?)))
    }

    fn finding(&self, subject: Subject, field: &str, source: &Key, note: &Text<'_>) -> Finding {
        let publisher = self.material.briefing.source(source).map_or(source.as_str(), |source| &source.publisher);
        let detail = message!(
            findings::source_not_used_note,
            publisher = publisher.to_owned(),
            source = source,
            note = note.text.to_owned()
        );
        let cited = vec![Citation::of(source.clone())];
        let title = label!(findings::source_not_used);
        let finding = Finding::new(Outcome::Warn, subject, title, detail, cited);
        finding.apart(&field).apart(source).likely_caused_by(source)
    }

    /// Evidence, spells and figures of a source whose note says of it all that it was not used.
    fn not_used_at_all(&self) -> Vec<Finding> {
        let briefing = self.material.briefing;
        let mut found = Vec::new();
        let idle = |note: &Text<'_>| says_not_used(note.text) == Some(true);
        for claim in &briefing.claims.claims {
            for evidence in claim.evidence.iter().filter(|evidence| evidence.stance != Stance::Rejected) {
                let note = self.all.get(evidence.source.as_str()).filter(|note| idle(note));
                let subject = || Subject::Claim(claim.id.clone());
                found.extend(note.map(|note| self.finding(subject(), "evidence", &evidence.source, note)));
            }
        }
        for spell in briefing.rosters.iter().flat_map(|roster| &roster.spells) {
            let notes = self.cited(&spell.citations).filter(|(_, note)| idle(note));
            found.extend(notes.map(|(source, note)| self.of_spell(spell, source, note)));
        }
        found
    }

    /// Figures of which a note says that they were not used.
    fn figures(&self) -> Vec<Finding> {
        let of_series = |series: &'a Series| {
            let is_total = |flow: &Key| series.flows.iter().any(|own| own.id == *flow && own.role == FlowRole::Total);
            let mut found = Vec::new();
            for (period, flow, citations) in given(series) {
                for (source, note) in self.cited(citations) {
                    let Some(whole) = says_not_used(note.text) else { continue };
                    let folded = fold(note.text);
                    let of_directions = DIRECTIONS.iter().any(|word| folded.contains(word));
                    let years: Vec<i16> = note.reading.years().collect();
                    let other = !years.is_empty() && !years.contains(&period.year());
                    let of_whole = of_directions && is_total(flow);
                    if whole || !(other || of_whole) {
                        let field = format!("figure:{flow}");
                        found.push(self.finding(Subject::period(series, period), &field, source, note));
                    }
                }
            }
            found
        };
        self.material.briefing.all_series().flat_map(of_series).collect()
    }

    /// Spells that rest on a source whose note dates them otherwise.
    fn statuses(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for roster in &self.material.briefing.rosters {
            let mut own_days: HashMap<&Key, Vec<Date>> = HashMap::new();
            for spell in &roster.spells {
                own_days.entry(&spell.state).or_default().extend(spell.dates());
            }
            let told = self.told_of_spells();
            for spell in roster.spells.iter().filter(|spell| spell.from.precision() == Precision::Day) {
                for (source, note) in self.cited(&spell.citations) {
                    let Some(day) = first_day(note) else { continue };
                    let own = own_days.get(&spell.state).into_iter().flatten();
                    let known = own.chain(self.dates_of(source).iter()).any(|own| meets(day, *own, spell.within_days));
                    // A spell that tells of the other day itself weighs both.
                    let weighed = told.get(&(&spell.state, spell.from)).into_iter().flatten();
                    let weighed = weighed.flat_map(|text| text.reading.days()).any(|own| own.agrees(day));
                    if states(note).contains(&spell.state) && is_near(day, spell.from) && !known && !weighed {
                        found.push(self.of_spell(spell, source, note));
                    }
                }
            }
        }
        found
    }

    /// A founding that rests on a source whose note dates it otherwise.
    fn founding(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for organisation in self.material.briefing.rosters.iter().map(|roster| &roster.organisation) {
            for (source, note) in self.cited(&organisation.citations) {
                let Some(day) = first_day(note) else { continue };
                let own = self.dates_of(source);
                let known = own.iter().chain([&organisation.founded]).any(|own| meets(day, *own, None));
                if is_near(day, organisation.founded) && !known {
                    found.push(self.finding(Subject::Briefing, organisation.id.as_str(), source, note));
                }
            }
        }
        found
    }

    fn of_spell(&self, spell: &Spell, source: &Key, note: &Text<'_>) -> Finding {
        let field = format!("{}:{}", spell.status, spell.from);
        self.finding(Subject::State(spell.state.clone()), &field, source, note)
    }

    /// When a source was published and read.
    fn dates_of(&self, source: &Key) -> Vec<Date> {
        let source = self.material.briefing.source(source);
        source.into_iter().flat_map(|source| [source.published, source.read]).flatten().collect()
    }

    /// The notes of spells, by state and beginning.
    fn told_of_spells(&self) -> HashMap<(&'a Key, Date), Vec<&'m Text<'a>>> {
        let mut told: HashMap<(&Key, Date), Vec<&Text<'_>>> = HashMap::new();
        for text in &self.material.texts().all {
            if let super::texts::About::Spell(spell) = text.about {
                told.entry((&spell.state, spell.from)).or_default().push(text);
            }
        }
        told
    }
}

/// Whether a note says that something was not used, and whether it says so of the whole source.
fn says_not_used(note: &str) -> Option<bool> {
    let folded = fold(note);
    let sentences = folded.split(['.', ';', '。', '؛']);
    let said: BTreeSet<bool> = sentences
        .filter(|sentence| NOT_USED.iter().any(|word| sentence.contains(word)))
        .map(|sentence| {
            let words = sentence.split_whitespace().count();
            words <= BARE
                && !NOT_USED.iter().any(|word| sentence.split(word).nth(1).is_some_and(|rest| rest.contains(' ')))
        })
        .collect();
    said.into_iter().next_back()
}

/// The first day that a note names whole: what it says the source says.
fn first_day(note: &Text<'_>) -> Option<Day> {
    note.reading.days().find(|day| day.whole().is_some())
}

/// Whether a day is a date, or as near to it as sources differ.
fn meets(day: Day, date: Date, within: Option<u8>) -> bool {
    let slack = jiff::Span::new().days(i64::from(within.unwrap_or(0)));
    day.meets(date.first_day().saturating_sub(slack), date.last_day().saturating_add(slack))
}

fn is_near(day: Day, date: Date) -> bool {
    day.whole().is_some_and(|day| (day - date.first_day()).get_days().abs() <= NEAR)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Briefing, Citation};

    fn citation(source: &str) -> Citation {
        Citation::of(source.to_owned().try_into().expect(source))
    }

    fn noted(briefing: &mut Briefing, source: &str, note: &str) {
        let source = briefing.sources.sources.iter_mut().find(|own| own.id.as_str() == source).expect(source);
        source.note = Some(note.to_owned());
    }

    fn cited(flow: &str, period: &str, source: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let mut all = briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.observations);
            let one = all.find(|one| one.flow.as_str() == flow && one.period.to_string() == period).expect(period);
            one.citations.push(citation(source));
        })
    }

    #[test]
    fn what_was_not_used_bears_nothing() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        assert_eq!(cited("russia-to-china", "2024-01/2024-06", "sputnikglobe-20240307"), ["Warn source-not-used"]);
        assert_eq!(cited("total", "2024-01/2024-06", "sputnikglobe-20240307"), [""; 0], "its total was");
        assert_eq!(cited("total", "2021", "sputnikglobe-20240307"), [""; 0], "nor does it speak of another year");
        for note in ["Not used.", "In Russian. Не используется.", "Nicht verwendet", "Unused; in Chinese.", "未采用。"]
        {
            let found = found_after(CHECKS, |b| noted(b, "shine-2407045318", note));
            assert_eq!(found, ["Warn source-not-used"], "{note}");
        }
        let other = found_after(CHECKS, |b| noted(b, "shine-2407045318", "Not used for the trade of 2020."));
        assert_eq!(other, [""; 0]);
    }

    #[test]
    fn what_is_wrong_about_a_day_is_not_cited_for_it() {
        let of_spell = |state: &str, status: &str, source: &str| {
            found_after(CHECKS, |briefing| {
                let mut all = briefing.rosters[0].spells.iter_mut();
                let spell = all.find(|own| own.state.as_str() == state && own.status.as_str() == status);
                spell.expect(state).citations.push(citation(source));
            })
        };
        assert_eq!(of_spell("belarus", "member", "gyaankosh-belarus"), ["Warn source-not-used"]);
        assert_eq!(of_spell("belarus", "observer", "gyaankosh-belarus"), [""; 0], "it tells of another status");
        let founded = found_after(CHECKS, |b| b.rosters[0].organisation.citations.push(citation("mfa-gov-tr-sco")));
        assert_eq!(founded, ["Warn source-not-used"]);
        let right = |note: &str| found_after(CHECKS, |b| noted(b, "shine-2407045318", note));
        assert_eq!(right("Dates the membership of Belarus 6 July 2024."), ["Warn source-not-used"]);
        assert_eq!(right("Dates the membership of Belarus 4 July 2024."), [""; 0]);
        assert_eq!(right("Updated on 6 July 2024."), [""; 0]);
        assert_eq!(right("Belarus signed in 2024."), [""; 0]);
    }
}
