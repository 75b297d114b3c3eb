//! Opening the window.

use std::path::Path;
use std::sync::Arc;

use egui::{IconData, ViewportBuilder};

use super::app::App;
use super::desk::Command;
use super::session::title;
use crate::briefing::{Briefing, LoadError};
use crate::export::fonts::installed::are_installed;
use crate::message;
use crate::ui::dialogs::open::Stamps;
use crate::words::Words;

/// The name under which the system knows the window and its settings.
const APP_ID: &str = "briefing-desk";

/// A folder up to this size in bytes is loaded before the window opens, a larger one in it.
const SOON: u64 = 16 << 20;

/// Why there is no window.
#[derive(Debug)]
pub enum WindowError {
    /// There is nothing to open it on.
    NoDisplay,
    /// The briefing cannot be loaded.
    Load(LoadError),
    /// The system's graphics refused it, as they say.
    Graphics(String),
}

impl WindowError {
    /// Why not, and what to do: a line, or of a briefing that cannot be loaded a line for each problem.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::NoDisplay => words.say(&message!(command_line::no_display)),
            Self::Load(err) => words.lines(err),
            Self::Graphics(reason) => words.say(&message!(command_line::no_graphics, reason = reason)),
        }
    }
}

impl From<LoadError> for WindowError {
    fn from(err: LoadError) -> Self {
        Self::Load(err)
    }
}

/// Opens the window over the briefing in a folder, or without one over the bundled one, and returns when the reader
/// closes it.
///
/// # Errors
/// Where the briefing cannot be loaded, where there is no display, or where its graphics cannot be used.
pub fn open(folder: Option<&Path>) -> Result<(), WindowError> {
    let Some(folder) = folder else {
        let briefing = Arc::new(Briefing::bundled()?);
        return run(options(&title(&briefing)), |creation| Box::new(App::new(creation, briefing, None)));
    };
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let stamps = Stamps::of(&folder);
    if stamps.bytes() > SOON {
        require_display()?;
        let briefing = Arc::new(Briefing::bundled()?);
        return run(options(&title(&briefing)), move |creation| {
            let mut app = App::new(creation, briefing, None);
            app.run(&creation.egui_ctx, Command::OpenFolder(folder));
            Box::new(app)
        });
    }
    // What is wrong with it is said where it was asked for, before any window opens.
    let briefing = Arc::new(Briefing::open(&folder)?);
    run(options(&title(&briefing)), |creation| Box::new(App::new(creation, briefing, Some((folder, stamps)))))
}

/// The window as it first opens.
pub(super) fn options(title: &str) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title(title)
        .with_app_id(APP_ID)
        .with_icon(icon())
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([640.0, 480.0]);
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        dithering: false,
        // Where there is none, asking for one would end the program.
        system_font_fallback: are_installed(),
        ..Default::default()
    }
}

/// Runs an application in a window until it is closed.
pub(super) fn run(
    options: eframe::NativeOptions,
    create: impl FnOnce(&eframe::CreationContext<'_>) -> Box<dyn eframe::App>,
) -> Result<(), WindowError> {
    require_display()?;
    eframe::run_native(APP_ID, options, Box::new(|creation| Ok(create(creation))))
        .map_err(|err| WindowError::Graphics(err.to_string()))
}

/// Whether there is anything to open a window on.
pub(super) fn require_display() -> Result<(), WindowError> {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    let display = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(named);
    if display || !cfg!(target_os = "linux") { Ok(()) } else { Err(WindowError::NoDisplay) }
}

fn icon() -> IconData {
    let png = include_bytes!("../../../assets/icon/briefing-desk-256.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}
