//! What was traded: one projection, [`TradeView`], behind chart, table, sentence and file.
//!
//! ```text
//! Series -> Figures --(TradeQuery: measure, layer, range, order)--> TradeView
//! Measure -> Rows: each a name, a quantity, and how a value follows from the Ledger of figures
//! ```
//!
//! All arithmetic is exact decimal; rounding happens where a figure is written.

pub mod bars;
pub mod basis;
mod beside;
pub mod chart;
mod claims;
mod figures;
mod flows;
mod formula;
mod headline;
mod layer;
mod ledger;
mod line;
pub mod magnitude;
mod measure;
mod measures;
mod note;
mod point;
mod projection;
pub mod pyramid;
mod quantity;
mod query;
mod row;
pub mod rows;
#[cfg(test)]
pub mod sample;
mod scale;
mod sentence;
mod span;
mod standing;
mod view;

pub use beside::{Beside, SeriesFigures, agrees, neighbours};
pub use chart::ChartKind;
pub use claims::{Forecast, claims_about, claims_of_columns, forecasts};
pub use figures::{Figure, Figures, PeriodFigures};
pub use flows::{Flows, Total, flow, observations, total_name};
pub use formula::{Computed, balance, compound_growth, growth, index, share, sum};
pub use headline::{Headline, KeyFigure, headline};
pub use layer::Layer;
pub use ledger::Ledger;
pub use line::Line;
pub use magnitude::places;
pub use measure::{Axis, Meaning, Measure, MeasureSpec, Stacking};
#[cfg(test)]
pub use measures::measure;
pub use note::{Note, notes};
pub use point::{Part, Point};
pub use projection::{view, view_beside};
pub use quantity::{Counted, Quantity};
pub use query::{Order, TradeQuery};
pub use row::{Each, Row, RowMark, RowSpec};
pub use scale::{Scale, float};
pub use sentence::sentence;
pub use span::{Span, span};
pub use standing::{Standing, is_printed};
pub use view::TradeView;
