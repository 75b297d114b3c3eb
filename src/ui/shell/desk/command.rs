//! What a part of the window asks the frame around it for.

use std::path::PathBuf;
use std::sync::Arc;

use super::selection::Selection;
use super::tab_key::TabKey;
use crate::briefing::Key;
use crate::export::changes::Written;
use crate::ui::shell::actions::Action;
use crate::ui::shell::notice::Notice;

/// What is asked of the frame: an action out of the list, or something that has to be named with it, as a row that was
/// clicked or a file that was written. These are no actions, since no key or menu could do them by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Do what the list of actions has.
    Act(Action),
    /// Open a tab.
    Show(TabKey),
    /// Show something in the inspector, opening it if need be.
    Select(Selection),
    /// Show the next thing in the inspector, walking along a list: the whole walk is one step on the way back.
    Browse(Selection),
    /// Show the next thing in the inspector and bring it into view on the open tab: as much a walk as the other.
    Step(Selection),
    /// Open the tab that something is on, with it selected and in view.
    Open(Selection),
    /// Show what a link says, as it was written.
    Follow(String),
    /// Show only what speaks of somebody or something, by its key, on the tab that can.
    Narrow(Key),
    /// Open the briefing in a folder; what is open stays until it is loaded.
    OpenFolder(PathBuf),
    /// Begin a briefing of the document in a file.
    Begin(PathBuf),
    /// Open a file of a briefing in the system's editor.
    Edit(PathBuf),
    /// Look at what a table would do to the open briefing.
    Import(PathBuf),
    /// Look at what a newer edition of its document would do to the open briefing.
    ImportEdition(PathBuf),
    /// Tell which files of a briefing were changed by an import, and read it again.
    Imported(Arc<Written>),
    /// Take back what was written into the files of a briefing.
    TakeBack(Arc<Written>),
    /// Attach a copy of the document.
    Attach(PathBuf),
    /// Tell where a file has been written, and what was written beside it.
    Exported(PathBuf, Option<PathBuf>),
    /// Look into the folder of a file.
    LookInto(PathBuf),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put a picture on the clipboard.
    CopyPicture(Arc<egui::ColorImage>),
    /// Tell the reader something.
    Tell(Notice),
}

impl From<Action> for Command {
    fn from(action: Action) -> Self {
        Self::Act(action)
    }
}
