//! Figures that are of the same by all that is known of them, and stand in rows that differ in columns of which nothing is
//! known: adjusted and not, growth and level. Which of them is meant is asked; the last row does not win.

use std::collections::BTreeSet;

use ahash::AHashMap;

use super::gather::{APART, Gathered, RawFlow};
use crate::briefing::{Message, Value, scaled};
use crate::import::ImportError;
use crate::message;

/// Refuses a table with different figures for the same that only columns of some heads tell apart. Says which of these
/// differ without that.
pub fn told_apart(file: &str, heads: &[String], gathered: &Gathered) -> Result<Option<Message>, ImportError> {
    let kinds = kinds(&gathered.flows);
    let (mut differing, mut parting) = (vec![false; heads.len()], vec![false; heads.len()]);
    let mut figures: Vec<_> = gathered
        .figures
        .iter()
        .filter_map(|figure| {
            let kind = kinds.get(figure.flow as usize).copied().flatten()?;
            Some((kind, figure.period, figure.flow, figure))
        })
        .collect();
    figures.sort_by_key(|(kind, period, flow, _)| (*kind, *period, *flow));
    let cells = |flow: u32| gathered.flows.get(flow as usize).map_or("", |flow| &flow.apart).split(APART);
    for pair in figures.windows(2) {
        let [(kind, period, flow, one), (other_kind, other_period, other_flow, other)] = pair else { continue };
        if kind != other_kind || flow == other_flow {
            continue;
        }
        let power = |flow: u32| gathered.flows.get(flow as usize).map_or(0, |flow| flow.unit.power);
        let ones = |figure: &super::gather::RawFigure| scaled(figure.value, power(figure.flow));
        let is_conflict = period == other_period && ones(one) != ones(other);
        for (at, (here, there)) in cells(*flow).zip(cells(*other_flow)).enumerate().filter(|(_, (one, two))| one != two)
        {
            let told = if is_conflict { &mut parting } else { &mut differing };
            if let Some(told) = told.get_mut(at).filter(|_| here != there) {
                *told = true;
            }
        }
    }
    let told = |marked: &[bool]| -> Vec<(String, BTreeSet<String>)> {
        /// As many as anyone reads.
        const TOLD: usize = 12;
        let all = heads.iter().zip(marked).enumerate().filter(|(_, (_, marked))| **marked);
        all.map(|(at, (head, _))| {
            let mut values = BTreeSet::new();
            for flow in &gathered.flows {
                if let Some(cell) = flow.apart.split(APART).nth(at).filter(|_| values.len() < TOLD) {
                    values.insert(cell.to_owned());
                }
            }
            (head.clone(), values)
        })
        .collect()
    };
    let list = |told: &[(String, BTreeSet<String>)]| {
        let one = |(head, values): &(String, BTreeSet<String>)| {
            Value::from(message!(import::parted_column, head = head, values = Value::list(values.iter().cloned())))
        };
        Value::List(told.iter().map(one).collect())
    };
    let parts = told(&parting);
    if let Some((head, values)) = parts.first() {
        let value = values.iter().find(|value| !value.is_empty()).cloned().unwrap_or_default();
        let (what, head) = (message!(import::parted, columns = list(&parts)), head.clone());
        return Err(ImportError::of_file(file, what, message!(import::parted_remedy, head = head, value = value)));
    }
    let along = told(&differing);
    Ok((!along.is_empty()).then(|| message!(import::parted_along, columns = list(&along))))
}

/// The number of all that is known of each flow; none where no other is known by the same.
fn kinds(flows: &[RawFlow]) -> Vec<Option<usize>> {
    let mut numbers = AHashMap::new();
    let (mut kinds, mut counts): (Vec<usize>, Vec<usize>) = (Vec::with_capacity(flows.len()), Vec::new());
    for flow in flows {
        let RawFlow { reporter, partner, direction, label, product, valuation, unit, kind, called: _, apart: _ } = flow;
        let own = (reporter, partner, direction, label, product, valuation, kind, unit.kind());
        let number = *numbers.entry(own).or_insert(counts.len());
        match counts.get_mut(number) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
        kinds.push(number);
    }
    kinds.into_iter().map(|number| (counts.get(number) > Some(&1)).then_some(number)).collect()
}
