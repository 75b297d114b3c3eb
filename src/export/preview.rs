//! The picture by which a link to a page is shown, in a file beside the page: what shows links takes a picture from an
//! address of its own, and none from within a page.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use super::error::ExportError;
use super::picture::{Density, Picture};

/// The ending of the picture in the place of that of the page.
const ENDING: &str = "png";
/// How pages are named.
const PAGES: [&str; 2] = ["html", "htm"];
/// By this text in it a picture is known to be one of ours.
const SIGN: (&str, &str) = ("Preview", "of the page of this name");

/// The picture as a file, which says what it is.
///
/// # Errors
/// As for [`Picture::png`].
pub fn preview(picture: &Picture) -> Result<Vec<u8>, ExportError> {
    picture.png_that(Density::One, &[SIGN])
}

/// Where the picture of a page stands; none where the path is not named as a page is.
pub fn path_beside(page: &Path) -> Option<PathBuf> {
    let ending = page.extension()?;
    let is_page = PAGES.iter().any(|known| ending.eq_ignore_ascii_case(known));
    is_page.then(|| page.with_extension(ENDING))
}

/// The address of the picture of a page that will lie at an address; none where that does not end as a page is named, so
/// that the name of the picture could be made of it.
pub fn address_beside(page: &str) -> Option<String> {
    let (name, ending) = page.rsplit_once('.')?;
    let is_page = PAGES.iter().any(|known| ending.eq_ignore_ascii_case(known)) && !page.contains('?');
    is_page.then(|| format!("{name}.{ENDING}"))
}

/// Whether what stands at a path is such a picture, made here.
pub fn is_ours(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let Ok(read) = png::Decoder::new(BufReader::new(file)).read_info() else { return false };
    let (keyword, said) = SIGN;
    let texts = &read.info().utf8_text;
    texts.iter().any(|text| text.keyword == keyword && text.get_text().is_ok_and(|text| text == said))
}

#[cfg(test)]
mod tests {
    use super::address_beside;

    #[test]
    fn a_picture_has_the_address_of_its_page_and_another_ending() {
        let beside = |address| address_beside(address).unwrap_or_default();
        assert_eq!(beside("https://example.org/a/talks.html"), "https://example.org/a/talks.png");
        assert_eq!(beside("https://example.org/a.b/talks.may.htm"), "https://example.org/a.b/talks.may.png");
        for none in ["https://example.org", "https://example.org/", "https://example.org/a/", "https://example.org/a"] {
            assert_eq!(beside(none), "", "{none}");
        }
        assert_eq!(beside("https://example.org/page.php?of=talks.html"), "");
    }
}
