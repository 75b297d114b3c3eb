//! The kinds of suggestions, and what each is taken as.

use crate::analysis::suggestions::{Placed, Suggested};
use crate::analysis::trade::{Quantity, magnitude};
use crate::briefing::carried::name_in;
use crate::briefing::{Message, StatedMeasure, Value};
use crate::{label, message};

/// All kinds: the key and the name of each.
pub static KINDS: [(&str, Message); 12] = [
    ("figure", label!(suggest::figure)),
    ("rate", label!(suggest::rate)),
    ("observation", label!(suggest::observation)),
    ("stated-figure", label!(suggest::stated_figure)),
    ("claim", label!(suggest::statement)),
    ("date", label!(suggest::date)),
    ("relative-date", label!(suggest::relative_date)),
    ("quotation", label!(suggest::quotation)),
    ("person", label!(suggest::person)),
    ("state", label!(suggest::state)),
    ("place", label!(suggest::place)),
    ("printed-list", label!(suggest::printed_list)),
];

/// What the kind of a suggestion is called.
pub fn name(what: &Suggested) -> Message {
    let own = KINDS.iter().find(|(key, _)| *key == what.key());
    own.map_or(label!(suggest::all), |(_, name)| name.clone())
}

/// What it is taken as.
pub fn taken_as(what: &Suggested) -> Message {
    let state = |code: &str| name_in(code, "en").unwrap_or(code).to_owned();
    match what {
        Suggested::Figure(Some(date)) => message!(suggest::as_figure_of, date = *date),
        Suggested::Figure(None) | Suggested::Rate | Suggested::Statement => message!(suggest::as_figure),
        Suggested::Observation(placed) => {
            let value = magnitude::amount(&placed.unit, Quantity::MONEY.given(placed.value));
            message!(suggest::as_observation, flow = &placed.called, period = placed.period, value = value)
        }
        Suggested::Stated { measure, from, placed } => {
            let Placed { called, unit, period, value, .. } = placed;
            match (measure, from) {
                (StatedMeasure::Growth | StatedMeasure::CompoundGrowth, Some(from)) => {
                    let rate = Quantity::CHANGE.given(*value);
                    message!(suggest::as_growth, flow = called, period = *period, from = *from, rate = rate)
                }
                (StatedMeasure::Balance, _) => {
                    let value = magnitude::amount(unit, Quantity::DIFFERENCE.given(*value));
                    message!(suggest::as_balance, period = *period, value = value)
                }
                _ => message!(suggest::as_share, flow = called, period = *period, rate = Quantity::SHARE.given(*value)),
            }
        }
        Suggested::Quotation(_) => message!(suggest::as_quotation),
        Suggested::Day(from, None) => message!(suggest::as_day, date = *from),
        Suggested::Day(from, until) => message!(suggest::as_days, span = Value::Span(*from, *until)),
        Suggested::Relative(relative) => {
            message!(suggest::as_relative, words = relative.words.clone(), date = relative.means)
        }
        Suggested::Person { name, office, .. } => {
            message!(suggest::as_person, name = name.clone(), office = office.clone())
        }
        Suggested::State(code) => message!(suggest::as_state, state = state(code)),
        Suggested::Place { name, .. } => message!(suggest::as_place, place = name.clone()),
        Suggested::List(list) => {
            message!(suggest::as_list, states = Value::list(list.iter().map(|(_, printed)| printed.clone())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, Suggested};

    #[test]
    fn every_kind_has_a_name_and_can_be_chosen() {
        let all = [
            Suggested::Figure(None),
            Suggested::Rate,
            Suggested::State("GR".to_owned()),
            Suggested::List(Vec::new()),
            Suggested::Place { name: "Athens".to_owned(), state: "GR".to_owned() },
            Suggested::Person { name: "Maria Lentzou".to_owned(), office: "minister".to_owned(), state: None },
        ];
        for what in all {
            assert!(KINDS.iter().any(|(key, _)| *key == what.key()), "{what:?}");
        }
    }
}
