//! The statuses of a roster as texts name them: by the roster's own words, or by what they are in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::Material;
use super::super::texts::Text;
use super::Passage;
use super::timeline::Timeline;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Named, Names, Reading, Says};
use crate::briefing::{Key, Organisation, Spell, Status};

/// What a state can be.
pub(super) const ROLES: &[Says] = &[Says::Member, Says::Observer, Says::Partner, Says::Candidate, Says::Guest];

/// A status of one of the rosters.
pub(in super::super) struct Known<'a> {
    pub roster: usize,
    pub status: &'a Status,
    pub timeline: Timeline,
    roles: Vec<Says>,
}

/// All of them.
pub(in super::super) struct Statuses<'a> {
    pub all: Vec<Known<'a>>,
    names: Names<'a>,
    by_key: BTreeMap<&'a Key, Vec<usize>>,
    organisations: Vec<Called>,
}

/// What an organisation is called.
struct Called {
    short: String,
    names: Vec<String>,
    initials: Vec<String>,
}

/// A status that a text names, and where.
pub(in super::super) struct Said {
    pub range: Range<usize>,
    /// The statuses that it can be, by their numbers.
    pub of: Vec<usize>,
}

impl<'a> Statuses<'a> {
    pub fn of(material: &Material<'a>) -> Self {
        let mut names = Names::default();
        let mut all = Vec::new();
        let mut by_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
        for (roster, of) in material.rosters.iter().enumerate() {
            for status in &of.members.roster.statuses {
                let called = [&status.name, status.in_text(), &status.plural];
                for name in &called {
                    names.add(Named::Topic, &status.id, name);
                }
                let signs = called.iter().flat_map(|name| Reading::of(name, 0).signs);
                let roles: BTreeSet<usize> =
                    signs.filter_map(|sign| ROLES.iter().position(|role| *role == sign.says)).collect();
                by_key.entry(&status.id).or_default().push(all.len());
                let roles = roles.into_iter().map(|role| ROLES[role]).collect();
                let timeline = Timeline::of(of.members.roster, &status.id);
                all.push(Known { roster, status, timeline, roles });
            }
        }
        let organisations = material.rosters.iter().map(|of| called(&of.members.roster.organisation)).collect();
        Self { all, names, by_key, organisations }
    }

    /// The statuses that a text names, in its order.
    pub fn said(&self, text: &Text<'_>) -> Vec<Said> {
        let own = text
            .reading
            .names_of(&self.names)
            .into_iter()
            .map(|name| Said { range: name.range, of: self.by_key.get(name.of).cloned().unwrap_or_default() });
        let mut found: Vec<Said> = own.collect();
        for sign in text.reading.signs.iter().filter(|sign| ROLES.contains(&sign.says)) {
            // A roster's own word for a status is no other's: `guests` beside `two guests`.
            let is_there =
                found.iter().any(|said| said.range.start < sign.range.end && sign.range.start < said.range.end);
            let of: Vec<usize> = (0..self.all.len()).filter(|at| self.all[*at].roles.contains(&sign.says)).collect();
            if !is_there && !of.is_empty() {
                found.push(Said { range: sign.range.clone(), of });
            }
        }
        found.sort_by_key(|said| said.range.start);
        found
    }

    /// Whether a passage names the organisation, or one of them.
    pub fn names_organisation(&self, passage: &Passage<'_, '_>, within: Range<usize>) -> bool {
        let reading = &passage.text.reading;
        let usual = passage.text.reading.spelt(within.clone()).any(|(_, word)| self.is_short(&word));
        let sign = passage.signs.iter().any(|sign| {
            sign.says == Says::Organisation && sign.range.start >= within.start && sign.range.end <= within.end
        });
        let written: String = reading.spelt(within).map(|(_, word)| word + " ").collect();
        let whole = || {
            let close = written.replace(' ', "");
            self.organisations.iter().flat_map(|own| &own.names).any(|name| close.contains(name))
        };
        usual || sign || whole()
    }

    /// Whether a word is the short name of an organisation, or its initials in some language.
    fn is_short(&self, word: &str) -> bool {
        let letters = |word: &str| {
            let mut letters: Vec<char> = word.chars().collect();
            letters.sort_unstable();
            letters
        };
        self.organisations.iter().any(|own| {
            own.short == word
                || own.initials.iter().any(|initials| initials == word)
                || word.chars().count() > 2 && letters(word) == letters(&own.short)
        })
    }
}

fn called(organisation: &Organisation) -> Called {
    let close = |name: &str| fold(name).split_whitespace().collect::<String>();
    let initials =
        |name: &str| fold(name).split_whitespace().filter_map(|word| word.chars().next()).collect::<String>();
    let all = || organisation.names.iter().map(|(_, name)| name);
    Called {
        short: fold(&organisation.short),
        names: all().map(close).filter(|name| name.chars().count() > 3).collect(),
        initials: all().map(initials).filter(|word| word.chars().count() > 1).collect(),
    }
}

/// The spells of a state in any of some statuses.
pub(super) fn spells<'m>(material: &'m Material<'_>, of: &[usize], state: &Key) -> Vec<&'m Spell> {
    let of_status = |at: &usize| {
        let known = &material.statuses().all[*at];
        let own = material.rosters[known.roster].spells.get(state).into_iter().flatten();
        own.copied().filter(|spell| spell.status == known.status.id).collect::<Vec<_>>()
    };
    of.iter().flat_map(of_status).collect()
}
