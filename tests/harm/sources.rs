//! Errors in sources, in what rests on them, in time, and in what states are elsewhere.

use briefing_desk::briefing::{
    ArchivedCopy, Briefing, Claim, Date, Evidence, Key, Names, Origin, Period, Source, SourceKind, Stance, Verdict,
};

use super::dice::{Dice, shifted};
use super::{Kind, Reach};

pub const KINDS: &[Kind] = &[
    ("addresses", "that of another source", address_copied),
    ("addresses", "broken", address_broken),
    ("addresses", "still to be filled in", address_placeholder),
    ("sources", "title of another", title_copied),
    ("sources", "published in another year than its key says", published_shifted),
    ("sources", "publisher of another site", publisher_exchanged),
    ("sources", "of another kind", kind_exchanged),
    ("archived copies", "before the publication", copy_early),
    ("archived copies", "after the last check", copy_late),
    ("archived copies", "the page itself", copy_of_itself),
    ("origins", "two of one publisher", one_publisher),
    ("origins", "one carries the other", one_carries),
    ("evidence", "the document alone", document_alone),
    ("evidence", "general knowledge alone", unread_alone),
    ("evidence", "on both sides", both_sides),
    ("evidence", "twice", twice),
    ("evidence", "of a later year than its source", later_year),
    ("time", "source older than its figures", older_source),
    ("time", "figure of a year to come", figure_to_come),
    ("time", "event to come", event_to_come),
    ("time", "milestone to come", milestone_to_come),
    ("time", "roster known too short", known_short),
    ("time", "roster known too far", known_far),
    ("time", "outcome before its time", outcome_early),
    ("time", "status before its sources", status_unreported),
    ("reference", "name of another state", name_of_another),
    ("reference", "capital of another state", capital_of_another),
    ("reference", "region of others", region_of_others),
    ("reference", "position exchanged", position_exchanged),
    ("reference", "position turned", position_turned),
    ("reference", "position of another", position_of_another),
    ("reference", "people tenfold", people_tenfold),
    ("reference", "people of the world", world_people),
];

const WITHIN: Option<Reach> = Some(Reach::Within);

fn key(text: &str) -> Key {
    text.to_owned().try_into().expect(text)
}

fn is_link(source: &Source) -> bool {
    source.address.as_deref().is_some_and(|address| address.starts_with("http"))
}

fn source<'a>(briefing: &'a mut Briefing, dice: &mut Dice, holds: impl Fn(&Source) -> bool) -> Option<&'a mut Source> {
    let sources = &mut briefing.sources.sources;
    let index = dice.index(sources, holds)?;
    sources.get_mut(index)
}

fn claim<'a>(briefing: &'a mut Briefing, dice: &mut Dice, holds: impl Fn(&Claim) -> bool) -> Option<&'a mut Claim> {
    let claims = &mut briefing.claims.claims;
    let index = dice.index(claims, holds)?;
    claims.get_mut(index)
}

fn address_copied(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let other = source(briefing, dice, is_link)?.clone();
    source(briefing, dice, |one| one.id != other.id)?.address = other.address;
    WITHIN
}

fn address_broken(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let choice = dice.below(5);
    let source = source(briefing, dice, is_link)?;
    let address = source.address.clone()?;
    source.address = Some(match choice {
        0 => address.replacen("://", ":/", 1),
        1 => address.replacen("://", "//", 1),
        2 => address.replacen("http", "htp", 1),
        3 => address.replacen("://", "://http://", 1),
        _ => format!("{address} page 2"),
    });
    WITHIN
}

fn address_placeholder(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let holder = *dice.pick(&["TODO", "https://example.com/article", "https://www.example.org", "xxx", "…", "tbd"])?;
    source(briefing, dice, |_| true)?.address = Some(holder.to_owned());
    WITHIN
}

fn title_copied(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let other = source(briefing, dice, |_| true)?.clone();
    let source = source(briefing, dice, |one| one.id != other.id)?;
    source.title.clone_from(&other.title);
    let words = other.title.split_whitespace().count();
    Some(if words < 4 { Reach::Beyond("a short title is that of many pages") } else { Reach::Within })
}

/// The day at the end of a key.
fn key_day(source: &Source) -> bool {
    let tail = source.id.as_str().rsplit('-').next().unwrap_or_default();
    tail.len() == 8 && tail.starts_with("20") && tail.chars().all(|c| c.is_ascii_digit())
}

fn published_shifted(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let years = dice.years();
    let source = source(briefing, dice, |one| key_day(one) && one.published.is_some())?;
    source.published = shifted(source.published?, years);
    WITHIN
}

fn site(source: &Source) -> Option<&str> {
    source.address.as_deref().filter(|address| address.starts_with("http"))?.split('/').nth(2)
}

fn publisher_exchanged(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let all = briefing.sources.sources.clone();
    let others = |one: &Source| all.iter().filter(|other| site(other).is_some() && site(other) == site(one)).count();
    let other = source(briefing, dice, |_| true)?.publisher.clone();
    let source = source(briefing, dice, |one| others(one) > 2 && one.publisher != other)?;
    source.publisher = other;
    WITHIN
}

fn kind_exchanged(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let all = briefing.sources.sources.clone();
    let others = |one: &Source| all.iter().filter(|other| other.publisher == one.publisher).count();
    let source = source(briefing, dice, |one| others(one) > 1)?;
    source.kind = if source.kind == SourceKind::Press { SourceKind::Agency } else { SourceKind::Press };
    WITHIN
}

fn copied(source: &mut Source, address: String, on: Option<Date>) -> Option<()> {
    source.archived = Some(ArchivedCopy { address, on: on? });
    Some(())
}

const COPY: &str = "https://web.archive.org/web/20250101/page";

fn copy_early(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let source = source(briefing, dice, |one| one.published.is_some())?;
    let early = shifted(source.published?, -2);
    copied(source, COPY.to_owned(), early)?;
    WITHIN
}

fn copy_late(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let late = shifted(briefing.manifest.checked, 1);
    copied(source(briefing, dice, |_| true)?, COPY.to_owned(), late)?;
    WITHIN
}

fn copy_of_itself(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let checked = briefing.manifest.checked;
    let source = source(briefing, dice, is_link)?;
    let own = source.address.clone()?;
    copied(source, own, Some(checked))?;
    WITHIN
}

fn supports(source: &str) -> Evidence {
    Evidence { source: key(source), stance: Stance::Supports, says: "says so".to_owned(), page: None, section: None }
}

fn one_publisher(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let pair = *dice.pick(&[
        ["tass-1989049", "tass-1989853"],
        ["ria-20250829", "ria-20250901"],
        ["trend-1488548", "lenta-20250807"],
    ])?;
    let within = pair[0] != "trend-1488548";
    let claim = claim(briefing, dice, |claim| claim.verdict == Verdict::Supported)?;
    claim.evidence = pair.map(supports).to_vec();
    Some(if within { Reach::Within } else { Reach::Beyond("two agencies are two origins") })
}

fn one_carries(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let claim = claim(briefing, dice, |claim| claim.verdict == Verdict::Supported)?;
    claim.evidence = ["trtworld-f23f71a762de", "exbulletin-3032001"].map(supports).to_vec();
    let carries = source(briefing, dice, |one| one.id.as_str() == "exbulletin-3032001")?;
    carries.origin = Some(Origin { source: Some(key("trtworld-f23f71a762de")), agency: None });
    WITHIN
}

fn document_alone(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let own = *dice.pick(&["article", "russiaspivottoasia-content-analysis"])?;
    claim(briefing, dice, |claim| claim.verdict == Verdict::Supported)?.evidence = vec![supports(own)];
    WITHIN
}

fn unread_alone(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let evidence = vec![supports("general-knowledge")];
    claim(briefing, dice, |claim| claim.verdict == Verdict::Supported)?.evidence = evidence;
    WITHIN
}

fn both_sides(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let support = |one: &Evidence| one.stance == Stance::Supports;
    let claim = claim(briefing, dice, |claim| claim.evidence.iter().any(support))?;
    let mut again = claim.evidence.iter().find(|one| support(one))?.clone();
    again.stance = Stance::Contradicts;
    claim.evidence.push(again);
    WITHIN
}

fn twice(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let claim = claim(briefing, dice, |claim| !claim.evidence.is_empty())?;
    let again = claim.evidence[dice.below(claim.evidence.len())].clone();
    claim.evidence.push(again);
    WITHIN
}

fn later_year(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let sources = briefing.sources.sources.clone();
    let dated = |one: &Evidence| {
        let source = sources.iter().find(|source| source.id == one.source)?;
        Some(source.published.filter(|_| source.kind != SourceKind::Official)?.first_day().year()).filter(|y| *y < 2026)
    };
    let claim = claim(briefing, dice, |claim| claim.evidence.iter().any(|one| dated(one).is_some()))?;
    let evidence = claim.evidence.iter_mut().find(|one| dated(one).is_some())?;
    evidence.says = format!("says so of {}", dated(evidence)? + 1);
    WITHIN
}

fn older_source(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let figures = briefing.trades[0].series[0].observations.clone();
    let cites = |source: &Source| {
        let of = figures.iter().filter(|one| one.formula.is_none());
        let mut cited = of.filter(|one| one.citations.iter().any(|citation| citation.source == source.id));
        cited.next().map(|one| one.period.year())
    };
    let source = source(briefing, dice, |one| one.published.is_some() && cites(one).is_some())?;
    source.published = format!("{}", cites(source)? - 1 - i16::from(dice.coin())).parse().ok();
    WITHIN
}

fn figure_to_come(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let observations = &mut briefing.trades[0].series[0].observations;
    let index = dice.below(observations.len());
    observations[index].period = Period::of_year(2027 + i16::from(dice.coin()));
    WITHIN
}

fn event_to_come(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let chronology = &mut briefing.meeting.as_mut()?.chronology;
    let index = dice.below(chronology.len());
    let event = &mut chronology[index];
    (event.from, event.until) = (shifted(event.from, 2)?, None);
    WITHIN
}

fn milestone_to_come(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let milestones = &mut briefing.trades[0].milestones;
    let index = dice.below(milestones.len());
    milestones[index].on = "2027-03".parse().ok()?;
    WITHIN
}

fn known_short(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    briefing.rosters[0].known_until = format!("202{}-0{}-11", dice.below(5), 1 + dice.below(9)).parse().ok()?;
    WITHIN
}

fn known_far(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    briefing.rosters[0].known_until = shifted(briefing.manifest.checked, 1 + i16::from(dice.coin()))?;
    WITHIN
}

fn outcome_early(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let early = *dice.pick(&["moscowtimes-20250714", "lenta-20250807", "ria-20250829", "lenta-20251107"])?;
    let claim = claim(briefing, dice, |claim| claim.forecast.is_some())?;
    claim.forecast.as_mut()?.outcome.as_mut()?.citations[0].source = key(early);
    WITHIN
}

fn status_unreported(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let spells = &mut briefing.rosters[0].spells;
    let index = dice.index(spells, |spell| spell.status.as_str() == "sco-partner" && spell.state.as_str() != "laos")?;
    let spell = &mut spells[index];
    spell.citations.retain(|citation| citation.source.as_str() != "tass-2010381");
    spell.from = "2026-01-15".parse().ok()?;
    WITHIN
}

/// Two different states of the roster.
fn two(briefing: &Briefing, dice: &mut Dice) -> Option<(usize, usize)> {
    let count = briefing.rosters[0].states.len();
    let (one, other) = (dice.below(count), dice.below(count));
    (one != other).then_some((one, other))
}

fn name_of_another(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.rosters[0].states.len());
    let name = *dice.pick(&["Norway", "Brasil", "Deutschland", "日本", "Ελλάδα", "المغرب", "Suomi", "Kanada"])?;
    let names = format!(r#"{{"en": "{name}", "ru": "А", "zh": "B"}}"#);
    briefing.rosters[0].states[index].names = serde_json::from_str::<Names>(&names).ok()?;
    WITHIN
}

fn capital_of_another(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let (one, other) = two(briefing, dice)?;
    let states = &mut briefing.rosters[0].states;
    states[one].capital = states[other].capital.clone();
    WITHIN
}

fn region_of_others(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let (one, other) = two(briefing, dice)?;
    let states = &mut briefing.rosters[0].states;
    states[one].region = states[other].region.clone();
    WITHIN
}

fn position_exchanged(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let states = &mut briefing.rosters[0].states;
    let index = dice.below(states.len());
    let at = &mut states[index].position;
    std::mem::swap(&mut at.latitude, &mut at.longitude);
    Some(if (at.latitude - at.longitude).abs() < 4.0 { Reach::Beyond("both are nearly one") } else { Reach::Within })
}

fn position_turned(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let states = &mut briefing.rosters[0].states;
    let index = dice.below(states.len());
    let at = &mut states[index].position;
    if dice.coin() {
        at.latitude = -at.latitude;
        Some(if at.latitude.abs() < 2.0 { Reach::Beyond("it lies on the equator") } else { Reach::Within })
    } else {
        at.longitude = -at.longitude;
        WITHIN
    }
}

fn position_of_another(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let (one, other) = two(briefing, dice)?;
    let states = &mut briefing.rosters[0].states;
    let (from, to) = (states[one].position, states[other].position);
    states[one].position = to;
    let degrees = (from.latitude - to.latitude).hypot(from.longitude - to.longitude);
    let large = ["china", "russia", "india", "kazakhstan", "saudi-arabia"].contains(&states[one].id.as_str());
    let near = degrees < if large { 60.0 } else { 12.0 };
    Some(if near { Reach::Beyond("neighbours lie as far from the capital as states are wide") } else { Reach::Within })
}

fn people_tenfold(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let states = &mut briefing.rosters[0].states;
    let index = dice.below(states.len());
    let people = states[index].population.as_mut()?;
    *people = if dice.coin() { *people * 10 } else { *people / 10 };
    WITHIN
}

fn world_people(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let world = briefing.rosters[0].world.as_mut()?;
    world.population = if dice.coin() { world.population * 10 } else { world.population / 10 };
    WITHIN
}
