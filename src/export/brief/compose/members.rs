//! Who belongs to the organisation: how many, who, since when, and how the roster changed.

use super::Composer;
use super::summary::section;
use crate::analysis::format;
use crate::analysis::roster::{RosterRow, count_statuses};
use crate::briefing::{Briefing, Date, Spell};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Grid, Rank, Row, Style, Text, Tone};
use crate::export::picture;
use crate::words::Words;

/// As many languages as have a column of their own.
const ABREAST: usize = 3;

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let organisation = &briefing.roster.organisation;
    let founded = composer.cited(format!("Founded {}.", format::date(organisation.founded)), &organisation.citations);
    composer.document.head(
        Rank::Part,
        format!("Members of {}", organisation.short),
        briefing.name(&organisation.names),
    );
    composer.document.say(Style::Caption, founded.and(Tone::Quiet, format!(" {}", scope(composer))));
    counts(composer);
    let (roster, made) = (&composer.material.query.roster, composer.material.made);
    let (view, marks) = (&composer.material.roster, &composer.material.marks);
    composer.draw(|look| picture::map(briefing, roster, view, marks, look, made, &Words::english()));
    states(composer);
    changes(composer);
}

/// What the roster below is: its date, edition and filters.
pub fn scope(composer: &Composer<'_>) -> String {
    let facts = composer.material.roster_provenance().facts;
    let said: Vec<String> = facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("The list below: {}.", said.join("; "))
}

/// How many states have each status: as printed, on the day of the document, on the last day that is known.
fn counts(composer: &mut Composer<'_>) {
    let roster = &composer.briefing().roster;
    let dates = [composer.briefing().manifest.as_of, roster.known_until];
    let on = dates.map(|date| count_statuses(roster, date.first_day()));
    let number = |count: usize| Text::plain(if count == 0 { "–".to_owned() } else { format::number(count) });
    let row = |(index, status): (usize, &crate::briefing::Status)| {
        let printed = roster.printed.iter().filter(|entry| entry.status == status.id).count();
        let name = Text::marked(Mark::Status(status.shape), &status.name);
        Row::of(vec![name, number(printed), number(on[0][index]), number(on[1][index])])
    };
    let rows = roster.statuses.iter().enumerate().map(row).collect();
    let columns = vec![
        Column::words("Status", 0.4),
        Column::figures("As printed", 0.2),
        Column::figures(format::date(dates[0]), 0.2),
        Column::figures(format::date(dates[1]), 0.2),
    ];
    section(composer, "How many", "", Grid::table(columns, rows));
}

fn states(composer: &mut Composer<'_>) {
    let (briefing, view) = (composer.briefing(), &composer.material.roster);
    let others = briefing.manifest.languages.get(1..).unwrap_or_default();
    let abreast = others.len() < ABREAST;
    let mut columns = vec![Column::words("State", 0.17)];
    if abreast {
        columns.extend(
            others.iter().map(|language| Column::words(format!("Name ({language})"), 0.13).in_language(language)),
        );
    } else {
        columns.push(Column::words("In other languages", 0.26));
    }
    columns.extend([
        Column::words("Status", 0.165),
        Column::words("Region", 0.14),
        Column::figures("Since", 0.12),
        Column::figures("People", 0.09),
        Column::figures("Sources", 0.11),
    ]);
    let mut rows = Vec::with_capacity(view.len());
    for row in view.rows() {
        let (state, status) = (row.state_in(&briefing.roster), row.status_in(&briefing.roster));
        let mut cells = vec![name(briefing, &row)];
        let names = others.iter().map(|language| state.names.get(language).unwrap_or_default());
        if abreast {
            cells.extend(names.map(Text::plain));
        } else {
            let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
            cells.push(Text::plain(names.join(" · ")));
        }
        cells.extend([
            Text::marked(Mark::Status(status.shape), &status.name),
            Text::plain(&state.region),
            Text::plain(row.spell_in(&briefing.roster).map_or_else(|| "not known".to_owned(), since)),
            Text::plain(state.population.map_or_else(|| "–".to_owned(), format::population)),
            composer.numbers.cite(&row.citations(briefing)),
        ]);
        rows.push(Row::of(cells));
    }
    let beside = format!("{} of {}", format::number(view.len()), format::number(view.total()));
    let people = people(composer);
    section(composer, "States", &beside, Grid::table(columns, rows));
    composer.document.say(Style::Caption, people);
}

/// The name of a state: as printed, in the printed edition, and whether it stands there already.
fn name(briefing: &Briefing, row: &RosterRow) -> Text {
    let name = row.printed_in(&briefing.roster).unwrap_or_else(|| briefing.name(&row.state_in(&briefing.roster).names));
    let again = if row.repeated { " (named again)" } else { "" };
    Text::strong(name).and(Tone::Quiet, again)
}

fn since(spell: &Spell) -> String {
    let about = spell.within_days.map_or("", |_| "≈\u{a0}");
    format!("{about}{}", format::date(spell.from))
}

/// Where the columns come from, and how many people live in the states.
fn people(composer: &mut Composer<'_>) -> Text {
    let (briefing, population) = (composer.briefing(), composer.material.roster.population);
    let columns = &briefing.roster.columns;
    let mut text = Text::quiet(format!(
        "≈ the date may be wrong by some days. People: {} in {} whose number is known",
        format::population(population.persons),
        format::count(population.known, "state", "states"),
    ));
    if let Some(world) = &briefing.roster.world
        && let Some(share) = population.share_of(world.population)
    {
        text = text.and(Tone::Quiet, format!(", {} of the world ({})", format::percent(share), world.note));
        text = composer.numbers.cited(text, &world.citations);
    }
    for (title, column) in [("Names", &columns.names), ("Regions", &columns.region), ("People", &columns.population)] {
        text = text.and(Tone::Quiet, format!(". {title}: {}", column.note));
        text = composer.numbers.cited(text, &column.citations);
    }
    text.and(Tone::Quiet, ".")
}

/// Every spell of status of the states shown, in the order of time.
fn changes(composer: &mut Composer<'_>) {
    let (briefing, view) = (composer.briefing(), &composer.material.roster);
    let roster = &briefing.roster;
    let shown: std::collections::BTreeSet<_> = view.rows().map(|row| &roster.states[row.state].id).collect();
    let names: std::collections::BTreeMap<_, _> =
        roster.states.iter().map(|state| (&state.id, briefing.name(&state.names))).collect();
    let statuses: std::collections::BTreeMap<_, _> =
        roster.statuses.iter().map(|status| (&status.id, status)).collect();
    let mut spells: Vec<&Spell> = roster.spells.iter().filter(|spell| shown.contains(&spell.state)).collect();
    spells.sort_by(|a, b| (a.from, names.get(&a.state)).cmp(&(b.from, names.get(&b.state))));
    let mut rows = Vec::with_capacity(spells.len());
    for spell in spells {
        let (Some(name), Some(status)) = (names.get(&spell.state), statuses.get(&spell.status)) else { continue };
        let mut said: Vec<String> = spell.occasion.iter().cloned().collect();
        said.extend(spell.until.map(|until| format!("until {}", format::date(until))));
        said.extend(spell.decided.map(|decided: Date| format!("decided {}", format::date(decided))));
        let mut how = Text::plain(said.join("; "));
        if let Some(note) = &spell.note {
            how = how.and_break().and(Tone::Quiet, note);
        }
        rows.push(Row::of(vec![
            Text::plain(since(spell)),
            Text::plain(*name),
            Text::marked(Mark::Status(status.shape), &status.name),
            how,
            composer.numbers.cite(&spell.citations),
        ]));
    }
    let columns = vec![
        Column::figures("From", 0.13),
        Column::words("State", 0.16),
        Column::words("Status", 0.18),
        Column::words("How", 0.38),
        Column::figures("Sources", 0.15),
    ];
    section(composer, "Changes of status", "of the states above, in order of time", Grid::table(columns, rows));
}
