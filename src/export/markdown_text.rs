//! Texts as Markdown, as GitHub and most editors read it, such that they are shown as they are written.

/// Text on one line that Markdown shows as it is; an address in it does not become a link by itself.
pub fn inline(text: &str) -> String {
    escaped(text).replace("://", "\\://").replace("www.", "www\\.")
}

/// Text that Markdown shows as it is, on one line: a line break becomes a space.
pub fn escaped(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        let is_special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' => true,
            // At the start of a line these would make a heading or a list.
            '#' | '+' | '-' | '=' => index == 0,
            '.' | ')' => index == digits && digits > 0,
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(if is_line_break(character) { ' ' } else { character });
    }
    escaped
}

/// Whether a character ends a line.
pub const fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether an address is one that a browser opens.
pub fn is_link(address: &str) -> bool {
    let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    is_web && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A web address between the parentheses of a Markdown link.
pub fn destination(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '(' => written.push_str("\\("),
            ')' => written.push_str("\\)"),
            '\\' => written.push_str("%5C"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            // Only with a semicolon somewhere after it can it be read as the start of an entity.
            '&' if address.contains(';') => written.push_str("&amp;"),
            _ => written.push(character),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{destination, escaped, is_line_break, is_link};

    #[test]
    fn what_starts_a_list_or_a_heading_is_escaped_there_alone() {
        for (text, expected) in [
            ("# a # b", "\\# a # b"),
            ("- 6.9 %", "\\- 6.9 %"),
            ("2025) so", "2025\\) so"),
            ("in 2025.", "in 2025."),
            (".5", ".5"),
            ("Q&A <b>", "Q\\&A \\<b\\>"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn an_address_ends_where_it_ends() {
        assert_eq!(destination("https://a.org/b_(c)?d&e"), "https://a.org/b_\\(c\\)?d&e");
        assert_eq!(destination("https://a.org/?b&copy;<"), "https://a.org/?b&amp;copy;%3C");
        assert!(is_link("http://a.org"));
        for text in ["a.org", "https://a.org, item 3", "javascript:alert(1)", "file:///etc"] {
            assert!(!is_link(text), "{text}");
        }
    }

    /// As Markdown reads a line: a backslash before punctuation is not shown.
    fn unescaped(line: &str) -> String {
        let mut shown = String::new();
        let mut rest = line.chars().peekable();
        while let Some(character) = rest.next() {
            let next = (character == '\\').then(|| rest.next_if(char::is_ascii_punctuation)).flatten();
            shown.push(next.unwrap_or(character));
        }
        shown
    }

    proptest! {
        #[test]
        fn escaping_keeps_any_text_on_its_line(text in prop_oneof![any::<String>(), "[0-9.)#*_\\\\\\[\\]\n&a -]{0,12}"]) {
            let line = escaped(&text);
            prop_assert!(!line.contains(is_line_break));
            prop_assert_eq!(unescaped(&line), text.replace(is_line_break, " "));
        }
    }
}
