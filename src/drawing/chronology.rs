//! The chronology as a strip: a line to scale with its months, a mark for each event, and from each a joint down to the
//! column that tells of it.

use std::sync::Arc;

use super::{Anchor, Area, Drawing, Face, Ink, Measure, Part, PartKey, Pen, Shapes, Text};
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
/// Between what one mark says and the next mark.
const BETWEEN: f32 = 10.0;
/// The name of a mark stands so far behind it.
const BEHIND: f32 = 3.0;
/// The height of the joints.
const JOINTS: f32 = 26.0;
/// A column narrower than this cannot be read.
const LEAST_COLUMN: f32 = 92.0;
/// Marks nearer to each other cannot be told apart.
const LEAST_APART: f32 = 0.5;
/// Between the middles of two marks that stand beside each other.
const BESIDE: f32 = 9.0;
/// Under a mark that stands aside, its own place on the line.
const PLACE: f32 = 3.0;
/// How large the marks are: the meeting's, and the others'.
const RADIUS: [f32; 2] = [6.0, 4.0];

/// A chronology as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chronology {
    /// The strip, with a part for each event.
    pub drawing: Arc<Drawing>,
    /// How wide the column of each event is that its joint leads to; none where there is no room for columns.
    pub column: Option<f32>,
}

/// How wide the column of each of some events is over a width; none where there is no room for columns.
pub fn column(events: usize, width: f32) -> Option<f32> {
    Some(width / events as f32).filter(|column| events > 0 && *column >= LEAST_COLUMN)
}

/// The chronology of a briefing, so wide; none where nothing happened.
pub fn chronology(briefing: &Briefing, width: f32, measure: &mut dyn Measure, words: &Words) -> Option<Chronology> {
    let events = briefing.chronology();
    let scale = Scale::of(events)?;
    let column = column(events.len(), width);
    let line = AXIS - RISE;
    let x = |position: f32| (width - 2.0 * INSET).max(0.0).mul_add(position, INSET);
    let own: Vec<f32> = scale.positions(events).into_iter().map(x).collect();
    // Marks that would stand on each other fan out; where there are too many for that, they stay.
    let positions = if own.len() as f32 * BESIDE <= width - 2.0 * INSET { fanned(&own, width) } else { own.clone() };

    let height = if column.is_some() { AXIS + JOINTS } else { AXIS };
    let mut drawing = Drawing::new([width, height]);
    drawing.parts.push(Part { key: PartKey::Whole, area: drawing.area(), name: words.say(&whole(events)?) });
    let shapes = &mut drawing.shapes;
    let written = x(scale.position(briefing.manifest.as_of.last_day()));
    shapes.line([[INSET, line], [written, line]], Pen::solid(Ink::Control, 2.0));
    shapes.line([[written, line], [x(1.0), line]], Pen::dashed(Ink::Control, 1.0, 3.0, 3.0));
    for (at, name) in marks(scale, x, width, measure, words) {
        shapes.line([[at, line - 5.0], [at, line]], Pen::solid(Ink::Control, 1.0));
        let base = Face::CAPTION.base_line();
        shapes.text(Text::new([at + BEHIND, base], Anchor::Start, Face::CAPTION, Ink::Muted, &name));
    }
    for (number, at) in positions.iter().enumerate().filter(|_| column.is_some()) {
        let foot = column.unwrap_or_default().mul_add(number as f32, 5.0);
        let turn = 2.0f32.mul_add(number as f32, AXIS + 4.0);
        shapes.line([[*at, AXIS], [*at, turn], [foot, turn], [foot, AXIS + JOINTS]], Pen::solid(Ink::Stroke, 1.0));
    }
    // Where there are more marks than pixels, of those that would stand on each other the first is drawn.
    let crowded = events.len() as f32 > width;
    let mut drawn_to = [f32::NEG_INFINITY; 2];
    for (number, (event, at)) in events.iter().zip(positions).enumerate() {
        let before = &mut drawn_to[usize::from(tense(event, briefing.manifest.as_of) == Tense::Ahead)];
        if crowded && (at - *before).abs() < LEAST_APART && !briefing.is_own_event(event) {
            continue;
        }
        *before = at;
        if (at - own[number]).abs() > LEAST_APART {
            let place = own[number];
            shapes.line([[place, line - PLACE], [place, line + PLACE]], Pen::solid(Ink::Control, 1.0));
        }
        mark(shapes, briefing, event, [at, line]);
        let area = Area::around([at, line], [2.0 * RADIUS[0]; 2]);
        drawing.parts.push(Part { key: PartKey::Event(number), area, name: words.say(&said(briefing, event)) });
    }
    Some(Chronology { drawing: Arc::new(drawing), column })
}

/// Places no nearer to each other than marks are wide, each as near to its own as that allows: those that would meet
/// stand around their common middle.
fn fanned(own: &[f32], width: f32) -> Vec<f32> {
    // Groups of neighbours, each with its members and the middle that they stand around.
    let mut order: Vec<usize> = (0..own.len()).collect();
    order.sort_by(|a, b| own[*a].total_cmp(&own[*b]));
    let mut groups: Vec<(f32, Vec<usize>)> = Vec::new();
    let half = |count: usize| BESIDE * (count as f32 - 1.0) / 2.0;
    for number in order {
        let mut group = (own[number], vec![number]);
        while let Some((middle, members)) =
            groups.pop_if(|(middle, members)| *middle + half(members.len()) + BESIDE > group.0 - half(group.1.len()))
        {
            let (one, other) = (members.len() as f32, group.1.len() as f32);
            let middle = (middle * one + group.0 * other) / (one + other);
            group = (middle, [members, group.1].concat());
        }
        let reach = half(group.1.len());
        group.0 = group.0.clamp((INSET + reach).min(width / 2.0), (width - INSET - reach).max(width / 2.0));
        groups.push(group);
    }
    let mut places = vec![0.0; own.len()];
    for (middle, members) in groups {
        let first = middle - half(members.len());
        for (at, number) in members.into_iter().enumerate() {
            places[number] = BESIDE.mul_add(at as f32, first);
        }
    }
    places
}

/// Where the line is marked, and what each mark says: as many marks as have room for it, each with its year where that
/// could be doubted. One whose name would leave the strip says nothing.
fn marks(
    scale: Scale,
    x: impl Fn(f32) -> f32,
    width: f32,
    measure: &mut dyn Measure,
    words: &Words,
) -> Vec<(f32, String)> {
    let most = (width / (2.0 * BETWEEN)) as usize + 1;
    let mut last = Vec::new();
    for apart in Scale::MONTHS_APART {
        let Some(days) = scale.marks(apart, most) else { continue };
        let places = days.iter().map(|day| x(scale.position(*day)));
        let named =
            places.zip(words.line_of_time(&days)).map(|(at, name)| (at, measure.width(&name, Face::CAPTION), name));
        let named: Vec<(f32, f32, String)> = named.collect();
        let fits = named.windows(2).all(|pair| pair[0].0 + BEHIND + pair[0].1 + BETWEEN <= pair[1].0);
        last = named;
        if fits {
            break;
        }
    }
    last.into_iter()
        .map(|(at, wide, name)| (at, if at + BEHIND + wide <= width { name } else { String::new() }))
        .collect()
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

/// What is said of all of it.
fn whole(events: &[Event]) -> Option<Message> {
    let first = events.iter().map(|event| event.from).min_by_key(|from| from.first_day())?;
    let last = events.iter().map(|event| event.until.unwrap_or(event.from)).max_by_key(|until| until.last_day());
    let span = Value::Span(first, last.filter(|last| *last != first));
    Some(message!(drawing::chronology_whole, events = events.len(), span = span))
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
    use crate::briefing::{Briefing, Event};
    use crate::drawing::{Ink, PartKey, Shape};
    use crate::export::picture::measure;
    use crate::words::Words;

    fn drawn(briefing: &Briefing, width: f32) -> super::Chronology {
        chronology(briefing, width, &mut measure::Measure::new(), &Words::english()).expect("something happened")
    }

    /// What the marks of a strip say on which an event happened on each of some days.
    fn marks(days: &[&str], width: f32) -> Vec<String> {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let event = briefing.chronology()[0].clone();
        let on = |day: &&str| Event { from: day.parse().expect(day), until: None, ..event.clone() };
        let meeting = briefing.meeting.as_mut().expect("a meeting");
        meeting.chronology = days.iter().map(on).collect();
        let drawn = drawn(&briefing, width);
        let shapes = &drawn.drawing.shapes.0;
        let text =
            |shape: &Shape| if let Shape::Text(text) = shape { Some(text.text.replace('\u{a0}', " ")) } else { None };
        shapes.iter().filter_map(text).collect()
    }

    #[test]
    fn the_year_of_every_mark_can_be_told() {
        assert_eq!(marks(&["2025-05-20", "2025-09-01"], 600.0), ["May 2025", "Jun", "Jul", "Aug", "Sept"]);
        assert_eq!(
            marks(&["2021-03-04", "2022-02-11"], 400.0),
            ["Apr 2021", "Jul", "Oct", "2022"],
            "a year where one begins"
        );
        let decades = marks(&["1974-05-01", "2013-11-02"], 500.0);
        assert!(
            decades.iter().all(|mark| mark.len() == 4 && mark.parse::<i16>().is_ok_and(|year| year % 5 == 0)),
            "{decades:?}"
        );
        // No mark of a month without a year before it, whatever the width.
        for width in [120.0, 260.0, 333.0, 700.0, 1100.0] {
            for days in [["2019-06-03", "2024-03-20"], ["1998-12-30", "1999-01-02"], ["0800-12-25", "2100-01-01"]] {
                let said = marks(&days, width);
                assert!(said[0].len() >= 3 && said[0].contains(|letter: char| letter.is_ascii_digit()), "{said:?}");
            }
        }
    }

    /// How many marks are set off as the meeting.
    fn meetings(briefing: &Briefing) -> usize {
        let drawn = drawn(briefing, 900.0);
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
    fn marks_that_would_stand_on_each_other_fan_out() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let event = briefing.chronology()[0].clone();
        let days = ["2025-03-01", "2025-07-14", "2025-07-14", "2025-07-15", "2025-07-15", "2025-12-30", "2025-12-31"];
        let on = |day: &&str| Event { from: day.parse().expect(day), until: None, ..event.clone() };
        briefing.meeting.as_mut().expect("a meeting").chronology = days.iter().map(on).collect();
        for width in [200.0, 600.0, 1200.0] {
            let drawn = drawn(&briefing, width);
            let middle = |number| drawn.drawing.part(&PartKey::Event(number)).expect("a part").area.center()[0];
            let middles: Vec<f32> = (0..days.len()).map(middle).collect();
            assert!(middles.windows(2).all(|pair| pair[1] - pair[0] >= super::BESIDE - 0.1), "{middles:?}");
            assert!(middles[0] >= 0.0 && middles[days.len() - 1] <= width, "{middles:?}");
        }
    }

    #[test]
    fn every_event_has_a_part_and_a_narrow_strip_no_columns() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let wide = drawn(&briefing, 900.0);
        let narrow = drawn(&briefing, 300.0);
        assert!(wide.column.is_some() && narrow.column.is_none());
        for drawn in [&wide, &narrow] {
            for number in 0..briefing.chronology().len() {
                assert!(drawn.drawing.part(&PartKey::Event(number)).is_some_and(|part| !part.name.is_empty()));
            }
        }
        let whole = wide.drawing.part(&PartKey::Whole).expect("a part");
        assert_eq!(whole.name, "Chronology of 9 events, 8\u{a0}May\u{a0}– 1\u{a0}Sept\u{a0}2025");
        let ahead = wide.drawing.parts.iter().filter(|part| part.name.ends_with("at the time of the article"));
        assert_eq!(ahead.count(), 4);
    }
}
