//! What a paragraph is by its style. Styles are known by their names, which are English in every language of Word, and by
//! what they are based on.

use std::collections::HashMap;

use super::super::content::BlockKind;
use super::super::xml::{Event, Xml};
use super::looks::Looks;

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    looks: Looks,
    /// The list that its paragraphs are items of.
    list: Option<String>,
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Title,
    Block(BlockKind),
    /// A line of the table of contents.
    Contents,
}

impl Styles {
    pub fn of(text: &str) -> Self {
        let mut styles = HashMap::new();
        let mut here: Option<(String, Style)> = None;
        Xml::of(text).each(|event| match event {
            Event::Start(tag) => match (tag.name.as_str(), here.as_mut()) {
                ("style", _) => here = tag.attribute("styleId").map(|id| (id, Style::default())),
                ("name", Some((_, style))) => style.name = tag.attribute("val").unwrap_or_default().to_lowercase(),
                ("basedOn", Some((_, style))) => style.based_on = tag.attribute("val"),
                ("outlineLvl", Some((_, style))) => {
                    style.outline = tag.attribute("val").and_then(|level| level.parse().ok());
                }
                ("numId", Some((_, style))) => style.list = tag.attribute("val"),
                (_, Some((_, style))) => style.looks.take(&tag),
                _ => {}
            },
            Event::End("style") => styles.extend(here.take()),
            _ => {}
        });
        Self { styles }
    }

    /// How the letters of a style look, by what it says and by what it is based on.
    pub fn looks(&self, id: &str) -> Looks {
        self.based(id).fold(Looks::default(), |looks, style| looks.or(style.looks))
    }

    /// The list that the paragraphs of a style are items of.
    pub fn list(&self, id: &str) -> Option<String> {
        self.based(id).find_map(|style| style.list.clone())
    }

    /// A style, and those that it is based on.
    fn based(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.styles.get(id));
        std::iter::successors(self.styles.get(id), next).take(20)
    }

    /// What a style means, by its own name or by that of what it is based on.
    pub fn meaning(&self, id: &str) -> Option<Meaning> {
        let mut id = id.to_owned();
        for _ in 0..20 {
            let lower = id.to_lowercase();
            let style = self.styles.get(&id);
            let named = style.map(|style| style.name.as_str()).and_then(meaning).or_else(|| meaning(&lower));
            if named.is_some() {
                return named;
            }
            let style = style?;
            if style.outline.is_some_and(|level| level < 9) {
                return Some(Meaning::Block(BlockKind::Heading));
            }
            id = style.based_on.clone()?;
        }
        None
    }
}

fn meaning(name: &str) -> Option<Meaning> {
    let bare: String = name.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    Some(match bare.as_str() {
        "title" => Meaning::Title,
        "subtitle" => Meaning::Block(BlockKind::Heading),
        name if name.starts_with("heading") => Meaning::Block(BlockKind::Heading),
        name if name.starts_with("toc") && !name.starts_with("tocheading") => Meaning::Contents,
        "quote" | "intensequote" | "quotations" | "blocktext" => Meaning::Block(BlockKind::Quote),
        "listparagraph" => return None,
        name if name.starts_with("list") && name != "listcontents" => Meaning::Block(BlockKind::Item),
        _ => return None,
    })
}
