//! How good are the checks? The bundled briefing is harmed in some eighty ways, thousands of times, and each time the
//! checks must find something that they do not find in the unharmed one. What is unharmed, in another order, rounded or
//! translated, must raise no alarm.
//!
//! Whether an error *can* be found is decided beforehand, from the unharmed data and what was done to it, and never by
//! whether it was found. An error is beyond the data where nothing else in the briefing speaks of the thing that was
//! changed, or where the change is smaller than the rounding of what does. Each kind says so in its own function, by a
//! second, plainer computation than that of the checks.
//!
//! The dice are seeded: every run harms the briefing in the same way. `cargo test --test harm -- --nocapture`
//! prints the table.

#![expect(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test that reports")]
#![expect(clippy::unnecessary_wraps, reason = "every kind of error has the signature of a kind")]

mod dice;
mod figures;
mod files;
mod flood;
mod roster;
mod said;
mod sources;
mod texts;
mod times;
mod traces;
mod variants;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use briefing_desk::analysis::checks::{self, Finding, Outcome};
use briefing_desk::briefing::Briefing;
use briefing_desk::words::Words;

use rayon::prelude::*;

use dice::Dice;

/// How often each kind of error is made.
const TIMES: usize = 32;
/// So many draws in a row that find nothing to harm mean that the kind does not apply.
const DRAWS: usize = 400;

/// Whether the data allow an error to be found.
pub enum Reach {
    /// Something else in the briefing says otherwise.
    Within,
    /// Nothing does, and why.
    Beyond(&'static str),
}

/// A kind of error: its group, its name, and how it is made. Making it returns nothing where a draw harms nothing.
pub type Kind = (&'static str, &'static str, fn(&mut Briefing, &mut Dice) -> Option<Reach>);

/// The bundled briefing with some true statements added of the kinds that its document does not make: numbers of
/// states, growth, shares and balance, a cause that came before its effect.
fn unharmed() -> Briefing {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    figures::state(&mut briefing);
    roster::state(&mut briefing);
    times::state(&mut briefing);
    briefing
}

/// What a reader should look at, as often as it is found.
fn alarms<K: Ord>(findings: &[Finding], key: impl Fn(&Finding) -> K) -> BTreeMap<K, usize> {
    let mut alarms = BTreeMap::new();
    for finding in findings.iter().filter(|finding| matches!(finding.outcome, Outcome::Fail | Outcome::Warn)) {
        *alarms.entry(key(finding)).or_insert(0) += 1;
    }
    alarms
}

fn raises<K: Ord>(before: &BTreeMap<K, usize>, after: &BTreeMap<K, usize>) -> bool {
    after.iter().any(|(key, count)| before.get(key).is_none_or(|known| known < count))
}

#[derive(Default)]
struct Tally {
    made: usize,
    within: usize,
    found: usize,
    lucky: usize,
    missed: Vec<String>,
    reasons: BTreeMap<&'static str, usize>,
}

#[test]
fn what_the_data_allow_to_be_found_is_found() {
    let unharmed = unharmed();
    // By check and by what is spoken of, and not by the details: these repeat words that were changed.
    let words = Words::english();
    let key = |finding: &Finding| (finding.check, finding.outcome, finding.subject.clone(), words.say(&finding.title));
    let before = alarms(&checks::run(&unharmed), key);
    // Each kind has dice of its own, so that it does not matter which is thrown first.
    let tallied = |kind: Kind| {
        let (_, name, harm) = kind;
        let mut dice = Dice::seeded(name);
        let mut tally = Tally::default();
        for _ in 0..TIMES {
            let drawn = (0..DRAWS).find_map(|_| {
                let mut harmed = unharmed.clone();
                harm(&mut harmed, &mut dice).filter(|_| harmed != unharmed).map(|reach| (harmed, reach))
            });
            let (harmed, reach) = drawn.unwrap_or_else(|| panic!("{name}: nothing to harm"));
            let found = raises(&before, &alarms(&checks::run(&harmed), key));
            tally.made += 1;
            match reach {
                Reach::Within => {
                    tally.within += 1;
                    tally.found += usize::from(found);
                    if !found {
                        tally.missed.push(difference(&unharmed, &harmed));
                    }
                }
                Reach::Beyond(why) => {
                    tally.lucky += usize::from(found);
                    *tally.reasons.entry(why).or_default() += 1;
                }
            }
        }
        (kind, tally)
    };
    let table: Vec<(Kind, Tally)> = kinds().into_par_iter().map(tallied).collect();
    let sum = |of: fn(&Tally) -> usize| table.iter().map(|(_, tally)| of(tally)).sum::<usize>();
    let (made, within, found) = (sum(|t| t.made), sum(|t| t.within), sum(|t| t.found));
    println!("{}", written(&table));
    println!("{made} errors, {within} within the data, {found} of these found: {:.1} %", percent(found, within));
    println!("of the {} beyond the data {} were found all the same", made - within, sum(|t| t.lucky));
    assert!(made >= 2000, "{made} errors are too few");
    // A kind that is nearly always beyond the data would say nothing of the checks.
    assert!(within * 100 >= made * 70, "{within} of {made} are within the data");
    assert!(found * 100 >= within * 95, "{found} of {within} found");
    for ((_, name, _), tally) in &table {
        assert!(tally.found * 100 >= tally.within * 80, "{name}: missed {:#?}", tally.missed);
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The table by kind, as Markdown.
fn written(table: &[(Kind, Tally)]) -> String {
    let mut text =
        String::from("| Kind of error | Made | Within the data | Found | % |\n| --- | --: | --: | --: | --: |\n");
    for ((group, name, _), tally) in table {
        let share = percent(tally.found, tally.within);
        let _ =
            writeln!(text, "| {group}: {name} | {} | {} | {} | {share:.0} |", tally.made, tally.within, tally.found);
        for (why, count) in &tally.reasons {
            let _ = writeln!(text, "|   beyond: {why} | {count} | | | |");
        }
        for missed in tally.missed.iter().take(if std::env::var_os("MISSED").is_some() { 8 } else { 0 }) {
            let _ = writeln!(text, "|   missed: {missed} | | | | |");
        }
    }
    text
}

/// The lines in which two briefings differ.
fn difference(unharmed: &Briefing, harmed: &Briefing) -> String {
    let lines = |briefing: &Briefing| {
        let parts = [
            serde_json::to_string_pretty(&briefing.manifest),
            serde_json::to_string_pretty(&briefing.meeting),
            serde_json::to_string_pretty(&briefing.document),
            serde_json::to_string_pretty(&briefing.claims),
            serde_json::to_string_pretty(&briefing.rosters[0]),
            serde_json::to_string_pretty(&briefing.trades[0]),
            serde_json::to_string_pretty(&briefing.sources),
        ];
        parts.into_iter().map(|part| part.expect("JSON")).collect::<Vec<_>>().join("\n")
    };
    let (before, after) = (lines(unharmed), lines(harmed));
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let from = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let names = |line: &&&str| ["\"id\"", "\"state\"", "\"flow\""].iter().any(|field| line.contains(field));
    let context = after[..from].iter().rev().find(names);
    let line = |lines: &[&str]| lines.get(from).map_or("", |line| line.trim()).to_owned();
    format!("{} {} -> {}", context.map_or("", |line| line.trim()), line(&before), line(&after))
}

fn kinds() -> Vec<Kind> {
    [figures::KINDS, roster::KINDS, times::KINDS, traces::KINDS, texts::KINDS, sources::KINDS].concat()
}

#[test]
fn what_is_unharmed_raises_no_alarm() {
    let unharmed = unharmed();
    // By what is spoken of alone: names and digits in the details are meant to change.
    let key = |finding: &Finding| (finding.check, finding.outcome, finding.subject.clone());
    let before = alarms(&checks::run(&unharmed), key);
    let mut seen = 0;
    for (name, times, change) in variants::VARIANTS {
        let mut dice = Dice::seeded(name);
        for _ in 0..*times {
            let mut variant = unharmed.clone();
            change(&mut variant, &mut dice);
            assert_ne!(variant, unharmed, "{name} changes nothing");
            let findings = checks::run(&variant);
            let after = alarms(&findings, key);
            let alarm = findings.iter().find(|finding| raises(&before, &alarms(std::slice::from_ref(finding), key)));
            assert!(!raises(&before, &after), "{name}: {alarm:?}");
            seen += 1;
        }
    }
    let mut alarmed = Vec::new();
    for number in 0..said::LANGUAGES {
        let mut variant = unharmed.clone();
        let (path, text) = said::translated(&mut variant, number);
        let findings = checks::run(&variant);
        let alarm = findings.iter().find(|finding| raises(&before, &alarms(std::slice::from_ref(finding), key)));
        if raises(&before, &alarms(&findings, key)) {
            alarmed.push(format!("{path}: {text}: {alarm:?}"));
        }
        seen += 1;
    }
    assert!(alarmed.is_empty(), "{alarmed:#?}");
    println!("{seen} unharmed variants, no alarm");
    assert!(seen >= 200);
}

/// What one cause raises is one finding and a few that rest on it, however much it touches.
#[test]
fn one_cause_is_no_flood() {
    let unharmed = unharmed();
    let key = |finding: &Finding| finding.id.clone();
    let before = alarms(&checks::run(&unharmed), key);
    let mut table = String::from("| Cause | Findings |\n| --- | --: |\n");
    let mut floods = Vec::new();
    for (name, cause) in flood::CAUSES {
        let mut harmed = unharmed.clone();
        cause(&mut harmed);
        assert_ne!(harmed, unharmed, "{name} changes nothing");
        let found = checks::run(&harmed);
        let alarm = |finding: &&Finding| matches!(finding.outcome, Outcome::Fail | Outcome::Warn);
        let new: Vec<&Finding> =
            found.iter().filter(alarm).filter(|finding| !before.contains_key(&finding.id)).collect();
        let _ = writeln!(table, "| {name} | {} |", new.len());
        if new.is_empty() || new.len() > flood::MOST {
            floods.push((*name, new.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>()));
        }
        let mut ids: Vec<_> = found.iter().map(|finding| &finding.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), found.len(), "{name}: one id is of two findings");
    }
    println!("{table}");
    assert!(floods.is_empty(), "{floods:#?}");
}

/// Errors in words and in what holds the briefing together, by how they can be found.
#[test]
fn what_is_said_is_held_against_what_is_known() {
    use said::{How, Reach as By};
    let unharmed = unharmed();
    let words = Words::english();
    let key = |finding: &Finding| (finding.check, finding.outcome, finding.subject.clone(), words.say(&finding.title));
    let before = alarms(&checks::run(&unharmed), key);
    let mut sums: BTreeMap<By, (usize, usize)> = BTreeMap::new();
    let mut table = String::from("| By | Kind of error | Made | Found |\n| --- | --- | --: | --: |\n");
    let mut missed = Vec::new();
    let made = |what: String, change: &dyn Fn(&mut Briefing) -> Option<()>| {
        let mut harmed = unharmed.clone();
        // An error that can no longer be made would be counted as none.
        assert!(change(&mut harmed).is_some(), "{what} changes nothing");
        (what, harmed)
    };
    for (reach, name, how) in said::kinds() {
        let harmed: Vec<(String, Briefing)> = match how {
            How::Text(edits) => {
                edits.iter().map(|edit| made(format!("{edit:?}"), &|b| said::replaced(b, *edit))).collect()
            }
            How::Whole(texts) => texts
                .iter()
                .map(|(path, text)| made(format!("{path}: {text}"), &|b| said::put(b, path, text)))
                .collect(),
            How::Change(changes) => {
                changes.iter().zip(0..).map(|(change, at)| made(format!("{name} {at}"), change)).collect()
            }
        };
        let is_found = |(_, harmed): &(String, Briefing)| raises(&before, &alarms(&checks::run(harmed), key));
        let are_found: Vec<bool> = harmed.par_iter().map(is_found).collect();
        let found = are_found.iter().filter(|is_found| **is_found).count();
        if reach != By::Sources {
            let not_found = harmed.iter().zip(are_found).filter(|(_, is_found)| !is_found);
            missed.extend(not_found.map(|((what, _), _)| what.clone()));
        }
        let sum = sums.entry(reach).or_default();
        *sum = (sum.0 + harmed.len(), sum.1 + found);
        let _ = writeln!(table, "| {reach:?} | {name} | {} | {found} |", harmed.len());
    }
    println!("{table}");
    for (reach, (made, found)) in &sums {
        println!("{reach:?}: {found} of {made} found, {:.1} %", percent(*found, *made));
    }
    println!("missed: {missed:#?}");
    assert!(sums.values().map(|(made, _)| made).sum::<usize>() >= 150, "too few errors");
    for (reach, least) in [(By::Data, 95), (By::Words, 85), (By::Language, 80)] {
        let (made, found) = sums[&reach];
        assert!(found * 100 >= made * least, "{reach:?}: {found} of {made} found, missed {missed:#?}");
    }
    assert_eq!(sums[&By::Sources].1, 0, "what nothing contradicts raises no alarm");
}
