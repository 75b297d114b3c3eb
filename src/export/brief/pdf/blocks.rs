//! From the blocks of a document to strips.

use krilla::tagging::{ListNumbering, Tag};

use super::grid;
use super::setting::Setter;
use super::sizes::{CAPTION, FIGURE, of_rank, of_style};
use super::strips::{Content, Fragment, Strip, Typeset};
use crate::drawing::Ink;
use crate::export::brief::document::{Block, Document, Figure, Heading, Paragraph, Picture, Rank, Style, Text, Tone};
use crate::export::job::{Cancelled, Job};
use crate::message;
use crate::words::Words;

/// The longest lines of running text: some 75 characters of its size.
const MEASURE: f32 = 364.0;
/// The longest lines under a headline.
const LEAD_MEASURE: f32 = 488.0;
/// The longest lines of a caption.
const CAPTION_MEASURE: f32 = 400.0;
/// The most of a page that a picture takes.
const PICTURE: f32 = 0.5;

/// Sets a document for pages with so much room.
///
/// # Errors
/// That the reader cancelled.
pub fn set<'a>(
    setter: Setter,
    document: &'a Document,
    words: &Words,
    room: (f32, f32),
    job: &'a Job,
) -> Result<Typeset<'a>, Cancelled> {
    let typeset = Typeset::new(setter, document, room, job);
    let mut blocks = Blocks { typeset, introduces: false, in_part: false };
    for block in &document.blocks {
        blocks.block(block)?;
    }
    blocks.missing(words);
    Ok(blocks.typeset)
}

/// A document while it is being set.
struct Blocks<'a> {
    typeset: Typeset<'a>,
    /// Whether the last block was the heading of a part.
    introduces: bool,
    /// Whether a part has begun.
    in_part: bool,
}

impl<'a> Blocks<'a> {
    fn block(&mut self, block: &'a Block) -> Result<(), Cancelled> {
        let heading = if let Block::Heading(heading) = block { Some(heading.rank) } else { None };
        match block {
            Block::Grid(grid) => return grid::typeset(&mut self.typeset, grid),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Figures(figures) => self.figures(figures),
            Block::Picture(picture) => self.picture(picture),
        }
        self.introduces = heading == Some(Rank::Part);
        self.typeset.step()
    }

    /// Says which characters are not there to be seen.
    fn missing(&mut self, words: &Words) {
        /// As many as are named one by one.
        const NAMED: usize = 12;
        let missing = self.typeset.setter.missing();
        if missing.is_empty() {
            return;
        }
        let named: Vec<String> =
            missing.iter().take(NAMED).map(|character| format!("U+{:04X}", u32::from(*character))).collect();
        let (count, characters) = (missing.len(), words.list(&named));
        let text = words.say(&if count > NAMED {
            message!(brief::missing_more, count = count, characters = characters)
        } else {
            message!(brief::missing, count = count, characters = characters)
        });
        self.paragraph(&Paragraph { style: Style::Caption, text: Text::plain(text) });
    }

    fn heading(&mut self, heading: &Heading) {
        let size = of_rank(heading.rank);
        let (before, rule) = match heading.rank {
            Rank::Headline => (0.0, 0.0),
            Rank::Part => (26.0, 1.4),
            Rank::Section => (12.0, 0.6),
        };
        // Levels follow each other without a gap: sections before the first part stand as high as parts.
        self.in_part |= heading.rank == Rank::Part;
        let level = match heading.rank {
            Rank::Headline => 1,
            Rank::Part => 2,
            Rank::Section => {
                if self.in_part {
                    3
                } else {
                    2
                }
            }
        };
        let number = std::num::NonZeroU16::new(level).unwrap_or(std::num::NonZeroU16::MIN);
        let node = self.typeset.tags.add(Tag::Hn(number, Some(heading.text.clone())), None);
        let mut text = Text::plain(&heading.text);
        if !heading.beside.is_empty() {
            text = text.and(Tone::Quiet, format!("\u{2002}{}", heading.beside));
        }
        let lines = self.typeset.setter.set(&text, size, self.typeset.room.0);
        let space = if rule > 0.0 { rule + 5.0 } else { 0.0 };
        let mut strip = Strip { before, keep: true, height: space, ..Strip::default() };
        if rule > 0.0 {
            strip.fragments.push(Fragment {
                left: 0.0,
                top: 0.0,
                content: Content::Rule(self.typeset.room.0, rule, Ink::Rule),
                node: None,
            });
        }
        for line in lines {
            strip.fragments.push(Fragment {
                left: 0.0,
                top: strip.height,
                content: Content::Line(line, size),
                node: Some(node),
            });
            strip.height += size.line;
        }
        strip.height += 3.0;
        strip.bookmark = Some((level, heading.text.clone()));
        self.typeset.strips.push(strip);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let size = of_style(paragraph.style);
        let measure = match paragraph.style {
            Style::Lead => LEAD_MEASURE,
            Style::Body => MEASURE,
            Style::Caption => CAPTION_MEASURE,
        };
        let node = self.typeset.tags.add(Tag::P, None);
        let lines = self.typeset.setter.set(&paragraph.text, size, measure.min(self.typeset.room.0));
        let count = lines.len();
        // What introduces a part stays with what it introduces.
        let introduces = self.introduces;
        for (index, line) in lines.into_iter().enumerate() {
            let fragments =
                vec![Fragment { left: 0.0, top: 0.0, content: Content::Line(line, size), node: Some(node) }];
            self.typeset.strips.push(Strip {
                before: if index == 0 { 5.0 } else { 0.0 },
                height: size.line,
                // No first line alone at the end of a page, no last one alone at the top of the next.
                keep: introduces || index + 1 < count && (index == 0 || index + 2 == count),
                fragments,
                ..Strip::default()
            });
        }
    }

    /// Figures side by side, with hairlines between.
    fn figures(&mut self, figures: &[Figure]) {
        let width = self.typeset.room.0 / figures.len().max(1) as f32;
        let list = self.typeset.tags.add(Tag::L(ListNumbering::None), None);
        let mut strip = Strip { before: 4.0, ..Strip::default() };
        for (index, figure) in figures.iter().enumerate() {
            let item = self.typeset.tags.add(Tag::LI, Some(list));
            let body = self.typeset.tags.add(Tag::LBody, Some(item));
            let inset = if index == 0 { 0.0 } else { 10.0 };
            let left = width * index as f32 + inset;
            let mut top = 3.0;
            let value = Text::plain(&figure.value);
            let value =
                if figure.unit.is_empty() { value } else { value.and(Tone::Quiet, format!(" {}", figure.unit)) };
            for (text, size) in
                [(Text::plain(&figure.label), CAPTION), (value, FIGURE), (figure.below.clone(), CAPTION)]
            {
                let part = self.typeset.tags.add(Tag::P, Some(body));
                for line in self.typeset.setter.set(&text, size, width - inset - 8.0) {
                    strip.fragments.push(Fragment { left, top, content: Content::Line(line, size), node: Some(part) });
                    top += size.line;
                }
            }
            strip.height = strip.height.max(top + 4.0);
        }
        for index in 1..figures.len() {
            let content = Content::Rule(0.5, strip.height, Ink::Hairline);
            strip.fragments.push(Fragment { left: width * index as f32, top: 0.0, content, node: None });
        }
        let content = Content::Rule(self.typeset.room.0, 0.5, Ink::Hairline);
        strip.fragments.push(Fragment { left: 0.0, top: strip.height, content, node: None });
        strip.height += 1.0;
        self.typeset.strips.push(strip);
    }

    fn picture(&mut self, picture: &'a Picture) {
        let (wide, high) = (picture.size.0.max(1.0), picture.size.1.max(1.0));
        let scale = (self.typeset.room.0 / wide).min(self.typeset.room.1 * PICTURE / high);
        let (width, height) = (wide * scale, high * scale);
        let node = self.typeset.tags.add(Tag::Figure(Some(picture.alt.clone())), None);
        let content = Content::Picture(self.typeset.pictures.len(), width, height);
        self.typeset.pictures.push(picture);
        let fragments = vec![Fragment { left: 0.0, top: 0.0, content, node: Some(node) }];
        self.typeset.strips.push(Strip { before: 6.0, height, fragments, ..Strip::default() });
    }
}
