//! Text of a briefing as text of a page: nothing in it is markup, whatever it says.

use crate::briefing::visible::shown;

/// A text as it stands between two tags.
pub fn text(text: &str) -> String {
    escaped(text)
}

/// A text as it stands in an attribute in double quotes.
pub fn attribute(text: &str) -> String {
    escaped(&text.replace(['\n', '\r', '\t'], " "))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in shown(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
