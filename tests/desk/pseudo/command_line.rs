//! The command line: its help, and what it says of arguments and briefings that it cannot use.

use std::collections::BTreeSet;
use std::ffi::OsString;

use briefing_desk::analysis::checks;
use briefing_desk::export::check;

use super::{greek, none, untranslated_but, words};
use crate::command_line_source::{answer, command};
use crate::folder::Folder;

fn arguments(typed: &[&str]) -> Vec<OsString> {
    std::iter::once("briefing-desk").chain(typed.iter().copied()).map(OsString::from).collect()
}

/// What stays as it is typed: commands, options, keys and names in capitals.
fn typed() -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let mut program = command(&words());
    program.build();
    let mut commands = vec![&program];
    while let Some(command) = commands.pop() {
        known.insert(command.get_name().to_owned());
        for argument in command.get_arguments() {
            known.insert(argument.get_id().to_string());
            known.extend(argument.get_value_names().into_iter().flatten().map(ToString::to_string));
            known.extend(argument.get_possible_values().iter().map(|value| value.get_name().to_owned()));
            known.extend(argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()));
        }
        commands.extend(command.get_subcommands());
    }
    let words = known.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    words.chain(["OPTIONS", "COMMAND"]).map(str::to_owned).collect()
}

#[test]
fn the_help_of_every_command() {
    let (mut faults, known) = (BTreeSet::new(), typed());
    for typed in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["help", "export"],
        &["help", "help"],
        &["screenshots", "--help"],
        &["export", "-h"],
        &["export", "--help"],
        &["check", "--help"],
        &["schema", "--help"],
        &["new", "--help"],
    ] {
        let help = command(&words()).try_get_matches_from(arguments(typed)).expect_err("help").render().to_string();
        assert!(help.lines().count() > 6, "{typed:?}: {help}");
        for line in help.lines() {
            let left = untranslated_but(line, &known);
            if !left.is_empty() {
                faults.insert(format!("{typed:?}: {left:?} in {line}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn what_is_wrong_with_arguments() {
    let (mut faults, mut known) = (BTreeSet::new(), typed());
    known.extend(super::keys());
    known.extend(["versio", "rooster"].map(str::to_owned));
    for typed in [
        &["--7"][..],
        &["--versio"],
        &["7", "8"],
        &["screenshots"],
        &["screenshots", "7", "8"],
        &["7", "check"],
        &["help", "7"],
        &["schema", "7"],
        &["schema", "rooster"],
        &["check", "--format", "7"],
        &["check", "--format"],
        &["check", "--format", "json", "--format", "json"],
        &["export"],
        &["export", "--what", "roster"],
        &["export", "--what"],
        &["export", "--what", "roster", "--format", "7"],
        &["export", "--what", "roster", "--format", "csv", "--bom=7"],
        &["export", "--what", "roster", "--format", "csv", "--scale", "7"],
        &["export", "--what", "roster", "--format", "csv", "-o"],
        &["export", "--what", "roster", "--format", "csv", "--theme", "light"],
        &["export", "--what", "roster", "--format", "csv", "--measure", "total"],
        &["export", "--what", "roster", "--format", "svg", "--bom"],
        &["export", "--what", "roster", "--format", "csv", "--as-of", "7"],
        &["export", "--what", "roster", "--format", "csv", "--sort", "7"],
        &["export", "--what", "trade", "--format", "csv", "--from", "7"],
        &["export", "--what", "trade", "--format", "csv", "--from", "2024", "--to", "2020"],
        &["export", "--what", "trade", "--format", "csv", "--layer", "7"],
        &["export", "--what", "claims", "--format", "csv", "--verdict", "7"],
        &["export", "--what", "checks", "--format", "csv", "--outcome", "7"],
        &["export", "--what", "claims", "--format", "svg"],
        &["export", "--what", "claims", "--format", "csv", "-o", "/"],
    ] {
        let said = answer(&arguments(typed), &words()).expect_err("it is refused");
        let left = untranslated_but(&said, &known);
        // What the pseudo language says is accented throughout.
        assert!(said.chars().any(|letter| "ȧḗǿ".contains(letter)), "{typed:?}: {said}");
        if !left.is_empty() {
            faults.insert(format!("{typed:?}: {left:?} in {said}"));
        }
    }
    none(&faults);
}

#[test]
fn what_the_checks_find_and_what_is_wrong_with_a_folder() {
    let mut faults = BTreeSet::new();
    let mut known = super::keys();
    known.extend(["json", "series", "observations"].map(str::to_owned));
    let briefing = greek();
    let text = check::text(&briefing, &checks::run(&briefing), &words());
    let folder =
        Folder::new().harm("trade.json", "\"69.52\"", "69.52").harm("meeting.json", "\"2025-07-13\"", "\"2025-02-30\"");
    let err = briefing_desk::briefing::Briefing::open(folder.0.path()).expect_err("it is broken");
    for line in text.lines().chain(words().lines(&err).lines()) {
        let left = untranslated_but(line, &known);
        if !left.is_empty() {
            faults.insert(format!("{left:?} in {line}"));
        }
    }
    none(&faults);
}
