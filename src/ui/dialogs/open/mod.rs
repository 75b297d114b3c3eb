//! Opening a briefing of the reader's own: chosen, dropped or remembered, loaded beside the window, and followed while
//! its files change. What is open stays open until another one is ready.

mod choose;
mod loading;
mod menu;
mod prepared;
mod problems;
mod watch;

use crate::briefing::Message;
use crate::message;
use crate::words::Words;
use std::path::{Path, PathBuf};

use egui::{Context, Frame, Panel, Ui};

use self::loading::Loading;
pub use self::menu::{shown, ui as menu_ui};
pub use self::prepared::Prepared;
use self::problems::Broken;
pub use self::watch::Stamps;
use self::watch::Watch;
use super::path::PathDialog;
use crate::briefing::{LoadError, path};
use crate::ui::shell::desk::Desk;
use crate::ui::shell::preferences::Recent;

/// A briefing that is loaded, for the window to show.
#[derive(Debug)]
pub struct Arrival {
    /// The folder; the bundled briefing has none.
    pub folder: Option<PathBuf>,
    /// Whether it is the folder that is open already, as it is now: the reader stays where they are.
    pub again: bool,
    /// The briefing.
    pub prepared: Box<Prepared>,
}

/// The watch over the open folder, what is being loaded, and what could not be.
#[derive(Debug, Default)]
pub struct OpenState {
    watch: Option<Watch>,
    loading: Option<Loading>,
    broken: Option<Broken>,
    choose: PathDialog,
}

impl OpenState {
    /// Watches over a folder that was loaded before there was a window.
    pub fn watch(&mut self, ctx: &Context, folder: PathBuf, stamps: Stamps) {
        self.watch = Some(Watch::start(ctx, folder, stamps));
    }

    /// Opens the dialog by which a folder is chosen.
    pub fn open_dialog(&mut self) {
        self.choose.open();
    }

    /// Whether the dialog is open.
    pub const fn dialog_is_open(&self) -> bool {
        self.choose.is_open()
    }

    /// Closes the topmost thing that can be closed: the dialog, a loading, what is said of a broken folder.
    pub fn close_topmost(&mut self) -> bool {
        self.choose.close() || self.stop() || self.broken.take().is_some()
    }

    /// Begins to load a folder, or without one the bundled briefing, instead of whatever else is being loaded. `open` is
    /// the folder that is open.
    pub fn load(&mut self, ctx: &Context, folder: Option<PathBuf>, open: Option<&Path>) {
        self.choose.close();
        let folder = folder.map(|folder| path::folder_of(&std::path::absolute(&folder).unwrap_or(folder)));
        // The same folder again, by whatever way, keeps the reader's place.
        let again = folder.as_deref().zip(open).is_some_and(|(folder, open)| path::real(folder) == path::real(open));
        self.loading = Some(Loading::start(ctx, folder, again));
    }

    /// Whether anything is being loaded.
    pub const fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// Stops what is being loaded. Returns whether anything was.
    pub fn stop(&mut self) -> bool {
        self.loading.take().is_some()
    }

    /// What has been loaded since the last frame. The folder that is open is loaded again where it changed on the disk.
    pub fn poll(&mut self, ctx: &Context, open: Option<&Path>) -> Option<Arrival> {
        // What the reader asked for comes first; the change waits.
        if self.loading.as_ref().is_none_or(|loading| loading.again) && self.watch.as_ref().is_some_and(Watch::changed)
        {
            self.loading = Some(Loading::start(ctx, open.map(ToOwned::to_owned), true));
        }
        let answer = self.loading.as_ref()?.answer()?;
        let Loading { folder, again, .. } = self.loading.take()?;
        match answer {
            Ok((prepared, stamps)) => {
                // What is wrong with another folder stays said.
                self.broken.take_if(|broken| !again || broken.again);
                if !again {
                    self.watch = folder.clone().map(|folder| Watch::start(ctx, folder, stamps.unwrap_or_default()));
                }
                Some(Arrival { folder, again, prepared: Box::new(prepared) })
            }
            Err(LoadError::Cancelled) => None,
            Err(err) => {
                self.broken = folder.map(|folder| Broken::new(folder, again, &err));
                None
            }
        }
    }

    /// Draws, above the status bar, what is being loaded and what could not be.
    pub fn panels_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, frame: Frame) {
        if let Some(loading) = &self.loading
            && let Some(progress) = loading.slow(ui.ctx())
        {
            Panel::bottom("loading").frame(frame).show(ui, |ui| loading::ui(ui, desk, loading, progress));
        }
        if let Some(broken) = &self.broken {
            let closed = Panel::bottom("problems").frame(frame).show(ui, |ui| problems::ui(ui, desk, broken)).inner;
            if closed {
                self.broken = None;
            }
        }
    }

    /// Draws the dialog, if it is open. Returns the folder to open, once one is chosen.
    pub fn dialog_ui(&mut self, ui: &Ui, words: &Words, recent: &[Recent]) -> Option<PathBuf> {
        choose::ui(&mut self.choose, ui, words, recent)
    }
}

/// Looks into the folder of a file with whatever the system shows folders with.
///
/// # Errors
/// Where the system has nothing to show it with; the message says where the file is.
pub fn folder_of(file: &Path) -> Result<(), Message> {
    let folder = file.parent().unwrap_or(file);
    open::that_detached(folder)
        .map_err(|err| message!(shell::folder_not_shown, folder = folder.display().to_string(), why = &err))
}

/// Opens a file of the open folder with whatever the system edits such files with.
///
/// # Errors
/// Where the system has nothing to open it with; the message says where the file is.
pub fn edit(path: &Path) -> Result<(), Message> {
    open::that_detached(path)
        .map_err(|err| message!(shell::file_not_edited, file = path.display().to_string(), why = &err))
}
