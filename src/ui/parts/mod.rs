//! The pieces that know a briefing or what can be done with it: marks, chips, the rows of claims and findings, heads that
//! are found, actions.

mod action;
mod chip;
mod claim_row;
mod copy_menu;
mod document_line;
mod finding_row;
mod found_head;
mod mark;
mod mark_filter;

pub use action::{action_icon, action_toggle, menu_action, offers_menu};
pub use chip::{
    chip_width, chips_ui, citation_chip, citations_ui, count_width, row_citations_ui, row_count_ui, widest_chip,
};
pub use claim_row::claim_row;
pub use copy_menu::copy_menu;
pub use document_line::{document_ui, scope_line_ui};
pub use finding_row::{FindingText, finding_row};
pub use found_head::found_head;
pub use mark::{mark, paint_mark, status_shape, verdict_label};
pub use mark_filter::mark_filter;
