//! The brief on paper: tagged PDF with bookmarks, links and subsets of the bundled fonts.
//!
//! Blocks are set to [`strips`], strips are divided among [`pages`], pages are [drawn](draw). The file claims PDF/UA-1
//! where the writer's own validator finds nothing against it.

mod blocks;
mod draw;
mod furniture;
mod glyphs;
mod grid;
mod marks;
mod pages;
mod setting;
mod sheet;
mod sizes;
mod stretches;
mod strips;
mod tags;

use std::collections::BTreeMap;

use krilla::Document as Pdf;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;

use self::draw::Pen;
use self::pages::{Item, Placement, paginate};
use self::setting::Setter;
use self::sheet::Sheet;
use self::strips::Typeset;
use super::compose::{self, Room};
use super::cut::{MAX_TEXT, cut};
use super::document::Document;
use super::extent::{Extent, Paper};
use super::material::Material;
use crate::drawing::palette::{LIGHT, PRINT, Palette};
use crate::export::error::ExportError;
use crate::export::fonts;
use crate::export::job::Job;
use crate::export::leaf::Leaves;
use crate::message;
use crate::words::Words;

/// The margins of a page: left and right, top, bottom.
const SIDE: f32 = 62.0;
const TOP: f32 = 48.0;
const BOTTOM: f32 = 56.0;

/// The room for text on a page.
const fn room(paper: Paper) -> (f32, f32) {
    let (width, height) = paper.size();
    (width - 2.0 * SIDE, height - TOP - BOTTOM)
}

/// Writes the brief.
///
/// # Errors
/// That the reader cancelled, or what the writer of PDF refuses.
pub fn write(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    Ok(made(material, false, job)?.0)
}

/// Writes the brief, and notes what is drawn on its pages.
///
/// # Errors
/// As for [`write`].
pub fn shown(material: &Material<'_>, job: &Job) -> Result<(Vec<u8>, Leaves), ExportError> {
    made(material, true, job)
}

fn made(material: &Material<'_>, noted: bool, job: &Job) -> Result<(Vec<u8>, Leaves), ExportError> {
    let room = room(material.query.paper);
    let looks = Looks { noted, ..Looks::of(material) };
    match material.query.extent {
        Extent::Full => {
            let document = cut(compose::full(material), MAX_TEXT, 0, material.words);
            job.step(0.15)?;
            let typeset = set(&document, material.words, room, job)?;
            let pages = divide(&typeset);
            draw(material, &document, typeset, &pages, &looks, job)?.finish(job)
        }
        Extent::Short => {
            let mut less = Some(Room::default());
            loop {
                let Some(space) = less else { return Err(ExportError::Pages(message!(export::pages_no_room).into())) };
                let document = compose::short(material, space);
                let typeset = set(&document, material.words, room, job)?;
                let pages = divide(&typeset);
                if pages.len() == 1 {
                    return draw(material, &document, typeset, &pages, &looks, job)?.finish(job);
                }
                less = space.less();
            }
        }
    }
}

/// How the pages look.
struct Looks {
    /// Their width and height.
    paper: (f32, f32),
    /// The space over what stands on them.
    top: f32,
    /// Whether they have a foot.
    foot: bool,
    /// Whether what is drawn is noted.
    noted: bool,
    /// The colours in which that is looked at.
    palette: &'static Palette,
}

impl Looks {
    /// Those of pages for print.
    const fn of(material: &Material<'_>) -> Self {
        Self { paper: material.query.paper.size(), top: TOP, foot: true, noted: false, palette: &PRINT }
    }
}

/// The pages of another document as they are looked at, set as those of a PDF are.
///
/// # Errors
/// That the reader cancelled, or that there is no font.
pub fn set_out(material: &Material<'_>, document: &Document, job: &Job) -> Result<Leaves, ExportError> {
    let looks = Looks { noted: true, ..Looks::of(material) };
    let typeset = set(document, material.words, room(material.query.paper), job)?;
    let pages = divide(&typeset);
    Ok(draw(material, document, typeset, &pages, &looks, job)?.leaves)
}

/// A page for a browser in miniature, in pieces of one height that are looked at one under the other.
///
/// # Errors
/// As for [`set_out`].
pub fn miniature(material: &Material<'_>, document: &Document, job: &Job) -> Result<Leaves, ExportError> {
    /// The width of its column: as many letters wide as the page is, and how high a piece is.
    const COLUMN: (f32, f32) = (444.0, 720.0);
    /// Over and under what stands on a piece.
    const EDGE: f32 = 8.0;
    let paper = (COLUMN.0 + 2.0 * SIDE, COLUMN.1 + 2.0 * EDGE);
    let looks = Looks { paper, top: EDGE, foot: false, noted: true, palette: &LIGHT };
    let typeset = set(document, material.words, COLUMN, job)?;
    let pages = divide(&typeset);
    Ok(draw(material, document, typeset, &pages, &looks, job)?.leaves)
}

fn set<'a>(document: &'a Document, words: &Words, room: (f32, f32), job: &'a Job) -> Result<Typeset<'a>, ExportError> {
    let setter = Setter::new().ok_or_else(|| ExportError::Pages(message!(export::pages_no_font).into()))?;
    Ok(blocks::set(setter, document, words, room, job)?)
}

fn divide(typeset: &Typeset<'_>) -> Vec<Vec<Placement>> {
    let extent = |strip: &strips::Strip| pages::Extent {
        before: strip.before,
        height: strip.height,
        keep: strip.keep,
        head: strip.head,
    };
    let strips: Vec<_> = typeset.strips.iter().map(extent).collect();
    let heads: Vec<f32> = typeset.heads.iter().map(|head| head.height).collect();
    paginate(&strips, &heads, typeset.room.1)
}

/// Pages that are drawn.
struct Drawn {
    pdf: Pdf,
    leaves: Leaves,
}

impl Drawn {
    /// Writes the file.
    fn finish(self, job: &Job) -> Result<(Vec<u8>, Leaves), ExportError> {
        job.step(0.95)?;
        let bytes = self.pdf.finish().map_err(|err| ExportError::Pages(format!("{err:?}").into()))?;
        let bytes = without_suspects(bytes);
        job.step(1.0)?;
        Ok((bytes, self.leaves))
    }
}

/// Draws the pages.
fn draw(
    material: &Material<'_>,
    document: &Document,
    typeset: Typeset<'_>,
    pages: &[Vec<Placement>],
    looks: &Looks,
    job: &Job,
) -> Result<Drawn, ExportError> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = accessible.unwrap_or_else(|_| Configuration::default());
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let Looks { paper, top: above, .. } = *looks;
    let mut outline = Vec::new();
    let mut sources = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for placement in page {
            let Item::Strip(index) = placement.item else { continue };
            let Some(strip) = typeset.strips.get(index) else { continue };
            let top = above + placement.top;
            if let Some((level, text)) = &strip.bookmark {
                outline.push((*level, text.clone(), XyzDestination::new(number, Point::from_xy(SIDE, top))));
            }
            if let Some(source) = strip.source {
                sources.insert(source, (number, top));
            }
        }
    }
    let Typeset { mut setter, mut tags, strips, heads, pictures, .. } = typeset;
    job.lacks(setter.missing().iter().copied().filter(|character| fonts::system::is_drawn(*character)));
    for picture in &pictures {
        job.lacks(fonts::system::lacking(&picture.svg));
    }
    let furniture = looks.foot.then(|| furniture::Furniture::new(&mut setter, material, pages.len()));
    let mut pen = Pen {
        setter: &setter,
        words: material.words,
        tags: &mut tags,
        pictures: &pictures,
        sources: &sources,
        left: SIDE,
    };
    let mut leaves = Vec::new();
    for (number, placement) in pages.iter().enumerate() {
        job.step(0.6 + 0.3 * number as f32 / pages.len() as f32)?;
        let settings = PageSettings::from_wh(paper.0, paper.1).unwrap_or_default();
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        let mut sheet = Sheet::new(&mut surface, looks.noted);
        let mut anchors = Vec::new();
        for Placement { item, top } in placement {
            let (strip, repeated) = match item {
                Item::Strip(index) => (strips.get(*index), false),
                Item::Head(index) => (heads.get(*index), true),
            };
            if let Some(strip) = strip {
                anchors.extend(pen.strip(&mut sheet, strip, above + top, repeated));
            }
        }
        if let Some(furniture) = &furniture {
            furniture.draw(&mut sheet, pen.setter, number, paper);
        }
        leaves.extend(sheet.finish());
        surface.finish();
        pen.link(&mut page, anchors);
        page.finish();
    }
    pdf.set_tag_tree(tags.tree(&document.language));
    pdf.set_outline(bookmarks(outline));
    pdf.set_metadata(metadata(material, document));
    let (size, faces) = (paper.into(), setter.faces());
    Ok(Drawn { pdf, leaves: Leaves { size, palette: looks.palette, faces, leaves } })
}

/// What the library writes in the catalogue: that no tag is doubtful, which is understood, and which PDF 2.0 has no more.
const SUSPECTS: &str = "/MarkInfo<</Marked true/Suspects false";

/// The file without that entry. Blanks stand in its place, so that everything stays where the file says it is.
fn without_suspects(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(start) = memchr::memmem::rfind(&bytes, SUSPECTS.as_bytes()) {
        let end = start + SUSPECTS.len();
        bytes[end - "/Suspects false".len()..end].fill(b' ');
    }
    bytes
}

/// Headings as bookmarks, each under the last one that stands higher.
fn bookmarks(headings: Vec<(u16, String, XyzDestination)>) -> Outline {
    let mut open: Vec<(u16, OutlineNode)> =
        vec![(0, OutlineNode::new(String::new(), XyzDestination::new(0, Point::default())))];
    let mut outline = Outline::new();
    let mut close = |open: &mut Vec<(u16, OutlineNode)>| {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((level, parent)) if *level > 0 => parent.push_child(node),
            _ => outline.push_child(node),
        }
    };
    for (level, text, place) in headings {
        while open.last().is_some_and(|(above, _)| *above >= level) {
            close(&mut open);
        }
        open.push((level, OutlineNode::new(text, place).with_open(level == 1)));
    }
    while open.len() > 1 {
        close(&mut open);
    }
    outline
}

fn metadata(material: &Material<'_>, document: &Document) -> Metadata {
    let made = jiff::tz::Offset::UTC.to_datetime(material.made.timestamp());
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let date = DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let briefing = material.briefing;
    let program = material.words.say(&message!(brief::program, version = env!("CARGO_PKG_VERSION")));
    Metadata::new()
        .title(document.title.clone())
        .description(briefing.meeting.as_ref().map_or(String::new(), |meeting| meeting.takeaway.text.clone()))
        .keywords(vec![format!("sha256:{}", briefing.digest.as_str())])
        .language(document.language.clone())
        .creator(program.clone())
        .producer(program)
        .authors(vec!["Briefing Desk".to_owned()])
        .creation_date(date)
        .document_id(format!(
            "{}-{}-{}",
            briefing.digest.as_str(),
            material.query.extent.key(),
            material.query.paper.key()
        ))
}
