//! What a page for browsers calls a part of itself, `claim-turnover-2024`, as a link of the program.

use super::Link;

/// The kinds of what has an anchor, each with the tab that it is shown on.
const KINDS: [(&str, &str); 6] = [
    ("claim", "sources"),
    ("sentence", "sources"),
    ("source", "sources"),
    ("finding", "sources"),
    ("state", "members"),
    ("figures", "trade"),
];

/// The name under which a link gives what is selected.
pub const SELECTED: &str = "select";

/// The link to what an anchor is of, or to the tab that it is called like; none where it is no anchor of a page.
pub fn of_anchor(anchor: &str) -> Option<Link> {
    if let Some((kind, _)) = anchor.split_once('-')
        && let Some((_, tab)) = KINDS.into_iter().find(|(known, _)| *known == kind)
    {
        return Some(Link { tab: tab.to_owned(), given: vec![(SELECTED.to_owned(), anchor.to_owned())] });
    }
    ["summary", "members", "trade", "sources"].contains(&anchor).then(|| Link::of(anchor))
}

/// An identifier as it stands in an anchor.
pub fn plain(id: &str) -> String {
    id.chars().map(|sign| if sign.is_ascii_alphanumeric() || "-._".contains(sign) { sign } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::of_anchor;

    #[test]
    fn an_anchor_is_a_link() {
        let said = |anchor: &str| of_anchor(anchor).map(|link| link.to_string());
        assert_eq!(said("claim-turnover-2024").as_deref(), Some("briefing-desk:sources?select=claim-turnover-2024"));
        assert_eq!(said("state-nepal").as_deref(), Some("briefing-desk:members?select=state-nepal"));
        assert_eq!(said("trade").as_deref(), Some("briefing-desk:trade"));
        assert_eq!((said("content"), said("claim"), said("")), (None, None, None));
    }
}
