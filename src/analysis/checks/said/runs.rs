//! How often in a row something rose or fell: `the second year running`, `four years in a row`.

use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::compared::each_of;
use super::course::Course;
use super::figures::Figures;
use super::trends::way_of;
use crate::analysis::reading::{Says, Sign, Unit, Way};
use crate::briefing::Period;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "run-in-text",
    needs: Needs::Figures,
    holds: label!(checks::run_in_text),
    run: |material| each_of(material, of_passage),
}];

/// So many words from how often to `in a row`.
const NEAR: usize = 5;

/// How often something is said to have gone some way: in so many years, or up to one that is the last of so many.
enum Often {
    Times(usize),
    Nth(usize),
}

fn often(passage: &Passage<'_, '_>, row: &Sign) -> Option<Often> {
    let nth = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Ordinal(number) if passage.apart(&sign.range, &row.range).is_some_and(|words| words <= NEAR) => {
            Some(Often::Nth(usize::try_from(number).ok()?))
        }
        _ => None,
    });
    nth.or_else(|| {
        passage.quantities().find_map(|(mention, quantity)| {
            let near = passage.apart(&mention.range, &row.range)? <= NEAR;
            let of_years = matches!(quantity.unit, None | Some(Unit::Years));
            let count = quantity.count().filter(|count| near && of_years && *count < 100)?;
            Some(Often::Times(usize::try_from(count).ok()?))
        })
    })
}

/// How many years up to one it went some way, and whether it may have done so before anything is known.
fn run(course: &Course, until: i16, way: Way) -> (usize, bool) {
    let mut count = 0;
    let mut year = until;
    while course.way(year) == Some(way) {
        (count, year) = (count + 1, year - 1);
    }
    (count, count > 0 && !course.growth.contains_key(&year))
}

fn of_passage(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let row = passage.signs_of(&[Says::InARow]).next()?;
    let (way, often) = (passage.signs.iter().find_map(|sign| way_of(sign.says))?, often(passage, row)?);
    // What is counted in months or quarters, or is one direction alone, is another run.
    if passage.says_any(&[Says::Shorter, Says::Exports, Says::Imports, Says::Surplus, Says::Deficit])
        || passage.parts().next().is_some()
        || !figures.are_meant(material, passage)
    {
        return None;
    }
    let course = figures.total().filter(|course| course.growth.len() > 1)?;
    let named: Vec<i16> = passage.all_years().into_iter().collect();
    let forecast = passage.text.claim().and_then(|claim| claim.forecast.as_ref()?.period).map(Period::year);
    let year = match named[..] {
        [one] => Some(one),
        [] => forecast,
        _ => return None,
    };
    let after = passage.says_any(&[Says::After, Says::Since]);
    let known = match (often, year) {
        (Often::Nth(number), Some(year)) => {
            course.growth.get(&year)?;
            let (run, open) = run(course, year, way);
            let wrong = if open { number < run } else { number != run };
            wrong.then_some(run)
        }
        (Often::Times(count), Some(year)) if after => {
            let last = year.checked_add(i16::try_from(count).ok()?)?;
            let all = year + 1..=last;
            course.growth.get(&last)?;
            let went = all.into_iter().take_while(|year| course.way(*year) == Some(way)).count();
            (went < count).then_some(went)
        }
        (Often::Times(count), Some(year)) => {
            course.growth.get(&year)?;
            let (run, open) = run(course, year, way);
            (run < count && !open).then_some(run)
        }
        (Often::Times(count), None) => {
            let longest = course.longest(way);
            (count > longest && count >= 2).then_some(longest)
        }
        (Often::Nth(_), None) => None,
    }?;
    let said = passage.part(&row.range);
    let title = message!(findings::run_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::run_other, said = said.clone(), known = known, text = text);
    Some(passage.finding(material, &said, title, detail))
}
