//! The test that every finding has an id of its own, and keeps it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::tests::sentences;
use super::{Finding, finding, run};
use crate::briefing::{Briefing, Key, Period, StatedFigure, StatedMeasure};

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

/// What is said under each id, apart from the words.
fn by_id(findings: &[Finding]) -> BTreeMap<String, String> {
    let said = |f: &Finding| format!("{:?} {:?} {:?} {:?}", f.outcome, f.subject, f.title, f.detail);
    findings.iter().map(|finding| (finding.id.to_string(), said(finding))).collect()
}

fn stated(measure: StatedMeasure, value: &str) -> StatedFigure {
    let flow: Key = "total".to_owned().try_into().expect("a key");
    let (from, period) = (Some(Period::of_year(2021)), Period::of_year(2024));
    StatedFigure { measure, flow, from, period, value: value.parse().expect(value), citations: Vec::new() }
}

#[test]
fn two_figures_stated_of_one_period_are_two_findings() {
    let mut briefing = bundled();
    let figures = &mut briefing.trades[0].series[0].stated_figures;
    figures.push(stated(StatedMeasure::Growth, "12"));
    figures.push(stated(StatedMeasure::CompoundGrowth, "34"));
    let findings = run(&briefing);
    let stated: Vec<&Finding> = findings.iter().filter(|finding| finding.check == "stated-figure").collect();
    assert_eq!(stated.len(), 2);
    assert_ne!(stated[0].id, stated[1].id);
    for one in stated {
        assert_eq!(finding(&findings, &one.id), Some(one));
    }
}

#[test]
fn an_id_is_made_of_keys() {
    let ids: Vec<String> = run(&bundled()).iter().map(|finding| finding.id.to_string()).collect();
    assert!(ids.contains(&"duplicate-entry:state:nepal:dialogue-partner".to_owned()), "{ids:?}");
    assert!(ids.contains(&"balance:period:customs-usd:2024".to_owned()), "{ids:?}");
}

/// Does something to a briefing that lets several checks find several things, some of them alike.
fn harm(briefing: &mut Briefing, kind: u8, at: usize) {
    fn again<T: Clone>(list: &mut Vec<T>, at: usize) {
        if let Some(item) = list.get(at % list.len().max(1)).cloned() {
            list.insert(at % (list.len() + 1), item);
        }
    }
    fn nth<T>(list: &mut [T], at: usize) -> &mut T {
        let at = at % list.len();
        &mut list[at]
    }
    let count = briefing.trades[0].series.len();
    let series = &mut briefing.trades[0].series[at % count];
    match kind {
        0 => again(&mut series.observations, at),
        1 => again(&mut series.published_growth, at),
        2 => {
            let measures = [StatedMeasure::Growth, StatedMeasure::CompoundGrowth, StatedMeasure::Balance];
            series.stated_figures.push(stated(measures[at % 3], ["12", "34"][at / 3 % 2]));
        }
        3 => nth(&mut series.observations, at).citations.clear(),
        4 => {
            let period = nth(&mut series.observations, at / 7).period;
            nth(&mut series.observations, at).period = period;
        }
        5 => nth(&mut series.observations, at).value *= rust_decimal::Decimal::from(at),
        6 => again(&mut briefing.rosters[0].spells, at),
        7 => again(&mut briefing.rosters[0].printed, at),
        8 => nth(&mut briefing.rosters[0].spells, at).until = Some("1999".parse().expect("a date")),
        9 => nth(&mut briefing.rosters[0].printed, at).at = "1.1".parse().expect("a place"),
        10 => nth(&mut briefing.claims.claims, at).evidence.clear(),
        11 => nth(&mut briefing.claims.claims, at).citations.clear(),
        12 => {
            let nowhere: Key = "nowhere".to_owned().try_into().expect("a key");
            nth(&mut briefing.claims.claims, at).evidence.iter_mut().for_each(|e| e.source = nowhere.clone());
        }
        13 => nth(sentences(briefing), at).label.push_str(" 12.5 “ 1999"),
        14 => briefing
            .meeting
            .as_mut()
            .expect("a meeting")
            .unknowns
            .iter_mut()
            .for_each(|unknown| unknown.citations.clear()),
        15 => again(&mut briefing.trades[0].milestones, at),
        16 => briefing.trades[0].milestones.reverse(),
        17 => again(&mut nth(sentences(briefing), at).as_printed.relative_dates, at),
        18 => again(&mut briefing.claims.key_points, at),
        _ => nth(&mut briefing.claims.key_points, at).text.push_str(" 98.7 and 1998 “"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_two_findings_have_one_id_and_order_changes_none(
        harms in prop::collection::vec((0_u8..20, 0_usize..10_000), 1..24),
    ) {
        let mut briefing = bundled();
        for (kind, at) in harms {
            harm(&mut briefing, kind, at);
        }
        let findings = run(&briefing);
        let ids = by_id(&findings);
        prop_assert_eq!(ids.len(), findings.len());
        briefing.rosters[0].states.reverse();
        briefing.claims.claims.reverse();
        briefing.sources.sources.reverse();
        briefing.trades[0].series.iter_mut().for_each(|series| series.published_growth.reverse());
        let again = by_id(&run(&briefing));
        prop_assert_eq!(ids.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    }
}
