//! Rise and fall without a number: what a text says grew, shrank, or goes on doing so, against the figures.

use rust_decimal::Decimal;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::course::{Course, Courses, each};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Says, Sign, Way, What};
use crate::briefing::{Claim, ClaimKind, Message, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "trend-in-text",
    needs: Needs::Figures,
    holds: label!(checks::trend_in_text),
    run: |material| each(material, of_passage),
}];

/// So many words from a rise or a fall to the rate that tells how large it was: that is held by itself.
const RATED: usize = 6;

/// From so many per cent on growth is not little.
const MUCH: Decimal = Decimal::from_parts(15, 0, 0, false, 0);
/// Up to so many per cent it is not fast.
const FEW: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

pub(super) const fn way_of(says: Says) -> Option<Way> {
    match says {
        Says::Rise | Says::Growth => Some(Way::Up),
        Says::Fall => Some(Way::Down),
        _ => None,
    }
}

/// Whether a text says what is to come, or what somebody said would.
fn is_forecast(text: &Text<'_>) -> bool {
    let of_forecast = |claim: &Claim| claim.kind == ClaimKind::Forecast && &*text.field != "note";
    matches!(text.about, About::Unknown) || text.claim().is_some_and(of_forecast)
}

fn of_passage(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let turns = [Says::Rise, Says::Fall, Says::Growth];
    let is_part = passage.parts().next().is_some();
    if !passage.says_any(&turns) || passage.is_open() || passage.says(Says::Never) || is_part {
        return None;
    }
    if is_forecast(passage.text) || !courses.are_meant_on(passage) || is_disputed(material, passage.text) {
        return None;
    }
    let meant = courses.meant(passage);
    let signs: Vec<&Sign> = passage.signs_of(&turns).collect();
    signs.iter().find_map(|sign| {
        let way = way_of(sign.says)?;
        let known = wrong(passage, &meant, sign, way)?;
        let said = passage.part(&sign.range);
        let title = message!(findings::trend_in_text, said = said.clone());
        let text = passage.text.text.to_owned();
        let detail: Message = match known {
            Some(year) => {
                message!(findings::trend_of_year, said = said.clone(), year = Period::of_year(year), text = text)
            }
            None => message!(findings::trend_other, said = said.clone(), text = text),
        };
        Some(passage.finding(material, &said, title, detail))
    })
}

/// Whether a rise or fall is another in the data: in a year, or at last. None where it is right or nothing tells.
#[expect(clippy::option_option, reason = "wrong or not, and of which year where one is named")]
fn wrong(passage: &Passage<'_, '_>, meant: &[&Course], sign: &Sign, way: Way) -> Option<Option<i16>> {
    let rated = passage.mentions.iter().any(|mention| {
        let is_rate = match &mention.what {
            What::Quantity(quantity) => quantity.is_rate() || quantity.number.is_fraction(),
            What::Fraction(..) => true,
            _ => false,
        };
        is_rate && passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= RATED)
    });
    let ways = |of: &dyn Fn(&Course) -> Option<Way>| meant.iter().filter_map(|course| of(course)).collect::<Vec<_>>();
    let differs = |ways: Vec<Way>| !ways.is_empty() && !ways.contains(&way);
    let years = passage.years();
    // What it grew after, since or from is another year than that in which it did.
    let counted = passage.says_any(&[Says::Since, Says::From, Says::Highest, Says::Lowest, Says::Record, Says::InARow]);
    if rated || counted {
        return None;
    }
    // `years of decline`: at least two, one after the other.
    if passage.near_before(&sign.range, &[Says::Years], 2) && passage.says(Says::Years) {
        let longest = meant.iter().map(|course| course.longest(way)).max()?;
        return (longest < 2).then_some(None);
    }
    let verb = sign.says != Says::Growth;
    // `grew little in 2022`, when it grew much.
    if let ([(range, year)], true) = (&years[..], passage.near(&sign.range, &[Says::Little], 1)) {
        let near = passage.apart(range, &sign.range).is_some_and(|words| words <= 5);
        let growth: Vec<Decimal> =
            meant.iter().filter_map(|course| course.growth.get(year)).map(Decimal::abs).collect();
        let much = !growth.is_empty() && growth.iter().all(|growth| *growth >= MUCH);
        return (near && (much || differs(ways(&|course| course.way(*year))))).then_some(Some(*year));
    }
    // `grew fast in 2024`, when it hardly grew.
    if let ([(_, year)], true) = (&years[..], passage.near(&sign.range, &[Says::Much], 1)) {
        let growth: Vec<Decimal> =
            meant.iter().filter_map(|course| course.growth.get(year)).map(Decimal::abs).collect();
        if !growth.is_empty() && growth.iter().all(|growth| *growth <= FEW) {
            return Some(Some(*year));
        }
    }
    // `a record in 2024, then a rise`: after the year that is named.
    if let ([(range, year)], true) = (&years[..], passage.near_before(&sign.range, &[Says::Then], 3)) {
        let after = |course: &Course| {
            let up = course.years(Way::Up, year.saturating_add(1)).next_back();
            let down = course.years(Way::Down, year.saturating_add(1)).next_back();
            (up.is_some() || down.is_some()).then(|| if up > down { Way::Up } else { Way::Down })
        };
        if range.end <= sign.range.start {
            return (verb && differs(ways(&after))).then_some(None);
        }
    }
    if let [(range, year)] = &years[..] {
        let near = passage.apart(range, &sign.range).is_some_and(|words| words <= 5);
        return (verb && near && differs(ways(&|course| course.way(*year)))).then_some(Some(*year));
    }
    if !years.is_empty() || !passage.all_years().is_empty() {
        return None;
    }
    let goes_on = passage.near_before(&sign.range, &[Says::Keeps, Says::Then], 3);
    let last = || ways(&Course::last_way);
    if goes_on {
        return differs(last()).then_some(None);
    }
    // Said as such, in a headline: at last, or from the first year to the last.
    let whole = |course: &Course| {
        let (first, last) = (course.values.values().next()?, course.values.values().next_back()?);
        if first == last { None } else { Some(if last > first { Way::Up } else { Way::Down }) }
    };
    let is_short = passage.text.is_short() || ["trade-headline", "takeaway"].contains(&&*passage.text.field);
    let figures = passage.text.reading.quantities().next().is_some();
    let all = [last(), ways(&whole)].concat();
    (verb && is_short && !figures && differs(all)).then_some(None)
}
