//! One cause is one finding: a single slip that touches much of a briefing, and how many findings it may raise.

use briefing_desk::briefing::{Briefing, Date};

/// A cause: its name, and how it is made.
pub type Cause = (&'static str, fn(&mut Briefing));

/// So many findings a single cause may raise: one of its own and a few of what rests on it.
pub const MOST: usize = 4;

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

pub const CAUSES: &[Cause] = &[
    ("no claim taken out of most sentences", |b| {
        b.claims.key_points.clear();
        b.claims.claims.truncate(1);
    }),
    ("the last look at the evidence dated too early", |b| b.manifest.checked = date("2025-07-20")),
    ("spells without citations", |b| b.rosters[0].spells.iter_mut().for_each(|spell| spell.citations.clear())),
    ("figures without citations", |b| {
        b.trades[0].series[0].observations.iter_mut().for_each(|value| value.citations.clear());
    }),
    ("rates without citations", |b| {
        b.trades[0].series[0].published_growth.iter_mut().for_each(|value| value.citations.clear());
    }),
    ("events without citations", |b| {
        b.meeting.as_mut().expect("a meeting").chronology.iter_mut().for_each(|event| event.citations.clear());
    }),
    ("claims without citations", |b| b.claims.claims.iter_mut().for_each(|claim| claim.citations.clear())),
    ("a column of people in thousands", |b| {
        b.rosters[0].states.iter_mut().for_each(|state| state.population = state.population.map(|p| p / 1000));
    }),
    ("latitude and longitude exchanged throughout", |b| {
        for state in &mut b.rosters[0].states {
            let (latitude, longitude) = (state.position.latitude, state.position.longitude);
            (state.position.latitude, state.position.longitude) = (longitude, latitude);
        }
    }),
    ("a column of capitals moved by a row", |b| {
        let states = &mut b.rosters[0].states;
        let capitals: Vec<String> = states.iter().map(|state| state.capital.clone()).collect();
        for (index, state) in states.iter_mut().enumerate() {
            state.capital.clone_from(&capitals[(index + 1) % capitals.len()]);
        }
    }),
    ("codes in small letters", |b| {
        b.rosters[0].states.iter_mut().for_each(|state| state.alpha2 = state.alpha2.to_lowercase());
    }),
    ("a source of many spells dated before them", |b| {
        for source in &mut b.sources.sources {
            if ["tass-2010381", "trend-4085750", "report-az-20250901", "haqqin-358735"].contains(&source.id.as_str()) {
                source.published = Some(date("2024-09-01"));
            }
        }
    }),
    ("an organisation founded too late", |b| b.rosters[0].organisation.founded = date("2021-06-15")),
    ("a roster known too short a time", |b| b.rosters[0].known_until = date("2025-08-01")),
    ("a merger of statuses a year early", |b| {
        for merged in b.rosters[0].statuses.iter_mut().filter_map(|status| status.merged.as_mut()) {
            merged.on = date("2024-09-01");
        }
    }),
    ("another currency of a series", |b| {
        let unit = &mut b.trades[0].series[0].unit;
        (unit.currency, unit.sign) = ("EUR".to_owned(), "€".to_owned());
    }),
    ("another scale of a series", |b| "million".clone_into(&mut b.trades[0].series[0].unit.scale)),
    ("every address a placeholder", |b| {
        b.sources.sources.iter_mut().for_each(|source| source.address = Some("https://example.com/todo".to_owned()));
    }),
    ("every note still to be written", |b| {
        b.claims.claims.iter_mut().for_each(|claim| "TODO".clone_into(&mut claim.note));
    }),
    ("a person renamed", |b| {
        let names = serde_json::json!({ "en": "Sergej Lawrow", "ru": "Сергей Лавров", "zh": "谢尔盖·拉夫罗夫" });
        b.meeting.as_mut().expect("a meeting").people[0].names = serde_json::from_value(names).expect("names");
    }),
    ("sources read a year before they were published", |b| {
        for source in b.sources.sources.iter_mut().filter(|source| source.published.is_some()) {
            source.read = Some(date("2000-01-01"));
        }
    }),
    ("figures of years that are still to come", |b| b.manifest.checked = date("2025-07-14")),
];
