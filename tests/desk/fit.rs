//! Whether what is painted fits: nothing cut off at its side, nothing on something else.

use std::collections::BTreeSet;

use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape};
use egui::{Color32, Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

/// What covers whatever was painted before it is at least so large: a dialog, a menu, the inspector over the page.
const COVER: Vec2 = vec2(60.0, 24.0);

/// A line of a text as it is painted.
pub struct Run {
    /// The whole text.
    pub text: String,
    /// Where the line stands.
    pub rect: Rect,
    /// What of the window it may be seen in.
    pub clip: Rect,
    /// Whether its end is left out.
    pub elided: bool,
}

impl Run {
    /// What of it is in view.
    pub fn seen(&self) -> Rect {
        self.rect.intersect(self.clip)
    }
}

/// Every line of text that can be seen, in the order they are painted.
pub fn painted(harness: &Harness<'_, App>) -> Vec<Run> {
    let mut runs = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        gather(shape, *clip_rect, &mut runs);
    }
    runs
}

fn gather(shape: &Shape, clip: Rect, runs: &mut Vec<Run>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, runs)),
        Shape::Rect(filled) if filled.fill != Color32::TRANSPARENT => {
            let (cover, opaque) = (filled.rect.intersect(clip), filled.fill.a() == u8::MAX);
            // A dialog dims the window; what is under it is no longer read.
            let dims = cover.width() > 400.0 && cover.height() > 300.0;
            if dims || opaque && cover.width() >= COVER.x && cover.height() >= COVER.y {
                runs.retain(|run| !run.seen().intersects(cover));
            }
        }
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            // Row by row: the first may stand behind something else on its line.
            for row in text.galley.rows.iter().filter(|row| !row.text().trim().is_empty()) {
                let rect = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
                runs.push(Run { text: text.galley.text().to_owned(), rect, clip, elided: text.galley.elided });
            }
        }
        _ => {}
    }
}

/// What is said aloud.
pub fn heard(harness: &Harness<'_, App>) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut nodes = vec![harness.root()];
    while let Some(node) = nodes.pop() {
        let said = node.accesskit_node();
        // A file that is previewed is not for people alone, and egui says the letters of a run as often as they have
        // glyphs.
        if matches!(said.role(), Role::Document | Role::TextRun) {
            continue;
        }
        texts.extend([said.label(), said.value(), said.description()].into_iter().flatten());
        nodes.extend(node.children());
    }
    texts
}

/// What of the texts is cut off, left out or on something else. A text may end in an ellipsis where it `may_be_cut`, or
/// where a name has the whole of it, which the pointer and a screen reader find.
pub fn misfits(runs: &[Run], heard: &BTreeSet<String>, may_be_cut: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for run in runs {
        // What is scrolled away is not cut off; what is cut off by the side of its own column is.
        let seen = run.seen();
        if run.elided && !may_be_cut(&run.text) && !heard.iter().any(|text| text.contains(run.text.as_str())) {
            faults.push(format!("ends in an ellipsis: {:?}", run.text));
        } else if seen.is_positive() && run.rect.width() > seen.width() + 1.0 {
            faults.push(format!("cut off at the side: {:?}", run.text));
        }
    }
    // Sorted by their left ends, so that each is held only against those that reach as far.
    let mut order: Vec<&Run> = runs.iter().filter(|run| run.seen().is_positive()).collect();
    order.sort_by(|a, b| a.seen().left().total_cmp(&b.seen().left()));
    for (index, one) in order.iter().enumerate() {
        for other in order[index + 1..].iter().take_while(|other| other.seen().left() < one.seen().right()) {
            let both = one.seen().intersect(other.seen());
            if both.is_positive() && both.width() > 2.0 && both.height() > 3.0 {
                faults.push(format!("on each other: {:?} and {:?}", one.text, other.text));
            }
        }
    }
    faults.sort();
    faults.dedup();
    faults
}
