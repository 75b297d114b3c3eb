//! Where and when something can be done.

/// Where an action can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Wherever the keyboard is, over a dialog too.
    Everywhere,
    /// In the window, while no dialog is open.
    Window,
    /// In the window, while no dialog is open and no text field has the keyboard, which undoes by itself.
    Page,
    /// Where something can be closed, and neither a text field nor a menu takes the key.
    Topmost,
    /// Where the keyboard is, as if the pointer were there: done before a frame begins.
    Pointed,
    /// In a table that has the keyboard.
    Table,
    /// In a chart that has the keyboard.
    Chart,
    /// In the sentences of a briefing that is begun, in their dialog.
    Sentences,
    /// In the suggestions for a briefing, in their dialog.
    Suggestions,
}

/// What there is to do something with, at one moment.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by itself")]
pub struct Situation {
    /// A place to go back to.
    pub back: bool,
    /// A place to go forward to.
    pub forward: bool,
    /// Something that was set or selected and can be undone.
    pub undo: bool,
    /// Something that was undone.
    pub redo: bool,
    /// A folder that the open briefing was read from.
    pub folder: bool,
    /// A briefing that is being loaded.
    pub loading: bool,
    /// A claim or a sentence that is selected.
    pub statement: bool,
    /// A document, of which a copy can be attached.
    pub document: bool,
    /// A copy of the document that is attached.
    pub attached: bool,
    /// A table on the open tab.
    pub table: bool,
    /// A chart or a map on the open tab.
    pub picture: bool,
}
