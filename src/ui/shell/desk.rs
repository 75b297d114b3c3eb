//! What a tab is given and what it may ask for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::find::Finder;
use super::notice::Notice;
use crate::analysis::attachment::Attachment;
use crate::analysis::checks::{Finding, Place};
use crate::briefing::{Briefing, Key, Locator, Period};
use crate::ui::dialogs::open::Tallies;

/// The tabs, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Tab {
    /// What happened.
    #[default]
    Summary,
    /// Who belongs to what.
    Members,
    /// What was traded.
    Trade,
    /// Where it is read and what is made of it.
    Sources,
}

impl Tab {
    /// All tabs, in their order.
    pub const ALL: [Self; 4] = [Self::Summary, Self::Members, Self::Trade, Self::Sources];

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Members => "Members",
            Self::Trade => "Trade",
            Self::Sources => "Sources & checks",
        }
    }

    /// The name of a file made of it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Members => "members",
            Self::Trade => "trade",
            Self::Sources => "sources",
        }
    }
}

/// What the inspector shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// A claim, by its key.
    Claim(Key),
    /// A sentence of the document.
    Sentence(Locator),
    /// A source, by its key.
    Source(Key),
    /// A state, by its key.
    State(Key),
    /// A period of a series of the trade, by the series' key.
    Period(Key, Period),
    /// A finding, by its check and what it speaks of.
    Finding(&'static str, Place),
}

impl Selection {
    /// Whether a briefing, with what the checks found in it, has it.
    pub fn is_in(&self, briefing: &Briefing, findings: &[Finding]) -> bool {
        match self {
            Self::Claim(key) => briefing.claim(key).is_some(),
            Self::Sentence(at) => briefing.document.sentence(*at).is_some(),
            Self::Source(key) => briefing.source(key).is_some(),
            Self::State(key) => briefing.state(key).is_some(),
            Self::Period(series, _) => briefing.series(series).is_some(),
            Self::Finding(check, place) => {
                findings.iter().any(|finding| finding.check == *check && finding.place == *place)
            }
        }
    }

    /// Whether it says something that can be quoted.
    pub const fn is_statement(&self) -> bool {
        matches!(self, Self::Claim(_) | Self::Sentence(_))
    }
}

/// The form of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
}

/// Everything a reader can ask for, whether by menu, key or click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Open a tab.
    Show(Tab),
    /// Show something in the inspector, opening it if need be.
    Select(Selection),
    /// Show the next thing in the inspector, walking along a list: the whole walk is one step on the way back.
    Browse(Selection),
    /// Open a tab with something selected on it and in view.
    Open(Tab, Selection),
    /// Go to the place before this one.
    Back,
    /// Go to the place that was left by going back.
    Forward,
    /// Open or close the inspector.
    ToggleInspector,
    /// Close the topmost thing that can be closed.
    Dismiss,
    /// Find in the text of the tab, or search its table.
    Find,
    /// Choose the folder of a briefing.
    ChooseFolder,
    /// Open the briefing in a folder; what is open stays until it is loaded.
    OpenFolder(PathBuf),
    /// Open the briefing that is part of the program.
    OpenBundled,
    /// Read the open folder again.
    Reload,
    /// Stop what is being loaded.
    StopLoading,
    /// Open a file of a briefing in the system's editor.
    Edit(PathBuf),
    /// Choose a copy of the document.
    ChooseAttachment,
    /// Attach a copy of the document.
    Attach(PathBuf),
    /// Forget the attached copy.
    Detach,
    /// Choose what is exported, how and where to.
    Export,
    /// Tell where a file has been written.
    Exported(PathBuf),
    /// Look into the folder of a file.
    LookInto(PathBuf),
    /// Put what the open tab shows on the clipboard, as a table.
    CopyShown,
    /// Draw what the open tab shows for the clipboard, as a picture.
    DrawShown,
    /// Put a picture on the clipboard.
    CopyPicture(Arc<egui::ColorImage>),
    /// Tell the reader something.
    Tell(Notice),
    /// Put the statement that is selected on the clipboard, with its citation.
    CopySelection(Form),
    /// Follow the system, or stay light or dark.
    SetTheme(egui::ThemePreference),
    /// Make everything larger.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// Back to 100 %.
    ZoomReset,
    /// Show the keys.
    ToggleKeys,
    /// Put a text on the clipboard.
    Copy(String),
}

/// What every tab draws from and sends to: the open briefing, what is selected, and the commands of this frame.
pub struct Desk<'a> {
    /// The open briefing.
    pub briefing: &'a Briefing,
    /// What the checks found in it.
    pub findings: &'a [Finding],
    /// What is counted of it.
    pub tallies: &'a Tallies,
    /// The reader's own copy of the document and where it is.
    pub attachment: Option<(&'a Path, &'a Attachment)>,
    /// What is looked for in the text of the tab.
    pub finder: &'a mut Finder,
    selection: Option<&'a Selection>,
    revealed: bool,
    commands: Vec<Command>,
}

impl<'a> Desk<'a> {
    /// A desk for one frame. What is selected is brought into view where `revealed` says so.
    pub const fn new(
        briefing: &'a Briefing,
        findings: &'a [Finding],
        tallies: &'a Tallies,
        attachment: Option<(&'a Path, &'a Attachment)>,
        finder: &'a mut Finder,
        selection: Option<&'a Selection>,
        revealed: bool,
    ) -> Self {
        Self { briefing, findings, tallies, attachment, finder, selection, revealed, commands: Vec::new() }
    }

    /// The finding that is selected.
    pub fn finding(&self, selection: &Selection) -> Option<&'a Finding> {
        let Selection::Finding(check, place) = selection else { return None };
        self.findings.iter().find(|finding| finding.check == *check && finding.place == *place)
    }

    /// Asks for something; it is done after the frame is drawn.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// What the inspector shows.
    pub const fn selection(&self) -> Option<&'a Selection> {
        self.selection
    }

    /// Whether the inspector shows this.
    pub fn is_selected(&self, selection: &Selection) -> bool {
        self.selection == Some(selection)
    }

    /// Whether this is selected and has to be brought into view.
    pub fn is_revealed(&self, selection: &Selection) -> bool {
        self.revealed && self.is_selected(selection)
    }

    /// What was asked for in this frame.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}
