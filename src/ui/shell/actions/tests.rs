//! The list of actions: no key twice, and the README has it as it is.

use std::collections::HashSet;

use egui::{KeyboardShortcut, ModifierNames};

use super::{Action, Scope, tab_shortcuts};
use crate::ui::tabs::TABS;
use crate::words::Words;

fn written(shortcut: KeyboardShortcut) -> String {
    let modifiers = ModifierNames::NAMES.format(&shortcut.modifiers, false);
    let plus = if modifiers.is_empty() { "" } else { "+" };
    format!("{modifiers}{plus}{}", shortcut.logical_key.name())
}

/// The table of keys as the README has it.
fn table() -> String {
    let mut lines = vec!["| Where | Key | Does |".to_owned(), "| --- | --- | --- |".to_owned()];
    for (index, tab) in TABS.iter().enumerate() {
        let keys: Vec<String> = tab_shortcuts(index).into_iter().flatten().map(written).collect();
        lines.push(format!("| Window | {} | {} |", keys.join(", "), Words::english().say(&tab.label)));
    }
    for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
        let keys: Vec<String> = action.shortcuts().iter().copied().map(written).collect();
        let place = match action.scope() {
            Scope::Table => "Table",
            Scope::Chart => "Chart",
            Scope::Sentences => "Sentences",
            Scope::Suggestions => "Suggestions",
            Scope::Window | Scope::Page => "Window",
            Scope::Everywhere | Scope::Topmost | Scope::Pointed => "Anywhere",
        };
        lines.push(format!("| {place} | {} | {} |", keys.join(", "), Words::english().say(&action.does())));
    }
    lines.join("\n")
}

#[test]
fn the_readme_has_the_keys_of_the_list() {
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains(&table()), "the README’s table of keys should be:\n{}", table());
}

#[test]
fn no_key_and_no_name_stands_twice() {
    let keys: HashSet<&str> = Action::ALL.iter().map(|action| action.key()).collect();
    assert_eq!(keys.len(), Action::ALL.len());
    for (index, one) in Action::ALL.iter().enumerate() {
        for other in &Action::ALL[..index] {
            let both = one.shortcuts().iter().find(|shortcut| other.shortcuts().contains(shortcut));
            assert!(both.is_none() || one.scope() != other.scope(), "{one:?} and {other:?} share {both:?}");
        }
    }
}

/// Egui takes Ctrl+Shift+E for Ctrl+E as well, so that the longer one has to be asked for first.
#[test]
fn longer_keys_come_before_shorter_ones() {
    for (index, one) in Action::ALL.iter().enumerate() {
        for later in &Action::ALL[index + 1..] {
            for (short, long) in one.shortcuts().iter().flat_map(|a| later.shortcuts().iter().map(move |b| (a, b))) {
                let hidden = short.logical_key == long.logical_key
                    && one.scope() == later.scope()
                    && short.modifiers != long.modifiers
                    && long.modifiers.contains(short.modifiers);
                assert!(!hidden, "{one:?} takes the keys of {later:?}");
            }
        }
    }
}
