//! Going from place to place: to another tab or selection, back and forward, and to another briefing.

use egui::{Context, ViewportCommand};

use super::app::App;
use super::attached::Attached;
use super::desk::Selection;
use super::find::Finder;
use super::history::{History, Left, Location};
use super::notice::Notice;
use crate::ui::dialogs::open::{Arrival, Prepared};
use crate::ui::inspector::InspectorState;
use crate::ui::widgets::Scrolled;

impl App {
    pub(super) fn here(&self) -> Location {
        Location { tab: self.preferences.tab, selection: self.selection.clone() }
    }

    fn left(&self, ctx: &Context) -> Left {
        Left { location: self.here(), scrolled: Scrolled::now(ctx) }
    }

    /// Goes to a location and remembers the way back.
    pub(super) fn go(&mut self, ctx: &Context, location: Location) {
        if self.here() != location {
            self.history.leave(self.left(ctx));
            self.settle(location);
        }
    }

    /// Walks along a list, of which the whole is one step on the way back.
    pub(super) fn browse(&mut self, ctx: &Context, selection: Selection) {
        self.preferences.inspector = true;
        let location = Location { tab: self.preferences.tab, selection: Some(selection) };
        if self.here() != location {
            self.history.leave_along(self.left(ctx));
            self.settle(location);
        }
    }

    /// Goes a step back or forward, to where the page was left; what a filter hides by now is brought out.
    pub(super) fn walk(&mut self, ctx: &Context, step: impl FnOnce(&mut History, Left) -> Option<Left>) {
        let here = self.left(ctx);
        if let Some(Left { location, scrolled }) = step(&mut self.history, here) {
            self.preferences.inspector |= location.selection.is_some();
            self.settle(location);
            scrolled.restore(ctx);
            let tab = self.tabs.get_mut(self.preferences.tab);
            let is_hidden = |selection: &Selection| {
                tab.shows(selection) && tab.place(selection, &self.session, &self.words).is_none()
            };
            if self.selection.as_ref().is_some_and(is_hidden) {
                self.show_selected();
            }
        }
    }

    pub(super) fn settle(&mut self, location: Location) {
        self.preferences.tab = location.tab;
        self.selection = location.selection;
    }

    /// Brings what is selected into view on the tab that is open, out from behind any filter.
    pub(super) fn show_selected(&mut self) {
        self.reveal = true;
        if let Some(selection) = &self.selection {
            self.tabs.get_mut(self.preferences.tab).reveal(selection, &self.session);
        }
    }

    /// Shows what has been loaded: another briefing from its beginning, the same folder where the reader is.
    pub(super) fn arrive(&mut self, ctx: &Context, arrival: Arrival) {
        let Arrival { folder, again, prepared } = arrival;
        let Prepared { mut session, tabs } = *prepared;
        self.checking = None;
        session.folder = folder;
        let before = std::mem::replace(&mut self.session, session);
        let earlier = std::mem::replace(&mut self.tabs, tabs);
        self.inspector = InspectorState::default();
        self.palette.forget();
        if again {
            self.tabs.resume(earlier, &self.session);
            let (briefing, findings) = (&self.session.briefing, &self.session.findings);
            self.selection = self.selection.take().filter(|selection| selection.is_in(briefing, findings));
        } else {
            self.notices.clear();
            self.tabs.recall(&earlier.remembered());
            (self.selection, self.history, self.finder) = (None, History::default(), Finder::default());
            self.forget_undone();
            if let Some(left) = self.awaited.take().filter(|left| left.is_of(self.session.folder.as_deref())) {
                self.show_again(&left.shown);
                left.scrolled.restore(ctx);
            } else {
                self.show_carried();
            }
        }
        if let Some(folder) = &self.session.folder {
            self.preferences.remember(folder, &self.session.briefing.manifest.name);
        }
        if before.briefing.document == self.session.briefing.document {
            self.session.attached = before.attached;
        } else {
            match before.attached {
                Some(attached) if again => self.attach_again(&attached),
                _ => self.recall_attachment(),
            }
        }
        self.show_begun();
        ctx.send_viewport_cmd(ViewportCommand::Title(self.session.title()));
    }

    /// Attaches what was remembered of an earlier session, where it is of this document.
    pub(super) fn recall_attachment(&mut self) {
        let Some(remembered) = &self.preferences.attachment else { return };
        let Some(document) = &self.session.briefing.document else { return };
        match remembered.recall(&self.words, document) {
            Ok(attached) => self.session.attached = attached,
            Err(notice) => self.notices.tell(notice),
        }
    }

    /// Holds the same copy against a document that has changed, and says how far it agrees now.
    fn attach_again(&mut self, earlier: &Attached) {
        let Some(document) = &self.session.briefing.document else { return };
        let notice = match Attached::read(document, &earlier.path) {
            Ok(attached) => self.session.attached.insert(attached).notice(&self.words, document),
            Err(err) => Notice::failed(self.words.say(&err.message(&document.called))),
        };
        self.notices.tell(notice);
    }
}
