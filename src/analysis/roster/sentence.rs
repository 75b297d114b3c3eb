//! The roster in a sentence, made from what it shows.

use super::{Edition, RosterQuery, RosterView};
use crate::analysis::format;
use crate::briefing::{Briefing, Date};

/// How many rows of a view have each status, in the order of the statuses.
pub fn shown_statuses(briefing: &Briefing, view: &RosterView) -> Vec<usize> {
    let mut counts = vec![0; briefing.roster.statuses.len()];
    for row in view.rows() {
        counts[row.status] += 1;
    }
    counts
}

/// How many states have which status and when, and how many the filters leave out: for a screen reader, and for whoever
/// does not see the map.
pub fn sentence(briefing: &Briefing, query: &RosterQuery, view: &RosterView) -> String {
    let statuses = &briefing.roster.statuses;
    let counts = shown_statuses(briefing, view);
    let said = statuses.iter().zip(counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> =
        said.map(|(status, count)| format::count(count, &status.name.to_lowercase(), &status.plural)).collect();
    let who = if said.is_empty() { "No state".to_owned() } else { said.join(", ") };
    let when = match query.edition {
        Edition::Corrected => format!("on {}", format::date(Date::day(query.as_of))),
        Edition::Printed => format!("as printed on {}", format::date(briefing.manifest.as_of)),
    };
    let left_out = match view.total() - view.len() {
        0 => String::new(),
        count => format!("; {} left out by the filters", format::number(count)),
    };
    format!("{who} {when}{left_out}.")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::sentence;
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Edition, RosterQuery, view};
    use crate::briefing::Briefing;

    fn said(change: impl FnOnce(&mut RosterQuery)) -> String {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let mut query = RosterQuery::on(date(2025, 7, 14));
        change(&mut query);
        sentence(&briefing, &query, &view(&briefing, &query)).replace('\u{a0}', " ")
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
