//! Sentences retold from the originals that the briefing carries: does a paraphrase, and a label, have the numbers, days,
//! names and directions of the original, in whatever languages the two are?
//!
//! A retelling leaves out what it does not need. It is held only where it has as many things of a kind as the original, all
//! but one of them the same: then that one was taken for another.

use super::texts::{About, READ, Text, within};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Day, Name, Named, Number, Reading, Says, Unit, What, language};
use crate::briefing::{Key, Sentence, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "retold-otherwise",
    needs: Needs::Document,
    holds: label!(checks::retold_otherwise),
    run: |material| {
        let sentences = material.briefing.sentences();
        let usual = language(sentences.iter().filter_map(|sentence| sentence.text.as_deref()));
        let all = sentences.iter().filter_map(|sentence| Some((sentence, sentence.text.as_deref()?))).collect();
        let (all, _) = within(READ, all, |(_, original)| original.len());
        cores::flat_map(&all, |(sentence, original): &(&Sentence, &str)| {
            let (reading, names) = Reading::with_names(original, usual, &material.texts().names);
            of_sentence(material, sentence, original, &things(&reading, &names))
        })
    },
}];

/// What a text can have in common with its original.
#[derive(Clone, Debug, PartialEq)]
enum Value<'t> {
    Day(Day),
    Weekday(u8),
    /// A rate, a part of a whole in words, and a number with what it counts.
    Rate(Number),
    Fraction(rust_decimal::Decimal),
    Count(Number, Option<Unit>),
    Months((u8, u8)),
    Season((u8, u8)),
    Name(Named, &'t Key),
    Says(Says),
}

impl Value<'_> {
    /// Whether two are of one kind, so that one can be told for the other.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(a, of_a), Self::Count(b, of_b)) => of_a == of_b && a.scale.is_some() == b.scale.is_some(),
            (Self::Name(a, _), Self::Name(b, _)) => a == b,
            (Self::Says(a), Self::Says(b)) => a == b || contrary(*a) == Some(*b),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether both can say the same.
    fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a.agrees(*b),
            (Self::Rate(a), Self::Rate(b)) | (Self::Count(a, _), Self::Count(b, _)) => a.is_like(b),
            _ => self == other,
        }
    }
}

/// What a sentence that tells one thing says instead, where it says the contrary.
const fn contrary(says: Says) -> Option<Says> {
    match says {
        Says::Exports => Some(Says::Imports),
        Says::Imports => Some(Says::Exports),
        says => says.contrary(),
    }
}

/// A value, and where it stands.
type Thing<'t> = (std::ops::Range<usize>, Value<'t>);

/// A text of more things is a table.
const MANY: usize = 200;

/// Everything that a text has that its original can have.
fn things<'t>(reading: &Reading<'_>, names: &[Name<'t>]) -> Vec<Thing<'t>> {
    let mut found: Vec<Thing<'t>> = Vec::new();
    for mention in &reading.mentions {
        let mut add = |value| found.push((mention.range.clone(), value));
        match &mention.what {
            What::Quantity(quantity) => {
                let number = quantity.number;
                add(if quantity.is_rate() { Value::Rate(number) } else { Value::Count(number, quantity.unit) });
                if let Some(way) = quantity.way {
                    add(Value::Says(way.says()));
                }
            }
            What::Fraction(part, _) => add(Value::Fraction(*part)),
            What::Weekday(day) => add(Value::Weekday(*day)),
            What::Day(_) | What::Span(..) => mention.days().for_each(|day| add(Value::Day(day))),
        }
    }
    found.extend(reading.parts.iter().map(|part| (part.range.clone(), Value::Months(part.months))));
    found.extend(reading.signs.iter().filter_map(|sign| {
        let value = match sign.says {
            Says::Season(from, until) => Value::Season((from, until)),
            says => Value::Says(contrary(says).map(|_| says)?),
        };
        Some((sign.range.clone(), value))
    }));
    found.extend(names.iter().map(|name| (name.range.clone(), Value::Name(name.kind, name.of))));
    if found.len() > MANY {
        return Vec::new();
    }
    // What is said twice is one thing.
    let mut once: Vec<Thing<'t>> = Vec::new();
    for thing in found {
        let is_there = once.iter().any(|(_, value)| value.is_like(&thing.1) && value.agrees(&thing.1));
        once.extend((!is_there).then_some(thing));
    }
    once
}

fn of_sentence<'t>(
    material: &'t Material<'_>,
    sentence: &Sentence,
    original: &str,
    theirs: &[Thing<'t>],
) -> Vec<Finding> {
    let texts = material.texts().at(sentence.at);
    let retold = texts.filter(|text| {
        let own = matches!(text.about, About::Sentence(own) if own.at == sentence.at);
        own && matches!(&*text.field, "paraphrase" | "label")
    });
    retold.filter_map(|text| of_text(material, sentence, text, original, theirs)).collect()
}

fn of_text(
    material: &Material<'_>,
    sentence: &Sentence,
    text: &Text<'_>,
    original: &str,
    theirs: &[Thing<'_>],
) -> Option<Finding> {
    let ours = things(&text.reading, &text.names);
    // `yesterday` in the original is the day that it means.
    let meant = |value: &Value<'_>| {
        let Value::Day(day) = value else { return false };
        sentence.as_printed.relative_dates.iter().any(|date| Day::from(date.means).agrees(*day))
    };
    let is_told = |value: &Value<'_>, of: &[Thing<'_>]| {
        of.iter().any(|(_, other)| value.is_like(other) && value.agrees(other)) || meant(value)
    };
    let (range, own, other) = ours.iter().find_map(|(range, own)| {
        let like = |of: &[Thing<'_>]| of.iter().filter(|(_, value)| value.is_like(own)).count();
        let mut alone = ours.iter().filter(|(_, value)| value.is_like(own) && !is_told(value, theirs));
        let mut missing = theirs.iter().filter(|(_, value)| value.is_like(own) && !is_told(value, &ours));
        let is_alone = alone.next().is_some_and(|(_, value)| value == own) && alone.next().is_none();
        let other = missing.next().filter(|_| is_alone && missing.next().is_none())?;
        (like(&ours) == like(theirs)).then_some((range, own, other))
    })?;
    // What is denied is told by its contrary: `did not rise`, `fell`.
    if matches!(own, Value::Says(_))
        && text.reading.signs.iter().any(|sign| matches!(sign.says, Says::Not | Says::Never))
    {
        return None;
    }
    let (said, original_said) = (text.part(range), original.get(other.0.clone())?.to_owned());
    let title = message!(findings::retold_otherwise, said = said.clone());
    let detail = message!(
        findings::retold_otherwise_of,
        said = said.clone(),
        other = original_said,
        original = original.to_owned(),
        text = text.text.to_owned()
    );
    Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said).likely_caused_by(&said))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};

    /// What is found of a sentence with an original and a paraphrase.
    fn found(original: &str, paraphrase: &str) -> usize {
        found_after(CHECKS, |briefing| {
            let sentence = &mut sentences(briefing)[0];
            sentence.text = Some(original.to_owned());
            (sentence.label, sentence.paraphrase) = ("Session".to_owned(), paraphrase.to_owned());
        })
        .len()
    }

    #[test]
    fn a_paraphrase_has_what_its_original_has() {
        let original = "Onze ministres se sont réunis mardi 4 mars 2025 ; les exportations ont augmenté de 3,1 % au premier semestre.";
        let right = "Eleven ministers met on Tuesday, 4 March 2025; exports rose by 3.1 % in the first half.";
        assert_eq!(found(original, right), 0);
        for (is, was) in [
            ("Ten", "Eleven"),
            ("4 May 2025", "4 March 2025"),
            ("Thursday", "Tuesday"),
            ("imports", "exports"),
            ("fell", "rose"),
            ("3.7 %", "3.1 %"),
            ("first quarter", "first half"),
        ] {
            assert_eq!(found(original, &right.replace(was, is)), 1, "{is}");
        }
        assert_eq!(found("双方在10月签署了九项协议。", "The two sides signed nine agreements in October."), 0);
        assert_eq!(found("双方在10月签署了九项协议。", "The two sides signed nine agreements in December."), 1);
        assert_eq!(found("Ein Drittel der Mittel bleibt frei.", "A third of the money is left."), 0);
        assert_eq!(found("Ein Drittel der Mittel bleibt frei.", "A quarter of the money is left."), 1);
    }

    #[test]
    fn what_is_left_out_or_told_in_more_words_is_no_other() {
        for (original, paraphrase) in [
            (
                "Die Minister unterzeichneten 14 Abkommen und berieten drei Stunden.",
                "The ministers signed 14 agreements.",
            ),
            (
                "Les deux ministres ont signé 14 accords.",
                "The ministers of both states signed agreements; three are on trade.",
            ),
            ("El comercio no disminuyó en 2024.", "Trade rose in 2024 or stayed as it was, not less."),
            ("出口额为4800亿元，进口额为3000亿元。", "Exports came to 480 bn yuan, imports to 300 bn."),
            ("Экспорт составил 1,2 млн баррелей в сутки.", "Exports came to 1.2 million barrels a day."),
        ] {
            assert_eq!(found(original, paraphrase), 0, "{original}");
        }
    }
}
