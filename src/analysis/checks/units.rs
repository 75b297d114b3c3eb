//! Units and part-years: what the figures are counted in, and whether months are taken for a year.

use rust_decimal::Decimal;

use super::series::{Periods, exact, flow_name, months, read_from};
use super::{Check, Finding, Material, Outcome, Subject, cited, citing};
use crate::analysis::format::{period as written_period, rounded, sentence_case};
use crate::analysis::trade::is_printed;
use crate::briefing::{Basis, Briefing, Flow, FlowRole, Locator, Observation, Period, Series, Unit};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "unit-stated",
        holds: "The document says in which currency and scale it counts",
        run: |material| each_series(material, unit_stated),
    },
    Check {
        key: "basis-stated",
        holds: "The document says at which prices, in which valuation and by whom was counted",
        run: |material| each_series(material, basis_stated),
    },
    Check {
        key: "mixed-units",
        holds: "Every value of a series is in its unit",
        run: |material| {
            each_series(material, |briefing, series| {
                series.observations.iter().filter_map(|o| mixed_unit(briefing, series, o)).collect()
            })
        },
    },
    Check {
        key: "mixed-valuations",
        holds: "No flow is valued in a way that its series does not name",
        run: |material| {
            each_series(material, |_, series| series.flows.iter().filter_map(|flow| valuation(series, flow)).collect())
        },
    },
    Check {
        key: "currency-sign",
        holds: "The sign of a currency belongs to its code",
        run: |material| each_series(material, |_, series| currency_sign(series).into_iter().collect()),
    },
    Check {
        key: "part-year",
        holds: "Months of a year come to less than more months of it, or than the year",
        run: |material| each_part(material, part_year),
    },
    Check {
        key: "rest-of-year",
        holds: "The months between two part-years are like those before them",
        run: |material| each_part(material, rest_of_year),
    },
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

/// What is found in each series.
fn each_series(material: &Material<'_>, find: impl Fn(&Briefing, &Series) -> Vec<Finding>) -> Vec<Finding> {
    material.series.iter().flat_map(|(series, _)| find(material.briefing, series)).collect()
}

/// Whether the document says in what it counts.
fn unit_stated(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let unit = &series.unit;
    let of = [(Basis::Currency, "currency", unit.sign.as_str()), (Basis::Scale, "scale", &unit.scale)];
    stated(briefing, series, "Unit", &of).into_iter().collect()
}

/// Whether the document says how it counted.
fn basis_stated(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let of = [
        (Basis::Prices, "prices", series.unit.prices.as_str()),
        (Basis::Valuation, "valuation", &series.valuation),
        (Basis::Reporter, "reporter", &series.reporter),
    ];
    stated(briefing, series, "Basis", &of).into_iter().collect()
}

/// What the document says of how it counted, and what it leaves out.
fn stated(briefing: &Briefing, series: &Series, title: &str, of: &[(Basis, &str, &str)]) -> Option<Finding> {
    let basis = series.stated_basis.as_ref()?;
    let own = || series.observations.iter().filter(|o| is_printed(briefing, o));
    let first: Option<Locator> = own().flat_map(|o| briefing.places(&o.citations)).min();
    let period = own().map(|o| o.period).min()?;
    let missing: Vec<&str> =
        of.iter().filter(|(basis_of, ..)| !basis.contains(basis_of)).map(|(_, word, _)| *word).collect();
    let values: Vec<&str> = of.iter().map(|(.., value)| *value).filter(|value| !value.is_empty()).collect();
    let (outcome, title, detail) = if missing.is_empty() {
        (Outcome::Pass, format!("{title} stated"), values.join(" "))
    } else {
        let detail = format!("{} not named; the series has {}", missing.join(", "), values.join(", "));
        (Outcome::Warn, format!("{title} not stated"), sentence_case(&detail))
    };
    Some(Finding::new(outcome, Subject::period(series, period), title, detail, citing(briefing, first)))
}

fn mixed_unit(briefing: &Briefing, series: &Series, observation: &Observation) -> Option<Finding> {
    let unit = observation.unit.as_ref().filter(|unit| **unit != series.unit)?;
    let words = |unit: &Unit| format!("{} {}, {}", unit.sign, unit.scale, unit.prices);
    let detail = format!("{} in {} stands among {}", exact(observation.value), words(unit), words(&series.unit));
    let title = format!("Two units in one series, {}", written_period(observation.period));
    let citations = read_from(briefing, &[observation]);
    let subject = Subject::period(series, observation.period);
    let finding = Finding::new(Outcome::Fail, subject, title, detail, citations);
    Some(finding.apart(&observation.flow).apart(&cited(&observation.citations)))
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
        let citations = citations.unwrap_or_default();
        Finding::new(Outcome::Fail, first_period(series), title, detail, citations).apart(&flow.id)
    })
}

fn currency_sign(series: &Series) -> Option<Finding> {
    let Unit { currency, sign, .. } = &series.unit;
    let (_, codes) = SIGNS.iter().find(|(known, _)| known == sign)?;
    (!codes.contains(&currency.as_str())).then(|| {
        let detail = format!("{sign} stands for {}, the series is in {currency}", codes.join(" or "));
        let citations = series.observations.first().map(|o| o.citations.clone()).unwrap_or_default();
        let finding = Finding::new(Outcome::Fail, first_period(series), "Sign of another currency", detail, citations);
        finding.apart(&series.id)
    })
}

fn first_period(series: &Series) -> Subject {
    let first = series.observations.iter().map(|o| o.period).min();
    first.map_or(Subject::Briefing, |period| Subject::period(series, period))
}

/// A run of months, and a longer one that holds it.
struct Part<'a> {
    series: &'a Series,
    role: FlowRole,
    part: &'a Observation,
    whole: &'a Observation,
}

impl Part<'_> {
    fn finding(&self, briefing: &Briefing, outcome: Outcome, title: String, detail: String) -> Finding {
        let citations = read_from(briefing, &[self.part, self.whole]);
        let finding = Finding::new(outcome, Subject::period(self.series, self.part.period), title, detail, citations);
        finding.apart(&self.part.flow).apart(&self.whole.period)
    }
}

/// What is found of each run of months against each longer one that holds it.
fn each_part(material: &Material<'_>, find: fn(&Briefing, &Part<'_>) -> Option<Finding>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (series, periods) in &material.series {
        for role in [FlowRole::Total, FlowRole::Forward, FlowRole::Backward] {
            let pairs = parts(periods, role).into_iter();
            let parts = pairs.map(|(part, whole)| Part { series, role, part, whole });
            findings.extend(parts.filter_map(|part| find(material.briefing, &part)));
        }
    }
    findings
}

/// The figures of a flow of which one holds the other.
fn parts<'a>(periods: &Periods<'a>, role: FlowRole) -> Vec<(&'a Observation, &'a Observation)> {
    let figures: Vec<&Observation> = periods.values().filter_map(|figures| figures.best(role)).collect();
    let within = |part: Period, whole: Period| {
        let ((a, b), (c, d)) = (part.months(), whole.months());
        c <= a && b <= d && part != whole
    };
    let years = figures.chunk_by(|a, b| a.period.year() == b.period.year());
    let pairs = years.flat_map(|year| year.iter().flat_map(move |part| year.iter().map(move |whole| (*part, *whole))));
    pairs.filter(|(part, whole)| within(part.period, whole.period)).collect()
}

fn part_year(briefing: &Briefing, both: &Part<'_>) -> Option<Finding> {
    let Part { series, role, part, whole } = both;
    (part.value >= whole.value).then(|| {
        let [part_months, whole_months] = [part, whole].map(|o| written_period(o.period));
        let title = format!("Part-year of {}, {part_months}", flow_name(series, *role));
        let [a, b] = [part.value, whole.value].map(exact);
        let detail = format!("{a} in {part_months}, {b} in {whole_months}, which holds it");
        both.finding(briefing, Outcome::Fail, title, detail)
    })
}

fn rest_of_year(briefing: &Briefing, both: &Part<'_>) -> Option<Finding> {
    let Part { series, role, part, whole } = both;
    let rest = whole.value.checked_sub(part.value).filter(|rest| *rest > Decimal::ZERO)?;
    let rest = rest.checked_div(Decimal::from(months(whole.period).checked_sub(months(part.period))?))?;
    let before = part.value.checked_div(Decimal::from(months(part.period)))?;
    if before <= Decimal::ZERO || rest.max(before).checked_div(rest.min(before))? < UNLIKE {
        return None;
    }
    let [part_months, whole_months] = [part, whole].map(|o| written_period(o.period));
    let title = format!("Rest of {}, {whole_months}", flow_name(series, *role));
    let [a, b] = [part.value, whole.value].map(exact);
    let detail =
        format!("from {a} in {part_months} to {b}: by the month {} after {}", rounded(rest, 2), rounded(before, 2));
    Some(both.finding(briefing, Outcome::Warn, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::harmed::found_after;
    use crate::briefing::{Basis, Briefing};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
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
