//! Errors in what statements rest on: citations, evidence, verdicts, forecasts, quotations.

use briefing_desk::briefing::{Briefing, Citation, Key, Locator, Stance, Verdict};

use super::dice::Dice;
use super::{Kind, Reach};

pub const KINDS: &[Kind] = &[
    ("citations", "lost", lost),
    ("citations", "source misspelt", misspelt),
    ("citations", "no such sentence", no_such_sentence),
    ("citations", "another sentence", another_sentence),
    ("evidence", "source misspelt", evidence_misspelt),
    ("evidence", "lost", evidence_lost),
    ("evidence", "verdict turned", verdict_turned),
    ("forecasts", "outcome lost", outcome_lost),
    ("quotations", "mark lost or turned", quotation_turned),
];

/// What a citation can belong to, and in which file.
#[derive(Clone, Copy)]
enum Of {
    Person,
    Place,
    Topic,
    Event,
    Claim,
    Spell,
    Observation,
    Growth,
    Milestone,
}

const ALL: [Of; 9] =
    [Of::Person, Of::Place, Of::Topic, Of::Event, Of::Claim, Of::Spell, Of::Observation, Of::Growth, Of::Milestone];

/// The citations of every thing of a kind.
fn lists(briefing: &mut Briefing, of: Of) -> Vec<&mut Vec<Citation>> {
    let Briefing { meeting, claims, rosters, trades, .. } = briefing;
    let (roster, trade) = (&mut rosters[0], &mut trades[0]);
    let meeting = meeting.as_mut().expect("a meeting");
    match of {
        Of::Person => meeting.people.iter_mut().map(|person| &mut person.citations).collect(),
        Of::Place => meeting.places.iter_mut().map(|place| &mut place.citations).collect(),
        Of::Topic => meeting.topics.iter_mut().map(|topic| &mut topic.citations).collect(),
        Of::Event => meeting.chronology.iter_mut().map(|event| &mut event.citations).collect(),
        Of::Claim => claims.claims.iter_mut().map(|claim| &mut claim.citations).collect(),
        Of::Spell => roster.spells.iter_mut().map(|spell| &mut spell.citations).collect(),
        Of::Observation => trade.series[0].observations.iter_mut().map(|o| &mut o.citations).collect(),
        Of::Growth => trade.series[0].published_growth.iter_mut().map(|growth| &mut growth.citations).collect(),
        Of::Milestone => trade.milestones.iter_mut().map(|milestone| &mut milestone.citations).collect(),
    }
}

fn lost(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let of = *dice.pick(&ALL)?;
    let mut lists = lists(briefing, of);
    let index = dice.below(lists.len());
    lists[index].clear();
    Some(Reach::Within)
}

/// A key with a slip of the pen.
fn slip(key: &Key, dice: &mut Dice) -> Option<Key> {
    let text = key.as_str();
    let at = dice.below(text.len());
    let mut slipped = text.to_owned();
    if dice.coin() {
        slipped.insert(at, 'x');
    } else {
        slipped.remove(at);
    }
    slipped.try_into().ok()
}

fn misspelt(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let of = *dice.pick(&ALL)?;
    let mut lists = lists(briefing, of);
    let index = dice.below(lists.len());
    let citation = dice.index(lists[index], |_| true)?;
    let citation = &mut lists[index][citation];
    citation.source = slip(&citation.source, dice)?;
    Some(Reach::Within)
}

fn no_such_sentence(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let of = *dice.pick(&ALL)?;
    let mut lists = lists(briefing, of);
    let index = dice.below(lists.len());
    let citation = dice.index(lists[index], |citation| citation.at.is_some())?;
    let at = lists[index][citation].at.as_mut()?;
    at.sentence += u16::try_from(5 + dice.below(5)).expect("few");
    Some(Reach::Within)
}

fn another_sentence(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let of = *dice.pick(&ALL)?;
    let places: Vec<Locator> = briefing.sentences().iter().map(|sentence| sentence.at).collect();
    let new = *dice.pick(&places)?;
    let sentence = briefing.sentence_at(new)?.paraphrase.clone();
    let names: Vec<String> = match of {
        Of::Person => briefing.people().iter().map(|p| p.names.get("en").unwrap_or_default().to_owned()).collect(),
        Of::Place => briefing.meeting.iter().flat_map(|m| &m.places).map(|place| place.name.clone()).collect(),
        _ => Vec::new(),
    };
    let mut lists = lists(briefing, of);
    let index = dice.below(lists.len());
    let citation = dice.index(lists[index], |citation| citation.at.is_some_and(|at| at != new))?;
    // The same sentence twice in a list would be no error of this kind.
    if lists[index].iter().any(|other| other.at == Some(new)) {
        return None;
    }
    lists[index][citation].at = Some(new);
    let says = |name: &String| name.split(' ').any(|word| word.len() > 3 && sentence.contains(word));
    Some(match of {
        // A claim leaves its sentence without one; a figure is not written in the other; a list does not name the state.
        Of::Claim | Of::Observation | Of::Spell => Reach::Within,
        Of::Person | Of::Place if !names.get(index).is_some_and(says) => Reach::Within,
        Of::Person | Of::Place => Reach::Beyond("the other sentence names it too"),
        Of::Topic | Of::Event | Of::Growth | Of::Milestone => {
            Reach::Beyond("what a sentence says of a topic or an event is told in words alone")
        }
    })
}

fn evidence_misspelt(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(&briefing.claims.claims, |claim| !claim.evidence.is_empty())?;
    let evidence = &mut briefing.claims.claims[index].evidence;
    let at = dice.below(evidence.len());
    evidence[at].source = slip(&evidence[at].source, dice)?;
    Some(Reach::Within)
}

fn evidence_lost(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(&briefing.claims.claims, |claim| !claim.evidence.is_empty())?;
    briefing.claims.claims[index].evidence.clear();
    Some(Reach::Within)
}

fn verdict_turned(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.claims.claims.len());
    let new = *dice.pick(&Verdict::ALL)?;
    let claim = &mut briefing.claims.claims[index];
    let side = |verdict| match verdict {
        Verdict::Supported => Some(Stance::Supports),
        Verdict::Disputed | Verdict::Outdated => Some(Stance::Contradicts),
        Verdict::Unverified => None,
    };
    if side(new) == side(claim.verdict) {
        return None;
    }
    claim.verdict = new;
    // Where sources differ either verdict has some behind it, and the editors decide.
    let has = |stance| claim.evidence.iter().any(|evidence| evidence.stance == stance);
    let both = has(Stance::Supports) && has(Stance::Contradicts);
    let split = both && side(new).is_some();
    Some(if split { Reach::Beyond("sources differ, and the editors decide") } else { Reach::Within })
}

fn outcome_lost(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some())?;
    let forecast = claim.forecast.as_mut()?;
    let outcome = forecast.outcome.as_mut()?;
    if dice.coin() {
        forecast.outcome = None;
    } else {
        let new = dice.transposed_text("228.105")?;
        outcome.text = outcome.text.replace("228.105", &new);
    }
    Some(Reach::Within)
}

fn quotation_turned(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    use briefing_desk::briefing::QuotationPart::{Closes, Opens};
    let sentences = &mut briefing.document.as_mut().expect("a document").sentences;
    if dice.coin() {
        let index = dice.index(sentences, |sentence| sentence.as_printed.quotation.is_some())?;
        let quotation = &mut sentences[index].as_printed.quotation;
        let other = if *quotation == Some(Opens) { Closes } else { Opens };
        *quotation = dice.coin().then_some(other);
    } else {
        // The briefing's own marks.
        let index = dice.index(&briefing.claims.claims, |claim| claim.reason.contains('”'))?;
        let reason = &mut briefing.claims.claims[index].reason;
        let mark = if dice.coin() { '“' } else { '”' };
        *reason = reason.replacen(mark, "", 1);
    }
    Some(Reach::Within)
}
