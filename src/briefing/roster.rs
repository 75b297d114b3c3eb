//! Who belongs to an organisation, since when and as what.

use ahash::AHashSet;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Date, Key, Locator, Names, few, iso3166, said};

/// An organisation and the history of who belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Roster {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The organisation.
    pub organisation: Organisation,
    /// The last day for which the roster is known.
    pub known_until: Date,
    /// The statuses a state can have, highest first.
    pub statuses: Vec<Status>,
    /// Where each column of `states` comes from.
    #[serde(default, skip_serializing_if = "Columns::is_empty")]
    pub columns: Columns,
    /// The people of the whole world, counted as the states' are; absent where not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub world: Option<World>,
    /// Every state that has or had a status.
    pub states: Vec<State>,
    /// Where the spells are read that name no source themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Every spell of status, in any order.
    pub spells: Vec<Spell>,
    /// The list as the document printed it; absent or empty where it prints none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<PrintedEntry>,
    /// What the printed list claims to give in full; without it, every state of each status under which it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_gives: Option<PrintedScope>,
    /// How many states the document says have a status, where it gives a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<StatedCount>,
}

/// The organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The key by which it is chosen; without one the name of its file, `roster` or that of `roster/au.json`, `au`.
    #[serde(default = "Key::unnamed", skip_serializing_if = "Key::is_unnamed")]
    pub id: Key,
    /// Its name in each language.
    pub names: Names,
    /// Its usual short name.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub short: String,
    /// When it was founded.
    pub founded: Date,
    /// Where that is read.
    pub citations: Vec<Citation>,
}

/// A status a state can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The key that spells name.
    pub id: Key,
    /// Its name for one state, such as `Dialogue partner`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// Its name for one, in running text, such as `dialogue partner`; `name` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub singular: Option<String>,
    /// Its name for several, in running text, such as `dialogue partners`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub plural: String,
    /// The shape and colour that stand for it.
    pub shape: StatusShape,
    /// Whether it can be held beside another, as an office can beside membership.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beside: bool,
    /// The first day on which the status existed; absent where it always did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day on which it no longer did, and what it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged: Option<Merger>,
}

impl Status {
    /// Its name for one, in running text.
    pub fn in_text(&self) -> &str {
        self.singular.as_deref().unwrap_or(&self.name)
    }

    /// Its name for so many, in running text.
    pub fn counted(&self, count: usize) -> &str {
        if count == 1 { self.in_text() } else { &self.plural }
    }
}

/// The end of a status by merger into another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Merger {
    /// The first day of the new status.
    pub on: Date,
    /// The new status.
    pub into: Key,
    /// Where that is read.
    pub citations: Vec<Citation>,
}

/// The shape of a status; its colour goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusShape {
    /// A disc, blue.
    Circle,
    /// A diamond, orange.
    Diamond,
    /// A triangle, green.
    Triangle,
    /// A square, green.
    Square,
    /// A ring, blue.
    Ring,
    /// The outline of a diamond, orange.
    HollowDiamond,
    /// The outline of a triangle, green.
    HollowTriangle,
    /// The outline of a square, green.
    HollowSquare,
    /// An upright cross, orange.
    Cross,
    /// A cross lying on its side, blue.
    Saltire,
    /// A star of six points, green.
    Star,
    /// A triangle that stands on its point, orange.
    Wedge,
    /// A bar, green.
    Bar,
    /// The upper half of a disc, blue.
    Half,
}

impl StatusShape {
    /// All of them, those that are told apart best first.
    pub const ALL: [Self; 14] = [
        Self::Circle,
        Self::Diamond,
        Self::Triangle,
        Self::Square,
        Self::Ring,
        Self::HollowDiamond,
        Self::HollowTriangle,
        Self::HollowSquare,
        Self::Cross,
        Self::Saltire,
        Self::Star,
        Self::Wedge,
        Self::Bar,
        Self::Half,
    ];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Diamond => "diamond",
            Self::Triangle => "triangle",
            Self::Square => "square",
            Self::Ring => "ring",
            Self::HollowDiamond => "hollow-diamond",
            Self::HollowTriangle => "hollow-triangle",
            Self::HollowSquare => "hollow-square",
            Self::Cross => "cross",
            Self::Saltire => "saltire",
            Self::Star => "star",
            Self::Wedge => "wedge",
            Self::Bar => "bar",
            Self::Half => "half",
        }
    }
}

/// Where each column of the states comes from. What is absent is that of what the program carries, where it was filled from
/// that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Columns {
    /// Names in each language.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub names: Column,
    /// Other names they are searched by.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub aliases: Column,
    /// Capitals.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub capital: Column,
    /// UN regions.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub region: Column,
    /// Population.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub population: Column,
    /// Positions on the map.
    #[serde(skip_serializing_if = "Column::is_empty")]
    pub position: Column,
}

impl Columns {
    /// Each with its name in the files.
    pub const fn each(&self) -> [(&'static str, &Column); 6] {
        [
            ("names", &self.names),
            ("aliases", &self.aliases),
            ("capital", &self.capital),
            ("region", &self.region),
            ("population", &self.population),
            ("position", &self.position),
        ]
    }

    /// Whether nothing is said of any.
    pub fn is_empty(&self) -> bool {
        self.each().iter().all(|(_, column)| column.is_empty())
    }

    /// The column of a name in the files.
    pub(super) fn named(&mut self, name: &str) -> Option<&mut Column> {
        Some(match name {
            "names" => &mut self.names,
            "aliases" => &mut self.aliases,
            "capital" => &mut self.capital,
            "region" => &mut self.region,
            "population" => &mut self.population,
            "position" => &mut self.position,
            _ => return None,
        })
    }
}

/// Where a column comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What it is and what vintage, in a few words.
    pub note: String,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

impl Column {
    /// Whether nothing is said of it.
    pub const fn is_empty(&self) -> bool {
        self.note.is_empty() && self.citations.is_empty()
    }
}

/// The people of the world, as what a population is a share of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct World {
    /// Persons, to three significant figures.
    #[schemars(range(max = u64::MAX))]
    pub population: u64,
    /// What it is and what vintage, in a few words.
    pub note: String,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

/// A state, or an organisation that belongs to one as states do.
///
/// What is absent of a state with an `alpha2` is filled from what the program carries: codes, names in the languages of
/// the briefing, capital, region, population and position. A state that is no more has the code that it had (ISO 3166-3),
/// with its `alpha3` where another has its `alpha2` now: `"SU"`; `"CS"` and `"CSK"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The key that spells and claims name.
    pub id: Key,
    /// ISO 3166-1 alpha-2; absent where it has none, as an organisation that belongs to another.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alpha2: String,
    /// ISO 3166-1 alpha-3; absent where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alpha3: String,
    /// ISO 3166-1 numeric, three digits; absent where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub numeric: String,
    /// Its short name in each language; may be absent where `alpha2` is given.
    #[serde(default)]
    pub names: Names,
    /// Other names a reader may look it up by.
    #[serde(default, deserialize_with = "few::list", skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its capital, or the seat of an organisation; absent where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub capital: String,
    /// Its UN region (M49 sub-region or intermediate region); may be absent where `alpha2` is given.
    #[serde(default)]
    pub region: String,
    /// Its population in persons, to three significant figures; absent where not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = u64::MAX))]
    pub population: Option<u64>,
    /// One position for the map, at the capital; may be absent where `alpha2` is given.
    #[serde(default = "Position::unsaid")]
    #[schemars(transform = without_default)]
    pub position: Position,
}

/// What stands for a value that is not there is no value that could be there.
fn without_default(schema: &mut schemars::Schema) {
    schema.remove("default");
}

impl State {
    /// All that it is called: its name in each language, and the other names that it is looked up by.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name).chain(self.aliases.iter().map(String::as_str))
    }

    /// The code by which the program knows it, see [`iso3166::known_as`]; none where no country has or had its codes.
    pub fn code(&self) -> Option<&'static str> {
        iso3166::code_of([&self.alpha2, &self.alpha3, &self.numeric])
    }
}

/// A position on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Degrees north, negative for south.
    #[schemars(range(min = -90.0, max = 90.0))]
    pub latitude: f64,
    /// Degrees east, negative for west.
    #[schemars(range(min = -180.0, max = 180.0))]
    pub longitude: f64,
}

impl Position {
    /// The position of what has none until it is loaded; nothing else can have it.
    pub(super) const fn unsaid() -> Self {
        Self { latitude: f64::NAN, longitude: f64::NAN }
    }

    /// Whether it is none.
    pub(super) const fn is_unsaid(self) -> bool {
        self.latitude.is_nan()
    }
}

/// A time during which a state had one status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spell {
    /// The state.
    pub state: Key,
    /// The status.
    pub status: Key,
    /// When it took effect, as far as known.
    pub from: Date,
    /// By how many days `from` may be wrong, where sources differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u8>,
    /// The first day on which it no longer held; absent while it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// When it was decided or opened, where that is another date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Date>,
    /// Where or how it took effect, such as `annual summit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// What a reader should know about these dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it is read.
    #[serde(default, deserialize_with = "few::list")]
    pub citations: Vec<Citation>,
}

impl Spell {
    /// The dates that it has: when it took effect, when it ended and when it was decided, as far as these are given.
    pub fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        [Some(self.from), self.until, self.decided].into_iter().flatten()
    }
}

/// An entry of the printed list, in its order, mistakes and all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedEntry {
    /// The state meant.
    pub state: Key,
    /// The status it is listed under.
    pub status: Key,
    /// Its name as printed.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub printed: String,
    /// The sentence that lists it.
    pub at: Locator,
}

/// What a printed list claims to give in full. Only what it claims to give can be left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedScope {
    /// The statuses it gives; without them, those under which it names a state. An empty list: it gives examples only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statuses: Option<Vec<Key>>,
    /// The regions it gives, as the states name them; without them, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
    /// The states it chooses among, where that is neither all nor a region; without them, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Key>,
}

impl Roster {
    /// Whether the document prints a list.
    pub const fn has_printed_list(&self) -> bool {
        !self.printed.is_empty() || self.printed_gives.is_some()
    }

    /// What the printed list claims to give.
    pub fn given(&self) -> Given<'_> {
        let scope = self.printed_gives.as_ref();
        let statuses = match scope.and_then(|scope| scope.statuses.as_ref()) {
            Some(statuses) => statuses.iter().collect(),
            None => self.printed.iter().map(|entry| &entry.status).collect(),
        };
        let regions = scope.into_iter().flat_map(|scope| &scope.regions).map(String::as_str).collect();
        Given { statuses, regions, states: scope.into_iter().flat_map(|scope| &scope.states).collect() }
    }
}

/// What a printed list claims to give, to be asked for one state after the other.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    statuses: AHashSet<&'a Key>,
    /// None: all of them.
    regions: AHashSet<&'a str>,
    /// None: all of them.
    states: AHashSet<&'a Key>,
}

impl Given<'_> {
    /// Whether the states of a status, as far as it gives any.
    pub fn has_status(&self, status: &Key) -> bool {
        self.statuses.contains(status)
    }

    /// Whether a state is of the part of the roster that it chooses from.
    pub fn has_state(&self, state: &State) -> bool {
        (self.regions.is_empty() || self.regions.contains(state.region.as_str()))
            && (self.states.is_empty() || self.states.contains(&state.id))
    }

    /// Whether every state of a status.
    pub fn has_all_of(&self, status: &Key) -> bool {
        self.has_status(status) && self.regions.is_empty() && self.states.is_empty()
    }
}

/// A number of states that the document states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedCount {
    /// The status counted.
    pub status: Key,
    /// The number as stated.
    #[schemars(range(max = u32::MAX))]
    pub number: u32,
    /// The sentence that states it.
    pub at: Locator,
}
