//! What happened: the headline, the key points, who took part, what came before and after, where the accounts differ.

use super::Composer;
use crate::briefing::{Briefing, Citation, Person, Value, Verdict};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Entry, Grid, Rank, Row, Style, Text, Tone};
use crate::message;
use crate::words::direction::{abreast, isolated};

/// As many accounts as stand side by side on a page.
const ABREAST: usize = 3;

pub fn compose(composer: &mut Composer<'_>) {
    head(composer);
    key_points(composer, usize::MAX);
    people(composer);
    named(composer);
    chronology(composer);
    accounts(composer);
    unknowns(composer);
}

/// Dateline, headline, takeaway, and the document that all of it is about.
pub fn head(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let manifest = &briefing.manifest;
    if let Some(meeting) = &briefing.meeting {
        let dateline =
            composer.say(&message!(brief::dateline, place = meeting.place_said(), date = meeting.date_said()));
        let dateline = composer.cited(dateline, &meeting.citations);
        composer.document.say(Style::Caption, dateline);
        composer.document.head(Rank::Headline, &meeting.headline.text, "");
        let takeaway = composer.cited(&meeting.takeaway.text, &meeting.takeaway.citations);
        composer.document.say(Style::Lead, takeaway);
    } else {
        composer.document.head(Rank::Headline, &manifest.name, "");
    }
    let publisher = briefing.document_source().and_then(|key| briefing.source(key));
    let (called, publisher) = (&briefing.called(), publisher.map(|source| source.publisher.clone()));
    let (as_of, checked) = (manifest.as_of, manifest.checked);
    let Some(publisher) = publisher else {
        let basis = composer.say(&message!(brief::basis_of_none, as_of = as_of, checked = checked));
        composer.document.say(Style::Caption, Text::quiet(basis));
        return;
    };
    let basis = match &manifest.as_of_note {
        None => message!(brief::basis, called = called, publisher = publisher, as_of = as_of, checked = checked),
        Some(note) => {
            message!(
                brief::basis_noted,
                called = called,
                publisher = publisher,
                as_of = as_of,
                note = note,
                checked = checked,
            )
        }
    };
    let basis = composer.say(&basis);
    composer.document.say(Style::Caption, Text::quiet(basis));
}

/// At most so many key points with their verdicts; how many are left out is returned.
pub fn key_points(composer: &mut Composer<'_>, most: usize) -> usize {
    let briefing = composer.briefing();
    let points = &briefing.claims.key_points;
    let mut rows = Vec::new();
    for (index, point) in points.iter().take(most).enumerate() {
        let Some(claim) = briefing.claim(&point.claim) else { continue };
        let text = Text::strong(isolated(&point.lead)).and(Tone::Plain, format!(" {}", point.text));
        let citations = composer.numbers.cite(&claim.citations);
        let number = Text::quiet((index + 1).to_string());
        let row = Row::of(vec![number, text, verdict(composer, claim.verdict), citations]);
        rows.push(row.more(Entry::Claim(claim.id.clone())));
    }
    let claims = message!(brief::claims_count, count = briefing.claims.claims.len());
    let verdicts = verdicts(composer);
    let about = message!(brief::key_points_about, points = points.len(), claims = claims, verdicts = verdicts);
    if !rows.is_empty() {
        let (title, about) = (composer.say(&message!(brief::key_points)), composer.say(&about));
        composer.document.head(Rank::Section, title, about);
        let columns = vec![
            Column::words("", 0.025),
            Column::words("", 0.68),
            Column::words("", 0.165),
            Column::figures("", 0.13),
        ];
        composer.document.grid(Grid::list(columns, rows));
    }
    points.len().saturating_sub(most)
}

/// How many claims have each verdict: `13 supported, 2 disputed`.
fn verdicts(composer: &Composer<'_>) -> String {
    let claims = &composer.briefing().claims.claims;
    let count = |verdict: Verdict| claims.iter().filter(|claim| claim.verdict == verdict).count();
    let counted = Verdict::ALL.into_iter().rev().map(|verdict| (count(verdict), verdict));
    let said = counted.filter(|(count, _)| *count > 0).map(|(count, verdict)| {
        composer.say(&match verdict {
            Verdict::Supported => message!(brief::tally_supported, count = count),
            Verdict::Disputed => message!(brief::tally_disputed, count = count),
            Verdict::Outdated => message!(brief::tally_outdated, count = count),
            Verdict::Unverified => message!(brief::tally_unverified, count = count),
        })
    });
    composer.words().list(said)
}

/// A verdict as mark and word.
pub fn verdict(composer: &Composer<'_>, verdict: Verdict) -> Text {
    Text::marked(Mark::Verdict(verdict), &composer.say(&verdict.name()))
}

/// The office of a person, and the organisation they speak for.
fn office(briefing: &Briefing, person: &Person) -> Value {
    let organisation = person.organisation.as_ref().and_then(|key| briefing.organisation(key));
    match organisation {
        Some(of) => message!(summary::office_of, office = &person.office, organisation = &of.short).into(),
        None => (&person.office).into(),
    }
}

fn people(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let mut rows = Vec::new();
    for person in briefing.people() {
        let citations = composer.numbers.cite(&person.citations);
        rows.push(Row::of(vec![
            Text::strong(briefing.name(&person.names)),
            Text::quiet(abreast(briefing.other_names(&person.names), " · ")),
            Text::plain(composer.words().value(&office(briefing, person))),
            Text::plain(&person.part),
            citations,
        ]));
    }
    let columns = vec![
        Column::words(composer.say(&message!(brief::name)), 0.2),
        Column::words(composer.say(&message!(brief::in_other_languages)), 0.27),
        Column::words(composer.say(&message!(brief::office)), 0.25),
        Column::words(composer.say(&message!(brief::part)), 0.11),
        Column::figures(composer.say(&message!(brief::sources)), 0.17),
    ];
    let title = composer.say(&message!(brief::people));
    section(composer, &title, "", Grid::table(columns, rows).filled());
}

/// Places by their part and topics by their group.
fn named(composer: &mut Composer<'_>) {
    let Some(meeting) = &composer.briefing().meeting else { return };
    let places: Vec<(&str, &str, &[Citation])> =
        meeting.places.iter().map(|place| (&*place.part, &*place.name, &*place.citations)).collect();
    let topics: Vec<(&str, &str, &[Citation])> =
        meeting.topics.iter().map(|topic| (&*topic.group, &*topic.name, &*topic.citations)).collect();
    for (title, named) in [(message!(brief::places), places), (message!(brief::topics), topics)] {
        let mut groups: Vec<(&str, Text)> = Vec::new();
        for (group, name, citations) in named {
            // Set apart, or those that run from the right would change places.
            let text = composer.cited(isolated(name), citations);
            match groups.iter_mut().find(|(of, _)| *of == group) {
                Some((_, all)) => *all = std::mem::take(all).and(Tone::Plain, ", ").then(text),
                None => groups.push((group, text)),
            }
        }
        let rows = groups.into_iter().map(|(group, text)| Row::of(vec![Text::quiet(group), text])).collect();
        let columns = vec![Column::words("", 0.2), Column::words("", 0.8)];
        let title = composer.say(&title);
        section(composer, &title, "", Grid::list(columns, rows));
    }
}

fn chronology(composer: &mut Composer<'_>) {
    let mut rows = Vec::new();
    for event in composer.briefing().chronology() {
        let citations = composer.numbers.cite(&event.citations);
        rows.push(Row::of(vec![
            Text::plain(composer.words().span(event.from, event.until)),
            Text::plain(&event.place),
            Text::plain(&event.label),
            citations,
        ]));
    }
    let columns = vec![
        Column::words(composer.say(&message!(brief::when)), 0.21),
        Column::words(composer.say(&message!(brief::column_where)), 0.16),
        Column::words(composer.say(&message!(brief::what)), 0.43),
        Column::figures(composer.say(&message!(brief::sources)), 0.2),
    ];
    let title = composer.say(&message!(brief::chronology));
    section(composer, &title, "", Grid::table(columns, rows).filled());
}

/// The parties' accounts side by side; under each other where they are many.
fn accounts(composer: &mut Composer<'_>) {
    let Some(readouts) = composer.briefing().meeting.as_ref().map(|meeting| &meeting.readouts) else { return };
    let parties = &readouts.parties;
    let abreast = parties.len() <= ABREAST;
    let mut rows = Vec::new();
    for difference in &readouts.differences {
        let mut said = Vec::new();
        for party in parties {
            said.push(match difference.accounts.get(&party.id) {
                Some(account) => composer.cited(&account.text, &account.citations),
                None => Text::quiet(composer.say(&party.unread.as_ref().map_or_else(
                    || message!(brief::account_silent),
                    |why| message!(brief::account_unread, why = why),
                ))),
            });
        }
        let about = Text::strong(&difference.about);
        if abreast {
            rows.push(Row::of(std::iter::once(about).chain(said).collect()));
        } else {
            let each = parties.iter().zip(said);
            rows.extend(each.map(|(party, said)| Row::of(vec![about.clone(), Text::plain(&party.name), said])));
        }
    }
    let mut columns = vec![Column::words(composer.say(&message!(brief::account_about)), 0.18)];
    if abreast {
        columns.extend(parties.iter().map(|party| Column::words(&party.name, 0.82 / parties.len().max(1) as f32)));
    } else {
        columns.extend([
            Column::words(composer.say(&message!(brief::account_of)), 0.25),
            Column::words(composer.say(&message!(brief::account_says)), 0.57),
        ]);
    }
    if !parties.is_empty() {
        let title = composer.say(&message!(brief::accounts));
        section(composer, &title, "", Grid::table(columns, rows));
    }
}

fn unknowns(composer: &mut Composer<'_>) {
    let mut rows = Vec::new();
    for unknown in composer.briefing().unknowns() {
        rows.push(Row::of(vec![Text::quiet("–"), composer.cited(&unknown.text, &unknown.citations)]));
    }
    let columns = vec![Column::words("", 0.03), Column::words("", 0.76)];
    let (title, about) = (composer.say(&message!(brief::unknowns)), composer.say(&message!(brief::unknowns_about)));
    section(composer, &title, &about, Grid::list(columns, rows));
}

/// A section with a grid, where the grid has rows.
pub fn section(composer: &mut Composer<'_>, title: &str, beside: &str, grid: Grid) {
    if !grid.rows.is_empty() {
        composer.document.head(Rank::Section, title, beside);
        composer.document.grid(grid);
    }
}
