//! The pages of a document and how its lists count: those of a template where it has them.

use std::fmt::Write as _;

use super::package::WORDS;
use super::template::Template;
use super::template::element::Element;
use crate::export::brief::extent::Paper;

/// Twentieths of a point in a point.
const TWIPS: f32 = 20.0;
/// The margins where no template has others, in points: left and right, top, bottom, and from the edge to head and foot.
const SIDE: f32 = 62.0;
const TOP: f32 = 52.0;
const BOTTOM: f32 = 62.0;
const EDGE: f32 = 30.0;
/// Less room than this, in twentieths of a point, no page of a template has that is meant for text.
const LEAST: u32 = 3_000;
/// The largest page of Word, in the same.
const MOST: u32 = 31_680;

/// The pages of a document, in twentieths of a point.
#[derive(Debug)]
pub struct Page {
    width: u32,
    height: u32,
    /// What Word is told of the pages.
    xml: String,
    /// The highest numbers that the lists of a template have.
    lists: (u32, u32),
}

impl Page {
    /// Those of a template, or paper.
    pub fn new(template: Option<&Template>, paper: Paper) -> Self {
        let lists = template.map(Template::highest_list).unwrap_or_default();
        let (width, height, xml) = template.and_then(of_template).unwrap_or_else(|| of_paper(paper));
        Self { width, height, xml, lists }
    }

    /// How wide text is.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// How wide and high the room for text is, in points.
    pub fn room(&self) -> (f32, f32) {
        (self.width as f32 / TWIPS, self.height as f32 / TWIPS)
    }

    /// What is said of the pages, after heads and feet.
    pub fn xml(&self) -> &str {
        &self.xml
    }

    /// The list of things without numbers.
    pub const fn bullets(&self) -> u32 {
        self.lists.0 + 1
    }

    /// The list of a number, from one, that counts by itself.
    pub const fn counted(&self, number: u32) -> u32 {
        self.lists.0 + 1 + number
    }

    /// How lists count, of which so many count by themselves.
    pub fn numbering(&self, template: Option<&Template>, counted: u32) -> String {
        let (bullet, number) = (self.lists.1 + 1, self.lists.1 + 2);
        let mut kinds = String::new();
        for (id, format, sign) in [(bullet, "bullet", "–"), (number, "decimal", "%1.")] {
            let _ = write!(
                kinds,
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start \
                 w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind \
                 w:left=\"400\" w:hanging=\"400\"/></w:pPr></w:lvl></w:abstractNum>"
            );
        }
        let mut lists = format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{bullet}\"/></w:num>", self.bullets());
        for list in 1..=counted {
            let _ = write!(
                lists,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{number}\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride \
                 w:val=\"1\"/></w:lvlOverride></w:num>",
                self.counted(list)
            );
        }
        match template.and_then(|template| template.numbering.as_ref()) {
            // First what lists are like, then the lists, then what is left.
            Some(root) => {
                let written = |is_meant: &dyn Fn(&str) -> bool| {
                    root.elements().filter(|element| is_meant(&element.name)).map(Element::written).collect::<String>()
                };
                let is_kind = |name: &str| matches!(name, "w:numPicBullet" | "w:abstractNum");
                let (before, own, after) = (
                    written(&is_kind),
                    written(&|name| name == "w:num"),
                    written(&|name| name != "w:num" && !is_kind(name)),
                );
                let whole = Element { children: Vec::new(), ..root.clone() };
                whole.written_with(&format!("{before}{kinds}{own}{lists}{after}"))
            }
            None => format!("<w:numbering xmlns:w=\"{WORDS}\">{kinds}{lists}</w:numbering>"),
        }
    }
}

fn of_paper(paper: Paper) -> (u32, u32, String) {
    let (width, height) = paper.size();
    let twips = |points: f32| (points * TWIPS).round() as u32;
    let xml = format!(
        "<w:pgSz w:w=\"{}\" w:h=\"{}\"/><w:pgMar w:top=\"{}\" w:right=\"{side}\" w:bottom=\"{}\" w:left=\"{side}\" \
         w:header=\"{edge}\" w:footer=\"{edge}\" w:gutter=\"0\"/>",
        twips(width),
        twips(height),
        twips(TOP),
        twips(BOTTOM),
        side = twips(SIDE),
        edge = twips(EDGE),
    );
    (twips(width - 2.0 * SIDE), twips(height - TOP - BOTTOM), xml)
}

/// The pages of a template, where there is room for text on them.
fn of_template(template: &Template) -> Option<(u32, u32, String)> {
    let said = |name: &str| template.pages.iter().find(|element| element.name == name);
    let (size, margins) = (said("w:pgSz")?, said("w:pgMar")?);
    let number = |element: &Element, name: &str| {
        let number = element.attribute(name)?.parse::<f64>().ok()?.abs();
        (number <= f64::from(MOST)).then_some(number as u32)
    };
    let room = |side: &str, first: &str, last: &str| {
        let gutter = if side == "w:w" { number(margins, "w:gutter").unwrap_or_default() } else { 0 };
        let room = number(size, side)?.checked_sub(number(margins, first)? + number(margins, last)? + gutter)?;
        (room >= LEAST).then_some(room)
    };
    let (width, height) = (room("w:w", "w:left", "w:right")?, room("w:h", "w:top", "w:bottom")?);
    let order = ["w:pgSz", "w:pgMar", "w:titlePg", "w:rtlGutter"];
    let xml = order.into_iter().filter_map(said).map(Element::written).collect();
    Some((width, height, xml))
}
