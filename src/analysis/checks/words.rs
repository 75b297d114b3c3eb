//! Figures and years in words: does the sentence that a figure is read from say the same number as the data?
//!
//! Only numbers are compared, so that it does not matter in which language a text is written; [`numbers`] reads them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::known::is_sign_of;
use super::series::{agree, unit_of, wrong_figure};
use super::{Check, Finding, Material, Needs, Subject, listed};
use crate::analysis::reading::{Number, numbers, scale_of};
use crate::analysis::trade::is_printed;
use crate::briefing::{Citation, Locator, Message, Observation, Period, Series, Unit, Value};
use crate::{label, message};

#[expect(clippy::redundant_closure_for_method_calls, reason = "a method of `Read` has the lifetime of one `Read`")]
pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "figure-in-sentence",
        needs: Needs::Document,
        holds: label!(checks::figure_in_sentence),
        run: |material| each_figure(material, |read| read.wrong_value()),
    },
    Check { key: "unit-in-sentence", needs: Needs::Document, holds: label!(checks::unit_in_sentence), run: units },
    Check {
        key: "year-in-sentence",
        needs: Needs::Document,
        holds: label!(checks::year_in_sentence),
        run: |material| each_figure(material, |read| read.wrong_year()),
    },
];

/// A text of more numbers is a table: nothing is held against it, since whatever is held against it would be held
/// against each of them.
pub(super) const MAX_NUMBERS: usize = 200;

/// What is found of each figure that the document prints.
fn each_figure(material: &Material<'_>, find: fn(&Read<'_, '_>) -> Option<[Message; 2]>) -> Vec<Finding> {
    let briefing = material.briefing;
    let printed = material.series.iter().flat_map(|(series, _)| {
        let own = series.observations.iter().filter(|observation| is_printed(briefing, observation));
        own.map(move |observation| (*series, observation))
    });
    let wrong = |(series, observation): (&Series, &Observation)| {
        let wrong = find(&Read::of(material, series, observation)?)?;
        Some(wrong_figure(briefing, series, observation, wrong))
    };
    printed.filter_map(wrong).collect()
}

/// The figures that the document prints in another unit. One series in the wrong unit is one cause.
#[expect(clippy::redundant_closure_for_method_calls, reason = "a method of `Read` has the lifetime of one `Read`")]
fn units(material: &Material<'_>) -> Vec<Finding> {
    let of_series = |finding: Finding| {
        let Subject::Period(series, _) = finding.subject.clone() else { return finding };
        finding.caused_by(&series)
    };
    each_figure(material, |read| read.wrong_unit()).into_iter().map(of_series).collect()
}

/// The numbers of the sentences that citations name, each once; none where they are too many to hold anything against.
pub(super) fn read<'m>(material: &'m Material<'_>, citations: &[Citation]) -> Option<Vec<&'m Number>> {
    let places: BTreeSet<Locator> = citations.iter().filter_map(|citation| citation.at).collect();
    let sentences = places.into_iter().filter_map(|at| material.read(at));
    let numbers = sentences.flat_map(|sentence| sentence.label.iter().chain(&sentence.paraphrase));
    let numbers: Vec<&Number> = numbers.take(MAX_NUMBERS + 1).collect();
    (numbers.len() <= MAX_NUMBERS).then_some(numbers)
}

/// A figure with the numbers of its sentences. Where these have no such number there is nothing to hold.
struct Read<'m, 'a> {
    material: &'m Material<'a>,
    series: &'m Series,
    observation: &'m Observation,
    numbers: Vec<&'m Number>,
}

impl<'m, 'a> Read<'m, 'a> {
    fn of(material: &'m Material<'a>, series: &'m Series, observation: &'m Observation) -> Option<Self> {
        let numbers = read(material, &observation.citations)?;
        Some(Self { material, series, observation, numbers })
    }

    /// The numbers that can be meant for the figure.
    fn alike(&self) -> impl Iterator<Item = &Number> {
        let (_, measure) = scale_of(&self.series.unit.scale);
        let of_kind = move |number: &&Number| number.measure.is_none() || number.measure == measure;
        let comparable = |number: &&Number| self.in_another_scale(number) || comparable(number, self.observation);
        self.numbers.iter().copied().filter(of_kind).filter(comparable)
    }

    /// Those that give its value.
    fn found(&self) -> Vec<Number> {
        let gives = |number: &&Number| self.in_another_scale(number) || number.agrees(self.observation.value);
        self.alike().filter(gives).copied().collect()
    }

    /// Whether a number is the figure, counted in millions where the series counts in billions.
    fn in_another_scale(&self, number: &Number) -> bool {
        number.agrees_in(self.observation.value, &self.series.unit.scale)
    }

    /// Its sentences.
    fn at(&self) -> Value {
        listed(self.material.briefing.locators(&self.observation.citations))
    }

    fn wrong_value(&self) -> Option<[Message; 2]> {
        let (period, value) = (self.observation.period, self.observation.value);
        let detail = if self.alike().next().is_none() {
            stands_elsewhere(self.material, self.observation)
                .then(|| message!(findings::figure_elsewhere, value = value, at = self.at()))
        } else {
            let numbers = listed(self.alike().map(|number| number.value));
            self.found()
                .is_empty()
                .then(|| message!(findings::figure_not_among, value = value, numbers = numbers, at = self.at()))
        };
        Some([message!(findings::figure_in_sentence, period = period), detail?])
    }

    fn wrong_unit(&self) -> Option<[Message; 2]> {
        let found = self.found();
        let converted = found.iter().any(|number| self.in_another_scale(number));
        let detail = match foreign_unit(&found, converted, &self.series.unit)? {
            Foreign::Sign(there) => message!(
                findings::unit_there_sign,
                at = self.at(),
                sign = there,
                unit_sign = &self.series.unit.sign,
                value = self.observation.value,
                scale = &self.series.unit.scale
            ),
            Foreign::Scale(power) => message!(
                findings::unit_there_scale,
                at = self.at(),
                power = Value::Count(power.into()),
                unit_sign = &self.series.unit.sign,
                value = self.observation.value,
                scale = &self.series.unit.scale
            ),
        };
        Some([message!(findings::unit_in_sentence, period = self.observation.period), detail])
    }

    /// Whether the sentence right before, of the same paragraph, names its year: a further one may hold that against another
    /// year, `after the deficit of 2022`.
    fn is_carried(&self, is_named: impl Fn(&BTreeSet<i16>) -> bool) -> bool {
        let mut places = self.observation.citations.iter().filter_map(|citation| citation.at);
        places.any(|at| {
            let before = Locator { sentence: at.sentence.saturating_sub(1), ..at };
            let sentence = self.material.read(before);
            sentence.is_some_and(|own| is_named(&own.paraphrase.iter().filter_map(Number::year).collect()))
        })
    }

    fn wrong_year(&self) -> Option<[Message; 2]> {
        let years: BTreeSet<i16> = self.numbers.iter().filter_map(|number| number.year()).collect();
        let (period, (first, last)) = (self.observation.period, self.observation.period.days());
        let year = period.year();
        // A fiscal year is named by either of its years.
        let is_named =
            |years: &BTreeSet<i16>| [year, first.year(), last.year()].iter().any(|year| years.contains(year));
        (!years.is_empty() && !is_named(&years) && !self.is_carried(is_named)).then(|| {
            let detail = message!(
                findings::year_named,
                value = self.observation.value,
                year = Period::of_year(year),
                at = self.at(),
                years = listed(years.into_iter().map(Period::of_year))
            );
            [message!(findings::year_in_sentence, period = self.observation.period), detail]
        })
    }
}

/// A unit that is not that of the series.
enum Foreign {
    /// The sign of a currency.
    Sign(&'static str),
    /// A scale, as the power of ten.
    Scale(u8),
}

/// The sign or scale that a figure has in words, where it is never that of the series. What is `converted` is right in its
/// own scale.
fn foreign_unit(found: &[Number], converted: bool, unit: &Unit) -> Option<Foreign> {
    let signs: Vec<&'static str> = found.iter().filter_map(|number| number.sign).collect();
    let scales: Vec<u8> = found.iter().filter_map(|number| number.scale).collect();
    let other_sign = signs.first().filter(|_| !signs.iter().any(|sign| is_sign_of(sign, unit)));
    let foreign = !converted && scale_of(&unit.scale).0.is_some_and(|power| !scales.contains(&power));
    let other_scale = scales.first().filter(|_| foreign);
    other_sign.map(|sign| Foreign::Sign(sign)).or_else(|| other_scale.map(|power| Foreign::Scale(*power)))
}

/// Whether another sentence than those that a figure cites says it, and these do not, to whatever digit.
fn stands_elsewhere(material: &Material<'_>, observation: &Observation) -> bool {
    let (value, cited) =
        (observation.value, material.briefing.locators(&observation.citations).collect::<BTreeSet<_>>());
    let here = cited.into_iter().filter_map(|at| material.read(at)).flat_map(|sentence| &sentence.paraphrase);
    !here.filter(|number| number.is_fraction()).any(|number| number.agrees(value)) && material.spoken().says(value)
}

/// The numbers with a fraction that texts say, for asking whether any of them can be a value.
pub(super) struct Spoken {
    /// What they can mean, in order, by how many decimals it has.
    by_scale: BTreeMap<u32, Vec<Decimal>>,
}

impl Spoken {
    /// Those among some numbers.
    pub fn of<'n>(numbers: impl Iterator<Item = &'n Number>) -> Self {
        let mut by_scale: BTreeMap<u32, Vec<Decimal>> = BTreeMap::new();
        for reading in numbers.filter(|number| number.is_fraction()).flat_map(|number| number.readings()) {
            by_scale.entry(reading.scale()).or_default().push(reading);
        }
        for readings in by_scale.values_mut() {
            readings.sort_unstable();
        }
        Self { by_scale }
    }

    /// Whether one of them can be a value, rounded or cut, as [`Number::agrees`] holds it.
    pub fn says(&self, value: Decimal) -> bool {
        let value = value.abs();
        self.by_scale.iter().any(|(scale, readings)| {
            // Those that agree with a value lie next to it.
            let unit = unit_of(value).max(Decimal::new(1, *scale));
            let first = readings.partition_point(|reading| reading.checked_add(unit).is_some_and(|end| end <= value));
            readings[first..].iter().take(2).any(|reading| agree(*reading, value))
        })
    }
}

/// Whether a number in words can be meant for a figure: both have a fraction, or neither has and it is no year.
fn comparable(number: &Number, observation: &Observation) -> bool {
    !number.is_year() && number.is_fraction() == (observation.value.scale() > 0)
}

/// Whether a text gives a value; none where it gives no number with a fraction that it could be.
pub(super) fn says(text: &str, value: Decimal) -> Option<bool> {
    let numbers: Vec<Number> = numbers(text).into_iter().filter(Number::is_fraction).collect();
    (!numbers.is_empty()).then(|| numbers.iter().any(|number| number.agrees(value)))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{CHECKS, says};
    use crate::analysis::checks::repeated;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::Briefing;

    /// What is found of figures in words, and of what repeats them.
    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(&[CHECKS, repeated::CHECKS].concat(), change)
    }

    /// What is found once one text has taken the place of another in a sentence.
    fn sentence(at: &str, from: &str, to: &str) -> Vec<String> {
        after(|briefing| {
            let at = at.parse().expect(at);
            let sentence = sentences(briefing).iter_mut().find(|sentence| sentence.at == at).expect("there");
            assert!(sentence.paraphrase.contains(from));
            sentence.paraphrase = sentence.paraphrase.replace(from, to);
            sentence.label = sentence.label.replace(from, to);
        })
    }

    #[test]
    fn a_figure_stands_in_its_sentence() {
        assert_eq!(after(|_| {}), [""; 0]);
        assert_eq!(sentence("8.1", "129.32", "129.3"), [""; 0], "rounded");
        assert_eq!(sentence("8.1", "129.32", "129,32"), [""; 0], "with a decimal comma");
        let found = sentence("8.1", "129.32", "192.32");
        assert_eq!(found, ["Fail figure-in-sentence", "Fail claim-figures"], "the claim still has the other");
    }

    #[test]
    fn a_figure_cited_from_a_sentence_without_figures_is_found_elsewhere() {
        let found = after(|briefing| {
            let own = |o: &&mut crate::briefing::Observation| o.citations[0].at.is_some_and(|at| at.paragraph == 7);
            let observation = briefing.trades[0].series[0].observations.iter_mut().find(own).expect("there");
            observation.citations[0].at = Some("3.1".parse().expect("a place"));
        });
        assert_eq!(found, ["Fail figure-in-sentence"]);
    }

    #[test]
    fn it_stands_there_in_the_unit_of_the_series_and_with_its_year() {
        assert_eq!(sentence("8.1", "US$129.32", "€129.32"), ["Fail unit-in-sentence"]);
        assert_eq!(sentence("8.1", "US$129.32", "$129.32"), [""; 0], "another sign of the same currency");
        let million = sentence("8.1", "129.32\u{a0}bn", "129.32\u{a0}million");
        assert_eq!(million, ["Fail unit-in-sentence", "Fail claim-figures"], "the claim still says billions");
        let same = sentence("8.1", "US$129.32\u{a0}bn", "US$129\u{a0}320\u{a0}million");
        assert_eq!(same, [""; 0], "as much, in another scale");
        assert_eq!(
            sentence("8.1", "129.32\u{a0}bn", "129.32\u{a0}млрд"),
            [""; 0],
            "the same scale in another language"
        );
        let year = sentence("8.1", "2024", "2023");
        assert_eq!(&year[..2], ["Fail year-in-sentence", "Fail year-in-sentence"]);
    }

    #[test]
    fn a_sentence_says_a_figure_however_it_is_grouped() {
        // The figure in millions, and the sentence with it as many languages write it.
        let with = |written: &str| {
            after(|briefing| {
                let series = &mut briefing.trades[0].series[0];
                "million".clone_into(&mut series.unit.scale);
                let own =
                    |o: &&mut crate::briefing::Observation| o.citations[0].at.is_some_and(|at| at.to_string() == "8.1");
                let observation = series.observations.iter_mut().find(own).expect("there");
                observation.value = Decimal::new(1_293_205, 1);
                let kept = observation.clone();
                series.observations = vec![kept];
                let sentence = sentences(briefing).iter_mut().find(|s| s.at.to_string() == "8.1").expect("there");
                sentence.paraphrase = format!("In 2024 it came to US${written}.");
                sentence.label.clear();
            })
        };
        let wrong = |found: &[String]| found.iter().any(|found| found == "Fail figure-in-sentence");
        for right in [
            "129 320.5 million",
            "129\u{a0}320,5 million",
            "129.320,5 million",
            "١٢٩٬٣٢٠٫٥ million",
            "129.3 bn",
            "1293.2亿",
        ] {
            assert!(!wrong(&with(right)), "{right}: {:?}", with(right));
        }
        for amiss in ["129 230.5 million", "129.230,5 million", "١٢٩٬٢٣٠٫٥ million", "１２９２３０．５ million"]
        {
            assert!(wrong(&with(amiss)), "{amiss}");
        }
    }

    #[test]
    fn what_a_text_says_of_a_value() {
        assert_eq!(says("it came to 228,105", Decimal::new(228_105, 3)), Some(true));
        assert_eq!(says("in 2025", Decimal::new(228_105, 3)), None);
    }
}
