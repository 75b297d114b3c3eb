//! What is said not to be known, against what the briefing has.

use std::cell::LazyCell;
use std::ops::Range;

use ahash::AHashSet;
use jiff::civil;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::statuses::spells;
use super::{Passage, asked};
use crate::analysis::reading::{Mention, Part, Says, What};
use crate::briefing::{FlowRole, Key, Message, Observation, Period, Precision, Series, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "unknown-is-known",
    needs: Needs::Nothing,
    holds: label!(checks::unknown_is_known),
    run: |material| {
        let unknown = material.texts().all.iter().filter(|text| matches!(text.about, About::Unknown));
        let read = LazyCell::new(|| read(material));
        unknown
            .filter_map(|text| {
                // All that it is read from is what the main series is read from.
                let of_series =
                    || !text.citations.is_empty() && text.citations.iter().all(|own| read.contains(&own.source));
                let trade = text.reading.signs.iter().any(|sign| matches!(sign.says, Says::Trade | Says::Direction))
                    || of_series();
                let denied = Passage::all(text).filter(|passage| passage.says(Says::Not)).find_map(|passage| {
                    let figures = trade.then(|| of_figures(material, &passage)).flatten();
                    figures.or_else(|| of_spells(material, &passage)).or_else(|| of_month(material, &passage))
                });
                denied.or_else(|| Passage::all(text).find_map(|passage| asked::of_passage(material, &passage)))
            })
            .collect()
    },
}];

/// What the main series is read from besides the document.
fn read<'m>(material: &'m Material<'_>) -> AHashSet<&'m Key> {
    let series = material.main_series().map(|(series, _)| series);
    let citations = series.into_iter().flat_map(|series| &series.observations).flat_map(|own| &own.citations);
    citations.filter(|citation| !material.briefing.is_document(citation)).map(|citation| &citation.source).collect()
}

/// What of a series a sentence says is missing: its total, or its directions.
fn published(series: &Series, directions: bool) -> impl Iterator<Item = &Observation> + '_ {
    let is_meant = move |observation: &&Observation| {
        let flow = series.flows.iter().find(|flow| flow.id == observation.flow);
        let total = flow.is_some_and(|flow| flow.role == FlowRole::Total);
        total != directions && observation.formula.is_none()
    };
    series.observations.iter().filter(is_meant)
}

fn of_figures(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let directions = passage.says(Says::Direction);
    // Of what else trade may be told: how it grew, what it is made of.
    let others = [Says::Exports, Says::Imports, Says::Share, Says::Growth, Says::Rise, Says::Fall, Says::Surplus];
    if !directions && passage.says_any(&others) {
        return None;
    }
    let (series, _) = material.main_series()?;
    let has =
        |fits: &dyn Fn(Period) -> bool| published(series, directions).map(|own| own.period).find(|own| fits(*own));
    let finding = |range: &Range<usize>, period: Period| {
        let said = passage.part(range);
        let detail: Message = message!(
            findings::unknown_figure,
            said = said.clone(),
            period = period,
            text = passage.text.text.to_owned()
        );
        passage.finding(material, &said, label!(findings::unknown_is_known), detail)
    };
    let years = passage.years();
    // `after 2021`: of the years after it nothing is there.
    let begins = |range: &Range<usize>| {
        let mut after = passage.signs_of(&[Says::After]);
        after.any(|sign| {
            sign.range.end <= range.start && passage.apart(&sign.range, range).is_some_and(|words| words <= 1)
        })
    };
    if let Some((range, year)) = years.iter().find(|(range, _)| begins(range)) {
        // What else was not found of those years is not told by a total.
        return has(&|period| directions && period.days().0.year() > *year).map(|known| finding(range, known));
    }
    let only = match &years[..] {
        [(_, year)] => Some(*year),
        _ => None,
    };
    // `for 2026 after April`: of the months after it nothing is there.
    let month = |mention: &Mention| match mention.what {
        What::Day(day) if day.day.is_none() => Some((day.year.or(only)?, day.month?)),
        _ => None,
    };
    let after = passage.signs_of(&[Says::After]).find_map(|sign| {
        let next = passage.mentions.iter().find(|mention| mention.range.start >= sign.range.end)?;
        let near = passage.apart(&sign.range, &next.range)? <= 1;
        Some((next.range.clone(), month(next).filter(|_| near)?))
    });
    if let Some((range, (year, month))) = after {
        let last = civil::Date::new(year, month, 1).ok()?.last_of_month();
        let known = has(&|period| {
            let until = period.days().1;
            until.year() == year && until > last
        })?;
        return Some(finding(&range, known));
    }
    let in_part = passage.parts().find_map(|part| {
        let dated = Part { year: part.year.or(only), ..part.clone() };
        let period = dated.period()?;
        has(&|own| own == period).map(|known| finding(&part.range, known))
    });
    if in_part.is_some() {
        return in_part;
    }
    // A month by itself: `in June 2023`.
    let months = passage.mentions.iter().filter_map(|mention| Some((mention.range.clone(), month(mention)?)));
    for (range, (year, month)) in months {
        let first = civil::Date::new(year, month, 1).ok()?;
        let of_month = Period::of_days(first, first.last_of_month())?;
        if let Some(known) = has(&|period| period == of_month) {
            return Some(finding(&range, known));
        }
    }
    if passage.parts().next().is_some() || years.is_empty() || !(directions || passage.says(Says::Trade)) {
        return None;
    }
    years.iter().find_map(|(range, year)| {
        let known = has(&|period| period == Period::of_year(*year))?;
        Some(finding(range, known))
    })
}

/// The day on which a state came to have a status, which its spell has.
fn of_spells(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !passage.says_any(&[Says::Becomes, Says::Joins]) {
        return None;
    }
    let statuses = material.statuses();
    let said = statuses.said(passage.text);
    let of = &said.iter().find(|said| passage.range.contains(&said.range.start))?.of;
    passage.states().find_map(|name| {
        let own = spells(material, of, name.of);
        let known = |date: crate::briefing::Date| date.precision() == Precision::Day;
        if own.is_empty() || !own.iter().all(|spell| known(spell.from)) {
            return None;
        }
        let said = passage.part(&name.range);
        let detail = message!(
            findings::unknown_spell,
            said = said.clone(),
            dates = Value::list(own.iter().map(|spell| spell.from)),
            text = passage.text.text.to_owned()
        );
        Some(passage.finding(material, &said, label!(findings::unknown_is_known), detail))
    })
}

/// `the days on which Belarus, in April, became a partner`: a month in which no spell of the state began.
fn of_month(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between a state and its month.
    const NEAR: usize = 3;
    if !passage.says_any(&[Says::Becomes, Says::Joins]) {
        return None;
    }
    let years = passage.years();
    passage.states().find_map(|name| {
        let mention = passage.mentions.iter().find(|mention| {
            mention.range.start >= name.range.end
                && passage.apart(&name.range, &mention.range).is_some_and(|words| words <= NEAR)
        })?;
        let What::Day(day) = mention.what else { return None };
        let year = day.year.or_else(|| years.iter().map(|(_, year)| *year).next().filter(|_| years.len() == 1))?;
        let day = crate::analysis::reading::Day { year: Some(year), ..day };
        let spells: Vec<_> = material.rosters.iter().filter_map(|of| of.spells.get(name.of)).flatten().collect();
        let dates = || spells.iter().flat_map(|spell| spell.dates());
        // What is known to the year alone can be of any month.
        let wrong = day.month.is_some()
            && dates().any(|date| date.first_day().year() == year)
            && !dates().any(|date| day.meets(date.first_day(), date.last_day()));
        let said = passage.part(&(name.range.start..mention.range.end));
        let detail = message!(
            findings::unknown_spell,
            said = said.clone(),
            dates = Value::list(spells.iter().map(|spell| spell.from)),
            text = passage.text.text.to_owned()
        );
        wrong.then(|| passage.finding(material, &said, label!(findings::unknown_is_known), detail))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn unknown(text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let meeting = briefing.meeting.as_mut().expect("a meeting");
            text.clone_into(&mut meeting.unknowns[0].text);
        })
    }

    #[test]
    fn what_is_known_is_not_said_to_be_unknown() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            (
                "Trade figures for 2026 after April were not found.",
                "Trade figures for 2026 after February were not found.",
            ),
            (
                "Данные о торговле за 2026 год после апреля не найдены.",
                "Данные о торговле за 2026 год после февраля не найдены.",
            ),
            (
                "Les chiffres du commerce pour 2026 après avril n’ont pas été trouvés.",
                "Les chiffres du commerce pour 2026 après février n’ont pas été trouvés.",
            ),
            (
                "The splits by direction for 2021 and 2023 were not found.",
                "The splits by direction for 2021 and 2022 were not found.",
            ),
            (
                "The splits by direction after 2026 were not found.",
                "The splits by direction after 2021 were not found.",
            ),
            (
                "Разбивка торговли по направлениям после 2026 года не найдена.",
                "Разбивка торговли по направлениям после 2021 года не найдена.",
            ),
            (
                "Trade figures for the second quarter of 2025 were not found.",
                "Trade figures for the first quarter of 2025 were not found.",
            ),
            (
                "The day in 2010 on which Sri Lanka became a dialogue partner was not found.",
                "The day on which Armenia became a dialogue partner was not found.",
            ),
        ] {
            assert_eq!(unknown(right), [""; 0], "{right}");
            assert_eq!(unknown(wrong), ["Warn unknown-is-known"], "{wrong}");
        }
    }
}
