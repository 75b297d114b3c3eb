//! What was traded, in which unit, counted by whom.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, Date, Key, Period, decimal, few, said};

/// The trade a briefing speaks of, as one or more series that are never mixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What the figures say, as a headline.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub headline: String,
    /// Whose trade in what, such as `Ferry freight between two ports`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub subject: String,
    /// The series; the first is the one shown first.
    pub series: Vec<Series>,
    /// Where the events are read that name no source themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestone_citations: Vec<Citation>,
    /// Events that help to read the figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
}

/// Figures in one unit from one reporter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Its key.
    pub id: Key,
    /// Who counted.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub reporter: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How goods are valued, such as `imports CIF, exports FOB`.
    pub valuation: String,
    /// What the series measures.
    pub flows: Vec<Flow>,
    /// The name of forward less backward, such as `Trade balance`.
    pub balance: String,
    /// Where its values are read that name no source themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// The values.
    pub observations: Vec<Observation>,
    /// Growth as it was published, on the period that `growth_on` says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published_growth: Vec<PublishedGrowth>,
    /// Which earlier period growth is counted from, computed and published; the same one a year before where nothing is
    /// said.
    #[serde(default, skip_serializing_if = "GrowthBase::is_usual")]
    pub growth_on: GrowthBase,
    /// What follows from the values and is stated all the same: growth, shares and balances as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated_figures: Vec<StatedFigure>,
    /// What the document says of how its figures were counted; absent where that was not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_basis: Option<Vec<Basis>>,
}

/// The earlier period that growth is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GrowthBase {
    /// The same period one year before: a quarter against the same quarter.
    #[default]
    YearBefore,
    /// The period just before, as long: a quarter against the quarter before.
    PeriodBefore,
}

impl GrowthBase {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::YearBefore => "year-before",
            Self::PeriodBefore => "period-before",
        }
    }

    /// The period that growth in another is counted from; none where the calendar has none.
    pub fn of(self, period: Period) -> Option<Period> {
        match self {
            Self::YearBefore => period.year_before(),
            Self::PeriodBefore => period.previous(),
        }
    }

    /// Whether it is what a series without a word on it means.
    pub const fn is_usual(&self) -> bool {
        matches!(self, Self::YearBefore)
    }
}

/// Something a reader has to know before comparing figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The currency.
    Currency,
    /// The scale, such as billion.
    Scale,
    /// Current or constant prices.
    Prices,
    /// How goods are valued, such as CIF or FOB.
    Valuation,
    /// Who counted.
    Reporter,
}

/// A figure that is stated and can be computed from the values of the series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedFigure {
    /// What is stated.
    pub measure: StatedMeasure,
    /// The flow; for a balance the total.
    pub flow: Key,
    /// The period growth is counted from; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Period>,
    /// The period.
    pub period: Period,
    /// Per cent, or the series' unit for a balance, with the digits it was printed with.
    #[serde(with = "decimal")]
    #[schemars(with = "String", regex(pattern = decimal::PATTERN), length(max = decimal::MAX_LENGTH))]
    pub value: Decimal,
    /// Where it is read.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// What can be stated of values besides themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatedMeasure {
    /// `(to / from - 1) * 100`.
    Growth,
    /// `((to / from)^(1 / years) - 1) * 100`.
    CompoundGrowth,
    /// A direction in the total, `part / whole * 100`.
    Share,
    /// Forward less backward.
    Balance,
}

impl StatedMeasure {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::CompoundGrowth => "compound-growth",
            Self::Share => "share",
            Self::Balance => "balance",
        }
    }
}

/// A unit of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// ISO 4217, such as `USD`.
    pub currency: String,
    /// The sign before a value, such as `US$`.
    pub sign: String,
    /// The scale after a value, such as `bn`.
    pub scale: String,
    /// The price basis, such as `current prices`.
    pub prices: String,
}

/// One thing a series measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The key that observations name.
    pub id: Key,
    /// Its name.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// Its part in the series.
    pub role: FlowRole,
    /// The total that it is a part of: the directions that name one total sum to it, and so do the totals that name it.
    /// Where a direction names none, it is a part of the series' only total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Key>,
    /// How this flow is valued, such as `CIF`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valuation: Option<String>,
}

/// The part a flow plays; any number of flows can play one. A total is the sum of the directions that are parts of it; a
/// balance is forward less backward, where one total has exactly one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FlowRole {
    /// Both directions together.
    Total,
    /// From the partner whose balance is shown.
    Forward,
    /// To the partner whose balance is shown.
    Backward,
}

/// One value of one flow in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The flow.
    pub flow: Key,
    /// The period.
    pub period: Period,
    /// The value in the series' unit, with the digits it was printed with.
    #[serde(with = "decimal")]
    #[schemars(with = "String", regex(pattern = decimal::PATTERN), length(max = decimal::MAX_LENGTH))]
    pub value: Decimal,
    /// The unit, where it was printed in another than the series'. Such a value cannot stand in the series as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The formula, where the value was derived; a value without one was reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// What a reader should know about this value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it, or what it was derived from, is read; without, where the series is.
    #[serde(default, deserialize_with = "few::list")]
    pub citations: Vec<Citation>,
}

/// Growth as the reporter or an agency published it, on the period that the series compares with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedGrowth {
    /// The flow.
    pub flow: Key,
    /// The period.
    pub period: Period,
    /// Per cent.
    #[serde(with = "decimal")]
    #[schemars(with = "String", regex(pattern = decimal::PATTERN), length(max = decimal::MAX_LENGTH))]
    pub percent: Decimal,
    /// Where it is read.
    #[serde(default)]
    pub citations: Vec<Citation>,
}

/// Something that happened and helps to read the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// When.
    pub on: Date,
    /// What, in a few words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub label: String,
    /// Where it is read; without, where all of them are.
    #[serde(default)]
    pub citations: Vec<Citation>,
}
