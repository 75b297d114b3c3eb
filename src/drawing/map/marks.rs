//! The marks of a map, and what is said of each.

use super::names::{Named, names};
use super::points::{Points, is_gathered};
use super::sheet::Sheet;
use crate::analysis::roster::{Mark, Outsider, outsiders};
use crate::briefing::{Members, Value};
use crate::drawing::palette::alpha;
use crate::drawing::{Area, Drawing, Group, Ink, Measure, Part, PartKey, Shapes, marks};
use crate::message;
use crate::words::Words;

/// Of more marks than these none is named.
pub const MOST_NAMES: usize = 60;
/// How far beyond a mark it is still hit, where it stands for one state and where it stands for several.
const REACH: f32 = 1.0;
const GATHERED_REACH: f32 = 3.0;

/// A mark at its point.
type Placed<'a> = (&'a Mark, [f32; 2]);

impl Sheet {
    /// The marks at their points, with a part for each that is on the sheet, and one of the whole. What lies beyond has
    /// no mark.
    pub fn marks(
        &self,
        members: Members<'_>,
        marks: &[Mark],
        points: &Points,
        measure: &mut dyn Measure,
        words: &Words,
    ) -> Drawing {
        let gathered = is_gathered(marks);
        let inside = self.frame().expanded([-self.style.side / 2.0; 2]);
        let placed = marks.iter().zip(points.states.iter().copied()).filter(|(_, point)| inside.has(*point));
        // What the filters leave in lies over what they leave out.
        let (shown, left_out): (Vec<Placed<'_>>, Vec<Placed<'_>>) = placed.partition(|(mark, _)| mark.shown);
        let mut drawing = Drawing::new(self.size);
        let draw = |shapes: &mut Shapes, (mark, point): Placed<'_>| {
            let opacity = if mark.shown { 1.0 } else { alpha::MAP_FILTERED_OUT };
            shapes.group(Group { opacity, of: of(mark), ..Group::default() }, |shapes| {
                marks::status(shapes, mark.row.status_in(members.roster).shape, point, self.style.side);
                // What is held beside it stands smaller at its corner.
                if let Some(beside) = mark.row.beside_in(members.roster).filter(|_| mark.states == 1) {
                    let [x, y] = point;
                    let corner = [x + self.style.side * 0.55, y + self.style.side * 0.45];
                    shapes.circle(corner, self.style.side * 0.36, Some(Ink::Paper), None);
                    marks::status(shapes, beside.shape, corner, self.style.side * 0.6);
                }
            });
        };
        let outside: Vec<(Outsider<'_>, [f32; 2])> = outsiders(&members)
            .into_iter()
            .zip(points.outside.iter().copied())
            .filter(|(_, point)| inside.has(*point))
            .collect();
        // Under the states: of very many some may stand at the same place.
        for (_, point) in &outside {
            marks::outsider(&mut drawing.shapes, *point, self.style.side);
        }
        for placed in left_out.iter().chain(&shown) {
            draw(&mut drawing.shapes, *placed);
        }
        if self.style.named {
            let named = |(mark, at): &Placed<'_>, name: String| Named { name, at: *at, of: of(mark) };
            let mut beside: Vec<Named> = if gathered {
                let several = shown.iter().filter(|(mark, _)| mark.states > 1);
                several.map(|one| named(one, words.value(&Value::from(one.0.states)))).collect()
            } else if shown.len() <= MOST_NAMES {
                shown.iter().map(|one| named(one, short_name(members, one.0, words))).collect()
            } else {
                Vec::new()
            };
            beside.extend(outside.iter().map(|(one, at)| Named { name: one.name.to_owned(), at: *at, of: None }));
            let states = left_out.iter().chain(&shown).map(|(_, point)| *point);
            let all = states.chain(outside.iter().map(|(_, point)| *point));
            names(&mut drawing.shapes, self, all, &beside, measure);
        }
        let states: usize = marks.iter().map(|mark| mark.states).sum();
        let whole = words.say(&if gathered {
            message!(drawing::map_gathered, states = states, marks = marks.len())
        } else {
            message!(drawing::map_whole, states = states)
        });
        drawing.parts.push(Part { key: PartKey::Whole, area: self.frame(), name: whole });
        for (one, point) in &outside {
            let (key, said) = match one.part {
                None => (PartKey::State(one.key.clone()), message!(drawing::map_outside, name = one.name.to_owned())),
                Some(part) => (
                    PartKey::Place(one.key.clone()),
                    message!(drawing::map_place, name = one.name.to_owned(), part = part.to_owned()),
                ),
            };
            let area = Area::around(*point, [self.style.side * 1.3; 2]);
            drawing.parts.push(Part { key, area, name: words.say(&said) });
        }
        let reach = self.style.side + 2.0 * if gathered { GATHERED_REACH } else { REACH };
        for (mark, point) in left_out.iter().chain(&shown) {
            let key = PartKey::State(mark.row.state_in(members.roster).id.clone());
            let name = spoken(members, mark, words);
            drawing.parts.push(Part { key, area: Area::around(*point, [reach; 2]), name });
        }
        drawing
    }
}

/// The state that a mark stands for, by its number; none where it stands for several.
fn of(mark: &Mark) -> Option<usize> {
    (mark.states == 1).then_some(mark.row.state)
}

/// What is said of a mark.
fn spoken(members: Members<'_>, mark: &Mark, words: &Words) -> String {
    let statuses = mark.row.statuses_in(members.roster).map(|status| status.name.clone());
    let (name, status) = (short_name(members, mark, words), Value::list(statuses));
    words.say(&if mark.shown {
        message!(drawing::map_mark, name = name, status = status)
    } else {
        message!(drawing::map_mark_left_out, name = name, status = status)
    })
}

/// The name of a mark: its state, and how many more it stands for.
pub fn short_name(members: Members<'_>, mark: &Mark, words: &Words) -> String {
    let name = members.name(&mark.row.state_in(members.roster).names).to_owned();
    match mark.states {
        1 => name,
        states => words.say(&message!(drawing::map_several, name = name, more = states - 1)),
    }
}
