//! Who belongs to the organisation on a date: the roster, filtered and sorted.
//!
//! A [`RosterIndex`] is made once of a briefing; it answers a [`RosterQuery`] with a [`RosterView`].

mod columns;
mod index;
mod list;
mod listing;
mod marks;
mod order;
mod outside;
mod query;
mod register;
mod row;
mod sentence;
mod slips;
mod square;
mod state_columns;
mod view;

pub use self::columns::{Alignment, CellValue, Column, ColumnSpec, Field, Fields, Kind, Order, TableColumn};
pub use self::index::RosterIndex;
pub use self::list::{Change, changes, count_states, count_statuses, holds, on_date, printed};
pub use self::marks::Mark;
pub use self::outside::{Outsider, outsiders, region};
pub use self::query::{Edition, Filter, RosterQuery, Sort, Years};
pub use self::register::{Entry, Register};
pub use self::row::RosterRow;
pub use self::sentence::{sentence, shown_statuses};
pub use self::slips::{Slip, slips};
pub use self::view::{Population, RosterView};

use crate::briefing::Members;

/// The roster as a query asks for it. Who asks more than once keeps a [`RosterIndex`].
///
/// # Examples
/// ```
/// use briefing_desk::analysis::roster::{RosterQuery, view};
/// use briefing_desk::briefing::Briefing;
///
/// let briefing = Briefing::bundled()?;
/// if let Some(members) = briefing.members().next() {
///     let founders = view(members, &RosterQuery::on(jiff::civil::date(2001, 6, 15)));
///     assert_eq!(founders.len(), 6);
/// }
/// # Ok::<(), briefing_desk::briefing::LoadError>(())
/// ```
pub fn view(members: Members<'_>, query: &RosterQuery) -> RosterView {
    RosterIndex::new(members).view(members, query)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{self, date};
    use proptest::prelude::*;

    use super::{Column, Edition, Filter, RosterQuery, RosterRow, RosterView, Slip, Sort, slips, view};
    use crate::analysis::facets::Facet;
    use crate::analysis::fold::fold;
    use crate::briefing::{Briefing, Precision, main_members};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn counts(view: &RosterView) -> Vec<usize> {
        let (_, statuses) = view.facets.iter().find(|(facet, _)| *facet == Facet::Status).expect("statuses");
        statuses.iter().map(|status| status.all).collect()
    }

    fn names(briefing: &Briefing, view: &RosterView) -> Vec<String> {
        let name = |row: &super::RosterRow| briefing.name(&row.state_in(&briefing.rosters[0]).names).to_owned();
        view.rows().map(|row| name(&row)).collect()
    }

    fn search(text: &str) -> Vec<String> {
        let briefing = bundled();
        let query = RosterQuery { search: text.to_owned(), ..RosterQuery::on(date(2025, 7, 14)) };
        names(&briefing, &view(main_members(&briefing), &query))
    }

    #[test]
    fn the_roster_follows_its_date() {
        let briefing = bundled();
        let on = |day| counts(&view(main_members(&briefing), &RosterQuery::on(day)));
        assert_eq!(on(date(2001, 6, 14)), [0_usize; 0], "before it was founded");
        assert_eq!(on(date(2001, 6, 15)), [6], "founders");
        assert_eq!(on(date(2025, 7, 14)), [10, 2, 14], "at the time of the article");
        assert_eq!(on(date(2025, 8, 31)), [10, 2, 14], "the day before the merger");
        assert_eq!(on(date(2025, 9, 1)), [10, 17], "after the merger");
    }

    #[test]
    fn the_roster_is_right_on_every_day_it_changed() {
        let briefing = bundled();
        let on = |day| counts(&view(main_members(&briefing), &RosterQuery::on(day)));
        for (day, expected) in [
            (date(2004, 6, 17), vec![6, 1]),
            (date(2012, 6, 7), vec![6, 5, 2]),
            (date(2015, 9, 24), vec![6, 6, 3]),
            (date(2017, 6, 9), vec![8, 4, 6]),
            (date(2023, 7, 4), vec![9, 3, 13]),
            (date(2024, 7, 4), vec![10, 2, 14]),
        ] {
            assert_eq!(on(day), expected, "{day}");
        }
        assert!(super::changes(&briefing.rosters[0]).len() > 12);
    }

    #[test]
    fn the_printed_list_keeps_its_mistakes() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        let printed = view(main_members(&briefing), &query);
        assert_eq!(printed.len(), 26);
        let repeated: Vec<_> = printed.rows().filter(|row| row.repeated).collect();
        assert_eq!(repeated.len(), 1);
        assert_eq!(repeated[0].state_in(&briefing.rosters[0]).id.as_str(), "nepal");
        let left_out = |slip| if let Slip::LeftOut(row) = slip { Some(row) } else { None };
        let left_out = slips(main_members(&briefing)).into_iter().filter_map(left_out);
        let omitted: Vec<_> = left_out.map(|row| row.state_in(&briefing.rosters[0]).id.as_str().to_owned()).collect();
        assert_eq!(omitted, ["turkiye"]);
    }

    #[test]
    fn search_finds_every_name_a_reader_may_know() {
        for (typed, found) in [
            ("turkey", "Türkiye"),
            ("TÜRK", "Türkiye"),
            ("burma", "Myanmar"),
            ("оаэ", "United Arab Emirates"),
            ("尼泊尔", "Nepal"),
            ("minsk", "Belarus"),
            ("KGZ", "Kyrgyzstan"),
        ] {
            assert_eq!(search(typed), [found], "{typed}");
        }
        assert!(search("atlantis").is_empty());
    }

    #[test]
    fn a_status_filter_keeps_the_counts_of_the_others() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.choice.toggle(Facet::Status, "observer");
        let filtered = view(main_members(&briefing), &query);
        assert_eq!(names(&briefing, &filtered), ["Afghanistan", "Mongolia"]);
        assert_eq!(counts(&filtered), [10, 2, 14]);
    }

    /// A query with some of the values that its list offers.
    fn query(day: civil::Date, edition: Edition, search: &str, chosen: &[(usize, usize)]) -> RosterQuery {
        let mut query = RosterQuery { edition, search: search.to_owned(), ..RosterQuery::on(day) };
        let offered = view(main_members(&bundled()), &query).facets;
        for (facet, value) in chosen {
            let (facet, values) = &offered[facet % offered.len()];
            let value = values.get(value % values.len().max(1)).map(|value| value.value.to_string());
            // Chosen twice is chosen, so that the order of choosing cannot matter.
            if let Some(value) = value.filter(|value| !query.choice.contains(*facet, value)) {
                query.choice.toggle(*facet, &value);
            }
        }
        query
    }

    /// The value of a row, worked out the long way.
    fn value_of(briefing: &Briefing, facet: Facet, row: &RosterRow) -> String {
        let roster = &briefing.rosters[0];
        let (state, status) = (row.state_in(roster), row.status_in(roster));
        let Some(spell) = row.spell_in(roster) else { return "unknown".to_owned() };
        match facet {
            Facet::Status => status.id.to_string(),
            Facet::Region => state.region.clone(),
            Facet::Decade => {
                let year = spell.from.first_day().year();
                format!("{}–{}", year - year % 10, year - year % 10 + 9)
            }
            Facet::Path => {
                let renamed = |other: &str| {
                    let other = roster.statuses.iter().find(|status| status.id.as_str() == other).expect("a status");
                    other.merged.as_ref().is_some_and(|merger| merger.into == status.id)
                };
                let other = roster.spells.iter().any(|earlier| {
                    earlier.state == state.id
                        && earlier.status != spell.status
                        && earlier.from.first_day() < spell.from.first_day()
                        && !renamed(earlier.status.as_str())
                });
                if other { "promoted" } else { "first" }.to_owned()
            }
        }
    }

    /// Whether a row holds a text, worked out the long way.
    fn holds_text(briefing: &Briefing, row: &RosterRow, text: &str) -> bool {
        let state = row.state_in(&briefing.rosters[0]);
        let codes = [&state.capital, &state.alpha2, &state.alpha3, &state.numeric].map(String::as_str);
        state
            .called()
            .chain(codes)
            .chain(row.printed_in(&briefing.rosters[0]))
            .any(|name| fold(name).contains(&fold(text)))
    }

    fn days() -> impl Strategy<Value = civil::Date> {
        (2000i16..2028, 1i8..13, 1i8..29).prop_map(|(year, month, day)| date(year, month, day))
    }

    fn editions() -> impl Strategy<Value = Edition> {
        prop_oneof![Just(Edition::Corrected), Just(Edition::Printed)]
    }

    fn choices() -> impl Strategy<Value = Vec<(usize, usize)>> {
        prop::collection::vec((0usize..4, 0usize..9), 0..5)
    }

    proptest! {
        #[test]
        fn the_order_in_which_filters_are_set_does_not_matter(
            day in days(), edition in editions(), search in "[a-zа-я]{0,2}", chosen in choices(), turn in 0usize..5,
        ) {
            let briefing = bundled();
            let mut turned = chosen.clone();
            turned.rotate_left(turn.min(chosen.len()));
            let one = view(main_members(&briefing), &query(day, edition, &search, &chosen));
            let other = view(main_members(&briefing), &query(day, edition, &search, &turned));
            prop_assert!(one.rows().eq(other.rows()));
            prop_assert_eq!(one.facets, other.facets);
            prop_assert_eq!(one.population, other.population);
        }

        #[test]
        fn rows_and_counts_equal_a_naive_recount(
            day in days(), edition in editions(), search in "[a-zа-я]{0,2}", chosen in choices(),
        ) {
            let briefing = bundled();
            let query = query(day, edition, &search, &chosen);
            let all: Vec<RosterRow> = match edition {
                Edition::Corrected => super::on_date(&briefing.rosters[0], day),
                Edition::Printed => super::printed(main_members(&briefing)),
            };
            let passes = |row: &RosterRow, except: Option<Facet>| {
                holds_text(&briefing, row, &search)
                    && Facet::ALL.into_iter().filter(|facet| Some(*facet) != except).all(|facet| {
                        let chosen = query.choice.of(facet);
                        chosen.is_none_or(|chosen| chosen.contains(&value_of(&briefing, facet, row)))
                    })
            };
            let view = view(main_members(&briefing), &query);
            prop_assert_eq!(view.total(), all.len());
            let mut shown: Vec<RosterRow> = view.rows().collect();
            let mut hidden: Vec<RosterRow> = view.hidden().collect();
            for rows in [&mut shown, &mut hidden] {
                rows.sort_by_key(|row| row.printed.unwrap_or(row.state));
            }
            let (kept, left): (Vec<RosterRow>, Vec<RosterRow>) = all.iter().partition(|row| passes(row, None));
            prop_assert_eq!(shown, kept);
            prop_assert_eq!(hidden, left);
            for (facet, values) in &view.facets {
                for value in values {
                    let having = |row: &&RosterRow| value_of(&briefing, *facet, row) == *value.value;
                    prop_assert_eq!(value.all, all.iter().filter(having).count(), "{:?} {}", facet, value.value);
                    let matching = all.iter().filter(having).filter(|row| passes(row, Some(*facet))).count();
                    prop_assert_eq!(value.matching, matching, "{:?} {}", facet, value.value);
                }
            }
        }

        #[test]
        fn sorting_is_stable_and_total(
            day in days(), first in 0usize..6, second in 0usize..6, down: bool, up: bool, search in "[a-z]{0,1}",
        ) {
            let briefing = bundled();
            let roster = &briefing.rosters[0];
            let columns: Vec<Column> = Column::in_table().map(|(column, _)| column).collect();
            let sort = [(first, down), (second, up)]
                .map(|(column, descending)| Sort { column: columns[column], descending });
            let query = RosterQuery { sort: sort.to_vec(), search, ..RosterQuery::on(day) };
            let by_name = RosterQuery { sort: RosterQuery::on(day).sort, ..query.clone() };
            let (sorted, named) = (view(main_members(&briefing), &query), view(main_members(&briefing), &by_name));
            let place = |row: &RosterRow| named.place_of(row.state).expect("every row is there in every order");
            prop_assert_eq!(sorted.len(), named.len());
            let rows: Vec<RosterRow> = sorted.rows().collect();
            for pair in rows.windows(2) {
                let compare = |column: Column, descending: bool| {
                    let key = |row: &RosterRow| match column.key {
                        "state" => place(row) as u64,
                        "status" => row.status as u64,
                        "region" => roster.states.iter().filter(|state| state.region < row.state_in(roster).region).count() as u64,
                        "since" => (row.spell_in(roster).expect("a spell").from.last_day() - date(1, 1, 1)).get_days().unsigned_abs().into(),
                        "population" => row.state_in(roster).population.expect("known for all"),
                        _ => row.citations(main_members(&briefing)).len() as u64,
                    };
                    let order = key(&pair[0]).cmp(&key(&pair[1]));
                    if descending { order.reverse() } else { order }
                };
                // Dates that are not known to the day are not compared here: `order` has a test of its own for them.
                let vague = |row: &RosterRow| row.spell_in(roster).is_none_or(|spell| spell.from.precision() != Precision::Day);
                if sort.iter().any(|sort| sort.column == Column::SINCE) && pair.iter().any(vague) {
                    continue;
                }
                let order = compare(sort[0].column, down)
                    .then_with(|| compare(sort[1].column, up))
                    .then_with(|| compare(Column::STATE, false));
                prop_assert!(order.is_lt(), "{:?} before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn blanks_stand_last_both_ways_and_text_by_the_rules_of_the_language() {
        let mut briefing = bundled();
        for (state, (name, region)) in briefing.rosters[0].states.iter_mut().zip([
            ("Zett", "Öst"),
            ("Über", "Zuid"),
            ("Äland", ""),
            ("Ende", "Ost"),
        ]) {
            state.names = serde_json::from_value(serde_json::json!({ "en": name })).expect("names");
            state.region = region.to_owned();
        }
        briefing.rosters[0].states.truncate(4);
        let kept: Vec<_> = briefing.rosters[0].states.iter().map(|state| state.id.clone()).collect();
        briefing.rosters[0].spells.retain(|spell| kept.contains(&spell.state));
        briefing.manifest.languages = vec!["de".to_owned(), "en".to_owned()];
        let sorted = |column: Column, descending: bool| {
            let sort = vec![Sort { column, descending }];
            let view = view(main_members(&briefing), &RosterQuery { sort, ..RosterQuery::on(date(2025, 7, 14)) });
            let regions = view.rows().map(|row| row.state_in(&briefing.rosters[0]).region.clone()).collect::<Vec<_>>();
            (names(&briefing, &view), regions)
        };
        assert_eq!(sorted(Column::STATE, false).0, ["Äland", "Ende", "Über", "Zett"]);
        assert_eq!(sorted(Column::STATE, true).0, ["Zett", "Über", "Ende", "Äland"]);
        assert_eq!(sorted(Column::REGION, false).1, ["Ost", "Öst", "Zuid", ""], "an umlaut stands with its letter");
        assert_eq!(sorted(Column::REGION, true).1, ["Zuid", "Öst", "Ost", ""]);
        let facets = view(main_members(&briefing), &RosterQuery::on(date(2025, 7, 14))).facets;
        let (_, regions) = facets.iter().find(|(facet, _)| *facet == Facet::Region).expect("regions");
        let offered: Vec<&str> = regions.iter().map(|value| &*value.value).collect();
        assert_eq!(offered, ["Ost", "Öst", "Zuid", "unknown"]);
    }

    #[test]
    fn a_second_column_sorts_within_the_first() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.sort_by(Column::STATUS, false);
        query.sort_by(Column::POPULATION, true);
        query.sort_by(Column::POPULATION, true);
        let sorted = names(&briefing, &view(main_members(&briefing), &query));
        assert_eq!(sorted[..3], ["India", "China", "Pakistan"], "members, the most populous first");
        assert_eq!(sorted[10..12], ["Afghanistan", "Mongolia"], "then the observers");
    }

    #[test]
    fn four_members_came_from_another_status() {
        let briefing = bundled();
        let facets = view(main_members(&briefing), &RosterQuery::on(date(2025, 7, 14))).facets;
        let counts = |facet: Facet| {
            let (_, values) = facets.iter().find(|(of, _)| *of == facet).expect("a facet");
            values.iter().map(|value| (format!("{:?}", value.name), value.all)).collect::<Vec<_>>()
        };
        let path = [("First".to_owned(), 22), ("Promoted".to_owned(), 4)];
        assert_eq!(counts(Facet::Path), path, "Belarus, India, Iran and Pakistan were observers before");
        assert!(counts(Facet::Region).contains(&("Text(\"Central Asia\")".to_owned(), 4)));
    }

    #[test]
    fn an_index_answers_one_question_after_the_other() {
        let briefing = bundled();
        let mut index = super::RosterIndex::new(main_members(&briefing));
        for (day, search) in [(date(2025, 7, 14), "an"), (date(2001, 6, 15), ""), (date(2025, 9, 1), "an")] {
            for edition in [Edition::Corrected, Edition::Printed] {
                let query = query(day, edition, search, &[(1, 2)]);
                let (kept, fresh) =
                    (index.view(main_members(&briefing), &query), view(main_members(&briefing), &query));
                assert!(kept.rows().eq(fresh.rows()), "{query:?}");
                assert_eq!(kept.facets, fresh.facets, "{query:?}");
            }
        }
    }

    #[test]
    fn a_dead_end_names_the_filter_that_leads_out() {
        let briefing = bundled();
        let mut index = super::RosterIndex::new(main_members(&briefing));
        let mut query = RosterQuery { search: "nepal".to_owned(), ..RosterQuery::on(date(2025, 7, 14)) };
        query.choice.toggle(Facet::Status, "member");
        query.choice.toggle(Facet::Region, "Southern Asia");
        assert!(index.view(main_members(&briefing), &query).is_empty());
        let ways = index.ways_out(main_members(&briefing), &query);
        assert_eq!(
            ways,
            [(Filter::Search, 3), (Filter::Facet(Facet::Status), 1)],
            "without the region nothing would show"
        );
        query.choice.toggle(Facet::Path, "promoted");
        query.search = "atlantis".to_owned();
        let ways = index.ways_out(main_members(&briefing), &query);
        assert_eq!(ways, [(Filter::Search, 3)], "India, Iran and Pakistan were observers before");
    }

    #[test]
    fn typing_goes_to_the_next_name() {
        let briefing = bundled();
        let view = view(main_members(&briefing), &RosterQuery::on(date(2025, 7, 14)));
        let named = |typed: &str, from: usize| {
            view.named(main_members(&briefing), typed, from)
                .and_then(|place| view.row(place))
                .map(|row| row.state_in(&briefing.rosters[0]).id.to_string())
        };
        assert_eq!(named("tu", 0).as_deref(), Some("turkiye"));
        assert_eq!(named("k", 0).as_deref(), Some("kazakhstan"));
        assert_eq!(named("k", view.len()).as_deref(), Some("kazakhstan"), "from the top again");
        assert_eq!(named("не", 0).as_deref(), Some("nepal"), "in any language");
        assert_eq!(named("minsk", 0), None, "a capital is no name");
        assert_eq!(named("", 0), None);
        assert_eq!(
            view.row(view.named(main_members(&briefing), "nep", 0).expect("Nepal")).and_then(|row| view.place(&row)),
            view.named(main_members(&briefing), "nep", 0)
        );
    }

    #[test]
    fn people_are_counted_once_however_often_a_state_is_printed() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        assert_eq!(view(main_members(&briefing), &query).population.states, 25);
    }
}
