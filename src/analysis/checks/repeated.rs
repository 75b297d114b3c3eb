//! Numbers said again: do a label, a claim and a key point say those of what they sum up?
//!
//! Only numbers are compared, so that it does not matter in which language a text is written; [`numbers`] reads them.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::texts::Text;
use super::words::{MAX_NUMBERS, read};
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, each_claim, listed};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Number, Reading, Unit, agree, numbers};
use crate::briefing::{Citation, Claim, Key, KeyPoint, Locator, Message, Period, Sentence};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "label-figures",
        needs: Needs::Document,
        holds: label!(checks::label_figures),
        run: |material| {
            let sentences = material.briefing.sentences().iter();
            sentences.filter_map(|sentence| label_figures(material, sentence)).collect()
        },
    },
    Check {
        key: "claim-figures",
        needs: Needs::Document,
        holds: label!(checks::claim_figures),
        run: |material| each_claim(material, claim_figures),
    },
    Check {
        key: "key-point-figures",
        needs: Needs::Document,
        holds: label!(checks::key_point_figures),
        run: key_point_figures,
    },
];

fn label_figures(material: &Material<'_>, sentence: &Sentence) -> Option<Finding> {
    let read = material.read(sentence.at)?;
    let mut missing = missing(&read.label, &read.paraphrase.iter().collect::<Vec<_>>())?;
    missing.retain(|number| !is_counted_back(material, sentence.at, *number));
    let citations = citing(material.briefing, [sentence.at]);
    alone(Subject::Sentence(sentence.at), label!(findings::label_figures), &sentence.label, missing, citations)
}

/// Whether a number is a year from which on a sentence counts the years: `the lowest in five years`, `since 2019`.
fn is_counted_back(material: &Material<'_>, at: Locator, number: Decimal) -> bool {
    let own = material.briefing.manifest.as_of.first_day().year();
    let Some(sentence) = material.texts().at(at).find(|text| text.paraphrase_of() == Some(at)) else { return false };
    let ends: Vec<i16> = sentence.reading.years().chain([own, own - 1]).collect();
    let spans = sentence.reading.quantities().filter(|quantity| quantity.unit == Some(Unit::Years));
    let mut counted = spans.filter_map(|quantity| i16::try_from(quantity.count()?).ok());
    counted.any(|years| ends.iter().any(|end| end.checked_sub(years).map(Decimal::from) == Some(number)))
}

fn claim_figures(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let (briefing, reason) = (material.briefing, numbers(&claim.reason));
    // What is read from no sentence is held against none.
    briefing.locators(&claim.citations).next()?;
    let mut known = read(material, &claim.citations)?;
    known.extend(&reason);
    let mut missing = missing(&numbers(&claim.statement), &known)?;
    missing.retain(|number| !is_year_meant(material, claim, *number));
    let citations = citing(briefing, briefing.locators(&claim.citations));
    alone(Subject::Claim(claim.id.clone()), label!(findings::claim_figures), &claim.statement, missing, citations)
}

/// Whether a number is the year of the document, which a sentence of a claim means that names a day of no year, `on 28 May`,
/// or one that it counts from the document's day.
fn is_year_meant(material: &Material<'_>, claim: &Claim, number: Decimal) -> bool {
    let own = material.briefing.manifest.as_of.first_day().year();
    let open = |at: Locator| {
        let sentence = material.texts().at(at).find(|text| text.paraphrase_of() == Some(at));
        sentence.is_some_and(|text| text.reading.days().any(|day| day.year.is_none() && day.day.is_some()))
    };
    // What the document calls `yesterday` has the year of the day that it means.
    let relative = |at: Locator| {
        let says = material.texts().at(at).find(|text| text.paraphrase_of() == Some(at));
        let says = says.is_some_and(|text| !text.reading.counted_from_today().is_empty());
        let sentence = material.briefing.sentence_at(at).filter(|_| says);
        let mut dates = sentence.into_iter().flat_map(|sentence| &sentence.as_printed.relative_dates);
        dates.any(|relative| number == Decimal::from(relative.means.first_day().year()))
    };
    let mut here = material.briefing.locators(&claim.citations);
    here.any(|at| number == Decimal::from(own) && open(at) || relative(at))
}

/// What the key points of a claim say that neither the claim nor its sentences and its evidence do.
fn key_point_figures(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let mut by_claim: HashMap<&Key, Vec<(usize, &KeyPoint)>> = HashMap::new();
    for (index, point) in briefing.claims.key_points.iter().enumerate() {
        by_claim.entry(&point.claim).or_default().push((index, point));
    }
    let of_claim = |(key, points): (&Key, Vec<(usize, &KeyPoint)>)| {
        let claim = material.briefing.claim(key)?;
        let own = [claim.statement.as_str(), &claim.note, &claim.reason];
        let evidence = claim.evidence.iter().map(|evidence| evidence.says.as_str());
        let own = own.into_iter().chain(evidence).flat_map(numbers);
        let own: Vec<Number> = own.take(MAX_NUMBERS + 1).collect();
        let mut known = read(material, &claim.citations)?;
        known.extend(&own);
        let citations = citing(briefing, briefing.locators(&claim.citations));
        let finding = |(index, point): (usize, &KeyPoint)| {
            let mut missing = missing(&numbers(&point.text), &known)?;
            missing.retain(|value| {
                let known = || is_difference(material, claim, *value) || is_apart(&known, *value);
                !known() && !is_told(material, &point.text, *value)
            });
            let (subject, title) = (Subject::Claim(claim.id.clone()), label!(findings::key_point_figures));
            Some((index, alone(subject, title, &point.text, missing, citations.clone())?))
        };
        Some(points.into_iter().filter_map(finding).collect::<Vec<_>>())
    };
    let mut found: Vec<(usize, Finding)> = by_claim.into_iter().filter_map(of_claim).flatten().collect();
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Whether a value is what a figure of the sentences of a claim grew or fell by.
fn is_difference(material: &Material<'_>, claim: &Claim, value: Decimal) -> bool {
    let here: BTreeSet<Locator> = material.briefing.locators(&claim.citations).collect();
    let grew = material.series.iter().flat_map(|(series, periods)| {
        let own = series
            .observations
            .iter()
            .filter(|figure| figure.citations.iter().any(|citation| citation.at.is_some_and(|at| here.contains(&at))));
        own.flat_map(move |figure| {
            let befores = [series.growth_on.of(figure.period), figure.period.previous()].into_iter().flatten();
            let flow = periods.flow_of(&figure.flow);
            befores.filter_map(move |before| figure.value.checked_sub(periods.get(before)?.best(flow?)?.value))
        })
    });
    grew.into_iter().chain(yearly(material, claim)).any(|grew| agree(grew.abs(), value))
}

/// By how much each flow grew in the years that a claim names, or for which it tells what somebody expected.
fn yearly(material: &Material<'_>, claim: &Claim) -> Vec<Decimal> {
    /// So many years and flows are looked through.
    const MANY: usize = 12;
    let named = material.texts().all_of(claim).flat_map(|text| text.reading.years());
    let foretold = claim.forecast.as_ref().and_then(|forecast| forecast.period).map(Period::year);
    let years: BTreeSet<i16> = named.chain(foretold).take(MANY * MANY).collect();
    let mut found = Vec::new();
    for (series, periods) in &material.series {
        for flow in 0..series.flows.len().min(MANY) {
            let value = |year: i16| periods.value(flow, Period::of_year(year));
            let step = |year: &i16| value(*year)?.checked_sub(value(year.checked_sub(1)?)?);
            found.extend(years.iter().take(MANY).filter_map(step));
        }
    }
    found
}

/// Whether a value is by how much one of some numbers with a fraction is more than another that is counted alike.
fn is_apart(known: &[&Number], value: Decimal) -> bool {
    /// So many numbers are held against each other.
    const MANY: usize = 40;
    let is_figure = |number: &&&Number| number.is_fraction() && !number.is_year();
    let figures: Vec<&&Number> = known.iter().filter(is_figure).take(MANY).collect();
    let alike = |a: &Number, b: &Number| a.scale == b.scale && a.measure == b.measure;
    let apart = |a: &Number, b: &Number| a.value.checked_sub(b.value).filter(|_| alike(a, b));
    let pairs = figures.iter().flat_map(|a| figures.iter().map(move |b| (a, b)));
    pairs.into_iter().filter_map(|(a, b)| apart(a, b)).any(|apart| apart > Decimal::ZERO && agree(value, apart))
}

/// Whether another text tells of a year what a key point does, which may sum up more than its claim: both have two
/// of the words around the year, `five of them founded it in 1960`.
fn is_told(material: &Material<'_>, point: &str, value: Decimal) -> bool {
    /// So many words to either side of a year tell what is said of it.
    const AROUND: usize = 8;
    /// From so many letters on a word says something.
    const LONG: usize = 4;
    fn around<'t>(reading: &'t Reading<'_>, year: i16) -> impl Iterator<Item = String> + 't {
        let ranges = reading.mentions.iter().filter(move |mention| mention.days().any(|day| day.year == Some(year)));
        let spans =
            ranges.map(|mention| reading.back(mention.range.start, AROUND)..reading.ahead(mention.range.end, AROUND));
        let words = spans.flat_map(|span| reading.words_between(span));
        words.map(|(_, word)| stem(word).to_owned()).filter(|word| word.chars().count() >= LONG)
    }
    let texts = &material.texts().all;
    let Some(own) = texts.iter().find(|text| &*text.field == "key-point" && text.text == point) else { return false };
    let Some(year) = value.to_i16() else { return false };
    let here: BTreeSet<String> = around(&own.reading, year).collect();
    let others = texts.iter().filter(|text| text.number() != own.number() && &*text.field != "key-point");
    let shared = |text: &Text<'_>| around(&text.reading, year).collect::<BTreeSet<_>>().intersection(&here).count();
    others.into_iter().any(|text| shared(text) >= 2)
}

/// The numbers with a fraction and the years of a text that none of the known numbers is, where these have such numbers;
/// none where either are too many.
fn missing(numbers: &[Number], known: &[&Number]) -> Option<Vec<Decimal>> {
    if numbers.len().max(known.len()) > MAX_NUMBERS {
        return None;
    }
    let is_missing = |number: &&Number| {
        if let Some(year) = number.year() {
            return known.iter().any(|other| other.is_year()) && !known.iter().any(|other| other.year() == Some(year));
        }
        let same = |other: &&Number| !other.is_year() && number.is_like(other);
        number.is_fraction() && known.iter().any(|other| other.is_fraction()) && !known.iter().any(same)
    };
    Some(numbers.iter().filter(is_missing).map(|number| number.value).collect())
}

/// That a text has numbers which no other has.
fn alone(
    subject: Subject,
    title: Message,
    text: &str,
    missing: Vec<Decimal>,
    citations: Vec<Citation>,
) -> Option<Finding> {
    if missing.is_empty() {
        return None;
    }
    let detail = message!(findings::alone, numbers = listed(missing), text = text.to_owned());
    Some(Finding::new(Outcome::Fail, subject, title, detail, citations))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::Briefing;

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    #[test]
    fn labels_claims_and_key_points_repeat_the_same_figures() {
        let label = after(|b| sentences(b)[13].label = "Turnover 164.88 bn".to_owned());
        assert_eq!(label, ["Fail label-figures"]);
        let lowest = |label: &str, paraphrase: &str| {
            after(|briefing| {
                let own = &mut sentences(briefing)[13];
                (own.label, own.paraphrase) = (label.to_owned(), paraphrase.to_owned());
            })
        };
        let since =
            |paraphrase: &str| lowest("Lowest since 2021", paraphrase).contains(&"Fail label-figures".to_owned());
        assert!(!since("In 2025 it was the lowest in four years."), "four years back");
        assert!(!since("2025 war es der niedrigste Wert seit vier Jahren."));
        assert!(since("In 2025 it was the lowest in seven years."));
        let claim = after(|briefing| {
            let claims = &mut briefing.claims.claims;
            let claim = claims.iter_mut().find(|claim| claim.id.as_str() == "turnover-2021-2024").expect("there");
            claim.statement = "Turnover rose from 146.88 bn to 248.4 bn".to_owned();
        });
        assert_eq!(claim, ["Fail claim-figures"]);
        // A day without a year is one of the document's.
        let of_year = |sentence: &str, statement: &str| {
            after(|briefing| {
                let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
                let claim = claim.expect("there");
                (claim.statement, claim.reason) = (statement.to_owned(), String::new());
                let own = &mut sentences(briefing)[0];
                (own.label, own.paraphrase) = (sentence.to_owned(), sentence.to_owned());
            })
        };
        let found = |year: u16| {
            let statement = format!("They met on 13 July {year}.");
            of_year("They met on 13 July, for the first time since 2019.", &statement)
                .contains(&"Fail claim-figures".to_owned())
        };
        assert_eq!([found(2025), found(2024)], [false, true]);
        assert!(
            of_year("They met again, as in 2019.", "They met in 2025.").contains(&"Fail claim-figures".to_owned()),
            "no day leaves its year open"
        );
        let yesterday = |year: &str| {
            after(|briefing| {
                let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
                let claim = claim.expect("there");
                (claim.statement, claim.reason) = (format!("Они встретились в {year} году."), String::new());
                let own = &mut sentences(briefing)[0];
                (own.label, own.paraphrase) = ("Since 2019".to_owned(), "Yesterday, as in 2019.".to_owned());
            })
            .contains(&"Fail claim-figures".to_owned())
        };
        assert_eq!([yesterday("2025"), yesterday("2024")], [false, true]);
        let point = |text: &str| after(|b| b.claims.key_points[7].text = text.to_owned());
        assert_eq!(point("The year ended 9.6 % lower than 2024."), ["Fail key-point-figures"]);
        // 228.105 after 244.819.
        for right in ["It ended some US$16.7 bn lower.", "Im Jahr waren es 16,7 Mrd. US-Dollar weniger."] {
            assert_eq!(point(right), [""; 0], "{right}");
        }
        assert_eq!(point("It ended some US$19.7 bn lower."), ["Fail key-point-figures"]);
    }
}
