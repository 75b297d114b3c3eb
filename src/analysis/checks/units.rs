//! Units and part-years: what the figures are counted in, and whether months are taken for a year.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::series::{Periods, flow_name, read_from, wrong_figure};
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing};
use crate::analysis::reading::codes_of;
use crate::analysis::trade::is_printed;
use crate::briefing::{Basis, Briefing, Flow, Key, Locator, Message, Observation, Period, Series, Unit, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "unit-stated",
        needs: Needs::Document,
        holds: label!(checks::unit_stated),
        run: |material| each_series(material, unit_stated),
    },
    Check {
        key: "basis-stated",
        needs: Needs::Document,
        holds: label!(checks::basis_stated),
        run: |material| each_series(material, basis_stated),
    },
    Check {
        key: "mixed-units",
        needs: Needs::Figures,
        holds: label!(checks::mixed_units),
        run: |material| {
            each_series(material, |briefing, series| {
                series.observations.iter().filter_map(|o| mixed_unit(briefing, series, o)).collect()
            })
        },
    },
    Check {
        key: "mixed-valuations",
        needs: Needs::Figures,
        holds: label!(checks::mixed_valuations),
        run: |material| each_series(material, |_, series| valuations(series)),
    },
    Check {
        key: "currency-sign",
        needs: Needs::Figures,
        holds: label!(checks::currency_sign),
        run: |material| each_series(material, |_, series| currency_sign(series).into_iter().collect()),
    },
    Check {
        key: "part-year",
        needs: Needs::Figures,
        holds: label!(checks::part_year),
        run: |material| each_part(material, part_year),
    },
    Check {
        key: "rest-of-year",
        needs: Needs::Figures,
        holds: label!(checks::rest_of_year),
        run: |material| each_part(material, rest_of_year),
    },
];

/// The ways of valuing goods that offices name.
const VALUATIONS: [&str; 6] = ["CIF", "FOB", "FAS", "EXW", "DAP", "CFR"];

/// From this factor on the months between two part-years are unlike those before.
const UNLIKE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// What is found in each series.
fn each_series(material: &Material<'_>, find: impl Fn(&Briefing, &Series) -> Vec<Finding>) -> Vec<Finding> {
    material.series.iter().flat_map(|(series, _)| find(material.briefing, series)).collect()
}

/// Whether the document says in what it counts.
fn unit_stated(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let unit = &series.unit;
    let of = [(Basis::Currency, unit.sign.as_str()), (Basis::Scale, &unit.scale)];
    let titles = [label!(findings::unit_stated), label!(findings::unit_not_stated)];
    stated(briefing, series, titles, &of).into_iter().collect()
}

/// Whether the document says how it counted.
fn basis_stated(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let of = [
        (Basis::Prices, series.unit.prices.as_str()),
        (Basis::Valuation, &series.valuation),
        (Basis::Reporter, &series.reporter),
    ];
    let titles = [label!(findings::basis_stated), label!(findings::basis_not_stated)];
    stated(briefing, series, titles, &of).into_iter().collect()
}

/// What a basis is called, first in a sentence and within one.
const fn name(basis: Basis) -> [Message; 2] {
    match basis {
        Basis::Currency => [label!(findings::basis_currency_first), label!(findings::basis_currency)],
        Basis::Scale => [label!(findings::basis_scale_first), label!(findings::basis_scale)],
        Basis::Prices => [label!(findings::basis_prices_first), label!(findings::basis_prices)],
        Basis::Valuation => [label!(findings::basis_valuation_first), label!(findings::basis_valuation)],
        Basis::Reporter => [label!(findings::basis_reporter_first), label!(findings::basis_reporter)],
    }
}

/// What the document says of how it counted, and what it leaves out. The title says that it does, or that it does not.
fn stated(briefing: &Briefing, series: &Series, titles: [Message; 2], of: &[(Basis, &str)]) -> Option<Finding> {
    let basis = series.stated_basis.as_ref()?;
    let own = || series.observations.iter().filter(|o| is_printed(briefing, o));
    let first: Option<Locator> = own().flat_map(|o| briefing.locators(&o.citations)).min();
    let period = own().map(|o| o.period).min()?;
    let missing: Vec<Basis> = of.iter().map(|(of, _)| *of).filter(|of| !basis.contains(of)).collect();
    let values = of.iter().map(|(_, value)| *value).filter(|value| !value.is_empty()).map(str::to_owned);
    let [stated, not_stated] = titles;
    let (outcome, title, detail) = if missing.is_empty() {
        let values = values.collect::<Vec<_>>().join(" ");
        (Outcome::Pass, stated, message!(findings::basis_values, values = values))
    } else {
        let names = missing.iter().enumerate().map(|(index, basis)| {
            let [first, within] = name(*basis);
            if index == 0 { first } else { within }
        });
        let (missing, values) = (Value::list(names), Value::list(values));
        (Outcome::Warn, not_stated, message!(findings::basis_missing, missing = missing, values = values))
    };
    Some(Finding::new(outcome, Subject::period(series, period), title, detail, citing(briefing, first)))
}

fn mixed_unit(briefing: &Briefing, series: &Series, observation: &Observation) -> Option<Finding> {
    let unit = observation.unit.as_ref().filter(|unit| **unit != series.unit)?;
    let written = |unit: &Unit| message!(findings::unit, sign = &unit.sign, scale = &unit.scale, prices = &unit.prices);
    let (unit, units) = (written(unit), written(&series.unit));
    let detail = message!(findings::mixed_units_value, value = observation.value, unit = unit, units = units);
    let title = message!(findings::mixed_units, period = observation.period);
    Some(wrong_figure(briefing, series, observation, [title, detail]))
}

/// The flows that are valued in ways which their series does not name.
fn valuations(series: &Series) -> Vec<Finding> {
    // Where each flow is read first, only where one is unlike.
    let first: LazyCell<HashMap<&Key, &Observation>, _> = LazyCell::new(|| {
        series.observations.iter().rev().map(|observation| (&observation.flow, observation)).collect()
    });
    let period = LazyCell::new(|| first_period(series));
    let found = |flow: &Flow| {
        let (title, detail) = valuation(series, flow)?;
        let citations = first.get(&flow.id).map(|observation| observation.citations.clone()).unwrap_or_default();
        Some(Finding::new(Outcome::Fail, period.clone(), title, detail, citations).apart(&flow.id))
    };
    series.flows.iter().filter_map(found).collect()
}

fn valuation(series: &Series, flow: &Flow) -> Option<(Message, Message)> {
    let named = |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    let of_flow = flow.valuation.as_deref()?;
    let unlike: Vec<&str> =
        VALUATIONS.into_iter().filter(|word| named(of_flow, word) && !named(&series.valuation, word)).collect();
    let unlike = unlike.into_iter().map(Value::from).reduce(|a, b| message!(findings::and, a = a, b = b).into())?;
    let valuation = &series.valuation;
    let detail = message!(findings::mixed_valuations_flow, flow = &flow.name, unlike = unlike, valuation = valuation);
    Some((message!(findings::mixed_valuations, flow = &flow.name), detail))
}

fn currency_sign(series: &Series) -> Option<Finding> {
    let Unit { currency, sign, .. } = &series.unit;
    let codes = codes_of(sign)?;
    if codes.contains(&currency.as_str()) {
        return None;
    }
    let codes = codes.iter().copied().map(Value::from).reduce(|a, b| message!(findings::or, a = a, b = b).into())?;
    let detail = message!(findings::currency_sign_codes, sign = sign, codes = codes, currency = currency);
    let title = label!(findings::currency_sign);
    let citations = series.observations.first().map(|o| o.citations.clone()).unwrap_or_default();
    let finding = Finding::new(Outcome::Fail, first_period(series), title, detail, citations);
    Some(finding.apart(&series.id))
}

fn first_period(series: &Series) -> Subject {
    let first = series.observations.iter().map(|o| o.period).min();
    first.map_or(Subject::Briefing, |period| Subject::period(series, period))
}

/// A run of months, and a longer one that holds it.
struct Part<'a> {
    series: &'a Series,
    flow: usize,
    shorter: &'a Observation,
    longer: &'a Observation,
}

impl Part<'_> {
    fn finding(&self, briefing: &Briefing, outcome: Outcome, title: Message, detail: Message) -> Finding {
        let citations = read_from(briefing, &[self.shorter, self.longer]);
        let finding =
            Finding::new(outcome, Subject::period(self.series, self.shorter.period), title, detail, citations);
        finding.apart(&self.shorter.flow).apart(&self.longer.period)
    }
}

/// What is found of each run of months against the longer one that holds it.
fn each_part(material: &Material<'_>, find: fn(&Briefing, &Part<'_>) -> Option<Finding>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (series, periods) in &material.series {
        for flow in 0..series.flows.len() {
            let pairs = parts(periods, flow).into_iter();
            let parts = pairs.map(|(shorter, longer)| Part { series, flow, shorter, longer });
            findings.extend(parts.filter_map(|part| find(material.briefing, &part)));
        }
    }
    findings
}

/// The figures of a flow, each with that of the shortest period that holds it and is longer: what a longer one yet would
/// say of it is said of that one. A flow that runs both ways, with figures below nought, has none: a part of it may well
/// come to more than the whole.
fn parts<'a>(periods: &Periods<'a>, flow: usize) -> Vec<(&'a Observation, &'a Observation)> {
    let figures: Vec<&Observation> = periods.iter().filter_map(|(_, figures)| figures.best(flow)).collect();
    if figures.iter().any(|figure| figure.value < Decimal::ZERO) {
        return Vec::new();
    }
    let holders = shortest_holders(&figures.iter().map(|figure| figure.period).collect::<Vec<_>>());
    let pair = |(part, holder): (&&'a Observation, &Option<usize>)| Some((*part, figures[(*holder)?]));
    figures.iter().zip(&holders).filter_map(pair).collect()
}

/// For each of some periods, of which none is given twice, the place of the shortest among them that holds it; of two
/// alike the later.
fn shortest_holders(periods: &[Period]) -> Vec<Option<usize>> {
    let mut ends: Vec<_> = periods.iter().map(|period| period.days().1).collect();
    ends.sort_unstable();
    ends.dedup();
    // Those that begin before another and reach at least as far hold it, so they are gone through as they begin, the longer
    // first, and kept by how far they reach: a tree of the shortest among those that reach to an end or beyond.
    let mut order: Vec<usize> = (0..periods.len()).collect();
    order.sort_by_key(|place| (periods[*place].days().0, Reverse(periods[*place].days().1)));
    let mut shortest: Vec<Option<(u32, usize)>> = vec![None; ends.len() + 1];
    let mut holders = vec![None; periods.len()];
    for place in order {
        let end = ends.len() - ends.partition_point(|end| *end < periods[place].days().1);
        let mut best: Option<(u32, usize)> = None;
        let mut node = end;
        while node > 0 {
            best =
                [best, shortest[node]].into_iter().flatten().min_by_key(|(length, other)| (*length, Reverse(*other)));
            node &= node - 1;
        }
        holders[place] = best.map(|(_, holder)| holder);
        let own = (periods[place].length(), place);
        let mut node = end;
        while node <= ends.len() {
            let kept = &mut shortest[node];
            if kept.is_none_or(|(length, other)| (own.0, Reverse(own.1)) < (length, Reverse(other))) {
                *kept = Some(own);
            }
            node += node & node.wrapping_neg();
        }
    }
    holders
}

fn part_year(briefing: &Briefing, both: &Part<'_>) -> Option<Finding> {
    let Part { series, flow, shorter: part, longer: whole } = both;
    // Nothing at all in a part and in the whole is no contradiction.
    (part.value >= whole.value && !part.value.is_zero()).then(|| {
        let title = message!(findings::part_year, flow = flow_name(series, *flow), period = part.period);
        let detail = message!(
            findings::part_year_held,
            part = part.value,
            part_period = part.period,
            whole = whole.value,
            whole_period = whole.period
        );
        both.finding(briefing, Outcome::Fail, title, detail)
    })
}

fn rest_of_year(briefing: &Briefing, both: &Part<'_>) -> Option<Finding> {
    let Part { series, flow, shorter: part, longer: whole } = both;
    let rest = whole.value.checked_sub(part.value).filter(|rest| *rest > Decimal::ZERO)?;
    // Weeks and days swing by themselves.
    let (months, of_part) = (whole.period.months()?, part.period.months()?);
    let rest = rest.checked_div(Decimal::from(months.checked_sub(of_part)?))?;
    let before = part.value.checked_div(Decimal::from(of_part))?;
    if before <= Decimal::ZERO || rest.max(before).checked_div(rest.min(before))? < UNLIKE {
        return None;
    }
    let title = message!(findings::rest_of_year, flow = flow_name(series, *flow), period = whole.period);
    let detail = message!(
        findings::rest_of_year_monthly,
        part = part.value,
        part_period = part.period,
        whole = whole.value,
        rest = Value::rounded(rest, 2),
        before = Value::rounded(before, 2)
    );
    Some(both.finding(briefing, Outcome::Warn, title, detail))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Basis, Briefing, Observation, Period};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    const STATED: [&str; 2] = ["Pass unit-stated", "Warn basis-stated"];

    fn with(found: &str) -> Vec<&str> {
        [&STATED[..], &[found]].concat()
    }

    #[test]
    fn the_document_says_in_what_it_counts() {
        let stated =
            |basis: &[Basis]| after(|briefing| briefing.trades[0].series[0].stated_basis = Some(basis.to_vec()));
        let all = [Basis::Currency, Basis::Scale, Basis::Prices, Basis::Valuation, Basis::Reporter];
        assert_eq!(stated(&all), ["Pass unit-stated", "Pass basis-stated"]);
        assert_eq!(stated(&all[1..]), ["Warn unit-stated", "Pass basis-stated"]);
        assert_eq!(after(|briefing| briefing.trades[0].series[0].stated_basis = None), [""; 0], "nobody has looked");
    }

    #[test]
    fn a_series_has_one_unit_and_names_its_valuations() {
        let unit = |currency: &str| {
            after(|briefing| {
                let series = &mut briefing.trades[0].series[0];
                let mut unit = series.unit.clone();
                unit.currency = currency.to_owned();
                series.observations[3].unit = Some(unit);
            })
        };
        assert_eq!(unit("USD"), STATED);
        assert_eq!(unit("CNY"), with("Fail mixed-units"));
        let valued = |text: &str| after(|b| b.trades[0].series[0].flows[1].valuation = Some(text.to_owned()));
        assert_eq!(valued("CIF"), STATED);
        assert_eq!(valued("at the border (DAP)"), with("Fail mixed-valuations"));
    }

    #[test]
    fn a_sign_belongs_to_its_currency() {
        let sign = |text: &str| after(|briefing| briefing.trades[0].series[0].unit.sign = text.to_owned());
        assert_eq!(sign("$"), STATED);
        assert_eq!(sign("€"), with("Fail currency-sign"));
        assert_eq!(sign("Tk"), STATED, "a sign nobody knows says nothing");
    }

    #[test]
    fn a_period_is_held_against_the_shortest_that_holds_it() {
        let of = |texts: &[&'static str]| {
            let periods: Vec<Period> = texts.iter().map(|text| (*text).to_owned().try_into().expect(text)).collect();
            let holders = super::shortest_holders(&periods);
            holders.iter().map(|holder| holder.map_or("", |holder| texts[holder])).collect::<Vec<_>>()
        };
        assert_eq!(
            of(&["2024", "2024-Q1", "2024-02", "2024-02-03", "2024-H1", "2025-02", "2024-01/2024-04"]),
            ["", "2024-01/2024-04", "2024-Q1", "2024-02", "2024", "", "2024-H1"]
        );
        assert_eq!(of(&["2023-04/2024-03", "2024", "2024-Q1"]), ["", "", "2024"], "of two alike the later");
    }

    proptest! {
        #[test]
        fn the_shortest_holder_is_found_as_by_asking_each(spans in proptest::collection::btree_set((0_i64..40, 0_i64..40), 0..24)) {
            let day = |number: i64| jiff::civil::date(2020, 1, 1) + jiff::Span::new().days(number);
            let periods: Vec<Period> = spans
                .iter()
                .filter_map(|(first, length)| Period::of_days(day(*first), day(first + length)))
                .collect();
            for (period, holder) in periods.iter().zip(super::shortest_holders(&periods)) {
                let least = periods.iter().filter(|other| other.holds(*period)).map(|other| other.length()).min();
                prop_assert_eq!(holder.map(|holder| periods[holder].length()), least);
                prop_assert!(holder.is_none_or(|holder| periods[holder].holds(*period)));
            }
        }
    }

    #[test]
    fn months_come_to_less_than_more_months() {
        let shift = |from: &str, to: &str| {
            after(|briefing| {
                let observations = &mut briefing.trades[0].series[0].observations;
                let total =
                    observations.iter_mut().find(|o| o.flow.as_str() == "total" && o.period.to_string() == from);
                total.expect("a figure").period = to.to_owned().try_into().expect(to);
            })
        };
        assert_eq!(shift("2026-01/2026-02", "2026"), with("Fail part-year"), "two months taken for a year");
        assert_eq!(shift("2026-01/2026-04", "2026"), with("Warn rest-of-year"), "four months taken for a year");
        assert_eq!(shift("2025-01/2025-07", "2025-01/2025-08"), STATED, "eight months for seven: could be");
    }

    #[test]
    fn one_period_holds_another_only_where_its_days_do() {
        let with_totals = |totals: &[(&str, i64)]| {
            after(|briefing| {
                let series = &mut briefing.trades[0].series[0];
                let pattern = series.observations[0].clone();
                for (period, value) in totals {
                    let period = (*period).to_owned().try_into().expect(period);
                    series.observations.push(Observation { period, value: (*value).into(), ..pattern.clone() });
                }
            })
        };
        assert_eq!(with_totals(&[("2015-05-07", 9), ("2015-05-11", 8), ("2015-05-29", 2)]), STATED, "two days");
        assert_eq!(with_totals(&[("2015-W19", 9), ("2015-W20", 8), ("2015-05-19", 7)]), STATED, "two weeks and a day");
        assert_eq!(with_totals(&[("2015-05-07", 9), ("2015-05", 8)]), with("Fail part-year"), "a day of its month");
        assert_eq!(with_totals(&[("2014-Q1", 9), ("2013-04/2014-03", 8)]), with("Fail part-year"), "a fiscal year");
        assert_eq!(with_totals(&[("2014-Q2", 9), ("2013-04/2014-03", 8)]), STATED, "it lies beyond it");
    }
}
