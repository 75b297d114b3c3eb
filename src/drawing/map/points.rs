//! Where the marks of a map stand.

use super::sheet::Sheet;
use super::spread::spread;
use crate::analysis::roster::{Mark, outsiders};
use crate::briefing::{Members, Position};

/// Of more marks than these only those of states are moved apart: each is held against every other.
const MOST_PARTED: usize = 260;

/// Where the marks of a map stand, each in the order of what it is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    /// The marks of states.
    pub states: Vec<[f32; 2]>,
    /// Those of what is in no roster.
    pub outside: Vec<[f32; 2]>,
}

/// Whether some of the marks stand for several states.
pub fn is_gathered(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| mark.states > 1)
}

impl Sheet {
    /// Where marks stand: at their capitals and places, moved apart where they would cover each other. Marks that stand
    /// for several states are far enough apart as they are, where no other mark comes between them.
    pub fn points(&self, members: Members<'_>, marks: &[Mark]) -> Points {
        let point = |position: Position| self.projection.point(position.longitude, position.latitude);
        let mut states: Vec<[f32; 2]> =
            marks.iter().map(|mark| point(mark.row.state_in(members.roster).position)).collect();
        let mut outside: Vec<[f32; 2]> = outsiders(&members).iter().map(|one| point(one.position)).collect();
        if !outside.is_empty() && states.len() + outside.len() <= MOST_PARTED {
            let all = spread(&[states.as_slice(), &outside].concat(), self.style.apart);
            outside = all.get(states.len()..).unwrap_or_default().to_vec();
            states = all.into_iter().take(states.len()).collect();
        } else if !is_gathered(marks) {
            states = spread(&states, self.style.apart);
        }
        Points { states, outside }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Points;
    use crate::analysis::roster::{RosterIndex, RosterQuery, region};
    use crate::briefing::{Briefing, Position, main_members};
    use crate::drawing::map::{Sheet, Style};

    const SIZE: [f32; 2] = [384.0, 164.0];

    /// The points of the bundled map, with places of the meeting at these positions.
    fn points(places: &[[f64; 2]], style: Style) -> Points {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let meeting = briefing.meeting.as_mut().expect("a meeting");
        let place = meeting.places[0].clone();
        meeting.places = places
            .iter()
            .enumerate()
            .map(|(number, [latitude, longitude])| {
                let mut place = place.clone();
                place.id = format!("place-{number}").try_into().expect("a key");
                place.position = Some(Position { latitude: *latitude, longitude: *longitude });
                place
            })
            .collect();
        let members = main_members(&briefing);
        let mut index = RosterIndex::new(members);
        let view = index.view(members, &RosterQuery::on(date(2025, 7, 14)));
        Sheet::new(&region(members), SIZE, style).points(members, &index.marks(&view))
    }

    fn closest(points: &Points) -> f32 {
        let all: Vec<_> = points.states.iter().chain(&points.outside).collect();
        let pairs = all.iter().enumerate().flat_map(|(index, a)| all[..index].iter().map(move |b| (*a, *b)));
        pairs.map(|([ax, ay], [bx, by])| (ax - bx).hypot(ay - by)).fold(f32::INFINITY, f32::min)
    }

    #[test]
    fn what_is_in_no_roster_lies_on_no_other_mark() {
        // Astana, where a state has its mark, twice; and beside it.
        let places = [[51.1, 71.4], [51.1, 71.4], [51.0, 71.9]];
        for style in [Style::WINDOW, Style::PAGE] {
            let parted = points(&places, style);
            assert_eq!(parted.outside.len(), 3);
            assert!(closest(&parted) >= 0.98 * style.apart, "{} of {}", closest(&parted), style.apart);
        }
        let alone = points(&[], Style::WINDOW);
        let far = points(&[[-30.0, 60.0]], Style::WINDOW);
        assert_eq!((alone.outside.len(), far.states.len()), (0, alone.states.len()));
    }

    #[test]
    fn of_very_many_places_only_the_states_are_moved_apart() {
        let many = points(&vec![[51.1, 71.4]; 5000], Style::WINDOW);
        assert_eq!(many.outside.len(), 5000);
        assert!(closest(&Points { outside: Vec::new(), ..many }) >= 0.98 * Style::WINDOW.apart);
    }
}
