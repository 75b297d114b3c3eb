//! Texts as Markdown, as GitHub and most editors read it, such that they are shown as they are written.

use std::fmt::Write as _;

/// A text as a line of its own, such as a paragraph, a heading or an item of a list.
pub fn line(text: &str) -> String {
    begun(&within(text))
}

/// What may stand [within] a line, at its beginning: nothing there makes a list, a line or a block of code.
pub fn begun(line: &str) -> String {
    let line = line.trim_matches([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes().get(digits) {
        Some(b'+' | b'-' | b'=') if digits == 0 => 0,
        Some(b'.' | b')') if digits > 0 => digits,
        _ => return line.to_owned(),
    };
    let (before, after) = line.split_at(at);
    format!("{before}\\{after}")
}

/// A text within a line: nothing in it acts, an address does not become a link by itself, and a line break is a space.
/// Only an e-mail address is a link wherever it stands, and reads as it is written.
pub fn within(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        let acts = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '#' | '^' => true,
            ':' => after.starts_with("//"),
            '.' => before.get(before.len().wrapping_sub(3)..).is_some_and(|www| www.eq_ignore_ascii_case("www")),
            _ => false,
        };
        if acts {
            written.push('\\');
        }
        written.push(if is_line_break(character) { ' ' } else { character });
    }
    written
}

/// A text as a cell of a table. A line break is `<br>`, and white space at its ends is written so that it stays.
pub fn cell(text: &str) -> String {
    let is_space = |letter: char| matches!(letter, ' ' | '\t');
    let lines = text.replace("\r\n", "\n");
    let lines: Vec<String> = lines.split(is_line_break).map(within).collect();
    let whole = lines.join("<br>");
    let inner = whole.trim_matches(is_space);
    if inner.len() == whole.len() {
        return whole;
    }
    let written = |spaces: &str| spaces.replace(' ', "&#32;").replace('\t', "&#9;");
    let start = whole.len() - whole.trim_start_matches(is_space).len();
    let (before, rest) = whole.split_at(start);
    let (inner, after) = rest.split_at(rest.trim_end_matches(is_space).len());
    format!("{}{inner}{}", written(before), written(after))
}

/// What may stand within a line, strong, where the line goes on with `next`. Between letters the stars of Markdown would
/// be shown, so there it is a tag.
pub fn strong(inner: &str, line: &str, next: Option<char>) -> String {
    let parts = |outer: Option<char>, inner: char| {
        let beside = outer.is_none_or(|outer| outer.is_whitespace() || outer.is_ascii_punctuation());
        inner.is_alphanumeric() || beside && !inner.is_whitespace()
    };
    let (Some(first), Some(last)) = (inner.chars().next(), inner.chars().last()) else { return String::new() };
    let runs_on = line.ends_with('*') || next == Some('*');
    if inner.trim().is_empty() {
        inner.to_owned()
    } else if !runs_on && parts(line.chars().last(), first) && parts(next, last) {
        format!("**{inner}**")
    } else {
        format!("<strong>{inner}</strong>")
    }
}

/// A text for machines within a line.
pub fn code(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.:/+=".contains(letter);
    if text.is_empty() {
        String::new()
    } else if text.chars().all(is_plain) {
        format!("`{text}`")
    } else {
        format!("<code>{}</code>", within(text))
    }
}

/// Whether a character ends a line.
pub const fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The longest address that is a link, in bytes: no browser is sure of a longer one, and a file that repeats it on every
/// line would be made of it.
pub const MAX_LINK: usize = 2000;

/// Whether an address is one that a browser opens.
pub fn is_link(address: &str) -> bool {
    address.len() <= MAX_LINK && is_web(address)
}

/// An address as it is read: one that is too long to be a link is cut.
pub fn shown(address: &str) -> String {
    if address.len() <= MAX_LINK {
        return address.to_owned();
    }
    address.chars().take(200).chain(['…']).collect()
}

fn is_web(address: &str) -> bool {
    let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    is_web && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A web address between the parentheses of a Markdown link.
pub fn destination(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '(' | ')' | '*' | '_' | '[' | ']' | '~' | '$' => written.extend(['\\', character]),
            // What would end a cell, a piece of code or the address itself.
            '\\' | '<' | '>' | '|' | '`' => {
                let _ = write!(written, "%{:02X}", u32::from(character));
            }
            // Only with a semicolon somewhere after it can it be read as the start of an entity.
            '&' if address.contains(';') => written.push_str("&amp;"),
            _ => written.push(character),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use markdown::mdast::Node;
    use proptest::prelude::*;

    use super::{MAX_LINK, begun, cell, code, destination, is_line_break, is_link, line, strong, within};
    use crate::export::markdown_reading::{hostile, read, words};

    /// The only child of the only node that a text is read as, at a depth.
    fn only(text: &str, depth: usize) -> Node {
        let mut nodes = read(text);
        for _ in 0..depth {
            assert_eq!(nodes.len(), 1, "{text:?} is {nodes:?}");
            nodes = nodes[0].children().expect("something in it").clone();
        }
        assert_eq!(nodes.len(), 1, "{text:?} is {nodes:?}");
        nodes.remove(0)
    }

    /// A text as it is read in a line: it has no breaks, and nothing is for the eye alone at its ends.
    fn shown(text: &str) -> String {
        text.replace(is_line_break, " ").replace('\0', "\u{fffd}").trim_matches([' ', '\t']).to_owned()
    }

    proptest! {
        #[test]
        fn a_line_reads_as_it_is_written_wherever_it_stands(text in hostile()) {
            let written = line(&text);
            prop_assume!(!shown(&text).is_empty());
            for (before, depth) in [("", 0), ("# ", 0), ("### ", 0), ("> ", 1), ("- ", 2), ("1. ", 2)] {
                let read = only(&format!("{before}{written}"), depth);
                prop_assert_eq!(words(&read), shown(&text), "{}{}", before, &written);
                prop_assert_eq!(matches!(read, Node::Heading(_)), before.contains('#'));
            }
        }

        #[test]
        fn a_cell_reads_as_it_is_written_and_is_one_cell(texts in proptest::collection::vec(hostile(), 3)) {
            let cells: Vec<String> = texts.iter().map(|text| cell(text)).collect();
            let table = only(&format!("| a | b | c |\n| --- | ---: | --- |\n| {} |", cells.join(" | ")), 0);
            let rows = table.children().expect("a table");
            prop_assert_eq!(rows.len(), 2);
            let read: Vec<String> = rows[1].children().expect("a row").iter().map(words).collect();
            let break_of = |text: &String| text.replace("\r\n", "\n").replace(is_line_break, "\n").replace('\0', "\u{fffd}");
            prop_assert_eq!(read, texts.iter().map(break_of).collect::<Vec<_>>());
        }

        #[test]
        fn what_is_strong_is_strong_between_anything(before in hostile(), text in hostile(), after in hostile()) {
            let inner = within(&text);
            prop_assume!(inner == inner.trim() && !inner.is_empty());
            let (start, rest) = (begun(&format!("x{}", within(&before))), within(&after));
            let strong = strong(&inner, &start, rest.chars().next());
            let read = only(&format!("{start}{strong}{rest}|x"), 0);
            let children = read.children().expect("words");
            let tag = |name: &str| {
                children.iter().position(|node| matches!(node, Node::Html(tag) if tag.value == name))
            };
            let tagged = tag("<strong>").zip(tag("</strong>"));
            let tagged = tagged.map(|(start, end)| children[start + 1..end].iter().map(words).collect::<String>());
            let starred = children.iter().find_map(|node| match node {
                Node::Strong(strong) => Some(strong.children.iter().map(words).collect::<String>()),
                _ => None,
            });
            prop_assert_eq!(starred.or(tagged), Some(text.replace(is_line_break, " ").replace('\0', "\u{fffd}")), "{:?}", children);
        }

        #[test]
        fn an_address_leads_where_it_led(path in "[a-z()\\[\\]|`*_~$&;#?=%.,'!^-]{0,16}", text in hostile()) {
            let address = format!("https://a.org/{path}");
            for (before, after, depth) in [("", "", 0), ("| a |\n| --- |\n| ", " |", 0)] {
                let written = format!("{before}x [{}z]({}) `y`{after}", within(&text), destination(&address));
                let mut read = only(&written, depth);
                while !matches!(read, Node::Paragraph(_) | Node::TableCell(_)) {
                    read = read.children().and_then(|rows| rows.last()).expect("a row, then a cell").clone();
                }
                let links: Vec<&Node> = read.children().expect("words").iter().filter(|node| matches!(node, Node::Link(_))).collect();
                let Some(Node::Link(link)) = links.first() else { return Err(TestCaseError::fail(format!("{written}: {read:?}"))) };
                let meant = address.replace('|', "%7C").replace('`', "%60");
                prop_assert_eq!(&link.url, &meant, "{}", written);
                let kept = text.replace(is_line_break, " ").replace('\0', "\u{fffd}") + "z";
                prop_assert_eq!(link.children.iter().map(words).collect::<String>(), kept);
            }
        }

        #[test]
        fn code_reads_as_it_is_written(text in hostile()) {
            let read = only(&format!("x {} x", code(&text)), 0);
            let children = read.children().expect("words");
            let said: String = children.iter().map(|node| match node {
                Node::InlineCode(code) => code.value.clone(),
                Node::Html(_) => String::new(),
                other => words(other),
            }).collect();
            prop_assert_eq!(said, format!("x {} x", text.replace(is_line_break, " ").replace('\0', "\u{fffd}")));
        }
    }

    #[test]
    fn what_needs_no_backslash_has_none() {
        for (text, expected) in [
            ("- 6.9 %", "\\- 6.9 %"),
            ("2025) so", "2025\\) so"),
            ("in 2025. So - it is + 1 = 2", "in 2025. So - it is + 1 = 2"),
            (".5", ".5"),
            ("Q&A <b>", "Q\\&A \\<b\\>"),
            ("  # so", "\\# so"),
            ("wwww.a: b", "wwww\\.a: b"),
        ] {
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn nothing_in_a_cell_acts() {
        assert_eq!(cell("a|b\r\nc"), "a\\|b<br>c");
        assert_eq!(cell("<b>[x](https://y)</b>"), "\\<b\\>\\[x\\](https\\://y)\\</b\\>");
        assert_eq!(cell(" a\t"), "&#32;a&#9;");
        assert_eq!(cell("  "), "&#32;&#32;");
        assert_eq!(cell(""), "");
    }

    #[test]
    fn an_address_ends_where_it_ends() {
        assert_eq!(destination("https://a.org/b(c)?d&e"), "https://a.org/b\\(c\\)?d&e");
        assert_eq!(destination("https://a.org/?b&copy;<"), "https://a.org/?b&amp;copy;%3C");
        assert!(is_link("http://a.org"));
        let of_length = |length: usize| format!("https://a.org/{}", "ö".repeat((length - 14) / 2));
        assert!(is_link(&of_length(MAX_LINK)) && !is_link(&of_length(MAX_LINK + 2)));
        assert_eq!(super::shown(&of_length(MAX_LINK)), of_length(MAX_LINK));
        let cut = super::shown(&of_length(60_000));
        assert!(cut.chars().count() == 201 && cut.ends_with('…'), "{cut}");
        for text in ["a.org", "https://a.org, item 3", "javascript:alert(1)", "file:///etc"] {
            assert!(!is_link(text), "{text}");
        }
    }
}
