//! The parts of the window, from one to the next by a key: top bar, tabs, page, inspector, status bar.

use egui::{Context, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use crate::briefing::Message;
use crate::label;
use crate::ui::theme::tokens_of;
use crate::words::Words;

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// What concerns the whole window.
    Bar,
    /// The tabs.
    Tabs,
    /// The open tab.
    Page,
    /// What is selected.
    Inspector,
    /// What is open, and how far it is known.
    Status,
}

/// Those that were drawn, in their order, each with where it stands.
type Drawn = Vec<(Region, Rect)>;

impl Region {
    const fn name(self) -> Message {
        match self {
            Self::Bar => label!(shell::region_bar),
            Self::Tabs => label!(shell::region_tabs),
            Self::Page => label!(shell::region_page),
            Self::Inspector => label!(shell::region_inspector),
            Self::Status => label!(shell::region_status),
        }
    }

    fn id(self) -> Id {
        Id::unique(("region", self))
    }
}

/// Begins a part of the window. Gone to by its key it has the keyboard itself, as a place that a screen reader names; Tab
/// leads on to what stands in it.
pub fn region(ui: &Ui, words: &Words, region: Region) {
    let rect = ui.max_rect();
    ui.data_mut(|data| {
        let drawn: &mut Drawn = data.get_temp_mut_or_default(list());
        drawn.retain(|(other, _)| *other != region);
        drawn.push((region, rect));
        drawn.sort_by_key(|(region, _)| *region as usize);
    });
    if !ui.memory(|memory| memory.has_focus(region.id())) {
        return;
    }
    let response = ui.interact(rect, region.id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, words.say(&region.name())));
    let ring = Stroke::new(2.0, tokens_of(ui).accent);
    ui.ctx().layer_painter(ui.layer_id()).rect_stroke(rect.shrink(1.0), 0.0, ring, StrokeKind::Inside);
}

/// A part that is not drawn in this frame is none to go to.
pub fn without(ctx: &Context, region: Region) {
    ctx.data_mut(|data| {
        let drawn: &mut Drawn = data.get_temp_mut_or_default(list());
        drawn.retain(|(other, _)| *other != region);
    });
}

/// Gives the keyboard to the next part, or to the one before.
pub fn step(ctx: &Context, forward: bool) {
    let drawn: Drawn = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
    if drawn.is_empty() {
        return;
    }
    let at = ctx.memory(egui::Memory::focused).and_then(|id| {
        let own = drawn.iter().position(|(region, _)| region.id() == id);
        own.or_else(|| {
            let rect = ctx.read_response(id)?.rect;
            // The inspector may lie over the page.
            drawn.iter().enumerate().rev().find(|(_, (_, region))| region.contains(rect.center())).map(|(at, _)| at)
        })
    });
    let next = match (at, forward) {
        (Some(at), true) => (at + 1) % drawn.len(),
        (Some(at), false) => at.checked_sub(1).unwrap_or(drawn.len() - 1),
        // From nowhere to the page first, which is what a reader reads.
        (None, _) => drawn.iter().position(|(region, _)| *region == Region::Page).unwrap_or_default(),
    };
    if let Some((region, _)) = drawn.get(next) {
        ctx.memory_mut(|memory| memory.request_focus(region.id()));
        ctx.request_repaint();
    }
}

fn list() -> Id {
    Id::unique("regions")
}
