//! Texts within a line: tones, links, marks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::document::{Link, Span, Text, Tone};
use super::ids::anchor;
use crate::briefing::Locator;
use crate::drawing::marks::Mark;
use crate::export::brief::document::Entry;
use crate::export::markdown_text::is_link;
use crate::export::picture::inline::symbol_id;
use crate::export::picture::svg::escaped;

/// What links of a document can lead to.
#[derive(Debug, Default)]
pub struct Targets {
    /// The entry of each source by its number.
    pub sources: BTreeMap<usize, Entry>,
    /// The sentences that stand in the document.
    pub sentences: BTreeSet<Locator>,
    /// The claims that do.
    pub claims: BTreeSet<String>,
}

impl Targets {
    fn of(&self, link: &Link) -> Option<String> {
        let source = |number: &usize| self.sources.get(number).map(|entry| format!("#{}", anchor(entry)));
        match link {
            Link::Sentence(_, at) if self.sentences.contains(at) => Some(format!("#{}", anchor(&Entry::Sentence(*at)))),
            Link::Source(number) | Link::Sentence(number, _) => source(number),
            Link::Web(address) => is_link(address).then(|| address.clone()),
        }
    }
}

/// A text as HTML. The marks in it are remembered.
pub fn inline(said: &Text, targets: &Targets, marks: &mut Vec<Mark>) -> String {
    let mut html = String::new();
    // Brackets, numbers and places of a citation are one.
    let mut cites = false;
    for span in &said.spans {
        let is_cited = matches!(span, Span::Words { tone: Tone::Citation, .. });
        if is_cited != cites {
            html.push_str(if is_cited { "<span class=\"cite\">" } else { "</span>" });
            cites = is_cited;
        }
        match span {
            Span::Break => html.push_str("<br/>"),
            Span::Mark(mark) => {
                if !marks.contains(mark) {
                    marks.push(*mark);
                }
                let _ = write!(
                    html,
                    "<svg class=\"mark\" aria-hidden=\"true\" width=\"16\" height=\"16\"><use href=\"#{}\"/></svg>",
                    symbol_id(*mark)
                );
            }
            Span::Words { words, tone, link } => {
                let said = toned(words, *tone);
                match link.as_ref().and_then(|link| targets.of(link)) {
                    // The page says of itself that no address is told where it leads from.
                    Some(address) => {
                        let _ = write!(html, "<a href=\"{}\">{said}</a>", escaped(&address));
                    }
                    None => html.push_str(&said),
                }
            }
        }
    }
    if cites {
        html.push_str("</span>");
    }
    html
}

fn toned(words: &str, tone: Tone) -> String {
    let said = escaped(words);
    match tone {
        Tone::Plain | Tone::Citation => said,
        Tone::Strong => format!("<strong>{said}</strong>"),
        Tone::Quiet => format!("<span class=\"quiet\">{said}</span>"),
        Tone::Code => format!("<code>{said}</code>"),
    }
}
