//! What is remembered between two sessions, besides the window's size and place.

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::ThemePreference;
use serde::{Deserialize, Serialize};

use super::attached::Remembered;
use super::desk::TabKey;
use crate::export::settings::Notes;
use crate::ui::theme::layout::INSPECTOR;
use crate::words::Language;

/// What a reader chose. Unknown or damaged storage gives the defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// System, light or dark.
    pub theme: ThemePreference,
    /// The language of the window's words.
    pub language: Language,
    /// 1 is 100 %.
    pub zoom: f32,
    /// The open tab.
    #[serde(rename = "open_tab")]
    pub tab: TabKey,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// Its width in points.
    pub inspector_width: f32,
    /// What each tab remembers, by its key.
    pub tabs: BTreeMap<String, String>,
    /// The reader's own copy of the document.
    pub attachment: Option<Remembered>,
    /// The folders opened before, the last first.
    pub recent: Vec<PathBuf>,
    /// The folder that was exported to last.
    pub exported_to: Option<PathBuf>,
    /// Where an exported table says what it is.
    pub exported_notes: Notes,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemePreference::System,
            language: Language::default(),
            zoom: 1.0,
            tab: TabKey::default(),
            inspector: false,
            inspector_width: INSPECTOR.0,
            tabs: BTreeMap::new(),
            attachment: None,
            recent: Vec::new(),
            exported_to: None,
            exported_notes: Notes::default(),
        }
    }
}

/// How many folders are remembered.
const MAX_RECENT: usize = 8;
/// The smallest zoom.
const MIN_ZOOM: f32 = 0.5;
/// The largest zoom.
const MAX_ZOOM: f32 = 3.0;
/// From one zoom to the next.
pub const ZOOM_STEP: f32 = 0.1;

impl Preferences {
    const KEY: &str = "preferences";

    /// What was remembered.
    pub fn load(storage: Option<&dyn eframe::Storage>) -> Self {
        let stored: Option<Self> = storage.and_then(|storage| eframe::get_value(storage, Self::KEY));
        stored.unwrap_or_default().within_bounds()
    }

    /// Remembers it.
    pub fn save(&self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, Self::KEY, self);
    }

    /// Remembers a folder as the last one opened.
    pub fn remember(&mut self, folder: PathBuf) {
        self.recent.retain(|other| *other != folder);
        self.recent.insert(0, folder);
        self.recent.truncate(MAX_RECENT);
    }

    /// Takes a zoom, within its bounds and by whole steps.
    pub fn set_zoom(&mut self, zoom: f32) {
        self.zoom = ((zoom * 10.0).round() / 10.0).clamp(MIN_ZOOM, MAX_ZOOM);
    }

    /// Storage is a file that anything may have written to.
    fn within_bounds(mut self) -> Self {
        let or = |value: f32, default: f32| if value.is_finite() { value } else { default };
        self.zoom = or(self.zoom, 1.0).clamp(MIN_ZOOM, MAX_ZOOM);
        self.recent.truncate(MAX_RECENT);
        self.inspector_width = or(self.inspector_width, INSPECTOR.0).clamp(INSPECTOR.1, INSPECTOR.2);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{INSPECTOR, MAX_RECENT, MAX_ZOOM, Preferences};

    #[test]
    fn the_folder_opened_last_is_the_first_and_none_stands_twice() {
        let mut preferences = Preferences::default();
        for number in (0..20).chain([15]) {
            preferences.remember(format!("/briefings/{number}").into());
        }
        let names: Vec<_> = preferences.recent.iter().map(|folder| folder.display().to_string()).collect();
        assert_eq!(names.len(), MAX_RECENT);
        assert_eq!(names[..3], ["/briefings/15", "/briefings/19", "/briefings/18"]);
    }

    #[test]
    fn damaged_values_come_back_within_bounds() {
        let sane = |preferences: Preferences| {
            let preferences = preferences.within_bounds();
            (preferences.zoom.to_string(), preferences.inspector_width.to_string())
        };
        let damaged = Preferences { zoom: f32::NAN, inspector_width: -5.0, ..Preferences::default() };
        assert_eq!(sane(damaged), ("1".to_owned(), INSPECTOR.1.to_string()));
        let huge = Preferences { zoom: 1e9, inspector_width: f32::INFINITY, ..Preferences::default() };
        assert_eq!(sane(huge), (MAX_ZOOM.to_string(), INSPECTOR.0.to_string()));
    }
}
