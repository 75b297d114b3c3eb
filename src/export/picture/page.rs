//! What every picture has in common: its size, its heading, its foot with sources and digest.

use super::measure::Measure;
use super::svg::{Fill, Head, Pen, Svg};
use super::{Picture, Theme};
use crate::briefing::{Briefing, Source};
use crate::drawing::palette::{Palette, Rgb};
use crate::drawing::{Anchor, Area, Drawing, Face, Shapes};
use crate::export::provenance::Provenance;

/// The width of every picture, in points.
pub const WIDTH: f32 = 960.0;
/// Left and right of everything.
pub const MARGIN: f32 = 32.0;
/// What is left between the margins.
pub const ROOM: f32 = WIDTH - 2.0 * MARGIN;

/// The title.
pub const TITLE: Face = Face { size: 20.0, strong: true, mono: false };
/// The line under the title.
pub const LEAD: Face = Face { size: 15.0, strong: false, mono: false };
/// Everything else.
pub const CAPTION: Face = Face { size: 12.0, strong: false, mono: false };
/// The same, semibold.
pub const STRONG: Face = Face { size: 12.0, strong: true, mono: false };
/// The digest.
const DIGEST: Face = Face { size: 11.0, strong: false, mono: true };

/// Lines of a heading or a caption, at most.
const MOST_LINES: usize = 4;
/// Lines of sources, at most; all of them are in the picture's metadata.
const MOST_SOURCES: usize = 8;

/// A picture that is being laid out from the top.
#[derive(Debug)]
pub struct Page {
    /// What is drawn.
    pub svg: Svg,
    /// How wide text is.
    pub measure: Measure,
    /// Its colours.
    pub palette: &'static Palette,
    /// Whether it is for print.
    pub printed: bool,
    /// How far down it is laid out.
    pub y: f32,
}

impl Page {
    /// An empty one.
    pub fn new(theme: Theme) -> Self {
        Self {
            svg: Svg::default(),
            measure: Measure::new(),
            palette: theme.palette(),
            printed: theme == Theme::Print,
            y: MARGIN - 8.0,
        }
    }

    /// Draws shapes over what is there.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Shapes)) {
        let mut shapes = Shapes::default();
        draw(&mut shapes);
        self.svg.paint(&shapes, self.palette, [0.0, 0.0]);
    }

    /// Draws what is laid out from margin to margin, and goes on under it.
    pub fn place(&mut self, drawing: &Drawing) {
        self.svg.paint(&drawing.shapes, self.palette, [MARGIN, self.y]);
        self.y += drawing.size[1];
    }

    /// Title, the line under it, and what has to be known of both.
    pub fn heading(&mut self, title: &str, lead: &str, captions: &[String]) {
        let p = self.palette;
        self.paragraph(title, TITLE, p.ink, 2);
        self.y += 2.0;
        self.paragraph(lead, LEAD, p.ink2, 2);
        self.y += 2.0;
        for caption in captions {
            self.paragraph(caption, CAPTION, p.muted, MOST_LINES);
        }
        self.y += 14.0;
    }

    /// Text from margin to margin.
    pub fn paragraph(&mut self, text: &str, face: Face, ink: Rgb, most: usize) {
        self.indented(0.0, text, face, ink, most);
    }

    /// Text that begins further right.
    pub fn indented(&mut self, indent: f32, text: &str, face: Face, ink: Rgb, most: usize) {
        for line in self.measure.lines(text, face, ROOM - indent, most) {
            let base = self.y + face.base_line();
            self.svg.text([MARGIN + indent, base], Anchor::Start, face, ink, &line);
            self.y += face.line();
        }
    }

    /// Where it comes from, when it was made and of what: the end of the picture.
    pub fn finish(
        mut self,
        briefing: &Briefing,
        id: &str,
        title: String,
        alt: String,
        provenance: &Provenance,
    ) -> Picture {
        let p = self.palette;
        self.y += 10.0;
        self.svg.line([[MARGIN, self.y], [WIDTH - MARGIN, self.y]], Pen::solid(p.stroke, 1.0));
        self.y += 8.0;
        let sources = publishers(briefing, provenance);
        if !sources.is_empty() {
            self.paragraph(&format!("Sources: {sources}."), CAPTION, p.muted, MOST_SOURCES);
        }
        let made = format!("{}. Made {} with Briefing Desk.", provenance.briefing, provenance.made);
        self.paragraph(&made, CAPTION, p.muted, 2);
        self.paragraph(&format!("sha256 {}", provenance.digest), DIGEST, p.muted, 1);
        let height = (self.y + MARGIN - 12.0).ceil();
        let lines = provenance.lines(&crate::words::Words::english());
        let mut paper = Svg::default();
        paper.rect(Area { left: 0.0, top: 0.0, right: WIDTH, bottom: height }, Some(Fill::Flat(p.paper)), None);
        paper.append(self.svg);
        let language = briefing.manifest.languages.first().map_or("", String::as_str);
        let head = Head { id, language, size: [WIDTH, height], title: &title, alt: &alt, lines: &lines };
        Picture {
            svg: paper.finish(head),
            width: WIDTH,
            height,
            title,
            alt,
            provenance: lines,
            digest: provenance.digest.clone(),
        }
    }
}

/// The document and then the publishers, each once, with how many of their publications where there are several.
fn publishers(briefing: &Briefing, provenance: &Provenance) -> String {
    let cited = || provenance.sources.iter().filter_map(|line| briefing.source(&line.key));
    let is_document = |source: &&Source| source.id == briefing.document.source;
    let document = cited().any(|source| is_document(&source)).then(|| format!("the {}", briefing.document.called));
    let mut publishers: Vec<(&str, usize)> = Vec::new();
    for source in cited().filter(|source| !is_document(source)) {
        match publishers.iter_mut().find(|(publisher, _)| *publisher == source.publisher) {
            Some((_, count)) => *count += 1,
            None => publishers.push((&source.publisher, 1)),
        }
    }
    let said = publishers.into_iter().map(|(publisher, count)| match count {
        1 => publisher.to_owned(),
        _ => format!("{publisher} ({count})"),
    });
    document.into_iter().chain(said).collect::<Vec<_>>().join(", ")
}
