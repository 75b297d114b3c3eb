//! Which states have which status, since when and until when, as the entries of a list say it, in the words of the
//! briefing; and what is left because it cannot be known.

use std::collections::BTreeMap;

use super::entry::RowEntry;
use super::known;
use super::status::Statuses;
use crate::briefing::{Date, Key, Message, Roster, Status, Value, former};
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::date::Written;
use crate::import::parties::{Parties, Who};
use crate::import::plan::Plan;
use crate::message;

/// As many dates or states as anyone reads at once.
const TOLD: usize = 12;

/// A state and the status that it has from a day on.
pub struct Held<'a> {
    pub state: Key,
    pub status: Key,
    pub since: Date,
    pub until: Option<Date>,
    pub decided: Option<Date>,
    pub entry: &'a RowEntry,
}

/// What the entries of a list come to.
#[derive(Default)]
pub struct Found<'a> {
    pub held: Vec<Held<'a>>,
    /// New states by their keys, each as a file has it, with the row that names it.
    pub states: BTreeMap<Key, (String, String, u32)>,
    pub statuses: Vec<Status>,
    /// Whether a new state is one that is no more.
    pub any_former: bool,
}

/// What nobody can know of some entries.
#[derive(Default)]
struct Doubts {
    strangers: Vec<String>,
    at_odds: Vec<String>,
    dateless: usize,
    statusless: usize,
    unseen: usize,
    unread: Vec<String>,
    either: Vec<String>,
    undecided: Vec<String>,
}

/// Reads entries, and says in the plan what is left of them.
pub fn found<'b>(
    desk: &Desk,
    choices: &Choices,
    roster: &Roster,
    entries: &'b [RowEntry],
    plan: &mut Plan,
) -> Found<'b> {
    let briefing = desk.briefing();
    let mut parties = Parties::of(briefing, &choices.names);
    let mut statuses = Statuses::of(roster, choices, entries.iter().any(|entry| !entry.status.is_empty()));
    let (mut found, mut doubts) = (Found::default(), Doubts::default());
    for entry in entries {
        let (code, name) = (&entry.state.0, &entry.state.1);
        if parties.at_odds(code, name) {
            doubts.at_odds.push(format!("{name} ({code})"));
            plan.left.leave(&message!(import::left_at_odds), entry.row);
            continue;
        }
        let party = parties.party(code, name);
        match &party.who {
            Who::OfBriefing if briefing.state(&party.key).is_some() => {}
            Who::State(code) => {
                let Some(state) = known::state(code, &party.key, &briefing.manifest.languages) else {
                    plan.left.leave(&message!(import::left_no_position), entry.row);
                    continue;
                };
                found.any_former |= former::of_code(code).is_some();
                found.states.entry(party.key.clone()).or_insert_with(|| (state, party.name.clone(), entry.row));
            }
            _ => {
                doubts.strangers.push(party.name.clone());
                plan.left.leave(&message!(import::left_stranger), entry.row);
                continue;
            }
        }
        let held = doubts.times(entry, choices.since).and_then(|(since, until)| {
            let status = statuses.meant(&entry.status).ok_or_else(|| doubts.statusless())?;
            Ok(Held { state: party.key, status, since, until, decided: doubts.decided(entry), entry })
        });
        match held {
            Ok(held) => found.held.push(held),
            Err(why) => plan.left.leave(&why, entry.row),
        }
    }
    doubts.say(plan);
    statuses.say(plan);
    found.statuses = statuses.new;
    found
}

impl Doubts {
    /// Since when and until when; else why that is not known.
    fn times(&mut self, entry: &RowEntry, usual: Option<Date>) -> Result<(Date, Option<Date>), Message> {
        let since = match (&entry.since, usual) {
            (Written::Date(since), _) => *since,
            (Written::Absent, Some(usual)) => usual,
            (Written::Within(after, by), Some(usual))
                if usual.first_day() <= by.last_day()
                    && after.is_none_or(|after| after.last_day() < usual.first_day()) =>
            {
                usual
            }
            (Written::Within(..), Some(_)) => return Err(message!(import::left_since_outside)),
            (Written::Within(..), None) => {
                self.unseen += 1;
                return Err(message!(import::left_begun_before));
            }
            (Written::Absent, None) => {
                self.dateless += 1;
                return Err(message!(import::left_no_date));
            }
            (doubtful, _) => return Err(self.unread(doubtful)),
        };
        match &entry.until {
            Written::Absent => Ok((since, None)),
            Written::Date(until) => Ok((since, Some(*until))),
            Written::Within(..) => Err(message!(import::left_ended_between)),
            doubtful => Err(self.unread(doubtful)),
        }
    }

    /// Why a date is not understood.
    fn unread(&mut self, date: &Written) -> Message {
        match date {
            Written::Numbers(.., text) => {
                self.either.push(text.clone());
                message!(import::left_either_day)
            }
            Written::Unread(text) => {
                self.unread.push(text.clone());
                message!(import::left_unread_date)
            }
            _ => message!(import::left_no_date),
        }
    }

    /// When it was decided, which a status can do without.
    fn decided(&mut self, entry: &RowEntry) -> Option<Date> {
        match &entry.decided {
            Written::Date(decided) => return Some(*decided),
            Written::Numbers(.., text) | Written::Unread(text) => self.undecided.push(text.clone()),
            Written::Absent | Written::Within(..) => {}
        }
        None
    }

    fn statusless(&mut self) -> Message {
        self.statusless += 1;
        message!(import::left_no_status)
    }

    fn say(self, plan: &mut Plan) {
        plan.name_strangers(self.strangers);
        let list = |all: Vec<String>| Value::list(all.into_iter().take(TOLD));
        let mut say = |count: usize, what: Message| {
            if count > 0 {
                plan.remarks.push(what);
            }
        };
        let (at_odds, unread, either) = (self.at_odds.len(), self.unread.len(), self.either.len());
        say(at_odds, message!(import::at_odds, states = list(self.at_odds)));
        say(unread, message!(import::unread_dates, dates = list(self.unread)));
        say(either, message!(import::either_days, dates = list(self.either)));
        say(self.undecided.len(), message!(import::undecided, dates = list(self.undecided)));
        say(self.dateless, message!(import::dateless, count = self.dateless));
        say(self.unseen, message!(import::begun_before, count = self.unseen));
        say(self.statusless, message!(import::statusless, count = self.statusless));
    }
}
