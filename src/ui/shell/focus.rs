//! Where the keyboard is: it comes back from a dialog to what opened it, and it is not lost where what had it is gone or
//! Escape was pressed.

use egui::{Context, Id, Key, Rect};

use super::frame::regions;

/// Where the keyboard was.
#[derive(Debug, Default)]
pub struct Keeper {
    /// What had it at the end of the last frame, where that stood, and whether it was a field that is typed into.
    last: Option<(Id, Rect, bool)>,
    /// What had it before the dialog was opened that is open.
    before: Option<Id>,
    /// Whether a dialog was open at the end of the last frame.
    in_dialog: bool,
}

impl Keeper {
    /// Takes back, at the start of a frame, what Escape took: only a field is left by it, for the part of the window that it
    /// stands in. What closes by Escape gives the keyboard on by itself.
    pub fn begin(&self, ctx: &Context) {
        let escaped = ctx.input(|input| input.key_pressed(Key::Escape));
        let (Some((id, stood, is_field)), true, false) = (self.last, escaped, self.in_dialog) else { return };
        if ctx.memory(|memory| memory.focused().is_some()) {
            return;
        }
        if is_field {
            regions::take_over(ctx, stood);
        } else {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// What has the keyboard before something is done, to be remembered where that opens a dialog.
    pub fn now(ctx: &Context) -> Option<Id> {
        ctx.memory(egui::Memory::focused)
    }

    /// Looks, at the end of a frame, at what was done in it: `asked_from` had the keyboard before that.
    pub fn end(&mut self, ctx: &Context, asked_from: Option<Id>, in_dialog: bool) {
        let now = ctx.memory(egui::Memory::focused);
        match (self.in_dialog, in_dialog) {
            (false, true) => self.before = asked_from,
            // Unless what was asked for in the dialog has it.
            (true, false) if now.is_none() || now == asked_from => {
                if let Some(before) = self.before.take() {
                    ctx.memory_mut(|memory| memory.request_focus(before));
                    ctx.request_repaint();
                }
            }
            _ => {}
        }
        let clicked = ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
        if let (Some((id, stood, _)), None, false, false) = (self.last, now, clicked, in_dialog || self.in_dialog) {
            // It is gone: a filter that was taken off, a row of another view.
            if ctx.read_response(id).is_none() {
                regions::take_over(ctx, stood);
            }
        }
        self.in_dialog = in_dialog;
        let now = ctx.memory(egui::Memory::focused);
        let is_field = ctx.text_edit_focused();
        if now != self.last.map(|(id, ..)| id) {
            // Which keys are its own it can say only once it has the keyboard, and the next key may be one of them.
            ctx.request_repaint();
        }
        self.last = now.and_then(|id| {
            let known = self.last.filter(|(last, ..)| *last == id).map(|(_, rect, _)| rect);
            let rect = ctx.read_response(id).map(|response| response.rect).or(known)?;
            Some((id, rect, is_field))
        });
    }
}
