//! Errors in figures: digits, decimal points, years, units, directions, rates.

use briefing_desk::briefing::{
    Briefing, FlowRole, Key, Observation, Period, PublishedGrowth, Series, StatedFigure, StatedMeasure, Unit,
};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::{Kind, Reach};

pub const KINDS: &[Kind] = &[
    ("figures", "digits transposed", digits_transposed),
    ("figures", "decimal point slipped", point_slipped),
    ("figures", "a thousand times more or less", magnitude),
    ("figures", "directions swapped", directions_swapped),
    ("figures", "year shifted", year_shifted),
    ("figures", "part-year taken for a year", part_for_year),
    ("units", "scale of the series changed", scale_changed),
    ("units", "currency of the series changed", currency_changed),
    ("units", "one value in another unit", value_in_unit),
    ("units", "valuation of a flow changed", valuation_changed),
    ("growth", "published rate, digits transposed", rate_transposed),
    ("growth", "published rate, sign lost", rate_sign),
    ("growth", "stated growth, share or balance changed", stated_changed),
];

/// States what follows from the figures of the document and is not stated in it.
pub fn state(briefing: &mut Briefing) {
    let key = |text: &str| Key::try_from(text.to_owned()).expect(text);
    let year = Period::of_year;
    let citations = |at: &str| briefing.document_citation(at.parse().expect(at)).into_iter().collect::<Vec<_>>();
    let (all, sold) = (citations("7.1"), citations("8.1"));
    let of = |measure, flow, from, value: &str, citations: &Vec<_>| StatedFigure {
        measure,
        flow: key(flow),
        from,
        period: year(2024),
        value: value.parse().expect(value),
        citations: citations.clone(),
    };
    briefing.trades[0].series[0].stated_figures = vec![
        of(StatedMeasure::Growth, "total", Some(year(2021)), "66.7", &all),
        of(StatedMeasure::CompoundGrowth, "total", Some(year(2021)), "18.6", &all),
        of(StatedMeasure::Share, "russia-to-china", None, "52.8", &sold),
        of(StatedMeasure::Share, "china-to-russia", None, "47.2", &sold),
        of(StatedMeasure::Balance, "total", None, "13.83", &sold),
    ];
}

/// One unit of the last digit.
fn unit(value: Decimal) -> Decimal {
    Decimal::new(1, value.scale())
}

fn role(series: &Series, observation: &Observation) -> FlowRole {
    series.flows.iter().find(|flow| flow.id == observation.flow).expect("a flow").role
}

fn is_own(briefing: &Briefing, observation: &Observation) -> bool {
    observation.citations.iter().any(|citation| briefing.is_document(citation))
}

/// The value of a role in a period: the document's before another's, reported before derived.
fn value(briefing: &Briefing, series: &Series, of: FlowRole, period: Period) -> Option<Decimal> {
    let fitting = series.observations.iter().filter(|o| o.period == period && role(series, o) == of);
    fitting.min_by_key(|o| (!is_own(briefing, o), o.formula.is_some())).map(|o| o.value)
}

fn year_before(period: Period) -> Period {
    period.year_before().expect("a year before")
}

/// Whether something else in the briefing gives a figure and leaves no room for another value: a second source, the
/// sentence it is read from, the sum of the directions, the growth published on it or from it, more or fewer months of
/// the same year.
fn contradicted(briefing: &Briefing, series: &Series, index: usize, new: Decimal) -> bool {
    let old = &series.observations[index];
    let of = role(series, old);
    let apart = |other: Decimal| (other - new).abs() >= unit(other).max(unit(new));
    let twin = |(at, other): (usize, &Observation)| {
        at != index && other.flow == old.flow && other.period == old.period && apart(other.value)
    };
    if series.observations.iter().enumerate().any(twin) || is_own(briefing, old) {
        return true;
    }
    // A figure that only seconds another is held against that one alone.
    if value(briefing, series, of, old.period) != Some(old.value) {
        return false;
    }
    let get = |of: FlowRole| value(briefing, series, of, old.period);
    if let (Some(total), Some(forward), Some(backward)) =
        (get(FlowRole::Total), get(FlowRole::Forward), get(FlowRole::Backward))
    {
        let put = |role: FlowRole, value: Decimal| if role == of { new } else { value };
        let off = put(FlowRole::Forward, forward) + put(FlowRole::Backward, backward) - put(FlowRole::Total, total);
        // Twice what rounding explains, since the true figures may be off by once already.
        if off.abs() > unit(total) + unit(forward) + unit(backward) {
            return true;
        }
    }
    let rate = |period: Period| series.published_growth.iter().find(|g| g.flow == old.flow && g.period == period);
    let implied = |to: Decimal, from: Decimal, rate: &PublishedGrowth| {
        let base = to / (Decimal::ONE + rate.percent / Decimal::ONE_HUNDRED);
        // Offices restate the year before by up to a hundredth; a rate of few digits leaves more room.
        (base / from - Decimal::ONE).abs() > Decimal::new(15, 3) + unit(rate.percent) / Decimal::ONE_HUNDRED
    };
    let from = value(briefing, series, of, year_before(old.period));
    if from.zip(rate(old.period)).is_some_and(|(from, rate)| implied(new, from, rate)) {
        return true;
    }
    series.observations.iter().any(|next| {
        next.flow == old.flow
            && year_before(next.period) == old.period
            && rate(next.period).is_some_and(|rate| {
                implied(value(briefing, series, of, next.period).expect("the value itself"), new, rate)
            })
    }) || other_months(series, old, old.period, new)
}

/// Whether fewer months of the year have a larger figure, or more months a smaller one.
fn other_months(series: &Series, old: &Observation, period: Period, new: Decimal) -> bool {
    let within = |part: Period, whole: Period| whole.holds(part);
    series.observations.iter().filter(|other| other.flow == old.flow && *other != old).any(|other| {
        within(other.period, period) && other.value >= new || within(period, other.period) && new >= other.value
    })
}

/// A series and one of its values.
fn draw(briefing: &Briefing, dice: &mut Dice) -> Option<(usize, usize)> {
    // Nearly all figures are in the first.
    let series = usize::from(dice.below(12) == 0).min(briefing.trades[0].series.len() - 1);
    dice.index(&briefing.trades[0].series[series].observations, |_| true).map(|index| (series, index))
}

fn change(briefing: &mut Briefing, at: (usize, usize), new: Decimal) -> Reach {
    let series = &briefing.trades[0].series[at.0];
    let reach = if contradicted(briefing, series, at.1, new) {
        Reach::Within
    } else {
        Reach::Beyond("no second source, sum or rate gives this figure, or it leaves room for the change")
    };
    briefing.trades[0].series[at.0].observations[at.1].value = new;
    reach
}

fn digits_transposed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw(briefing, dice)?;
    let new = dice.transposed(briefing.trades[0].series[at.0].observations[at.1].value)?;
    Some(change(briefing, at, new))
}

fn point_slipped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw(briefing, dice)?;
    let value = briefing.trades[0].series[at.0].observations[at.1].value;
    let new = if dice.coin() { value * Decimal::TEN } else { value / Decimal::TEN };
    change(briefing, at, new.normalize());
    // Ten times its neighbours, or a tenth of them, by the month.
    Some(Reach::Within)
}

fn magnitude(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw(briefing, dice)?;
    let value = briefing.trades[0].series[at.0].observations[at.1].value;
    let new = if dice.coin() { value * Decimal::ONE_THOUSAND } else { value / Decimal::ONE_THOUSAND };
    change(briefing, at, new.normalize());
    Some(Reach::Within)
}

fn directions_swapped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let series = &briefing.trades[0].series[0];
    let periods: Vec<Period> =
        series.observations.iter().filter(|o| role(series, o) == FlowRole::Forward).map(|o| o.period).collect();
    let period = *dice.pick(&periods)?;
    let get = |of| value(briefing, series, of, period);
    let (forward, backward) = (get(FlowRole::Forward)?, get(FlowRole::Backward)?);
    let swapped: Vec<(usize, Decimal)> = series
        .observations
        .iter()
        .enumerate()
        .filter(|(_, o)| o.period == period)
        .filter_map(|(index, o)| match role(series, o) {
            FlowRole::Forward => Some((index, backward)),
            FlowRole::Backward => Some((index, forward)),
            FlowRole::Total => None,
        })
        .collect();
    for (index, new) in swapped {
        briefing.trades[0].series[0].observations[index].value = new;
    }
    // All other periods have a balance of one sign, so only one near zero could be either way round.
    let near_zero = (forward - backward).abs() * Decimal::from(50) <= forward + backward;
    Some(if near_zero { Reach::Beyond("the balance is near zero") } else { Reach::Within })
}

fn year_shifted(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw(briefing, dice)?;
    let series = &briefing.trades[0].series[at.0];
    let observation = &series.observations[at.1];
    let [first, last] = <[_; 2]>::from(observation.period.days()).map(jiff::civil::Date::month);
    let year = observation.period.year() + dice.years();
    let new: Period = format!("{year:04}-{first:02}/{year:04}-{last:02}").try_into().ok()?;
    let taken = |other: &Observation| {
        other.flow == observation.flow
            && other.period == new
            && (other.value - observation.value).abs() >= unit(other.value).max(unit(observation.value))
    };
    let reach = if is_own(briefing, observation)
        || series.observations.iter().any(taken)
        || other_months(series, observation, new, observation.value)
    {
        Reach::Within
    } else {
        Reach::Beyond("no other figure for that year, and no sentence that names it")
    };
    briefing.trades[0].series[at.0].observations[at.1].period = new;
    Some(reach)
}

fn part_for_year(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let series = &briefing.trades[0].series[0];
    let index = dice.index(&series.observations, |o| !o.period.is_year())?;
    let part = &series.observations[index];
    let year = Period::of_year(part.period.year());
    let known = series.observations.iter().any(|o| o.flow == part.flow && o.period == year);
    let reach = if known || other_months(series, part, year, part.value) {
        Reach::Within
    } else {
        Reach::Beyond("no figure for the year and none for more of its months")
    };
    briefing.trades[0].series[0].observations[index].period = year;
    Some(reach)
}

fn scale_changed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(4).saturating_sub(2).min(briefing.trades[0].series.len() - 1);
    let series = &mut briefing.trades[0].series[index];
    (*dice.pick(&["m", "bn", "trn", "million"])?).clone_into(&mut series.unit.scale);
    let same = matches!((index, series.unit.scale.as_str()), (0, "bn") | (1, "trn"));
    if same {
        return None;
    }
    Some(printed_in_document(briefing, index))
}

fn currency_changed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.trades[0].series.len());
    let unit = &mut briefing.trades[0].series[index].unit;
    if dice.coin() {
        // The sign stays and belongs to another currency.
        (*dice.pick(&["EUR", "GBP", "RUB"])?).clone_into(&mut unit.currency);
        return Some(Reach::Within);
    }
    let (currency, sign) = *dice.pick(&[("EUR", "€"), ("RUB", "₽"), ("CNY", "¥"), ("USD", "US$")])?;
    if unit.currency == currency {
        return None;
    }
    (unit.currency, unit.sign) = (currency.to_owned(), sign.to_owned());
    Some(printed_in_document(briefing, index))
}

fn printed_in_document(briefing: &Briefing, series: usize) -> Reach {
    let own = briefing.trades[0].series[series].observations.iter().any(|o| is_own(briefing, o));
    if own { Reach::Within } else { Reach::Beyond("no sentence of the document prints a figure of this series") }
}

fn value_in_unit(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw(briefing, dice)?;
    let series = &mut briefing.trades[0].series[at.0];
    let mut unit: Unit = series.unit.clone();
    match dice.below(3) {
        0 => "EUR".clone_into(&mut unit.currency),
        1 => "m".clone_into(&mut unit.scale),
        _ => "constant prices".clone_into(&mut unit.prices),
    }
    series.observations[at.1].unit = Some(unit);
    Some(Reach::Within)
}

fn valuation_changed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let series = dice.below(briefing.trades[0].series.len());
    let flows = &mut briefing.trades[0].series[series].flows;
    let flow = dice.index(flows, |flow| flow.valuation.is_some())?;
    flows[flow].valuation = Some((*dice.pick(&["FAS, as China’s imports", "EXW", "DAP, at the border"])?).to_owned());
    Some(Reach::Within)
}

/// Whether a rate of growth follows from figures of two years, or from the rates and values of the two directions.
fn rate_contradicted(briefing: &Briefing, series: &Series, index: usize, new: Decimal) -> bool {
    let old = &series.published_growth[index];
    let of = series.flows.iter().find(|flow| flow.id == old.flow).expect("a flow").role;
    let hundred = Decimal::ONE_HUNDRED;
    let (to, from) = (value(briefing, series, of, old.period), value(briefing, series, of, year_before(old.period)));
    if let (Some(to), Some(from)) = (to, from) {
        let base = to / (Decimal::ONE + new / hundred);
        if (base / from - Decimal::ONE).abs() > Decimal::new(15, 3) + unit(new) / hundred {
            return true;
        }
    }
    let rate = |of: FlowRole| {
        let flow = series.flows.iter().find(|flow| flow.role == of)?;
        let at = series.published_growth.iter().position(|g| g.flow == flow.id && g.period == old.period)?;
        Some(if at == index { new } else { series.published_growth[at].percent })
    };
    let value = |of: FlowRole| value(briefing, series, of, old.period);
    let rates = (rate(FlowRole::Total), rate(FlowRole::Forward), rate(FlowRole::Backward));
    let (Some(total), Some(forward), Some(backward)) = rates else { return false };
    let Some((a, b)) = value(FlowRole::Forward).zip(value(FlowRole::Backward)) else {
        let room = unit(total) + unit(forward) + unit(backward);
        return total > forward.max(backward) + room || total < forward.min(backward) - room;
    };
    let before = |value: Decimal, rate: Decimal| value / (Decimal::ONE + rate / hundred);
    let implied = ((a + b) / (before(a, forward) + before(b, backward)) - Decimal::ONE) * hundred;
    (implied - total).abs() > unit(total) + unit(forward) + unit(backward) + Decimal::new(1, 1)
}

fn rate_changed(briefing: &mut Briefing, at: (usize, usize), new: Decimal) -> Reach {
    let series = &briefing.trades[0].series[at.0];
    let reach = if rate_contradicted(briefing, series, at.1, new) {
        Reach::Within
    } else {
        Reach::Beyond("no figures of both years, and no rates of both directions, or they leave room")
    };
    briefing.trades[0].series[at.0].published_growth[at.1].percent = new;
    reach
}

fn draw_rate(briefing: &Briefing, dice: &mut Dice) -> Option<(usize, usize)> {
    let series = dice.below(briefing.trades[0].series.len());
    dice.index(&briefing.trades[0].series[series].published_growth, |_| true).map(|index| (series, index))
}

fn rate_transposed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw_rate(briefing, dice)?;
    let new = dice.transposed(briefing.trades[0].series[at.0].published_growth[at.1].percent)?;
    Some(rate_changed(briefing, at, new))
}

fn rate_sign(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let at = draw_rate(briefing, dice)?;
    let new = -briefing.trades[0].series[at.0].published_growth[at.1].percent;
    Some(rate_changed(briefing, at, new))
}

fn stated_changed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let stated = &mut briefing.trades[0].series[0].stated_figures;
    let index = dice.index(stated, |_| true)?;
    let old = stated[index].value;
    stated[index].value = if dice.coin() { dice.transposed(old)? } else { -old };
    let room = (stated[index].value - old).abs() <= Decimal::TWO * unit(old);
    Some(if room { Reach::Beyond("smaller than the rounding of the figures it follows from") } else { Reach::Within })
}
