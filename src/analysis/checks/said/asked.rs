//! What is told as not known and stands elsewhere: how many there are, which another text counts, and the day of the
//! founding.

use std::ops::Range;

use super::super::texts::{About, Text};
use super::super::{Finding, Material};
use super::same::Subject;
use super::settled::unknown;
use super::{Passage, is_disputed};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Says, Sign};
use crate::briefing::{Message, Precision};
use crate::{label, message};

/// From so many letters on a word names something.
const LONG: usize = 4;
/// So many words after what is asked can be that of which it is asked.
const NEAR: usize = 3;
/// So much do a question and what answers it have in common.
const TIED: usize = 2;
/// So many texts are looked through for one question.
const MANY: usize = 4_000;

/// What a sentence says is not known, and the briefing has.
pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    unknown(passage)?;
    // What was wished for, or is known in part.
    let others = [Says::Wish, Says::Besides, Says::Only, Says::Unnamed, Says::Becomes, Says::Joins];
    if passage.says_any(&others) || passage.is_of_another_body(material) {
        return None;
    }
    let asked = passage.signs_of(&[Says::AsksWhen, Says::AsksNumber]).next()?;
    let detail = match asked.says {
        Says::AsksNumber => counted(material, passage, asked),
        _ => founded(material, passage, asked),
    }?;
    let said = passage.part(&asked.range);
    Some(passage.finding(material, &said, label!(findings::unknown_is_known), detail))
}

/// `How many agreements were signed`, where another text has their number.
fn counted(material: &Material<'_>, passage: &Passage<'_, '_>, asked: &Sign) -> Option<Message> {
    let reading = &passage.text.reading;
    let behind = reading.words_between(asked.range.end..reading.ahead(asked.range.end, NEAR));
    let noun = behind.map(|(_, word)| word).find(|word| word.chars().count() >= LONG)?;
    let question = Subject::of(material, passage, &[]);
    let answers = |there: &Passage<'_, '_>| {
        let counts = there.quantities().any(|(mention, quantity)| {
            let mut after = there.text.reading.words_after(mention.range.end);
            quantity.count().is_some() && after.next().is_some_and(|word| stem(word) == stem(noun))
        });
        let tells = || Subject::of(material, there, &[]);
        counts && there.is_told(material) && {
            let answer = tells();
            !question.is_of_others(&answer) && !question.is_of_other_days(&answer) && question.shared(&answer) >= TIED
        }
    };
    let told = |text: &&Text<'_>| !matches!(text.about, About::Unknown) && !is_disputed(material, text);
    let beside = material.texts().held().filter(told).take(MANY);
    let (_, found) =
        beside.flat_map(|text| Passage::all(text).map(move |there| (text, there))).find(|(_, there)| answers(there))?;
    Some(message!(
        findings::unknown_told,
        said = passage.part(&asked.range),
        beside = found.part(&found.range),
        text = passage.text.text.to_owned()
    ))
}

/// `When the organisation was founded`, and nothing else that might have been founded by it.
fn founded(material: &Material<'_>, passage: &Passage<'_, '_>, asked: &Sign) -> Option<Message> {
    let [roster] = &material.rosters[..] else { return None };
    let is_said = |range: &Range<usize>| passage.is_said(range);
    let mut words = passage.text.reading.words_between(passage.range.clone());
    let others = words.any(|(range, word)| word.chars().count() >= LONG && !is_said(&range));
    let named = material.statuses().names_organisation(passage, passage.range.clone());
    let organisation = &roster.members.roster.organisation;
    let certain = passage.says(Says::Founded) && named && !others && passage.language() != "zh";
    (certain && organisation.founded.precision() == Precision::Day).then(|| {
        message!(
            findings::unknown_dated,
            said = passage.part(&asked.range),
            event = organisation.short.clone(),
            date = organisation.founded,
            text = passage.text.text.to_owned()
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::unknowns::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn found(unknown: &str, reason: &str) -> bool {
        let found = found_after(CHECKS, |briefing| {
            let meeting = briefing.meeting.as_mut().expect("a meeting");
            unknown.clone_into(&mut meeting.unknowns[0].text);
            let mut claims = briefing.claims.claims.iter_mut();
            let claim = claims.find(|claim| claim.id.as_str() == "meeting-in-beijing").expect("a claim");
            reason.clone_into(&mut claim.reason);
        });
        !found.is_empty()
    }

    #[test]
    fn what_is_told_elsewhere_is_known() {
        for (unknown, reason) in [
            ("How many agreements the ministers signed was not found.", "The ministers signed six agreements there."),
            ("Сколько соглашений подписали министры, не найдено.", "Министры подписали шесть соглашений."),
            ("Combien d’accords les ministres ont signé n’a pas été trouvé.", "Les ministres ont signé six accords."),
            (
                "Wie viele Abkommen die Minister unterzeichneten, ist nicht bekannt.",
                "Die Minister unterzeichneten sechs Abkommen.",
            ),
            ("No se encontró cuántos acuerdos firmaron los ministros.", "Los ministros firmaron seis acuerdos."),
            ("When the SCO was founded was not found.", "so"),
            ("Когда была основана ШОС, не установлено.", "так"),
            ("La fecha en que la OCS fue fundada no se encontró.", "así"),
        ] {
            assert!(found(unknown, reason), "{unknown}");
        }
        for (unknown, reason) in [
            ("How many agreements the ministers signed was not found.", "The ministers signed agreements there."),
            ("How many treaties the presidents signed was not found.", "The ministers signed six agreements there."),
            ("How many agreements were signed in 2024 was not found.", "In 2025 the ministers signed six agreements."),
            ("When the BRICS was founded was not found.", "so"),
            ("When the bank of the SCO was founded was not found.", "so"),
            ("Когда был основан банк ШОС, не установлено.", "так"),
            ("When the next summit is to be held is not known.", "so"),
            ("The day on which Iran applied was not found.", "so"),
        ] {
            assert!(!found(unknown, reason), "{unknown}");
        }
    }
}
