//! One publication as a bibliography has it, and what it is as a source.

use crate::analysis::fold::known_by;
use crate::analysis::publishers::{Publisher, signs};
use crate::briefing::{Date, Source, SourceKind};
use crate::import::number::is_missing;
use crate::import::{date, period};

/// A publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The key that the bibliography gives it.
    pub key: String,
    /// What kind of publication it is, in the words of the bibliography.
    pub kind: String,
    pub title: String,
    /// Who published it, else what it appeared in.
    pub publisher: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    pub published: Option<Date>,
    /// What the bibliography says of that beyond the date, in its words.
    pub dated: String,
    pub read: Option<Date>,
    pub address: String,
    /// Where else it is on the web.
    pub elsewhere: Vec<String>,
    pub licence: String,
    pub note: String,
    /// Its number in the file, or the line on which it begins.
    pub row: u32,
}

impl Item {
    /// Where it is on the web, without what does not tell one page from another.
    pub fn place(&self) -> String {
        place(&self.address)
    }

    /// The host of its address.
    pub fn host(&self) -> Option<&str> {
        host(&self.address)
    }

    /// What kind of publisher stands behind it, as far as its kind, its host and its publisher tell.
    pub fn source_kind(&self, source: &Source) -> SourceKind {
        let (certain, possible) = signs(source, self.host());
        let told = |signs: &[(String, Publisher)]| signs.first().map(|(_, told)| *told);
        let lower = self.kind.to_lowercase();
        if AGENCIES.contains(&known_by(&self.publisher).as_str()) || told(&certain) == Some(Publisher::Agency) {
            return SourceKind::Agency;
        }
        if told(&certain) == Some(Publisher::Office) || OF_OFFICES.contains(&lower.as_str()) {
            return SourceKind::Official;
        }
        // What a bibliography does not say more of, a ministry has published as well.
        if OF_ANYBODY.contains(&lower.as_str()) && told(&possible) == Some(Publisher::Office) {
            return SourceKind::Official;
        }
        // A book of a University Press is no newspaper.
        if !ON_THE_WEB.contains(&lower.as_str()) {
            return SourceKind::Reference;
        }
        match told(&certain).or_else(|| told(&possible)) {
            Some(Publisher::Office) => SourceKind::Official,
            Some(Publisher::Work) => SourceKind::Reference,
            _ => SourceKind::Press,
        }
    }
}

/// News agencies by what they are called, folded.
const AGENCIES: [&str; 24] = [
    "reuters",
    "thomsonreuters",
    "afp",
    "agencefrancepresse",
    "ap",
    "apnews",
    "associatedpress",
    "theassociatedpress",
    "tass",
    "тасс",
    "xinhua",
    "xinhuanet",
    "新华社",
    "新华网",
    "interfax",
    "интерфакс",
    "риановости",
    "anadolu",
    "anadoluagency",
    "prime",
    "прайм",
    "kyodonews",
    "yonhap",
    "dpa",
];

/// What only an office publishes, in the words of bibliographies.
const OF_OFFICES: [&str; 10] =
    ["legislation", "treaty", "bill", "regulation", "stat", "legal_case", "speech", "press-release", "hear", "govdoc"];

/// What anybody may have published, in the words of bibliographies.
const OF_ANYBODY: [&str; 6] = ["gen", "rprt", "report", "document", "techreport", "unpb"];

/// What stands on the web or in a newspaper, in the words of bibliographies; nothing is said of an address alone.
const ON_THE_WEB: [&str; 16] = [
    "",
    "article-newspaper",
    "article-magazine",
    "news",
    "mgzn",
    "broadcast",
    "post-weblog",
    "post",
    "blog",
    "webpage",
    "elec",
    "web",
    "online",
    "misc",
    "electronic",
    "www",
];

/// An address without what does not tell one page from another: scheme, `www.`, the end of the path, the fragment.
pub fn place(address: &str) -> String {
    let bare = address.trim();
    let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.split('#').next().unwrap_or(bare).trim_end_matches('/');
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    if path.is_empty() { host.to_lowercase() } else { format!("{}/{path}", host.to_lowercase()) }
}

/// The host of a web address.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// A date as bibliographies write it, cut to what is known of it, and the words of what says more than that: a season, a
/// doubt, a span, or no date at all.
pub fn dated(text: &str) -> (Option<Date>, String) {
    let text = text.trim();
    if is_missing(text) {
        return (None, String::new());
    }
    let known = of_ris(text).or_else(|| date::date(text).map(|date| (date, true)));
    match known.or_else(|| Some((beginning(text)?, false))) {
        Some((date, true)) => (Some(date), String::new()),
        Some((date, false)) => (Some(date), text.to_owned()),
        None => (None, text.to_owned()),
    }
}

/// As RIS has it: year, month, day and other words with strokes between, noughts or nothing where they are not known. Also
/// whether that is all that it says.
fn of_ris(text: &str) -> Option<(Date, bool)> {
    let mut parts = text.splitn(4, '/').map(str::trim);
    let year = parts.next().and_then(period::year)?;
    let number = |part: Option<&str>| match part.map(str::parse::<u8>) {
        None | Some(Ok(0)) => Some(None),
        Some(Ok(number)) => Some(Some(number)),
        Some(Err(_)) => part.unwrap_or_default().is_empty().then_some(None),
    };
    let (month, day) = (number(parts.next())?, number(parts.next())?);
    let other = parts.next().unwrap_or_default();
    let written = match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        (None, _) => format!("{year:04}"),
    };
    Some((written.parse().ok()?, other.is_empty()))
}

/// The year in which a span of time lies or begins: `2021~`, `2024-21`, `2022-10/2022-11`, `Q1 2024`.
fn beginning(text: &str) -> Option<Date> {
    let of_span = || period::read(text).map(|period| period.days().0.year());
    let begins = text.get(..4).and_then(period::year);
    let alone = !text.get(4..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric());
    let year = begins.filter(|_| alone).or_else(of_span)?;
    format!("{year:04}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{dated, host, place};

    #[test]
    fn dates_and_addresses_are_read_as_bibliographies_write_them() {
        for (text, meant) in [
            ("2024/03/05/", Some("2024-03-05")),
            ("2024/3/5", Some("2024-03-05")),
            ("2024///", Some("2024")),
            ("2024/03//", Some("2024-03")),
            ("2024/00/00", Some("2024")),
            ("5 March 2024", Some("2024-03-05")),
            ("2024-03-05T10:00:00", Some("2024-03-05")),
            ("n.d.", None),
            ("", None),
        ] {
            let (date, beyond) = dated(text);
            assert_eq!((date.map(|date| date.to_string()).as_deref(), beyond.as_str()), (meant, ""), "{text}");
        }
        for (text, meant) in [
            ("2021///Spring", Some("2021")),
            ("2021/03//Spring issue", Some("2021-03")),
            ("2021~", Some("2021")),
            ("1987?", Some("1987")),
            ("2024-21", Some("2024")),
            ("2022-10/2022-11", Some("2022")),
            ("2023, to appear", Some("2023")),
            ("Q1 2024", Some("2024")),
            ("March 5", None),
            ("to appear", None),
        ] {
            let (date, beyond) = dated(text);
            assert_eq!((date.map(|date| date.to_string()).as_deref(), beyond.as_str()), (meant, text), "{text}");
        }
        assert_eq!(place("http://www.Example.org/a/"), place("https://example.org/a#part"));
        assert_ne!(place("https://example.org/a?id=1"), place("https://example.org/a?id=2"));
        assert_eq!(host("https://www.example.org:443/x"), Some("example.org"));
        assert_eq!(host("example.org"), None);
    }
}
