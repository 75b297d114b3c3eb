//! Writing a file whole or not at all.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::briefing::Message;
use crate::message;
use crate::words::Words;

/// What a file is called while it is being written: hidden, and short, so that a long name has room for it.
pub(super) const PREFIX: &str = ".briefing-desk-";
pub(super) const SUFFIX: &str = ".part";
/// What has not been written to for so long was left by a kill or a power cut.
const LEFT_BEHIND: Duration = Duration::from_hours(1);
/// After each of so many bytes it is asked whether to go on.
const CHUNK: usize = 1 << 20;

/// Why a file was not written.
#[derive(Debug)]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What stood in the way.
    pub fault: Fault,
    /// What is there now.
    pub left: Left,
}

/// What stands in the way of writing a file.
#[derive(Debug)]
pub enum Fault {
    /// The folder is not there.
    NoFolder,
    /// A folder has the name.
    IsFolder,
    /// A link has the name, and what it leads to is gone.
    DeadLink,
    /// The file or its folder may not be written to.
    NotAllowed,
    /// The disk may not be written to.
    ReadOnly,
    /// There is no room for it.
    Full,
    /// The reader asked to stop.
    Cancelled,
    /// Something that was not made here stands where the notes on a table belong.
    Foreign,
    /// What else the system says.
    Other(io::Error),
}

/// What is there where a file was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The file that was there, as it was.
    Old,
    /// Nothing, as before.
    Nothing,
    /// Something that takes what it is given, such as a device, and may have taken a part.
    Taker,
}

impl WriteError {
    /// What stood in the way, what to do, and what is there now.
    pub fn message(&self) -> Message {
        let (path, fault) = (self.path.display().to_string(), self.fault.message());
        match self.left {
            Left::Old => message!(export::not_written_old, path = path, fault = fault),
            Left::Nothing => message!(export::not_written_none, path = path, fault = fault),
            Left::Taker => message!(export::not_written, path = path, fault = fault),
        }
    }
}

impl Fault {
    fn message(&self) -> Message {
        match self {
            Self::NoFolder => message!(export::fault_no_folder),
            Self::IsFolder => message!(export::fault_is_folder),
            Self::DeadLink => message!(export::fault_dead_link),
            Self::NotAllowed => message!(export::fault_not_allowed),
            Self::ReadOnly => message!(export::fault_read_only),
            Self::Full => message!(export::fault_full),
            Self::Cancelled => message!(export::fault_cancelled),
            Self::Foreign => message!(export::fault_foreign),
            Self::Other(err) => message!(export::fault_other, reason = err),
        }
    }
}

impl fmt::Display for WriteError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl std::error::Error for WriteError {}

impl From<io::Error> for Fault {
    fn from(err: io::Error) -> Self {
        match err.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Other(err),
        }
    }
}

/// Writes beside the goal first and renames into place: a full disk or a kill leaves the old file or none. The file
/// keeps who may read and write it, and a link stays a link.
///
/// # Errors
/// What stands in the way, and what is there now: the old file, or nothing.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_unless(path, bytes, || false)
}

/// The same, as long as `cancelled` does not say otherwise; it is asked from time to time.
///
/// # Errors
/// As for [`write()`], and where it was cancelled.
pub fn write_unless(path: &Path, bytes: &[u8], cancelled: impl Fn() -> bool) -> Result<(), WriteError> {
    write_all_unless(&[(path, bytes)], cancelled)
}

/// Writes several files, all of them or none: none has its name before all are whole on the disk, and where one cannot
/// be given it, those before it are taken back.
///
/// # Errors
/// As for [`write()`], and where it was cancelled: of the first that is not written.
pub fn write_all_unless(files: &[(&Path, &[u8])], cancelled: impl Fn() -> bool) -> Result<(), WriteError> {
    let staged: Vec<Option<Staged>> =
        files.iter().map(|(path, bytes)| Staged::new(path, bytes, &cancelled)).collect::<Result<_, _>>()?;
    let mut placed: Vec<Placed> = Vec::new();
    for staged in staged.into_iter().flatten() {
        match staged.place(files.len() > 1) {
            Ok(one) => placed.push(one),
            Err(err) => {
                placed.into_iter().rev().for_each(Placed::take_back);
                return Err(err);
            }
        }
    }
    Ok(())
}

/// The files that are being written now.
static PARTS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes what is half-written, before a signal ends the program.
pub fn remove_parts() {
    for part in std::mem::take(&mut *PARTS.lock().unwrap_or_else(PoisonError::into_inner)) {
        fs::remove_file(&part).or_else(|_| fs::remove_dir_all(&part)).ok();
    }
}

/// A file or a folder that is being written, as long as this is kept.
pub(super) struct Known(PathBuf);

impl Known {
    pub(super) fn new(part: &Path) -> Self {
        PARTS.lock().unwrap_or_else(PoisonError::into_inner).insert(part.to_owned());
        Self(part.to_owned())
    }
}

impl Drop for Known {
    fn drop(&mut self) {
        PARTS.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// A file that is whole on the disk and has not its name yet.
struct Staged {
    path: PathBuf,
    /// Where the name leads to.
    goal: PathBuf,
    part: NamedTempFile,
    known: Known,
    left: Left,
}

/// A file that has its name.
struct Placed {
    goal: PathBuf,
    /// The one that had the name before.
    before: Option<NamedTempFile<()>>,
}

impl Staged {
    /// Writes a file beside its goal. None where something took the bytes at once.
    fn new(path: &Path, bytes: &[u8], cancelled: impl Fn() -> bool) -> Result<Option<Self>, WriteError> {
        let failed = |fault, left| WriteError { path: path.to_owned(), fault, left };
        let before = match fs::metadata(path) {
            Ok(found) if found.is_dir() => return Err(failed(Fault::IsFolder, Left::Old)),
            // A device or a pipe is no place to rename to: it is given what it takes.
            Ok(found) if !found.is_file() => {
                let given = OpenOptions::new().write(true).open(path).and_then(|mut taker| taker.write_all(bytes));
                return given.map(|()| None).map_err(|err| failed(err.into(), Left::Taker));
            }
            Ok(found) => Some(found),
            Err(_) if path.is_symlink() => return Err(failed(Fault::DeadLink, Left::Nothing)),
            Err(_) if names_a_folder(path) => return Err(failed(Fault::NoFolder, Left::Nothing)),
            Err(err) if err.kind() == ErrorKind::NotFound => None,
            Err(err) => return Err(failed(err.into(), Left::Nothing)),
        };
        let left = if before.is_some() { Left::Old } else { Left::Nothing };
        let staged = stage(path, before.as_ref(), bytes, cancelled).map_err(|fault| failed(fault, left))?;
        let (goal, part, known) = staged;
        Ok(Some(Self { path: path.to_owned(), goal, part, known, left }))
    }

    /// Gives it its name. One that may be taken back keeps what had the name before.
    fn place(self, may_be_taken_back: bool) -> Result<Placed, WriteError> {
        let Self { path, goal, part, known: _known, left } = self;
        let failed = |err: io::Error| WriteError { path: path.clone(), fault: err.into(), left };
        let keeps = may_be_taken_back && left == Left::Old;
        let before = keeps.then(|| kept(&goal)).transpose().map_err(failed)?;
        part.persist(&goal).map_err(|err| failed(err.error))?;
        // Not every system lets a folder be asked for that; the file is whole in any case.
        File::open(folder_of(&goal)).and_then(|folder| folder.sync_all()).ok();
        Ok(Placed { goal, before })
    }
}

impl Placed {
    /// Puts back what was there before.
    fn take_back(self) {
        let back = match self.before {
            Some(before) => before.persist(&self.goal).map_err(|err| err.error),
            None => fs::remove_file(&self.goal),
        };
        back.unwrap_or_else(|err| log::error!("{} could not be taken back: {err}", self.goal.display()));
    }
}

/// Another name for a file, for as long as it may have to come back.
fn kept(goal: &Path) -> io::Result<NamedTempFile<()>> {
    let keep = |path: &Path| fs::hard_link(goal, path).or_else(|_| fs::copy(goal, path).map(|_| ()));
    tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).make_in(folder_of(goal), keep)
}

fn folder_of(goal: &Path) -> &Path {
    goal.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

fn names_a_folder(path: &Path) -> bool {
    path.file_name().is_none() || path.to_string_lossy().ends_with(std::path::is_separator)
}

/// A file beside its goal, whole on the disk.
fn stage(
    path: &Path,
    before: Option<&Metadata>,
    bytes: &[u8],
    cancelled: impl Fn() -> bool,
) -> Result<(PathBuf, NamedTempFile, Known), Fault> {
    let goal = match before {
        Some(_) => fs::canonicalize(path)?,
        None => path.to_owned(),
    };
    if before.is_some() {
        // A file that is protected stays, even where its folder would let another take its place.
        OpenOptions::new().write(true).open(&goal)?;
    }
    remove_left_behind(folder_of(&goal));
    let mut part = begin(folder_of(&goal), before)?;
    let known = Known::new(part.path());
    for chunk in bytes.chunks(CHUNK) {
        if cancelled() {
            return Err(Fault::Cancelled);
        }
        part.write_all(chunk)?;
    }
    // Before the name leads to it, so that after a power cut there is no empty file in place of the old one.
    part.as_file().sync_all()?;
    if cancelled() {
        return Err(Fault::Cancelled);
    }
    Ok((goal, part, known))
}

/// An empty file that goes away again unless it is given its name, with the permissions of the one it will replace.
fn begin(folder: &Path, before: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if before.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file: whoever the reader's own mask lets.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let part = builder.tempfile_in(folder)?;
    if let Some(before) = before {
        // Where they cannot be kept, it stays readable to the reader alone.
        keep_permissions(part.as_file(), before).ok();
    }
    Ok(part)
}

/// Owner and group come first: permissions mean something else for another group.
#[cfg(unix)]
fn keep_permissions(file: &File, before: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let group = Some(before.gid());
    fchown(file, Some(before.uid()), group).or_else(|_| fchown(file, None, group))?;
    file.set_permissions(before.permissions())
}

#[cfg(not(unix))]
fn keep_permissions(file: &File, before: &Metadata) -> io::Result<()> {
    file.set_permissions(before.permissions())
}

/// Removes what an earlier kill left half-written in a folder.
fn remove_left_behind(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let untouched = |found: Metadata| found.modified().ok()?.elapsed().ok();
        if name.starts_with(PREFIX)
            && name.ends_with(SUFFIX)
            && entry.metadata().ok().and_then(untouched).is_some_and(|time| time > LEFT_BEHIND)
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::{Fault, Left, WriteError, write, write_unless};

    fn folder() -> TempDir {
        TempDir::new().expect("a temporary folder")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_written_and_written_again() {
        let folder = folder();
        let path = folder.path().join("roster.csv");
        for text in ["first, and longer", "second"] {
            write(&path, text.as_bytes()).expect("it is written");
            assert_eq!(fs::read_to_string(&path).expect("the file"), text);
        }
        assert_eq!(names(folder.path()), ["roster.csv"]);
    }

    #[test]
    fn each_fault_says_what_is_wrong_and_what_is_there_now() {
        let folder = folder();
        let said = |path: &Path| write(path, b"new").expect_err("a fault");
        let missing = said(&folder.path().join("missing/roster.csv"));
        assert!(matches!(missing, WriteError { fault: Fault::NoFolder, left: Left::Nothing, .. }), "{missing:?}");
        assert!(missing.to_string().ends_with("another one. No file was made"), "{missing}");
        assert!(matches!(said(folder.path()).fault, Fault::IsFolder));
        assert!(matches!(said(&folder.path().join("new/")).fault, Fault::NoFolder), "a folder that is not there");
        let file = folder.path().join("file");
        fs::write(&file, "old").expect("a file");
        assert!(matches!(said(&file.join("roster.csv")).fault, Fault::NoFolder), "in a file");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn what_is_cancelled_leaves_the_old_file() {
        let folder = folder();
        let path = folder.path().join("roster.csv");
        write(&path, b"old").expect("it is written");
        // Asked a second time, after all bytes but before the file has its name.
        let asked = Cell::new(0);
        let cancelled = || asked.replace(asked.get() + 1) == 1;
        let err = write_unless(&path, b"new", cancelled).expect_err("it was cancelled");
        assert!(matches!(err, WriteError { fault: Fault::Cancelled, left: Left::Old, .. }), "{err:?}");
        assert_eq!((fs::read(&path).expect("the file"), names(folder.path()).len()), (b"old".to_vec(), 1));
    }

    #[test]
    fn two_that_write_the_same_file_leave_one_whole() {
        let folder = folder();
        let path = folder.path().join("roster.csv");
        let texts = ["a".repeat(100_000), "b".repeat(100_000)];
        std::thread::scope(|scope| {
            for text in &texts {
                let path = &path;
                scope.spawn(move || (0..20).for_each(|_| write(path, text.as_bytes()).expect("it is written")));
            }
            for _ in 0..200 {
                let read = fs::read_to_string(&path).unwrap_or_else(|_| texts[0].clone());
                assert!(texts.contains(&read), "{} bytes", read.len());
            }
        });
        assert_eq!(names(folder.path()), ["roster.csv"]);
    }

    #[test]
    fn what_a_kill_left_behind_goes_with_the_next_export() {
        let folder = folder();
        let part = |name: &str, age: u64| {
            let file = File::create(folder.path().join(name)).expect("a file");
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).expect("its time is set");
        };
        part(".briefing-desk-old.part", 7200);
        part(".briefing-desk-new.part", 60);
        part("theirs.part", 7200);
        write(&folder.path().join("roster.csv"), b"new").expect("it is written");
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, [".briefing-desk-new.part", "roster.csv", "theirs.part"]);
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        use super::*;

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).expect("the file").permissions().mode() & 0o777
        }

        #[test]
        fn who_may_read_a_file_stays_as_it_was() {
            let folder = folder();
            let (path, usual) = (folder.path().join("roster.csv"), folder.path().join("usual"));
            write(&path, b"new").expect("it is written");
            fs::write(&usual, "").expect("a file");
            assert_eq!(mode(&path), mode(&usual), "a new file is like any other");
            for kept in [0o600, 0o664] {
                fs::set_permissions(&path, fs::Permissions::from_mode(kept)).expect("they are set");
                write(&path, b"newer").expect("it is written");
                assert_eq!(mode(&path), kept);
            }
        }

        #[test]
        fn a_link_stays_a_link_and_one_to_nothing_is_said() {
            let folder = folder();
            let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
            symlink("real.csv", &link).expect("a link");
            let err = write(&link, b"new").expect_err("it leads nowhere");
            assert!(matches!(err.fault, Fault::DeadLink) && link.is_symlink(), "{err}");
            fs::write(&real, "old").expect("a file");
            write(&link, b"new").expect("it is written");
            assert!(link.is_symlink());
            assert_eq!(fs::read(&real).expect("the file"), b"new");
        }

        #[cfg(target_os = "linux")]
        #[test]
        fn a_device_is_written_to_and_stays_a_device() {
            use std::os::unix::fs::FileTypeExt as _;
            write(Path::new("/dev/null"), b"new").expect("it takes anything");
            let err = write(Path::new("/dev/full"), b"new").expect_err("it takes nothing");
            assert!(matches!(err, WriteError { fault: Fault::Full, left: Left::Taker, .. }), "{err:?}");
            for device in ["/dev/null", "/dev/full"] {
                assert!(fs::metadata(device).expect("a device").file_type().is_char_device(), "{device}");
            }
        }
    }
}
