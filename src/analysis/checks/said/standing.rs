//! Who is what in an organisation, since when and which one in order: as texts say it, against the spells of the roster.

use jiff::civil;

use super::super::days_said::begun;
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::standings::{Standing, joined, standings};
use super::statuses::{Said, spells};
use super::{Passage, clauses, is_disputed};
use crate::analysis::reading::{Day, Mention, Named, Says};
use crate::analysis::roster::holds;
use crate::briefing::{Date, Key, Message, Spell};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "status-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::status_in_text),
    run: |material| each_held(material, states),
}];

fn states(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    if !text.names.iter().any(|name| name.kind == Named::State) || is_disputed(material, text) {
        return Vec::new();
    }
    let statuses = material.statuses();
    let said = statuses.said(text);
    let mut found = Vec::new();
    let is_open = |passage: &Passage<'_, '_>| passage.is_open() || passage.says(Says::Never);
    let parts = Passage::all(text).flat_map(|passage| {
        let turned = clauses::turned(material, &passage).or_else(|| clauses::never(material, &passage, &said));
        found.extend(turned.map(|(state, detail)| finding(material, &passage, state, detail)));
        if !is_open(&passage) {
            // Where several days are named, what is said in passing has its own.
            let dated = passage.mentions.iter().filter(|mention| mention.days().any(|day| day.year.is_some())).count();
            let aside = if dated > 1 { clauses::aside(&passage) } else { Vec::new() };
            let aside = aside.into_iter().filter(|part| part.says(Says::Since)).map(|part| (part, false));
            return aside.chain([(passage.clone(), false)]).collect::<Vec<_>>();
        }
        // What is said in passing is told for all that, and of now where the sentence is.
        let now = clauses::is_of_now(&passage);
        clauses::aside(&passage).into_iter().filter(|part| !is_open(part)).map(|part| (part, now)).collect()
    });
    let parts: Vec<(Passage<'_, '_>, bool)> = parts.collect();
    for (passage, now) in parts {
        let here: Vec<&Said> = said.iter().filter(|said| passage.range.contains(&said.range.start)).collect();
        let mut all = Vec::new();
        for (at, one) in here.iter().enumerate() {
            let from = at.checked_sub(1).map_or(passage.range.start, |before| here[before].range.end);
            let until = here.get(at + 1).map_or(passage.range.end, |next| next.range.start);
            all.extend(standings(statuses, &passage, one, from..until));
        }
        if here.is_empty() {
            all.extend(joined(statuses, &passage));
        }
        for mut standing in all {
            standing.now |= now;
            let Some(detail) = wrong(material, &passage, &standing) else { continue };
            found.push(finding(material, &passage, standing.state, detail));
        }
    }
    found
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, state: &Key, detail: Message) -> Finding {
    let title = message!(findings::status_in_text, state = material.state_name(state).to_owned());
    passage.finding(material, state, title, detail)
}

/// What is wrong with what is said of a state.
fn wrong(material: &Material<'_>, passage: &Passage<'_, '_>, said: &Standing<'_>) -> Option<Message> {
    let statuses = material.statuses();
    let own = spells(material, &said.of, said.state);
    let text = || passage.text.text.to_owned();
    let state = || material.state_name(said.state).to_owned();
    let status = || statuses.all[said.of[0]].status.in_text().to_owned();
    let rosters = || said.of.iter().map(|at| material.rosters[statuses.all[*at].roster].members);
    if own.is_empty() {
        // What the document prints of it is told by others.
        let is_listed = |at: &usize| {
            let known = &statuses.all[*at];
            let printed = material.rosters[known.roster].printed_under(&known.status.id);
            printed.iter().any(|entry| entry.state == *said.state)
        };
        let printed = matches!(passage.text.about, About::Sentence(_)) && said.of.iter().any(is_listed);
        return (!printed).then(|| message!(findings::status_never, state = state(), status = status(), text = text()));
    }
    if let Some(number) = said.ordinal {
        let number = usize::try_from(number).unwrap_or(0);
        let place = |spell: &&Spell| {
            let all = said.of.iter().filter(|at| statuses.all[**at].status.id == spell.status);
            all.map(|at| statuses.all[*at].timeline.places(spell.from)).any(|places| places.contains(&number))
        };
        if !own.iter().any(place) {
            return Some(message!(
                findings::status_place,
                state = state(),
                status = status(),
                number = number,
                text = text()
            ));
        }
    }
    let began = |spell: &Spell, day: Day| {
        let (from, until) = begun(spell);
        day.meets(from, until)
    };
    let begins = || {
        let date = own.iter().map(|spell| spell.from).min()?;
        Some(message!(findings::status_begins, state = state(), status = status(), date = date, text = text()))
    };
    if said.founder {
        let founded = |spell: &&&Spell| {
            rosters().any(|of| {
                let day = of.roster.organisation.founded;
                spell.from.first_day() <= day.last_day() && spell.from.last_day() >= day.first_day()
            })
        };
        if own.iter().find(founded).is_none() {
            return begins();
        }
    }
    if let Some(day) = said.on {
        // `decided in 2015, in force from 2017`: the other day is that of the beginning.
        let took_effect = |spell: &&Spell| {
            let others = passage.mentions.iter().flat_map(Mention::days);
            others.filter(|other| *other != day && other.year > day.year).any(|other| began(spell, other))
        };
        let fits = |spell: &&Spell| {
            // Since a day somebody is what they became on it.
            let decided = !said.joins
                && !passage.says(Says::Since)
                && spell.decided.is_some_and(|decided| day.meets(decided.first_day(), decided.last_day()));
            let held = || day.meets(spell.from.first_day(), spell.until.map_or(civil::Date::MAX, Date::last_day));
            began(spell, day) || decided || !said.begins && held() || took_effect(spell)
        };
        let known = rosters().any(|of| day.year.is_some_and(|year| year <= of.roster.known_until.last_day().year()));
        if known && !own.iter().any(fits) {
            return begins();
        }
        return None;
    }
    if said.now {
        let mut days: Vec<civil::Date> = vec![material.briefing.manifest.as_of.first_day()];
        days.extend(rosters().map(|of| of.roster.known_until.last_day()));
        if !days.iter().any(|day| own.iter().any(|spell| holds(spell, *day))) {
            let date = own.iter().map(|spell| spell.from).max()?;
            return Some(message!(
                findings::status_no_longer,
                state = state(),
                status = status(),
                date = date,
                text = text()
            ));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_day_is_that_of_the_state_it_stands_with() {
        let wrong = [
            ("Belarus is a member of the SCO since 2019.", "so"),
            ("Belarus, an observer since 10 July 2014, became a member of the SCO on 4 July 2024.", "so"),
        ];
        let right = [
            ("Belarus, an observer since 10 July 2015, became a member of the SCO on 4 July 2024.", "so"),
            ("Belarus, Beobachter seit dem 10. Juli 2015, wurde am 4. Juli 2024 Mitglied.", "so"),
            ("Belarus is a member of the SCO since 2024.", "so"),
            ("India is a member of the SCO, since Iran joined in 2023 beside Pakistan.", "so"),
            ("Indien ist Mitglied der SCO, seit Usbekistan 2001 beitrat.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
