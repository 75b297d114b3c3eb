//! Who founded an organisation, as a text lists them: members from its first day.

use jiff::civil;

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Day, Mention, Named, Says, Sign};
use crate::briefing::Date;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "founders-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::founders_in_text),
    run: |material| each_held(material, of_text),
}];

/// Fewer states are no list of founders.
const LEAST: usize = 3;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let founds = |sign: &Sign| matches!(sign.says, Says::Founder | Says::Signed | Says::By);
    if is_disputed(material, text) || !text.reading.signs.iter().any(founds) {
        return Vec::new();
    }
    Passage::all(text).filter(|passage| !passage.is_open()).flat_map(|passage| of_passage(material, &passage)).collect()
}

/// Where a sentence says that something was signed on the day of the founding.
fn signed<'t>(material: &Material<'_>, passage: &Passage<'t, '_>) -> Option<&'t Sign> {
    let mut days = passage.mentions.iter().flat_map(Mention::days).filter_map(Day::whole);
    let founded =
        |day: civil::Date| material.rosters.iter().any(|of| of.members.roster.organisation.founded == Date::day(day));
    passage.signs_of(&[Says::Signed]).next().filter(|_| days.any(founded))
}

/// Where a sentence says by whom something was founded.
fn founded_by<'t>(passage: &Passage<'t, '_>) -> Option<&'t Sign> {
    let founded = passage.signs_of(&[Says::Founded]).next()?;
    let mut by = passage.signs_of(&[Says::By]).filter(|by| by.range.start >= founded.range.end);
    by.find(|by| !passage.text.reading.parts_clauses(founded.range.end..by.range.start))
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Finding> {
    let others = [Says::Observer, Says::Partner, Says::Joins, Says::Guest];
    let own = || passage.signs_of(&[Says::Founder]).next();
    let sign = own().or_else(|| signed(material, passage)).or_else(|| founded_by(passage));
    let Some(sign) = sign.filter(|_| !passage.says_any(&others)) else {
        return Vec::new();
    };
    // The list right after it, or all before it.
    let after = |start: usize| start >= sign.range.end;
    let all: Vec<_> = passage.states().filter(|name| after(name.range.start)).collect();
    let all = if all.len() >= LEAST { all } else { passage.states().filter(|name| !after(name.range.start)).collect() };
    if all.len() < LEAST || passage.names.iter().any(|name| name.kind == Named::Person) {
        return Vec::new();
    }
    let founded = |state: &crate::briefing::Key| {
        material.rosters.iter().any(|of| {
            let day = of.members.roster.organisation.founded;
            let spells = of.spells.get(state).into_iter().flatten();
            spells
                .into_iter()
                .any(|spell| spell.from.first_day() <= day.last_day() && spell.from.last_day() >= day.first_day())
        })
    };
    // A roster on which hardly any of them is a founder is that of something else.
    let right = all.iter().filter(|name| founded(name.of)).count();
    if right * 2 < all.len() {
        return Vec::new();
    }
    let wrong = all.into_iter().filter(|name| !founded(name.of));
    wrong
        .map(|name| {
            let said = passage.part(&name.range);
            let title = message!(findings::founders_in_text, said = said.clone());
            let text = passage.text.text.to_owned();
            let detail = message!(findings::founders_other, said = said, text = text);
            passage.finding(material, name.of, title, detail)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn who_founded_it_was_in_it_from_the_first_day() {
        let wrong = [
            ("The declaration of 15 June 2001 was signed by China, Russia, Kazakhstan and India.", "so"),
            ("Die Erklärung vom 15. Juni 2001 unterzeichneten China, Russland, Tadschikistan und Pakistan.", "so"),
            ("Декларацию 15 июня 2001 года подписали Китай, Россия, Узбекистан и Индия.", "так"),
            ("It was founded by China, Russia, Kazakhstan and Iran.", "so"),
            ("Elle fut fondée par la Chine, la Russie, l’Inde et le Kazakhstan.", "so"),
        ];
        let right = [
            ("The declaration of 15 June 2001 was signed by China, Russia, Kazakhstan and Uzbekistan.", "so"),
            ("The treaty of 16 June 2001 was signed by China, Russia, Kazakhstan and India.", "so"),
            ("It was founded by China, Russia, Kazakhstan and Tajikistan.", "so"),
            ("The bank was founded by Brazil, India, Iran and South Africa.", "so"),
            ("Gegründet wurde sie von China, Russland, Kasachstan und Usbekistan.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
