//! Paths as people have them: typed, pasted from a file manager, a browser or a terminal, or handed over by a script.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::folder::FILES;
use super::packed;

/// Marks that other programs put around a path which they copy, as pairs.
const QUOTES: [(char, char); 8] =
    [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»'), ('<', '>'), ('`', '`')];

/// The path that a reader means by what they typed or pasted: without quotes around it, blanks at its ends and marks
/// of direction, with `file:` addresses, `~` and, but on Windows, the backslashes of a terminal resolved. What is there
/// under exactly the name that was typed is meant, whatever that name looks like.
///
/// # Examples
/// ```
/// use briefing_desk::briefing::path::typed;
///
/// assert_eq!(typed(" “/srv/My talks/” "), typed("file:///srv/My%20talks"));
/// ```
pub fn typed(text: &str) -> PathBuf {
    let literal = [text, text.trim()].into_iter().find(|text| !text.is_empty() && Path::new(text).exists());
    if let Some(literal) = literal {
        return tidy(Path::new(literal));
    }
    let mut text: Cow<'_, str> = bare(text).into();
    let mut quoted = false;
    while let Some(inner) = unquoted(&text) {
        (text, quoted) = (inner.into(), true);
    }
    if let Some(path) = of_address(&text) {
        return tidy(&path);
    }
    let text = if quoted || cfg!(windows) { text } else { unescaped(&text).into() };
    tidy(&at_home(&text).unwrap_or_else(|| PathBuf::from(&*text)))
}

/// The path that an argument of the command line means, which a shell has already taken out of its quotes: a `file:`
/// address is resolved, all else is taken as it is.
pub fn argument(path: &Path) -> PathBuf {
    path.to_str().filter(|_| !path.exists()).and_then(of_address).unwrap_or_else(|| path.to_owned())
}

/// The folder of the briefing that a path leads to: the path itself, as it is where it is a packed briefing, or, where it
/// is one of a briefing’s files or lies beside them, the folder that it is in.
pub fn folder_of(path: &Path) -> PathBuf {
    file_of(path).map_or_else(|| path.to_owned(), ToOwned::to_owned)
}

/// The folder of the briefing that a file is one of.
pub fn folder_of_part(path: &Path) -> Option<&Path> {
    let is_part = path.file_name().is_some_and(|name| FILES.iter().any(|file| name == *file));
    file_of(path).filter(|_| is_part)
}

fn file_of(path: &Path) -> Option<&Path> {
    let folder = path.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // A file that is not there yet, or was never meant to be, is said to be missing under its own name.
    (path.is_file() && !packed::is_meant(path) && FILES.iter().any(|file| folder.join(file).is_file()))
        .then_some(folder)
}

/// Where a path really leads, links followed; the path itself, made absolute, where nothing is there.
pub fn real(path: &Path) -> PathBuf {
    let there = std::fs::canonicalize(path).map(|path| without_verbatim(&path));
    there.or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// Windows writes `\\?\C:\…` for a path that it has resolved, which people do not and few programs understand.
fn without_verbatim(path: &Path) -> PathBuf {
    let plain = path.to_str().and_then(|text| text.strip_prefix(r"\\?\")).filter(|rest| rest.get(1..3) == Some(r":\"));
    plain.filter(|_| cfg!(windows)).map_or_else(|| path.to_owned(), PathBuf::from)
}

/// Without a slash at its end and steps that lead nowhere.
fn tidy(path: &Path) -> PathBuf {
    path.components().collect()
}

/// The first line without blanks and characters without width at its ends: some programs mark the direction of a path.
fn bare(text: &str) -> &str {
    let blank = |c: char| c.is_whitespace() || c.is_control() || is_mark(c);
    text.trim_matches(blank).lines().next().unwrap_or_default().trim_matches(blank)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn unquoted(text: &str) -> Option<String> {
    let (open, close) = QUOTES.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    // A shell writes a single quote within single quotes so.
    let inner = if open == '\'' { inner.replace(r"'\''", "'") } else { inner.to_owned() };
    Some(bare(&inner).to_owned())
}

/// The path of an address such as `file:///srv/talks`, `file://localhost/srv/talks` or `file:/srv/talks`.
fn of_address(text: &str) -> Option<PathBuf> {
    let (scheme, rest) = text.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let path = match rest.strip_prefix("//") {
        Some(rest) => &rest[rest.find('/')?..],
        None => rest,
    };
    let path = path.starts_with('/').then(|| without_percents(path))?;
    // `/C:/talks` is an address’s way of writing a drive.
    let is_drive = cfg!(windows) && path.get(2) == Some(&b':');
    Some(of_bytes(if is_drive { path[1..].to_vec() } else { path }))
}

/// The bytes of a text with `%20` and its like resolved; what is no such escape stays.
fn without_percents(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let escaped = others.get(..2).filter(|_| *first == b'%').and_then(|digits| {
            let digits =
                std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
            u8::from_str_radix(digits?, 16).ok()
        });
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &others[2..] } else { others };
    }
    bytes
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Without the backslashes that a terminal puts before blanks and signs. Before letters and digits they are another
/// system’s way of parting folders.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let escapes =
            c == '\\' && characters.peek().is_some_and(|next| next.is_ascii() && !next.is_ascii_alphanumeric());
        plain.push(if escapes { characters.next().unwrap_or(c) } else { c });
    }
    plain
}

/// A path that begins at the reader’s own folder.
fn at_home(text: &str) -> Option<PathBuf> {
    let rest = text.strip_prefix('~')?;
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix('/').or_else(|| rest.strip_prefix('\\'))? };
    Some(std::env::home_dir()?.join(rest.trim_start_matches('/')))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use proptest::prelude::*;

    use super::{argument, folder_of, folder_of_part, real, typed};

    #[test]
    fn a_path_is_understood_as_other_programs_copy_it() {
        let meant = Path::new("/srv/Straße talks (2)");
        for written in [
            "/srv/Straße talks (2)",
            "  /srv/Straße talks (2)/ ",
            "\"/srv/Straße talks (2)\"",
            "'/srv/Straße talks (2)/'\n",
            "“/srv/Straße talks (2)”",
            "„/srv/Straße talks (2)“",
            "«/srv/Straße talks (2)»",
            "\u{202a}/srv/Straße talks (2)\u{202c}",
            "file:///srv/Stra%C3%9Fe%20talks%20(2)",
            "FILE://localhost/srv/Stra%c3%9fe%20talks%20%282%29/",
            "file:/srv/Straße talks (2)",
            "<file:///srv/Straße%20talks%20(2)>",
            "'file:///srv/Stra%C3%9Fe%20talks%20(2)'",
            "file:///srv/Stra%C3%9Fe%20talks%20(2)\r\nfile:///srv/another",
            "/srv//./Straße talks (2)/",
        ] {
            assert_eq!(typed(written), meant, "{written:?}");
        }
        assert_eq!(typed("100%/50%20"), Path::new("100%/50%20"), "only an address is escaped so");
        assert_eq!(typed("file:///100%/5%zz"), Path::new("/100%/5%zz"));
        assert_eq!(typed("'/srv/it'\\''s'"), Path::new("/srv/it's"));
        assert_eq!(typed("https://example.org/x"), Path::new("https:/example.org/x"));
    }

    #[cfg(unix)]
    #[test]
    fn what_a_terminal_escapes_is_unescaped_and_other_bytes_are_kept() {
        use std::os::unix::ffi::OsStrExt as _;
        assert_eq!(typed(r"/srv/My\ talks\ \(2\)\&more"), Path::new("/srv/My talks (2)&more"));
        assert_eq!(typed(r"C:\talks\new"), Path::new(r"C:\talks\new"), "another system’s path is said as it is");
        assert_eq!(typed("file:///srv/M%fcnchen").as_os_str().as_bytes(), b"/srv/M\xfcnchen");
    }

    #[test]
    fn a_tilde_is_the_readers_own_folder() {
        let home = std::env::home_dir().expect("a home");
        assert_eq!(typed("~"), home);
        assert_eq!(typed("~/talks/ "), home.join("talks"));
        assert_eq!(typed("\"~/My talks\""), home.join("My talks"));
        assert_eq!(typed("~someone/talks"), Path::new("~someone/talks"));
    }

    #[test]
    fn what_is_there_under_that_name_is_meant() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [" talks ", "'talks'", "~"] {
            let path = folder.path().join(name);
            fs::create_dir(&path).expect("made");
            assert_eq!(typed(path.to_str().expect("UTF-8")), path);
        }
    }

    #[test]
    fn a_file_of_a_briefing_leads_to_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "{}").expect("written");
            path
        };
        let notes = inside("notes.txt");
        assert_eq!(folder_of(&notes), notes, "nothing here is a briefing");
        let roster = inside("roster.json");
        assert_eq!([folder_of(&roster), folder_of(&notes), folder_of(folder.path())], [folder.path(); 3]);
        assert_eq!((folder_of_part(&roster), folder_of_part(&notes)), (Some(folder.path()), None));
        let gone = folder.path().join("trade.json");
        assert_eq!(folder_of(&gone), gone);
    }

    #[test]
    fn an_argument_is_taken_as_the_shell_hands_it_over() {
        assert_eq!(argument(Path::new("file:///srv/My%20talks")), Path::new("/srv/My talks"));
        for path in ["'talks'", "talks ", r"a\ b", "~/talks", "file"] {
            assert_eq!(argument(Path::new(path)), Path::new(path));
        }
    }

    #[cfg(unix)]
    #[test]
    fn one_folder_has_one_real_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, link) = (folder.path().join("own"), folder.path().join("link"));
        fs::create_dir(&own).expect("made");
        std::os::unix::fs::symlink(&own, &link).expect("linked");
        let own = real(&own);
        for other in [link, folder.path().join("own/"), folder.path().join("own/../own/.")] {
            assert_eq!(real(&other), own, "{}", other.display());
        }
        assert_eq!(real(Path::new("/no/such/folder")), PathBuf::from("/no/such/folder"));
    }

    proptest! {
        #[test]
        fn anything_can_be_typed(text in "\\PC{0,24}", wild in "[%~/\\\\'\"<>file: \\n]{0,16}") {
            for text in [text, wild] {
                let _ = (typed(&text), argument(Path::new(&text)), folder_of(Path::new(&text)));
            }
        }

        #[test]
        fn any_plain_path_comes_back_from_quotes_and_address(path in "/[a-z0-9 ()é日_-]{0,12}[a-z]") {
            let escaped: String = path.bytes().map(|byte| match byte {
                b'/' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            }).collect();
            for written in [format!("\"{path}\""), format!("file://{escaped}"), format!("{path}/")] {
                prop_assert_eq!(typed(&written), typed(&path), "{}", written);
            }
        }
    }
}
