//! The pieces every tab is made of.

mod button;
mod chip;
mod claim_row;
mod flag;
mod focus;
mod icon;
mod mark;
mod row;
mod section;
mod segment;
mod status_shape;

pub use button::{button, icon_button, quiet_button};
pub use chip::{citation_chip, citations_ui, locator_text};
pub use claim_row::claim_row;
pub use flag::{flag, paint_flag};
pub use focus::focus_ring;
pub use icon::Icon;
pub use mark::{verdict_label, verdict_mark};
pub use row::{choosable_row, within};
pub use section::{control_row, fact_row, hairline, heading, section_head};
pub use segment::segments;
pub use status_shape::{StatusLook, status_shape};
