//! Briefings that are well formed and still strange: every tab opens, comes to rest, and nothing panics.

use std::sync::Arc;

use briefing_desk::briefing::{Briefing, FlowRole};
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{open_with, year_of_trade};

/// Opens every tab of a briefing, and every way of looking at the trade.
fn walk(change: impl FnOnce(&mut Briefing)) {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    change(&mut briefing);
    let briefing = Arc::new(briefing);
    for tab in TabKey::all() {
        let mut harness = open_with(Arc::clone(&briefing), tab);
        if tab == TabKey::TRADE {
            for label in ["By direction", "Stacked", "Balance", "Growth", "Share", "Index", "Lines", "Total"] {
                if let Some(segment) = harness.query_by_label(label) {
                    segment.click_accesskit();
                    harness.run();
                    harness.render().expect("it can be drawn");
                }
            }
        }
        for selection in [year_of_trade(2024), Selection::Sentence("4.4".parse().expect("a place"))] {
            let ctx = harness.ctx.clone();
            harness.state_mut().run(&ctx, Command::Select(selection.clone()));
            harness.run();
            harness.state_mut().run(&ctx, Command::Open(selection));
            harness.run();
        }
        harness.render().expect("it can be drawn");
    }
}

#[test]
fn a_briefing_with_nothing_in_it() {
    walk(|briefing| {
        briefing.meeting.as_mut().expect("a meeting").people.clear();
        briefing.meeting.as_mut().expect("a meeting").places.clear();
        briefing.meeting.as_mut().expect("a meeting").topics.clear();
        briefing.meeting.as_mut().expect("a meeting").chronology.clear();
        briefing.meeting.as_mut().expect("a meeting").readouts.parties.clear();
        briefing.meeting.as_mut().expect("a meeting").unknowns.clear();
        briefing.claims.key_points.clear();
        briefing.claims.claims.clear();
        briefing.document.as_mut().expect("a document").sentences.clear();
        briefing.rosters[0].states.clear();
        briefing.rosters[0].spells.clear();
        briefing.rosters[0].statuses.clear();
        briefing.rosters[0].printed.clear();
        briefing.trades[0].series[0].observations.clear();
        briefing.trades[0].series[0].published_growth.clear();
    });
}

#[test]
fn a_series_of_parts_of_years_only() {
    walk(|briefing| briefing.trades[0].series[0].observations.retain(|observation| !observation.period.is_year()));
}

#[test]
fn directions_without_a_total_and_far_beyond_its_scale() {
    walk(|briefing| {
        let series = &mut briefing.trades[0].series[0];
        let total = series.flows.iter().find(|flow| flow.role == FlowRole::Total).expect("a total").id.clone();
        series.observations.retain(|observation| observation.flow != total);
        for observation in &mut series.observations {
            observation.value = observation.value.checked_mul(1_000_000.into()).expect("a large value");
        }
    });
}

#[test]
fn values_as_large_and_as_negative_as_they_come() {
    walk(|briefing| {
        let observations = &mut briefing.trades[0].series[0].observations;
        observations[0].value = rust_decimal::Decimal::MIN;
        observations[1].value = rust_decimal::Decimal::MAX;
        observations[2].value = rust_decimal::Decimal::ZERO;
    });
}

#[test]
fn names_that_are_long_or_hold_control_characters() {
    walk(|briefing| {
        briefing.meeting.as_mut().expect("a meeting").people[0].office = "an office without end ".repeat(400);
        briefing.meeting.as_mut().expect("a meeting").headline.text = "A\nheadline\tin\nlines".to_owned();
        briefing.trades[0].series[0].reporter = "A reporter ".repeat(300);
        briefing.rosters[0].states[0].capital = "x".repeat(10_000);
    });
}

#[test]
fn dates_from_the_first_year_to_the_last() {
    walk(|briefing| {
        briefing.meeting.as_mut().expect("a meeting").chronology[0].from = "0001".parse().expect("a year");
        let last = briefing.chronology().len() - 1;
        briefing.meeting.as_mut().expect("a meeting").chronology[last].until = Some("9999".parse().expect("a year"));
        briefing.rosters[0].spells[0].from = "0001".parse().expect("a year");
        briefing.rosters[0].known_until = "9999-12-31".parse().expect("a day");
    });
}

/// An address out of the data is opened by the system only on a click, and only where it is one of the web.
#[test]
fn addresses_that_are_not_of_the_web_are_shown_and_never_opened() {
    let addresses =
        ["javascript:alert(1)", "file:///etc/passwd", "JAVASCRIPT:x", " https://x", "data:text/html,x", "https:"];
    let mut briefing = Briefing::bundled().expect("the bundled briefing");
    let key = briefing.sources.sources[1].id.clone();
    for address in addresses {
        briefing.sources.sources[1].address = Some(address.to_owned());
        let mut harness = open_with(Arc::new(briefing.clone()), TabKey::SOURCES);
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::Select(Selection::Source(key.clone())));
        harness.run();
        assert!(harness.query_by_role_and_label(Role::Link, address).is_none(), "{address} is a link");
        harness.get_by_label(address);
    }
    briefing.sources.sources[1].address = Some("https://example.org/a".to_owned());
    let mut harness = open_with(Arc::new(briefing), TabKey::SOURCES);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Select(Selection::Source(key)));
    harness.run();
    harness.get_by_role_and_label(Role::Link, "https://example.org/a").click();
    let opened =
        (0..4).any(|_| {
            harness.step();
            harness.output().platform_output.commands.iter().any(
                |command| matches!(command, egui::OutputCommand::OpenUrl(open) if open.url == "https://example.org/a"),
            )
        });
    assert!(opened, "an address of the web opens on a click");
}
