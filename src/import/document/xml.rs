//! XML as it comes: names without their prefixes, texts with what stands for characters put in.

use quick_xml::events::BytesStart;
use quick_xml::{Reader, XmlVersion};

/// A part of a file that is read once.
pub(super) struct Xml<'a> {
    text: &'a str,
}

/// What comes next in it.
pub(super) enum Event<'a> {
    Start(Tag<'a>),
    /// The name of what ends; an element that is empty begins and ends.
    End(&'a str),
    Text(&'a str),
}

/// The beginning of an element.
pub(super) struct Tag<'a> {
    pub name: String,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.start
            .attributes()
            .flatten()
            .find(|own| local(own.key.as_ref()) == name)
            .and_then(|own| own.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned))
    }
}

impl<'a> Xml<'a> {
    pub const fn of(text: &'a str) -> Self {
        Self { text }
    }

    /// Tells each event to its end; false where it is broken before.
    pub fn each(&self, mut told: impl FnMut(Event<'_>)) -> bool {
        use quick_xml::events::Event as Raw;
        let mut reader = Reader::from_str(self.text);
        let mut open = 0_usize;
        loop {
            let Ok(event) = reader.read_event() else { return false };
            match event {
                Raw::Eof => return open == 0,
                Raw::Start(start) => {
                    open += 1;
                    told(Event::Start(Tag { name: local(start.name().as_ref()).to_owned(), start: &start }));
                }
                Raw::Empty(start) => {
                    let name = local(start.name().as_ref()).to_owned();
                    told(Event::Start(Tag { name: name.clone(), start: &start }));
                    told(Event::End(&name));
                }
                Raw::End(end) => {
                    open = open.saturating_sub(1);
                    told(Event::End(local(end.name().as_ref())));
                }
                Raw::Text(text) => told(Event::Text(&text)),
                Raw::CData(text) => told(Event::Text(&text)),
                Raw::GeneralRef(reference) => {
                    let name: &str = &reference;
                    let resolved = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let entity = || quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                    if let Some(text) = resolved.or_else(entity) {
                        told(Event::Text(&text));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}
