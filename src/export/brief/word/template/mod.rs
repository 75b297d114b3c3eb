//! What a document takes from the template of a house: its styles, theme and lists, the head and foot of its pages, and the
//! pages themselves. Nothing of its text, no macros, and nothing that leads out of the file.

mod archive;
mod cleaned;
pub mod element;
mod fault;

use std::collections::HashSet;
use std::path::Path;

use self::archive::{Archive, Relation};
use self::cleaned::clean;
use self::element::Element;
pub use self::fault::Fault;
use crate::briefing::{Message, Value};
use crate::message;

/// What the parts of a document are named with, in the form that Word has saved since 2007.
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The same in the strict form.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// The most pictures of heads and feet.
const MAX_MEDIA: usize = 64;
/// How much they are together, at most, in bytes.
const MAX_MEDIA_BYTES: usize = 24 << 20;

/// What a document takes from a template.
#[derive(Debug, Default)]
pub struct Template {
    /// Its styles.
    pub styles: Element,
    /// Its colours and faces.
    pub theme: Option<Element>,
    /// How its lists count.
    pub numbering: Option<Element>,
    /// The heads and feet of its pages.
    pub running: Vec<Running>,
    /// The pictures in them.
    pub media: Vec<Media>,
    /// The pages: `w:pgSz`, `w:pgMar` and what else is said of them.
    pub pages: Vec<Element>,
    /// What it sets for the whole document: whether even pages are others.
    pub settings: Vec<Element>,
    /// What was left, and how often.
    left: Left,
}

/// The head or the foot of some pages.
#[derive(Debug)]
pub struct Running {
    /// `header` or `footer`.
    pub kind: &'static str,
    /// Of which pages: `default`, `first`, `even`.
    pub pages: String,
    /// What stands there.
    pub part: Element,
    /// The pictures in it: what they are called there, and which they are.
    pub pictures: Vec<(String, usize)>,
}

/// A picture.
#[derive(Debug)]
pub struct Media {
    /// The ending of its name.
    pub ending: &'static str,
    /// All of it.
    pub bytes: Vec<u8>,
    /// Where it lies in the template.
    path: String,
}

#[derive(Debug, Default)]
struct Left {
    macros: bool,
    references: usize,
}

impl Template {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        Self::read(Archive::open(path)?)
    }

    fn read(mut archive: Archive) -> Result<Self, Fault> {
        let relations = archive.relations("")?;
        let main = target(&relations, "officeDocument").ok_or(Fault::NotWord)?.to_owned();
        let document = archive.element(&main)?.ok_or(Fault::NotWord)?;
        if document.attributes.iter().any(|(_, value)| value == STRICT) {
            return Err(Fault::Strict);
        }
        // A sheet or a slide is packed the same way.
        if document.name != "w:document" || document.attribute("xmlns:w") != Some(WORDS) {
            return Err(Fault::NotWord);
        }
        let relations = archive.relations(&main)?;
        let mut template = Self::default();
        template.left.macros = archive.has(|name| name.ends_with("vbaProject.bin"));
        let mut part = |kind: &str| match target(&relations, kind) {
            Some(path) => archive.element(path),
            None => Ok(None),
        };
        let missing = || Fault::Broken("word/styles.xml".to_owned());
        template.styles = part("styles")?.filter(|styles| styles.name == "w:styles").ok_or_else(missing)?;
        template.numbering = part("numbering")?.filter(|numbering| numbering.name == "w:numbering");
        template.theme = part("theme")?.filter(|theme| theme.local() == "theme");
        let settings = part("settings")?.unwrap_or_default();
        let kept = |element: &&Element| matches!(element.name.as_str(), "w:mirrorMargins" | "w:evenAndOddHeaders");
        template.settings = settings.elements().filter(kept).cloned().collect();
        // What refers to a picture of its own has none here.
        let none = HashSet::new();
        for part in
            [Some(&mut template.styles), template.numbering.as_mut(), template.theme.as_mut()].into_iter().flatten()
        {
            template.left.references += clean(part, &none);
        }
        template.theme = template.theme.take().filter(has_fills);
        if let Some(numbering) = &mut template.numbering {
            // A sign that was a picture is the one that stands in its place.
            let pictures = numbering
                .without(&|element: &Element| element.name == "w:numPicBullet" && element.elements().next().is_none());
            numbering.without(&|element: &Element| pictures > 0 && element.name == "w:lvlPicBulletId");
        }
        template.sections(&mut archive, &document, &relations)?;
        Ok(template)
    }

    /// The pages of its last section, with the heads and feet that it takes from those before it.
    fn sections(&mut self, archive: &mut Archive, document: &Element, relations: &[Relation]) -> Result<(), Fault> {
        let mut sections = Vec::new();
        document.each(&mut |element| {
            if element.name == "w:sectPr" {
                sections.push(element);
            }
        });
        let mut named: Vec<(&'static str, String, &str)> = Vec::new();
        for reference in sections.iter().flat_map(|section| section.elements()) {
            let kind = match reference.name.as_str() {
                "w:headerReference" => "header",
                "w:footerReference" => "footer",
                _ => continue,
            };
            let pages = reference.attribute("w:type").unwrap_or("default").to_owned();
            let Some(id) = reference.attribute("r:id") else { continue };
            named.retain(|(own, of, _)| (*own, of) != (kind, &pages));
            named.push((kind, pages, id));
        }
        for (kind, pages, id) in named {
            let is_known = matches!(pages.as_str(), "default" | "first" | "even");
            let path = relations.iter().find(|one| one.id == id && one.kind == kind).and_then(|one| one.target.clone());
            if let Some(path) = path.filter(|_| is_known) {
                self.running(archive, kind, pages, &path)?;
            }
        }
        let is_of_pages =
            |element: &&Element| matches!(element.name.as_str(), "w:pgSz" | "w:pgMar" | "w:titlePg" | "w:rtlGutter");
        self.pages =
            sections.last().map(|last| last.elements().filter(is_of_pages).cloned().collect()).unwrap_or_default();
        Ok(())
    }

    fn running(&mut self, archive: &mut Archive, kind: &'static str, pages: String, path: &str) -> Result<(), Fault> {
        let Some(mut part) = archive.element(path)? else { return Ok(()) };
        if part.name != if kind == "header" { "w:hdr" } else { "w:ftr" } {
            return Err(Fault::Broken(path.to_owned()));
        }
        let mut pictures = Vec::new();
        for relation in archive.relations(path)? {
            if let Some(target) = relation.target.filter(|_| relation.kind == "image")
                && let Some(index) = self.picture(archive, &target)?
            {
                pictures.push((relation.id, index));
            }
        }
        let kept = pictures.iter().map(|(id, _)| id.clone()).collect();
        self.left.references += clean(&mut part, &kept);
        self.running.push(Running { kind, pages, part, pictures });
        Ok(())
    }

    /// A picture of the template, once; none where it is of no kind that every Word shows.
    fn picture(&mut self, archive: &mut Archive, path: &str) -> Result<Option<usize>, Fault> {
        if let Some(index) = self.media.iter().position(|media| media.path == path) {
            return Ok(Some(index));
        }
        let Some(bytes) = archive.bytes(path)? else { return Ok(None) };
        let Some(ending) = ending(&bytes) else { return Ok(None) };
        let together: usize = self.media.iter().map(|media| media.bytes.len()).sum();
        if self.media.len() >= MAX_MEDIA || together + bytes.len() > MAX_MEDIA_BYTES {
            return Err(Fault::Large);
        }
        self.media.push(Media { ending, bytes, path: path.to_owned() });
        Ok(Some(self.media.len() - 1))
    }

    /// The highest number by which its lists or styles name a list, and by which a list is described.
    pub fn highest_list(&self) -> (u32, u32) {
        let mut highest = (0, 0);
        let mut look = |element: &Element| {
            let number = |name: &str| element.attribute(name).and_then(|number| number.parse::<u32>().ok());
            let list = if element.name == "w:numId" { number("w:val") } else { number("w:numId") };
            highest.0 = highest.0.max(list.unwrap_or_default().min(1 << 20));
            highest.1 = highest.1.max(number("w:abstractNumId").unwrap_or_default().min(1 << 20));
        };
        for part in [Some(&self.styles), self.numbering.as_ref()].into_iter().flatten() {
            part.each(&mut look);
        }
        highest
    }

    /// What of it was not taken over, where a reader would miss it.
    pub fn left(&self) -> Option<Message> {
        let macros = self.left.macros.then(|| Value::from(message!(export::template_left_macros)));
        let references = (self.left.references > 0)
            .then(|| Value::from(message!(export::template_left_references, count = self.left.references)));
        let left: Vec<Value> = macros.into_iter().chain(references).collect();
        (!left.is_empty()).then(|| message!(export::template_left, left = left))
    }
}

/// The part of a kind among what a part refers to.
fn target<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    relations.iter().filter(|relation| relation.kind == kind).find_map(|relation| relation.target.as_deref())
}

/// Whether a theme still has all the fills that every theme has: Word does not open one that has fewer.
fn has_fills(theme: &Element) -> bool {
    const LEAST: usize = 3;
    let mut whole = true;
    theme.each(&mut |element| {
        if matches!(element.local(), "fillStyleLst" | "bgFillStyleLst") {
            whole &= element.elements().count() >= LEAST;
        }
    });
    whole
}

/// The ending of the name of a picture, by how it begins.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    let starts = |start: &[u8]| bytes.starts_with(start);
    Some(match () {
        () if starts(b"\x89PNG\r\n\x1a\n") => "png",
        () if starts(b"\xff\xd8\xff") => "jpg",
        () if starts(b"GIF8") => "gif",
        () if starts(b"BM") => "bmp",
        () if starts(b"II*\0") || starts(b"MM\0*") => "tif",
        () if starts(b"\xd7\xcd\xc6\x9a") => "wmf",
        () if starts(b"\x01\0\0\0") && bytes.get(40..44) == Some(b" EMF") => "emf",
        () => return None,
    })
}
