//! What was traded, in which unit, counted by whom.

use std::fmt;

use jiff::civil;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;
use super::{Citation, Date, Key};

/// The trade a briefing speaks of, as one or more series that are never mixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What the figures say, as a headline.
    pub headline: String,
    /// Whose trade in what, such as `China–Russia goods trade`.
    pub subject: String,
    /// The series; the first is the one shown first.
    pub series: Vec<Series>,
    /// Events that help to read the figures.
    pub milestones: Vec<Milestone>,
}

impl Trade {
    /// The series that is shown first, and that is meant where no other is named; none where there is no series.
    pub fn main(&self) -> Option<&Series> {
        self.series.first()
    }

    /// The series beside the main one, never mixed with it.
    pub fn others(&self) -> &[Series] {
        self.series.get(1..).unwrap_or_default()
    }
}

/// Figures in one unit from one reporter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Its key.
    pub id: Key,
    /// Who counted.
    pub reporter: String,
    /// The unit of every value.
    pub unit: Unit,
    /// How goods are valued, such as `imports CIF, exports FOB`.
    pub valuation: String,
    /// What the series measures.
    pub flows: Vec<Flow>,
    /// The name of forward less backward, such as `Russia’s balance`.
    pub balance: String,
    /// The values.
    pub observations: Vec<Observation>,
    /// Growth on the year before as it was published.
    pub published_growth: Vec<PublishedGrowth>,
    /// What follows from the values and is stated all the same: growth, shares and balances as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated_figures: Vec<StatedFigure>,
    /// What the document says of how its figures were counted; absent where that was not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_basis: Option<Vec<Basis>>,
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
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$"))]
    pub value: Decimal,
    /// Where it is read.
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
    pub name: String,
    /// Its part in the series.
    pub role: FlowRole,
    /// How this flow is valued, such as `CIF`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valuation: Option<String>,
}

/// The part a flow plays. A total is the sum of the two directions; a balance is forward less backward.
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
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$"))]
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
    /// Where it, or what it was derived from, is read.
    pub citations: Vec<Citation>,
}

/// Growth on the same period a year before, as the reporter or an agency published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedGrowth {
    /// The flow.
    pub flow: Key,
    /// The period.
    pub period: Period,
    /// Per cent.
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$"))]
    pub percent: Decimal,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

/// Something that happened and helps to read the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// When.
    pub on: Date,
    /// What, in a few words.
    pub label: String,
    /// Where it is read.
    pub citations: Vec<Citation>,
}

/// A calendar year, `2024`, a run of months within one, `2025-01/2025-06`, a month, `2025-03`, or a day, `2025-03-14`.
/// Both ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i16,
    first_month: i8,
    last_month: i8,
    /// The day of the month; zero where the period is longer than a day.
    day: i8,
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// A whole calendar year.
    Year,
    /// Several months of one, counted together.
    Months,
    /// One month.
    Month,
    /// One day.
    Day,
}

impl Period {
    /// A calendar year.
    pub const fn of_year(year: i16) -> Self {
        Self { year, first_month: 1, last_month: 12, day: 0 }
    }

    /// One month.
    pub fn of_month(day: civil::Date) -> Self {
        Self { year: day.year(), first_month: day.month(), last_month: day.month(), day: 0 }
    }

    /// One day.
    pub fn of_day(day: civil::Date) -> Self {
        Self { day: day.day(), ..Self::of_month(day) }
    }

    /// The calendar year it is or lies in.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// First and last month, from one.
    pub const fn months(self) -> (i8, i8) {
        (self.first_month, self.last_month)
    }

    /// How long it is.
    pub const fn kind(self) -> PeriodKind {
        match (self.first_month, self.last_month, self.day) {
            (1, 12, _) => PeriodKind::Year,
            (first, last, 0) if first < last => PeriodKind::Months,
            (_, _, 0) => PeriodKind::Month,
            _ => PeriodKind::Day,
        }
    }

    /// Whether it is a whole calendar year.
    pub const fn is_year(self) -> bool {
        matches!(self.kind(), PeriodKind::Year)
    }

    /// Its first and its last day.
    pub fn days(self) -> (civil::Date, civil::Date) {
        let on = |month, day| civil::Date::new(self.year, month, day).unwrap_or(civil::Date::ZERO);
        let first = on(self.first_month, self.day.max(1));
        (first, if self.day > 0 { first } else { on(self.last_month, 1).last_of_month() })
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is not a period: write a year, `2024`, months of one year, `2025-01/2025-06`, a month, \
                 `2025-03`, or a day, `2025-03-14`"
            )
        };
        let month = |part: &str| -> Option<civil::Date> {
            (part.len() == 7).then(|| format!("{part}-01").parse().ok()).flatten()
        };
        if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
            return text.parse().map(Self::of_year).map_err(|_| wrong());
        }
        if let Some(month) = month(&text) {
            return Ok(Self::of_month(month));
        }
        if text.len() == 10 {
            return text.parse().map(Self::of_day).map_err(|_| wrong());
        }
        let (first, last) = text
            .split_once('/')
            .and_then(|(first, last)| Some((month(first)?, month(last)?)))
            .filter(|(first, last)| first.year() == last.year() && first <= last)
            .ok_or_else(wrong)?;
        Ok(Self { last_month: last.month(), ..Self::of_month(first) })
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    /// ISO 8601: the year, the interval of months, the month or the day.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, first_month, last_month, day } = self;
        match self.kind() {
            PeriodKind::Year => write!(f, "{year:04}"),
            PeriodKind::Months => write!(f, "{year:04}-{first_month:02}/{year:04}-{last_month:02}"),
            PeriodKind::Month => write!(f, "{year:04}-{first_month:02}"),
            PeriodKind::Day => write!(f, "{year:04}-{first_month:02}-{day:02}"),
        }
    }
}

text_schema!(
    Period,
    "Period",
    r"^[0-9]{4}(-(0[1-9]|1[0-2])(/[0-9]{4}-(0[1-9]|1[0-2])|-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "a year, such as `2024`, months of one year, such as `2025-01/2025-06`, a month, `2025-03`, or a day, `2025-03-14`",
    ["2024", "2025-01/2025-06", "2025-03", "2025-03-14"]
);

#[cfg(test)]
mod tests {
    use super::{Period, PeriodKind};

    fn period(text: &str) -> Result<Period, String> {
        Period::try_from(text.to_owned())
    }

    #[test]
    fn a_period_is_a_year_or_months_a_month_or_a_day_of_one() {
        assert!(period("2024").is_ok_and(Period::is_year));
        assert!(period("2025-01/2025-06").is_ok_and(|p| p.months() == (1, 6) && !p.is_year()));
        for (text, kind) in [
            ("2024", PeriodKind::Year),
            ("2025-01/2025-06", PeriodKind::Months),
            ("2024-02", PeriodKind::Month),
            ("2024-02-29", PeriodKind::Day),
        ] {
            let read = period(text).expect(text);
            assert_eq!((read.kind(), read.to_string().as_str()), (kind, text));
        }
        for bad in ["", "24", "2025-06/2025-01", "2024-12/2025-01", "2025-01/2025-13", "2025/2026", "2025-02-29"] {
            assert!(period(bad).is_err(), "{bad} should not be a period");
        }
    }

    #[test]
    fn a_period_has_a_first_and_a_last_day() {
        let days = |text: &str| {
            let (first, last) = period(text).expect(text).days();
            format!("{first} {last}")
        };
        assert_eq!(days("2024"), "2024-01-01 2024-12-31");
        assert_eq!(days("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(days("2025-01/2025-06"), "2025-01-01 2025-06-30");
        assert_eq!(days("2025-03-14"), "2025-03-14 2025-03-14");
    }

    #[test]
    fn all_months_of_a_year_are_the_year() {
        assert_eq!(period("2024-01/2024-12"), period("2024"));
    }
}
