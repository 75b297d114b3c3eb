//! Accounts of two sides that are exchanged: each is more like what was read from the other’s sources than like what was
//! read from its own, or read from sources that are the other’s everywhere else.

use std::collections::BTreeSet;

use ahash::AHashMap;

use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::stem;
use crate::briefing::{Briefing, Difference, Key, Party, Statement};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "accounts-exchanged",
    needs: Needs::Meeting,
    holds: label!(checks::accounts_exchanged),
    run: exchanged,
}];

/// From so many letters on a word says something.
const LONG: usize = 4;
/// What is said more often is said of many things.
const OFTEN: usize = 40;
/// By so many words an account has to be more like the other’s sources.
const MORE: usize = 2;

/// The stems of the words of a text that say something.
fn words<'t>(material: &Material<'_>, text: &'t Text<'_>) -> BTreeSet<&'t str> {
    let long = |word: &&str| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let rare = |word: &&str| material.times_said(word) <= OFTEN;
    text.reading.all_words().filter(long).filter(rare).map(stem).collect()
}

/// The words of what was read from the sources and sentences of an account, accounts themselves aside.
fn read<'m>(material: &'m Material<'_>, account: &Statement) -> BTreeSet<&'m str> {
    let (briefing, texts) = (material.briefing, material.texts());
    let cited = account.citations.iter().filter(|citation| !briefing.is_document(citation)).take(TOGETHER);
    let of_sources = cited.flat_map(|citation| texts.of_source(citation.source.as_str()));
    let sentences = briefing.locators(&account.citations).take(TOGETHER).flat_map(|at| texts.at(at));
    let told = sentences.filter(|text| matches!(text.about, About::Sentence(_)));
    let all = of_sources.chain(told).filter(|text| !matches!(text.about, About::Account));
    all.flat_map(|text| words(material, text)).collect()
}

/// Which parties’ accounts each source is cited for, and in which differences.
struct Cited<'m>(AHashMap<&'m Key, Vec<(usize, &'m Key)>>);

impl<'m> Cited<'m> {
    fn of(briefing: &'m Briefing, differences: &'m [Difference]) -> Self {
        let mut cited: AHashMap<&Key, Vec<(usize, &Key)>> = AHashMap::new();
        for (index, difference) in differences.iter().enumerate() {
            for (party, account) in &difference.accounts {
                for citation in account.citations.iter().filter(|citation| !briefing.is_document(citation)) {
                    let own = cited.entry(&citation.source).or_default();
                    if own.len() < TOGETHER {
                        own.push((index, party));
                    }
                }
            }
        }
        Self(cited)
    }

    /// How often the sources of an account are cited elsewhere for its own party, and for others.
    fn elsewhere(&self, index: usize, party: &Key, account: &Statement) -> (usize, usize) {
        let known = account.citations.iter().filter_map(|citation| self.0.get(&citation.source)).flatten();
        known.filter(|(at, _)| *at != index).fold((0, 0), |(own, others), (_, other)| {
            if *other == party { (own + 1, others) } else { (own, others + 1) }
        })
    }

    /// Whether the accounts of a difference are read from what is the other’s everywhere else: both, or one whose sources
    /// are the other’s more than once.
    fn is_crossed(&self, index: usize, difference: &Difference) -> bool {
        /// So often a source is cited for a party, and for no other, that it is that party’s.
        const ITS_OWN: usize = 2;
        let all = difference.accounts.iter().map(|(party, account)| self.elsewhere(index, party, account));
        let all: Vec<(usize, usize)> = all.collect();
        let right = all.iter().any(|(own, _)| *own > 0);
        let strange = all.iter().filter(|(_, others)| *others > 0).count();
        !right && (strange == all.len() || all.iter().any(|(_, others)| *others >= ITS_OWN))
    }
}

fn exchanged(material: &Material<'_>) -> Vec<Finding> {
    let Some(meeting) = &material.briefing.meeting else { return Vec::new() };
    let cited = Cited::of(material.briefing, &meeting.readouts.differences);
    let texts = material.texts().all.iter().filter(|text| matches!(text.about, About::Account));
    let accounts: AHashMap<&str, &Text<'_>> = texts.map(|text| (&*text.field, text)).collect();
    let find = |(index, difference): (usize, &Difference)| {
        let mut all = difference.accounts.iter();
        let (a, b) = (all.next()?, all.next().filter(|_| difference.accounts.len() == 2)?);
        let text = |party: &Key| accounts.get(&*format!("difference:{}:{party}", index + 1)).copied();
        let (of_a, of_b) = (words(material, text(a.0)?), words(material, text(b.0)?));
        let (from_a, from_b) = (read(material, a.1), read(material, b.1));
        // What both were read from tells nothing.
        let only = |own: &BTreeSet<&str>, read: &BTreeSet<&str>, other: &BTreeSet<&str>| {
            own.iter().filter(|word| read.contains(**word) && !other.contains(**word)).count()
        };
        let right = only(&of_a, &from_a, &from_b) + only(&of_b, &from_b, &from_a);
        let crossed = [only(&of_a, &from_b, &from_a), only(&of_b, &from_a, &from_b)];
        let by_words = crossed.iter().sum::<usize>() >= right + MORE;
        if !by_words && !cited.is_crossed(index, difference) {
            return None;
        }
        let name = |key: &Key| {
            let party = meeting.readouts.parties.iter().find(|party: &&Party| party.id == *key);
            party.map_or_else(|| key.to_string(), |party| party.name.clone())
        };
        let title = message!(findings::accounts_exchanged, about = difference.about.clone());
        let detail = message!(findings::accounts_exchanged_of, a = name(a.0), b = name(b.0));
        let citations = a.1.citations.iter().chain(&b.1.citations).cloned().collect();
        let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations);
        Some(finding.apart(&format_args!("difference:{}", index + 1)))
    };
    meeting.readouts.differences.iter().enumerate().take(2_000).filter_map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    #[test]
    fn each_side_says_what_was_read_of_it() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let exchanged = |index: usize| {
            found_after(CHECKS, |briefing| {
                let meeting = briefing.meeting.as_mut().expect("a meeting");
                let accounts = &mut meeting.readouts.differences[index].accounts;
                let mut texts: Vec<String> = accounts.values().map(|account| account.text.clone()).collect();
                texts.reverse();
                for (account, text) in accounts.values_mut().zip(texts) {
                    account.text = text;
                }
            })
        };
        for index in [0, 1, 4] {
            assert_eq!(exchanged(index), ["Warn accounts-exchanged"], "{index}");
        }
        // With what they were read from.
        for index in [0, 1, 2, 4] {
            let found = found_after(CHECKS, |briefing| {
                let meeting = briefing.meeting.as_mut().expect("a meeting");
                let accounts = &mut meeting.readouts.differences[index].accounts;
                let mut all: Vec<_> = accounts.values().cloned().collect();
                all.reverse();
                accounts.values_mut().zip(all).for_each(|(account, other)| *account = other);
            });
            assert_eq!(found, ["Warn accounts-exchanged"], "{index}");
        }
    }
}
