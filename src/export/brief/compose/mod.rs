//! What is said in a brief, and in which order.

mod about;
mod checks;
mod claims;
mod further;
mod members;
mod short;
mod sources;
mod summary;
mod trade;
mod wrong;

use super::document::{Block, Document, Drawn, Picture, Text};
use super::material::Material;
use super::numbers::Numbers;
use crate::briefing::{Briefing, Citation, Message};
use crate::export::picture::{self, Look, Theme};
use crate::message;
use crate::words::Words;

pub use self::further::{Figures, Further, States};
pub use self::short::{Room, short};

/// A document that is being composed.
struct Composer<'a> {
    material: &'a Material<'a>,
    numbers: Numbers<'a>,
    document: Document,
}

/// All of the briefing.
pub fn full(material: &Material<'_>) -> Document {
    whole(material).document
}

/// All of the briefing, with what a page can show instead of what it shows first.
pub fn page<'a>(material: &'a Material<'a>) -> (Document, Further<'a>) {
    let mut composer = whole(material);
    let further = Further::new(&mut composer);
    (composer.document, further)
}

fn whole<'a>(material: &'a Material<'a>) -> Composer<'a> {
    let mut composer = Composer::new(material);
    summary::compose(&mut composer);
    wrong::compose(&mut composer);
    members::compose(&mut composer);
    trade::compose(&mut composer);
    claims::compose(&mut composer);
    checks::compose(&mut composer);
    sources::compose(&mut composer);
    about::compose(&mut composer);
    composer
}

impl<'a> Composer<'a> {
    fn new(material: &'a Material<'a>) -> Self {
        let briefing = material.briefing;
        let name = &briefing.manifest.name;
        let title = match &briefing.meeting {
            Some(meeting) => {
                let headline = &meeting.headline.text;
                material.words.say(&message!(brief::document_title, briefing = name, headline = headline))
            }
            None => name.clone(),
        };
        let language = briefing.manifest.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
        let about = briefing.meeting.as_ref().map_or_else(String::new, |meeting| meeting.takeaway.text.clone());
        let document = Document { title, language, about, blocks: Vec::new() };
        Self { material, numbers: Numbers::new(briefing, material.words), document }
    }

    const fn briefing(&self) -> &'a Briefing {
        self.material.briefing
    }

    /// What a message says.
    fn say(&self, message: &Message) -> String {
        self.material.words.say(message)
    }

    const fn words(&self) -> &'a Words {
        self.material.words
    }

    /// Adds a picture, drawn as pictures are for print.
    fn draw(&mut self, subject: Drawn, draw: impl FnOnce(Look) -> picture::Picture) {
        let picture = draw(Look { theme: Theme::Print, ..Look::default() });
        let size = (picture.width, picture.height);
        self.document.blocks.push(Block::Picture(Picture { subject, svg: picture.svg, size, alt: picture.alt }));
    }

    /// A text with its citations behind it.
    fn cited(&mut self, text: impl Into<String>, citations: &[Citation]) -> Text {
        self.numbers.cited(Text::plain(text), citations)
    }
}
