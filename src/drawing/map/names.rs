//! Names beside the marks of a map, where there is room.

use super::sheet::Sheet;
use crate::drawing::{Anchor, Area, Face, Group, Ink, Labels, Measure, Shapes, Text};

/// The widest a name may be.
const WIDEST: f32 = 130.0;
/// The height of its letters, with what hangs below them.
const HEIGHT: f32 = 13.0;

/// A name, the point that it stands beside, and what it is the name of, by its number.
pub(super) struct Named {
    pub name: String,
    pub at: [f32; 2],
    pub of: Option<usize>,
}

/// Writes names beside their points, each where it covers neither a mark nor another name. One that finds no room is left
/// out.
pub(super) fn names(
    shapes: &mut Shapes,
    sheet: &Sheet,
    marks: impl Iterator<Item = [f32; 2]>,
    names: &[Named],
    measure: &mut dyn Measure,
) {
    let mut labels = Labels::within(sheet.frame());
    for point in marks {
        labels.block(Area::around(point, [sheet.style.side - 3.0; 2]));
    }
    for Named { name, at, of } in names {
        let name = measure.fit(name, Face::CAPTION, WIDEST);
        let spots = spots(*at, sheet.style.side / 2.0, measure.width(&name, Face::CAPTION));
        let spot = labels.take(spots.iter().map(|(area, _)| *area)).and_then(|number| spots.get(number));
        if let Some((area, anchor)) = spot {
            let text = Text::within(*area, *anchor, Face::CAPTION, Ink::Text, &name);
            shapes.group(Group { of: *of, ..Group::default() }, |shapes| {
                shapes.text(Text { halo: Some(Ink::Land), ..text });
            });
        }
    }
}

/// Where a name of a width may stand beside a mark of half a side, the best first.
fn spots([x, y]: [f32; 2], half: f32, width: f32) -> [(Area, Anchor); 8] {
    let right = |x: f32, y: f32| (Area::from([x, y - HEIGHT / 2.0], [width, HEIGHT]), Anchor::Start);
    let left = |x: f32, y: f32| (Area::from([x - width, y - HEIGHT / 2.0], [width, HEIGHT]), Anchor::End);
    let level = |top: f32| (Area::from([x - width / 2.0, top], [width, HEIGHT]), Anchor::Middle);
    let away = half + 2.0;
    [
        right(x + away, y),
        left(x - away, y),
        level(y + away - 1.0),
        level(y - away + 1.0 - HEIGHT),
        right(x + half, y - 8.0),
        left(x - half, y - 8.0),
        right(x + half, y + 8.0),
        left(x - half, y + 8.0),
    ]
}
