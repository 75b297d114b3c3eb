//! Opening the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, IconData, Vec2, ViewportBuilder};

use super::app::App;
use super::desk::Command;
use super::rehearsal::Rehearsal;
use super::session::title;
use super::settings::{self, Settings};
use crate::briefing::attempt::{attempt, without_folders};
use crate::briefing::{Briefing, LoadError};
use crate::export::link::Link;
use crate::message;
use crate::ui::dialogs::open::Stamps;
use crate::ui::theme;
use crate::words::Words;

/// The name under which the system knows the window and its settings.
pub(super) const APP_ID: &str = "briefing-desk";

/// How large a window first opens, in points.
pub(super) const SIZE: Vec2 = Vec2::new(1280.0, 800.0);

/// A folder up to this size in bytes is loaded before the window opens, a larger one in it.
const SOON: u64 = 16 << 20;

/// Why there is no window.
#[derive(Debug)]
pub enum WindowError {
    /// There is nothing to open it on.
    NoDisplay,
    /// The briefing cannot be loaded.
    Load(LoadError),
    /// What is named as one does not answer, for the reason that is said.
    Display(String),
    /// The scale that was asked for is none.
    Scale(String),
    /// The system's graphics refused it, as they say.
    Graphics(String),
    /// What keeps it open gave up, for the reason that it says: somebody else closed the window, or no thread was to be
    /// had.
    Lost(String),
}

impl WindowError {
    /// Why not, and what to do: a line, or of a briefing that cannot be loaded a line for each problem.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::NoDisplay => words.say(&message!(command_line::no_display)),
            Self::Load(err) => words.lines(err),
            Self::Display(reason) => words.say(&message!(command_line::display_silent, reason = reason)),
            Self::Scale(given) => {
                let (least, most) = (SCALES.start().to_string(), SCALES.end().to_string());
                words.say(&message!(
                    command_line::no_scale,
                    variable = SCALE,
                    given = given,
                    least = least,
                    most = most
                ))
            }
            Self::Lost(reason) => words.say(&message!(command_line::window_lost, reason = reason)),
            Self::Graphics(reason) => words.say(&message!(command_line::no_graphics, reason = reason)),
        }
    }
}

impl From<LoadError> for WindowError {
    fn from(err: LoadError) -> Self {
        Self::Load(err)
    }
}

/// Opens the window over the briefing in a folder, or without one over what was open last, else over the bundled one,
/// shows what a link says, and returns when the reader closes it.
///
/// # Errors
/// Where the briefing cannot be loaded, where there is no display, or where its graphics cannot be used.
pub fn open(folder: Option<&Path>, link: Option<Link>) -> Result<(), WindowError> {
    let show = |briefing: Briefing, opened: Option<(PathBuf, Stamps)>, then: Option<PathBuf>| {
        let options = kept(&title(&briefing));
        let create = move |ctx: &Context| {
            let mut app = App::new(ctx, Arc::new(briefing), opened, settings());
            if let Some(folder) = then {
                app.run(ctx, Command::OpenFolder(folder));
            }
            if let Some(link) = link {
                app.run(ctx, Command::Follow(link.to_string()));
            }
            app
        };
        run(options, move |ctx| {
            let rehearsal = Rehearsal::start(ctx, create);
            move |ctx: &Context| Ok(Box::new(rehearsal.finish(ctx)?))
        })
    };
    let is_asked_for = folder.is_some();
    let last = || Settings::path().and_then(|path| Settings::last_folder(&path));
    let Some(folder) = folder.map(ToOwned::to_owned).or_else(last) else {
        return show(Briefing::bundled()?, None, None);
    };
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let stamps = Stamps::of(&folder);
    if stamps.bytes() > SOON {
        require_display()?;
        return show(Briefing::bundled()?, None, Some(folder));
    }
    match Briefing::open(&folder) {
        Ok(briefing) => show(briefing, Some((folder, stamps)), None),
        // What is wrong with it is said where it was asked for, before any window opens.
        Err(err) if is_asked_for => Err(err.into()),
        // It was open last, and is gone or broken since: that is said over the bundled one.
        Err(_) => show(Briefing::bundled()?, None, Some(folder)),
    }
}

fn settings() -> Option<Settings> {
    Settings::path().map(|path| Settings::open(&path))
}

/// The window as it was left. What is read of the settings before there is a window is its size and place.
fn kept(title: &str) -> eframe::NativeOptions {
    eframe::NativeOptions { persistence_path: Settings::path().or_else(|| Some(PathBuf::new())), ..options(title) }
}

/// The window as it first opens.
pub(super) fn options(title: &str) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title(title)
        .with_app_id(APP_ID)
        .with_icon(icon())
        .with_inner_size(SIZE)
        .with_min_inner_size([640.0, 480.0]);
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        dithering: false,
        // What is remembered is kept by `Settings`, and what is not to be remembered is read from no file.
        persist_window: false,
        persistence_path: Some(PathBuf::new()),
        // Ours are those that pictures and documents are drawn with.
        system_font_fallback: false,
        ..Default::default()
    }
}

/// Runs an application in a window until it is closed: what is begun before the window is opened creates it once it is.
pub(super) fn run<Create: FnOnce(&Context) -> Result<Box<dyn eframe::App>, String>>(
    options: eframe::NativeOptions,
    begin: impl FnOnce(&Context) -> Create,
) -> Result<(), WindowError> {
    require_display()?;
    require_scale()?;
    let ran = attempt(|| {
        let ctx = context();
        let create = begin(&ctx);
        let create = |creation: &eframe::CreationContext<'_>| {
            let app = create(&creation.egui_ctx)?;
            theme::search_system(&creation.egui_ctx);
            show_early(creation);
            Ok(app)
        };
        eframe::run_native_ext(APP_ID, options, Some(ctx), Box::new(create))
    });
    settings::flush();
    match ran {
        Ok(ran) => ran.map_err(|err| match &err {
            eframe::Error::WinitEventLoop(reason) => WindowError::Display(without_folders(&reason.to_string())),
            eframe::Error::AppCreation(why) => WindowError::Lost(why.to_string()),
            other => WindowError::Graphics(without_folders(&other.to_string())),
        }),
        Err(why) => Err(WindowError::Lost(why)),
    }
}

/// What eframe would make for a window itself.
fn context() -> Context {
    let ctx = Context::default();
    ctx.set_embed_viewports(false);
    theme::look_in_system(&ctx);
    ctx
}

/// Shows the window before its first drawing, where the system keeps nothing of what is drawn in one that is not shown:
/// what eframe draws first would be thrown away, and only its second drawing read. Elsewhere it shows the window itself,
/// once there is something in it.
fn show_early(creation: &eframe::CreationContext<'_>) {
    if cfg!(target_os = "linux")
        && let Some(window) = creation.winit_window()
    {
        window.set_visible(true);
    }
}

/// The variable by which a reader of X11 sets how many pixels are a point.
const SCALE: &str = "WINIT_X11_SCALE_FACTOR";
/// What it may be: beyond these a window is too small to be read or too large to be made.
const SCALES: std::ops::RangeInclusive<f64> = 0.25..=8.0;

/// Whether the scale that is asked for is one.
fn require_scale() -> Result<(), WindowError> {
    let given = std::env::var_os(SCALE).unwrap_or_default().to_string_lossy().into_owned();
    if is_named("WAYLAND_DISPLAY") || is_scale(&given) { Ok(()) } else { Err(WindowError::Scale(given)) }
}

fn is_scale(given: &str) -> bool {
    let scale = given.parse::<f64>().is_ok_and(|scale| SCALES.contains(&scale));
    given.is_empty() || given.eq_ignore_ascii_case("randr") || scale
}

/// Whether there is anything to open a window on.
pub(super) fn require_display() -> Result<(), WindowError> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_named);
    if display || !cfg!(target_os = "linux") { Ok(()) } else { Err(WindowError::NoDisplay) }
}

/// Whether a variable is set to something.
fn is_named(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn icon() -> IconData {
    let png = include_bytes!("../../../assets/icon/briefing-desk-256.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_scale;

    #[test]
    fn a_scale_is_a_number_that_a_window_can_have() {
        for given in ["", "1", "1.5", "0.25", "8", "randr", "RandR"] {
            assert!(is_scale(given), "{given}");
        }
        for given in ["0", "-1", "nan", "inf", "-inf", "1e9", "0.001", "1,5", "150%", " 2"] {
            assert!(!is_scale(given), "{given}");
        }
    }
}
