//! Growth: computed from the document's figures, and as published against the figures it should follow from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::series::{Periods, Range, flow_name, read_from};
use super::{Check, Finding, Material, Needs, Outcome, Subject, cited, citing, with_sources};
use crate::analysis::trade::{self, Figure, Flows, Headline, headline};
use crate::briefing::{Briefing, Citation, Key, Message, Observation, Period, PublishedGrowth, Series, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "growth",
        needs: Needs::Document,
        holds: label!(checks::growth),
        run: |material| computed(material, over_all),
    },
    Check {
        key: "compound-growth",
        needs: Needs::Document,
        holds: label!(checks::compound_growth),
        run: |material| computed(material, a_year),
    },
    Check {
        key: "published-growth",
        needs: Needs::Figures,
        holds: label!(checks::published_growth),
        run: |material| {
            each_rate(material, |briefing, series, periods| {
                let rates = series.published_growth.iter();
                rates.filter_map(|growth| published(briefing, series, periods, growth)).collect()
            })
        },
    },
    Check {
        key: "growth-of-parts",
        needs: Needs::Figures,
        holds: label!(checks::growth_of_parts),
        run: |material| each_rate(material, growth_of_parts),
    },
];

/// Statistics offices restate the year before when they publish growth on it, in the series seen by less than this
/// share of it.
const RESTATED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Published rates are now and then cut instead of rounded: one digit more to either side, in per cent.
const CUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// What is found of the growth that each series publishes.
fn each_rate(material: &Material<'_>, find: impl Fn(&Briefing, &Series, &Periods<'_>) -> Vec<Finding>) -> Vec<Finding> {
    material.series.iter().flat_map(|(series, periods)| find(material.briefing, series, periods)).collect()
}

/// What growth between the first and the last total of the document is called and comes to.
type Computed = (Message, Message);

fn over_all(headline: &Headline, from: Decimal, to: Decimal) -> Option<Computed> {
    let [first, last] = [headline.first.period, headline.last.period];
    let percent = Value::rounded(headline.growth()?.value, 2);
    Some((
        message!(findings::growth, from = first, to = last),
        message!(findings::growth_equation, to = to, from = from, percent = percent),
    ))
}

fn a_year(headline: &Headline, from: Decimal, to: Decimal) -> Option<Computed> {
    let [first, last] = [headline.first.period, headline.last.period];
    let percent = Value::rounded(headline.compound_growth()?.value, 2);
    let years = Value::Count(headline.years()?.into());
    Some((
        message!(findings::compound_growth, from = first, to = last),
        message!(findings::compound_growth_equation, to = to, from = from, years = years, percent = percent),
    ))
}

/// Growth between the first and the last year of which the document prints a total.
fn computed(material: &Material<'_>, compute: fn(&Headline, Decimal, Decimal) -> Option<Computed>) -> Vec<Finding> {
    let find = || {
        let (briefing, (series, _)) = (material.briefing, material.main_series()?);
        let headline = headline(briefing, series)?;
        let (first, last) = (headline.first.total.as_ref()?, headline.last.total.as_ref()?);
        let (title, detail) = compute(&headline, first.value, last.value)?;
        let read = |figure: &Figure| briefing.locators(&figure.citations(series)).collect::<Vec<_>>();
        let subject = Subject::period(series, headline.last.period);
        let citations = citing(briefing, read(first).into_iter().chain(read(last)));
        Some(Finding::new(Outcome::Info, subject, title, detail, citations))
    };
    find().into_iter().collect()
}

/// Published growth against the figures of both years.
fn published(briefing: &Briefing, series: &Series, periods: &Periods<'_>, growth: &PublishedGrowth) -> Option<Finding> {
    let flow = periods.flow_of(&growth.flow)?;
    let figure = |period: Period| periods.get(period).and_then(|figures| figures.best(flow));
    let (from, to) = (figure(series.growth_on.of(growth.period)?)?, figure(growth.period)?);
    let base = Range::printed(from.value)?.wider_by_share(RESTATED)?;
    let computed = Range::printed(to.value)?.over(base)?.as_growth()?;
    if computed.meets(Range::printed(growth.percent)?.wider(CUT)?) {
        return None;
    }
    let percent = trade::growth(from.value, to.value)?.value;
    let detail = message!(
        findings::published_growth_computed,
        published = Value::signed(growth.percent, growth.percent.scale()),
        to = to.value,
        from = from.value,
        percent = Value::signed(percent, 2)
    );
    let title = message!(findings::published_growth, flow = flow_name(series, flow), period = growth.period);
    let citations = with_growth(briefing, &[from, to], &[growth]);
    let finding = Finding::new(Outcome::Fail, Subject::period(series, growth.period), title, detail, citations);
    Some(finding.apart(&growth.flow).apart(&cited(&growth.citations)))
}

/// Published growth of the total against that of its parts, by the year before that each rate implies.
fn growth_of_parts(briefing: &Briefing, series: &Series, periods: &Periods<'_>) -> Vec<Finding> {
    let rates: BTreeMap<(&Key, Period), &PublishedGrowth> =
        series.published_growth.iter().map(|growth| ((&growth.flow, growth.period), growth)).collect();
    let flows = Flows::declared(series);
    let pairs: BTreeMap<usize, (usize, usize)> =
        flows.balanced().filter_map(|(total, pair)| Some((total.flow?, pair))).collect();
    let rate = |flow: usize, period| rates.get(&(&series.flows.get(flow)?.id, period)).copied();
    let check = |total: &PublishedGrowth| {
        let flow = periods.flow_of(&total.flow)?;
        let pair = *pairs.get(&flow)?;
        let period = total.period;
        let (forward, backward) = (rate(pair.0, period)?, rate(pair.1, period)?);
        let figures = periods.get(period);
        let implied = figures.and_then(|figures| {
            let values = figures.pair(pair)?;
            let base = |value: &Observation, rate: &PublishedGrowth| {
                Range::printed(value.value)?.over(Range::printed(rate.percent)?.as_ratio()?)
            };
            let before = base(values[0], forward)?.plus(base(values[1], backward)?)?;
            let now = Range::printed(values[0].value)?.plus(Range::printed(values[1].value)?)?;
            Some((now.over(before)?.as_growth()?, values))
        });
        let stated = Range::printed(total.percent)?.wider(CUT)?;
        let percent = |growth: &PublishedGrowth| Value::signed(growth.percent, growth.percent.scale());
        let [all, one, other] = [total, forward, backward].map(percent);
        let (holds, detail) = if let Some((implied, _)) = &implied {
            let percent = Value::signed(implied.middle(), 2);
            let detail = message!(
                findings::growth_of_parts_follows,
                total = all,
                forward = one,
                backward = other,
                percent = percent
            );
            (implied.meets(stated), detail)
        } else {
            // Without values the total still lies between its parts.
            let [low, high] = [forward.percent.min(backward.percent), forward.percent.max(backward.percent)];
            let between = Range::printed(low)?.to(Range::printed(high)?);
            let detail = message!(findings::growth_of_parts_between, total = all, forward = one, backward = other);
            (between.meets(stated), detail)
        };
        if holds {
            return None;
        }
        let title = message!(findings::growth_of_parts, period = period);
        let values = implied.as_ref().map_or(&[][..], |(_, values)| &values[..]);
        let citations = with_growth(briefing, values, &[total, forward, backward]);
        let finding = Finding::new(Outcome::Fail, Subject::period(series, period), title, detail, citations);
        Some(finding.apart(&total.flow).apart(&cited(&total.citations)))
    };
    series.published_growth.iter().filter_map(check).collect()
}

fn with_growth(briefing: &Briefing, figures: &[&Observation], rates: &[&PublishedGrowth]) -> Vec<Citation> {
    with_sources(read_from(briefing, figures), rates.iter().flat_map(|rate| &rate.citations))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Briefing;

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    const COMPUTED: [&str; 2] = ["Info growth", "Info compound-growth"];

    /// Changes the growth published of a flow in a period.
    fn publish(flow: &str, period: &str, percent: &str) -> Vec<String> {
        after(|briefing| {
            let growth = &mut briefing.trades[0].series[0].published_growth;
            let rate = growth.iter_mut().find(|g| g.flow.as_str() == flow && g.period.to_string() == period);
            rate.expect("a rate").percent = percent.parse().expect(percent);
        })
    }

    #[test]
    fn restated_years_and_cut_rates_are_no_mistake() {
        assert_eq!(after(|_| {}), COMPUTED);
        assert_eq!(publish("total", "2018", "27.4"), COMPUTED, "as computed");
    }

    #[test]
    fn a_published_rate_that_follows_from_no_figures_fails() {
        let wrong = [&COMPUTED[..], &["Fail published-growth", "Fail growth-of-parts"]].concat();
        assert_eq!(publish("total", "2018", "35.0"), wrong);
        let turned = publish("total", "2025", "6.9");
        assert_eq!(turned, [&COMPUTED[..], &["Fail published-growth", "Fail growth-of-parts"]].concat(), "a lost sign");
    }

    #[test]
    fn a_rate_of_the_total_follows_from_those_of_its_parts() {
        // No figures of the year before are known for these months.
        let found = publish("total", "2025-01/2025-09", "-1.9");
        assert_eq!(found, [&COMPUTED[..], &["Fail growth-of-parts"]].concat());
        assert_eq!(publish("total", "2025-01/2025-09", "-9"), COMPUTED, "rounded");
    }

    #[test]
    fn without_values_a_rate_lies_between_its_parts() {
        let yuan = |percent: &str| {
            after(|briefing| {
                let rate = &mut briefing.trades[0].series[1].published_growth[0];
                assert_eq!(rate.period.to_string(), "2023", "nothing is known of 2022");
                rate.percent = percent.parse().expect(percent);
            })
        };
        assert_eq!(yuan("53.8"), COMPUTED);
        assert_eq!(yuan("54.0"), COMPUTED, "53.9 can stand for 53.94");
        assert_eq!(yuan("60"), [&COMPUTED[..], &["Fail growth-of-parts"]].concat());
    }
}
