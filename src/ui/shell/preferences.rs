//! What is remembered between two sessions, besides the window's size and place.

use std::collections::BTreeMap;
use std::path::Path;

use eframe::Storage;
use egui::ThemePreference;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::attached::Remembered;
use super::desk::TabKey;
use super::refused::{self, Refused};
use super::shown::Shown;
use super::stored_path::StoredPath;
use super::system::Asked;
use crate::briefing::path;
use crate::export::settings::Notes;
use crate::ui::theme::Look;
use crate::ui::theme::layout::INSPECTOR;
use crate::ui::widgets::Scrolled;
use crate::words::{Formats, Language};

/// What a reader chose. Each field is stored by itself, so that one which cannot be written or read loses only itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is chosen by itself")]
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
    pub recent: Vec<Recent>,
    /// The folder that was exported to last.
    pub exported_to: Option<StoredPath>,
    /// Where an exported table says what it is.
    pub exported_notes: Notes,
    /// Whether the themes are of high contrast.
    pub contrast: bool,
    /// Whether nothing glides.
    pub still: bool,
    /// Whether names in other languages stand under a name.
    pub second_names: bool,
    /// How numbers and dates are written.
    pub formats: Formats,
    /// Whether the briefing that was open last is opened again.
    pub reopen: bool,
    /// What was open last, as it was left.
    pub left: Option<Left>,
    /// What was shown once and is kept under a name, the last first.
    pub views: Vec<SavedView>,
    /// The suggestions that were refused, by folder, the last first.
    pub refused: Vec<Refused>,
}

/// What was open, as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Left {
    /// The folder; none of the bundled briefing.
    pub folder: Option<StoredPath>,
    /// What was shown.
    pub shown: Shown,
    /// How far all was scrolled.
    pub scrolled: Scrolled,
}

/// What was shown once, under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// The name.
    pub name: String,
    /// The link to it.
    pub link: String,
}

/// A folder opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredRecent")]
pub struct Recent {
    /// Where it really is, whatever link or detour it was opened by.
    pub folder: StoredPath,
    /// The name of the briefing in it; empty where an earlier version remembered the folder alone.
    pub title: String,
}

/// A folder as it may be stored: earlier versions kept its path alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredRecent {
    Titled { folder: StoredPath, title: String },
    Folder(StoredPath),
}

impl From<StoredRecent> for Recent {
    fn from(stored: StoredRecent) -> Self {
        match stored {
            StoredRecent::Titled { folder, title } => Self { folder, title },
            StoredRecent::Folder(folder) => Self { folder, title: String::new() },
        }
    }
}

/// What is set in the dialog of the settings.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is set by itself")]
pub struct Chosen {
    /// System, light or dark.
    pub theme: ThemePreference,
    /// Whether of high contrast.
    pub contrast: bool,
    /// 1 is 100 %.
    pub zoom: f32,
    /// Whether nothing glides.
    pub still: bool,
    /// Whether names in other languages stand under a name.
    pub second_names: bool,
    /// How numbers and dates are written.
    pub formats: Formats,
    /// Whether the briefing that was open last is opened again.
    pub reopen: bool,
}

impl Preferences {
    /// What is set in the dialog of the settings.
    pub const fn chosen(&self) -> Chosen {
        let &Self { theme, contrast, zoom, still, second_names, formats, reopen, .. } = self;
        Chosen { theme, contrast, zoom, still, second_names, formats, reopen }
    }

    /// How the window looks by what was chosen and what the system asks for: a theme that was chosen is of the contrast
    /// that was chosen with it.
    pub fn look(&self, asked: Asked) -> Look {
        let follows = self.theme == ThemePreference::System;
        Look { contrast: self.contrast || follows && asked.contrast, still: self.still || asked.still }
    }

    /// Takes what was set there.
    pub fn choose(&mut self, chosen: Chosen) {
        let Chosen { theme, contrast, zoom, still, second_names, formats, reopen } = chosen;
        (self.theme, self.contrast, self.still, self.second_names) = (theme, contrast, still, second_names);
        (self.formats, self.reopen) = (formats, reopen);
        self.set_zoom(zoom);
    }
}

impl Left {
    /// Whether it is of what is in a folder, or, without one, of the bundled briefing.
    pub fn is_of(&self, folder: Option<&Path>) -> bool {
        folder.map(path::real) == self.folder.as_deref().map(path::real)
    }
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
            contrast: false,
            still: false,
            second_names: true,
            formats: Formats::default(),
            reopen: true,
            left: None,
            views: Vec::new(),
            refused: Vec::new(),
        }
    }
}

/// How many folders are remembered.
const MAX_RECENT: usize = 8;
/// How many views are kept.
const MAX_VIEWS: usize = 100;
/// The smallest zoom.
const MIN_ZOOM: f32 = 0.5;
/// The largest zoom.
const MAX_ZOOM: f32 = 3.0;
/// From one zoom to the next.
pub const ZOOM_STEP: f32 = 0.1;
/// Under which earlier versions stored all fields as one.
const EARLIER: &str = "preferences";

/// Stores a field. JSON tells by itself what it holds, so that one part of it can be read without the others.
fn store(storage: &mut dyn Storage, name: &str, value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(text) => storage.set_string(&format!("{EARLIER}.{name}"), text),
        Err(err) => log::error!("{name} cannot be remembered: {err}"),
    }
}

/// What was stored as a field, where it can be read.
fn field<T: DeserializeOwned>(storage: &dyn Storage, name: &str) -> Option<T> {
    serde_json::from_str(&storage.get_string(&format!("{EARLIER}.{name}"))?).ok()
}

/// What of a list can be read.
fn fields<T: DeserializeOwned>(storage: &dyn Storage, name: &str) -> Option<Vec<T>> {
    let stored: Vec<serde_json::Value> = field(storage, name)?;
    Some(stored.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect())
}

impl Preferences {
    /// What was remembered.
    pub fn load(storage: Option<&dyn Storage>) -> Self {
        storage.map_or_else(Self::default, |storage| Self::read(storage).within_bounds())
    }

    /// What of each field was stored, each by itself.
    fn read(storage: &dyn Storage) -> Self {
        let before: Self = eframe::get_value(storage, EARLIER).unwrap_or_default();
        Self {
            theme: field(storage, "theme").unwrap_or(before.theme),
            language: field(storage, "language").unwrap_or(before.language),
            zoom: field(storage, "zoom").unwrap_or(before.zoom),
            tab: field(storage, "open_tab").unwrap_or(before.tab),
            inspector: field(storage, "inspector").unwrap_or(before.inspector),
            inspector_width: field(storage, "inspector_width").unwrap_or(before.inspector_width),
            tabs: field(storage, "tabs").unwrap_or(before.tabs),
            attachment: field(storage, "attachment").unwrap_or(before.attachment),
            recent: fields(storage, "recent").unwrap_or(before.recent),
            exported_to: field(storage, "exported_to").unwrap_or(before.exported_to),
            exported_notes: field(storage, "exported_notes").unwrap_or(before.exported_notes),
            contrast: field(storage, "contrast").unwrap_or(before.contrast),
            still: field(storage, "still").unwrap_or(before.still),
            second_names: field(storage, "second_names").unwrap_or(before.second_names),
            formats: field(storage, "formats").unwrap_or(before.formats),
            reopen: field(storage, "reopen").unwrap_or(before.reopen),
            left: field(storage, "left").unwrap_or(before.left),
            views: fields(storage, "views").unwrap_or(before.views),
            refused: fields(storage, "refused").unwrap_or(before.refused),
        }
    }

    /// Remembers it.
    pub fn save(&self, storage: &mut dyn Storage) {
        let Self {
            theme,
            language,
            zoom,
            tab,
            inspector,
            inspector_width,
            tabs,
            attachment,
            recent,
            exported_to,
            exported_notes,
            contrast,
            still,
            second_names,
            formats,
            reopen,
            left,
            views,
            refused,
        } = self;
        store(storage, "theme", theme);
        store(storage, "language", language);
        store(storage, "zoom", zoom);
        store(storage, "open_tab", tab);
        store(storage, "inspector", inspector);
        store(storage, "inspector_width", inspector_width);
        store(storage, "tabs", tabs);
        store(storage, "attachment", attachment);
        store(storage, "recent", recent);
        store(storage, "exported_to", exported_to);
        store(storage, "exported_notes", exported_notes);
        store(storage, "contrast", contrast);
        store(storage, "still", still);
        store(storage, "second_names", second_names);
        store(storage, "formats", formats);
        store(storage, "reopen", reopen);
        store(storage, "left", left);
        store(storage, "views", views);
        store(storage, "refused", refused);
        storage.remove_string(EARLIER);
    }

    /// Remembers a folder as the last one opened, under the name of the briefing in it.
    pub fn remember(&mut self, folder: &Path, title: &str) {
        let real = path::real(folder);
        // An earlier version may have kept the folder by another way to it.
        self.recent.retain(|other| *other.folder != *real && *other.folder != *folder);
        self.recent.insert(0, Recent { folder: real.into(), title: title.to_owned() });
        self.recent.truncate(MAX_RECENT);
    }

    /// Keeps a view under a name, instead of what had that name.
    pub fn keep_view(&mut self, name: &str, link: String) {
        self.views.retain(|view| view.name != name);
        self.views.insert(0, SavedView { name: name.to_owned(), link });
        self.views.truncate(MAX_VIEWS);
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
        self.views.truncate(MAX_VIEWS);
        refused::bound(&mut self.refused);
        self.inspector_width = or(self.inspector_width, INSPECTOR.0).clamp(INSPECTOR.1, INSPECTOR.2);
        self
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use egui::ThemePreference;

    use super::{INSPECTOR, Left, MAX_RECENT, MAX_ZOOM, Preferences, Refused, SavedView, refused};
    use crate::ui::shell::desk::TabKey;
    use crate::ui::shell::memory::Memory;
    use crate::words::{DateForm, DigitForm, Formats};

    fn refused_once() -> Vec<Refused> {
        let mut refused = Vec::new();
        refused::keep(&mut refused, Path::new("/briefings/harbour"), vec!["figure-1.1-12".to_owned()]);
        refused
    }

    fn chosen() -> Preferences {
        let mut chosen = Preferences {
            theme: ThemePreference::Dark,
            tab: TabKey::TRADE,
            inspector: true,
            exported_to: Some(PathBuf::from("/reports").into()),
            tabs: [("members".to_owned(), "x".to_owned())].into(),
            contrast: true,
            still: true,
            second_names: false,
            formats: Formats { digits: DigitForm::CommaPoint, dates: DateForm::Iso },
            reopen: false,
            left: Some(Left { folder: Some(PathBuf::from("/briefings/harbour").into()), ..Left::default() }),
            refused: refused_once(),
            views: vec![SavedView { name: "Mine".to_owned(), link: "briefing-desk:trade".to_owned() }],
            ..Preferences::default()
        };
        chosen.remember(Path::new("/briefings/harbour"), "Harbour talks");
        chosen
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let mut memory = Memory::default();
        chosen().save(&mut memory);
        assert_eq!(Preferences::load(Some(&memory)), chosen());
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_utf_8_is_kept_with_all_else() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = Path::new(std::ffi::OsStr::from_bytes(b"/visits/M\xfcnchen"));
        let mut chosen = chosen();
        chosen.remember(folder, "A visit");
        chosen.exported_to = Some(folder.to_owned().into());
        let mut memory = Memory::default();
        chosen.save(&mut memory);
        let read = Preferences::load(Some(&memory));
        assert_eq!((&*read.recent[0].folder, read.exported_to.as_deref()), (folder, Some(folder)));
        assert_eq!(read, chosen);
    }

    #[test]
    fn a_field_that_cannot_be_read_loses_only_itself() {
        let mut memory = Memory::default();
        chosen().save(&mut memory);
        let names: Vec<String> = memory.0.keys().cloned().collect();
        assert_eq!(names.len(), 19);
        for name in names {
            for damage in ["", "\u{0}", "{", "[[1, 2], 3]", "\"gone\"", "1e999", "null"] {
                let mut damaged = Memory(memory.0.clone());
                damaged.0.insert(name.clone(), damage.to_owned());
                let mut read = Preferences::load(Some(&damaged));
                // The damaged field put back, all is as it was.
                let (whole, field) = (chosen(), name.rsplit('.').next().expect("a name"));
                match field {
                    "theme" => read.theme = whole.theme,
                    "language" => read.language = whole.language,
                    "zoom" => read.zoom = whole.zoom,
                    "open_tab" => read.tab = whole.tab,
                    "inspector" => read.inspector = whole.inspector,
                    "inspector_width" => read.inspector_width = whole.inspector_width,
                    "tabs" => read.tabs = whole.tabs.clone(),
                    "attachment" => read.attachment = whole.attachment.clone(),
                    "recent" => read.recent = whole.recent.clone(),
                    "exported_to" => read.exported_to = whole.exported_to.clone(),
                    "exported_notes" => read.exported_notes = whole.exported_notes,
                    "contrast" => read.contrast = whole.contrast,
                    "still" => read.still = whole.still,
                    "second_names" => read.second_names = whole.second_names,
                    "formats" => read.formats = whole.formats,
                    "reopen" => read.reopen = whole.reopen,
                    "left" => read.left = whole.left.clone(),
                    "views" => read.views = whole.views.clone(),
                    "refused" => read.refused = whole.refused.clone(),
                    other => assert_eq!(other, "", "a new field"),
                }
                assert_eq!(read, whole, "{field}: {damage}");
            }
        }
    }

    #[test]
    fn of_a_list_what_can_be_read_is_kept() {
        let mut memory = Memory::default();
        let list = r#"["/old/way", 7, {"folder": "/new", "title": "New"}, {"folder": [], "title": 1}]"#;
        memory.0.insert("preferences.recent".to_owned(), list.to_owned());
        let recent = Preferences::load(Some(&memory)).recent;
        let told: Vec<_> = recent.iter().map(|recent| (recent.folder.to_str(), recent.title.as_str())).collect();
        assert_eq!(told, [(Some("/old/way"), ""), (Some("/new"), "New")]);
    }

    #[test]
    fn what_an_earlier_version_stored_is_taken_over() {
        let mut memory = Memory::default();
        let earlier =
            r#"(theme:Dark,zoom:1.5,open_tab:"trade",recent:["/briefings/harbour"],exported_to:Some("/reports"))"#;
        memory.0.insert("preferences".to_owned(), earlier.to_owned());
        let read = Preferences::load(Some(&memory));
        assert_eq!((read.theme, read.zoom.to_string()), (ThemePreference::Dark, "1.5".to_owned()));
        assert_eq!(read.exported_to.as_deref(), Some(Path::new("/reports")));
        assert_eq!(*read.recent[0].folder, *Path::new("/briefings/harbour"));
        read.save(&mut memory);
        assert!(!memory.0.contains_key("preferences"));
        assert_eq!(Preferences::load(Some(&memory)), read);
    }

    #[test]
    fn the_folder_opened_last_is_the_first_and_none_stands_twice() {
        let mut preferences = Preferences::default();
        for number in (0..20).chain([15]) {
            preferences.remember(Path::new(&format!("/briefings/{number}")), "Talks");
        }
        let names: Vec<_> = preferences.recent.iter().map(|recent| recent.folder.display().to_string()).collect();
        assert_eq!(names.len(), MAX_RECENT);
        assert_eq!(names[..3], ["/briefings/15", "/briefings/19", "/briefings/18"]);
    }

    #[cfg(unix)]
    #[test]
    fn one_folder_stands_once_by_whatever_way_it_is_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, link) = (folder.path().join("own"), folder.path().join("link"));
        std::fs::create_dir(&own).expect("made");
        std::os::unix::fs::symlink(&own, &link).expect("linked");
        let mut preferences = Preferences::default();
        for way in [&own, &link, &own.join("../own/"), &link.join(".")] {
            preferences.remember(way, "Harbour talks");
        }
        assert_eq!(preferences.recent.len(), 1);
        assert_eq!(preferences.recent[0].title, "Harbour talks");
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
