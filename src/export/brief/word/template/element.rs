//! XML of a template as a tree that can be changed: it may come from anybody, so it has a bound in size and depth, and no
//! entities of its own.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Deeper than any document nests.
const MAX_DEPTH: usize = 200;
/// More than the styles of any house are.
const MAX_ELEMENTS: usize = 400_000;

/// An element with what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name with its prefix, as it is written.
    pub name: String,
    /// Its attributes with their prefixes.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// A piece of what an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// An empty one.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same with an attribute.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The element that a text is; none where it is broken, too large, or declares what is to be put in for names.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = Vec::new();
        let mut whole = None;
        let mut count = 0_usize;
        loop {
            let event = reader.read_event().ok()?;
            let said = match &event {
                Event::Eof => return if open.is_empty() { whole } else { None },
                Event::DocType(_) => return None,
                Event::Start(start) | Event::Empty(start) => {
                    count += 1;
                    if count > MAX_ELEMENTS || open.len() >= MAX_DEPTH || whole.is_some() {
                        return None;
                    }
                    open.push(begun(start)?);
                    None
                }
                Event::Text(text) => Some((**text).to_owned()),
                Event::CData(text) => Some((**text).to_owned()),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok()?.map(String::from);
                    let name: &str = reference;
                    Some(character.or_else(|| quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned))?)
                }
                _ => None,
            };
            if let (Some(said), Some(last)) = (said, open.last_mut()) {
                match last.children.last_mut() {
                    Some(Node::Text(before)) => before.push_str(&said),
                    _ => last.children.push(Node::Text(said)),
                }
            }
            if matches!(event, Event::End(_) | Event::Empty(_)) {
                let ended = open.pop()?;
                match open.last_mut() {
                    Some(outer) => outer.children.push(Node::Element(ended)),
                    None => whole = Some(ended),
                }
            }
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Its name without its prefix.
    pub fn local(&self) -> &str {
        local(&self.name)
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The first element of a name in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Changes the first element of a name in it, which is made as its first where there is none.
    pub fn within(&mut self, name: &str, change: impl FnOnce(&mut Self)) {
        let is_it = |node: &Node| matches!(node, Node::Element(element) if element.name == name);
        if !self.children.iter().any(is_it) {
            self.children.insert(0, Node::Element(Self::new(name)));
        }
        let found = self.children.iter_mut().find(|node| is_it(node));
        if let Some(Node::Element(element)) = found {
            change(element);
        }
    }

    /// Adds an element at its end.
    pub fn push(&mut self, element: Self) {
        self.children.push(Node::Element(element));
    }

    /// Looks at it and at all elements within.
    pub fn each<'a>(&'a self, look: &mut impl FnMut(&'a Self)) {
        look(self);
        self.elements().for_each(|element| element.each(look));
    }

    /// Changes it and all elements within, outer ones first.
    pub fn change(&mut self, change: &mut impl FnMut(&mut Self)) {
        change(self);
        for node in &mut self.children {
            if let Node::Element(element) = node {
                element.change(change);
            }
        }
    }

    /// Takes out of it all elements that are so. Returns how many.
    pub fn without(&mut self, is_so: &impl Fn(&Self) -> bool) -> usize {
        let mut count = 0;
        self.change(&mut |element| {
            let before = element.children.len();
            element.children.retain(|node| !matches!(node, Node::Element(element) if is_so(element)));
            count += before - element.children.len();
        });
        count
    }

    /// It as text.
    pub fn written(&self) -> String {
        self.written_with("")
    }

    /// It as text, with more behind what it holds.
    pub fn written_with(&self, more: &str) -> String {
        let mut xml = String::new();
        self.write(&mut xml, more);
        xml
    }

    fn write(&self, xml: &mut String, more: &str) {
        xml.push('<');
        xml.push_str(&self.name);
        for (name, value) in &self.attributes {
            xml.push(' ');
            xml.push_str(name);
            xml.push_str("=\"");
            escape(value, xml);
            xml.push('"');
        }
        if self.children.is_empty() && more.is_empty() {
            xml.push_str("/>");
            return;
        }
        xml.push('>');
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(xml, ""),
                Node::Text(text) => escape(text, xml),
            }
        }
        xml.push_str(more);
        xml.push_str("</");
        xml.push_str(&self.name);
        xml.push('>');
    }
}

/// A name without its prefix.
pub fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

fn begun(start: &BytesStart<'_>) -> Option<Element> {
    let mut element = Element::new(start.name().as_ref());
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        element.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Some(element)
}

/// Text as it stands in XML. A control character, which no reader of XML takes, is left out.
fn escape(text: &str, xml: &mut String) {
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\n' | '\r' | '\t' => xml.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => xml.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn what_is_read_is_written() {
        let text = "<w:a xmlns:w=\"u\" w:b=\"&quot;&amp;\">x &lt; y<w:c/><w:d>é&#233;<![CDATA[<z>]]></w:d></w:a>";
        let expected = "<w:a xmlns:w=\"u\" w:b=\"&quot;&amp;\">x &lt; y<w:c/><w:d>éé&lt;z&gt;</w:d></w:a>";
        assert_eq!(Element::parse(text).map(|element| element.written()).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_broken_or_grows_is_none() {
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        for text in
            ["", "<a>", "<a></b>", "<a/><b/>", "x", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>&b;</a>", &deep]
        {
            assert!(Element::parse(text).is_none(), "{}", &text[..text.len().min(60)]);
        }
    }
}
