//! What stands around every tab: top bar, tab strip and status bar.

mod status_bar;
mod tab_strip;
mod top_bar;

pub use status_bar::ui as status_bar_ui;
pub use tab_strip::ui as tab_strip_ui;
pub use top_bar::ui as top_bar_ui;
