//! Errors in the printed list and in the spells of status.

use briefing_desk::briefing::{Briefing, Date, Key, Spell, StatedCount};

use super::dice::{Dice, shifted};
use super::{Kind, Reach};

pub const KINDS: &[Kind] = &[
    ("list", "state dropped", state_dropped),
    ("list", "state doubled", state_doubled),
    ("list", "state under another status", wrong_status),
    ("list", "one state taken for another", state_confused),
    ("list", "stated number off by some", count_off),
    ("spells", "spell dropped", spell_dropped),
    ("spells", "spell doubled", spell_doubled),
    ("spells", "dates reversed", spell_reversed),
    ("spells", "begins in another year", spell_year),
    ("spells", "ends in another year", spell_end),
    ("spells", "end lost", end_lost),
    ("spells", "another status", status_changed),
    ("statuses", "document dated after the status ended", document_after_merger),
];

/// States the numbers of members and observers, which the document prints in full.
pub fn state(briefing: &mut Briefing) {
    let count = |status: &str, number, at: &str| StatedCount {
        status: Key::try_from(status.to_owned()).expect(status),
        number,
        at: at.parse().expect(at),
    };
    briefing.rosters[0].counts = vec![count("member", 10, "4.3"), count("observer", 2, "4.4")];
}

/// Whether a state stands once in the list under a status.
fn stands_once(briefing: &Briefing, state: &Key) -> bool {
    briefing.rosters[0].printed.iter().filter(|entry| entry.state == *state).count() == 1
}

fn state_dropped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    // To drop one of two is to mend.
    let index = dice.index(&briefing.rosters[0].printed, |entry| stands_once(briefing, &entry.state))?;
    briefing.rosters[0].printed.remove(index);
    Some(Reach::Within)
}

fn state_doubled(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let printed = &mut briefing.rosters[0].printed;
    let entry = printed[dice.below(printed.len())].clone();
    let at = dice.below(printed.len() + 1);
    printed.insert(at, entry);
    Some(Reach::Within)
}

fn wrong_status(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let status = dice.pick(&briefing.rosters[0].statuses)?.id.clone();
    let index = dice.index(&briefing.rosters[0].printed, |entry| entry.status != status)?;
    briefing.rosters[0].printed[index].status = status;
    Some(Reach::Within)
}

fn state_confused(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.rosters[0].printed.len());
    let other = dice.pick(&briefing.rosters[0].states)?.clone();
    let entry = &mut briefing.rosters[0].printed[index];
    if entry.state == other.id {
        return None;
    }
    entry.state = other.id;
    if dice.coin() {
        // The name goes with it: the list now says something that it did not.
        other.names.get("en")?.clone_into(&mut entry.printed);
        // Türkiye for the second Nepal is what the list should have said.
        let mended = entry.state.as_str() == "turkiye";
        return (!mended).then_some(Reach::Within);
    }
    Some(Reach::Within)
}

fn count_off(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let counts = &mut briefing.rosters[0].counts;
    let index = dice.below(counts.len());
    let by = u32::try_from(1 + dice.below(4)).expect("few");
    let number = counts[index].number;
    counts[index].number = if dice.coin() { number + by } else { number.checked_sub(by)? };
    Some(Reach::Within)
}

const fn first(date: Date) -> jiff::civil::Date {
    date.first_day()
}

/// Whether a spell holds on the document's day and the list prints it: then the two speak of the same thing.
fn is_printed(briefing: &Briefing, spell: &Spell) -> bool {
    let day = first(briefing.manifest.as_of);
    let holds = first(spell.from) <= day && spell.until.is_none_or(|until| day < first(until));
    holds && briefing.rosters[0].printed.iter().any(|entry| entry.state == spell.state && entry.status == spell.status)
}

/// The spell of the same state that ends where this one begins, and the one that begins where it ends.
fn beside<'a>(briefing: &'a Briefing, spell: &Spell) -> (Option<&'a Spell>, Option<&'a Spell>) {
    let own = || briefing.rosters[0].spells.iter().filter(|other| other.state == spell.state && *other != spell);
    let before = own().find(|other| other.until == Some(spell.from));
    (before, own().find(|other| Some(other.from) == spell.until))
}

fn merged_into(briefing: &Briefing, spell: &Spell) -> Option<Key> {
    let status = briefing.rosters[0].statuses.iter().find(|status| status.id == spell.status)?;
    status.merged.as_ref().map(|merged| merged.into.clone())
}

const ALONE: &str = "nothing else in the data dates or names this spell";

fn spell_dropped(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.rosters[0].spells.len());
    let spell = briefing.rosters[0].spells[index].clone();
    let (before, after) = beside(briefing, &spell);
    // Between two others it leaves a gap; after a merger the state would be lost.
    let between = before.is_some() && after.is_some();
    let after_merger = before.is_some_and(|before| merged_into(briefing, before) == Some(spell.status.clone()));
    let reach =
        if is_printed(briefing, &spell) || between || after_merger { Reach::Within } else { Reach::Beyond(ALONE) };
    briefing.rosters[0].spells.remove(index);
    Some(reach)
}

fn spell_doubled(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let spells = &mut briefing.rosters[0].spells;
    let spell = spells[dice.below(spells.len())].clone();
    let at = dice.below(spells.len() + 1);
    spells.insert(at, spell);
    Some(Reach::Within)
}

fn spell_reversed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(&briefing.rosters[0].spells, |spell| spell.until.is_some())?;
    let spell = &mut briefing.rosters[0].spells[index];
    (spell.from, spell.until) = (spell.until?, Some(spell.from));
    Some(Reach::Within)
}

fn spell_year(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.rosters[0].spells.len());
    let spell = briefing.rosters[0].spells[index].clone();
    let new = shifted(spell.from, dice.years())?;
    let (before, _) = beside(briefing, &spell);
    let founded = briefing.rosters[0].organisation.founded;
    let status = briefing.rosters[0].statuses.iter().find(|status| status.id == spell.status)?;
    let contradicted = before.is_some()
        || new.last_day() < first(founded)
        || spell.decided.is_some_and(|decided| new.last_day() < decided.first_day())
        || spell.until.is_some_and(|until| first(new) >= until.last_day())
        || first(new) > briefing.rosters[0].known_until.last_day()
        || status.from.is_some_and(|from| new.last_day() < from.first_day())
        || is_printed(briefing, &spell) && first(new) > first(briefing.manifest.as_of);
    briefing.rosters[0].spells[index].from = new;
    Some(if contradicted { Reach::Within } else { Reach::Beyond(ALONE) })
}

fn spell_end(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(&briefing.rosters[0].spells, |spell| spell.until.is_some())?;
    let spell = briefing.rosters[0].spells[index].clone();
    let new = shifted(spell.until?, dice.years())?;
    let (_, after) = beside(briefing, &spell);
    let contradicted = after.is_some()
        || new.last_day() < first(spell.from)
        || first(new) > briefing.rosters[0].known_until.last_day()
        || is_printed(briefing, &spell) && first(new) <= first(briefing.manifest.as_of);
    briefing.rosters[0].spells[index].until = Some(new);
    Some(if contradicted { Reach::Within } else { Reach::Beyond(ALONE) })
}

fn end_lost(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.index(&briefing.rosters[0].spells, |spell| spell.until.is_some())?;
    briefing.rosters[0].spells[index].until = None;
    // Every spell that ended was followed by another, or its status by the merger.
    Some(Reach::Within)
}

fn status_changed(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let index = dice.below(briefing.rosters[0].spells.len());
    let spell = briefing.rosters[0].spells[index].clone();
    let new = dice.pick(&briefing.rosters[0].statuses)?.clone();
    if new.id == spell.status {
        return None;
    }
    let (before, _) = beside(briefing, &spell);
    let too_early = new.from.is_some_and(|from| spell.from.last_day() < first(from));
    let too_late =
        new.merged.as_ref().is_some_and(|merged| spell.until.is_none_or(|until| first(until) > merged.on.last_day()));
    let after_merger = before.is_some_and(|before| merged_into(briefing, before) == Some(spell.status.clone()));
    let reach = if is_printed(briefing, &spell) || too_early || too_late || after_merger {
        Reach::Within
    } else {
        Reach::Beyond(ALONE)
    };
    briefing.rosters[0].spells[index].status = new.id;
    Some(reach)
}

fn document_after_merger(briefing: &mut Briefing, dice: &mut Dice) -> Option<Reach> {
    let day = 1 + dice.below(28);
    let month = 9 + dice.below(4);
    briefing.manifest.as_of = format!("2025-{month:02}-{day:02}").parse().ok()?;
    briefing.rosters[0].known_until = "2025-12-31".parse().ok()?;
    // Only the list is asked: the day itself is the subject of other kinds.
    for sentence in &mut briefing.document.as_mut().expect("a document").sentences {
        sentence.as_printed.relative_dates.clear();
    }
    let document = briefing.document_source().expect("a document").clone();
    briefing
        .sources
        .sources
        .iter_mut()
        .filter(|source| source.id == document)
        .for_each(|source| source.published = None);
    Some(Reach::Within)
}
