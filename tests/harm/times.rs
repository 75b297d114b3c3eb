//! Errors in dates and in the order of time.

use briefing_desk::briefing::{Briefing, Causation, Date, Dated, Event};

use super::dice::{Dice, shifted};
use super::{Kind, Reach};

pub const KINDS: &[Kind] = &[
    ("time", "event in another year", event_year),
    ("time", "dates of an event reversed", event_reversed),
    ("time", "events out of order", events_swapped),
    ("time", "milestones out of order", milestones_swapped),
    ("time", "meeting on another day", meeting_day),
    ("time", "cause and effect exchanged", cause_exchanged),
    ("time", "relative date resolved wrongly", relative_wrong),
    ("time", "document in another year", document_year),
    ("time", "source younger than the last check", source_younger),
    ("time", "source read before it was published", read_early),
];

/// Says of one claim what led to it, which came before it.
pub fn state(briefing: &mut Briefing) {
    let citations = briefing.document_citation("2.1".parse().expect("a place")).into_iter().collect::<Vec<_>>();
    let dated =
        |what: &str, on: &str| Dated { what: what.to_owned(), on: on.parse().expect(on), citations: citations.clone() };
    let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "summit-first");
    claim.expect("the claim is there").causation =
        Some(Causation { cause: dated("Talks in Beijing", "2025-07-13"), effect: dated("Summit", "2025-08-31") });
}

/// Whether one date is surely before another.
fn before(a: Date, b: Date) -> bool {
    a.last_day() < b.first_day()
}

fn event_year(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let events = &briefing.chronology();
    let index = dice.below(events.len());
    let event = &events[index];
    let years = dice.years();
    let new = shifted(event.from, years)?;
    let earlier = index.checked_sub(1).and_then(|index| events.get(index));
    let later = events.get(index + 1);
    let out_of_order =
        earlier.is_some_and(|earlier| before(new, earlier.from)) || later.is_some_and(|later| before(later.from, new));
    // Where every source is dated, none can report what came a year later.
    let published: Option<Vec<Date>> =
        event.citations.iter().map(|citation| briefing.source(&citation.source)?.published).collect();
    let reported_before = published
        .is_some_and(|dates| dates.iter().all(|date| (new.first_day() - date.last_day()).get_days() > 60))
        && new.first_day() <= briefing.manifest.checked.last_day();
    let own = briefing.meeting.as_ref()?;
    let meeting = event.from <= own.date && event.place == own.place;
    let reach = if out_of_order || reported_before || meeting {
        Reach::Within
    } else {
        Reach::Beyond("still in order, and its sources are not dated or are younger")
    };
    let until = event.until.and_then(|until| shifted(until, years));
    let event: &mut Event = &mut briefing.meeting.as_mut().expect("a meeting").chronology[index];
    (event.from, event.until) = (new, until);
    Some(reach)
}

fn event_reversed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(briefing.chronology(), |event| event.until.is_some())?;
    let event = &mut briefing.meeting.as_mut().expect("a meeting").chronology[index];
    (event.from, event.until) = (event.until?, Some(event.from));
    Some(Reach::Within)
}

fn events_swapped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let events = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
    let (a, b) = (dice.below(events.len()), dice.below(events.len()));
    events.swap(a, b);
    let ordered = events.windows(2).all(|pair| !before(pair[1].from, pair[0].from));
    Some(if ordered {
        Reach::Beyond("a date known only to the month can stand in either place")
    } else {
        Reach::Within
    })
}

fn milestones_swapped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let milestones = &mut briefing.trades[0].milestones;
    let (a, b) = (dice.below(milestones.len()), dice.below(milestones.len()));
    milestones.swap(a, b);
    Some(Reach::Within)
}

fn meeting_day(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let date = format!("2025-{month:02}-{day:02}").parse().ok()?;
    briefing.meeting.as_mut().expect("a meeting").date = date;
    Some(Reach::Within)
}

fn cause_exchanged(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "summit-first")?;
    let causation = claim.causation.as_mut()?;
    if dice.coin() {
        std::mem::swap(&mut causation.cause.on, &mut causation.effect.on);
    } else {
        causation.cause.on = shifted(causation.cause.on, i16::try_from(1 + dice.below(5)).expect("few"))?;
    }
    Some(Reach::Within)
}

fn relative_wrong(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let sentences = &mut briefing.document.as_mut().expect("a document").sentences;
    let index = dice.index(sentences, |sentence| !sentence.as_printed.relative_dates.is_empty())?;
    let relative = &mut sentences[index].as_printed.relative_dates[0];
    match dice.below(3) {
        0 => relative.step = -relative.step,
        1 => relative.step += if dice.coin() { 1 } else { -1 },
        _ => relative.means = shifted(relative.means, dice.years())?,
    }
    Some(Reach::Within)
}

fn document_year(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    briefing.manifest.as_of = shifted(briefing.manifest.as_of, dice.years())?;
    Some(Reach::Within)
}

fn source_younger(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let checked = briefing.manifest.checked;
    let index = dice.below(briefing.sources.sources.len());
    let later = shifted(checked, i16::try_from(1 + dice.below(3)).expect("few"))?;
    let source = &mut briefing.sources.sources[index];
    if dice.coin() {
        source.read = Some(later);
    } else {
        source.published = Some(later);
    }
    Some(Reach::Within)
}

fn read_early(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let sources = &mut briefing.sources.sources;
    let index = dice.index(sources, |source| source.published.is_some() && source.read.is_some())?;
    let source = &mut sources[index];
    source.read = shifted(source.published?, -i16::try_from(1 + dice.below(3)).expect("few"));
    Some(Reach::Within)
}
