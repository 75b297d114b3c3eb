use std::collections::BTreeSet;

use super::{Check, Finding, MAX_OF_A_KIND, Outcome, Subject, checks, findings_of, run, silent, touching};
use crate::briefing::{Acknowledgement, AsPrinted, Briefing, Citation, Claim, Message, Sentence, State};
use crate::words::Words;

/// What some checks find once the bundled briefing has been changed, as `outcome check`.
pub(super) fn found_after(checks: &[Check], change: impl FnOnce(&mut Briefing)) -> Vec<String> {
    let mut briefing = bundled();
    change(&mut briefing);
    findings_of(checks, &briefing).iter().map(|f| format!("{} {}", said(&f.outcome.name()), f.check)).collect()
}

/// The same, once a claim of it has been changed.
pub(super) fn claim_after(checks: &[Check], id: &str, change: impl FnOnce(&mut Claim)) -> Vec<String> {
    found_after(checks, |briefing| {
        change(briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id));
    })
}

/// The same, once a claim of it has another reason.
pub(super) fn reason_after(checks: &[Check], id: &str, text: &str) -> Vec<String> {
    claim_after(checks, id, |claim| text.clone_into(&mut claim.reason))
}

/// The same, once a claim of it has another reason and another note.
pub(super) fn both_after(checks: &[Check], id: &str, reason: &str, note: &str) -> Vec<String> {
    claim_after(checks, id, |claim| {
        reason.clone_into(&mut claim.reason);
        note.clone_into(&mut claim.note);
    })
}

/// Holds checks to reasons with a note each, put into a claim: they find something in each of the first, and nothing in
/// the others.
pub(super) fn hold_in_pairs(checks: &[Check], id: &str, wrong: &[(&str, &str)], right: &[(&str, &str)]) {
    let found = |(reason, note): &&(&str, &str)| !both_after(checks, id, reason, note).is_empty();
    let missed: Vec<_> = wrong.iter().filter(|pair| !found(pair)).collect();
    let alarms: Vec<_> = right.iter().filter(found).collect();
    assert!(missed.is_empty() && alarms.is_empty(), "missed: {missed:#?}, alarms: {alarms:#?}");
}

/// The same, once a state of it has been changed.
pub(super) fn state_after(checks: &[Check], key: &str, change: impl FnOnce(&mut State)) -> Vec<String> {
    found_after(checks, |briefing| {
        let states = &mut briefing.rosters[0].states;
        change(states.iter_mut().find(|state| state.id.as_str() == key).expect(key));
    })
}

/// What a message says in English.
pub(super) fn said(message: &Message) -> String {
    Words::english().say(message)
}

/// The sentences of the document of a briefing that has one.
pub(super) fn sentences(briefing: &mut Briefing) -> &mut Vec<Sentence> {
    &mut briefing.document.as_mut().expect("a document").sentences
}

/// Each finding as `outcome check places`.
fn written(briefing: &Briefing, findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let at: Vec<String> = briefing.locators(&finding.citations).map(|at| at.to_string()).collect();
        format!("{} {} {}", said(&finding.outcome.name()), finding.check, at.join(", "))
    };
    findings.iter().map(line).collect()
}

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

fn cites(briefing: &Briefing, at: &str) -> Citation {
    Citation::of_sentence(briefing.document_source().expect("a document").clone(), at.parse().expect(at))
}

#[test]
fn the_bundled_briefing_has_these_findings_and_no_other() {
    let briefing = bundled();
    assert_eq!(
        written(&briefing, &run(&briefing)),
        [
            "Fail cause-after-effect 4.2",
            "Fail duplicate-entry 4.4",
            "Fail distinct-states 4.4",
            "Fail printed-against-roster 4.4",
            "Fail forecast-against-outcome 8.3",
            "Warn wording 2.2",
            "Warn basis-stated 7.1",
            "Warn forecast-source 8.3",
            "Pass quotation-closed 2.1, 2.2",
            "Pass printed-against-roster 4.3",
            "Pass printed-against-roster 4.4",
            "Pass direction-sum 7.1, 8.1",
            "Pass unit-stated 7.1",
            "Info relative-date 1.1, 8.1",
            "Info spelling 1.3, 4.1",
            "Info growth 7.1",
            "Info compound-growth 7.1",
            "Info balance 8.1",
        ]
    );
}

#[test]
fn details_have_the_numbers_put_in() {
    let details: Vec<String> = run(&bundled())
        .into_iter()
        .map(|f| format!("{}: {}", said(&f.title), said(&f.detail)).replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        details,
        [
            "Effect before its cause: SCO founded 15 Jun 2001, US operation in Afghanistan 7 Oct 2001: \
             the effect came 114 days before its cause",
            "Named twice: Nepal stands twice among the dialogue partners",
            "Fewer states than entries: 13 states in 14 entries of dialogue partners",
            "Missing from the list: 13 of 14 dialogue partners on 14 Jul 2025; missing: Türkiye",
            "Forecast against outcome: 2025 trade stays near 2024’s level. Trade in 2025 came to US$228.105 bn, \
             published as 6.9 % less than in 2024.",
            "Quotation lacks its main verb: Kept as printed: Quotation runs on: UN, SCO, BRICS, G20",
            "Basis not stated: Prices, valuation, reporter not named; the series has current prices, \
             imports CIF, exports FOB, China customs (GACC)",
            "Forecast without a source: nobody is named for it: 2025 trade stays near 2024’s level",
            "Quotation marks: opened in ¶2·1, closed in ¶2·2",
            "Complete list: 10 of 10 members on 14 Jul 2025",
            "Complete list: 2 of 2 observers on 14 Jul 2025",
            "Sum of directions, 2024: 129.32 + 115.49 = 244.81, printed 244.8",
            "Unit stated: US$ bn",
            "Relative dates: “yesterday” is 13 Jul 2025; “last year” is 2024",
            "Spelling varies: SCO: Organization in ¶1·3, Organisation in ¶4·1",
            "Growth, 2021–2024: 244.8 / 146.88 − 1 = 66.67 %",
            "Compound annual growth, 2021–2024: (244.8 / 146.88)^(1/3) − 1 = 18.56 %",
            "Russia’s balance, 2024: 129.32 − 115.49 = +13.83",
        ]
    );
}

#[test]
fn a_statement_is_touched_by_the_findings_that_share_its_place() {
    let briefing = bundled();
    let findings = run(&briefing);
    let touch = |citations: &[Citation]| {
        let found = touching(&briefing, &findings, citations);
        found.into_iter().map(|number| findings[number].check).collect::<Vec<_>>()
    };
    assert_eq!(
        touch(&[cites(&briefing, "7.1")]),
        ["basis-stated", "direction-sum", "unit-stated", "growth", "compound-growth"]
    );
    assert_eq!(
        touch(&[cites(&briefing, "8.3"), cites(&briefing, "4.3")]),
        ["forecast-against-outcome", "forecast-source", "printed-against-roster"]
    );
    assert_eq!(touch(&[cites(&briefing, "1.2")]), [""; 0]);
    let whole = Citation::of(briefing.document_source().expect("a document").clone());
    assert_eq!(touch(&[whole]), [""; 0], "the document as a whole is no place in it");
    let merger = briefing.rosters[0].statuses.iter().find_map(|status| status.merged.as_ref()).expect("a merger");
    assert_eq!(touch(&merger.citations), [""; 0], "another source is no place in the document");
}

#[test]
fn every_finding_cites_the_document_first_and_nothing_twice() {
    let briefing = bundled();
    for finding in run(&briefing) {
        assert!(finding.citations.first().is_some_and(|first| briefing.is_document(first)), "{finding:?}");
        let unlike: BTreeSet<&Citation> = finding.citations.iter().collect();
        assert_eq!(unlike.len(), finding.citations.len(), "{finding:?}");
        for citation in &finding.citations {
            assert!(briefing.source(&citation.source).is_some(), "{citation:?} leads nowhere");
            assert!(citation.at.is_none() || briefing.sentence(citation).is_some(), "{citation:?} leads nowhere");
        }
    }
}

#[test]
fn the_worst_comes_first_and_each_outcome_has_its_word() {
    assert!(Outcome::ALL.is_sorted());
    assert_eq!(Outcome::ALL.map(|outcome| said(&outcome.name())), ["Fail", "Warn", "Pass", "Info"]);
    assert_eq!(Outcome::ALL.map(Outcome::key), ["fail", "warn", "pass", "info"]);
}

#[test]
fn the_order_of_the_files_changes_nothing_but_ties() {
    let mut briefing = bundled();
    let mut before = written(&briefing, &run(&briefing));
    briefing.rosters[0].printed.reverse();
    briefing.rosters[0].spells.reverse();
    briefing.claims.claims.reverse();
    briefing.trades[0].series[0].observations.reverse();
    let mut after = written(&briefing, &run(&briefing));
    before.sort();
    after.sort();
    assert_eq!(before, after);
}

#[test]
fn an_empty_briefing_has_no_findings() {
    let mut briefing = bundled();
    briefing.rosters[0].printed.clear();
    briefing.claims.claims.clear();
    briefing.claims.key_points.clear();
    briefing.trades[0].series.clear();
    for sentence in sentences(&mut briefing) {
        sentence.as_printed = AsPrinted::default();
    }
    assert_eq!(run(&briefing), []);
}

#[test]
fn every_check_has_one_name_and_every_finding_one_check() {
    let names: BTreeSet<&str> = checks().map(|check| check.key).collect();
    assert_eq!(names.len(), checks().count(), "a name is given twice");
    let briefing = bundled();
    let findings = run(&briefing);
    assert!(findings.iter().all(|finding| names.contains(finding.check)));
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
    assert_eq!(silent(&briefing, &findings).len() + found.len(), names.len());
}

#[test]
fn a_check_that_has_nothing_to_hold_is_not_said_to_hold() {
    let mut briefing = bundled();
    let keys = |briefing: &Briefing| silent(briefing, &[]).iter().map(|check| check.key).collect::<Vec<_>>();
    let has = |briefing: &Briefing, key: &str| keys(briefing).contains(&key);
    assert!(has(&briefing, "spelling") && has(&briefing, "negative-flow") && has(&briefing, "spell-gap"));
    (briefing.document, briefing.manifest.document) = (None, None);
    let words = Words::english();
    for check in silent(&briefing, &[]) {
        let holds = words.say(&check.holds);
        assert!(!holds.contains("document") && !holds.contains("printed"), "{holds}");
    }
    briefing.trades.clear();
    briefing.rosters.clear();
    briefing.meeting = None;
    assert!(["negative-flow", "spell-gap", "events-in-order"].iter().all(|key| !has(&briefing, key)));
}

fn acknowledged(check: &str, about: Option<&str>) -> Vec<Finding> {
    let mut briefing = bundled();
    let reason = "The article was printed so".to_owned();
    let about = about.map(str::to_owned);
    briefing.manifest.acknowledged.push(Acknowledgement { check: check.to_owned(), about, reason });
    run(&briefing)
}

#[test]
fn what_is_acknowledged_is_still_found_and_says_why() {
    let open = |findings: &[Finding]| findings.iter().filter(|finding| finding.is_open()).count();
    assert_eq!(open(&run(&bundled())), 8);
    for about in [None, Some("nepal")] {
        let findings = acknowledged("duplicate-entry", about);
        assert_eq!(findings.len(), 18, "it is still shown");
        assert_eq!(open(&findings), 7);
        let twice = findings.iter().find(|finding| finding.check == "duplicate-entry").expect("found");
        assert_eq!(twice.acknowledged.as_deref(), Some("The article was printed so"));
    }
}

#[test]
fn an_acknowledgement_of_nothing_is_a_warning() {
    for (check, about) in [("duplicate-entry", Some("india")), ("no-such-check", None), ("growth", None)] {
        let findings = acknowledged(check, about);
        assert_eq!(findings.len(), 19, "{check}");
        let idle = findings.iter().find(|finding| finding.check == "acknowledgement").expect(check);
        assert!(idle.is_open() && said(&idle.detail).contains(check));
    }
}

/// Forty thousand rows, nearly all of them wrong, take some seconds without optimisation; held each against each
/// other they would take minutes.
#[test]
fn a_large_briefing_is_checked_row_by_row() {
    let mut briefing = bundled();
    let series = &mut briefing.trades[0].series[0];
    let (figure, rate) = (series.observations[0].clone(), series.published_growth[1].clone());
    for year in 0..9_999_i16 {
        let period = crate::briefing::Period::of_year(year);
        let value = figure.value;
        series.observations.push(crate::briefing::Observation { period, value, ..figure.clone() });
        series.published_growth.push(crate::briefing::PublishedGrowth { period, ..rate.clone() });
    }
    let (state, spell) = (briefing.rosters[0].states[0].clone(), briefing.rosters[0].spells[0].clone());
    for number in 0..10_000 {
        let id: crate::briefing::Key = format!("state-{number}").try_into().expect("a key");
        briefing.rosters[0].states.push(crate::briefing::State { id: id.clone(), ..state.clone() });
        briefing.rosters[0].spells.push(crate::briefing::Spell { state: id, ..spell.clone() });
    }
    let found = findings_of(checks(), &briefing);
    assert!(found.len() > 10_000, "all of them are wrong");
    let kinds: BTreeSet<_> = found.iter().map(|finding| (finding.check, finding.outcome)).collect();
    assert!(run(&briefing).len() <= kinds.len() * (MAX_OF_A_KIND + 1), "and as many are listed as anyone reads");
}

#[test]
fn every_finding_opens_something_that_is_there() {
    let briefing = bundled();
    for finding in run(&briefing) {
        let there = match &finding.subject {
            Subject::Sentence(at) => briefing.sentence_at(*at).is_some(),
            Subject::Claim(key) => briefing.claim(key).is_some(),
            Subject::State(key) => briefing.state(key).is_some(),
            Subject::Period(_, period) => briefing.trades[0].series[0].observations.iter().any(|o| o.period == *period),
            _ => false,
        };
        assert!(there, "{finding:?}");
    }
}

#[test]
fn what_a_check_needs_and_a_briefing_has_not_is_not_missed() {
    /// What is taken away, and how.
    type Without = (&'static str, fn(&mut Briefing));
    let without: [Without; 4] = [
        ("a document", |briefing| (briefing.document, briefing.manifest.document) = (None, None)),
        ("figures", |briefing| briefing.trades.clear()),
        ("an organisation", |briefing| briefing.rosters.clear()),
        ("a meeting", |briefing| briefing.meeting = None),
    ];
    for (what, remove) in without {
        let mut briefing = bundled();
        remove(&mut briefing);
        if briefing.document_source().is_none() {
            briefing.rosters.iter_mut().for_each(|roster| roster.printed.clear());
        }
        // What is cited from the document is then cited from elsewhere.
        briefing
            .claims
            .claims
            .iter_mut()
            .for_each(|claim| claim.citations = vec![Citation::of(briefing.sources.sources[0].id.clone())]);
        let unmet: Vec<&Check> = checks().filter(|check| !check.needs.are_met(&briefing)).collect();
        assert!(!unmet.is_empty(), "{what}");
        let found = run(&briefing);
        let wrong = found.iter().filter(|finding| unmet.iter().any(|check| check.key == finding.check));
        let wrong: Vec<_> = wrong.map(|finding| (finding.check, said(&finding.detail))).collect();
        assert!(wrong.is_empty(), "without {what}: {wrong:?}");
    }
}

#[test]
fn sources_meetings_and_states_of_other_briefings_are_in_order() {
    let new = [
        "source-",
        "origin-",
        "growth-of",
        "meeting-",
        "place-part",
        "entered-",
        "printed-scope",
        "count-in",
        "name-alphabet",
        "state-",
    ];
    for folder in ["assets/starter", "tests/data/isles", "tests/data/ports"] {
        let briefing = Briefing::open(std::path::Path::new(folder)).expect(folder);
        let held = checks().filter(|check| new.iter().any(|start| check.key.starts_with(start)));
        let found = findings_of(held, &briefing);
        let alarms = found.iter().filter(|finding| finding.outcome <= Outcome::Warn);
        let alarms: Vec<String> = alarms.map(|f| format!("{} {}", f.id, said(&f.detail))).collect();
        assert_eq!(alarms, [""; 0], "{folder}");
    }
}
