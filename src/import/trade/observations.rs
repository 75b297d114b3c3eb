//! The figures of a table in a series that is there, or in a new one.

use std::sync::Arc;

use ahash::AHashMap;
use rust_decimal::Decimal;

use super::draft::FigureDraft;
use super::figure::Direction;
use super::into::Into;
use super::target::Target;
use crate::briefing::{Citation, Flow, GrowthBase, JsonEdit, Key, Observation, Period, Pointer, Series, scaled};
use crate::import::plan::{Change, Entry, PartKind, Plan, json};
use crate::import::source;
use crate::message;

impl Into<'_> {
    /// Changes a series that is there.
    pub fn revise(&self, target: &Target<'_>, file: &str, at: usize, series: &Series, source: &Key, plan: &mut Plan) {
        let here = Pointer::default().field("series").index(at);
        let new = target.flows.iter().filter(|(.., known)| !known).map(|(flow, ..)| flow).chain(&target.totals);
        for flow in new {
            plan.part(file, PartKind::Flow, flow.id.as_str(), &flow.name);
            plan.edit(file, JsonEdit::Append { list: here.field("flows"), entry: json(flow) });
        }
        let mut there: AHashMap<(&Key, Period), Vec<(usize, &Observation)>> = AHashMap::new();
        for (at, value) in series.observations.iter().enumerate() {
            there.entry((&value.flow, value.period)).or_default().push((at, value));
        }
        let is_ours = |own: &Citation| source::is_of_layout(self.desk.briefing(), own, &self.told.layout);
        let observations = here.field("observations");
        let series_key: Arc<str> = target.id.as_str().into();
        for (flow, draft, _) in &target.flows {
            let flow_key: Arc<str> = flow.id.as_str().into();
            for figure in &draft.figures {
                let Some(new) = Self::value(target, figure) else {
                    plan.left.leave(&message!(import::left_too_long), figure.row);
                    continue;
                };
                let known = there.get(&(&flow.id, figure.period)).map_or(&[] as &[_], Vec::as_slice);
                let ours = known.iter().find(|(_, value)| value.citations.iter().any(is_ours));
                let citation = self.citation(source, figure.row);
                let entry = |old| Entry::Figure {
                    series: Arc::clone(&series_key),
                    flow: Arc::clone(&flow_key),
                    period: figure.period,
                    old,
                    new,
                };
                let row = Some(figure.row);
                match ours {
                    Some((_, value))
                        if value.value == new
                            && !value.citations.iter().any(|own| own.source == *source && *own != citation) =>
                    {
                        plan.same += 1;
                    }
                    Some((at, value)) => {
                        let place = observations.index(*at);
                        let others = value.citations.iter().filter(|own| !is_ours(own)).cloned();
                        let citations: Vec<Citation> = others.chain([citation]).collect();
                        if value.value == new {
                            plan.same += 1;
                        } else {
                            plan.changes.push(Change { file: file.into(), entry: entry(Some(value.value)), row });
                            let value = json(&new.to_string());
                            plan.edit(file, JsonEdit::Set { object: place.clone(), field: "value".to_owned(), value });
                        }
                        let value = json(&citations);
                        plan.edit(file, JsonEdit::Set { object: place, field: "citations".to_owned(), value });
                    }
                    None if known.iter().any(|(_, value)| value.value == new && value.unit.is_none()) => plan.same += 1,
                    None => {
                        if let Some((_, other)) = known.first() {
                            let (flow, period) = (flow.id.to_string(), figure.period);
                            let remark = message!(
                                import::beside,
                                flow = flow,
                                period = period,
                                theirs = new,
                                ours = other.value
                            );
                            plan.remarks.push(remark);
                        }
                        plan.changes.push(Change { file: file.into(), entry: entry(None), row });
                        let entry = json(&self.observation(&flow.id, figure, new, citation));
                        plan.edit(file, JsonEdit::Append { list: observations.clone(), entry });
                    }
                }
            }
        }
    }

    /// A new series with all its figures.
    pub fn made(&self, target: &Target<'_>, file: &str, source: &Key, plan: &mut Plan) -> Series {
        let mut observations = Vec::new();
        let series_key: Arc<str> = target.id.as_str().into();
        let reporter = target.draft.reporter.as_ref().map(|party| party.name.clone());
        let reporter = reporter.unwrap_or_else(|| self.told.publisher.clone());
        plan.part(file, PartKind::Series, target.id.as_str(), &reporter);
        let flows: Vec<Flow> =
            target.totals.iter().cloned().chain(target.flows.iter().map(|(flow, ..)| flow.clone())).collect();
        for flow in &flows {
            plan.part(file, PartKind::Flow, flow.id.as_str(), &flow.name);
        }
        for (flow, draft, _) in &target.flows {
            let flow_key: Arc<str> = flow.id.as_str().into();
            for figure in &draft.figures {
                let Some(new) = Self::value(target, figure) else {
                    plan.left.leave(&message!(import::left_too_long), figure.row);
                    continue;
                };
                let (series, flow_key, period) = (Arc::clone(&series_key), Arc::clone(&flow_key), figure.period);
                let entry = Entry::Figure { series, flow: flow_key, period, old: None, new };
                plan.changes.push(Change { file: file.into(), entry, row: Some(figure.row) });
                observations.push(self.observation(&flow.id, figure, new, self.citation(source, figure.row)));
            }
        }
        let valued = |direction| {
            let mut own: Vec<&str> = target
                .flows
                .iter()
                .filter(|(_, draft, _)| draft.direction == direction)
                .map(|(_, draft, _)| draft.valuation.as_str())
                .collect();
            own.sort_unstable();
            own.dedup();
            if let [one] = own[..] { one.to_owned() } else { String::new() }
        };
        let (imports, exports) = (valued(Direction::Import), valued(Direction::Export));
        let valuation = match (imports.is_empty(), exports.is_empty()) {
            (false, false) => (self.say)(&message!(import::valuation_both, imports = imports, exports = exports)),
            (false, true) => imports,
            (true, false) => exports,
            (true, true) => String::new(),
        };
        let balance = match &target.draft.reporter {
            Some(party) => (self.say)(&message!(import::balance_of, name = &party.name)),
            None => (self.say)(&message!(import::balance)),
        };
        Series {
            id: target.id.clone(),
            reporter,
            unit: target.unit.clone(),
            valuation,
            flows,
            balance,
            citations: Vec::new(),
            observations,
            published_growth: Vec::new(),
            growth_on: GrowthBase::default(),
            stated_figures: Vec::new(),
            stated_basis: None,
        }
    }

    /// The citation of a row.
    fn citation(&self, source: &Key, row: u32) -> Citation {
        source::row(source, self.section.as_deref(), row)
    }

    /// A figure of the table in the unit of the series.
    fn value(target: &Target<'_>, figure: &FigureDraft) -> Option<Decimal> {
        let power = figure.power + target.power;
        // In its own unit a figure keeps its digits as they were printed; noughts that only the scale brought go.
        let value = if power == 0 { figure.value } else { scaled(figure.value, power)?.normalize() };
        (value.to_string().len() <= 28).then_some(value)
    }

    fn observation(&self, flow: &Key, figure: &FigureDraft, value: Decimal, citation: Citation) -> Observation {
        let note = figure.status.map(|status| (self.say)(&status.note()));
        let (flow, period) = (flow.clone(), figure.period);
        Observation { flow, period, value, unit: None, formula: None, note, citations: vec![citation] }
    }
}
