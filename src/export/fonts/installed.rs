//! Whether the system has any font at all.
//!
//! What asks fontconfig for fonts takes it that there is one, and a machine without any would end the program
//! (linebender/parley: `SystemFonts::new`). So it is looked for first.

use std::path::{Path, PathBuf};

/// The endings of files that hold fonts.
const ENDINGS: [&str; 7] = ["ttf", "otf", "ttc", "otc", "pfb", "pcf", "woff"];
/// Folders within folders are looked into so deep.
const DEEPEST: usize = 8;

/// Whether there is a font in any folder that the system looks for fonts in.
pub fn are_installed() -> bool {
    // Elsewhere there are always some, and nothing ends where there are not.
    if !cfg!(unix) || cfg!(target_vendor = "apple") || cfg!(target_os = "android") {
        return true;
    }
    folders().iter().any(|folder| has_font(folder, DEEPEST))
}

/// The folders of fonts: those that the configuration names, those that are usual where it names none.
fn folders() -> Vec<PathBuf> {
    let home = std::env::home_dir().unwrap_or_default();
    let data = std::env::var_os("XDG_DATA_HOME").map_or_else(|| home.join(".local/share"), PathBuf::from);
    let file =
        std::env::var_os("FONTCONFIG_FILE").map_or_else(|| PathBuf::from("/etc/fonts/fonts.conf"), PathBuf::from);
    let Ok(configuration) = std::fs::read_to_string(file) else {
        return ["/usr/share/fonts", "/usr/local/share/fonts"]
            .map(PathBuf::from)
            .into_iter()
            .chain([data.join("fonts")])
            .collect();
    };
    named(&configuration, &home, &data)
}

/// The folders that a configuration names.
fn named(configuration: &str, home: &Path, data: &Path) -> Vec<PathBuf> {
    let folder = |part: &str| {
        let (attributes, rest) = part.split_once('>')?;
        let (path, _) = rest.split_once("</dir>")?;
        let path = path.trim();
        Some(match path.strip_prefix("~/") {
            Some(rest) => home.join(rest),
            None if attributes.contains("xdg") => data.join(path),
            None => PathBuf::from(path),
        })
    };
    configuration.split("<dir").skip(1).filter_map(folder).collect()
}

fn has_font(folder: &Path, deep: usize) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        // A font may be packed, as those of X are.
        let is_font = ending.is_some_and(|ending| ENDINGS.contains(&&*ending) || ending == "gz");
        is_font || deep > 0 && path.is_dir() && has_font(&path, deep - 1)
    })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{has_font, named};

    #[test]
    fn folders_are_those_that_the_configuration_names() {
        let configuration = "<fontconfig><dir>/usr/share/fonts</dir>\n<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>\
                             <cachedir>/var/cache</cachedir></fontconfig>";
        let folders = named(configuration, Path::new("/home/a"), Path::new("/data"));
        assert_eq!(folders, ["/usr/share/fonts", "/data/fonts", "/home/a/.fonts"].map(PathBuf::from));
        assert!(named("<fontconfig/>", Path::new(""), Path::new("")).is_empty());
    }

    #[test]
    fn a_font_is_found_in_a_folder_within() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        assert!(!has_font(folder.path(), 3));
        let inner = folder.path().join("truetype/own");
        std::fs::create_dir_all(&inner).expect("a folder");
        std::fs::write(inner.join("README"), "").expect("a file");
        assert!(!has_font(folder.path(), 3));
        std::fs::write(inner.join("Own.TTF"), "").expect("a file");
        assert!(has_font(folder.path(), 3) && !has_font(folder.path(), 1));
    }
}
