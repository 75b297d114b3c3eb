//! Who belongs to the organisation: how many, who, since when, and how the roster changed.

use std::collections::BTreeSet;

use super::Composer;
use super::summary::section;
use crate::analysis::collation::Collation;
use crate::analysis::roster::{Population, RosterRow, RosterView, count_statuses};
use crate::briefing::{Date, Members, Spell, Value};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Drawn, Entry, Grid, Row, Style, Tabled, Text, Tone};
use crate::export::brief::material::Listed;
use crate::export::picture;
use crate::message;
use crate::words::direction;

/// As many languages as have a column of their own.
const ABREAST: usize = 3;

pub fn compose(composer: &mut Composer<'_>) {
    for (number, listed) in composer.material.rosters.iter().enumerate() {
        of_organisation(composer, number, listed);
    }
}

fn of_organisation(composer: &mut Composer<'_>, number: usize, listed: &Listed<'_>) {
    let Listed { members, query, view, marks } = listed;
    let (members, organisation) = (*members, &members.roster.organisation);
    let founded = composer.say(&message!(brief::founded, date = organisation.founded));
    let founded = composer.cited(founded, &organisation.citations);
    let heading = composer.say(&message!(brief::members, organisation = &organisation.short));
    let key = if number == 0 { "members".to_owned() } else { format!("members-{}", organisation.id) };
    composer.document.part(key, heading, members.name(&organisation.names));
    let list = composer.say(&message!(brief::list_below, facts = settings(composer, listed)));
    composer.document.say(Style::Caption, founded.and(Tone::Quiet, format!(" {list}")));
    counts(composer, members);
    let (made, words) = (composer.material.made, composer.words());
    composer.draw(Drawn::Map(number), |look| picture::map(members, query, view, marks, look, made, words));
    states(composer, number, members, view);
    changes(composer, members, view);
}

/// What the roster is: its date, edition and filters.
pub fn settings(composer: &Composer<'_>, listed: &Listed<'_>) -> String {
    let facts = composer.material.roster_provenance(listed).facts;
    // Which organisation it is, the heading says.
    let facts = facts.iter().filter(|fact| fact.key != "organisation");
    facts.map(|fact| composer.say(&fact.line())).collect::<Vec<_>>().join("; ")
}

/// How many states have each status: as printed, on the day of the document, on the last day that is known.
fn counts(composer: &mut Composer<'_>, members: Members<'_>) {
    let roster = members.roster;
    // One day is one column.
    let mut dates = vec![composer.briefing().manifest.as_of, roster.known_until];
    dates.dedup();
    let prints = roster.has_printed_list();
    let on: Vec<_> = dates.iter().map(|date| count_statuses(roster, date.first_day())).collect();
    let number =
        |count: usize| Text::plain(if count == 0 { "–".to_owned() } else { composer.words().count(count as u64) });
    let row = |(index, status): (usize, &crate::briefing::Status)| {
        let entries = roster.printed.iter().filter(|entry| entry.status == status.id);
        let distinct = entries.clone().map(|entry| &entry.state).collect::<BTreeSet<_>>().len();
        // A state that is named again is no second one.
        let printed = match entries.count() - distinct {
            0 => number(distinct),
            again => Text::plain(composer.say(&message!(brief::and_repeated, count = distinct, repeated = again))),
        };
        let name = Text::marked(Mark::Status(status.shape), &status.name);
        let printed = prints.then_some(printed);
        Row::of([name].into_iter().chain(printed).chain(on.iter().map(|on| number(on[index]))).collect())
    };
    let rows = roster.statuses.iter().enumerate().map(row).collect();
    let mut columns = vec![Column::words(composer.say(&message!(brief::status)), 0.4)];
    if prints {
        columns.push(Column::figures(composer.say(&message!(brief::as_printed)), 0.2));
    }
    columns.extend(dates.iter().map(|date| Column::figures(composer.words().date(*date), 0.2)));
    let title = composer.say(&message!(brief::how_many));
    section(composer, &title, "", Grid::table(columns, rows));
    joined(composer, members, &dates);
}

/// The states that have a status on the last of some days and had none on the first: why the numbers differ.
fn joined(composer: &mut Composer<'_>, members: Members<'_>, dates: &[Date]) {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return };
    let roster = members.roster;
    let holds = |spell: &&Spell, day: Date| {
        spell.from.first_day() <= day.last_day() && spell.until.is_none_or(|until| until.first_day() > day.first_day())
    };
    let before: BTreeSet<_> = roster.spells.iter().filter(|s| holds(s, *first)).map(|spell| &spell.state).collect();
    let late = roster.spells.iter().filter(|spell| holds(spell, *last) && !before.contains(&spell.state));
    let mut text = Text::default();
    for (number, spell) in late.enumerate() {
        let state = members.briefing.state(&spell.state).map(|state| members.name(&state.names).to_owned());
        let status =
            roster.statuses.iter().find(|status| status.id == spell.status).map(|one| one.in_text().to_owned());
        let (Some(name), Some(status)) = (state, status) else { continue };
        let said = message!(brief::joined_later, name = name, status = status, since = spell.from, before = *first);
        let said = composer.say(&said);
        let gap = if number == 0 { "" } else { " " };
        text = composer.numbers.cited(text.and(Tone::Quiet, format!("{gap}{said}")), &spell.citations);
    }
    if text != Text::default() {
        composer.document.say(Style::Caption, text);
    }
}

fn states(composer: &mut Composer<'_>, number: usize, members: Members<'_>, view: &RosterView) {
    let material = composer.material;
    let rows = material.wanted(view.rows()).map(|row| state(composer, members, &row)).collect();
    let beside = composer.say(&message!(brief::of_total, count = view.len(), total = view.total()));
    let notes = notes(composer, members, view);
    let title = composer.say(&message!(brief::states));
    let grid = Grid::table(columns(composer, members), rows).filled().of(Tabled::Roster(number));
    section(composer, &title, &beside, grid);
    composer.document.say(Style::Caption, notes);
}

/// The columns of the table of states.
pub fn columns(composer: &Composer<'_>, members: Members<'_>) -> Vec<Column> {
    let others = other_languages(members);
    let mut columns = vec![Column::words(composer.say(&message!(brief::state)), 0.17).keyed("state")];
    if others.len() < ABREAST {
        columns.extend(others.iter().map(|language| {
            let title = composer.say(&message!(brief::name_in, language = language));
            Column::words(title, 0.13).in_language(language).keyed(format!("name_{language}"))
        }));
    } else {
        columns.push(Column::words(composer.say(&message!(brief::in_other_languages)), 0.26).keyed("names"));
    }
    columns.extend([
        Column::words(composer.say(&message!(brief::status)), 0.165).keyed("status"),
        Column::words(composer.say(&message!(brief::region)), 0.14).keyed("region"),
        Column::figures(composer.say(&message!(brief::since)), 0.12).keyed("since"),
        Column::figures(composer.say(&message!(brief::people_number)), 0.09).keyed("population"),
        Column::figures(composer.say(&message!(brief::sources)), 0.11).keyed("sources"),
    ]);
    columns
}

/// A row of the table of states.
pub fn state(composer: &mut Composer<'_>, members: Members<'_>, row: &RosterRow) -> Row {
    let others = other_languages(members);
    let (state, status) = (row.state_in(members.roster), row.status_in(members.roster));
    let mut cells = vec![name(composer, members, row)];
    let names = others.iter().map(|language| state.names.get(language).unwrap_or_default());
    if others.len() < ABREAST {
        cells.extend(names.map(Text::plain));
    } else {
        cells.push(Text::plain(direction::abreast(names.filter(|name| !name.is_empty()), " · ")));
    }
    cells.extend([
        Text::marked(Mark::Status(status.shape), &status.name),
        Text::plain(&state.region),
        Text::plain(since(composer, row.spell_in(members.roster))),
        Text::plain(state.population.map_or_else(|| "–".to_owned(), |persons| composer.words().people(persons))),
        composer.numbers.cite(&row.citations(members)),
    ]);
    Row::of(cells).entry(Entry::State(state.id.clone()))
}

/// The languages of a briefing besides the first.
fn other_languages(members: Members<'_>) -> &[String] {
    members.briefing.manifest.languages.get(1..).unwrap_or_default()
}

/// The name of a state: as printed, in the printed edition, and whether it stands there already.
fn name(composer: &Composer<'_>, members: Members<'_>, row: &RosterRow) -> Text {
    let name = row.printed_in(members.roster).unwrap_or_else(|| members.name(&row.state_in(members.roster).names));
    let again = || format!(" {}", composer.say(&message!(brief::named_again)));
    Text::strong(name).and(Tone::Quiet, if row.repeated { again() } else { String::new() })
}

/// Since when a status holds, as far as it is known.
fn since(composer: &Composer<'_>, spell: Option<&Spell>) -> String {
    match spell {
        None => composer.say(&message!(brief::since_unknown)),
        Some(spell) if spell.within_days.is_some() => composer.say(&message!(brief::about_date, date = spell.from)),
        Some(spell) => composer.words().date(spell.from),
    }
}

/// Where what the columns have comes from, and how many people live in the states.
fn notes(composer: &mut Composer<'_>, members: Members<'_>, view: &RosterView) -> Text {
    let (roster, population) = (members.roster, view.population);
    let columns = &roster.columns;
    let mut notes = Vec::new();
    if view.rows().any(|row| row.spell_in(roster).is_some_and(|spell| spell.within_days.is_some())) {
        notes.push(Text::quiet(composer.say(&message!(brief::about_note))));
    }
    if population.known > 0 {
        notes.push(people(composer, members, population));
    }
    let has_region = view.rows().any(|row| !row.state_in(roster).region.is_empty());
    for (note, column, is_there) in [
        (message!(brief::note_names, note = &columns.names.note), &columns.names, true),
        (message!(brief::note_regions, note = &columns.region.note), &columns.region, has_region),
        (message!(brief::note_people, note = &columns.population.note), &columns.population, population.known > 0),
    ] {
        if is_there {
            let said = Text::quiet(composer.say(&note));
            notes.push(composer.numbers.cited(said, &column.citations));
        }
    }
    let apart = |before: Text, note: Text| before.and(Tone::Quiet, ". ").then(note);
    notes.into_iter().reduce(apart).unwrap_or_default().and(Tone::Quiet, ".")
}

/// How many people live in the states, and what share of the world's that is.
fn people(composer: &mut Composer<'_>, members: Members<'_>, population: Population) -> Text {
    let states = message!(brief::states_count, count = population.known);
    let people = message!(brief::people_note, people = Value::People(population.persons), states = states);
    let mut text = Text::quiet(composer.say(&people));
    if let Some(world) = &members.roster.world
        && let Some(share) = population.share_of(world.population)
    {
        let share = composer.words().percent(share);
        let of_world = message!(brief::people_share, percent = share, note = &world.note);
        text = text.and(Tone::Quiet, composer.say(&of_world));
        text = composer.numbers.cited(text, &world.citations);
    }
    text
}

/// Every spell of status of the states shown, in the order of time.
fn changes(composer: &mut Composer<'_>, members: Members<'_>, view: &RosterView) {
    let (briefing, roster) = (members.briefing, members.roster);
    let shown: std::collections::BTreeSet<_> = view.rows().map(|row| &roster.states[row.state].id).collect();
    let names: std::collections::BTreeMap<_, _> =
        roster.states.iter().map(|state| (&state.id, briefing.name(&state.names))).collect();
    let statuses: std::collections::BTreeMap<_, _> =
        roster.statuses.iter().map(|status| (&status.id, status)).collect();
    let mut spells: Vec<&Spell> = roster.spells.iter().filter(|spell| shown.contains(&spell.state)).collect();
    let rules = Collation::of(briefing);
    let name = |spell: &Spell| names.get(&spell.state).copied().unwrap_or_default();
    spells.sort_by(|a, b| a.from.cmp(&b.from).then_with(|| rules.compare(name(a), name(b))));
    let mut rows = Vec::with_capacity(spells.len());
    for spell in composer.material.wanted(spells) {
        let (Some(name), Some(status)) = (names.get(&spell.state), statuses.get(&spell.status)) else { continue };
        let mut said: Vec<String> =
            spell.occasion.iter().map(|occasion| direction::isolated(occasion).into_owned()).collect();
        said.extend(spell.until.map(|until| composer.say(&message!(brief::until, date = until))));
        said.extend(spell.decided.map(|decided: Date| composer.say(&message!(brief::decided, date = decided))));
        let mut how = Text::plain(said.join("; "));
        if let Some(note) = &spell.note {
            how = how.and_break().and(Tone::Quiet, note);
        }
        rows.push(Row::of(vec![
            Text::plain(since(composer, Some(spell))),
            Text::plain(*name),
            Text::marked(Mark::Status(status.shape), &status.name),
            how,
            composer.numbers.cite(&spell.citations),
        ]));
    }
    let columns = vec![
        Column::figures(composer.say(&message!(brief::from)), 0.13),
        Column::words(composer.say(&message!(brief::state)), 0.16),
        Column::words(composer.say(&message!(brief::status)), 0.18),
        Column::words(composer.say(&message!(brief::how)), 0.38),
        Column::figures(composer.say(&message!(brief::sources)), 0.15),
    ];
    let (title, about) = (composer.say(&message!(brief::changes)), composer.say(&message!(brief::changes_about)));
    section(composer, &title, &about, Grid::table(columns, rows).filled());
}
