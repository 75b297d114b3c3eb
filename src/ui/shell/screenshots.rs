//! A picture of each tab in both themes, taken from the real window.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use egui::{ColorImage, ThemePreference, Ui, ViewportCommand};

use super::app::App;
use super::desk::{Command, TabKey};
use super::preferences::Preferences;
use super::window::{self, WindowError};
use crate::briefing::{Briefing, Value};
use crate::export::file::{self, WriteError};
use crate::message;
use crate::ui::tabs::TABS;
use crate::words::Words;

/// Frames drawn before a picture is taken, so that fonts, icons and sizes have settled.
const SETTLING_FRAMES: u32 = 6;

/// Why there are no pictures.
#[derive(Debug)]
pub enum ScreenshotError {
    /// There is no window to take them of.
    Window(WindowError),
    /// The folder could not be made, or a picture of it not be drawn.
    Make {
        /// The picture or the folder.
        path: PathBuf,
        /// Why not, as the system says.
        reason: Value,
    },
    /// A picture could not be written.
    Write(WriteError),
    /// The window was closed before all were taken.
    Closed,
}

impl ScreenshotError {
    /// Why not, and what to do.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::Window(err) => err.said(words),
            Self::Make { path, reason } => {
                words.say(&message!(command_line::not_made, path = path.display().to_string(), reason = reason.clone()))
            }
            Self::Write(err) => words.say(&err.message()),
            Self::Closed => words.say(&message!(command_line::window_closed)),
        }
    }
}

impl From<WindowError> for ScreenshotError {
    fn from(err: WindowError) -> Self {
        Self::Window(err)
    }
}

impl From<WriteError> for ScreenshotError {
    fn from(err: WriteError) -> Self {
        Self::Write(err)
    }
}

/// Opens the window, walks every tab in both themes, saves a PNG of each as `TAB-THEME.png` and leaves. Returns the
/// files written.
///
/// # Errors
/// Where there is no display, where the folder cannot be written to, or where the window is closed before the end.
pub fn take(briefing: Briefing, folder: &Path) -> Result<Vec<PathBuf>, ScreenshotError> {
    window::require_display()?;
    std::fs::create_dir_all(folder)
        .map_err(|err| ScreenshotError::Make { path: folder.to_owned(), reason: Value::from(&err) })?;
    let (sender, pictures) = channel();
    let (folder, steps) = (folder.to_owned(), steps(&briefing));
    let wanted = steps.len();
    // What a reader chose and how large their window is stay out of these pictures.
    window::run(window::options("Briefing Desk"), |_| {
        move |ctx: &egui::Context| {
            let briefing = Arc::new(briefing);
            let app = App::with_preferences(ctx, Arc::clone(&briefing), Preferences::default());
            Ok(Box::new(Walk { app, briefing, folder, sender, steps, next: 0, frames: 0, picture: None }))
        }
    })?;
    let written: Vec<PathBuf> = pictures.into_iter().collect::<Result<_, _>>()?;
    if written.len() < wanted { Err(ScreenshotError::Closed) } else { Ok(written) }
}

/// Each tab that the briefing has something for, in each theme.
fn steps(briefing: &Briefing) -> Vec<(TabKey, ThemePreference, &'static str)> {
    let themes = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];
    let there = TABS.iter().filter(|tab| (tab.is_there)(briefing)).map(|tab| tab.key);
    there.flat_map(|tab| themes.map(|(theme, name)| (tab, theme, name))).collect()
}

/// The application, walked through by itself.
struct Walk {
    app: App,
    briefing: Arc<Briefing>,
    folder: PathBuf,
    sender: Sender<Result<PathBuf, ScreenshotError>>,
    steps: Vec<(TabKey, ThemePreference, &'static str)>,
    next: usize,
    frames: u32,
    /// Where the picture that was asked for will arrive.
    picture: Option<Receiver<Arc<ColorImage>>>,
}

impl eframe::App for Walk {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let Some((tab, theme, name)) = self.steps.get(self.next).copied() else {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        };
        if self.frames == 0 {
            let preferences = Preferences { theme, tab, ..Preferences::default() };
            self.app = App::with_preferences(&ctx, Arc::clone(&self.briefing), preferences);
            if let Some(selection) = self.app.example() {
                self.app.run(&ctx, Command::Select(selection));
            }
        }
        self.app.ui(ui, frame);
        self.frames += 1;
        if self.frames > SETTLING_FRAMES && self.picture.is_none() {
            let (sender, picture) = channel();
            ctx.request_screenshot(move |image| {
                sender.send(image).ok();
            });
            self.picture = Some(picture);
        }
        if let Some(image) = self.picture.as_ref().and_then(|picture| picture.try_recv().ok()) {
            let result = write(&image, &self.folder.join(format!("{}-{name}.png", tab.as_str())));
            self.next = if result.is_ok() { self.next + 1 } else { usize::MAX };
            self.sender.send(result).ok();
            (self.frames, self.picture) = (0, None);
        }
        ctx.request_repaint();
    }

    /// A pointer that happens to rest on the window must not show in its picture.
    fn raw_input_hook(&mut self, _: &egui::Context, raw_input: &mut egui::RawInput) {
        raw_input.events.retain(|event| !matches!(event, egui::Event::PointerMoved(_)));
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

fn write(picture: &ColorImage, path: &Path) -> Result<PathBuf, ScreenshotError> {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let pixels: Vec<u8> = picture.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let mut png = Vec::new();
    // Flat colours are smallest without a filter.
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::NoFilter)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .map_err(|err| ScreenshotError::Make { path: path.to_owned(), reason: err.to_string().into() })?;
    file::write(path, &png)?;
    Ok(path.to_owned())
}
