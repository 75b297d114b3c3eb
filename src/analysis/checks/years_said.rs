//! Years in words: is a year that stands alone one that anything else about the same knows?

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::figures_said::years_named;
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Named, Says, Sign, What, agree};
use crate::briefing::{Briefing, Citation, Claim, Date, Period, Precision, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "year-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::year_in_text),
    run: |material| {
        let (occasions, dated) = (Occasions::of(material), years_of(dates(material.briefing)));
        let mut found = each_held(material, |material, text| slips(material, &dated, text));
        found.extend(each_held(material, |material, text| occasions.others(material, text)));
        found
    },
}];

/// Years of a claim's text that nothing else about the claim knows, nor the dates of the whole briefing, and that are like
/// one which all else knows and the text has not.
fn slips(material: &Material<'_>, dated: &BTreeSet<i16>, text: &Text<'_>) -> Vec<Finding> {
    let (Some(claim), briefing) = (text.claim(), material.briefing) else { return Vec::new() };
    let mut named = years_named(text);
    named.retain(|(_, year)| !dated.contains(year));
    // Years of the states that it names, and those of which it says what was so since then, are held by themselves.
    let of_all = [Says::Highest, Says::Lowest, Says::Record];
    let since = |sign: &Sign| {
        let near = |(range, _): &(std::ops::Range<usize>, i16)| {
            sign.range.end <= range.start
                && text.reading.between(sign.range.end..range.start).is_some_and(|words| words <= 2)
        };
        sign.says == Says::Since && named.iter().any(near)
    };
    let says_all = text.reading.signs.iter().any(|sign| of_all.contains(&sign.says) || since(sign));
    if says_all && text.reading.quantities().next().is_none() {
        return Vec::new();
    }
    let states = text.named(Named::State);
    let spells = || states.clone().flat_map(|name| material.rosters.iter().filter_map(|of| of.spells.get(name.of)));
    let begun = |year: i16| {
        let mut days = spells().flatten().flat_map(|spell| spell.dates());
        days.any(|date| date.first_day().year() == year)
    };
    named.retain(|(_, year)| !begun(*year));
    // A text with figures may hold them against any year of the series, and what has a month may be any event of it.
    let of_series = text.reading.signs.iter().any(|sign| FIGURES.contains(&sign.says))
        || text.reading.quantities().any(|quantity| !quantity.spelled && !quantity.number.is_year());
    let happened = |range: &std::ops::Range<usize>, year: i16| {
        let month = text.reading.mentions.iter().find(|own| own.range == *range).and_then(month_named);
        month.is_some_and(|month| happened_in(briefing, year, month))
    };
    let is_free = |year: i16| of_series && !material.known().periods_of(year).is_empty();
    named.retain(|(range, year)| !is_free(*year) && !happened(range, *year));
    // So are numbers of members of a year.
    let statuses = [Says::Member, Says::Observer, Says::Partner];
    if text.reading.signs.iter().any(|sign| statuses.contains(&sign.says)) {
        let of = |year: i16| {
            material.rosters.iter().any(|of| {
                let roster = of.members.roster;
                (roster.organisation.founded.first_day().year()..=roster.known_until.last_day().year()).contains(&year)
            })
        };
        let counted = text.reading.quantities().any(|quantity| quantity.spelled);
        named.retain(|(_, year)| !counted || !of(*year));
    }
    if named.is_empty() {
        return Vec::new();
    }
    let around = || material.texts().around(briefing, text);
    let is_told = |year: i16| around().any(|other| other.reading.years().any(|told| told == year));
    if named.iter().all(|(_, year)| is_told(*year)) {
        return Vec::new();
    }
    let beside = material.texts().beside(briefing, text);
    let mut told: BTreeMap<i16, usize> = BTreeMap::new();
    for other in &beside {
        for year in other.reading.years().collect::<BTreeSet<_>>() {
            *told.entry(year).or_default() += 1;
        }
    }
    named.retain(|(_, year)| !told.contains_key(year));
    if named.is_empty() {
        return Vec::new();
    }
    let own: BTreeSet<i16> = text.reading.years().collect();
    let is_evidence = text.field.starts_with("evidence:");
    let month_of = |text: &Text<'_>| {
        let days = text.reading.days().filter(|day| day.day.is_none());
        days.filter_map(|day| Some((day.year?, day.month))).collect::<BTreeMap<_, _>>()
    };
    let months = month_of(text);
    let months_told: BTreeSet<(i16, Option<i8>)> = beside.iter().flat_map(|other| month_of(other)).collect();
    let known = material.known();
    let of_figures: BTreeSet<i16> = text
        .reading
        .quantities()
        .filter(|quantity| quantity.number.is_fraction())
        .flat_map(|quantity| known.figures(&quantity.number, true))
        .flat_map(|figure| super::known::years(figure.period))
        .collect();
    let of_claim = years_of(dates_of(briefing, claim, text.citations));
    let grew = |year: i16| {
        let rates = || text.reading.quantities().filter(|quantity| quantity.is_rate());
        known.periods_of(year).iter().any(|period| {
            let growth = known.growth(material, *period, None);
            rates().any(|rate| growth.iter().any(|other| other.is(&rate.number)))
        })
    };
    // From one year to another something rose by as much as the text says: `from 2021 to 2024, nearly US$98 bn`.
    let rose = |year: i16| {
        let values: Vec<Decimal> = text.reading.quantities().map(|quantity| quantity.number.value).collect();
        let others = || own.iter().copied().filter(move |other| *other != year);
        material.series.iter().any(|(series, periods)| {
            let value = |year: i16, flow| Some(periods.get(Period::of_year(year))?.best(flow)?.value);
            let rise = |other, flow| Some(value(other, flow)?.checked_sub(value(year, flow)?)?.abs());
            let rises = (0..series.flows.len()).flat_map(|flow| others().filter_map(move |other| rise(other, flow)));
            rises.into_iter().any(|rise| values.iter().any(|said| agree(*said, rise)))
        })
    };
    let finding = |(range, year): (std::ops::Range<usize>, i16)| {
        if of_figures.contains(&year) || of_claim.contains(&year) || grew(year) || rose(year) {
            return None;
        }
        // The year since which something was so is told with it.
        if text.reading.signs.iter().any(|sign| {
            let near = sign.range.end <= range.start && text.reading.apart(&sign.range, &range) == Some(0);
            sign.says == Says::Since && near && !known.periods_of(year).is_empty()
        }) {
            return None;
        }
        let slip = |other: &i16| !own.contains(other) && is_slip(year, *other);
        // One other text is enough where it says the same month, or the only year; otherwise two have to agree. Each
        // piece of evidence may tell of years that no other does.
        let month = months.get(&year).copied().flatten();
        let of_month = |other: i16| month.is_some() && months_told.contains(&(other, month));
        let often = |other: &i16| !is_evidence && told.get(other).is_some_and(|count| *count >= 2);
        let only = told.len() == 1 && !is_evidence;
        let sure = |other: &i16| often(other) || only || of_month(*other);
        let meant = told.keys().copied().find(|other| slip(other) && sure(other))?;
        let said = text.part(&range);
        let title = message!(findings::year_in_text, said = said.clone());
        let detail = message!(
            findings::year_other,
            said = said.clone(),
            meant = Period::of_year(meant),
            text = text.text.to_owned()
        );
        let finding = text.finding(briefing, Outcome::Warn, title, detail).apart(&said);
        Some(finding.likely_caused_by(&format_args!("{}:{said}", claim.id)))
    };
    named.into_iter().filter_map(finding).collect()
}

/// What a text speaks of that has a series.
const FIGURES: &[Says] = &[
    Says::Trade,
    Says::Exports,
    Says::Imports,
    Says::Share,
    Says::Growth,
    Says::Surplus,
    Says::Deficit,
    Says::Highest,
    Says::Lowest,
    Says::Record,
];

/// The month that a mention names without a day.
const fn month_named(mention: &Mention) -> Option<i8> {
    match mention.what {
        What::Day(day) if day.day.is_none() => day.month,
        _ => None,
    }
}

/// Whether the chronology has an event of some month.
fn happened_in(briefing: &Briefing, year: i16, month: i8) -> bool {
    briefing.chronology().iter().any(|event| {
        let first = event.from.first_day();
        event.from.precision() != Precision::Year && (first.year(), first.month()) == (year, month)
    })
}

/// Whether a hand that slips once makes one year of another.
fn is_slip(year: i16, other: i16) -> bool {
    let digits = |year: i16| format!("{year:04}").into_bytes();
    let (a, b) = (digits(year), digits(other));
    let unlike: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a[*at] != b[*at]).collect();
    match unlike[..] {
        [_] => true,
        [first, second] => second == first + 1 && a[first] == b[second] && a[second] == b[first],
        _ => false,
    }
}

fn years_of(dates: Vec<Date>) -> BTreeSet<i16> {
    dates.into_iter().map(|date| date.first_day().year()).collect()
}

/// The dates of a claim and of the sources of one of its texts, of which that may speak.
fn dates_of(briefing: &Briefing, claim: &Claim, citations: &[Citation]) -> Vec<Date> {
    let evidence = claim.evidence.iter().map(|evidence| &evidence.source);
    let sources = citations.iter().map(|citation| &citation.source).chain(evidence);
    let mut dates: Vec<Date> = sources.filter_map(|key| briefing.source(key)?.published).collect();
    dates.extend(claim.causation.iter().flat_map(|causation| [causation.cause.on, causation.effect.on]));
    let period = claim.forecast.as_ref().and_then(|forecast| forecast.period);
    dates.extend(period.map(|period| Date::day(period.days().1)));
    dates
}

/// The dates of the whole briefing, of which any claim's text may speak.
fn dates(briefing: &Briefing) -> Vec<Date> {
    let mut dates = vec![briefing.manifest.as_of, briefing.manifest.checked];
    dates.extend(briefing.meeting.iter().map(|meeting| meeting.date));
    for roster in &briefing.rosters {
        dates.extend([roster.organisation.founded, roster.known_until]);
        let statuses = roster.statuses.iter();
        dates.extend(statuses.flat_map(|s| [s.from, s.merged.as_ref().map(|merged| merged.on)]).flatten());
    }
    dates
}

/// Occasions that are named with their year, `Samarkand summit of 2022`, each with its years.
struct Occasions {
    /// How often each year is that of an occasion.
    years: BTreeMap<String, BTreeMap<i16, usize>>,
}

impl Occasions {
    fn of(material: &Material<'_>) -> Self {
        let mut years: BTreeMap<String, BTreeMap<i16, usize>> = BTreeMap::new();
        let mut add = |occasion: String, year: i16| {
            *years.entry(occasion).or_default().entry(year).or_default() += 1;
        };
        for text in material.texts().held() {
            for (_, occasion, year) in named(text) {
                add(occasion, year);
            }
            // What a spell says it began at is of its own years.
            if let (About::Spell(spell), "occasion") = (text.about, text.field.split(':').next().unwrap_or_default()) {
                let dates = [Some(spell.from), spell.decided].into_iter().flatten();
                let unlike: BTreeSet<i16> = dates.map(|date| date.first_day().year()).collect();
                let occasion = fold(text.text.trim());
                for year in unlike {
                    add(occasion.clone(), year);
                }
            }
        }
        Self { years }
    }

    /// Occasions of a text with a year that is theirs nowhere else, although they have others.
    fn others(&self, material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
        let finding = |(range, occasion, year): (std::ops::Range<usize>, String, i16)| {
            let all = self.years.get(&occasion)?;
            let elsewhere: Vec<i16> = all.keys().copied().filter(|other| *other != year).collect();
            // Where one says one year and one another, either may be right, and each is told.
            if all.get(&year).is_some_and(|count| *count > 1) || elsewhere.is_empty() {
                return None;
            }
            let said = text.part(&range);
            let title = message!(findings::year_in_text, said = year.to_string());
            let years = Value::list(elsewhere.into_iter().map(Period::of_year));
            let detail =
                message!(findings::year_of_occasion, occasion = said, years = years, text = text.text.to_owned());
            let finding = text.finding(material.briefing, Outcome::Warn, title, detail).apart(&year);
            Some(finding.likely_caused_by(&occasion))
        };
        named(text).into_iter().filter_map(finding).collect()
    }
}

/// The occasions that a text names with a year: two words, the first with a capital, and a year tied to them.
fn named(text: &Text<'_>) -> Vec<(std::ops::Range<usize>, String, i16)> {
    let year = |mention: &Mention| {
        let year = mention.year()?;
        let (start, occasion) = text.reading.occasion_before(mention.range.start)?;
        Some((start..mention.range.end, occasion, year))
    };
    text.reading.mentions.iter().filter_map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn figures_may_be_held_against_any_year_of_the_series() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in ["On 2020 turnover was up by two thirds, or 66 %.", "Gegenüber 2020 stieg der Handel um 127 %."] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", text), [""; 0], "{text}");
        }
    }
}
