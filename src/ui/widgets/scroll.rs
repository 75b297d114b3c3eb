//! What scrolls, each by a name, so that a reader who goes back finds it as it was left.

use std::collections::BTreeMap;

use egui::scroll_area::ScrollAreaOutput;
use egui::{Context, Id, ScrollArea, Ui, Vec2};

/// How far what scrolls is scrolled, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scrolled(BTreeMap<&'static str, Vec2>);

/// What is kept from frame to frame.
#[derive(Clone, Debug, Default)]
struct Kept {
    now: Scrolled,
    wanted: Scrolled,
    /// The last frame in which what is wanted is still wanted.
    until: u64,
}

impl Scrolled {
    /// How far all is scrolled that was drawn so far.
    pub fn now(ctx: &Context) -> Self {
        kept(ctx, |kept| kept.now.clone())
    }

    /// Scrolls all there again that is drawn next.
    pub fn restore(self, ctx: &Context) {
        let until = ctx.cumulative_frame_nr() + 2;
        kept(ctx, |kept| (kept.wanted, kept.until) = (self, until));
    }
}

/// Draws what scrolls.
pub fn scroll<R>(
    ui: &mut Ui,
    name: &'static str,
    area: ScrollArea,
    add: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    scroll_by(ui, name, area, |ui, area| area.show(ui, add))
}

/// Draws what scrolls with `show`, which is given the area where it has to be.
pub fn scroll_by<R>(
    ui: &mut Ui,
    name: &'static str,
    area: ScrollArea,
    show: impl FnOnce(&mut Ui, ScrollArea) -> ScrollAreaOutput<R>,
) -> ScrollAreaOutput<R> {
    let area = area.id_salt(name);
    let frame = ui.ctx().cumulative_frame_nr();
    let wanted = kept(ui.ctx(), |kept| kept.wanted.0.remove(name).filter(|_| frame <= kept.until));
    let area = match wanted {
        Some(offset) => area.scroll_offset(offset),
        None => area,
    };
    let shown = show(ui, area);
    kept(ui.ctx(), |kept| kept.now.0.insert(name, shown.state.clamped_offset()));
    shown
}

fn kept<R>(ctx: &Context, with: impl FnOnce(&mut Kept) -> R) -> R {
    ctx.data_mut(|data| with(data.get_temp_mut_or_default(Id::NULL)))
}
