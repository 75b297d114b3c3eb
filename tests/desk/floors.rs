//! Light falls one way: a floor names only the floors it stands on.

use std::fs;
use std::path::{Path, PathBuf};

/// Each floor with what it must not name.
const FLOORS: [(&str, &[&str]); 4] = [
    ("briefing", &["egui", "eframe", "crate::analysis", "crate::drawing", "crate::export", "crate::ui"]),
    ("analysis", &["egui", "eframe", "crate::drawing", "crate::export", "crate::ui"]),
    ("drawing", &["egui", "eframe", "crate::export", "crate::ui"]),
    ("export", &["egui", "eframe", "crate::ui"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The code of a file without its comments, since a comment may well speak of the floor above.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("source is UTF-8");
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_floor_names_the_one_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for (floor, forbidden) in FLOORS {
        for path in sources(&root.join(floor)) {
            seen += 1;
            let code = code(&path);
            for name in forbidden {
                assert!(!code.contains(name), "{} names {name}, which stands above it", path.display());
            }
        }
    }
    assert!(seen > 10, "the source tree was read: {seen} files");
}

#[test]
fn only_the_theme_makes_colours() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root).iter().filter(|path| !path.ends_with("ui/theme/tokens.rs")) {
        let code = code(path);
        for name in ["Color32::from", "Color32::WHITE", "Color32::BLACK", "hex_color!"] {
            assert!(!code.contains(name), "{} makes a colour with {name}", path.display());
        }
        let palette = path.ends_with("drawing/palette.rs");
        assert!(palette || !code.contains("Rgb(0x"), "{} makes a colour of a picture", path.display());
    }
}
