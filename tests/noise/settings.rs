//! Whatever stands in the file of the settings, the window opens with settings it can be drawn with, the same each time,
//! and nothing of what stood in it is lost. `SETTINGS=1000000` tries so many.

use std::path::Path;

use briefing_desk::ui::settings::Settings;
use tempfile::TempDir;

use crate::changes::{Chance, changed};

const TIMES: usize = 4_000;
/// So many of the texts that came of changes are changed again.
const KEPT: usize = 64;

/// As the program writes it, and as an earlier version did.
const FILES: [&str; 3] = [
    r#"{
    "preferences.theme": "\"Dark\"",
    "preferences.zoom": "1.25",
    "preferences.open_tab": "\"trade\"",
    "preferences.inspector_width": "320.0",
    "preferences.tabs": "{\"members\":\"{}\"}",
    "preferences.recent": "[{\"folder\":\"/briefings/harbour\",\"title\":\"Harbour talks\"},\"/old\"]",
    "window": "(inner_position_pixels:Some((x:10.0,y:20.0)),fullscreen:false,maximized:false)",
}"#,
    r#"{
    "preferences": "(theme:Dark,zoom:1.1,open_tab:Members,recent:[\"/old\"])",
}"#,
    "{}",
];

/// Opens a file of settings, and says whether it was understood.
fn opened(path: &Path, bytes: &[u8]) -> bool {
    std::fs::write(path, bytes).expect("a writable file");
    let settings = Settings::open(path);
    let preferences = settings.preferences();
    assert!((0.5..=3.0).contains(&preferences.zoom), "{}", preferences.zoom);
    assert!(preferences.inspector_width.is_finite(), "{}", preferences.inspector_width);
    assert!(preferences.recent.len() <= 8, "{}", preferences.recent.len());
    // What cannot be understood is set aside, and is still there whole.
    let aside = settings.set_aside();
    let understood = aside.is_none();
    let kept = aside.unwrap_or_else(|| path.to_owned());
    assert_eq!(std::fs::read(&kept).expect("it is there"), bytes);
    drop(settings);
    if understood {
        assert_eq!(Settings::open(path).preferences(), preferences);
    } else {
        std::fs::remove_file(kept).expect("it is there");
    }
    understood
}

#[test]
fn whatever_stands_in_the_settings_the_window_opens_and_nothing_is_lost() {
    let times = std::env::var("SETTINGS").ok().and_then(|given| given.parse().ok()).unwrap_or(TIMES);
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("app.ron");
    let mut chance = Chance(20_261_127);
    let mut texts: Vec<Vec<u8>> = FILES.iter().map(|file| file.as_bytes().to_vec()).collect();
    for text in &texts {
        assert!(opened(&path, text), "{}", String::from_utf8_lossy(text));
    }
    let mut understood = 0;
    for _ in 0..times {
        let bytes = changed(&texts[chance.below(texts.len())], &mut chance);
        if !opened(&path, &bytes) {
            continue;
        }
        understood += 1;
        // What was understood is changed further, in the place of another.
        if texts.len() < KEPT {
            texts.push(bytes);
        } else {
            let place = FILES.len() + chance.below(KEPT - FILES.len());
            texts[place] = bytes;
        }
    }
    assert!(understood > times / 20 && understood < times, "{understood} of {times}");
}
