//! The same said of something else: a text that stands beside others about the same, says what they say, and has another
//! person, place, state, status, body, day or number where they agree on one.
//!
//! What a text alone names is no mistake. It is one where nothing around the text has what it names, and something around
//! it has another of the same kind among the same words.

mod bases;
mod things;

use std::collections::BTreeSet;

use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs, Outcome, Subject};
use super::{Passage, is_disputed, repeats};
use crate::analysis::bodies::{body_named, names_of};
use crate::analysis::reading::{Day, Named, Says, Unit, What};
use crate::briefing::{Date, cores};
use crate::{label, message};
use bases::is_base;
use things::{Item, Kind, Thing, Value, alike, around, behind, things};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "said-otherwise",
    needs: Needs::Nothing,
    holds: label!(checks::said_otherwise),
    run: |material| {
        let texts = &material.texts().all;
        // Each text is held against many others: what it speaks of is found once.
        let all = cores::map(texts.iter().collect(), |text| things(material, text));
        // What notes of spells say of one, they may say of another.
        let spells = texts.iter().zip(&all).filter(|(text, _)| matches!(text.about, About::Spell(_))).take(MANY);
        let spells: Vec<&Thing<'_>> = spells.flat_map(|(_, things)| things).collect();
        let held = |text: &Text<'_>| {
            let (other, finding) = is_held(text).then(|| of_text(material, &spells, &all, text)).flatten()?;
            Some((text.number(), other, finding))
        };
        let found: Vec<(usize, usize, Finding)> = cores::flat_map(texts, held);
        // Two texts that differ are one finding: that of what was made of the document, or of the earlier.
        let pairs: BTreeSet<(usize, usize)> = found.iter().map(|(own, other, _)| (*own, *other)).collect();
        let place = |number: usize| (texts.get(number).is_some_and(|text| retells(text)), number);
        let comes_first = |own: usize, other: usize| place(own) < place(other);
        let is_told = |own: usize, other: usize| pairs.contains(&(other, own)) && !comes_first(own, other);
        found.into_iter().filter(|(own, other, _)| !is_told(*own, *other)).map(|(.., finding)| finding).collect()
    },
}];

/// So much of what stands around two things has to be the same: in a text at length, which may speak of much, and in one
/// that is read from the same source.
const AT_LENGTH: usize = 3;
const OF_SOURCE: usize = 2;
/// One word alone, however rare, says nothing of what is meant.
const TWO: usize = 2;
/// So many notes of spells are held against each other.
const MANY: usize = 2_000;

/// Whether a text says what the document does, and not what was made of it.
const fn retells(text: &Text<'_>) -> bool {
    matches!(text.about, About::Sentence(_))
}

/// Whether a text says something of its own that others can bear out.
fn is_held(text: &Text<'_>) -> bool {
    match text.about {
        About::Rejected | About::Briefing | About::Roster | About::Trade | About::Person(_) | About::Observation(_) => {
            false
        }
        About::Source => &*text.field == "note",
        // What else the takeaway says may be of anything.
        About::Meeting => &*text.field == "headline",
        About::Event(_) | About::Sentence(_) => &*text.field != "place" && &*text.field != "sic",
        _ => true,
    }
}

/// The texts that speak of the same, each with how much of a text has to be the same: those of its claim and sentences, and
/// those of the sources that it is read from.
pub(super) fn pool<'m, 'a>(material: &'m Material<'a>, text: &Text<'_>) -> Vec<(&'m Text<'a>, usize)> {
    let (briefing, texts) = (material.briefing, material.texts());
    let mut found: Vec<(&Text<'_>, usize)> = Vec::new();
    let tells =
        |other: &Text<'_>| other.claim().is_some() || matches!(other.about, About::Sentence(_) | About::Event(_));
    if text.claim().is_some() || matches!(text.about, About::Sentence(_) | About::Event(_) | About::Meeting) {
        found.extend(
            texts.beside(briefing, text).into_iter().filter(|other| tells(other)).map(|other| (other, AT_LENGTH)),
        );
    }
    let mut add = |source: &str, of_source: usize| {
        found.extend(texts.of_source(source).map(|other| (other, of_source)));
    };
    match (text.field.strip_prefix("evidence:"), text.about, &text.subject) {
        (Some(key), ..) => add(key, OF_SOURCE),
        (None, About::Source, Subject::Source(key)) => add(key.as_str(), OF_SOURCE),
        (None, About::Claim(claim) | About::ClaimInShort(claim), _) => {
            claim.evidence.iter().take(TOGETHER).for_each(|evidence| add(evidence.source.as_str(), AT_LENGTH));
        }
        (_, about, _) => {
            // What is not known, and what a spell is read from, say of each of their sources something else.
            let many = matches!(about, About::Unknown | About::Spell(_));
            let least = if many { AT_LENGTH } else { OF_SOURCE };
            let cited = text.citations.iter().filter(|citation| !briefing.is_document(citation));
            cited.take(TOGETHER).for_each(|citation| add(citation.source.as_str(), least));
        }
    }
    found.retain(|(other, _)| other.number() != text.number());
    found.truncate(TOGETHER);
    found
}

/// The same, without those that only repeat what is disputed.
pub(super) fn tellers<'m, 'a>(material: &'m Material<'a>, text: &Text<'_>) -> Vec<&'m Text<'a>> {
    pool(material, text).into_iter().map(|(other, _)| other).filter(|other| !repeats(material, other)).collect()
}

/// What is known of the days around a text without being said: those of events, spells and sources.
fn days(material: &Material<'_>, text: &Text<'_>) -> Vec<Day> {
    let briefing = material.briefing;
    let mut dates: Vec<Date> = Vec::new();
    let own = match (&text.subject, text.claim()) {
        (Subject::Source(key), _) => Some(key),
        (_, Some(claim)) => {
            let mut all = claim.evidence.iter().map(|evidence| &evidence.source);
            text.field.strip_prefix("evidence:").and_then(|key| all.find(|source| source.as_str() == key))
        }
        _ => None,
    };
    let cited = text.citations.iter().map(|citation| &citation.source).chain(own);
    for source in cited.take(TOGETHER) {
        dates.extend(briefing.source(source).and_then(|source| source.published));
        let events = material.events_from(source.as_str()).iter();
        let events = events.filter_map(|number| briefing.chronology().get(*number));
        dates.extend(events.flat_map(|event| [Some(event.from), event.until]).flatten());
    }
    let states = text.named(Named::State).map(|name| name.of);
    let subject = match text.about {
        About::Spell(spell) => Some(&spell.state),
        _ => None,
    };
    let spells = states.chain(subject).flat_map(|state| material.rosters.iter().filter_map(|of| of.spells.get(state)));
    dates.extend(spells.flatten().flat_map(|spell| spell.dates()));
    dates.into_iter().map(Day::from).collect()
}

/// Whether two things of one kind can be one mistaken for the other. Days have to be alike in most, where more than their
/// years can be.
fn rivals(own: &Thing<'_>, other: &Thing<'_>) -> bool {
    let fits = match (&own.value, &other.value) {
        (Value::Day(a), Value::Day(b)) => {
            let by_year = a.year.is_some() && b.year.is_some() && (a.month.is_none() || b.month.is_none());
            by_year || a.unlike(*b) == Some(1) || a.year.is_none() && a.month.is_some() && a.unlike(*b).is_none()
        }
        // `three days` beside `three weeks`: as many of another time.
        (Value::Number(one, a), Value::Number(other, b)) => a == b || one == other && is_time(*a) && is_time(*b),
        _ => true,
    };
    own.kind == other.kind && fits && !own.value.agrees(&other.value)
}

/// Whether a number counts days, weeks, months or years.
const fn is_time(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::Days | Unit::Weeks | Unit::Months | Unit::Years))
}

/// Whether something is known of a number without being said: it is a figure or a rate of the data.
fn is_known(material: &Material<'_>, text: &Text<'_>, thing: &Thing<'_>) -> bool {
    match thing.value {
        Value::Day(day) => {
            let of_spell = |day| material.days_of_spells().binary_search(&day).is_ok();
            let any = text.is_of_document() && day.whole().is_some_and(of_spell);
            any || days(material, text).into_iter().any(|known| known.agrees(day))
        }
        // What the briefing is about can be named anywhere.
        Value::Letters(body) => material.rosters.iter().any(|of| {
            let short = &of.members.roster.organisation.short;
            body_named(short) == Some(body) || short.eq_ignore_ascii_case(body)
        }),
        Value::Number(..) => {
            let here = text.reading.mentions.iter().find(|mention| mention.range == thing.range);
            let number = here.and_then(|mention| match &mention.what {
                What::Quantity(own) => Some(own.number),
                _ => None,
            });
            number.is_some_and(|number| !material.known().periods_of_rate(&number, i16::MIN).is_empty())
        }
        _ => false,
    }
}

/// Whether a sentence says of something that it is not so, or only wished.
fn is_denied(text: &Text<'_>, thing: &Thing<'_>) -> bool {
    let says = |says| text.reading.sentence_says(thing.range.start, says);
    let denies = says(Says::Not) && !matches!(text.about, About::Unknown);
    // Where something was to be is told of in short as it is told of at length.
    let is_place = thing.kind == Kind::City && text.is_short() || thing.kind == Kind::Body;
    denies || says(Says::Never) || says(Says::Wish) && !is_place
}

/// Whether two days are but one slip apart: the same in all else that both say, of years that are near.
fn slipped(thing: &Thing<'_>, rival: &Thing<'_>) -> bool {
    let (Value::Day(own), Value::Day(other)) = (&thing.value, &rival.value) else { return false };
    // Years that are near, or one digit of which is another.
    let one_digit = |a: i16, b: i16| {
        let (a, b) = (a.to_string(), b.to_string());
        a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
    };
    let years = own.year.zip(other.year).is_some_and(|(own, other)| (own - other).abs() <= 3 || one_digit(own, other));
    // A month is no slip of a day.
    let as_exact = own.month.is_some() == other.month.is_some() && own.day.is_some() == other.day.is_some();
    years && as_exact && (own.unlike(*other) == Some(1) || own.month.is_none())
}

/// A thing with the text that it stands in and all things of it.
type Told<'o, 't> = (&'o Text<'t>, &'o [Thing<'t>], &'o Thing<'t>);

/// The things of a kind in the sentence of a thing, those included that its text speaks of without naming them.
fn of_kind<'t>((text, all, thing): Told<'_, 't>, kind: Kind) -> Vec<Value<'t>> {
    let here = |other: &&Thing<'_>| {
        other.kind == kind && (other.range.is_empty() || text.reading.apart(&other.range, &thing.range).is_some())
    };
    all.iter().filter(here).map(|thing| thing.value).collect()
}

/// Whether two things are told of others: their sentences name states, people, cities or bodies, and none of the same, or
/// their texts have days of their own that differ.
fn of_others(own: Told<'_, '_>, rival: Told<'_, '_>) -> bool {
    let day = |text: &Text<'_>| match text.about {
        About::Event(event) => Some(Day::from(event.from)),
        About::Milestone(milestone) => Some(Day::from(milestone.on)),
        _ => None,
    };
    let days_differ = day(own.0).zip(day(rival.0)).is_some_and(|(own, rival)| !own.agrees(rival));
    // Of another day there can be another number.
    let of_day = matches!(own.2.kind, Kind::Rate | Kind::Count).then_some(Kind::Day);
    let named = [Kind::State, Kind::Person, Kind::City, Kind::Body].into_iter().chain(of_day);
    let mut named = named.filter(|kind| *kind != own.2.kind);
    days_differ
        || named.any(|kind| {
            let (ours, theirs) = (of_kind(own, kind), of_kind(rival, kind));
            let is_same = |own: &Value<'_>| theirs.iter().any(|other| own.agrees(other));
            !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(is_same)
        })
}

/// Whether a city stands for those who govern from it: it acts, `Riyadh pays most`, where nobody meets.
fn is_government(text: &Text<'_>, thing: &Thing<'_>) -> bool {
    let begins = text.reading.sentences.iter().any(|sentence| sentence.start == thing.range.start);
    let meets = [Says::Meets, Says::Talks, Says::Summit];
    thing.kind == Kind::City
        && begins
        && !meets.into_iter().any(|says| text.reading.sentence_says(thing.range.start, says))
}

/// The only thing of its kind in a short sentence, or in a text that sums up, where what was read from the same source, or
/// the texts of the claim, have another.
fn alone<'o, 'm, 'a>(
    material: &Material<'_>,
    text: &Text<'_>,
    own: &[Thing<'_>],
    thing: &Thing<'_>,
    others: &[(&'m Text<'a>, usize, &'o [Thing<'m>])],
) -> Option<(&'m Text<'a>, &'o Thing<'m>)> {
    /// A longer sentence says more than one thing.
    const SHORT: usize = 14;
    /// So many texts have to agree, the title of the source itself aside.
    const AGREE: usize = 2;
    let is_short = || {
        let sentence = text.reading.sentences.iter().find(|sentence| sentence.contains(&thing.range.start));
        sentence.is_some_and(|sentence| text.reading.words_between(sentence.clone()).count() <= SHORT)
    };
    let sums_up = text.is_short() || matches!(text.about, About::Event(_));
    let read = text.field.starts_with("evidence:") || matches!(text.about, About::Unknown) || sums_up;
    let is_month =
        matches!(thing.value, Value::Day(day) if day.month.is_some() && day.day.is_none() && day.year.is_none());
    let names = matches!(thing.kind, Kind::Person | Kind::City | Kind::State | Kind::Body) || sums_up && is_month;
    let only = own.iter().filter(|other| other.kind == thing.kind && !other.range.is_empty()).count() == 1;
    if !read || !names || !only || !is_short() || is_government(text, thing) {
        return None;
    }
    let here = around(text, own, thing);
    let said = |(_, _, things): &&(&Text<'_>, usize, &[Thing<'_>]), rival: &Thing<'_>| {
        things.iter().any(|other| other.kind == rival.kind && other.value.agrees(&rival.value))
    };
    others.iter().find_map(|(other, _, things)| {
        let is_rival = |rival: &&Thing<'_>| {
            let is_said = rival.kind == thing.kind && !rival.range.is_empty();
            is_said && (!is_month || matches!(rival.value, Value::Day(day) if day.month.is_some()))
        };
        let rival = things.iter().find(is_rival)?;
        let titled = matches!(other.about, About::Source) && &*other.field == "title";
        let agree = others.iter().filter(|other| said(other, rival)).count();
        (titled && text.field.starts_with("evidence:") && agree >= AGREE
            || titled && matches!(text.about, About::Unknown)
            || agree > AGREE
                && !matches!(text.about, About::Unknown)
                // One source tells of many places and days.
                && (!text.field.starts_with("evidence:")
                    || alike(material, &here, &around(other, things, rival)).is_some_and(|alike| alike.items > 0)))
        .then_some((*other, rival))
    })
}

/// One of several bodies in a row, where another text has the others in one, and one more in its place: `UN, SCO, ASEAN`
/// beside `UN, SCO, APEC`.
fn listed<'o, 'm, 'a>(
    (text, own, thing): Told<'_, '_>,
    others: &[(&'m Text<'a>, usize, &'o [Thing<'m>])],
) -> Option<(&'m Text<'a>, &'o Thing<'m>)> {
    /// Two bodies beside a third are named for much.
    const SHARED: usize = 2;
    let here = of_kind((text, own, thing), Kind::Body);
    if thing.kind != Kind::Body || here.len() <= SHARED {
        return None;
    }
    // Whatever else stands in the row is told by somebody.
    let told = |own: &Value<'_>| {
        own.agrees(&thing.value)
            || others.iter().any(|(.., things)| things.iter().any(|other| own.agrees(&other.value)))
    };
    let in_full = |text: &Text<'_>, body: &Value<'_>| matches!(body, Value::Letters(short) if names_of(short).any(|name| text.text.contains(name)));
    if !here.iter().all(told) || others.iter().any(|(other, ..)| in_full(other, &thing.value)) {
        return None;
    }
    others.iter().find_map(|(other, _, things)| {
        let is_missing = |rival: &&Thing<'_>| {
            let there = of_kind((other, things, rival), Kind::Body);
            let shared = here.iter().filter(|own| there.iter().any(|other| own.agrees(other))).count();
            shared >= SHARED && !here.iter().any(|own| own.agrees(&rival.value)) && !in_full(text, &rival.value)
        };
        let mut bodies = things.iter().filter(|rival| rival.kind == Kind::Body && !rival.range.is_empty());
        bodies.find(is_missing).map(|rival| (*other, rival))
    })
}

/// What a text has otherwise than another, with the number of that.
fn of_text(
    material: &Material<'_>,
    spells: &[&Thing<'_>],
    all: &[Vec<Thing<'_>>],
    text: &Text<'_>,
) -> Option<(usize, Finding)> {
    let things = |text: &Text<'_>| all.get(text.number()).map_or(&[][..], Vec::as_slice);
    let own = things(text);
    // What is disputed is told as the document has it: held against what repeats it as well.
    let disputed = is_disputed(material, text);
    if own.is_empty() || disputed && &*text.field != "statement" {
        return None;
    }
    let mut pool = pool(material, text);
    if disputed {
        pool.retain(|(other, _)| is_disputed(material, other));
    }
    let others: Vec<(&Text<'_>, usize, &[Thing<'_>])> =
        pool.into_iter().map(|(other, least)| (other, least, things(other))).collect();
    own.iter().find_map(|thing| {
        let is_there = |things: &[Thing<'_>]| {
            things.iter().any(|other| other.kind == thing.kind && other.value.bears_out(&thing.value))
        };
        let everywhere = matches!(thing.kind, Kind::Way | Kind::Order);
        if disputed && !matches!(thing.kind, Kind::Person | Kind::City | Kind::State | Kind::Body) {
            return None;
        }
        // Of very many notes it is asked last.
        let of_spells = || {
            let mut same = spells.iter().filter(|other| other.kind == thing.kind && other.value.agrees(&thing.value));
            matches!(text.about, About::Spell(_))
                && matches!(thing.kind, Kind::City | Kind::Day)
                && same.nth(1).is_some()
        };
        if !everywhere
            && (others.iter().any(|(.., things)| is_there(things)) || is_known(material, text, thing) || of_spells())
        {
            return None;
        }
        let here = around(text, own, thing);
        // Of what is said in three words all has to be the same.
        let few = here.len() == OF_SOURCE && !here.iter().any(|item| matches!(item, Item::Word(_)));
        let said_so = |items: &[Item<'_>], least: usize| {
            let least = if few { OF_SOURCE } else { least };
            alike(material, &here, items).is_some_and(|alike| alike.shared >= least && alike.items >= TWO)
        };
        let something = |items: &[Item<'_>]| alike(material, &here, items).is_some_and(|alike| alike.items > 0);
        // What is everywhere is wrong where nothing says it of the same.
        let borne_out = everywhere
            && others.iter().any(|(other, _, things)| {
                let same = things.iter().filter(|own| own.kind == thing.kind && own.value.agrees(&thing.value));
                same.into_iter().any(|own| said_so(&around(other, things, own), OF_SOURCE))
            });
        if borne_out {
            return None;
        }
        if thing.range.is_empty() || is_denied(text, thing) || is_base(text, thing) {
            return None;
        }
        // What something is in another body says nothing of what it is in this.
        let elsewhere = |other: &Thing<'_>| {
            let of_body = other.kind == Kind::Body && text.reading.apart(&other.range, &thing.range).is_some();
            of_body && !others.iter().any(|(.., things)| things.iter().any(|own| own.value.agrees(&other.value)))
        };
        if thing.kind == Kind::Status && own.iter().any(elsewhere) {
            return None;
        }
        let near = |other: &Thing<'_>| text.reading.apart(&other.range, &thing.range).is_some();
        let has = |rival: &Thing<'_>| {
            // Of two figures or days each may be told of something else, wherever the other stands.
            let anywhere = matches!(rival.value, Value::Number(..) | Value::Day(_));
            own.iter().any(|own| own.kind == rival.kind && (anywhere || near(own)) && own.value.agrees(&rival.value))
        };
        if matches!(thing.value, Value::Number(..)) {
            let here = Passage::around(text, thing.range.start)?;
            if here.is_of_another_body(material) {
                return None;
            }
        }
        let aligned = others.iter().find_map(|(other, least, things)| {
            let fits = |rival: &&Thing<'_>| rivals(thing, rival) && !has(rival) && !is_base(other, rival);
            // An office that a short text has stands among few other words.
            let in_short = thing.kind == Kind::Office && text.is_short();
            let least = if everywhere {
                &AT_LENGTH
            } else if in_short {
                &OF_SOURCE
            } else {
                least
            };
            let mut all = things.iter().filter(fits);
            let slipped = |rival: &Thing<'_>| *least == OF_SOURCE && !text.is_of_document() && slipped(thing, rival);
            let goes_on = |rival: &Thing<'_>| {
                let (own, other) = (behind(text, own, thing), behind(other, things, rival));
                alike(material, &own, &other).is_some_and(|alike| alike.items > 0)
            };
            all.find(|rival| {
                // What is before something is not after it: of something else it can be.
                if thing.kind == Kind::Order && !goes_on(rival) {
                    return false;
                }
                let there = around(other, things, rival);
                !of_others((text, own, thing), (other, things, rival))
                    && (slipped(rival) && something(&there) || said_so(&there, *least))
            })
            .map(|rival| (*other, rival))
        });
        let beside = aligned.or_else(|| alone(material, text, own, thing, &others));
        let (other, rival) = beside.or_else(|| listed((text, own, thing), &others))?;
        let said = text.part(&thing.range);
        let title = message!(findings::said_otherwise, said = said.clone());
        let detail = message!(
            findings::said_otherwise_of,
            said = said.clone(),
            other = other.part(&rival.range),
            beside = other.text.to_owned(),
            text = text.text.to_owned()
        );
        let finding = text.finding(material.briefing, Outcome::Warn, title, detail);
        Some((other.number(), finding.apart(&said).likely_caused_by(&said)))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{claim_after, found_after, sentences};

    #[test]
    fn a_body_in_a_row_of_others_is_not_exchanged() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let forums = |text: &str| claim_after(CHECKS, "six-forums", |claim| text.clone_into(&mut claim.statement));
        let label = |text: &str| {
            found_after(CHECKS, |briefing| {
                let sentence = sentences(briefing).iter_mut().find(|sentence| sentence.at.to_string() == "2.2");
                text.clone_into(&mut sentence.expect("a sentence").label);
            })
        };
        for text in ["Forums named: UN, SCO, BRICS, G20, ASEAN", "Форумы: ООН, ШОС, БРИКС, АСЕАН"]
        {
            assert_eq!(forums(text), ["Warn said-otherwise"], "{text}");
        }
        for text in
            ["Forums named: UN, SCO, BRICS, G20, APEC", "Форумы: АТЭС, ШОС, БРИКС, ООН", "Forums: BRICS and SCO"]
        {
            assert_eq!(forums(text), [""; 0], "{text}");
        }
        assert_eq!(label("Quotation runs on: UN, EU, BRICS, G20"), ["Warn said-otherwise"]);
        assert_eq!(label("Quotation runs on: BRICS, APEC, SCO, G20"), [""; 0]);
    }
}
