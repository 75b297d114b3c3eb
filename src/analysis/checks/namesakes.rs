//! Who speaks under two names: an agency or a publisher spelt with one slip of the hand beside the right one. Two that
//! are one would count as two witnesses.

use std::collections::{BTreeMap, BTreeSet};

use ahash::RandomState;
use strsim::osa_distance;

use super::addresses::host;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::analysis::fold::known_by;
use crate::briefing::Source;
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "origin-spelling",
    needs: Needs::Nothing,
    holds: label!(checks::origin_spelling),
    run: |material| misspelt(material),
}];

/// Names of fewer letters are like each other by chance.
const LEAST: usize = 5;
/// From so many letters on two slips are no chance either.
const LONG: usize = 12;
/// Of more letters than this two slips are not looked for, nor among more names than that.
const LONGEST: usize = 24;
const MANY: usize = 10_000;
/// A name is held against so many that may be a slip apart.
const FEW: usize = 5;

/// A name, with the sources that have it.
struct Named<'a> {
    written: &'a str,
    /// How often it is publisher or agency.
    count: usize,
    first: &'a Source,
    /// Whether it is the name of a site, so that it is nobody's slip.
    is_site: bool,
    /// Whether it is an agency's that some text is from.
    is_agency: bool,
}

fn misspelt(material: &Material<'_>) -> Vec<Finding> {
    let mut names: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    for source in &material.briefing.sources.sources {
        let agency = source.origin.as_ref().and_then(|origin| origin.agency.as_deref());
        let site = source.address.as_deref().and_then(host).map(|host| known_by(&host)).unwrap_or_default();
        for (written, is_agency) in
            [(source.publisher.as_str(), false)].into_iter().chain(agency.map(|name| (name, true)))
        {
            let here = names.entry(written).or_insert_with(|| Named {
                written,
                count: 0,
                first: source,
                is_site: false,
                is_agency: false,
            });
            here.count += 1;
            here.is_site |= !is_agency && site.contains(&known_by(written));
            here.is_agency |= is_agency;
        }
    }
    let names: Vec<Named<'_>> = names.into_values().collect();
    let known: Vec<String> = names.iter().map(|named| known_by(named.written)).collect();
    // Names that are a slip apart are equal without the letters that differ, so that none is held against every other.
    let slips = if names.len() > MANY { 1 } else { 2 };
    let mut left: Vec<(u64, usize)> = Vec::new();
    for (number, name) in known.iter().enumerate() {
        left.extend(shortened(name, slips).into_iter().map(|sum| (sum, number)));
    }
    left.sort_unstable();
    left.dedup();
    let mut near: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); names.len()];
    for same in left.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
        for (_, number) in same {
            near[*number].extend(same.iter().take(FEW).map(|(_, other)| *other));
        }
    }
    let mut found = Vec::new();
    for ((number, name), others) in names.iter().enumerate().zip(near) {
        let other = others.into_iter().filter(|other| *other != number).find(|other| {
            let usual = &names[*other];
            // Which of two is the slip: what is rarer, or nobody's site.
            let rarer = (name.count, name.is_site, name.written) < (usual.count, usual.is_site, usual.written);
            rarer && !(name.is_site && usual.is_site) && are_one(name, usual, &known[number], &known[*other])
        });
        let Some(usual) = other.map(|other| names[other].written.to_owned()) else { continue };
        let detail = message!(findings::origin_spelling_other, said = name.written.to_owned(), usual = usual);
        found.push(of_source(name.first, Outcome::Warn, label!(findings::origin_spelling), detail));
    }
    found
}

/// Whether two names are one with a slip of the hand. Two publishers that are set otherwise are told of by themselves.
fn are_one(a: &Named<'_>, b: &Named<'_>, a_known: &str, b_known: &str) -> bool {
    if a_known == b_known {
        return a.is_agency || b.is_agency;
    }
    let letters = a_known.chars().count().min(b_known.chars().count());
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let most = if letters >= LONG { 2 } else { 1 };
    letters >= LEAST && digits(a_known) == digits(b_known) && osa_distance(a_known, b_known) <= most
}

/// A number for a name, and for each way of leaving out one of its letters or, of a long one, up to so many: names that
/// are a slip apart share one, and others hardly ever.
fn shortened(name: &str, slips: usize) -> Vec<u64> {
    let state = RandomState::with_seeds(1, 2, 3, 4);
    let letters: Vec<char> = name.chars().take(40).collect();
    let (count, none) = (letters.len(), letters.len());
    let without = |a: usize, b: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != a && *at != b);
        state.hash_one(kept.map(|(_, letter)| letter).collect::<String>())
    };
    let mut left: Vec<u64> = (0..=count).map(|a| without(a, none)).collect();
    if slips > 1 && (LONG..=LONGEST).contains(&count) {
        left.extend((0..count).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| without(a, b)));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Origin, Source};

    fn after(key: &str, change: impl FnOnce(&mut Source)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            change(briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key));
        })
    }

    fn from(key: &str, agency: &str) -> Vec<String> {
        after(key, |source| source.origin = Some(Origin { source: None, agency: Some(agency.to_owned()) }))
    }

    #[test]
    fn one_agency_has_one_spelling() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (key, agency) in [
            ("people-cn-20250714", "Xinua"),
            ("people-cn-20250714", "Xihnua"),
            ("lenta-20251107", "RIA Novosty"),
            ("lenta-20251107", "Ria novosti"),
            ("glavportal-2017", "TAS S"),
            ("libyannewswire-bahrain", "Bahrein News Agency"),
            ("liga-2025", "Reuter"),
        ] {
            let expected = if agency == "Bahrein News Agency" { &[][..] } else { &["Warn origin-spelling"][..] };
            assert_eq!(from(key, agency), expected, "{agency}");
        }
        assert_eq!(from("liga-2025", "Agence France-Presse"), [""; 0]);
        assert_eq!(from("liga-2025", "ANSA"), [""; 0]);
    }

    #[test]
    fn a_publisher_is_not_spelt_like_another() {
        let called = |key: &str, name: &str| after(key, |source| name.clone_into(&mut source.publisher));
        assert_eq!(called("inform-kz-a2884129", "Kazinfrom"), ["Warn origin-spelling"]);
        assert_eq!(called("moscowtimes-20250714", "The Moskow Times"), ["Warn origin-spelling"]);
        assert_eq!(called("tass-2010381", "Tass"), [""; 0], "told of elsewhere");
        assert_eq!(called("dawn-146634", "Dawn 24"), [""; 0]);
    }
}
