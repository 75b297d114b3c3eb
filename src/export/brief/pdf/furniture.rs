//! What stands on every page: the foot with the briefing, its digest and the number of the page, and the ribbon on the
//! first.

use krilla::geom::PathBuilder;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::ArtifactType;

use super::SIDE;
use super::draw::{adorn, fill, plain_line};
use super::marks::color_of;
use super::setting::{Line, Setter};
use super::sizes::{CAPTION, Size};
use crate::drawing::palette::PRINT;
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
    pub fn draw(&self, surface: &mut Surface<'_>, setter: &Setter, page: usize, (width, height): (f32, f32)) {
        let top = height - RISE;
        if page == 0 {
            adorn(surface, ArtifactType::Layout, ribbon);
        }
        adorn(surface, ArtifactType::Footer, |surface| {
            fill(surface, SIDE, top, width - 2.0 * SIDE, 0.4, PRINT.hairline);
            let digest = if page + 1 == self.numbers.len() { &self.whole } else { &self.short };
            let rows = [(&self.name, self.numbers.get(page)), (digest, Some(&self.made))];
            for (row, (left, right)) in rows.into_iter().enumerate() {
                let y = top + 5.0 + FOOT.line * row as f32;
                plain_line(surface, setter, left, FOOT, (SIDE, y));
                if let Some(right) = right {
                    plain_line(surface, setter, right, FOOT, (width - SIDE - right.width, y));
                }
            }
        });
    }
}

/// The ribbon of the program, hanging from the upper edge.
fn ribbon(surface: &mut Surface<'_>) {
    let (left, width, length, notch) = (SIDE, 11.0, 30.0, 6.0);
    let mut path = PathBuilder::new();
    path.move_to(left, 0.0);
    path.line_to(left + width, 0.0);
    path.line_to(left + width, length);
    path.line_to(left + width / 2.0, length - notch);
    path.line_to(left, length);
    path.close();
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: color_of(PRINT.accent).into(), ..Fill::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}
