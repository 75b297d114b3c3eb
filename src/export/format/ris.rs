//! References as RIS, which every program that keeps literature reads.

use super::Format;
use crate::briefing::Date;
use crate::export::references::{Medium, Reference};
use crate::label;

/// RIS, with line ends as its first readers wanted them.
pub static FORMAT: Format = Format {
    key: "ris",
    label: label!(export::format_ris),
    extension: "ris",
    is_text: true,
    options: &[],
    table: None,
    rows: None,
    picture: None,
    pages: None,
    document: None,
    references: Some(ris),
    calendar: None,
};

fn ris(references: &[Reference<'_>]) -> String {
    references.iter().map(record).collect()
}

fn record(reference: &Reference<'_>) -> String {
    let source = reference.source;
    let (kind, publisher) = match reference.medium {
        Medium::News => ("NEWS", "T2"),
        Medium::Page => ("ELEC", "T2"),
        Medium::Document => ("GEN", "PB"),
    };
    let fields = [
        ("TY", Some(kind.to_owned())),
        ("ID", Some(source.id.to_string())),
        ("TI", Some(reference.title())),
        (publisher, Some(reference.publisher())),
        ("PY", source.published.map(|date| date.parts().0.to_string())),
        ("DA", source.published.map(date)),
        ("Y2", source.read.map(date)),
        ("UR", reference.address().map(ToOwned::to_owned)),
    ];
    let notes = reference.notes.iter().map(|note| ("N1", Some(note.clone())));
    let fields = fields.into_iter().chain(notes).chain([("ER", Some(String::new()))]);
    fields.filter_map(|(tag, value)| Some(format!("{tag}  - {}\r\n", value?))).collect()
}

/// A date as `YYYY/MM/DD/`, with nothing between the strokes where that is not known.
fn date(date: Date) -> String {
    let (year, month, day) = date.parts();
    let known = |part: Option<i8>| part.map_or_else(String::new, |part| format!("{part:02}"));
    format!("{year:04}/{}/{}/", known(month), known(day))
}

#[cfg(test)]
mod tests {
    use super::ris;
    use crate::briefing::Briefing;
    use crate::export::references::Reference;
    use crate::words::Words;

    #[test]
    fn a_record_has_a_line_for_each_field_and_an_end() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        briefing.sources.sources.truncate(1);
        let source = &mut briefing.sources.sources[0];
        source.title = "Two lines\r\nER  - of title".to_owned();
        source.published = "2024-05".parse().ok();
        let written = ris(&Reference::of(&briefing, &Words::english()));
        let lines: Vec<&str> = written.split("\r\n").collect();
        assert!(lines[0].starts_with("TY  - ") && lines[lines.len() - 2..] == ["ER  - ", ""], "{written}");
        assert!(lines.contains(&"DA  - 2024/05//") && lines.contains(&"PY  - 2024"), "{written}");
        assert!(lines.contains(&"TI  - Two lines  ER  - of title"), "no text begins a line of its own: {written}");
    }
}
