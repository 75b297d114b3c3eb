//! Figures and years in words: does the briefing's own text say the same numbers as its data?
//!
//! Only digits are compared, so that it does not matter in which language a text is written.

use rust_decimal::Decimal;

use super::series::{agree, exact, read_from};
use super::units::SIGNS;
use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::format::{locator, period as written_period};
use crate::analysis::trade::is_printed;
use crate::briefing::{Briefing, Citation, Claim, Observation, Series};

const FIGURE: &str = "figure-in-sentence";
const UNIT: &str = "unit-in-sentence";
const YEAR: &str = "year-in-sentence";
const LABEL: &str = "label-figures";
const CLAIM: &str = "claim-figures";
const POINT: &str = "key-point-figures";

pub(super) const CHECKS: &[Check] = &[
    Check { name: FIGURE, holds: "A figure of the document stands in the sentence it is read from" },
    Check { name: UNIT, holds: "It stands there in the unit of its series" },
    Check { name: YEAR, holds: "The sentence names the year of the figure" },
    Check { name: LABEL, holds: "A sentence and its label give the same figures" },
    Check { name: CLAIM, holds: "The figures and years of a claim stand in its sentences or its reason" },
    Check { name: POINT, holds: "The figures and years of a key point stand in its claim" },
];

/// The findings about numbers in words.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    for series in &briefing.trade.series {
        for observation in series.observations.iter().filter(|o| is_printed(briefing, o)) {
            findings.extend(in_sentence(briefing, series, observation));
        }
    }
    for sentence in &briefing.document.sentences {
        let place = Place::Sentence(sentence.at);
        let known = [sentence.paraphrase.as_str()];
        let title = "Label and sentence differ";
        let citations = citing(briefing, [sentence.at]);
        findings.extend(unlike(LABEL, place, title, &sentence.label, &known, citations));
    }
    findings.extend(briefing.claims.claims.iter().filter_map(|claim| claim_figures(briefing, claim)));
    findings.extend(key_point_figures(briefing));
    findings
}

/// The texts of the sentences that citations name.
fn texts<'a>(briefing: &'a Briefing, citations: &'a [Citation]) -> Vec<&'a str> {
    let sentences = citations.iter().filter_map(|citation| briefing.sentence(citation));
    sentences.flat_map(|sentence| [sentence.label.as_str(), sentence.paraphrase.as_str()]).collect()
}

/// Value, unit and year of a figure against its sentences. Where these have no such number there is nothing to hold.
fn in_sentence(briefing: &Briefing, series: &Series, observation: &Observation) -> Vec<Finding> {
    let texts = texts(briefing, &observation.citations);
    let at: Vec<String> = briefing.places(&observation.citations).map(locator).collect();
    let place = Place::Period(observation.period);
    let finding = |check, title: &str, detail| {
        let title = format!("{title}, {}", written_period(observation.period));
        Finding::new(check, Outcome::Fail, place.clone(), title, detail, read_from(briefing, &[observation]))
    };
    let mut findings = Vec::new();
    let numbers: Vec<Number> = texts.iter().flat_map(|text| numbers(text)).collect();
    let alike: Vec<&Number> =
        numbers.iter().filter(|number| !number.is_year() && comparable(number, observation)).collect();
    let value = exact(observation.value);
    let found: Vec<&&Number> = alike.iter().filter(|number| agree(number.value, observation.value)).collect();
    if !alike.is_empty() && found.is_empty() {
        let written: Vec<String> = alike.iter().map(|number| exact(number.value)).collect();
        let detail = format!("{value} is not among {} in {}", written.join(", "), at.join(", "));
        findings.push(finding(FIGURE, "Figure not in its sentence", detail));
    }
    let unit = &series.unit;
    // The same value may stand there twice; one in the series' unit is enough.
    let foreign = |number: &Number| {
        let other_sign = number.sign.is_some_and(|sign| sign != unit.sign);
        let other_scale = number.scale.zip(power(&unit.scale)).is_some_and(|(there, here)| there != here);
        other_sign || other_scale
    };
    if let Some(number) = found.first().filter(|_| found.iter().all(|number| foreign(number))) {
        let there =
            format!("{}{value}{}", number.sign.unwrap_or_default(), number.scale.map_or("", |_| " in another scale"));
        let detail = format!("{} has {there}, the series {}{value} {}", at.join(", "), unit.sign, unit.scale);
        findings.push(finding(UNIT, "Another unit in the sentence", detail));
    }
    let mut years: Vec<i16> = numbers.iter().filter_map(Number::year).collect();
    years.sort_unstable();
    years.dedup();
    if !years.is_empty() && !years.contains(&observation.period.year()) {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        let detail =
            format!("{value} is of {}, {} names {}", observation.period.year(), at.join(", "), years.join(", "));
        findings.push(finding(YEAR, "Year not in its sentence", detail));
    }
    findings
}

fn comparable(number: &Number, observation: &Observation) -> bool {
    (number.value.scale() > 0) == (observation.value.scale() > 0)
}

fn claim_figures(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let mut known = texts(briefing, &claim.citations);
    known.push(&claim.reason);
    let citations = citing(briefing, briefing.places(&claim.citations));
    unlike(CLAIM, Place::Claim(claim.id.clone()), "Claim and sentence differ", &claim.statement, &known, citations)
}

fn key_point_figures(briefing: &Briefing) -> Vec<Finding> {
    let check = |point: &crate::briefing::KeyPoint| {
        let claim = briefing.claim(&point.claim)?;
        let mut known = texts(briefing, &claim.citations);
        known.extend([claim.statement.as_str(), &claim.note, &claim.reason]);
        known.extend(claim.evidence.iter().map(|evidence| evidence.says.as_str()));
        let citations = citing(briefing, briefing.places(&claim.citations));
        unlike(POINT, Place::Claim(claim.id.clone()), "Key point and claim differ", &point.text, &known, citations)
    };
    briefing.claims.key_points.iter().filter_map(check).collect()
}

/// The numbers with a fraction and the years of a text that none of the known texts has, where these have such numbers.
fn unlike(
    check: &'static str,
    place: Place,
    title: &str,
    text: &str,
    known: &[&str],
    citations: Vec<Citation>,
) -> Option<Finding> {
    let known: Vec<Number> = known.iter().flat_map(|text| numbers(text)).collect();
    let missing: Vec<String> = numbers(text)
        .into_iter()
        .filter(|number| match number.year() {
            Some(year) => known.iter().any(Number::is_year) && !known.iter().any(|other| other.year() == Some(year)),
            None => {
                let fraction = |number: &Number| number.value.scale() > 0;
                fraction(number)
                    && known.iter().any(fraction)
                    && !known.iter().any(|other| !other.is_year() && agree(other.value, number.value))
            }
        })
        .map(|number| exact(number.value))
        .collect();
    let detail = format!("{} stands in “{text}” alone", missing.join(", "));
    (!missing.is_empty()).then(|| Finding::new(check, Outcome::Fail, place, title, detail, citations))
}

/// Whether a text gives a value; none where it gives no number with a fraction that it could be.
pub(super) fn says(text: &str, value: Decimal) -> Option<bool> {
    let numbers: Vec<Number> = numbers(text).into_iter().filter(|number| number.value.scale() > 0).collect();
    (!numbers.is_empty()).then(|| numbers.iter().any(|number| agree(number.value, value)))
}

/// A number in a text, with the sign before it and the power of ten that the word after it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    value: Decimal,
    sign: Option<&'static str>,
    scale: Option<u8>,
}

impl Number {
    /// The number as a year, where it can be one.
    fn year(&self) -> Option<i16> {
        let year = i16::try_from(self.value).ok().filter(|year| (1900..2100).contains(year))?;
        (self.value.scale() == 0 && self.sign.is_none() && self.scale.is_none()).then_some(year)
    }

    fn is_year(&self) -> bool {
        self.year().is_some()
    }
}

/// The power of ten that a word of scale stands for.
fn power(word: &str) -> Option<u8> {
    match word.to_lowercase().as_str() {
        "k" | "thousand" => Some(3),
        "m" | "mn" | "million" => Some(6),
        "bn" | "billion" => Some(9),
        "tn" | "trn" | "trillion" => Some(12),
        _ => None,
    }
}

/// The numbers of a text. A comma is a decimal one unless three digits follow it, which make it one of thousands.
fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut end = digits(from);
        let mut written = from[..end].to_owned();
        while let Some(mark @ ('.' | ',')) = from[end..].chars().next() {
            let more = digits(&from[end + 1..]);
            if more == 0 {
                break;
            }
            if mark == '.' || more != 3 {
                written.push('.');
            }
            written.push_str(&from[end + 1..end + 1 + more]);
            end += 1 + more;
        }
        let after = &from[end..];
        let word: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        let sign = SIGNS.iter().map(|(sign, _)| *sign).find(|sign| before.ends_with(sign));
        // `2.3.4` or a number too long is none.
        if let Ok(value) = written.parse() {
            found.push(Number { value, sign, scale: power(&word) });
        }
        rest = after;
    }
    found
}
