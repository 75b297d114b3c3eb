//! The fields of a row in one text, so that a row makes room for none of them.

use std::fmt;

/// The fields of a row.
#[derive(Clone, Default)]
pub struct Fields {
    text: String,
    /// Where each begins and ends in the text.
    spans: Vec<(u32, u32)>,
}

impl Fields {
    /// A field, if there are as many.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.spans.get(column).and_then(|span| self.at(*span))
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter_map(|span| self.at(*span))
    }

    fn at(&self, (start, end): (u32, u32)) -> Option<&str> {
        self.text.get(start as usize..end as usize)
    }

    /// Takes a line in which a byte of ASCII parts the fields and nothing is quoted.
    pub(super) fn take_line(&mut self, line: &str, delimiter: u8) {
        self.clear();
        self.text.push_str(line);
        let mut start = 0;
        for end in memchr::memchr_iter(delimiter, line.as_bytes()) {
            self.spans.push((start, offset(end)));
            start = offset(end + 1);
        }
        self.spans.push((start, offset(line.len())));
    }

    /// Takes fields that stand one behind the other in a text, by where each ends.
    pub(super) fn take_parts(&mut self, text: &str, ends: &[usize]) {
        self.clear();
        self.text.push_str(text);
        let mut start = 0;
        for end in ends {
            self.spans.push((start, offset(*end)));
            start = offset(*end);
        }
    }

    fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
    }
}

/// No row is as long as a number of four bytes counts: see `MAX_ROW_BYTES`.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl<S: AsRef<str>> FromIterator<S> for Fields {
    fn from_iter<I: IntoIterator<Item = S>>(fields: I) -> Self {
        let mut all = Self::default();
        for field in fields {
            let start = offset(all.text.len());
            all.text.push_str(field.as_ref());
            all.spans.push((start, offset(all.text.len())));
        }
        all
    }
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Fields {}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
