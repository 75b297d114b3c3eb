//! How figures were counted and what they are called, as far as a layer has it. That the document states it, the briefing
//! says; where nobody has looked, it is context.

use super::flows::money;
use super::layer::Layer;
use super::magnitude;
use crate::briefing::{Basis, Flow, Message, Series, Trade, Value};
use crate::message;

/// Whether a layer says something of how the figures were counted.
pub fn says(series: &Series, layer: Layer, basis: Basis) -> bool {
    layer == Layer::All || series.stated_basis.as_ref().is_some_and(|stated| stated.contains(&basis))
}

/// Something of how the figures were counted, where the layer says it and the briefing has it.
fn said<'a>(series: &Series, layer: Layer, basis: Basis, text: &'a str) -> Option<&'a str> {
    Some(text).filter(|text| !text.is_empty() && says(series, layer, basis))
}

/// Who counted.
pub fn reporter(series: &Series, layer: Layer) -> Option<&str> {
    said(series, layer, Basis::Reporter, &series.reporter)
}

/// How goods are valued.
pub fn valuation(series: &Series, layer: Layer) -> Option<&str> {
    said(series, layer, Basis::Valuation, &series.valuation)
}

/// How the goods of a flow are valued.
pub fn valuation_of_flow<'a>(series: &Series, layer: Layer, flow: &'a Flow) -> Option<&'a str> {
    said(series, layer, Basis::Valuation, flow.valuation.as_deref().unwrap_or_default())
}

/// At which prices.
pub fn prices(series: &Series, layer: Layer) -> Option<&str> {
    said(series, layer, Basis::Prices, &series.unit.prices)
}

/// The unit of the values, and the prices they are at where the layer has them: `US$ bn, current prices`.
pub fn unit(series: &Series, layer: Layer) -> Message {
    if prices(series, layer).is_some() { money(series) } else { magnitude::unit(&series.unit) }
}

/// The headline over the figures: what the briefing makes of all of them, and of the document's alone no more than their
/// subject.
pub fn headline(trade: &Trade, layer: Layer) -> &str {
    match layer {
        Layer::All => &trade.headline,
        Layer::Document => &trade.subject,
    }
}

/// How the figures were counted, in a sentence; nothing where the layer has nothing of it.
pub fn counted(series: &Series, layer: Layer) -> Option<Message> {
    let rest: Vec<Value> = [prices(series, layer), valuation(series, layer)]
        .into_iter()
        .flatten()
        .map(|text| text.to_owned().into())
        .collect();
    let rest = rest.into_iter().reduce(|first, next| message!(figures::basis_and, first = first, next = next).into());
    match (reporter(series, layer), rest) {
        (Some(reporter), Some(rest)) => Some(message!(figures::counted, reporter = reporter.to_owned(), basis = rest)),
        (Some(reporter), None) => Some(message!(figures::counted_by, reporter = reporter.to_owned())),
        (None, Some(rest)) => Some(message!(figures::counted_at, basis = rest)),
        (None, None) => None,
    }
}
