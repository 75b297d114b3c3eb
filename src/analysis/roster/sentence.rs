//! The roster in a sentence, made from what it shows.

use super::list::count;
use super::{Edition, RosterQuery, RosterView};
use crate::briefing::{Members, Message, Value};
use crate::{label, message};

/// How many rows of a view have each status, in the order of the statuses.
pub fn shown_statuses(members: Members<'_>, view: &RosterView) -> Vec<usize> {
    count(members.roster, view.rows())
}

/// How many states have which status and when, and how many the filters leave out: for a screen reader, and for whoever
/// does not see the map.
pub fn sentence(members: Members<'_>, query: &RosterQuery, view: &RosterView) -> Message {
    let counts = members.roster.statuses.iter().zip(shown_statuses(members, view));
    let counted = counts
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| message!(roster::counted, count = count, status = status.counted(count).to_owned()));
    let who = Value::list(counted);
    let who = if view.is_empty() { label!(roster::no_state).into() } else { who };
    let hidden = view.total() - view.len();
    match query.edition {
        Edition::Corrected => message!(roster::sentence, who = who, date = query.as_of, hidden = hidden),
        Edition::Printed => {
            message!(roster::sentence_printed, who = who, date = members.manifest.as_of, hidden = hidden)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::sentence;
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Edition, RosterQuery, view};
    use crate::briefing::{Briefing, main_members};
    use crate::words::Words;

    fn said(change: impl FnOnce(&mut RosterQuery)) -> String {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let mut query = RosterQuery::on(date(2025, 7, 14));
        change(&mut query);
        Words::english()
            .say(&sentence(main_members(&briefing), &query, &view(main_members(&briefing), &query)))
            .replace('\u{a0}', " ")
    }

    #[test]
    fn the_roster_is_said_in_a_sentence() {
        assert_eq!(said(|_| ()), "10 members, 2 observers, 14 dialogue partners on 14 Jul 2025.");
        assert_eq!(said(|query| query.as_of = date(2001, 6, 15)), "6 members on 15 Jun 2001.");
        assert_eq!(said(|query| query.as_of = date(1999, 1, 1)), "No state on 1 Jan 1999.");
        assert_eq!(
            said(|query| query.choice.toggle(Facet::Status, "observer")),
            "2 observers on 14 Jul 2025; 24 left out by the filters."
        );
        let printed = said(|query| query.edition = Edition::Printed);
        assert_eq!(printed, "10 members, 2 observers, 14 dialogue partners as printed on 14 Jul 2025.");
    }
}
