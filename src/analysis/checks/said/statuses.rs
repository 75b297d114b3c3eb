//! The statuses of a roster as texts name them: by the roster's own words, or by what they are in each language.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use ahash::AHashMap;

use super::super::Material;
use super::super::texts::Text;
use super::Passage;
use super::timeline::Timeline;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Named, Names, Reading, Says};
use crate::briefing::{Key, Organisation, Spell, Status, cores};

/// What a state can be.
pub(super) const ROLES: &[Says] = &[Says::Member, Says::Observer, Says::Partner, Says::Candidate, Says::Guest];

/// A status of one of the rosters.
pub(in super::super) struct Known<'a> {
    pub roster: usize,
    pub status: &'a Status,
    pub timeline: Timeline,
}

/// All of them.
pub(in super::super) struct Statuses<'a> {
    pub all: Vec<Known<'a>>,
    names: Names<'a>,
    by_key: AHashMap<&'a Key, Arc<[usize]>>,
    by_role: AHashMap<Says, Arc<[usize]>>,
    /// All of them, and the first of each roster, by their numbers.
    pub numbers: Arc<[usize]>,
    pub firsts: Arc<[usize]>,
    organisations: Vec<Called>,
}

/// What the states of a status are called, each way once.
fn called_so(status: &Status) -> BTreeSet<&str> {
    [status.name.as_str(), status.in_text(), &status.plural].into()
}

/// What a state of a status is, by the numbers of [`ROLES`].
fn roles(status: &Status) -> BTreeSet<usize> {
    let signs = called_so(status).into_iter().flat_map(|name| Reading::of(name, 0).signs);
    signs.filter_map(|sign| ROLES.iter().position(|role| *role == sign.says)).collect()
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
    /// The statuses that it can be, by their numbers, in their order.
    pub of: Arc<[usize]>,
}

impl<'a> Statuses<'a> {
    pub fn of(material: &Material<'a>) -> Self {
        let mut names = Names::default();
        let mut all = Vec::new();
        let mut by_key: AHashMap<&Key, Vec<usize>> = AHashMap::new();
        let mut by_role: AHashMap<Says, Vec<usize>> = AHashMap::new();
        let mut firsts = Vec::new();
        for (roster, of) in material.rosters.iter().enumerate() {
            firsts.extend((!of.members.roster.statuses.is_empty()).then_some(all.len()));
            let roles = cores::map(of.members.roster.statuses.iter().collect(), roles);
            for (status, roles) in of.members.roster.statuses.iter().zip(roles) {
                for name in called_so(status) {
                    names.add(Named::Topic, &status.id, name);
                }
                by_key.entry(&status.id).or_default().push(all.len());
                for role in roles {
                    by_role.entry(ROLES[role]).or_default().push(all.len());
                }
                let timeline = Timeline::of(of.spells_of(&status.id));
                all.push(Known { roster, status, timeline });
            }
        }
        let organisations = material.rosters.iter().map(|of| called(&of.members.roster.organisation)).collect();
        let (by_key, by_role) = (shared(by_key), shared(by_role));
        let numbers = (0..all.len()).collect();
        Self { all, names, by_key, by_role, numbers, firsts: firsts.into(), organisations }
    }

    /// The statuses that a text names, in its order.
    pub fn said(&self, text: &Text<'_>) -> Vec<Said> {
        let own = text
            .reading
            .names_of(&self.names)
            .into_iter()
            .map(|name| Said { range: name.range, of: self.of_key(name.of) });
        let mut found: Vec<Said> = own.collect();
        for sign in text.reading.signs.iter().filter(|sign| ROLES.contains(&sign.says)) {
            // A roster's own word for a status is no other's: `guests` beside `two guests`.
            let is_there =
                found.iter().any(|said| said.range.start < sign.range.end && sign.range.start < said.range.end);
            if let Some(of) = self.by_role.get(&sign.says).filter(|_| !is_there) {
                found.push(Said { range: sign.range.clone(), of: Arc::clone(of) });
            }
        }
        found.sort_by_key(|said| said.range.start);
        found
    }

    /// The number of the status of a spell.
    pub fn of_spell(&self, material: &Material<'_>, spell: &Spell) -> Option<usize> {
        let has = |at: &&usize| {
            let own = material.rosters[self.all[**at].roster].spells.get(&spell.state);
            own.into_iter().flatten().any(|own| std::ptr::eq(*own, spell))
        };
        self.by_key.get(&spell.status)?.iter().find(has).copied()
    }

    /// Those of a key, by their numbers.
    fn of_key(&self, key: &Key) -> Arc<[usize]> {
        self.by_key.get(key).cloned().unwrap_or_default()
    }

    /// Whether a passage names the organisation, or one of them, or calls it one.
    pub fn names_organisation(&self, passage: &Passage<'_, '_>, within: Range<usize>) -> bool {
        passage.says_within(&within, &[Says::Organisation]) || self.is_named(passage, within)
    }

    /// Whether a passage has the name of one of them.
    pub fn is_named(&self, passage: &Passage<'_, '_>, within: Range<usize>) -> bool {
        let reading = &passage.text.reading;
        let usual = reading.spelt(within.clone()).any(|(_, word)| self.is_short(&word));
        let written: String = reading.spelt(within).map(|(_, word)| word + " ").collect();
        let whole = || {
            let close = written.replace(' ', "");
            self.organisations.iter().flat_map(|own| &own.names).any(|name| close.contains(name))
        };
        usual || whole()
    }

    /// Whether there is but one organisation, so that it is meant where none is named.
    pub const fn is_only(&self) -> bool {
        self.organisations.len() == 1
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
    let statuses = material.statuses();
    let mut found: Vec<(usize, &Spell)> = Vec::new();
    for (roster, own) in material.rosters.iter().enumerate() {
        for spell in own.spells.get(state).into_iter().flatten() {
            let all = statuses.by_key.get(&spell.status).into_iter().flat_map(|all| all.iter());
            let meant = all.filter(|at| statuses.all[**at].roster == roster && of.binary_search(at).is_ok());
            found.extend(meant.map(|at| (*at, *spell)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, spell)| spell).collect()
}

/// Lists that many texts share.
fn shared<K: Eq + std::hash::Hash>(lists: AHashMap<K, Vec<usize>>) -> AHashMap<K, Arc<[usize]>> {
    lists.into_iter().map(|(key, list)| (key, list.into())).collect()
}
