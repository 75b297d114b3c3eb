//! From what a table has to series as a briefing has them: who is who, which flows there are, one figure for each period.

use std::collections::BTreeSet;

use ahash::AHashMap;
use rust_decimal::Decimal;

use super::figure::{Direction, Status};
use super::gather::{Gathered, RawFigure, RawFlow};
use crate::briefing::{Message, Period, Value, scaled};
use crate::import::parties::{Parties, Party, Who, key_of};
use crate::import::plan::Leavings;
use crate::import::unit::Prices;
use crate::message;

/// A series: figures of one reporter with one partner in one unit.
#[derive(Clone, Debug)]
pub struct SeriesDraft {
    pub reporter: Option<Party>,
    /// With whom; none where nobody is named.
    pub partner: Option<Party>,
    pub currency: String,
    /// What the figures are in, where that is no currency.
    pub label: String,
    /// At which prices they are.
    pub prices: Prices,
    /// What they are of besides goods, where others are not of that.
    pub kind: String,
    pub flows: Vec<FlowDraft>,
}

/// A flow of it.
#[derive(Clone, Debug)]
pub struct FlowDraft {
    pub direction: Direction,
    /// What is measured, where it is no direction.
    pub label: String,
    /// The code and the name of the goods; empty for all.
    pub product: (String, String),
    pub valuation: String,
    pub figures: Vec<FigureDraft>,
}

/// A figure of it.
#[derive(Clone, Copy, Debug)]
pub struct FigureDraft {
    pub period: Period,
    /// As it stands in the table.
    pub value: Decimal,
    /// The power of ten by which it becomes one in ones.
    pub power: i32,
    pub status: Option<Status>,
    pub row: u32,
}

impl FigureDraft {
    /// The figure in ones; none where that has more digits than are kept.
    pub fn ones(&self) -> Option<Decimal> {
        scaled(self.value, self.power)
    }
}

/// What was drafted, and what was noticed.
#[derive(Debug)]
pub struct Drafted {
    pub series: Vec<SeriesDraft>,
    pub left: Leavings,
    pub remarks: Vec<Message>,
    /// Names that are those of no state that is known.
    pub strangers: Vec<String>,
    /// Names of one state beside the code of another, whose figures are left.
    pub at_odds: Vec<String>,
}

/// So many doubles and gaps are told one by one.
const TOLD: usize = 12;

/// Makes series of what was gathered.
pub fn drafted(gathered: Gathered, parties: &mut Parties<'_>) -> Drafted {
    let Gathered { flows, mut figures, mut left, marked, .. } = gathered;
    let mut remarks = Vec::new();
    if let (count @ 1.., shown) = marked {
        remarks.push(message!(import::marked, count = count, shown = Value::list(shown)));
    }
    let mut series: Vec<SeriesDraft> = Vec::new();
    let mut places: AHashMap<String, (usize, usize)> = AHashMap::new();
    let mut strangers: Vec<String> = Vec::new();
    // Where each flow of the table belongs: two that were called differently may be one.
    let mut used = vec![false; flows.len()];
    for figure in &figures {
        if let Some(used) = used.get_mut(figure.flow as usize) {
            *used = true;
        }
    }
    let mut belongs: Vec<Option<(usize, usize)>> = Vec::with_capacity(flows.len());
    let mut at_odds: BTreeSet<String> = BTreeSet::new();
    for (flow, used) in flows.iter().zip(used) {
        let odd = [&flow.reporter, &flow.partner].into_iter().find(|(code, name)| parties.at_odds(code, name));
        if let Some((code, name)) = odd.filter(|_| at_odds.len() < TOLD) {
            at_odds.insert(format!("{name} ({code})"));
        }
        let is_placed = used && odd.is_none();
        belongs.push(is_placed.then(|| placed(flow, parties, &mut series, &mut places, &mut strangers)));
    }
    figures.sort_by_key(|figure| (figure.flow, figure.period, figure.row));
    let (mut doubles, mut differing) = (0_usize, Vec::new());
    for figure in figures {
        let Some((one, two)) = belongs.get(figure.flow as usize).copied().flatten() else {
            left.leave(&message!(import::left_at_odds), figure.row);
            continue;
        };
        let power = flows.get(figure.flow as usize).map_or(0, |flow| flow.unit.power);
        let Some(flow) = series.get_mut(one).and_then(|series| series.flows.get_mut(two)) else { continue };
        let RawFigure { period, value, status, row, .. } = figure;
        flow.figures.push(FigureDraft { period, value, power, status, row });
    }
    // What is counted in money is what is looked for; weights stand behind it, and services behind goods.
    series.sort_by_key(|series| (series.currency.is_empty(), !series.kind.is_empty()));
    for series in &mut series {
        for flow in &mut series.flows {
            flow.figures.sort_by_key(|figure| (figure.period, figure.row));
            let mut kept: Vec<FigureDraft> = Vec::with_capacity(flow.figures.len());
            for figure in std::mem::take(&mut flow.figures) {
                match kept.last().filter(|last| last.period == figure.period) {
                    Some(last) if last.ones() == figure.ones() => {
                        doubles += 1;
                        left.leave(&message!(import::left_double), figure.row);
                    }
                    Some(last) => {
                        differing.push((last.row, figure.row, figure.period, last.value, figure.value));
                        left.leave(&message!(import::left_differing), figure.row);
                    }
                    None => kept.push(figure),
                }
            }
            flow.figures = kept;
        }
    }
    if doubles > 0 {
        remarks.push(message!(import::doubles, count = doubles));
    }
    for (first, second, period, one, other) in differing.iter().take(TOLD) {
        let (first, second) = (first.to_string(), second.to_string());
        remarks.push(message!(
            import::differing,
            first = first,
            second = second,
            period = *period,
            one = *one,
            other = *other
        ));
    }
    Drafted { series, left, remarks, strangers, at_odds: at_odds.into_iter().collect() }
}

/// Where a flow of the table belongs.
fn placed(
    flow: &RawFlow,
    parties: &mut Parties<'_>,
    series: &mut Vec<SeriesDraft>,
    places: &mut AHashMap<String, (usize, usize)>,
    strangers: &mut Vec<String>,
) -> (usize, usize) {
    let mut party = |(code, name): &(String, String)| {
        if code.is_empty() && name.is_empty() {
            return None;
        }
        let party = parties.party(code, name);
        if party.who == Who::Unknown {
            strangers.push(party.name.clone());
        }
        Some(party)
    };
    let (reporter, partner) = (party(&flow.reporter), party(&flow.partner));
    let key = |party: &Option<Party>| party.as_ref().map_or("", |party| party.key.as_str()).to_owned();
    let (of, with) = (key(&reporter), key(&partner));
    let (currency, label, prices) = flow.unit.kind();
    let kind = key_of_kind(&flow.kind);
    let own = [of.as_str(), &with, currency, label, &format!("{prices:?}"), &kind].join("\u{1f}");
    let goods = if flow.product.0.is_empty() { &flow.product.1 } else { &flow.product.0 };
    let direction = (flow.direction as u8).to_string();
    let whole = [own.as_str(), &direction, &flow.label, goods, &flow.valuation].join("\u{1f}");
    if let Some(place) = places.get(&whole) {
        return *place;
    }
    let one = places.get(&own).map_or_else(
        || {
            let (currency, label) = (flow.unit.currency.clone(), flow.unit.label.clone());
            let prices = flow.unit.prices;
            let kind = flow.kind.clone();
            series.push(SeriesDraft { reporter, partner, currency, label, prices, kind, flows: Vec::new() });
            series.len() - 1
        },
        |(one, _)| *one,
    );
    places.insert(own, (one, 0));
    let two = series.get_mut(one).map_or(0, |series| {
        series.flows.push(FlowDraft {
            direction: flow.direction,
            label: flow.label.clone(),
            product: of_kind(flow),
            valuation: flow.valuation.clone(),
            figures: Vec::new(),
        });
        series.flows.len() - 1
    });
    places.insert(whole, (one, two));
    (one, two)
}

/// What a kind goes by in keys; nothing where there is none.
pub fn key_of_kind(kind: &str) -> String {
    if kind.is_empty() { String::new() } else { key_of(kind).to_string() }
}

/// What a flow is of: its goods, and the kind that its name tells.
fn of_kind(flow: &RawFlow) -> (String, String) {
    let (code, name) = &flow.product;
    let of = if name.is_empty() { code } else { name };
    match (flow.kind.is_empty(), of.is_empty()) {
        (true, _) => flow.product.clone(),
        (false, true) => (String::new(), flow.kind.clone()),
        (false, false) => (String::new(), format!("{of}, {}", flow.kind)),
    }
}

/// The periods that are missing between the first and the last of a flow, where its periods follow each other.
pub fn gaps(flow: &FlowDraft) -> Vec<Period> {
    let mut gaps = Vec::new();
    let mut kinds: Vec<_> = flow.figures.iter().map(|figure| figure.period.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds.into_iter().filter(|kind| kind.is_regular()) {
        let own: Vec<Period> =
            flow.figures.iter().map(|figure| figure.period).filter(|period| period.kind() == kind).collect();
        for pair in own.windows(2) {
            let [one, other] = pair else { continue };
            let mut next = one.next();
            while let Some(period) = next.filter(|period| period < other && gaps.len() < TOLD) {
                gaps.push(period);
                next = period.next();
            }
        }
    }
    gaps
}
