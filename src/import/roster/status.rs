//! Which status the words of a table mean: one that the roster has, or a new one.

use std::collections::BTreeMap;

use crate::analysis::fold::known_by;
use crate::briefing::{Key, Roster, Status, StatusShape, Value};
use crate::import::choices::Choices;
use crate::import::parties::key_of;
use crate::import::plan::Plan;
use crate::message;

/// What tables of several languages call usual statuses; a word of a line says the same as another of it.
const ALIKE: &[&[&str]] = &[
    &["member", "full", "full member", "member state", "1", "член", "成员", "成员国", "membre", "miembro", "mitglied"],
    &[
        "observer",
        "observer state",
        "3",
        "наблюдатель",
        "观察员",
        "观察员国",
        "observateur",
        "observador",
        "beobachter",
    ],
    &["associate", "associate member", "2", "ассоциированный член"],
    &["partner", "партнер", "伙伴", "伙伴国", "partenaire", "socio"],
    &["dialogue partner", "партнер по диалогу", "对话伙伴", "对话伙伴国", "partenaire de dialogue", "socio de diálogo"],
    &["candidate", "applicant", "кандидат", "候选国"],
];

/// As many words as anyone reads at once.
const TOLD: usize = 12;

/// The statuses of a roster and those that are new.
pub struct Statuses<'a> {
    roster: &'a Roster,
    choices: &'a Choices,
    /// Whether the table says of any state which status it has.
    said: bool,
    pub new: Vec<Status>,
    /// The words of the table that are taken for a status that is called otherwise, folded, and those that made a new one.
    alike: BTreeMap<Key, BTreeMap<String, String>>,
}

impl<'a> Statuses<'a> {
    /// Those of a roster.
    pub const fn of(roster: &'a Roster, choices: &'a Choices, said: bool) -> Self {
        Self { roster, choices, said, new: Vec::new(), alike: BTreeMap::new() }
    }

    /// The status that a text means. Where a table says nothing of any, it is the highest, or a member; where it says it of
    /// others, nobody knows.
    pub fn meant(&mut self, text: &str) -> Option<Key> {
        let text = match (&self.choices.status, text.is_empty()) {
            (Some(usual), true) => usual.as_str(),
            (None, true) if self.said => return None,
            _ => text,
        };
        let text = self.choices.names.get(text).map_or(text, String::as_str);
        let highest = self.roster.statuses.first().filter(|_| text.is_empty());
        if let Some(highest) = highest {
            return Some(highest.id.clone());
        }
        let text = if text.is_empty() { "member" } else { text };
        let folded = known_by(text);
        let all = || self.roster.statuses.iter().chain(&self.new);
        let called = |status: &&Status| {
            let names = [status.id.as_str(), &status.name, &status.plural];
            names.into_iter().chain(status.singular.as_deref()).map(known_by).any(|name| name == folded)
        };
        let row = ALIKE.iter().find(|alike| alike.iter().any(|word| known_by(word) == folded));
        let alike = |status: &&Status| {
            let own = [known_by(status.id.as_str()), known_by(&status.name)];
            row.is_some_and(|row| row.iter().any(|word| own.contains(&known_by(word))))
        };
        if let Some(found) = all().find(called) {
            return Some(found.id.clone());
        }
        if let Some(found) = all().find(alike).map(|status| status.id.clone()) {
            self.alike.entry(found.clone()).or_default().insert(folded, text.to_owned());
            return Some(found);
        }
        let status = self.made(text, row.and_then(|row| row.first()).copied());
        let id = status.id.clone();
        self.alike.entry(id.clone()).or_default().insert(folded, text.to_owned());
        self.new.push(status);
        Some(id)
    }

    /// A new status: by the English word for that of the table, where it is known, else by its own.
    fn made(&self, text: &str, known: Option<&str>) -> Status {
        let name = known.unwrap_or(text);
        let used = || self.roster.statuses.iter().chain(&self.new).map(|status| status.shape);
        let free = StatusShape::ALL.into_iter().find(|shape| !used().any(|own| own == *shape));
        let mut letters = name.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        Status {
            id: key_of(name),
            name: capital,
            singular: Some(name.to_owned()),
            plural: known.map_or_else(|| text.to_owned(), |known| format!("{known}s")),
            shape: free.unwrap_or(StatusShape::Circle),
            beside: false,
            from: None,
            merged: None,
        }
    }

    /// Says which words of the table were taken for one status.
    pub fn say(&self, plan: &mut Plan) {
        let is_new = |key: &Key| self.new.iter().any(|status| status.id == *key);
        for (status, words) in self.alike.iter().filter(|(key, words)| words.len() > 1 || !is_new(key)) {
            let words = Value::list(words.values().take(TOLD).cloned());
            plan.remarks.push(message!(import::statuses_alike, words = words, status = status));
        }
    }
}
