//! What stands on every page: the foot with the briefing, its digest and the number of the page, and the ribbon on the
//! first.

use krilla::tagging::ArtifactType;

use super::SIDE;
use super::setting::{Line, Setter};
use super::sheet::Sheet;
use super::sizes::{CAPTION, Size};
use crate::drawing::{Ink, Shapes};
use crate::export::brief::document::{Text, Tone};
use crate::export::brief::material::Material;
use crate::message;

const FOOT: Size = Size { points: 7.0, line: 9.5, ..CAPTION };
/// From the lower edge of the paper to the rule over the foot.
const RISE: f32 = 44.0;

/// The foot of every page.
pub struct Furniture {
    name: Line,
    short: Line,
    whole: Line,
    made: Line,
    numbers: Vec<Line>,
}

impl Furniture {
    /// Sets the foot for so many pages.
    pub fn new(setter: &mut Setter, material: &Material<'_>, pages: usize) -> Self {
        let (briefing, words) = (material.briefing, material.words);
        let width = material.query.paper.size().0 - 2.0 * SIDE;
        let mut line = |text: &Text| setter.set(text, FOOT, width).into_iter().next().unwrap_or_default();
        let digest = |digits: &str| {
            Text::plain(format!("{} ", words.say(&message!(brief::foot_digest)))).and(Tone::Code, digits)
        };
        let mut name: String = briefing.manifest.name.chars().take(80).collect();
        if name.len() < briefing.manifest.name.len() {
            name.push('…');
        }
        Self {
            name: line(&Text::plain(name)),
            short: line(&digest(&briefing.digest.short())),
            whole: line(&digest(briefing.digest.as_str())),
            made: line(&Text::plain(words.say(&message!(brief::foot_made, time = material.made.to_string())))),
            numbers: (1..=pages)
                .map(|page| line(&Text::plain(words.say(&message!(brief::foot_page, page = page, pages = pages)))))
                .collect(),
        }
    }

    /// Draws the foot of a page; the last has the whole digest.
    pub fn draw(&self, sheet: &mut Sheet<'_, '_>, setter: &Setter, page: usize, (width, height): (f32, f32)) {
        let top = height - RISE;
        if page == 0 {
            sheet.adorn(ArtifactType::Layout, ribbon);
        }
        sheet.adorn(ArtifactType::Footer, |sheet| {
            sheet.rule((SIDE, top), (width - 2.0 * SIDE, 0.4), Ink::Hairline);
            let digest = if page + 1 == self.numbers.len() { &self.whole } else { &self.short };
            let rows = [(&self.name, self.numbers.get(page)), (digest, Some(&self.made))];
            for (row, (left, right)) in rows.into_iter().enumerate() {
                let y = top + 5.0 + FOOT.line * row as f32;
                sheet.line(setter, left, FOOT, (SIDE, y));
                if let Some(right) = right {
                    sheet.line(setter, right, FOOT, (width - SIDE - right.width, y));
                }
            }
        });
    }
}

/// The ribbon of the program, hanging from the upper edge.
fn ribbon(sheet: &mut Sheet<'_, '_>) {
    let (width, length, notch) = (11.0, 30.0, 6.0);
    let mut shapes = Shapes::default();
    let corners = [[0.0, 0.0], [width, 0.0], [width, length], [width / 2.0, length - notch], [0.0, length]];
    shapes.polygon(corners, Some(Ink::Accent), None);
    sheet.shapes((SIDE, 0.0), &shapes);
}
