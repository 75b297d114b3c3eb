//! Whatever stands in the file of the settings, the window opens with settings it can be drawn with, the same each time,
//! and a window in which nothing is chosen loses nothing of what stood in it.

#![no_main]

use std::cell::RefCell;

use briefing_desk::ui::settings::Settings;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

thread_local! {
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

fuzz_target!(|data: &[u8]| {
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(|| TempDir::new().expect("a temporary folder"));
        let path = folder.path().join("app.ron");
        std::fs::write(&path, data).expect("a writable file");
        let settings = Settings::open(&path);
        let preferences = settings.preferences();
        assert!((0.5..=3.0).contains(&preferences.zoom), "{}", preferences.zoom);
        assert!(preferences.inspector_width.is_finite() && preferences.recent.len() <= 8);
        // What cannot be understood is set aside, and is still there whole.
        let kept = settings.set_aside().unwrap_or(path.clone());
        assert_eq!(std::fs::read(&kept).expect("it is there"), data);
        drop(settings);
        if kept == path {
            assert_eq!(Settings::open(&path).preferences(), preferences);
        }
    });
});
