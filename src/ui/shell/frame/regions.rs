//! The parts of the window, from one to the next by a key: top bar, tabs, page, inspector, status bar.

use egui::{Context, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use crate::briefing::Message;
use crate::label;
use crate::ui::theme::tokens_of;
use crate::ui::widgets::follow_focus;
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
    /// The chart on it.
    Chart,
    /// The table on it.
    Table,
    /// What is selected.
    Inspector,
    /// What is open, and how far it is known.
    Status,
}

/// Those that were drawn, in their order, each with where it stands.
type Drawn = Vec<(Region, Rect)>;

impl Region {
    /// What it is called.
    pub const fn name(self) -> Message {
        match self {
            Self::Bar => label!(shell::region_bar),
            Self::Tabs => label!(shell::region_tabs),
            Self::Page => label!(shell::region_page),
            Self::Chart => label!(shell::region_chart),
            Self::Table => label!(shell::region_table),
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
    region_at(ui, words, region, ui.max_rect());
}

/// The same of a part that is not all that is drawn there. It is brought into view as it is gone to.
pub fn region_at(ui: &Ui, words: &Words, region: Region, rect: Rect) {
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
    follow_focus(ui, &response, rect);
    let ring = Stroke::new(2.0, tokens_of(ui).accent);
    ui.ctx().layer_painter(ui.layer_id()).rect_stroke(rect.shrink(1.0), 0.0, ring, StrokeKind::Inside);
}

/// Whether a part of the window has the keyboard itself, and nothing in it.
pub fn is_at_one(ctx: &Context) -> bool {
    let drawn: Drawn = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
    ctx.memory(|memory| drawn.iter().any(|(region, _)| memory.has_focus(region.id())))
}

/// Gives the keyboard to the part of the window in which something stood that had it and is gone.
pub fn take_over(ctx: &Context, stood: Rect) {
    let drawn: Drawn = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
    // The smallest of them: the inspector may lie over the page, and a chart is a part of it.
    let around = drawn.iter().filter(|(_, rect)| rect.contains(stood.center()));
    let around = around.min_by(|(_, one), (_, other)| one.area().total_cmp(&other.area()));
    if let Some((region, _)) = around {
        ctx.memory_mut(|memory| memory.request_focus(region.id()));
        ctx.request_repaint();
    }
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
            // The inspector may lie over the page, and a chart or a table is a part of it.
            let around = drawn.iter().enumerate().filter(|(_, (_, region))| region.contains(rect.center()));
            around.min_by(|(_, (_, one)), (_, (_, other))| one.area().total_cmp(&other.area())).map(|(at, _)| at)
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
