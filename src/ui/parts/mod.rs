//! The pieces that know a briefing: marks, chips, and the rows of claims and findings.

mod chip;
mod claim_row;
mod mark;
mod mark_filter;
mod status_shape;

pub use chip::{citation_chip, citations_ui, row_citations_ui};
pub use claim_row::claim_row;
pub use mark::{Mark, mark, paint_mark, verdict_label};
pub use mark_filter::mark_filter;
pub use status_shape::{StatusLook, status_shape};
