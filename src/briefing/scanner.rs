//! Going through a JSON text from value to value, without taking it apart.

use super::Step;

/// A list or an object that is being gone through.
pub(super) struct Items {
    pub object: bool,
    next: usize,
    pub open: bool,
}

/// An element of a list, or a field of an object.
pub(super) struct Item {
    pub step: Step,
    /// Where it is pointed at: the value, or the name of the field.
    pub offset: usize,
}

/// A text, and how far it was gone through.
pub(super) struct Scanner<'a> {
    pub text: &'a [u8],
    pub at: usize,
}

impl Scanner<'_> {
    pub fn here(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while matches!(self.here(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Steps into the list or object that begins here; a value that is neither has no items and stays where it is.
    pub fn enter(&mut self) -> Items {
        let object = self.here() == Some(b'{');
        let entered = object || self.here() == Some(b'[');
        self.at += usize::from(entered);
        Items { object, next: 0, open: entered }
    }

    /// Goes to the value of the next item. The one before must have been skipped.
    pub fn next(&mut self, items: &mut Items) -> Option<Item> {
        if !items.open {
            return None;
        }
        self.skip_space();
        if self.here() == Some(b',') {
            self.at += 1;
            self.skip_space();
        }
        if matches!(self.here(), None | Some(b']' | b'}')) {
            self.at = (self.at + 1).min(self.text.len());
            return None;
        }
        let offset = self.at;
        let step = if items.object {
            self.skip_text();
            let name = serde_json::from_slice(&self.text[offset..self.at]).unwrap_or_default();
            self.skip_space();
            self.at += usize::from(self.here() == Some(b':'));
            self.skip_space();
            Step::Field(name)
        } else {
            Step::Index(items.next)
        };
        items.next += 1;
        Some(Item { step, offset })
    }

    /// Goes past the text whose opening quote is here.
    pub fn skip_text(&mut self) {
        self.at += 1;
        while let Some(found) = memchr::memchr2(b'"', b'\\', self.text.get(self.at..).unwrap_or_default()) {
            self.at += found + 1;
            if self.text[self.at - 1] == b'"' {
                return;
            }
            self.at += 1;
        }
        self.at = self.text.len();
    }

    /// Goes past the value that begins here, however deep it is, and at least one byte on.
    pub fn skip_value(&mut self) {
        let mut depth = 0_usize;
        let start = self.at;
        while let Some(byte) = self.here() {
            match byte {
                b'"' => self.skip_text(),
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b']' | b'}' if depth == 0 => break,
                b']' | b'}' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => {
                    if depth == 0 {
                        break;
                    }
                    self.at += 1;
                    continue;
                }
                _ => {
                    while !matches!(self.here(), None | Some(b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r')) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                break;
            }
        }
        if self.at == start {
            self.at = (self.at + 1).min(self.text.len());
        }
    }
}
