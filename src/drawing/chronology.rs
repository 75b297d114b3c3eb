//! The chronology as a strip: a line to scale with its months, a mark for each event, and from each a joint down to the
//! column that tells of it.

use super::{Anchor, Area, Drawing, Face, Ink, Part, PartKey, Pen, Shapes, Text};
use crate::analysis::chronology::{Scale, Tense, tense};
use crate::briefing::{Briefing, Event, Message, Value};
use crate::message;
use crate::words::Words;

/// The height of the line with its months.
const AXIS: f32 = 34.0;
/// How far the line stands above the lower end of that.
const RISE: f32 = 6.0;
/// What is left free at both ends of the line.
const INSET: f32 = 6.0;
/// Room for the name of a month or a year.
const NAME: f32 = 64.0;
/// The height of the joints.
const JOINTS: f32 = 26.0;
/// A column narrower than this cannot be read.
const LEAST_COLUMN: f32 = 92.0;
/// How large the marks are: the meeting's, and the others'.
const RADIUS: [f32; 2] = [6.0, 4.0];

/// A chronology as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chronology {
    /// The strip, with a part for each event.
    pub drawing: Drawing,
    /// How wide the column of each event is that its joint leads to; none where there is no room for columns.
    pub column: Option<f32>,
}

/// The chronology of a briefing, so wide; none where nothing happened.
pub fn chronology(briefing: &Briefing, width: f32, words: &Words) -> Option<Chronology> {
    let events = briefing.chronology();
    let scale = Scale::of(events)?;
    let column = Some(width / events.len() as f32).filter(|column| *column >= LEAST_COLUMN);
    let line = AXIS - RISE;
    let x = |position: f32| (width - 2.0 * INSET).max(0.0).mul_add(position, INSET);
    let positions: Vec<f32> = scale.positions(events).into_iter().map(x).collect();

    let height = if column.is_some() { AXIS + JOINTS } else { AXIS };
    let mut drawing = Drawing::new([width, height]);
    let shapes = &mut drawing.shapes;
    let written = x(scale.position(briefing.manifest.as_of.last_day()));
    shapes.line([[INSET, line], [written, line]], Pen::solid(Ink::Control, 2.0));
    shapes.line([[written, line], [x(1.0), line]], Pen::dashed(Ink::Control, 1.0, 3.0, 3.0));
    for day in scale.marks((width / NAME) as usize) {
        let at = x(scale.position(day));
        shapes.line([[at, line - 5.0], [at, line]], Pen::solid(Ink::Control, 1.0));
        let base = Face::CAPTION.base_line();
        shapes.text(Text::new([at + 3.0, base], Anchor::Start, Face::CAPTION, Ink::Muted, &words.month_or_year(day)));
    }
    for (number, at) in positions.iter().enumerate().filter(|_| column.is_some()) {
        let foot = column.unwrap_or_default().mul_add(number as f32, 5.0);
        let turn = 2.0f32.mul_add(number as f32, AXIS + 4.0);
        shapes.line([[*at, AXIS], [*at, turn], [foot, turn], [foot, AXIS + JOINTS]], Pen::solid(Ink::Stroke, 1.0));
    }
    for (number, (event, at)) in events.iter().zip(positions).enumerate() {
        mark(shapes, briefing, event, [at, line]);
        let area = Area::around([at, line], [2.0 * RADIUS[0]; 2]);
        drawing.parts.push(Part { key: PartKey::Event(number), area, name: words.say(&said(briefing, event)) });
    }
    Some(Chronology { drawing, column })
}

/// Draws the mark of an event around a point: filled where it had happened when the document was written, larger and in
/// the accent where it is the meeting itself.
pub fn mark(shapes: &mut Shapes, briefing: &Briefing, event: &Event, center: [f32; 2]) {
    let meeting = briefing.is_own_event(event);
    let (ink, radius) = if meeting { (Ink::Accent, RADIUS[0]) } else { (Ink::Secondary, RADIUS[1]) };
    match tense(event, briefing.manifest.as_of) {
        Tense::Past => shapes.circle(center, radius, Some(ink), Some(Pen::solid(Ink::Paper, 1.0))),
        Tense::Ahead => shapes.circle(center, radius, Some(Ink::Paper), Some(Pen::solid(ink, 1.5))),
    }
}

/// What is said of an event.
fn said(briefing: &Briefing, event: &Event) -> Message {
    let when = Value::Span(event.from, event.until);
    let (place, what) = (&event.place, &event.label);
    match tense(event, briefing.manifest.as_of) {
        Tense::Past => message!(drawing::event, place = place, when = when, what = what),
        Tense::Ahead => {
            let called = &briefing.called();
            message!(drawing::event_ahead, place = place, when = when, what = what, called = called)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::chronology;
    use crate::briefing::Briefing;
    use crate::drawing::{Ink, PartKey, Shape};
    use crate::words::Words;

    /// How many marks are set off as the meeting.
    fn meetings(briefing: &Briefing) -> usize {
        let drawn = chronology(briefing, 900.0, &Words::english()).expect("something happened");
        let accent = |shape: &&Shape| {
            matches!(shape, Shape::Circle { fill, rim, .. }
                if *fill == Some(Ink::Accent) || rim.is_some_and(|pen| pen.ink == Ink::Accent))
        };
        drawn.drawing.shapes.0.iter().filter(accent).count()
    }

    #[test]
    fn of_two_events_of_one_day_only_the_meeting_is_set_off() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let day = briefing.meeting.as_ref().expect("a meeting").date;
        briefing.meeting.as_mut().expect("a meeting").chronology.iter_mut().for_each(|event| event.from = day);
        assert_eq!(meetings(&briefing), 1);
        briefing.meeting.as_mut().expect("a meeting").event = None;
        assert_eq!(meetings(&briefing), 0);
    }

    #[test]
    fn every_event_has_a_part_and_a_narrow_strip_no_columns() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let wide = chronology(&briefing, 900.0, &Words::english()).expect("something happened");
        let narrow = chronology(&briefing, 300.0, &Words::english()).expect("something happened");
        assert!(wide.column.is_some() && narrow.column.is_none());
        for drawn in [&wide, &narrow] {
            for number in 0..briefing.chronology().len() {
                assert!(drawn.drawing.part(&PartKey::Event(number)).is_some_and(|part| !part.name.is_empty()));
            }
        }
        let ahead = wide.drawing.parts.iter().filter(|part| part.name.ends_with("when the article was written"));
        assert_eq!(ahead.count(), 3);
    }
}
