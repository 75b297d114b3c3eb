//! Where the file goes: a path that follows what is exported until the reader gives the file another name.

use std::path::{Path, PathBuf};

use crate::export::format::Format;

/// The path in the field.
#[derive(Debug)]
pub struct Destination {
    /// As it is typed.
    pub path: String,
    /// The name that was proposed last.
    proposed: String,
}

impl Destination {
    /// A name in a folder.
    pub fn new(folder: &Path, name: String) -> Self {
        Self { path: folder.join(&name).display().to_string(), proposed: name }
    }

    /// Follows what is exported: the name where it is the proposed one, else its ending alone.
    pub fn follow(&mut self, name: String, format: &Format) {
        if name == self.proposed {
            return;
        }
        let path = Path::new(&self.path);
        let is = |known: &str| path.file_name().is_some_and(|own| own == known);
        let had_ending = |known: &str| path.extension() == Path::new(known).extension();
        if is(&self.proposed) {
            self.path = path.with_file_name(&name).display().to_string();
        } else if had_ending(&self.proposed) {
            self.path = path.with_extension(format.extension).display().to_string();
        }
        self.proposed = name;
    }

    /// The file meant, with the ending of its format where it has none; none while nothing is typed.
    pub fn file(&self, format: &Format) -> Option<PathBuf> {
        let typed = self.path.trim();
        if typed.is_empty() {
            return None;
        }
        let path = std::path::absolute(typed).unwrap_or_else(|_| PathBuf::from(typed));
        Some(if path.extension().is_none() && !path.is_dir() { path.with_extension(format.extension) } else { path })
    }
}

/// Asks the system's own dialog for a file, beginning at one.
pub fn system_dialog(title: String, path: &Path) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new().set_title(title);
    if let Some(folder) = path.parent() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = path.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    dialog.save_file()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Destination;
    use crate::export::format::{CSV, JSON};

    fn destination() -> Destination {
        Destination::new(Path::new("/reports"), "talks-members.csv".to_owned())
    }

    #[test]
    fn the_proposed_name_follows_and_the_readers_own_stays() {
        let mut destination = destination();
        destination.follow("talks-trade.csv".to_owned(), &CSV);
        assert_eq!(Path::new(&destination.path), Path::new("/reports/talks-trade.csv"));
        destination.path = "/elsewhere/mine.csv".to_owned();
        destination.follow("talks-trade.json".to_owned(), &JSON);
        assert_eq!(Path::new(&destination.path), Path::new("/elsewhere/mine.json"), "but for its ending");
        destination.path = "/elsewhere/mine.txt".to_owned();
        destination.follow("talks-trade.csv".to_owned(), &CSV);
        assert_eq!(destination.path, "/elsewhere/mine.txt", "an ending of the reader's own stays too");
    }

    #[test]
    fn a_name_without_an_ending_is_given_one() {
        let mut destination = destination();
        destination.path = " /reports/mine ".to_owned();
        assert_eq!(destination.file(&CSV).as_deref(), Some(Path::new("/reports/mine.csv")));
        destination.path = "  ".to_owned();
        assert_eq!(destination.file(&CSV), None);
    }
}
