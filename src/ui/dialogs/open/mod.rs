//! Opening a briefing of the reader's own: chosen, dropped or remembered, loaded beside the window, and followed while
//! its files change. What is open stays open until another one is ready.

mod choose;
mod loading;
mod menu;
mod prepared;
mod problems;
mod watch;

use std::path::{Path, PathBuf};

use egui::{Context, Frame, Panel, Ui};

use self::choose::ChooseState;
use self::loading::Loading;
pub use self::menu::ui as menu_ui;
pub use self::prepared::{Prepared, Tallies};
use self::problems::Broken;
pub use self::watch::Stamps;
use self::watch::Watch;
use crate::briefing::LoadError;
use crate::ui::shell::desk::Desk;

/// How many folders are remembered.
pub const MAX_RECENT: usize = 8;

/// What the window is to do now that a briefing is loaded.
#[derive(Debug)]
pub enum Arrival {
    /// Show another briefing from its beginning.
    Opened(Box<Prepared>),
    /// Show the same folder as it is now, where the reader is.
    Changed(Box<Prepared>),
}

/// The open folder, what is being loaded, and what could not be.
#[derive(Debug, Default)]
pub struct OpenState {
    folder: Option<PathBuf>,
    watch: Option<Watch>,
    loading: Option<Loading>,
    broken: Option<Broken>,
    choose: ChooseState,
}

impl OpenState {
    /// Over a folder that was loaded before there was a window.
    pub fn over(ctx: &Context, opened: Option<(PathBuf, Stamps)>) -> Self {
        let mut state = Self::default();
        if let Some((folder, stamps)) = opened {
            state.watch = Some(Watch::start(ctx, folder.clone(), stamps));
            state.folder = Some(folder);
        }
        state
    }

    /// The open folder; the bundled briefing has none.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
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

    /// Begins to load a folder, or without one the bundled briefing, instead of whatever else is being loaded.
    pub fn load(&mut self, ctx: &Context, folder: Option<PathBuf>) {
        self.choose.close();
        let folder = folder.map(|folder| std::path::absolute(&folder).unwrap_or(folder));
        // The same folder again keeps the reader's place.
        let again = folder.is_some() && folder == self.folder;
        self.loading = Some(Loading::start(ctx, folder, again));
    }

    /// Stops what is being loaded. Returns whether anything was.
    pub fn stop(&mut self) -> bool {
        self.loading.take().is_some()
    }

    /// What has been loaded since the last frame. A folder that changed on the disk is loaded again.
    pub fn poll(&mut self, ctx: &Context) -> Option<Arrival> {
        // What the reader asked for comes first; the change waits.
        if self.loading.as_ref().is_none_or(|loading| loading.again) && self.watch.as_ref().is_some_and(Watch::changed)
        {
            self.loading = Some(Loading::start(ctx, self.folder.clone(), true));
        }
        let answer = self.loading.as_ref()?.answer()?;
        let loading = self.loading.take()?;
        let folder = loading.folder.clone();
        match answer {
            Ok((prepared, stamps)) => {
                // What is wrong with another folder stays said.
                self.broken.take_if(|broken| !loading.again || broken.again);
                if loading.again {
                    return Some(Arrival::Changed(Box::new(prepared)));
                }
                self.watch = folder.clone().map(|folder| Watch::start(ctx, folder, stamps.unwrap_or_default()));
                self.folder = folder;
                Some(Arrival::Opened(Box::new(prepared)))
            }
            Err(LoadError::Cancelled) => None,
            Err(err) => {
                self.broken = folder.map(|folder| Broken::new(folder, loading.again, &err));
                None
            }
        }
    }

    /// Draws, above the status bar, what is being loaded and what could not be.
    pub fn panels_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, frame: Frame) {
        if let Some(loading) = self.loading.as_ref().filter(|loading| loading.is_slow(ui.ctx())) {
            Panel::bottom("loading").frame(frame).show(ui, |ui| loading::ui(ui, desk, loading));
        }
        if let Some(broken) = &self.broken {
            let closed = Panel::bottom("problems").frame(frame).show(ui, |ui| problems::ui(ui, desk, broken)).inner;
            if closed {
                self.broken = None;
            }
        }
    }

    /// Draws the dialog, if it is open. Returns the folder to open, once one is chosen.
    pub fn dialog_ui(&mut self, ui: &Ui, recent: &[PathBuf]) -> Option<PathBuf> {
        self.choose.ui(ui, recent)
    }
}

/// Looks into the folder of a file with whatever the system shows folders with.
///
/// # Errors
/// Where the system has nothing to show it with; the message says where the file is.
pub fn folder_of(file: &Path) -> Result<(), String> {
    let folder = file.parent().unwrap_or(file);
    open::that_detached(folder)
        .map_err(|err| format!("{} could not be shown: {err}. Open it yourself.", folder.display()))
}

/// Opens a file of the open folder with whatever the system edits such files with.
///
/// # Errors
/// Where the system has nothing to open it with; the message says where the file is.
pub fn edit(path: &Path) -> Result<(), String> {
    open::that_detached(path)
        .map_err(|err| format!("{} could not be handed to an editor: {err}. Open it yourself.", path.display()))
}
