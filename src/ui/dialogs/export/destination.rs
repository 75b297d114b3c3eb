//! Where the file goes: a path that follows what is exported until the reader gives the file another name.

use std::path::{Path, PathBuf};

use crate::briefing::path::typed;
use crate::export::format::Format;

/// The path in the field.
#[derive(Debug)]
pub struct Destination {
    /// As it is typed.
    pub path: String,
    /// The name that was proposed last.
    proposed: String,
    /// A file in the folder that the path began in, which need not be text as a field shows it.
    known: PathBuf,
}

impl Destination {
    /// A name in a folder.
    pub fn new(folder: &Path, name: String) -> Self {
        let known = folder.join(&name);
        Self { path: known.display().to_string(), proposed: name, known }
    }

    /// Takes a file that was chosen elsewhere.
    pub fn choose(&mut self, file: &Path) {
        self.path = file.display().to_string();
        file.clone_into(&mut self.known);
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

    /// The file meant, with the ending of its format where it has none, or, where it is a folder, the proposed name in
    /// it; none while nothing is typed.
    pub fn file(&self, format: &Format) -> Option<PathBuf> {
        if self.path.trim().is_empty() {
            return None;
        }
        let path = self.beside_the_known().unwrap_or_else(|| typed(&self.path));
        let path = std::path::absolute(&path).unwrap_or(path);
        if path.is_dir() {
            return Some(path.join(&self.proposed));
        }
        Some(if path.extension().is_none() { path.with_extension(format.extension) } else { path })
    }

    /// The path, where it still lies in the folder that it began in.
    fn beside_the_known(&self) -> Option<PathBuf> {
        let shown = |path: &Path| path.display().to_string();
        let (folder, path) = (self.known.parent()?, Path::new(self.path.trim()));
        (shown(path.parent()?) == shown(folder)).then(|| Some(folder.join(path.file_name()?)))?
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

    #[test]
    fn a_path_is_taken_as_other_programs_write_it_and_a_folder_takes_the_proposed_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = folder.path().to_str().expect("UTF-8");
        let mut destination = destination();
        for (path, file) in [
            (format!("\"{text}/my list.csv\""), "my list.csv"),
            (format!("file://{text}/my%20list"), "my list.csv"),
            (format!("{text}/"), "talks-members.csv"),
        ] {
            destination.path = path;
            assert_eq!(destination.file(&CSV), Some(folder.path().join(file)), "{}", destination.path);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_whose_name_is_no_text_is_written_to_and_no_other() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = Path::new(std::ffi::OsStr::from_bytes(b"/visits/M\xfcnchen"));
        let mut destination = Destination::new(folder, "talks.csv".to_owned());
        assert_eq!(destination.file(&CSV), Some(folder.join("talks.csv")));
        destination.follow("talks.json".to_owned(), &JSON);
        assert_eq!(destination.file(&JSON), Some(folder.join("talks.json")));
        destination.path = destination.path.replace("talks", "mine");
        assert_eq!(destination.file(&JSON), Some(folder.join("mine.json")));
        destination.choose(&folder.join("other.csv"));
        assert_eq!(destination.file(&CSV), Some(folder.join("other.csv")));
    }
}
