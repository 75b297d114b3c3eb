//! What a series of the briefing holds, asked by the part that a flow plays.

use crate::briefing::{Briefing, Flow, FlowRole, Message, Observation, Period, Series, Value};
use crate::message;

/// The flow of a series that plays a part.
pub fn flow(series: &Series, role: FlowRole) -> Option<&Flow> {
    series.flows.iter().find(|flow| flow.role == role)
}

/// The name of the flow that plays a part; nothing where the series has none.
pub fn flow_name(series: &Series, role: FlowRole) -> &str {
    flow(series, role).map_or("", |flow| flow.name.as_str())
}

/// Whether the document prints a value. What was derived is no figure of the document, even where it is derived from
/// one.
pub fn is_printed(briefing: &Briefing, observation: &Observation) -> bool {
    observation.formula.is_none() && observation.citations.iter().any(|citation| briefing.is_document(citation))
}

/// The values of one flow and period in all sources, in the order of the series.
pub fn observations(series: &Series, role: FlowRole, period: Period) -> Vec<&Observation> {
    let Some(flow) = flow(series, role) else { return Vec::new() };
    series.observations.iter().filter(|o| o.flow == flow.id && o.period == period).collect()
}

/// The name of the flow that plays a part, as it stands in a message.
pub fn flow_value(series: &Series, role: FlowRole) -> Value {
    flow_name(series, role).to_owned().into()
}

/// The unit of a series' values and the prices they are at: `US$ bn, current prices`.
pub fn money(series: &Series) -> Message {
    let unit = &series.unit;
    message!(figures::money, sign = &unit.sign, scale = &unit.scale, prices = &unit.prices)
}
