//! What every picture has in common: its size, its heading, its foot with sources and digest.

use super::measure::Measure;
use super::svg::{Head, Svg};
use super::{Picture, Theme};
use crate::briefing::{Briefing, Source};
use crate::drawing::{Anchor, Area, Drawing, Face, Group, Ink, Pen, Shape, Shapes, Text};
use crate::export::provenance::Provenance;
use crate::message;
use crate::words::Words;

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
    pub shapes: Shapes,
    /// How wide text is.
    pub measure: Measure,
    /// The language.
    pub words: Words,
    /// Its colours.
    theme: Theme,
    /// How far down it is laid out.
    pub y: f32,
}

impl Page {
    /// An empty one.
    pub fn new(theme: Theme, words: &Words) -> Self {
        let (shapes, measure) = (Shapes::default(), Measure::new());
        Self { shapes, measure, words: words.clone(), theme, y: MARGIN - 8.0 }
    }

    /// Whether it is for print.
    pub fn is_printed(&self) -> bool {
        self.theme == Theme::Print
    }

    /// Draws what is laid out from margin to margin, and goes on under it.
    pub fn place(&mut self, drawing: Drawing) {
        let group = Group { at: [MARGIN, self.y], ..Group::default() };
        self.y += drawing.size[1];
        self.shapes.0.push(Shape::Group(group, drawing.shapes));
    }

    /// Title, the line under it, and what has to be known of both.
    pub fn heading(&mut self, title: &str, lead: &str, captions: &[String]) {
        self.paragraph(title, TITLE, Ink::Text, 2);
        self.y += 2.0;
        self.paragraph(lead, LEAD, Ink::Secondary, 2);
        self.y += 2.0;
        for caption in captions {
            self.paragraph(caption, CAPTION, Ink::Muted, MOST_LINES);
        }
        self.y += 14.0;
    }

    /// Text from margin to margin.
    pub fn paragraph(&mut self, text: &str, face: Face, ink: Ink, most: usize) {
        self.indented(0.0, text, face, ink, most);
    }

    /// Text that begins further right.
    pub fn indented(&mut self, indent: f32, text: &str, face: Face, ink: Ink, most: usize) {
        for line in self.measure.lines(text, face, ROOM - indent, most) {
            let base = self.y + face.base_line();
            self.shapes.text(Text::new([MARGIN + indent, base], Anchor::Start, face, ink, &line));
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
        self.y += 10.0;
        self.shapes.line([[MARGIN, self.y], [WIDTH - MARGIN, self.y]], Pen::solid(Ink::Stroke, 1.0));
        self.y += 8.0;
        let sources = publishers(briefing, provenance, &self.words);
        if !sources.is_empty() {
            let sources = self.words.say(&message!(picture::sources, sources = sources));
            self.paragraph(&sources, CAPTION, Ink::Muted, MOST_SOURCES);
        }
        let made = message!(picture::made, briefing = &provenance.briefing, made = provenance.made.to_string());
        let made = self.words.say(&made);
        self.paragraph(&made, CAPTION, Ink::Muted, 2);
        self.paragraph(&format!("sha256 {}", provenance.digest), DIGEST, Ink::Muted, 1);
        let height = (self.y + MARGIN - 12.0).ceil();
        let lines = provenance.lines(&self.words);
        let mut paper = Shapes::default();
        paper.ground(Area { left: 0.0, top: 0.0, right: WIDTH, bottom: height }, Ink::Paper);
        let mut svg = Svg::new(self.theme.palette());
        svg.paint(&paper);
        svg.paint(&self.shapes);
        let language = briefing.manifest.languages.first().map_or("", String::as_str);
        let head = Head { id, language, size: [WIDTH, height], title: &title, alt: &alt, lines: &lines };
        Picture {
            svg: svg.finish(head),
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
fn publishers(briefing: &Briefing, provenance: &Provenance, words: &Words) -> String {
    let cited = || provenance.sources.iter().filter_map(|line| briefing.source(&line.key));
    let is_document = |source: &&Source| briefing.document_source() == Some(&source.id);
    let document = cited()
        .any(|source| is_document(&source))
        .then(|| words.say(&message!(picture::document, called = &briefing.called())));
    let mut publishers: Vec<(&str, usize)> = Vec::new();
    for source in cited().filter(|source| !is_document(source)) {
        match publishers.iter_mut().find(|(publisher, _)| *publisher == source.publisher) {
            Some((_, count)) => *count += 1,
            None => publishers.push((&source.publisher, 1)),
        }
    }
    let said = publishers.into_iter().map(|(publisher, count)| match count {
        1 => publisher.to_owned(),
        _ => words.say(&message!(picture::publisher, publisher = publisher.to_owned(), count = count)),
    });
    words.list(document.into_iter().chain(said))
}
