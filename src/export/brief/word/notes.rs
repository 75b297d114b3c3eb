//! Notes at the foot of the pages: one for each citation, with the words of its sources, which lead to their entries.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::inline::{Cites, FIRST_NOTE, Inline};
use super::package::{RELATIONS, Relations, WORDS};
use super::styles::{Role, Styles};
use super::targets::Targets;
use crate::briefing::visible::{END_OF_ISOLATE, ISOLATE};
use crate::export::brief::document::{Link, Span, Text, Tone};
use crate::export::picture::svg::escaped;

/// As much of whose a source is stands in a note where it was described in an earlier one, in characters.
const MOST_NAME: usize = 60;

/// The notes of citations as a part, with what they refer to. Of each source is known what is said of it first.
pub fn write(
    citations: &[Vec<Span>],
    sources: &BTreeMap<usize, Text>,
    styles: &Styles,
    targets: &Targets,
) -> (String, Relations) {
    let mut xml = format!("<w:footnotes xmlns:w=\"{WORDS}\" xmlns:r=\"{RELATIONS}\">");
    for (number, kind) in ["separator", "continuationSeparator"].into_iter().enumerate() {
        let _ = write!(
            xml,
            "<w:footnote w:type=\"{kind}\" w:id=\"{number}\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" \
             w:lineRule=\"auto\"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        );
    }
    let mut inline = Inline::new(styles, targets);
    let mut told = BTreeSet::new();
    let (text, mark) = (escaped(styles.id(Role::NoteText)), escaped(styles.id(Role::NoteMark)));
    for (number, citation) in (FIRST_NOTE..).zip(citations) {
        let _ = write!(
            xml,
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"{text}\"/></w:pPr><w:r><w:rPr><w:rStyle \
             w:val=\"{mark}\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        );
        inline.write(&mut xml, &said(citation, sources, &mut told), Cites::Numbers, None);
        xml.push_str("</w:p></w:footnote>");
    }
    (xml + "</w:footnotes>", inline.relations)
}

/// What a note says: of each source, once, all that a reader needs to find it, later whose it is; with its number, which
/// leads to its entry, and the place.
fn said(citation: &[Span], sources: &BTreeMap<usize, Text>, told: &mut BTreeSet<usize>) -> Text {
    let mut said = Text::default();
    for span in citation {
        let Span::Words { words, link, .. } = span else { continue };
        let Some(link @ (Link::Source(number) | Link::Sentence(number, _))) = link else {
            // Brackets and what stands between; what is counted and not listed is said.
            let rest = words.trim_matches(|sign: char| sign.is_whitespace() || "[],".contains(sign));
            if !rest.is_empty() {
                said = apart(said).and(Tone::Plain, rest);
            }
            continue;
        };
        said = apart(said);
        if let Some(source) = sources.get(number) {
            let source = if told.insert(*number) { source.clone() } else { name(source) };
            said = said.then(source).and(Tone::Plain, " ");
        }
        let shown = format!("[{words}]");
        // Set apart, or what runs from the right would take the place along.
        let shown = if said.turns { format!("{ISOLATE}{shown}{END_OF_ISOLATE}") } else { shown };
        said = said.and_link(Tone::Citation, shown, link.clone());
    }
    said
}

fn apart(text: Text) -> Text {
    if text.spans.is_empty() { text } else { text.and(Tone::Plain, "; ") }
}

/// Whose a source is.
fn name(source: &Text) -> Text {
    let first = source.spans.iter().find_map(|span| match span {
        Span::Words { words, .. } if !words.trim().is_empty() => Some(words.as_str()),
        _ => None,
    });
    let name = first.unwrap_or_default();
    let cut: String = name.chars().take(MOST_NAME).collect();
    Text::strong(if cut.len() < name.len() { format!("{cut}…") } else { cut })
}
