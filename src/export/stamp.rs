//! When an export was made.

use std::fmt;

use jiff::Timestamp;

/// When an export was made: a second in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Timestamp);

impl Stamp {
    /// Now, or at `SOURCE_DATE_EPOCH` where that is given: seconds since 1970, as reproducible-builds.org defines it.
    ///
    /// # Errors
    /// What is given is no such number.
    pub fn at(epoch: Option<&str>) -> Result<Self, String> {
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

fn wrong(text: &str) -> String {
    format!("SOURCE_DATE_EPOCH is `{text}`: write whole seconds since 1970, such as 1752451200, or leave it out")
}

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
            let said = Stamp::at(Some(wrong)).expect_err(wrong);
            assert!(said.contains("SOURCE_DATE_EPOCH") && said.contains("1752451200"), "{said}");
        }
    }

    #[test]
    fn without_one_it_is_now_without_fractions() {
        let made = Stamp::at(None).expect("now").to_string();
        assert_eq!(made.len(), "2025-07-14T00:00:00Z".len(), "{made}");
    }
}
