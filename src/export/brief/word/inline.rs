//! Texts within a paragraph: runs in their tones, links, marks, notes, and what runs from right to left.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_bidi::{BidiInfo, Level};

use super::address;
use super::media::Media;
use super::package::Relations;
use super::styles::{Role, Styles, language_kind};
use super::targets::Targets;
use crate::briefing::visible::{END_OF_ISOLATE, is_isolate};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Link, Span, Text, Tone};
use crate::export::picture::svg::escaped;
use crate::words::direction::begins_at_the_right;

/// As many notes a document has: Word opens one with many more slowly. Further citations are the numbers of their sources.
const MOST_NOTES: usize = 5_000;
/// The number of the first note: those before it are the lines over notes.
pub const FIRST_NOTE: usize = 2;

/// How citations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cites {
    /// As the marks of notes.
    Notes,
    /// As the numbers of sources, which lead to them.
    Numbers,
}

/// What runs are made with.
pub struct Inline<'a> {
    /// The styles of the file.
    pub styles: &'a Styles,
    /// What links lead to.
    pub targets: &'a Targets,
    /// What the part refers to.
    pub relations: Relations,
    /// Its pictures.
    pub media: Media,
    /// The citations that are notes, in their order.
    pub cited: Vec<Vec<Span>>,
}

/// A piece of a text.
enum Piece<'t> {
    Words {
        words: Cow<'t, str>,
        tone: Tone,
        link: Option<&'t Link>,
        turned: bool,
    },
    /// What keeps words and what is beside them in their order, also where runs are ordered by their letters.
    Sign(char),
    Mark(Mark),
    Break,
    /// A citation.
    Cited(&'t [Span]),
}

impl<'a> Inline<'a> {
    /// None yet.
    pub fn new(styles: &'a Styles, targets: &'a Targets) -> Self {
        Self { styles, targets, relations: Relations::default(), media: Media::default(), cited: Vec::new() }
    }

    /// Writes a text as runs, in a language that is not the document's where one is given.
    pub fn write(&mut self, xml: &mut String, text: &Text, cites: Cites, language: Option<&str>) {
        let noted = cites == Cites::Notes && self.cited.len() < MOST_NOTES;
        for piece in pieces(text, noted) {
            match piece {
                Piece::Break => xml.push_str("<w:r><w:br/></w:r>"),
                Piece::Sign(RIGHT) => {
                    let _ = write!(xml, "<w:r><w:rPr><w:rtl/></w:rPr><w:t>{RIGHT}</w:t></w:r>");
                }
                Piece::Sign(sign) => {
                    let _ = write!(xml, "<w:r><w:t>{sign}</w:t></w:r>");
                }
                Piece::Mark(mark) => xml.push_str(&self.media.mark(mark, &mut self.relations)),
                Piece::Cited(spans) => {
                    let number = FIRST_NOTE + self.cited.len();
                    self.cited.push(spans.to_vec());
                    let _ = write!(
                        xml,
                        "<w:r><w:rPr><w:rStyle w:val=\"{}\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>",
                        escaped(self.styles.id(Role::NoteMark))
                    );
                }
                Piece::Words { words, tone, link, turned } => self.words(xml, &words, tone, link, turned, language),
            }
        }
    }

    /// Writes words that lead to a bookmark.
    pub fn leading(&mut self, xml: &mut String, text: &Text, bookmark: &str) {
        let _ = write!(xml, "<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">");
        self.write(xml, text, Cites::Numbers, None);
        xml.push_str("</w:hyperlink>");
    }

    fn words(
        &mut self,
        xml: &mut String,
        words: &str,
        tone: Tone,
        link: Option<&Link>,
        turned: bool,
        language: Option<&str>,
    ) {
        if words.is_empty() {
            return;
        }
        let address = match link {
            Some(Link::Web(address)) => address::target(address),
            _ => None,
        };
        let anchor = link.and_then(|link| self.targets.anchor(link));
        let role = match tone {
            _ if address.is_some() => Some(Role::Hyperlink),
            Tone::Plain => None,
            Tone::Strong => Some(Role::Strong),
            Tone::Quiet => Some(Role::Quiet),
            Tone::Citation => Some(Role::Citation),
            Tone::Code => Some(Role::Code),
        };
        let run = run(words, role.map(|role| self.styles.id(role)), turned, language);
        match (address, anchor) {
            (Some(address), _) => {
                let id = self.relations.address(address);
                let _ = write!(xml, "<w:hyperlink r:id=\"{id}\" w:history=\"1\">{run}</w:hyperlink>");
            }
            (None, Some(anchor)) => {
                let _ = write!(xml, "<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{run}</w:hyperlink>");
            }
            (None, None) => xml.push_str(&run),
        }
    }
}

/// Words as a run.
pub fn run(words: &str, style: Option<&str>, turned: bool, language: Option<&str>) -> String {
    let mut look = style.map_or_else(String::new, |style| format!("<w:rStyle w:val=\"{}\"/>", escaped(style)));
    if turned {
        look.push_str("<w:rtl/>");
    }
    if let Some(language) = language {
        let _ = write!(look, "<w:lang {}=\"{}\"/>", language_kind(language), escaped(language));
    }
    let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words))
}

/// Whether a text as a whole runs from right to left.
pub fn begins_right(text: &Text) -> bool {
    text.turns && begins_at_the_right(&text.words())
}

/// Whether a text is a citation and nothing else.
pub fn is_citation(text: &Text) -> bool {
    let at = text.spans.iter().position(|span| !is_blank(span)).unwrap_or(text.spans.len());
    let rest = &text.spans[at..];
    let length = cited(rest);
    length > 0 && rest[length..].iter().all(is_blank)
}

fn is_blank(span: &Span) -> bool {
    matches!(span, Span::Words { words, .. } if words.chars().all(|sign| sign.is_whitespace() || is_isolate(sign)))
}

/// How many spans at the beginning of some are one citation: brackets, numbers, places.
fn cited(spans: &[Span]) -> usize {
    let length = spans.iter().take_while(|span| matches!(span, Span::Words { tone: Tone::Citation, .. })).count();
    let is_source = |span: &Span| matches!(span, Span::Words { link: Some(Link::Source(_) | Link::Sentence(..)), .. });
    if spans[..length].iter().any(is_source) { length } else { 0 }
}

fn pieces(text: &Text, noted: bool) -> Vec<Piece<'_>> {
    let turned = turned(text);
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(text.spans.len());
    let (mut index, mut at) = (0, 0);
    while let Some(span) = text.spans.get(index) {
        let length = if noted { cited(&text.spans[index..]) } else { 0 };
        if length > 0 {
            // A mark stands at its word, without a space.
            trim(&mut pieces);
            pieces.push(Piece::Cited(&text.spans[index..index + length]));
            at += text.spans[index..index + length].iter().map(written).sum::<usize>();
            index += length;
            continue;
        }
        match span {
            Span::Break => pieces.push(Piece::Break),
            Span::Mark(mark) => pieces.push(Piece::Mark(*mark)),
            Span::Words { words, tone, link } => {
                let link = link.as_ref();
                for (words, turned) in stretches(words, at, turned.as_ref()) {
                    match words {
                        Stretch::Words(words) => {
                            pieces.push(Piece::Words { words: words.into(), tone: *tone, link, turned });
                        }
                        Stretch::Edge(sign) => pieces.push(Piece::Sign(sign)),
                    }
                }
            }
        }
        at += written(span);
        index += 1;
    }
    pieces
}

fn trim(pieces: &mut Vec<Piece<'_>>) {
    while let Some(Piece::Words { link: None, .. } | Piece::Sign(_)) = pieces.last() {
        if let Some(Piece::Words { words, .. }) = pieces.last_mut() {
            let kept = words.trim_end().len();
            if kept > 0 {
                words.to_mut().truncate(kept);
                return;
            }
        }
        pieces.pop();
    }
}

/// What stands for what is no word while it is found out what runs how.
const MARK: char = '\u{fffc}';
const BREAK: char = '\u{2028}';

/// As many bytes a span is written in.
const fn written(span: &Span) -> usize {
    match span {
        Span::Words { words, .. } => words.len(),
        Span::Mark(_) => MARK.len_utf8(),
        Span::Break => BREAK.len_utf8(),
    }
}

/// The marks of direction, which every program knows that does not know what sets apart.
const LEFT: char = '\u{200e}';
const RIGHT: char = '\u{200f}';

/// How a text runs.
struct Turned {
    /// Whether it runs from right to left as a whole.
    base: bool,
    /// Which of its bytes do.
    bytes: Vec<bool>,
}

/// How a text runs; nothing where all of it runs from left to right.
fn turned(text: &Text) -> Option<Turned> {
    if !text.turns {
        return None;
    }
    let mut all = String::new();
    for span in &text.spans {
        match span {
            // An end of a paragraph within would begin another order.
            Span::Words { words, .. } => all.extend(words.chars().map(|sign| if sign == '\n' { ' ' } else { sign })),
            Span::Mark(_) => all.push(MARK),
            Span::Break => all.push(BREAK),
        }
    }
    let base = begins_right(text);
    let level = if base { Level::rtl() } else { Level::ltr() };
    let bytes = BidiInfo::new(&all, Some(level)).levels.iter().map(Level::is_rtl).collect();
    Some(Turned { base, bytes })
}

/// A part of words that runs one way.
enum Stretch<'t> {
    Words(&'t str),
    /// Where something is set apart from what is beside it.
    Edge(char),
}

/// Words parted where they turn. What sets apart is put as marks of direction: that of what is within, and that of what is
/// around it.
fn stretches<'t>(words: &'t str, at: usize, turned: Option<&Turned>) -> Vec<(Stretch<'t>, bool)> {
    let Some(turned) = turned else { return vec![(Stretch::Words(words), false)] };
    let is_turned = |byte: usize| turned.bytes.get(byte).copied().unwrap_or(turned.base);
    let mark = |turned: bool| if turned { RIGHT } else { LEFT };
    let mut stretches = Vec::new();
    let mut start = 0;
    for (byte, sign) in words.char_indices() {
        let turns = byte > start && is_turned(at + byte) != is_turned(at + start);
        if (turns || is_isolate(sign)) && byte > start {
            stretches.push((Stretch::Words(&words[start..byte]), is_turned(at + start)));
            start = byte;
        }
        if is_isolate(sign) {
            let end = byte + sign.len_utf8();
            let mut marks = [mark(turned.base), mark(is_turned(at + end))];
            if sign == END_OF_ISOLATE {
                marks = [mark(is_turned((at + byte).saturating_sub(1))), mark(turned.base)];
            }
            stretches.extend(marks.map(|sign| (Stretch::Edge(sign), sign == RIGHT)));
            start = end;
        }
    }
    if start < words.len() {
        stretches.push((Stretch::Words(&words[start..]), is_turned(at + start)));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::{Piece, is_citation, pieces};
    use crate::export::brief::document::{Link, Text, Tone};

    fn citation() -> Text {
        Text::default().and(Tone::Citation, "[").and_link(Tone::Citation, "1", Link::Source(1)).and(Tone::Citation, "]")
    }

    fn said(text: &Text) -> Vec<String> {
        let said = |piece: Piece<'_>| match piece {
            Piece::Words { words, turned, .. } => format!("{words}{}", if turned { "<" } else { "" }),
            Piece::Sign(sign) => if sign == super::LEFT { "L" } else { "R" }.to_owned(),
            Piece::Mark(_) => "mark".to_owned(),
            Piece::Break => "break".to_owned(),
            Piece::Cited(spans) => format!("note of {}", spans.len()),
        };
        pieces(text, true).into_iter().map(said).collect()
    }

    #[test]
    fn a_citation_behind_words_is_a_note_at_them() {
        let text = Text::plain("They met. ").then(citation()).and(Tone::Plain, " And more.");
        assert_eq!(said(&text), ["They met.", "note of 3", " And more."]);
        assert!(!is_citation(&text) && is_citation(&citation()) && is_citation(&Text::plain(" ").then(citation())));
        assert!(!is_citation(&Text::plain("–")) && !is_citation(&Text::default()));
        let web = Link::Web("https://a.org".to_owned());
        let address = Text::default().and_link(Tone::Citation, "a.org", web);
        assert!(!is_citation(&address), "an address leads out");
    }

    #[test]
    fn what_turns_is_parted_and_set_apart_by_marks_of_direction() {
        assert_eq!(said(&Text::plain("Oman \u{2068}عُمان\u{2069} 12")), ["Oman ", "L", "R", "عُمان<", "R", "L", " 12"]);
        assert_eq!(said(&Text::plain("عُمان 12 أ")), ["عُمان <", "12", " أ<"]);
        let turned = Text::plain("إيران ").and(Tone::Plain, "\u{2068}").then(citation()).and(Tone::Plain, "\u{2069}");
        assert_eq!(said(&turned)[..2], ["إيران<", "note of 3"]);
        assert_eq!(said(&Text::plain("plain")), ["plain"]);
    }
}
