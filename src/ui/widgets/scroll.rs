//! What scrolls, each by a name, so that a reader who goes back finds it as it was left.

use std::borrow::Cow;
use std::collections::BTreeMap;

use egui::scroll_area::ScrollAreaOutput;
use egui::{Context, Id, ScrollArea, Ui, Vec2};
use serde::{Deserialize, Serialize};

/// How far what scrolls is scrolled, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scrolled(BTreeMap<Cow<'static, str>, Vec2>);

/// What is kept from frame to frame.
#[derive(Clone, Debug, Default)]
struct Kept {
    now: Scrolled,
    wanted: Scrolled,
    /// The last frame in which what is wanted is still wanted.
    until: u64,
    /// By how many of its own heights something is to be scrolled, and the frame in which that was asked for.
    pages: Option<(f32, u64)>,
}

impl Scrolled {
    /// How far all is scrolled that was drawn so far.
    pub fn now(ctx: &Context) -> Self {
        kept(ctx, |kept| kept.now.clone())
    }

    /// Scrolls by so many pages, infinitely many being to an end: what the pointer is over, else the first that can be.
    pub fn by_pages(ctx: &Context, pages: f32) {
        let frame = ctx.cumulative_frame_nr();
        kept(ctx, |kept| kept.pages = Some((pages, frame)));
        ctx.request_repaint();
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
    turn(ui, name, &shown);
    kept(ui.ctx(), |kept| kept.now.0.insert(name.into(), shown.state.clamped_offset()));
    shown
}

/// Scrolls by pages, where that is asked for and this is where: in the frame of the key only what the pointer is over.
fn turn<R>(ui: &Ui, name: &'static str, shown: &ScrollAreaOutput<R>) {
    /// What of a page is seen again on the next.
    const AGAIN: f32 = 40.0;
    let (room, all) = (shown.inner_rect.height(), shown.content_size.y);
    let Some((pages, asked)) = kept(ui.ctx(), |kept| kept.pages) else { return };
    let waits = ui.ctx().cumulative_frame_nr() == asked && !ui.rect_contains_pointer(shown.inner_rect);
    if all <= room + 1.0 || waits {
        return;
    }
    let mut offset = shown.state.clamped_offset();
    offset.y = (offset.y + pages * (room - AGAIN).max(room / 2.0)).clamp(0.0, all - room);
    let until = ui.ctx().cumulative_frame_nr() + 2;
    kept(ui.ctx(), |kept| {
        kept.pages = None;
        kept.wanted.0.insert(name.into(), offset);
        kept.until = until;
    });
    ui.ctx().request_repaint();
}

fn kept<R>(ctx: &Context, with: impl FnOnce(&mut Kept) -> R) -> R {
    ctx.data_mut(|data| with(data.get_temp_mut_or_default(Id::NULL)))
}
