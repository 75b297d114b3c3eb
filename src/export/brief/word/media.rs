//! Pictures of a document: each drawing as pixels, beside it as lines where Word draws those as we do, and each mark once
//! however often it stands in the text.

use std::collections::HashMap;
use std::fmt::Write as _;

use resvg::usvg::WriteOptions;

use super::package::{Package, Relations};
use crate::drawing::marks::Mark;
use crate::drawing::palette::PRINT;
use crate::export::brief::document;
use crate::export::error::ExportError;
use crate::export::picture::svg::{Head, Svg, escaped};
use crate::export::picture::{Density, Picture};

/// English Metric Units in a point.
const EMU: f32 = 12_700.0;
/// The side of a mark in the text, and that of the square that it is drawn in, in points.
const MARK: f32 = 8.0;
const DRAWN: f32 = 16.0;
/// As many marks stand in a document: Word opens one with many slowly, and the word of each stands beside it.
const MOST_MARKS: usize = 3_000;
/// The longest text for those who do not see a drawing, in characters.
const MOST_ALT: usize = 4_000;

/// The pictures of a document.
#[derive(Debug, Default)]
pub struct Media {
    files: Vec<(String, &'static str, Vec<u8>)>,
    marks: HashMap<Mark, Option<String>>,
    /// How many stand in the text, drawings and marks.
    count: usize,
}

impl Media {
    /// A drawing as wide as there is room, as a run of a paragraph.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn drawing(
        &mut self,
        picture: &document::Picture,
        (width, height): (f32, f32),
        relations: &mut Relations,
    ) -> Result<String, ExportError> {
        let (wide, high) = (picture.size.0.max(1.0), picture.size.1.max(1.0));
        let scale = (width / wide).min(height / high);
        let drawn = Picture {
            svg: picture.svg.clone(),
            width: wide,
            height: high,
            title: String::new(),
            alt: picture.alt.clone(),
            provenance: Vec::new(),
            digest: String::new(),
        };
        let pixels = self.add("png", drawn.png(Density::Two)?, relations);
        let lines = lines(&drawn)?.map(|lines| self.add("svg", lines.into_bytes(), relations));
        let alt: String = picture.alt.chars().take(MOST_ALT).collect();
        Ok(self.run(&pixels, lines.as_deref(), (wide * scale, high * scale), Some(&alt), ""))
    }

    /// A mark as a run of a paragraph; nothing where there are too many.
    pub fn mark(&mut self, mark: Mark, relations: &mut Relations) -> String {
        if self.count >= MOST_MARKS {
            return String::new();
        }
        if !self.marks.contains_key(&mark) {
            let added = drawn(mark).map(|bytes| self.add("png", bytes, relations));
            self.marks.insert(mark, added);
        }
        let Some(Some(id)) = self.marks.get(&mark).cloned() else { return String::new() };
        // A little lower than the line that letters stand on.
        self.run(&id, None, (MARK, MARK), None, "<w:rPr><w:position w:val=\"-2\"/></w:rPr>")
    }

    /// Adds the files to the document's.
    pub fn put(self, package: &mut Package) {
        for (name, ending, bytes) in self.files {
            package.add_media(&format!("word/{name}"), ending, bytes);
        }
    }

    fn add(&mut self, ending: &'static str, bytes: Vec<u8>, relations: &mut Relations) -> String {
        let name = format!("media/drawing-{}.{ending}", self.files.len() + 1);
        let id = relations.part("image", &name);
        self.files.push((name, ending, bytes));
        id
    }

    fn run(&mut self, pixels: &str, lines: Option<&str>, size: (f32, f32), alt: Option<&str>, look: &str) -> String {
        self.count += 1;
        let number = self.count;
        let [width, height] = [size.0, size.1].map(|side| (side * EMU).round() as u64);
        // What only adorns is said to, so that nobody hears of it.
        let (described, extended) = match alt {
            Some(alt) => (format!(" descr=\"{}\"", escaped(alt)), String::new()),
            None => (
                String::new(),
                "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
                 xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"
                    .to_owned(),
            ),
        };
        let lines = lines.map_or_else(String::new, |lines| {
            format!(
                "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
                 xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{lines}\"/></a:ext></a:extLst>"
            )
        });
        let mut xml = format!(
            "<w:r>{look}<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" \
             cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Drawing {number}\"{described}>{extended}</wp:docPr>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
        );
        let _ = write!(
            xml,
            "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Drawing {number}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{pixels}\">{lines}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
             </w:drawing></w:r>"
        );
        xml
    }
}

/// A mark as pixels, fine enough for print.
fn drawn(mark: Mark) -> Option<Vec<u8>> {
    let mut svg = Svg::new(&PRINT);
    svg.paint(&mark.shapes([2.0 * DRAWN; 2], 4.0 * DRAWN));
    let head = Head { id: "mark", language: "en", size: [4.0 * DRAWN; 2], title: "", alt: "", lines: &[] };
    let picture = Picture {
        svg: svg.finish(head),
        width: 4.0 * DRAWN,
        height: 4.0 * DRAWN,
        title: String::new(),
        alt: String::new(),
        provenance: Vec::new(),
        digest: String::new(),
    };
    picture.png(Density::One).ok()
}

/// A drawing as lines, its letters among them, so that it needs no face of the reader's; none where it has what Word leaves
/// out: patterns.
fn lines(picture: &Picture) -> Result<Option<String>, ExportError> {
    if picture.svg.contains("<pattern") {
        return Ok(None);
    }
    let options = WriteOptions { coordinates_precision: 2, transforms_precision: 4, ..WriteOptions::default() };
    Ok(Some(parted(&picture.tree()?.to_string(&options))))
}

/// Shapes whose rim is drawn before they are filled, as two: Word draws the rim over what it fills.
fn parted(svg: &str) -> String {
    const SIGN: &str = " paint-order=\"stroke\"";
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(start) = rest.find("<path ") {
        let (before, path) = rest.split_at(start);
        let end = path.find("/>").map_or(path.len(), |end| end + 2);
        let (path, after) = path.split_at(end);
        out.push_str(before);
        if path.contains(SIGN) {
            let path = path.replace(SIGN, "");
            out.push_str(&without(&path, " fill=").replacen("<path ", "<path fill=\"none\" ", 1));
            out.push_str(&without(&path, " stroke=").replacen("<path ", "<path stroke=\"none\" ", 1));
        } else {
            out.push_str(path);
        }
        rest = after;
    }
    out + rest
}

/// An element without an attribute.
fn without(element: &str, attribute: &str) -> String {
    let Some(start) = element.find(attribute) else { return element.to_owned() };
    let value = start + attribute.len() + 1;
    let end = element.get(value..).and_then(|rest| rest.find('"')).map_or(element.len(), |end| value + end + 1);
    format!("{}{}", &element[..start], element.get(end..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn a_rim_that_is_drawn_first_is_a_shape_of_its_own() {
        let svg = "<g><path fill=\"#000\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\" d=\"M0\"/><path d=\"M1\"/></g>";
        let expected = "<g><path fill=\"none\" stroke=\"#fff\" stroke-width=\"3\" d=\"M0\"/>\
                        <path stroke=\"none\" fill=\"#000\" stroke-width=\"3\" d=\"M0\"/><path d=\"M1\"/></g>";
        assert_eq!(parted(svg), expected);
    }
}
