//! A page for browsers that carries the briefing it was made of: packed, and written in letters, at its end. Its head says
//! so, so that a page is told from others without being read.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;

use super::{MEDIA_TYPE, PackedFault};

/// What the head of such a page has.
const SIGN: &str = "<meta name=\"briefing\" content=\"carried\">";
/// Within this many bytes.
const HEAD: u64 = 4096;
/// Where the head can have it: behind the encoding, which stands first.
const ENCODING: &str = "<meta charset=\"utf-8\">\n";
/// What ends the text of a page.
const END: &str = "</body>\n</html>\n";

/// What the briefing stands behind.
fn opening() -> String {
    format!("<script type=\"{MEDIA_TYPE}\" id=\"briefing\">")
}

/// What a link to something that the page shows stands in, behind the sign.
const VIEW: &str = "<meta name=\"view\" content=\"";
/// Links stand within this many bytes.
const VIEWS: u64 = 32 << 10;

/// A page of ours with a packed briefing in it, and links to what the page shows of it.
pub fn with_briefing(page: &str, views: &[String], packed: &[u8]) -> String {
    let view = |link: &String| [VIEW, &link.replace('&', "&amp;"), "\">\n"].concat();
    let views: String = views.iter().map(view).collect();
    let page = page.replacen(ENCODING, &format!("{ENCODING}{SIGN}\n{views}"), 1);
    let body = page.strip_suffix(END).unwrap_or(&page);
    format!("{body}{}{}</script>\n{END}", opening(), STANDARD.encode(packed))
}

/// Whether a file is such a page.
pub(super) fn is_one(path: &Path) -> bool {
    let is_named = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"));
    let mut head = Vec::new();
    is_named
        && File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)).is_ok()
        && memmem::find(&head, SIGN.as_bytes()).is_some()
}

/// The links to what a page shows of the briefing that it carries; none of a file that is no such page.
pub fn views(path: &Path) -> Vec<String> {
    let mut head = Vec::new();
    if !is_one(path) || File::open(path).and_then(|file| file.take(VIEWS).read_to_end(&mut head)).is_err() {
        return Vec::new();
    }
    let head = String::from_utf8_lossy(&head);
    let links = head.split(VIEW).skip(1).filter_map(|rest| rest.split_once('"'));
    links.map(|(link, _)| link.replace("&amp;", "&")).collect()
}

/// The packed briefing that a page carries.
///
/// # Errors
/// Where there is none, or it is damaged.
pub(super) fn carried(page: &[u8]) -> Result<Vec<u8>, PackedFault> {
    // No text of a page has an element's beginning in it.
    let opening = opening();
    let at = memmem::find(page, opening.as_bytes()).ok_or(PackedFault::NoArchive)?;
    let rest = page.get(at + opening.len()..).unwrap_or_default();
    let end = memmem::find(rest, b"<").ok_or(PackedFault::NoArchive)?;
    STANDARD.decode(rest.get(..end).unwrap_or_default()).map_err(|_| PackedFault::NoArchive)
}

#[cfg(test)]
mod tests {
    use super::{carried, views, with_briefing};

    const PAGE: &str = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<body>text</body>\n</html>\n";

    #[test]
    fn what_a_page_carries_is_what_was_given_to_it() {
        let page = with_briefing(PAGE, &["briefing-desk:members?a=b&c=d\"".replace('"', "%22")], b"PK and more");
        assert!(page.contains("carried") && page.ends_with("</body>\n</html>\n"), "{page}");
        assert_eq!(carried(page.as_bytes()).expect("a briefing"), b"PK and more");
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let path = folder.path().join("page.html");
        std::fs::write(&path, &page).expect("it is written");
        assert_eq!(views(&path), ["briefing-desk:members?a=b&c=d%22"]);
        std::fs::write(&path, PAGE).expect("it is written");
        assert!(views(&path).is_empty(), "a page that carries nothing");
        assert!(carried(PAGE.as_bytes()).is_err());
        assert!(carried(page.replace("UEs", "U?s").as_bytes()).is_err(), "damaged");
        assert!(carried(page.split("UEs").next().unwrap_or_default().as_bytes()).is_err(), "cut off");
    }
}
