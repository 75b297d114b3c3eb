//! Errors in what the briefing says in words, and in what holds it together: each kind with how it can be found, written
//! down before it was run.

mod assertions;
mod data;
mod entered;
mod families;
mod general;
mod harmless;
mod language;
mod orders;
mod periods;
mod reference;
mod words;

use briefing_desk::briefing::{Briefing, Citation, Names};

use self::general::RIGHTLY;
use self::harmless::HARMLESS;
use self::language::TRANSLATED;
use self::periods::RIGHT;

/// What an error can be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// A field of the data that contradicts another field.
    Data,
    /// A text that contradicts a field or another text.
    Words,
    /// The same in another language.
    Language,
    /// Nothing in the briefing: only a source would tell.
    Sources,
}

/// How an error is made: a piece of a text for another, or a change of the data, by its number.
#[derive(Clone, Copy)]
pub enum How {
    Text(&'static [(&'static str, &'static str, &'static str)]),
    Change(&'static [fn(&mut Briefing) -> Option<()>]),
    /// A whole text for another.
    Whole(&'static [(&'static str, &'static str)]),
}

/// A kind of error: its reach, its name, and each of its errors.
pub type Said = (Reach, &'static str, How);

/// Every kind.
pub fn kinds() -> Vec<Said> {
    [
        words::SAID,
        assertions::SAID,
        data::SAID,
        reference::SAID,
        language::SAID,
        periods::SAID,
        entered::SAID,
        families::SAID,
        general::SAID,
        orders::SAID,
    ]
    .concat()
}

/// How many texts there are in other languages and in other words.
pub const LANGUAGES: usize = TRANSLATED.len() + HARMLESS.len() + RIGHT.len() + RIGHTLY.len();

/// Puts one of the right texts in another language, or in other words, in its place, and says which.
pub fn translated(briefing: &mut Briefing, number: usize) -> (&'static str, &'static str) {
    let said =
        TRANSLATED.iter().chain(HARMLESS).chain(RIGHT).chain(RIGHTLY).nth(number).copied().expect("so many texts");
    put(briefing, said.0, said.1).expect("a text to be said otherwise");
    said
}

/// The text at a path; of a path that names a language, once it is in it.
fn text<'b>(briefing: &'b mut Briefing, path: &str) -> Option<&'b mut String> {
    let path = path.split_once('=').map_or(path, |(path, _)| path);
    let parts: Vec<&str> = path.splitn(4, '/').collect();
    let Briefing { meeting, claims, document, trades, rosters, .. } = briefing;
    let number = |part: &str| part.parse::<usize>().ok();
    match parts[..] {
        ["claim", key, field, ..] => {
            let claim = claims.claims.iter_mut().find(|claim| claim.id.as_str() == key)?;
            match field {
                "statement" => Some(&mut claim.statement),
                "note" => Some(&mut claim.note),
                "reason" => Some(&mut claim.reason),
                "outcome" => Some(&mut claim.forecast.as_mut()?.outcome.as_mut()?.text),
                _ => {
                    let source = parts.get(3)?;
                    Some(&mut claim.evidence.iter_mut().find(|evidence| evidence.source.as_str() == *source)?.says)
                }
            }
        }
        ["point", key, field] => {
            let point = claims.key_points.iter_mut().find(|point| point.claim.as_str() == key)?;
            Some(if field == "lead" { &mut point.lead } else { &mut point.text })
        }
        ["headline"] => Some(&mut meeting.as_mut()?.headline.text),
        ["takeaway"] => Some(&mut meeting.as_mut()?.takeaway.text),
        ["trade-headline"] => Some(&mut trades[0].headline),
        ["event", key, _] => {
            Some(&mut meeting.as_mut()?.chronology.iter_mut().find(|event| event.id.as_str() == key)?.label)
        }
        ["office", key] => Some(&mut meeting.as_mut()?.people.iter_mut().find(|p| p.id.as_str() == key)?.office),
        ["unknown", index] => Some(&mut meeting.as_mut()?.unknowns.get_mut(number(index)?)?.text),
        ["readout", index, of] => {
            let accounts = &mut meeting.as_mut()?.readouts.differences.get_mut(number(index)?)?.accounts;
            accounts.iter_mut().find(|(key, _)| key.as_str() == of).map(|(_, account)| &mut account.text)
        }
        ["milestone", index] => Some(&mut trades[0].milestones.get_mut(number(index)?)?.label),
        ["note", flow, ..] => {
            let period = parts[2..].join("/");
            let of = |o: &&mut briefing_desk::briefing::Observation| {
                o.flow.as_str() == flow && o.period.to_string() == period && o.note.is_some()
            };
            trades[0].series[0].observations.iter_mut().find(of)?.note.as_mut()
        }
        ["spell", state, status] => {
            let of = |spell: &&mut briefing_desk::briefing::Spell| {
                spell.state.as_str() == state && spell.status.as_str() == status
            };
            rosters[0].spells.iter_mut().find(of)?.note.as_mut()
        }
        ["sentence", at, field] => {
            let sentence = document.as_mut()?.sentences.iter_mut().find(|s| s.at.to_string() == at)?;
            Some(if field == "label" { &mut sentence.label } else { &mut sentence.paraphrase })
        }
        _ => None,
    }
}

/// Puts a whole text in the place of another.
pub fn put(briefing: &mut Briefing, path: &str, new: &str) -> Option<()> {
    new.clone_into(text(briefing, path)?);
    Some(())
}

/// Puts one piece of a text in the place of another; none where the text has no such piece.
pub fn replaced(briefing: &mut Briefing, (path, from, to): (&str, &str, &str)) -> Option<()> {
    if let Some((_, right)) = TRANSLATED.iter().find(|(own, _)| *own == path) {
        put(briefing, path, right)?;
    }
    let text = text(briefing, path)?;
    let harmed = text.replacen(from, to, 1);
    (harmed != *text).then(|| *text = harmed)
}

fn formula(briefing: &mut Briefing, number: usize, from: &str, to: &str) -> Option<()> {
    let mut derived = briefing.trades[0].series[0].observations.iter_mut().filter(|o| o.formula.is_some());
    let formula = derived.nth(number)?.formula.as_mut()?;
    let harmed = formula.replacen(from, to, 1);
    (harmed != *formula).then(|| *formula = harmed)
}

fn all(names: &[(&str, &str)]) -> Option<Names> {
    let names: serde_json::Map<String, serde_json::Value> =
        names.iter().map(|(language, name)| ((*language).to_owned(), (*name).into())).collect();
    serde_json::from_value(names.into()).ok()
}

fn names(briefing: &mut Briefing, person: usize, of: &[(&str, &str)]) -> Option<()> {
    briefing.meeting.as_mut()?.people.get_mut(person)?.names = all(of)?;
    Some(())
}

fn cite(briefing: &mut Briefing, claim: &str, at: &str) -> Option<()> {
    let citation: Citation = briefing.document_citation(at.parse().ok()?)?;
    briefing.claims.claims.iter_mut().find(|own| own.id.as_str() == claim)?.citations = vec![citation];
    Some(())
}

fn mentions(briefing: &mut Briefing, claim: &str, key: &str, added: bool) -> Option<()> {
    let mentions = &mut briefing.claims.claims.iter_mut().find(|own| own.id.as_str() == claim)?.mentions;
    if added {
        mentions.push(key.to_owned().try_into().ok()?);
    } else {
        mentions.remove(mentions.iter().position(|own| own.as_str() == key)?);
    }
    Some(())
}

fn published(briefing: &mut Briefing, source: &str, on: &str) -> Option<()> {
    let source = briefing.sources.sources.iter_mut().find(|own| own.id.as_str() == source)?;
    source.published = on.parse().ok();
    Some(())
}

fn event(briefing: &mut Briefing, key: &str, from: &str) -> Option<()> {
    let event = briefing.meeting.as_mut()?.chronology.iter_mut().find(|event| event.id.as_str() == key)?;
    event.from = from.parse().ok()?;
    Some(())
}
