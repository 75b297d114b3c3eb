//! What is shown, as a text that can be handed on: `briefing-desk:members?status=member&as-of=2018-01-01`.
//!
//! A link names a tab and what is set on it, by the names that the options of the command line have. It is text that
//! anybody may have written: it is short, every name in it is known or refused by name, and what it asks for is held
//! against the briefing that is open, as an option is.

mod anchor;
mod error;
mod queries;

use std::fmt;
use std::str::FromStr;

pub use self::anchor::{SELECTED, of_anchor, plain};
pub use self::error::LinkError;
pub use self::queries::{
    CHECKS, CLAIMS, ROSTER, TRADE, TradeShown, checks_given, checks_query, claims_given, claims_query, roster_given,
    roster_query, trade_given, trade_shown,
};

/// What every link begins with.
pub const SCHEME: &str = "briefing-desk:";
/// No link is longer, in bytes.
const LONGEST: usize = 8 << 10;

/// A tab, and what is set on it: names with values, of which a name may have several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The key of the tab.
    pub tab: String,
    /// What is given, in its order.
    pub given: Vec<(String, String)>,
}

impl Link {
    /// A tab as it first opens.
    pub fn of(tab: &str) -> Self {
        Self { tab: tab.to_owned(), given: Vec::new() }
    }

    /// Whether a text is meant as a link.
    pub fn is_meant(text: &str) -> bool {
        text.trim_start().get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
    }

    /// The first value of a name.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.given.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// All values of a name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.given.iter().filter(|(given, _)| given == name).map(|(_, value)| value.clone()).collect()
    }

    /// Holds its names against those that mean something.
    ///
    /// # Errors
    /// The first that means nothing, with those that do.
    pub fn only(&self, known: &[&[&'static str]]) -> Result<(), LinkError> {
        let known = || known.iter().copied().flatten().copied();
        match self.given.iter().find(|(name, _)| known().all(|known| known != name)) {
            None => Ok(()),
            Some((name, _)) => Err(LinkError::Name { name: name.clone(), known: known().collect() }),
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}", self.tab)?;
        for (index, (name, value)) in self.given.iter().enumerate() {
            write!(f, "{}{name}=", if index == 0 { '?' } else { '&' })?;
            for byte in value.bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b',' => {
                        write!(f, "{}", char::from(byte))?;
                    }
                    other => write!(f, "%{other:02X}")?,
                }
            }
        }
        Ok(())
    }
}

impl FromStr for Link {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        if !Self::is_meant(text) {
            return Err(LinkError::Foreign);
        }
        if text.len() > LONGEST {
            return Err(LinkError::Long(LONGEST));
        }
        let rest = text.get(SCHEME.len()..).unwrap_or_default();
        let (tab, given) = rest.split_once('?').unwrap_or((rest, ""));
        let pairs = given.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let broken = || LinkError::Broken(pair.to_owned());
            if !is_name(name) {
                return Err(broken());
            }
            Ok((name.to_owned(), decoded(value).ok_or_else(broken)?))
        });
        if !is_name(tab) {
            return Err(LinkError::Broken(tab.to_owned()));
        }
        Ok(Self { tab: tab.to_owned(), given: pairs.collect::<Result<_, _>>()? })
    }
}

/// Whether a text can be the name of a tab or of what is set on it.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// What a value says; nothing where it is broken, is no UTF-8 or holds what does not show.
fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
                u8::try_from(high * 16 + low).ok()?
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok().filter(|text| !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Link, LinkError};

    #[test]
    fn a_link_is_a_tab_and_what_is_set_on_it() {
        let link: Link =
            " briefing-desk:members?status=member&as-of=2018-01-01&search=c%C3%B4te+d ".parse().expect("a link");
        assert_eq!((link.tab.as_str(), link.one("as-of")), ("members", Some("2018-01-01")));
        assert_eq!(link.one("search"), Some("côte d"));
        assert_eq!(link.to_string(), "briefing-desk:members?status=member&as-of=2018-01-01&search=c%C3%B4te%20d");
        assert_eq!("BRIEFING-DESK:trade".parse(), Ok(Link::of("trade")));
    }

    #[test]
    fn what_is_no_link_is_refused_for_what_it_is() {
        let refused = |text: &str| text.parse::<Link>().expect_err(text);
        assert_eq!(refused("https://example.org/"), LinkError::Foreign);
        assert_eq!(refused("briefing-desk"), LinkError::Foreign);
        assert!(matches!(refused(&format!("briefing-desk:members?search={}", "a".repeat(9000))), LinkError::Long(_)));
        for broken in [
            "briefing-desk:",
            "briefing-desk:../../etc",
            "briefing-desk:members?=x",
            "briefing-desk:members?a b=c",
            "briefing-desk:members?search=%",
            "briefing-desk:members?search=%zz",
            "briefing-desk:members?search=%ff",
            "briefing-desk:members?search=%0a",
            "briefing-desk:members?search=%1B[2J",
            "briefing-desk:Members",
        ] {
            assert!(matches!(refused(broken), LinkError::Broken(_)), "{broken}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            tab in "[a-z]{1,8}",
            given in prop::collection::vec(("[a-z]{1,6}(-[a-z]{1,4})?", "\\PC{0,12}"), 0..6),
        ) {
            let link = Link { tab, given };
            prop_assert_eq!(link.to_string().parse::<Link>(), Ok(link));
        }

        #[test]
        fn no_text_is_too_much(text in "(briefing-desk:)?\\PC{0,40}") {
            let _ = text.parse::<Link>();
        }
    }
}
