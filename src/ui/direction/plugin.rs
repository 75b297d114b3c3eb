//! What stands between all that is painted and the screen.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::epaint::text::FontsView;
use egui::layers::ShapeIdx;
use egui::{Context, Galley, LayerId, Plugin, Shape, Ui};

use super::ordered::{mark, ordered, selection};
use crate::words::direction::turns;

/// Puts what is painted in the order in which it is seen. What is in order already, or runs from left to right, stays as
/// it is.
#[derive(Debug, Default)]
pub struct Direction {
    /// The texts of the last frame, each by the address of what egui made of it.
    known: HashMap<usize, Known>,
}

/// A text in order.
#[derive(Debug)]
struct Known {
    /// What egui made of it, kept so that nothing else comes to lie at its address.
    source: Arc<Galley>,
    shown: Arc<Galley>,
    used: bool,
}

impl Direction {
    /// A text in the order in which it is seen; none where it is nothing.
    pub(super) fn shown(&mut self, fonts: &mut FontsView<'_>, source: &Arc<Galley>) -> Option<Arc<Galley>> {
        let address = Arc::as_ptr(source).addr();
        if let Some(known) = self.known.get_mut(&address).filter(|known| Arc::ptr_eq(&known.source, source)) {
            known.used = true;
            return Some(Arc::clone(&known.shown));
        }
        let mut galley = ordered(fonts, source)?;
        if let Some(color) = selection(source) {
            mark(&mut galley, color);
        }
        let shown = Arc::new(galley);
        self.known.insert(address, Known { source: Arc::clone(source), shown: Arc::clone(&shown), used: true });
        Some(shown)
    }

    /// Whether a text is one that was put in order.
    fn is_shown(&self, galley: &Galley) -> bool {
        self.known.values().any(|known| Arc::ptr_eq(&known.shown.job, &galley.job))
    }

    /// The texts in a layer that are not in order, each by the shape that it is in.
    fn unordered(&self, ctx: &Context, layer: LayerId) -> Vec<(ShapeIdx, Vec<Arc<Galley>>)> {
        ctx.graphics(|graphics| {
            let Some(list) = graphics.get(layer) else { return Vec::new() };
            let shapes = list.all_entries().enumerate().filter_map(|(index, clipped)| {
                let mut found = Vec::new();
                self.gather(&clipped.shape, &mut found);
                (!found.is_empty()).then_some((ShapeIdx(index), found))
            });
            shapes.collect()
        })
    }

    fn gather(&self, shape: &Shape, found: &mut Vec<Arc<Galley>>) {
        match shape {
            Shape::Text(text) if turns(text.galley.text()) && !self.is_shown(&text.galley) => {
                found.push(Arc::clone(&text.galley));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.gather(shape, found)),
            _ => {}
        }
    }
}

impl Plugin for Direction {
    fn debug_name(&self) -> &'static str {
        "direction"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let layers = ctx.memory(|memory| memory.layer_ids().collect::<Vec<_>>());
        for layer in layers.into_iter().chain([LayerId::background()]) {
            for (shape, galleys) in self.unordered(&ctx, layer) {
                let shown: Vec<(Arc<Galley>, Arc<Galley>)> = galleys
                    .into_iter()
                    .filter_map(|source| {
                        let shown = ctx.fonts_mut(|fonts| self.shown(fonts, &source))?;
                        Some((source, shown))
                    })
                    .collect();
                ctx.graphics_mut(|graphics| {
                    if let Some(list) = graphics.get_mut(layer) {
                        list.mutate_shape(shape, |clipped| replace(&mut clipped.shape, &shown));
                    }
                });
            }
        }
        self.known.retain(|_, known| std::mem::take(&mut known.used));
    }
}

/// Puts in the place of each text what is shown of it.
fn replace(shape: &mut Shape, shown: &[(Arc<Galley>, Arc<Galley>)]) {
    match shape {
        Shape::Text(TextShape { galley, .. }) => {
            if let Some((_, shown)) = shown.iter().find(|(source, _)| Arc::ptr_eq(source, galley)) {
                *galley = Arc::clone(shown);
            }
        }
        Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| replace(shape, shown)),
        _ => {}
    }
}
