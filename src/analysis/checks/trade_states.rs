//! Whose trade it is: what a set of figures is of, its flows and its balance name the same states, and a flow is valued as
//! its series is.

use std::collections::BTreeSet;

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::{self, fold};
use crate::analysis::reading::{Named, Reading};
use crate::analysis::reference::states_named;
use crate::briefing::{FlowRole, Series, Trade};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "trade-states", needs: Needs::Figures, holds: label!(checks::trade_states), run: states },
    Check { key: "flow-valuation", needs: Needs::Figures, holds: label!(checks::flow_valuation), run: valuations },
];

/// A state of the briefing by its key, or one of the reference by its code.
type Who = String;

/// The states that a short text names: those of the briefing, and those that CLDR knows by a word of it.
fn named(material: &Material<'_>, text: &str) -> BTreeSet<Who> {
    let (_, names) = Reading::with_names(text, 0, &material.texts().names);
    let own: Vec<_> = names.into_iter().filter(|name| name.kind == Named::State).collect();
    let mut found: BTreeSet<Who> = own.iter().map(|name| name.of.to_string()).collect();
    // What is tied by an arrow or a dash is a name by itself.
    for part in text.split(['→', '←', '↔', '–', '—', '-', '/', ',']) {
        let part = part.trim();
        let part = part.strip_suffix("’s").or_else(|| part.strip_suffix("'s")).unwrap_or(part);
        let known = own.iter().any(|name| text.get(name.range.clone()).is_some_and(|said| part.contains(said)));
        if !known {
            found.extend(states_named(part).next().map(str::to_owned));
        }
    }
    found
}

/// Subjects, flows and balances that name other states than each other.
fn states(material: &Material<'_>) -> Vec<Finding> {
    material.briefing.trades.iter().flat_map(|trade| of_trade(material, trade)).collect()
}

fn of_trade(material: &Material<'_>, trade: &Trade) -> Vec<Finding> {
    let subject = named(material, &trade.subject);
    let mut found = Vec::new();
    let finding = |series: &Series, field: &str, said: &str, other: &str| {
        let detail = message!(findings::trade_states_other, said = said.to_owned(), other = other.to_owned());
        let title = label!(findings::trade_states);
        Finding::new(Outcome::Warn, Subject::Briefing, title, detail, series.citations.clone())
            .apart(&series.id)
            .apart(&field)
    };
    for series in &trade.series {
        let flows: Vec<(&str, FlowRole, BTreeSet<Who>)> =
            series.flows.iter().map(|flow| (flow.name.as_str(), flow.role, named(material, &flow.name))).collect();
        let of_flows: BTreeSet<Who> = flows.iter().flat_map(|(.., named)| named.iter().cloned()).collect();
        let pairs: Vec<&(&str, FlowRole, BTreeSet<Who>)> =
            flows.iter().filter(|(.., named)| named.len() == 2).collect();
        // A flow between two of which one is none of those that the subject is of, or that all other flows are between.
        for (name, _, own) in &pairs {
            let others = pairs.iter().filter(|(other, ..)| other != name);
            let usual: BTreeSet<&Who> = others.flat_map(|(.., named)| named).collect();
            let of_subject = subject.len() >= 2 && !own.is_subset(&subject);
            let alone = usual.len() == 2 && !own.iter().all(|one| usual.contains(one));
            if of_subject && (alone || pairs.len() == 1) {
                found.push(finding(series, &format!("flow:{name}"), name, &trade.subject));
            }
        }
        if found.is_empty() && subject.len() == 2 && of_flows.len() == 2 && subject != of_flows {
            let flow = pairs.first().map_or("", |(name, ..)| *name);
            found.push(finding(series, "subject", &trade.subject, flow));
        }
        // A balance is that of whom the forward flow comes from.
        let balance = named(material, &whose(&series.balance));
        let forward = flows.iter().find(|(_, role, named)| *role == FlowRole::Forward && named.len() == 2);
        if let (1, Some((name, _, own))) = (balance.len(), forward)
            && balance.is_disjoint(own)
        {
            found.push(finding(series, "balance", &series.balance, name));
        }
    }
    found
}

/// The name before what says that something is somebody's: `Russia’s balance`.
fn whose(text: &str) -> String {
    text.split(['’', '\'']).next().unwrap_or(text).to_owned()
}

/// Flows that are valued otherwise than their series says of them.
fn valuations(material: &Material<'_>) -> Vec<Finding> {
    const BASES: [&str; 4] = ["cif", "fob", "fas", "exw"];
    let words = |text: &str| -> BTreeSet<String> { fold::words(&fold(text)).map(str::to_owned).collect() };
    let basis = |words: &BTreeSet<String>| BASES.into_iter().find(|basis| words.contains(*basis));
    let mut found = Vec::new();
    for series in material.briefing.all_series() {
        let clauses: Vec<BTreeSet<String>> = series.valuation.split([',', ';', '，', '、']).map(words).collect();
        for flow in &series.flows {
            let Some(said) = &flow.valuation else { continue };
            let own = words(said);
            let Some(own_basis) = basis(&own) else { continue };
            // `imports CIF` and `FOB, as … imports` speak of the same.
            let long = |word: &&String| word.chars().count() >= 5;
            let same = |clause: &&BTreeSet<String>| clause.iter().filter(long).any(|word| own.contains(word));
            let other =
                clauses.iter().filter(same).find_map(|clause| basis(clause).filter(|basis| *basis != own_basis));
            if other.is_some() {
                let detail = message!(
                    findings::flow_valuation_other,
                    flow = &flow.name,
                    said = said.clone(),
                    series = series.valuation.clone()
                );
                let title = label!(findings::flow_valuation);
                let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, series.citations.clone());
                found.push(finding.apart(&series.id).apart(&flow.id).caused_by(&series.id));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Trade;

    fn after(change: impl FnOnce(&mut Trade)) -> Vec<String> {
        found_after(CHECKS, |briefing| change(&mut briefing.trades[0]))
    }

    #[test]
    fn a_trade_is_that_of_the_states_of_its_flows() {
        assert_eq!(after(|_| ()), [""; 0]);
        for subject in ["China–India goods trade", "Goods trade of Iran and Russia"] {
            assert!(!after(|trade| trade.subject = subject.to_owned()).is_empty(), "{subject}");
        }
        for flow in ["Russia→Japan", "Russia→India"] {
            let found = after(|trade| trade.series[0].flows[1].name = flow.to_owned());
            assert_eq!(found, ["Warn trade-states"], "{flow}");
        }
        let balance = |text: &str| after(|trade| trade.series[0].balance = text.to_owned());
        assert_eq!(balance("Iran’s balance"), ["Warn trade-states"]);
        assert_eq!(balance("China’s balance"), [""; 0], "whichever of the two");
        assert_eq!(balance("Balance"), [""; 0]);
        assert_eq!(after(|trade| trade.subject = "Goods trade".to_owned()), [""; 0]);
        assert_eq!(after(|trade| trade.subject = "Trade between Russia and China".to_owned()), [""; 0]);
    }

    #[test]
    fn a_flow_is_valued_as_its_series() {
        let turned = after(|trade| trade.series[0].valuation = "imports FOB, exports CIF".to_owned());
        assert_eq!(turned, ["Warn flow-valuation", "Warn flow-valuation"]);
        let flow = after(|trade| trade.series[0].flows[1].valuation = Some("FOB, as China’s imports".to_owned()));
        assert_eq!(flow, ["Warn flow-valuation"]);
        assert_eq!(after(|trade| trade.series[0].flows[1].valuation = Some("CIF".to_owned())), [""; 0]);
        assert_eq!(after(|trade| trade.series[0].valuation = "as recorded".to_owned()), [""; 0]);
    }
}
