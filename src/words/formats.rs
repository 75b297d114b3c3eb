//! How a reader wants numbers and dates written, where not as the language does.

use serde::{Deserialize, Serialize};

use super::NO_BREAK;

/// How numbers and dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Formats {
    /// The numbers.
    pub digits: DigitForm,
    /// The days.
    pub dates: DateForm,
}

/// What stands between the thousands of a number, and before its decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DigitForm {
    /// A space and a point: `12 345.6`.
    #[default]
    SpacePoint,
    /// A comma and a point: `12,345.6`.
    CommaPoint,
    /// A point and a comma: `12.345,6`.
    PointComma,
    /// A space and a comma: `12 345,6`.
    SpaceComma,
}

/// How a day is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateForm {
    /// With the name of the month: `14 Jul 2025`.
    #[default]
    Named,
    /// As ISO 8601 has it: `2025-07-14`.
    Iso,
}

impl DigitForm {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::SpacePoint, Self::CommaPoint, Self::PointComma, Self::SpaceComma];

    /// What stands between thousands, and before decimals.
    pub(super) const fn signs(self) -> (char, char) {
        match self {
            Self::SpacePoint => (NO_BREAK, '.'),
            Self::CommaPoint => (',', '.'),
            Self::PointComma => ('.', ','),
            Self::SpaceComma => (NO_BREAK, ','),
        }
    }

    /// A number that shows it.
    pub fn example(self) -> String {
        let (group, point) = self.signs();
        format!("12{group}345{point}6")
    }
}

impl DateForm {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Named, Self::Iso];
}
