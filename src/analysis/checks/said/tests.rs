//! Whole texts that are right, put in the place of others, and the same with an error in them: what all checks together
//! find that they did not before.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::checks::{FindingId, Outcome, run};
use crate::briefing::Briefing;

/// The checks that raise an alarm once the bundled briefing has been changed, which did not before.
fn alarms(change: impl FnOnce(&mut Briefing)) -> BTreeSet<&'static str> {
    static BEFORE: LazyLock<BTreeSet<(&str, FindingId)>> = LazyLock::new(|| found(&bundled()));
    let mut briefing = bundled();
    change(&mut briefing);
    found(&briefing).into_iter().filter(|finding| !BEFORE.contains(finding)).map(|(check, _)| check).collect()
}

fn bundled() -> Briefing {
    Briefing::bundled().expect("the bundled briefing loads")
}

fn found(briefing: &Briefing) -> BTreeSet<(&'static str, FindingId)> {
    let found = run(briefing).into_iter().filter(|finding| finding.outcome <= Outcome::Warn);
    found.map(|finding| (finding.check, finding.id)).collect()
}

/// The same, once a text has been added to the reason of a claim.
fn added(id: &str, text: &str) -> BTreeSet<&'static str> {
    alarms(|briefing| {
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id);
        claim.reason = format!("{} {text}", claim.reason);
    })
}

/// The same, once a reason is another.
fn reason(id: &str, text: &str) -> BTreeSet<&'static str> {
    alarms(|briefing| {
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id);
        text.clone_into(&mut claim.reason);
    })
}

/// The same, once a key point is another.
fn point(id: &str, text: &str) -> BTreeSet<&'static str> {
    alarms(|briefing| {
        let points = &mut briefing.claims.key_points;
        let point = points.iter_mut().find(|point| point.claim.as_str() == id).expect(id);
        text.clone_into(&mut point.text);
    })
}

#[test]
fn figures_and_years_that_stand_apart_go_together_in_their_order() {
    let both = |first: &str, last: &str| {
        point(
            "turnover-2021-2024",
            &format!("Between {first} and {last} turnover rose from US$146.88\u{a0}bn to US$244.8\u{a0}bn."),
        )
    };
    assert!(both("2021", "2024").is_empty());
    assert!(both("2024", "2021").contains("figure-in-text"));
    assert!(point("turnover-2021-2024", "146,88 et 244,8 milliards de dollars en 2021 et en 2024.").is_empty());
}

#[test]
fn what_is_added_to_a_text_turns_nothing_else_wrong() {
    for (id, text) in [
        ("turnover-2021-2024", "In 2020, the year before it grew, it had shrunk by 2.9\u{a0}%."),
        ("energy-explains-growth", "From 2021 to 2024 that is nearly US$98\u{a0}bn in all."),
        (
            "fourteen-partners",
            "All statuses together have 26 states: ten members, two observers and fourteen partners.",
        ),
        ("fourteen-partners", "Apart from the two former observers there were 15 partners on 1 September 2025."),
        ("turnover-2021-2024", "En 2024 se contaron 244.800 millones de dólares de comercio."),
        ("forecast-2025", "L’année s’est close 6,9\u{a0}% plus bas que la précédente."),
    ] {
        assert_eq!(added(id, text), BTreeSet::new(), "{text}");
    }
    for (id, text) in [
        ("forecast-2025", "L’année s’est close 6,9\u{a0}% plus haut que la précédente."),
        ("forecast-2025", "El año cerró un 6,9\u{a0}% más alto que el anterior."),
    ] {
        assert!(added(id, text).contains("rate-in-text"), "{text}");
    }
}

#[test]
fn a_source_tells_of_its_own_events_whatever_a_reason_says() {
    assert_eq!(reason("by-way-of-north-korea", "He came from there."), BTreeSet::new());
}

#[test]
fn a_name_may_be_spelled_in_another_way() {
    let sergei = alarms(|briefing| {
        let people = &mut briefing.meeting.as_mut().expect("a meeting").people;
        people[0].names = serde_json::from_str(r#"{"en": "Sergei Lavrov", "ru": "Сергей Лавров"}"#).expect("names");
    });
    assert_eq!(sergei, BTreeSet::new());
}

#[test]
fn states_of_a_status_are_counted_in_every_language() {
    for (right, wrong) in [
        ("В ШОС десять членов.", "В ШОС девять членов."),
        ("Наблюдателей было два.", "Наблюдателей было четыре."),
        ("上合组织有十个成员国。", "上合组织有九个成员国。"),
        ("当时有十四个对话伙伴。", "当时有十六个对话伙伴。"),
        ("تضم المنظمة عشرة أعضاء.", "تضم المنظمة تسعة أعضاء."),
        ("La organización tiene diez miembros.", "La organización tiene doce miembros."),
        ("L’organisation compte dix membres.", "L’organisation compte onze membres."),
        ("Die Organisation hat zehn Mitglieder.", "Die Organisation hat elf Mitglieder."),
    ] {
        assert_eq!(added("ten-full-members", right), BTreeSet::new(), "{right}");
        assert!(added("ten-full-members", wrong).contains("count-in-text"), "{wrong}");
    }
}

#[test]
fn what_is_said_of_another_body_is_none_of_the_organisation() {
    for (text, found) in [
        ("The European Union had 27 member states on the same day.", false),
        ("ASEAN had ten members, and the two newest members of the SCO joined later.", false),
        ("It had 27 member states on the same day.", true),
    ] {
        assert_eq!(added("ten-full-members", text).contains("count-in-text"), found, "{text}");
    }
    let another = "Trade of China with the EU is more than three times as large.";
    assert!(!added("turnover-2021-2024", another).contains("multiple-in-text"), "{another}");
}

#[test]
fn a_part_in_words_can_be_a_bound_or_a_time() {
    // Turnover rose by 26.3 per cent in 2023, of which the sentence before speaks.
    let found = |text: &str| added("turnover-2021-2024", text).contains("rate-in-text");
    assert!(!found("In 2023 it rose by more than a quarter."));
    assert!(!found("That took a year and a half."));
    assert!(found("Turnover rose by three quarters in 2023."));
    // Of two years that are not one after the other, and whichever of them is the later.
    assert!(!found("In 2021 turnover was two fifths below 2024."));
    assert!(!found("Der Handel lag 2024 zwei Drittel über 2021."));
}

#[test]
fn what_is_denied_of_one_is_so_of_another() {
    let note = |text: &str| {
        alarms(|briefing| {
            let claims = &mut briefing.claims.claims;
            let claim = claims.iter_mut().find(|claim| claim.id.as_str() == "fourteen-partners").expect("a claim");
            text.clone_into(&mut claim.note);
        })
    };
    assert!(note("Nepal is no observer").is_empty(), "{:?}", note("Nepal is no observer"));
}
