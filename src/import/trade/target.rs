//! Which series of the briefing a series of the table goes into, and which of its flows are which.

use rust_decimal::Decimal;

use super::draft::{FigureDraft, FlowDraft, SeriesDraft, key_of_kind};
use super::figure::Direction;
use super::into::Into;
use crate::analysis::trade::magnitude::power_of;
use crate::briefing::{FileName, Flow, FlowRole, Key, Series, Unit, nearest};
use crate::import::ImportError;
use crate::import::parties::{Parties, Party, joined, key_of};
use crate::import::plan::Plan;
use crate::import::unit::{Prices, sign_of};
use crate::message;

/// A series of the table with the one of the briefing that it goes into.
pub struct Target<'a> {
    pub draft: &'a SeriesDraft,
    pub id: Key,
    /// The file, its place in it and the series itself, where it is there.
    pub there: Option<(FileName, usize, &'a Series)>,
    pub unit: Unit,
    /// The values of the table are multiplied by ten to this power.
    pub power: i32,
    pub flows: Vec<(Flow, &'a FlowDraft, bool)>,
    /// Totals without figures, computed from their parts.
    pub totals: Vec<Flow>,
}

impl<'a> Into<'a> {
    /// What becomes of a series of the table.
    pub fn target(&self, draft: &'a SeriesDraft, among: usize, plan: &Plan) -> Result<Target<'a>, ImportError> {
        let refuse = |what, remedy| Err(ImportError::of_file(&plan.table.file, what, remedy));
        let unit_key = if draft.currency.is_empty() { &draft.label } else { &draft.currency };
        let unit_key = if unit_key.is_empty() { String::new() } else { key_of(unit_key).to_string() };
        let reporter = draft.reporter.as_ref().map_or("", |party| party.key.as_str());
        let partner = draft.partner.as_ref().map_or("", |party| party.key.as_str());
        let prices = match draft.prices {
            Prices::Constant(year) => format!("constant-{}", year.map_or_else(String::new, |year| year.to_string())),
            Prices::Unsaid | Prices::Current => String::new(),
        };
        let kind = key_of_kind(&draft.kind);
        let own =
            joined(&[&self.prefix, reporter, partner, &unit_key, prices.trim_end_matches('-'), &kind, &self.selected]);
        let there = match &self.choices.series {
            Some(wanted) => {
                let found = self.there(wanted);
                if found.is_none() {
                    let known = self.desk.briefing().all_series().map(|series| series.id.as_str());
                    let near = nearest(wanted.as_str(), known).unwrap_or_default().to_owned();
                    let what = message!(import::no_series, key = wanted);
                    return refuse(what, message!(import::no_series_remedy, near = near));
                }
                if among > 1 {
                    return refuse(message!(import::several_series), message!(import::narrow_remedy));
                }
                found
            }
            None => self.there(&own),
        };
        let id = self.choices.series.clone().unwrap_or(own);
        let (unit, power) = match &there {
            Some((_, _, series)) => {
                let same = series.unit.currency == draft.currency
                    || draft.currency.is_empty()
                    || series.unit.currency.is_empty();
                if !same {
                    let (theirs, ours) = (draft.currency.clone(), series.unit.currency.clone());
                    let what = message!(import::other_currency, theirs = theirs, ours = ours);
                    return refuse(what, message!(import::other_currency_remedy));
                }
                let power = power_of(&series.unit.scale).unwrap_or_default();
                (series.unit.clone(), -power.cast_signed())
            }
            None => self.unit(draft, plan)?,
        };
        let (flows, totals) = self.flows(draft, there.as_ref().map(|(_, _, series)| *series));
        Ok(Target { draft, id, there, unit, power, flows, totals })
    }

    /// The unit of a new series: in the scale in which its largest value is short.
    fn unit(&self, draft: &SeriesDraft, plan: &Plan) -> Result<(Unit, i32), ImportError> {
        let currency = draft.currency.clone();
        if currency.is_empty() {
            let unit = Unit { currency, sign: String::new(), scale: draft.label.clone(), prices: String::new() };
            return Ok((unit, 0));
        }
        let scale = match &self.choices.scale {
            Some(given) if power_of(given).is_some() => given.trim().to_owned(),
            Some(given) => {
                let what = message!(import::no_scale, given = given.clone());
                return Err(ImportError::of_file(&plan.table.file, what, message!(import::no_scale_remedy)));
            }
            None => {
                let values = draft.flows.iter().flat_map(|flow| &flow.figures).filter_map(FigureDraft::ones);
                let largest = values.map(|value| value.abs()).max().unwrap_or_default();
                let beyond = |power: u32| largest >= Decimal::from(10_u64.pow(power));
                let scale = [(9, "bn"), (6, "m")].into_iter().find(|(power, _)| beyond(*power));
                scale.map_or(String::new(), |(_, scale)| scale.to_owned())
            }
        };
        let power = power_of(&scale).unwrap_or_default().cast_signed();
        let sign = sign_of(&currency).to_owned();
        let prices = match draft.prices {
            Prices::Unsaid => String::new(),
            Prices::Current => (self.say)(&message!(import::current_prices)),
            Prices::Constant(None) => (self.say)(&message!(import::constant_prices)),
            Prices::Constant(Some(year)) => (self.say)(&message!(import::constant_prices_of, year = year.to_string())),
        };
        Ok((Unit { currency, sign, scale, prices }, -power))
    }

    /// The flows of a series: those of the briefing where they are there, else new ones; and totals of two directions.
    fn flows(&self, draft: &'a SeriesDraft, series: Option<&Series>) -> (Vec<(Flow, &'a FlowDraft, bool)>, Vec<Flow>) {
        let mut parties = Parties::of(self.desk.briefing(), &self.choices.names);
        let mut flows: Vec<(Flow, &FlowDraft, bool)> = Vec::new();
        let taken = |flows: &[(Flow, &FlowDraft, bool)], key: &Key| flows.iter().any(|(flow, ..)| flow.id == *key);
        for flow in draft.flows.iter().filter(|flow| !flow.figures.is_empty()) {
            let (mut key, name) = (flow_key(flow), self.flow_name(draft, flow));
            let known = series.and_then(|series| self.known(series, draft, flow, &key, &name, &mut parties));
            if let Some(known) = known.filter(|known| !taken(&flows, &known.id)) {
                flows.push((known, flow, true));
                continue;
            }
            if taken(&flows, &key) {
                key = joined(&[key.as_str(), &flow.valuation.to_lowercase()]);
            }
            for number in 2..100 {
                if !taken(&flows, &key) {
                    break;
                }
                key = joined(&[flow_key(flow).as_str(), &number.to_string()]);
            }
            let valuation = Some(flow.valuation.clone()).filter(|valuation| !valuation.is_empty());
            flows.push((Flow { id: key, name, role: role(flow.direction), of: None, valuation }, flow, false));
        }
        let totals = self.totals(draft, series, &mut flows);
        (flows, totals)
    }

    /// The totals of what goes both ways, which are computed where nobody gives them. In a series without totals one
    /// direction alone would be taken for a part of the first: then there is none.
    fn totals(
        &self,
        draft: &SeriesDraft,
        series: Option<&Series>,
        flows: &mut [(Flow, &FlowDraft, bool)],
    ) -> Vec<Flow> {
        let has_totals = series.is_some_and(|series| series.flows.iter().any(|flow| flow.role == FlowRole::Total));
        let goods: Vec<&(String, String)> = flows.iter().map(|(_, draft, _)| &draft.product).collect();
        let ways = |product: &(String, String), role: FlowRole| {
            flows.iter().any(|(flow, draft, _)| flow.role == role && draft.product == *product)
        };
        let both = |product: &&&(String, String)| ways(product, FlowRole::Forward) && ways(product, FlowRole::Backward);
        let mut paired: Vec<(String, String)> = goods.iter().filter(both).map(|product| (*product).clone()).collect();
        paired.sort();
        paired.dedup();
        let all = flows.iter().all(|(flow, draft, _)| flow.role == FlowRole::Total || paired.contains(&draft.product));
        let new = flows.iter().any(|(flow, _, known)| flow.role != FlowRole::Total && !known);
        if !new || (!all && !has_totals) {
            return Vec::new();
        }
        let mut products: Vec<(String, String)> = flows
            .iter()
            .filter(|(flow, _, known)| flow.role != FlowRole::Total && !known)
            .map(|(_, draft, _)| draft.product.clone())
            .collect();
        products.sort();
        products.dedup();
        let mut totals = Vec::new();
        for product in products {
            let given = flows.iter().find(|(flow, draft, _)| flow.role == FlowRole::Total && draft.product == product);
            let key = if let Some((flow, ..)) = given {
                flow.id.clone()
            } else {
                let (label, valuation) = (String::new(), String::new());
                let whole = FlowDraft {
                    direction: Direction::Total,
                    label,
                    product: product.clone(),
                    valuation,
                    figures: Vec::new(),
                };
                let (key, name) = (flow_key(&whole), self.flow_name(draft, &whole));
                if !series.is_some_and(|series| series.flows.iter().any(|own| own.id == key)) {
                    totals.push(Flow { id: key.clone(), name, role: FlowRole::Total, of: None, valuation: None });
                }
                key
            };
            for (flow, draft, known) in flows.iter_mut() {
                if flow.role != FlowRole::Total && draft.product == product && !*known {
                    flow.of = Some(key.clone());
                }
            }
        }
        // Of one total all are parts without saying so.
        let count = totals.len() + flows.iter().filter(|(flow, ..)| flow.role == FlowRole::Total).count();
        if count < 2 && series.is_none() {
            for (flow, ..) in flows.iter_mut() {
                flow.of = None;
            }
        }
        totals
    }

    /// The flow of a series that a flow of the table is: as was chosen, by its key, or by whose goods go to whom.
    fn known(
        &self,
        series: &Series,
        draft: &SeriesDraft,
        flow: &FlowDraft,
        key: &Key,
        name: &str,
        parties: &mut Parties<'_>,
    ) -> Option<Flow> {
        let with = |id: &str| series.flows.iter().find(|own| own.id.as_str() == id).cloned();
        let called = [key.as_str(), name, flow.label.as_str(), direction_key(flow.direction)];
        let chosen = called.iter().find_map(|called| self.choices.names.get(*called)).and_then(|id| with(id));
        if let Some(found) = chosen.or_else(|| with(key.as_str())) {
            return Some(found);
        }
        let (reporter, partner) = (&draft.reporter.as_ref()?.key, &draft.partner.as_ref()?.key);
        let (from, to) = match flow.direction {
            Direction::Export => (reporter, partner),
            Direction::Import => (partner, reporter),
            _ => return None,
        };
        let goods = if flow.product.1.is_empty() { &flow.product.0 } else { &flow.product.1 };
        series
            .flows
            .iter()
            .find(|own| {
                let Some((one, other)) = own.name.split_once('→').filter(|_| goods.is_empty()) else { return false };
                parties.party("", one.trim()).key == *from && parties.party("", other.trim()).key == *to
            })
            .cloned()
    }

    /// What a new flow is called.
    fn flow_name(&self, draft: &SeriesDraft, flow: &FlowDraft) -> String {
        let name = |party: &Option<Party>| party.as_ref().map(|party| party.name.clone());
        let named = match (flow.direction, name(&draft.reporter), name(&draft.partner)) {
            (Direction::Export, Some(one), Some(other)) | (Direction::Import, Some(other), Some(one)) => {
                (self.say)(&message!(import::flow_from_to, one = one, other = other))
            }
            (Direction::Total, Some(one), Some(other)) => {
                (self.say)(&message!(import::flow_both, one = one, other = other))
            }
            (Direction::Export, ..) => (self.say)(&message!(import::flow_exports)),
            (Direction::Import, ..) => (self.say)(&message!(import::flow_imports)),
            (Direction::Other, ..) if !flow.label.is_empty() => flow.label.clone(),
            _ => (self.say)(&message!(import::flow_total)),
        };
        let goods = if flow.product.1.is_empty() { &flow.product.0 } else { &flow.product.1 };
        if goods.is_empty() { named } else { (self.say)(&message!(import::flow_goods, flow = named, goods = goods)) }
    }
}

/// The key of a new flow.
fn flow_key(flow: &FlowDraft) -> Key {
    let goods = if flow.product.0.is_empty() { &flow.product.1 } else { &flow.product.0 };
    let goods = if goods.is_empty() { String::new() } else { key_of(goods).to_string() };
    let own = key_of(&flow.label).to_string();
    let word = match flow.direction {
        Direction::Other if !flow.label.is_empty() => own.as_str(),
        other => direction_key(other),
    };
    joined(&[word, &goods])
}

const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Export => "exports",
        Direction::Import => "imports",
        _ => "total",
    }
}

const fn role(direction: Direction) -> FlowRole {
    match direction {
        Direction::Export => FlowRole::Forward,
        Direction::Import => FlowRole::Backward,
        _ => FlowRole::Total,
    }
}
