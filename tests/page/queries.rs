//! Whatever is asked of the members on the page, its rows are those of the program's own table.

use briefing_desk::analysis::facets::Facet;
use briefing_desk::analysis::roster::{Column, Edition, RosterQuery, Sort, view};
use briefing_desk::briefing::Briefing;
use briefing_desk::export::format::json;
use briefing_desk::export::job::Job;
use briefing_desk::export::roster::table;
use briefing_desk::export::stamp::Stamp;
use briefing_desk::words::Words;
use serde_json::{Value, json};

use crate::browser::Result;
use crate::{WIDE, opened, without};

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    const fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// What readers type: names in capitals and without accents, in other scripts, with other dashes, and what is nowhere.
const TYPED: [&str; 16] =
    ["", "", "", "an", "IND", " türk", "turkiye", "КИТ", "ирА", "stan ", "mos", "156", "s a", "ǅ", "a’", "nowhere"];
const DAYS: [&str; 7] =
    ["2025-07-14", "2001-06-15", "2001-06-14", "2005-07-05", "2017-06-09", "2024-07-04", "2026-09-01"];

/// Sets the controls of the page as a reader would, and tells the entries that it then shows, as rows of its table.
const ASK: &str = "(asked => {
    const data = JSON.parse(document.getElementById('data').textContent).rosters[0];
    const table = document.querySelector('table[data-roster=\"0\"]');
    const controls = table.closest('section').querySelector('.controls');
    const [search, day] = ['search', 'date'].map(type => controls.querySelector(`input[type=${type}]`));
    const edition = controls.querySelector('select');
    const clear = controls.querySelector('.controls > button');
    if (!clear.disabled) clear.click();
    edition.value = asked.edition;
    edition.dispatchEvent(new Event('change'));
    if (!day.disabled) { day.value = asked.day; day.dispatchEvent(new Event('input')); }
    search.value = asked.search;
    search.dispatchEvent(new Event('input'));
    const sets = controls.querySelectorAll('fieldset');
    data.facets.forEach((facet, place) => facet.values.forEach((value, at) => {
        const box = sets[place].querySelectorAll('input')[at];
        if ((asked.chosen[facet.key] || []).includes(value.value)) box.click();
    }));
    const head = table.querySelector(`th[data-key=\"${asked.sort}\"]`);
    const wanted = asked.descending ? 'descending' : 'ascending';
    for (let times = 0; head.getAttribute('aria-sort') !== wanted && times < 3; times += 1) head.querySelector('button').click();
    const rows = [...table.tBodies[0].rows];
    return {
        rows: rows.map(row => data.table.rows[row.dataset.row]),
        states: rows.map(row => row.dataset.entry || row.id),
        said: controls.querySelector('.heard').textContent,
        counts: [...controls.querySelectorAll('.box')].filter(line => !line.hidden).map(line => line.textContent),
    };
})";

#[test]
fn whatever_is_asked_its_rows_and_counts_are_the_programs() -> Result<()> {
    if without("browser") {
        return Ok(());
    }
    let (mut browser, _folder) = opened(WIDE, "")?;
    let briefing = Briefing::bundled()?;
    let members = briefing.members().next().ok_or("a roster")?;
    let words = Words::english();
    let columns: Vec<Column> = Column::in_table().map(|(column, _)| column).collect();
    let mut dice = Dice(19);
    let mut found = 0;
    for round in 0..120 {
        let day = dice.of(&DAYS);
        let edition = if dice.below(4) == 0 { Edition::Printed } else { Edition::Corrected };
        let sort = vec![Sort { column: dice.of(&columns), descending: dice.below(2) == 0 }];
        let search = dice.of(&TYPED).to_owned();
        let mut query = RosterQuery { edition, sort, search, ..RosterQuery::on(day.parse()?) };
        let offered = view(members, &query).facets;
        let mut chosen = json!({});
        for _ in 0..dice.below(3) {
            let (facet, values) = &offered[dice.below(offered.len())];
            if values.is_empty() {
                continue;
            }
            let value = values[dice.below(values.len())].value.to_string();
            if !query.choice.contains(*facet, &value) {
                query.choice.toggle(*facet, &value);
            }
        }
        for facet in Facet::ALL {
            if let Some(values) = query.choice.of(facet) {
                chosen[facet.key()] = json!(values);
            }
        }
        let (shown, job) = (view(members, &query), Job::default());
        let made = Stamp::at(Some("1752451200")).map_err(|err| format!("{err:?}"))?;
        let file: Value =
            serde_json::from_slice(&json(&table(members, &query, &shown, made, &words, &job)?, &words, &job)?)?;
        let asked = json!({
            "day": day, "edition": edition.key(), "search": query.search, "chosen": chosen,
            "sort": query.sort[0].column.key, "descending": query.sort[0].descending,
        });
        let told = browser.say(&format!("{ASK}({asked})"))?;
        assert_eq!(told["rows"], file["rows"], "round {round}: {query:?}");
        let states: Vec<String> =
            shown.rows().map(|row| format!("state-{}", row.state_in(members.roster).id)).collect();
        assert_eq!(told["states"], json!(states), "the rows of the page are of those states: {query:?}");
        let said = told["said"].as_str().unwrap_or_default();
        assert!(said.starts_with(&format!("{} of {} shown", shown.len(), shown.total())), "{said}: {query:?}");
        let counts: Vec<String> = shown
            .facets
            .iter()
            .flat_map(|(_, values)| values)
            .map(|value| format!("{}, {} of {}", words.value(&value.name.said()), value.matching, value.all))
            .collect();
        assert_eq!(told["counts"], json!(counts), "{query:?}");
        found += shown.len();
    }
    assert!(found > 150, "most of what was asked for was there: {found}");
    assert_eq!(browser.complaints(), Vec::<&Value>::new());
    Ok(())
}
