//! How often something stands in the printed list, in words: `twice`, `three times`, in the languages that texts are read
//! in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::{fold, words};
use crate::analysis::reading::{Named, What};
use crate::briefing::{Key, Locator};
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "times-in-list", needs: Needs::Document, holds: label!(checks::times_in_list), run: times }];

/// Words that say how often by themselves, folded.
const OFTEN: &[(u32, &[&str])] = &[
    (2, &["twice", "дважды", "zweimal", "doppelt", "مرتين", "مرتان", "两次", "兩次"]),
    (3, &["thrice", "трижды", "dreimal", "三次"]),
    (4, &["четырежды", "viermal", "四次"]),
    (5, &["funfmal", "五次"]),
];
/// Words after a number that say how often, folded.
const TIMES: &[&str] = &["times", "раза", "раз", "fois", "veces", "mal", "次", "مرات"];

/// The entries of each printed list: how often each state stands where.
type Printed<'a> = HashMap<&'a Key, BTreeMap<Locator, u32>>;

fn times(material: &Material<'_>) -> Vec<Finding> {
    let mut printed: Printed<'_> = HashMap::new();
    for entry in material.briefing.rosters.iter().flat_map(|roster| &roster.printed) {
        *printed.entry(&entry.state).or_default().entry(entry.at).or_default() += 1;
    }
    // Only what stands more than once is told of so; of all else it is told how often it grew.
    printed.retain(|_, at| at.values().sum::<u32>() > 1);
    if printed.is_empty() {
        return Vec::new();
    }
    each_held(material, |material, text| said_otherwise(material, &printed, text))
}

fn said_otherwise(material: &Material<'_>, printed: &Printed<'_>, text: &Text<'_>) -> Option<Finding> {
    let states: BTreeSet<&Key> = text.named(Named::State).map(|name| name.of).collect();
    let here: BTreeSet<Locator> = text.locators(material.briefing).collect();
    let mut repeated = states.into_iter().filter_map(|key| {
        let at = printed.get(key)?;
        let count: u32 = at.iter().filter(|(at, _)| here.contains(at)).map(|(_, count)| count).sum();
        (count > 1).then_some((key, count))
    });
    // Of two it is not told which is meant.
    let (key, count) = repeated.next().filter(|_| repeated.next().is_none())?;
    let said = said_times(text)?;
    (said != count).then(|| {
        let detail = message!(
            findings::times_in_list_other,
            state = material.name(key).to_owned(),
            said = said,
            count = count,
            text = text.text.to_owned()
        );
        let title = label!(findings::times_in_list);
        text.finding(material.briefing, Outcome::Warn, title, detail).apart(key)
    })
}

/// How often a text says that something stands.
fn said_times(text: &Text<'_>) -> Option<u32> {
    let folded = fold(text.text);
    let words: BTreeSet<&str> = words(&folded).collect();
    let is_han = |word: &str| word.ends_with('次');
    let has = |word: &str| if is_han(word) { folded.contains(word) } else { words.contains(word) };
    if let Some((count, _)) = OFTEN.iter().find(|(_, own)| own.iter().any(|word| has(word))) {
        return Some(*count);
    }
    text.reading.mentions.iter().find_map(|mention| {
        let What::Quantity(quantity) = &mention.what else { return None };
        let count = quantity.count().filter(|count| (2..=9).contains(count))?;
        let rest = fold(text.text.get(mention.range.end..)?);
        let next = rest.trim_start();
        let follows = TIMES.iter().any(|word| {
            next.strip_prefix(word).is_some_and(|rest| *word == "次" || !rest.starts_with(char::is_alphabetic))
        });
        follows.then_some(count)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn says(text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let point = briefing.claims.key_points.iter_mut().find(|point| point.claim.as_str() == "fourteen-partners");
            text.clone_into(&mut point.expect("a key point").text);
        })
    }

    #[test]
    fn what_is_printed_twice_stands_twice() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "Of the fourteen partners listed Nepal stands three times.",
            "Nepal appears thrice, and Türkiye is missing.",
            "Непал назван трижды, а Турция пропущена.",
            "尼泊尔出现四次，土耳其缺失。",
            "Nepal steht dreimal da.",
            "Of the fourteen partners listed Nepal stands 4 times.",
        ] {
            assert_eq!(says(text), ["Warn times-in-list"], "{text}");
        }
        for text in [
            "Nepal stands twice.",
            "Nepal stands 2 times.",
            "Непал назван дважды.",
            "尼泊尔出现两次。",
            "Nepal steht zweimal da.",
            "Trade grew three times.",
            "Bahrain was named three times.",
        ] {
            assert_eq!(says(text), [""; 0], "{text}");
        }
    }
}
