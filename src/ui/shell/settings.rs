//! The file in which the window remembers what was chosen in it.
//!
//! It is written as soon as something is chosen, so that no signal and no display that goes away loses it; written
//! beside and renamed, so that there is never half a file; and only what this window changed, so that two windows do not
//! undo each other's choices. Another thread writes: a disk may be slow, and a frame is not to wait for it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use egui::{Context, Rect, Vec2};
use egui_winit::WindowSettings;

use super::memory::Memory;
use super::merged::merged;
use super::preferences::Preferences;
use crate::export::file;

/// Under which the window's size and place are stored, and looked for when a window opens.
const WINDOW: &str = "window";
/// How much a window is zoomed when it is made: what a reader chose is set once it is there.
const ZOOM: f32 = 1.0;
/// What changes within this is written at once.
const TOGETHER: Duration = Duration::from_millis(50);
/// So often and so long apart is tried to be the only one who writes.
const TRIES: (u32, Duration) = (20, Duration::from_millis(10));

/// The settings of one window.
#[derive(Debug)]
pub struct Settings {
    file: PathBuf,
    keeper: Arc<Keeper>,
    kept: Preferences,
    memory: Memory,
    place: Option<Place>,
    /// Where a file was put that could not be understood.
    set_aside: Option<PathBuf>,
}

/// Where a window is and how large, as far as it shows whether that has changed.
type Place = (Option<Rect>, Option<Rect>, Option<bool>, Option<bool>, f32);

impl Settings {
    /// The file of this program; none where the system names no folder for it.
    pub fn path() -> Option<PathBuf> {
        Some(eframe::storage_dir(super::window::APP_ID)?.join("app.ron"))
    }

    /// Reads a file and keeps it from now on. One that is not there is as if empty; one that is not to be understood is
    /// set aside, so that nothing in it is lost.
    pub fn open(path: &Path) -> Self {
        let set_aside = set_aside(path);
        let memory = Memory(read(path).unwrap_or_default());
        let keeper = Keeper::start(path, &memory.0);
        let kept = Preferences::load(Some(&memory));
        Self { file: path.to_owned(), keeper, kept, memory, place: None, set_aside }
    }

    /// The file that they are kept in.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The folder of the briefing that was open last, where a reader wants it again.
    pub fn last_folder(path: &Path) -> Option<PathBuf> {
        let left = Preferences::load(Some(&Memory(read(path)?)));
        Some(left.left.filter(|_| left.reopen)?.folder?.to_path_buf())
    }

    /// How large the window was, in points where nothing is zoomed.
    pub fn window_size(&self) -> Option<Vec2> {
        let window: WindowSettings = eframe::get_value(&self.memory, WINDOW)?;
        Some(window.inner_size_points())
    }

    /// Where the file was put that could not be understood, if there was one.
    pub fn set_aside(&self) -> Option<PathBuf> {
        self.set_aside.clone()
    }

    /// What was remembered.
    pub fn preferences(&self) -> Preferences {
        self.kept.clone()
    }

    /// Remembers what has been chosen since it was last asked to, and where the window is now. To be called in every
    /// frame: where nothing changed it does nothing.
    pub fn keep(&mut self, preferences: &Preferences, ctx: &Context, frame: &eframe::Frame) {
        let zoom = ctx.zoom_factor();
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.outer_rect, viewport.inner_rect, viewport.maximized, viewport.fullscreen, zoom)
        });
        let moved = self.place != Some(place);
        if !moved && self.kept == *preferences {
            return;
        }
        if let Some(window) = frame.winit_window().filter(|_| moved) {
            let before: Option<WindowSettings> = eframe::get_value(&self.memory, WINDOW);
            let before = before.map(|settings| settings.normal_geometry());
            let settings = WindowSettings::from_window(ZOOM, window, before);
            eframe::set_value(&mut self.memory, WINDOW, &settings);
        }
        self.place = Some(place);
        self.kept = preferences.clone();
        preferences.save(&mut self.memory);
        self.keeper.keep(self.memory.0.clone());
    }
}

impl Drop for Settings {
    fn drop(&mut self) {
        self.keeper.finish();
    }
}

/// Writes what is still to be written, before the program ends.
pub fn flush() {
    let keeper = lock(&LAST).clone();
    if let Some(keeper) = keeper {
        keeper.write();
    }
}

/// That of the window which opened last.
static LAST: Mutex<Option<Arc<Keeper>>> = Mutex::new(None);

/// What stands between a window and its file.
#[derive(Debug)]
struct Keeper {
    path: PathBuf,
    pending: Mutex<Pending>,
    changed: Condvar,
    /// What this window believes that it has stored; whoever holds it writes.
    stored: Mutex<BTreeMap<String, String>>,
    /// Whether there is a thread that writes.
    has_thread: bool,
}

#[derive(Debug, Default)]
struct Pending {
    values: Option<BTreeMap<String, String>>,
    finished: bool,
}

/// What another thread was doing when it ended is done again.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Keeper {
    fn start(path: &Path, stored: &BTreeMap<String, String>) -> Arc<Self> {
        let keeper = |has_thread| {
            Arc::new(Self {
                path: path.to_owned(),
                pending: Mutex::default(),
                changed: Condvar::new(),
                stored: Mutex::new(stored.clone()),
                has_thread,
            })
        };
        let writing = keeper(true);
        let theirs = Arc::clone(&writing);
        let started = thread::Builder::new().name("settings".to_owned()).spawn(move || theirs.work());
        let keeper = if started.is_ok() { writing } else { keeper(false) };
        *lock(&LAST) = Some(Arc::clone(&keeper));
        keeper
    }

    /// Takes what is to be stored.
    fn keep(&self, values: BTreeMap<String, String>) {
        lock(&self.pending).values = Some(values);
        self.changed.notify_one();
        if !self.has_thread {
            self.write();
        }
    }

    fn finish(&self) {
        lock(&self.pending).finished = true;
        self.changed.notify_one();
        self.write();
    }

    /// Writes what is to be written until the window is gone.
    fn work(&self) {
        loop {
            let pending = lock(&self.pending);
            let waits = |pending: &mut Pending| pending.values.is_none() && !pending.finished;
            let pending = self.changed.wait_while(pending, waits).unwrap_or_else(PoisonError::into_inner);
            if pending.finished {
                return;
            }
            drop(pending);
            thread::sleep(TOGETHER);
            self.write();
        }
    }

    /// Writes what is to be written now.
    fn write(&self) {
        let mut stored = lock(&self.stored);
        let Some(values) = lock(&self.pending).values.take() else { return };
        if *stored != values {
            match write(&self.path, &stored, &values) {
                Ok(()) => *stored = values,
                Err(why) => log::warn!("what was chosen cannot be remembered: {why}"),
            }
        }
    }
}

/// Puts a file that cannot be understood beside its place. Returns where it is now; nothing where there is none, or where
/// it can only not be read now.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let bytes = fs::read(path).ok()?;
    let text = String::from_utf8(bytes).ok();
    if text.is_some_and(|text| ron::from_str::<BTreeMap<String, String>>(&text).is_ok()) {
        return None;
    }
    let aside = path.with_extension("ron.broken");
    fs::rename(path, &aside).ok()?;
    Some(aside)
}

/// Writes what differs between two states of a window to the file, which another window may have written to.
fn write(path: &Path, before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Result<(), String> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder).map_err(|err| err.to_string())?;
    // Held until this returns; where it cannot be had, two that write at the same instant see only the last.
    let _alone = alone(folder);
    let values = read(path).map_or_else(|| now.clone(), |theirs| merged(before, now, theirs));
    let text = ron::ser::to_string_pretty(&values, ron::ser::PrettyConfig::default()).map_err(|err| err.to_string())?;
    file::write(path, text.as_bytes()).map_err(|err| err.to_string())
}

/// A lock that one window at a time has.
fn alone(folder: &Path) -> Option<File> {
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join("lock")).ok()?;
    for _ in 0..TRIES.0 {
        if lock.try_lock().is_ok() {
            return Some(lock);
        }
        thread::sleep(TRIES.1);
    }
    None
}

fn read(path: &Path) -> Option<BTreeMap<String, String>> {
    ron::from_str(&fs::read_to_string(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use egui::ThemePreference;

    use super::{Keeper, Memory, Preferences, read};

    fn values(preferences: &Preferences) -> BTreeMap<String, String> {
        let mut memory = Memory::default();
        preferences.save(&mut memory);
        memory.0
    }

    fn stored(path: &Path) -> Preferences {
        Preferences::load(Some(&Memory(read(path).expect("it is whole"))))
    }

    #[test]
    fn two_windows_keep_what_each_was_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/app.ron");
        let start = Preferences::default();
        let [one, other] = [0, 1].map(|_| Keeper::start(&path, &values(&start)));
        let mut first = Preferences { theme: ThemePreference::Dark, ..start.clone() };
        first.remember(Path::new("/talks/one"), "One");
        first.tabs.insert("trade".to_owned(), "shares".to_owned());
        one.keep(values(&first));
        one.write();
        let mut second = Preferences { zoom: 1.5, ..start };
        second.remember(Path::new("/talks/other"), "Other");
        second.tabs.insert("members".to_owned(), "by date".to_owned());
        other.keep(values(&second));
        other.write();
        let both = stored(&path);
        assert_eq!((both.theme, both.zoom.to_string()), (ThemePreference::Dark, "1.5".to_owned()));
        let recent: Vec<_> = both.recent.iter().map(|recent| recent.title.as_str()).collect();
        assert_eq!(recent, ["Other", "One"]);
        assert_eq!(both.tabs.len(), 2, "{:?}", both.tabs);
        // Whoever changes it last is right, and changes nothing else.
        one.keep(values(&Preferences { theme: ThemePreference::Light, ..first }));
        one.write();
        assert_eq!(stored(&path), Preferences { theme: ThemePreference::Light, ..both });
        one.finish();
        other.finish();
    }

    #[test]
    fn what_cannot_be_read_is_replaced_and_what_cannot_be_written_is_tried_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("app.ron");
        fs::write(&path, "{\"preferences.zoom\": \"1.").expect("half a file");
        let keeper = Keeper::start(&path, &BTreeMap::new());
        let dark = Preferences { theme: ThemePreference::Dark, ..Preferences::default() };
        keeper.keep(values(&dark));
        keeper.write();
        assert_eq!(stored(&path), dark);
        fs::remove_file(&path).and_then(|()| fs::create_dir(&path)).expect("in its place");
        let light = Preferences { theme: ThemePreference::Light, ..dark };
        keeper.keep(values(&light));
        keeper.write();
        fs::remove_dir(&path).expect("gone again");
        keeper.keep(values(&light));
        keeper.write();
        assert_eq!(stored(&path), light);
        keeper.finish();
    }

    #[test]
    fn what_cannot_be_understood_is_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("app.ron");
        for broken in ["{\"preferences.zoom\": \"1.", "\u{0}", "[1, 2]"] {
            fs::write(&path, broken).expect("written");
            let settings = super::Settings::open(&path);
            let aside = settings.set_aside().expect("it is set aside");
            assert_eq!(fs::read_to_string(aside).expect("it is there"), broken);
            assert_eq!(settings.preferences(), Preferences::default());
        }
        fs::write(&path, "{}").expect("written");
        assert_eq!(super::Settings::open(&path).set_aside(), None);
        assert_eq!(super::Settings::open(&folder.path().join("none.ron")).set_aside(), None);
    }

    #[test]
    fn nobody_ever_sees_half_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("app.ron");
        let keepers = [0, 1].map(|_| Keeper::start(&path, &BTreeMap::new()));
        std::thread::scope(|scope| {
            for (number, keeper) in keepers.iter().enumerate() {
                scope.spawn(move || {
                    for round in 0..25 {
                        keeper.keep([(format!("key {number}"), "long ".repeat(round * 100))].into());
                        keeper.write();
                    }
                });
            }
            for _ in 0..200 {
                assert!(!path.exists() || read(&path).is_some());
            }
        });
        assert_eq!(read(&path).map(|values| values.len()), Some(2));
        for keeper in &keepers {
            keeper.finish();
        }
    }
}
