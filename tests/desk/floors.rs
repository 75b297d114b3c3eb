//! Light falls one way: a floor names only the floors it stands on.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, from the ground up.
const FLOORS: [&str; 8] = ["briefing", "analysis", "import", "editing", "words", "drawing", "export", "ui"];
/// What the window is made with.
const WINDOW: [&str; 2] = ["egui", "eframe"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        // Tests in a file of their own are tests like those at the end of one.
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs"))
        .collect()
}

/// The code of a file without its comments, since a comment may well speak of the floor above, and without its tests,
/// which may ask the words above them how a finding reads.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("source is UTF-8");
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Whether code has a name, and not only as the end or the middle of a word, as "seguido" has.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| !code[..at].ends_with(char::is_alphanumeric))
}

#[test]
fn no_floor_names_the_one_above_it() {
    assert!(names("use egui::Ui;", "egui") && !names("seguido", "egui"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for (number, floor) in FLOORS.into_iter().enumerate() {
        let above = FLOORS[number + 1..].iter().map(|above| format!("crate::{above}"));
        let window = WINDOW.iter().filter(|_| floor != "ui").map(|name| (*name).to_owned());
        let forbidden: Vec<String> = above.chain(window).collect();
        for path in sources(&root.join(floor)) {
            seen += 1;
            let code = code(&path);
            for name in &forbidden {
                assert!(!names(&code, name), "{} names {name}, which stands above it", path.display());
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
