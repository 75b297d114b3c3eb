//! Where in the document a sentence stands: a segment for each sentence, as long as the sentence is, this one raised.

use super::{Anchor, Area, Drawing, Face, Ink, Measure, Part, PartKey, Text};
use crate::briefing::{Document, Locator};
use crate::message;
use crate::words::Words;

/// The height of the strip, and of its segments.
const HEIGHT: f32 = 34.0;
const MIDDLE: f32 = 9.0;
const SEGMENT: f32 = 8.0;
const RAISED: f32 = 16.0;
/// Segments that begin nearer to each other cannot be told apart.
const LEAST: f32 = 0.5;
/// How far the numbers of the paragraphs stand below the middle of the segments.
const NUMBERS: f32 = 9.0;

/// The strip of a document, so wide, with a part for each sentence.
pub fn locator(document: &Document, at: Locator, width: f32, measure: &mut dyn Measure, words: &Words) -> Drawing {
    let mut drawing = Drawing::new([width, HEIGHT]);
    let count = document.sentences.len();
    let name = message!(drawing::locator, paragraph = at.paragraph, sentence = at.sentence, count = count);
    let name = words.say(&name);
    drawing.parts.push(Part { key: PartKey::Whole, area: drawing.area(), name });
    let scale = width / document.length.max(1) as f32;
    let mut paragraph = 0;
    let mut free_from = 0.0;
    // Where there are more sentences than pixels, of those that would stand on each other the first is drawn.
    let crowded = count as f32 > width;
    let mut drawn_to = f32::NEG_INFINITY;
    for sentence in &document.sentences {
        let [left, right] = sentence.range.map(|character| character as f32 * scale);
        if crowded && left < drawn_to + LEAST && sentence.at != at {
            continue;
        }
        drawn_to = left;
        let (height, ink) = if sentence.at == at { (RAISED, Ink::Accent) } else { (SEGMENT, Ink::Stroke) };
        let area = Area {
            left,
            top: MIDDLE - height / 2.0,
            right: (right - 1.0).max(left + 1.0),
            bottom: MIDDLE + height / 2.0,
        };
        drawing.shapes.ground(area, ink);
        let hit = Area { top: MIDDLE - RAISED / 2.0, bottom: MIDDLE + RAISED / 2.0, ..area };
        drawing.parts.push(Part { key: PartKey::Sentence(sentence.at), area: hit, name: sentence.label.clone() });
        if sentence.at.paragraph != paragraph && left >= free_from {
            paragraph = sentence.at.paragraph;
            let ink = if paragraph == at.paragraph { Ink::Accent } else { Ink::Muted };
            let (number, face) = (paragraph.to_string(), Face::CAPTION);
            free_from = left + measure.width(&number, face) + 2.0;
            let base = MIDDLE + NUMBERS + face.base_line();
            drawing.shapes.text(Text::new([left, base], Anchor::Start, face, ink, &number));
        }
    }
    drawing
}
