//! A part of a template without what would lead out of the file, run, or refer to what is not taken over.

use std::collections::HashSet;

use super::element::{Element, Node};

/// What fields may ask for: what stands in the document itself, and the day.
const FIELDS: [&str; 22] = [
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "SECTION",
    "DATE",
    "TIME",
    "CREATEDATE",
    "SAVEDATE",
    "PRINTDATE",
    "TITLE",
    "SUBJECT",
    "AUTHOR",
    "KEYWORDS",
    "COMMENTS",
    "FILENAME",
    "STYLEREF",
    "DOCPROPERTY",
    "PAGEREF",
    "REF",
    "IF",
    "=",
    "QUOTE",
];
/// What is drawn around what is referred to, and goes where that is missing.
const AROUND: [&str; 8] =
    ["ext", "drawing", "pict", "object", "AlternateContent", "blipFill", "hlinkClick", "hlinkHover"];

/// Takes out of a part what is not taken over. `kept` are the names of what it may refer to. Returns how much was taken.
pub fn clean(part: &mut Element, kept: &HashSet<String>) -> usize {
    let mut count = 0;
    // A link of the text is its words.
    part.change(&mut |element| {
        if element.name == "w:hyperlink" {
            let before = element.attributes.len();
            element.attributes.retain(|(name, value)| !is_reference(name) || kept.contains(value));
            count += before - element.attributes.len();
        }
        // Addresses that shapes have without a relation.
        if element.name.starts_with("v:") || element.name.starts_with("o:") {
            let before = element.attributes.len();
            element
                .attributes
                .retain(|(name, value)| !matches!(name.as_str(), "href" | "src" | "o:href") || value.starts_with('#'));
            count += before - element.attributes.len();
        }
    });
    let dangles = |element: &Element| {
        element.attributes.iter().any(|(name, value)| is_reference(name) && !value.is_empty() && !kept.contains(value))
    };
    let leads = |element: &Element| {
        let mut found = false;
        element.each(&mut |inner| found |= dangles(inner));
        found
    };
    // The innermost of what is around it goes first, so that no more goes than has to.
    count += innermost(part, &|element| AROUND.contains(&element.local()) && leads(element));
    count += part.without(&dangles);
    count +=
        part.without(&|element: &Element| matches!(element.name.as_str(), "w:altChunk" | "w:subDoc" | "w:control"));
    // What forms are filled from is another part, and so is what they show before.
    part.without(&|element: &Element| {
        matches!(element.name.as_str(), "w:dataBinding" | "w15:dataBinding" | "w:placeholder")
    });
    count + fields(part)
}

/// Whether an attribute refers to another part.
fn is_reference(name: &str) -> bool {
    name.starts_with("r:") || name == "o:relid"
}

/// Takes out the elements that are so and of which none within is. Returns how many.
fn innermost(element: &mut Element, is_so: &impl Fn(&Element) -> bool) -> usize {
    let mut count = 0;
    element.children.retain_mut(|node| {
        let Node::Element(inner) = node else { return true };
        if !is_so(inner) {
            return true;
        }
        let within = innermost(inner, is_so);
        // Where nothing within was so, or it still is, it goes as a whole.
        let goes = within == 0 || is_so(inner);
        count += if goes { 1 } else { within };
        !goes
    });
    for node in &mut element.children {
        if let Node::Element(inner) = node {
            count += innermost(inner, is_so);
        }
    }
    count
}

/// Where a field of a part asks for anything else than the document, what its fields last showed stays as text. Returns how
/// many there were.
fn fields(part: &mut Element) -> usize {
    let mut asked = Vec::new();
    let mut told = String::new();
    part.each(&mut |element| match element.local() {
        "instrText" => element.children.iter().for_each(|node| {
            if let Node::Text(text) = node {
                told.push_str(text);
            }
        }),
        // Word may part what a field asks for over several runs.
        "fldChar" => asked.push(std::mem::take(&mut told)),
        "fldSimple" => asked.extend(element.attribute("w:instr").map(str::to_owned)),
        _ => {}
    });
    asked.push(told);
    let is_foreign = |asked: &&String| {
        let word = asked.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        !word.is_empty() && !FIELDS.contains(&word.as_str()) && !word.starts_with('=')
    };
    let foreign = asked.iter().filter(is_foreign).count();
    if foreign > 0 {
        part.without(&|element: &Element| matches!(element.local(), "fldChar" | "instrText"));
        part.change(&mut unwrap_fields);
    }
    foreign
}

/// Puts what its fields show in their place.
fn unwrap_fields(element: &mut Element) {
    let is_field = |node: &Node| matches!(node, Node::Element(inner) if inner.local() == "fldSimple");
    while element.children.iter().any(is_field) {
        let children = std::mem::take(&mut element.children);
        element.children = children
            .into_iter()
            .flat_map(|node| match node {
                Node::Element(inner) if inner.local() == "fldSimple" => inner.children,
                other => vec![other],
            })
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::clean;
    use crate::export::brief::word::template::element::Element;

    fn cleaned(text: &str) -> String {
        let mut part = Element::parse(text).expect("well-formed");
        clean(&mut part, &HashSet::from(["rId1".to_owned()]));
        part.written()
    }

    #[test]
    fn what_leads_out_goes_and_the_rest_stays() {
        for (text, expected) in [
            (
                "<w:p><w:hyperlink r:id=\"rId9\"><w:r/></w:hyperlink></w:p>",
                "<w:p><w:hyperlink><w:r/></w:hyperlink></w:p>",
            ),
            (
                "<w:p><w:r><w:drawing><a:blip r:embed=\"rId1\"/></w:drawing></w:r><w:r><w:drawing><a:blip r:link=\"rId2\"/></w:drawing></w:r></w:p>",
                "<w:p><w:r><w:drawing><a:blip r:embed=\"rId1\"/></w:drawing></w:r><w:r/></w:p>",
            ),
            (
                "<w:drawing><a:blip r:embed=\"rId1\"><a:extLst><a:ext uri=\"x\"><asvg:svgBlip r:embed=\"rId5\"/></a:ext></a:extLst></a:blip></w:drawing>",
                "<w:drawing><a:blip r:embed=\"rId1\"><a:extLst/></a:blip></w:drawing>",
            ),
            ("<w:p><w:object><o:OLEObject r:id=\"rId3\"/></w:object><w:r/></w:p>", "<w:p><w:r/></w:p>"),
            ("<w:p><v:imagedata src=\"http://a.org/x.png\"/></w:p>", "<w:p><v:imagedata/></w:p>"),
            (
                "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar/></w:r></w:p>",
                "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar/></w:r></w:p>",
            ),
            (
                "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE \"http://a.org/\"</w:instrText></w:r><w:r><w:fldChar/></w:r><w:r><w:t>x</w:t></w:r></w:p>",
                "<w:p><w:r/><w:r/><w:r/><w:r><w:t>x</w:t></w:r></w:p>",
            ),
        ] {
            assert_eq!(cleaned(text), expected, "{text}");
        }
    }
}
