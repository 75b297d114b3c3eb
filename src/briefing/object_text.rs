//! Where the fields of an object stand in its text, for whoever adds to it and leaves all else as it is written.

use std::ops::Range;

use super::Step;
use super::scanner::Scanner;

/// An object of a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectText {
    /// Its fields, as they stand there.
    pub fields: Vec<FieldText>,
    /// Where its closing bracket is, in bytes.
    pub end: usize,
}

/// A field of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    /// Its name.
    pub name: String,
    /// Where the quote before its name is, in bytes.
    pub start: usize,
    /// Where its value is.
    pub value: Range<usize>,
}

impl ObjectText {
    /// The object that a text is; none where it is something else, or does not come to its end.
    pub fn of(text: &str) -> Option<Self> {
        // As in every file, a byte-order mark may stand before it.
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self::within(text, at..text.len())
    }

    /// The object that stands in a place of a text.
    pub fn within(text: &str, place: Range<usize>) -> Option<Self> {
        let mut scanner = Scanner { text: text.as_bytes().get(..place.end)?, at: place.start };
        scanner.skip_space();
        let mut items = Some(scanner.enter()).filter(|items| items.object)?;
        let mut fields = Vec::new();
        while let Some(item) = scanner.next(&mut items) {
            let start = scanner.at;
            scanner.skip_value();
            if let Step::Field(name) = item.step {
                fields.push(FieldText { name, start: item.offset, value: start..scanner.at });
            }
        }
        // The last step was past the bracket, where there is one.
        let end = scanner.at.checked_sub(1)?;
        let closes = text.as_bytes().get(end) == Some(&b'}') && fields.last().is_none_or(|last| last.value.end <= end);
        closes.then_some(Self { fields, end })
    }

    /// Where a field stands.
    pub fn field(&self, name: &str) -> Option<&FieldText> {
        self.fields.iter().find(|field| field.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::ObjectText;

    #[test]
    fn each_field_is_where_its_text_says() {
        let text = "\u{feff} {\n  \"a\": [1, \"]}\"],\n  \"b\\u0063\" :{\"a\": 2}, \"é\":-1.5\n}\n";
        let object = ObjectText::of(text).expect("an object");
        let told = object.fields.iter().map(|field| (field.name.as_str(), &text[field.value.clone()]));
        assert_eq!(told.collect::<Vec<_>>(), [("a", "[1, \"]}\"]"), ("bc", "{\"a\": 2}"), ("é", "-1.5")]);
        assert!(object.fields.iter().all(|field| text[field.start..].starts_with('"')));
        assert_eq!((&text[object.end..], object.field("a")), ("}\n", object.fields.first()));
        for text in ["", "[1]", "{", "{\"a\": 1", "{\"a\": {}", "1", "\u{feff}"] {
            assert_eq!(ObjectText::of(text), None, "{text}");
        }
    }
}
