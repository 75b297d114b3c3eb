//! Briefings that say the same in another way.

use briefing_desk::briefing::{Briefing, Names};
use rust_decimal::{Decimal, RoundingStrategy};

use super::dice::Dice;

/// A variant: its name, how many to make, and how.
pub type Variant = (&'static str, usize, fn(&mut Briefing, &mut Dice));

pub const VARIANTS: &[Variant] = &[
    ("re-ordered", 60, reordered),
    ("figures rounded to one digit", 1, |briefing, _| rounded(briefing, 1)),
    ("figures rounded to none", 1, |briefing, _| rounded(briefing, 0)),
    ("some figures rounded", 60, some_rounded),
    ("rates rounded", 1, rates_rounded),
    ("names in another language first", 2, other_language),
    ("translated", 1, |briefing, _| translated(briefing)),
    ("translated and re-ordered", 20, |briefing, dice| {
        translated(briefing);
        reordered(briefing, dice);
    }),
];

/// Everything in another order whose order says nothing.
fn reordered(briefing: &mut Briefing, dice: &mut Dice) {
    dice.shuffle(&mut briefing.rosters[0].states);
    dice.shuffle(&mut briefing.rosters[0].spells);
    dice.shuffle(&mut briefing.rosters[0].printed);
    dice.shuffle(&mut briefing.sources.sources);
    dice.shuffle(&mut briefing.claims.claims);
    dice.shuffle(&mut briefing.claims.key_points);
    dice.shuffle(&mut briefing.meeting.as_mut().expect("a meeting").people);
    dice.shuffle(&mut briefing.meeting.as_mut().expect("a meeting").places);
    dice.shuffle(&mut briefing.meeting.as_mut().expect("a meeting").topics);
    for series in &mut briefing.trades[0].series {
        dice.shuffle(&mut series.observations);
        dice.shuffle(&mut series.published_growth);
        dice.shuffle(&mut series.flows);
        for observation in &mut series.observations {
            dice.shuffle(&mut observation.citations);
        }
    }
    for claim in &mut briefing.claims.claims {
        dice.shuffle(&mut claim.evidence);
        dice.shuffle(&mut claim.mentions);
    }
}

fn round(value: Decimal, places: u32) -> Decimal {
    if value.scale() <= places {
        return value;
    }
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

fn rounded(briefing: &mut Briefing, places: u32) {
    for series in &mut briefing.trades[0].series {
        // Trillions of yuan without a digit after the point would all be two.
        let least = u32::from(series.id.as_str() == "customs-cny");
        for observation in &mut series.observations {
            observation.value = round(observation.value, places.max(least));
        }
    }
}

fn some_rounded(briefing: &mut Briefing, dice: &mut Dice) {
    for observation in &mut briefing.trades[0].series[0].observations {
        if dice.coin() {
            observation.value = round(observation.value, u32::try_from(dice.below(2)).expect("few"));
        }
    }
}

fn rates_rounded(briefing: &mut Briefing, _: &mut Dice) {
    for growth in briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.published_growth) {
        growth.percent = round(growth.percent, 0);
    }
}

fn other_language(briefing: &mut Briefing, dice: &mut Dice) {
    let by = 1 + dice.below(2);
    briefing.manifest.languages.rotate_left(by);
}

/// A briefing in a made-up language in Cyrillic letters, with its marks and decimal commas: what a translation changes,
/// and nothing of what it keeps.
fn translated(briefing: &mut Briefing) {
    briefing.manifest.languages = vec!["ru".to_owned(), "en".to_owned()];
    for sentence in &mut briefing.document.as_mut().expect("a document").sentences {
        translate(&mut sentence.label);
        translate(&mut sentence.paraphrase);
        sentence.as_printed.relative_dates.iter_mut().for_each(|relative| translate(&mut relative.words));
        sentence.as_printed.sic.iter_mut().for_each(translate);
    }
    for claim in &mut briefing.claims.claims {
        translate(&mut claim.statement);
        translate(&mut claim.note);
        translate(&mut claim.reason);
        claim.evidence.iter_mut().for_each(|evidence| translate(&mut evidence.says));
        if let Some(outcome) = claim.forecast.as_mut().and_then(|forecast| forecast.outcome.as_mut()) {
            translate(&mut outcome.text);
        }
    }
    for point in &mut briefing.claims.key_points {
        translate(&mut point.lead);
        translate(&mut point.text);
    }
    for place in &mut briefing.meeting.as_mut().expect("a meeting").places {
        translate(&mut place.name);
    }
    translate(&mut briefing.meeting.as_mut().expect("a meeting").place);
    briefing.meeting.as_mut().expect("a meeting").chronology.iter_mut().for_each(|event| translate(&mut event.place));
    for person in &mut briefing.meeting.as_mut().expect("a meeting").people {
        let names = serde_json::json!({ "en": person.names.get("en"), "ru": person.names.get("ru") });
        person.names = serde_json::from_value::<Names>(names).expect("names");
    }
}

/// People as Russian has them: each letter for itself makes another name of a Chinese one.
const PEOPLE: [(&str, &str); 8] = [
    ("Sergey", "Сергей"),
    ("Lavrov", "Лавров"),
    ("Wang Yi", "Ван И"),
    ("Wang", "Ван"),
    ("Vladimir", "Владимир"),
    ("Putin", "Путин"),
    ("Xi Jinping", "Си Цзиньпин"),
    ("Xi", "Си"),
];

fn translate(text: &mut String) {
    const LETTERS: &str = "абцдефгхийклмнопярстувщыьз";
    let named = PEOPLE.iter().fold(text.clone(), |text, (person, russian)| text.replace(person, russian));
    let characters: Vec<char> = named.chars().collect();
    let digit = |index: Option<usize>| index.and_then(|i| characters.get(i)).is_some_and(char::is_ascii_digit);
    let other = |(index, character): (usize, &char)| match character {
        letter if letter.is_ascii_alphabetic() => {
            let nth = usize::from(u8::try_from(letter.to_ascii_lowercase()).expect("ASCII") - b'a');
            let new = LETTERS.chars().nth(nth).expect("a letter for each");
            if letter.is_ascii_uppercase() { new.to_uppercase().next().unwrap_or(new) } else { new }
        }
        '“' => '«',
        '”' => '»',
        '.' if digit(index.checked_sub(1)) && digit(Some(index + 1)) => ',',
        other => *other,
    };
    *text = characters.iter().enumerate().map(other).collect();
}
