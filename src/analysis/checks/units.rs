//! Units and part-years: what the figures are counted in, and whether months are taken for a year.

use rust_decimal::Decimal;

use super::series::{by_period, exact, flow_name, months, read_from};
use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::format::{period as written_period, rounded, sentence_case};
use crate::analysis::trade::is_printed;
use crate::briefing::{Basis, Briefing, Flow, FlowRole, Locator, Observation, Period, Series, Unit};

const STATED: &str = "unit-stated";
const BASIS: &str = "basis-stated";
const MIXED: &str = "mixed-units";
const VALUATION: &str = "mixed-valuations";
const SIGN: &str = "currency-sign";
const PART_YEAR: &str = "part-year";
const REST: &str = "rest-of-year";

pub(super) const CHECKS: &[Check] = &[
    Check { name: STATED, holds: "The document says in which currency and scale it counts" },
    Check { name: BASIS, holds: "The document says at which prices, in which valuation and by whom was counted" },
    Check { name: MIXED, holds: "Every value of a series is in its unit" },
    Check { name: VALUATION, holds: "No flow is valued in a way that its series does not name" },
    Check { name: SIGN, holds: "The sign of a currency belongs to its code" },
    Check { name: PART_YEAR, holds: "Months of a year come to less than more months of it, or than the year" },
    Check { name: REST, holds: "The months between two part-years are like those before them" },
];

/// Signs that stand for one currency, or for the few that share them.
pub(super) const SIGNS: [(&str, &[&str]); 9] = [
    ("US$", &["USD"]),
    ("CN¥", &["CNY"]),
    ("¥", &["CNY", "JPY"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("₽", &["RUB"]),
    ("₹", &["INR"]),
    ("₩", &["KRW"]),
    ("$", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]),
];

/// The ways of valuing goods that offices name.
const VALUATIONS: [&str; 6] = ["CIF", "FOB", "FAS", "EXW", "DAP", "CFR"];

/// From this factor on the months between two part-years are unlike those before.
const UNLIKE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The findings about units.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    for series in &briefing.trade.series {
        findings.extend(stated(briefing, series));
        findings.extend(series.observations.iter().filter_map(|o| mixed_unit(briefing, series, o)));
        findings.extend(series.flows.iter().filter_map(|flow| valuation(series, flow)));
        findings.extend(currency_sign(series));
        for role in [FlowRole::Total, FlowRole::Forward, FlowRole::Backward] {
            findings.extend(part_years(briefing, series, role));
        }
    }
    findings
}

/// What the document says of how it counted, and what it leaves out.
fn stated(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let Some(basis) = &series.stated_basis else { return Vec::new() };
    let own = || series.observations.iter().filter(|o| is_printed(briefing, o));
    let first: Option<Locator> = own().flat_map(|o| briefing.places(&o.citations)).min();
    let Some(period) = own().map(|o| o.period).min() else { return Vec::new() };
    let check = |name, title: &str, of: &[(Basis, &str, &str)]| {
        let missing: Vec<&str> =
            of.iter().filter(|(basis_of, ..)| !basis.contains(basis_of)).map(|(_, word, _)| *word).collect();
        let values: Vec<&str> = of.iter().map(|(.., value)| *value).filter(|value| !value.is_empty()).collect();
        let (outcome, title, detail) = if missing.is_empty() {
            (Outcome::Pass, format!("{title} stated"), values.join(" "))
        } else {
            let detail = format!("{} not named; the series has {}", missing.join(", "), values.join(", "));
            (Outcome::Warn, format!("{title} not stated"), sentence_case(&detail))
        };
        Finding::new(name, outcome, Place::Period(period), title, detail, citing(briefing, first))
    };
    let unit = &series.unit;
    vec![
        check(STATED, "Unit", &[(Basis::Currency, "currency", &unit.sign), (Basis::Scale, "scale", &unit.scale)]),
        check(
            BASIS,
            "Basis",
            &[
                (Basis::Prices, "prices", &unit.prices),
                (Basis::Valuation, "valuation", &series.valuation),
                (Basis::Reporter, "reporter", &series.reporter),
            ],
        ),
    ]
}

fn mixed_unit(briefing: &Briefing, series: &Series, observation: &Observation) -> Option<Finding> {
    let unit = observation.unit.as_ref().filter(|unit| **unit != series.unit)?;
    let words = |unit: &Unit| format!("{} {}, {}", unit.sign, unit.scale, unit.prices);
    let detail = format!("{} in {} stands among {}", exact(observation.value), words(unit), words(&series.unit));
    let title = format!("Two units in one series, {}", written_period(observation.period));
    let citations = read_from(briefing, &[observation]);
    Some(Finding::new(MIXED, Outcome::Fail, Place::Period(observation.period), title, detail, citations))
}

fn valuation(series: &Series, flow: &Flow) -> Option<Finding> {
    let named = |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    let of_flow = flow.valuation.as_deref()?;
    let unlike: Vec<&str> =
        VALUATIONS.into_iter().filter(|word| named(of_flow, word) && !named(&series.valuation, word)).collect();
    let citations = series.observations.iter().find(|o| o.flow == flow.id).map(|o| o.citations.clone());
    (!unlike.is_empty()).then(|| {
        let detail = format!("{} is valued {}, the series {}", flow.name, unlike.join(" and "), series.valuation);
        let title = format!("Two valuations in one series: {}", flow.name);
        Finding::new(VALUATION, Outcome::Fail, any_period(series), title, detail, citations.unwrap_or_default())
    })
}

fn currency_sign(series: &Series) -> Option<Finding> {
    let Unit { currency, sign, .. } = &series.unit;
    let (_, codes) = SIGNS.iter().find(|(known, _)| known == sign)?;
    (!codes.contains(&currency.as_str())).then(|| {
        let detail = format!("{sign} stands for {}, the series is in {currency}", codes.join(" or "));
        let citations = series.observations.first().map(|o| o.citations.clone()).unwrap_or_default();
        Finding::new(SIGN, Outcome::Fail, any_period(series), "Sign of another currency", detail, citations)
    })
}

fn any_period(series: &Series) -> Place {
    series.observations.iter().map(|o| o.period).min().map_or(Place::Briefing, Place::Period)
}

/// A run of months against each longer one that holds it.
fn part_years(briefing: &Briefing, series: &Series, role: FlowRole) -> Vec<Finding> {
    let periods = by_period(briefing, series);
    let figures: Vec<&Observation> = periods.values().filter_map(|figures| figures.best(role)).collect();
    let within = |part: Period, whole: Period| {
        let ((a, b), (c, d)) = (part.months(), whole.months());
        c <= a && b <= d && part != whole
    };
    let check = |part: &Observation, whole: &Observation| {
        let name = flow_name(series, role);
        let [part_months, whole_months] = [part, whole].map(|o| written_period(o.period));
        let citations = read_from(briefing, &[part, whole]);
        let finding = |check, outcome, title, detail| {
            Finding::new(check, outcome, Place::Period(part.period), title, detail, citations.clone())
        };
        let [a, b] = [part.value, whole.value].map(exact);
        if part.value >= whole.value {
            let title = format!("Part-year of {name}, {part_months}");
            let detail = format!("{a} in {part_months}, {b} in {whole_months}, which holds it");
            return Some(finding(PART_YEAR, Outcome::Fail, title, detail));
        }
        let rest = whole.value.checked_sub(part.value)?;
        let rest = rest.checked_div(Decimal::from(months(whole.period).checked_sub(months(part.period))?))?;
        let before = part.value.checked_div(Decimal::from(months(part.period)))?;
        if before <= Decimal::ZERO || rest.max(before).checked_div(rest.min(before))? < UNLIKE {
            return None;
        }
        let title = format!("Rest of {name}, {whole_months}");
        let detail =
            format!("from {a} in {part_months} to {b}: by the month {} after {}", rounded(rest, 2), rounded(before, 2));
        Some(finding(REST, Outcome::Warn, title, detail))
    };
    let years = figures.chunk_by(|a, b| a.period.year() == b.period.year());
    let pairs = years.flat_map(|year| year.iter().flat_map(move |part| year.iter().map(move |whole| (*part, *whole))));
    pairs
        .filter(|(part, whole)| within(part.period, whole.period))
        .filter_map(|(part, whole)| check(part, whole))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::analysis::checks::harmed::found_after;
    use crate::briefing::{Basis, Briefing};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(findings, change)
    }

    const STATED: [&str; 2] = ["Pass unit-stated", "Warn basis-stated"];

    fn with(found: &str) -> Vec<&str> {
        [&STATED[..], &[found]].concat()
    }

    #[test]
    fn the_document_says_in_what_it_counts() {
        let stated = |basis: &[Basis]| after(|briefing| briefing.trade.series[0].stated_basis = Some(basis.to_vec()));
        let all = [Basis::Currency, Basis::Scale, Basis::Prices, Basis::Valuation, Basis::Reporter];
        assert_eq!(stated(&all), ["Pass unit-stated", "Pass basis-stated"]);
        assert_eq!(stated(&all[1..]), ["Warn unit-stated", "Pass basis-stated"]);
        assert_eq!(after(|briefing| briefing.trade.series[0].stated_basis = None), [""; 0], "nobody has looked");
    }

    #[test]
    fn a_series_has_one_unit_and_names_its_valuations() {
        let unit = |currency: &str| {
            after(|briefing| {
                let series = &mut briefing.trade.series[0];
                let mut unit = series.unit.clone();
                unit.currency = currency.to_owned();
                series.observations[3].unit = Some(unit);
            })
        };
        assert_eq!(unit("USD"), STATED);
        assert_eq!(unit("CNY"), with("Fail mixed-units"));
        let valued = |text: &str| after(|b| b.trade.series[0].flows[1].valuation = Some(text.to_owned()));
        assert_eq!(valued("CIF"), STATED);
        assert_eq!(valued("at the border (DAP)"), with("Fail mixed-valuations"));
    }

    #[test]
    fn a_sign_belongs_to_its_currency() {
        let sign = |text: &str| after(|briefing| briefing.trade.series[0].unit.sign = text.to_owned());
        assert_eq!(sign("$"), STATED);
        assert_eq!(sign("€"), with("Fail currency-sign"));
        assert_eq!(sign("Tk"), STATED, "a sign nobody knows says nothing");
    }

    #[test]
    fn months_come_to_less_than_more_months() {
        let shift = |from: &str, to: &str| {
            after(|briefing| {
                let observations = &mut briefing.trade.series[0].observations;
                let total =
                    observations.iter_mut().find(|o| o.flow.as_str() == "total" && o.period.to_string() == from);
                total.expect("a figure").period = to.to_owned().try_into().expect(to);
            })
        };
        assert_eq!(shift("2026-01/2026-02", "2026"), with("Fail part-year"), "two months taken for a year");
        assert_eq!(shift("2026-01/2026-04", "2026"), with("Warn rest-of-year"), "four months taken for a year");
        assert_eq!(shift("2025-01/2025-07", "2025-01/2025-08"), STATED, "eight months for seven: could be");
    }
}
