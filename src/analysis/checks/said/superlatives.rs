//! The highest and the lowest in the note of a figure: against the others of its flow.

use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Says, Unit};
use crate::briefing::Observation;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "highest-in-note",
    needs: Needs::Figures,
    holds: label!(checks::highest_in_note),
    run: |material| each_passage(material, |passage| of_passage(material, passage)),
}];

/// Of fewer figures none is the highest.
const FEW: usize = 3;

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let About::Observation(own) = passage.text.about else { return None };
    let sign = passage.signs_of(&[Says::Highest, Says::Lowest]).next()?;
    // What it says of growth, of a share or of some of them is not told by the figures alone.
    let of_else = [Says::Rise, Says::Fall, Says::Growth, Says::Share, Says::Since, Says::Not, Says::Within];
    let years = passage.all_years();
    let of_this = years.is_empty() || years.len() == 1 && years.contains(&own.period.year());
    if passage.says_any(&of_else) || passage.is_open() || !of_this {
        return None;
    }
    let is_own = |observations: &[Observation]| observations.iter().any(|one| std::ptr::eq(one, own));
    let (series, periods) = material.series.iter().find(|(series, _)| is_own(&series.observations))?;
    let flow = series.flows.iter().position(|flow| flow.id == own.flow)?;
    let of_kind = periods.iter().filter(|(period, _)| period.kind() == own.period.kind());
    let values: Vec<Decimal> = of_kind.filter_map(|(_, figures)| Some(figures.best(flow)?.value)).collect();
    // `the highest of the six years`: where there are more, some of them are meant.
    let counted = passage.quantities().find(|(_, quantity)| matches!(quantity.unit, Some(Unit::Years | Unit::Months)));
    let some =
        counted.is_some_and(|(_, quantity)| quantity.count().is_none_or(|count| (count as usize) < values.len()));
    let beaten = |value: &Decimal| if sign.says == Says::Highest { *value > own.value } else { *value < own.value };
    let better = values.iter().copied().filter(beaten);
    let best = if sign.says == Says::Highest { better.max() } else { better.min() }?;
    if some || values.len() < FEW {
        return None;
    }
    let said = passage.part(&sign.range);
    let title = message!(findings::highest_in_note, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::highest_other, said = said.clone(), own = own.value, best = best, text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    #[test]
    fn the_note_of_a_figure_is_held_against_the_others_of_its_flow() {
        let noted = |year: &str, note: &str| {
            found_after(CHECKS, |briefing| {
                let series = &mut briefing.trades[0].series[0];
                let total = series.flows[0].id.clone();
                let own =
                    series.observations.iter_mut().find(|one| one.flow == total && one.period.to_string() == year);
                own.expect(year).note = Some(note.to_owned());
            })
        };
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        assert_eq!(noted("2016", "The highest of all years."), ["Warn highest-in-note"]);
        assert_eq!(noted("2016", "The lowest of the series."), [""; 0]);
        assert_eq!(noted("2016", "Not the highest."), [""; 0]);
        assert_eq!(noted("2024", "The lowest so far."), ["Warn highest-in-note"]);
    }
}
