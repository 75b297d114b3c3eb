//! What the system asks of every window: light or dark, high contrast, less motion. It is heard on a thread of its own,
//! and followed as soon as it changes.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use egui::{Context, Theme};
use mundy::{ColorScheme, Contrast, Interest, ReducedMotion};

/// What the system asks for; nothing where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Light or dark, where the window’s own system does not tell egui.
    pub theme: Option<Theme>,
    /// Whether high contrast.
    pub contrast: bool,
    /// Whether nothing should glide.
    pub still: bool,
}

impl From<mundy::Preferences> for Asked {
    fn from(told: mundy::Preferences) -> Self {
        let theme = match told.color_scheme {
            ColorScheme::Dark => Some(Theme::Dark),
            ColorScheme::Light => Some(Theme::Light),
            ColorScheme::NoPreference => None,
        };
        // Windows’ own colours of contrast are a choice of high contrast as well.
        let contrast = matches!(told.contrast, Contrast::More | Contrast::Custom);
        Self { theme, contrast, still: told.reduced_motion == ReducedMotion::Reduce }
    }
}

/// What the system asks for now, and what was followed last.
#[derive(Clone, Debug, Default)]
pub struct System {
    heard: Arc<Mutex<Asked>>,
    followed: Asked,
}

impl System {
    /// Listens from now on, and has the window drawn when it hears something. Where no thread can be had it hears nothing.
    pub fn listening(ctx: &Context) -> Self {
        let system = Self::default();
        let (heard, ctx) = (Arc::downgrade(&system.heard), ctx.clone());
        let listen = move || {
            let told = mundy::Preferences::stream(Interest::ColorScheme | Interest::Contrast | Interest::ReducedMotion);
            for told in futures_lite::stream::block_on(told) {
                // The window is gone.
                let Some(heard) = heard.upgrade() else { break };
                *heard.lock().unwrap_or_else(PoisonError::into_inner) = told.into();
                ctx.request_repaint();
            }
        };
        thread::Builder::new().name("what the system asks".to_owned()).spawn(listen).ok();
        system
    }

    /// What the system asks for, as far as it is followed.
    pub const fn asked(&self) -> Asked {
        self.followed
    }

    /// What it asks for from now on; nothing where that is what it asked for before.
    pub fn changed(&mut self) -> Option<Asked> {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        (heard != std::mem::replace(&mut self.followed, heard)).then_some(heard)
    }

    /// What a test has the system ask for.
    #[cfg(test)]
    pub fn ask(&self, asked: Asked) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = asked;
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, System, Theme};

    #[test]
    fn what_is_asked_is_followed_once() {
        let mut system = System::default();
        assert_eq!(system.changed(), None);
        let asked = Asked { theme: Some(Theme::Light), contrast: true, still: false };
        system.ask(asked);
        assert_eq!((system.changed(), system.asked(), system.changed()), (Some(asked), asked, None));
    }
}
