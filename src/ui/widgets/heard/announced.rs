//! What is said without its standing anywhere: that a filter left four of twenty-six, by what a table is sorted now.

use std::fmt;
use std::hash::Hash;

use egui::accesskit::{Live, Role};
use egui::{Context, Id, Ui};

/// What was said of late.
#[derive(Clone, Debug, Default)]
struct Announced {
    /// How many there were, of which the next is told apart by its number.
    count: u64,
    /// Those that are still in the tree, each with its number and its frame.
    said: Vec<(u64, String, u64)>,
}

/// Has a screen reader say something.
fn announce(ctx: &Context, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let announced: &mut Announced = data.get_temp_mut_or_default(list());
        announced.count += 1;
        announced.said.push((announced.count, text.to_owned(), frame));
    });
}

/// Has a screen reader say what became of something as soon as that changes while it is shown; what it is at first is read
/// where it stands. `what` tells it apart from all else.
pub fn announce_change(ui: &Ui, what: impl Hash + fmt::Debug, text: &str) {
    let (id, frame) = (Id::unique(("announced", what)), ui.ctx().cumulative_frame_nr());
    let before: Option<(String, u64)> = ui.data(|data| data.get_temp(id));
    let is_new = match &before {
        Some((said, _)) if said == text => false,
        // Where it was not shown in the last frame the reader comes upon it.
        Some((_, drawn)) => drawn + 1 >= frame,
        None => false,
    };
    if is_new {
        announce(ui.ctx(), text);
    }
    ui.data_mut(|data| data.insert_temp(id, (text.to_owned(), frame)));
}

/// Puts what was announced into the tree, at the end of a frame and for no longer than the next.
pub fn announced_ui(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    let said = ctx.data_mut(|data| {
        let announced: &mut Announced = data.get_temp_mut_or_default(list());
        announced.said.retain(|(_, _, at)| at + 1 >= frame);
        announced.said.clone()
    });
    for (number, text, _) in said {
        // A node of its own for each: the same may be said twice.
        ctx.accesskit_node_builder(list().with(number), |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.set_label(text);
        });
    }
}

fn list() -> Id {
    Id::unique("announcements")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use egui_kittest::Harness;
    use egui_kittest::kittest::NodeT as _;

    use super::{announce_change, announced_ui};

    #[test]
    fn a_change_is_said_once_and_what_stands_there_at_first_is_not() {
        let (left, shown) = (Cell::new(26), Cell::new(true));
        let mut harness = Harness::builder().build_ui(|ui| {
            if shown.get() {
                announce_change(ui, "left", &format!("{} left", left.get()));
            }
            announced_ui(ui.ctx());
        });
        let said = |harness: &Harness<'_>| -> Vec<String> {
            let all = harness.root();
            let labels = all.children_recursive().filter_map(|node| node.accesskit_node().label());
            labels.filter(|label| label.ends_with("left")).collect()
        };
        assert_eq!(said(&harness), [""; 0], "at first");
        left.set(4);
        harness.step();
        assert_eq!(said(&harness), ["4 left"]);
        harness.step();
        harness.step();
        assert_eq!(said(&harness), [""; 0], "it has been said");
        shown.set(false);
        harness.step();
        harness.step();
        left.set(7);
        shown.set(true);
        harness.step();
        assert_eq!(said(&harness), [""; 0], "shown anew it is read where it stands");
    }
}
