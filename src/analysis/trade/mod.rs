//! What was traded: one projection, [`TradeView`], behind chart, table, sentence and file.
//!
//! ```text
//! Series -> Figures --(TradeQuery: measure, layer, range, order)--> TradeView
//! ```
//!
//! All arithmetic is exact decimal; rounding happens where a figure is written.

pub mod bars;
pub mod chart;
mod claims;
mod figures;
pub mod fine;
mod formula;
mod note;
pub mod pyramid;
mod query;
mod rows;
mod scale;
mod sentence;
mod span;
mod view;

pub use chart::ChartKind;
pub use claims::{Forecast, claims_about, claims_of_years, forecasts};
pub use figures::{Figure, Figures, PartYear, Standing, Year};
pub use formula::{Computed, balance, compound_growth, growth, index, share};
pub use note::{Note, notes};
pub use query::{Layer, Measure, Order, Row, TradeQuery};
pub use scale::{Scale, float};
pub use sentence::sentence;
pub use span::{Headline, Span, headline, span};
pub use view::{Line, Measured, Part, Point, TradeView, view};

use crate::briefing::{Briefing, Flow, FlowRole, Observation, Period, Series};

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
