//! The checks of the briefing that a window opens with: they run while the window is made and drawn for the first time,
//! and whatever is asked for waits for them.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, OnceLock};

use egui::Context;

use super::app::App;
use super::desk::TabKey;
use crate::analysis::checks::{self, Finding};
use crate::briefing::{Briefing, cores};

/// What the checks of a briefing will have found.
pub struct Checking {
    found: Receiver<Vec<Finding>>,
    /// The window to be drawn anew then, once there is one.
    window: Arc<OnceLock<Context>>,
}

impl Checking {
    /// Begins to check a briefing.
    pub fn start(briefing: Arc<Briefing>) -> Self {
        let (sender, found) = channel();
        let window = Arc::new(OnceLock::<Context>::new());
        let drawn = Arc::clone(&window);
        cores::start(move || {
            if sender.send(checks::run(&briefing)).is_ok()
                && let Some(window) = drawn.get()
            {
                window.request_repaint();
            }
        });
        Self { found, window }
    }
}

impl App {
    /// Opens before the checks are done, where nothing that they find is shown at once.
    pub(super) fn await_checks(&mut self, ctx: &Context, checking: Checking) {
        // Where it was drawn before it was told of the window, the checks were done before that.
        let _set_once = checking.window.set(ctx.clone());
        self.checking = Some(checking);
        let selected = self.preferences.left.as_ref().is_some_and(|left| left.shown.selected.is_some());
        if selected || self.preferences.tab == TabKey::SOURCES {
            self.finish_checks();
        }
    }

    /// Takes over what the checks found, if they are done.
    pub(super) fn follow_checks(&mut self) {
        if let Some(found) = self.checking.as_ref().and_then(|checking| checking.found.try_recv().ok()) {
            self.session.take(found);
            self.checking = None;
        }
    }

    /// Waits for the checks, if they are not done.
    pub(super) fn finish_checks(&mut self) {
        if let Some(checking) = self.checking.take() {
            let found = checking.found.recv();
            self.session.take(found.unwrap_or_else(|_| checks::run(&self.session.briefing)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};
    use std::sync::{Arc, OnceLock};

    use egui::{Context, RawInput};

    use super::{App, Checking};
    use crate::analysis::checks::{self, Finding};
    use crate::briefing::Briefing;
    use crate::ui::shell::desk::{Command, TabKey};

    /// A window that opens while its briefing is being checked, and by whom.
    fn opened() -> (Context, App, Sender<Vec<Finding>>) {
        let (ctx, briefing) = (Context::default(), Briefing::bundled().expect("the bundled briefing loads"));
        let (sender, found) = channel();
        let checking = Checking { found, window: Arc::new(OnceLock::new()) };
        let app = App::new(&ctx, (Arc::new(briefing), checking), None, None);
        (ctx, app, sender)
    }

    fn draw(ctx: &Context, app: &mut App) {
        let mut frame = eframe::Frame::_new_kittest();
        let output = ctx.run_ui(RawInput::default(), |ui| eframe::App::ui(app, ui, &mut frame));
        output.drop_without_applying_deltas();
    }

    #[test]
    fn a_window_is_drawn_before_its_briefing_is_checked_and_again_after() {
        let (ctx, mut app, sender) = opened();
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
        let (ctx, mut app, sender) = opened();
        draw(&ctx, &mut app);
        // Nobody checks any more, so that whoever needs it does.
        drop(sender);
        app.run(&ctx, Command::Show(TabKey::SOURCES));
        assert!(!app.session.findings.is_empty());
        draw(&ctx, &mut app);
    }
}
