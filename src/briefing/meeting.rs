//! What happened: who met, where, about what, and what came before and after.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::unique::unique_map;
use super::{Citation, Date, Key, Message, Names, Position, State, Statement, Value, said};
use crate::{label, message};

/// The event a briefing is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What happened, as a headline.
    pub headline: Statement,
    /// Why it matters, in one line.
    pub takeaway: Statement,
    /// The day.
    pub date: Date,
    /// The last day, where it went on for several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The city.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub place: String,
    /// The other cities, where it was held in several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_places: Vec<String>,
    /// How those who took part met; in person where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<MeetingForm>,
    /// Its own event in the chronology. Another event may be of the same day, so the day does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Key>,
    /// Where day and city are read.
    pub citations: Vec<Citation>,
    /// Where the people, places, topics, events and open questions are read that name no source themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list_citations: Vec<Citation>,
    /// Who took part or is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// States that play a part and are in no roster.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<State>,
    /// The places that play a part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// What was talked about, forums included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// What came before and after, in order of date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chronology: Vec<Event>,
    /// Where the parties' own accounts differ.
    #[serde(default, skip_serializing_if = "Readouts::is_empty")]
    pub readouts: Readouts,
    /// What was looked for and not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknowns: Vec<Unknown>,
}

/// How those who take part in a meeting meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingForm {
    /// In one room.
    InPerson,
    /// Some in one room, the others by video.
    Hybrid,
    /// By video.
    Video,
    /// By telephone.
    Telephone,
}

impl MeetingForm {
    /// What is said of it, where that is not what everyone supposes.
    pub const fn said(self) -> Option<Message> {
        Some(match self {
            Self::InPerson => return None,
            Self::Hybrid => label!(summary::form_hybrid),
            Self::Video => label!(summary::form_video),
            Self::Telephone => label!(summary::form_telephone),
        })
    }
}

impl Meeting {
    /// Every city it was held in.
    pub fn cities(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.place).chain(&self.further_places).map(String::as_str)
    }

    /// Where it was, as a list, and how those who took part met.
    pub fn place_said(&self) -> Value {
        let cities = Value::list(self.cities().map(str::to_owned));
        match self.form.and_then(MeetingForm::said) {
            Some(form) => message!(summary::place_and_form, place = cities, form = form).into(),
            None => cities,
        }
    }

    /// When it was.
    pub const fn date_said(&self) -> Value {
        match self.until {
            Some(_) => Value::Span(self.date, self.until),
            None => Value::LongDate(self.date),
        }
    }

    /// Whether an event of the chronology is the meeting itself.
    pub fn is(&self, event: &Event) -> bool {
        self.event.as_ref() == Some(&event.id)
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The key that claims mention.
    pub id: Key,
    /// Their name in each language.
    pub names: Names,
    /// Their office on the day.
    pub office: String,
    /// The state they speak for; absent where they speak for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Key>,
    /// The organisation they speak for, by its key, where it is no state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Key>,
    /// Their part in the event, such as `took part` or `named`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub part: String,
    /// Where they are named. Without, where the lists are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The key that claims mention.
    pub id: Key,
    /// Its name.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// Its part in the event, such as `Talks` or `Next`; places of one part stand together.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub part: String,
    /// Where it lies; with it the place has a mark on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Where it is named. Without, where the lists are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// Something that was talked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The key that claims mention.
    pub id: Key,
    /// Its name.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// What it belongs under, such as `Forums`; topics of one group stand together.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub group: String,
    /// Where it is named. Without, where the lists are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// Something that happened before, at or after the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its key.
    pub id: Key,
    /// When it began.
    pub from: Date,
    /// When it ended, where that is another day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Where.
    pub place: String,
    /// What, in a few words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub label: String,
    /// Where it is read. Without, where the lists are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// The parties' own accounts of one event, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Readouts {
    /// Whose accounts they are, in the order shown.
    pub parties: Vec<Party>,
    /// The points on which they differ.
    pub differences: Vec<Difference>,
}

impl Readouts {
    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.differences.is_empty()
    }
}

/// One party and its account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The key that differences name.
    pub id: Key,
    /// Who, such as `Foreign ministry`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// Why its account was not read, such as `none was published`; absent where it was. What it does not say is then
    /// not known, instead of left unsaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
}

/// A point on which the accounts differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The point.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub about: String,
    /// What each party's account says of it, by the party's key.
    #[serde(deserialize_with = "unique_map")]
    pub accounts: BTreeMap<Key, Statement>,
}

/// Something that was looked for and not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// What is not known.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub text: String,
    /// The part of the briefing it concerns.
    pub part: Part,
    /// What leaves it open: the sources that come nearest. Without, where the lists are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// A part of a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The event.
    Summary,
    /// Who belongs to what.
    Members,
    /// What was traded.
    Trade,
    /// Where it is read.
    Sources,
}

impl Part {
    /// Its name in the files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Members => "members",
            Self::Trade => "trade",
            Self::Sources => "sources",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::Briefing;

    /// The keys of the events that are the meeting.
    fn own(briefing: &Briefing) -> Vec<&str> {
        briefing
            .chronology()
            .iter()
            .filter(|event| briefing.is_own_event(event))
            .map(|event| event.id.as_str())
            .collect()
    }

    #[test]
    fn two_events_of_one_day_are_not_both_the_meeting() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(own(&briefing), ["beijing-talks"]);
        let meeting = briefing.meeting.as_mut().expect("a meeting");
        for event in &mut meeting.chronology {
            event.from = meeting.date;
        }
        assert_eq!(own(&briefing), ["beijing-talks"]);
        briefing.meeting.as_mut().expect("a meeting").event = None;
        assert!(own(&briefing).is_empty(), "what is not said is not guessed from the day");
    }
}
