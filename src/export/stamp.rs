//! When an export was made.

use std::fmt;

use jiff::Timestamp;

use crate::briefing::Message;
use crate::message;
use crate::words::Words;

/// When an export was made: a second in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Timestamp);

impl Stamp {
    /// Now, or at `SOURCE_DATE_EPOCH` where that is given: seconds since 1970, as reproducible-builds.org defines it.
    ///
    /// # Errors
    /// What is given is no such number.
    pub fn at(epoch: Option<&str>) -> Result<Self, StampError> {
        let wrong = |given: &str| StampError { given: given.to_owned() };
        let seconds = match epoch {
            None => Timestamp::now().as_second(),
            Some(text) => text.trim().parse().map_err(|_| wrong(text))?,
        };
        Timestamp::from_second(seconds).map(Self).map_err(|_| wrong(&seconds.to_string()))
    }

    /// The second, in UTC.
    pub const fn timestamp(self) -> Timestamp {
        self.0
    }
}

/// What `SOURCE_DATE_EPOCH` is, where that is no number of seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampError {
    given: String,
}

impl StampError {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        message!(export::wrong_epoch, given = &self.given)
    }
}

impl fmt::Display for StampError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl std::error::Error for StampError {}

impl fmt::Display for Stamp {
    /// ISO 8601, in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn the_second_can_be_given() {
        assert_eq!(Stamp::at(Some("1752451200")).map(|made| made.to_string()), Ok("2025-07-14T00:00:00Z".to_owned()));
        for wrong in ["", "soon", "1.5", "9999999999999999"] {
            let said = Stamp::at(Some(wrong)).expect_err(wrong).to_string();
            assert!(said.contains("SOURCE_DATE_EPOCH") && said.contains("1735689600"), "{said}");
        }
    }

    #[test]
    fn without_one_it_is_now_without_fractions() {
        let made = Stamp::at(None).expect("now").to_string();
        assert_eq!(made.len(), "2025-07-14T00:00:00Z".len(), "{made}");
    }
}
