//! Flows that go the same way and are called differently: exports of oil and of gas. Each is of a series of its own, as far as
//! its name says more than which way goods go: one may hold the other, and their sum would mean nothing. One of services is
//! that also where it is alone, lest it take the place of one of goods.

use ahash::AHashMap;

use super::figure::Direction;
use super::gather::Gathered;
use crate::import::unit::{more_of, names_services};

impl Gathered {
    /// Tells flows apart by what the table calls them, where all else that is known of them is the same.
    pub fn tell_ways_apart(&mut self) {
        let mut names: AHashMap<&str, String> = AHashMap::new();
        let mut groups = AHashMap::new();
        for (at, flow) in self.flows.iter().enumerate() {
            if matches!(flow.direction, Direction::Export | Direction::Import | Direction::Total) {
                names.entry(&flow.called).or_insert_with(|| more_of(&flow.called));
                let own =
                    (&flow.reporter, &flow.partner, flow.direction, &flow.product, &flow.valuation, flow.unit.kind());
                groups.entry(own).or_insert_with(Vec::new).push(at);
            }
        }
        let more = |at: &usize| {
            let called = self.flows.get(*at).map_or("", |flow| &flow.called);
            names.get(called).map_or("", String::as_str)
        };
        let mut told: Vec<(usize, String)> = Vec::new();
        let groups: Vec<Vec<usize>> = groups.into_values().collect();
        for group in &groups {
            let differs = |at: &usize| group.first().is_some_and(|first| !more(first).eq_ignore_ascii_case(more(at)));
            let are_several = group.iter().any(differs);
            let is_told = |at: &&usize| !more(at).is_empty() && (are_several || names_services(more(at)));
            told.extend(group.iter().filter(is_told).map(|at| (*at, more(at).to_owned())));
        }
        for (at, more) in told {
            if let Some(flow) = self.flows.get_mut(at) {
                flow.kind = more;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::{Flow, Series};
    use crate::import::Choices;
    use crate::import::tests::desk;
    use crate::import::trade::tests::{applied, planned};

    /// The flows of the new series that a table makes, by the keys of both, each with its name and its first value.
    fn flows(text: &str) -> Vec<[String; 4]> {
        let choices = Choices { unit: Some("bn USD".to_owned()), ..Choices::default() };
        let plan = planned(&desk(), "ways.csv", text, &choices).expect("a plan");
        let mut own = desk();
        let before = own.briefing().all_series().count();
        let briefing = applied(&mut own, &plan);
        let told = |series: &Series, flow: &Flow| {
            let first = series.observations.iter().find(|value| value.flow == flow.id)?;
            Some([series.id.to_string(), flow.id.to_string(), flow.name.clone(), first.value.to_string()])
        };
        let series = briefing.all_series().skip(before);
        series
            .flat_map(|series| series.flows.iter().filter_map(|flow| told(series, flow)).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn what_only_goes_the_same_way_is_not_the_same() {
        let across = "Indicator,2022,2023\nServices exports,10,11\nGoods exports,100,110\nGoods imports,90,95\n";
        let expected = [
            ["ways-usd", "exports", "Exports", "100"],
            ["ways-usd", "imports", "Imports", "90"],
            ["ways-usd-services", "exports-services", "Exports, Services", "10"],
        ];
        assert_eq!(flows(across), expected);
        let below =
            "period,flow,value\n2022,Exports of oil,7\n2022,Exports of gas,3\n2022,Export,20\n2023,Exports,21\n";
        let expected = [
            ["ways-usd", "exports", "Exports", "20"],
            ["ways-usd-oil", "exports-oil", "Exports, oil", "7"],
            ["ways-usd-gas", "exports-gas", "Exports, gas", "3"],
        ];
        assert_eq!(flows(below), expected, "one is written in two ways");
    }

    #[test]
    fn one_that_is_alone_is_called_by_its_way_unless_it_is_of_services() {
        let one = "Indicator,2022,2023\nExports of oil,10,11\nOil imports,9,8\n";
        let expected = [["ways-usd", "exports", "Exports", "10"], ["ways-usd", "imports", "Imports", "9"]];
        assert_eq!(flows(one), expected);
        let services = "Indicator,2022,2023\nServices exports,10,11\n";
        assert_eq!(flows(services), [["ways-usd-services", "exports-services", "Exports, Services", "10"]]);
    }
}
