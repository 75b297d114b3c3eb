//! A briefing with all that the window needs to show it, made before it is shown.

use std::sync::Arc;

use egui::Context;

use crate::briefing::Briefing;
use crate::ui::shell::session::Session;
use crate::ui::shell::tabs::Tabs;

/// What the window shows of a briefing, computed once.
#[derive(Debug)]
pub struct Prepared {
    /// The briefing and what follows from it.
    pub session: Session,
    /// The tabs over it, as they first open.
    pub tabs: Tabs,
}

impl Prepared {
    /// Computes it; of a large briefing this takes a while.
    pub fn new(ctx: &Context, briefing: Arc<Briefing>) -> Self {
        Self::of(ctx, Session::new(briefing))
    }

    /// What the window needs besides what follows from a briefing.
    pub fn of(ctx: &Context, session: Session) -> Self {
        Self { tabs: Tabs::open(ctx, &session), session }
    }
}
