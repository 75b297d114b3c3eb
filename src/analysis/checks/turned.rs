//! One piece of evidence turned round: it speaks against what it says itself, or for what all that say the same speak against.

use std::collections::BTreeSet;

use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, each_claim, of_claim};
use crate::analysis::fold::{known_by, stem};
use crate::analysis::reading::{Day, Number};
use crate::briefing::{Claim, ClaimKind, Date, Evidence, Message, SourceKind, Stance, Verdict};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "evidence-turned",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_turned),
        run: |material| each_claim(material, turned),
    },
    Check {
        key: "evidence-before-event",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_before_event),
        run: |material| {
            let claims = material.briefing.claims.claims.iter();
            claims.flat_map(|claim| before_event(material, claim)).collect()
        },
    },
];

/// A dissenter is alone among so many.
const SEVERAL: usize = 2;
/// A word of fewer letters says nothing of what is meant.
const LONG: usize = 5;

/// What a text can be held to: its figures, its counts in words, its days.
#[derive(Default)]
struct Marks {
    numbers: Vec<Number>,
    rates: Vec<Number>,
    days: Vec<Day>,
}

impl Marks {
    fn of<'t>(texts: impl IntoIterator<Item = &'t Text<'t>>) -> Self {
        let mut marks = Self::default();
        for text in texts {
            let telling = text.reading.quantities().filter(|quantity| {
                let count = quantity.count().is_some_and(|count| count >= 4 && quantity.unit.is_none());
                quantity.number.is_fraction() || count
            });
            for quantity in telling {
                let list = if quantity.is_rate() { &mut marks.rates } else { &mut marks.numbers };
                list.push(quantity.number);
            }
            marks.days.extend(text.reading.days().filter(|day| day.is_day()));
        }
        marks
    }

    const fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.rates.is_empty() && self.days.is_empty()
    }

    fn has_number(&self, number: &Number) -> bool {
        self.numbers.iter().any(|own| own.is_like(number) || own.agrees(number.value))
    }

    fn has_rate(&self, rate: &Number) -> bool {
        self.rates.iter().any(|own| own.is_like(rate) || own.agrees(rate.value))
    }

    fn has_day(&self, day: Day) -> bool {
        self.days.iter().any(|own| own.agrees(day))
    }

    /// Whether all that another says is said here.
    fn has_all(&self, other: &Self) -> bool {
        other.numbers.iter().all(|number| self.has_number(number))
            && other.rates.iter().all(|rate| self.has_rate(rate))
            && other.days.iter().all(|day| self.has_day(*day))
    }

    /// Whether something that another says is said here.
    fn has_any(&self, other: &Self) -> bool {
        other.numbers.iter().any(|number| self.has_number(number))
            || other.rates.iter().any(|rate| self.has_rate(rate))
            || other.days.iter().any(|day| self.has_day(*day))
    }
}

/// The text of a piece of evidence as it was read.
fn read<'m>(material: &'m Material<'_>, claim: &Claim, evidence: &Evidence) -> Option<&'m Text<'m>> {
    let field = format!("evidence:{}", evidence.source);
    material.texts().all_of(claim).find(|text| *text.field == *field && text.text == evidence.says)
}

fn turned(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let finding = |evidence: &Evidence, detail: Message| {
        let title = label!(findings::evidence_turned);
        let cited = [evidence.citation()];
        of_claim(material.briefing, claim, &cited, Outcome::Warn, title, detail).apart(&evidence.source)
    };
    let publisher = |evidence: &Evidence| {
        let source = material.briefing.source(&evidence.source);
        source.map_or_else(|| evidence.source.to_string(), |source| source.publisher.clone())
    };
    let says = |evidence: &Evidence| known_by(&evidence.says);
    let with = |stance| claim.evidence_with(stance).collect::<Vec<&Evidence>>();
    let (supports, contradicts) = (with(Stance::Supports), with(Stance::Contradicts));
    if supports.is_empty() && contradicts.is_empty() {
        return None;
    }
    let marks = |evidence: &Evidence| read(material, claim, evidence).map(|text| Marks::of([text])).unwrap_or_default();
    let of_all = Marks::of(material.texts().all_of(claim).filter(|text| text.field.starts_with("reason")));
    // What it says is what the claim states.
    let statement = Marks::of(material.texts().all_of(claim).filter(|text| &*text.field == "statement"));
    let agrees = contradicts.iter().find(|evidence| {
        let own = marks(evidence);
        // A count is no part of another figure.
        let rest = |number: &Number| statement.has_number(number) || number.is_fraction() && of_all.has_number(number);
        statement.has_any(&own) && own.numbers.iter().all(rest) && own.days.iter().all(|day| statement.has_day(*day))
    });
    if let Some(evidence) = agrees {
        let detail = message!(
            findings::evidence_turned_agrees,
            publisher = publisher(evidence),
            says = &evidence.says,
            claim = &claim.statement
        );
        return Some(finding(evidence, detail));
    }
    // What it says is what others say that point the other way.
    let (few, many) =
        if supports.len() <= contradicts.len() { (supports, contradicts) } else { (contradicts, supports) };
    let [evidence] = few[..] else { return None };
    if many.len() < SEVERAL {
        return None;
    }
    let own = marks(evidence);
    let alike = many.iter().find(|other| {
        let theirs = marks(other);
        let same_marks = !own.is_empty() && theirs.has_all(&own) && own.has_all(&theirs);
        says(other) == says(evidence) || same_marks
    });
    // Alone against all the others, and it says nothing else than they.
    let lone = || {
        let settled = claim.verdict == Verdict::Supported && evidence.stance == Stance::Contradicts;
        let stated = matches!(claim.kind, ClaimKind::Fact | ClaimKind::Quotation | ClaimKind::Description);
        let stems = |text: &str| -> BTreeSet<String> {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= LONG);
            words.map(|word| stem(&word.to_lowercase()).to_owned()).collect()
        };
        let words = stems(&evidence.says);
        let others: BTreeSet<String> =
            many.iter().map(|other| other.says.as_str()).chain([claim.statement.as_str()]).flat_map(stems).collect();
        let shared = words.intersection(&others).count();
        let says_same = own.is_empty() && shared > 0 && shared * 2 >= words.len();
        (settled && stated && says_same).then(|| many.first()).flatten()
    };
    let other = alike.or_else(lone)?;
    let detail = message!(
        findings::evidence_turned_alone,
        publisher = publisher(evidence),
        says = &evidence.says,
        other = publisher(other),
        theirs = &other.says,
        claim = &claim.statement
    );
    Some(finding(evidence, detail))
}

/// Evidence published before the day of which the claim states something that had happened.
fn before_event(material: &Material<'_>, claim: &Claim) -> Vec<Finding> {
    let briefing = material.briefing;
    let Some(text) = material.texts().all_of(claim).find(|text| &*text.field == "statement") else { return Vec::new() };
    let days: BTreeSet<_> = text.reading.days().filter_map(Day::whole).collect();
    let Some(day) = days.first().copied().filter(|_| claim.kind == ClaimKind::Fact) else { return Vec::new() };
    // What lay ahead when the document was written is announced and not told.
    if day > briefing.manifest.as_of.last_day() {
        return Vec::new();
    }
    let of_meeting = briefing.meeting.as_ref().is_some_and(|meeting| meeting.date.first_day() == day);
    let early = claim.evidence.iter().filter_map(|evidence| {
        let tells = matches!(evidence.stance, Stance::Supports | Stance::Contradicts);
        let source = briefing.source(&evidence.source).filter(|_| tells)?;
        // A charter or a plan sets what is to come, but for a meeting that nobody could know of.
        let told = source.kind != SourceKind::Official || of_meeting;
        let published = source.published.filter(|published| told && published.last_day() < day)?;
        let detail = message!(
            findings::evidence_before_event_day,
            publisher = &source.publisher,
            published = published,
            day = Date::day(day),
            claim = &claim.statement
        );
        let (cited, title) = ([evidence.citation()], label!(findings::evidence_before_event));
        let finding = of_claim(briefing, claim, &cited, Outcome::Warn, title, detail);
        Some(finding.apart(&evidence.source).likely_caused_by(&"day"))
    });
    early.collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Stance;

    fn stance(id: &str, source: &str, stance: Stance) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id);
            let evidence = claim.evidence.iter_mut().find(|one| one.source.as_str() == source).expect(source);
            evidence.stance = stance;
        })
    }

    #[test]
    fn evidence_speaks_for_what_it_says() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (id, source, turned) in [
            ("turnover-2021-2024", "ria-20250829", Stance::Contradicts),
            ("directions-2024", "bne-361098", Stance::Contradicts),
            ("eurasian-grouping", "kremlin-60734", Stance::Contradicts),
            ("ten-full-members", "tass-2012137", Stance::Contradicts),
            ("founding-over-afghanistan", "people-cn-sco-founding", Stance::Supports),
            ("fourteen-partners", "dnd-327422", Stance::Supports),
        ] {
            assert_eq!(stance(id, source, turned), ["Warn evidence-turned"], "{id} {source}");
            assert_eq!(stance(id, source, Stance::Context), [""; 0], "{id} {source}");
        }
        let dissent = found_after(CHECKS, |briefing| {
            let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
            let evidence = &mut claim.expect("a claim").evidence[1];
            evidence.stance = Stance::Contradicts;
            "has them meet on 12 July 2025".clone_into(&mut evidence.says);
        });
        assert_eq!(dissent, [""; 0], "what says otherwise contradicts");
    }

    #[test]
    fn nothing_is_told_before_it_happened() {
        let published = |source: &str, day: &str| {
            found_after(CHECKS, |briefing| {
                let source = briefing.sources.sources.iter_mut().find(|own| own.id.as_str() == source).expect(source);
                source.published = Some(day.parse().expect(day));
            })
        };
        assert_eq!(published("trtworld-f23f71a762de", "2025-07-10"), ["Warn evidence-before-event"]);
        assert_eq!(published("trtworld-f23f71a762de", "2025-07-13"), [""; 0]);
        assert_eq!(published("trtworld-f23f71a762de", "2025-07"), [""; 0], "some day of it is late enough");
        assert_eq!(published("mehrnews-234254", "2025-07-10"), [""; 0], "what was still to come is announced");
    }
}
