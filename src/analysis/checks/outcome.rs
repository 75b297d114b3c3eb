//! How a check can come out.

use crate::briefing::Message;
use crate::label;

/// How a check came out. Ordered worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It does not hold.
    Fail,
    /// A reader should be careful.
    Warn,
    /// It holds.
    Pass,
    /// Nothing to hold: something computed or noted.
    Info,
}

impl Outcome {
    /// All outcomes, worst first.
    pub const ALL: [Self; 4] = [Self::Fail, Self::Warn, Self::Pass, Self::Info];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Warn => "warn",
            Self::Pass => "pass",
            Self::Info => "info",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Message {
        match self {
            Self::Fail => label!(sources::outcome_fail),
            Self::Warn => label!(sources::outcome_warn),
            Self::Pass => label!(sources::outcome_pass),
            Self::Info => label!(sources::outcome_info),
        }
    }
}
