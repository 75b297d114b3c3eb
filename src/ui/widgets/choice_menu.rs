//! A choice of one among several that are too many, or too long, to stand side by side: a button with a menu.

use egui::Ui;

use super::{Icon, check_row, menu, quiet_button, tall_menu};

/// Draws the button, which says what is chosen, and, when it is pressed, the menu. `spoken` names the button for a screen
/// reader. What is not seen is not asked for its `name`. Returns the place of what was chosen instead.
pub fn choice_menu<T>(
    ui: &mut Ui,
    spoken: &str,
    options: &[T],
    chosen: usize,
    name: impl Fn(&T) -> String,
) -> Option<usize> {
    let opener = quiet_button(ui, Some(Icon::CaretDown), &options.get(chosen).map_or_else(String::new, &name));
    let opener = opener.on_hover_text(spoken);
    ui.ctx().accesskit_node_builder(opener.id, |node| node.set_description(spoken));
    let mut picked = None;
    menu(&opener, spoken, |ui| {
        ui.set_min_width(240.0);
        tall_menu(ui, "choices", options.len(), |ui, place| {
            let option = name(&options[place]);
            if check_row(ui, place == chosen, &option, &option) {
                picked = Some(place);
            }
        });
    });
    picked.filter(|place| *place != chosen)
}
