//! A chronology on a scale of days, and where to write beside it without writing over itself.

use jiff::civil;

use crate::briefing::{Date, Event, Precision};

/// A span of days that a strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    first: civil::Date,
    last: civil::Date,
}

impl Scale {
    /// From the first day of the first month to the last day of the last, so that months can be marked.
    /// None where nothing happened.
    pub fn of(events: &[Event]) -> Option<Self> {
        let first = events.iter().map(|event| event.from.first_day()).min()?;
        let last = events.iter().map(|event| event.until.unwrap_or(event.from).last_day()).max()?;
        Some(Self { first: first.first_of_month(), last: last.max(first).last_of_month() })
    }

    /// Where a day stands, from 0 at the start to 1 at the end; days outside stand at the nearer end.
    pub fn position(self, day: civil::Date) -> f32 {
        let days = |from: civil::Date, to: civil::Date| (to - from).get_days() as f32;
        (days(self.first, day) / days(self.first, self.last).max(1.0)).clamp(0.0, 1.0)
    }

    /// Where each event of a chronology in order stands. One that is not known to the day stands in the middle of the
    /// days that its date and its neighbours leave it.
    pub fn positions(self, events: &[Event]) -> Vec<f32> {
        let exact = |event: &&Event| event.from.precision() == Precision::Day;
        let place = |(index, event): (usize, &Event)| {
            let before = events[..index].iter().rev().find(exact).map(|event| event.until.unwrap_or(event.from));
            let after = events[index + 1..].iter().find(exact).map(|event| event.from);
            let (first, last) = (event.from.first_day(), event.from.last_day());
            let first = before.filter(|_| !exact(&event)).map_or(first, |before| first.max(before.last_day()));
            let last = after.filter(|_| !exact(&event)).map_or(last, |after| last.min(after.first_day()));
            f32::midpoint(self.position(first), self.position(last.max(first)))
        };
        events.iter().enumerate().map(place).collect()
    }

    /// How many months two marks can be apart: so that whole years are marked where their beginnings are.
    pub const MONTHS_APART: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];

    /// The days to mark that lie so many months apart, at most `most` of them; none where that is too few. They are where
    /// a calendar has them, in January where they are years; where none of those is on the strip, its start is marked.
    pub fn marks(self, apart: i32, most: usize) -> Option<Vec<civil::Date>> {
        let month = |day: civil::Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        let (first, last) = (month(self.first), month(self.last));
        let start = (first + apart - 1).div_euclid(apart) * apart;
        let count = usize::try_from((last - start).div_euclid(apart) + 1).unwrap_or_default();
        if count > most {
            return None;
        }
        let day = |month: i32| {
            let (year, month) = (month.div_euclid(12).try_into().ok()?, (month.rem_euclid(12) + 1).try_into().ok()?);
            civil::Date::new(year, month, 1).ok()
        };
        let marks: Vec<civil::Date> = (start..=last).step_by(apart.unsigned_abs() as usize).filter_map(day).collect();
        Some(if marks.is_empty() { vec![self.first] } else { marks })
    }
}

/// What a reader of the document could know of an event when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It had happened.
    Past,
    /// It lay ahead.
    Ahead,
}

/// Whether an event had begun by the day the document was written.
pub fn tense(event: &Event, written: Date) -> Tense {
    if event.from.first_day() <= written.last_day() { Tense::Past } else { Tense::Ahead }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{Scale, Tense, tense};
    use crate::briefing::Briefing;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    #[test]
    fn the_strip_runs_over_whole_months_to_scale() {
        let scale = Scale::of(bundled().chronology()).expect("a chronology");
        let marks = scale.marks(1, 12).expect("few enough");
        assert_eq!((marks.first(), marks.last()), (Some(&date(2025, 5, 1)), Some(&date(2025, 9, 1))));
        let (start, middle, end) = (date(2025, 5, 1), date(2025, 7, 16), date(2025, 9, 30));
        assert!(scale.position(start).abs() < 1e-6 && (scale.position(end) - 1.0).abs() < 1e-6);
        assert!((scale.position(middle) - 0.5).abs() < 0.01, "{}", scale.position(middle));
    }

    #[test]
    fn what_lay_ahead_is_told_apart() {
        let briefing = bundled();
        let ahead: Vec<_> = briefing
            .chronology()
            .iter()
            .filter(|event| tense(event, briefing.manifest.as_of) == Tense::Ahead)
            .map(|event| event.from.to_string())
            .collect();
        assert_eq!(ahead, ["2025-07-15", "2025-07-15", "2025-08-31", "2025-09-01"]);
    }

    #[test]
    fn an_event_known_to_the_month_stands_where_its_neighbours_leave_it_room() {
        let mut briefing = bundled();
        let visit = &mut briefing.meeting.as_mut().expect("a meeting").chronology[2];
        (visit.from, visit.until) = ("2025-07".parse().expect("a month"), None);
        let events = briefing.chronology();
        let scale = Scale::of(events).expect("a chronology");
        let positions = scale.positions(events);
        assert!(positions.is_sorted(), "the chronology is in order: {positions:?}");
        let vague = events.iter().position(|event| event.from.to_string() == "2025-07").expect("known to the month");
        assert!(positions[vague] < scale.position(date(2025, 7, 13)), "before the talks");
    }

    #[test]
    fn no_events_have_no_scale() {
        assert_eq!(Scale::of(&[]), None);
    }

    proptest! {
        #[test]
        fn no_more_marks_than_there_is_room_for(first in 1i16..9000, years in 0i16..900, most in 1usize..40) {
            let mut events = bundled().chronology().to_vec();
            events.truncate(2);
            events[0].from = format!("{first:04}").parse().expect("a year");
            events[1].from = format!("{:04}", first + years).parse().expect("a year");
            events[1].until = None;
            events[0].until = None;
            let scale = Scale::of(&events).expect("two events");
            let marks = Scale::MONTHS_APART.into_iter().find_map(|apart| scale.marks(apart, most));
            let marks = marks.expect("some are few enough");
            prop_assert!(!marks.is_empty() && marks.len() <= most, "{} marks", marks.len());
            prop_assert!(marks.len() == 1 || marks.iter().all(|mark| mark.day() == 1));
        }

        #[test]
        fn any_day_has_a_place_on_the_strip(year in 1900i16..2100, month in 1i8..=12, day in 1i8..=28) {
            let scale = Scale::of(bundled().chronology()).expect("a chronology");
            prop_assert!((0.0..=1.0).contains(&scale.position(date(year, month, day))));
        }
    }
}
