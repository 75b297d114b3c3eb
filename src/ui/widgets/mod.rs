//! The pieces every tab is made of.

mod at_right;
mod button;
mod check_row;
mod choice_menu;
mod control_rows;
mod dialog;
mod filter_chip;
mod flag;
mod focus;
pub mod grid;
pub mod heard;
mod heights;
mod icon;
mod lasting;
mod matches;
mod menu;
mod one_stop;
mod page;
mod row;
mod scroll;
mod search_field;
mod section;
mod segment;
mod tall_list;
mod tall_menu;
mod walked_list;

pub use at_right::{AtRight, at_right, text_at_right};
pub use button::{button, icon_button, icon_button_with, icon_toggle, quiet_button};
pub use check_row::{check_row, check_row_with};
pub use choice_menu::choice_menu;
pub use control_rows::ControlRows;
pub use dialog::{dialog, dialog_ui};
pub use filter_chip::filter_chip;
pub use flag::{flag, paint_emblem, paint_flag};
pub use focus::{focus_ring, follow_focus};
pub use icon::Icon;
pub use lasting::{Lasting, lasting_mesh};
pub use matches::Search;
pub use menu::{context_menu, lasting_menu, menu};
pub use one_stop::{OneStop, focus_asked, reachable, walked};
pub use page::page;
pub use row::{choosable_row, paint_linked, paint_row, within};
pub use scroll::{Scrolled, scroll};
pub use search_field::{SearchTexts, search_field};
pub use section::{
    as_heading, control_row, counted_heading, fact_row, hairline, heading, labelled_row, section_head, section_rule,
};
pub use segment::{segments, segments_or_menu};
pub use tall_list::{Needed, Placed, TallList};
pub use tall_menu::tall_menu;
pub use walked_list::{WalkedList, WalkedRow};
