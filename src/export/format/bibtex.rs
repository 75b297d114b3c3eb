//! References as BibTeX, in the fields that BibLaTeX and Zotero read as well.

use super::Format;
use crate::export::references::{Medium, Reference};
use crate::label;

/// BibTeX.
pub static FORMAT: Format = Format {
    key: "bibtex",
    label: label!(export::format_bibtex),
    extension: "bib",
    is_text: true,
    options: &[],
    table: None,
    rows: None,
    picture: None,
    pages: None,
    document: None,
    references: Some(bibtex),
    calendar: None,
};

/// The months as BibTeX's styles abbreviate them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn bibtex(references: &[Reference<'_>]) -> String {
    references.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(reference: &Reference<'_>) -> String {
    let source = reference.source;
    let kind = match reference.medium {
        Medium::News | Medium::Page if reference.address().is_some() => "online",
        _ => "misc",
    };
    let (year, month, day) = source.published.map_or((None, None, None), |date| {
        let (year, month, day) = date.parts();
        (Some(year), month, day)
    });
    let month = month.and_then(|month| MONTHS.get(usize::from(month.unsigned_abs()).checked_sub(1)?));
    let fields = [
        // In braces of its own a title keeps its capitals.
        ("title", Some(format!("{{{{{}}}}}", escaped(&reference.title())))),
        ("organization", Some(format!("{{{}}}", escaped(&reference.publisher())))),
        ("year", year.map(|year| format!("{{{year}}}"))),
        ("month", month.map(ToString::to_string)),
        ("day", day.map(|day| format!("{{{day}}}"))),
        ("url", reference.address().map(|address| format!("{{{}}}", verbatim(address)))),
        ("urldate", source.read.map(|date| format!("{{{date}}}"))),
        ("note", (!reference.notes.is_empty()).then(|| format!("{{{}}}", escaped(&reference.notes.join(". "))))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {},\n", value?)));
    format!("@{kind}{{{},\n{}}}\n", source.id, fields.collect::<String>())
}

/// A text with what TeX would obey written out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An address, which is not escaped, without what would end its field.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(char::is_whitespace, "%20")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bibtex, escaped};
    use crate::briefing::Briefing;
    use crate::export::references::Reference;
    use crate::words::Words;

    #[test]
    fn an_entry_has_its_key_its_date_as_far_as_it_is_known_and_its_address() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        briefing.sources.sources.truncate(1);
        let source = &mut briefing.sources.sources[0];
        (source.title, source.published) = ("Profit & loss: 5 % of {all}".to_owned(), "2024-05".parse().ok());
        source.address = Some("https://example.org/a_b?c={d}".to_owned());
        let written = bibtex(&Reference::of(&briefing, &Words::english()));
        assert!(written.contains("title = {{Profit \\& loss: 5 \\% of \\{all\\}}},\n"), "{written}");
        assert!(written.contains("  month = may,\n") && !written.contains("day = "), "{written}");
        assert!(written.contains("url = {https://example.org/a_b?c=%7Bd%7D},\n"), "{written}");
    }

    proptest! {
        #[test]
        fn no_text_ends_a_field_before_it_does(text in any::<String>()) {
            let escaped = escaped(&text);
            let mut depth = 0;
            let mut letters = escaped.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => drop(letters.next()),
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                prop_assert!(depth >= 0, "{}", escaped);
            }
            prop_assert_eq!(depth, 0, "{}", escaped);
        }
    }
}
