//! What a series holds: its flows, by the part that each plays and the total that each is a part of.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::{Flow, FlowRole, Key, Message, Observation, Period, Series, Value};
use crate::message;

/// The flows of a series that have figures, sorted by what they say they are. A flow is known by its index in the series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flows {
    totals: Vec<Total>,
    forward: Vec<usize>,
    backward: Vec<usize>,
}

/// A total, with what it is the sum of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The flow; none where a series has two directions and no flow that is their sum.
    pub flow: Option<usize>,
    /// The directions that are parts of it, forward before backward.
    pub directions: Vec<usize>,
    /// The totals that are parts of it.
    pub totals: Vec<usize>,
    /// The only forward and the only backward direction of it; none where there are more of one, or none.
    pub pair: Option<(usize, usize)>,
}

impl Flows {
    /// The flows of a series that have figures.
    pub fn of(series: &Series) -> Self {
        let known: BTreeSet<_> = series.observations.iter().map(|o| &o.flow).collect();
        Self::sorted(series, &known)
    }

    /// All flows of a series, whether they have figures or not.
    pub fn declared(series: &Series) -> Self {
        Self::sorted(series, &series.flows.iter().map(|flow| &flow.id).collect())
    }

    fn sorted(series: &Series, known: &BTreeSet<&Key>) -> Self {
        let of_role = |role: FlowRole| -> Vec<usize> {
            let flows = series.flows.iter().enumerate().filter(|(_, flow)| flow.role == role);
            flows.map(|(index, _)| index).collect()
        };
        let has_figures = |index: &usize| series.flows.get(*index).is_some_and(|flow| known.contains(&flow.id));
        let with_figures = |role| of_role(role).into_iter().filter(has_figures).collect::<Vec<_>>();
        let (forward, backward) = (with_figures(FlowRole::Forward), with_figures(FlowRole::Backward));
        let all = of_role(FlowRole::Total);
        let roots: Vec<usize> = all.iter().copied().filter(|index| series.flows[*index].of.is_none()).collect();
        let places: BTreeMap<&Key, usize> =
            series.flows.iter().enumerate().rev().map(|(index, flow)| (&flow.id, index)).collect();
        let whole = |index: usize| -> Option<Option<usize>> {
            let of = series.flows[index].of.as_ref();
            match of {
                Some(of) => Some(Some(*places.get(of)?)),
                None if series.flows[index].role == FlowRole::Total => None,
                // A direction that names no total is a part of the only one, or of the one that stands in no file.
                None => match roots[..] {
                    [] => Some(None),
                    [only] => Some(Some(only)),
                    _ => None,
                },
            }
        };
        let total = |flow: Option<usize>| {
            let part = |index: &usize| whole(*index) == Some(flow);
            let [one, other] = [&forward, &backward].map(|side| side.iter().copied().filter(part).collect::<Vec<_>>());
            let pair = match (&one[..], &other[..]) {
                ([one], [other]) => Some((*one, *other)),
                _ => None,
            };
            let totals = all.iter().copied().filter(|index| flow.is_some() && part(index)).collect();
            Total { flow, directions: [one, other].concat(), totals, pair }
        };
        let mut totals: Vec<Total> = all.iter().map(|index| total(Some(*index))).collect();
        if roots.is_empty() {
            totals.insert(0, total(None));
        }
        let mut flows = Self { totals: Vec::new(), forward, backward };
        let is_given = |total: &Total| total.flow.is_some_and(|flow| has_figures(&flow));
        totals.retain(|total| is_given(total) || !flows.one_sided(total) || !total.totals.is_empty());
        flows.totals = totals;
        flows
    }

    /// The totals, in the order of the series; the first is the one that is meant where no other is named.
    pub fn totals(&self) -> &[Total] {
        &self.totals
    }

    /// The directions of a role.
    pub fn directions(&self, role: FlowRole) -> &[usize] {
        match role {
            FlowRole::Forward => &self.forward,
            FlowRole::Backward => &self.backward,
            FlowRole::Total => &[],
        }
    }

    /// Whether all the directions of a total go one way.
    pub fn one_sided(&self, total: &Total) -> bool {
        let has = |side: &[usize]| total.directions.iter().any(|index| side.contains(index));
        !(has(&self.forward) && has(&self.backward))
    }

    /// The total that a direction is a part of.
    pub fn total_of(&self, direction: usize) -> Option<&Total> {
        self.totals.iter().find(|total| total.directions.contains(&direction))
    }

    /// The totals that have a balance.
    pub fn balanced(&self) -> impl Iterator<Item = (&Total, (usize, usize))> {
        self.totals.iter().filter_map(|total| Some((total, total.pair?)))
    }

    /// The name of a total, by its place among them.
    pub fn total_name(&self, series: &Series, number: usize) -> Value {
        let flow = self.totals.get(number).and_then(|total| series.flows.get(total.flow?));
        flow.map_or_else(|| message!(figures::both_directions).into(), |flow| flow.name.clone().into())
    }
}

/// The flow of a series that plays a part: the first, where several do.
pub fn flow(series: &Series, role: FlowRole) -> Option<&Flow> {
    series.flows.iter().find(|flow| flow.role == role)
}

/// The values of one flow and period in all sources, in the order of the series.
pub fn observations<'a>(series: &'a Series, flow: &Flow, period: Period) -> Vec<&'a Observation> {
    series.observations.iter().filter(|o| o.flow == flow.id && o.period == period).collect()
}

/// The name of the total that is meant where no other is named.
pub fn total_name(series: &Series) -> Value {
    let flow = flow(series, FlowRole::Total);
    flow.map_or_else(|| message!(figures::both_directions).into(), |flow| flow.name.clone().into())
}

/// The unit of a series' values and the prices they are at: `US$ bn, current prices`.
pub fn money(series: &Series) -> Message {
    let unit = super::magnitude::unit(&series.unit);
    if series.unit.prices.is_empty() {
        return unit;
    }
    message!(figures::money, unit = unit, prices = &series.unit.prices)
}

#[cfg(test)]
mod tests {
    use super::Flows;
    use crate::briefing::{Briefing, FlowRole, Series};

    /// A series of flows, each with its role and what it is a part of, of which each has a figure.
    fn series(flows: &[(&str, FlowRole, Option<&str>)]) -> Series {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let mut series = briefing.trades[0].series.remove(0);
        let (flow, observation) = (series.flows[0].clone(), series.observations[0].clone());
        (series.flows, series.observations) = (Vec::new(), Vec::new());
        for (id, role, of) in flows {
            let mut flow = flow.clone();
            flow.id = (*id).to_owned().try_into().expect(id);
            flow.role = *role;
            flow.of = of.map(|of| of.to_owned().try_into().expect(of));
            let mut observation = observation.clone();
            observation.flow = flow.id.clone();
            series.flows.push(flow);
            series.observations.push(observation);
        }
        series
    }

    use FlowRole::{Backward, Forward, Total};

    #[test]
    fn directions_belong_to_the_only_total_or_to_the_one_they_name() {
        let one = Flows::of(&series(&[("all", Total, None), ("out", Forward, None), ("in", Backward, None)]));
        assert_eq!((one.totals()[0].directions.as_slice(), one.totals()[0].pair), (&[1, 2][..], Some((1, 2))));
        let named = Flows::of(&series(&[
            ("goods", Total, None),
            ("services", Total, None),
            ("wheat-out", Forward, Some("goods")),
            ("ore-out", Forward, Some("goods")),
            ("goods-in", Backward, Some("goods")),
            ("travel-out", Forward, Some("services")),
            ("travel-in", Backward, Some("services")),
        ]));
        let pairs: Vec<_> = named.totals().iter().map(|total| total.pair).collect();
        assert_eq!(pairs, [None, Some((5, 6))], "two of one direction have no balance");
        assert_eq!(named.totals()[0].directions, [2, 3, 4]);
    }

    #[test]
    fn what_names_none_of_two_totals_is_a_part_of_neither() {
        let two = Flows::of(&series(&[
            ("a", Total, None),
            ("b", Total, None),
            ("out", Forward, None),
            ("in", Backward, None),
        ]));
        assert!(two.totals().iter().all(|total| total.directions.is_empty()) && two.balanced().next().is_none());
    }

    #[test]
    fn two_directions_without_a_total_have_one_all_the_same() {
        let two = Flows::of(&series(&[("out", Forward, None), ("in", Backward, None)]));
        assert_eq!((two.totals().len(), two.totals()[0].flow, two.totals()[0].pair), (1, None, Some((0, 1))));
        assert!(Flows::of(&series(&[("out", Forward, None)])).totals().is_empty(), "one direction is no sum");
    }
}
