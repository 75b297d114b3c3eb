//! Series of a table into a briefing: which are there already, what is new, what was revised.

use std::collections::BTreeSet;
use std::sync::Arc;

use ahash::{AHashMap, AHashSet};
use rust_decimal::Decimal;

use super::draft::{FigureDraft, FlowDraft, SeriesDraft, gaps};
use super::figure::Direction;
use crate::analysis::trade::magnitude::power_of;
use crate::briefing::{
    Citation, FileName, Flow, FlowRole, JsonEdit, Key, Message, Observation, Period, Pointer, Series, Trade, Unit,
    nearest,
};
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::limits::MAX_SERIES;
use crate::import::number::scaled;
use crate::import::parties::{Parties, Party, joined, key_of};
use crate::import::plan::{Change, Entry, FileEdit, PartKind, Plan, json};
use crate::import::source::{self, Told};
use crate::import::unit::sign_of;
use crate::import::{ImportError, Say};
use crate::message;

/// What is imported into what.
pub struct Into<'a> {
    pub desk: &'a Desk,
    pub choices: &'a Choices,
    pub say: Say<'a>,
    /// What keys begin with.
    pub prefix: String,
    /// The sheet, where a citation names one.
    pub section: Option<String>,
    /// What the source would be.
    pub told: Told,
}

/// A series of the table with the one of the briefing that it goes into.
struct Target<'a> {
    draft: &'a SeriesDraft,
    id: Key,
    /// The file, its place in it and the series itself, where it is there.
    there: Option<(FileName, usize, &'a Series)>,
    unit: Unit,
    /// The values of the table are multiplied by ten to this power.
    power: i32,
    flows: Vec<(Flow, &'a FlowDraft, bool)>,
    /// Totals without figures, computed from their parts.
    totals: Vec<Flow>,
}

/// A figure of a series by what it is of.
type Place = (Key, Key, Period);

impl<'a> Into<'a> {
    /// Adds to a plan what becomes of the series of a table.
    pub fn plan(&self, drafts: &'a [SeriesDraft], plan: &mut Plan) -> Result<(), ImportError> {
        if drafts.len() > MAX_SERIES {
            let what =
                message!(import::too_many_series, count = drafts.len().to_string(), most = MAX_SERIES.to_string());
            return Err(ImportError::of_file(&plan.table.file, what, message!(import::narrow_remedy)));
        }
        let mut targets = Vec::new();
        for draft in drafts.iter().filter(|draft| draft.flows.iter().any(|flow| !flow.figures.is_empty())) {
            targets.push(self.target(draft, drafts.len(), plan)?);
        }
        if targets.is_empty() {
            let what = message!(import::nothing_in_it);
            return Err(ImportError::of_file(&plan.table.file, what, message!(import::nothing_in_it_remedy)));
        }
        let base = self.base(drafts);
        // What is described and has no title of its own says whose trade it is.
        let title = match (&self.choices.title, Self::subject(drafts)) {
            (None, Some(subject)) => {
                let (name, subject) = (self.told.title.clone(), (self.say)(&subject));
                (self.say)(&message!(import::title_of, name = name, subject = subject))
            }
            (None, None) => (self.say)(&message!(import::title_described, name = &self.told.title)),
            (Some(title), _) => title.clone(),
        };
        let told = Told { title, ..self.told.clone() };
        let brought = Self::brought(&targets);
        let cited = |key: &Key| self.cited(key);
        let of_table = source::of_table(self.desk.briefing(), &base, &told, |key| {
            cited(key).into_iter().all(|place| brought.contains(&place))
        });
        source::plan(&of_table, plan);
        let key = of_table.source.id.clone();
        plan.table.source = Some(key.clone());
        let file = self.file(&base);
        let mut new = Vec::new();
        for target in &targets {
            Self::warn_of_gaps(target, plan);
            match &target.there {
                Some((file, at, series)) => self.revise(target, file, *at, series, &key, plan),
                None => new.push(self.made(target, &file, &key, plan)),
            }
        }
        if !new.is_empty() {
            self.place(&file, &new, drafts, plan);
        }
        Ok(())
    }

    /// What the keys of the source and of a new file are made of.
    fn base(&self, drafts: &[SeriesDraft]) -> Key {
        let key = |party: &'_ Option<Party>| party.as_ref().map_or_else(String::new, |party| party.key.to_string());
        if let Some(first) = drafts.first().filter(|_| pairs(drafts).len() == 1) {
            return joined(&[&self.prefix, &key(&first.reporter), &key(&first.partner)]);
        }
        let one = |of: fn(&SeriesDraft) -> &Option<Party>| {
            let all: BTreeSet<String> = drafts.iter().map(|draft| key(of(draft))).collect();
            if all.len() == 1 { all.into_iter().next().unwrap_or_default() } else { String::new() }
        };
        joined(&[&self.prefix, &one(|draft| &draft.reporter), &one(|draft| &draft.partner)])
    }

    /// The file that new series stand in.
    fn file(&self, base: &Key) -> FileName {
        if self.desk.folder().has("trade.json") { format!("trade/{base}.json").into() } else { "trade.json".into() }
    }

    fn trades(&self) -> impl Iterator<Item = (FileName, &'a Trade)> {
        self.desk.folder().of_kind("trade").into_iter().zip(&self.desk.briefing().trades)
    }

    fn there(&self, id: &Key) -> Option<(FileName, usize, &'a Series)> {
        self.trades().find_map(|(file, trade)| {
            let at = trade.series.iter().position(|series| series.id == *id)?;
            Some((file, at, trade.series.get(at)?))
        })
    }

    fn target(&self, draft: &'a SeriesDraft, among: usize, plan: &Plan) -> Result<Target<'a>, ImportError> {
        let refuse = |what, remedy| Err(ImportError::of_file(&plan.table.file, what, remedy));
        let unit_key = if draft.currency.is_empty() { &draft.label } else { &draft.currency };
        let unit_key = if unit_key.is_empty() { String::new() } else { key_of(unit_key).to_string() };
        let reporter = draft.reporter.as_ref().map_or("", |party| party.key.as_str());
        let partner = draft.partner.as_ref().map_or("", |party| party.key.as_str());
        let own = joined(&[&self.prefix, reporter, partner, &unit_key]);
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
        let prices = (self.say)(&message!(import::current_prices));
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

    /// The figures that the table brings.
    fn brought(targets: &[Target<'_>]) -> AHashSet<Place> {
        let all =
            targets.iter().flat_map(|target| target.flows.iter().map(move |(flow, draft, _)| (target, flow, draft)));
        all.flat_map(|(target, flow, draft)| {
            draft.figures.iter().map(move |figure| (target.id.clone(), flow.id.clone(), figure.period))
        })
        .collect()
    }

    /// The figures of the briefing that cite a source.
    fn cited(&self, key: &Key) -> Vec<Place> {
        let all = self.desk.briefing().all_series();
        let cite = |observation: &&Observation| observation.citations.iter().any(|citation| citation.source == *key);
        all.flat_map(|series| {
            let own = series.observations.iter().filter(cite);
            own.map(|value| (series.id.clone(), value.flow.clone(), value.period))
        })
        .collect()
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

    /// Changes a series that is there.
    fn revise(&self, target: &Target<'_>, file: &str, at: usize, series: &Series, source: &Key, plan: &mut Plan) {
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

    fn observation(&self, flow: &Key, figure: &FigureDraft, value: Decimal, citation: Citation) -> Observation {
        let note = figure.status.map(|status| (self.say)(&status.note()));
        let (flow, period) = (flow.clone(), figure.period);
        Observation { flow, period, value, unit: None, formula: None, note, citations: vec![citation] }
    }

    /// A new series with all its figures.
    fn made(&self, target: &Target<'_>, file: &str, source: &Key, plan: &mut Plan) -> Series {
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
            growth_on: crate::briefing::GrowthBase::default(),
            stated_figures: Vec::new(),
            stated_basis: None,
        }
    }

    /// Puts new series into a set of figures that is there, or into a new one.
    fn place(&self, file: &FileName, new: &[Series], drafts: &[SeriesDraft], plan: &mut Plan) {
        if self.desk.folder().has(file) {
            let list = Pointer::default().field("series");
            for series in new {
                plan.edit(file, JsonEdit::Append { list: list.clone(), entry: json(series) });
            }
            return;
        }
        let table = || message!(import::subject_table, name = &self.told.title);
        let subject = (self.say)(&Self::subject(drafts).unwrap_or_else(table));
        let headline = (self.say)(&message!(import::headline, subject = &subject, publisher = &self.told.publisher));
        plan.part(file, PartKind::Trade, file, &subject);
        let trade = Trade {
            schema: None,
            headline,
            subject,
            series: new.to_vec(),
            milestone_citations: Vec::new(),
            milestones: Vec::new(),
        };
        plan.edits.push(FileEdit::Create(FileName::clone(file), json(&trade)));
    }

    /// Whose trade it is; none where there are several.
    fn subject(drafts: &[SeriesDraft]) -> Option<Message> {
        let name = |party: &Option<Party>| party.as_ref().map(|party| party.name.clone());
        let reporters: BTreeSet<Option<String>> = drafts.iter().map(|draft| name(&draft.reporter)).collect();
        if drafts.iter().any(|draft| draft.currency.is_empty()) {
            return None;
        }
        let pair = drafts.first().filter(|_| pairs(drafts).len() == 1);
        match pair.map(|draft| (name(&draft.reporter), name(&draft.partner))) {
            Some((Some(one), Some(other))) => Some(message!(import::subject_pair, one = one, other = other)),
            _ => match reporters.into_iter().collect::<Vec<_>>().as_slice() {
                [Some(one)] => Some(message!(import::subject_one, name = one)),
                _ => None,
            },
        }
    }

    fn warn_of_gaps(target: &Target<'_>, plan: &mut Plan) {
        /// As many flows as anyone reads of.
        const TOLD: usize = 12;
        let found = target.flows.iter().filter_map(|(flow, draft, _)| {
            let gaps = gaps(draft);
            (!gaps.is_empty()).then(|| (flow.id.to_string(), gaps))
        });
        let remarks: Vec<Message> = found
            .take(TOLD)
            .map(|(flow, gaps)| message!(import::gaps, flow = flow, periods = crate::briefing::Value::list(gaps)))
            .collect();
        plan.remarks.extend(remarks);
        let broken = target.flows.iter().flat_map(|(flow, draft, _)| {
            let breaks = draft.figures.iter().filter(|figure| figure.status == Some(super::figure::Status::Break));
            breaks.map(move |figure| message!(import::broken, flow = flow.id.to_string(), period = figure.period))
        });
        plan.remarks.extend(broken.take(TOLD));
    }
}

/// Who trades with whom, each two once whoever of them counted.
fn pairs(drafts: &[SeriesDraft]) -> BTreeSet<[String; 2]> {
    let key = |party: &Option<Party>| party.as_ref().map_or_else(String::new, |party| party.key.to_string());
    let pair = |draft: &SeriesDraft| {
        let mut pair = [key(&draft.reporter), key(&draft.partner)];
        pair.sort();
        pair
    };
    drafts.iter().map(pair).collect()
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
