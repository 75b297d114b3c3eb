//! The references of a set of figures: its series, flows, observations and milestones.

use ahash::{AHashMap, AHashSet};

use super::{Check, Kind};
use crate::briefing::limits::{MAX_CELLS, MAX_FLOWS, MAX_LEVELS};
use crate::briefing::trail::Trail;
use crate::briefing::{Flow, FlowRole, Key, Series, Trade};
use crate::message;

impl<'a> Check<'a> {
    pub(super) fn trade(&mut self, trade: &'a Trade) {
        let root = Trail::default();
        if trade.series.is_empty() {
            self.problem(&root.field("series"), message!(problems::no_series), message!(problems::no_series_remedy));
        }
        self.unique(&root.field("series"), "id", trade.series.iter().map(|series| &series.id));
        let list = root.field("series");
        // Within one file that is said already.
        let mut own = AHashSet::new();
        for (place, series) in trade.series.iter().enumerate() {
            if own.insert(&series.id) {
                self.taken_before(&list.index(place).field("id"), Kind::Series, &series.id);
            }
        }
        for (index, series) in trade.series.iter().enumerate() {
            let trail = list.index(index);
            let flows: Vec<&Key> = series.flows.iter().map(|flow| &flow.id).collect();
            self.unique(&trail.field("flows"), "id", flows.iter().copied());
            let known: AHashSet<&Key> = flows.iter().copied().collect();
            if !self.table(&trail, series) {
                continue;
            }
            self.wholes(&trail.field("flows"), &series.flows);
            self.sources_of(&trail, &series.citations);
            let observations = trail.field("observations");
            for (index, observation) in series.observations.iter().enumerate() {
                let trail = observations.index(index);
                self.flow(&trail, (&known, &flows), &observation.flow);
                self.citations(&trail, &observation.citations);
            }
            let published_growth = trail.field("published_growth");
            for (index, growth) in series.published_growth.iter().enumerate() {
                let trail = published_growth.index(index);
                self.flow(&trail, (&known, &flows), &growth.flow);
                self.citations(&trail, &growth.citations);
            }
            let stated_figures = trail.field("stated_figures");
            for (index, figure) in series.stated_figures.iter().enumerate() {
                let trail = stated_figures.index(index);
                self.flow(&trail, (&known, &flows), &figure.flow);
                self.citations(&trail, &figure.citations);
            }
        }
        self.cited(&root.field("milestone_citations"), &trade.milestone_citations);
        for (index, milestone) in trade.milestones.iter().enumerate() {
            self.citations(&root.field("milestones").index(index), &milestone.citations);
        }
    }

    /// Checks the field `flow` of the object at the end of the trail; the flows that there are, in order, are `flows`.
    fn flow(&mut self, trail: &Trail<'_>, (known, flows): (&AHashSet<&Key>, &[&Key]), key: &Key) {
        if !known.contains(key) {
            let what = message!(problems::no_flow, key = key);
            self.dangling(&trail.field("flow"), what, key, flows.iter().copied());
        }
    }

    /// Checks that a series has no more flows, and is no larger as a table, than can be shown.
    fn table(&mut self, trail: &Trail<'_>, series: &Series) -> bool {
        let (flows, before) = (series.flows.len(), (self.problems.len(), self.left_out));
        if flows > MAX_FLOWS {
            let (count, most) = (flows.to_string(), MAX_FLOWS.to_string());
            let what = message!(problems::too_many_flows, count = count, most = most);
            self.problem(&trail.field("flows"), what, message!(problems::too_many_flows_remedy));
        }
        let periods = series.observations.iter().map(|observation| observation.period);
        let periods = periods.chain(series.published_growth.iter().map(|growth| growth.period));
        let periods = periods.collect::<AHashSet<_>>().len();
        if flows.saturating_mul(periods) > MAX_CELLS {
            let [flows, periods, most] = [flows, periods, MAX_CELLS].map(|number| number.to_string());
            let what = message!(problems::too_large_a_table, flows = flows, periods = periods, most = most);
            self.problem(&trail.field("observations"), what, message!(problems::too_large_a_table_remedy));
        }
        before == (self.problems.len(), self.left_out)
    }

    /// Checks that what a flow is a part of is a total of the same series, and no part of it in turn.
    fn wholes(&mut self, trail: &Trail<'_>, flows: &[Flow]) {
        let mut by_key: AHashMap<&Key, &Flow> = AHashMap::new();
        for flow in flows {
            by_key.entry(&flow.id).or_insert(flow);
        }
        let find = |key: &Key| by_key.get(key).copied();
        for (index, flow) in flows.iter().enumerate() {
            let Some(of) = &flow.of else { continue };
            let trail = trail.index(index);
            let trail = trail.field("of");
            match find(of) {
                None => {
                    self.dangling(&trail, message!(problems::no_flow, key = of), of, flows.iter().map(|flow| &flow.id));
                }
                Some(whole) if whole.role != FlowRole::Total => {
                    self.problem(&trail, message!(problems::no_total, key = of), message!(problems::no_total_remedy));
                }
                Some(_) => {
                    let mut above = vec![&flow.id];
                    let mut next = Some(of);
                    while let Some(key) = next.filter(|key| above.len() <= MAX_LEVELS && !above.contains(key)) {
                        above.push(key);
                        next = find(key).and_then(|flow| flow.of.as_ref());
                    }
                    if next.is_some_and(|key| !above.contains(&key)) {
                        let what = message!(problems::too_many_levels, most = MAX_LEVELS.to_string());
                        self.problem(&trail, what, message!(problems::too_many_levels_remedy));
                    } else if next.is_some() {
                        let what = message!(problems::part_of_itself, key = &flow.id);
                        self.problem(&trail, what, message!(problems::part_of_itself_remedy));
                    }
                }
            }
        }
    }
}
