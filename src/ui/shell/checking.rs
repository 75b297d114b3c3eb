//! The checks of the briefing that a window opens with: they run once the window was drawn, and whatever is asked for
//! waits for them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use egui::Context;

use super::app::App;
use super::desk::TabKey;
use crate::analysis::checks::{self, Finding};
use crate::briefing::{Briefing, cores};

/// How far the checks of a briefing are.
pub(super) enum Checking {
    /// They wait until the window was drawn, with which they would share the processor: in the frame of this number.
    Waiting { drawn_in: Option<u64> },
    /// What they will have found.
    Begun(Receiver<Vec<Finding>>),
}

impl Checking {
    /// Waits for a window to be drawn.
    pub(super) const WAITING: Self = Self::Waiting { drawn_in: None };

    /// Begins to check a briefing, after which the window is drawn anew.
    fn begin(briefing: Arc<Briefing>, ctx: &Context) -> Self {
        let (sender, found) = channel();
        let ctx = ctx.clone();
        cores::start(move || {
            if sender.send(checks::run(&briefing)).is_ok() {
                ctx.request_repaint();
            }
        });
        Self::Begun(found)
    }
}

impl App {
    /// Opens before the checks are done, where nothing that they find is shown at once.
    pub(super) fn await_checks(&mut self) {
        self.checking = Some(Checking::WAITING);
        let selected = self.preferences.left.as_ref().is_some_and(|left| left.shown.selected.is_some());
        if selected || self.preferences.tab == TabKey::SOURCES {
            self.finish_checks();
        }
    }

    /// Begins the checks once the window was drawn, and takes over what they found if they are done.
    pub(super) fn follow_checks(&mut self, ctx: &Context) {
        match &mut self.checking {
            None => {}
            Some(Checking::Waiting { drawn_in }) => {
                // One frame may be laid out several times.
                if ctx.cumulative_frame_nr() == *drawn_in.get_or_insert(ctx.cumulative_frame_nr()) {
                    ctx.request_repaint();
                } else {
                    self.checking = Some(Checking::begin(Arc::clone(&self.session.briefing), ctx));
                }
            }
            Some(Checking::Begun(found)) => {
                if let Ok(found) = found.try_recv() {
                    self.session.take(found);
                    self.checking = None;
                }
            }
        }
    }

    /// Waits for the checks, if they are not done.
    pub(super) fn finish_checks(&mut self) {
        let found = match self.checking.take() {
            None => return,
            Some(Checking::Waiting { .. }) => None,
            Some(Checking::Begun(found)) => found.recv().ok(),
        };
        self.session.take(found.unwrap_or_else(|| checks::run(&self.session.briefing)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};

    use egui::{Context, RawInput};

    use super::{App, Checking};
    use crate::analysis::checks::{self, Finding};
    use crate::briefing::Briefing;
    use crate::ui::shell::desk::{Command, TabKey};

    /// A window that opens before its briefing is checked.
    fn opened() -> (Context, App) {
        let (ctx, briefing) = (Context::default(), Briefing::bundled().expect("the bundled briefing loads"));
        let app = App::new(&ctx, Arc::new(briefing), None, None);
        (ctx, app)
    }

    /// What checks it in place of the checks.
    fn begun(app: &mut App) -> Sender<Vec<Finding>> {
        let (sender, found) = channel();
        app.checking = Some(Checking::Begun(found));
        sender
    }

    fn draw(ctx: &Context, app: &mut App) {
        let mut frame = eframe::Frame::_new_kittest();
        let output = ctx.run_ui(RawInput::default(), |ui| eframe::App::ui(app, ui, &mut frame));
        output.drop_without_applying_deltas();
    }

    #[test]
    fn the_checks_begin_once_the_window_was_drawn() {
        let (ctx, mut app) = opened();
        draw(&ctx, &mut app);
        assert!(matches!(app.checking, Some(Checking::Waiting { drawn_in: Some(_) })) && ctx.has_requested_repaint());
        draw(&ctx, &mut app);
        assert!(matches!(app.checking, Some(Checking::Begun(_))));
        app.finish_checks();
        assert!(app.session.checked && app.checking.is_none());
    }

    #[test]
    fn a_window_is_drawn_before_its_briefing_is_checked_and_again_after() {
        let (ctx, mut app) = opened();
        let sender = begun(&mut app);
        draw(&ctx, &mut app);
        assert!(!app.session.checked && app.session.findings.is_empty());
        let found = checks::run(&app.session.briefing);
        sender.send(found.clone()).expect("it is awaited");
        draw(&ctx, &mut app);
        assert!(app.session.checked);
        assert_eq!(*app.session.findings, *found);
    }

    #[test]
    fn what_is_asked_for_waits_for_the_checks() {
        let (ctx, mut app) = opened();
        // Nobody checks any more, so that whoever needs it does.
        drop(begun(&mut app));
        app.run(&ctx, Command::Show(TabKey::SOURCES));
        assert!(!app.session.findings.is_empty());
        draw(&ctx, &mut app);
    }
}
