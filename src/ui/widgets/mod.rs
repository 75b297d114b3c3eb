//! The pieces every tab is made of.

mod button;
mod check_row;
mod choice_menu;
mod dialog;
mod filter_chip;
mod flag;
mod focus;
pub mod grid;
mod heights;
mod icon;
mod lasting;
mod page;
mod row;
mod scroll;
mod search_field;
mod section;
mod segment;
mod tall_list;
mod tall_menu;

pub use button::{button, icon_button, icon_button_with, quiet_button};
pub use check_row::{check_row, check_row_with};
pub use choice_menu::choice_menu;
pub use dialog::dialog;
pub use filter_chip::filter_chip;
pub use flag::{flag, paint_flag};
pub use focus::focus_ring;
pub use icon::Icon;
pub use lasting::{Lasting, lasting_mesh};
pub use page::page;
pub use row::{choosable_row, paint_linked, paint_row, within};
pub use scroll::{Scrolled, scroll};
pub use search_field::{SearchTexts, search_field};
pub use section::{as_heading, control_row, fact_row, hairline, heading, labelled_row, section_head, section_rule};
pub use segment::segments;
pub use tall_list::{Needed, Placed, TallList};
pub use tall_menu::tall_menu;
