//! People by the offices that stand beside their names.

use std::ops::Range;

use super::{Found, Passage, Suggested, known};
use crate::analysis::reading::{Name, Named, Office, is_particle, is_title};

/// So many words and marks stand between an office and the name of who holds it.
const NEAR: usize = 5;
/// So many words a name has at most.
const LONGEST: usize = 4;

/// The people of a passage, where its script has capitals to tell names by.
pub(super) fn found(passage: &Passage<'_>) -> Vec<Found> {
    let offices = passage.reading.offices();
    let in_office =
        |range: &Range<usize>| offices.iter().any(|(own, _)| own.start < range.end && range.start < own.end);
    let in_name = |range: &Range<usize>| {
        let mut names = passage.names.iter().filter(|name| !is_first_name(passage, &offices, name));
        names.any(|name| name.range.start < range.end && range.start < name.range.end)
    };
    let dated = |range: &Range<usize>| {
        passage
            .reading
            .mentions
            .iter()
            .any(|mention| mention.range.start < range.end && range.start < mention.range.end)
    };
    let capitals: Vec<Range<usize>> = passage
        .reading
        .capitals()
        .map(|(range, _)| range)
        .filter(|range| !in_office(range) && !in_name(range) && !dated(range) && !is_title(passage.part(range)))
        .collect();
    let names = runs(passage, &capitals);
    let mut found: Vec<Found> = Vec::new();
    for (office, _) in &offices {
        // `The presidents met where Javier Milei …`: several have no one’s name behind what they did.
        let most = if passage.part(office).ends_with('s') { 0 } else { NEAR };
        let after = names.iter().find(|name| {
            name.start >= office.end
                && passage.reading.between(office.end..name.start).is_some_and(|apart| apart <= most)
        });
        // `Maria Lentzou, minister of transport`: a first name and another.
        let before = names.iter().rev().find(|name| {
            let several = passage.part(name).contains(' ');
            several && name.end <= office.start && follows(passage, name.end..office.start)
        });
        let Some(name) = before.or(after) else { continue };
        let spelt = passage.part(name).to_owned();
        if found.iter().any(|(_, what)| matches!(what, Suggested::Person { name, .. } if *name == spelt)) {
            continue;
        }
        // The office is said up to the name: `minister of transport`.
        let end = if name.start >= office.end { name.start } else { passage.reading.ahead(office.end, NEAR) };
        let said = passage.part(&(office.start..end)).trim().trim_end_matches([',', ':', '(']).trim();
        let said = without_title(said);
        let state = state_beside(passage, name, &(office.start..end));
        found.push((name.clone(), Suggested::Person { name: spelt, office: said.to_owned(), state }));
    }
    found.extend(of_states(passage, &in_office, &dated, &found));
    found
}

/// The state of somebody in an office, by its code: one that stands within what the office is called, right before it, or
/// right behind the name, `Nigeria’s president`, `President Julius Maada Bio of Sierra Leone`.
fn state_beside(passage: &Passage<'_>, name: &Range<usize>, office: &Range<usize>) -> Option<String> {
    /// What leads from a name to the state that it is of.
    const OF: &[&str] = &["of", "of the", "de", "de la", "du", "des", "del", "della", "von", "der"];
    let between = |range: Range<usize>| passage.text.get(range).unwrap_or(",");
    let belongs = |state: &&Name<'static>| {
        let within = office.start <= state.range.start && state.range.end <= office.end;
        let before = state.range.end <= office.start
            && matches!(between(state.range.end..office.start), " " | "\u{a0}" | "’s " | "'s ");
        let behind = name.end <= state.range.start && OF.contains(&between(name.end..state.range.start).trim());
        within || before || behind
    };
    let mut states = passage.names.iter().filter(|name| name.kind == Named::State);
    states.find(belongs).and_then(code)
}

/// The alpha-2 code of a state that is named.
fn code(name: &Name<'static>) -> Option<String> {
    known::of(name.of).map(|known| known.state.to_owned())
}

/// Whether a city is somebody’s first name: behind an office, or behind the state that it is of, with another name behind
/// it, `President Milan Novak`.
fn is_first_name(passage: &Passage<'_>, offices: &[(Range<usize>, Office)], name: &Name<'static>) -> bool {
    let before = passage.text.get(..name.range.start).unwrap_or_default().trim_end().len();
    let led = offices.iter().any(|(office, _)| office.end == before)
        || passage.names.iter().any(|other| other.kind == Named::State && other.range.end == before);
    let mut capitals = passage.reading.capitals();
    name.kind == Named::Place
        && led
        && capitals.any(|(next, _)| {
            let beside = passage.text.get(name.range.end..next.start) == Some(" ");
            beside && !passage.names.iter().any(|other| other.range.start == next.start)
        })
}

/// What stands in the names of institutions, which are of states as well.
const INSTITUTIONS: &[&str] = &[
    "bank",
    "ministry",
    "republic",
    "government",
    "parliament",
    "university",
    "council",
    "kingdom",
    "union",
    "embassy",
    "chamber",
    "congress",
    "court",
    "committee",
    "commission",
    "assembly",
    "agency",
    "office",
    "institute",
    "academy",
    "federation",
    "confederation",
    "association",
    "organisation",
    "organization",
    "party",
    "army",
    "forces",
    "coast",
    "gulf",
    "sea",
    "north",
    "south",
    "east",
    "west",
    "city",
    "port",
    "gate",
    "house",
    "palace",
    "summit",
    "treaty",
];

/// `Javier Milei of Argentina`: two words with capitals, `of` and a state. An office that stands nowhere is none.
fn of_states(
    passage: &Passage<'_>,
    in_office: &impl Fn(&Range<usize>) -> bool,
    dated: &impl Fn(&Range<usize>) -> bool,
    found: &[Found],
) -> Vec<Found> {
    const OF: [&str; 2] = [" of ", " of\u{a0}"];
    let in_state = |range: &Range<usize>| {
        let mut states = passage.names.iter().filter(|name| name.kind == Named::State);
        states.any(|name| name.range.start < range.end && range.start < name.range.end)
    };
    let capitals = passage.reading.capitals().map(|(range, _)| range);
    let capitals = capitals
        .filter(|range| !in_office(range) && !dated(range) && !in_state(range) && !is_title(passage.part(range)));
    let names = runs(passage, &capitals.collect::<Vec<_>>());
    let states = passage.names.iter().filter(|name| name.kind == Named::State);
    let of = |state: &Name<'static>| {
        let is_of = |name: &&Range<usize>| {
            passage.text.get(name.end..state.range.start).is_some_and(|between| OF.contains(&between))
        };
        let name = names.iter().find(is_of)?;
        let spelt = passage.part(name);
        let mut words = spelt.split([' ', '-', '\u{a0}']);
        let institution = words.clone().any(|word| INSTITUTIONS.contains(&word.to_lowercase().as_str()));
        let is_there = found.iter().any(|(range, _)| range.start < name.end && name.start < range.end);
        if words.nth(1).is_none() || institution || is_there {
            return None;
        }
        let office = passage.part(&(name.end..state.range.end)).trim().to_owned();
        let state = code(state);
        Some((name.clone(), Suggested::Person { name: spelt.to_owned(), office, state }))
    };
    states.filter_map(of).collect()
}

/// Words with capitals that stand side by side.
fn runs(passage: &Passage<'_>, capitals: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    for capital in capitals {
        // A sentence begins with one, whatever it begins with; what is one letter is no name but within one.
        let long = passage.part(capital).chars().count() > 1;
        let joined = runs.last().is_some_and(|(run, length)| {
            let between = passage.text.get(run.end..capital.start).unwrap_or("?");
            let particles = !between.trim().is_empty()
                && between.split([' ', '-']).all(|word| word.is_empty() || is_particle(word));
            *length < LONGEST && (matches!(between, " " | "-" | ". " | "\u{a0}" | ".") || particles)
        });
        match runs.last_mut().filter(|_| joined) {
            Some((run, length)) => {
                run.end = capital.end;
                *length += 1;
            }
            None if long => runs.push((capital.clone(), 1)),
            None => {}
        }
    }
    let first = passage.text.len() - passage.text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    runs.into_iter().filter(|(run, length)| *length > 1 || run.start != first).map(|(run, _)| run).collect()
}

/// Whether an office follows a name: behind a comma, and perhaps an article or a state.
fn follows(passage: &Passage<'_>, between: Range<usize>) -> bool {
    let text = passage.text.get(between).unwrap_or_default();
    let bare = text.trim_start();
    bare.starts_with([',', '،', '(']) && bare.split_whitespace().count() <= 3
}

/// An office without how somebody is addressed behind it: `minister, Mr`.
fn without_title(office: &str) -> &str {
    let mut bare = office;
    while let Some((before, _)) = bare.rsplit_once(char::is_whitespace).filter(|(_, last)| is_title(last)) {
        bare = before.trim_end_matches([',', ' ']);
    }
    bare
}
