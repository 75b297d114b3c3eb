//! A window's first drawing, made in memory on another thread while the system opens the window.
//!
//! Opening a display and its graphics waits for the system, and asks for nothing of ours. Shaping and rasterising the text
//! of a first page takes longer than all else that stands between then and the first word that can be read. Whatever it
//! leaves behind (glyphs, texts laid out, how high things turned out) is what the first frame on the screen finds.

use std::sync::mpsc::{Receiver, channel};

use egui::epaint::ImageDelta;
use egui::{Context, Pos2, RawInput, Rect, TextureId, ViewportCommand, ViewportId};

use super::app::App;
use super::settings::Settings;
use super::window::SIZE;
use crate::briefing::attempt::attempt;
use crate::briefing::cores;

/// The longest side in pixels of what is kept at the graphics card in one piece, where the card does not want it shorter.
/// Every one in use takes as much; were it known only from the card, the glyphs of the rehearsal would lie elsewhere than
/// those of the window.
pub(super) const TEXTURE_SIDE: usize = 8192;

/// A rehearsal that goes on.
pub(super) struct Rehearsal {
    done: Receiver<Result<Rehearsed, String>>,
}

struct Rehearsed {
    app: App,
    /// What the window's own painter has not got yet.
    textures: Vec<(TextureId, ImageDelta)>,
    /// What the window was asked for.
    commands: Vec<ViewportCommand>,
}

impl Rehearsal {
    /// Makes the application and draws it, in a window as large as it was or as one first opens.
    pub(super) fn start(ctx: &Context, create: impl FnOnce(&Context) -> App + Send + 'static) -> Self {
        let (sender, done) = channel();
        let ctx = ctx.clone();
        cores::start(move || {
            // Nobody waits any more where there is no window.
            let _ = sender.send(attempt(|| rehearsed(&ctx, create)));
        });
        Self { done }
    }

    /// Waits for the application, and hands what was drawn with to the window.
    ///
    /// # Errors
    /// What the application gave up with.
    pub(super) fn finish(self, ctx: &Context) -> Result<App, String> {
        let Rehearsed { app, textures, commands } = self.done.recv().map_err(|err| err.to_string())??;
        let manager = ctx.tex_manager();
        for (id, delta) in textures {
            manager.write().set(id, delta);
        }
        for command in commands {
            ctx.send_viewport_cmd(command);
        }
        ctx.set_zoom_factor(app.preferences().zoom);
        Ok(app)
    }
}

fn rehearsed(ctx: &Context, create: impl FnOnce(&Context) -> App) -> Rehearsed {
    let mut app = create(ctx);
    let size = app.settings.as_ref().and_then(Settings::window_size).unwrap_or(SIZE);
    let zoom = app.preferences().zoom;
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size / zoom)),
        max_texture_side: Some(TEXTURE_SIDE),
        focused: true,
        ..RawInput::default()
    };
    // The zoom itself is the window's, and would change the size that the system is asked for.
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(zoom);
    let mut output = ctx.run_ui(input, |ui| app.rehearse(ui));
    let set = std::mem::take(&mut output.textures_delta.set);
    let textures = set.into_iter().flat_map(|(id, deltas)| deltas.into_iter().map(move |delta| (id, delta))).collect();
    let root = output.viewport_output.get_mut(&ViewportId::ROOT);
    let commands = root.map(|root| std::mem::take(&mut root.commands)).unwrap_or_default();
    output.drop_without_applying_deltas();
    Rehearsed { app, textures, commands }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use egui::{Context, FullOutput, Pos2, RawInput, Rect, TextureId};

    use super::{Rehearsal, SIZE, TEXTURE_SIDE};
    use crate::briefing::Briefing;
    use crate::ui::shell::app::App;

    fn rehearsal(ctx: &Context) -> Rehearsal {
        let briefing = Arc::new(Briefing::bundled().expect("the bundled briefing loads"));
        Rehearsal::start(ctx, move |ctx| App::new(ctx, briefing, None, None))
    }

    /// The first frame in a window whose graphics have pieces of a size.
    fn drawn(ctx: &Context, app: &mut App, side: usize) -> FullOutput {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let mut input = RawInput { screen_rect, max_texture_side: Some(side), ..RawInput::default() };
        eframe::App::raw_input_hook(app, ctx, &mut input);
        let mut frame = eframe::Frame::_new_kittest();
        ctx.run_ui(input, |ui| eframe::App::ui(app, ui, &mut frame))
    }

    #[test]
    fn the_first_frame_finds_every_glyph_and_hands_them_to_the_painter() {
        for side in [TEXTURE_SIDE, 2 * TEXTURE_SIDE] {
            let ctx = Context::default();
            let mut app = rehearsal(&ctx).finish(&ctx).expect("the window opens");
            let output = drawn(&ctx, &mut app, side);
            let glyphs = &output.textures_delta.set[&TextureId::default()];
            assert!(glyphs.len() == 1 && glyphs[0].is_whole(), "{} pieces", glyphs.len());
            output.drop_without_applying_deltas();
        }
    }

    #[test]
    fn graphics_of_smaller_pieces_get_all_glyphs_too() {
        let ctx = Context::default();
        let mut app = rehearsal(&ctx).finish(&ctx).expect("the window opens");
        let output = drawn(&ctx, &mut app, 2048);
        let last = output.textures_delta.set[&TextureId::default()].last().expect("a piece");
        assert!(last.is_whole() && last.image.width() <= 2048, "{:?}", last.image.size());
        output.drop_without_applying_deltas();
    }

    #[test]
    fn what_gives_up_is_said() {
        let ctx = Context::default();
        let gives_up = |ctx: &Context| {
            let briefing = Briefing::open(Path::new("no such folder")).expect("a briefing");
            App::new(ctx, Arc::new(briefing), None, None)
        };
        let gave_up = Rehearsal::start(&ctx, gives_up).finish(&ctx);
        assert!(gave_up.is_err());
    }
}
