//! Briefings of any size, for the benchmarks: the bundled one with a roster of made-up entities.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use briefing_desk::briefing::{Briefing, Spell, State};
use serde_json::json;

const REGIONS: [&str; 22] = [
    "Australia and New Zealand",
    "Caribbean",
    "Central America",
    "Central Asia",
    "Eastern Africa",
    "Eastern Asia",
    "Eastern Europe",
    "Melanesia",
    "Micronesia",
    "Middle Africa",
    "Northern Africa",
    "Northern America",
    "Northern Europe",
    "Polynesia",
    "South America",
    "South-eastern Asia",
    "Southern Africa",
    "Southern Asia",
    "Southern Europe",
    "Western Africa",
    "Western Asia",
    "Western Europe",
];
const SYLLABLES: [&str; 16] =
    ["an", "be", "ka", "istan", "lo", "mir", "ne", "or", "pa", "qua", "ri", "su", "tu", "va", "wei", "za"];
const SLOGI: [&str; 16] =
    ["ан", "бе", "ка", "истан", "ло", "мир", "не", "ор", "па", "ква", "ри", "су", "ту", "ва", "вэй", "за"];
const SIGNS: [&str; 16] =
    ["安", "贝", "卡", "斯坦", "洛", "米", "内", "奥", "帕", "夸", "里", "苏", "图", "瓦", "魏", "扎"];

/// The bundled briefing with a roster of `rows` entities, each with one spell. The same number gives the same roster.
pub fn briefing(rows: usize) -> Briefing {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let roster = &mut briefing.rosters[0];
    let statuses: Vec<_> = roster.statuses.iter().map(|status| status.id.clone()).collect();
    let citations = roster.spells[0].citations.clone();
    roster.states = (0..rows).map(state).collect();
    roster.spells = (0..rows)
        .map(|row| {
            let mut chance = Chance::new(row, 2);
            let (year, month, day) = (2001 + chance.below(24), 1 + chance.below(12), 1 + chance.below(28));
            Spell {
                state: roster.states[row].id.clone(),
                status: statuses[chance.below(3)].clone(),
                from: format!("{year}-{month:02}-{day:02}").parse().expect("a date"),
                within_days: None,
                until: None,
                decided: None,
                occasion: None,
                note: None,
                citations: citations.clone(),
            }
        })
        .collect();
    roster.printed.clear();
    briefing
}

fn state(row: usize) -> State {
    let mut chance = Chance::new(row, 1);
    let picks: Vec<usize> = (0..3 + chance.below(3)).map(|_| chance.below(16)).collect();
    let name = |of: [&str; 16]| picks.iter().map(|pick| of[*pick]).collect::<String>();
    let capital: String = (0..3).map(|_| SYLLABLES[chance.below(16)]).collect();
    let letter = |at: usize| char::from(b'A' + (row / 26usize.pow(at as u32) % 26) as u8);
    let state = json!({
        "id": format!("entity-{row}"),
        "alpha2": format!("{}{}", letter(1), letter(0)),
        "alpha3": format!("{}{}{}", letter(2), letter(1), letter(0)),
        "numeric": format!("{:03}", row % 1000),
        "names": {
            "en": format!("Republic of {} {row}", name(SYLLABLES)),
            "ru": format!("Республика {}", name(SLOGI)),
            "zh": format!("{}共和国", name(SIGNS)),
        },
        "aliases": [format!("{} Land", name(SYLLABLES))],
        "capital": capital,
        "region": REGIONS[row % REGIONS.len()],
        "population": if chance.below(50) == 0 { None } else { Some(1_000 * (1 + chance.below(1_000_000))) },
        "position": { "latitude": chance.below(540) as f64 / 10.0 + 5.0, "longitude": chance.below(1000) as f64 / 10.0 + 25.0 },
    });
    serde_json::from_value(state).expect("a state")
}

/// Numbers that look like chance and are the same every time (`SplitMix64`, Steele and others 2014).
struct Chance(u64);

impl Chance {
    const fn new(row: usize, stream: u64) -> Self {
        Self((row as u64).wrapping_mul(2_654_435_761).wrapping_add(stream << 48))
    }

    const fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % bound
    }
}
